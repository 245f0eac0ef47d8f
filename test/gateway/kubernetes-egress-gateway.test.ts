import { Testing } from 'cdk8s';
import {
  ExternalService, KubernetesEgressGateway, KubernetesEgressGatewayProps, Mesh, MeshNamespace, MeshPort, Posture, TlsOrigination,
} from '../../src';
import { everything, find, meshFor, service } from '../mesh/harness';

interface Way {
  readonly mesh: Mesh;
  readonly shop: MeshNamespace;
  readonly edge: MeshNamespace;
  readonly gateway: KubernetesEgressGateway;
  /** All objects but those of applications. */
  readonly all: () => any[];
}

function way(props: KubernetesEgressGatewayProps = {}, meshProps = {}): Way {
  const { app, mesh, shop } = meshFor(meshProps);
  const edge = mesh.addNamespace('edge');
  const gateway = new KubernetesEgressGateway(edge, 'out', props);
  return { mesh, shop, edge, gateway, all: () => Object.values(everything(app)).flat() };
}

function external(mesh: Mesh, name: string, host: string, ...ports: MeshPort[]): ExternalService {
  return mesh.addExternalService(name, { hosts: [host], ports });
}

const specOf = (objects: any[], kind: string, name: string): any => objects.find((one) => one.kind === kind && one.metadata.name === name)?.spec;
const entry = { group: 'networking.istio.io', kind: 'ServiceEntry', name: 'api' };
const hostname = { group: 'networking.istio.io', kind: 'Hostname', name: 'api.example.com' };
const allowedRoutes = {
  namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['istio-system'] }] } },
};
const mutual = { mode: 'Terminate', options: { 'gateway.istio.io/tls-terminate-mode': 'ISTIO_MUTUAL' } };

test('requests go to the gateway in mutual TLS for their host, and out from there', () => {
  const { mesh, shop, gateway, all } = way();
  const api = external(mesh, 'api', 'api.example.com', MeshPort.http(80));
  service(shop, 'web').calls(api);
  gateway.forward(api);
  const objects = all();
  expect(objects.find(({ kind }) => kind === 'Gateway')).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'out', namespace: 'edge', annotations: { 'networking.istio.io/service-type': 'ClusterIP' } },
    spec: {
      gatewayClassName: 'istio',
      listeners: [{ name: 'https-80-api', port: 80, protocol: 'HTTPS', hostname: 'api.example.com', tls: mutual, allowedRoutes }],
    },
  });
  expect(specOf(objects, 'Service', 'api-through-out')).toEqual({
    selector: { 'gateway.networking.k8s.io/gateway-name': 'out' }, ports: [{ name: 'tls-80', port: 80, targetPort: 80, protocol: 'TCP' }],
  });
  expect(specOf(objects, 'DestinationRule', 'api-through-out')).toEqual({
    host: 'api-through-out.edge.svc.cluster.local', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', sni: 'api.example.com' } },
  });
  expect(objects.filter(({ kind }) => kind === 'HTTPRoute').map(({ metadata, spec }) => ({ ...metadata, ...spec }))).toEqual([
    {
      name: 'api-from-out',
      namespace: 'istio-system',
      parentRefs: [{ name: 'out', namespace: 'edge', sectionName: 'https-80-api' }],
      hostnames: ['api.example.com'],
      rules: [{ backendRefs: [{ ...hostname, port: 80 }] }],
    },
    { name: 'api-through-out', namespace: 'istio-system', parentRefs: [entry], rules: [{ backendRefs: [{ name: 'api-through-out', namespace: 'edge', port: 80 }] }] },
  ]);
  expect(specOf(objects, 'AuthorizationPolicy', 'out')).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'out' }],
    action: 'ALLOW',
    rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], when: [{ key: 'connection.sni', values: ['api.example.com'] }] }],
  });
  expect(specOf(objects, 'ServiceEntry', 'api').exportTo).toEqual(['edge', 'shop']);
  expect(gateway.identity.principal).toBe('cluster.local/ns/edge/sa/out-istio');
});

