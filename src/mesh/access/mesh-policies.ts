import { Chart } from 'cdk8s';
import type { Mesh } from '../mesh';
import { ruleOfLine } from './namespace-access';
import { WAYPOINT_CLASS } from '../../gateway/waypoint-manifests';
import { AuthorizationPolicy, Sidecar } from '../../resources';
import { atWaypoints, DRY_RUN, renderAllow } from '../../security/access';
import { AT_ALL_PODS } from '../../security/policy-place';

/** What holds in the whole mesh: it stands in the root namespace, and follows from the posture. */
export function addMeshPolicies(chart: Chart, mesh: Mesh): void {
  const { ambient, systemNamespace: namespace, _access: { lines }, _posture: { policies, dryRun, scopes } } = mesh;
  const annotations = dryRun ? DRY_RUN : undefined;
  if (policies) {
    new AuthorizationPolicy(chart, 'deny-by-default', { metadata: { name: 'deny-by-default', namespace, annotations }, spec: renderAllow(AT_ALL_PODS, lines.map(ruleOfLine)) });
  }
  if (policies && ambient) {
    // Waypoints heed no policy that does not name them.
    new AuthorizationPolicy(chart, 'deny-by-default-at-waypoints', {
      metadata: { name: 'deny-by-default-at-waypoints', namespace, annotations },
      spec: renderAllow(atWaypoints(WAYPOINT_CLASS), lines.filter(({ ports }) => ports === undefined).map(ruleOfLine)),
    });
  }
  if (scopes) {
    // Proxies of workloads that declare no call need to know no service. It does not reach gateways.
    new Sidecar(chart, 'scope-by-default', { metadata: { name: 'default', namespace }, spec: { egress: [{ hosts: ['~/*'] }] } });
  }
}
