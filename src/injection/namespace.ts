/** The namespace of a workload, as the injector knows it. */
export interface InjectionNamespace {
  /** Its name. */
  readonly name: string;
  /** Its labels; without them, every namespace counts as enrolled. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Its annotations: OpenShift writes there which users its pods run as.
   *
   * @default none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Namespaces of Kubernetes itself, whose pods never get a proxy. */
export const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

/** The user and the group that a proxy runs as. */
export interface ProxyIds {
  readonly uid: number;
  readonly gid: number;
}

const USERS = 'openshift.io/sa.scc.uid-range';
const GROUPS = 'openshift.io/sa.scc.supplemental-groups';
const USUAL: ProxyIds = { uid: 1337, gid: 1337 };

/** Whom the proxies of a namespace run as: on OpenShift the last user and group that the namespace may use, elsewhere 1337. */
export function proxyIds({ annotations = {} }: InjectionNamespace): ProxyIds {
  const given = (name: string): string | undefined => (Object.hasOwn(annotations, name) ? annotations[name] : undefined);
  const users = lastOf(given(USERS) ?? '');
  const groups = (given(GROUPS) ?? given(USERS) ?? '').split(',').map(lastOf);
  return { uid: users ?? USUAL.uid, gid: groups.every((last) => last !== undefined) ? groups[0]! : USUAL.gid };
}

/** The last number of a block, written "first/size" or "first-last". */
function lastOf(block: string): number | undefined {
  const [, first, divider, second] = /^\s*(\d+)([/-])(\d+)/.exec(block) ?? [];
  const numbers = [Number(first), Number(second)];
  if (divider === undefined || numbers.some((number) => number > 4294967295)) return undefined;
  // OpenShift counts with 32 bits.
  return divider === '/' ? (numbers[0] + numbers[1] - 1) % 2 ** 32 : numbers[1];
}
