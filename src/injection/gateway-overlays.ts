import { isMap, JsonObject, Manifest, memberOf } from '../reference/json';
import { strategicMerge } from '../reference/strategic-merge';
import { AS_KUBECTL, yamlLibrary } from '../yaml/library';

/** What is laid over the objects of a Gateway: the data of a ConfigMap, and what to call it in errors. */
export interface GatewayOverlay {
  readonly source: string;
  /** Patches as YAML, by the kind that they are for. */
  readonly data: Readonly<Record<string, string>>;
}

/** The keys of such a ConfigMap, by kind. */
const KEYS: Readonly<Record<string, string>> = {
  ServiceAccount: 'serviceAccount',
  Deployment: 'deployment',
  Service: 'service',
  HorizontalPodAutoscaler: 'horizontalPodAutoscaler',
  PodDisruptionBudget: 'podDisruptionBudget',
};

/** Objects that are there only for those who say something about them. */
const ONLY_WITH_OVERLAY = ['HorizontalPodAutoscaler', 'PodDisruptionBudget'];

/** Metadata by which the object is known; only labels and annotations are free. */
const FIXED = [
  'name', 'generateName', 'namespace', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp',
  'deletionGracePeriodSeconds', 'ownerReferences', 'finalizers', 'managedFields',
];

/**
 * Lays overlays over an object of a Gateway, one after the other.
 *
 * @returns the object, or undefined where it is there only for an overlay and none is for it
 * @throws if an overlay is for something that is not made, is no YAML, or changes by what the object is known
 */
export function withOverlays(object: Manifest, overlays: readonly GatewayOverlay[]): Manifest | undefined {
  let result: JsonObject = object;
  let applied = false;
  for (const { source, data } of overlays) {
    const stranger = Object.keys(data).find((key) => !Object.values(KEYS).includes(key));
    if (stranger !== undefined) {
      throw new Error(`${source} has the key "${stranger}", which is for nothing that is made of a Gateway. Choose from: ${Object.values(KEYS).join(', ')}.`);
    }
    const text = memberOf(data, KEYS[object.kind]);
    if (text === undefined) continue;
    const place = `${source}, "${KEYS[object.kind]}"`;
    try {
      result = strategicMerge(result, parsed(text), object.kind);
    } catch (error) {
      throw new Error(`${place}: ${(error as Error).message}`);
    }
    const changed = FIXED.find((field) => JSON.stringify(result.metadata?.[field]) !== JSON.stringify(object.metadata[field]));
    if (changed !== undefined) {
      const wanted = JSON.stringify(result.metadata?.[changed]);
      throw new Error(`${place} sets metadata.${changed} to ${wanted}. Only labels and annotations can be changed there: remove it.`);
    }
    applied = true;
  }
  return applied || !ONLY_WITH_OVERLAY.includes(object.kind) ? result as Manifest : undefined;
}

function parsed(text: string): JsonObject {
  const value: unknown = yamlLibrary().parse(text, AS_KUBECTL);
  if (value === null || value === undefined) return {};
  if (!isMap(value)) throw new Error(`${JSON.stringify(value)} is no map. Give the fields to change, such as "spec: {replicas: 2}".`);
  return value;
}
