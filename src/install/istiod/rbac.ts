import { JsonObject, Manifest } from '../../reference/json';
import { Installation, revisioned } from '../installation';
import { componentLabels } from '../labels';

const READ = ['get', 'list', 'watch'];
const WRITE = ['get', 'watch', 'list', 'update', 'patch', 'create', 'delete'];
const RBAC = 'rbac.authorization.k8s.io';

const ISTIO_GROUPS = [
  'config.istio.io', 'security.istio.io', 'networking.istio.io', 'authentication.istio.io', 'rbac.istio.io', 'telemetry.istio.io', 'extensions.istio.io',
];

function rule(apiGroups: string | string[], resources: string | string[], verbs: string[]): JsonObject {
  return { apiGroups: [apiGroups].flat(), resources: [resources].flat(), verbs };
}

const REVIEWS = [
  rule('authentication.k8s.io', 'tokenreviews', ['create']),
  rule('authorization.k8s.io', 'subjectaccessreviews', ['create']),
];

/** What control planes of other clusters may read here. */
const READER_RULES = [
  rule(ISTIO_GROUPS, '*', READ),
  rule('', ['endpoints', 'pods', 'services', 'nodes', 'replicationcontrollers', 'namespaces', 'secrets', 'configmaps'], READ),
  rule('networking.istio.io', 'workloadentries', ['get', 'watch', 'list']),
  rule(['networking.x-k8s.io', 'gateway.networking.k8s.io'], 'gateways', ['get', 'watch', 'list']),
  rule('apiextensions.k8s.io', 'customresourcedefinitions', READ),
  rule('discovery.k8s.io', 'endpointslices', READ),
  rule('multicluster.x-k8s.io', 'serviceexports', [...READ, 'create', 'delete']),
  rule('multicluster.x-k8s.io', 'serviceimports', READ),
  rule('apps', 'replicasets', READ),
  ...REVIEWS,
];

const GATEWAY_API_STATUS = [
  'backendtlspolicies', 'gatewayclasses', 'gateways', 'grpcroutes', 'httproutes', 'referencegrants', 'tcproutes', 'tlsroutes', 'udproutes', 'listenersets',
].map((resource) => `${resource}/status`);

/** What istiod reads, and what it writes: webhooks, statuses, the root certificate of each namespace. */
const ISTIOD_RULES = [
  rule('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', [...READ, 'update', 'patch']),
  rule('admissionregistration.k8s.io', 'validatingwebhookconfigurations', [...READ, 'update']),
  rule(ISTIO_GROUPS, '*', ['get', 'watch', 'list']),
  rule('networking.istio.io', 'workloadentries', WRITE),
  rule('networking.istio.io', ['workloadentries/status', 'serviceentries/status'], WRITE),
  rule('security.istio.io', 'authorizationpolicies/status', WRITE),
  rule('', 'services/status', WRITE),
  rule('apiextensions.k8s.io', 'customresourcedefinitions', READ),
  rule('', ['pods', 'nodes', 'services', 'namespaces', 'endpoints'], READ),
  rule('discovery.k8s.io', 'endpointslices', READ),
  rule('networking.k8s.io', ['ingresses', 'ingressclasses'], READ),
  rule('networking.k8s.io', 'ingresses/status', ['*']),
  rule('', 'configmaps', ['create', 'get', 'list', 'watch', 'update']),
  ...REVIEWS,
  rule(['gateway.networking.k8s.io', 'gateway.networking.x-k8s.io'], '*', ['get', 'watch', 'list']),
  rule('gateway.networking.x-k8s.io', 'xbackendtrafficpolicies/status', ['update', 'patch']),
  rule('gateway.networking.k8s.io', GATEWAY_API_STATUS, ['update', 'patch']),
  rule('gateway.networking.k8s.io', 'gatewayclasses', ['create', 'update', 'patch', 'delete']),
  rule('inference.networking.k8s.io', 'inferencepools', ['get', 'watch', 'list']),
  rule('inference.networking.k8s.io', 'inferencepools/status', ['update', 'patch']),
  rule('', 'secrets', ['get', 'watch', 'list']),
  rule('multicluster.x-k8s.io', 'serviceexports', ['get', 'watch', 'list', 'create', 'delete']),
  rule('multicluster.x-k8s.io', 'serviceimports', ['get', 'watch', 'list']),
];

/** What istiod makes for a Gateway of the Kubernetes Gateway API. */
const GATEWAY_CONTROLLER_RULES = [
  rule('apps', 'deployments', WRITE),
  rule('autoscaling', 'horizontalpodautoscalers', WRITE),
  rule('policy', 'poddisruptionbudgets', WRITE),
  rule('', 'services', WRITE),
  rule('', 'serviceaccounts', WRITE),
];

/** What istiod may do in its own namespace: keep its certificate authority, and elect a leader. */
const NAMESPACE_RULES = [
  rule('networking.istio.io', 'gateways', ['create']),
  rule('', 'secrets', ['create', 'get', 'watch', 'list', 'update', 'delete']),
  rule('', 'configmaps', ['delete']),
  rule('coordination.k8s.io', 'leases', ['get', 'update', 'patch', 'create']),
];

/** Service accounts, roles and bindings of the control plane. */
export function renderIstiodRbac(installation: Installation): Manifest[] {
  const { namespace } = installation;
  const istiod = revisioned('istiod', installation);
  const name = (base: string): string => `${revisioned(base, installation)}-${namespace}`;
  const reader = name('istio-reader-clusterrole');
  const cluster = name('istiod-clusterrole');
  const gateways = name('istiod-gateway-controller');
  const account = { kind: 'ServiceAccount', name: istiod, namespace };
  const labels = { app: 'istiod', ...componentLabels('istiod') };
  const readerLabels = { app: 'istio-reader', ...componentLabels('istio-reader') };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: istiod, namespace, labels } },
    clusterRole(reader, readerLabels, READER_RULES),
    clusterRole(cluster, labels, ISTIOD_RULES),
    clusterRole(gateways, labels, GATEWAY_CONTROLLER_RULES),
    binding('ClusterRole', { name: reader, labels: readerLabels }, { kind: 'ServiceAccount', name: 'istio-reader-service-account', namespace }),
    binding('ClusterRole', { name: cluster, labels }, account),
    binding('ClusterRole', { name: gateways, labels }, account),
    { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name: istiod, namespace, labels }, rules: NAMESPACE_RULES },
    binding('Role', { name: istiod, namespace, labels }, account),
  ];
}

function clusterRole(name: string, labels: Record<string, string>, rules: JsonObject[]): Manifest {
  return { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name, labels }, rules };
}

/** A binding of the role of the same name. */
export function binding(kind: 'Role' | 'ClusterRole', metadata: Manifest['metadata'], subject: JsonObject): Manifest {
  return { apiVersion: `${RBAC}/v1`, kind: `${kind}Binding`, metadata, roleRef: { apiGroup: RBAC, kind, name: metadata.name }, subjects: [subject] };
}
