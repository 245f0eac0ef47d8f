import { DecidedBy, Decision } from './decision';
import { InjectionNamespace, SYSTEM_NAMESPACES } from './namespace';
import { askSelector } from './selector';
import { byWebhook, InjectionSettings } from './settings';
import { caughtByWebhook, INJECT } from './webhooks';
import { JsonObject } from '../reference/json';

/**
 * Decides whether the pods of a template get a proxy, in the order in which a cluster does: whether a webhook of this control plane
 * sees the pod, what no pod may have, what the pod itself says, the selectors, the policy.
 */
export function decide(template: JsonObject, namespace: InjectionNamespace, settings: InjectionSettings): Decision {
  const labels: Record<string, string> = template.metadata?.labels ?? {};
  const caught = byWebhook(settings) && namespace.labels !== undefined ? caughtByWebhook(labels, namespace, settings) : undefined;
  if (caught && !caught.inject) return caught;
  const impossible = neverPossible(template, namespace, settings);
  if (impossible) return impossible;
  const asked = answerOf(template) ?? (byWebhook(settings) ? selected(labels, settings) : undefined);
  const policy = byWebhook(settings) ? settings.values.global?.proxy?.autoInject ?? 'enabled' : 'enabled';
  if (policy !== 'enabled' && policy !== 'disabled') {
    return {
      inject: false,
      rule: 'unknown-policy',
      reason: `the policy global.proxy.autoInject is "${policy}", which is neither "enabled" nor "disabled": nothing is injected`,
      by: { kind: 'value', name: POLICY, value: String(policy) },
    };
  }
  const decision = asked ?? fromPolicy(policy, namespace, caught);
  return decision.inject ? { ...decision, revision: caught?.revision ?? (settings.revision || 'default') } : decision;
}

const POLICY = 'global.proxy.autoInject';

function fromPolicy(policy: 'enabled' | 'disabled', namespace: InjectionNamespace, caught: Decision | undefined): Decision {
  if (policy === 'enabled') return caught ?? { inject: true, rule: 'policy', reason: `namespace "${namespace.name}" is enrolled` };
  return {
    inject: false,
    rule: 'policy',
    reason: `the policy ${POLICY} is "disabled", and the pod does not say ${INJECT}: "true"`,
    by: { kind: 'value', name: POLICY, value: policy },
  };
}

/** What no label can change. */
function neverPossible(template: JsonObject, namespace: InjectionNamespace, settings: InjectionSettings): Decision | undefined {
  if (template.spec?.hostNetwork) {
    return { inject: false, rule: 'host-network', reason: HOST_NETWORK, by: { kind: 'field', name: 'spec.hostNetwork', value: 'true' } };
  }
  // The command line of Istio looks at the namespace that the template itself names, which only a Pod has.
  const name = byWebhook(settings) ? namespace.name : template.metadata?.namespace ?? '';
  if (!SYSTEM_NAMESPACES.includes(name)) return undefined;
  const by: DecidedBy = { kind: 'field', name: 'metadata.namespace', value: name };
  return { inject: false, rule: 'system-namespace', reason: `namespace "${name}" belongs to Kubernetes itself`, by };
}

/** What the pod itself says: the label counts, and the annotation where there is no label. Other words than true and false say nothing. */
function answerOf(template: JsonObject): Decision | undefined {
  const { labels = {}, annotations = {} } = template.metadata ?? {};
  const [rule, held] = Object.hasOwn(labels ?? {}, INJECT) ? ['pod-label', labels] as const : ['pod-annotation', annotations ?? {}] as const;
  const value = Object.hasOwn(held, INJECT) ? held[INJECT] : undefined;
  if (value !== 'true' && value !== 'false') return undefined;
  return { inject: value === 'true', rule, reason: `the pod says ${INJECT}: "${value}"`, by: { kind: rule, name: INJECT, value } };
}

/** What the selectors of the injector's configuration say; those that never inject are asked first. */
function selected(labels: Record<string, string>, { values }: InjectionSettings): Decision | undefined {
  const { neverInjectSelector = [], alwaysInjectSelector = [] } = values.sidecarInjectorWebhook ?? {};
  const find = (selectors: JsonObject[] | null): number => (selectors ?? []).findIndex((selector) => askSelector(selector, labels) === 'matches');
  const answer = (inject: boolean, field: string, selectors: JsonObject[], at: number): Decision => ({
    inject,
    rule: inject ? 'always-inject-selector' : 'never-inject-selector',
    reason: `selector ${at + 1} of sidecarInjectorWebhook.${field} matches the pod`,
    by: { kind: 'selector', name: `sidecarInjectorWebhook.${field}[${at}]`, value: JSON.stringify(selectors[at]) },
  });
  const never = find(neverInjectSelector);
  if (never >= 0) return answer(false, 'neverInjectSelector', neverInjectSelector, never);
  const always = find(alwaysInjectSelector);
  return always >= 0 ? answer(true, 'alwaysInjectSelector', alwaysInjectSelector, always) : undefined;
}

const HOST_NETWORK = 'the pod uses hostNetwork: its traffic cannot be captured';

/** What makes it impossible to give a pod a proxy that works, whatever its labels say. */
export function uninjectableReasons(spec: JsonObject): string[] {
  const containers: JsonObject[] = (spec.containers ?? []).filter((container: JsonObject) => container.name !== 'istio-proxy');
  const users = [spec.securityContext?.runAsUser, ...containers.map((container) => container.securityContext?.runAsUser)];
  return [
    ...(spec.hostNetwork ? [HOST_NETWORK] : []),
    ...(users.includes(1337) ? ['the pod runs as UID 1337, which is the proxy\'s own: its traffic would not be captured'] : []),
  ];
}
