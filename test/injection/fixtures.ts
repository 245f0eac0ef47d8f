import { InjectionSettings } from '../../src/injection';
import { injectionSettings, resolveInstall } from '../../src/install';
import { JsonObject } from '../../src/reference/json';

/** The settings of the default installation. */
export const SETTINGS: InjectionSettings = injectionSettings(resolveInstall({ set: ['hub=example.com/istio', 'tag=1'] }));

/** The settings with some values, and some mesh configuration, laid over them. */
export function settingsWith(values: JsonObject, meshConfig: JsonObject = {}): InjectionSettings {
  const merged = structuredClone(SETTINGS) as { values: JsonObject; meshConfig: JsonObject; revision: string };
  const merge = (below: JsonObject, above: JsonObject): void => {
    for (const [key, value] of Object.entries(above)) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && typeof below[key] === 'object') merge(below[key], value);
      else below[key] = value;
    }
  };
  merge(merged.values, values);
  merge(merged.meshConfig, meshConfig);
  return merged;
}

export interface TemplateOptions {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly spec?: JsonObject;
}

/** A Deployment with one container. */
export function deployment({ labels = { app: 'web' }, annotations, spec }: TemplateOptions = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, ...(annotations && { annotations }) },
        spec: { containers: [{ name: 'app', image: 'example.com/app:1', ports: [{ containerPort: 8080, name: 'http' }] }], ...spec },
      },
    },
  };
}

/** A container of an injected Deployment. */
export function container(object: JsonObject, name: string): JsonObject {
  const { containers, initContainers = [] } = object.spec.template.spec;
  return [...containers, ...initContainers].find((one: JsonObject) => one.name === name);
}

/** A variable of the proxy's environment. */
export function variable(object: JsonObject, name: string): string | undefined {
  return container(object, 'istio-proxy').env.find((one: JsonObject) => one.name === name)?.value;
}
