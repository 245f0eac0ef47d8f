import { configuredMode, proxyGid, proxyUid, proxyValue } from './facts';
import { clusterId, deploymentName, network, networkOfGateway, owner, serviceAccount } from './gateway-facts';
import { gatewayObjects, lifecycle, podSecurityContext, probes, statusPorts, unprivileged } from './gateway-objects';
import { imagePullPolicy, metricsPort, proxyImage } from './proxy-container';
import { cpuLimit, fromField, goLimits, identity, mesh, ownVariables, proxyConfiguration, variable } from './proxy-env';
import { pullSecrets } from './pull-secrets';
import { configuredResources } from './resources';
import { behind, caCert, credentialSocket, dataFolder, EMPTY, envoy, mounts, podInfo, token, workloadCerts, workloadSocket } from './volumes';
import { annotationOr, concat, value } from '../expression';
import { Each, Node, NodeLike, raw, tree, when } from '../node';

/** Arguments of the agent of a gateway that istiod deploys. */
export const gatewayArgs = (role: string, ...more: string[]): readonly NodeLike[] => [
  'proxy', role,
  '--domain', concat('$(POD_NAMESPACE).svc.', proxyValue('clusterDomain')),
  ...more.length > 0 ? ['--serviceCluster', concat(serviceAccount, ...more)] : [],
  '--proxyLogLevel', annotationOr('sidecar.istio.io/logLevel', proxyValue('logLevel')),
  '--proxyComponentLogLevel', annotationOr('sidecar.istio.io/componentLogLevel', proxyValue('componentLogLevel')),
  '--log_output_level', annotationOr('sidecar.istio.io/agentLogLevel', value('global.logging.level')),
];

export const logsAsJson = when(value('global.logAsJson'), '--log_as_json');

/** What the proxy was made of. */
export const workload: readonly NodeLike[] = [
  variable('ISTIO_META_WORKLOAD_NAME', deploymentName),
  variable('ISTIO_META_OWNER', owner),
];

const amounts = configuredResources('global.proxy.resources');
/** What a gateway may use. */
export const gatewayResources = when(proxyValue('resources'), tree(amounts));

const env: readonly (NodeLike | Each)[] = [
  ...identity,
  cpuLimit,
  proxyConfiguration,
  variable('ISTIO_META_POD_PORTS', '[]'),
  variable('ISTIO_META_APP_CONTAINERS', ''),
  ...goLimits,
  variable('ISTIO_META_CLUSTER_ID', clusterId),
  fromField('ISTIO_META_NODE_NAME', 'spec.nodeName'),
  variable('ISTIO_META_INTERCEPTION_MODE', configuredMode),
  when(network, variable('ISTIO_META_NETWORK', network)),
  ...workload,
  ...mesh,
  ownVariables,
  // A gateway with a network of its own serves that network's view of the mesh.
  when(networkOfGateway, variable('ISTIO_META_REQUESTED_NETWORK_VIEW', networkOfGateway)),
];

/** The gateway of the class "istio": an Envoy that takes connections from outside. */
export const kubeGateway: readonly Node[] = gatewayObjects({
  controller: 'istio.io-gateway-controller',
  portsHaveProtocols: true,
  podSpec: {
    securityContext: podSecurityContext,
    serviceAccountName: serviceAccount,
    containers: [{
      name: 'istio-proxy',
      image: proxyImage,
      resources: gatewayResources,
      imagePullPolicy,
      securityContext: { ...unprivileged, runAsUser: raw(proxyUid), runAsGroup: raw(proxyGid) },
      ports: [...statusPorts, metricsPort],
      args: [
        ...gatewayArgs('router'),
        when(value('global.sts.servicePort'), concat('--stsPort=', value('global.sts.servicePort'))),
        logsAsJson,
      ],
      lifecycle,
      env: env as NodeLike,
      ...probes,
      volumeMounts: mounts(workloadSocket, credentialSocket(), workloadCerts(), caCert, dataFolder, envoy, token, podInfo),
    }],
    volumes: behind(workloadSocket, credentialSocket(EMPTY), workloadCerts(EMPTY), envoy, dataFolder, podInfo, token, caCert),
    imagePullSecrets: pullSecrets,
  },
});
