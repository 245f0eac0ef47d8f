import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { EgressGateway, EgressGatewayProps, Enrollment, ExternalService, Mesh, MeshNamespace, MeshPort, Posture, TlsOrigination } from '../../src';
import { everything, find, meshFor, service } from '../mesh/harness';

const HOST = 'out.edge.svc.cluster.local';

interface Way {
  readonly mesh: Mesh;
  readonly shop: MeshNamespace;
  readonly edge: MeshNamespace;
  readonly gateway: EgressGateway;
  readonly of: (kind: string, name?: string) => any;
}

function way(props: EgressGatewayProps = {}, meshProps = {}): Way {
  const { mesh, shop } = meshFor(meshProps);
  const edge = mesh.addNamespace('edge');
  const gateway = new EgressGateway(edge, 'out', props);
  const of = (kind: string, name?: string): any =>
    Testing.synth(edge).find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  return { mesh, shop, edge, gateway, of };
}

function external(mesh: Mesh, name: string, hosts: string[], ...ports: MeshPort[]): ExternalService {
  return mesh.addExternalService(name, { hosts, ports });
}

test('an egress gateway is reached within the cluster alone, and its pods are injected', () => {
  const { mesh, of, gateway } = way();
  gateway.forward(external(mesh, 'watson', ['api.example.com'], MeshPort.tls(443)));
  expect(of('Service').spec).toEqual({
    type: 'ClusterIP',
    ports: [
      { name: 'http-status', port: 15021, targetPort: 15021 },
      { name: 'tls-80', port: 80, targetPort: 80 },
      { name: 'tls-443', port: 443, targetPort: 443 },
    ],
    selector: { app: 'out', istio: 'out' },
  });
  expect(of('Deployment').spec.template.spec.containers[0].image).toBe('registry.istio.io/release/proxyv2:1.31.4');
  expect(gateway.host).toBe(HOST);
  expect(gateway.identity.principal).toBe('cluster.local/ns/edge/sa/out');
});

test('TLS goes to the gateway by its server name, and out from there', () => {
  const { mesh, gateway, of } = way();
  gateway.forward(external(mesh, 'watson', ['api.example.com'], MeshPort.tls(443)));
  expect(of('VirtualService')).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'watson-through-out', namespace: 'istio-system' },
    spec: {
      hosts: ['api.example.com'],
      gateways: ['mesh', 'edge/out'],
      tls: [{
        match: [{ gateways: ['mesh'], port: 443, sniHosts: ['api.example.com'] }],
        route: [{ destination: { host: HOST, subset: 'watson', port: { number: 443 } } }],
      }],
      tcp: [{
        match: [{ gateways: ['edge/out'], port: 443 }],
        route: [{ destination: { host: 'api.example.com', port: { number: 443 } } }],
      }],
    },
  });
});

test('HTTP requests go to the gateway and out as requests, and bytes as bytes', () => {
  const { mesh, gateway, of } = way({ ports: [80, 5432] });
  gateway.forward(external(mesh, 'api', ['api.example.com'], MeshPort.http(80), MeshPort.tcp(5432)));
  const through = (number: number): object => ({ destination: { host: HOST, subset: 'api', port: { number } } });
  const out = (number: number): object => ({ destination: { host: 'api.example.com', port: { number } } });
  const { http, tls, tcp } = of('VirtualService').spec;
  expect(http).toEqual([
    { match: [{ gateways: ['mesh'], port: 80 }], route: [through(80)] },
    { match: [{ gateways: ['edge/out'], port: 80 }], route: [out(80)] },
  ]);
  expect(tls).toBeUndefined();
  expect(tcp).toEqual([
    { match: [{ gateways: ['mesh'], port: 5432 }], route: [through(5432)] },
    { match: [{ gateways: ['edge/out'], port: 5432 }], route: [out(5432)] },
  ]);
});

/** A server of the gateway for one host. */
function server(name: string, number: number, host: string, mode = 'ISTIO_MUTUAL'): object {
  return { port: { number, name, protocol: name.startsWith('https') ? 'HTTPS' : 'TLS' }, hosts: [`istio-system/${host}`], tls: { mode } };
}

