import { JsonObject } from '../reference/json';
import { yamlLibrary } from '../yaml/library';

/** Istio's defaults of the proxy configuration, as far as the injector asks for them. */
const PROXY_DEFAULTS: JsonObject = {
  configPath: './etc/istio/proxy',
  binaryPath: '/usr/local/bin/envoy',
  serviceCluster: 'istio-proxy',
  drainDuration: '45s',
  terminationDrainDuration: '5s',
  proxyAdminPort: 15000,
  controlPlaneAuthPolicy: 'MUTUAL_TLS',
  discoveryAddress: 'istiod.istio-system.svc:15012',
  statNameLength: 189,
  statusPort: 15020,
};

/** Istio's defaults of the mesh configuration, as far as the injector asks for them. */
const MESH_DEFAULTS: JsonObject = {
  trustDomain: 'cluster.local',
  proxyListenPort: 15001,
  proxyInboundListenPort: 15006,
  enablePrometheusMerge: true,
};

/** Fields of the proxy configuration in the order of its definition, in which istiod writes them. */
const FIELD_ORDER = [
  'configPath', 'binaryPath', 'serviceCluster', 'tracingServiceName', 'drainDuration', 'discoveryAddress', 'discoveryRefreshDelay',
  'zipkinAddress', 'statsdUdpAddress', 'envoyMetricsServiceAddress', 'proxyAdminPort', 'availabilityZone', 'controlPlaneAuthPolicy',
  'customConfigFile', 'statNameLength', 'concurrency', 'proxyBootstrapTemplatePath', 'interceptionMode', 'tracing', 'sds',
  'envoyAccessLogService', 'envoyMetricsService', 'proxyMetadata', 'runtimeValues', 'statusPort', 'extraStatTags', 'gatewayTopology',
  'terminationDrainDuration', 'meshId', 'readinessProbe', 'proxyStatsMatcher', 'holdApplicationUntilProxyStarts', 'caCertificatesPem',
  'image', 'privateKeyProvider', 'proxyHeaders', 'fileFlushInterval', 'fileFlushMinSizeKb', 'statsCompression', 'connectionSettings',
];

/** Fields in which "false" and zero say something else than nothing. */
const OPTIONAL = ['concurrency', 'holdApplicationUntilProxyStarts', 'statsCompression'];

/** The mesh configuration with Istio's defaults below it. */
export function effectiveMeshConfig(own: JsonObject): JsonObject {
  return { ...MESH_DEFAULTS, ...own, defaultConfig: mergeProxyConfig(PROXY_DEFAULTS, own.defaultConfig ?? {}) };
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
    if (!FIELD_ORDER.includes(name)) {
      throw new Error(`Annotation proxy.istio.io/config has "${name}: ${JSON.stringify(given)}", and ProxyConfig has no such field. Remove it, or correct its name.`);
    }
  }
  return parsed as JsonObject;
}

/** Fields replace, save the proxy's environment and runtime values, which are merged. */
function mergeProxyConfig(below: JsonObject, above: JsonObject): JsonObject {
  const merged: JsonObject = { ...below, ...above };
  for (const field of ['proxyMetadata', 'runtimeValues']) {
    if (below[field] && above[field]) merged[field] = { ...below[field], ...above[field] };
  }
  return merged;
}

/** The proxy configuration as its environment variable has it: JSON, in the order of definition, without what is Istio's default. */
export function proxyConfigJson(config: JsonObject): string {
  const written = FIELD_ORDER.filter((field) => {
    const given = config[field];
    if (given === undefined || given === null || given === '') return false;
    if ((given === false || given === 0) && !OPTIONAL.includes(field)) return false;
    if (typeof given === 'object' && Object.keys(given).length === 0) return false;
    return JSON.stringify(given) !== JSON.stringify(PROXY_DEFAULTS[field]);
  });
  return JSON.stringify(Object.fromEntries(written.map((field) => [field, config[field]])));
}
