import { Manifest } from '../../reference/json';
import { labelsOf } from '../labels';
import { Release } from '../release';
import { BaseValues } from '../values/types';
import { validationClient, VALIDATED_RULES, validationFailurePolicy } from '../webhooks';

/** The check of configuration that names no revision, by the default one. */
export function renderDefaultValidator(values: BaseValues, release: Release): Manifest[] {
  const { base, defaultRevision, global } = values;
  if (defaultRevision === '') return [];
  return [{
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: {
      name: 'istiod-default-validator',
      labels: labelsOf('istiod', { 'app': 'istiod', 'istio': 'istiod', 'istio.io/rev': defaultRevision }, release.name),
    },
    webhooks: [{
      name: 'validation.istio.io',
      clientConfig: validationClient(base, defaultRevision === 'default' ? 'istiod' : `istiod-${defaultRevision}`, global.istioNamespace),
      rules: [VALIDATED_RULES],
      failurePolicy: validationFailurePolicy(base),
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
    }],
  }];
}
