/**
 * In which kinds the routes of a service are written. A host has one dialect: istiod does not merge a VirtualService and an HTTPRoute
 * that say something about the same host.
 */
export enum RouteDialect {
  /** `VirtualService`, and the versions of a service as subsets of its `DestinationRule`. It can say everything that this library knows. */
  ISTIO = 'istio',
  /**
   * `HTTPRoute`, `GRPCRoute` and `TCPRoute` of the Gateway API's standard channel, attached to the Service, and a Service of its own
   * for each version. The CRDs of the Gateway API must be in the cluster.
   */
  GATEWAY_API = 'gateway-api',
}
