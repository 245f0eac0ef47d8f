import { settingsWith } from './fixtures';
import { deployGateway, InjectionSettings } from '../../src/injection';
import { JsonObject, Manifest } from '../../src/reference/json';

const AMBIENT = { pilot: { env: { PILOT_ENABLE_AMBIENT: 'true', AMBIENT_ENABLE_MULTI_NETWORK: 'true', PILOT_ENABLE_AGENTGATEWAY: 'true' } } };
const settings = settingsWith(AMBIENT);

function gateway(spec: JsonObject = {}, metadata: JsonObject = {}): Manifest {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public', namespace: 'shop', ...metadata },
    spec: { gatewayClassName: 'istio', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }], ...spec },
  };
}

function configMap(name: string, data: Record<string, string>, metadata: JsonObject = {}): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', ...metadata }, data };
}

const withParameters = { infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: 'options' } } };

function deployed(of: Manifest, cluster: Manifest[] = [], using: InjectionSettings = settings): Record<string, JsonObject> {
  return Object.fromEntries(deployGateway(of, using, cluster).objects.map((object) => [object.kind, object]));
}

test('a Gateway of the class istio becomes an account, a Deployment and a Service, which carry the name of the class', () => {
  const { objects } = deployGateway(gateway(), settings);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
    'ServiceAccount shop/public-istio', 'Deployment shop/public-istio', 'Service shop/public-istio',
  ]);
});

test('everything says which Gateway and which controller it is of', () => {
  const { Service, Deployment } = deployed(gateway({}, { labels: { team: 'a' } }));
  const labels = {
    'team': 'a',
    'istio.io/dataplane-mode': 'none',
    'gateway.networking.k8s.io/gateway-name': 'public',
    'gateway.networking.k8s.io/gateway-class-name': 'istio',
    'gateway.istio.io/managed': 'istio.io-gateway-controller',
  };
  expect(Service.metadata.labels).toEqual(labels);
  expect(Deployment.spec.template.metadata.labels).toEqual({
    'sidecar.istio.io/inject': 'false', 'service.istio.io/canonical-name': 'public-istio', 'service.istio.io/canonical-revision': 'latest', ...labels,
  });
});

test('nothing owns what is synthesized, because a Gateway has no identity before it is in the cluster', () => {
  expect(deployed(gateway()).Service.metadata).not.toHaveProperty('ownerReferences');
  expect(deployed(gateway({}, { uid: 'f00' })).Service.metadata.ownerReferences).toEqual([
    { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: 'public', uid: 'f00' },
  ]);
});

test('each port of the listeners is there once, called after the first listener that has it', () => {
  const listeners = [
    { name: 'web.example', port: 443, protocol: 'HTTPS' },
    { name: 'other', port: 443, protocol: 'HTTPS' },
    { name: 'web-example', port: 8443, protocol: 'TLS' },
  ];
  expect(deployed(gateway({ listeners })).Service.spec.ports).toEqual([
    { name: 'status-port', port: 15021, protocol: 'TCP', appProtocol: 'tcp' },
    { name: 'web-example', port: 443, protocol: 'TCP', appProtocol: 'https' },
    { name: 'web-example-8443', port: 8443, protocol: 'TCP', appProtocol: 'tls' },
  ]);
});

test('annotations of the Gateway choose names, account and type of the Service, and go no further', () => {
  const annotations = {
    'gateway.istio.io/name-override': 'edge',
    'gateway.istio.io/service-account': 'edge-account',
    'networking.istio.io/service-type': 'ClusterIP',
    'team/owner': 'a',
  };
  const { Service, Deployment, ServiceAccount } = deployed(gateway({}, { annotations }));
  expect(Service.spec.type).toBe('ClusterIP');
  expect(Service.metadata).toMatchObject({ name: 'edge', annotations: { 'networking.istio.io/service-type': 'ClusterIP', 'team/owner': 'a' } });
  expect(Object.keys(Service.metadata.annotations)).toHaveLength(2);
  expect(ServiceAccount.metadata.name).toBe('edge-account');
  expect(Deployment.spec.template.spec.serviceAccountName).toBe('edge-account');
});

