import { applicationContainers, configuredMode, interceptionModeForEnv, proxyMetadata, trustDomain } from './facts';
import { JsonObject } from '../../reference/json';
import { OfProxy, PodContext } from '../context';
import { and, choose, concat, constant, data, eq, Expression, firstOf, hasAnnotation, label, optionalValue, prints, proxyData, value } from '../expression';
import { proxyConfigJson } from '../mesh-defaults';
import { each, Each, NodeLike, when } from '../node';

export const variable = (name: string, of: Expression | string): NodeLike => ({ name, value: of });
export const fromField = (name: string, fieldPath: string): NodeLike => ({ name, valueFrom: { fieldRef: { fieldPath } } });
export const fromLimit = (name: string, resource: string): NodeLike => ({ name, valueFrom: { resourceFieldRef: { resource, divisor: '1' } } });

const revisionSuffix = choose(value('revision'), concat('-', value('revision')), constant(''));
export const caAddress = firstOf(value('global.caAddress'), concat('istiod', revisionSuffix, '.', value('global.istioNamespace'), '.svc:15012'));

/** The ports that the application's containers declare, one a line. */
const podPorts: Expression = data('(printf "[%s\\n]" $ports)', (pod) => {
  const ports = (pod.spec.containers ?? []).flatMap((container: JsonObject) => container.ports ?? []);
  return `[${ports.map((port: JsonObject, at: number) => `\n    ${at === 0 ? '' : ','}${portJson(port)}`).join('')}\n]`;
});

function portJson({ name, hostPort, containerPort, protocol, hostIP }: JsonObject): string {
  // The order of the fields is that of the API's definition, because istiod writes them so.
  const given = (of: unknown): unknown => of || undefined;
  return JSON.stringify({ name: given(name), hostPort: given(hostPort), containerPort, protocol: given(protocol), hostIP: given(hostIP) });
}

const workloadName = firstOf(label('service.istio.io/workload-name'), data('.DeploymentMeta.Name', (pod) => pod.owner.name));
const apiVersion = data('.TypeMeta.APIVersion', (pod) => pod.typeMeta.apiVersion);
const ownerName = data('.DeploymentMeta.Name', (pod) => pod.owner.name);
const ownerNamespace = data('(valueOrDefault .DeploymentMeta.Namespace "default")', (pod) => pod.owner.namespace || 'default');
const ownerKind = data('(toLower .TypeMeta.Kind)', (pod) => pod.typeMeta.kind.toLowerCase());
const compliance = proxyData('.CompliancePolicy', (pod) => pod.compliancePolicy);
const datadog = 'apm.datadoghq.com/env';

function parsed(text: unknown): JsonObject {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}

const openTelemetry: Expression = data(
  '(otelResourceAttributes .MeshConfig .ObjectMeta.Annotations .ObjectMeta.Labels .DeploymentMeta.Namespace .Spec.Containers)',
  openTelemetryAttributes,
);

const inboundIsLocal = prints(proxyData('.InboundTrafficPolicyMode', (pod) => inboundMode(pod)), 'localhost');
const meshId = firstOf(value('global.meshID'), trustDomain);

/** Who the proxy is, and where its certificates come from. */
export const identity: readonly NodeLike[] = [
  variable('PILOT_CERT_PROVIDER', value('global.pilotCertProvider')),
  variable('CA_ADDR', caAddress),
  fromField('POD_NAME', 'metadata.name'),
  fromField('POD_NAMESPACE', 'metadata.namespace'),
  fromField('INSTANCE_IP', 'status.podIP'),
  fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
  fromField('HOST_IP', 'status.hostIP'),
];
export const cpuLimit = fromLimit('ISTIO_CPU_LIMIT', 'limits.cpu');
/** What it was configured with. */
export const proxyConfiguration = variable('PROXY_CONFIG', concat(proxyData('(protoToJSON .ProxyConfig)', (pod) => proxyConfigJson(pod.proxyConfig)), '\n'));
/** The same, and which ports the application has. */
const configuration: readonly NodeLike[] = [
  proxyConfiguration,
  variable('ISTIO_META_POD_PORTS', podPorts),
];
const application: NodeLike = { name: 'ISTIO_META_APP_CONTAINERS', value: when(applicationContainers, applicationContainers) };
/** What Go programs are told of their limits. */
export const goLimits: readonly NodeLike[] = [fromLimit('GOMEMLIMIT', 'limits.memory'), fromLimit('GOMAXPROCS', 'limits.cpu')];
const complies: readonly NodeLike[] = [
  when(compliance, variable('COMPLIANCE_POLICY', compliance)),
  when(eq(compliance, 'fips-140-3'), variable('GODEBUG', 'fips140=only')),
];
const cluster: readonly NodeLike[] = [
  variable('ISTIO_META_CLUSTER_ID', firstOf(value('global.multiCluster.clusterName'), constant('Kubernetes'))),
  fromField('ISTIO_META_NODE_NAME', 'spec.nodeName'),
];
const network = when(value('global.network'), variable('ISTIO_META_NETWORK', value('global.network')));
const workload = (name: Expression): readonly NodeLike[] => [
  when(name, variable('ISTIO_META_WORKLOAD_NAME', name)),
  when(and(apiVersion, ownerName), variable('ISTIO_META_OWNER',
    concat('kubernetes://apis/', apiVersion, '/namespaces/', ownerNamespace, '/', ownerKind, 's/', ownerName))),
];
const bootstrap = when(hasAnnotation('sidecar.istio.io/bootstrapOverride'),
  variable('ISTIO_BOOTSTRAP_OVERRIDE', '/etc/istio/custom-bootstrap/custom_bootstrap.json'));
