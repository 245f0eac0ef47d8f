import { Duration } from 'cdk8s';
import { HttpFault, MeshNamespace, MeshPort, MeshService, ServiceVersion, StringMatch } from '../../../src';
import { deployment, find, meshFor } from '../harness';

function versioned(shop: MeshNamespace, ports = [MeshPort.http(80, { target: 8080 })]): { web: MeshService; v1: ServiceVersion; v2: ServiceVersion } {
  const web = shop.addService('web', { ports });
  const pods = { ports: ports.map((port) => ({ containerPort: port.target! })) };
  return {
    web,
    v1: web.addVersion('v1', deployment(shop, 'web-v1', { ...pods, labels: { app: 'web', version: '1.0' } })),
    v2: web.addVersion('v2', deployment(shop, 'web-v2', { ...pods, labels: { app: 'web', version: '2.0' } })),
  };
}

const WEB = 'web.shop.svc.cluster.local';

test('versions are the subsets of one destination rule, and the service picks the pods of all of them', () => {
  const { shop } = meshFor();
  const { web, v1, v2 } = versioned(shop);
  web.split(v1.weight(50), v2.weight(50));
  expect(find(shop, 'DestinationRule', 'web').spec).toEqual({
    host: WEB,
    subsets: [{ name: 'v1', labels: { version: '1.0' } }, { name: 'v2', labels: { version: '2.0' } }],
  });
  expect(find(shop, 'Service', 'web').spec).toEqual({
    selector: { app: 'web' },
    ports: [{ name: 'http-80', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }],
  });
});

test('without a split or a route there is no virtual service, and no subset that nobody would use', () => {
  const { shop } = meshFor();
  versioned(shop);
  expect([find(shop, 'VirtualService', 'web'), find(shop, 'DestinationRule', 'web')]).toEqual([undefined, undefined]);
});

test('a version to which no route leads is no subset', () => {
  const { shop } = meshFor();
  const { web, v1 } = versioned(shop);
  web.split(v1.weight(100));
  expect(find(shop, 'DestinationRule', 'web').spec.subsets).toEqual([{ name: 'v1', labels: { version: '1.0' } }]);
});

test('a split sends each version its share', () => {
  const { shop } = meshFor();
  const { web, v1, v2 } = versioned(shop);
  web.split(v1.weight(80), v2.weight(20));
  expect(find(shop, 'VirtualService', 'web').spec).toEqual({
    hosts: [WEB],
    http: [{
      route: [
        { destination: { host: WEB, subset: 'v1' }, weight: 80 },
        { destination: { host: WEB, subset: 'v2' }, weight: 20 },
      ],
    }],
  });
});

test('routes come in the order of how specific their matches are, whatever that of the program, and the route for the rest comes last', () => {
  const { shop } = meshFor();
  const { web, v1, v2 } = versioned(shop);
  web.route({ timeout: Duration.seconds(3), retries: { attempts: 2, perTryTimeout: Duration.millis(500), retryOn: ['5xx', 'reset'] } });
  web.route({ name: 'tester', match: [{ headers: { 'end-user': StringMatch.exact('jason') } }, { queryParams: { beta: StringMatch.exact('1') } }], to: [v2.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/slow'), method: StringMatch.exact('GET') }], fault: HttpFault.delay(Duration.seconds(7), 50).and(HttpFault.abort(503, 10)) });
  web.split(v1.weight(100));
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    {
      match: [{ uri: { prefix: '/slow' }, method: { exact: 'GET' } }],
      fault: { delay: { fixedDelay: '7s', percentage: { value: 50 } }, abort: { httpStatus: 503, percentage: { value: 10 } } },
      route: [{ destination: { host: WEB, subset: 'v1' } }],
    },
    {
      name: 'tester',
      match: [{ headers: { 'end-user': { exact: 'jason' } } }, { queryParams: { beta: { exact: '1' } } }],
      route: [{ destination: { host: WEB, subset: 'v2' } }],
    },
    {
      route: [{ destination: { host: WEB, subset: 'v1' } }],
      timeout: '3s',
      retries: { attempts: 2, perTryTimeout: '0.5s', retryOn: '5xx,reset' },
    },
  ]);
});

test('a service with several ports has each route once a port, and connections are split too', () => {
  const { shop } = meshFor();
  const { web, v1 } = versioned(shop, [MeshPort.http(80, { target: 8080 }), MeshPort.grpc(90, { target: 9090 }), MeshPort.tcp(6000)]);
  web.split(v1.weight(100));
  const to = (number: number) => [{ destination: { host: WEB, subset: 'v1', port: { number } } }];
  expect(find(shop, 'VirtualService', 'web').spec).toEqual({
    hosts: [WEB],
    http: [{ match: [{ port: 80 }], route: to(80) }, { match: [{ port: 90 }], route: to(90) }],
    tcp: [{ match: [{ port: 6000 }], route: to(6000) }],
  });
});

test('a second route for all other requests is refused', () => {
  const { shop } = meshFor();
  const { web } = versioned(shop);
  web.route({ timeout: Duration.seconds(3) });
  expect(() => web.route({ timeout: Duration.seconds(4) })).toThrow(new Error(
    '[mesh-2-shop/services/web] There is a route for all other requests already. Give this one a match, or put both into one route().'));
});

test('a route on a service without HTTP is refused', () => {
  const { shop } = meshFor();
  const { web } = versioned(shop, [MeshPort.tcp(6379)]);
  expect(() => web.route({ timeout: Duration.seconds(3) })).toThrow(new Error(
    '[mesh-2-shop/services/web] No port of the service speaks HTTP ("tcp-6379"), so there are no requests to route. '
    + 'Make the port with MeshPort.http, http2 or grpc; split() works for TCP too.'));
});

test('denyAll() writes a policy that denies every request, once', () => {
  const { shop } = meshFor();
  const { web } = versioned(shop);
  web.denyAll();
  web.denyAll();
  expect(find(shop, 'AuthorizationPolicy', 'web-denials').spec).toEqual({ action: 'DENY', selector: { matchLabels: { app: 'web' } }, rules: [{}] });
});

test('a route to another service names its port, unless it is that on which the request came: the proxy looks there, and not at the service', () => {
  const { shop } = meshFor();
  const { web } = versioned(shop);
  const near = shop.addService('near', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'near') });
  const far = shop.addService('far', { ports: [MeshPort.http(9090, { target: 8080 })], workload: deployment(shop, 'far') });
  web.route({ to: [near.weight(30), far.weight(70)], mirrors: [far.weight(100)] });
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([{
    mirrors: [{ destination: { host: 'far.shop.svc.cluster.local', port: { number: 9090 } } }],
    route: [
      { destination: { host: 'near.shop.svc.cluster.local' }, weight: 30 },
      { destination: { host: 'far.shop.svc.cluster.local', port: { number: 9090 } }, weight: 70 },
    ],
  }]);
});
