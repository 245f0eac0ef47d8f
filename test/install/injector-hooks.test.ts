import { injectorHooks, InjectedPods } from '../../src/install/injector-hooks';
import { JsonObject } from '../../src/reference/json';
import { fc } from '../properties';

type Labels = Readonly<Record<string, string>>;

/** Whether a selector takes an object with these labels, as the API server decides it. */
function takes({ matchExpressions }: JsonObject, labels: Labels): boolean {
  return matchExpressions.every(({ key, operator, values }: JsonObject) => {
    const value: string | undefined = labels[key];
    switch (operator) {
      case 'In': return value !== undefined && values.includes(value);
      case 'NotIn': return value === undefined || !values.includes(value);
      case 'DoesNotExist': return value === undefined;
      default: throw new Error(`The operator ${operator} is not known here.`);
    }
  });
}

/** The webhooks that a pod is sent to, by the beginning of their names. */
function asked(pods: InjectedPods, namespace: Labels, pod: Labels): string[] {
  return injectorHooks({}, pods)
    .filter(({ namespaceSelector, objectSelector }) => takes(namespaceSelector, namespace) && takes(objectSelector, pod))
    .map(({ name }) => name.replace('.sidecar-injector.istio.io', ''));
}

const DEFAULT: InjectedPods = { revision: 'default', byDefault: true, unasked: false };
const CANARY: InjectedPods = { revision: 'canary', byDefault: false, unasked: false };

const REVISION = fc.constantFrom('default', 'canary', 'other', '');
const labelled = (labels: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Labels> =>
  fc.record(labels, { requiredKeys: [] }) as fc.Arbitrary<Labels>;
const NAMESPACE = labelled({
  'istio.io/rev': REVISION,
  'istio-injection': fc.constantFrom('enabled', 'disabled', ''),
  'kubernetes.io/metadata.name': fc.constantFrom('shop', 'kube-system'),
});
const POD = labelled({ 'istio.io/rev': REVISION, 'sidecar.istio.io/inject': fc.constantFrom('true', 'false', '') });
const PODS: fc.Arbitrary<InjectedPods> = fc.oneof(
  fc.record({ revision: fc.constant('default'), byDefault: fc.constant(true), unasked: fc.boolean() }),
  fc.record({ revision: fc.constantFrom('canary', 'other'), byDefault: fc.boolean(), unasked: fc.boolean() }),
);

describe('of the webhooks of one control plane', () => {
  test('a pod meets at most one, whatever it and its namespace say', () => {
    fc.assert(fc.property(PODS, NAMESPACE, POD, (pods, namespace, pod) => asked(pods, namespace, pod).length <= 1));
  });

  test('a pod that wants no proxy meets none', () => {
    fc.assert(fc.property(PODS, NAMESPACE, POD, (pods, namespace, pod) =>
      asked(pods, namespace, { ...pod, 'sidecar.istio.io/inject': 'false' }).length === 0));
  });

  test('a pod of the cluster itself is not met unless it or its namespace asks for a proxy', () => {
    expect(asked({ ...DEFAULT, unasked: true }, { 'kubernetes.io/metadata.name': 'kube-system' }, {})).toEqual([]);
    expect(asked({ ...DEFAULT, unasked: true }, { 'kubernetes.io/metadata.name': 'shop' }, {})).toEqual(['auto']);
  });
});

test('a pod is never met by two revisions, whatever it and its namespace say', () => {
  fc.assert(fc.property(fc.boolean(), NAMESPACE, POD, (unasked, namespace, pod) =>
    asked({ ...DEFAULT, unasked }, namespace, pod).length + asked(CANARY, namespace, pod).length <= 1));
});

describe('a pod', () => {
  test.each<[string, Labels, Labels, string[], string[]]>([
    ['of a namespace with the old label goes to the default one', { 'istio-injection': 'enabled' }, {}, ['namespace'], []],
    ['of a namespace with both labels too', { 'istio-injection': 'enabled', 'istio.io/rev': 'canary' }, {}, ['namespace'], []],
    ['of a namespace of a revision goes to it', { 'istio.io/rev': 'canary' }, {}, [], ['rev.namespace']],
    ['of such a namespace cannot choose another one', { 'istio.io/rev': 'canary' }, { 'istio.io/rev': 'default' }, [], ['rev.namespace']],
    ['that names a revision itself goes to it', {}, { 'istio.io/rev': 'canary' }, [], ['rev.object']],
    ['that asks for a proxy goes to the default one', {}, { 'sidecar.istio.io/inject': 'true' }, ['object'], []],
    ['that asks for nothing goes to none', {}, {}, [], []],
  ])('%s', (_, namespace, pod, byDefault, byCanary) => {
    expect([asked(DEFAULT, namespace, pod), asked(CANARY, namespace, pod)]).toEqual([byDefault, byCanary]);
  });
});
