import { define, isMap, JsonObject, JsonValue } from '../../reference/json';

export { define, isMap } from '../../reference/json';

/** A copy that shares nothing with the original. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isMap(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) define(result, key, copy(value[key]));
  }
  return result as T;
}

/**
 * Both trees in one: maps are merged key by key, anything else of the upper tree replaces what is below it, lists as a whole.
 * Neither tree is changed, and the result shares nothing with them.
 */
export function merge(below: JsonObject, above: JsonObject): JsonObject {
  const merged = copy(below);
  for (const key of Object.keys(above)) {
    const value = above[key];
    if (value === undefined) continue;
    define(merged, key, isMap(value) && isMap(merged[key]) ? merge(merged[key], value) : copy(value));
  }
  return merged;
}

/** The value at a path of keys, if there is one. */
export function at(tree: unknown, path: readonly string[]): JsonValue | undefined {
  let current: unknown = tree;
  for (const key of path) {
    if (!isMap(current) || !Object.prototype.hasOwnProperty.call(current, key)) return undefined;
    current = current[key];
  }
  return current as JsonValue;
}

/** A tree that holds one value, at the path of keys. */
export function nested(path: readonly string[], value: JsonValue): JsonObject {
  const [head, ...rest] = path;
  return { [head]: rest.length === 0 ? value : nested(rest, value) };
}

/** The tree, and everything in it, so that nobody can change it any more. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** The tree with the keys of each map in alphabetical order, as Go writes maps. */
export function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (!isMap(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) define(result, key, sorted(value[key]));
  }
  return result as T;
}
