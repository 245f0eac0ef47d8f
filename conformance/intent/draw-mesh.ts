import { Posture, RouteDialect } from 'cdk8s-istio';
import { drawConnections } from './draw-connections';
import { drawRoutes } from './draw-routes';
import { drawShares } from './draw-shares';
import {
  PlannedCall, PlannedDenial, PlannedExposure, PlannedGrant, PlannedLimits, PlannedMesh, PlannedPort, PlannedService,
  PlannedTokens, PortKind, sharesOf, speaksHttp,
} from './plan';
import { METHODS } from './words';
import { Draw } from '../generate/draw';
import { HTTP_TARGETS, TCP_TARGETS, TLS_TARGETS } from '../lib/pod-pool';

/** Ports by what is spoken on them. Some ports mean bytes here and requests there. */
const PORTS: Readonly<Record<PortKind, readonly number[]>> = {
  http: [80, 8080, 9090], http2: [80, 9090], grpc: [50051, 9090], tcp: [5432, 6379, 80], tls: [443, 8443],
};

/** The paths that a call names. */
const CALLED = ['/a', '/a/*', '/a*', '/items/*', '*/b', '/admin'];

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
  const bare = draw.list(3, 4, (index) => drawService(draw, `s${index}`, draw.pick(namespaces)));
  const services = bare.map((service) => ({
    ...service,
    routes: draw.chance(0.7) ? drawRoutes(draw, service, bare, bothSay) : [],
    connections: drawConnections(draw, service, bare, bothSay),
  }));
  const { calls, grants } = followed(services, drawCalls(draw, services), services.flatMap((callee) => (
    draw.maybe(0.2, () => drawGrant(draw, callee, namespaces)) ?? [])));
  const denials = services.flatMap((callee) => draw.maybe(0.15, () => drawDenial(draw, callee, services)) ?? []);
  const tokens = services.flatMap((callee) => (callee.ports.every(speaksHttp) ? draw.maybe(0.2, () => drawTokens(draw, callee)) ?? [] : []));
  const exposures = draw.chance(0.35) ? drawExposures(draw, id, services.filter((service) => ledTo(service, services).length === 0)) : [];
  return {
    id,
    posture,
    dialect,
    services,
    calls,
    grants,
    denials,
    tokens,
    ...(exposures.length > 0 && { gateway: { name: 'edge', namespace: `${id}-edge`, exposures } }),
  };
}

function drawService(draw: Draw, name: string, namespace: string): Omit<PlannedService, 'routes' | 'connections'> {
  const ports = drawPorts(draw);
  const count = draw.pick([0, 0, 0, 0, 1, 2, 2, 2, 3]);
  const versions = ['v1', 'v2', 'v3'].slice(0, count);
  const split = count > 0 ? draw.maybe(0.6, () => drawShares(draw, versions)) : undefined;
  return { name, namespace, ports, versions, ...(split && { split }) };
}

function drawPorts(draw: Draw): PlannedPort[] {
  const first = drawPort(draw, 0);
  const second = drawPort(draw, 1);
  return draw.chance(0.4) && second.number !== first.number ? [first, second] : [first];
}

function drawPort(draw: Draw, index: number): PlannedPort {
  const kind = draw.pick<PortKind>(['http', 'http', 'http', 'http', 'http2', 'grpc', 'tcp', 'tcp', 'tls']);
  // Never the same for both ports: at the pod they would be one.
  const target = kind === 'tcp' ? TCP_TARGETS[index] : kind === 'tls' ? TLS_TARGETS[index] : HTTP_TARGETS[index + draw.pick([0, 2])];
  return { kind, number: draw.pick(PORTS[kind]), target };
}

function drawCalls(draw: Draw, services: readonly PlannedService[]): PlannedCall[] {
  const pairs = services.flatMap((caller) => services.filter((callee) => callee !== caller).map((callee) => ({ caller, callee })));
  const chosen = draw.some(pairs);
  return chosen.flatMap(({ caller, callee }) => draw.list(1, draw.chance(0.2) ? 2 : 1, () => ({ caller, callee, limits: drawLimits(draw, callee) })));
}

/** The other services to which routes of a service lead, or copy. */
function ledTo(from: PlannedService, services: readonly PlannedService[]): PlannedService[] {
  const names = new Set(sharesOf(from).map(({ service }) => service));
  return services.filter(({ name }) => names.has(name));
}

