import { ApiObject, Chart, Testing } from 'cdk8s';
import { Enrollment, ExternalTrafficPolicy, GatewayWorkloadKind, InjectedGateway, InjectedGatewayProps, Mesh, MeshNamespace } from '../../src';
import { deployment, everything, find, meshFor, service } from '../mesh/harness';

interface Edge {
  readonly mesh: Mesh;
  readonly edge: MeshNamespace;
  readonly shop: MeshNamespace;
  readonly gateway: InjectedGateway;
  readonly objects: () => any[];
}

function edge(props: InjectedGatewayProps = {}, meshProps = {}): Edge {
  const { mesh, shop } = meshFor(meshProps);
  const namespace = mesh.addNamespace('edge');
  const gateway = new InjectedGateway(namespace, 'public', props);
  return { mesh, edge: namespace, gateway, shop, objects: () => Testing.synth(namespace) };
}

const kinds = (objects: any[]): string[] => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const ofKind = (objects: any[], kind: string): any => objects.find((object) => object.kind === kind);

test('a gateway is a workload with its Service, identity and autoscaler', () => {
  const { gateway, objects } = edge();
  expect(kinds(objects())).toEqual([
    'Namespace edge', 'Deployment public', 'HorizontalPodAutoscaler public', 'Role public', 'RoleBinding public', 'Service public', 'ServiceAccount public',
  ]);
  expect(gateway.gatewayName).toBe('public');
  expect(gateway.host).toBe('public.edge.svc.cluster.local');
  expect(gateway.selector).toEqual({ app: 'public', istio: 'public' });
  expect(gateway.identity.principal).toBe('cluster.local/ns/edge/sa/public');
});

test('its pods are injected at synthesis, with the template of gateways', () => {
  const { metadata, spec } = ofKind(edge().objects(), 'Deployment').spec.template;
  const [proxy, ...others] = spec.containers;
  expect(others).toEqual([]);
  expect(proxy.name).toBe('istio-proxy');
  expect(proxy.image).toBe('registry.istio.io/release/proxyv2:1.31.4');
  expect(proxy.args.slice(0, 2)).toEqual(['proxy', 'router']);
  expect(spec.initContainers).toBeUndefined();
  expect(JSON.parse(metadata.annotations['sidecar.istio.io/status'])).toMatchObject({ initContainers: null, containers: ['istio-proxy'] });
});

test('a gateway in a namespace whose pods are left alone is reported', () => {
  const { app, mesh } = meshFor();
  new InjectedGateway(mesh.addNamespace('alone', { enrollment: Enrollment.NONE }), 'public');
  expect(() => app.synth()).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Deployment "public" at "mesh-2-alone/public/Deployment-public" waits for a proxy (image: auto) and gets none: '
    + 'namespace "alone" says istio-injection: "disabled". Put it into a namespace whose enrollment is Enrollment.SIDECAR.'));
});

test('any pod that waits for a proxy is looked at, and no other', () => {
  const { app, mesh } = meshFor();
  const alone = mesh.addNamespace('alone', { enrollment: Enrollment.NONE });
  deployment(alone, 'plain');
  const shop = mesh.namespaces[0];
  new ApiObject(shop, 'quiet', {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'quiet', labels: { 'sidecar.istio.io/inject': 'false' } }, spec: { containers: [{ name: 'istio-proxy', image: 'auto' }] },
  });
  expect(() => app.synth()).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Pod "quiet" at "mesh-2-shop/quiet" waits for a proxy (image: auto) and gets none: '
    + 'the pod says sidecar.istio.io/inject: "false". Put it into a namespace whose enrollment is Enrollment.SIDECAR.'));
});

test('it exposes services as every gateway does', () => {
  const { gateway, shop, objects } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
  expect(ofKind(objects(), 'Gateway').spec).toEqual({
    selector: { app: 'public', istio: 'public' },
    servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['./shop.example.com'] }],
  });
  expect(ofKind(objects(), 'AuthorizationPolicy').spec.selector).toEqual({ matchLabels: { app: 'public', istio: 'public' } });
  expect(ofKind(objects(), 'VirtualService').spec.gateways).toEqual(['edge/public']);
  expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/edge/sa/public'] } }]);
});

