import { strategicMerge } from './merge';
import { JsonObject } from '../reference/json';

/*
 * A pod may have a container "istio-proxy" of its own, with what it wants to be different. It is laid over the proxy once more
 * after the template, so that it wins, and written into an annotation, so that it wins the next time too.
 */

const ANNOTATION = 'proxy.istio.io/overrides';
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
      if (own) (found[list] ??= []).push(withoutAutoImage(own));
    }
  }
  return found;
}

/** Lays the overrides over the pod, and notes them in its annotation if this is the first time. */
export function applyOverrides(pod: JsonObject, original: JsonObject, overrides: Overrides): JsonObject {
  let result = pod;
  for (const list of LISTS) {
    if (overrides[list]) result = strategicMerge(result, { spec: { [list]: overrides[list] } });
  }
  const first = statusOf(original.metadata?.annotations ?? {}) === undefined;
  if (first && LISTS.some((list) => overrides[list])) {
    const ordered = Object.fromEntries(LISTS.filter((list) => overrides[list]).map((list) => [list, overrides[list]!.map(inOrder)]));
    result = strategicMerge(result, { metadata: { annotations: { [ANNOTATION]: JSON.stringify(ordered) } } });
  }
  return adjustUser(result, original);
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
  return image === 'auto' || image === undefined ? rest : container;
}

/** The container as istiod writes it: fields in the order of the API's definition, amounts in their shortest form, `resources` always. */
function inOrder(container: JsonObject): JsonObject {
  const { resources, ...others } = orderFields(container) as JsonObject;
  const amounts = Object.entries((resources ?? {}) as JsonObject)
    .map(([kind, of]) => [kind, kind === 'claims' ? of : canonicalAmounts(of)] as const).sort(byKey);
  return orderFields({ ...others, resources: Object.fromEntries(amounts) });
}

const FIELDS = [
  'name', 'image', 'command', 'args', 'workingDir', 'hostPort', 'containerPort', 'protocol', 'hostIP', 'ports', 'envFrom', 'env',
  'exec', 'httpGet', 'tcpSocket', 'grpc', 'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold',
  'resources', 'resizePolicy', 'restartPolicy', 'readOnly', 'mountPath', 'subPath', 'volumeMounts', 'volumeDevices', 'livenessProbe',
  'readinessProbe', 'startupProbe', 'lifecycle', 'postStart', 'preStop', 'terminationMessagePath', 'terminationMessagePolicy', 'imagePullPolicy',
  'securityContext', 'stdin', 'stdinOnce', 'tty', 'capabilities', 'add', 'drop', 'privileged', 'seLinuxOptions', 'windowsOptions', 'runAsUser',
  'runAsGroup', 'runAsNonRoot', 'readOnlyRootFilesystem', 'allowPrivilegeEscalation', 'procMount', 'seccompProfile', 'value', 'valueFrom',
  'path', 'port', 'host', 'scheme', 'httpHeaders',
];

function orderFields(value: any): any {
  if (Array.isArray(value)) return value.map(orderFields);
  if (typeof value !== 'object' || value === null) return value;
  const place = (field: string): number => (FIELDS.includes(field) ? FIELDS.indexOf(field) : FIELDS.length);
  return Object.fromEntries(Object.entries(value as JsonObject)
    .sort(([a], [b]) => place(a) - place(b) || byKey([a, 0], [b, 0])).map(([field, inner]) => [field, orderFields(inner)]));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function canonicalAmounts(amounts: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(amounts).sort(byKey).map(([name, of]) => [name, canonicalAmount(String(of))]));
}

/** The shortest form of an amount without a fraction, as the API server writes it. */
function canonicalAmount(text: string): string {
  const match = /^(\d+)(m|[KMGTPE]i)?$/.exec(text);
  if (!match) return text;
  let amount = BigInt(match[1]);
  let unit = match[2] ?? '';
  if (unit === 'm' && amount % 1000n === 0n) return String(amount / 1000n);
  const units = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
  while (units.includes(unit) && unit !== 'Ei' && amount > 0n && amount % 1024n === 0n) {
    amount /= 1024n;
    unit = units[units.indexOf(unit) + 1];
  }
  return `${amount}${unit}`;
}

/** The proxy's user is the one whose connections are left alone; if the pod chose another, the init container must know. */
function adjustUser(pod: JsonObject, original: JsonObject): JsonObject {
  const own = named(original.spec?.containers, 'istio-proxy') ?? named(original.spec?.initContainers, 'istio-proxy');
  const { runAsUser, runAsGroup } = own?.securityContext ?? {};
  if (runAsUser === undefined && runAsGroup === undefined) return pod;
  const name = ['istio-init', 'istio-validation'].find((one) => named(pod.spec.initContainers, one));
  if (name === undefined) return pod;
  const tproxy = named(pod.spec.initContainers, name)?.args?.includes('TPROXY') ?? false;
  const adjust = (container: JsonObject): JsonObject => {
    if (container.name === 'istio-proxy' && tproxy && runAsUser !== undefined) {
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
