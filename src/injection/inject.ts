import { refusedAnnotations } from './annotations';
import { meshConfigFor, podContext, PodContext } from './context';
import { decide, InjectionNamespace } from './decide';
import { truthy } from './expression';
import { strategicMerge } from './merge';
import { TEMPLATES } from './model';
import { holdsApplication, nativeSidecar } from './model/facts';
import { evaluate } from './node';
import { applyOverrides, overridesOf, statusOf, withOverrides } from './overrides';
import { rewriteProbes } from './probes';
import { mergeScraping, parseBoolean, scrapePort, securePort, withoutScraping } from './prometheus';
import { InjectionSettings } from './settings';
import { templatesOf } from './templates';
import { ownerOf, podTemplateOf, withPodTemplate } from './workloads';
import { JsonObject } from '../reference/json';

const PROXY = 'istio-proxy';
const STATUS = 'sidecar.istio.io/status';

/** What became of an object. */
export interface InjectionOutcome {
  /** Whether its pods have a proxy now. */
  readonly injected: boolean;
  /** Why, or why not. */
  readonly reason: string;
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
  if (!found) return { injected: false, reason: `a ${object.kind ?? 'document without a kind'} has no pods`, object };
  const decision = decide(found.template, namespace, settings.revision);
  if (!decision.inject) return { injected: false, reason: decision.reason, object };
  const injected = injectTemplate(found.template, object, settings);
  return { injected: true, reason: decision.reason, object: withPodTemplate(object, found.path, injected) };
}

function injectList(list: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): InjectionOutcome {
  const outcomes: InjectionOutcome[] = (list.items ?? []).map((item: JsonObject) => injectObject(item, settings, namespace));
  const count = outcomes.filter((outcome) => outcome.injected).length;
  const reason = `${count} of ${outcomes.length} items are injected`;
  return count === 0
    ? { injected: false, reason, object: list }
    : { injected: true, reason, object: { ...list, items: outcomes.map((outcome) => outcome.object) } };
}

function injectTemplate(template: JsonObject, workload: JsonObject, settings: InjectionSettings): JsonObject {
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const refused = refusedAnnotations(annotations, settings);
  if (refused.length > 0) throw new Error(refused.join(' '));
  const pod = podContext(withOverrides(stripped(template, settings)), ownerOf(workload), settings);
  let overlay: JsonObject = {};
  let merged = template;
  for (const name of templatesOf(annotations, settings)) {
    const part = evaluate(TEMPLATES[name], pod);
    overlay = strategicMerge(overlay, part);
    merged = strategicMerge(moved(merged, overlay, pod), part);
  }
  const overridden = applyOverrides(merged, template, overridesOf(template, overlay));
  return finish(overridden, overlay, pod, statusOf(annotations) !== undefined);
}

/** The pod as it was before an earlier injection, as far as the template asks for it. */
function stripped(template: JsonObject, settings: InjectionSettings): JsonObject {
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const before = statusOf(annotations);
  if (!before) return template;
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

/** A native sidecar is an init container: the pod's own container of that name moves there before it is merged. */
function moved(template: JsonObject, overlay: JsonObject, pod: PodContext): JsonObject {
  const own = (template.spec?.containers ?? []).find((container: JsonObject) => container.name === PROXY);
  const stays = (overlay.spec?.initContainers ?? []).some((container: JsonObject) => container.name === PROXY);
  if (!own || !stays || !truthy(nativeSidecar.evaluate(pod))) return template;
  return {
    ...template,
    spec: {
      ...template.spec,
      containers: template.spec.containers.filter((container: JsonObject) => container !== own),
      initContainers: [...(template.spec.initContainers ?? []), own],
    },
  };
}

function finish(template: JsonObject, overlay: JsonObject, pod: PodContext, reinjected: boolean): JsonObject {
  let annotations: Record<string, string> = { ...template.metadata?.annotations };
  let spec: JsonObject = template.spec;

  const agentPort = pod.proxyConfig.statusPort as number;
  const scraping = mergeScraping(annotations, agentPort, pod.meshConfig.enablePrometheusMerge !== false);
  if (scraping) {
    annotations = scraping.annotations;
    if (scraping.application !== undefined) spec = withVariable(spec, { name: 'ISTIO_PROMETHEUS_ANNOTATIONS', value: scraping.application });
  }
  const secure = securePort(annotations, proxyOf(spec)?.env ?? []);
  if (secure !== undefined) annotations['prometheus.istio.io/secure-port'] = secure;

  if (parseBoolean(annotations['sidecar.istio.io/rewriteAppHTTPProbers'] ?? '') ?? pod.values.sidecarInjectorWebhook?.rewriteAppHTTPProbe ?? false) {
    const own = annotations['status.sidecar.istio.io/port'];
    spec = rewriteProbes(spec, { configured: agentPort, ofPod: own === undefined ? agentPort : Number(own) }, reinjected);
  }
  annotations[STATUS] = status(overlay, pod.revision);
  const network = pod.labels['topology.istio.io/network'] ?? pod.values.global?.network;
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations,
      ...(network && { labels: { ...template.metadata?.labels, 'topology.istio.io/network': network } }),
    },
    spec: ordered(network ? withNetwork(spec, network) : spec, pod),
  };
}

