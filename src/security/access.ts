import { AccessRule, renderRules } from './access-rules';
import { AT_ALL_PODS, PolicyPlace } from './policy-place';
import { Labels } from '../reference/labels';
import { AuthorizationPolicyAction, AuthorizationPolicySpec } from '../resources';

export { AccessRule } from './access-rules';
export { CallOptions } from './call-options';
export { atPods, atWaypointOf, atWaypoints, PolicyPlace } from './policy-place';

/** ALLOW rules: a request that fits one of them passes, all others do not. ALLOW is the action that a policy has where it names none. */
export function renderAllow(place: PolicyPlace, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  const written = renderRules(rules);
  return { ...place, ...(written.length > 0 && { rules: written }) };
}

/** Everything is allowed: one rule that asks for nothing. Without a place, to all pods of the namespace. */
export function renderEverything(place: PolicyPlace = AT_ALL_PODS): AuthorizationPolicySpec {
  return { ...place, rules: [{}] };
}

/** Nothing is allowed: no rule that a request could fit. Without a place, to no pod of the namespace. */
export function renderNothing(place: PolicyPlace = AT_ALL_PODS): AuthorizationPolicySpec {
  return { ...place };
}

/** A policy that denies every request to the workload with these labels, whatever other policies allow. */
export function renderDenyAll(selector: Labels): AuthorizationPolicySpec {
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.DENY, rules: [{}] };
}

/** The annotation with which Istio evaluates a policy, counts and logs its verdict, and then lets the request through. */
export const DRY_RUN = { 'istio.io/dry-run': 'true' };
