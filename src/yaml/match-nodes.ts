import type { Pair } from 'yaml';
import { yamlLibrary } from './library';
import { JsonObject, memberOf } from '../reference/json';

/** The key of a pair as JSON has it: text, also where YAML reads a number or a truth value. */
export function keyOf(pair: Pair): string {
  const { isScalar } = yamlLibrary();
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

/** Whether a value is a map. */
export function isPlainMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same when they are written; the order of a map's keys says nothing. */
export function sameJson(a: any, b: any): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  }
  for (const key in a) if (!sameJson(a[key], memberOf(b, key))) return false;
  for (const key in b) if (memberOf(a, key) === undefined && b[key] !== undefined) return false;
  return true;
}

/** Whether a value is a map or a list that is written in several lines. */
export function isFilledCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => inner !== undefined);
}

/** Which item of a list each new item was: by value, else by name, else by place where there are as many as before. */
export function keepers(before: readonly any[], after: readonly any[]): (number | undefined)[] {
  const free = new Set(before.keys());
  const take = (found: (one: any, at: number) => boolean): number | undefined => {
    for (const index of free) {
      if (!found(before[index], index)) continue;
      free.delete(index);
      return index;
    }
    return undefined;
  };
  const places = after.map((value) => take((one) => sameJson(one, value)));
  const byName = (value: any): number | undefined => take((one) => one?.name !== undefined && one.name === value?.name);
  const byPlace = (value: any, place: number): number | undefined =>
    (isPlainMap(value) && value.name === undefined && after.length === before.length ? take((_, at) => at === place) : undefined);
  return after.map((value, place) => places[place] ?? byName(value) ?? byPlace(value, place));
}
