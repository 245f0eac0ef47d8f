import { JsonObject } from '../reference/json';

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

/** Which pods one control plane, or one tag of it, is asked about. */
export interface InjectedPods {
  /** The name by which namespaces and pods ask for it, in their label `istio.io/rev`. */
  readonly revision: string;
  /** Whether those that ask for a proxy and name no revision are its own, too. */
  readonly byDefault: boolean;
  /** Whether, as the default, it takes even those that ask for nothing. */
  readonly unasked: boolean;
}

/**
 * The webhooks by which pods are sent to the injector. Each has a name of its own, which the API server demands, and selects pods
 * that no other one of them selects.
 *
 * @param webhook what they have in common: whom to ask, and what becomes of the pod when nobody answers
 */
export function injectorHooks(webhook: JsonObject, { revision, byDefault, unasked }: InjectedPods): JsonObject[] {
  const hook = (prefix: string, namespaces: Expression[], pods: Expression[]): JsonObject => ({
    name: `${prefix}sidecar-injector.istio.io`,
    ...webhook,
    sideEffects: 'None',
    rules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
    // A pod that should have a proxy does not start without one.
    failurePolicy: 'Fail',
    admissionReviewVersions: ['v1'],
    namespaceSelector: { matchExpressions: namespaces },
    objectSelector: { matchExpressions: pods },
  });
  const byRevision = [
    hook('rev.namespace.', [oneOf(REVISION, revision), absent(ENROLLED)], [noneOf(INJECT, 'false')]),
    hook('rev.object.', [absent(REVISION), absent(ENROLLED)], [noneOf(INJECT, 'false'), oneOf(REVISION, revision)]),
  ];
  if (!byDefault) return byRevision;
  const withoutRevision = [
    hook('namespace.', [oneOf(ENROLLED, 'enabled')], [noneOf(INJECT, 'false')]),
    hook('object.', [absent(ENROLLED), absent(REVISION)], [oneOf(INJECT, 'true'), absent(REVISION)]),
  ];
  if (!unasked) return [...byRevision, ...withoutRevision];
  const auto = hook(
    'auto.',
    [absent(ENROLLED), absent(REVISION), noneOf('kubernetes.io/metadata.name', ...SYSTEM_NAMESPACES)],
    [absent(INJECT), absent(REVISION)],
  );
  return [...byRevision, ...withoutRevision, auto];
}
