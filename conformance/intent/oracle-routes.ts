import { PlannedMatch, PlannedPath, PlannedRoute, PlannedService } from './plan';
import { PlannedRequest } from './request';

/** A route, and the match of it that a request fits. */
export interface Taken {
  readonly route: PlannedRoute;
  readonly match: PlannedMatch;
}

/** The route that a request takes: of those that fit, the one that says most. 'open' where two say as much. */
export function routeOf(request: PlannedRequest, caller: PlannedService | 'gateway'): Taken | 'open' | undefined {
  const all = request.callee.routes.flatMap((route) => (route.match.length > 0 ? route.match : [{}]).map((match) => ({ route, match })));
  const fitting = all.filter(({ match }) => matches(match, request, caller)).map((one) => ({ ...one, rank: rankOf(one.match, one.route) }));
  const [first, ...others] = fitting.sort((one, other) => compare(other.rank, one.rank));
  const same = others.filter(({ route, rank }) => route !== first.route && compare(rank, first.rank) === 0);
  return same.length > 0 ? 'open' : first;
}

/** How much a match says: its priority, the path, the method, headers, the query. What else it says is not told to decide. */
function rankOf({ path, method, headers = {}, query = {} }: PlannedMatch, route: PlannedRoute): number[] {
  const kind = path === undefined ? 0 : { exact: 3, prefix: 2, segments: 2, regex: 1 }[path.how];
  // In whole segments, the slash behind the prefix counts, too: "/a/" takes all that "/a" does, but for "/a" itself.
  const length = path?.how === 'segments' ? path.value.length + 0.5 : path?.how === 'prefix' ? path.value.length : 0;
  const named = [headers, query].map((values) => Object.keys(values).length);
  return [route.priority ?? 0, kind, length, method === undefined ? 0 : 1, ...named, route.match.length > 0 ? 1 : 0];
}

export function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((value, at) => value - other[at]).find((difference) => difference !== 0) ?? 0;
}

function matches(match: PlannedMatch, request: PlannedRequest, caller: PlannedService | 'gateway'): boolean {
  const { path, method, headers = {}, withoutHeaders = {}, query = {}, port, sources } = match;
  return (path === undefined || isText(path, request.path))
    && (method === undefined || method === request.method)
    && Object.entries(headers).every(([name, text]) => isText(text, request.headers[name]))
    && !Object.entries(withoutHeaders).some(([name, text]) => isText(text, request.headers[name]))
    && (port === undefined || port === request.port.number)
    && (sources === undefined || (caller !== 'gateway' && sources.includes(caller.name)))
    && Object.entries(query).every(([name, text]) => isText(text, request.query[name]));
}

function isText({ how, value }: PlannedPath, text: string | undefined): boolean {
  if (text === undefined) return false;
  switch (how) {
    case 'segments': return isBelow(text, value);
    case 'exact': return text === value;
    case 'prefix': return text.startsWith(value);
    case 'regex': return new RegExp(`^(?:${value})$`).test(text);
  }
}

/** "/shop" and what is below it, but not "/shopping". */
export function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
