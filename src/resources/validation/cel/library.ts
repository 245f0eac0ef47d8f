/*
 * What CEL rules call when they run. Rules are compiled to TypeScript by schema/tools/cel, which knows their types; here is what
 * JavaScript does not do by itself. Integers and doubles are numbers, durations and points in time are nanoseconds as bigint, maps and
 * messages are plain objects. What CEL calls an error is thrown.
 */
import { isIP, isIPv4, isIPv6 } from 'node:net';
import { goDuration } from '../../../reference/go-duration';
import { goRegExp } from '../go-regexp';
import { GoUrl, parseRequestUrl } from '../go-url';
import { characters } from '../limits';

/** An expression that has no value. */
export class CelError extends Error {}

const INT_LIMIT = 2n ** 63n;

/** A field that must be there. A null counts as nothing, as it does to the API server. */
export function field(message: any, name: string): any {
  const value = message[name];
  if (value === undefined || value === null) throw new CelError(`there is no ${name}`);
  return value;
}

/** Whether a map has a key. */
export function hasKey(holder: any, key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(holder, key) && holder[key] !== undefined;
}

/** The value of a key, or the item at a place. */
export function at(holder: any, key: any): any {
  if (Array.isArray(holder)) {
    if (!Number.isInteger(key) || key < 0 || key >= holder.length) throw new CelError(`there is no item ${key}`);
    return holder[key];
  }
  if (!hasKey(holder, key)) throw new CelError(`there is no key ${JSON.stringify(key)}`);
  return holder[key];
}

/** `a && b`: false decides, whatever is wrong with the other side. */
export function and(left: () => boolean, right: () => boolean): boolean {
  let value: boolean;
  try {
    value = left();
  } catch (error) {
    if (right()) throw error;
    return false;
  }
  return value && right();
}

/** `a || b`: true decides, whatever is wrong with the other side. */
export function or(left: () => boolean, right: () => boolean): boolean {
  let value: boolean;
  try {
    value = left();
  } catch (error) {
    if (!right()) throw error;
    return true;
  }
  return value || right();
}

/** The items of a list, or the keys of a map. */
function items(range: any): readonly any[] {
  return Array.isArray(range) ? range : Object.keys(range).filter((key) => range[key] !== undefined);
}

export function all(range: any, holds: (item: any) => boolean): boolean {
  let failure: unknown;
  for (const item of items(range)) {
    try {
      if (!holds(item)) return false;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return true;
}

export function exists(range: any, holds: (item: any) => boolean): boolean {
  let failure: unknown;
  for (const item of items(range)) {
    try {
      if (holds(item)) return true;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return false;
}

export function existsOne(range: any, holds: (item: any) => boolean): boolean {
  let count = 0;
  for (const item of items(range)) if (holds(item)) count++;
  return count === 1;
}

export function filter(range: any, holds: (item: any) => boolean): any[] {
  return items(range).filter((item) => holds(item));
}

export function map(range: any, make: (item: any) => any, holds: (item: any) => boolean = () => true): any[] {
  return items(range).filter((item) => holds(item)).map((item) => make(item));
}

/** A map from its entries. */
export function mapOf(...entries: readonly [string, unknown][]): any {
  const made: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) {
    if (key in made) throw new CelError(`the key ${JSON.stringify(key)} is there twice`);
    made[key] = value;
  }
  return made;
}

export function equals(a: any, b: any): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, place) => equals(item, b[place]));
  }
  const keys = items(a);
  return keys.length === items(b).length && keys.every((key) => hasKey(b, key) && equals(a[key], b[key]));
}

/** Whether a list holds an item, or a map a key. */
export function isIn(item: unknown, holder: any): boolean {
  if (!Array.isArray(holder)) return hasKey(holder, item);
  return typeof item === 'object' ? holder.some((other) => equals(item, other)) : holder.includes(item);
}

