import { DestinationOptions } from './destination-options';
import { WeightedDestination } from '../reference/weighted-destination';

/**
 * Where a route can lead: a version of a service, or a whole service. Services, versions and imported services are ones.
 *
 * @example
 * function half(first: IRouteDestination, second: IRouteDestination): WeightedDestination[] {
 *   return [first.weight(50), second.weight(50)];
 * }
 * web.route({ match: [{ pathPrefix: '/search' }], to: half(v1, v2) });
 */
export interface IRouteDestination {
  /** Full host name of the service. */
  readonly host: string;
  /**
   * It with its share of the traffic.
   *
   * @param percent the share, from 0 to 100
   * @param options the port to which the traffic goes
   * @throws if it has no such port
   */
  weight(percent: number, options?: DestinationOptions): WeightedDestination;
}
