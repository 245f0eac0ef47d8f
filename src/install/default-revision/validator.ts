import { Manifest } from '../../reference/json';
import { podLabelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { Release } from '../release';
import { DefaultRevisionValues } from '../values/types';
import { VALIDATED_RULES, validationClient } from '../webhooks';

/** The check of configuration that names no revision, by the default one. */
export function renderDefaultRevisionValidator({ base, global, revision }: DefaultRevisionValues, release: Release): Manifest {
  const labels = { 'app': 'istiod', 'istio': 'istiod', ...revisionLabel(revision), 'istio.io/tag': 'default' };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'istiod-default-validator', labels: podLabelsOf('istiod', labels, release.name) },
    webhooks: [{
      name: 'validation.istio.io',
      clientConfig: validationClient({ validationURL: base.validationURL }, revisioned('istiod', revision), global.istioNamespace),
      rules: [VALIDATED_RULES],
      // Until istiod answers, everything is let in; istiod itself turns this to `Fail`.
      failurePolicy: 'Ignore',
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      objectSelector: { matchExpressions: [{ key: 'istio.io/rev', operator: 'DoesNotExist' }] },
    }],
  };
}
