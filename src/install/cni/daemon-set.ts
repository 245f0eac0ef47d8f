import { cniContainer } from './container';
import { CNI, CNI_NODE, CniContext, cniLabels, entersPods, redirectsAmbient, sharesHostNetwork } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { podLabelsOf } from '../labels';
import { isGiven, orElse, orNull, textMap, when } from '../values/read';

/** The plugin's agent, on every node. */
export function renderDaemonSet(context: CniContext): Manifest[] {
  const { values, release } = context;
  const own = { 'k8s-app': CNI_NODE };
  return [{
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: CNI_NODE,
      namespace: release.namespace,
      labels: { ...cniLabels(context, own), ...textMap(orElse(values.daemonSetLabels, {})) },
    },
    spec: {
      selector: { matchLabels: own },
      ...when('updateStrategy', values.updateStrategy),
      template: {
        metadata: {
          labels: {
            ...podLabelsOf(CNI, { ...own, 'sidecar.istio.io/inject': 'false', 'istio.io/dataplane-mode': 'none' }, release.name),
            ...textMap(orElse(values.podLabels, {})),
          },
          annotations: {
            'sidecar.istio.io/inject': 'false',
            'prometheus.io/scrape': 'true',
            'prometheus.io/port': '15014',
            'prometheus.io/path': '/metrics',
            ...(isGiven(values.useAppArmorAnnotation) && { 'container.apparmor.security.beta.kubernetes.io/install-cni': 'unconfined' }),
            ...textMap(orElse(values.podAnnotations, {})),
          },
        },
        spec: {
          ...(sharesHostNetwork(context) && { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }),
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          ...when('affinity', values.affinity),
          ...when('tolerations', values.tolerations),
          priorityClassName: 'system-node-critical',
          serviceAccountName: CNI,
          terminationGracePeriodSeconds: values.terminationGracePeriodSeconds,
          containers: [cniContainer(context)],
          volumes: volumes(context),
        },
      },
    },
  }];
}

function volumes(context: CniContext): JsonObject[] {
  const { values } = context;
  const ofHost = (name: string, path: unknown, type?: string): JsonObject => ({ name, hostPath: { path: orNull(path), ...(type && { type }) } });
  return [
    // Where the folder is not said, it is the one that the usual plugins have.
    ofHost('cni-bin-dir', orElse(values.cniBinDir, '/opt/cni/bin')),
    ...(entersPods(context) ? [ofHost('cni-host-procfs', '/proc', 'Directory')] : []),
    ...(redirectsAmbient(context) ? [ofHost('cni-ztunnel-sock-dir', '/var/run/ztunnel', 'DirectoryOrCreate')] : []),
    ofHost('cni-net-dir', values.cniConfDir),
    ofHost('cni-socket-dir', '/var/run/istio-cni'),
    // Nodes make this folder with their first pod, which may come after the agent.
    ofHost('cni-netns-dir', values.cniNetnsDir, 'DirectoryOrCreate'),
  ];
}
