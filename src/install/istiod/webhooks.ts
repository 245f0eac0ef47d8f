import { IstiodContext, istiodName } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { VALIDATED_RULES, validationClient, validationFailurePolicy } from '../webhooks';

const INJECT = 'sidecar.istio.io/inject';
const REVISION = 'istio.io/rev';
const ENROLLED = 'istio-injection';

/** Namespaces of the cluster itself, which are never injected just because nothing else is said. */
const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

interface Expression extends JsonObject {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'DoesNotExist';
}

const absent = (key: string): Expression => ({ key, operator: 'DoesNotExist' });
const oneOf = (key: string, ...values: string[]): Expression => ({ key, operator: 'In', values });
const noneOf = (key: string, ...values: string[]): Expression => ({ key, operator: 'NotIn', values });

/** Which pods are sent to istiod to be given a proxy; and, for each tag of the revision, which by the tag's name. */
export function renderInjectors(context: IstiodContext): Manifest[] {
  const { values } = context;
  if (values.global.operatorManageWebhooks) return [];
  const isDefault = values.revision === '';
  return [
    injector(context, revisioned('istio-sidecar-injector', values.revision), {}, isDefault ? 'default' : values.revision, isDefault),
    ...values.revisionTags.map((tag) => injector(context, `istio-revision-tag-${tag}`, { 'istio.io/tag': tag }, tag, tag === 'default')),
  ];
}

/** Who checks the configuration of this revision. */
export function renderValidator({ values }: IstiodContext): Manifest[] {
  const { base, global, revision } = values;
  if (!global.configValidation) return [];
  return [{
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: {
      name: `${revisioned('istio-validator', revision)}-${global.istioNamespace}`,
      labels: labelsOf('istiod', { app: 'istiod', istio: 'istiod', ...revisionLabel(revision) }),
    },
    webhooks: [{
      name: 'rev.validation.istio.io',
      clientConfig: validationClient(base, istiodName(values), global.istioNamespace),
      rules: [VALIDATED_RULES],
      failurePolicy: validationFailurePolicy(base),
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      objectSelector: { matchExpressions: [oneOf(REVISION, revision === '' ? 'default' : revision)] },
    }],
  }];
}

function injector(context: IstiodContext, name: string, labels: Record<string, string>, revision: string, isDefault: boolean): Manifest {
  const { values, namespace } = context;
  const hook = (prefix: string, namespaces: Expression[], pods: Expression[]): JsonObject => ({
    ...webhook(context, prefix),
    namespaceSelector: { matchExpressions: namespaces },
    objectSelector: { matchExpressions: pods },
  });
  const byRevision = [
    hook('rev.namespace.', [oneOf(REVISION, revision), absent(ENROLLED)], [noneOf(INJECT, 'false')]),
    hook('rev.object.', [absent(REVISION), absent(ENROLLED)], [noneOf(INJECT, 'false'), oneOf(REVISION, revision)]),
  ];
  const byDefault = [
    hook('namespace.', [oneOf(ENROLLED, 'enabled')], [noneOf(INJECT, 'false')]),
    hook('object.', [absent(ENROLLED), absent(REVISION)], [oneOf(INJECT, 'true'), absent(REVISION)]),
  ];
  const unasked = hook(
    'auto.',
    [absent(ENROLLED), absent(REVISION), noneOf('kubernetes.io/metadata.name', ...SYSTEM_NAMESPACES)],
    [absent(INJECT), absent(REVISION)],
  );
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      // Its name is unique in the cluster only together with the namespace, which the usual one leaves out.
      name: namespace === 'istio-system' ? name : `${name}-${namespace}`,
      labels: labelsOf('istiod', { ...labels, ...revisionLabel(values.revision), app: 'sidecar-injector' }),
    },
    webhooks: [
      ...byRevision,
      ...(isDefault ? byDefault : []),
      ...(isDefault && values.sidecarInjectorWebhook.enableNamespacesByDefault ? [unasked] : []),
    ],
  };
}

function webhook({ values, namespace }: IstiodContext, prefix: string): JsonObject {
  return {
    name: `${prefix}sidecar-injector.istio.io`,
    clientConfig: { service: { name: istiodName(values), namespace, path: '/inject', port: 443 } },
    sideEffects: 'None',
    rules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
    // A pod that should have a proxy does not start without one.
    failurePolicy: 'Fail',
    reinvocationPolicy: values.sidecarInjectorWebhook.reinvocationPolicy,
    admissionReviewVersions: ['v1'],
  };
}
