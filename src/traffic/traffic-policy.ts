import { LoadBalancer } from './load-balancer';
import {
  ClientTLSSettings, ConnectionPoolSettings, OutlierDetection, ProxyProtocol, RetryBudget, TunnelSettings,
} from '../resources/destination-rule.generated';

/** How connections and requests are sent to a service, or to one port of it. */
export interface CallPolicy {
  /**
   * How many connections and requests are open at once; what is over a limit fails at once.
   *
   * @default - that of the namespace or the mesh, or no limits
   */
  readonly connectionPool?: ConnectionPoolSettings;
  /**
   * When failing endpoints are left out for a while.
   *
   * @default - that of the namespace or the mesh, or never
   */
  readonly outlierDetection?: OutlierDetection;
  /**
   * Which endpoint gets the next request.
   *
   * @default - that of the namespace or the mesh, or LoadBalancer.leastRequest()
   */
  readonly loadBalancer?: LoadBalancer;
  /**
   * How connections are encrypted. Leave it to Istio where both ends have a proxy.
   *
   * @default - mutual TLS where the endpoint has a proxy
   */
  readonly tls?: ClientTLSSettings;
}

/** How one port of a service is called, in what differs from the whole service. */
export interface PortTrafficPolicyOptions extends CallPolicy {
  /** Number of the service's port. */
  readonly port: number;
}

/**
 * How a service or a version of it is called, once a route has chosen it (`trafficPolicy` of a DestinationRule).
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy
 */
export interface TrafficPolicyOptions extends CallPolicy {
  /**
   * How many requests may be retries.
   *
   * @default - retries are not limited by a budget
   */
  readonly retryBudget?: RetryBudget;
  /**
   * A line ahead of each connection with the caller's address.
   *
   * @default - none is sent
   */
  readonly proxyProtocol?: ProxyProtocol;
  /**
   * Connections wrapped into HTTP requests to another proxy.
   *
   * @default - no tunnel
   */
  readonly tunnel?: TunnelSettings;
  /**
   * What differs on single ports. Istio itself takes nothing over from the policy around it; here a port has of it what it does not say itself.
   *
   * @default - every port alike
   */
  readonly portLevelSettings?: PortTrafficPolicyOptions[];
}
