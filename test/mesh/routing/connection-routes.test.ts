import { MeshNamespace, MeshPort, MeshService, RouteDialect, ServiceVersion, TcpRouteOptions, TlsRouteOptions } from '../../../src';
import { deployment, find, meshFor } from '../harness';

const DB = 'db.shop.svc.cluster.local';

function versioned(ports: MeshPort[], routeDialect?: RouteDialect): { shop: MeshNamespace; db: MeshService; v1: ServiceVersion; v2: ServiceVersion } {
  const { shop } = meshFor({ routeDialect });
  const db = shop.addService('db', { ports });
  const pods = (version: string) => deployment(shop, `db-${version}`, {
    ports: ports.map((port) => ({ containerPort: port.target! })), labels: { app: 'db', version },
  });
  return { shop, db, v1: db.addVersion('v1', pods('v1')), v2: db.addVersion('v2', pods('v2')) };
}

const to = (subset: string, number?: number) => [{ destination: { host: DB, subset, ...(number && { port: { number } }) } }];

test('connections of some callers go elsewhere than those of the rest, whatever the order of the program', () => {
  const { shop, db, v1, v2 } = versioned([MeshPort.tcp(5432)]);
  const report = shop.addService('report', { workload: deployment(shop, 'report') });
  db.routeTcp({ to: [v1.weight(100)] });
  db.routeTcp({ match: [{ sources: [report, shop] }], to: [v2.weight(100)] });
  expect(find(shop, 'VirtualService', 'db').spec).toEqual({
    hosts: [DB],
    tcp: [
      { match: [{ sourceNamespace: 'shop', sourceLabels: { app: 'report' } }], route: to('v2') },
      { match: [{ sourceNamespace: 'shop' }], route: to('v2') },
      { route: to('v1') },
    ],
  });
});

test('a route for one port leaves the others to the split', () => {
  const { shop, db, v1, v2 } = versioned([MeshPort.tcp(5432), MeshPort.tcp(6432)]);
  db.split(v1.weight(100));
  db.routeTcp({ match: [{ port: 6432 }], to: [v2.weight(100)] });
  db.routeTcp({ match: [{ port: 6432, destinationSubnets: ['10.1.0.0/16', '10.0.0.0/24'] }], to: [v1.weight(100)] });
  expect(find(shop, 'VirtualService', 'db').spec.tcp).toEqual([
    { match: [{ port: 5432 }], route: to('v1', 5432) },
    { match: [{ port: 6432, destinationSubnets: ['10.0.0.0/24', '10.1.0.0/16'] }], route: to('v1', 6432) },
    { match: [{ port: 6432 }], route: to('v2', 6432) },
  ]);
});

test('TLS that is passed on is split by the server name, which is the host of the service', () => {
  const { shop, db, v1, v2 } = versioned([MeshPort.tls(8443)]);
  db.split(v1.weight(90), v2.weight(10));
  expect(find(shop, 'VirtualService', 'db').spec).toEqual({
    hosts: [DB],
    tls: [{
      match: [{ sniHosts: [DB] }],
      route: [
        { destination: { host: DB, subset: 'v1' }, weight: 90 },
        { destination: { host: DB, subset: 'v2' }, weight: 10 },
      ],
    }],
  });
});

test('a TLS route is for its names and its callers', () => {
  const { shop, db, v1, v2 } = versioned([MeshPort.tls(8443)]);
  db.routeTls({ match: [{ sources: [shop] }], to: [v2.weight(100)] });
  db.routeTls({ to: [v1.weight(100)] });
  expect(find(shop, 'VirtualService', 'db').spec.tls).toEqual([
    { match: [{ sourceNamespace: 'shop', sniHosts: [DB] }], route: to('v2') },
    { match: [{ sniHosts: [DB] }], route: to('v1') },
  ]);
});

test('in the words of the Gateway API, TLS has a TLSRoute', () => {
  const { shop, db, v1 } = versioned([MeshPort.tls(8443)], RouteDialect.GATEWAY_API);
  db.split(v1.weight(100));
  expect(find(shop, 'TLSRoute', 'db').spec).toEqual({
    parentRefs: [{ group: '', kind: 'Service', name: 'db' }], hostnames: [DB], rules: [{ backendRefs: [{ name: 'db-v1', port: 8443 }] }],
  });
});

const ISTIO = 'Write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.';

test('what a TCPRoute cannot say is refused', () => {
  const { shop, db, v1 } = versioned([MeshPort.tcp(5432)], RouteDialect.GATEWAY_API);
  expect(() => db.routeTcp({ match: [{ sources: [shop] }], to: [v1.weight(100)] })).toThrow(new Error(
    `[mesh-2-shop/services/db] The routes of the Gateway API take all connections to port 5432, whoever makes them and to which address. ${ISTIO}`));
});

