import { define, isMap, JsonObject, JsonValue } from './json';
import { kubernetesFields } from './kubernetes-types';
import { isReused } from './reused';

/*
 * The strategic merge of Kubernetes: a patch has the form of what it is laid over. Maps are merged by their keys, and some lists by
 * a field of their items; which ones, the types say.
 */

/** What the patch of a map, or the item of a list, does other than to be merged: `replace` or `delete`. */
const DIRECTIVE = '$patch';
/** Which keys of a map are left. */
const RETAIN = '$retainKeys';
/** Before the name of a list of scalars: what is taken out of it. */
const TAKE_OUT = '$deleteFromPrimitiveList/';
/** Before the name of a list: the order of its items. */
const ORDER = '$setElementOrder/';

/**
 * Lays a patch over a Kubernetes object, or a part of one. Neither argument is changed.
 *
 * @param type the type of both, such as `Deployment` or `PodTemplateSpec`; what it does not know is merged by keys, and lists replaced
 * @param read whether the result is read as the type, as the injector reads pods, and then has no nulls in what is new
 * @throws if an item of a list lacks the field by which it would be found, or a directive is not understood
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/#notes-on-the-strategic-merge-patch
 */
export function strategicMerge(original: JsonObject, patch: JsonObject, type: string, read = false): JsonObject {
  if (Object.hasOwn(patch, DIRECTIVE)) return directed(patch);
  const fields = kubernetesFields(type);
  const result = retained(original, patch);
  for (const [name, patched] of Object.entries(patch)) {
    if (patched === undefined || name === RETAIN || name.startsWith(ORDER)) continue;
    const takesOut = name.startsWith(TAKE_OUT);
    const key = takesOut ? name.slice(TAKE_OUT.length) : name;
    const current = Object.hasOwn(result, key) ? result[key] : undefined;
    const field = fields?.get(key);
    if (patched === null) {
      delete result[key];
    } else if (Array.isArray(current) && Array.isArray(patched)) {
      define(result, key, takesOut ? current.filter((item) => !patched.includes(item)) : mergeLists(current, patched, { name: key, read, ...field }));
    } else if (isMap(current) && isMap(patched)) {
      define(result, key, field?.atomic ? patched : strategicMerge(current, patched, field?.type ?? '', read));
    } else if (!takesOut || typeof current === typeof patched) {
      const added = clean(patched);
      if (added === undefined) delete result[key];
      else define(result, key, added);
    }
  }
  for (const [name, order] of Object.entries(patch).filter(([key]) => key.startsWith(ORDER))) {
    const key = name.slice(ORDER.length);
    if (!Array.isArray(order)) throw new Error(`A patch has "${name}": ${JSON.stringify(order)}, which is no list. Write the items in their order.`);
    if (!Object.hasOwn(result, key) || !Array.isArray(result[key])) continue;
    const { mergeKey } = fields?.get(key) ?? {};
    const before = Object.hasOwn(original, key) && Array.isArray(original[key]) ? original[key] : [];
    define(result, key, inOrderOf(before, order, result[key], mergeKey ? keyReader({ name: key }, mergeKey) : (item) => item));
  }
  return result;
}

function directed(patch: JsonObject): JsonObject {
  const { [DIRECTIVE]: directive, ...rest } = patch;
  if (directive === 'replace') return rest;
  if (directive === 'delete') return {};
  throw new Error(`A patch has "${DIRECTIVE}": ${JSON.stringify(directive)}, which means nothing. Write "replace" or "delete", or leave it out to merge.`);
}

/** The original, without the keys that the patch does not retain, where it says which ones it does. */
function retained(original: JsonObject, patch: JsonObject): JsonObject {
  if (!Object.hasOwn(patch, RETAIN)) return { ...original };
  const keys: unknown = patch[RETAIN];
  if (!Array.isArray(keys)) throw new Error(`A patch has "${RETAIN}": ${JSON.stringify(keys)}, which is no list of keys. Write the keys that are to stay.`);
  const unlisted = Object.keys(patch).find((key) => patch[key] !== null && !key.startsWith('$') && !keys.includes(key));
  if (unlisted !== undefined) throw new Error(`A patch sets "${unlisted}", and its "${RETAIN}" does not list it. Add it there.`);
  return Object.fromEntries(Object.entries(original).filter(([key]) => keys.includes(key)));
}

/** A value of a patch that meets nothing: what it would take away is left out. Nothing, where the whole is a directive. */
function clean(patched: JsonValue): JsonValue | undefined {
  // What has nothing to be left out stays the very value.
  if (isClean(patched)) return patched;
  if (Array.isArray(patched)) return patched.map(clean).filter((item) => item !== undefined);
  if (!isMap(patched)) return patched;
  if (Object.hasOwn(patched, DIRECTIVE)) return undefined;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(patched)) {
    const cleaned = value === null || value === undefined ? undefined : clean(value);
    if (cleaned !== undefined) define(result, key, cleaned);
  }
  return result;
}