// Of a server with several hosts, Istio sends what is no request to the first one that a VirtualService names.
test('each host and port has a server of its own: the gateway is called in mutual TLS, under the name of the host that is meant', () => {
  const { mesh, gateway, of } = way();
  gateway.forward(external(mesh, 'api', ['a.example.com', 'b.example.com'], MeshPort.tls(443)));
  gateway.forward(external(mesh, 'other', ['c.example.com'], MeshPort.http(80), MeshPort.tls(443)));
  expect(of('Gateway').spec).toEqual({
    selector: { app: 'out', istio: 'out' },
    servers: [
      server('tls-443-api', 443, 'a.example.com'),
      server('tls-443-api-2', 443, 'b.example.com'),
      server('https-80-other', 80, 'c.example.com'),
      server('tls-443-other', 443, 'c.example.com'),
    ],
  });
  const subset = (name: string, sni: string, ...ports: number[]): object => ({
    name, trafficPolicy: { portLevelSettings: ports.map((number) => ({ port: { number }, tls: { mode: 'ISTIO_MUTUAL', sni } })) },
  });
  expect(of('DestinationRule').spec).toEqual({
    host: HOST,
    subsets: [subset('api', 'a.example.com', 443), subset('api-2', 'b.example.com', 443), subset('other', 'c.example.com', 80, 443)],
  });
  expect(of('VirtualService', 'api-through-out-2').spec.hosts).toEqual(['b.example.com']);
});

test('callers find the gateway in their scope, whether they were declared before or after', () => {
  const { mesh, shop, gateway } = way();
  const api = external(mesh, 'api', ['api.example.com'], MeshPort.tls(443));
  service(shop, 'early').calls(api);
  gateway.forward(api);
  service(shop, 'late').calls(api);
  for (const name of ['early', 'late']) {
    expect(find(shop, 'Sidecar', name).spec.egress).toEqual([{ hosts: [`edge/${HOST}`, 'istio-system/api.example.com'] }]);
  }
});

test('what is forwarded is visible to its callers and to the gateway', () => {
  const { mesh, shop, gateway, edge } = way();
  const api = external(mesh, 'api', ['api.example.com'], MeshPort.tls(443));
  service(shop, 'web').calls(api);
  gateway.forward(api);
  const entry = everything(edge.node.root as any)['mesh-1-control-plane'].find(({ kind }) => kind === 'ServiceEntry');
  expect(entry.spec.exportTo).toEqual(['edge', 'shop']);
});

test('the callers of a host may send to it through the gateway, and nobody else', () => {
  const { mesh, shop, gateway, of } = way();
  const api = external(mesh, 'api', ['api.example.com'], MeshPort.tls(443));
  const uncalled = external(mesh, 'uncalled', ['no.example.com'], MeshPort.tls(443));
  gateway.forward(api);
  gateway.forward(uncalled);
  expect(of('AuthorizationPolicy').spec).toEqual({ selector: { matchLabels: { app: 'out', istio: 'out' } }, action: 'ALLOW' });
  service(shop, 'web').calls(api);
  expect(of('AuthorizationPolicy').spec.rules).toEqual([{
    from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }],
    when: [{ key: 'connection.sni', values: ['api.example.com'] }],
  }]);
});

test('postures decide on the policy of the gateway as on all others', () => {
  const forwarded = (posture: Posture): any => {
    const { mesh, gateway, of } = way({}, { posture });
    gateway.forward(external(mesh, 'api', ['api.example.com'], MeshPort.tls(443)));
    return of('AuthorizationPolicy');
  };
  expect(forwarded(Posture.OPEN)).toBeUndefined();
  expect(forwarded(Posture.AUDIT).metadata.annotations).toEqual({ 'istio.io/dry-run': 'true' });
});

test('a caller without a sidecar is reported: its traffic would go past the gateway', () => {
  const { mesh, edge, gateway } = way({}, { ambient: true });
  const api = external(mesh, 'api', ['api.example.com'], MeshPort.tls(443));
  service(mesh.addNamespace('calm', { enrollment: Enrollment.AMBIENT }), 'web').calls(api);
  expect(() => everything(edge.node.root as any)).toThrow('The gateway forwards nothing');
  gateway.forward(api);
  expect(() => everything(edge.node.root as any)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-1-control-plane/external/api] "mesh-2-calm/services/web" calls it without a sidecar (enrollment ambient), '
    + `so that its traffic goes past the gateway "${HOST}". Enroll the caller with Enrollment.SIDECAR, or leave forward() out.`));
});

