import { JsonObject } from '../reference/json';
import { quoted } from './values/read';

/** A quota of pods that may be critical to a node. Some clusters, as those of GKE, let such pods only into namespaces that have one. */
export function criticalPodsQuota(pods: unknown): JsonObject {
  return {
    hard: { pods: quoted(pods) },
    scopeSelector: { matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['system-node-critical'] }] },
  };
}
