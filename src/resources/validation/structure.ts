import { combinationsOf } from './combinations';
import { shown } from './findings';
import { formatOf } from './formats';
import { isMap, isWhole, Limit, limitsOf } from './limits';
import { CompiledRule, runRules } from './rules';
import { Walk } from './walk';
import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';

/**
 * Checks a value that is not null at the place of the walk, and gives back what the API server would keep of it: without fields that it
 * does not know and nulls that it drops, with defaults. Where nothing changes, that is the value itself.
 */
type Check = (value: any, walk: Walk) => any;

/** A schema, compiled when a value of it is first met. */
export class SchemaNode {
  private run: Check | undefined;

  public constructor(private readonly schema: JsonObject, private readonly compiler: StructureCompiler) {}

  /** Whether the value may be null. Else a null counts as nothing, or as the default. */
  public get nullable(): boolean {
    return this.schema.nullable === true;
  }

  /** What stands where nothing is written; undefined where there is no default. */
  public get fallback(): unknown {
    return this.schema.default;
  }

  /** Checks a value that is not undefined. */
  public check(value: any, walk: Walk): any {
    if (value === null) {
      if (!this.nullable) walk.malformed(null, `null stands where ${typeName(this.schema)} is expected`, `Write ${typeName(this.schema)}, or remove the entry`);
      return null;
    }
    return (this.run ??= this.compiler.checkOf(this.schema))(value, walk);
  }
}

/** Makes checks from structural schemas. A schema that is used in several places is compiled once. */
export class StructureCompiler {
  private readonly nodes = new Map<JsonObject, SchemaNode>();

  /** @param ruleOf compiles a CEL rule of a schema */
  public constructor(private readonly ruleOf: (rule: JsonObject) => CompiledRule | undefined) {}

  /** The node of a schema. */
  public node(schema: JsonObject): SchemaNode {
    let node = this.nodes.get(schema);
    if (node === undefined) {
      node = new SchemaNode(schema, this);
      this.nodes.set(schema, node);
    }
    return node;
  }

  /** The check of a schema, with all its limits and rules. */
  public checkOf(schema: JsonObject): Check {
    const limits = [...limitsOf(schema), ...combinationsOf(schema)];
    const rules = rulesOf(schema).map(this.ruleOf).filter((rule) => rule !== undefined);
    const inner = this.innerOf(schema);
    if (limits.length === 0 && rules.length === 0) return inner;
    return (value, walk) => {
      const before = walk.broken;
      const kept = inner(value, walk);
      if (walk.broken === before) holdTo(limits, kept, walk);
      if (rules.length > 0 && walk.broken === before) runRules(rules, kept, walk);
      return kept;
    };
  }

  /** The check of the type of a schema, and of what is within the value. */
  private innerOf(schema: JsonObject): Check {
    if (schema['x-kubernetes-int-or-string']) {
      return (value, walk) => (typeof value === 'string' || (typeof value === 'number' && isWhole(value)) ? value : mistyped(schema, value, walk));
    }
    switch (schema.type) {
      case 'object': return this.mapCheck(schema);
      case 'array': return this.listCheck(schema);
      case 'integer': return (value, walk) => (typeof value === 'number' && isWhole(value) ? value : mistyped(schema, value, walk));
      case 'number': return (value, walk) => (typeof value === 'number' && Number.isFinite(value) ? value : mistyped(schema, value, walk));
      case 'boolean': return (value, walk) => (typeof value === 'boolean' ? value : mistyped(schema, value, walk));
      case 'string': {
        // The API server looks at the type of what has a format only where it is no list.
        const takesLists = schema.format !== undefined && formatOf(schema.format) !== undefined;
        return (value, walk) => (typeof value === 'string' || (takesLists && Array.isArray(value)) ? value : mistyped(schema, value, walk));
      }
      default: return (value) => value;
    }
  }

  private mapCheck(schema: JsonObject): Check {
    const fields = new Map<string, SchemaNode>(Object.entries<JsonObject>(schema.properties ?? {}).map(([name, field]) => [name, this.node(field)]));
    const fallbacks = [...fields].filter(([, node]) => node.fallback !== undefined);
    const { additionalProperties, required = [] } = schema;
    const isFree = schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true;
    const embedded = schema['x-kubernetes-embedded-resource'] === true;
    const other = isMap(additionalProperties) ? this.node(additionalProperties) : undefined;
    return (value, walk) => {
      if (!isMap(value)) return mistyped(schema, value, walk);
      const { path } = walk;
      let kept = value;
      for (const key in value) {
        const field = value[key];
        if (field === undefined) continue;
        const node = fields.get(key) ?? other;
        if (node === undefined) {
          if (isFree || (embedded && META_FIELDS.has(key))) continue;
          unknownField(key, field, fields, walk);
          kept = without(kept, value, key);
        } else if (field === null && !node.nullable) {
          // A null that may not be there is dropped, or replaced by the default.
          kept = without(kept, value, key);
          if (node === other && node.fallback !== undefined) kept[key] = copyOf(node.fallback);
        } else {
          path.push(key);
          const checked = node.check(field, walk);
          path.pop();
          if (checked !== field) {
            if (kept === value) kept = { ...value };
            kept[key] = checked;
          }
        }
      }
      for (const [name, node] of fallbacks) {
        if (kept[name] !== undefined) continue;
        if (kept === value) kept = { ...value };
        path.push(name);
        kept[name] = node.check(copyOf(node.fallback), walk);
        path.pop();
      }
      for (const name of required) {
        if (kept[name] === undefined) walk.missing(name, `${name} is missing`, `Add ${name}`);
      }
      if (embedded) {
        for (const name of ['apiVersion', 'kind']) {
          if (typeof kept[name] !== 'string' || kept[name] === '') walk.missing(name, `${name} is missing`, `Add ${name}`);
        }
      }
      return kept;
    };
  }

