import { Posture, RouteDialect } from 'cdk8s-istio';
import {
  PlannedCall, PlannedExposure, PlannedMatch, PlannedMesh, PlannedPort, PlannedRoute, PlannedService, PlannedText, PortKind, Shares, speaksHttp,
} from './plan';
import { Draw } from '../generate/draw';
import { HTTP_TARGETS, TCP_TARGETS } from '../lib/pod-pool';

/** Values by name. */
type Values = Readonly<Record<string, readonly string[]>>;

/** Paths of requests. Some are below others, and some only look as if they were. */
export const PATHS = ['/', '/a', '/a/b', '/a/b/c', '/ab', '/admin', '/items/7', '/items/x'];
/** Those of calls of gRPC. */
export const CALLS = ['/shop.Cart/Add', '/shop.Cart/Get', '/shop.Order/Put'];
export const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
export const HEADERS: Values = { 'x-user': ['jason', 'eve', 'jasmine'], 'x-beta': ['yes', 'no'] };
export const QUERIES: Values = { page: ['1', '2'], sort: ['up', 'down'] };

/** Ports by what is spoken on them. Some ports mean bytes here and requests there. */
const PORTS: Readonly<Record<PortKind, readonly number[]>> = {
  http: [80, 8080, 9090], http2: [80, 9090], grpc: [50051, 9090], tcp: [5432, 6379, 80],
};

/** The paths that a route or a call names. */
const ROUTED: readonly PlannedText[] = [
  { how: 'exact', value: '/a' }, { how: 'exact', value: '/admin' }, { how: 'prefix', value: '/a' }, { how: 'prefix', value: '/a/b' },
  { how: 'prefix', value: '/items/' }, { how: 'regex', value: '/items/[0-9]+' }, { how: 'exact', value: CALLS[0] }, { how: 'prefix', value: '/shop.Cart/' },
];
const CALLED = ['/a', '/a/*', '/a*', '/items/*', '*/b', '/admin'];

/** A timeout that requests of a busy machine do not exceed, and one that is longer than any. */
export const TIMEOUT_MS = 1500;

/** What a mesh is to be like. */
export interface MeshKind {
  readonly posture: Posture;
  readonly dialect: RouteDialect;
  /** Whether its routes are such as both dialects can say. */
  readonly bothSay: boolean;
}

/** A mesh by lot. The same draws give the same mesh under another name and in another dialect. */
export function drawMesh(draw: Draw, id: string, { posture, dialect, bothSay }: MeshKind): PlannedMesh {
  const namespaces = draw.list(1, 2, (index) => `${id}-${'ab'[index]}`);
  const services = draw.list(3, 4, (index) => drawService(draw, `s${index}`, draw.pick(namespaces), bothSay));
  const calls = drawCalls(draw, services);
  const exposures = draw.chance(0.35) ? drawExposures(draw, id, services) : [];
  return { id, posture, dialect, services, calls, ...(exposures.length > 0 && { gateway: { name: 'edge', namespace: `${id}-edge`, exposures } }) };
}

function drawService(draw: Draw, name: string, namespace: string, bothSay: boolean): PlannedService {
  const ports = drawPorts(draw);
  const count = draw.pick([0, 0, 0, 0, 1, 2, 2, 2, 3]);
  const versions = ['v1', 'v2', 'v3'].slice(0, count);
  const split = count > 0 ? draw.maybe(0.6, () => drawShares(draw, versions)) : undefined;
  const routes = ports.some(speaksHttp) && draw.chance(0.7) ? drawRoutes(draw, ports, versions, bothSay) : [];
  return { name, namespace, ports, versions, routes, ...(split && { split }) };
}

function drawPorts(draw: Draw): PlannedPort[] {
  const first = drawPort(draw, 0);
  const second = drawPort(draw, 1);
  return draw.chance(0.4) && second.number !== first.number ? [first, second] : [first];
}

function drawPort(draw: Draw, index: number): PlannedPort {
  const kind = draw.pick<PortKind>(['http', 'http', 'http', 'http2', 'grpc', 'tcp']);
  const targets = kind === 'tcp' ? TCP_TARGETS : HTTP_TARGETS;
  // Never the same for both ports: at the pod they would be one.
  const target = targets[index + (kind === 'tcp' ? 0 : draw.pick([0, 2]))];
  return { kind, number: draw.pick(PORTS[kind]), target };
}

function drawShares(draw: Draw, versions: readonly string[]): Shares {
  if (versions.length === 1) return { [versions[0]]: 100 };
  const first = draw.pick([0, 5, 20, 50, 75, 100]);
  if (versions.length === 2) return { [versions[0]]: first, [versions[1]]: 100 - first };
  const second = draw.pick([0, 10, 50].filter((weight) => weight <= 100 - first));
  return { [versions[0]]: first, [versions[1]]: second, [versions[2]]: 100 - first - second };
}

