import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, rendered } from '../rendered';

const ENVOY_FILTERS = 'CustomResourceDefinition/envoyfilters.networking.istio.io';
const base = (values?: JsonObject): Manifest[] => rendered('base', values);
const definitions = (objects: Manifest[]): Manifest[] => objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
const others = (objects: Manifest[]): string[] => objects.filter(({ kind }) => kind !== 'CustomResourceDefinition').map(nameOf);

describe('the definitions', () => {
  test('are those of 15 kinds, with the marks of the release', () => {
    const found = definitions(base());
    expect(found).toHaveLength(15);
    expect(found.map(({ metadata }) => metadata.labels)).toEqual(
      Array(15).fill({ 'app.kubernetes.io/instance': 'mesh', 'app.kubernetes.io/part-of': 'istio' }));
  });

  test('that are excluded are not there', () => {
    const found = definitions(base({ base: { excludedCRDs: ['envoyfilters.networking.istio.io'] } }));
    expect(found).toHaveLength(14);
    expect(found.map(nameOf)).not.toContain(ENVOY_FILTERS);
  });

  test('are the same for every release where they are not made for one, and then none can be excluded', () => {
    const found = definitions(base({ base: { enableCRDTemplates: false, excludedCRDs: ['envoyfilters.networking.istio.io'] } }));
    expect(found).toHaveLength(15);
    expect(find(found, ENVOY_FILTERS).metadata.labels).toEqual({ app: 'istio-pilot', release: 'istio' });
    expect(find(found, 'CustomResourceDefinition/telemetries.telemetry.istio.io').metadata.labels)
      .toEqual({ app: 'istio-pilot', release: 'istio', istio: 'telemetry' });
  });

  test('are there whatever the value for istioctl alone says', () => {
    expect(definitions(base({ base: { enableIstioConfigCRDs: false } }))).toHaveLength(15);
  });
});

describe('the check of configuration without a revision', () => {
  const validator = (values?: JsonObject): Manifest => find(base(values), 'ValidatingWebhookConfiguration/istiod-default-validator');

  test('is made by the istiod of the default revision', () => {
    expect(validator().webhooks[0].clientConfig).toEqual({ service: { name: 'istiod', namespace: 'istio-system', path: '/validate' } });
    expect(validator({ defaultRevision: 'canary' }).webhooks[0].clientConfig.service.name).toBe('istiod-canary');
    expect(validator({ defaultRevision: 'canary' }).metadata.labels['istio.io/rev']).toBe('canary');
  });

  test('is not there without a default revision', () => {
    expect(others(base({ defaultRevision: '' }))).toEqual(['ServiceAccount/istio-reader-service-account']);
  });

  test('lets everything in until istiod is ready, unless it is told otherwise or who answers is known', () => {
    const policy = (values: JsonObject): string => validator({ base: values }).webhooks[0].failurePolicy;
    expect(policy({})).toBe('Ignore');
    expect(policy({ validationFailurePolicy: 'Fail' })).toBe('Fail');
    expect(policy({ validationFailurePolicy: 'Ignore', validationCABundle: 'Q0E=' })).toBe('Fail');
  });

  test('may be made elsewhere', () => {
    expect(validator({ base: { validationURL: 'https://example.com/validate', validationCABundle: 'Q0E=' } }).webhooks[0].clientConfig)
      .toEqual({ url: 'https://example.com/validate', caBundle: 'Q0E=' });
  });
});

describe('the rule against what is not stable', () => {
  const POLICY = 'ValidatingAdmissionPolicy/stable-channel-default-policy.istio.io';

  test('comes on demand, and is about the configuration of every revision', () => {
    const objects = base({ experimental: { stableValidationPolicy: true } });
    expect(others(objects)).toContain(POLICY);
    const { spec } = find(objects, POLICY);
    expect(spec.matchConstraints.objectSelector).toBeUndefined();
    expect(spec.variables.map(({ name }: JsonObject) => name))
      .toEqual(['isEnvoyFilter', 'isWasmPlugin', 'isProxyConfig', 'isTelemetry', 'isAuthorizationPolicy']);
    expect(spec.validations.slice(0, 3)).toEqual(
      ['EnvoyFilter', 'WasmPlugin', 'ProxyConfig'].map((kind) => ({ expression: `!variables.is${kind}` })));
    expect(find(objects, 'ValidatingAdmissionPolicyBinding/stable-channel-default-policy-binding.istio.io').spec)
      .toEqual({ policyName: 'stable-channel-default-policy.istio.io', validationActions: ['Deny'] });
  });

  test('is not there without a default revision', () => {
    expect(others(base({ defaultRevision: '', experimental: { stableValidationPolicy: true } })))
      .toEqual(['ServiceAccount/istio-reader-service-account']);
  });
});

describe('the account of readers', () => {
  const READER = 'ServiceAccount/istio-reader-service-account';

  test('is in the namespace of the control plane, and knows the secrets for images', () => {
    const account = find(base({ global: { istioNamespace: 'control', imagePullSecrets: ['a', 'b'] } }), READER);
    expect(account.metadata.namespace).toBe('control');
    expect(account.imagePullSecrets).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  test('is not there where nobody reads, or by an account of their own', () => {
    expect(others(base({ global: { enableReaderRBAC: false } }))).not.toContain(READER);
    expect(others(base({ global: { readerServiceAccount: { name: 'own', namespace: 'x' } } }))).not.toContain(READER);
    expect(others(base({ global: { readerServiceAccount: { namespace: 'x' } } }))).toContain(READER);
  });
});

test('the scope parts what has a namespace from what has none', () => {
  expect(others(base({ global: { resourceScope: 'cluster' } }))).toEqual(['ValidatingWebhookConfiguration/istiod-default-validator']);
  expect(base({ global: { resourceScope: 'namespace' } }).map(nameOf)).toEqual(['ServiceAccount/istio-reader-service-account']);
});