test('a gateway whose labels are also those of another one\'s pods is reported, in whatever namespace', () => {
  const { mesh, shop, gateway } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
  mesh.addIngressGateway('public').expose(service(shop, 'api'), { hosts: ['api.example.com'] });
  expect(() => everything(Chart.of(shop).node.root as any)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Gateways "mesh-2-edge/public" and "mesh-2-istio-ingress/public" select each other\'s pods '
    + '(app=public,istio=public and app=public,istio=public), so that each would serve what the other lets in. '
    + 'Give one of them another name, or labels of its own: a selector holds in all namespaces. (A9)'));
});

test('two gateways with pods of their own may take the same host', () => {
  const { mesh, shop, gateway } = edge();
  const web = service(shop, 'web');
  gateway.expose(web, { hosts: ['shop.example.com'] });
  mesh.addIngressGateway('inside').expose(web, { hosts: ['shop.example.com'] });
  expect(() => everything(Chart.of(shop).node.root as any)).not.toThrow();
});

test('what is asked for is what is written', () => {
  const { objects } = edge({
    autoscaling: { minReplicas: 2, maxReplicas: 9, targetCpuUtilization: 60, targetMemoryUtilization: 70 },
    disruptionBudget: { minAvailable: '50%' },
    serviceType: 'NodePort',
    ports: [{ name: 'tcp-db', port: 5432, nodePort: 30432 }],
    serviceAnnotations: { 'example.com/internal': 'true' },
    labels: { team: 'edge' },
    podAnnotations: { note: 'x' },
    env: { ISTIO_META_X: '1' },
    resources: { requests: { cpu: '1' } },
    values: { dnsPolicy: 'None', labels: { team: 'other', tier: 'front' }, service: { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL } },
  });
  const [Service, Hpa, Pdb, Deployment] = ['Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Deployment'].map((kind) => ofKind(objects(), kind));
  expect(Service.spec).toEqual({
    externalTrafficPolicy: 'Local',
    type: 'NodePort',
    ports: [{ name: 'tcp-db', port: 5432, nodePort: 30432 }],
    selector: { app: 'public', istio: 'public' },
  });
  expect(Service.metadata.annotations).toEqual({ 'example.com/internal': 'true' });
  expect(Service.metadata.labels).toMatchObject({ team: 'edge', tier: 'front' });
  expect(Hpa.spec).toMatchObject({ minReplicas: 2, maxReplicas: 9 });
  expect(Hpa.spec.metrics.map(({ resource }: any) => [resource.name, resource.target.averageUtilization])).toEqual([['cpu', 60], ['memory', 70]]);
  expect(Pdb.spec).toEqual({ minAvailable: '50%', selector: { matchLabels: { app: 'public', istio: 'public' } } });
  const { metadata, spec } = Deployment.spec.template;
  expect(metadata.annotations.note).toBe('x');
  expect(spec.dnsPolicy).toBe('None');
  expect(spec.containers[0].env).toContainEqual({ name: 'ISTIO_META_X', value: '1' });
  expect(spec.containers[0].resources.requests).toEqual({ cpu: 1, memory: '128Mi' });
});

