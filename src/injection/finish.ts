import { PodContext } from './context';
import { rewriteProbes } from './probes';
import { mergeScraping, parseBoolean, securePort } from './prometheus';
import { byWebhook, InjectionSettings } from './settings';
import { NETWORK_LABEL, networkOf, proxyVariables, withVariables } from './variables';
import { JsonObject } from '../reference/json';

export const PROXY = 'istio-proxy';
export const STATUS = 'sidecar.istio.io/status';

/**
 * What the injector does to a pod after the templates: variables of its own, metrics, probes, the note of what was injected, and
 * the order of the containers.
 *
 * @param template the pod with all that the templates brought
 * @param overlay what the templates alone made
 * @param reinjected whether the pod had a proxy before
 */
export function finish(template: JsonObject, overlay: JsonObject, pod: PodContext, settings: InjectionSettings, reinjected: boolean): JsonObject {
  let annotations: Record<string, string> = { ...template.metadata?.annotations };
  const variables = proxyVariables(template.metadata?.labels ?? {}, settings);
  let spec: JsonObject = variables.size > 0 ? withProxy(template.spec, (proxy) => withVariables(proxy, variables)) : template.spec;

  const agentPort = pod.meshConfig.defaultConfig.statusPort as number;
  const scraping = mergeScraping(annotations, agentPort, pod.meshConfig.enablePrometheusMerge !== false);
  if (scraping) {
    annotations = scraping.annotations;
    if (scraping.application !== undefined) {
      const variable = { name: 'ISTIO_PROMETHEUS_ANNOTATIONS', value: scraping.application };
      spec = withProxy(spec, (proxy) => ({ ...proxy, env: [...(proxy.env ?? []), variable] }));
    }
  }
  const secure = securePort(annotations, proxyOf(spec)?.env ?? []);
  if (secure !== undefined) annotations['prometheus.istio.io/secure-port'] = secure;

  if (parseBoolean(annotations['sidecar.istio.io/rewriteAppHTTPProbers'] ?? '') ?? pod.values.sidecarInjectorWebhook?.rewriteAppHTTPProbe ?? false) {
    const own = annotations['status.sidecar.istio.io/port'];
    spec = rewriteProbes(spec, { configured: agentPort, ofPod: own === undefined ? agentPort : numberOf(own) }, reinjected);
  }
  annotations[STATUS] = status(overlay, pod.revision);
  if (byWebhook(settings)) {
    for (const [name, value] of Object.entries(settings.values.sidecarInjectorWebhook?.injectedAnnotations ?? {})) annotations[name] = String(value);
  }
  const network = networkOf(variables);
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations,
      ...(network !== undefined && { labels: { ...template.metadata?.labels, [NETWORK_LABEL]: network } }),
    },
    spec: ordered(spec, pod),
  };
}

/** A number as Go reads it: without anything around it, or else none. */
function numberOf(text: string): number {
  return /^[+-]?\d+$/.test(text) ? Number(text) : 0;
}

/** The proxy's container: beside the application's, or else among those that run before them. */
function proxyOf(spec: JsonObject): JsonObject | undefined {
  return [...(spec.containers ?? []), ...(spec.initContainers ?? [])].find((container) => container.name === PROXY);
}

function withProxy(spec: JsonObject, change: (proxy: JsonObject) => JsonObject): JsonObject {
  const proxy = proxyOf(spec);
  if (!proxy) return spec;
  const map = (containers: JsonObject[]): JsonObject[] => containers.map((container) => (container === proxy ? change(container) : container));
  return {
    ...spec,
    ...(spec.containers && { containers: map(spec.containers) }),
    ...(spec.initContainers && { initContainers: map(spec.initContainers) }),
  };
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
  const holds = pod.proxyConfig.holdApplicationUntilProxyStarts || pod.values.global?.proxy?.holdApplicationUntilProxyStarts;
  const containers = holds ? first(spec.containers, PROXY) : last(spec.containers, PROXY);
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
