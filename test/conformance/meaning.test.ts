import { meaningsOf } from '../../conformance/lib/meaning';

const service = (name: string, ports: number[]) => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'default' }, spec: { ports: ports.map((port) => ({ port })) },
});
const routes = (http: object[], more: object = {}) => ({
  apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'routes' }, spec: { hosts: ['web'], http, ...more },
});
const rule = (subsets: object[], more: object = {}) => ({
  apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'rule' }, spec: { host: 'web.default.svc.cluster.local', subsets, ...more },
});

test('a short host means the full one, and the port of a service with one port, a sole weight and a name mean nothing', () => {
  const short = meaningsOf([service('web', [80]), routes([{ name: 'x', route: [{ destination: { host: 'web', port: { number: 80 } }, weight: 100 }] }])]);
  expect(short).toEqual([
    { name: 'VirtualService web.default.svc.cluster.local', value: { http: [{ route: [{ destination: { host: 'web.default.svc.cluster.local' } }] }] } },
  ]);
});

test('the port of a service with several is kept', () => {
  const [{ value }] = meaningsOf([service('web', [80, 81]), routes([{ route: [{ destination: { host: 'web', port: { number: 81 } } }] }])]);
  expect(value).toEqual({ http: [{ route: [{ destination: { host: 'web.default.svc.cluster.local', port: { number: 81 } } }] }] });
});

test('subsets to which no route leads and which treat nobody otherwise mean nothing', () => {
  const objects = [routes([{ route: [{ destination: { host: 'web', subset: 'v1' } }] }]), rule([{ name: 'v1' }, { name: 'v2' }, { name: 'v3', trafficPolicy: { tls: {} } }])];
  expect(meaningsOf(objects)[1]).toEqual({
    name: 'DestinationRule web.default.svc.cluster.local', value: { subsets: [{ name: 'v1' }, { name: 'v3', trafficPolicy: { tls: {} } }] },
  });
  expect(meaningsOf([rule([{ name: 'v1' }])])).toEqual([]);
});

test('routes at a gateway are others than those in the mesh', () => {
  expect(meaningsOf([routes([], { gateways: ['edge'] })]).map(({ name }) => name)).toEqual(['VirtualService web.default.svc.cluster.local at a gateway']);
});

test('the servers of a Gateway are known by protocol, port and hosts', () => {
  const gateway = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge' },
    spec: { servers: [{ port: { number: 443, protocol: 'HTTPS', name: 'a' }, hosts: ['shop/a.example.com'], tls: { mode: 'SIMPLE' } }] },
  };
  expect(meaningsOf([gateway])).toEqual([{ name: 'Gateway HTTPS 443 a.example.com', value: { tls: { mode: 'SIMPLE' } } }]);
});

test('the listeners of a Gateway of the Gateway API are known by protocol, port and host, and those of waypoints mean nothing', () => {
  const gateway = (gatewayClassName: string, from: string) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge' },
    spec: { gatewayClassName, listeners: [{ name: 'a', port: 80, protocol: 'TCP', allowedRoutes: { namespaces: { from }, kinds: [{ kind: 'TCPRoute' }] } }] },
  });
  expect(meaningsOf([gateway('istio', 'All'), gateway('istio', 'Same'), gateway('istio-waypoint', 'All')])).toEqual([
    { name: 'Gateway TCP 80 *', value: { allowedRoutes: { namespaces: { from: 'All' } } } }, { name: 'Gateway TCP 80 *', value: {} },
  ]);
});

test('connections have routes of the Gateway API as well', () => {
  const route = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TCPRoute',
    metadata: { name: 'db' },
    spec: { parentRefs: [{ name: 'edge', sectionName: 'tcp' }], rules: [{ backendRefs: [{ name: 'db-v1', port: 5432, weight: 1 }] }] },
  };
  expect(meaningsOf([route])).toEqual([{ name: 'TCPRoute Gateway edge', value: [{ backendRefs: [{ name: 'db-v1', port: 5432 }] }] }]);
});
