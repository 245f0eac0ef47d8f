import { GatewayCase } from './gateway-deployments';
import { JsonObject, Manifest } from '../../src/reference/json';

/*
 * The cases of Istio's own test of the controller that deploys Gateways, as data. What it says in values is laid over those of the
 * default installation here, so that every value is there.
 */

const GATEWAY_API = 'gateway.networking.k8s.io/v1';
const http = { name: 'http', port: 80, protocol: 'HTTP' };
const https = { name: 'https', port: 443, protocol: 'HTTPS' };
const mesh = { name: 'mesh', port: 15008, protocol: 'ALL' };
const NAME = 'gateway.istio.io/name-override';
const NETWORK = 'topology.istio.io/network';

const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } };
const customClass: Manifest = {
  apiVersion: GATEWAY_API, kind: 'GatewayClass', metadata: { name: 'custom' }, spec: { controllerName: 'istio.io/gateway-controller' },
};
const distroless: Manifest = {
  apiVersion: 'networking.istio.io/v1beta1',
  kind: 'ProxyConfig',
  metadata: { name: 'test', namespace: 'default' },
  spec: { selector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'default' } }, image: { imageType: 'distroless' } },
};

function gatewayCase(name: string, className: string, metadata: JsonObject, spec: JsonObject, more: Partial<GatewayCase> = {}): GatewayCase {
  const gateway: Manifest = {
    apiVersion: GATEWAY_API,
    kind: 'Gateway',
    metadata: { name: 'default', namespace: 'default', uid: `uid-of-${name}`, ...metadata },
    spec: { gatewayClassName: className, listeners: [], ...spec },
  };
  return {
    name,
    gateway,
    cluster: [namespace, customClass, ...(more.cluster ?? [])],
    values: { ...more.values, global: { hub: 'test', tag: 'test', ...more.values?.global } },
  };
}

const nulls = { limits: { cpu: null, memory: '500Mi' }, requests: { cpu: null, memory: '150Mi' } };
const onNetwork = (network: string): Partial<GatewayCase> => ({ values: { global: { network } } });
const withEnv = (env: JsonObject): Partial<GatewayCase> => ({ values: { pilot: { env } } });
const parameters = { infrastructure: { labels: { foo: 'bar' }, parametersRef: { group: '', kind: 'ConfigMap', name: 'gw-options' } } };
const options = (data: Record<string, string>): Partial<GatewayCase> => (
  { cluster: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'gw-options', namespace: 'default' }, data }] });
const ambientLabel = { 'istio.io/dataplane-mode': 'ambient' };
const see = { labels: { should: 'see' }, annotations: { should: 'see' } };
const waypoint = { name: 'namespace' };
const noCopies = withEnv({ PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS: 'false' });

/** The cases. */
export const MODULE_CASES: readonly GatewayCase[] = [
  gatewayCase('simple', 'istio', see, {}),
  gatewayCase('manual service account', 'istio', { annotations: { 'gateway.istio.io/service-account': 'custom-sa' } }, {}),
  gatewayCase('manual address', 'istio', { annotations: { [NAME]: 'default' } }, { addresses: [{ type: 'IPAddress', value: '1.2.3.4' }] }),
  gatewayCase('cluster address', 'istio', { annotations: { 'networking.istio.io/service-type': 'ClusterIP', [NAME]: 'default' } }, { listeners: [http] }),
  gatewayCase('multiple networks', 'istio', { labels: { [NETWORK]: 'network-1' }, annotations: { [NAME]: 'default' } }, { listeners: [http] }),
  gatewayCase('without HTTP/3', 'istio', {}, { listeners: [https] }),
  gatewayCase('with HTTP/3', 'istio', {}, { listeners: [https] }, withEnv({ PILOT_ENABLE_QUIC_LISTENERS: 'true' })),
  gatewayCase('waypoint', 'istio-waypoint', { ...waypoint, labels: { [NETWORK]: 'network-1' } }, { listeners: [mesh] }, onNetwork('network-2')),
  gatewayCase('waypoint, resources null', 'istio-waypoint', waypoint, { listeners: [mesh] }, { values: { global: { waypoint: { resources: nulls } } } }),
  gatewayCase('agentgateway waypoint', 'istio-agentgateway-waypoint', { ...waypoint, labels: { [NETWORK]: 'network-1' } }, { listeners: [mesh] },
    onNetwork('network-2')),
  gatewayCase('agentgateway waypoint, resources null', 'istio-agentgateway-waypoint', waypoint, { listeners: [mesh] },
    { values: { global: { waypoint: { resources: nulls } } } }),
  gatewayCase('agentgateway', 'istio-agentgateway', waypoint, { listeners: [http] }),
  gatewayCase('agentgateway, resources null', 'istio-agentgateway', waypoint, { listeners: [http] }, { values: { global: { proxy: { resources: nulls } } } }),
  gatewayCase('gateway, resources null', 'istio', {}, {}, { values: { global: { proxy: { resources: nulls } } } }),
  gatewayCase('waypoint without a network of its own', 'istio-waypoint', waypoint, { listeners: [mesh] }, onNetwork('network-1')),
  gatewayCase('east-west', 'istio-east-west', { name: 'eastwestgateway', namespace: 'istio-system' }, {
    listeners: [{ ...mesh, tls: { mode: 'Terminate', options: { 'gateway.istio.io/tls-terminate-mode': 'ISTIO_MUTUAL' } } }],
  }, onNetwork('network-1')),
  gatewayCase('a ProxyConfig', 'istio', {}, {}, { cluster: [distroless] }),
  gatewayCase('a class of the cluster', 'custom', {}, {}),
  gatewayCase('infrastructure', 'istio', { labels: { 'should-not': 'see' }, annotations: { 'should-not': 'see' } }, {
    infrastructure: {
      labels: { 'foo': 'bar', 'gateway.networking.k8s.io/ignore': 'true' }, annotations: { 'fizz': 'buzz', 'gateway.networking.k8s.io/ignore': 'true' },
    },
  }),
  gatewayCase('captured', 'istio', { labels: ambientLabel }, {}),
  gatewayCase('captured by the infrastructure', 'istio', {}, { infrastructure: { labels: ambientLabel } }),
  gatewayCase('customized', 'istio', waypoint, parameters, options({
    podDisruptionBudget: '\nspec:\n  minAvailable: 1',
    horizontalPodAutoscaler: '\nspec:\n  minReplicas: 2\n  maxReplicas: 2',
    deployment: 'metadata: {annotations: {cm-annotation: cm-annotation-value}}\n'
      + 'spec: {replicas: 4, template: {spec: {containers: [{name: istio-proxy, resources: {requests: {cpu: 222m}}}]}}}',
  })),
  gatewayCase('customized in a way that is not allowed', 'istio', waypoint, parameters, options({ deployment: '\nmetadata:\n  name: not-allowed' })),
  gatewayCase('no copies, infrastructure', 'istio', see, { infrastructure: { labels: { should: 'see-l' }, annotations: { should: 'see-a' } } }, noCopies),
  gatewayCase('no copies, no infrastructure', 'istio', see, {}, noCopies),
];