test.each<[string, (v1: ServiceVersion) => TcpRouteOptions, string]>([
  ['another port', (v1) => ({ match: [{ port: 80 }], to: [v1.weight(100)] }), 'A match is for port 80, and the ports of this kind are 5432. Name one of them.'],
  ['no source', (v1) => ({ match: [{ sources: [] }], to: [v1.weight(100)] }),
    'The list of sources is empty, so that no connection would match. Leave sources out for any.'],
  ['half of the connections', (v1) => ({ to: [v1.weight(50)] }), 'The weights 50 add up to 50, not to 100. Change them so that they add up to 100. (A8)'],
  ['the same twice', (v1) => ({ match: [{}, {}], to: [v1.weight(100)] }),
    'Two routes have the match port 5432. Put both into one, or ask for something else in one of them.'],
])('a route for %s is refused', (_, route, message) => {
  const { db, v1 } = versioned([MeshPort.tcp(5432), MeshPort.http(80)]);
  expect(() => db.routeTcp(route(v1))).toThrow(new Error(`[mesh-2-shop/services/db] ${message}`));
});

test('a route of a kind that the service does not speak is refused', () => {
  const { db, v1 } = versioned([MeshPort.http(80)]);
  const route: TlsRouteOptions = { to: [v1.weight(100)] };
  expect(() => db.routeTls(route)).toThrow(new Error(
    '[mesh-2-shop/services/db] No port of the service carries TLS ("http-80"). Make the port with MeshPort.tls or https.'));
  expect(() => db.routeTcp(route)).toThrow(new Error(
    '[mesh-2-shop/services/db] No port of the service carries plain bytes ("http-80"). Make the port with MeshPort.tcp, or use route() or routeTls().'));
});

test('two rules for the same addresses are refused where a caller may be meant by both: Envoy would refuse the whole port', () => {
  const { shop, db, v1, v2 } = versioned([MeshPort.tcp(5432), MeshPort.tcp(6432)]);
  const [web, api] = ['web', 'api'].map((name) => shop.addService(name, { ports: [MeshPort.http(80)], selector: { app: name } }));
  db.routeTcp({ match: [{ port: 5432, destinationSubnets: ['192.0.2.0/24', '10.0.0.1'], sources: [web] }], to: [v1.weight(100)] });
  const message = (given: string, own: string, shared: string): Error => new Error(
    `[mesh-2-shop/services/db] The routes for ${given} and ${own} have ${shared} in common, for callers that may be the same: `
    + 'Envoy takes no two rules for the same addresses, and would refuse the whole port. Leave the addresses out of one of them, or name others.');
  const given = 'port 5432, destination "10.0.0.1", "192.0.2.0/24" and callers of namespace "shop" with labels app=web';
  expect(() => db.routeTcp({ match: [{ port: 5432, destinationSubnets: ['192.0.2.0/24'] }], to: [v2.weight(100)] })).toThrow(
    message(given, 'port 5432 and destination "192.0.2.0/24"', '192.0.2.0/24'));
  expect(() => db.routeTcp({ match: [{ destinationSubnets: ['10.0.0.1/32'], sources: [shop] }], to: [v2.weight(100)] })).toThrow(
    message(given, 'port 5432, destination "10.0.0.1/32" and callers of namespace "shop" with labels none', '10.0.0.1/32'));
  db.routeTcp({ match: [{ port: 5432, destinationSubnets: ['192.0.2.0/24'], sources: [api] }, { port: 6432, destinationSubnets: ['192.0.2.0/24'] }, { port: 5432 }], to: [v2.weight(100)] });
  expect(find(shop, 'VirtualService', 'db').spec.tcp).toHaveLength(4);
});

test('a destination without such a port is refused', () => {
  const { shop, db } = versioned([MeshPort.tcp(5432)]);
  const other = shop.addService('other', { ports: [MeshPort.tcp(1), MeshPort.tcp(2)], selector: { app: 'other' } });
  expect(() => db.routeTcp({ to: [other.weight(100)] })).toThrow(new Error(
    '[mesh-2-shop/services/db] Traffic for port 5432 goes to service "other.shop.svc.cluster.local", whose ports for it are 1, 2. '
    + 'Name one of them, such as other.weight(100, { port: 8080 }).'));
  db.routeTcp({ to: [other.weight(100, { port: 2 })] });
  expect(find(shop, 'VirtualService', 'db').spec.tcp).toEqual([
    { route: [{ destination: { host: 'other.shop.svc.cluster.local', port: { number: 2 } } }] },
  ]);
});
