import { gatewayChartAccount, GatewayChartContext, gatewayChartLabels, gatewayChartMetadata } from './context';
import { Manifest } from '../../reference/json';
import { textMap, when } from '../values/read';

/** Who the gateway is; nothing when it runs as an account that is there already. */
export function renderAccount(context: GatewayChartContext): Manifest[] {
  const { create, annotations } = context.values.serviceAccount;
  if (!create) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: gatewayChartAccount(context),
      namespace: context.release.namespace,
      labels: gatewayChartLabels(context),
      ...when('annotations', textMap(annotations)),
    },
  }];
}

/** That it may read the secrets of its own namespace, in which the certificates of Gateways are. */
export function renderSecretAccess(context: GatewayChartContext): Manifest[] {
  if (!context.values.rbac.enabled) return [];
  const group = 'rbac.authorization.k8s.io';
  const account = gatewayChartAccount(context);
  return [
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata: gatewayChartMetadata(context, account),
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata: gatewayChartMetadata(context, account),
      roleRef: { apiGroup: group, kind: 'Role', name: account },
      subjects: [{ kind: 'ServiceAccount', name: account }],
    },
  ];
}
