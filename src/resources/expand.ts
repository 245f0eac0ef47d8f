import { JsonObject } from '../reference/json';

/** A field in the notation of schema/. */
export type Field = string | JsonObject;

/** Words of the notation that Kubernetes writes with a prefix. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  listType: 'x-kubernetes-list-type',
  listMapKeys: 'x-kubernetes-list-map-keys',
  mapType: 'x-kubernetes-map-type',
  preserveUnknownFields: 'x-kubernetes-preserve-unknown-fields',
  embeddedResource: 'x-kubernetes-embedded-resource',
};

/** Words that are read by themselves. */
const OWN = ['fields', 'list', 'map', 'is', 'untyped', 'doc', 'rules', 'oneOf', 'anyOf', 'allOf', 'not'];

/** The structural schema of a field, as a CRD has it. */
export function toOpenApi(field: Field): JsonObject {
  if (typeof field === 'string') return typeOf(field);
  const schema: JsonObject = { ...shapeOf(field) };
  for (const [key, value] of Object.entries(field)) {
    if (!OWN.includes(key)) schema[EXTENSIONS[key] ?? key] = value;
  }
  if (field.rules) {
    schema['x-kubernetes-validations'] = field.rules.map((rule: string[] | JsonObject) =>
      (Array.isArray(rule) ? { rule: rule[0], ...(rule[1] !== undefined && { message: rule[1] }) } : rule));
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    if (field[key]) schema[key] = field[key].map(toOpenApi);
  }
  if (field.not) schema.not = toOpenApi(field.not);
  return schema;
}

function shapeOf(field: JsonObject): JsonObject {
  if (field.fields) {
    const properties = Object.fromEntries(Object.entries<Field>(field.fields).map(([name, inner]) => [name, toOpenApi(inner)]));
    return field.untyped ? { properties } : { type: 'object', properties };
  }
  if (field.list) return { type: 'array', items: toOpenApi(field.list) };
  if (field.map) return { type: 'object', additionalProperties: field.map === 'any' ? true : toOpenApi(field.map) };
  return field.is === undefined ? {} : typeOf(field.is);
}

function typeOf(name: string): JsonObject {
  return name === 'int-or-string' ? { 'x-kubernetes-int-or-string': true } : { type: name };
}
