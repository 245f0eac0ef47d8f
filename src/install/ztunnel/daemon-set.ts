import { ztunnelContainer } from './container';
import { commonLabels, ZTUNNEL, ZtunnelContext, ztunnelAnnotations, ztunnelLabels, ztunnelName } from './context';
import { readsClusterTrustBundle } from './trust';
import { JsonObject, Manifest } from '../../reference/json';
import { revisionLabel } from '../labels';
import { isGiven, orElse, textMap, when } from '../values/read';

/** ztunnel, on every node. */
export function renderDaemonSet(context: ZtunnelContext): Manifest[] {
  const { values, release } = context;
  return [{
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: ztunnelName(context),
      namespace: release.namespace,
      labels: ztunnelLabels(context),
      annotations: ztunnelAnnotations(context),
    },
    spec: {
      ...when('updateStrategy', values.updateStrategy),
      selector: { matchLabels: { app: ZTUNNEL } },
      template: {
        metadata: {
          labels: {
            'sidecar.istio.io/inject': 'false',
            'istio.io/dataplane-mode': 'none',
            'app': ZTUNNEL,
            ...commonLabels(context),
            ...textMap(orElse(values.podLabels, {})),
          },
          annotations: {
            'sidecar.istio.io/inject': 'false',
            ...(isGiven(values.revision) && revisionLabel(values.revision)),
            ...textMap(orElse(values.podAnnotations, {})),
          },
        },
        spec: {
          nodeSelector: { 'kubernetes.io/os': 'linux', ...textMap(orElse(values.nodeSelector, {})) },
          ...when('affinity', values.affinity),
          serviceAccountName: ztunnelName(context),
          ...when('tolerations', values.tolerations),
          ...when('dnsPolicy', values.dnsPolicy),
          ...when('dnsConfig', values.dnsConfig),
          containers: [ztunnelContainer(context)],
          priorityClassName: 'system-node-critical',
          terminationGracePeriodSeconds: values.terminationGracePeriodSeconds,
          volumes: volumes(context),
        },
      },
    },
  }];
}

function volumes({ values }: ZtunnelContext): JsonObject[] {
  return [
    {
      name: 'istio-token',
      projected: { sources: [{ serviceAccountToken: { path: 'istio-token', expirationSeconds: 43200, audience: 'istio-ca' } }] },
    },
    { name: 'istiod-ca-cert', ...trustVolume(values) },
    // The agent of the CNI plugin makes the socket, and may come later.
    { name: 'cni-ztunnel-sock-dir', hostPath: { path: '/var/run/ztunnel', type: 'DirectoryOrCreate' } },
    // Profiles are written there, and the root of the container cannot be written to.
    { name: 'tmp', emptyDir: {} },
    ...(isGiven(values.peerCaCrl.enabled) ? [{ name: 'crl-volume', configMap: { name: 'istio-ca-crl', optional: true } }] : []),
    ...orElse(values.volumes, []),
  ];
}

/** Where the root certificate comes from: a bundle of the cluster if istiod publishes one, else a ConfigMap. */
function trustVolume(values: ZtunnelContext['values']): JsonObject {
  const { trustBundleName } = values;
  if (readsClusterTrustBundle(values)) {
    const bundle = { name: `istio.io:istiod-ca:${orElse(trustBundleName, 'root-cert')}`, path: 'root-cert.pem' };
    return { projected: { sources: [{ clusterTrustBundle: bundle }] } };
  }
  return { configMap: { name: orElse(trustBundleName, 'istio-ca-root-cert') } };
}
