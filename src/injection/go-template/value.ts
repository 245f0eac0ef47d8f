import { define, isMap, JsonObject } from '../../reference/json';

/*
 * Values as a Go template sees them. Whole numbers of Go are numbers here; what was read from JSON or YAML is a float in Go, and prints
 * otherwise.
 */

/** A value; undefined is what a map has for a key that it has not. */
export type GoValue = undefined | null | boolean | string | number | GoInt | GoFloat | readonly GoValue[] | GoMap | GoStruct;

/** A number that is not whole by its type. */
export class GoFloat {
  /** @param isConstant whether it stands in the template itself: a whole one is then taken where a whole number is needed */
  constructor(public readonly value: number, public readonly isConstant = false) {}
}

/** A whole number of a type that is not the one of whole numbers in general: functions that take the one do not take the other. */
export class GoInt {
  constructor(public readonly value: number, public readonly type: 'int32' | 'int64' | 'uint32' | 'uint64' = 'int64') {}
}

/** A list that nobody made. */
export const NO_LIST: readonly GoValue[] = Object.freeze([]);

/** A map from text. */
export class GoMap {
  /**
   * @param entries by their keys
   * @param ofText whether all values are texts: for a key that is not there, such a map has the empty one
   * @param isNil whether nobody made it
   */
  constructor(public readonly entries: JsonObject, public readonly ofText = false, public readonly isNil = false) {}

  public get(key: string): GoValue {
    return Object.hasOwn(this.entries, key) ? this.entries[key] : this.ofText ? '' : undefined;
  }

  public has(key: string): boolean {
    return Object.hasOwn(this.entries, key);
  }

  public get keys(): string[] {
    return Object.keys(this.entries).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

/** Something whose fields are known by its type. */
export interface GoStruct {
  /** What Go calls the type. */
  readonly type: string;
  /** The value as JSON. */
  readonly json: unknown;
  /** Whether it is a pointer to nothing, which can be asked for fields all the same. */
  readonly isNil?: boolean;
  /** How it prints, where it can. */
  readonly text?: string;
  /** The field or method of a name; undefined where the type has none. */
  field(name: string): { readonly value: GoValue } | undefined;
}

export function isStruct(value: GoValue): value is GoStruct {
  return typeof value === 'object' && value !== null && 'field' in value;
}

/** What was read from JSON or YAML. */
export function fromJson(json: unknown): GoValue {
  if (typeof json === 'number') return new GoFloat(json);
  if (Array.isArray(json)) return json.map(fromJson);
  if (!isMap(json)) return json as GoValue;
  const entries: JsonObject = {};
  for (const [key, inner] of Object.entries(json)) if (inner !== undefined) define(entries, key, fromJson(inner));
  return new GoMap(entries);
}

/** A map of texts. */
export function textMap(of: Readonly<Record<string, string>> | undefined): GoMap {
  return new GoMap(of ?? {}, true, of === undefined);
}

/** The value as Go's JSON encoder writes it: the keys of maps in their order. */
export function toJson(value: GoValue): unknown {
  if (value === undefined || value === NO_LIST) return null;
  if (value instanceof GoFloat || value instanceof GoInt) return value.value;
  if (value instanceof GoMap) {
    if (value.isNil) return null;
    const result: JsonObject = {};
    for (const key of value.keys) define(result, key, toJson(value.get(key)));
    return result;
  }
  if (isStruct(value)) return value.json;
  return Array.isArray(value) ? value.map(toJson) : value;
}

/** Whether a condition holds. */
export function truth(value: GoValue): boolean {
  if (value === undefined || value === null) return false;
  if (value instanceof GoFloat || value instanceof GoInt) return value.value !== 0;
  if (value instanceof GoMap) return Object.keys(value.entries).length > 0;
  if (isStruct(value)) return !value.isNil && value.text !== '' && value.json !== 0 && value.json !== false;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What the type of a value is called. */
export function typeName(value: GoValue): string {
  switch (typeof value) {
    case 'undefined': return 'nil';
    case 'boolean': return 'bool';
    case 'string': return 'string';
    case 'number': return 'int';
  }
  if (value === null) return 'nil';
  if (value instanceof GoFloat) return 'float64';
  if (value instanceof GoInt) return value.type;
  if (value instanceof GoMap) return value.ofText ? 'map[string]string' : 'map[string]interface {}';
  return isStruct(value) ? value.type : '[]interface {}';
}

/** From this power of ten on, Go writes a float with an exponent. */
const SHORTEST = 6;

/** A float as Go prints it: with an exponent where it is large or small. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < SHORTEST)) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A value as `%v` prints it. */
export function goText(value: GoValue): string {
  if (value === undefined || value === null) return '<nil>';
  if (value instanceof GoFloat) return floatText(value.value);
  if (value instanceof GoInt) return String(value.value);
  if (value instanceof GoMap) return `map[${value.keys.map((key) => `${key}:${goText(value.get(key))}`).join(' ')}]`;
  if (isStruct(value) && value.isNil) return value.text ?? '<nil>';
  if (isStruct(value) && value.text !== undefined) return value.text;
  if (isStruct(value)) throw new Error(`a whole ${value.type} is written out, which only Go can do. Write its fields, or toJson of it.`);
  return Array.isArray(value) ? `[${value.map(goText).join(' ')}]` : String(value);
}
