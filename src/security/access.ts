import { Labels } from '../reference/labels';
import { AuthorizationPolicyAction, AuthorizationPolicySpec, Rule } from '../resources';

/** What a caller may ask for. Everything that is given must hold; of a list, any one. */
export interface CallOptions {
  /**
   * HTTP methods, such as GET.
   *
   * @default every method
   */
  readonly methods?: string[];
  /**
   * Paths of requests: exact, or with a `*` at the beginning or the end.
   *
   * @default every path
   */
  readonly paths?: string[];
  /**
   * Numbers of the called service's ports.
   *
   * @default every port of the service
   */
  readonly ports?: number[];
}

/** Who may call a service, and for what, as an AuthorizationPolicy's rule needs it. */
export interface AccessRule {
  /** Principals of the callers. */
  readonly principals: readonly string[];
  /** Ports at which connections arrive where the policy is enforced: a pod's own, or, at a waypoint, those of the service. */
  readonly ports: readonly number[];
  /** HTTP methods; every method when undefined. */
  readonly methods?: readonly string[];
  /** Paths; every path when undefined. */
  readonly paths?: readonly string[];
}

/** What is wrong with methods or paths that no request could have, and what to give instead; undefined where nothing is. */
export function impossible({ methods, paths }: CallOptions): { readonly value: string; readonly fix: string } | undefined {
  const method = methods?.find((one) => !/^[A-Z*-]+$/.test(one));
  if (method !== undefined) return { value: `method "${method}"`, fix: 'Write methods in capitals, such as GET' };
  const path = paths?.find((one) => !/^[/*]/.test(one) || /[\s?#]/.test(one) || /.\*./.test(one.replace(/\{\*\*?\}/g, '')));
  return path === undefined ? undefined : {
    value: `path "${path}"`,
    fix: 'Begin paths with "/", leave the query out, and use "*" at the beginning or the end alone',
  };
}

/** Where something is enforced or observed: at the pods with some labels, or at the waypoint that stands before a resource. */
export type PolicyPlace = Pick<AuthorizationPolicySpec, 'selector' | 'targetRefs'>;

/** At the pods with these labels. */
export function atPods(selector: Labels): PolicyPlace {
  return { selector: { matchLabels: { ...selector } } };
}

/** At the waypoint of a service, for what is sent to that service. */
export function atWaypointOf(service: string): PolicyPlace {
  return { targetRefs: [{ group: '', kind: 'Service', name: service }] };
}

/** At every waypoint of the mesh, if the policy stands in the root namespace. */
export function atWaypoints(gatewayClass: string): PolicyPlace {
  return { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: gatewayClass }] };
}

/** ALLOW rules: a request that fits one of them passes, all others do not. */
export function renderAllow(place: PolicyPlace, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  return { ...place, action: AuthorizationPolicyAction.ALLOW, rules: sortedRules(rules) };
}

/** Each rule once, in an order that does not depend on who was declared first. */
function sortedRules(rules: readonly AccessRule[]): Rule[] {
  const byText = new Map(rules.map(renderRule).map((rule) => [JSON.stringify(rule), rule]));
  return [...byText.keys()].sort().map((text) => byText.get(text)!);
}

function renderRule(rule: AccessRule): Rule {
  const operation = {
    ...(rule.methods && { methods: [...rule.methods] }),
    ...(rule.paths && { paths: [...rule.paths] }),
    ...(rule.ports.length > 0 && { ports: rule.ports.map(String) }),
  };
  return {
    from: [{ source: { principals: [...rule.principals] } }],
    ...(Object.keys(operation).length > 0 && { to: [{ operation }] }),
  };
}

/** A policy that denies every request to the workload with these labels, whatever other policies allow. */
export function renderDenyAll(selector: Labels): AuthorizationPolicySpec {
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.DENY, rules: [{}] };
}

/** The annotation with which Istio evaluates a policy, counts and logs its verdict, and then lets the request through. */
export const DRY_RUN = { 'istio.io/dry-run': 'true' };