/** Reused values that were found clean. */
const cleanOnes = new WeakSet<object>();

function isClean(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (cleanOnes.has(value)) return true;
  const found = Array.isArray(value) ? value.every(isClean) : isCleanMap(value);
  if (found && isReused(value)) cleanOnes.add(value);
  return found;
}

function isCleanMap(value: JsonObject): boolean {
  if (Object.hasOwn(value, DIRECTIVE)) return false;
  return Object.keys(value).every((key) => value[key] !== null && value[key] !== undefined && isClean(value[key]));
}

interface NamedList {
  readonly name: string;
  readonly type?: string;
  readonly mergeKey?: string;
  readonly read: boolean;
}

function mergeLists(original: JsonValue[], patch: JsonValue[], list: NamedList): JsonValue[] {
  if (list.mergeKey === undefined) return patch;
  if (list.mergeKey === '') return inOrderOf(original, patch, [...new Set([...original, ...patch])], (item) => item);
  const keyOf = keyReader(list, list.mergeKey);
  const { rest, added } = withDirectives(original as JsonObject[], patch as JsonObject[], list.mergeKey, keyOf);
  const merged = [...rest];
  for (const item of added) {
    const place = merged.findIndex((one) => keyOf(one) === keyOf(item));
    if (place < 0) merged.push(list.read ? clean(item) as JsonObject : item);
    else merged[place] = strategicMerge(merged[place], item, list.type ?? '', list.read);
  }
  return inOrderOf(rest, added, merged, keyOf);
}

/** Gives that by which an item of a list is told apart. */
type KeyOf = (item: unknown) => unknown;

function keyReader({ name }: Pick<NamedList, 'name'>, key: string): KeyOf {
  return (item) => {
    if (isMap(item) && Object.hasOwn(item, key)) return item[key];
    throw new Error(`In the list "${name}" of a patch, or of what it is laid over, ${JSON.stringify(item)} has no "${key}", by which items are told apart. Give each item its ${key}.`);
  };
}

/** The items of both lists, after those of the patch that are directives did what they say. */
function withDirectives(original: JsonObject[], patch: JsonObject[], mergeKey: string, keyOf: KeyOf): { rest: JsonObject[]; added: JsonObject[] } {
  let rest = original;
  let replaces = false;
  const added: JsonObject[] = [];
  for (const item of patch) {
    const directive = isMap(item) && Object.hasOwn(item, DIRECTIVE) ? item[DIRECTIVE] : undefined;
    if (directive === undefined) added.push(item);
    else if (directive === 'delete') rest = rest.filter((one: JsonObject) => one[mergeKey] !== keyOf(item));
    else if (directive === 'replace') replaces = true;
    else throw new Error(`An item of a list has "${DIRECTIVE}": ${JSON.stringify(directive)}, which means nothing there. Write "replace" or "delete".`);
  }
  return replaces ? { rest: added, added: [] } : { rest, added };
}

/**
 * The merged items: those that the patch has in its order, the others in theirs. Where an item of each could come next, the one comes
 * that stood first in the original. Items that share a key come together.
 */
function inOrderOf(original: readonly JsonValue[], patch: readonly JsonValue[], merged: readonly JsonValue[], keyOf: KeyOf): JsonValue[] {
  const places = firstPlaces(original, keyOf);
  const patchPlaces = firstPlaces(patch, keyOf);
  const sorted = (items: JsonValue[], order: Map<unknown, number>): JsonValue[] => items.sort((a, b) => order.get(keyOf(a))! - order.get(keyOf(b))!);
  const fromPatch = sorted(merged.filter((item) => patchPlaces.has(keyOf(item))), patchPlaces);
  const others = sorted(merged.filter((item) => !patchPlaces.has(keyOf(item))), places);
  const result: JsonValue[] = [];
  let next = 0;
  for (const item of fromPatch) {
    const place = places.get(keyOf(item));
    while (place !== undefined && next < others.length && places.get(keyOf(others[next]))! < place) result.push(others[next++]);
    result.push(item);
  }
  return [...result, ...others.slice(next)];
}

function firstPlaces(list: readonly JsonValue[], keyOf: KeyOf): Map<unknown, number> {
  const places = new Map<unknown, number>();
  list.forEach((item, place) => {
    if (!places.has(keyOf(item))) places.set(keyOf(item), place);
  });
  return places;
}
