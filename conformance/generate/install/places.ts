import { JsonObject } from '../../../src/reference/json';
import { Field } from '../../../src/resources/bundle';
import { Shape, Shapes } from '../shape';

/** A value that can be set: where it stands, what schema/ says of it, and what it is when nothing is said. */
export interface Place {
  readonly path: readonly string[];
  readonly shape: Shape;
  readonly default?: unknown;
}

/** Messages that istiod and the proxies read, and that the charts hand on as they are. */
const HANDED_ON = ['MeshConfig'];

/**
 * Every value of a message, all the way down: scalars, words, lists and maps. What is in a list or a map is one value with it; so is
 * what the charts only hand on.
 *
 * @param flat the field whose own fields stand beside it, as a chart takes them
 */
export function placesOf(shapes: Shapes, message: string, flat?: string): Place[] {
  const { fields } = shapes.bundle.messages[message];
  return Object.entries<Field>(fields).flatMap(([name, field]) => below(shapes, name === flat ? [] : [name], field));
}

function below(shapes: Shapes, path: readonly string[], field: Field): Place[] {
  const shape = shapes.of(field);
  if (shape.is !== 'message' || HANDED_ON.includes(shape.name)) return [{ path, shape, default: shape.facts.default }];
  const chosen = selection(shape.facts);
  return Object.entries<Field>(shape.message.fields)
    .filter(([name]) => chosen(name))
    .flatMap(([name, inner]) => below(shapes, [...path, name], inner))
    .map((place) => ({ ...place, default: atPath(shape.facts.default, place.path.slice(path.length)) ?? place.default }));
}

/** Which fields of a message are read at a place: `only` some of them, or all `without` some. */
function selection({ only, without = [] }: JsonObject): (name: string) => boolean {
  if (only === undefined || only.length === 0) return (name) => !without.includes(name);
  const names = (only as string[]).map((path) => path.split('.')[0]);
  return (name) => names.includes(name);
}

function atPath(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((current, step) => (typeof current === 'object' && current !== null ? (current as JsonObject)[step] : undefined), tree);
}

/** A tree with one value in it. */
export function treeAt(path: readonly string[], value: unknown): JsonObject {
  return path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as JsonObject;
}

/** The trees in one; of two values at a place the later holds. */
export function overlaid(...trees: readonly JsonObject[]): JsonObject {
  return trees.reduce<JsonObject>((below_, above) => {
    const merged: JsonObject = { ...below_ };
    for (const [key, value] of Object.entries(above)) {
      merged[key] = isTree(value) && isTree(merged[key]) ? overlaid(merged[key] as JsonObject, value) : value;
    }
    return merged;
  }, {});
}

function isTree(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
