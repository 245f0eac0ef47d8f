import { deployment, SETTINGS, settingsWith } from './fixtures';
import { injectObject, InjectionNamespace, InjectionSettings } from '../../src/injection';
import { decide } from '../../src/injection/decide';
import { Decision } from '../../src/injection/decision';
import { JsonObject } from '../../src/reference/json';

interface Pod {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly spec?: JsonObject;
}

function decisionOf(pod: Pod, namespace: InjectionNamespace, settings: InjectionSettings = SETTINGS): Decision {
  return decide(deployment(pod).spec.template, namespace, settings);
}

const shop = (labels?: Record<string, string>): InjectionNamespace => ({ name: 'shop', ...(labels && { labels }) });
const CANARY: InjectionSettings = { ...SETTINGS, revision: 'canary', revisionTags: ['prod'] };
const INJECT = 'sidecar.istio.io/inject';

describe('a webhook of the default revision', () => {
  test.each<[string, Pod, InjectionNamespace, boolean, string, string]>([
    ['a namespace whose labels nobody knows counts as enrolled', {}, shop(), true, 'policy', 'namespace "shop" is enrolled'],
    ['the older label', {}, shop({ 'istio-injection': 'enabled' }), true, 'namespace-label', 'namespace "shop" says istio-injection: "enabled"'],
    ['the revision', {}, shop({ 'istio.io/rev': 'default' }), true, 'namespace-revision', 'namespace "shop" says istio.io/rev: "default"'],
    ['another revision', {}, shop({ 'istio.io/rev': 'canary' }), false, 'namespace-revision', 'namespace "shop" says istio.io/rev: "canary"; this revision is "default"'],
    ['the older label wins over the revision', {}, shop({ 'istio-injection': 'disabled', 'istio.io/rev': 'default' }), false, 'namespace-label',
      'namespace "shop" says istio-injection: "disabled"'],
    ['the older label with another word', {}, shop({ 'istio-injection': 'true' }), false, 'namespace-label', 'namespace "shop" says istio-injection: "true"'],
    ['no label at all', {}, shop({}), false, 'not-enrolled',
      'namespace "shop" has neither istio-injection: "enabled" nor istio.io/rev, and the pod asks for nothing that "default" would answer'],
    ['a pod that asks for itself', { labels: { [INJECT]: 'true' } }, shop({}), true, 'pod-label', `the pod says ${INJECT}: "true"`],
    ['a pod that asks by annotation is not seen', { annotations: { [INJECT]: 'true' } }, shop({}), false, 'not-enrolled',
      'namespace "shop" has neither istio-injection: "enabled" nor istio.io/rev, and the pod asks for nothing that "default" would answer'],
    ['a pod that chooses the revision', { labels: { 'istio.io/rev': 'default' } }, shop({}), true, 'pod-revision', 'the pod says istio.io/rev: "default"'],
    ['a pod that chooses another', { labels: { 'istio.io/rev': 'canary', [INJECT]: 'true' } }, shop({}), false, 'pod-revision',
      'the pod says istio.io/rev: "canary"; this revision is "default"'],
    ['the revision of the namespace wins over the pod\'s', { labels: { 'istio.io/rev': 'canary' } }, shop({ 'istio.io/rev': 'default' }), true,
      'namespace-revision', 'namespace "shop" says istio.io/rev: "default"'],
    ['a pod that asks to be left alone', { labels: { [INJECT]: 'false' } }, shop({ 'istio-injection': 'enabled' }), false, 'pod-label', `the pod says ${INJECT}: "false"`],
    ['the label counts, not the annotation', { labels: { [INJECT]: 'true' }, annotations: { [INJECT]: 'false' } }, shop({ 'istio-injection': 'enabled' }), true,
      'pod-label', `the pod says ${INJECT}: "true"`],
    ['the annotation, where there is no label', { annotations: { [INJECT]: 'false' } }, shop({ 'istio-injection': 'enabled' }), false, 'pod-annotation',
      `the pod says ${INJECT}: "false"`],
    ['another word than true or false says nothing', { labels: { [INJECT]: 'yes' } }, shop({ 'istio-injection': 'enabled' }), true, 'namespace-label',
      'namespace "shop" says istio-injection: "enabled"'],
    ['a pod in the node\'s own network', { labels: { [INJECT]: 'true' }, spec: { hostNetwork: true } }, shop(), false, 'host-network',
      'the pod uses hostNetwork: its traffic cannot be captured'],
    ['a namespace of Kubernetes', { labels: { [INJECT]: 'true' } }, { name: 'kube-system' }, false, 'system-namespace', 'namespace "kube-system" belongs to Kubernetes itself'],
    ['a label whose name every object has', { labels: { constructor: 'x' } }, shop({ constructor: 'x' }), false, 'not-enrolled',
      'namespace "shop" has neither istio-injection: "enabled" nor istio.io/rev, and the pod asks for nothing that "default" would answer'],
  ])('%s', (_, pod, namespace, inject, rule, reason) => {
    const decision = decisionOf(pod, namespace);
    expect([decision.inject, decision.rule, decision.reason]).toEqual([inject, rule, reason]);
  });

  test('names what it read', () => {
    expect(decisionOf({ annotations: { [INJECT]: 'false' } }, shop()).by).toEqual({ kind: 'pod-annotation', name: INJECT, value: 'false' });
    expect(decisionOf({}, shop({ 'istio.io/rev': 'canary' })).by).toEqual({ kind: 'namespace-label', name: 'istio.io/rev', value: 'canary' });
    expect(decisionOf({ spec: { hostNetwork: true } }, shop()).by).toEqual({ kind: 'field', name: 'spec.hostNetwork', value: 'true' });
  });

  test('injects namespaces without a label where the values say so, save those of Kubernetes and pods that say something', () => {
    const settings = settingsWith({ sidecarInjectorWebhook: { enableNamespacesByDefault: true } });
    expect(decisionOf({}, shop({}), settings)).toEqual({
      inject: true,
      rule: 'namespace-default',
      reason: 'namespaces without a label are injected',
      by: { kind: 'value', name: 'sidecarInjectorWebhook.enableNamespacesByDefault', value: 'true' },
      revision: 'default',
    });
    expect(decisionOf({}, { name: 'kube-public', labels: {} }, settings).rule).toBe('not-enrolled');
    expect(decisionOf({ labels: { [INJECT]: 'maybe' } }, shop({}), settings).rule).toBe('not-enrolled');
    expect(decisionOf({}, shop({}), { ...settings, revision: 'canary' }).rule).toBe('not-enrolled');
  });
});

