import { proxyGid, proxyUid, trustDomain } from './facts';
import { agentgatewayImage, clusterId, gatewayName, network, serviceAccount } from './gateway-facts';
import { gatewayObjects, lifecycle, podSecurityContext, probes, statusPorts, unprivileged } from './gateway-objects';
import { gatewayResources } from './kube-gateway';
import { imagePullPolicy } from './proxy-container';
import { caAddress, fromField, fromLimit, ownVariables, variable } from './proxy-env';
import { pullSecrets } from './pull-secrets';
import { behind, caCert, mounts, Part, token, tokenFor } from './volumes';
import { annotationOr, call, choose, constant, data, value } from '../expression';
import { Each, NodeLike, Node, raw, when } from '../node';

const givenImage = annotationOr('gateway.istio.io/agentgatewayImage', value('global.agentgateway.image'));
const image = choose(
  call('contains', (needle: string, hay: string) => hay.includes(needle), constant('/'), givenImage), givenImage, agentgatewayImage);

const env: readonly (NodeLike | Each)[] = [
  fromField('POD_NAME', 'metadata.name'),
  fromField('POD_NAMESPACE', 'metadata.namespace'),
  fromField('NAMESPACE', 'metadata.namespace'),
  fromField('INSTANCE_IP', 'status.podIP'),
  fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
  fromLimit('CPU_LIMIT', 'limits.cpu'),
  variable('GATEWAY', gatewayName),
  variable('RUST_BACKTRACE', '1'),
  variable('CLUSTER_ID', clusterId),
  when(network, variable('NETWORK', network)),
  when(trustDomain, variable('TRUST_DOMAIN', trustDomain)),
  ownVariables,
  variable('XDS_ADDRESS', data('.ProxyConfig.DiscoveryAddress', (pod) => pod.proxyConfig.discoveryAddress ?? '')),
  variable('CA_ADDRESS', caAddress),
];

/** Mounted whether or not istiod signs; the volume is there only where it does. */
const caForDiscovery: Part = { mount: { mountPath: '/var/run/secrets/xds', name: 'istiod-ca-cert' } };
const caForSigning: Part = { mount: { mountPath: '/var/run/secrets/istio', name: 'istiod-ca-cert' } };
const temporary: Part = { mount: { mountPath: '/tmp', name: 'tmp' }, volume: { name: 'tmp', emptyDir: {} } };
const discoveryToken = tokenFor('xds-token', '/var/run/secrets/xds-tokens');

/** The container of an agentgateway, without what depends on its role. */
export const agentgatewayContainer: { readonly [field: string]: NodeLike } = {
  name: 'agentgateway',
  image,
  imagePullPolicy,
  ports: [...statusPorts],
  args: ['--config', '{}'],
  env: env as NodeLike,
  ...probes,
  volumeMounts: mounts(caForDiscovery, discoveryToken, temporary, caForSigning, token),
};

export const agentgatewaySecurity: { readonly [field: string]: NodeLike } = { ...unprivileged, runAsUser: raw(proxyUid), runAsGroup: raw(proxyGid) };

/** What the pods of agentgateways have beside the container. */
export const agentgatewayPod: { readonly [field: string]: NodeLike } = {
  serviceAccountName: serviceAccount,
  volumes: behind(temporary, discoveryToken, token, caCert),
  imagePullSecrets: pullSecrets,
};

/** The gateway of the class "istio-agentgateway": a proxy without Envoy. */
export const agentgateway: readonly Node[] = gatewayObjects({
  controller: 'istio.io-agentgateway-controller',
  podSpec: {
    ...agentgatewayPod,
    securityContext: podSecurityContext,
    containers: [{ ...agentgatewayContainer, resources: gatewayResources, securityContext: agentgatewaySecurity, lifecycle }],
  },
});
