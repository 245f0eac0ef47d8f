import { goDuration } from '../reference/go-duration';
import { JsonObject } from '../reference/json';
import { Field, loadedBundle } from '../resources/bundle';
import { isIpAddress } from '../resources/validation/admission/common/addresses';
import { checkClientTls } from '../resources/validation/admission/common/client-tls';
import { fqdnFlaw } from '../resources/validation/admission/common/hosts';
import { decode } from '../resources/validation/decode';
import { Findings, Place } from '../resources/validation/findings';
import { yamlLibrary } from '../yaml/library';

export const PROXY_CONFIG = 'proxy.istio.io/config';
const EXAMPLE = 'Give fields of ProxyConfig, such as "concurrency: 2".';

/** What a pod says of its proxy, or what is wrong with it. */
export type PodProxyConfig = { readonly config: JsonObject } | { readonly wrong: string };

/** Pods of a mesh often say the same: it is read once. */
const known = new Map<string, PodProxyConfig>();
const MOST = 1000;

/** Reads the annotation `proxy.istio.io/config`, with what the injector would refuse of it, and with names that ProxyConfig has not. */
export function podProxyConfig(text: string): PodProxyConfig {
  let read = known.get(text);
  if (read === undefined) {
    read = readProxyConfig(text);
    if (known.size >= MOST) known.clear();
    known.set(text, read);
  }
  return read;
}

function readProxyConfig(text: string): PodProxyConfig {
  let parsed: unknown;
  try {
    parsed = yamlLibrary().parse(text);
  } catch (error) {
    return { wrong: `Annotation ${PROXY_CONFIG} is not YAML: ${(error as Error).message.split('\n')[0]}. ${EXAMPLE}` };
  }
  if (parsed === null || parsed === undefined) return { config: {} };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return { wrong: `Annotation ${PROXY_CONFIG} is "${text}", which is no map. ${EXAMPLE}` };
  const given = parsed as JsonObject;
  const bundle = loadedBundle('install');
  const { spec, findings } = decode(bundle, 'MeshProxyConfig', given, Place.ROOT);
  if (!findings.hasErrors) {
    checkTypes('MeshProxyConfig', spec, Place.ROOT, findings);
    if (!findings.hasErrors) checkValues(spec, findings);
  }
  const wrong = findings.all.filter(({ severity }) => severity === 'error').map(({ path, value, problem, fix }) => {
    const isUnknown = problem.startsWith('there is no field');
    return isUnknown
      ? `Annotation ${PROXY_CONFIG} has "${path}: ${JSON.stringify(value)}", and ProxyConfig has no such field. Remove it, or correct its name.`
      : `Annotation ${PROXY_CONFIG}: ${path}: ${problem}. ${fix}.`;
  });
  return wrong.length > 0 ? { wrong: wrong.join(' ') } : { config: spec };
}

/** Durations, which the reader takes as text. */
function checkTypes(message: string, value: JsonObject, place: Place, findings: Findings): void {
  const { messages } = loadedBundle('install');
  for (const [name, field] of Object.entries<Field>(messages[message].fields)) {
    const [type, given] = [typeof field === 'string' ? field : String(field.is ?? ''), value[name]];
    if (given === undefined || given === null) continue;
    if (type === 'seconds' && goDuration(String(given)) === undefined) {
      findings.error(place.at(name), given, `"${given}" is not a duration`, 'Write a number with a unit, such as 5s');
    } else if (Object.hasOwn(messages, type) && typeof given === 'object' && !Array.isArray(given)) {
      checkTypes(type, given, place.at(name), findings);
    }
  }
}

