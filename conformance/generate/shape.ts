import { typeParts } from '../../schema/tools/notation';
import { JsonObject } from '../../src/reference/json';
import { Bundle, Field } from '../../src/resources/bundle';

/** A field of the notation, taken apart: what it holds, and the limits at its place. */
export type Shape =
  | { readonly is: 'message'; readonly name: string; readonly message: JsonObject; readonly facts: JsonObject; readonly nullable: boolean }
  | { readonly is: 'enum'; readonly name: string; readonly words: readonly string[]; readonly facts: JsonObject; readonly nullable: boolean }
  | { readonly is: 'list' | 'map'; readonly item: Shape; readonly facts: JsonObject; readonly nullable: boolean }
  | { readonly is: 'scalar'; readonly name: string; readonly type: string; readonly facts: JsonObject; readonly nullable: boolean };

/** Reads fields by what a bundle says of them. */
export class Shapes {
  public constructor(public readonly bundle: Bundle) {}

  public spec(kind: string): Shape {
    return this.of(this.bundle.kinds[kind].spec);
  }

  public of(field: Field): Shape {
    if (typeof field === 'string') return this.type(field, {});
    const { is, list, map, ...facts } = field;
    if (list !== undefined) return { is: 'list', item: this.of(list), facts, nullable: false };
    if (map !== undefined) return { is: 'map', item: this.of(map), facts, nullable: false };
    if (is !== undefined) return this.type(is, facts);
    return { is: 'scalar', name: 'any', type: 'any', facts, nullable: false };
  }

  private type(type: string, facts: JsonObject): Shape {
    const { name, suffixes } = typeParts(type);
    return this.wrapped(name, suffixes, facts);
  }

  /** The suffixes stand from the outermost inwards. */
  private wrapped(name: string, [outer, ...inner]: readonly string[], facts: JsonObject): Shape {
    if (outer === '?') return { ...this.wrapped(name, inner, facts), nullable: true };
    if (outer !== undefined) return { is: outer === '[]' ? 'list' : 'map', item: this.wrapped(name, inner, {}), facts, nullable: false };
    const { messages, enums, scalars } = this.bundle;
    if (messages[name] !== undefined) return { is: 'message', name, message: messages[name], facts, nullable: false };
    if (enums[name] !== undefined) return { is: 'enum', name, words: enums[name], facts, nullable: false };
    const scalar = scalars[name];
    if (scalar === undefined) return { is: 'scalar', name, type: name, facts, nullable: false };
    const { is, ...limits } = typeof scalar === 'string' ? { is: scalar } : scalar as JsonObject;
    return { is: 'scalar', name, type: is, facts: { ...limits, ...facts }, nullable: false };
  }
}

/** A value in an object, with what the notation says of its place. */
export interface Site {
  readonly steps: readonly (string | number)[];
  readonly shape: Shape;
  readonly value: unknown;
}

/** All values of a spec of which the notation says something, the outer before the inner. */
export function* sitesOf(shapes: Shapes, shape: Shape, value: unknown, steps: readonly (string | number)[] = ['spec']): Generator<Site> {
  yield { steps, shape, value };
  if (shape.is === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* sitesOf(shapes, shape.item, item, [...steps, index]);
  } else if (isMap(value) && shape.is === 'map') {
    for (const [key, item] of Object.entries(value)) yield* sitesOf(shapes, shape.item, item, [...steps, key]);
  } else if (isMap(value) && shape.is === 'message') {
    for (const [key, item] of Object.entries(value)) {
      const field = shape.message.fields[key];
      if (field !== undefined) yield* sitesOf(shapes, shapes.of(field), item, [...steps, key]);
    }
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy in which the value at a place is another; undefined takes it away. */
export function replaced(root: any, steps: readonly (string | number)[], value: unknown): any {
  if (steps.length === 0) return value;
  const [step, ...rest] = steps;
  if (Array.isArray(root)) {
    const copy = [...root];
    const inner = replaced(root[step as number], rest, value);
    if (inner === undefined) copy.splice(step as number, 1);
    else copy[step as number] = inner;
    return copy;
  }
  const inner = replaced(root?.[step], rest, value);
  const { [step]: _, ...others } = root ?? {};
  return inner === undefined ? others : { ...others, [step]: inner };
}
