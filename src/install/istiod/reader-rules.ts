import { ISTIO_GROUPS, multiClusterGroup } from './api-groups';
import { JsonObject } from '../../reference/json';
import { isGiven } from '../values/read';
import { IstiodValues } from '../values/types';

/** What the control planes of other clusters may read here. */
export function readerRules(values: IstiodValues): JsonObject[] {
  const read = ['get', 'list', 'watch'];
  const multiCluster = [multiClusterGroup(values)];
  return [
    { apiGroups: [...ISTIO_GROUPS], resources: ['*'], verbs: read },
    {
      apiGroups: [''],
      resources: ['endpoints', 'pods', 'services', 'nodes', 'replicationcontrollers', 'namespaces', 'secrets', 'configmaps'],
      verbs: read,
    },
    { apiGroups: ['networking.istio.io'], verbs: ['get', 'watch', 'list'], resources: ['workloadentries'] },
    { apiGroups: ['networking.x-k8s.io', 'gateway.networking.k8s.io'], resources: ['gateways'], verbs: ['get', 'watch', 'list'] },
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: read },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
    { apiGroups: multiCluster, resources: ['serviceexports'], verbs: [...read, 'create', 'delete'] },
    { apiGroups: multiCluster, resources: ['serviceimports'], verbs: read },
    { apiGroups: ['apps'], resources: ['replicasets'], verbs: read },
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ...(isGiven(values.istiodRemote.enabled) ? remoteRules() : []),
  ];
}

/** What an istiod elsewhere, which is the only one of the cluster, does here: it hands out its root certificate, and mends webhooks. */
function remoteRules(): JsonObject[] {
  const webhooks = ['admissionregistration.k8s.io'];
  return [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'get', 'list', 'watch', 'update'] },
    { apiGroups: webhooks, resources: ['mutatingwebhookconfigurations'], verbs: ['get', 'list', 'watch', 'update', 'patch'] },
    { apiGroups: webhooks, resources: ['validatingwebhookconfigurations'], verbs: ['get', 'list', 'watch', 'update'] },
  ];
}
