import { App, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ExposeOptions, ExternalTrafficPolicy, GatewayTls, HttpFault, KubernetesGateway, KubernetesGatewayClass, KubernetesGatewayProps,
  Mesh, MeshNamespace, MeshPort, MeshService, Posture, StringMatch, TLSProtocol,
} from '../../src';
import { deployment, everything, find, meshFor, messageOf, service } from '../mesh/harness';
import { printedBy } from '../printed';

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
    { name: 'http-shop-example-com', port: 80, protocol: 'HTTP', hostname: 'shop.example.com' },
    {
      name: 'https-shop-example-com',
      port: 443,
      protocol: 'HTTPS',
      hostname: 'shop.example.com',
      tls: { mode: 'Terminate', certificateRefs: [{ name: 'shop-tls' }] },
      allowedRoutes: allowed('shop'),
    },
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
  expect(of('Gateway').spec.listeners.map(({ name }: any) => name)).toEqual(['http-shop-example-com', 'https-shop-example-com']);
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

describe('TLS', () => {
  const secure = { hosts: ['shop.example.com'], credentialName: 'shop-tls', gatewayPort: 443 };
  const version = (of: MeshService, name: string) => of.addVersion(name, deployment(of.node.scope!.node.scope as MeshNamespace, `${of.serviceName}-${name}`, {
    labels: { app: of.serviceName, version: name }, ports: [{ containerPort: of.ports[0].target! }],
  }));
  const tcp = (namespace: MeshNamespace, name: string, port: MeshPort) => namespace.addService(name, {
    ports: [port], workload: deployment(namespace, name, { ports: [{ containerPort: port.target! }] }),
  });

  test.each<[GatewayTls, object]>([
    [GatewayTls.mutual(), { 'gateway.istio.io/tls-terminate-mode': 'MUTUAL' }],
    [GatewayTls.simple({ cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384', 'AES128-SHA'] }), { 'gateway.istio.io/tls-cipher-suites': 'ECDHE-RSA-AES256-GCM-SHA384,AES128-SHA' }],
  ])('says in options what the Gateway API has no words for: %j', (tls, options) => {
    const { gateway, shop, of } = edge();
    gateway.expose(service(shop, 'web'), { ...secure, tls });
    expect(of('Gateway').spec.listeners.map((listener: any) => listener.tls)).toEqual([
      { mode: 'Terminate', certificateRefs: [{ name: 'shop-tls' }], options },
    ]);
  });

  test('of the mesh itself has no certificate', () => {
    const { gateway, shop, of } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['web.example.com'], tls: GatewayTls.istioMutual(), gatewayPort: 15443 });
    expect(of('Gateway').spec.listeners).toEqual([{
      name: 'https-15443-web-example-com',
      port: 15443,
      protocol: 'HTTPS',
      hostname: 'web.example.com',
      tls: { mode: 'Terminate', options: { 'gateway.istio.io/tls-terminate-mode': 'ISTIO_MUTUAL' } },
      allowedRoutes: allowed('shop'),
    }]);
  });

  test('that is passed through has a TLSRoute, and bytes have a TCPRoute', () => {
    const { gateway, shop, of } = edge();
    gateway.expose(tcp(shop, 'vault', MeshPort.tls(8443)), { hosts: ['vault.example.com'] });
    gateway.expose(tcp(shop, 'db', MeshPort.tcp(5432)), {});
    expect(of('Gateway').spec.listeners).toEqual([
      { name: 'tcp-5432', port: 5432, protocol: 'TCP', allowedRoutes: allowed('shop') },
      { name: 'tls-vault-example-com', port: 443, protocol: 'TLS', hostname: 'vault.example.com', tls: { mode: 'Passthrough' }, allowedRoutes: allowed('shop') },
    ]);
    expect(find(shop, 'TLSRoute', 'vault-public').spec).toEqual({
      parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'tls-vault-example-com' }],
      hostnames: ['vault.example.com'],
      rules: [{ backendRefs: [{ name: 'vault', port: 8443 }] }],
    });
    expect(find(shop, 'TCPRoute', 'db-public').spec).toEqual({
      parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'tcp-5432' }], rules: [{ backendRefs: [{ name: 'db', port: 5432 }] }],
    });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      { when: [{ key: 'connection.sni', values: ['vault.example.com'] }] }, { to: [{ operation: { ports: ['5432'] } }] },
    ]);
  });

  test('is split between versions, each a Service of its own, where bytes are passed on', () => {
    const { gateway, shop } = edge();
    const db = shop.addService('db', { ports: [MeshPort.tcp(5432)] });
    const [v1, v2] = [version(db, 'v1'), version(db, 'v2')];
    gateway.expose(db, {});
    db.split(v1.weight(80), v2.weight(20));
    expect(find(shop, 'TCPRoute', 'db-public').spec.rules).toEqual([
      { backendRefs: [{ name: 'db-v1', port: 5432, weight: 80 }, { name: 'db-v2', port: 5432, weight: 20 }] },
    ]);
    expect(find(shop, 'Service', 'db-v2').spec).toEqual({
      selector: { app: 'db', version: 'v2' }, ports: [{ name: 'tcp-5432', port: 5432, targetPort: 5432, protocol: 'TCP', appProtocol: 'tcp' }],
    });
  });

  test('that is passed through goes to one version', () => {
    const { gateway, shop } = edge();
    const vault = shop.addService('vault', { ports: [MeshPort.tls(8443)] });
    vault.split(version(vault, 'v2').weight(100));
    gateway.expose(vault, { hosts: ['vault.example.com'] });
    expect(find(shop, 'TLSRoute', 'vault-public').spec.rules).toEqual([{ backendRefs: [{ name: 'vault-v2', port: 8443 }] }]);
  });

  test('may not lead bytes into another namespace', () => {
    const { mesh, gateway, shop } = edge();
    const [db, archive] = [tcp(shop, 'db', MeshPort.tcp(5432)), tcp(mesh.addNamespace('archive'), 'archive', MeshPort.tcp(5432))];
    gateway.expose(db, {});
    db.routeTcp({ to: [archive.weight(100)] });
    archive.allowFrom(gateway.identity);
    expect(messageOf(() => everything(shop.node.root as App))).toBe('Validation failed with the following errors:\n'
      + '  [mesh-2-edge/public] Connections to service "mesh-2-shop/services/db" go to archive.archive.svc.cluster.local, and a route of namespace "shop" at '
      + 'a gateway of the Gateway API may not lead there. Expose it with an InjectedGateway.');
  });

  test('with a credential of another namespace is let read it there', () => {
    const { gateway, shop, of, edge: namespace } = edge();
    const credential = new kplus.Secret(shop, 'tls', { metadata: { name: 'shop-tls' } });
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], credential, gatewayPort: 443 });
    expect(of('Gateway').spec.listeners[0].tls.certificateRefs).toEqual([{ name: 'shop-tls', namespace: 'shop' }]);
    expect(find(namespace, 'ReferenceGrant', 'edge-public-shop-tls')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'ReferenceGrant',
      metadata: { name: 'edge-public-shop-tls', namespace: 'shop' },
      spec: { from: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'edge' }], to: [{ group: '', kind: 'Secret', name: 'shop-tls' }] },
    });
    expect(messageOf(() => everything(shop.node.root as any))).toBeUndefined();
  });

  test.each<[string, (shop: MeshNamespace) => [MeshService, ExposeOptions], string]>([
    ['that certificates of clients are optional, since istiod would not hand over their authorities',
      (shop) => [service(shop, 'web'), { ...secure, tls: GatewayTls.optionalMutual() }],
      'Certificates of clients are optional, and istiod hands gateways of the Gateway API the authorities for MUTUAL alone: no listener would be ready. '
      + 'Use GatewayTls.mutual(), or expose the service with an InjectedGateway.'],
    ['the name of authorities', (shop) => [service(shop, 'web'), { ...secure, tls: GatewayTls.mutual({ caCertCredentialName: 'ca' }) }],
      'The authorities of clients are in "ca", which a listener of the Gateway API does not name. '
      + 'Put them into ca.crt of the credential, or into a Secret "shop-tls-cacert", or expose the service with an InjectedGateway.'],
    ['names of clients', (shop) => [service(shop, 'web'), { ...secure, tls: GatewayTls.mutual({ subjectAltNames: ['a'] }) }],
      'TLS has a subjectAltNames, which Gateways of the Gateway API have not. Leave it out, or expose the service with an InjectedGateway.'],
    ['versions', (shop) => [service(shop, 'web'), { ...secure, tls: GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_3 }) }],
      'TLS has a minProtocolVersion, which Gateways of the Gateway API have not. '
      + 'Say it for the mesh, with tlsDefaults of meshConfig, or expose the service with an InjectedGateway.'],
    ['any server name', (shop) => [tcp(shop, 'vault', MeshPort.tls(8443)), { hosts: ['*'] }],
      'TLS is passed through for any host, and a TLSRoute has names. Give the hosts by name, or expose the service with an InjectedGateway.'],
  ])('does not say %s', (_, make, message) => {
    const { gateway, shop } = edge();
    expect(messageOf(() => gateway.expose(...make(shop)))).toBe(`[mesh-2-edge/public] ${message}`);
  });

  test('differs for no two services of a host', () => {
    const { gateway, shop } = edge();
    gateway.expose(service(shop, 'web'), { ...secure, paths: ['/web'] });
    gateway.expose(service(shop, 'api'), { ...secure, paths: ['/api'], credentialName: 'other' });
    expect(messageOf(() => everything(shop.node.root as any))).toContain(
      '[mesh-2-edge/public] Host "shop.example.com" at port 443 has TLS SIMPLE with "other", and SIMPLE with "shop-tls".');
  });
});

