import { hasRightsHere, IstiodContext, istiodLabels, istiodName } from './context';
import { Manifest } from '../../reference/json';
import { revisionLabel } from '../labels';
import { revisioned } from '../names';
import { isGiven } from '../values/read';
import { VALIDATED_RULES, validationClient, validationFailurePolicy } from '../webhooks';

/** Who checks the configuration of this revision. */
export function renderValidator(context: IstiodContext): Manifest[] {
  const { base, global, revision } = context.values;
  if (!hasRightsHere(context.values) || !isGiven(global.configValidation)) return [];
  return [{
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: {
      name: `${revisioned('istio-validator', revision)}-${global.istioNamespace}`,
      labels: istiodLabels(context, { app: 'istiod', istio: 'istiod', ...revisionLabel(revision) }),
    },
    webhooks: [{
      name: 'rev.validation.istio.io',
      clientConfig: validationClient(base, istiodName(context.values), global.istioNamespace),
      rules: [VALIDATED_RULES],
      failurePolicy: validationFailurePolicy(base),
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      objectSelector: { matchExpressions: [{ key: 'istio.io/rev', operator: 'In', values: [revision === '' ? 'default' : revision] }] },
    }],
  }];
}
