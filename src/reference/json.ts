/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object; `undefined` members are left out when it is written. */
export interface JsonObject {
  [key: string]: any;
}

/**
 * A member of a map of which somebody else chose the keys. Every object of the language has a `constructor` and a `valueOf`, also
 * where nobody wrote one.
 */
export function memberOf(map: JsonObject, key: string): any {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A Kubernetes object as plain data. */
export interface Manifest extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string } & JsonObject;
}

/** Whether a value is a map, as opposed to a list or a scalar. */
export function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Assigns as data: a key such as `__proto__` would otherwise change what the object is. */
export function define(target: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