test('a fixed number of pods has no autoscaler, and may have a budget', () => {
  const { objects } = edge({ replicas: 3, disruptionBudget: { maxUnavailable: 1 } });
  expect(ofKind(objects(), 'HorizontalPodAutoscaler')).toBeUndefined();
  expect(ofKind(objects(), 'Deployment').spec.replicas).toBe(3);
  expect(ofKind(objects(), 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
});

test('a DaemonSet runs a pod a node', () => {
  expect(kinds(edge({ workloadKind: GatewayWorkloadKind.DAEMON_SET }).objects())).toContain('DaemonSet public');
});

test('a revision of the mesh is on its pods', () => {
  const revisionOf = (props: InjectedGatewayProps, meshProps: object): string =>
    ofKind(edge(props, meshProps).objects(), 'Deployment').spec.template.metadata.labels['istio.io/rev'];
  expect(revisionOf({}, { revision: 'canary' })).toBe('canary');
  expect(revisionOf({ revision: 'canary' }, { revision: 'canary' })).toBe('canary');
  expect(revisionOf({}, {})).toBeUndefined();
});

test.each<[InjectedGatewayProps, string]>([
  [{ revision: 'canary' }, 'There is no revision "canary" in this mesh, whose revision and tags are "default". A gateway of a revision that does not exist would get no proxy: '
    + 'name one of these, or leave the revision out.'],
  [{ replicas: 2, autoscaling: {} }, 'The gateway has 2 replicas and is scaled by load, too. Give replicas or autoscaling.'],
  [{ replicas: 1.5 }, '1.5 is not a number of replicas. Give a whole number.'],
  [{ autoscaling: { minReplicas: 3, maxReplicas: 2 } }, 'There are at least 3 replicas and at most 2. Let minReplicas be no more than maxReplicas (5 where it is not given).'],
  [{ autoscaling: { minReplicas: 6 } }, 'There are at least 6 replicas and at most 5. Let minReplicas be no more than maxReplicas (5 where it is not given).'],
  [{ serviceType: 'Loadbalancer' }, '"Loadbalancer" is not a type of Service. Use one of LoadBalancer, NodePort, ClusterIP, None.'],
  [{ ports: [] }, 'The Service of the gateway has no ports. Give ports, leave them out for the usual ones, or use serviceType "None".'],
  [{ ports: [{ name: 'a', port: 1 }, { name: 'a', port: 2 }] }, 'Two ports of the gateway have the name "a". Give each port once.'],
  [{ ports: [{ name: 'a', port: 1 }, { name: 'b', port: 1 }] }, 'Two ports of the gateway have the number "1/TCP". Give each port once.'],
  [{ replicas: 2, disruptionBudget: {} }, 'The disruption budget has neither minAvailable nor maxUnavailable. Give one of them.'],
  [{ replicas: 2, disruptionBudget: { minAvailable: 1, maxUnavailable: 1 } }, 'The disruption budget has both minAvailable 1 and maxUnavailable 1. Give one of them.'],
  [{ disruptionBudget: { minAvailable: 1 } }, 'The disruption budget would not be written: there may be 1 replica, which nothing could evict. '
    + 'Give autoscaling: { minReplicas: 2 } or more, or leave the budget out.'],
  [{ replicas: 1, disruptionBudget: { minAvailable: 1 } }, 'The disruption budget would not be written: there may be 1 replica, which nothing could evict. '
    + 'Give replicas: 2 or more, or leave the budget out.'],
  [{ values: { service: { ports: [{ port: 80, targetPort: 'http' as any }] } } },
    'The setting "service.ports[0].targetPort" takes a whole number, and "http" is something else (values of the gateway "public").'],
  [{ values: { podAnnotations: { 'prometheus.io/port': 15020 } } },
    'The value "podAnnotations.prometheus\\.io/port" of the gateway chart takes text, and 15020 is something else.'],
])('what would not work is refused: %j', (props, message) => {
  expect(() => edge(props)).toThrow(new Error(`[mesh-2-edge/public] ${message}`));
});

test('a name that is none is refused', () => {
  const { edge: namespace } = edge();
  expect(() => new InjectedGateway(namespace, 'Public')).toThrow(new Error(
    '[mesh-2-edge/Public] "Public" is not a name for a gateway. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.',
  ));
});

test('without a Service it needs no ports', () => {
  const { objects } = edge({ serviceType: 'None', ports: [] });
  expect(ofKind(objects(), 'Service')).toBeUndefined();
});

test('network policies of the mesh are those of its gateways, too', () => {
  const { objects } = edge({ values: { global: { networkPolicy: { enabled: true } } } });
  expect(ofKind(objects(), 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: { app: 'public', istio: 'public' } });
});

test('synthesizing twice gives the same objects', () => {
  const { objects } = edge();
  expect(JSON.stringify(objects())).toBe(JSON.stringify(objects()));
});
