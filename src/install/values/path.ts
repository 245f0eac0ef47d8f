import { posix } from 'node:path';
import { copy, define, isMap } from './tree';
import { JsonObject } from '../../reference/json';

/**
 * One step of a path: the key of a map, the position in a list (`[2]`, or -1 for a new item), or the item of a list of which a
 * field has a value (`[name:public]`).
 */
export type Step =
  | { readonly key: string }
  | { readonly index: number }
  | { readonly field: string; readonly value: string };

/** A path that cannot be followed. The message says why. */
export class PathError extends Error {}

/** The steps of a path as the installer writes it: parted by dots, a dot within a key as `\.`, list items in brackets. */
export function parsePath(path: string): Step[] {
  const steps: Step[] = [];
  for (const part of posix.normalize(path).split(/(?<!\\)\./)) {
    if (part === '') continue;
    const unescaped = part.replaceAll('\\.', '.');
    const bracket = unescaped.indexOf('[');
    if (bracket > 0) steps.push({ key: unescaped.slice(0, bracket) });
    steps.push(bracket >= 0 ? listStep(unescaped.slice(bracket)) : { key: unescaped });
  }
  if (steps.length === 0 || !('key' in steps[0])) throw new PathError('a path begins with a name');
  return steps;
}

function listStep(text: string): Step {
  const [, inner] = /^\[([^[\]]*)\]$/.exec(text) ?? [];
  if (inner === undefined) throw new PathError(`"${text}" is neither a position such as "[0]" nor an item such as "[name:public]"`);
  if (/^[+-]?[0-9]+$/.test(inner)) return { index: Number(inner) };
  const colon = inner.indexOf(':');
  if (colon <= 0) throw new PathError(`"${text}" is neither a position such as "[0]" nor an item such as "[name:public]"`);
  return { field: inner.slice(0, colon), value: inner.slice(colon + 1) };
}

/** A copy of the tree with the value at the path. What is missing on the way is made; a position after the last appends. */
export function withValue(tree: JsonObject, steps: readonly Step[], value: unknown): JsonObject {
  return put(tree, steps, value) as JsonObject;
}

function put(current: unknown, steps: readonly Step[], value: unknown): unknown {
  if (steps.length === 0) return value;
  const [step, ...rest] = steps;
  if ('key' in step) {
    const map = isMap(current) ? copy(current) : {};
    define(map, step.key, put(map[step.key], rest, value));
    return map;
  }
  const list = Array.isArray(current) ? [...current] : [];
  const at = positionOf(list, step);
  list[at] = put(list[at], rest, value);
  return list;
}

function positionOf(list: readonly unknown[], step: Exclude<Step, { key: string }>): number {
  if ('index' in step) return step.index >= 0 && step.index < list.length ? step.index : list.length;
  const found = list.findIndex((item) => isMap(item) && item[step.field] === step.value);
  if (found < 0) {
    throw new PathError(`no item with ${step.field} "${step.value}" was set before it; the items of profiles cannot be picked in this way`);
  }
  return found;
}