test('TLS and bytes go through as what is within the mutual TLS', () => {
  const { mesh, gateway, all } = way();
  gateway.forward(external(mesh, 'api', 'api.example.com', MeshPort.tls(443), MeshPort.tcp(5432)));
  const objects = all();
  expect(objects.find(({ kind }) => kind === 'Gateway').spec.listeners.map(({ name, protocol, tls }: any) => [name, protocol, tls.mode])).toEqual([
    ['tls-443-api', 'TLS', 'Terminate'], ['tls-5432-api', 'TLS', 'Terminate'],
  ]);
  expect(specOf(objects, 'TLSRoute', 'api-through-out-443')).toEqual({
    parentRefs: [{ ...entry, port: 443 }], hostnames: ['api.example.com'], rules: [{ backendRefs: [{ name: 'api-through-out', namespace: 'edge', port: 443 }] }],
  });
  expect(specOf(objects, 'TCPRoute', 'api-through-out-5432').parentRefs).toEqual([{ ...entry, port: 5432 }]);
  expect(specOf(objects, 'TCPRoute', 'api-from-out-443')).toEqual({
    parentRefs: [{ name: 'out', namespace: 'edge', sectionName: 'tls-443-api' }], rules: [{ backendRefs: [{ ...hostname, port: 443 }] }],
  });
});

test('the gateway adds TLS', () => {
  const { mesh, edge, gateway } = way();
  gateway.forward(mesh.addExternalService('api', { hosts: ['api.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple() }));
  expect(find(edge, 'DestinationRule', 'api-from-out').spec).toEqual({
    host: 'api.example.com', trafficPolicy: { tls: { mode: 'SIMPLE' } },
  });
});

test('TLS to a wildcard is passed through to the one host that serves all names', () => {
  const { mesh, edge, gateway, all } = way();
  gateway.forward(external(mesh, 'wiki', '*.wiki.example.org', MeshPort.tls(443)), { wildcardServer: 'www.wiki.example.org' });
  const objects = all();
  expect(objects.find(({ kind }) => kind === 'Gateway').spec.listeners).toEqual([
    { name: 'tls-443-wiki', port: 443, protocol: 'TLS', hostname: '*.wiki.example.org', tls: { mode: 'Passthrough' } },
  ]);
  expect(objects.filter(({ kind }) => kind === 'TLSRoute').map(({ metadata, spec }) => [metadata.namespace, spec.hostnames, spec.rules[0].backendRefs[0].name])).toEqual([
    ['edge', ['*.wiki.example.org'], 'www.wiki.example.org'], ['istio-system', ['*.wiki.example.org'], 'wiki-through-out'],
  ]);
  expect(find(edge, 'ServiceEntry', 'wiki-server-of-out').spec).toMatchObject({ hosts: ['www.wiki.example.org'], exportTo: ['.'] });
  expect(find(edge, 'DestinationRule', 'wiki-through-out')).toBeUndefined();
});

test('an open mesh has no policy, and a revision runs the gateway', () => {
  const { mesh, edge, gateway } = way({ parametersConfigMap: 'more' }, { posture: Posture.OPEN, revision: 'canary' });
  gateway.forward(external(mesh, 'api', 'api.example.com', MeshPort.http(80)));
  const objects = Testing.synth(edge);
  expect(objects.some(({ kind }) => kind === 'AuthorizationPolicy')).toBe(false);
  expect(find(edge, 'Gateway', 'out').metadata.labels).toEqual({ 'istio.io/rev': 'canary' });
  expect(find(edge, 'Gateway', 'out').spec.infrastructure).toEqual({ parametersRef: { group: '', kind: 'ConfigMap', name: 'more' } });
});

test('what cannot be told apart, or not be reached, is refused', () => {
  const { mesh, gateway } = way();
  const two = mesh.addExternalService('two', { hosts: ['a.example.com', 'b.example.com'], ports: [MeshPort.tls(443)] });
  expect(() => gateway.forward(two)).toThrow('[mesh-2-edge/out] External service "two" has the hosts "a.example.com", "b.example.com", which routes of its ServiceEntry '
    + 'do not tell apart. Declare an external service for each host, or use an EgressGateway.');
  expect(() => gateway.forward(external(mesh, 'wild', '*.example.com', MeshPort.tls(443)))).toThrow('whose address the gateway could not find');
});

test('a gateway that forwards nothing is reported', () => {
  expect(way().all).toThrow('[mesh-2-edge/out] The gateway forwards nothing. Call forward() with an external service, or leave the gateway out.');
});
