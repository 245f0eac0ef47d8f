import { goJson } from './go-json';
import { protoJson } from './proto-json';
import { podProxyConfig } from './proxy-config';
import { JsonObject } from '../reference/json';
import { Field, loadedBundle } from '../resources/bundle';

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

/** The mesh configuration with Istio's defaults below it. */
export function effectiveMeshConfig(own: JsonObject): JsonObject {
  return { ...defaultsOf('MeshConfig'), ...own, defaultConfig: mergeProxyConfig(defaultsOf('MeshProxyConfig'), own.defaultConfig ?? {}) };
}

/** The mesh configuration with the proxy configuration of a pod's annotation over it. */
export function withProxyConfig(config: JsonObject, annotation: string): JsonObject {
  return { ...config, defaultConfig: mergeProxyConfig(config.defaultConfig, ofPod(annotation)) };
}

/** What a pod's annotation says to the webhook, where a zero says nothing, so that what the mesh says stays. */
export function proxyConfigOfPod(annotation: string): JsonObject {
  return protoJson('MeshProxyConfig', ofPod(annotation));
}

function ofPod(annotation: string): JsonObject {
  const read = podProxyConfig(annotation);
  if ('wrong' in read) throw new Error(read.wrong);
  return read.config;
}

/** Headers of which a lower configuration stays where the upper one names others. */
const HEADERS = ['forwardedClientCert', 'requestId', 'attemptCount', 'server', 'envoyDebugHeaders'];

/** Fields replace, save the proxy's environment, which is merged, and what is said of headers. */
export function mergeProxyConfig(below: JsonObject, above: JsonObject): JsonObject {
  const merged: JsonObject = { ...below, ...above };
  if (below.proxyMetadata && above.proxyMetadata) merged.proxyMetadata = { ...below.proxyMetadata, ...above.proxyMetadata };
  if (below.proxyHeaders && above.proxyHeaders) {
    const kept = HEADERS.filter((name) => below.proxyHeaders[name] && !above.proxyHeaders[name]).map((name) => [name, below.proxyHeaders[name]]);
    merged.proxyHeaders = { ...above.proxyHeaders, ...Object.fromEntries(kept) };
  }
  // Of the two ways to name the cluster only one can be said.
  if (above.tracingServiceName !== undefined) delete merged.serviceCluster;
  else if (above.serviceCluster !== undefined) delete merged.tracingServiceName;
  return merged;
}

/** The proxy configuration as its environment variable has it: JSON as Go writes it, without what is Istio's default. */
export function proxyConfigJson(config: JsonObject): string {
  // Pods that say nothing of their own share the mesh's.
  const known = written.get(config) ?? writtenConfig(config);
  written.set(config, known);
  return known;
}

const written = new WeakMap<JsonObject, string>();

function writtenConfig(config: JsonObject): string {
  const byItself = protoJson('MeshProxyConfig', defaultsOf('MeshProxyConfig'));
  const fields = Object.entries(protoJson('MeshProxyConfig', config)).filter(([field, given]) => JSON.stringify(given) !== JSON.stringify(byItself[field]));
  return goJson(Object.fromEntries(fields));
}