test('labels of the infrastructure stand in for those of the Gateway', () => {
  const spec = { infrastructure: { labels: { 'tier': 'edge', 'gateway.networking.k8s.io/own': 'x' } } };
  expect(deployed(gateway(spec, { labels: { team: 'a' } })).ServiceAccount.metadata.labels).toEqual({
    'tier': 'edge',
    'istio.io/dataplane-mode': 'none',
    'gateway.networking.k8s.io/gateway-name': 'public',
    'gateway.networking.k8s.io/gateway-class-name': 'istio',
    'gateway.istio.io/managed': 'istio.io-gateway-controller',
  });
});

test('an address is asked of the load balancer, and one by host name means that something else serves the Gateway', () => {
  expect(deployed(gateway({ addresses: [{ value: '192.0.2.7' }] })).Service.spec.loadBalancerIP).toBe('192.0.2.7');
  expect(deployGateway(gateway({ addresses: [{ type: 'Hostname', value: 'edge.example.com' }] }), settings)).toEqual({
    deployed: false, reason: 'spec.addresses says that something else serves it', objects: [],
  });
});

test('a waypoint is reached close by, belongs to the network of its control plane and is not captured', () => {
  const spec = { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] };
  const { Service, Deployment } = deployed(gateway(spec), [], settingsWith({ ...AMBIENT, global: { network: 'east' } }));
  expect(Service.metadata).toMatchObject({ name: 'public', annotations: { 'networking.istio.io/traffic-distribution': 'PreferClose' } });
  expect(Service.spec.type).toBe('ClusterIP');
  expect(Deployment.metadata.labels['topology.istio.io/network']).toBe('east');
  expect(Deployment.spec.template.metadata.labels['istio.io/dataplane-mode']).toBe('none');
  const [proxy] = Deployment.spec.template.spec.containers;
  expect(proxy.args.slice(0, 6)).toEqual(['proxy', 'waypoint', '--domain', '$(POD_NAMESPACE).svc.cluster.local', '--serviceCluster', 'public.$(POD_NAMESPACE)']);
});

test('an east-west gateway is a waypoint that asks for the view of its network', () => {
  const { Service, Deployment } = deployed(gateway({ gatewayClassName: 'istio-east-west' }), [], settingsWith({ ...AMBIENT, global: { network: 'east' } }));
  expect(Service.spec.type).toBe('LoadBalancer');
  expect(Service.metadata.labels['gateway.istio.io/managed']).toBe('istio.io-eastwest-controller');
  expect(Deployment.spec.template.spec.containers[0].env).toContainEqual({ name: 'ISTIO_META_REQUESTED_NETWORK_VIEW', value: 'east' });
});

test('an agentgateway speaks to istiod itself, with a token of its own for that', () => {
  const { Deployment } = deployed(gateway({ gatewayClassName: 'istio-agentgateway' }));
  const { containers: [proxy], volumes } = Deployment.spec.template.spec;
  expect([proxy.name, proxy.image]).toEqual(['agentgateway', 'example.com/istio/agentgateway:1']);
  expect(proxy.env).toContainEqual({ name: 'XDS_ADDRESS', value: 'istiod.istio-system.svc:15012' });
  expect(volumes.map(({ name }: JsonObject) => name)).toEqual(['tmp', 'xds-token', 'istio-token', 'istiod-ca-cert']);
});

test('without ambient mode, nobody knows waypoints', () => {
  const outcome = deployGateway(gateway({ gatewayClassName: 'istio-waypoint' }), settingsWith({}));
  expect(outcome).toEqual({ deployed: false, reason: 'no controller of this control plane knows the class "istio-waypoint"', objects: [] });
});

test('a class of the cluster\'s own is deployed by the controller that it names', () => {
  const own: Manifest = {
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GatewayClass', metadata: { name: 'edge' }, spec: { controllerName: 'istio.io/gateway-controller' },
  };
  expect(deployed(gateway({ gatewayClassName: 'edge' }), [own]).Deployment.metadata.name).toBe('public-edge');
});

