import { Chart } from 'cdk8s';
import type { Mesh } from './mesh';
import { WAYPOINT_CLASS } from '../gateway/waypoint-manifests';
import { AuthorizationPolicy, Sidecar } from '../resources';
import { atWaypoints, DRY_RUN } from '../security/access';

/** What holds in the whole mesh: it stands in the root namespace, and follows from the posture. */
export function addMeshPolicies(chart: Chart, mesh: Mesh): void {
  const { ambient, systemNamespace: namespace, _posture: { policies, dryRun, scopes } } = mesh;
  const annotations = dryRun ? DRY_RUN : undefined;
  if (policies) {
    // A policy with an empty spec selects every workload and has no rule that a request could fit.
    new AuthorizationPolicy(chart, 'deny-by-default', { metadata: { name: 'deny-by-default', namespace, annotations }, spec: {} });
  }
  if (policies && ambient) {
    // Waypoints heed no policy that does not name them.
    new AuthorizationPolicy(chart, 'deny-by-default-at-waypoints', {
      metadata: { name: 'deny-by-default-at-waypoints', namespace, annotations },
      spec: atWaypoints(WAYPOINT_CLASS),
    });
  }
  if (scopes) {
    // Proxies of workloads that declare no call need to know no service. It does not reach gateways.
    new Sidecar(chart, 'scope-by-default', { metadata: { name: 'default', namespace }, spec: { egress: [{ hosts: ['~/*'] }] } });
  }
}
