import { define, isMap, JsonObject } from '../../reference/json';
import { KubernetesField, kubernetesFields } from '../../reference/kubernetes-types';

/**
 * What a template wrote, as the types of Kubernetes have it: fields that they do not know are left out, as Istio's injector does.
 *
 * @param type of the value
 * @throws if a value is of another type than its field, with the field's path
 */
export function conforming(value: JsonObject, type: string, path = ''): JsonObject {
  const fields = kubernetesFields(type);
  if (!fields) return value;
  const result: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    // What begins with a dollar sign says how to patch.
    if (name.startsWith('$') || inner === null) define(result, name, inner);
    // Go does not write a variable's value that is empty, and null takes away one that was there.
    else if (type === 'EnvVar' && name === 'value' && inner === '') define(result, name, null);
    else if (field) define(result, name, ofField(inner, field, path === '' ? name : `${path}.${name}`));
  }
  return result;
}

function ofField(value: unknown, { type, form }: KubernetesField, path: string): unknown {
  if (form === 'list') {
    if (!Array.isArray(value)) throw wrong(path, value, 'a list');
    return value.map((item, at) => ofType(item, type, `${path}[${at}]`));
  }
  if (form === 'map') {
    if (!isMap(value)) throw wrong(path, value, 'a map');
    const result: JsonObject = {};
    for (const [key, inner] of Object.entries(value)) define(result, key, inner === null ? inner : ofType(inner, type, `${path}["${key}"]`));
    return result;
  }
  return ofType(value, type, path);
}

function ofType(value: unknown, type: string, path: string): unknown {
  if (kubernetesFields(type)) {
    if (!isMap(value)) throw wrong(path, value, 'a map');
    return conforming(value, type, path);
  }
  if (type === 'string' && typeof value !== 'string') throw wrong(path, value, 'a text: put it into quotes');
  if (type === 'bool' && typeof value !== 'boolean') throw wrong(path, value, 'true or false');
  if (/^u?int\d*$/.test(type) && !Number.isInteger(value)) throw wrong(path, value, 'a whole number');
  return value;
}

function wrong(path: string, value: unknown, wanted: string): Error {
  return new Error(`${path} is ${JSON.stringify(value).slice(0, 80)}, and must be ${wanted}`);
}
