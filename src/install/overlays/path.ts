import { posix } from 'node:path';

/**
 * A step of an overlay's path, as the installer reads it: text, which is a key in a map. In a list it is a position (`[2]`, and `[-1]`
 * for a new item), what a field of an item must be (`[name:discovery]`), or an expression that an item must match (`[:text]`).
 */
export type Step = string;

/** The steps of a path: parted by dots, a dot within a key or brackets as `\.`. */
export function stepsOf(path: string): Step[] {
  const clean = cleaned(path).replace(/^\./, '').replace(/\.$/, '');
  return clean.split(/(?<!\\)\./).flatMap((part) => {
    if (part === '') return [];
    const step = part.replaceAll('\\.', '.');
    const bracket = step.indexOf('[');
    return bracket > 0 ? [step.slice(0, bracket), step.slice(bracket)] : [step];
  });
}

/** The installer reads a path as one of files first, by which `a//b` and `a/./b` are `a/b`. */
function cleaned(path: string): string {
  const clean = posix.normalize(path);
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}

/** The position that a step means; -1 for a new item. Nothing, if it means none. */
export function positionOf(step: Step): number | undefined {
  const inner = innerOf(step);
  return inner !== undefined && /^[+-]?[0-9]+$/.test(inner) && Number(inner) >= -1 ? Number(inner) : undefined;
}

/** The field and the value that a step means. */
export function fieldOf(step: Step): { readonly field: string; readonly value: string } | undefined {
  const parts = innerOf(step)?.split(/(?<!\\):/) ?? [];
  const [field, value] = parts;
  return parts.length === 2 && value !== '' && /^[a-zA-Z0-9_-]+$/.test(field) ? { field, value } : undefined;
}

/** The expression that a step means. */
export function expressionOf(step: Step): string | undefined {
  const inner = innerOf(step);
  return inner === undefined || inner === '' ? undefined : inner.length > 1 && inner.startsWith(':') ? inner.slice(1) : inner;
}

function innerOf(step: Step): string | undefined {
  return step.length > 1 && step.startsWith('[') && step.endsWith(']') ? step.slice(1, -1) : undefined;
}
