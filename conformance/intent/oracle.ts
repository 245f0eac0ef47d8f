import { Posture } from 'cdk8s-istio';
import { PlannedCall, PlannedMatch, PlannedMesh, PlannedRoute, PlannedService, PlannedText, Shares, speaksHttp } from './plan';
import { PlannedRequest } from './request';

/** What must become of a request, by what was declared. */
export type Expectation =
  /** The caller cannot reach the service at all: no connection, or its own proxy says that there is no such thing. */
  | { readonly outcome: 'unreachable' }
  /** Whoever is asked refuses. */
  | { readonly outcome: 'forbidden' }
  /** A proxy answers, with this status. */
  | { readonly outcome: 'made up'; readonly status: number }
  /** The application answers. */
  | { readonly outcome: 'answered'; readonly by: Destination; readonly sees: Sight };

/** Which workloads may answer. */
export interface Destination {
  readonly versions: readonly string[];
  /** What each of them gets; undefined where nothing is said. */
  readonly shares?: Shares;
}

/** What the application must see. */
export interface Sight {
  readonly port: number;
  readonly path?: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one version of a service that has none: its workload. */
export const ONLY = '';

/** What must become of the request; undefined where the declarations leave it open. */
export function expectation(mesh: PlannedMesh, request: PlannedRequest): Expectation | undefined {
  const { sender, callee, version } = request;
  switch (sender.way) {
    case 'plain':
      // Who has no identity is not declared anywhere.
      return mesh.posture === Posture.ZERO_TRUST ? { outcome: 'unreachable' } : answered(request, { versions: [version ?? ONLY] });
    case 'past':
      return mayCall(mesh, callsOf(mesh, sender.service, callee), request) ? answered(request, { versions: [version ?? ONLY] }) : { outcome: 'forbidden' };
    case 'proxy': {
      const calls = callsOf(mesh, sender.service, callee);
      if (mesh.posture === Posture.ZERO_TRUST && calls.length === 0) return { outcome: 'unreachable' };
      return routed(request, () => mayCall(mesh, calls, request));
    }
    case 'gateway': {
      const exposures = (mesh.gateway?.exposures ?? []).filter(({ service, hosts, paths }) => (
        service === callee && hosts.includes(request.host) && (paths === undefined || paths.some((prefix) => isBelow(request.path, prefix)))));
      return exposures.length === 0 ? { outcome: 'unreachable' } : routed(request, () => true);
    }
  }
}

/** What is declared of a caller and a callee. */
function callsOf({ calls }: PlannedMesh, caller: PlannedService, callee: PlannedService): PlannedCall[] {
  return calls.filter((call) => call.caller === caller && call.callee === callee);
}

function mayCall({ posture }: PlannedMesh, calls: readonly PlannedCall[], { port, method, path }: PlannedRequest): boolean {
  return posture !== Posture.ZERO_TRUST || calls.some((call) => (
    (call.ports?.includes(port.number) ?? true)
    && (call.methods?.includes(method) ?? true)
    && (call.paths?.some((pattern) => fits(path, pattern)) ?? true)));
}

/** Paths as `calls` takes them: with a `*` at the beginning or the end. */
function fits(path: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
  return path === pattern;
}

/** What becomes of a request at whose sender the routes of the service are in force. */
function routed(request: PlannedRequest, allowed: () => boolean): Expectation | undefined {
  const { callee, port, waitMs } = request;
  if (!speaksHttp(port)) return allowed() ? answered(request, destination(callee, undefined)) : { outcome: 'forbidden' };
  const route = routeOf(request);
  if (route === 'open') return undefined;
  if (route?.abort !== undefined) return { outcome: 'made up', status: route.abort };
  if (!allowed()) return { outcome: 'forbidden' };
  if (route?.timeoutMs !== undefined && (waitMs ?? 0) > route.timeoutMs) return { outcome: 'made up', status: 504 };
  return answered(request, destination(callee, route?.to), route?.setHeaders);
}

function destination({ versions, split }: PlannedService, to: Shares | undefined): Destination {
  const shares = to ?? split;
  if (shares === undefined) return { versions: versions.length > 0 ? versions : [ONLY] };
  return { versions: Object.keys(shares).filter((version) => shares[version] > 0), shares };
}

function answered(request: PlannedRequest, by: Destination, setHeaders: Readonly<Record<string, string>> = {}): Expectation {
  const { port, path, method, headers } = request;
  if (!speaksHttp(port)) return { outcome: 'answered', by, sees: { port: port.target, headers: {} } };
  return { outcome: 'answered', by, sees: { port: port.target, path, method, headers: { ...headers, ...setHeaders } } };
}

/** The route that a request takes: of those that fit, the one that says most. 'open' where two say as much. */
function routeOf(request: PlannedRequest): PlannedRoute | 'open' | undefined {
  const all = request.callee.routes.flatMap((route) => (route.match.length > 0 ? route.match : [{}]).map((match) => ({ route, match })));
  const fitting = all.filter(({ match }) => matches(match, request)).map(({ route, match }) => ({ route, rank: rankOf(match, route) }));
  const [first, ...others] = fitting.sort((one, other) => compare(other.rank, one.rank));
  const same = others.filter(({ route, rank }) => route !== first.route && compare(rank, first.rank) === 0);
  return same.length > 0 ? 'open' : first?.route;
}

/** How much a match says: the path first, then the method, then headers, then the query. A route without a match comes last. */
function rankOf({ path, method, headers = {}, query = {} }: PlannedMatch, route: PlannedRoute): number[] {
  const kind = path === undefined ? 0 : { exact: 3, prefix: 2, regex: 1 }[path.how];
  const length = path?.how === 'prefix' ? path.value.length : 0;
  return [route.match.length > 0 ? 1 : 0, kind, length, method === undefined ? 0 : 1, Object.keys(headers).length, Object.keys(query).length];
}

function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((value, at) => value - other[at]).find((difference) => difference !== 0) ?? 0;
}

function matches({ path, method, headers = {}, query = {} }: PlannedMatch, request: PlannedRequest): boolean {
  return (path === undefined || isText(path, request.path))
    && (method === undefined || method === request.method)
    && Object.entries(headers).every(([name, text]) => isText(text, request.headers[name]))
    && Object.entries(query).every(([name, text]) => isText(text, request.query[name]));
}

function isText({ how, value }: PlannedText, text: string | undefined): boolean {
  if (text === undefined) return false;
  switch (how) {
    case 'exact': return text === value;
    case 'prefix': return text.startsWith(value);
    case 'regex': return new RegExp(`^(?:${value})$`).test(text);
  }
}

/** "/shop" and what is below it, but not "/shopping". */
function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
