import { JsonObject } from '../reference/json';
import { strategicMerge as merge } from '../reference/strategic-merge';

/** Lays a patch over a pod's template as the API server's strategic merge does. Neither argument is changed. */
export function strategicMerge(original: JsonObject, patch: JsonObject): JsonObject {
  return merge(original, patch, 'PodTemplateSpec', true);
}