describe('hosts with one certificate', () => {
  const share = (props: KubernetesGatewayProps) => {
    const made = edge(props);
    made.gateway.expose(service(made.shop, 'web'), { hosts: ['web.example.com'], credentialName: 'wild' });
    made.gateway.expose(service(made.shop, 'api'), { hosts: ['api.example.com'], credentialName: 'wild' });
    return made;
  };

  test('are warned of where each has a listener (A11)', () => {
    const { shop } = share({});
    expect(printedBy(() => everything(shop.node.root as any))).toContain('[mesh-2-edge/public] warning: Credential "wild" is shown by the listeners of "api.example.com", "web.example.com": '
      + 'clients may send requests for one host on a connection for another, and get status 404. '
      + 'Give them one listener, with listenerHosts: ["*.…"], or a credential each. (A11)\n');
  });

  test('share a listener where asked to, and their routes have their own hosts', () => {
    const { shop, of } = share({ listenerHosts: ['*.example.com'] });
    expect(of('Gateway').spec.listeners.map(({ name, hostname }: any) => [name, hostname])).toEqual([
      ['http-any-example-com', '*.example.com'], ['https-any-example-com', '*.example.com'],
    ]);
    expect(find(shop, 'HTTPRoute', 'web-public').spec).toMatchObject({
      parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'https-any-example-com' }], hostnames: ['web.example.com'],
    });
  });

  test('share no listener with other settings', () => {
    const { gateway, shop } = share({ listenerHosts: ['*.example.com'] });
    gateway.expose(service(shop, 'old'), { hosts: ['old.example.com'], credentialName: 'old', gatewayPort: 443 });
    expect(messageOf(() => everything(shop.node.root as any))).toContain(
      '[mesh-2-edge/public] Hosts below listenerHosts "*.example.com" have different settings at port 443. Give all of them the same TLS and credential.');
  });
});

describe('the address of a client', () => {
  test('is kept by the Service, which istiod makes, or told by proxies', () => {
    const { gateway, shop, of } = edge({ externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, gatewayTopology: { numTrustedProxies: 1 } });
    gateway.expose(service(shop, 'web'), { hosts: ['*'], clientIpBlocks: ['192.0.2.0/24'] });
    expect(of('Gateway').spec.infrastructure).toEqual({
      annotations: { 'proxy.istio.io/config': '{"gatewayTopology":{"numTrustedProxies":1}}' },
      parametersRef: { group: '', kind: 'ConfigMap', name: 'public-parameters' },
    });
    expect(of('ConfigMap').data).toEqual({ service: 'spec:\n  externalTrafficPolicy: Local\n' });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([{ from: [{ source: { remoteIpBlocks: ['192.0.2.0/24'] } }] }]);
  });

  test('is said in one ConfigMap', () => {
    expect(messageOf(() => edge({ externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, parametersConfigMap: 'own' }))).toBe(
      '[mesh-2-edge/public] The gateway has an externalTrafficPolicy, and its parameters in ConfigMap "own". Put the policy into the ConfigMap, under "service".');
  });
});
