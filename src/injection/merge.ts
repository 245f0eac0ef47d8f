import { JsonObject, JsonValue } from '../reference/json';

/** Lists of a pod that are merged by a field of their items, by the list's name; all other lists are replaced as a whole. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  volumes: 'name',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
};

/**
 * Lays a patch over a pod as the API server's strategic merge does: maps by their keys, lists of named things by name. Neither
 * argument is changed.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/#notes-on-the-strategic-merge-patch
 */
export function strategicMerge(original: JsonObject, patch: JsonObject): JsonObject {
  const result: JsonObject = { ...original };
  for (const [key, patched] of Object.entries(patch)) {
    if (patched === undefined) continue;
    if (patched === null) {
      delete result[key];
    } else {
      result[key] = mergeValue(key, original[key], patched);
    }
  }
  return result;
}

function mergeValue(key: string, original: any, patched: any): JsonValue {
  if (Array.isArray(patched)) {
    const mergeKey = MERGE_KEYS[key];
    return mergeKey !== undefined && Array.isArray(original) ? mergeLists(original, patched, mergeKey) : patched;
  }
  if (isMap(patched) && isMap(original)) return strategicMerge(original, patched);
  return patched;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Merges two lists by a key. The patch's items come in the patch's order; an item that only the original has keeps its place before
 * the next item that both have, and otherwise comes behind the patch's.
 */
function mergeLists(original: JsonObject[], patch: JsonObject[], key: string): JsonObject[] {
  const places = new Map<unknown, number>();
  original.forEach((item, at) => {
    if (!places.has(item[key])) places.set(item[key], at);
  });
  const fromPatch = patch.map((item) => {
    const place = places.get(item[key]);
    return place === undefined ? item : strategicMerge(original[place], item);
  });
  const patchKeys = new Set(patch.map((item) => item[key]));
  const own = original.filter((item) => !patchKeys.has(item[key]));

  const result: JsonObject[] = [];
  let next = 0;
  for (const item of fromPatch) {
    const place = places.get(item[key]);
    while (place !== undefined && next < own.length && places.get(own[next][key])! < place) result.push(own[next++]);
    result.push(item);
  }
  return [...result, ...own.slice(next)];
}
