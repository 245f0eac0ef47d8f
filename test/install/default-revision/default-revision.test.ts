import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, rendered } from '../rendered';

const tag = (values?: JsonObject, namespace = 'istio-system'): Manifest[] => rendered('istio-default', values, { name: 'tag', namespace });
const injector = (values?: JsonObject, namespace?: string): Manifest => find(tag(values, namespace), 'MutatingWebhookConfiguration/istio-revision-tag-default');
const validator = (values?: JsonObject): Manifest => find(tag(values), 'ValidatingWebhookConfiguration/istiod-default-validator');

test('the default revision is two webhooks', () => {
  expect(tag().map(nameOf)).toEqual([
    'MutatingWebhookConfiguration/istio-revision-tag-default', 'ValidatingWebhookConfiguration/istiod-default-validator',
  ]);
});

test('they name the revision and the tag', () => {
  const common = {
    'istio.io/rev': 'canary',
    'istio.io/tag': 'default',
    'app.kubernetes.io/name': 'istiod',
    'app.kubernetes.io/instance': 'tag',
    'app.kubernetes.io/part-of': 'istio',
  };
  expect(injector({ revision: 'canary' }).metadata.labels).toEqual({ ...common, app: 'sidecar-injector', release: 'tag' });
  expect(validator({ revision: 'canary' }).metadata.labels).toEqual({ ...common, app: 'istiod', istio: 'istiod' });
});

test('pods that name no revision, and those that name the default one, are sent to its istiod', () => {
  expect(injector({ revision: 'canary' }, 'control').webhooks.map(({ name, clientConfig }: JsonObject) => [name, clientConfig.service])).toEqual([
    'rev.namespace.', 'rev.object.', 'namespace.', 'object.',
  ].map((prefix) => [`${prefix}sidecar-injector.istio.io`, { name: 'istiod-canary', namespace: 'control', path: '/inject' }]));
});

test('pods that ask for nothing are sent there only on demand', () => {
  const names = injector({ sidecarInjectorWebhook: { enableNamespacesByDefault: true } }).webhooks.map(({ name }: JsonObject) => name);
  expect(names[4]).toBe('auto.sidecar-injector.istio.io');
});

test('an istiod elsewhere injects and checks at its own addresses', () => {
  const values = { istiodRemote: { injectionURL: 'https://example.com/inject' }, base: { validationURL: 'https://example.com/validate' } };
  expect(injector(values).webhooks[0].clientConfig).toEqual({ url: 'https://example.com/inject' });
  expect(validator(values).webhooks[0].clientConfig).toEqual({ url: 'https://example.com/validate' });
});

test('only configuration without a revision is checked by it, and let in until it answers', () => {
  const [hook] = validator({ revision: 'canary', global: { istioNamespace: 'control' } }).webhooks;
  expect(hook.objectSelector).toEqual({ matchExpressions: [{ key: 'istio.io/rev', operator: 'DoesNotExist' }] });
  expect(hook.clientConfig).toEqual({ service: { name: 'istiod-canary', namespace: 'control', path: '/validate' } });
  expect(hook.failurePolicy).toBe('Ignore');
});
