import { Posture, RouteDialect } from 'cdk8s-istio';

/** What is spoken on a port. */
export type PortKind = 'http' | 'http2' | 'grpc' | 'tcp' | 'tls';

/** A mesh as it is meant, in plain data: what is declared with the library, and what the oracle reads. */
export interface PlannedMesh {
  /** Its name, with which those of its namespaces begin. */
  readonly id: string;
  readonly posture: Posture;
  /** In which words its routes are written. */
  readonly dialect: RouteDialect;
  readonly services: readonly PlannedService[];
  readonly calls: readonly PlannedCall[];
  /** Calls of several services that are declared at once; each is among the calls, too. */
  readonly together: readonly PlannedTogether[];
  readonly grants: readonly PlannedGrant[];
  readonly denials: readonly PlannedDenial[];
  readonly tokens: readonly PlannedTokens[];
  readonly gateway?: PlannedGateway;
  readonly externals: readonly PlannedExternal[];
}

export interface PlannedService {
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly PlannedPort[];
  /** Names of its versions, a workload each; empty for a service with one workload. */
  readonly versions: readonly string[];
  /** What each version gets of what no route sends elsewhere. */
  readonly split?: readonly PlannedShare[];
  readonly routes: readonly PlannedRoute[];
  /** Where connections go of whose bytes nobody knows anything. */
  readonly connections: readonly PlannedConnectionRoute[];
}

export interface PlannedPort {
  readonly kind: PortKind;
  readonly number: number;
  /** Port of the container. */
  readonly target: number;
}

/** A share of the traffic, in percent. */
export interface PlannedShare {
  /** Name of another service of the mesh, all of it; undefined for the service itself. */
  readonly service?: string;
  /** A version of the service itself. */
  readonly version?: string;
  readonly percent: number;
}

/** Some requests of a service, and what becomes of them. */
export interface PlannedRoute {
  /** Which requests, any of these; all others when empty. */
  readonly match: readonly PlannedMatch[];
  /** Stands before what the matches say; 0 when undefined. */
  readonly priority?: number;
  readonly to?: readonly PlannedShare[];
  readonly timeoutMs?: number;
  /** What the caller's proxy answers to so many of the requests, in percent. */
  readonly abort?: { readonly status: number; readonly percent: number };
  /** What takes the place of the path, or of the prefix that the match names. */
  readonly rewrite?: string;
  /** What takes the place of the host. */
  readonly rewriteHost?: string;
  /** Where the caller is sent instead. */
  readonly redirect?: PlannedRedirect;
  /** What the proxy answers itself. */
  readonly answer?: { readonly status: number; readonly body: string };
  /** Headers that are set on the way, and on the way back. */
  readonly setHeaders?: Readonly<Record<string, string>>;
  readonly addHeaders?: Readonly<Record<string, string>>;
  readonly removeHeaders?: readonly string[];
  readonly setAnswerHeaders?: Readonly<Record<string, string>>;
  /** Who gets a copy of so many of the requests. */
  readonly mirror?: PlannedShare;
}

export interface PlannedRedirect {
  readonly uri?: string;
  readonly authority?: string;
  readonly scheme?: string;
  readonly code: number;
}

export interface PlannedMatch {
  readonly path?: PlannedPath;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, PlannedText>>;
  readonly withoutHeaders?: Readonly<Record<string, PlannedText>>;
  readonly query?: Readonly<Record<string, PlannedText>>;
  readonly port?: number;
  /** Names of the services that send the request, any of them. */
  readonly sources?: readonly string[];
}

/** How a text is compared. */
export interface PlannedText {
  readonly how: 'exact' | 'prefix' | 'regex';
  readonly value: string;
}

/** A path is also compared by what it begins with in whole segments. */
export interface PlannedPath extends Omit<PlannedText, 'how'> {
  readonly how: PlannedText['how'] | 'segments';
}

/** Some connections to a service, by bytes or by TLS that is not ended on the way. */
export interface PlannedConnectionRoute {
  readonly kind: 'tcp' | 'tls';
  /** Which connections, any of these; all others when empty. */
  readonly match: readonly PlannedConnectionMatch[];
  readonly to: readonly PlannedShare[];
}

export interface PlannedConnectionMatch {
  readonly port?: number;
  /** To which addresses. */
  readonly subnet?: string;
  /** Names of the services that connect, any of them. */
  readonly sources?: readonly string[];
}

