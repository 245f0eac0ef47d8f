/** Values that stand in many objects. */
const often = new WeakSet<object>();

/** Says that a map or a list stands in many objects and never changes: what is found out of it once may be kept. */
export function reused<T extends object>(value: T): T {
  often.add(value);
  return value;
}

/** Whether somebody said so. */
export function isReused(value: object): boolean {
  return often.has(value);
}
