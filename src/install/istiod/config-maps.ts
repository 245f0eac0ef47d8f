import { IstiodContext } from './context';
import { injectorConfig, injectorValues } from './injector-config';
import { JsonObject, Manifest } from '../../reference/json';
import { printYaml } from '../../yaml';
import { labelsOf, revisionLabel } from '../labels';
import { meshConfigOf } from '../mesh-config';
import { revisioned } from '../names';
import { isGiven } from '../values/read';
import { sorted } from '../values/tree';

/** What istiod reads when it runs: the configuration of the mesh and of the injector. And, for people, how it was installed. */
export function renderConfigMaps(context: IstiodContext, original: JsonObject): Manifest[] {
  const { values } = context;
  const { global, revision } = values;
  return [
    ...(values.configMap
      ? [configMap(context, 'istio', {
        meshNetworks: printYaml({ networks: sorted(global.meshNetworks) }),
        mesh: printYaml(meshConfigOf(context)),
      })]
      : []),
    ...(global.omitSidecarInjectorConfigMap
      ? []
      : [configMap(context, 'istio-sidecar-injector', { config: printYaml(injectorConfig(values)), values: json(injectorValues(values)) })]),
    describe(
      configMap(context, 'values', { 'original-values': json(original), 'merged-values': json(values) }),
      'The values that this control plane was rendered with. Nothing reads them: a change here has no effect.',
    ),
    ...(isGiven(values.jwksResolverExtraRootCA)
      ? [configMap(context, 'pilot-jwks-extra-cacerts', { 'extra.pem': values.jwksResolverExtraRootCA })]
      : []),
    ...Object.keys(values.gatewayClasses).sort().map((name) => gatewayClass(context, name, revision)),
  ];
}

function configMap({ values, namespace }: IstiodContext, name: string, data: Record<string, string>): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: revisioned(name, values.revision), namespace, labels: labelsOf('istiod', revisionLabel(values.revision)) },
    data,
  };
}

function describe(object: Manifest, description: string): Manifest {
  return { ...object, metadata: { ...object.metadata, annotations: { 'kubernetes.io/description': description } } };
}

/** What gateways of one class start from, for each kind of object that istiod makes for them. */
function gatewayClass({ values, namespace }: IstiodContext, name: string, revision: string): Manifest {
  const overlays = Object.entries(values.gatewayClasses[name]).map(([kind, overlay]) => [kind, printYaml(sorted(overlay))]);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `istio-${revision === '' ? 'default' : revision}-gatewayclass-${name}`,
      namespace,
      labels: labelsOf('istiod', { ...revisionLabel(revision), 'gateway.istio.io/defaults-for-class': name }),
    },
    data: Object.fromEntries(overlays),
  };
}

const json = (value: JsonObject): string => JSON.stringify(sorted(value), null, 2);
