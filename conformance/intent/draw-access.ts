import {
  ledTo, PlannedCall, PlannedDenial, PlannedGrant, PlannedLimits, PlannedMesh, PlannedService, PlannedTogether, PlannedTokens, PlannedUser,
  speaksHttp,
} from './plan';
import { ISSUER, USERS } from './users';
import { METHODS } from './words';
import { Draw } from '../generate/draw';

/** The paths that a call names. */
const CALLED = ['/a', '/a/*', '/a*', '/items/*', '*/b', '/admin'];

/** Draws what may be asked of a service. */
type LimitsFor = (callee: PlannedService) => PlannedLimits;

/** What is declared of who may ask for what. */
type Access = Pick<PlannedMesh, 'calls' | 'together' | 'grants' | 'denials' | 'tokens'>;

/** Who calls whom, what is let in and what is refused besides, and who knows end users. */
export function drawAccess(draw: Draw, services: readonly PlannedService[], namespaces: readonly string[]): Access {
  const tokens = services.flatMap((callee) => (callee.ports.every(speaksHttp) ? draw.maybe(0.3, () => drawTokens(draw, callee)) ?? [] : []));
  const limitsFor: LimitsFor = (callee) => drawLimits(draw, callee, tokens.some((one) => one.callee === callee));
  const together = drawTogether(draw, services, limitsFor);
  const calls = [...drawCalls(draw, services, limitsFor), ...together.flatMap(({ callers, callee, limits }) => (
    callers.map((caller): PlannedCall => ({ caller, callee, limits, isTogether: true }))))];
  const grants = services.flatMap((callee) => draw.maybe(0.2, () => drawGrant(draw, callee, namespaces, limitsFor)) ?? []);
  const denials = services.flatMap((callee) => draw.maybe(0.15, () => drawDenial(draw, callee, services, limitsFor)) ?? []);
  return { ...followed(services, calls, grants), together, denials, tokens };
}

/** Several services that call one, whose routes lead nowhere else. */
function drawTogether(draw: Draw, services: readonly PlannedService[], limitsFor: LimitsFor): PlannedTogether[] {
  const callees = services.filter((one) => ledTo(one, services).length === 0);
  if (callees.length === 0 || draw.chance(0.6)) return [];
  const callee = draw.pick(callees);
  const others = services.filter((one) => one !== callee);
  const namespace = draw.maybe(0.5, () => draw.pick(others).namespace);
  const callers = namespace === undefined ? draw.some(others) : others.filter((one) => one.namespace === namespace);
  return [{ callers, callee, limits: limitsFor(callee), ...(namespace !== undefined && { namespace }) }];
}

function drawCalls(draw: Draw, services: readonly PlannedService[], limitsFor: LimitsFor): PlannedCall[] {
  const pairs = services.flatMap((caller) => services.filter((callee) => callee !== caller).map((callee) => ({ caller, callee })));
  return draw.some(pairs).flatMap(({ caller, callee }) => (
    draw.list(1, draw.chance(0.2) ? 2 : 1, () => ({ caller, callee, limits: limitsFor(callee) }))));
}

/** Who may call a service may call where its routes lead, too: synthesis asks for that. Nobody is led back to itself. */
function followed(services: readonly PlannedService[], calls: readonly PlannedCall[], grants: readonly PlannedGrant[]): Pick<PlannedMesh, 'calls' | 'grants'> {
  const leadsTo = new Map(services.map((service) => [service, reachedFrom(service, services)]));
  const kept = calls.filter(({ caller, callee }) => !leadsTo.get(callee)!.has(caller));
  const lacking = kept.flatMap(({ caller, callee }) => [...leadsTo.get(callee)!].map((to) => ({ caller, callee: to, limits: {} })))
    .filter(({ caller, callee }) => !kept.some((call) => call.caller === caller && call.callee === callee));
  const shut = grants.flatMap(({ callee, namespace }) => [...leadsTo.get(callee)!].map((to): PlannedGrant => (
    { callee: to, ...(namespace !== undefined && { namespace }), limits: {} })))
    .filter(({ callee, namespace }) => !grants.some((grant) => grant.callee === callee && grant.namespace === namespace));
  return { calls: [...kept, ...unique(lacking)], grants: [...grants, ...unique(shut)] };
}

