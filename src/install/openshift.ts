import { JsonObject } from '../reference/json';

/** On OpenShift, the right to run pods that enter the node. */
export function securityContextRule(): JsonObject {
  return { apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames: ['privileged'], verbs: ['use'] };
}
