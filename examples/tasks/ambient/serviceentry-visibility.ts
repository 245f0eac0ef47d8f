import { curl } from '../samples';
import { ambientMeshOf, Task } from '../task';

const OWN_NAMESPACE = {
  defaultVisibility: 'NAMESPACE',
  policies: [{ visibility: 'PUBLIC', matchingRules: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } } }] }],
};

export const serviceEntryVisibility: Task = {
  page: 'ambient/usage/serviceentry-visibility',
  steps: {
    'what is outside is known to the namespace that says it, or to all if the administrator does': (app) => {
      curl(ambientMeshOf(app, undefined, { controlPlane: true, meshConfig: { serviceEntryVisibility: OWN_NAMESPACE } }));
    },
    'sidecars and gateways know no more': (app) => {
      const everywhere = { ...OWN_NAMESPACE, applyToSidecars: true };
      curl(ambientMeshOf(app, undefined, { controlPlane: true, meshConfig: { serviceEntryVisibility: everywhere } }));
    },
  },
};
