/** The subsets of bookinfo, and version 1 of everything, from which tasks go on. */
const VERSION_1 = ['bookinfo/networking/destination-rule-all.yaml', 'bookinfo/networking/virtual-service-all-v1.yaml'];
const FOR_JASON = [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-test-v2.yaml'];

/**
 * The files of the Istio module's samples that are applied when a step of a task is done, by the task's name and the step, in their order. Steps of which the module has no file are validated alone.
 */
export const SOURCES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'request-routing': {
    'everybody sees version 1 of everything': VERSION_1,
    'everybody does, in the words of the Gateway API': ['bookinfo/gateway-api/route-all-v1.yaml'],
    'jason sees version 2 of the reviews': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-test-v2.yaml'],
  },
  'fault-injection': {
    'ratings come seven seconds late for jason': [...FOR_JASON, 'bookinfo/networking/virtual-service-ratings-test-delay.yaml'],
    'ratings fail for jason': [...FOR_JASON, 'bookinfo/networking/virtual-service-ratings-test-abort.yaml'],
  },
  'traffic-shifting': {
    'all requests see version 1': VERSION_1,
    'all see version 1, in the words of the Gateway API': ['bookinfo/gateway-api/route-all-v1.yaml', 'bookinfo/gateway-api/route-reviews-v1.yaml'],
    'half of the requests see version 3': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-50-v3.yaml'],
    'half of them, in the words of the Gateway API': ['bookinfo/gateway-api/route-all-v1.yaml', 'bookinfo/gateway-api/route-reviews-50-v3.yaml'],
    'all requests see version 3': [...VERSION_1, 'bookinfo/networking/virtual-service-reviews-v3.yaml'],
    'all see version 3, in the words of the Gateway API': ['bookinfo/gateway-api/route-all-v1.yaml', 'bookinfo/gateway-api/route-reviews-v3.yaml'],
  },
  'tcp-traffic-shifting': {
    'all connections reach version 1': ['tcp-echo/tcp-echo-all-v1.yaml'],
    'all do, in the words of the Gateway API': ['tcp-echo/gateway-api/tcp-echo-all-v1.yaml'],
    'one in five reaches version 2': ['tcp-echo/tcp-echo-all-v1.yaml', 'tcp-echo/tcp-echo-20-v2.yaml'],
    'one in five does, in the words of the Gateway API': ['tcp-echo/gateway-api/tcp-echo-all-v1.yaml', 'tcp-echo/gateway-api/tcp-echo-20-v2.yaml'],
  },
  'authn-policy': {
    'httpbin is reached through a gateway': ['httpbin/httpbin-gateway.yaml'],
    'it is reached through one of the Gateway API': ['httpbin/gateway-api/httpbin-gateway.yaml'],
  },
  'jwt-route': {
    'httpbin is reached through a gateway': ['httpbin/httpbin-gateway.yaml'],
  },
  'ambient-l7-features': {
    'one request in ten sees version 2 of the reviews': ['bookinfo/gateway-api/route-reviews-90-10.yaml'],
  },
  'ambient-agentgateway': {
    'as a waypoint': ['bookinfo/gateway-api/route-reviews-90-10.yaml'],
  },
  'authz-ingress': {
    'everybody is let in': ['httpbin/httpbin-gateway.yaml'],
    'everybody is, by the Gateway API': ['httpbin/gateway-api/httpbin-gateway.yaml'],
  },
};

/**
 * How many lines of YAML the pages of tasks apply of which the module has no files, by the task's name: each version of an object that is
 * updated counts, and so do the words of the Gateway API where there is a step in them; blank lines, comments and the sample applications do not.
 */
export const LINES: Readonly<Record<string, number>> = {
  'request-routing': 21,
  'request-timeouts': 72,
  'circuit-breaking': 18,
  'mirroring': 78,
  'failover': 21,
  'distribute': 20,
  'ingress-control': 127,
  'secure-ingress': 217,
  'ingress-sidecar-tls-termination': 47,
  'ingress-sni-passthrough': 64,
  'kubernetes-ingress': 23,
  'gateway-api': 60,
  'gateway-api-inference-extension': 75,
  'ingress-certmgr': 27,
  'egress-control': 57,
  'egress-tls-origination': 78,
  'egress-gateway': 280,
  'egress-gateway-tls-origination': 322,
  'wildcard-egress-hosts': 152,
  'egress-kubernetes-services': 49,
  'http-proxy': 15,
  'authn-policy': 141,
  'jwt-route': 34,
  'claim-to-header': 15,
  'mtls-migration': 14,
  'authz-http': 72,
  // The rules with methods on ports of TCP, which are refused here, are left out.
  'authz-tcp': 14,
  'authz-jwt': 43,
  'authz-custom': 51,
  'authz-deny': 45,
  // The second of two alternatives is a step as well.
  'authz-ingress': 145,
  'authz-dry-run': 15,
  'authz-td-migration': 25,
  'plugin-ca-cert': 7,
  'custom-ca-k8s': 59,
  'workload-min-tls-version': 6,
  'rate-limit': 261,
  'ambient-l4-policy': 31,
  'ambient-networkpolicy': 26,
  'ambient-waypoint': 12,
  'ambient-traffic-distribution': 12,
  'ambient-serviceentry-visibility': 19,
  'ambient-agentgateway': 51,
  'ambient-egress-gateway': 56,
  'ambient-l7-features': 18,
};
