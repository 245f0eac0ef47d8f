import { MeshPort } from '../../reference/port';
import { WeightedDestination } from '../../reference/weighted-destination';
import { HttpRouteOptions } from '../http-route';

/** What the routes of one service are made of, as the kinds of the Gateway API need it: they sort matches themselves. */
export interface GatewayApiRouting {
  /** Full host name of the service. */
  readonly host: string;
  readonly ports: readonly MeshPort[];
  /** The routes with a match. */
  readonly matched: readonly HttpRouteOptions[];
  /** The route that takes the rest. */
  readonly rest?: HttpRouteOptions;
  /** Where a route goes that does not say. */
  readonly split?: readonly WeightedDestination[];
}