function drawRoutes(draw: Draw, ports: readonly PlannedPort[], versions: readonly string[], bothSay: boolean): PlannedRoute[] {
  const matches = new Map<string, PlannedMatch>();
  const kinds = new Set(ports.filter(speaksHttp).map(({ kind }) => (kind === 'grpc' ? 'grpc' : 'http')));
  draw.list(1, 3, () => drawMatch(draw)).map((match) => (bothSay ? sayable(draw, match, kinds) : match)).forEach((match) => matches.set(askedFor(match), match));
  const make = (match: readonly PlannedMatch[]): PlannedRoute => {
    const { abort, timeoutMs, ...said } = drawRoute(draw, match, versions);
    return { ...said, ...(!bothSay && abort !== undefined && { abort }), ...(!(bothSay && kinds.has('grpc')) && timeoutMs !== undefined && { timeoutMs }) };
  };
  const matched = [...matches.values()].map((match) => make([match]));
  const rest = draw.maybe(0.3, () => make([]));
  return [...matched, ...(rest ? [rest] : [])];
}

/** The match with what the Gateway API has fields for: no path by prefix but in whole segments, and of gRPC its calls and headers. */
function sayable(draw: Draw, { path, method, headers, query }: PlannedMatch, kinds: ReadonlySet<string>): PlannedMatch {
  const rest = headers ?? { 'x-beta': { how: 'exact', value: 'yes' } };
  if (kinds.has('grpc')) {
    const call: PlannedText = draw.pick([{ how: 'exact', value: draw.pick(CALLS) }, { how: 'prefix', value: '/shop.Cart/' }]);
    return kinds.has('http') || !path ? { headers: rest } : { path: call, ...(headers && { headers }) };
  }
  const other = path?.how === 'prefix' ? draw.pick(ROUTED.filter(({ how }) => how !== 'prefix')) : path;
  return { ...(other && { path: other }), ...(method !== undefined && { method }), ...(headers && { headers }), ...(query && { query }) };
}

/** What a match looks at: two that ask for other values of the same header could hide one another. */
function askedFor({ path, method, headers = {}, query = {} }: PlannedMatch): string {
  return JSON.stringify([path, method, Object.keys(headers), Object.keys(query)]);
}

function drawRoute(draw: Draw, match: readonly PlannedMatch[], versions: readonly string[]): PlannedRoute {
  const to = versions.length > 0 ? draw.maybe(0.7, () => drawShares(draw, versions)) : undefined;
  const abort = match.length > 0 ? draw.maybe(0.15, () => draw.pick([418, 503])) : undefined;
  return {
    match,
    ...(to && { to }),
    ...(abort !== undefined && { abort }),
    ...(draw.chance(0.25) && { timeoutMs: TIMEOUT_MS }),
    ...(draw.chance(0.25) && { setHeaders: { 'x-from-route': draw.pick(['one', 'two']) } }),
  };
}

function drawMatch(draw: Draw): PlannedMatch {
  const path = draw.maybe(0.7, () => draw.pick(ROUTED));
  const method = draw.maybe(0.25, () => draw.pick(METHODS));
  const [name, values] = draw.pick(Object.entries(HEADERS));
  const [parameter, choices] = draw.pick(Object.entries(QUERIES));
  const value = draw.pick(values);
  const start = value.slice(0, 2);
  const header: PlannedText = draw.pick([{ how: 'exact', value }, { how: 'prefix', value: start }, { how: 'regex', value: `${start}.*` }]);
  return {
    ...(path && { path }),
    ...(method !== undefined && { method }),
    ...((draw.chance(0.3) || (!path && method === undefined)) && { headers: { [name]: header } }),
    ...(draw.chance(0.15) && { query: { [parameter]: { how: 'exact', value: draw.pick(choices) } } }),
  };
}

function drawCalls(draw: Draw, services: readonly PlannedService[]): PlannedCall[] {
  const pairs = services.flatMap((caller) => services.filter((callee) => callee !== caller).map((callee) => ({ caller, callee })));
  const chosen = draw.some(pairs);
  return chosen.flatMap(({ caller, callee }) => draw.list(1, draw.chance(0.2) ? 2 : 1, () => ({ caller, callee, ...drawLimits(draw, callee) })));
}

function drawLimits(draw: Draw, { ports }: PlannedService): Pick<PlannedCall, 'methods' | 'paths' | 'ports'> {
  const http = ports.filter(speaksHttp);
  const limited = http.length > 0 && draw.chance(0.5);
  const numbers = (limited && http.length < ports.length ? http : draw.some(ports)).map(({ number }) => number);
  return {
    ...(limited && draw.chance(0.6) && { methods: draw.some(METHODS) }),
    ...(limited && draw.chance(0.6) && { paths: draw.some(CALLED) }),
    ...((limited || draw.chance(0.3)) && { ports: numbers.filter((number) => !limited || http.some((port) => port.number === number)) }),
  };
}

function drawExposures(draw: Draw, id: string, services: readonly PlannedService[]): PlannedExposure[] {
  return services.filter(({ ports }) => ports.some(({ kind }) => kind === 'http' || kind === 'http2')).slice(0, draw.int(1, 2)).map((service) => ({
    service,
    port: service.ports.find(({ kind }) => kind === 'http' || kind === 'http2')!.number,
    hosts: [`${service.name}.${id}.example.com`],
    ...(draw.chance(0.4) && { paths: [draw.pick(['/a', '/items'])] }),
  }));
}
