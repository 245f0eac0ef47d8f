import { podTemplateOf, withPodTemplate } from './workloads';
import { JsonObject } from '../reference/json';

/*
 * Classes that cdk8s generates take their fields in a form of their own: a quantity, and a port that may have a name, as an object
 * with a `value`; names with an acronym in camel case. They leave out whatever is in another form. The injector knows neither; so a
 * pod template is taken out of that form before it is injected, and put back after.
 */

/** Where values that may be text or a number stand, by the name of the field that holds them. */
const QUANTITY_MAPS = ['limits', 'requests'];
const QUANTITIES = ['divisor', 'sizeLimit'];
const PORT_HOLDERS = ['httpGet', 'tcpSocket'];

/** Maps whose keys are the user's words, not fields. */
const FREE_MAPS = ['nodeSelector', 'matchLabels'];

/** Fields of a pod with an acronym, and their names in generated classes. */
const ACRONYMS: Readonly<Record<string, string>> = {
  datasetUUID: 'datasetUuid',
  diskURI: 'diskUri',
  downwardAPI: 'downwardApi',
  hostIP: 'hostIp',
  hostIPC: 'hostIpc',
  hostPID: 'hostPid',
  pdID: 'pdId',
  scaleIO: 'scaleIo',
  setHostnameAsFQDN: 'setHostnameAsFqdn',
  storagePolicyID: 'storagePolicyId',
  targetWWNs: 'targetWwNs',
  volumeID: 'volumeId',
};
const FROM_GENERATED = Object.fromEntries(Object.entries(ACRONYMS).map(([field, generated]) => [generated, field]));

interface Direction {
  readonly value: (value: any) => any;
  readonly name: (name: string) => string;
}

const OUT: Direction = {
  value: (value) => (isUnion(value) ? value.value : value),
  name: (name) => FROM_GENERATED[name] ?? name,
};

const BACK: Direction = {
  value: (value) => (isUnion(value) || value === undefined || value === null ? value : { value }),
  name: (name) => ACRONYMS[name] ?? name,
};

/** The object with its pod template as the API has it. */
export function fromGenerated(object: JsonObject): JsonObject {
  return inTemplate(object, OUT);
}

/** The object with its pod template as a generated class wants it. */
export function toGenerated(object: JsonObject): JsonObject {
  return inTemplate(object, BACK);
}

function isUnion(value: any): value is { value: string | number } {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1 && 'value' in value;
}

function inTemplate(object: JsonObject, direction: Direction): JsonObject {
  const found = podTemplateOf(object);
  return found ? withPodTemplate(object, found.path, { ...found.template, spec: changed(found.template.spec, direction) }) : { ...object };
}

function changed(value: any, direction: Direction): any {
  if (Array.isArray(value)) return value.map((item) => changed(item, direction));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [direction.name(name), changedField(name, inner, direction)]));
}

function changedField(name: string, inner: any, direction: Direction): any {
  if (QUANTITIES.includes(name)) return direction.value(inner);
  if (FREE_MAPS.includes(name)) return inner;
  if (!isMap(inner)) return changed(inner, direction);
  if (QUANTITY_MAPS.includes(name)) return Object.fromEntries(Object.entries(inner).map(([key, amount]) => [key, direction.value(amount)]));
  const result = changed(inner, direction);
  return PORT_HOLDERS.includes(name) ? { ...result, port: direction.value(inner.port) } : result;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
