import { RequestOptions, requestOptionsOf } from './call-options';
import { CallerAttributes } from '../reference/caller-attributes';
import { Condition, Operation, Rule, Source } from '../resources';

/** Who may call a service, and for what, as an AuthorizationPolicy's rule needs it. */
export interface AccessRule {
  /** The ways to be one of the callers, of which one must hold; none for nobody. */
  readonly callers: readonly CallerAttributes[];
  /** Ports at which connections arrive where the policy is enforced: a pod's own, or, at a waypoint, those of the service. None for all. */
  readonly ports: readonly number[];
  /** What is asked of requests. */
  readonly request?: RequestOptions;
}

/**
 * What one rule asks for, field by field: `source.…`, `operation.…`, and `when.…` or `unless.…` with a key of conditions. All must hold; of a
 * field's values, any one; of a negative field's, none.
 */
type Demands = ReadonlyMap<string, readonly string[]>;

/** How many service accounts Istio takes in one list. */
const MOST_ACCOUNTS = 16;

const HTTP_ONLY = /^(operation\.(not)?(hosts|methods|paths)|source\.(not)?requestPrincipals|(when|unless)\.request\..*)$/i;
const NEGATIVE = /^((source|operation)\.not[A-Z]|unless\.)/;

/**
 * The fewest rules that say the same, sorted: what another rule covers is left out, and rules that differ in one list share it. Istio drops
 * an ALLOW rule from TCP ports as soon as one of its items asks for what only HTTP has; so items that do and items that do not never share one.
 */
export function renderRules(rules: readonly AccessRule[]): Rule[] {
  const asked = shared(withoutCovered(distinct(withJoinedIdentities(rules).flatMap(demandsOf))));
  return assembled(withoutCovered(asked));
}

/**
 * The same rules, those in one that ask for the same of callers who are told by their identities alone. They would share a rule in the end;
 * most rules are such, and many callers are quicker looked at together.
 */
function withJoinedIdentities(rules: readonly AccessRule[]): AccessRule[] {
  const asked = ({ ports, request = {} }: AccessRule): string => (
    JSON.stringify([ports, ...requestOptionsOf(request).map((name) => [name, request[name]])])
  );
  return grouped(rules, asked).flatMap((group) => {
    const callers = group.flatMap((one) => one.callers);
    const known = callers.filter(isIdentityAlone);
    if (known.length < 2) return group;
    const joined = { principals: known.flatMap(({ principals }) => principals) };
    return [{ ...group[0], callers: [joined, ...callers.filter((one) => !isIdentityAlone(one))] }];
  });
}

function isIdentityAlone(caller: CallerAttributes): caller is { readonly principals: string[] } {
  return caller.principals !== undefined && Object.values(caller).filter((values) => values !== undefined).length === 1;
}

function demandsOf({ callers, ports, request = {} }: AccessRule): Demands[] {
  const operation: Operation = {
    hosts: request.hosts && anyPort(request.hosts),
    notHosts: request.notHosts && anyPort(request.notHosts),
    methods: request.methods,
    notMethods: request.notMethods,
    paths: request.paths,
    notPaths: request.notPaths,
    ports: ports.length > 0 ? ports.map(String) : undefined,
  };
  const conditions = [
    ...named('when.request.headers', request.headers, (name) => `[${name}]`),
    ...named('unless.request.headers', request.notHeaders, (name) => `[${name}]`),
    ...named('when.request.auth.claims', request.claims, claimPath),
    ...named('unless.request.auth.claims', request.notClaims, claimPath),
    ['when.request.auth.audiences', request.audiences],
    ['when.request.auth.presenter', request.presenters],
  ] as const;
  const asked = said([...prefixed('operation', operation), ...conditions]);
  return callers.map((caller) => {
    const source: Source = { ...caller, requestPrincipals: request.requestPrincipals, notRequestPrincipals: request.notRequestPrincipals };
    return new Map([...said(prefixed('source', source)), ...asked].sort(byKey));
  });
}

/** Fields that have values, and each value once, in order. */
function said(fields: readonly (readonly [string, readonly string[] | undefined])[]): (readonly [string, readonly string[]])[] {
  return fields.flatMap(([key, values]) => (values === undefined ? [] : [[key, [...new Set(values)].sort()] as const]));
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}

function prefixed(prefix: string, message: Source | Operation): (readonly [string, readonly string[] | undefined])[] {
  return Object.entries(message).map(([name, values]: [string, readonly string[] | undefined]) => [`${prefix}.${name}`, values]);
}

function named(
  key: string, map: Readonly<Record<string, readonly string[]>> = {}, inBrackets: (name: string) => string,
): (readonly [string, readonly string[]])[] {
  return Object.entries(map).map(([name, values]) => [`${key}${inBrackets(name)}`, values]);
}

function claimPath(name: string): string {
  return name.startsWith('[') ? name : `[${name}]`;
}

/** Istio compares the whole host that a request names, with its port. A name that ends in a wildcard has any; one that begins with it has none. */
function anyPort(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => (host.includes('*') || /:\d+$/.test(host) ? [host] : [host, `${host}:*`]));
}

function distinct(all: readonly Demands[]): Demands[] {
  if (all.length < 2) return [...all];
  return [...new Map(all.map((one) => [textOf(one), one])).entries()].sort(byKey).map(([, one]) => one);
}