test('a Gateway of another revision is left to it', () => {
  const of = gateway({}, { labels: { 'istio.io/rev': 'canary' } });
  expect(deployGateway(of, settings).reason).toBe('the Gateway belongs to revision "canary", and this is "default"');
  expect(deployGateway(of, { ...settings, revisionTags: ['canary'] }).deployed).toBe(true);
});

test('what a class has for all its Gateways is laid over first, then what the Gateway names; then there is an autoscaler too', () => {
  const defaults = configMap('defaults', { deployment: 'spec: {replicas: 2, minReadySeconds: 5}' }, {
    namespace: 'istio-system', labels: { 'gateway.istio.io/defaults-for-class': 'istio' },
  });
  const own = configMap('options', { deployment: 'spec: {replicas: 4}', horizontalPodAutoscaler: 'spec: {maxReplicas: 9}' });
  const objects = deployed(gateway(withParameters), [own, defaults]);
  expect(objects.Deployment.spec).toMatchObject({ replicas: 4, minReadySeconds: 5 });
  expect(objects.HorizontalPodAutoscaler.spec).toEqual({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'public-istio' }, maxReplicas: 9 });
  expect(objects).not.toHaveProperty('PodDisruptionBudget');
});

test('what is named and not there, or does not fit, is said with what to do', () => {
  expect(() => deployGateway(gateway(withParameters), settings)).toThrow(
    'spec.infrastructure.parametersRef names the ConfigMap "options", and there is none in namespace "shop". Add it, or remove the reference.');
  const over = (data: Record<string, string>) => () => deployGateway(gateway(withParameters), settings, [configMap('options', data)]);
  expect(over({ ingress: '' })).toThrow('ConfigMap shop/options has the key "ingress", which is for nothing that is made of a Gateway. '
    + 'Choose from: serviceAccount, deployment, service, horizontalPodAutoscaler, podDisruptionBudget.');
  expect(over({ service: 'metadata: {name: other}' })).toThrow(
    'ConfigMap shop/options, "service" sets metadata.name to "other". Only labels and annotations can be changed there: remove it.');
  expect(over({ deployment: 'replicas' })).toThrow(
    'ConfigMap shop/options, "deployment": "replicas" is no map. Give the fields to change, such as "spec: {replicas: 2}".');
});

test('listeners of sets count where the Gateway takes sets from their namespace', () => {
  const set: Manifest = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'ListenerSet',
    metadata: { name: 'more', namespace: 'team' },
    spec: { parentRef: { name: 'public', namespace: 'shop' }, listeners: [{ name: 'admin', port: 9000, protocol: 'HTTP' }] },
  };
  const team: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team', labels: { may: 'listen' } } };
  const ports = (namespaces?: JsonObject) => deployed(gateway({ ...(namespaces && { allowedListeners: { namespaces } }) }), [set, team])
    .Service.spec.ports.map(({ port }: JsonObject) => port);
  expect(ports()).toEqual([15021, 80]);
  expect(ports({ from: 'Same' })).toEqual([15021, 80]);
  expect(ports({ from: 'All' })).toEqual([15021, 80, 9000]);
  expect(ports({ from: 'Selector', selector: { matchLabels: { may: 'listen' } } })).toEqual([15021, 80, 9000]);
});

test('a ProxyConfig for the Gateway counts, and the annotation for a pod\'s proxy does not', () => {
  const config: Manifest = {
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'ProxyConfig',
    metadata: { name: 'edge', namespace: 'shop' },
    spec: { selector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'public' } }, image: { imageType: 'distroless' }, environmentVariables: { A: 'b' } },
  };
  const of = gateway({}, { annotations: { 'proxy.istio.io/config': 'concurrency: 7' } });
  const [proxy] = deployed(of, [config]).Deployment.spec.template.spec.containers;
  expect(proxy.image).toBe('example.com/istio/proxyv2:1-distroless');
  expect(proxy.env).toContainEqual({ name: 'A', value: 'b' });
  expect(proxy.env.find(({ name }: JsonObject) => name === 'PROXY_CONFIG').value).not.toContain('concurrency');
});
