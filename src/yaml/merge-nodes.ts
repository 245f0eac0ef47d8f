import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { yamlLibrary } from './library';
import { isPlain } from './print';
import { JsonObject } from '../reference/json';

/**
 * The node of a value, where it had another value before: what is equal keeps its node, and with it its comments.
 *
 * @param node the node of the value as it was; it is changed
 */
export function merged(node: Node | null | undefined, before: any, after: any): Node {
  const { isMap, isSeq } = yamlLibrary();
  if (node && sameJson(before, after)) return node;
  if (isMap(node) && isPlainMap(before) && isPlainMap(after)) return mergedMap(node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return mergedList(node, before, after);
  return created(after);
}

/** A map whose fields keep their nodes. A merge key is no field of the value: it goes, and what it brought is written out. */
function mergedMap(node: YAMLMap, before: JsonObject, after: JsonObject): Node {
  node.items = node.items.filter((pair) => after[keyOf(pair)] !== undefined);
  const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const pair = pairs.get(key);
    if (pair) {
      pair.value = merged(pair.value as Node | null, before[key], value);
    } else {
      node.flow = false;
      node.items.push(createdPair(key, value));
    }
  }
  return node;
}

/** A list whose items keep their nodes: by value, else by name, else by place where there are as many as before. */
function mergedList(node: YAMLSeq, before: readonly any[], after: readonly any[]): Node {
  const free = new Set(before.keys());
  const take = (found: (one: any, at: number) => boolean): number | undefined => {
    const at = [...free].find((index) => found(before[index], index));
    if (at !== undefined) free.delete(at);
    return at;
  };
  const places = after.map((value) => take((one) => sameJson(one, value)));
  const byName = (value: any): number | undefined => take((one) => one?.name !== undefined && one.name === value?.name);
  const byPlace = (value: any, place: number): number | undefined =>
    (isPlainMap(value) && value.name === undefined && after.length === before.length ? take((_, at) => at === place) : undefined);
  node.items = after.map((value, place) => {
    const at = places[place] ?? byName(value) ?? byPlace(value, place);
    return at === undefined ? created(value) : merged(node.items[at] as Node, before[at], value);
  });
  if (after.length > before.length) node.flow = false;
  return node;
}

/** A node of its own, with quotes where some reader would take text for something else. */
function created(value: any): Node {
  const { Scalar, YAMLMap: MapNode, YAMLSeq: ListNode } = yamlLibrary();
  if (Array.isArray(value)) {
    const list = new ListNode();
    list.items = value.map(created);
    return list;
  }
  if (isPlainMap(value)) {
    const map = new MapNode();
    map.items = Object.keys(value).filter((key) => value[key] !== undefined).map((key) => createdPair(key, value[key]));
    return map;
  }
  const scalar = new Scalar(value);
  if (typeof value === 'string' && !value.includes('\n') && !isPlain(value)) {
    scalar.type = /^[ !#-~]*"[ -~]*$/.test(value) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  }
  return scalar;
}

function createdPair(key: string, value: unknown): Pair {
  const { Pair: PairNode } = yamlLibrary();
  return new PairNode(created(key), created(value));
}

/** The key of a pair as JSON has it: text, also where YAML reads a number or a truth value. */
function keyOf(pair: Pair): string {
  const { isScalar } = yamlLibrary();
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function isPlainMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
