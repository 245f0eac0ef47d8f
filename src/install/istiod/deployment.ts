import { istiodContainer } from './container';
import { IstiodContext, istiodLabels, istiodName, istiodSelector, publishesTrustBundle, runsHere } from './context';
import { initContainers } from './init-containers';
import { JsonObject, Manifest } from '../../reference/json';
import { podLabelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { isGiven, orElse, quotedMap, textMap, unquoted, when } from '../values/read';

/** The control plane itself. */
export function renderDeployment(context: IstiodContext): Manifest[] {
  const { values, release } = context;
  if (!runsHere(values)) return [];
  const revision = revisionLabel(values.revision);
  const selector = istiodSelector(values);
  return [{
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: istiodName(values),
      namespace: release.namespace,
      labels: { ...istiodLabels(context, { app: 'istiod', ...revision, istio: 'pilot' }), ...quotedMap(values.deploymentLabels ?? {}) },
      ...when('annotations', textMap(values.deploymentAnnotations ?? {})),
    },
    spec: {
      ...(!values.autoscaleEnabled && when('replicas', values.replicaCount)),
      strategy: { rollingUpdate: { maxSurge: unquoted(values.rollingMaxSurge), maxUnavailable: unquoted(values.rollingMaxUnavailable) } },
      selector: { matchLabels: values.revision === '' ? { istio: selector.istio } : selector },
      template: {
        metadata: {
          labels: {
            ...podLabelsOf('istiod', {
              'app': 'istiod',
              ...revision,
              'sidecar.istio.io/inject': 'false',
              'istio': values.revision === '' ? 'pilot' : 'istiod',
              ...quotedMap(values.podLabels ?? {}),
            }, release.name),
            'istio.io/dataplane-mode': 'none',
          },
          annotations: {
            'prometheus.io/port': '15014',
            'prometheus.io/scrape': 'true',
            'sidecar.istio.io/inject': 'false',
            ...textMap(values.podAnnotations ?? {}),
          },
        },
        spec: {
          ...when('nodeSelector', textMap(values.nodeSelector ?? {})),
          ...when('affinity', values.affinity),
          // The agent of the node's network takes this taint away; istiod must be able to start before it.
          tolerations: [{ key: 'cni.istio.io/not-ready', operator: 'Exists' }, ...(values.tolerations ?? [])],
          ...when('topologySpreadConstraints', values.topologySpreadConstraints),
          serviceAccountName: istiodName(values),
          ...when('priorityClassName', values.global.priorityClassName),
          ...when('initContainers', initContainers(context)),
          containers: [istiodContainer(context)],
          volumes: volumes(context),
        },
      },
    },
  }];
}

function volumes({ values }: IstiodContext): JsonObject[] {
  const { global } = values;
  const optionalSecret = (name: string, secretName: string): JsonObject => ({ name, secret: { secretName, optional: true } });
  return [
    { name: 'local-certs', emptyDir: { medium: 'Memory' } },
    {
      name: 'istio-token',
      projected: { sources: [{ serviceAccountToken: { audience: global.sds.token.aud, expirationSeconds: 43200, path: 'istio-token' } }] },
    },
    optionalSecret('cacerts', 'cacerts'),
    optionalSecret('istio-kubeconfig', 'istio-kubeconfig'),
    optionalSecret('istio-csr-dns-cert', 'istiod-tls'),
    { name: 'istio-csr-ca-configmap', ...trustVolume(publishesTrustBundle(values), global.trustBundleName) },
    ...(isGiven(values.jwksResolverExtraRootCA)
      ? [{ name: 'extracacerts', configMap: { name: revisioned('pilot-jwks-extra-cacerts', values.revision) } }]
      : []),
    ...(values.volumes ?? []),
  ];
}

/** Where the root certificate comes from: a bundle of the cluster if istiod publishes one, else a ConfigMap. */
function trustVolume(clusterTrustBundle: boolean, name: string | undefined): JsonObject {
  if (clusterTrustBundle) {
    const bundle = { name: `istio.io:istiod-ca:${orElse(name, 'root-cert')}`, path: 'root-cert.pem', optional: true };
    return { projected: { sources: [{ clusterTrustBundle: bundle }] } };
  }
  return { configMap: { name: orElse(name, 'istio-ca-root-cert'), defaultMode: 420, optional: true } };
}
