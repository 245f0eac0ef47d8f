import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, RELEASE, rendered } from '../rendered';

const istiod = (values: JsonObject = {}): Manifest[] => rendered('istiod', values);
const injector = (values: JsonObject = {}, name = 'istio-sidecar-injector'): Manifest =>
  find(istiod(values), `MutatingWebhookConfiguration/${name}`);
const validator = (values: JsonObject = {}): Manifest =>
  find(istiod(values), 'ValidatingWebhookConfiguration/istio-validator-istio-system');
const namesOf = ({ webhooks }: Manifest): string[] => webhooks.map(({ name }: JsonObject) => name.replace('sidecar-injector.istio.io', ''));

describe('the injectors', () => {
  test('take what asks for nothing only on demand, and as the default', () => {
    const unasked = { sidecarInjectorWebhook: { enableNamespacesByDefault: true } };
    expect(namesOf(injector(unasked))).toEqual(['rev.namespace.', 'rev.object.', 'namespace.', 'object.', 'auto.']);
    expect(namesOf(injector({ ...unasked, revision: 'canary' }, 'istio-sidecar-injector-canary'))).toEqual(['rev.namespace.', 'rev.object.']);
    expect(injector(unasked).webhooks[4].namespaceSelector.matchExpressions[2]).toEqual({
      key: 'kubernetes.io/metadata.name',
      operator: 'NotIn',
      values: ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'],
    });
  });

  test('of the tag "default" take what names no revision, and call the istiod of the revision', () => {
    const tag = injector({ revision: 'canary', revisionTags: ['default'] }, 'istio-revision-tag-default');
    expect(namesOf(tag)).toEqual(['rev.namespace.', 'rev.object.', 'namespace.', 'object.']);
    expect(tag.webhooks[2].clientConfig.service.name).toBe('istiod-canary');
  });

  test('of a tag know the certificate and the address of who injects, as those of the revision do', () => {
    const values = { istiodRemote: { injectionURL: 'https://example.com/inject', injectionCABundle: 'Q0E=' }, revisionTags: ['prod'] };
    for (const name of ['istio-sidecar-injector', 'istio-revision-tag-prod']) {
      expect(injector(values, name).webhooks[0].clientConfig).toEqual({ url: 'https://example.com/inject', caBundle: 'Q0E=' });
    }
  });

  test('call the path that tells the cluster', () => {
    const path = '/inject/cluster/east/net/one';
    expect(injector({ istiodRemote: { injectionPath: path } }).webhooks[0].clientConfig.service.path).toBe(path);
  });

  test('are asked again where it is said', () => {
    expect(injector().webhooks[0].reinvocationPolicy).toBe('Never');
    expect(injector({ sidecarInjectorWebhook: { reinvocationPolicy: 'IfNeeded' } }).webhooks[0].reinvocationPolicy).toBe('IfNeeded');
  });

  test('have annotations, those of tags too', () => {
    const values = { sidecarInjectorWebhookAnnotations: { a: 'b' }, revisionTags: ['prod'] };
    expect([injector(values), injector(values, 'istio-revision-tag-prod')].map(({ metadata }) => metadata.annotations)).toEqual([{ a: 'b' }, { a: 'b' }]);
  });

  test('are not there where somebody else installs them', () => {
    const objects = istiod({ global: { operatorManageWebhooks: true }, revisionTags: ['prod'] });
    expect(objects.filter(({ kind }) => kind === 'MutatingWebhookConfiguration')).toEqual([]);
  });

  test('of tags have the namespace in their name where it is not the usual one', () => {
    const names = rendered('istiod', { revisionTags: ['prod'] }, { ...RELEASE, namespace: 'control' }).map(nameOf);
    expect(names).toContain('MutatingWebhookConfiguration/istio-revision-tag-prod-control');
  });
});

describe('the validator', () => {
  test('is about the configuration of its revision', () => {
    expect(validator().webhooks[0].objectSelector).toEqual({ matchExpressions: [{ key: 'istio.io/rev', operator: 'In', values: ['default'] }] });
  });

  test('is called where the values of base say', () => {
    expect(validator({ base: { validationURL: 'https://example.com/validate', validationCABundle: 'Q0E=' } }).webhooks[0])
      .toMatchObject({ clientConfig: { url: 'https://example.com/validate', caBundle: 'Q0E=' }, failurePolicy: 'Fail' });
    expect(validator({ base: { validationFailurePolicy: 'Fail' } }).webhooks[0].failurePolicy).toBe('Fail');
  });

  test('is not there where configuration is not checked', () => {
    expect(istiod({ global: { configValidation: false } }).map(nameOf)).not.toContain('ValidatingWebhookConfiguration/istio-validator-istio-system');
  });
});

describe('the rule against what is not stable', () => {
  const stable = (values: JsonObject): Manifest[] =>
    istiod({ experimental: { stableValidationPolicy: true }, ...values }).filter(({ kind }) => kind.startsWith('ValidatingAdmissionPolicy'));

  test('is about the configuration of its revision', () => {
    const [policy, binding] = stable({ revision: 'canary', global: { istioNamespace: 'control' } });
    expect(nameOf(policy)).toBe('ValidatingAdmissionPolicy/stable-channel-policy-canary-control.istio.io');
    expect(policy.spec.matchConstraints.objectSelector).toEqual({ matchExpressions: [{ key: 'istio.io/rev', operator: 'In', values: ['canary'] }] });
    expect(nameOf(binding)).toBe('ValidatingAdmissionPolicyBinding/stable-channel-policy-binding-canary-control.istio.io');
    expect(binding.spec).toEqual({ policyName: 'stable-channel-policy-canary-control.istio.io', validationActions: ['Deny'] });
  });

  test('comes with the objects of the namespace, though it has none', () => {
    expect(stable({ global: { resourceScope: 'namespace' } })).toHaveLength(2);
    expect(stable({ global: { resourceScope: 'cluster' } })).toEqual([]);
  });

  test('lets the API server find unstable fields deep in an object', () => {
    const expressions = stable({})[0].spec.validations.map(({ expression }: JsonObject) => expression.replace(/\s+/g, ' ').trim());
    expect(expressions.slice(3)).toEqual([
      '!( variables.isTelemetry && ('
      + ' (has(object.spec.tracing) ? object.spec.tracing : {}).exists(t, has(t.useRequestIdForTraceSampling)) ||'
      + ' (has(object.spec.metrics) ? object.spec.metrics : {}).exists(m, has(m.reportingInterval)) ||'
      + ' (has(object.spec.accessLogging) ? object.spec.accessLogging : {}).exists(l, has(l.filter)) ) )',
      '!( variables.isAuthorizationPolicy && has(object.spec.rules) && object.spec.rules.exists(r, has(r.from) && r.from.exists(f,'
      + ' has(f.source) && (has(f.source.trustDomains) || has(f.source.notTrustDomains)) ) ) )',
    ]);
  });
});
