import { gatewayControllerRules, istiodClusterRules } from './cluster-rules';
import { hasRightsHere, IstiodContext, istiodLabels, istiodName } from './context';
import { readerRules } from './reader-rules';
import { JsonObject, Manifest } from '../../reference/json';
import { hasOwnReader, isReadByOthers, pullSecrets } from '../accounts';
import { labelsOf } from '../labels';
import { revisioned } from '../names';
import { orNull, text, textMap, when } from '../values/read';

const RBAC = 'rbac.authorization.k8s.io';

/** istiod's account. */
export function renderServiceAccount(context: IstiodContext): Manifest[] {
  const { values } = context;
  if (!hasRightsHere(values)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...pullSecrets(values.global.imagePullSecrets),
    metadata: {
      name: istiodName(values),
      namespace: values.global.istioNamespace,
      labels: istiodLabels(context, { app: 'istiod' }),
      ...when('annotations', textMap(values.serviceAccountAnnotations ?? {})),
    },
  }];
}

/** What istiod, and the control planes of other clusters, may do in the whole cluster. */
export function renderClusterRoles(context: IstiodContext): Manifest[] {
  const { values } = context;
  const account = { kind: 'ServiceAccount', name: istiodName(values), namespace: values.global.istioNamespace };
  const hasRights = hasRightsHere(values);
  return [
    ...(hasRights ? clusterRole(context, 'istiod-clusterrole', 'istiod', istiodClusterRules(values), account) : []),
    ...(hasRights && runsGateways(context)
      ? clusterRole(context, 'istiod-gateway-controller', 'istiod', gatewayControllerRules(), account)
      : []),
    ...(isReadByOthers(values.global)
      ? clusterRole(context, 'istio-reader-clusterrole', 'istio-reader', readerRules(values), readerAccount(context))
      : []),
  ];
}

/** What istiod may do in its own namespace. */
export function renderRole(context: IstiodContext): Manifest[] {
  const { values } = context;
  if (!hasRightsHere(values)) return [];
  const metadata = { name: istiodName(values), namespace: values.global.istioNamespace, labels: istiodLabels(context, { app: 'istiod' }) };
  return [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        // istiod asks in a dry run whether its own validation is ready.
        { apiGroups: ['networking.istio.io'], verbs: ['create'], resources: ['gateways'] },
        // The certificate authority keeps its key in a secret.
        { apiGroups: [''], resources: ['secrets'], verbs: ['create', 'get', 'watch', 'list', 'update', 'delete'] },
        { apiGroups: [''], resources: ['configmaps'], verbs: ['delete'] },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update', 'patch', 'create'] },
      ],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'Role', name: istiodName(values) },
      subjects: [{ kind: 'ServiceAccount', name: istiodName(values), namespace: values.global.istioNamespace }],
    },
  ];
}

function clusterRole({ values, release }: IstiodContext, prefix: string, app: string, rules: JsonObject[], account: JsonObject): Manifest[] {
  const name = `${revisioned(prefix, values.revision)}-${release.namespace}`;
  const metadata = { name, labels: labelsOf(app, { app }, release.name) };
  return [
    { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata, rules },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [account],
    },
  ];
}

function readerAccount({ values: { global } }: IstiodContext): JsonObject {
  return hasOwnReader(global)
    ? { kind: 'ServiceAccount', name: global.readerServiceAccount?.name, namespace: orNull(global.readerServiceAccount?.namespace) }
    : { kind: 'ServiceAccount', name: 'istio-reader-service-account', namespace: global.istioNamespace };
}

/** Whether istiod makes the Deployments of Gateway API gateways. */
function runsGateways({ values: { env } }: IstiodContext): boolean {
  return text(env?.PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER) !== 'false';
}
