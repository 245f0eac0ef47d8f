import { JsonObject } from '../reference/json';

/** Lays values over others: maps by their keys, everything else as a whole. Neither is changed. */
export function deepMerge(below: JsonObject, above: JsonObject): JsonObject {
  const merged: JsonObject = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined) continue;
    merged[key] = isMap(value) && isMap(below[key]) ? deepMerge(below[key], value) : value;
  }
  return merged;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
