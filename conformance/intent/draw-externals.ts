import { PlannedExternal, PlannedPath, PlannedPort, PlannedRoute, PlannedService, speaksHttp } from './plan';
import { Draw } from '../generate/draw';
import { HTTP_TARGETS, TCP_TARGETS, TLS_TARGETS } from '../lib/pod-pool';

/** What may be outside, on which ports. */
const PORTS: readonly PlannedPort[] = [
  { kind: 'http', number: 80, target: HTTP_TARGETS[0] },
  { kind: 'tls', number: 443, target: TLS_TARGETS[0] },
  { kind: 'tcp', number: 5000, target: TCP_TARGETS[0] },
];

/** The first address of those that the API server gives to no Service by itself. */
const FIRST_ADDRESS = 20;

/** What is outside a mesh, and who calls it. */
export function drawExternals(draw: Draw, id: string, services: readonly PlannedService[]): PlannedExternal[] {
  if (draw.chance(0.5)) return [];
  return draw.list(1, 2, (index) => {
    const ports = draw.some(PORTS);
    const isForwarded = draw.chance(0.4);
    const name = ['pay', 'map'][index];
    return {
      name,
      namespace: 'outside',
      host: `${name}.${id}.example.com`,
      address: `10.96.0.${FIRST_ADDRESS + index}`,
      ports,
      versions: [],
      routes: !isForwarded && ports.some(speaksHttp) && draw.chance(0.5) ? drawRoutes(draw) : [],
      connections: [],
      callers: draw.some(services),
      isForwarded,
    };
  });
}

/** How some requests are treated on the way out. */
function drawRoutes(draw: Draw): PlannedRoute[] {
  const path = draw.pick<PlannedPath>([{ how: 'exact', value: '/a' }, { how: 'segments', value: '/a' }, { how: 'segments', value: '/items' }]);
  return [
    { match: [{ path }], ...draw.pick([{ setHeaders: { 'x-from-route': 'out' } }, { rewrite: '/admin' }, { redirect: { uri: '/new', code: 302 } }]) },
    ...(draw.chance(0.4) ? [{ match: [], setAnswerHeaders: { 'x-by-route': 'yes' } }] : []),
  ];
}
