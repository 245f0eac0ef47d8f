/** The subsets of bookinfo, and version 1 of everything, from which tasks go on. */
const VERSION_1 = ['bookinfo/networking/destination-rule-all.yaml', 'bookinfo/networking/virtual-service-all-v1.yaml'];
const FOR_JASON = [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-test-v2.yaml'];

/**
 * The files of the Istio module's samples that are applied when a step of a task is done, by the task's name and the step, in their order. Steps of which the module has no file are validated alone.
 */
export const SOURCES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'request-routing': {
    'everybody sees version 1 of everything': VERSION_1,
    'jason sees version 2 of the reviews': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-test-v2.yaml'],
  },
  'fault-injection': {
    'ratings come seven seconds late for jason': [...FOR_JASON, 'bookinfo/networking/virtual-service-ratings-test-delay.yaml'],
    'ratings fail for jason': [...FOR_JASON, 'bookinfo/networking/virtual-service-ratings-test-abort.yaml'],
  },
  'traffic-shifting': {
    'all requests see version 1': VERSION_1,
    'half of the requests see version 3': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-50-v3.yaml'],
    'half of them, in the words of the Gateway API': ['bookinfo/gateway-api/route-all-v1.yaml', 'bookinfo/gateway-api/route-reviews-50-v3.yaml'],
    'all requests see version 3': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-v3.yaml'],
  },
  'tcp-traffic-shifting': {
    'all connections reach version 1': ['tcp-echo/tcp-echo-all-v1.yaml'],
    'one in five reaches version 2': ['tcp-echo/tcp-echo-all-v1.yaml', 'tcp-echo/tcp-echo-20-v2.yaml'],
  },
  'authn-policy': {
    'httpbin is reached through a gateway': ['httpbin/httpbin-gateway.yaml'],
  },
  'jwt-route': {
    'httpbin is reached through a gateway': ['httpbin/httpbin-gateway.yaml'],
  },
  'authz-ingress': {
    'everybody is let in': ['httpbin/httpbin-gateway.yaml'],
  },
};

/**
 * How many lines of YAML the pages of tasks apply of which the module has no files, by the task's name: each version of an object that is
 * updated counts; blank lines, comments, the sample applications and the alternatives in the words of the Gateway API do not.
 */
export const LINES: Readonly<Record<string, number>> = {
  'request-timeouts': 42,
  'circuit-breaking': 18,
  'mirroring': 44,
  'failover': 21,
  'distribute': 20,
  'ingress-control': 66,
  'secure-ingress': 98,
  'ingress-sidecar-tls-termination': 47,
  'ingress-sni-passthrough': 35,
  'kubernetes-ingress': 23,
  'gateway-api': 60,
  'ingress-certmgr': 27,
  'egress-control': 39,
  'egress-tls-origination': 78,
  'egress-gateway': 168,
  'egress-gateway-tls-origination': 175,
  'wildcard-egress-hosts': 83,
  'egress-kubernetes-services': 49,
  'http-proxy': 15,
  'authn-policy': 95,
  'jwt-route': 34,
  'claim-to-header': 15,
  'mtls-migration': 14,
  'authz-http': 72,
  // The rules with methods on ports of TCP, which are refused here, are left out.
  'authz-tcp': 14,
  'authz-jwt': 43,
  'authz-custom': 51,
  'authz-deny': 45,
  // The second of two alternatives is a step as well; the addresses that are shut out are not.
  'authz-ingress': 42,
  'authz-dry-run': 15,
  'authz-td-migration': 25,
  'plugin-ca-cert': 7,
  'workload-min-tls-version': 6,
};