/** Less than 0, 0, or more: texts in the order of their characters, false before true. */
export function compare(a: any, b: any): number {
  if (typeof a !== typeof b || typeof a === 'object') throw new CelError('values of these types cannot be compared');
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

export function size(value: any): number {
  if (typeof value === 'string') return characters(value);
  if (typeof value !== 'object' || value === null) throw new CelError('only texts, lists and maps have a size');
  return items(value).length;
}

/** A whole number of 64 bits, from an operation that may have left them. */
function int(fast: number, exact: () => bigint): number {
  if (Number.isSafeInteger(fast)) return fast;
  const value = exact();
  if (value >= INT_LIMIT || value < -INT_LIMIT) throw new CelError('the whole number is out of range');
  return Number(value);
}

export function addInt(a: number, b: number): number {
  return int(a + b, () => BigInt(a) + BigInt(b));
}

export function subtractInt(a: number, b: number): number {
  return int(a - b, () => BigInt(a) - BigInt(b));
}

export function multiplyInt(a: number, b: number): number {
  return int(a * b, () => BigInt(a) * BigInt(b));
}

export function divideInt(a: number, b: number): number {
  if (b === 0) throw new CelError('division by zero');
  return Number(BigInt(a) / BigInt(b));
}

export function remainderInt(a: number, b: number): number {
  if (b === 0) throw new CelError('division by zero');
  return a % b + 0;
}

/** A sum of values whose type is not known before. */
export function add(a: any, b: any): any {
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  if (typeof a !== typeof b || !['string', 'number', 'bigint'].includes(typeof a)) throw new CelError('values of these types cannot be added');
  return a + b;
}

export function toInt(value: any): number {
  if (typeof value === 'string') {
    if (!/^[-+]?\d+$/.test(value)) throw new CelError(`${JSON.stringify(value)} is no whole number`);
    return int(Number(value), () => BigInt(value));
  }
  if (typeof value === 'bigint') return Number(value / 1_000_000_000n);
  if (typeof value !== 'number' || !(Math.abs(value) < 2 ** 63)) throw new CelError('the value is no whole number');
  return Math.trunc(value) + 0;
}

export function toDouble(value: any): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value)) throw new CelError(`${JSON.stringify(value)} is no number`);
  return Number(value);
}

export function toText(value: any): string {
  switch (typeof value) {
    case 'string': return value;
    case 'boolean': return String(value);
    case 'number': return String(value).replace(/e([-+])(\d)$/, 'e$10$2');
    default: throw new CelError('the value cannot be written as text');
  }
}

export function toBool(value: any): boolean {
  if (typeof value === 'boolean') return value;
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)) return true;
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value)) return false;
  throw new CelError(`${JSON.stringify(value)} is neither true nor false`);
}

const durations = new Map<string, bigint>();

export function duration(text: string): bigint {
  let nanoseconds = durations.get(text);
  if (nanoseconds === undefined) {
    nanoseconds = goDuration(text);
    if (nanoseconds === undefined) throw new CelError(`${JSON.stringify(text)} is no duration`);
    if (durations.size < 1000) durations.set(text, nanoseconds);
  }
  return nanoseconds;
}

export function timestamp(text: string): bigint {
  const [, seconds, fraction = '', zone] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:[.,](\d+))?(Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) throw new CelError(`${JSON.stringify(text)} is no point in time`);
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

export function matches(text: string, pattern: string): boolean {
  return goRegExp(pattern).test(text);
}

/** The part of a text between two characters. */
export function substring(text: string, start: number, end?: number): string {
  const letters = Array.from(text);
  const last = end ?? letters.length;
  if (start < 0 || last > letters.length || start > last) throw new CelError(`${JSON.stringify(text)} has no characters from ${start} to ${last}`);
  return letters.slice(start, last).join('');
}

export function charAt(text: string, place: number): string {
  const letters = Array.from(text);
  if (place < 0 || place > letters.length) throw new CelError(`${JSON.stringify(text)} has no character ${place}`);
  return letters[place] ?? '';
}

export function indexOf(holder: any, wanted: any, from = 0): number {
  if (Array.isArray(holder)) return holder.findIndex((item) => equals(item, wanted));
  const letters = Array.from(holder as string);
  if (from < 0 || from > letters.length) throw new CelError(`${JSON.stringify(holder)} has no character ${from}`);
  const found = letters.slice(from).join('').indexOf(wanted);
  return found < 0 ? -1 : from + characters(letters.slice(from).join('').slice(0, found));
}