  private listCheck(schema: JsonObject): Check {
    const items = schema.items === undefined ? undefined : this.node(schema.items);
    const type = schema['x-kubernetes-list-type'];
    const keys: string[] = schema['x-kubernetes-list-map-keys'] ?? [];
    return (value, walk) => {
      if (!Array.isArray(value)) return mistyped(schema, value, walk);
      const { path } = walk;
      let kept = value;
      if (items !== undefined) {
        for (let at = 0; at < value.length; at++) {
          const item = value[at] ?? (items.nullable || items.fallback === undefined ? null : copyOf(items.fallback));
          path.push(at);
          const checked = items.check(item, walk);
          path.pop();
          if (checked !== value[at]) {
            if (kept === value) kept = [...value];
            kept[at] = checked;
          }
        }
      }
      if (type === 'set') unique(kept, (item) => item, (item) => shown(item), walk);
      if (type === 'map') unique(kept, (item) => keys.map((key) => item?.[key]), (item) => keys.map((key) => `${key} ${shown(item?.[key])}`).join(', '), walk);
      return kept;
    };
  }
}

const META_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

function holdTo(limits: readonly Limit[], value: unknown, walk: Walk): void {
  for (const limit of limits) {
    if (!limit.holds(value)) walk.malformed(value, limit.problem(value), limit.fix(value));
  }
}

/** The rules of a schema, and of what it combines with `allOf`. */
function rulesOf(schema: JsonObject): JsonObject[] {
  return [...(schema['x-kubernetes-validations'] ?? []), ...(schema.allOf ?? []).flatMap(rulesOf)];
}

function without(kept: JsonObject, value: JsonObject, key: string): JsonObject {
  const copy = kept === value ? { ...value } : kept;
  delete copy[key];
  return copy;
}

function copyOf(value: unknown): any {
  return structuredClone(value);
}

function unique(items: readonly any[], keyOf: (item: any) => unknown, words: (item: any) => string, walk: Walk): void {
  if (items.length < 2) return;
  const first = new Map<string, number>();
  for (let at = 0; at < items.length; at++) {
    const key = JSON.stringify(keyOf(items[at])) ?? '';
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, at);
    } else {
      walk.path.push(at);
      walk.malformed(items[at], `${words(items[at])} stands in item ${before} already`, 'Give each item a value of its own, or remove one of them');
      walk.path.pop();
    }
  }
}

function unknownField(key: string, value: unknown, fields: ReadonlyMap<string, SchemaNode>, walk: Walk): void {
  const names = [...fields.keys()];
  const close = nearest(key, names);
  const fix = close !== undefined ? `Write ${close}` : names.length === 0 ? 'Remove it' : `Remove it, or use one of ${names.slice(0, 20).join(', ')}`;
  walk.unknown(key, value, `there is no field ${shown(key)} here`, fix);
}

function mistyped(schema: JsonObject, value: unknown, walk: Walk): unknown {
  const expected = typeName(schema);
  const problem = `${shown(value)} is ${nameOf(value)}, where ${expected} is expected`;
  walk.malformed(value, problem, fixOfType(schema, value, expected));
  return value;
}

function fixOfType({ type }: JsonObject, value: unknown, expected: string): string {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `Put it in quotes: "${value}"`;
  const isNumber = type === 'integer' || type === 'number';
  if (isNumber && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return `Write it without quotes: ${Number(value)}`;
  if (type === 'boolean' && (value === 'true' || value === 'false')) return `Write it without quotes: ${value}`;
  if (type === 'array' && !Array.isArray(value)) return 'Write a list, even for one item';
  return `Write ${expected}`;
}

function typeName(schema: JsonObject): string {
  if (schema['x-kubernetes-int-or-string']) return 'a whole number or a string';
  switch (schema.type) {
    case 'object': return schema.properties ? 'an object' : 'a map';
    case 'array': return 'a list';
    case 'integer': return 'a whole number';
    case 'number': return 'a number';
    case 'boolean': return 'true or false';
    case 'string': return 'a string';
    default: return 'a value';
  }
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object': return 'an object';
    case 'number': return !isWhole(value) && Number.isInteger(value) ? 'beyond 64 bits' : Number.isInteger(value) ? 'a whole number' : 'a fraction';
    case 'boolean': return 'true or false';
    case 'string': return 'a string';
    default: return `a ${typeof value}`;
  }
}
