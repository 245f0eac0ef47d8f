import { Testing, Yaml } from 'cdk8s';
import { MeshPort, MeshService, StringMatch } from '../../../src';
import { printedBy } from '../../printed';
import { find, meshFor, messageOf, service } from '../harness';

/** What the program of another team writes. */
function otherProgram(allow: boolean): string {
  const { mesh } = meshFor();
  const orders = mesh.addNamespace('orders');
  const api = service(orders, 'api');
  const batch = service(orders, 'batch');
  batch.calls(api);
  if (allow) api.allowFrom(MeshService.fromServiceName(mesh, 'web', { namespace: 'shop', serviceAccount: 'web' }));
  return Yaml.stringify(...Testing.synth(orders));
}

test('a service of another program is called by its name: it stands in the scope of the caller, and no object is written for it', () => {
  const { mesh, shop } = meshFor();
  const web = service(shop, 'web');
  web.calls(MeshService.fromServiceName(mesh, 'api', { namespace: 'orders' }));
  expect(find(shop, 'Sidecar', 'web').spec.egress).toEqual([{ hosts: ['orders/api.orders.svc.cluster.local'] }]);
  expect(Testing.synth(shop).filter(({ metadata }) => metadata.namespace === 'orders')).toEqual([]);
  expect(mesh.paths.external.map(({ from, to }) => [from, to])).toEqual([['shop/web', 'api.orders']]);
});

test('a service of another program is let in by its identity, and a route may be for it or lead to it', () => {
  const { mesh, shop } = meshFor({ meshConfig: { trustDomain: 'example.com' } });
  const web = service(shop, 'web');
  const api = MeshService.fromServiceName(mesh, 'api', {
    namespace: 'orders', serviceAccount: 'orders-api', podLabels: { app: 'api' }, ports: [MeshPort.http(80)],
  });
  web.allowFrom(api, { methods: ['GET'] });
  web.route({ match: [{ sources: [api] }], to: [api.weight(100)] });
  expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules[0].from).toEqual([{ source: { principals: ['example.com/ns/orders/sa/orders-api'] } }]);
  expect(find(shop, 'VirtualService', 'web').spec.http[0]).toEqual({
    match: [{ sourceLabels: { app: 'api' }, sourceNamespace: 'orders' }], route: [{ destination: { host: 'api.orders.svc.cluster.local' } }],
  });
});

test('a manifest tells the ports, the identity and the pods of its service', () => {
  const { mesh } = meshFor();
  const api = MeshService.fromManifest(mesh, otherProgram(false), 'api');
  expect(api.ports.map(({ number, protocol, target }) => [number, protocol, target])).toEqual([[80, 'http', 8080]]);
  expect([api.namespaceName, api.host, api.identity.principal]).toEqual(['orders', 'api.orders.svc.cluster.local', 'cluster.local/ns/orders/sa/default']);
  expect(api.sourceLabels).toEqual({ app: 'api' });
});

describe('a call of a service whose manifest is known', () => {
  test('is warned about where no policy of it lets the caller in', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').calls(MeshService.fromManifest(mesh, otherProgram(false), 'api'));
    expect(printedBy(() => Testing.synth(shop))).toEqual([
      '[mesh-1-control-plane/imported/api.orders] warning: "mesh-2-shop/services/web" calls it, and no policy in its manifest lets cluster.local/ns/shop/sa/web in. '
      + 'Let its owners allow the identity, with allowFrom().\n',
    ]);
  });

  test('is not where one does', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').calls(MeshService.fromManifest(mesh, otherProgram(true), 'api', 'orders'));
    expect(printedBy(() => Testing.synth(shop))).toEqual([]);
  });
});

test('objects are taken as well as text, and several services of a name are told apart by the namespace', () => {
  const { mesh } = meshFor();
  const one = (namespace: string): object => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'api', namespace }, spec: { ports: [{ name: 'grpc-x', port: 9000, targetPort: 'x' }] } });
  const manifest = { apiVersion: 'v1', kind: 'List', items: [one('a'), one('b')] };
  const [port] = MeshService.fromManifest(mesh, manifest, 'api', 'b').ports;
  expect([port.protocol, port.targetName]).toEqual(['grpc', 'x']);
  expect(messageOf(() => MeshService.fromManifest(mesh, manifest, 'api'))).toBe(
    '[mesh] The manifest holds 2 Services called "api" with a namespace; its Services are "a/api", "b/api". Give the name and the namespace of one of them.');
});

describe('what is refused', () => {
  test('a port that it does not have', () => {
    const { mesh, shop } = meshFor();
    const api = MeshService.fromServiceName(mesh, 'api', { namespace: 'orders', ports: [MeshPort.http(80)] });
    expect(messageOf(() => service(shop, 'web').calls(api, { ports: [81] }))).toBe(
      '[mesh-1-control-plane/imported/api.orders] "mesh-2-shop/services/web" calls it on port 81, but its ports are 80. Name ports of the called service.');
  });

  test('one that this program declares, or that is imported already', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web');
    expect(messageOf(() => MeshService.fromServiceName(mesh, 'web', { namespace: 'shop' }))).toBe(
      '[mesh] Service "web" of namespace "shop" is declared by this program. Use the object that addService() returned.');
    MeshService.fromServiceName(mesh, 'api', { namespace: 'orders' });
    expect(messageOf(() => MeshService.fromServiceName(mesh, 'api', { namespace: 'orders' }))).toBe(
      '[mesh] Service "api" of namespace "orders" is imported already. Keep the object that the first call returned.');
  });

  test('letting it in where nobody knows its account', () => {
    const { mesh, shop } = meshFor();
    const api = MeshService.fromServiceName(mesh, 'api', { namespace: 'orders' });
    service(shop, 'web').allowFrom(api);
    expect(messageOf(() => Testing.synth(shop))).toContain(
      '[mesh-1-control-plane/imported/api.orders] Nobody knows the service account of its workloads, by which policies could name it. '
      + 'Give serviceAccount, or a manifest with its workloads.');
  });

  test('text that is no YAML', () => {
    const { mesh } = meshFor();
    expect(messageOf(() => MeshService.fromManifest(mesh, 'a: [', 'api'))).toMatch(/^\[mesh\] The manifest is no YAML: .* Give the text of a file/);
  });
});

test('a route for a path may lead to it', () => {
  const { mesh, shop } = meshFor();
  const web = service(shop, 'web');
  const api = MeshService.fromServiceName(mesh, 'api', { namespace: 'orders', ports: [MeshPort.http(80), MeshPort.http(81)] });
  web.route({ match: [{ path: StringMatch.prefix('/orders/') }], to: [api.weight(100)] });
  expect(find(shop, 'VirtualService', 'web').spec.http[0].route).toEqual([{ destination: { host: 'api.orders.svc.cluster.local', port: { number: 80 } } }]);
});
