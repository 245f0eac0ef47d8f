import { containerInGo, withoutZeros } from './go-container';
import { goJson } from './go-json';
import { strategicMerge } from './merge';
import { JsonObject } from '../reference/json';

/*
 * A pod may have a container "istio-proxy" of its own, with what it wants to be different. It is laid over the proxy once more
 * after the template, so that it wins, and written into an annotation, so that it wins the next time too.
 */

const ANNOTATION = 'proxy.istio.io/overrides';
const PROXY = 'istio-proxy';
const LISTS = ['containers', 'initContainers'] as const;

type Overrides = { [list in (typeof LISTS)[number]]?: JsonObject[] };

/** The pod with the containers of its own that an earlier injection noted, where they went out with what was injected. */
export function withOverrides(template: JsonObject): JsonObject {
  const recorded = recordedIn(template.metadata?.annotations ?? {});
  const lists = LISTS.filter((list) => recorded[list]?.some(({ name }) => !named(template.spec?.[list], name)));
  if (lists.length === 0) return template;
  const back = (list: typeof LISTS[number]): JsonObject[] =>
    [...(template.spec?.[list] ?? []), ...recorded[list]!.filter(({ name }) => !named(template.spec?.[list], name))];
  return { ...template, spec: { ...template.spec, ...Object.fromEntries(lists.map((list) => [list, back(list)])) } };
}

function recordedIn(annotations: JsonObject): Overrides {
  const text = annotations[ANNOTATION];
  if (text === undefined) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Annotation ${ANNOTATION} is ${JSON.stringify(text)}, which is no JSON. It is written by the injection: remove it, or restore what stood there.`);
  }
}

/** The pod's own containers of the proxy's names; the ones in its annotation where it was injected before. */
export function overridesOf(template: JsonObject, overlay: JsonObject): Overrides {
  const annotations = template.metadata?.annotations ?? {};
  const recorded = recordedIn(annotations);
  const status = statusOf(annotations);
  const found: Overrides = {};
  for (const list of LISTS) {
    for (const { name } of (overlay.spec?.[list] ?? []) as JsonObject[]) {
      if (status?.[list]?.includes(name)) continue;
      const own = named(recorded[list], name) ?? named(template.spec?.[list], name)
        ?? (list === 'initContainers' ? named(template.spec?.containers, name) : undefined);
      if (own) (found[list] ??= []).push(withoutZeros(withoutAutoImage(own)));
    }
  }
  return found;
}

/**
 * Lays the overrides over the pod, and notes them in its annotation if this is the first time.
 *
 * @param mode how the proxy is configured to take connections
 */
export function applyOverrides(pod: JsonObject, original: JsonObject, overrides: Overrides, mode: string): JsonObject {
  let result = pod;
  for (const list of LISTS) {
    if (overrides[list]) result = strategicMerge(result, { spec: { [list]: overrides[list] } });
  }
  const first = statusOf(original.metadata?.annotations ?? {}) === undefined;
  if (first && LISTS.some((list) => overrides[list])) {
    const ordered = Object.fromEntries(LISTS.filter((list) => overrides[list]).map((list) => [list, overrides[list]!.map(containerInGo)]));
    result = strategicMerge(result, { metadata: { annotations: { [ANNOTATION]: goJson(ordered) } } });
  }
  return adjustUser(result, original, mode === 'TPROXY' || result.metadata?.annotations?.['sidecar.istio.io/interceptionMode'] === 'TPROXY');
}

/** What the status annotation says was injected before; undefined for a pod that never was. */
export function statusOf(annotations: Readonly<Record<string, string>>): { readonly [list: string]: string[] | null } | undefined {
  const status = annotations['sidecar.istio.io/status'];
  if (status === undefined) return undefined;
  try {
    return JSON.parse(status);
  } catch {
    return {};
  }
}

function named(containers: JsonObject[] | undefined, name: string): JsonObject | undefined {
  return containers?.find((container) => container.name === name);
}

/** `image: auto` asks for the proxy's image. */
function withoutAutoImage(container: JsonObject): JsonObject {
  const { image, ...rest } = container;
  return image === 'auto' || image === undefined || image === '' ? rest : container;
}

/** The proxy's user is the one whose connections are left alone; if the pod chose another, the init container must know. */
function adjustUser(pod: JsonObject, original: JsonObject, tproxy: boolean): JsonObject {
  const own = named(original.spec?.containers, PROXY) ?? named(original.spec?.initContainers, PROXY);
  const { runAsUser, runAsGroup } = own?.securityContext ?? {};
  if (runAsUser === undefined && runAsGroup === undefined) return pod;
  const name = ['istio-init', 'istio-validation'].find((one) => named(pod.spec.initContainers, one));
  if (name === undefined) return pod;
  const proxy = named(pod.spec.containers, PROXY) ?? named(pod.spec.initContainers, PROXY);
  const adjust = (container: JsonObject): JsonObject => {
    // With TPROXY the proxy must be root, whatever the pod says.
    if (container === proxy && tproxy && runAsUser !== undefined) {
      return { ...container, securityContext: { ...container.securityContext, runAsUser: 0 } };
    }
    if (container.name !== name) return container;
    const user = { ...(runAsUser !== undefined && { runAsUser }), ...(runAsGroup !== undefined && { runAsGroup }) };
    const context = name === 'istio-validation' && !tproxy ? { securityContext: { ...container.securityContext, ...user } } : {};
    return { ...container, ...context, ...(runAsUser && container.args && { args: withUser(container.args, String(runAsUser)) }) };
  };
  return {
    ...pod,
    spec: {
      ...pod.spec,
      initContainers: pod.spec.initContainers.map(adjust),
      ...(pod.spec.containers && { containers: pod.spec.containers.map(adjust) }),
    },
  };
}

function withUser(args: string[], user: string): string[] {
  const at = args.indexOf('-u') + 1;
  return at === 0 ? args : [...args.slice(0, at), user, ...args.slice(at + 1)];
}
