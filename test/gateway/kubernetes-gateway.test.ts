import { Duration, Testing } from 'cdk8s';
import { HttpFault, KubernetesGateway, KubernetesGatewayClass, KubernetesGatewayProps, Mesh, MeshNamespace, MeshPort, Posture, StringMatch } from '../../src';
import { deployment, everything, find, meshFor, service } from '../mesh/harness';

interface Edge {
  readonly mesh: Mesh;
  readonly shop: MeshNamespace;
  readonly edge: MeshNamespace;
  readonly gateway: KubernetesGateway;
  readonly of: (kind: string) => any;
}

function edge(props: KubernetesGatewayProps = {}, meshProps = {}): Edge {
  const { mesh, shop } = meshFor(meshProps);
  const namespace = mesh.addNamespace('edge');
  const gateway = new KubernetesGateway(namespace, 'public', props);
  return { mesh, shop, edge: namespace, gateway, of: (kind) => Testing.synth(namespace).find((object) => object.kind === kind) };
}

const allowed = (...values: string[]): object => ({
  namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] } },
});

test('a service over plain HTTP has a listener for its host, a route, and rules on both sides', () => {
  const { gateway, shop, of } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
  expect(of('Gateway')).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public', namespace: 'edge' },
    spec: {
      gatewayClassName: 'istio',
      listeners: [{ name: 'http-shop-example-com', port: 80, protocol: 'HTTP', hostname: 'shop.example.com', allowedRoutes: allowed('shop') }],
    },
  });
  expect(find(shop, 'HTTPRoute', 'web-public').spec).toEqual({
    parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'http-shop-example-com' }],
    hostnames: ['shop.example.com'],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
  });
  expect(of('AuthorizationPolicy').spec).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }],
    rules: [{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] }],
  });
  expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules).toEqual([{
    from: [{ source: { principals: ['cluster.local/ns/edge/sa/public-istio'] } }],
    to: [{ operation: { ports: ['8080'] } }],
  }]);
});

test('a certificate serves HTTPS, and plain HTTP is redirected by a route of the gateway\'s own', () => {
  const { gateway, shop, edge: namespace, of } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
  expect(of('Gateway').spec.listeners).toEqual([
    {
      name: 'https-shop-example-com',
      port: 443,
      protocol: 'HTTPS',
      hostname: 'shop.example.com',
      tls: { mode: 'Terminate', certificateRefs: [{ name: 'shop-tls' }] },
      allowedRoutes: allowed('shop'),
    },
    { name: 'http-shop-example-com', port: 80, protocol: 'HTTP', hostname: 'shop.example.com', allowedRoutes: allowed('edge') },
  ]);
  expect(find(shop, 'HTTPRoute', 'web-public').spec.parentRefs).toEqual([{ name: 'public', namespace: 'edge', sectionName: 'https-shop-example-com' }]);
  expect(find(namespace, 'HTTPRoute', 'public-redirect').spec).toEqual({
    parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'http-shop-example-com' }],
    hostnames: ['shop.example.com'],
    rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  });
});

test('without a redirect a service with a certificate is served on both ports', () => {
  const { gateway, shop, of, edge: namespace } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], credentialName: 'shop-tls', httpsRedirect: false });
  expect(of('Gateway').spec.listeners.map(({ name }: any) => name)).toEqual(['https-shop-example-com', 'http-shop-example-com']);
  expect(find(shop, 'HTTPRoute', 'web-public').spec.parentRefs.map(({ sectionName }: any) => sectionName))
    .toEqual(['https-shop-example-com', 'http-shop-example-com']);
  expect(find(namespace, 'HTTPRoute', 'public-redirect')).toBeUndefined();
});

test('services of several namespaces share a listener by path', () => {
  const { gateway, mesh, shop, of } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], paths: ['/web', '/shop'] });
  gateway.expose(service(mesh.addNamespace('api'), 'api'), { hosts: ['shop.example.com'], paths: ['/api'] });
  expect(of('Gateway').spec.listeners).toEqual([
    { name: 'http-shop-example-com', port: 80, protocol: 'HTTP', hostname: 'shop.example.com', allowedRoutes: allowed('api', 'shop') },
  ]);
  expect(find(shop, 'HTTPRoute', 'web-public').spec.rules[0].matches).toEqual([
    { path: { type: 'PathPrefix', value: '/shop' } }, { path: { type: 'PathPrefix', value: '/web' } },
  ]);
});

test('any host, and hosts of a domain, have listeners of their own', () => {
  const { gateway, shop, of } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['*'] });
  gateway.expose(service(shop, 'api'), { hosts: ['*.example.com'] });
  expect(of('Gateway').spec.listeners).toEqual([
    { name: 'http-any', port: 80, protocol: 'HTTP', allowedRoutes: allowed('shop') },
    { name: 'http-any-example-com', port: 80, protocol: 'HTTP', hostname: '*.example.com', allowedRoutes: allowed('shop') },
  ]);
  expect(find(shop, 'HTTPRoute', 'web-public').spec).not.toHaveProperty('hostnames');
  expect(of('AuthorizationPolicy').spec.rules).toEqual([{}]);
});

