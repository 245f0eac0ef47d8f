import { Posture } from 'cdk8s-istio';
import { Caller, Refusal, refusal } from './oracle-access';
import { connectionShares, serverNameOf } from './oracle-connections';
import { isBelow, routeOf, Taken } from './oracle-routes';
import { PlannedMatch, PlannedMesh, PlannedPort, PlannedRoute, PlannedService, PlannedShare, speaksHttp } from './plan';
import { PlannedRequest } from './request';
import { userOf } from './users';

/** What must become of a request, by what was declared. */
export type Expectation =
  /** The caller cannot reach the service at all: no connection, or its own proxy says that there is no such thing. */
  | { readonly outcome: 'unreachable' }
  /** Whoever is asked refuses: where it is known, one of these workloads. */
  | { readonly outcome: 'forbidden'; readonly by?: readonly Part[] }
  /** A proxy answers: with this status, and perhaps this text, or this place to go to; or since others take too long. */
  | { readonly outcome: 'made up'; readonly status: number; readonly body?: string; readonly location?: Location; readonly by?: readonly Part[] }
  /** The application answers, save that a proxy fails some. */
  | {
    readonly outcome: 'answered';
    readonly by: readonly Part[];
    readonly sees: Sight;
    readonly copies?: Part;
    readonly failed?: { readonly status: number; readonly percent: number };
  };

/** Where a redirect leads; what is undefined stays as it was asked for. */
export interface Location {
  readonly scheme?: string;
  readonly path?: string;
  readonly authority?: string;
}

/** Workloads that answer a share of the requests. */
export interface Part {
  readonly service: PlannedService;
  readonly versions: readonly string[];
  readonly percent: number;
}

/** What the application must see, and what the caller. */
export interface Sight {
  /** Ports, by the name of the service. */
  readonly ports: Readonly<Record<string, number>>;
  readonly path?: string;
  readonly method?: string;
  readonly host?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Headers that must not be there. */
  readonly without: readonly string[];
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Headers that a service gets from the end user's token, by the name of the service. */
  readonly ofUser: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The one version of a service that has none: its workload. */
export const ONLY = '';

/** What must become of the request; undefined where the declarations leave it open. */
export function expectation(mesh: PlannedMesh, request: PlannedRequest): Expectation | undefined {
  const { sender, callee, version } = request;
  const straight = (caller: Caller): Expectation => {
    const refused = refusal(mesh, caller, callee, request);
    return refused === undefined ? answered(mesh, request, [{ service: callee, versions: [version ?? ONLY], percent: 100 }]) : refusedBy(refused);
  };
  switch (sender.way) {
    case 'plain':
      // Who has no identity is not declared anywhere.
      return mesh.posture === Posture.ZERO_TRUST ? { outcome: 'unreachable' } : straight('nobody');
    case 'past':
      return straight(sender.service);
    case 'proxy': {
      const external = mesh.externals.find((one) => one === callee);
      if (external) {
        if (external.callers.includes(sender.service)) return routed(mesh, request, sender.service);
        // Where proxies let out everything, whoever is at the address gets it.
        return mesh.posture === Posture.ZERO_TRUST ? { outcome: 'unreachable' } : undefined;
      }
      if (mesh.posture === Posture.ZERO_TRUST && !knows(mesh, sender.service, callee)) return { outcome: 'unreachable' };
      return routed(mesh, request, sender.service);
    }
    case 'gateway':
      return throughGateway(mesh, request);
  }
}

/** What becomes of what comes from outside. */
function throughGateway(mesh: PlannedMesh, request: PlannedRequest): Expectation | undefined {
  const exposure = mesh.gateway?.exposures.find(({ service, port }) => service === request.callee && port === request.port.number);
  if (exposure === undefined) return { outcome: 'unreachable' };
  const { hosts, paths, tls } = exposure;
  if (request.port.kind === 'tcp') return routed(mesh, request, 'gateway');
  if (!hosts.includes(request.host)) return { outcome: 'unreachable' };
  const isExposed = paths === undefined || paths.some((prefix) => isBelow(request.path, prefix));
  if (tls !== undefined && request.tls === undefined) {
    // Whether a path that is exposed nowhere is sent on to find that out is not declared.
    return isExposed ? { outcome: 'made up', status: 301, location: { scheme: 'https', authority: request.host, path: request.path } } : undefined;
  }
  const isMet = tls === undefined ? request.tls === undefined : tls === 'simple' || request.tls === 'identified';
  return isMet && isExposed ? routed(mesh, request, 'gateway') : { outcome: 'unreachable' };
}

/** That a service refuses is seen where its workloads run. */
function refusedBy(refused: Refusal, by?: readonly Part[]): Expectation {
  return refused === 401 ? { outcome: 'made up', status: 401, by } : { outcome: 'forbidden', by };
}

function knows({ calls }: PlannedMesh, caller: PlannedService, callee: PlannedService): boolean {
  return calls.some((call) => call.caller === caller && call.callee === callee);
}

/** What becomes of a request at whose sender, a service or a gateway, the routes of the callee are in force. */
function routed(mesh: PlannedMesh, request: PlannedRequest, caller: PlannedService | 'gateway'): Expectation | undefined {
  const { callee, port, waitMs } = request;
  const refusalOf = (service: PlannedService, arriving: PlannedRequest): Refusal | undefined => (
    refusal(mesh, caller, service, { ...arriving, port: portAt(service, arriving) }));
  if (!speaksHttp(port)) {
    const shares = connectionShares(request, caller);
    if (shares === 'open') return undefined;
    // Where proxies let out everything, what is not routed goes on to the address; who listens there is not up to the mesh.
    if (shares === 'nowhere') return mesh.posture === Posture.ZERO_TRUST ? { outcome: 'unreachable' } : undefined;
    return arrived(partsOf(mesh, callee, shares), caller, (service) => refusalOf(service, request), (parts) => answered(mesh, request, parts));
  }
  const taken = routeOf(request, caller);
  if (taken === 'open') return undefined;
  const { route, match }: Taken = taken ?? { route: { match: [] }, match: {} };
  if (route.abort?.percent === 100) return { outcome: 'made up', status: route.abort.status };
  if (route.redirect) {
    const { code: status, uri, authority, scheme } = route.redirect;
    return { outcome: 'made up', status, location: { path: uri ?? request.path, authority, scheme } };
  }
  if (route.answer) return { outcome: 'made up', ...route.answer };
  const arriving = onTheWay(request, route, match);
  const parts = partsOf(mesh, callee, route.to ?? callee.split);
  const slow = route.timeoutMs !== undefined && (waitMs ?? 0) > route.timeoutMs;
  const copies = route.mirror && partsOf(mesh, callee, [route.mirror])[0];
  const copied = copies && refusalOf(copies.service, arriving) === undefined;
  const ended = arrived(parts, caller, (service) => refusalOf(service, arriving), () => (
    slow ? { outcome: 'made up', status: 504, by: parts } : answered(mesh, arriving, parts, route, copied ? copies : undefined)));
  if (route.abort === undefined || ended === undefined) return ended;
  // Some of what a proxy fails would have been refused, or given up.
  return ended.outcome === 'answered' ? { ...ended, failed: route.abort } : undefined;
}

/** What becomes of what gets to some services: undefined where the declarations leave it open. */
function arrived(
  parts: readonly Part[], caller: PlannedService | 'gateway', refusalOf: (service: PlannedService) => Refusal | undefined,
  letIn: (parts: readonly Part[]) => Expectation,
): Expectation | undefined {
  // What leads back to the caller's own pod never leaves it; whether its proxy sees it depends on the pod's network.
  if (parts.some(({ service }) => service === caller)) return undefined;
  const refusals = new Set(parts.map(({ service }) => refusalOf(service)));
  // Some get an answer and some do not: what is declared of the ways is not what is declared of the route.
  if (refusals.size > 1) return undefined;
  const [refused] = refusals;
  return refused === undefined ? letIn(parts) : refusedBy(refused, parts);
}

/** The request as a route changes it: who lets it in sees it like this. */
function onTheWay(
  request: PlannedRequest, { rewrite, rewriteHost, setHeaders = {}, addHeaders = {}, removeHeaders = [] }: PlannedRoute, { path }: PlannedMatch,
): PlannedRequest {
  const kept = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !removeHeaders.includes(name)));
  const added = Object.entries(addHeaders).map(([name, value]) => [name, name in kept ? `${kept[name]},${value}` : value]);
  return {
    ...request,
    headers: { ...kept, ...setHeaders, ...Object.fromEntries(added) },
    ...(rewrite !== undefined && { path: rewritten(request.path, rewrite, path) }),
    ...(rewriteHost !== undefined && { host: rewriteHost }),
  };
}

