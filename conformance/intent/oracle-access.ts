import { Posture } from 'cdk8s-istio';
import { PlannedDenial, PlannedLimits, PlannedMesh, PlannedService, PlannedTokens, PlannedUser } from './plan';
import { PlannedRequest } from './request';
import { ISSUER, User, userOf } from './users';

/** Who a service sees: another one, the gateway, or somebody without an identity. */
export type Caller = PlannedService | 'gateway' | 'nobody';

/** How a service refuses: it does not know the token, or it may not be. */
export type Refusal = 401 | 403;

/** How a service refuses the request, as it arrives; undefined where it lets the caller in. */
export function refusal(mesh: PlannedMesh, caller: Caller, callee: PlannedService, request: PlannedRequest): Refusal | undefined {
  // What is outside decides by itself, and nobody here says how.
  if (mesh.externals.some((one) => one === callee)) return undefined;
  const tokens = mesh.tokens.filter((one) => one.callee === callee);
  if (tokens.length > 0 && request.token !== undefined && userOf(request.token) === undefined) return 401;
  const held = mesh.posture !== Posture.AUDIT;
  const denied = mesh.denials.some((one) => one.callee === callee && !one.isTried && isMeant(one, caller) && isWithin(one.limits, request));
  if (held && (denied || tokens.some((one) => lacksToken(one, request)))) return 403;
  return mesh.posture !== Posture.ZERO_TRUST || mayCall(mesh, caller, callee, request) ? undefined : 403;
}

function isMeant({ namespace, except }: PlannedDenial, caller: Caller): boolean {
  if (typeof caller === 'string') return namespace === undefined;
  return (namespace ?? caller.namespace) === caller.namespace && !(except?.includes(caller.name) ?? false);
}

function lacksToken({ required, isTried, paths, claims }: PlannedTokens, { path, token }: PlannedRequest): boolean {
  const user = userOf(token);
  return required && !isTried && (paths?.some((pattern) => fits(path, pattern)) ?? true) && (user === undefined || !hasClaims(user, claims));
}

function hasClaims({ claims }: User, asked: NonNullable<PlannedUser['claims']> = {}): boolean {
  return Object.entries(asked).every(([name, values]) => claims[name].some((value) => values.includes(value)));
}

/** Whether it is one of the end users that are meant: whoever is unknown has no claim that is asked for, and none that must not be. */
function isUser({ claims, notClaims = {}, principals, audiences }: PlannedUser, user: User | undefined): boolean {
  if (user === undefined) return [claims, principals, audiences].every((asked) => asked === undefined);
  return hasClaims(user, claims) && !Object.entries(notClaims).some(([name, values]) => hasClaims(user, { [name]: values }))
    && (principals?.some((pattern) => fits(`${ISSUER}/${user.subject}`, pattern)) ?? true) && (audiences?.includes(user.audience) ?? true);
}

/** Whether a service is declared to let the caller in with this request. */
function mayCall(mesh: PlannedMesh, caller: Caller, callee: PlannedService, request: PlannedRequest): boolean {
  if (caller === 'nobody') return false;
  if (caller === 'gateway') {
    return mesh.gateway!.exposures.some(({ service, port }) => service === callee && port === request.port.number)
    || mesh.grants.some((grant) => grant.callee === callee && grant.namespace === undefined && isWithin(grant.limits, request));
  }
  const calls = mesh.calls.filter((call) => call.caller === caller && call.callee === callee);
  const grants = mesh.grants.filter((grant) => grant.callee === callee && (grant.namespace ?? caller.namespace) === caller.namespace);
  return [...calls, ...grants].some(({ limits }) => isWithin(limits, request));
}

function isWithin({ methods, notMethods, paths, notPaths, headers = {}, ports, user = {} }: PlannedLimits, request: PlannedRequest): boolean {
  const { port, method, path } = request;
  return (ports?.includes(port.number) ?? true)
    && (methods?.includes(method) ?? true) && !(notMethods?.includes(method) ?? false)
    && (paths?.some((pattern) => fits(path, pattern)) ?? true) && !(notPaths?.some((pattern) => fits(path, pattern)) ?? false)
    && Object.entries(headers).every(([name, values]) => values.includes(request.headers[name]))
    && isUser(user, userOf(request.token));
}

/** Paths as `calls` takes them: with a `*` at the beginning or the end. */
function fits(path: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
  return path === pattern;
}