test('what is asked of the proxies is told to istiod', () => {
  const { gateway, shop, of } = edge({
    serviceType: 'ClusterIP', infrastructureLabels: { team: 'edge' }, infrastructureAnnotations: { note: 'x' }, parametersConfigMap: 'sizes',
  }, { revision: 'canary' });
  gateway.expose(service(shop, 'web'), { hosts: ['*'] });
  expect(of('Gateway').metadata).toEqual({
    name: 'public', namespace: 'edge', labels: { 'istio.io/rev': 'canary' }, annotations: { 'networking.istio.io/service-type': 'ClusterIP' },
  });
  expect(of('Gateway').spec.infrastructure).toEqual({
    labels: { team: 'edge' }, annotations: { note: 'x' }, parametersRef: { group: '', kind: 'ConfigMap', name: 'sizes' },
  });
});

test('a posture without policies has none for the gateway', () => {
  const { gateway, shop, of } = edge({}, { posture: Posture.OPEN });
  gateway.expose(service(shop, 'web'), { hosts: ['*'] });
  expect(of('AuthorizationPolicy')).toBeUndefined();
});

test.each<[KubernetesGatewayProps, string]>([
  [{ revision: 'old' }, 'There is no revision "old" in this mesh, whose revision and tags are "default". Name one of these, or leave the revision out.'],
  [{ serviceType: 'None' }, '"None" is not a type of Service. Use one of LoadBalancer, NodePort, ClusterIP.'],
  [{ gatewayClass: KubernetesGatewayClass.AGENTGATEWAY }, 'This mesh\'s istiod runs no Gateways of the class "istio-agentgateway". '
    + 'Set PILOT_ENABLE_AGENTGATEWAY in its environment, or use the class "istio".'],
])('what would not work is refused: %j', (props, message) => {
  expect(() => edge(props)).toThrow(new Error(`[mesh-2-edge/public] ${message}`));
});

test('a host has one credential', () => {
  const { gateway, shop } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], paths: ['/web'], credentialName: 'one' });
  expect(() => gateway.expose(service(shop, 'api'), { hosts: ['shop.example.com'], paths: ['/api'], credentialName: 'two' })).toThrow(new Error(
    '[mesh-2-edge/public] Host "shop.example.com" has the credentials "one" and "two". Give each host one credential.'));
});

test('all that cannot work is reported together', () => {
  const { gateway, shop } = edge();
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
  web.route({ fault: HttpFault.abort(503, 1) });
  gateway.expose(web, { hosts: ['shop.example.com'], paths: ['/web'], credentialName: 'tls' });
  gateway.expose(service(shop, 'api'), { hosts: ['shop.example.com'], paths: ['/api'] });
  expect(() => everything(shop.node.root as any)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-edge/public] Host "shop.example.com" is served over plain HTTP and redirected to HTTPS. Give all its services the same credential.\n'
    + '  [mesh-2-edge/public] Service "mesh-2-shop/services/web": An HTTPRoute of the Gateway API has no field for the option "fault" of a route. '
    + 'Expose the service with an IngressGateway or an InjectedGateway.'));
});

test('the routes of a service hold at the gateway, and its versions have Services of their own', () => {
  const { gateway, shop } = edge();
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
  const v2 = web.addVersion('v2', deployment(shop, 'web-v2', { labels: { app: 'web', version: 'v2' } }));
  web.split(v1.weight(90), v2.weight(10));
  gateway.expose(web, { hosts: ['shop.example.com'], paths: ['/web', '/shop'] });
  web.route({ match: [{ headers: { 'x-preview': StringMatch.exact('yes') } }], to: [v2.weight(100)], timeout: Duration.seconds(3) });
  web.route({ match: [{ path: StringMatch.exact('/web/new') }, { path: StringMatch.exact('/admin') }], to: [v2.weight(100)] });
  web.route({ match: [{ path: StringMatch.exact('/webmaster') }], to: [v2.weight(100)] });
  const [first, second] = ['/shop', '/web'].map((value) => ({ path: { type: 'PathPrefix', value } }));
  const headers = [{ name: 'x-preview', value: 'yes' }];
  expect(find(shop, 'HTTPRoute', 'web-public').spec.rules).toEqual([
    { matches: [{ path: { type: 'Exact', value: '/web/new' } }], backendRefs: [{ name: 'web-v2', port: 80 }] },
    { matches: [{ ...first, headers }, { ...second, headers }], backendRefs: [{ name: 'web-v2', port: 80 }], timeouts: { request: '3s' } },
    { matches: [first, second], backendRefs: [{ name: 'web-v1', port: 80, weight: 90 }, { name: 'web-v2', port: 80, weight: 10 }] },
  ]);
  expect(find(shop, 'VirtualService', 'web')).toBeDefined();
  expect(['web-v1', 'web-v2'].map((name) => find(shop, 'Service', name).spec.selector.version)).toEqual(['v1', 'v2']);
});

test('a gateway that exposes nothing is reported', () => {
  const { shop } = edge();
  expect(() => everything(shop.node.root as any)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-edge/public] The gateway exposes nothing. Call expose() with a service, or leave the gateway out.'));
});