export interface PlannedCall {
  readonly caller: PlannedService;
  readonly callee: PlannedService;
  readonly limits: PlannedLimits;
  /** Whether it is declared with those of others. */
  readonly isTogether?: boolean;
}

/** A group of services, or a namespace with all that are in it, calls a service. */
export interface PlannedTogether {
  /** Name of the namespace; undefined for a group. */
  readonly namespace?: string;
  readonly callers: readonly PlannedService[];
  readonly callee: PlannedService;
  readonly limits: PlannedLimits;
}

/** What may be asked for. */
export interface PlannedLimits {
  readonly methods?: readonly string[];
  readonly notMethods?: readonly string[];
  /** With a `*` at the beginning or the end. */
  readonly paths?: readonly string[];
  readonly notPaths?: readonly string[];
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly ports?: readonly number[];
  readonly user?: PlannedUser;
}

/** For which end users; everything that is given must hold. */
export interface PlannedUser {
  /** Values of claims, any of which will do. */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  readonly notClaims?: Readonly<Record<string, readonly string[]>>;
  /** Issuer and subject, with a `*` at the end. */
  readonly principals?: readonly string[];
  readonly audiences?: readonly string[];
}

/** What a service refuses, whatever it allows. */
export interface PlannedDenial {
  readonly callee: PlannedService;
  /** Callers from this namespace alone; everybody when undefined. */
  readonly namespace?: string;
  /** Names of the services that are not meant. */
  readonly except?: readonly string[];
  readonly limits: PlannedLimits;
  /** Whether it is only tried out. */
  readonly isTried: boolean;
}

/** A service that knows the tokens of end users. */
export interface PlannedTokens {
  readonly callee: PlannedService;
  /** Whether requests need one: all, or those to some paths. */
  readonly required: boolean;
  readonly paths?: readonly string[];
  /** Values of claims that are asked for. */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  /** Whether that they are required is only tried out. */
  readonly isTried: boolean;
  /** Header that gets the claim `role`. */
  readonly roleHeader?: string;
}

/** Callers that a service lets in, and that do not say themselves that they call. */
export interface PlannedGrant {
  readonly callee: PlannedService;
  /** All of a namespace; everybody who has an identity when undefined. */
  readonly namespace?: string;
  readonly limits: PlannedLimits;
}

export interface PlannedGateway {
  /** Whether it is one of the Gateway API, whose proxies istiod runs. */
  readonly isKubernetes: boolean;
  readonly name: string;
  readonly namespace: string;
  readonly exposures: readonly PlannedExposure[];
}

export interface PlannedExposure {
  readonly service: PlannedService;
  readonly port: number;
  /** Port of the gateway for bytes, which have no name. */
  readonly gatewayPort?: number;
  /** How requests come over TLS, and whether clients show a certificate; in plain text when undefined. */
  readonly tls?: 'simple' | 'mutual';
  readonly hosts: readonly string[];
  /** What paths begin with, in whole segments; any path when undefined. */
  readonly paths?: readonly string[];
}

/** Something outside the mesh, which nobody in it serves. */
export interface PlannedExternal extends PlannedService {
  readonly host: string;
  /** The address under which applications know it. */
  readonly address: string;
  readonly callers: readonly PlannedService[];
  /** Whether its traffic leaves through the mesh's egress gateway. */
  readonly isForwarded: boolean;
}

/** Where the traffic of a mesh leaves that is forwarded: name and namespace of its egress gateway. */
export function egressOf({ id }: Pick<PlannedMesh, 'id'>): { readonly name: string; readonly namespace: string } {
  return { name: `out-${id}`, namespace: `${id}-out` };
}

/** Full host name of a service. */
export function hostOf({ name, namespace }: Pick<PlannedService, 'name' | 'namespace'>): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** Whether requests can be told apart on the port. */
export function speaksHttp({ kind }: PlannedPort): boolean {
  return kind !== 'tcp' && kind !== 'tls';
}

/** The shares of a service's routes: who gets requests, connections, or copies. */
export function sharesOf({ routes, connections }: Pick<PlannedService, 'routes' | 'connections'>): PlannedShare[] {
  return [...routes.flatMap(({ to = [], mirror }) => [...to, ...(mirror ? [mirror] : [])]), ...connections.flatMap(({ to }) => to)];
}

/** The other services to which routes of a service lead, or copy. */
export function ledTo(from: PlannedService, services: readonly PlannedService[]): PlannedService[] {
  const names = new Set(sharesOf(from).map(({ service }) => service));
  return services.filter(({ name }) => names.has(name));
}
