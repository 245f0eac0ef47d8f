import { Posture, RouteDialect } from 'cdk8s-istio';
import { drawAccess } from './draw-access';
import { drawConnections } from './draw-connections';
import { drawExternals } from './draw-externals';
import { drawGateway } from './draw-gateway';
import { drawRoutes } from './draw-routes';
import { drawShares } from './draw-shares';
import { PlannedMesh, PlannedPort, PlannedService, PortKind } from './plan';
import { Draw } from '../generate/draw';
import { HTTP_TARGETS, TCP_TARGETS, TLS_TARGETS } from '../lib/pod-pool';

/** Ports by what is spoken on them. Some ports mean bytes here and requests there. */
const PORTS: Readonly<Record<PortKind, readonly number[]>> = {
  http: [80, 8080, 9090], http2: [80, 9090], grpc: [50051, 9090], tcp: [5432, 6379, 80], tls: [443, 8443],
};

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
  const gateway = draw.maybe(0.4, () => drawGateway(draw, id, services, bothSay));
  return {
    id,
    posture,
    dialect,
    services,
    ...drawAccess(draw, services, namespaces),
    externals: drawExternals(draw, id, services),
    ...(gateway && { gateway }),
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
