import { define, isMap } from './tree';
import { JsonObject, memberOf } from '../../reference/json';
import { Bundle, Field } from '../../resources/bundle';

/**
 * Values as YAML has them, from structs and classes: units and choices become what they write, and properties whose names are none
 * in YAML get the field's own, such as `istio-ingressgateway`.
 *
 * @param field what schema/ says of the value
 */
export function plainValues(value: any, field: Field, schema: Bundle): any {
  if (typeof value?.resolve === 'function') return plainValues(value.resolve(), field, schema);
  if (Array.isArray(value)) return value.map((item) => plainValues(item, innerOf(field, '[]'), schema));
  if (!isMap(value)) return value;
  const fields = schema.messages[typeOf(field)]?.fields;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const name = fields === undefined ? key : fieldName(key, fields);
    define(result, name, plainValues(inner, fields === undefined ? innerOf(field, '{}') : memberOf(fields, name) ?? 'any', schema));
  }
  return result;
}

/** The field that a property stands for. */
function fieldName(property: string, fields: JsonObject): string {
  if (Object.hasOwn(fields, property)) return property;
  return Object.keys(fields).find((name) => name.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase()) === property) ?? property;
}

function typeOf(field: Field): string {
  return (typeof field === 'string' ? field : field.is ?? '').replace(/\?$/, '');
}

/** What schema/ says of the items of a list, or of the values of a map. */
function innerOf(field: Field, suffix: '[]' | '{}'): Field {
  const inner = typeof field === 'string' ? undefined : suffix === '[]' ? field.list : field.map;
  if (inner !== undefined) return inner;
  const type = typeOf(field);
  return type.endsWith(suffix) ? type.slice(0, -suffix.length) : 'any';
}
