import { GroupVersionKind } from 'cdk8s';

/** An object of a kind, from the same props as its class. What is undefined is left out; nothing of the props is kept or changed. */
export function manifestOf({ apiVersion, kind }: GroupVersionKind, props: object): any {
  return copyOf({ ...props, apiVersion, kind });
}

/** A copy without what is undefined. What is no plain value, such as a `Lazy`, stays as it is. */
function copyOf(value: any): any {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(copyOf);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, copyOf(inner)]));
}

/** Whether a value is an object without a class. Objects of other realms, such as a test's or a worker's, have another `Object`. */
function isPlain(value: any): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
