import { Duration } from 'cdk8s';
import { LoadBalancer } from './load-balancer';
import { HttpRetries, renderRetries } from './resilience';
import { CallPolicy } from './traffic-policy';
import { JsonObject } from '../reference/json';
import { ConnectionPoolSettings, OutlierDetection } from '../resources/destination-rule.generated';

/** How services are called that say nothing else themselves. */
export interface TrafficDefaults {
  /**
   * How long a request may take, retries included.
   *
   * @default no limit
   */
  readonly timeout?: Duration;
  /**
   * When and how often a failed request is tried again.
   *
   * @default Istio's: twice, on connect-failure, refused-stream, unavailable and cancelled
   */
  readonly retries?: HttpRetries;
  /**
   * When failing endpoints are left out for a while.
   *
   * @default never
   */
  readonly outlierDetection?: OutlierDetection;
  /**
   * How many connections and requests are open at once. Limits of requests hold for services that speak HTTP.
   *
   * @default no limits
   */
  readonly connectionPool?: ConnectionPoolSettings;
  /**
   * Which endpoint gets the next request.
   *
   * @default LoadBalancer.leastRequest()
   */
  readonly loadBalancer?: LoadBalancer;
}

/** A field of `TrafficDefaults`. */
export type DefaultField = keyof TrafficDefaults;

/** All of them. */
export const DEFAULT_FIELDS = ['timeout', 'retries', 'outlierDetection', 'connectionPool', 'loadBalancer'] as const;

/** Where something is said in place of a default. */
export interface TrafficOverride {
  /** What is said, by its name in `TrafficDefaults`. */
  readonly field: string;
  /** Who says it: the name of a namespace, or namespace/name of a service. */
  readonly where: string;
  /**
   * Where in the program it is said, as file:line.
   *
   * @default - the platform does not tell
   */
  readonly declaredAt?: string;
}

/** The defaults that the mesh configuration has fields for, in its words: they hold for all that proxies call. */
export function renderMeshDefaults({ retries, outlierDetection, connectionPool }: TrafficDefaults): JsonObject {
  const policy = { ...(connectionPool && { connectionPool }), ...(outlierDetection && { outlierDetection }) };
  return {
    ...(retries && { defaultHttpRetryPolicy: renderRetries(retries) }),
    ...(Object.keys(policy).length > 0 && { defaultTrafficPolicy: policy }),
  };
}

/** The defaults that the mesh configuration cannot say, so that each service says them. */
export function beyondMeshConfig({ timeout, loadBalancer }: TrafficDefaults): TrafficDefaults {
  return { timeout, loadBalancer };
}

/** The inner defaults, and what they do not say of the outer ones. */
export function mergedDefaults(outer: TrafficDefaults, inner: TrafficDefaults): TrafficDefaults {
  return {
    timeout: inner.timeout ?? outer.timeout,
    retries: inner.retries ?? outer.retries,
    outlierDetection: inner.outlierDetection ?? outer.outlierDetection,
    connectionPool: inner.connectionPool ?? outer.connectionPool,
    loadBalancer: inner.loadBalancer ?? outer.loadBalancer,
  };
}

/** The defaults for the calls of a service: without what it has no requests for. */
export function callDefaults({ outlierDetection, connectionPool, loadBalancer }: TrafficDefaults, speaksHttp: boolean): CallPolicy {
  const { tcp } = connectionPool ?? {};
  return {
    outlierDetection,
    connectionPool: speaksHttp || connectionPool === undefined ? connectionPool : tcp && { tcp },
    loadBalancer: speaksHttp || loadBalancer?._hashedOfRequests === undefined ? loadBalancer : undefined,
  };
}