/** Who may call a service may call where its routes lead, too: synthesis asks for that. Nobody is led back to itself. */
function followed(services: readonly PlannedService[], calls: readonly PlannedCall[], grants: readonly PlannedGrant[]): Pick<PlannedMesh, 'calls' | 'grants'> {
  const leadsTo = new Map(services.map((service) => [service, reachedFrom(service, services)]));
  const kept = calls.filter(({ caller, callee }) => !leadsTo.get(callee)!.has(caller));
  const lacking = kept.flatMap(({ caller, callee }) => [...leadsTo.get(callee)!].map((to) => ({ caller, callee: to, limits: {} })))
    .filter(({ caller, callee }) => !kept.some((call) => call.caller === caller && call.callee === callee));
  const shut = grants.flatMap(({ callee, namespace }) => [...leadsTo.get(callee)!].map((to): PlannedGrant => (
    { callee: to, ...(namespace !== undefined && { namespace }), limits: {} })))
    .filter(({ callee, namespace }) => !grants.some((grant) => grant.callee === callee && grant.namespace === namespace));
  return { calls: [...kept, ...unique(lacking)], grants: [...grants, ...unique(shut)] };
}

/** The services to which the routes of one lead, and theirs. */
function reachedFrom(service: PlannedService, services: readonly PlannedService[]): ReadonlySet<PlannedService> {
  const reached = new Set<PlannedService>();
  for (let next = [service]; next.length > 0;) {
    next = next.flatMap((one) => ledTo(one, services)).filter((one) => !reached.has(one));
    next.forEach((one) => reached.add(one));
  }
  return reached;
}

function unique<T extends Pick<PlannedCall, 'callee'> & Partial<Pick<PlannedCall, 'caller'> & Pick<PlannedGrant, 'namespace'>>>(items: readonly T[]): T[] {
  return [...new Map(items.map((one) => [JSON.stringify([one.caller?.name, one.callee.name, one.namespace]), one])).values()];
}

function drawGrant(draw: Draw, callee: PlannedService, namespaces: readonly string[]): PlannedGrant {
  const namespace = draw.maybe(0.7, () => draw.pick(namespaces));
  return { callee, ...(namespace !== undefined && { namespace }), limits: drawLimits(draw, callee) };
}

function drawDenial(draw: Draw, callee: PlannedService, services: readonly PlannedService[]): PlannedDenial {
  const limits = drawLimits(draw, callee);
  const others = services.filter((service) => service !== callee);
  return { callee, limits, ...draw.pick([{}, { namespace: draw.pick(others).namespace }, { except: [draw.pick(others).name] }]) };
}

function drawTokens(draw: Draw, callee: PlannedService): PlannedTokens {
  const required = draw.chance(0.6);
  return {
    callee,
    required,
    ...(required && draw.chance(0.4) && { paths: draw.some(CALLED) }),
    ...(required && draw.chance(0.4) && { roles: ['staff'] }),
  };
}

function drawLimits(draw: Draw, { ports }: PlannedService): PlannedLimits {
  const http = ports.filter(speaksHttp);
  if (http.length === 0 || draw.chance(0.5)) return draw.chance(0.3) ? { ports: draw.some(ports).map(({ number }) => number) } : {};
  const asked = {
    ...(draw.chance(0.5) && { methods: draw.some(METHODS) }),
    ...(draw.chance(0.5) && { paths: draw.some(CALLED) }),
    ...(draw.chance(0.15) && { notMethods: [draw.pick(METHODS)] }),
    ...(draw.chance(0.15) && { notPaths: [draw.pick(CALLED)] }),
    ...(draw.chance(0.15) && { headers: { 'x-beta': ['yes'] } }),
  };
  // What is asked of requests can be asked on ports that speak HTTP alone.
  return { ...asked, ...((http.length < ports.length || draw.chance(0.3)) && { ports: draw.some(http).map(({ number }) => number) }) };
}

function drawExposures(draw: Draw, id: string, services: readonly PlannedService[]): PlannedExposure[] {
  return services.filter(({ ports }) => ports.some(({ kind }) => kind === 'http' || kind === 'http2')).slice(0, draw.int(1, 2)).map((service) => ({
    service,
    port: service.ports.find(({ kind }) => kind === 'http' || kind === 'http2')!.number,
    hosts: [`${service.name}.${id}.example.com`],
    ...(draw.chance(0.4) && { paths: [draw.pick(['/a', '/items'])] }),
  }));
}
