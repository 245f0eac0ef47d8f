import { JsonObject, Manifest } from '../../reference/json';
import { Installation, revisioned } from '../installation';
import { componentLabels } from '../labels';

type Expressions = readonly JsonObject[];

const INJECT = 'sidecar.istio.io/inject';
const REVISION = 'istio.io/rev';
const ENABLED = 'istio-injection';

const isIn = (key: string, value: string): JsonObject => ({ key, operator: 'In', values: [value] });
const notIn = (key: string, value: string): JsonObject => ({ key, operator: 'NotIn', values: [value] });
const absent = (key: string): JsonObject => ({ key, operator: 'DoesNotExist' });

/**
 * The webhook that injects pods as they are created. Its entries exclude one another, so that a pod is never sent twice: by the
 * revision of the namespace, by that of the pod, and, for the default revision, by the older label and by the pod's own.
 */
export function renderInjectorWebhook(installation: Installation): Manifest {
  const { revision, values } = installation;
  const entries: [string, Expressions, Expressions][] = [
    ['rev.namespace', [isIn(REVISION, revision), absent(ENABLED)], [notIn(INJECT, 'false')]],
    ['rev.object', [absent(REVISION), absent(ENABLED)], [notIn(INJECT, 'false'), isIn(REVISION, revision)]],
  ];
  if (revision === 'default') {
    entries.push(
      ['namespace', [isIn(ENABLED, 'enabled')], [notIn(INJECT, 'false')]],
      ['object', [absent(ENABLED), absent(REVISION)], [isIn(INJECT, 'true'), absent(REVISION)]],
    );
  }
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name: revisioned('istio-sidecar-injector', installation),
      labels: { 'app': 'sidecar-injector', ...componentLabels('istiod'), 'istio.io/rev': revision },
    },
    webhooks: entries.map(([name, namespaceExpressions, objectExpressions]) => ({
      name: `${name}.sidecar-injector.istio.io`,
      admissionReviewVersions: ['v1'],
      clientConfig: { service: { ...serviceOf(installation), path: '/inject', port: 443 } },
      failurePolicy: 'Fail',
      reinvocationPolicy: values.sidecarInjectorWebhook.reinvocationPolicy,
      sideEffects: 'None',
      namespaceSelector: { matchExpressions: namespaceExpressions },
      objectSelector: { matchExpressions: objectExpressions },
      rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
    })),
  };
}

/** The webhook that checks Istio's resources. It lets everything through until istiod has put its certificate in. */
export function renderValidatorWebhook(installation: Installation): Manifest {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: {
      name: `${revisioned('istio-validator', installation)}-${installation.namespace}`,
      labels: { 'app': 'istiod', 'istio': 'istiod', ...componentLabels('istiod'), 'istio.io/rev': installation.revision },
    },
    webhooks: [{
      name: 'rev.validation.istio.io',
      admissionReviewVersions: ['v1'],
      clientConfig: { service: { ...serviceOf(installation), path: '/validate' } },
      failurePolicy: 'Ignore',
      sideEffects: 'None',
      objectSelector: { matchExpressions: [isIn(REVISION, installation.revision)] },
      rules: [{
        apiGroups: ['security.istio.io', 'networking.istio.io', 'telemetry.istio.io', 'extensions.istio.io'],
        apiVersions: ['*'],
        operations: ['CREATE', 'UPDATE'],
        resources: ['*'],
      }],
    }],
  };
}

function serviceOf(installation: Installation): JsonObject {
  return { name: revisioned('istiod', installation), namespace: installation.namespace };
}
