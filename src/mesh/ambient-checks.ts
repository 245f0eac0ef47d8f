import { hasSidecar } from './enrollment';
import { gatewaysOf } from './gateway-checks';
import { asksForRequests, Permission } from './permission';
import type { MeshService } from './service';
import { finding, inSentence } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { requestOptionsOf } from '../security/call-options';

/** What was declared of an ambient service, and nobody would do: nodes see connections alone, and not everybody comes by the waypoint. */
export function checkAmbientService(service: MeshService): string[] {
  if (!service._dataPlane.isAmbient) return [];
  return service._dataPlane.serviceWaypoint ? checkPastWaypoint(service) : checkWithoutWaypoint(service);
}

const USE_WAYPOINT = 'Let the service or its namespace use a waypoint, with useWaypoint()';

function checkWithoutWaypoint(service: MeshService): string[] {
  return [
    ...decided(service).map((one) => finding(`${one.who} with ${asked(one)}, which the proxies of nodes do not look at`,
      `${USE_WAYPOINT}, or allow the caller everything on these ports`)),
    ...(service._routesRequests && needsWaypointForRoutes(service)
      ? [finding('It has routes, a split or a traffic policy, and nobody who follows them for callers in ambient mode', USE_WAYPOINT)]
      : []),
    ...(service.node.tryFindChild('telemetry')
      ? [finding('It has telemetry of its own, and no proxy that heeds it', `${USE_WAYPOINT}, or leave addTelemetry() out`)]
      : []),
  ];
}

/** Proxies of sidecars send requests straight to the pods: what the waypoint would decide about them, nobody does. */
function checkPastWaypoint(service: MeshService): string[] {
  return decided(service).filter(({ caller }) => caller && hasSidecar(caller.enrollment)).map((one) => finding(
    `${one.who} with ${asked(one)}, but it has a sidecar, whose requests go past the waypoint and are denied`,
    'Enroll the caller with Enrollment.AMBIENT, or allow it everything on these ports',
  ));
}

function decided(service: MeshService): Permission[] {
  return service.mesh._posture.policies ? service._permissions.filter(asksForRequests) : [];
}

function asked({ options }: Permission): string {
  return inSentence(requestOptionsOf(options));
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
