import { mergeProxyConfig } from './mesh-defaults';
import { isProxyConfig } from './settings';
import { JsonObject, Manifest, memberOf } from '../reference/json';

/*
 * Resources of kind ProxyConfig, as istiod reads them when it injects. Two for the same pods are not merged: the older one holds.
 */

/** The pod whose proxy is configured. */
export interface ConfiguredPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The proxy configuration of a pod: that of the mesh, then the ProxyConfig of the root namespace, that of the pod's own, what the pod's
 * annotation says, and the ProxyConfig of its namespace whose selector takes the pod, each over those before.
 *
 * @param mesh the mesh configuration
 * @param resources ProxyConfigs; other objects may be among them
 * @param annotation what the pod says itself
 */
export function effectiveProxyConfig(
  mesh: JsonObject, pod: ConfiguredPod, resources: readonly JsonObject[], revision: string, annotation?: JsonObject,
): JsonObject {
  if (resources.length === 0 && annotation === undefined) return mesh.defaultConfig;
  const found = (resources.filter(isProxyConfig) as Manifest[]).filter((one) => isOfRevision(one, revision)).sort(byAge);
  const inNamespace = (name: string): Manifest[] => found.filter(({ metadata }) => metadata.namespace === name);
  const forAll = (name: string): Manifest | undefined => inNamespace(name).find(({ spec }) => !spec?.selector);
  const forPod = inNamespace(pod.namespace).find(({ spec }) => {
    const wanted = Object.entries(spec?.selector?.matchLabels ?? {});
    return wanted.length > 0 && wanted.every(([key, value]) => memberOf(pod.labels, key) === value);
  });
  const { rootNamespace: root, defaultConfig } = mesh;
  const layers = [root ? forAll(root) : undefined, pod.namespace === root ? undefined : forAll(pod.namespace)].map((one) => one && fieldsOf(one));
  return [...layers, annotation, forPod && fieldsOf(forPod)]
    .reduce((config: JsonObject, one) => (one ? mergeProxyConfig(config, one) : config), defaultConfig);
}

/** A ProxyConfig in the words of the mesh configuration. */
function fieldsOf({ spec = {} }: Manifest): JsonObject {
  const { concurrency, environmentVariables, image } = spec;
  return {
    ...(concurrency !== undefined && concurrency !== null && { concurrency }),
    ...(environmentVariables && { proxyMetadata: environmentVariables }),
    ...(image && { image }),
  };
}

/** istiod reads what names no revision, or its own; tags do not count here. */
function isOfRevision({ metadata }: Manifest, revision: string): boolean {
  const named = memberOf(metadata.labels ?? {}, 'istio.io/rev');
  return named === undefined || named === (revision || 'default');
}

/** The older one first; those of the same second, and those that were never stored, by name. */
export function byAge(one: Manifest, other: Manifest): number {
  const order = ({ metadata }: Manifest): string[] => [metadata.creationTimestamp ?? '', metadata.name, metadata.namespace ?? ''];
  const [left, right] = [order(one), order(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : left[at] < right[at] ? -1 : 1;
}
