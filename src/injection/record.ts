import { JsonObject } from '../reference/json';

/*
 * What an object was before it was changed, said as the way back: small where little was changed, and still good where others
 * changed something else since.
 */

/**
 * One step of the way back.
 *
 * - `not`: there was nothing
 * - `was`: there was this value
 * - `map`: these fields were otherwise
 * - `list`: there were these items, in this order; an item that is still there by its name or place, one that was otherwise with what
 *   it was, or one that is there no more
 */
export type WayBack =
  | { readonly not: true }
  | { readonly was: unknown }
  | { readonly map: { readonly [field: string]: WayBack } }
  | { readonly list: readonly (ItemKey | readonly [ItemKey, WayBack] | { readonly was: unknown })[] };

type ItemKey = string | number;

/** The way back from one value to another; nothing where they are the same. */
export function wayBack(after: unknown, before: unknown): WayBack | undefined {
  if (Object.is(after, before)) return undefined;
  if (before === undefined) return { not: true };
  if (isMap(after) && isMap(before)) return mapBack(after, before);
  if (Array.isArray(after) && Array.isArray(before)) return listBack(after, before);
  return { was: before };
}

function mapBack(after: JsonObject, before: JsonObject): WayBack | undefined {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const own = (map: JsonObject, field: string): unknown => (Object.hasOwn(map, field) ? map[field] : undefined);
  const changed = fields.map((field) => [field, wayBack(own(after, field), own(before, field))] as const).filter(([, back]) => back !== undefined);
  return changed.length === 0 ? undefined : { map: Object.fromEntries(changed) as { [field: string]: WayBack } };
}

function listBack(after: readonly unknown[], before: readonly unknown[]): WayBack | undefined {
  const [left, right] = [keysOf(after), keysOf(before)];
  const list = before.map((item, at) => {
    const place = left.indexOf(right[at]);
    if (place < 0) return { was: item };
    const back = wayBack(after[place], item);
    return back === undefined ? right[at] : [right[at], back] as const;
  });
  const same = list.length === after.length && list.every((item, at) => item === left[at]);
  return same ? undefined : { list };
}

/** What tells the items of a list apart: their names where each has its own, else their places. */
function keysOf(list: readonly unknown[]): ItemKey[] {
  const names = list.map((item) => (isMap(item) ? item.name : undefined));
  const told = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
  return told ? names : list.map((_, at) => at);
}

/** Goes the way back. Neither argument is changed. */
export function goneBack(after: unknown, back: WayBack): unknown {
  if ('not' in back) return undefined;
  if ('was' in back) return back.was;
  if ('map' in back) {
    const map = isMap(after) ? { ...after } : {};
    for (const [field, inner] of Object.entries(back.map)) {
      const value = goneBack(Object.hasOwn(map, field) ? map[field] : undefined, inner);
      if (value === undefined) delete map[field];
      else Object.defineProperty(map, field, { value, enumerable: true, configurable: true, writable: true });
    }
    return map;
  }
  const items = Array.isArray(after) ? after : [];
  const keys = keysOf(items);
  return back.list.flatMap((item): unknown[] => {
    if (typeof item === 'object' && !Array.isArray(item)) return [(item as { was: unknown }).was];
    const [key, inner] = (Array.isArray(item) ? item : [item, undefined]) as [ItemKey, WayBack | undefined];
    const place = keys.indexOf(key);
    // Somebody took it out since.
    if (place < 0) return [];
    return [inner === undefined ? items[place] : goneBack(items[place], inner)];
  });
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
