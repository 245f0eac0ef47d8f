import { FunctionTable, jsonText, list, map, text, whole } from './functions';
import { pairs } from './sprig';
import { MessageStruct, PlainStruct } from './structs';
import { fromJson, GoMap, goText, GoValue, isStruct, textMap, toJson } from './value';
import { isMap, JsonObject, memberOf } from '../../reference/json';
import { printYaml } from '../../yaml';
import { PodContext } from '../context';
import { proxyConfigJson } from '../mesh-defaults';
import { excludeInboundPort } from '../model/facts';
import { appendMultusNetwork } from '../model/metadata';
import { openTelemetryAttributes } from '../model/proxy-env';

/** The functions that Istio's injector adds to those of Sprig, for one pod. */
export function injectorFunctions(pod: PodContext, environment: Readonly<Record<string, unknown>>): FunctionTable {
  return {
    ...FUNCTIONS,
    env: (name, otherwise) => String(memberOf(environment, text(name)) ?? '') || text(otherwise),
    // What it is given is always the pod's own.
    otelResourceAttributes: (_mesh, _annotations, _labels, _namespace, _containers) => openTelemetryAttributes(pod),
  };
}

const FUNCTIONS: FunctionTable = {
  formatDuration: (of) => duration(text(of)),
  isset: (of, key) => map(of, true).has(text(key)),
  excludeInboundPort: (port, excluded) => excludeInboundPort(goText(port), text(excluded)),
  includeInboundPorts: (containers) => portsOf(list(containers).map(jsonOf)),
  applicationPorts: (containers) => portsOf(list(containers).map(jsonOf).filter(({ name }) => name !== 'istio-proxy')),
  kubevirtInterfaces: text,
  excludeInterfaces: text,
  annotation: (metadata, name, otherwise) => {
    if (!isStruct(metadata)) throw new Error('give it .ObjectMeta, a name and what holds otherwise.');
    const annotations = metadata.field('Annotations')?.value as GoMap;
    return annotations.has(text(name)) ? annotations.get(text(name)) : goText(otherwise);
  },
  valueOrDefault: (of, otherwise) => (of === '' || of === undefined || of === null ? otherwise : of),
  toJSON: (of) => jsonText(of === undefined || map(of, true).isNil ? textMap({}) : of),
  fromJSON: (of) => parsed(text(of)),
  structToJSON: (of) => (of === undefined || of === null ? '{}' : jsonText(ordered(of))),
  protoToJSON: (of) => (of instanceof MessageStruct && of.of === 'MeshProxyConfig' ? proxyConfigJson(of.json) : jsonText(of)),
  toYaml: (of) => yaml(of),
  indent: (spaces, of) => text(of).replaceAll('\n', `\n${' '.repeat(Math.abs(whole(spaces)))}`),
  directory: (of) => text(of).slice(0, text(of).lastIndexOf('/') + 1),
  contains: (needle, hay) => text(hay).includes(text(needle)),
  toLower: (of) => text(of).toLowerCase(),
  appendMultusNetwork: (existing, network) => appendMultusNetwork(text(existing), text(network)),
  omit: (of, ...keys) => {
    const left = keys.map(text);
    return textMap(Object.fromEntries(texts(of).filter(([key]) => !left.includes(key))));
  },
  strdict: (...of) => textMap(Object.fromEntries(pairs(of.map(text)).map(([key, value]) => [key, text(value)]))),
  mergeMaps: (...of) => textMap(Object.fromEntries(of.flatMap(texts))),
  toJsonMap: (...of) => jsonText(textMap(Object.fromEntries(of.flatMap(texts)))),
  omitNil: (of) => withoutNil(of),
};

function texts(of: GoValue): [string, string][] {
  const given = map(of, true);
  return given.keys.map((key) => [key, text(given.get(key))]);
}

function jsonOf(of: GoValue): JsonObject {
  return toJson(of) as JsonObject;
}

function portsOf(containers: readonly JsonObject[]): string {
  return containers.flatMap(({ ports = [] }) => ports as JsonObject[])
    .filter(({ protocol }) => protocol !== 'UDP' && protocol !== 'SCTP').map(({ containerPort }) => containerPort).join(',');
}

function parsed(of: string): GoValue {
  try {
    return fromJson(JSON.parse(of));
  } catch {
    return '{}';
  }
}

/** Fields in the order in which Go's type has them; for a port, which is the one thing whose text counts. */
const PORT = ['name', 'hostPort', 'containerPort', 'protocol', 'hostIP'];

function ordered(of: GoValue): GoValue {
  if (!isStruct(of) || of.type !== 'v1.ContainerPort' || !isMap(of.json)) return of;
  const { json } = of;
  const given = PORT.filter((name) => json[name]);
  return new PlainStruct(of.type, {}, Object.fromEntries(given.map((name) => [name, json[name]])));
}

function yaml(of: GoValue): string {
  const json = toJson(of);
  return printYaml(json as JsonObject);
}

/** A value without what is nil in it; what has nothing left is nil too. */
function withoutNil(of: GoValue): GoValue {
  if (of instanceof GoMap && !of.ofText) {
    const kept = of.keys.map((key) => [key, withoutNil(of.get(key))] as const).filter(([, inner]) => inner !== null && inner !== undefined);
    return kept.length === 0 && of.keys.length > 0 ? null : new GoMap(Object.fromEntries(kept));
  }
  if (Array.isArray(of)) {
    const kept = of.map(withoutNil).filter((inner) => inner !== null && inner !== undefined);
    return kept.length === 0 && of.length > 0 ? null : kept;
  }
  return of;
}

/** A duration of a message, such as "65s", as Go prints it: "1m5s". */
function duration(of: string): string {
  const seconds = Number(of.replace(/s$/, ''));
  if (seconds === 0) return '0s';
  const [hours, minutes] = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60];
  const rest = Number((seconds % 60).toFixed(9));
  if (seconds < 1) return seconds >= 1e-3 ? `${Number((seconds * 1e3).toFixed(6))}ms` : `${Number((seconds * 1e6).toFixed(3))}µs`;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${rest}s`;
}

