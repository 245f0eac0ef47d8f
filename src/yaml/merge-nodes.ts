import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { yamlLibrary } from './library';
import { isPlainMap, keepers, keyOf, sameJson } from './match-nodes';
import { isPlain } from './print';
import { JsonObject, memberOf } from '../reference/json';

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
  node.items = node.items.filter((pair) => memberOf(after, keyOf(pair)) !== undefined);
  const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const pair = pairs.get(key);
    if (pair) {
      pair.value = merged(pair.value as Node | null, memberOf(before, key), value);
    } else {
      node.flow = false;
      node.items.push(createdPair(key, value));
    }
  }
  return node;
}

/** A list whose items keep their nodes. */
function mergedList(node: YAMLSeq, before: readonly any[], after: readonly any[]): Node {
  const places = keepers(before, after);
  node.items = after.map((value, at) => {
    const place = places[at];
    return place === undefined ? created(value) : merged(node.items[place] as Node, before[place], value);
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