/** What is matched is replaced: a prefix, a prefix in whole segments, or else all of the path. */
function rewritten(asked: string, rewrite: string, path: PlannedMatch['path']): string {
  switch (path?.how) {
    case 'prefix': return `${rewrite}${asked.slice(path.value.length)}`;
    case 'segments': return `${rewrite.replace(/\/$/, '')}${asked.slice(path.value.length)}` || '/';
    default: return rewrite;
  }
}

/** Who gets which share: each version that is named, or any workload of the service. */
function partsOf({ services }: PlannedMesh, callee: PlannedService, shares: readonly PlannedShare[] = [{ percent: 100 }]): Part[] {
  return shares.filter(({ percent }) => percent > 0).map(({ service: name, version, percent }) => {
    const service = services.find((one) => one.name === name) ?? callee;
    const all = service.versions.length > 0 ? service.versions : [ONLY];
    return { service, versions: version === undefined ? all : [version], percent };
  });
}

/** The port at which a service gets what is routed to it: the same number, or its only one. */
function portAt({ ports }: PlannedService, { port }: PlannedRequest): PlannedPort {
  return ports.find(({ number }) => number === port.number) ?? ports[0];
}

function answered(mesh: PlannedMesh, request: PlannedRequest, by: readonly Part[], route?: PlannedRoute, copies?: Part): Expectation {
  const { port, path, method, headers, host } = request;
  const ports = Object.fromEntries(by.map(({ service }) => [service.name, portAt(service, request).target]));
  if (!speaksHttp(port)) return { outcome: 'answered', by, sees: { ports, ...(port.kind === 'tls' && { host: serverNameOf(request) }), headers: {}, without: [], answerHeaders: {}, ofUser: {} } };
  const user = userOf(request.token);
  const ofUser = Object.fromEntries(by.map(({ service }) => [service.name, Object.fromEntries(mesh.tokens.flatMap(({ callee, roleHeader }) => (
    user !== undefined && callee === service && roleHeader !== undefined ? [[roleHeader, user.claims.role[0]]] : [])))]));
  const sees = { ports, path, method, host, headers, without: route?.removeHeaders ?? [], answerHeaders: route?.setAnswerHeaders ?? {}, ofUser };
  return { outcome: 'answered', by, sees, ...(copies && { copies }) };
}
