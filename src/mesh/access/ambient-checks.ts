import { hasSidecar } from '../data-plane/enrollment';
import { gatewaysOf } from '../gateway-checks';
import { asksForRequests, Permission } from './permission';
import { finding, inSentence } from '../../reference/fail';
import { Identity } from '../../reference/identity';
import { requestOptionsOf } from '../../security/call-options';
import type { MeshService } from '../service/service';

/** What to do where the proxies of nodes do not look. */
export const USE_WAYPOINT = 'Let the service or its namespace use a waypoint, with useWaypoint()';

/** What was said of calls of an ambient service, and nobody would decide: nodes see connections alone, and not everybody comes by the waypoint. */
export function checkAmbientAccess(service: MeshService): string[] {
  return [
    ...(service._dataPlane.serviceWaypoint ? checkPastWaypoint(service) : checkWithoutWaypoint(service)),
    ...checkTrustDomains(service),
    ...checkTrials(service),
  ];
}

function checkWithoutWaypoint(service: MeshService): string[] {
  const { asked: authorizer, denied, tokens } = service._access;
  return [
    ...decided(service).map((one) => finding(`${one.who} with ${asked(one)}, which the proxies of nodes do not look at`,
      `${USE_WAYPOINT}, or allow the caller everything on these ports`, 'A19')),
    ...denied.lines.filter(asksForRequests).map((one) => finding(`${one.who} with ${asked(one)}, which the proxies of nodes do not look at`, USE_WAYPOINT, 'A19')),
    ...authorizer.lines.map(({ who }) => finding(`${who}, whom the proxies of nodes do not ask`, USE_WAYPOINT, 'A19')),
    ...tokens.issuers.map((issuer) => finding(`It takes tokens of "${issuer}", which the proxies of nodes do not look at`, USE_WAYPOINT, 'A19')),
  ];
}

/** Sidecars, and gateways that do not use the waypoint, send requests straight to the pods: what the waypoint would decide, nobody does. */
function checkPastWaypoint(service: MeshService): string[] {
  const refused = decided(service).filter(({ caller }) => caller && hasSidecar(caller.enrollment)).map((one) => finding(
    `${one.who} with ${asked(one)}, but it has a sidecar, whose requests go past the waypoint and are denied`,
    'Enroll the caller with Enrollment.AMBIENT, or allow it everything on these ports',
    'A20',
  ));
  const { asked: authorizer, denied } = service._access;
  const denials = [...denied.lines.filter(asksForRequests), ...authorizer.lines];
  if (denials.length === 0) return refused;
  const evading = service._permissions.filter((one) => !asksForRequests(one)).flatMap((one) => pastWaypoint(service, one));
  return [...refused, ...denials.flatMap((denial) => evading.map(({ who, fix }) => finding(
    `${denial.who}, but ${who}, whose requests go past the waypoint, where nobody looks at them`, fix, 'A20',
  )))];
}

/** Why requests of somebody who may call go past the waypoint, and what to do; nothing where they do not. */
function pastWaypoint(service: MeshService, { caller, callers, who }: Permission): { readonly who: string; readonly fix: string }[] {
  if (caller && hasSidecar(caller.enrollment)) return [{ who: `${who} from a sidecar`, fix: 'Enroll the caller with Enrollment.AMBIENT' }];
  const gateway = callers instanceof Identity && !service._dataPlane.ingressTakesWaypoint
    ? gatewaysOf(service.mesh).exposing.find(({ identity }) => identity.principal === callers.principal)
    : undefined;
  return gateway === undefined ? [] : [{
    who: `gateway "${gateway.node.path}" exposes it`,
    fix: 'Let requests from gateways take the waypoint, with useWaypoint(…, { ingress: true }), or deny them at the gateway',
  }];
}

/** What the proxies of nodes get of a source has no trust domain: it would mean everybody. */
function checkTrustDomains(service: MeshService): string[] {
  const { allowed, denied } = service._access;
  return [...allowed.lines, ...denied.lines]
    .filter((one) => !(service._dataPlane.serviceWaypoint && asksForRequests(one)))
    .filter(({ callers }) => callers.callerAttributes.some(({ trustDomains, notTrustDomains }) => trustDomains ?? notTrustDomains))
    .map(({ who }) => finding(`${who} by trust domain, which the proxies of nodes do not look at: to them it means everybody`,
      'Name principals, such as Callers.principals("example.org/*")', 'A19'));
}

/** istiod keeps policies that are tried out from the proxies of nodes, unless it is told otherwise. */
function checkTrials(service: MeshService): string[] {
  if (service._dataPlane.serviceWaypoint || service.mesh._posture.dryRun) return [];
  const trials = service._access.policies.filter(({ wanted, dryRun }) => wanted && dryRun);
  return trials.map(({ suffix }) => finding(
    `AuthorizationPolicy "${service.serviceName}-${suffix}" is tried out, but istiod keeps it from the proxies of nodes`,
    `${USE_WAYPOINT}, give the mesh dryRun: true, or leave dryRun out`,
  ));
}

function decided(service: MeshService): Permission[] {
  return service._access.allowed.isHeld ? service._permissions.filter(asksForRequests) : [];
}

function asked({ options }: Permission): string {
  return inSentence(requestOptionsOf(options));
}
