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
  /** Ports of the workload behind the service. A policy sees a connection where it arrives: at the container's port. */
  readonly workloadPorts: readonly number[];
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

/** The ALLOW rules on the workload with these labels: a request that fits one of them passes, all others do not. */
export function renderAllow(selector: Labels, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.ALLOW, rules: rules.map(renderRule) };
}

function renderRule(rule: AccessRule): Rule {
  const operation = {
    ...(rule.methods && { methods: [...rule.methods] }),
    ...(rule.paths && { paths: [...rule.paths] }),
    ...(rule.workloadPorts.length > 0 && { ports: rule.workloadPorts.map(String) }),
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
