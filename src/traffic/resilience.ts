import { Duration } from 'cdk8s';
import { IConstruct } from 'constructs';
import { failure } from '../reference/fail';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * When and how often a failed request is tried again.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export interface HttpRetries {
  /** How many more times a request is tried (`attempts`). Zero turns retries off, those of Istio's defaults too. */
  readonly attempts: number;
  /**
   * How long one try may take (`perTryTimeout`).
   *
   * @default the timeout of the route
   */
  readonly perTryTimeout?: Duration;
  /**
   * Which failures are tried again (`retryOn`): words of Envoy, such as `gateway-error` or, for gRPC, `unavailable`, and HTTP statuses.
   *
   * @default Istio's: connect-failure,refused-stream,unavailable,cancelled
   * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
   */
  readonly retryOn?: string[];
  /**
   * The shortest wait before a try (`backoff`); later waits grow from it.
   *
   * @default 25ms
   */
  readonly backoff?: Duration;
  /**
   * Whether a try may go to endpoints of other localities than the first ones (`retryRemoteLocalities`).
   *
   * @default false
   */
  readonly retryRemoteLocalities?: boolean;
  /**
   * Whether a try avoids endpoints that have failed the request already (`retryIgnorePreviousHosts`).
   *
   * @default true, save where a consistent hash chooses the endpoint
   */
  readonly retryIgnorePreviousHosts?: boolean;
}

/** The words of Envoy on which it retries, for HTTP and for gRPC. */
const CONDITIONS = [
  '5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'envoy-ratelimited', 'retriable-4xx', 'refused-stream',
  'retriable-status-codes', 'retriable-headers', 'http3-post-connect-failure',
  'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable',
];

/** Refuses retries that no proxy would make sense of. */
export function checkRetries(scope: IConstruct, retries: HttpRetries): void {
  if (!Number.isInteger(retries.attempts) || retries.attempts < 0) {
    throw failure(scope, `${retries.attempts} is not a number of retries`, 'Give a whole number; 0 turns retries off');
  }
  const [idle] = Object.entries(retries).find(([field, value]) => field !== 'attempts' && value !== undefined) ?? [];
  if (retries.attempts === 0 && idle !== undefined) {
    throw failure(scope, `With 0 attempts nothing is retried, and ${idle} has no effect`, `Give attempts, or leave ${idle} out`);
  }
  const wrong = retries.retryOn?.find((condition) => !CONDITIONS.includes(condition) && !/^[1-5]\d\d$/.test(condition));
  if (wrong !== undefined) {
    throw failure(scope, `"${wrong}" is not a condition to retry on`, `Give HTTP statuses such as "503", and any of ${CONDITIONS.join(', ')}`);
  }
  if (retries.retryOn?.length === 0) {
    throw failure(scope, 'The list retryOn is empty', 'Leave it out for the conditions of Istio, or give attempts: 0 to turn retries off');
  }
}

/** The retries as a VirtualService spells them. */
export function renderRetries(retries: HttpRetries): Record<string, unknown> {
  const { attempts, perTryTimeout, retryOn, backoff, retryRemoteLocalities, retryIgnorePreviousHosts } = retries;
  return {
    attempts,
    ...(perTryTimeout && { perTryTimeout: ProtoDuration.of(perTryTimeout).text }),
    ...(retryOn && { retryOn: retryOn.join(',') }),
    ...(backoff && { backoff: ProtoDuration.of(backoff).text }),
    ...(retryRemoteLocalities && { retryRemoteLocalities }),
    ...(retryIgnorePreviousHosts !== undefined && { retryIgnorePreviousHosts }),
  };
}
