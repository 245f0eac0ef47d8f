import { Duration } from 'cdk8s';
import { Percentage } from '../reference/percentage';
import { ProtoDuration } from '../reference/proto-duration';

/** The statuses of gRPC, by the names by which Istio knows them. */
const GRPC_STATUSES = [
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS',
  'UNAUTHENTICATED',
];

/**
 * A failure that the proxy makes up, to see how callers cope (`fault` of a route).
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection
 */
export class HttpFault {
  /**
   * Holds requests back. Writes the fault of a route of a `VirtualService` (`spec.http[].fault.delay.fixedDelay`,
   * `spec.http[].fault.delay.percentage`).
   *
   * @param duration how long
   * @param percentage of how many of the requests, from 0 to 100
   * @throws if the percentage is not from 0 to 100
   * @example web.route({ match: [{ path: StringMatch.prefix('/slow/') }], fault: HttpFault.delay(Duration.seconds(7), 50) });
   */
  public static delay(duration: Duration, percentage: number): HttpFault {
    return new HttpFault({ delay: { fixedDelay: ProtoDuration.of(duration).text, percentage: { value: Percentage.of(percentage).value } } });
  }

  /**
   * Answers requests with an error instead of passing them on. Writes the fault of a route of a `VirtualService`
   * (`spec.http[].fault.abort.httpStatus`, `spec.http[].fault.abort.percentage`).
   *
   * @param httpStatus the status of the answer, from 200 to 599
   * @param percentage of how many of the requests, from 0 to 100
   * @throws if the status is not a whole number from 200 to 599
   * @throws if the percentage is not from 0 to 100
   * @example web.route({ match: [{ headers: { 'x-test': StringMatch.exact('503') } }], fault: HttpFault.abort(503, 100) });
   */
  public static abort(httpStatus: number, percentage: number): HttpFault {
    if (!Number.isInteger(httpStatus) || httpStatus < 200 || httpStatus > 599) {
      throw new Error(`${httpStatus} is not an HTTP status that a fault can answer with. Give a whole number from 200 to 599.`);
    }
    return new HttpFault({ abort: { httpStatus, percentage: { value: Percentage.of(percentage).value } } });
  }

  /**
   * Answers calls of gRPC with an error instead of passing them on. Writes the fault of a route of a `VirtualService`
   * (`spec.http[].fault.abort.grpcStatus`, `spec.http[].fault.abort.percentage`).
   *
   * @param grpcStatus the name of the status, such as "UNAVAILABLE"
   * @param percentage of how many of the calls, from 0 to 100
   * @throws if there is no such status
   * @throws if the percentage is not from 0 to 100
   * @example
   * const search = shop.addService('search', { ports: [MeshPort.grpc(9000, { target: 8080 })], workload: pods('search') });
   * search.route({ fault: HttpFault.grpcAbort('UNAVAILABLE', 10) });
   */
  public static grpcAbort(grpcStatus: string, percentage: number): HttpFault {
    if (!GRPC_STATUSES.includes(grpcStatus)) {
      throw new Error(`"${grpcStatus}" is not a status of gRPC. Give one of ${GRPC_STATUSES.join(', ')}.`);
    }
    return new HttpFault({ abort: { grpcStatus, percentage: { value: Percentage.of(percentage).value } } });
  }

  private constructor(private readonly rendered: Record<string, unknown>) {}

  /**
   * This fault and another one together: first the delay, then the error. Writes both as the fault of one route of a `VirtualService`
   * (`spec.http[].fault.delay`, `spec.http[].fault.abort`).
   *
   * @param other the other fault
   * @throws if both are delays, or both are errors
   * @example web.route({ fault: HttpFault.delay(Duration.seconds(2), 10).and(HttpFault.abort(500, 1)) });
   */
  public and(other: HttpFault): HttpFault {
    const twice = Object.keys(other.rendered).find((key) => Object.hasOwn(this.rendered, key));
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
