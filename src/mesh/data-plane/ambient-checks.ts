import { finding } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { checkAmbientAccess, USE_WAYPOINT } from '../access/ambient-checks';
import { gatewaysOf } from '../gateway-checks';
import type { MeshService } from '../service/service';

/** What was declared of an ambient service, and nobody would do: nodes see connections alone, and not everybody comes by the waypoint. */
export function checkAmbientService(service: MeshService): string[] {
  if (!service._dataPlane.isAmbient) return [];
  return [...checkAmbientAccess(service), ...(service._dataPlane.serviceWaypoint ? [] : checkWithoutWaypoint(service))];
}

function checkWithoutWaypoint(service: MeshService): string[] {
  return [
    ...(service._routesRequests && needsWaypointForRoutes(service)
      ? [finding('It has routes, a split or a traffic policy, and nobody who follows them for callers in ambient mode', USE_WAYPOINT, 'A20')]
      : []),
    ...(service.node.tryFindChild('telemetry')
      ? [finding('It has telemetry of its own, and no proxy that heeds it', `${USE_WAYPOINT}, or leave addTelemetry() out`, 'A20')]
      : []),
  ];
}

/** Whether there is a caller that does not route for itself, as sidecars and gateways do. */
function needsWaypointForRoutes(service: MeshService): boolean {
  const callers = service._permissions.flatMap(({ caller }) => caller ?? []);
  return callers.some((caller) => caller._dataPlane.isAmbient) || (callers.length === 0 && !isExposed(service));
}

function isExposed(service: MeshService): boolean {
  return gatewaysOf(service.mesh).exposing.some((gateway) => gateway._exposures.some((exposure) => exposure.service === service.node.path));
}

/** Whether a pod itself says that nobody may take its traffic. */
export function choosesNone({ metadata }: JsonObject): boolean {
  return metadata?.labels?.['istio.io/dataplane-mode'] === 'none';
}

/** Whether a pod itself says that it wants a sidecar. */
export function choosesSidecar({ metadata }: JsonObject): boolean {
  return metadata?.labels?.['sidecar.istio.io/inject'] === 'true';
}

/** Why the agents of nodes would not take the traffic of a pod that is enrolled in ambient mode. */
export function uncapturedReasons(template: JsonObject): string[] {
  return [
    ...(template.spec?.hostNetwork ? ['it uses hostNetwork'] : []),
    ...(choosesNone(template) ? ['it says istio.io/dataplane-mode: "none"'] : []),
    ...(choosesSidecar(template) ? ['it says sidecar.istio.io/inject: "true", and gets a sidecar'] : []),
    // By this annotation they know pods that have a proxy of their own.
    ...(template.metadata?.annotations?.['sidecar.istio.io/status'] !== undefined ? ['it has a sidecar already'] : []),
  ];
}