function proxyOf(spec: JsonObject): JsonObject | undefined {
  return [...(spec.containers ?? []), ...(spec.initContainers ?? [])].find((container) => container.name === PROXY);
}

function withProxy(spec: JsonObject, change: (proxy: JsonObject) => JsonObject): JsonObject {
  const map = (containers: JsonObject[]): JsonObject[] => containers.map((container) => (container.name === PROXY ? change(container) : container));
  return {
    ...spec,
    ...(spec.containers && { containers: map(spec.containers) }),
    ...(spec.initContainers && { initContainers: map(spec.initContainers) }),
  };
}

function withVariable(spec: JsonObject, variable: JsonObject): JsonObject {
  return withProxy(spec, (proxy) => ({ ...proxy, env: [...(proxy.env ?? []), variable] }));
}

/** The variable of the network stands last, because istiod sets it after the template. */
function withNetwork(spec: JsonObject, network: string): JsonObject {
  const name = 'ISTIO_META_NETWORK';
  return withProxy(spec, (proxy) => {
    const others = (proxy.env ?? []).filter((variable: JsonObject) => variable.name !== name);
    return { ...proxy, env: [...others, { name, value: network }] };
  });
}

/** What was injected, for whoever injects or removes it later. */
function status(overlay: JsonObject, revision: string): string {
  const names = (list: string): string[] | null => {
    const items: JsonObject[] = overlay.spec?.[list] ?? [];
    return items.length === 0 ? null : items.map((item) => item.name);
  };
  return JSON.stringify({
    initContainers: names('initContainers'),
    containers: names('containers'),
    volumes: names('volumes'),
    imagePullSecrets: names('imagePullSecrets'),
    revision: revision || 'default',
  });
}

/** Brings the containers into the order in which they must start. */
function ordered(spec: JsonObject, pod: PodContext): JsonObject {
  const containers = truthy(holdsApplication.evaluate(pod)) ? first(spec.containers, PROXY) : last(spec.containers, PROXY);
  const native = (spec.initContainers ?? []).some((container: JsonObject) => container.name === PROXY);
  const initContainers = native
    // The proxy starts before the other init containers, which are then in the mesh.
    ? ['enable-core-dump', PROXY, 'istio-validation', 'istio-init'].reduce<JsonObject[] | undefined>(first, spec.initContainers)
    // The check comes first; traffic is captured last, because the proxy is not there yet for the other init containers.
    : ['istio-init', 'enable-core-dump'].reduce<JsonObject[] | undefined>(last, first(spec.initContainers, 'istio-validation'));
  return { ...spec, ...(containers && { containers }), ...(initContainers && { initContainers }) };
}

function first(containers: JsonObject[] | undefined, name: string): JsonObject[] | undefined {
  return containers && [...containers.filter((one) => one.name === name), ...containers.filter((one) => one.name !== name)];
}

function last(containers: JsonObject[] | undefined, name: string): JsonObject[] | undefined {
  return containers && [...containers.filter((one) => one.name !== name), ...containers.filter((one) => one.name === name)];
}
