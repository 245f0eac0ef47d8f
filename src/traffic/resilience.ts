import { Duration } from 'cdk8s';
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
   * Which failures are tried again (`retryOn`), in Envoy's words.
   *
   * @default Istio's: connect-failure,refused-stream,unavailable,cancelled
   * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
   */
  readonly retryOn?: string[];
}

/** The retries as a VirtualService spells them. */
export function renderRetries(retries: HttpRetries): Record<string, unknown> {
  if (!Number.isInteger(retries.attempts) || retries.attempts < 0) {
    throw new Error(`${retries.attempts} is not a number of retries. Give a whole number; 0 turns retries off.`);
  }
  return {
    attempts: retries.attempts,
    ...(retries.perTryTimeout && { perTryTimeout: ProtoDuration.of(retries.perTryTimeout).text }),
    ...(retries.retryOn && { retryOn: retries.retryOn.join(',') }),
  };
}
