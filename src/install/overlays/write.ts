import { ListAt, PatchError, Place, Tree } from './tree';
import { define, isMap, JsonObject } from '../../reference/json';
import { AS_KUBECTL, yamlLibrary } from '../../yaml/library';

/** Takes away what is at a place below the root. */
export function remove({ parent }: Place): void {
  const { node, key, parent: above } = parent!;
  if (node instanceof ListAt) {
    if (!(Number(key) < node.items.length)) throw new Error(`there is no item ${key} to take away. Name one that exists, or leave the patch out`);
    node.items = node.items.filter((_, position) => position !== key);
    define(above!.node as JsonObject, String(above!.key), node);
  } else if (isMap(node)) {
    delete node[String(key)];
  } else {
    throw new PatchError('the items of a list within a list cannot be taken away');
  }
}

/** Writes a value at a place below the root, and all that was made on the way there. */
export function write(tree: Tree, place: Place, value: unknown): void {
  const read = typeof value === 'string' ? fromYaml(value) : undefined;
  let current = place;
  let more = put(tree, place, read === undefined ? tree.bring(value) : tree.bring(read), read !== undefined);
  while (more && current.parent?.parent !== undefined) {
    current = current.parent;
    more = put(tree, current, current.node, false);
  }
}

/** Puts a value where a place is. Says whether what is above must be written too. */
function put(tree: Tree, place: Place, value: unknown, wasText: boolean): boolean {
  const { parent } = place;
  if (parent === undefined) return false;
  if (parent.node instanceof ListAt) {
    parent.node.items = withItem(parent.node.items, Number(parent.key), value);
    place.node = value;
  } else if (!isMap(parent.node)) {
    throw new PatchError('the items of a list within a list cannot be written');
  } else if (!tree.isBrought(parent.node)) {
    define(parent.node, String(parent.key), value);
    place.node = value;
  } else {
    return putIntoBrought(parent.node, String(parent.key), place, value, wasText);
  }
  return true;
}

/** In a map that a patch brought, a list gets one more item instead of being replaced, and text that reads as a map replaces its key. */
function putIntoBrought(map: JsonObject, key: string, place: Place, value: unknown, wasText: boolean): boolean {
  if (wasText) {
    const [name, ...others] = Object.keys(value as JsonObject);
    if (others.length > 0) {
      throw new Error(`its value reads as a map with the keys ${[name, ...others].join(', ')}, of which Istio's installer keeps any one. Give one of them, or a map in place of text`);
    }
    delete map[key];
    if (name === undefined) return false;
    if ((value as JsonObject)[name] === null) delete map[name];
    else define(map, name, (value as JsonObject)[name]);
    return false;
  }
  const grows = place.node instanceof ListAt && !(value instanceof ListAt);
  const written = grows ? [...(place.node as ListAt).items, value] : value;
  define(map, key, written);
  if (!grows || !isMap(value)) place.node = written;
  return true;
}

function withItem(items: unknown[], position: number, value: unknown): unknown[] {
  if (position >= items.length) return [...items, ...Array.from({ length: position - items.length }, () => null), value];
  items[position] = value;
  return items;
}

/** What a text stands for that looks like a map in YAML and is none in JSON; nothing for any other. */
function fromYaml(value: string): JsonObject | undefined {
  if (!value.includes(value.includes('\n') ? ':' : ': ') || isJsonMap(value)) return undefined;
  const { parseAllDocuments } = yamlLibrary();
  const documents = parseAllDocuments(value, AS_KUBECTL);
  if (!Array.isArray(documents) || documents.length === 0) return {};
  if (documents[0].errors.length > 0) return undefined;
  try {
    const read = asJson(documents[0].toJS({ mapAsMap: true }));
    return read === null || read === undefined ? {} : isMap(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isJsonMap(value: string): boolean {
  try {
    const read: unknown = JSON.parse(value);
    return read === null || isMap(read);
  } catch {
    return false;
  }
}

/** Keys are text in JSON, whatever they are in YAML. */
function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson);
  if (!(value instanceof Map)) return value;
  const result: JsonObject = {};
  for (const [key, inner] of value) {
    if (typeof key === 'object') throw new Error('a key that is null, a map or a list');
    define(result, String(key), asJson(inner));
  }
  return result;
}
