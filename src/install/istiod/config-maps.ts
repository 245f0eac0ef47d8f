import { IstiodContext, istiodLabels, runsHere } from './context';
import { injectorConfig, injectorValues } from './injector-config';
import { JsonObject, Manifest } from '../../reference/json';
import { printYaml } from '../../yaml';
import { revisionLabel } from '../labels';
import { meshConfigOf } from '../mesh-config';
import { revisioned } from '../names';
import { isGiven, orElse, orNull } from '../values/read';
import { sorted } from '../values/tree';

/** What istiod reads when it runs: the configuration of the mesh and of the injector. And, for people, how it was installed. */
export function renderConfigMaps(context: IstiodContext, original: JsonObject): Manifest[] {
  const { values, release } = context;
  const { global } = values;
  return [
    ...(isGiven(values.configMap)
      ? [configMap(context, 'istio', {
        meshNetworks: printYaml({ networks: sorted(orElse(global.meshNetworks, {})) }),
        mesh: printYaml(meshConfigOf({ values, namespace: release.namespace })),
      })]
      : []),
    ...(isGiven(global.omitSidecarInjectorConfigMap)
      ? []
      : [configMap(context, 'istio-sidecar-injector', { config: printYaml(injectorConfig(values)), values: json(injectorValues(values)) })]),
    describe(
      configMap(context, 'values', { 'original-values': json(original), 'merged-values': json(values) }),
      'The values that this control plane was rendered with. Nothing reads them: a change here has no effect.',
    ),
    ...(runsHere(values) && isGiven(values.jwksResolverExtraRootCA)
      ? [configMap(context, 'pilot-jwks-extra-cacerts', { 'extra.pem': values.jwksResolverExtraRootCA })]
      : []),
    ...Object.keys(values.gatewayClasses ?? {}).sort().map((name) => gatewayClass(context, name)),
  ];
}

function configMap(context: IstiodContext, name: string, data: Record<string, string>): Manifest {
  const { values: { revision }, release } = context;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: revisioned(name, revision), namespace: release.namespace, labels: istiodLabels(context, revisionLabel(revision)) },
    data,
  };
}

function describe(object: Manifest, description: string): Manifest {
  return { ...object, metadata: { ...object.metadata, annotations: { 'kubernetes.io/description': description } } };
}

/** What gateways of one class start from, for each kind of object that istiod makes for them. */
function gatewayClass(context: IstiodContext, name: string): Manifest {
  const { values: { gatewayClasses, revision }, release } = context;
  const overlays = Object.entries(gatewayClasses[name] ?? {}).map(([kind, overlay]) => [kind, printYaml(sorted(overlay))] as const);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `istio-${revision === '' ? 'default' : revision}-gatewayclass-${name}`,
      namespace: release.namespace,
      labels: istiodLabels(context, { ...revisionLabel(revision), 'gateway.istio.io/defaults-for-class': name }),
    },
    data: orNull(Object.fromEntries(overlays)),
  };
}

const json = (value: JsonObject): string => JSON.stringify(sorted(value), null, 2);
