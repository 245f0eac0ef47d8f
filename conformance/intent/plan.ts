import { Posture, RouteDialect } from 'cdk8s-istio';

/** What is spoken on a port. */
export type PortKind = 'http' | 'http2' | 'grpc' | 'tcp';

/** A mesh as it is meant, in plain data: what is declared with the library, and what the oracle reads. */
export interface PlannedMesh {
  /** Its name, with which those of its namespaces begin. */
  readonly id: string;
  readonly posture: Posture;
  /** In which words its routes are written. */
  readonly dialect: RouteDialect;
  readonly services: readonly PlannedService[];
  readonly calls: readonly PlannedCall[];
  readonly gateway?: PlannedGateway;
}

export interface PlannedService {
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly PlannedPort[];
  /** Names of its versions, a workload each; empty for a service with one workload. */
  readonly versions: readonly string[];
  /** What each version gets of what no route sends elsewhere. */
  readonly split?: Shares;
  readonly routes: readonly PlannedRoute[];
}

export interface PlannedPort {
  readonly kind: PortKind;
  readonly number: number;
  /** Port of the container. */
  readonly target: number;
}

/** Percentages by version, which add up to 100. */
export type Shares = Readonly<Record<string, number>>;

/** Some requests of a service, and what becomes of them. */
export interface PlannedRoute {
  /** Which requests, any of these; all others when empty. */
  readonly match: readonly PlannedMatch[];
  readonly to?: Shares;
  readonly timeoutMs?: number;
  /** Status of the answer that the caller's proxy makes up. */
  readonly abort?: number;
  /** Headers that are set on the way. */
  readonly setHeaders?: Readonly<Record<string, string>>;
}

export interface PlannedMatch {
  readonly path?: PlannedText;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, PlannedText>>;
  readonly query?: Readonly<Record<string, PlannedText>>;
}

/** How a text is compared. */
export interface PlannedText {
  readonly how: 'exact' | 'prefix' | 'regex';
  readonly value: string;
}

export interface PlannedCall {
  readonly caller: PlannedService;
  readonly callee: PlannedService;
  readonly methods?: readonly string[];
  /** With a `*` at the beginning or the end. */
  readonly paths?: readonly string[];
  readonly ports?: readonly number[];
}

export interface PlannedGateway {
  readonly name: string;
  readonly namespace: string;
  readonly exposures: readonly PlannedExposure[];
}

export interface PlannedExposure {
  readonly service: PlannedService;
  readonly port: number;
  readonly hosts: readonly string[];
  /** What paths begin with, in whole segments; any path when undefined. */
  readonly paths?: readonly string[];
}

/** Full host name of a service. */
export function hostOf({ name, namespace }: PlannedService): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** Whether requests can be told apart on the port. */
export function speaksHttp({ kind }: PlannedPort): boolean {
  return kind !== 'tcp';
}
