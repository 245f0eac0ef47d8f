/**
 * The files of the Istio module's samples that are applied when a step of a task is done, by the task's name and the step, in their order. Steps of which the module has no file are validated alone.
 */
export const SOURCES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'request-routing': {
    'everybody sees version 1 of everything': ['bookinfo/networking/virtual-service-all-v1.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
    'jason sees version 2 of the reviews': ['bookinfo/networking/virtual-service-reviews-test-v2.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
  },
  'fault-injection': {
    'ratings come seven seconds late for jason': ['bookinfo/networking/virtual-service-ratings-test-delay.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
    'ratings fail for jason': ['bookinfo/networking/virtual-service-ratings-test-abort.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
  },
  'traffic-shifting': {
    'half of the requests see version 3': ['bookinfo/networking/virtual-service-reviews-50-v3.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
    'all requests see version 3': ['bookinfo/networking/virtual-service-reviews-v3.yaml', 'bookinfo/networking/destination-rule-all.yaml'],
  },
  'tcp-traffic-shifting': {
    'all connections reach version 1': ['tcp-echo/tcp-echo-all-v1.yaml'],
    'one in five reaches version 2': ['tcp-echo/tcp-echo-all-v1.yaml', 'tcp-echo/tcp-echo-20-v2.yaml'],
  },
  'ingress-control': {
    'any host, for browsers': ['httpbin/httpbin-gateway.yaml'],
  },
};

/** How many lines of YAML the pages of tasks apply of which the module has no files, by the task's name: blank lines and comments left out. */
export const LINES: Readonly<Record<string, number>> = {
  'authz-http': 72,
  'authz-tcp': 13,
};