export const mesh: readonly NodeLike[] = [
  when(meshId, variable('ISTIO_META_MESH_ID', meshId)),
  when(trustDomain, variable('TRUST_DOMAIN', trustDomain)),
];
export const ownVariables = each(proxyMetadata, (name, inner) => variableOf(name, inner));

/** The environment of a sidecar. */
export const proxyEnv: readonly (NodeLike | Each)[] = [
  when(inboundIsLocal, variable('REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION', 'true')),
  ...identity,
  cpuLimit,
  ...configuration,
  application,
  ...goLimits,
  ...complies,
  ...cluster,
  variable('ISTIO_META_INTERCEPTION_MODE', interceptionModeForEnv),
  network,
  ...workload(workloadName),
  bootstrap,
  ...mesh,
  each(
    proxyData(
      '(and (eq .Values.global.proxy.tracer "datadog") '
      + `(isset .ObjectMeta.Annotations "${datadog}") | ternary (fromJSON (index .ObjectMeta.Annotations "${datadog}" | default "{}")) dict)`,
      (pod) => (pod.values.global?.proxy?.tracer === 'datadog' ? parsed(pod.annotations[datadog] ?? '') : {})),
    (name, inner) => variableOf(name, inner),
  ),
  when(openTelemetry, variable('OTEL_RESOURCE_ATTRIBUTES', openTelemetry)),
  ownVariables,
];

/** The environment of a gateway, which has no application beside it. */
export const gatewayEnv: readonly (NodeLike | Each)[] = [
  ...identity,
  cpuLimit,
  ...configuration,
  ...goLimits,
  ...complies,
  application,
  ...cluster,
  variable('ISTIO_META_INTERCEPTION_MODE', configuredMode),
  network,
  ...workload(ownerName),
  bootstrap,
  ...mesh,
  ownVariables,
];

/** The environment of an agent that serves gRPC clients, without an Envoy. */
export const grpcAgentEnv: readonly (NodeLike | Each)[] = [
  variable('ISTIO_META_GENERATOR', 'grpc'),
  variable('OUTPUT_CERTS', '/var/lib/istio/data'),
  when(inboundIsLocal, variable('REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION', 'true')),
  ...identity,
  ...configuration,
  application,
  ...cluster,
  network,
  ...workload(ownerName),
  ...mesh,
  ownVariables,
  // Names of the form xds:/// are resolved by the client itself.
  variable('ISTIO_META_DNS_CAPTURE', 'false'),
  variable('DISABLE_ENVOY', 'true'),
];

/** Whether clients find istiod's certificate in a bundle of the cluster. */
export const usesTrustBundle = prints(optionalValue('pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API'), 'true');

function variableOf(name: Expression, of: Expression): NodeLike {
  return { name, value: of };
}

function inboundMode(pod: OfProxy): string {
  return pod.meshConfig.inboundTrafficPolicy?.mode === 'LOCALHOST' ? 'localhost' : 'passthrough';
}

export function openTelemetryAttributes(pod: PodContext): string {
  const enriches = (pod.meshConfig.extensionProviders ?? [])
    .some((provider: JsonObject) => provider.opentelemetry?.serviceAttributeEnrichment === 'OTEL_SEMANTIC_CONVENTIONS');
  if (!enriches) return '';
  const given = (name: string): string => pod.annotations[`resource.opentelemetry.io/${name}`] ?? '';
  const containers: JsonObject[] = pod.spec.containers ?? [];
  const namespace = given('service.namespace') || pod.owner.namespace;
  const version = given('service.version') || pod.labels['app.kubernetes.io/version'] || (containers.length === 1 ? imageVersion(containers[0].image ?? '') : '');
  const instance = given('service.instance.id') || (containers.length > 0 ? `${pod.owner.namespace}.$(POD_NAME).${containers[0].name}` : '');
  return Object.entries({ 'service.namespace': namespace, 'service.version': version, 'service.instance.id': instance })
    .filter(([, inner]) => inner !== '').map(([name, inner]) => `${name}=${inner}`).join(',');
}

function imageVersion(image: string): string {
  const [name, digest] = image.split(/@(.*)/s);
  const tag = /:([^:/]*)$/.exec(name)?.[1] ?? '';
  return [tag, digest ?? ''].filter((part) => part !== '').join('@');
}
