import { webhookTemplates } from '../../injection';
import { JsonObject, Manifest } from '../../reference/json';
import { printYaml } from '../../yaml';
import { Installation, injectorValues, revisioned } from '../installation';
import { componentLabels } from '../labels';

/** What istiod reads when it starts: the mesh configuration, what it injects, and, for people and tools, the values behind both. */
export function renderConfigMaps(installation: Installation): Manifest[] {
  const { values, given, meshConfig } = installation;
  return [
    configMap(installation, 'istio', { mesh: printYaml(meshConfig), meshNetworks: printYaml({ networks: values.global.meshNetworks }) }),
    configMap(installation, 'istio-sidecar-injector', {
      config: printYaml(injectorConfig(values)),
      values: json(injectorValues(values)),
    }),
    configMap(installation, 'values', { 'merged-values': json(values), 'original-values': json(given) }, {
      'kubernetes.io/description': 'The values that the control plane was rendered from. They are a record: changing them changes nothing.',
    }),
  ];
}

/** The configuration of the injector: whom it injects, with which template. */
function injectorConfig(values: JsonObject): JsonObject {
  const { defaultTemplates, alwaysInjectSelector, neverInjectSelector, injectedAnnotations, templates } = values.sidecarInjectorWebhook;
  return {
    defaultTemplates: defaultTemplates.length > 0 ? defaultTemplates : ['sidecar'],
    policy: values.global.proxy.autoInject,
    alwaysInjectSelector,
    neverInjectSelector,
    injectedAnnotations,
    // An istiod that is too old for several templates reads this one, and says by its name what is wrong.
    template: '{{ Template_Version_And_Istio_Version_Mismatched_Check_Installation }}',
    templates: { ...webhookTemplates(), ...templates },
  };
}

function configMap(installation: Installation, name: string, data: Record<string, string>, annotations?: Record<string, string>): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: revisioned(name, installation),
      namespace: installation.namespace,
      labels: { ...componentLabels('istiod'), 'istio.io/rev': installation.revision },
      ...(annotations && { annotations }),
    },
    data,
  };
}

/** JSON with its keys in order, so that the same values are the same text. */
function json(value: JsonObject): string {
  return JSON.stringify(sorted(value), undefined, 2);
}

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
