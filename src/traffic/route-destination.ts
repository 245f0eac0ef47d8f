import { DestinationOptions } from './destination-options';
import { WeightedDestination } from '../reference/weighted-destination';

/** Where a route can lead: a version of a service, or a whole service. */
export interface IRouteDestination {
  /** Full host name of the service. */
  readonly host: string;
  /**
   * It with its share of the traffic.
   *
   * @param percent the share, from 0 to 100
   * @param options the port to which the traffic goes
   */
  weight(percent: number, options?: DestinationOptions): WeightedDestination;
}