describe('a webhook of a revision with a name', () => {
  test.each<[string, Pod, InjectionNamespace, Partial<Decision>]>([
    ['answers to its name', {}, shop({ 'istio.io/rev': 'canary' }), { inject: true, rule: 'namespace-revision', revision: 'canary' }],
    ['answers to its tags, and says by which', {}, shop({ 'istio.io/rev': 'prod' }), { inject: true, rule: 'namespace-revision', revision: 'prod' }],
    ['answers to a pod that chooses a tag', { labels: { 'istio.io/rev': 'prod' } }, shop({}), { inject: true, rule: 'pod-revision', revision: 'prod' }],
    ['does not answer to the default revision', {}, shop({ 'istio-injection': 'enabled' }), {
      inject: false,
      reason: 'namespace "shop" says istio-injection: "enabled", which is the default revision; this one is "canary", "prod"',
    }],
    ['does not answer to a pod that only asks for a proxy', { labels: { [INJECT]: 'true' } }, shop({}), { inject: false, rule: 'not-enrolled' }],
  ])('%s', (_, pod, namespace, expected) => {
    expect(decisionOf(pod, namespace, CANARY)).toMatchObject(expected);
  });

  test('with the tag "default" answers to all that names no revision', () => {
    const settings = { ...CANARY, revisionTags: ['default'] };
    expect(decisionOf({}, shop({ 'istio-injection': 'enabled' }), settings)).toMatchObject({ inject: true, revision: 'default' });
    expect(decisionOf({ labels: { [INJECT]: 'true' } }, shop({}), settings)).toMatchObject({ inject: true, revision: 'default' });
  });
});

