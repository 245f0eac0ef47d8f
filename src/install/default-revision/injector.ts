import { Manifest } from '../../reference/json';
import { injectorHooks } from '../injector-hooks';
import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { Release } from '../release';
import { isGiven } from '../values/read';
import { DefaultRevisionValues } from '../values/types';

/** Which pods the revision is asked about as the default one. */
export function renderDefaultInjector({ istiodRemote, revision, sidecarInjectorWebhook }: DefaultRevisionValues, release: Release): Manifest {
  const clientConfig = isGiven(istiodRemote.injectionURL)
    ? { url: istiodRemote.injectionURL }
    : { service: { name: revisioned('istiod', revision), namespace: release.namespace, path: '/inject' } };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name: 'istio-revision-tag-default',
      labels: labelsOf('istiod', { 'istio.io/tag': 'default', ...revisionLabel(revision), 'app': 'sidecar-injector' }, release.name),
    },
    webhooks: injectorHooks({ clientConfig }, {
      revision: 'default',
      byDefault: true,
      unasked: isGiven(sidecarInjectorWebhook.enableNamespacesByDefault),
    }),
  };
}
