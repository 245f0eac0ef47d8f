import { Bundle, Field } from './bundle';
import { JsonObject } from '../reference/json';

/** Words of the notation that Kubernetes writes with a prefix. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  listType: 'x-kubernetes-list-type',
  listMapKeys: 'x-kubernetes-list-map-keys',
  mapType: 'x-kubernetes-map-type',
  preserveUnknownFields: 'x-kubernetes-preserve-unknown-fields',
  embeddedResource: 'x-kubernetes-embedded-resource',
};

/** Words that are read by themselves. */
const OWN = new Set(['fields', 'list', 'map', 'is', 'untyped', 'rules', 'oneOf', 'anyOf', 'allOf', 'not', 'atMostOne', 'aliases', 'as']);

const PRIMITIVES = new Set(['string', 'integer', 'number', 'boolean', 'object']);

/**
 * Writes types of the notation as the structural schemas of a CRD. A message is written once, however often it is used: what comes
 * out of one printer shares its parts.
 */
export class SchemaPrinter {
  private readonly named = new Map<string, JsonObject>();

  public constructor(private readonly bundle: Pick<Bundle, 'scalars' | 'enums' | 'messages'>) {}

  /** The schema of a field. */
  public field(field: Field): JsonObject {
    if (typeof field === 'string') return this.type(field);
    const shape = this.shape(field);
    const schema: JsonObject = { ...shape };
    for (const [key, value] of Object.entries(field)) {
      if (!OWN.has(key)) schema[EXTENSIONS[key] ?? key] = value;
    }
    if (field.rules) schema['x-kubernetes-validations'] = [...field.rules.map(ruleOf), ...(shape['x-kubernetes-validations'] ?? [])];
    for (const key of ['oneOf', 'anyOf', 'allOf']) {
      if (field[key]) schema[key] = field[key].map((inner: Field) => this.field(inner));
    }
    if (field.not) schema.not = this.field(field.not);
    return field.atMostOne ? { ...schema, ...atMostOne(field.atMostOne) } : schema;
  }

  private shape(field: JsonObject): JsonObject {
    if (field.fields) {
      const properties = this.properties(field.fields, field.aliases);
      return field.untyped ? { properties } : { type: 'object', properties };
    }
    if (field.list) return { type: 'array', items: this.field(field.list) };
    if (field.map) return { type: 'object', additionalProperties: this.field(field.map) };
    return field.is === undefined ? {} : this.type(field.is);
  }

  /** The fields of a message in the order of their names, those under their old spelling too. */
  private properties(fields: Record<string, Field>, aliases: Record<string, string> | undefined): JsonObject {
    const all = aliases ? { ...fields, ...Object.fromEntries(Object.entries(aliases).map(([alias, name]) => [alias, fields[name]])) } : fields;
    return Object.fromEntries(Object.keys(all).sort().map((name) => [name, this.field(all[name])]));
  }

  private type(type: string): JsonObject {
    if (PRIMITIVES.has(type)) return { type };
    if (type === 'any') return {};
    if (type.endsWith('[]')) return { type: 'array', items: this.type(type.slice(0, -2)) };
    if (type === 'any{}') return { type: 'object', additionalProperties: true };
    if (type.endsWith('{}')) return { type: 'object', additionalProperties: this.type(type.slice(0, -2)) };
    if (type.endsWith('?')) return { ...this.type(type.slice(0, -1)), nullable: true };
    if (type === 'int-or-string') return { 'x-kubernetes-int-or-string': true };
    let schema = this.named.get(type);
    if (schema === undefined) {
      schema = this.namedType(type);
      this.named.set(type, schema);
    }
    return schema;
  }

  private namedType(name: string): JsonObject {
    const { scalars, enums, messages } = this.bundle;
    if (messages[name]) return this.field(messages[name]);
    if (enums[name]) return { type: 'string', enum: enums[name] };
    if (scalars[name]) return this.field(scalars[name]);
    throw new Error(`schema/ has no type "${name}". Define it, or correct the name.`);
  }
}

function ruleOf(rule: string[] | JsonObject): JsonObject {
  return Array.isArray(rule) ? { rule: rule[0], ...(rule[1] !== undefined && { message: rule[1] }) } : rule;
}

/** Kubernetes has no word for "at most one of these": either none of them is there, or exactly one. */
function atMostOne(groups: string[][]): JsonObject {
  const choices = groups.map((names) => {
    const one = names.map((name) => ({ required: [name] }));
    return { oneOf: [{ not: { anyOf: one } }, ...one] };
  });
  return choices.length === 1 ? choices[0] : { allOf: choices };
}
