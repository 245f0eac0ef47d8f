import { compare } from './oracle-routes';
import { hostOf, PlannedConnectionMatch, PlannedConnectionRoute, PlannedExternal, PlannedService, PlannedShare } from './plan';
import { PlannedRequest } from './request';
import { OUTSIDE } from './words';

/** Where a connection goes: shares; nowhere, where TLS is opened for a name that is not routed; or left open, where two routes say as much. */
export function connectionShares(request: PlannedRequest, caller: PlannedService | 'gateway'): readonly PlannedShare[] | 'nowhere' | 'open' {
  const { callee, port } = request;
  const routes = callee.connections.filter(({ kind }) => kind === port.kind).flatMap((route) => (
    (route.match.length > 0 ? route.match : [{}]).map((match) => ({ route, match, rank: rankOf(match, route) }))));
  const fitting = routes.filter(({ match }) => takes(match, request, caller));
  if (port.kind === 'tls' && caller !== 'gateway' && serverNameOf(request) !== nameOf(callee)) {
    if (fitting.length > 0 || callee.split !== undefined) return 'nowhere';
    // Nobody says whether a name is routed for those for whom no route is.
    return routes.length > 0 ? 'open' : [{ percent: 100 }];
  }
  const [first, ...others] = fitting.sort((one, other) => compare(other.rank, one.rank));
  if (others.some(({ route, rank }) => route !== first.route && compare(rank, first.rank) === 0)) return 'open';
  return first?.route.to ?? callee.split ?? [{ percent: 100 }];
}

function nameOf(callee: PlannedService | PlannedExternal): string {
  return 'host' in callee ? callee.host : hostOf(callee);
}

/** The name for which TLS is opened. */
export function serverNameOf({ host }: PlannedRequest): string {
  return host.replace(/:\d+$/, '');
}

/** A gateway knows neither who called it, nor to which address of the service. */
function takes({ port, subnet, sources }: PlannedConnectionMatch, request: PlannedRequest, caller: PlannedService | 'gateway'): boolean {
  if ((port ?? request.port.number) !== request.port.number) return false;
  return caller === 'gateway' ? subnet === undefined && sources === undefined : subnet !== OUTSIDE && (sources?.includes(caller.name) ?? true);
}

/** How much a match says: fewer addresses, who connects; and whether there is one. */
function rankOf({ subnet, sources }: PlannedConnectionMatch, { match }: PlannedConnectionRoute): number[] {
  return [Number(subnet?.split('/')[1] ?? 0), sources === undefined ? 0 : 1, match.length > 0 ? 1 : 0];
}
