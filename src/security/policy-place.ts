import { Labels } from '../reference/labels';
import { AuthorizationPolicySpec } from '../resources';

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

/** At all pods of the namespace in which the policy stands: of the whole mesh, if that is the root namespace. */
export const AT_ALL_PODS: PolicyPlace = {};