/** The services to which the routes of one lead, and theirs. */
function reachedFrom(service: PlannedService, services: readonly PlannedService[]): ReadonlySet<PlannedService> {
  const reached = new Set<PlannedService>();
  for (let next = [service]; next.length > 0;) {
    next = next.flatMap((one) => ledTo(one, services)).filter((one) => !reached.has(one));
    next.forEach((one) => reached.add(one));
  }
  return reached;
}

function unique<T extends Pick<PlannedCall, 'callee'> & Partial<Pick<PlannedCall, 'caller'> & Pick<PlannedGrant, 'namespace'>>>(items: readonly T[]): T[] {
  return [...new Map(items.map((one) => [JSON.stringify([one.caller?.name, one.callee.name, one.namespace]), one])).values()];
}

function drawGrant(draw: Draw, callee: PlannedService, namespaces: readonly string[], limitsFor: LimitsFor): PlannedGrant {
  const namespace = draw.maybe(0.7, () => draw.pick(namespaces));
  return { callee, ...(namespace !== undefined && { namespace }), limits: limitsFor(callee) };
}

function drawDenial(draw: Draw, callee: PlannedService, services: readonly PlannedService[], limitsFor: LimitsFor): PlannedDenial {
  const limits = limitsFor(callee);
  const others = services.filter((service) => service !== callee);
  const isTried = draw.chance(0.15);
  return { callee, limits, isTried, ...draw.pick([{}, { namespace: draw.pick(others).namespace }, { except: [draw.pick(others).name] }]) };
}

function drawTokens(draw: Draw, callee: PlannedService): PlannedTokens {
  const required = draw.chance(0.6);
  return {
    callee,
    required,
    isTried: required && draw.chance(0.15),
    ...(required && draw.chance(0.4) && { paths: draw.some(CALLED) }),
    ...(required && draw.chance(0.4) && { claims: drawClaims(draw) }),
    ...(draw.chance(0.4) && { roleHeader: 'x-role' }),
  };
}

/** Values of one claim: plain, one of a list, or inside another claim. */
function drawClaims(draw: Draw): Readonly<Record<string, readonly string[]>> {
  return draw.pick<Readonly<Record<string, readonly string[]>>>([
    { role: ['staff'] }, { role: ['staff', 'guest'] }, { groups: ['ops'] }, { groups: ['dev'] },
    { '[realm][roles]': ['admin', 'writer'] }, { '[realm][roles]': ['reader'] },
  ]);
}

function drawUser(draw: Draw): PlannedUser {
  return draw.way<PlannedUser>(
    () => ({ claims: drawClaims(draw) }),
    () => ({ notClaims: drawClaims(draw) }),
    () => ({ principals: draw.pick([[`${ISSUER}/*`], [`${ISSUER}/${USERS.staff.subject}`]]) }),
    () => ({ audiences: [draw.pick(Object.values(USERS)).audience] }),
    () => ({ claims: drawClaims(draw), principals: ['*'] }),
  );
}

function drawLimits(draw: Draw, { ports }: PlannedService, knowsUsers: boolean): PlannedLimits {
  const http = ports.filter(speaksHttp);
  if (http.length === 0 || draw.chance(0.5)) return draw.chance(0.3) ? { ports: draw.some(ports).map(({ number }) => number) } : {};
  const asked = {
    ...(draw.chance(0.5) && { methods: draw.some(METHODS) }),
    ...(draw.chance(0.5) && { paths: draw.some(CALLED) }),
    ...(draw.chance(0.15) && { notMethods: [draw.pick(METHODS)] }),
    ...(draw.chance(0.15) && { notPaths: [draw.pick(CALLED)] }),
    ...(draw.chance(0.15) && { headers: { 'x-beta': ['yes'] } }),
    ...(knowsUsers && draw.chance(0.5) && { user: drawUser(draw) }),
  };
  // What is asked of requests can be asked on ports that speak HTTP alone.
  return { ...asked, ...((http.length < ports.length || draw.chance(0.3)) && { ports: draw.some(http).map(({ number }) => number) }) };
}
