import { JsonObject } from '../reference/json';
import { Field, loadedBundle } from '../resources/bundle';
import { yamlLibrary } from '../yaml/library';

/** Messages of the mesh whose defaults the injector asks for. */
type MeshMessage = 'MeshConfig' | 'MeshProxyConfig';

/** What schema/ says of the fields of a message, in the order of its definition, in which istiod writes them. */
function fieldsOf(message: MeshMessage): { readonly [name: string]: Field } {
  return loadedBundle('install').messages[message].fields;
}

const defaults = new Map<MeshMessage, JsonObject>();

/** Istio's defaults of a message: the same for every pod, so they are looked up once. */
function defaultsOf(message: MeshMessage): JsonObject {
  const known = defaults.get(message);
  if (known !== undefined) return known;
  const facts = Object.entries(fieldsOf(message)).map(([name, field]) => [name, typeof field === 'string' ? undefined : field.default]);
  const found: JsonObject = Object.fromEntries(facts.filter(([, value]) => value !== undefined));
  defaults.set(message, found);
  return found;
}

/** Whether "false" and zero say something else than nothing in a field. */
function isOptional(field: Field): boolean {
  return (typeof field === 'string' ? field : field.is).endsWith('?');
}

/** The mesh configuration with Istio's defaults below it. */
export function effectiveMeshConfig(own: JsonObject): JsonObject {
  return { ...defaultsOf('MeshConfig'), ...own, defaultConfig: mergeProxyConfig(defaultsOf('MeshProxyConfig'), own.defaultConfig ?? {}) };
}

/** The mesh configuration with the proxy configuration of a pod's annotation over it. */
export function withProxyConfig(config: JsonObject, annotation: string): JsonObject {
  return { ...config, defaultConfig: mergeProxyConfig(config.defaultConfig, parseProxyConfig(annotation)) };
}

function parseProxyConfig(annotation: string): JsonObject {
  const { parse } = yamlLibrary();
  let parsed: unknown;
  try {
    parsed = parse(annotation);
  } catch (error) {
    throw new Error(`Annotation proxy.istio.io/config is not YAML: ${(error as Error).message.split('\n')[0]}. Give fields of ProxyConfig, such as "concurrency: 2".`);
  }
  if (parsed === null || parsed === undefined) return {};
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new Error(`Annotation proxy.istio.io/config is "${annotation}", which is no map. Give fields of ProxyConfig, such as "concurrency: 2".`);
  }
  for (const [name, given] of Object.entries(parsed)) {
    if (!Object.hasOwn(fieldsOf('MeshProxyConfig'), name)) {
      throw new Error(`Annotation proxy.istio.io/config has "${name}: ${JSON.stringify(given)}", and ProxyConfig has no such field. Remove it, or correct its name.`);
    }
  }
  return parsed as JsonObject;
}

/** Fields that are maps, which are merged, and written in the order of their keys. */
const MAPS = ['proxyMetadata', 'runtimeValues'];

function sorted(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Fields replace, save the proxy's environment and runtime values, which are merged. */
export function mergeProxyConfig(below: JsonObject, above: JsonObject): JsonObject {
  const merged: JsonObject = { ...below, ...above };
  for (const field of MAPS) {
    if (below[field] && above[field]) merged[field] = { ...below[field], ...above[field] };
  }
  return merged;
}

/** The proxy configuration as its environment variable has it: JSON, in the order of definition, without what is Istio's default. */
export function proxyConfigJson(config: JsonObject): string {
  const byItself = defaultsOf('MeshProxyConfig');
  const fields = fieldsOf('MeshProxyConfig');
  const written = Object.keys(fields).filter((field) => {
    const given = config[field];
    if (given === undefined || given === null || given === '') return false;
    if ((given === false || given === 0) && !isOptional(fields[field])) return false;
    if (typeof given === 'object' && Object.keys(given).length === 0) return false;
    return JSON.stringify(given) !== JSON.stringify(byItself[field]);
  });
  const inOrder = (field: string): unknown => (MAPS.includes(field) ? sorted(config[field]) : config[field]);
  return JSON.stringify(Object.fromEntries(written.map((field) => [field, inOrder(field)])));
}
