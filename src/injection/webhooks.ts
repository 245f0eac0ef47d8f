import { Decision } from './decision';
import { InjectionNamespace, SYSTEM_NAMESPACES } from './namespace';
import { InjectionSettings } from './settings';

export const INJECT = 'sidecar.istio.io/inject';
const REVISION = 'istio.io/rev';
const ENROLLED = 'istio-injection';

type Labels = Readonly<Record<string, string>>;

/**
 * Whether the API server sends a pod to this control plane, by its webhooks: those of the revision and of each of its tags, and for
 * the default revision those of the labels without a revision. The pods that are sent may still be left alone by the injector.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function caughtByWebhook(pod: Labels, namespace: InjectionNamespace, settings: InjectionSettings): Decision {
  const { labels = {}, name } = namespace;
  const names = namesOf(settings);
  const title = `namespace "${name}"`;
  const of = (held: Labels, key: string): string | undefined => (Object.hasOwn(held, key) ? held[key] : undefined);
  const [enrolled, chosen, asked, own] = [of(labels, ENROLLED), of(labels, REVISION), of(pod, INJECT), of(pod, REVISION)];
  const quiet = asked === 'false';

  if (enrolled !== undefined) {
    const by = { kind: 'namespace-label', name: ENROLLED, value: enrolled } as const;
    if (enrolled !== 'enabled') return no('namespace-label', `${title} says ${ENROLLED}: "${enrolled}"`, by);
    if (!names.includes('default')) {
      return no('namespace-label', `${title} says ${ENROLLED}: "enabled", which is the default revision; this one is ${listed(names)}`, by);
    }
    return quiet ? podRefuses(asked) : yes('namespace-label', `${title} says ${ENROLLED}: "enabled"`, by, 'default');
  }
  if (chosen !== undefined) {
    const by = { kind: 'namespace-label', name: REVISION, value: chosen } as const;
    if (!names.includes(chosen)) return no('namespace-revision', `${title} says ${REVISION}: "${chosen}"; this revision is ${listed(names)}`, by);
    return quiet ? podRefuses(asked) : yes('namespace-revision', `${title} says ${REVISION}: "${chosen}"`, by, chosen);
  }
  if (quiet) return podRefuses(asked);
  if (own !== undefined) {
    const by = { kind: 'pod-label', name: REVISION, value: own } as const;
    return names.includes(own)
      ? yes('pod-revision', `the pod says ${REVISION}: "${own}"`, by, own)
      : no('pod-revision', `the pod says ${REVISION}: "${own}"; this revision is ${listed(names)}`, by);
  }
  if (names.includes('default')) {
    if (asked === 'true') return yes('pod-label', `the pod says ${INJECT}: "true"`, { kind: 'pod-label', name: INJECT, value: asked }, 'default');
    if (asked === undefined && settings.values.sidecarInjectorWebhook?.enableNamespacesByDefault && !SYSTEM_NAMESPACES.includes(name)) {
      const by = { kind: 'value', name: 'sidecarInjectorWebhook.enableNamespacesByDefault', value: 'true' } as const;
      return yes('namespace-default', 'namespaces without a label are injected', by, 'default');
    }
  }
  return no('not-enrolled', `${title} has neither ${ENROLLED}: "enabled" nor ${REVISION}, and the pod asks for nothing that ${listed(names)} would answer`);
}

/** The names by which namespaces and pods choose the control plane: its revision, and the revision's tags. */
export function namesOf({ revision, revisionTags = [] }: InjectionSettings): string[] {
  return [...new Set([revision || 'default', ...revisionTags])];
}

function podRefuses(value: string): Decision {
  return no('pod-label', `the pod says ${INJECT}: "${value}"`, { kind: 'pod-label', name: INJECT, value });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function yes(rule: Decision['rule'], reason: string, by: Decision['by'], revision: string): Decision {
  return { inject: true, rule, reason, by, revision };
}

function no(rule: Decision['rule'], reason: string, by?: Decision['by']): Decision {
  return { inject: false, rule, reason, ...(by && { by }) };
}
