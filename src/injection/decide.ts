import { JsonObject } from '../reference/json';

const INJECT = 'sidecar.istio.io/inject';

/** Namespaces of Kubernetes itself, whose pods never get a proxy. */
const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

/** The namespace of a workload, as the injector knows it. */
export interface InjectionNamespace {
  /** Its name. */
  readonly name: string;
  /** Its labels; without them, every namespace counts as enrolled. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Whether a pod gets a proxy, and the reason. */
export interface Decision {
  readonly inject: boolean;
  readonly reason: string;
}

/** Decides whether the pods of a template get a proxy. */
export function decide(template: JsonObject, namespace: InjectionNamespace, revision: string): Decision {
  if (template.spec?.hostNetwork) return no(HOST_NETWORK);
  if (SYSTEM_NAMESPACES.includes(namespace.name)) return no(`namespace "${namespace.name}" belongs to Kubernetes itself`);
  const asked = askedFor(template);
  if (asked === 'false') return no(`the pod says ${INJECT}: "false"`);
  if (asked === 'true') return yes(`the pod says ${INJECT}: "true"`);
  return enrolled(namespace, revision)
    ? yes(`namespace "${namespace.name}" is enrolled`)
    : no(`namespace "${namespace.name}" is not enrolled in revision "${revision || 'default'}"`);
}

/** What the pod itself says: the label counts, and the annotation where there is no label. */
function askedFor(template: JsonObject): string {
  const labels = template.metadata?.labels ?? {};
  return labels[INJECT] ?? template.metadata?.annotations?.[INJECT] ?? '';
}

function enrolled(namespace: InjectionNamespace, revision: string): boolean {
  const { labels } = namespace;
  if (!labels) return true;
  // The older label wins over the revision.
  if (labels['istio-injection'] !== undefined) return labels['istio-injection'] === 'enabled';
  return labels['istio.io/rev'] === (revision || 'default');
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

function yes(reason: string): Decision {
  return { inject: true, reason };
}

function no(reason: string): Decision {
  return { inject: false, reason };
}
