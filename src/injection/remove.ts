import { statusOf } from './overrides';
import { podTemplateOf, withPodTemplate } from './workloads';
import { JsonObject } from '../reference/json';

/*
 * Takes a proxy out again where nobody wrote down what was there before: by the note of what was injected, by the containers that
 * the pod brought itself, and by what the proxy was told of the application. What a pod had of its own under the same names is
 * lost then.
 */

const PROXY = 'istio-proxy';
const LABELS = ['security.istio.io/tlsMode', 'networking.istio.io/tunnel', 'service.istio.io/canonical-name', 'service.istio.io/canonical-revision'];
const ANNOTATIONS = [
  'istio.io/rev', 'kubectl.kubernetes.io/default-container', 'kubectl.kubernetes.io/default-logs-container', 'prometheus.io/path', 'prometheus.io/port',
  'prometheus.io/scrape', 'proxy.istio.io/overrides', 'sidecar.istio.io/status', 'prometheus.istio.io/secure-port',
];

/**
 * The object without the proxy of its pods.
 *
 * @returns the very object that was given, where no proxy was injected
 */
export function removeProxy(object: JsonObject): JsonObject {
  if (object.kind === 'List' && object.apiVersion === 'v1') {
    const items: JsonObject[] = object.items ?? [];
    const removed = items.map((item) => (typeof item === 'object' && item !== null ? removeProxy(item) : item));
    return removed.every((item, at) => item === items[at]) ? object : { ...object, items: removed };
  }
  const found = podTemplateOf(object);
  const status = found && statusOf(found.template.metadata?.annotations ?? {});
  return found && status ? withPodTemplate(object, found.path, without(found.template, status)) : object;
}

type Status = NonNullable<ReturnType<typeof statusOf>>;

function without(template: JsonObject, status: Status): JsonObject {
  const { annotations = {}, labels = {} } = template.metadata ?? {};
  const all: JsonObject[] = [...(template.spec.containers ?? []), ...(template.spec.initContainers ?? [])];
  const env: JsonObject[] = all.find(({ name }) => name === PROXY)?.env ?? [];
  const told = (name: string): JsonObject => parsed(env.find((variable) => variable.name === name)?.value);
  const own = parsed(annotations['proxy.istio.io/overrides']);
  const probers = told('ISTIO_KUBE_APP_PROBERS');
  const spec: JsonObject = { ...template.spec };
  for (const list of ['containers', 'initContainers', 'volumes', 'imagePullSecrets']) {
    const injected = status[list] ?? [];
    const kept: JsonObject[] = (spec[list] ?? []).filter(({ name }: JsonObject) => !injected.includes(name));
    const back: JsonObject[] = (own[list] ?? []).map((container: JsonObject) => (container.image === undefined ? { ...container, image: 'auto' } : container));
    const items = [...back, ...kept.map((item) => (list.endsWith('ontainers') ? withProbes(item, probers) : item))];
    if (items.length > 0 || list === 'containers') spec[list] = items;
    else delete spec[list];
  }
  const scraping = told('ISTIO_PROMETHEUS_ANNOTATIONS');
  const network = env.find(({ name }) => name === 'ISTIO_META_NETWORK')?.value;
  const metadata: JsonObject = {
    ...template.metadata,
    labels: less(labels, [...LABELS, ...(network === labels['topology.istio.io/network'] ? ['topology.istio.io/network'] : [])]),
    annotations: { ...less(annotations, ANNOTATIONS), ...scrapeAnnotations(scraping) },
  };
  for (const field of ['labels', 'annotations']) if (Object.keys(metadata[field]).length === 0) delete metadata[field];
  return { ...template, metadata, spec };
}

function parsed(text: unknown): JsonObject {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function less(map: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}

function scrapeAnnotations({ scrape, path, port, targets }: JsonObject): Record<string, string> {
  const legacy = Array.isArray(targets) ? {} : { path, port };
  const given = Object.entries({ scrape, ...legacy }).filter(([, value]) => value).map(([name, value]) => [`prometheus.io/${name}`, String(value)]);
  const list = Array.isArray(targets) ? { 'prometheus.istio.io/scrape-targets': targets.map((one: JsonObject) => `${one.port}:${one.path}`).join(',') } : {};
  return { ...Object.fromEntries(given), ...list };
}

/** Handlers of a container, and the name under which the agent knows each. */
const HANDLERS: readonly [readonly string[], string, string][] = [
  [['readinessProbe'], 'app-health', 'readyz'], [['livenessProbe'], 'app-health', 'livez'], [['startupProbe'], 'app-health', 'startupz'],
  [['lifecycle', 'preStop'], 'app-lifecycle', 'prestopz'], [['lifecycle', 'postStart'], 'app-lifecycle', 'poststartz'],
];

/** The container with the handlers of its own, which the agent called for kubelet. */
function withProbes(container: JsonObject, probers: JsonObject): JsonObject {
  let result = container;
  for (const [[field, inner], folder, file] of HANDLERS) {
    const name = `/${folder}/${container.name}/${file}`;
    const prober: JsonObject | undefined = Object.hasOwn(probers, name) ? probers[name] : undefined;
    const there = inner === undefined ? result[field] : result[field]?.[inner];
    if (prober === undefined || there === undefined) continue;
    const { httpGet: _agent, ...rest } = there;
    const { timeoutSeconds: _timeout, ...handler } = prober;
    if (handler.grpc && handler.grpc.service === null) handler.grpc = { port: handler.grpc.port };
    const restored = { ...handler, ...rest };
    result = { ...result, [field]: inner === undefined ? restored : { ...result[field], [inner]: restored } };
  }
  return result;
}
