import { PathMatch, RequestMatch } from './request-match';
import { coveredBy, HttpEntry, ServiceRoutes } from './service-routes';
import { MeshPort } from '../reference/port';

/** Where routes will stand, and for which requests. */
export interface RoutePlace {
  /** Whether they are for a gateway, and not for callers inside the mesh. */
  readonly atGateway?: boolean;
  /** What the path of a request must begin with, in whole segments, any of them; every path when undefined. */
  readonly pathPrefixes?: readonly string[];
}

/** An entry for one port of one service. */
export interface PlacedEntry extends HttpEntry {
  readonly routes: ServiceRoutes;
  /** The port to which the requests go on where the rule does not say. */
  readonly port: MeshPort;
}

/** The routes to one port of a service, of those that count at the place, in the order in which they are tried. */
export function entriesAt(routes: ServiceRoutes, port: MeshPort, place: RoutePlace = {}): PlacedEntry[] {
  const onePort = routes.service.ports.length === 1;
  return routes.http
    .filter(({ match }) => (match.port ?? port.number) === port.number && (place.atGateway ? match.source === undefined : match.claims.size === 0))
    // A gateway has ports of its own, and a service with a single one needs no telling.
    .map((entry): PlacedEntry => ({ ...entry, match: { ...entry.match, port: place.atGateway || onePort ? undefined : port.number }, routes, port }))
    // They keep their order, though each says more of the path: what is decided for a request is the same everywhere.
    .flatMap((entry) => within(entry.match, place.pathPrefixes).map((match) => ({ ...entry, match })))
    // What was of use for other ports, paths or callers may be of none here.
    .filter((_, index, entries) => coveredBy(entries, index) === undefined);
}

/** The match for requests whose path begins with one of the prefixes: none where there are no such requests. */
function within(match: RequestMatch, prefixes: readonly string[] | undefined): RequestMatch[] {
  return prefixes === undefined ? [match] : prefixes.flatMap((prefix) => withinOne(match, prefix));
}

function withinOne(match: RequestMatch, prefix: string): RequestMatch[] {
  const { path } = match;
  const segments: PathMatch = { how: 'segments', value: prefix, ignoreCase: path?.ignoreCase ?? false };
  if (path === undefined) return [{ ...match, path: segments }];
  // Nothing says that two expressions must both fit; a second look at the path, with its query, does.
  if (path.how === 'regex') {
    const below = { how: 'regex', value: `${escaped(prefix)}(?:[/?].*)?` } as const;
    return [{ ...match, headers: new Map([...match.headers, [':path', below]]) }];
  }
  const value = path.ignoreCase ? path.value.toLowerCase() : path.value;
  const start = path.ignoreCase ? prefix.toLowerCase() : prefix;
  if (value.startsWith(`${start}/`) || (value === start && path.how !== 'prefix')) return [match];
  const contains = path.how === 'prefix' ? start.startsWith(value) : path.how === 'segments' && start.startsWith(`${value}/`);
  return contains ? [{ ...match, path: segments }] : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