/** What Istio asks of a ProxyConfig as a whole. */
function checkValues(spec: JsonObject, findings: Findings): void {
  const at = (...path: string[]): any => path.reduce<any>((inner, key) => inner?.[key], spec);
  const place = (...path: string[]): Place => path.reduce((inner, key) => inner.at(key), Place.ROOT);
  for (const name of ['configPath', 'binaryPath', 'serviceCluster', 'discoveryAddress']) {
    if (at(name) === '') findings.error(place(name), '', 'is empty', 'Give a value, or leave it out');
  }
  const drain = at('drainDuration') === undefined ? undefined : goDuration(String(at('drainDuration')));
  if (drain !== undefined && (drain < 1_000_000n || drain % 1_000_000_000n !== 0n)) {
    findings.error(place('drainDuration'), at('drainDuration'), `"${at('drainDuration')}" is no time to drain`, 'Give whole seconds, at least one');
  }
  const addresses: [string[], boolean][] = [
    [['discoveryAddress'], false], [['statsdUdpAddress'], false], [['envoyMetricsServiceAddress'], false], [['envoyMetricsService', 'address'], false],
    [['envoyAccessLogService', 'address'], false], [['tracing', 'zipkin', 'address'], true], [['tracing', 'datadog', 'address'], true],
    [['tracing', 'lightstep', 'address'], true],
  ];
  for (const [path, needed] of addresses) {
    const parent = at(...path.slice(0, -1));
    const address = at(...path) ?? (needed && parent !== undefined ? '' : undefined);
    if (address === undefined || (address === '' && !needed)) continue;
    // A tracer may be on the node itself.
    const asked = path[1] === 'zipkin' || path[1] === 'datadog' ? String(address).replace('$(HOST_IP)', '127.0.0.1') : String(address);
    if (!isAddress(asked)) findings.error(place(...path), address, `"${address}" is no address`, 'Write a host and a port, such as collector.example.com:9411');
  }
  if (at('tracing', 'lightstep') !== undefined && !at('tracing', 'lightstep', 'accessToken')) {
    findings.error(place('tracing', 'lightstep', 'accessToken'), undefined, 'is missing', 'Give the token');
  }
  if (at('tracing', 'tlsSettings')) checkClientTls(at('tracing', 'tlsSettings'), '', place('tracing', 'tlsSettings'), findings);
  for (const name of ['proxyAdminPort', 'statusPort']) {
    const port = at(name);
    if (port !== undefined && (port < 1 || port > 65535)) findings.error(place(name), port, `${port} is no port`, 'Give a number from 1 to 65535');
  }
  checkKeyProvider(at('privateKeyProvider'), place('privateKeyProvider'), findings);
  checkConnections(at('connectionSettings') ?? {}, place('connectionSettings'), findings);
}

function checkKeyProvider(provider: JsonObject | undefined, place: Place, findings: Findings): void {
  if (provider === undefined) return;
  const name = ['cryptomb', 'qat'].find((one) => provider[one] !== undefined);
  if (name === undefined) {
    findings.error(place, provider, 'names no provider', 'Give cryptomb or qat');
  } else if ((goDuration(String(provider[name]?.pollDelay ?? '0s')) ?? 0n) === 0n) {
    findings.error(place.at(name).at('pollDelay'), provider[name]?.pollDelay, 'says no time', 'Give a duration, such as 0.02s');
  }
}

/** The least that a setting of connections may be. */
const LEAST: Readonly<Record<string, number>> = {
  listenerPerConnectionBufferLimitBytes: 0,
  clusterPerConnectionBufferLimitBytes: 0,
  httpMaxConcurrentStreams: 1,
  http2InitialStreamWindowSize: 65535,
  http2InitialConnectionWindowSize: 65535,
  listenerConnectionLimit: 1,
  globalDownstreamConnectionLimit: 1,
};

function checkConnections(settings: JsonObject, place: Place, findings: Findings): void {
  for (const [name, value] of Object.entries(settings)) {
    if (Object.hasOwn(LEAST, name) && Number(value) < LEAST[name]) {
      findings.error(place.at(name), value, `${value} is too little`, `Give at least ${LEAST[name]}`);
    } else if (typeof value === 'string' && (goDuration(value) ?? 0n) < 0n) {
      findings.error(place.at(name), value, `"${value}" is a negative time`, 'Give a duration of zero or more');
    }
  }
}

/** Whether a text is a host or an IP address with a port. */
function isAddress(text: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || !/^[+-]?\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) return false;
  return isIpAddress(host) || fqdnFlaw(host) === undefined;
}
