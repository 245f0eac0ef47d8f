import { proxyValue } from './facts';
import { controllerLabel, network, serviceAccount } from './gateway-facts';
import { gatewayObjects, probes, seccompProfile, statusPorts, unprivileged } from './gateway-objects';
import { gatewayArgs, logsAsJson, workload } from './kube-gateway';
import { imagePullPolicy, metricsPort, proxyImage } from './proxy-container';
import { cpuLimit, fromField, goLimits, identity, mesh, ownVariables, proxyConfiguration, variable } from './proxy-env';
import { pullSecrets } from './pull-secrets';
import { configuredResources } from './resources';
import { anyCaCert, behind, dataFolder, envoy, mounts, Part, podInfo, tokenFor, workloadSocket } from './volumes';
import { and, concat, constant, eq, Expression, firstOf, not, value } from '../expression';
import { Each, Node, NodeLike, tree, when } from '../node';

const waypointValue = (name: string): Expression => value(`global.waypoint.${name}`);
/** A part of the pod that is taken from the values as it is. */
const configured = (name: string): Node => when(waypointValue(name), tree(waypointValue(name)));

/** Where the pods of waypoints may run. */
export const scheduling: { readonly [field: string]: NodeLike } = {
  affinity: configured('affinity'),
  topologySpreadConstraints: configured('topologySpreadConstraints'),
  nodeSelector: configured('nodeSelector'),
  tolerations: configured('tolerations'),
};

/** What a waypoint may use. */
export const waypointResources = when(waypointValue('resources'), tree(configuredResources('global.waypoint.resources')));

/** A waypoint serves the whole node first: connections to it need no other zone. */
export const closeBy = { 'networking.istio.io/traffic-distribution': 'PreferClose' };
/** ztunnel leaves the pods alone: they speak its protocol themselves. */
export const notCaptured = { 'istio.io/dataplane-mode': 'none' };

const isEastWest = eq(controllerLabel, 'istio.io-eastwest-controller');

const env: readonly (NodeLike | Each)[] = [
  fromField('ISTIO_META_SERVICE_ACCOUNT', 'spec.serviceAccountName'),
  fromField('ISTIO_META_NODE_NAME', 'spec.nodeName'),
  ...identity,
  cpuLimit,
  proxyConfiguration,
  ownVariables,
  ...goLimits,
  variable('ISTIO_META_CLUSTER_ID', firstOf(value('global.multiCluster.clusterName'), constant('Kubernetes'))),
  when(network, variable('ISTIO_META_NETWORK', network)),
  when(and(network, isEastWest), variable('ISTIO_META_REQUESTED_NETWORK_VIEW', network)),
  variable('ISTIO_META_INTERCEPTION_MODE', 'REDIRECT'),
  ...workload,
  ...mesh,
];

/** Volumes that nothing mounts; pods of waypoints have them. */
const spareChannel: Part = { volume: { name: 'go-proxy-envoy', emptyDir: { medium: 'Memory' } } };
const spareData: Part = { volume: { name: 'go-proxy-data', emptyDir: {} } };
const token = tokenFor('istio-token', '/var/run/secrets/tokens', 'istio-ca');

const onOpenShift = eq(value('global.platform'), 'openshift');

/** The gateway of the classes "istio-waypoint" and "istio-east-west": an Envoy between workloads of the ambient mesh. */
export const waypoint: readonly Node[] = gatewayObjects({
  controller: controllerLabel,
  podLabels: notCaptured,
  serviceAnnotations: closeBy,
  podSpec: {
    ...scheduling,
    serviceAccountName: serviceAccount,
    containers: [{
      name: 'istio-proxy',
      ports: [...statusPorts, metricsPort],
      image: proxyImage,
      imagePullPolicy,
      args: [
        ...gatewayArgs('waypoint', '.$(POD_NAMESPACE)'),
        logsAsJson,
        when(proxyValue('outlierLogPath'), concat('--outlierLogPath=', proxyValue('outlierLogPath'))),
      ],
      env: env as NodeLike,
      resources: waypointResources,
      ...probes,
      securityContext: {
        ...unprivileged,
        // OpenShift gives each namespace users of its own.
        runAsGroup: when(not(onOpenShift), 1337),
        runAsUser: when(not(onOpenShift), 1337),
        seccompProfile,
      },
      volumeMounts: mounts(workloadSocket, anyCaCert, dataFolder, envoy, token, podInfo),
    }],
    volumes: behind(workloadSocket, envoy, spareChannel, dataFolder, spareData, podInfo, token, anyCaCert),
    imagePullSecrets: pullSecrets,
  },
});