test('what cannot be forwarded is refused', () => {
  const { mesh, gateway } = way();
  const forward = (name: string, hosts: string[], ...ports: MeshPort[]) => () => gateway.forward(external(mesh, name, hosts, ...ports));
  const refusal = (message: string): Error => new Error(`[mesh-2-edge/out] ${message}`);
  expect(forward('wild', ['*.example.com'], MeshPort.tls(443))).toThrow(refusal(
    'External service "wild" has the host "*.example.com", whose address the gateway could not find. '
    + 'Declare an external service with the hosts one by one, or give a wildcardServer that serves all its names in TLS.'));
  expect(forward('db', ['db.example.com'], MeshPort.tcp(5432))).toThrow(refusal(
    'External service "db" has port 5432, and the gateway has 80, 443. Give the gateway ports: [80, 443, 5432].'));
  forward('api', ['api.example.com', 'b.example.com'], MeshPort.tls(443))();
  expect(forward('again', ['api.example.com'], MeshPort.tls(443))).toThrow(refusal(
    'Host "api.example.com" at port 443 is forwarded already. Forward each external service once, and declare each host once.'));
  expect(forward('api-2', ['c.example.com'], MeshPort.tls(443))).toThrow(refusal(
    'Two hosts would have the subset "api-2". Give one of the external services another name.'));
});

test('traffic leaves through one gateway', () => {
  const { mesh, edge, gateway } = way();
  const api = external(mesh, 'api', ['api.example.com'], MeshPort.tls(443));
  gateway.forward(api);
  expect(() => new EgressGateway(edge, 'second').forward(api)).toThrow(new Error(
    `[mesh-1-control-plane/external/api] Its traffic leaves through "${HOST}" already. Forward it at one gateway.`));
});

test('a gateway that forwards nothing is reported, and one on the proxy\'s ports is refused', () => {
  const { edge } = way();
  expect(() => everything(edge.node.root as any)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-edge/out] The gateway forwards nothing. Call forward() with an external service, or leave the gateway out.'));
  expect(() => new EgressGateway(edge, 'third', { ports: [15021] })).toThrow(new Error(
    '[mesh-2-edge/third] Port 15021 is one of the proxy\'s own. Use ports outside 15000 to 15099.'));
});

describe('wildcards', () => {
  const wild = (mesh: Mesh, ...ports: MeshPort[]): ExternalService => external(mesh, 'wiki', ['*.example.org'], ...ports);

  test('are passed through to the one host that serves all their names', () => {
    const { mesh, shop, edge, gateway, of } = way();
    const wiki = wild(mesh, MeshPort.tls(443));
    gateway.forward(wiki, { wildcardServer: 'www.example.org' });
    service(shop, 'web').calls(wiki);
    const leg = (from: string, host: string): object => ({
      match: [{ gateways: [from], port: 443, sniHosts: ['*.example.org'] }], route: [{ destination: { host, port: { number: 443 } } }],
    });
    expect(of('Gateway').spec.servers).toEqual([server('tls-443-wiki', 443, '*.example.org', 'PASSTHROUGH')]);
    expect(of('VirtualService').spec).toEqual({
      hosts: ['*.example.org'], gateways: ['mesh', 'edge/out'], tls: [leg('mesh', HOST), leg('edge/out', 'www.example.org')],
    });
    expect(of('ServiceEntry')).toEqual({
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: 'wiki-server-of-out', namespace: 'edge' },
      spec: {
        hosts: ['www.example.org'],
        ports: [{ number: 443, name: 'tls-443', protocol: 'TLS' }],
        location: 'MESH_EXTERNAL',
        resolution: 'DNS',
        exportTo: ['.'],
      },
    });
    expect(of('DestinationRule')).toBeUndefined();
    expect(of('AuthorizationPolicy').spec.rules).toEqual([{ when: [{ key: 'connection.sni', values: ['*.example.org'] }] }]);
    expect(() => everything(edge.node.root as any)).not.toThrow();
  });

  test('need such a host, and TLS', () => {
    const { mesh, gateway } = way();
    const wiki = wild(mesh, MeshPort.http(80));
    const mixed = external(mesh, 'mixed', ['*.example.net', 'example.net'], MeshPort.tls(443));
    expect(() => gateway.forward(wiki, { wildcardServer: '*.example.org' })).toThrow(new Error(
      '[mesh-2-edge/out] The wildcardServer "*.example.org" is not the name of one host. Give a name such as "www.example.com".'));
    expect(() => gateway.forward(wiki, { wildcardServer: 'www.example.org' })).toThrow(new Error(
      '[mesh-2-edge/out] External service "wiki" speaks http on port 80, in which no server name tells where a connection is meant to go. '
      + 'Make the port with MeshPort.tls, or list the hosts one by one.'));
    expect(() => gateway.forward(mixed, { wildcardServer: 'www.example.net' })).toThrow(new Error(
      '[mesh-2-edge/out] External service "mixed" has the host "example.net", which is no wildcard that "www.example.net" could serve. '
      + 'Declare it as an external service of its own, and forward that without wildcardServer.'));
  });
});

