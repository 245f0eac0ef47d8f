import { affinityOf } from './affinity';
import { injectedContainer, proxyContainer } from './container';
import { accountName, GatewayContext, gatewayLabels, selectorOf } from './context';
import { ownVolumes, proxyVolumes } from './volumes';
import { JsonObject, Manifest } from '../../reference/json';
import { podLabelsOf, revisionLabel } from '../labels';
import { isGiven, orElse, text, textMap, unquoted, when } from '../values/read';

/** Keeps gateways out of the ambient data plane, which would capture what they forward. */
const NOT_AMBIENT = { 'istio.io/dataplane-mode': 'none' };

/**
 * The gateway's proxies. Without a template for injection they are whole as they are, and nothing is left for istiod's webhook to
 * fill in; with one they are what the values say of this gateway, and the webhook completes them.
 */
export function renderDeployment(context: GatewayContext): Manifest[] {
  const { gateway, release } = context;
  const injected = isInjected(context);
  return [{
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: gateway.name, namespace: release.namespace, labels: { ...gatewayLabels(context), ...(!injected && NOT_AMBIENT) } },
    spec: {
      ...(!gateway.autoscaleEnabled && when('replicas', gateway.replicaCount)),
      selector: { matchLabels: selectorOf(context) },
      strategy: { rollingUpdate: { maxSurge: unquoted(gateway.rollingMaxSurge), maxUnavailable: unquoted(gateway.rollingMaxUnavailable) } },
      template: {
        metadata: injected
          ? { labels: injectedLabels(context), annotations: injectedAnnotations(context) }
          : { labels: podLabels(context), annotations: podAnnotations(context) },
        spec: podSpec(context),
      },
    },
  }];
}

const isInjected = ({ gateway }: GatewayContext): boolean => gateway.injectionTemplate !== '';

function podSpec(context: GatewayContext): JsonObject {
  const { values, gateway } = context;
  return {
    ...(!gateway.runAsRoot && {
      securityContext: { ...(!isOpenshift(context) && { runAsUser: 1337, runAsGroup: 1337 }), runAsNonRoot: true },
    }),
    serviceAccountName: accountName(context),
    ...when('priorityClassName', values.global.priorityClassName),
    containers: [isInjected(context) ? injectedContainer(context) : proxyContainer(context), ...(gateway.additionalContainers ?? [])],
    ...when('volumes', isInjected(context) ? ownVolumes(context) : proxyVolumes(context)),
    ...when('affinity', affinityOf(values.global, gateway)),
    ...when('tolerations', orElse(gateway.tolerations, values.global.defaultTolerations)),
  };
}

/** OpenShift chooses users and groups itself. */
function isOpenshift({ values }: GatewayContext): boolean {
  return orElse(values.platform, values.global.platform) === 'openshift';
}

function podLabels(context: GatewayContext): Record<string, string> {
  const { kind, values, release } = context;
  const own = { ...commonLabels(context), ...revisionLabel(values.revision), 'sidecar.istio.io/inject': 'false' };
  return { ...podLabelsOf(kind.application, own, release.name), ...NOT_AMBIENT };
}

function injectedLabels(context: GatewayContext): Record<string, string> {
  const { kind, values, release } = context;
  return podLabelsOf(kind.application, {
    ...commonLabels(context),
    'sidecar.istio.io/inject': 'true',
    ...(isGiven(values.revision) && { 'istio.io/rev': values.revision }),
  }, release.name);
}

function commonLabels(context: GatewayContext): Record<string, string> {
  const { values, gateway, release } = context;
  const { labels } = gateway;
  return {
    ...selectorOf(context),
    // What the first installers wrote, and the selectors of old installations may ask for.
    ...(release.namespace === 'istio-system' && { release: 'istio' }),
    'service.istio.io/canonical-name': gateway.name,
    'service.istio.io/canonical-revision':
      text(orElse(labels['app.kubernetes.io/version'], orElse(labels.version, orElse(values.revision, 'latest')))),
  };
}

function podAnnotations(context: GatewayContext): JsonObject {
  const { values, gateway } = context;
  return {
    ...revisionLabel(values.revision),
    ...scraping(context),
    'sidecar.istio.io/inject': 'false',
    ...textMap(gateway.podAnnotations ?? {}),
  };
}

function injectedAnnotations(context: GatewayContext): JsonObject {
  const { gateway } = context;
  return {
    ...scraping(context),
    'sidecar.istio.io/inject': 'true',
    'inject.istio.io/templates': gateway.injectionTemplate,
    ...textMap(gateway.podAnnotations ?? {}),
  };
}

/** That Prometheus finds the metrics of the proxy. */
function scraping({ values }: GatewayContext): JsonObject {
  if (!values.meshConfig.enablePrometheusMerge) return {};
  return { 'prometheus.io/port': '15020', 'prometheus.io/scrape': 'true', 'prometheus.io/path': '/stats/prometheus' };
}
