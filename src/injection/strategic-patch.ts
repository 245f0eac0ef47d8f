import { define, isMap, JsonObject, memberOf } from '../reference/json';

/*
 * What the API server calls a strategic merge patch: lists of named things are merged by their names, and a patch may say of a map or
 * an item what is to become of it.
 */

/** How a field is patched that is no plain value or list: a list by a key of its items, a list of plain values, or a map as a whole. */
interface FieldRule {
  /** Items with the same value of this key are merged. */
  readonly key?: string;
  /** A list of plain values that gets those of the patch too. */
  readonly values?: true;
  /** A map that the patch replaces. */
  readonly replaced?: true;
  /** The rules of what is inside. */
  readonly inner?: PatchRules;
}

/** Which fields of an object are patched in another way than plainly. */
export interface PatchRules {
  readonly [field: string]: FieldRule;
}

const METADATA: FieldRule = { inner: { ownerReferences: { key: 'uid' }, finalizers: { values: true } } };

const CONTAINER: PatchRules = {
  ports: { key: 'containerPort' },
  env: { key: 'name' },
  volumeMounts: { key: 'mountPath' },
  volumeDevices: { key: 'devicePath' },
};

/** A pod. */
export const POD_RULES: PatchRules = {
  metadata: METADATA,
  spec: {
    inner: {
      volumes: { key: 'name' },
      initContainers: { key: 'name', inner: CONTAINER },
      containers: { key: 'name', inner: CONTAINER },
      ephemeralContainers: { key: 'name', inner: CONTAINER },
      imagePullSecrets: { key: 'name' },
      hostAliases: { key: 'ip' },
      topologySpreadConstraints: { key: 'topologyKey' },
      schedulingGates: { key: 'name' },
      resourceClaims: { key: 'name' },
    },
  },
};

/** The objects that are made of a Gateway, by kind. */
export const GATEWAY_OBJECT_RULES: Readonly<Record<string, PatchRules>> = {
  Deployment: { metadata: METADATA, spec: { inner: { template: { inner: POD_RULES } } } },
  Service: { metadata: METADATA, spec: { inner: { ports: { key: 'port' } } } },
  ServiceAccount: { metadata: METADATA, secrets: { key: 'name' } },
  HorizontalPodAutoscaler: { metadata: METADATA },
  PodDisruptionBudget: { metadata: METADATA, spec: { inner: { selector: { replaced: true } } } },
};

const DIRECTIVE = '$patch';
const RETAIN = '$retainKeys';
const DELETE_VALUES = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';

/**
 * Lays a patch over an object. Neither is changed.
 *
 * @throws if an item of the patch lacks the key by which its list is merged, or a directive is unknown; the message names the field
 */
export function strategicPatch(original: JsonObject, patch: JsonObject, rules: PatchRules): JsonObject {
  return patchMap(original, patch, rules, '');
}

function patchMap(original: JsonObject, patch: JsonObject, rules: PatchRules, path: string): JsonObject {
  const directive = memberOf(patch, DIRECTIVE);
  if (directive !== undefined) return directed(directive, patch, path);
  const result: JsonObject = {};
  const retained = memberOf(patch, RETAIN);
  if (retained !== undefined) checkRetained(retained, patch, path);
  for (const [field, value] of Object.entries(original)) {
    if (retained === undefined || retained.includes(field)) define(result, field, value);
  }
  for (const [field, value] of Object.entries(patch)) {
    if (field === RETAIN || field.startsWith(ORDER)) continue;
    const place = path === '' ? field : `${path}.${field}`;
    if (field.startsWith(DELETE_VALUES)) {
      deleteValues(result, field.slice(DELETE_VALUES.length), value);
    } else if (value === null || value === undefined) {
      delete result[field];
    } else {
      const rule = Object.hasOwn(rules, field) ? rules[field] : {};
      define(result, field, patched(memberOf(result, field), value, rule, place));
      if (result[field] === undefined) delete result[field];
    }
  }
  for (const [directiveName, order] of Object.entries(patch)) {
    const field = directiveName.slice(ORDER.length);
    if (!directiveName.startsWith(ORDER) || !Array.isArray(memberOf(result, field))) continue;
    const { key } = Object.hasOwn(rules, field) ? rules[field] : {};
    define(result, field, inOrder(result[field], order, memberOf(original, field) ?? [], key));
  }
  return result;
}

