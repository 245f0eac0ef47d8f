import { IRouteSource } from './route-source';
import { WeightedDestination } from '../reference/weighted-destination';

/**
 * Which connections a route takes. Everything that is given must hold; give several matches to a route for "any of them".
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#L4MatchAttributes
 */
export interface TcpMatch {
  /**
   * Number of the service's port.
   *
   * @default every port of the kind
   */
  readonly port?: number;
  /**
   * Addresses to which the connection was made, such as "10.1.0.0/16" (`destinationSubnets`).
   *
   * @default any address of the service
   */
  readonly destinationSubnets?: string[];
  /**
   * Who connects, any of them (`sourceNamespace` and `sourceLabels`): services, or namespaces.
   *
   * @default anybody
   */
  readonly sources?: IRouteSource[];
}

/** Which connections a route takes whose TLS the proxy does not end. */
export interface TlsMatch extends TcpMatch {
  /**
   * Server names that the caller asks for (`sniHosts`): the host of the service, since Istio takes no name that is none of the hosts of the
   * VirtualService. Who has a route and asks for another name is not routed: the connection is passed on as it is where the mesh lets out
   * everything, and else refused.
   *
   * @default - the host of the service
   */
  readonly sniHosts?: string[];
}

/**
 * Where some of a service's connections go.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute
 */
export interface TcpRouteOptions {
  /**
   * Which connections take the route: those that fit any of the matches. The more specific match counts, wherever it stands in the program.
   *
   * @default all that no other route takes
   */
  readonly match?: TcpMatch[];
  /** Where the connections go: versions, or other services, with weights that add up to 100. */
  readonly to: WeightedDestination[];
}

/**
 * Where some of a service's TLS connections go, which the proxy passes on as they are.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute
 */
export interface TlsRouteOptions {
  /**
   * Which connections take the route: those that fit any of the matches. The more specific match counts, wherever it stands in the program.
   *
   * @default all that ask for the host of the service and that no other route takes
   */
  readonly match?: TlsMatch[];
  /** Where the connections go: versions, or other services, with weights that add up to 100. */
  readonly to: WeightedDestination[];
}
