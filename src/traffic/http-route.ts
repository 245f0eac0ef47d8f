import { Duration } from 'cdk8s';
import { IRouteTable } from './delegation';
import { HttpFault } from './fault';
import { HttpMatch } from './http-match';
import { HttpRetries } from './resilience';
import { WeightedDestination } from '../reference/weighted-destination';
import { CorsPolicy, Headers, HTTPDirectResponse, HTTPRedirect, HTTPRewrite } from '../resources/virtual-service.generated';

/**
 * Where some of a service's requests go, and how they are treated on the way.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export interface HttpRouteOptions {
  /**
   * Name of the route, for access logs and metrics.
   *
   * @default none
   */
  readonly name?: string;
  /**
   * Which requests take the route: those that fit any of the matches. The more specific match is tried first, wherever it stands in the
   * program: an exact path, then the longer prefix, then a regular expression, then any path; a method; more headers; more query
   * parameters.
   *
   * @default all that no other route takes; a service has one such route
   */
  readonly match?: HttpMatch[];
  /**
   * A whole number that stands before how specific the matches are: routes of a higher one are tried first.
   *
   * @default 0
   */
  readonly priority?: number;
  /**
   * Where the requests go: versions, or other services, with weights that add up to 100.
   *
   * @default as `split()` says, else every version alike
   */
  readonly to?: WeightedDestination[];
  /**
   * How long a request may take, retries included. Zero sets no limit, where a default has one. It holds for the upgrade of a WebSocket
   * as for any request, and not for what goes through it afterwards; a stream of gRPC ends with it.
   *
   * @default - that of the namespace or the mesh, or no limit
   */
  readonly timeout?: Duration;
  /**
   * When and how often a failed request is tried again.
   *
   * @default - those of the namespace or the mesh, or Istio's: twice, on connect-failure, refused-stream, unavailable and cancelled
   */
  readonly retries?: HttpRetries;
  /**
   * A failure that the proxy makes up. Timeout and retries do not count for requests that it hits.
   *
   * @default none
   */
  readonly fault?: HttpFault;
  /**
   * Another team's routes, to which the requests are handed, in place of a destination. What none of them takes goes on to the next route.
   * What else is said here holds for those of them that do not say it.
   *
   * @default none
   */
  readonly delegate?: IRouteTable;
  /**
   * What is changed in path and host before the request goes on.
   *
   * @default nothing
   */
  readonly rewrite?: HTTPRewrite;
  /**
   * Another address to which the caller is sent, in place of a destination.
   *
   * @default none
   */
  readonly redirect?: HTTPRedirect;
  /**
   * An answer that the proxy gives itself, in place of a destination.
   *
   * @default none
   */
  readonly directResponse?: HTTPDirectResponse;
  /**
   * Headers that are changed in the request, and in the answer: set, added, removed.
   *
   * @default none
   */
  readonly headers?: Headers;
  /**
   * Versions or services that get a copy of the requests, with the percentage of requests that are copied as weight. Nobody waits for
   * their answers.
   *
   * @default as `mirror()` says, else none
   */
  readonly mirrors?: WeightedDestination[];
  /**
   * Which pages of other origins a browser lets call the route.
   *
   * @default - the service decides
   */
  readonly corsPolicy?: CorsPolicy;
}
