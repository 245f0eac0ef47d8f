import { commonLabels, ZTUNNEL, ZtunnelContext, ztunnelAnnotations, ztunnelLabels, ztunnelName } from './context';
import { Manifest } from '../../reference/json';
import { securityContextRule } from '../openshift';
import { orElse, when } from '../values/read';

const RBAC = 'rbac.authorization.k8s.io';

/** ztunnel's account. */
export function renderAccount(context: ZtunnelContext): Manifest[] {
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...when('imagePullSecrets', orElse(context.values.imagePullSecrets, []).map((name) => ({ name }))),
    metadata: {
      name: ztunnelName(context),
      namespace: context.release.namespace,
      labels: ztunnelLabels(context),
      annotations: ztunnelAnnotations(context),
    },
  }];
}

/** What ztunnel may do in the whole cluster: nothing, save on OpenShift, where it may only run with a right of its own. */
export function renderClusterRole(context: ZtunnelContext): Manifest[] {
  if (context.values.platform !== 'openshift') return [];
  const name = ztunnelName(context);
  // These two say which of several ztunnels they belong to.
  const labels = { app: ZTUNNEL, release: name, ...commonLabels(context) };
  const metadata = { name, labels, annotations: ztunnelAnnotations(context) };
  return [
    { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata, rules: [securityContextRule()] },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: context.release.namespace }],
    },
  ];
}
