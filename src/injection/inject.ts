import { refusedAnnotations } from './annotations';
import { meshConfigFor, onOpenShift, podContext, PodContext } from './context';
import { decide } from './decide';
import { Decision } from './decision';
import { finish, PROXY, STATUS } from './finish';
import { strategicMerge } from './merge';
import { TEMPLATES } from './model';
import { InjectionNamespace } from './namespace';
import { evaluate } from './node';
import { applyOverrides, overridesOf, statusOf, withOverrides } from './overrides';
import { scrapePort, withoutScraping } from './prometheus';
import { InjectionSettings } from './settings';
import { ownTemplate, templatesOf } from './templates';
import { ownerOf, podTemplateOf, withPodTemplate } from './workloads';
import { JsonObject } from '../reference/json';

/** What became of an object. */
export interface InjectionOutcome {
  /** Whether its pods have a proxy now. */
  readonly injected: boolean;
  /** Why, or why not. */
  readonly reason: string;
  /** The decision in full; absent for a List, whose items have one each. */
  readonly decision?: Decision;
  /** The object with its proxy; the very object that was given, where nothing was injected. */
  readonly object: JsonObject;
}

/**
 * Gives the pods of a workload their proxy, as Istio's injector does. The object is not changed.
 *
 * @param object a Kubernetes object, or a List of them
 * @param settings what the injector knows of the mesh
 * @param namespace where the object is
 * @throws if an annotation of the pod has a value that the injector refuses
 */
export function injectObject(object: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): InjectionOutcome {
  if (object.kind === 'List' && object.apiVersion === 'v1') return injectList(object, settings, namespace);
  const found = podTemplateOf(object);
  if (!found) {
    const reason = `a ${object.kind ?? 'document without a kind'} has no pods`;
    return { injected: false, reason, decision: { inject: false, rule: 'no-pods', reason }, object };
  }
  const decision = decide(found.template, namespace, settings);
  const { inject, reason } = decision;
  if (!inject) return { injected: false, reason, decision, object };
  const injected = injectTemplate(found.template, object, settings, namespace);
  return { injected: true, reason, decision, object: withPodTemplate(object, found.path, injected) };
}

function injectList(list: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): InjectionOutcome {
  const outcomes: InjectionOutcome[] = (list.items ?? []).map((item: JsonObject) => injectObject(item, settings, namespace));
  const count = outcomes.filter((outcome) => outcome.injected).length;
  const reason = `${count} of ${outcomes.length} items are injected`;
  return count === 0
    ? { injected: false, reason, object: list }
    : { injected: true, reason, object: { ...list, items: outcomes.map((outcome) => outcome.object) } };
}

/** The interpreter of templates is loaded when there is one. */
function customTemplates(): typeof import('./go-template') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./go-template');
}

function injectTemplate(given: JsonObject, workload: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): JsonObject {
  const template = withoutAssignedUser(given, settings);
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const refused = refusedAnnotations(annotations, settings);
  if (refused.length > 0) throw new Error(refused.join(' '));
  const pod = podContext(withOverrides(stripped(template, settings)), ownerOf(workload), settings, namespace);
  let overlay: JsonObject = {};
  let merged = template;
  for (const name of templatesOf(annotations, settings)) {
    const own = ownTemplate(name, settings);
    const part = own === undefined ? evaluate(TEMPLATES[name], pod) : customTemplates().renderTemplate(name, own, pod);
    overlay = strategicMerge(overlay, part);
    merged = strategicMerge(moved(merged, overlay, pod), part);
  }
  const overridden = applyOverrides(merged, template, overridesOf(template, overlay), String(pod.proxyConfig.interceptionMode ?? ''));
  return finish(overridden, overlay, pod, settings, statusOf(annotations) !== undefined);
}

/** The pod as it was before an earlier injection, as far as the template asks for it. */
function stripped(template: JsonObject, settings: InjectionSettings): JsonObject {
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const before = statusOf(annotations);
  if (!before || !isStatus(before)) return template;
  const { [STATUS]: _status, ...others } = annotations;
  const agentPort = meshConfigFor(annotations, settings).defaultConfig.statusPort;
  const without = (list: string): JsonObject[] =>
    (template.spec?.[list] ?? []).filter((container: JsonObject) => !before[list]?.includes(container.name));
  return {
    ...template,
    metadata: { ...template.metadata, annotations: scrapePort(others) === String(agentPort) ? withoutScraping(others) : others },
    spec: { ...template.spec, containers: without('containers'), initContainers: without('initContainers') },
  };
}

/** Other words of the annotation than true and false do not count here, though the template takes any but "false" for true. */
function native(template: JsonObject, pod: PodContext): boolean {
  const said = template.metadata?.annotations?.['sidecar.istio.io/nativeSidecar'];
  return said === 'true' || (said !== 'false' && pod.nativeSidecars);
}

/** A native sidecar is an init container: the pod's own container of that name moves there before it is merged. */
function moved(template: JsonObject, overlay: JsonObject, pod: PodContext): JsonObject {
  const own = (template.spec?.containers ?? []).find((container: JsonObject) => container.name === PROXY);
  const stays = (overlay.spec?.initContainers ?? []).some((container: JsonObject) => container.name === PROXY);
  if (!own || !stays || !native(template, pod)) return template;
  return {
    ...template,
    spec: {
      ...template.spec,
      containers: template.spec.containers.filter((container: JsonObject) => container !== own),
      initContainers: [...(template.spec.initContainers ?? []), own],
    },
  };
}

/** Whether a note of an earlier injection can be read: lists of names, or nothing. */
function isStatus(status: object): boolean {
  return Object.keys(status).length > 0;
}

/**
 * OpenShift gives all containers of a pod one user, the proxy's too, whose connections would then not be told from the application's:
 * a user that both have was not chosen for the proxy.
 */
function withoutAssignedUser(template: JsonObject, settings: InjectionSettings): JsonObject {
  if (!onOpenShift(settings)) return template;
  const all: JsonObject[] = [...(template.spec?.containers ?? []), ...(template.spec?.initContainers ?? [])];
  const userOf = (container: JsonObject | undefined): unknown => container?.securityContext?.runAsUser;
  const proxy = all.find(({ name }) => name === PROXY);
  const last = (of: (container: JsonObject) => boolean): unknown => userOf(all.filter((one) => of(one) && userOf(one) !== undefined).at(-1)) ?? 0;
  if (!proxy?.securityContext || last(({ name }) => name === PROXY) !== last(({ name }) => !OWN.includes(name))) return template;
  const { runAsUser: _user, runAsGroup: _group, ...securityContext } = proxy.securityContext;
  const without = (containers: JsonObject[]): JsonObject[] => containers.map((one) => (one === proxy ? { ...one, securityContext } : one));
  const lists = ['containers', 'initContainers'].filter((list) => template.spec[list]);
  return { ...template, spec: { ...template.spec, ...Object.fromEntries(lists.map((list) => [list, without(template.spec[list])])) } };
}

const OWN = [PROXY, 'istio-validation', 'istio-init'];
