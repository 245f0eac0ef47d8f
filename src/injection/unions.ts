import { podTemplateOf, withPodTemplate } from './workloads';
import { JsonObject } from '../reference/json';

/*
 * Classes that cdk8s generates write a quantity, and a port that may have a name, from an object with a `value`, and leave out
 * anything else in that place. The injector knows neither; so the pod template is taken out of that form before and put back after.
 */

/** Where such values stand, by the name of the field that holds them. */
const QUANTITY_MAPS = ['limits', 'requests'];
const QUANTITIES = ['divisor', 'sizeLimit'];
const PORT_HOLDERS = ['httpGet', 'tcpSocket'];

/** The object with plain values in its pod template. */
export function unwrapUnions(object: JsonObject): JsonObject {
  return inTemplate(object, (value) => (isUnion(value) ? value.value : value));
}

/** The object with values in its pod template as a generated class wants them. */
export function wrapUnions(object: JsonObject): JsonObject {
  return inTemplate(object, (value) => (isUnion(value) || value === undefined || value === null ? value : { value }));
}

function isUnion(value: any): value is { value: string | number } {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1 && 'value' in value;
}

function inTemplate(object: JsonObject, change: (value: any) => any): JsonObject {
  const found = podTemplateOf(object);
  return found ? withPodTemplate(object, found.path, { ...found.template, spec: changed(found.template.spec, change) }) : { ...object };
}

function changed(value: any, change: (value: any) => any): any {
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, inner]) => {
    if (QUANTITIES.includes(name)) return [name, change(inner)];
    if (QUANTITY_MAPS.includes(name) && typeof inner === 'object' && inner !== null) {
      return [name, Object.fromEntries(Object.entries(inner as JsonObject).map(([key, amount]) => [key, change(amount)]))];
    }
    if (PORT_HOLDERS.includes(name) && typeof inner === 'object' && inner !== null) {
      return [name, { ...changed(inner, change), port: change((inner as JsonObject).port) }];
    }
    return [name, changed(inner, change)];
  }));
}
