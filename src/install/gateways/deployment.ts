import { affinityOf } from './affinity';
import { proxyContainer } from './container';
import { accountName, GATEWAY_APPLICATION, GatewayContext, gatewayLabels } from './context';
import { proxyVolumes } from './volumes';
import { JsonObject, Manifest } from '../../reference/json';
import { podLabelsOf, revisionLabel } from '../labels';
import { orElse, textMap, unquoted, when } from '../values/read';

/** The gateway's proxies. They are whole as they are: nothing is left for istiod's webhook to fill in. */
export function renderDeployment(context: GatewayContext): Manifest[] {
  const { values, gateway, namespace } = context;
  return [{
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: gateway.name, namespace, labels: { ...gatewayLabels(context), 'istio.io/dataplane-mode': 'none' } },
    spec: {
      ...(!gateway.autoscaleEnabled && when('replicas', gateway.replicaCount)),
      selector: { matchLabels: { ...gateway.labels } },
      strategy: { rollingUpdate: { maxSurge: unquoted(gateway.rollingMaxSurge), maxUnavailable: unquoted(gateway.rollingMaxUnavailable) } },
      template: {
        metadata: { labels: podLabels(context), annotations: podAnnotations(context) },
        spec: {
          ...(!gateway.runAsRoot && { securityContext: { runAsUser: 1337, runAsGroup: 1337, runAsNonRoot: true } }),
          serviceAccountName: accountName(context),
          ...when('priorityClassName', values.global.priorityClassName),
          containers: [proxyContainer(context), ...gateway.additionalContainers],
          volumes: proxyVolumes(context),
          ...when('affinity', affinityOf(values, gateway)),
          ...when('tolerations', orElse(gateway.tolerations, values.global.defaultTolerations)),
        },
      },
    },
  }];
}

function podLabels({ values, gateway, namespace }: GatewayContext): Record<string, string> {
  const { labels } = gateway;
  return {
    ...podLabelsOf(GATEWAY_APPLICATION, {
      ...labels,
      ...(namespace === 'istio-system' && { release: 'istio' }),
      'service.istio.io/canonical-name': gateway.name,
      'service.istio.io/canonical-revision':
        orElse(labels['app.kubernetes.io/version'], orElse(labels.version, orElse(values.revision, 'latest'))),
      ...revisionLabel(values.revision),
      'sidecar.istio.io/inject': 'false',
    }),
    'istio.io/dataplane-mode': 'none',
  };
}

function podAnnotations({ values, gateway }: GatewayContext): JsonObject {
  return {
    ...revisionLabel(values.revision),
    ...(values.meshConfig.enablePrometheusMerge && {
      'prometheus.io/port': '15020',
      'prometheus.io/scrape': 'true',
      'prometheus.io/path': '/stats/prometheus',
    }),
    'sidecar.istio.io/inject': 'false',
    ...textMap(gateway.podAnnotations),
  };
}
