import { CNI, CniContext, cniLabels, redirectsAmbient } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { securityContextRule } from '../openshift';
import { isGiven, orElse, when } from '../values/read';

const RBAC = 'rbac.authorization.k8s.io';

/** The plugin's account. */
export function renderAccount(context: CniContext): Manifest[] {
  const { values, release } = context;
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...when('imagePullSecrets', orElse(values.global.imagePullSecrets, []).map((name) => ({ name }))),
    metadata: { name: CNI, namespace: release.namespace, labels: cniLabels(context) },
  }];
}

/** What the plugin may do in the whole cluster: read pods, and, where asked to, repair them and take them into ambient mode. */
export function renderClusterRoles(context: CniContext): Manifest[] {
  const { repair } = context.values;
  // Bindings of what was added later are known by the part that was first.
  const later = { 'k8s-app': `${CNI}-repair` };
  return [
    ...clusterRole(context, readRules(context), { role: CNI, binding: CNI }, { app: CNI }),
    ...(isGiven(repair.enabled)
      ? clusterRole(context, repairRules(context), { role: `${CNI}-repair-role`, binding: `${CNI}-repair-rolebinding` }, later)
      : []),
    ...(redirectsAmbient(context) ? clusterRole(context, ambientRules(), { role: `${CNI}-ambient`, binding: `${CNI}-ambient` }, later) : []),
  ];
}

function readRules({ values }: CniContext): JsonObject[] {
  const platform = orElse(values.platform, values.global.platform);
  return [
    { apiGroups: [''], resources: ['pods', 'nodes', 'namespaces'], verbs: ['get', 'list', 'watch'] },
    ...(platform === 'openshift' ? [securityContextRule()] : []),
  ];
}

/** Of several ways to repair pods that are asked for, the one that needs the fewest rights counts. */
function repairRules({ values: { repair } }: CniContext): JsonObject[] {
  const pods = (resource: string, ...verbs: string[]): JsonObject => ({ apiGroups: [''], resources: [resource], verbs });
  const rules = [{ apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] }, pods('pods', 'watch', 'get', 'list')];
  if (isGiven(repair.repairPods)) return rules;
  if (isGiven(repair.deletePods)) return [...rules, pods('pods', 'delete')];
  // A label can be set by way of the status, which is less than all of the pod.
  return isGiven(repair.labelPods) ? [...rules, pods('pods/status', 'patch', 'update')] : rules;
}

function ambientRules(): JsonObject[] {
  return [
    { apiGroups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
    // By its own DaemonSet the plugin tells an update from its removal.
    { apiGroups: ['apps'], resources: ['daemonsets'], resourceNames: [`${CNI}-node`], verbs: ['get'] },
  ];
}

function clusterRole(
  context: CniContext, rules: JsonObject[], names: { role: string; binding: string }, bindingLabels: Record<string, string>,
): Manifest[] {
  return [
    { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name: names.role, labels: cniLabels(context) }, rules },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: names.binding, labels: cniLabels(context, bindingLabels) },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: names.role },
      subjects: [{ kind: 'ServiceAccount', name: CNI, namespace: context.release.namespace }],
    },
  ];
}
