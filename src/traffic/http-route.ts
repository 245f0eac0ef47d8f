import { Duration } from 'cdk8s';
import { HttpFault } from './fault';
import { HttpMatch, renderMatch } from './http-match';
import { HttpRetries, renderRetries } from './resilience';
import { MeshPort } from '../reference/port';
import { ProtoDuration } from '../reference/proto-duration';
import { WeightedDestination } from '../reference/weighted-destination';

/**
 * Where some of a service's requests go, and how they are treated on the way.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export interface HttpRouteOptions {
  /**
   * Name of the route, for access logs and metrics.
   *
   * @default none
   */
  readonly name?: string;
  /**
   * Which requests take the route: those that fit any of the matches. Routes are tried in the order in which they were added.
   *
   * @default all that no other route takes; a service has one such route, and it is tried last
   */
  readonly match?: HttpMatch[];
  /**
   * Which versions get the requests, with weights that add up to 100.
   *
   * @default as `split()` says, else every version alike
   */
  readonly to?: WeightedDestination[];
  /**
   * How long a request may take, retries included.
   *
   * @default no limit
   */
  readonly timeout?: Duration;
  /**
   * When and how often a failed request is tried again.
   *
   * @default Istio's: twice, on connect-failure, refused-stream, unavailable and cancelled
   */
  readonly retries?: HttpRetries;
  /**
   * A failure that the proxy makes up.
   *
   * @default none
   */
  readonly fault?: HttpFault;
  /**
   * Headers that the proxy sets on the request before it passes it on (`headers.request.set`).
   *
   * @default none
   */
  readonly setRequestHeaders?: { readonly [name: string]: string };
}

/** What the routes of one service are made of. */
export interface ServiceRoutes {
  /** Full host name of the service. */
  readonly host: string;
  /** Its ports. A service with several has each route once for each HTTP port, since a destination must then name one. */
  readonly ports: readonly MeshPort[];
  /** The routes with a match, in the order in which they were added. */
  readonly matched: readonly HttpRouteOptions[];
  /** The route that takes the rest. */
  readonly rest?: HttpRouteOptions;
  /** Where a route goes that does not say. */
  readonly split?: readonly WeightedDestination[];
}

/** The `http` part of a VirtualService for calls to the service from inside the mesh. */
export function renderMeshHttp(routes: ServiceRoutes): object[] {
  const http = routes.ports.filter((port) => port.isHttp);
  return http.flatMap((port) => renderHttp(routes, port, { onlyPort: routes.ports.length > 1 }));
}

/** Where the rendered routes will stand. */
export interface RenderHttpOptions {
  /** Whether the routes must be limited to requests for the port. */
  readonly onlyPort?: boolean;
  /** What the path of a request must begin with, in whole segments, any of them; every path when undefined. */
  readonly pathPrefixes?: readonly string[];
}

/** The routes to one port of the service, in order, the one for the rest last. */
export function renderHttp(routes: ServiceRoutes, port: MeshPort, options: RenderHttpOptions = {}): object[] {
  return [...routes.matched, routes.rest ?? {}].map((route) => {
    const match = renderMatches(route, port, options);
    return {
      ...(route.name !== undefined && { name: route.name }),
      ...(match.length > 0 && { match }),
      ...(route.fault && { fault: route.fault._render() }),
      ...(route.setRequestHeaders && { headers: { request: { set: { ...route.setRequestHeaders } } } }),
      route: renderDestinations(routes, port, route.to ?? routes.split),
      ...(route.timeout && { timeout: ProtoDuration.of(route.timeout).text }),
      ...(route.retries && { retries: renderRetries(route.retries) }),
    };
  });
}

function renderMatches(route: HttpRouteOptions, port: MeshPort, options: RenderHttpOptions): object[] {
  const outer = options.onlyPort ? { port: port.number } : {};
  // "/shop" and what is below it, but not "/shopping".
  const paths = options.pathPrefixes?.flatMap((path) => [{ uri: { exact: path } }, { uri: { prefix: `${path}/` } }]) ?? [{}];
  return (route.match ?? [{}])
    .map(renderMatch)
    .flatMap((match) => ('uri' in match ? [{ ...outer, ...match }] : paths.map((path) => ({ ...outer, ...path, ...match }))))
    .filter((match) => Object.keys(match).length > 0);
}

/** The `tcp` part of a VirtualService: connections have no path or header, so all that can be said of them is where they go. */
export function renderTcp(routes: ServiceRoutes): object[] {
  return routes.ports
    .filter((port) => !port.isHttp && !port.isTls)
    .map((port) => ({ match: [{ port: port.number }], route: renderDestinations(routes, port, routes.split) }));
}

function renderDestinations(routes: ServiceRoutes, port: MeshPort, to?: readonly WeightedDestination[]): object[] {
  const number = { port: { number: port.number } };
  if (!to) {
    return [{ destination: { host: routes.host, ...number } }];
  }
  return to.map((one) => ({
    destination: { host: one.host, subset: one.subset, ...number },
    ...(to.length > 1 && { weight: one.weight }),
  }));
}
