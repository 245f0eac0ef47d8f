import { AccessRule, renderRules } from './access-rules';
import { PolicyPlace } from './policy-place';
import { AuthorizationPolicyAction, AuthorizationPolicySpec } from '../resources';

export { AccessRule } from './access-rules';
export { CallOptions } from './call-options';
export { atPods, atWaypointOf, atWaypoints, PolicyPlace } from './policy-place';

/** ALLOW rules: a request that fits one of them passes, all others do not. ALLOW is the action that a policy has where it names none. */
export function renderAllow(place: PolicyPlace, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  const written = renderRules(rules);
  return { ...place, ...(written.length > 0 && { rules: written }) };
}

/** Everything is allowed: one rule that asks for nothing. */
export function renderEverything(place: PolicyPlace): AuthorizationPolicySpec {
  return { ...place, rules: [{}] };
}

/** DENY rules: a request that fits one of them is refused, whatever other policies allow. */
export function renderDeny(place: PolicyPlace, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  return { ...place, action: AuthorizationPolicyAction.DENY, rules: renderRules(rules) };
}

/** CUSTOM rules: a request that fits one of them is decided by another program first. */
export function renderCustom(place: PolicyPlace, provider: string, rules: readonly AccessRule[]): AuthorizationPolicySpec {
  return { ...place, action: AuthorizationPolicyAction.CUSTOM, provider: { name: provider }, rules: renderRules(rules) };
}

/** The annotation with which Istio evaluates a policy, counts and logs its verdict, and then lets the request through. */
export const DRY_RUN = { 'istio.io/dry-run': 'true' };