test('a range of addresses cannot leave through a gateway, which does not learn which of them was meant', () => {
  const { mesh, gateway } = way({ ports: [5432] });
  const range = mesh.addExternalService('range', { hosts: ['databases.example'], ports: [MeshPort.tcp(5432)], addresses: ['192.0.2.0/24'] });
  expect(() => gateway.forward(range)).toThrow(new Error(
    '[mesh-2-edge/out] External service "range" has resolution NONE: it goes to the address that the application asked for, which the gateway never learns. '
    + 'Use resolution DNS, or STATIC with endpoints.'));
});

test('a name that is too long for a server is refused', () => {
  const { mesh, gateway } = way();
  const name = 'a'.repeat(56);
  expect(() => gateway.forward(external(mesh, name, ['a.example.com'], MeshPort.tls(443)))).toThrow(new Error(
    `[mesh-2-edge/out] The server "tls-443-${name}" would have a name of 64 characters, and 63 are allowed. Give the external service a shorter name.`));
});

describe('TLS that the gateway adds', () => {
  test('is said beside the gateway, and no longer beside the callers', () => {
    const { mesh, shop, edge, gateway, of } = way();
    const api = mesh.addExternalService('api', {
      hosts: ['api.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.mutual({ credentialName: 'client-certificate' }),
    });
    service(shop, 'early').calls(api);
    gateway.forward(api);
    service(shop, 'late').calls(api);
    expect(of('DestinationRule', 'api-from-out')).toEqual({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'api-from-out', namespace: 'edge' },
      spec: { host: 'api.example.com', trafficPolicy: { tls: { mode: 'MUTUAL', credentialName: 'client-certificate' } } },
    });
    const all = everything(edge.node.root as any);
    expect(all['mesh-2-shop'].filter(({ kind }) => ['DestinationRule', 'Role', 'RoleBinding'].includes(kind))).toEqual([]);
    expect(all['mesh-1-control-plane'].filter(({ kind }) => kind === 'DestinationRule')).toEqual([]);
    expect(all['mesh-1-control-plane'].find(({ kind }) => kind === 'ServiceEntry').spec.ports).toEqual([
      { number: 80, name: 'http-80', protocol: 'HTTP', targetPort: 443 },
    ]);
  });

  test('takes its credential from the namespace of the gateway (A10)', () => {
    const { mesh, shop, gateway } = way();
    const credential = new kplus.Secret(shop, 'certificate', { metadata: { name: 'certificate' } });
    const api = mesh.addExternalService('api', { hosts: ['api.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.mutual({ credential }) });
    expect(() => gateway.forward(api)).toThrow(new Error(
      '[mesh-2-edge/out] External service "api" has the secret "certificate" in namespace "shop", and the gateway runs in "edge". '
      + 'A gateway can read only the secrets of its own namespace: create the secret there. (A10)'));
  });
});