export function lastIndexOf(holder: any, wanted: any, from?: number): number {
  if (Array.isArray(holder)) return holder.reduce((last: number, item, place) => (equals(item, wanted) ? place : last), -1);
  const letters = Array.from(holder as string);
  if (from !== undefined && (from < 0 || from > letters.length)) throw new CelError(`${JSON.stringify(holder)} has no character ${from}`);
  const before = from === undefined ? holder as string : letters.slice(0, from + characters(wanted)).join('');
  const found = before.lastIndexOf(wanted);
  return found < 0 ? -1 : characters(before.slice(0, found));
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function upperAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Without white space at both ends: that of Unicode, which JavaScript sees a little otherwise. */
export function trim(text: string): string {
  return text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, (space) => space.replaceAll(/[^\ufeff]/g, ''));
}

export function replace(text: string, wanted: string, by: string, most = -1): string {
  if (most === 0) return text;
  const parts = text.split(wanted === '' ? /(?:)/u : wanted);
  if (wanted === '') return replaceBetween(Array.from(text), by, most);
  const cut = most < 0 ? parts.length : Math.min(parts.length, most + 1);
  return [...parts.slice(0, cut - 1), parts.slice(cut - 1).join(wanted)].join(by);
}

function replaceBetween(letters: readonly string[], by: string, most: number): string {
  const places = most < 0 ? letters.length + 1 : Math.min(most, letters.length + 1);
  return letters.map((letter, place) => (place < places ? by + letter : letter)).join('') + (places > letters.length ? by : '');
}

export function split(text: string, by: string, most = -1): string[] {
  if (most === 0) return [];
  const parts = by === '' ? Array.from(text) : text.split(by);
  return most < 0 || parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(by)];
}

export function join(list: readonly any[], by = ''): string {
  return list.join(by);
}

export function reverse(value: any): any {
  return Array.isArray(value) ? [...value].reverse() : Array.from(value as string).reverse().join('');
}

export function isSorted(list: readonly any[]): boolean {
  return list.every((item, place) => place === 0 || compare(list[place - 1], item) <= 0);
}

export function min(list: readonly any[]): any {
  if (list.length === 0) throw new CelError('an empty list has no least item');
  return list.reduce((least, item) => (compare(item, least) < 0 ? item : least));
}

export function max(list: readonly any[]): any {
  if (list.length === 0) throw new CelError('an empty list has no greatest item');
  return list.reduce((greatest, item) => (compare(item, greatest) > 0 ? item : greatest));
}

export function sum(list: readonly any[]): any {
  return list.length === 0 ? 0 : list.reduce(add);
}

export function find(text: string, pattern: string): string {
  return findAll(text, pattern, 1)[0] ?? '';
}

export function findAll(text: string, pattern: string, most = -1): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('re2js') as typeof import('re2js');
  const matcher = RE2JS.compile(pattern).matcher(text);
  const found: string[] = [];
  while ((most < 0 || found.length < most) && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

export function setsContains(list: readonly any[], part: readonly any[]): boolean {
  return part.every((item) => isIn(item, list));
}

export function setsEquivalent(a: readonly any[], b: readonly any[]): boolean {
  return setsContains(a, b) && setsContains(b, a);
}

export function setsIntersects(a: readonly any[], b: readonly any[]): boolean {
  return a.some((item) => isIn(item, b));
}

export function isURL(text: string): boolean {
  return parseRequestUrl(text) !== undefined;
}

export function url(text: string): GoUrl {
  const parsed = parseRequestUrl(text);
  if (parsed === undefined) throw new CelError(`${JSON.stringify(text)} is no URL`);
  return parsed;
}

export function hostname({ host }: GoUrl): string {
  const name = host.replace(/:\d*$/, '');
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

export function port({ host }: GoUrl): string {
  return /:(\d*)$/.exec(host)?.[1] ?? '';
}

/** Whether a text is an IP address, without a zone, and no IPv4 address in the clothes of IPv6. */
export function isIPAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%') && !isMapped(text);
}

export function isCIDR(text: string): boolean {
  const [, address, bits] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return address !== undefined && isIPAddress(address) && Number(bits) <= (isIPv4(address) ? 32 : 128);
}

function isMapped(text: string): boolean {
  return isIPv6(text) && /^\[::ffff:[0-9a-f]{1,4}:[0-9a-f]{1,4}\]$/.test(new URL(`http://[${text}]`).hostname);
}
