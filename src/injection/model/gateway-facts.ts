import { call, concat, constant, data, Expression, firstOf, value } from '../expression';
import { GatewayInput } from '../gateway-input';
import { Node, raw } from '../node';

/*
 * What istiod tells the templates with which it deploys a Gateway. Their data is the Gateway itself and what was computed from it.
 */

/** A field of the template's data that only a Gateway has. */
function ofGateway(go: string, pick: (gateway: GatewayInput) => unknown): Expression {
  return data(go, ({ gateway }) => {
    if (gateway === undefined) throw new Error(`${go} is known of a Gateway alone, and this is a pod's template.`);
    return pick(gateway);
  });
}

export const gatewayName = ofGateway('.Name', ({ name }) => name);
export const gatewayNamespace = ofGateway('.Namespace', ({ namespace }) => namespace);
export const gatewayUid = ofGateway('.UID', ({ uid }) => uid ?? '');
export const gatewayClass = ofGateway('.GatewayClass', (gateway) => gateway.gatewayClass);
export const deploymentName = ofGateway('.DeploymentName', (gateway) => gateway.deploymentName);
export const serviceAccount = ofGateway('.ServiceAccount', (gateway) => gateway.serviceAccount);
export const servicePorts = ofGateway('.Ports', ({ ports }) => ports);
export const serviceType = ofGateway('.ServiceType', (gateway) => gateway.serviceType);
export const controllerLabel = ofGateway('.ControllerLabel', (gateway) => gateway.controllerLabel);
export const agentgatewayImage = ofGateway('.AgentgatewayImage', (gateway) => gateway.agentgatewayImage);
export const addresses = ofGateway('.Spec.Addresses', (gateway) => gateway.addresses);
export const firstAddress = ofGateway('(index .Spec.Addresses 0).Value', (gateway) => gateway.addresses[0]);

/** The cluster as the values name it, else as istiod was told when it was started. */
export const clusterId = firstOf(value('global.multiCluster.clusterName'), ofGateway('.ClusterID', (gateway) => gateway.clusterId));

const NETWORK = 'topology.istio.io/network';
/** The network that the Gateway asks for by its label; empty where it has none. */
export const networkOfGateway = ofGateway(`(index .InfrastructureLabels "${NETWORK}")`, ({ infrastructureLabels }) => infrastructureLabels[NETWORK] ?? '');
export const network = firstOf(networkOfGateway, value('global.network'));

/** Who owns the pods, as the proxy reports it. */
export const owner = concat('kubernetes://apis/apps/v1/namespaces/', gatewayNamespace, '/deployments/', deploymentName);

/** Labels of the Gateway's infrastructure. */
export const infrastructureLabels = ofGateway('.InfrastructureLabels', (gateway) => gateway.infrastructureLabels);

/** Annotations of a Gateway that are about itself and not about what is made of it. */
const OF_GATEWAY_ITSELF = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'gateway.istio.io/name-override',
  'gateway.istio.io/service-account',
  'gateway.istio.io/controller-version',
];
/** Annotations of the Gateway's infrastructure. */
export const infrastructureAnnotations = call(
  'omit',
  (all: Record<string, string>, ...names: string[]) => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))),
  ofGateway('.InfrastructureAnnotations', (gateway) => gateway.infrastructureAnnotations),
  ...OF_GATEWAY_ITSELF.map(constant),
);

/** A map of texts. */
export function textMap(of: Readonly<Record<string, Expression | string>>): Expression {
  const fields = Object.entries(of).map(([name, inner]) => [name, typeof inner === 'string' ? constant(inner) : inner] as const);
  return {
    go: `(strdict ${fields.map(([name, inner]) => `${JSON.stringify(name)} ${inner.go}`).join(' ')})`,
    evaluate: (pod) => Object.fromEntries(fields.map(([name, inner]) => [name, inner.evaluate(pod)])),
  };
}

/** Maps of texts over each other: of two with the same key, the later one holds. */
export function layered(...maps: Expression[]): Node {
  return raw({
    go: `toJsonMap ${maps.map(({ go }) => go).join(' ')}`,
    evaluate: (pod) => Object.assign({}, ...maps.map((one) => one.evaluate(pod))),
  });
}