describe('selectors and the policy', () => {
  const webhook = (never: JsonObject[], always: JsonObject[], autoInject = 'enabled'): InjectionSettings =>
    settingsWith({ global: { proxy: { autoInject } }, sidecarInjectorWebhook: { neverInjectSelector: never, alwaysInjectSelector: always } });
  const web = [{ matchLabels: { app: 'web' } }];

  test('a selector that never injects is asked before one that always does, and both before the policy', () => {
    expect(decisionOf({}, shop(), webhook(web, web))).toEqual({
      inject: false,
      rule: 'never-inject-selector',
      reason: 'selector 1 of sidecarInjectorWebhook.neverInjectSelector matches the pod',
      by: { kind: 'selector', name: 'sidecarInjectorWebhook.neverInjectSelector[0]', value: '{"matchLabels":{"app":"web"}}' },
    });
    expect(decisionOf({}, shop(), webhook([{ matchLabels: { app: 'db' } }], web, 'disabled'))).toMatchObject({ inject: true, rule: 'always-inject-selector' });
  });

  test('what the pod says comes before selectors', () => {
    expect(decisionOf({ annotations: { [INJECT]: 'true' } }, shop(), webhook(web, []))).toMatchObject({ inject: true, rule: 'pod-annotation' });
  });

  test('a policy "disabled" leaves alone what says nothing', () => {
    expect(decisionOf({}, shop({ 'istio-injection': 'enabled' }), webhook([], [], 'disabled'))).toEqual({
      inject: false,
      rule: 'policy',
      reason: `the policy global.proxy.autoInject is "disabled", and the pod does not say ${INJECT}: "true"`,
      by: { kind: 'value', name: 'global.proxy.autoInject', value: 'disabled' },
    });
    expect(decisionOf({ labels: { [INJECT]: 'true' } }, shop(), webhook([], [], 'disabled')).inject).toBe(true);
  });

  test('a policy that is no word of Istio\'s stops even pods that ask', () => {
    expect(decisionOf({ labels: { [INJECT]: 'true' } }, shop(), webhook([], [], 'on'))).toEqual({
      inject: false,
      rule: 'unknown-policy',
      reason: 'the policy global.proxy.autoInject is "on", which is neither "enabled" nor "disabled": nothing is injected',
      by: { kind: 'value', name: 'global.proxy.autoInject', value: 'on' },
    });
  });
});

describe('the command line of Istio', () => {
  const settings: InjectionSettings = {
    ...settingsWith({ global: { proxy: { autoInject: 'disabled' } }, sidecarInjectorWebhook: { neverInjectSelector: [{ matchLabels: { app: 'web' } }] } }),
    injector: 'kube-inject',
  };

  test('asks neither the namespace, nor selectors, nor the policy', () => {
    expect(decisionOf({}, shop({ 'istio-injection': 'disabled' }), settings)).toMatchObject({ inject: true, rule: 'policy' });
    expect(decisionOf({ annotations: { [INJECT]: 'false' } }, shop(), settings)).toMatchObject({ inject: false, rule: 'pod-annotation' });
  });

  test('knows a namespace of Kubernetes only from a Pod\'s own metadata', () => {
    expect(decisionOf({}, { name: 'kube-system' }, settings).inject).toBe(true);
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'kube-system' }, spec: { containers: [] } };
    expect(injectObject(pod, settings, { name: 'kube-system' }).decision?.rule).toBe('system-namespace');
  });
});

test('what has no pods says so', () => {
  expect(injectObject({ apiVersion: 'v1', kind: 'Service' }, SETTINGS, shop())).toMatchObject({ injected: false, reason: 'a Service has no pods', decision: { rule: 'no-pods' } });
});
