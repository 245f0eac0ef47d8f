import { Duration } from 'cdk8s';
import { Percentage } from '../reference/percentage';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * A failure that the proxy makes up, to see how callers cope.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection
 */
export class HttpFault {
  /**
   * Holds requests back.
   *
   * @param duration how long
   * @param percentage of how many of the requests, from 0 to 100
   */
  public static delay(duration: Duration, percentage: number): HttpFault {
    return new HttpFault({ delay: { fixedDelay: ProtoDuration.of(duration).text, percentage: { value: Percentage.of(percentage).value } } });
  }

  /**
   * Answers requests with an error instead of passing them on.
   *
   * @param httpStatus the status of the answer, from 200 to 599
   * @param percentage of how many of the requests, from 0 to 100
   */
  public static abort(httpStatus: number, percentage: number): HttpFault {
    if (!Number.isInteger(httpStatus) || httpStatus < 200 || httpStatus > 599) {
      throw new Error(`${httpStatus} is not an HTTP status that a fault can answer with. Give a whole number from 200 to 599.`);
    }
    return new HttpFault({ abort: { httpStatus, percentage: { value: Percentage.of(percentage).value } } });
  }

  private constructor(private readonly rendered: Record<string, unknown>) {}

  /** This fault and another one together: first the delay, then the error. */
  public and(other: HttpFault): HttpFault {
    const twice = Object.keys(other.rendered).find((key) => key in this.rendered);
    if (twice) {
      throw new Error(`A fault can have one ${twice}, and this one has two. Give them to two routes with different matches.`);
    }
    return new HttpFault({ ...this.rendered, ...other.rendered });
  }

  /** @internal */
  public _render(): any {
    return { ...this.rendered };
  }
}