function textOf(demands: Demands): string {
  return JSON.stringify([...demands]);
}

/** Groups items by a text, in the order in which the texts come up. */
function grouped<T>(items: readonly T[], by: (item: T) => string): T[][] {
  if (items.length === 1) return [[...items]];
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Whether every request that fits one rule fits the other. */
function covers(general: Demands, special: Demands): boolean {
  return [...general].every(([key, values]) => {
    const narrower = special.get(key);
    if (narrower === undefined) return false;
    return NEGATIVE.test(key) ? values.every((value) => narrower.includes(value)) : narrower.every((value) => values.includes(value));
  });
}

/** Rules that no other covers. Only rules of the same callers are compared, and those of everybody with all: of n callers, not n² pairs. */
function withoutCovered(all: readonly Demands[]): Demands[] {
  const open = all.filter((one) => sourceOf(one) === '');
  return grouped(all, sourceOf).flatMap((group) => (group.length === 1 && open.length === 0 ? group : group.filter((one) => (
    ![...group, ...open].some((other) => other !== one && covers(other, one) && (!covers(one, other) || textOf(other) < textOf(one)))
  ))));
}

function sourceOf(demands: Demands): string {
  const source = [...demands].filter(isOfSource);
  return source.length === 0 ? '' : JSON.stringify(source);
}

function isOfSource([key]: readonly [string, unknown]): boolean {
  return key.startsWith('source.');
}

/** Lets rules that differ in the values of one list share that list, list by list, until none do. */
function shared(all: Demands[]): Demands[] {
  let before = all;
  for (;;) {
    const keys = [...new Set(before.flatMap((one) => [...one.keys()]))].filter((key) => !NEGATIVE.test(key)).sort(callersFirst);
    const after = keys.reduce(sharing, before);
    if (after.length === before.length) return after;
    before = after;
  }
}

/** Callers are joined before what they ask for, so that callers with the same options share a rule. */
function callersFirst(one: string, other: string): number {
  const [first, second] = [one, other].map((key) => `${key.startsWith('source.') ? 0 : 1}${key}`);
  return first < second ? -1 : Number(first > second);
}

function sharing(all: Demands[], key: string): Demands[] {
  const most = key === 'source.serviceAccounts' ? MOST_ACCOUNTS : Infinity;
  if (all.length === 1 && (all[0].get(key)?.length ?? 0) <= most) return all;
  const [with_, without] = [all.filter((one) => one.has(key)), all.filter((one) => !one.has(key))];
  const joined = grouped(with_, (one) => textOf(new Map([...one].filter(([name]) => name !== key)))).flatMap((group) => {
    const values = [...new Set(group.flatMap((one) => one.get(key) ?? []))].sort();
    return chunks(values, Math.min(most, values.length)).map((chunk) => new Map(group[0]).set(key, chunk));
  });
  return distinct([...without, ...joined]);
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return values.length === 0 ? [] : Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size));
}

interface Parts {
  readonly source?: Source;
  readonly operation?: Operation;
  readonly when: Condition[];
}

/** Puts rules together that have the same operation, and then those that have the same callers. */
function assembled(all: readonly Demands[]): Rule[] {
  const parts = all.map((one) => ({ ...partsOf(one), http: [...one.keys()].some((key) => HTTP_ONLY.test(key)) }));
  const byOperation = grouped(parts, ({ operation, when, http }) => JSON.stringify([operation, when, http]))
    .map(([first, ...others]) => ({ ...first, from: sorted([first, ...others].map(({ source }) => source)) }));
  const rules = grouped(byOperation, ({ from, when, http }) => JSON.stringify([from, when, http])).map(([first, ...others]): Rule => {
    const to = sorted([first, ...others].map(({ operation }) => operation));
    return {
      ...(first.from.length > 0 && { from: first.from.map((source) => ({ source })) }),
      ...(to.length > 0 && { to: to.map((operation) => ({ operation })) }),
      ...(first.when.length > 0 && { when: first.when }),
    };
  });
  return sorted(rules);
}

/** Sorted by their text; nothing, if one of them is nothing: it stands for all. */
function sorted<T>(items: readonly (T | undefined)[]): T[] {
  const given = items.filter((item): item is T => item !== undefined);
  if (given.length < items.length) return [];
  if (given.length === 1) return given;
  return given.map((item) => [JSON.stringify(item), item] as const).sort(byKey).map(([, item]) => item);
}

function partsOf(demands: Demands): Parts {
  return { source: messageOf(demands, 'source.'), operation: messageOf(demands, 'operation.'), when: conditionsOf(demands) };
}

function messageOf(demands: Demands, prefix: string): Record<string, string[]> | undefined {
  const fields = [...demands].filter(([key]) => key.startsWith(prefix))
    .map(([key, values]): [string, string[]] => [key.slice(prefix.length), [...values]]);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function conditionsOf(demands: Demands): Condition[] {
  const keys = [...new Set([...demands.keys()].filter((key) => /^(when|unless)\./.test(key)).map((key) => key.replace(/^[a-z]+\./, '')))].sort();
  return keys.map((key) => {
    const [values, notValues] = [demands.get(`when.${key}`), demands.get(`unless.${key}`)];
    return { key, ...(values && { values: [...values] }), ...(notValues && { notValues: [...notValues] }) };
  });
}
