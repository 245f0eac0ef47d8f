import { accountName, GatewayContext, gatewayLabels, supportLabels } from './context';
import { Manifest } from '../../reference/json';
import { textMap, when } from '../values/read';

/** Who the gateway is. */
export function renderAccount(context: GatewayContext): Manifest[] {
  const { values, gateway, release } = context;
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...when('imagePullSecrets', values.global.imagePullSecrets?.map((name) => ({ name }))),
    metadata: {
      name: accountName(context),
      namespace: release.namespace,
      labels: gatewayLabels(context),
      ...when('annotations', textMap(gateway.serviceAccount.annotations ?? {})),
    },
  }];
}

/** That it may read the secrets of its own namespace, in which its certificates are. */
export function renderSecretAccess(context: GatewayContext): Manifest[] {
  const { gateway, release } = context;
  const group = 'rbac.authorization.k8s.io';
  const metadata = { name: `${gateway.name}-sds`, namespace: release.namespace, labels: supportLabels(context) };
  return [
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata,
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: group, kind: 'Role', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: accountName(context) }],
    },
  ];
}