function patched(original: unknown, patch: unknown, rule: FieldRule, path: string): unknown {
  if (isMap(original) && isMap(patch)) return rule.replaced ? patch : patchMap(original, patch, rule.inner ?? {}, path);
  if (Array.isArray(original) && Array.isArray(patch)) {
    if (rule.key !== undefined) return patchItems(original, patch, rule.key, rule.inner ?? {}, path);
    return rule.values ? inOrder([...new Set([...original, ...patch])], patch, original, undefined) : patch;
  }
  return withoutDirectives(patch);
}

function directed(directive: unknown, patch: JsonObject, path: string): JsonObject {
  const { [DIRECTIVE]: _, ...others } = patch;
  if (directive === 'replace') return others;
  if (directive === 'delete') return {};
  throw new Error(`${path === '' ? 'the patch' : path} says "${DIRECTIVE}: ${String(directive)}". Say "replace" or "delete" there.`);
}

function checkRetained(retained: unknown, patch: JsonObject, path: string): void {
  const place = `${path === '' ? '' : `${path}.`}${RETAIN}`;
  if (!Array.isArray(retained)) throw new Error(`${place} is ${JSON.stringify(retained)}, which is no list. Give the fields that stay.`);
  const stray = Object.entries(patch).find(([field, value]) => value !== null && !field.startsWith('$') && !retained.includes(field));
  if (stray) throw new Error(`${place} lacks "${stray[0]}", which the patch sets beside it. Add it, or do not set it.`);
}

function deleteValues(result: JsonObject, field: string, values: unknown): void {
  const list = memberOf(result, field);
  if (Array.isArray(list) && Array.isArray(values)) result[field] = list.filter((one) => !values.includes(one));
}

function patchItems(original: readonly unknown[], patch: readonly unknown[], key: string, rules: PatchRules, path: string): unknown[] {
  let before = original.map((item, at) => checkedItem(item, key, `${path}[${at}]`, false));
  const items: JsonObject[] = [];
  let replaces = false;
  for (const [at, one] of patch.entries()) {
    const place = `${path}[${at}]`;
    const item = checkedItem(one, key, place, false);
    const directive = memberOf(item, DIRECTIVE);
    if (directive === undefined) items.push(checkedItem(one, key, place, true));
    else if (directive === 'replace') replaces = true;
    else if (directive === 'delete') before = before.filter((other) => other[key] !== checkedItem(one, key, place, true)[key]);
    else directed(directive, item, place);
  }
  if (replaces) return items;
  const merged = [...before];
  for (const item of items) {
    const at = merged.findIndex((other) => other[key] === item[key]);
    if (at < 0) merged.push(item);
    else merged[at] = patchMap(merged[at], item, rules, `${path}[${key}=${String(item[key])}]`);
  }
  return inOrder(merged, items, before, key);
}

function checkedItem(item: unknown, key: string, place: string, needsKey: boolean): JsonObject {
  if (!isMap(item)) throw new Error(`${place} is ${JSON.stringify(item)}, which is no map. Give a map with the field "${key}".`);
  if (needsKey && !Object.hasOwn(item, key)) {
    throw new Error(`${place} has no "${key}", by which the items of this list are told apart. Add it: ${JSON.stringify(item).slice(0, 80)}`);
  }
  return item;
}

/**
 * Brings a merged list into order: what the patch has in its order, and each of the others before the first thing behind it that was
 * behind it in the original as well.
 */
function inOrder(merged: readonly unknown[], order: readonly unknown[], original: readonly unknown[], key: string | undefined): unknown[] {
  const keyOf = (item: unknown): unknown => (key !== undefined && isMap(item) ? item[key] : item);
  const place = (list: readonly unknown[], item: unknown): number => list.findIndex((other) => keyOf(other) === keyOf(item));
  const sorted = (items: unknown[], by: readonly unknown[]): unknown[] => items.sort((a, b) => place(by, a) - place(by, b));
  const own = sorted(merged.filter((item) => place(order, item) < 0), original);
  const patch = sorted(merged.filter((item) => place(order, item) >= 0), order);
  const result: unknown[] = [];
  while (own.length > 0 && patch.length > 0) {
    const [left, right] = [place(original, own[0]), place(original, patch[0])];
    result.push(left >= 0 && right >= 0 && left < right ? own.shift() : patch.shift());
  }
  return [...result, ...own, ...patch];
}

/** What a patch puts where nothing was: neither nulls nor what only says how to patch. Undefined where that is all. */
function withoutDirectives(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDirectives).filter((item) => item !== undefined);
  if (!isMap(value)) return value;
  if (Object.hasOwn(value, DIRECTIVE)) return undefined;
  const result: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) {
    const kept = inner === null ? undefined : withoutDirectives(inner);
    if (kept !== undefined) define(result, field, kept);
  }
  return result;
}
