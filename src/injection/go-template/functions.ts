import { format } from './format';
import { GoFloat, GoInt, GoMap, goText, GoValue, isStruct, NO_LIST, toJson, truth, typeName } from './value';

/** A function of the template language; it throws what is wrong with its arguments. */
export type GoFunction = (...args: GoValue[]) => GoValue;

/** Functions by name, and how many arguments each takes: exactly so many, or at least. */
export interface FunctionTable {
  readonly [name: string]: GoFunction;
}

/** The functions that a template may call: those of the language, and those that whoever runs it adds. */
export class GoFunctions {
  private readonly table = new Map<string, GoFunction>(Object.entries(BUILTINS));

  /**
   * @param added in their order: of two with one name, the later one holds
   * @param known names of functions that there are in Go, and not here
   */
  constructor(added: readonly FunctionTable[], private readonly known: readonly string[] = []) {
    for (const [name, apply] of added.flatMap((table) => Object.entries(table))) this.table.set(name, apply);
  }

  public knows(name: string): boolean {
    return this.table.has(name) || this.known.includes(name);
  }

  public call(name: string, args: readonly GoValue[]): GoValue {
    const apply = this.table.get(name);
    if (!apply) throw new Error(`the function "${name}" cannot be called here: what it gives is known only to whoever runs istiod.`);
    if (args.length < apply.length) throw new Error(`the function "${name}" needs ${apply.length} values, and has ${args.length}.`);
    try {
      return apply(...args);
    } catch (error) {
      throw new Error(`the function "${name}": ${(error as Error).message}`);
    }
  }
}

/** An argument that must be a text. */
export function text(value: GoValue): string {
  if (typeof value === 'string') return value;
  throw new Error(`${value === undefined || value === null ? 'nothing' : `${typeName(value)} ${goText(value)}`} is given where a text is needed.`);
}

/** An argument that must be a map, of anything or of texts. */
export function map(value: GoValue, ofText = false): GoMap {
  if (value instanceof GoMap && value.ofText === ofText) return value;
  if (value === undefined || value === null) return new GoMap({}, ofText, true);
  throw new Error(`a ${typeName(value)} is given where a map of ${ofText ? 'texts' : 'anything'} is needed.`);
}

/** An argument that must be a list. */
export function list(value: GoValue): readonly GoValue[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${value === undefined || value === null ? 'nothing' : `a ${typeName(value)}`} is given where a list is needed.`);
}

/** An argument that must be a whole number. */
export function whole(value: GoValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof GoFloat && value.isConstant && Number.isInteger(value.value)) return value.value;
  throw new Error(`${value === undefined || value === null ? 'nothing' : `${typeName(value)} ${goText(value)}`} is given where a whole number is needed.`);
}

function plain(value: GoValue): string | number | boolean {
  return value instanceof GoFloat || value instanceof GoInt ? value.value : value as string | number | boolean;
}

/** The type of a value, whole numbers all being of one. */
function basicType(value: GoValue): string {
  return value instanceof GoInt ? 'int' : typeName(value);
}

/** Whether two values are the same; those of different types cannot be compared. */
export function equal(one: GoValue, other: GoValue): boolean {
  const missing = [one, other].filter((value) => value === undefined || value === null).length;
  if (missing > 0) return missing === 2;
  const [left, right] = [basicType(one), basicType(other)];
  if ([one, other].some((value) => value instanceof GoMap || Array.isArray(value) || isStruct(value))) throw new Error(`a ${left} and a ${right} cannot be compared.`);
  if (left !== right) throw new Error(`a ${left} and a ${right} cannot be compared: ${goText(one)}, ${goText(other)}.`);
  return plain(one) === plain(other);
}

function less(one: GoValue, other: GoValue): boolean {
  const [left, right] = [basicType(one), basicType(other)];
  if (left !== right || !['int', 'float64', 'string'].includes(left)) throw new Error(`a ${left} and a ${right} have no order.`);
  return plain(one) < plain(other);
}

function index(of: GoValue, ...keys: GoValue[]): GoValue {
  return keys.reduce((inner: GoValue, key) => {
    if (inner instanceof GoMap) return inner.get(text(key)) ?? null;
    if (inner === undefined || inner === null) throw new Error('nothing is given to look into.');
    const items = typeof inner === 'string' ? [...Buffer.from(inner)] : list(inner);
    const at = key instanceof GoInt ? key.value : whole(key);
    if (at < 0 || at >= items.length) throw new Error(`there is no item ${at} of ${items.length}.`);
    return items[at];
  }, of);
}

function lengthOf(of: GoValue): number {
  if (typeof of === 'string') return Buffer.byteLength(of);
  return of instanceof GoMap ? of.keys.length : list(of).length;
}

function slice(of: GoValue, ...ends: GoValue[]): GoValue {
  const [from = 0, to] = ends.map(whole);
  const size = lengthOf(of);
  if (from < 0 || from > (to ?? size) || (to ?? size) > size) throw new Error(`there are no items ${from} to ${to ?? size} of ${size}.`);
  return typeof of === 'string' ? Buffer.from(of).subarray(from, to).toString() : list(of).slice(from, to);
}

/** Values behind each other, as Go's Sprint writes them: with spaces between those that are no texts. */
function sprint(...values: GoValue[]): string {
  return values.map((value, at) => {
    const spaced = at > 0 && typeof value !== 'string' && typeof values[at - 1] !== 'string';
    return `${spaced ? ' ' : ''}${goText(value)}`;
  }).join('');
}

/** The same as a template would write it. */
const shown = (...values: GoValue[]): string => sprint(...values.map((value) => (value === undefined || value === null ? '<no value>' : value)));

const HTML: Readonly<Record<string, string>> = { '\0': '\uFFFD', '"': '&#34;', '\'': '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The functions of the language itself, but "and" and "or". */
const BUILTINS: FunctionTable = {
  and: (one, ...others) => [one, ...others].find((value) => !truth(value)),
  or: (one, ...others) => [one, ...others].find(truth),
  not: (of) => !truth(of),
  eq: (one, other, ...more) => [other, ...more].some((value) => equal(one, value)),
  ne: (one, other) => !equal(one, other),
  lt: (one, other) => less(one, other),
  le: (one, other) => less(one, other) || equal(one, other),
  gt: (one, other) => !less(one, other) && !equal(one, other),
  ge: (one, other) => !less(one, other),
  index,
  slice,
  len: (of) => lengthOf(of),
  print: sprint,
  println: (...values) => `${values.map(goText).join(' ')}\n`,
  printf: (pattern, ...values) => format(text(pattern), values),
  html: (...values) => shown(...values).replace(/[\0"'&<>]/g, (one) => HTML[one]),
  urlquery: (...values) => encodeURIComponent(shown(...values)).replaceAll('%20', '+').replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  js: (...values) => JSON.stringify(shown(...values)).slice(1, -1).replace(/['<>&=]/g, (one) => (one === '\'' ? '\\\'' : `\\u00${one.charCodeAt(0).toString(16).toUpperCase()}`)),
};

/** The JSON of a value, as Go's encoder writes it for HTML. */
export function jsonText(value: GoValue): string {
  return rawJsonText(value).replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** JSON with the keys of maps in their order, also where they look like numbers, which JavaScript would put first. */
export function rawJsonText(value: GoValue): string {
  if (value instanceof GoMap && !value.isNil) return `{${value.keys.map((key) => `${JSON.stringify(key)}:${rawJsonText(value.get(key))}`).join(',')}}`;
  return Array.isArray(value) && value !== NO_LIST ? `[${value.map(rawJsonText).join(',')}]` : JSON.stringify(toJson(value));
}
