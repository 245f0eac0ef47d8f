import { ISTIO_GROUPS, multiClusterGroup } from './api-groups';
import { publishesTrustBundle } from './context';
import { JsonObject } from '../../reference/json';
import { isGiven } from '../values/read';
import { IstiodValues } from '../values/types';

const LOOK = ['get', 'list', 'watch'];
const READ = ['get', 'watch', 'list'];
const OWN = ['get', 'watch', 'list', 'update', 'patch', 'create', 'delete'];

/** Kinds of Istio to whose objects istiod writes what it found wrong. */
const ANALYZED_KINDS = [
  'authorizationpolicies', 'destinationrules', 'envoyfilters', 'gateways', 'peerauthentications', 'proxyconfigs', 'requestauthentications',
  'serviceentries', 'sidecars', 'telemetries', 'virtualservices', 'wasmplugins', 'workloadentries', 'workloadgroups',
];

/** Kinds of the Gateway API to which istiod writes what became of them. */
const GATEWAY_API_KINDS = [
  'backendtlspolicies', 'gatewayclasses', 'gateways', 'grpcroutes', 'httproutes', 'referencegrants', 'tcproutes', 'tlsroutes', 'udproutes',
  'listenersets',
];

/** What istiod may do in the whole cluster. */
export function istiodClusterRules(values: IstiodValues): JsonObject[] {
  return [
    ...webhookRules(),
    ...configurationRules(values),
    ...discoveryRules(values),
    ...ingressRules(values),
    { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'get', 'list', 'watch', 'update'] },
    ...certificateRules(values),
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ...gatewayApiRules(),
    { apiGroups: [''], resources: ['secrets'], verbs: READ },
    { apiGroups: [multiClusterGroup(values)], resources: ['serviceexports'], verbs: [...READ, 'create', 'delete'] },
    { apiGroups: [multiClusterGroup(values)], resources: ['serviceimports'], verbs: READ },
  ];
}

/** What istiod may do so that a Gateway of the Gateway API gets a Deployment of its own. */
export function gatewayControllerRules(): JsonObject[] {
  return [
    { apiGroups: ['apps'], verbs: OWN, resources: ['deployments'] },
    { apiGroups: ['autoscaling'], verbs: OWN, resources: ['horizontalpodautoscalers'] },
    { apiGroups: ['policy'], verbs: OWN, resources: ['poddisruptionbudgets'] },
    { apiGroups: [''], verbs: OWN, resources: ['services'] },
    { apiGroups: [''], verbs: OWN, resources: ['serviceaccounts'] },
  ];
}

function webhookRules(): JsonObject[] {
  const apiGroups = ['admissionregistration.k8s.io'];
  return [
    { apiGroups, resources: ['mutatingwebhookconfigurations'], verbs: [...LOOK, 'update', 'patch'] },
    { apiGroups, resources: ['validatingwebhookconfigurations'], verbs: [...LOOK, 'update'] },
  ];
}

function configurationRules({ global }: IstiodValues): JsonObject[] {
  return [
    { apiGroups: [...ISTIO_GROUPS], verbs: READ, resources: ['*'] },
    ...(global.istiod.enableAnalysis
      ? [{ apiGroups: [...ISTIO_GROUPS], verbs: ['update', 'patch'], resources: ANALYZED_KINDS.map((kind) => `${kind}/status`) }]
      : []),
    { apiGroups: ['networking.istio.io'], verbs: OWN, resources: ['workloadentries'] },
    { apiGroups: ['networking.istio.io'], verbs: OWN, resources: ['workloadentries/status', 'serviceentries/status'] },
    { apiGroups: ['security.istio.io'], verbs: OWN, resources: ['authorizationpolicies/status'] },
    { apiGroups: [''], verbs: OWN, resources: ['services/status'] },
  ];
}

function discoveryRules({ taint }: IstiodValues): JsonObject[] {
  return [
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: LOOK },
    { apiGroups: [''], resources: ['pods', 'nodes', 'services', 'namespaces', 'endpoints'], verbs: LOOK },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: LOOK },
    ...(taint.enabled ? [{ apiGroups: [''], resources: ['nodes'], verbs: ['patch'] }] : []),
  ];
}

function ingressRules({ global }: IstiodValues): JsonObject[] {
  const legacy = ['extensions', 'networking.k8s.io'];
  return [
    ...(global.istiod.enableAnalysis
      ? [
        { apiGroups: legacy, resources: ['ingresses'], verbs: LOOK },
        { apiGroups: legacy, resources: ['ingresses/status'], verbs: ['*'] },
      ]
      : []),
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: LOOK },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['*'] },
  ];
}

/** Needed only where the cluster, and not istiod itself, signs certificates; or where the cluster publishes the root. */
function certificateRules(values: IstiodValues): JsonObject[] {
  const { env, global } = values;
  const apiGroups = ['certificates.k8s.io'];
  const clusterSigns = isGiven(env?.EXTERNAL_CA) || !['istiod', 'custom', 'none'].includes(global.pilotCertProvider);
  return [
    ...(clusterSigns
      ? [
        {
          apiGroups,
          resources: ['certificatesigningrequests', 'certificatesigningrequests/approval', 'certificatesigningrequests/status'],
          verbs: ['update', 'create', 'get', 'delete', 'watch'],
        },
        {
          apiGroups,
          resources: ['signers'],
          // Without names, all of them.
          resourceNames: isGiven(global.certSigners) ? [...global.certSigners] : null,
          verbs: ['approve'],
        },
      ]
      : []),
    ...(publishesTrustBundle(values)
      ? [
        { apiGroups, resources: ['clustertrustbundles'], verbs: ['update', 'create', 'delete', 'list', 'watch', 'get'] },
        { apiGroups, resources: ['signers'], resourceNames: ['istio.io/istiod-ca'], verbs: ['attest'] },
      ]
      : []),
  ];
}

function gatewayApiRules(): JsonObject[] {
  const apiGroups = ['gateway.networking.k8s.io'];
  const experimental = 'gateway.networking.x-k8s.io';
  return [
    { apiGroups: [...apiGroups, experimental], resources: ['*'], verbs: READ },
    { apiGroups: [experimental], resources: ['xbackendtrafficpolicies/status'], verbs: ['update', 'patch'] },
    { apiGroups, resources: GATEWAY_API_KINDS.map((kind) => `${kind}/status`), verbs: ['update', 'patch'] },
    { apiGroups, resources: ['gatewayclasses'], verbs: ['create', 'update', 'patch', 'delete'] },
    { apiGroups: ['inference.networking.k8s.io'], resources: ['inferencepools'], verbs: READ },
    { apiGroups: ['inference.networking.k8s.io'], resources: ['inferencepools/status'], verbs: ['update', 'patch'] },
  ];
}
