// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { validated } from './validation/at-synthesis';
import { Host } from '../reference/host-name';
import { Percentage } from '../reference/percentage';
import { PortNumber } from '../reference/port-number';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * What a VirtualService is made from.
 */
export interface VirtualServiceProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the VirtualService says.
   */
  readonly spec: VirtualServiceSpec;
}

/**
 * Where requests for a host go: routes by match, with weights, rewrites, retries, timeouts, faults and mirrors.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class VirtualService extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: VirtualServiceProps): any {
    return manifestOf(VirtualService.GVK, props);
  }

  /**
   * Adds a VirtualService to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, VirtualService.GVK, manifest, 'istio');
  }

  /**
   * A VirtualService that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(VirtualService.GVK, name, namespace);
  }

  /**
   * Whether something is a VirtualService, of whichever version and class.
   *
   * @param construct anything
   */
  public static isVirtualService(construct: any): construct is ApiObject {
    return isOfKind(construct, VirtualService.GVK);
  }

  /**
   * Adds a VirtualService to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: VirtualServiceProps) {
    super(scope, id, { ...copyOf(props), ...VirtualService.GVK });
    validated(this);
  }
}

/**
 * Which pages of other origins a browser may let call this route, and with what.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface CorsPolicy {
  /**
   * Whether the browser may send cookies and other credentials along; it is told so by `Access-Control-Allow-Credentials`.
   *
   * Written as `allowCredentials`: true or false.
   *
   * @default - the header is not sent, so that browsers send no credentials
   */
  readonly allowCredentials?: boolean;

  /**
   * Request headers that a page may set by itself, sent as `Access-Control-Allow-Headers`.
   *
   * Written as `allowHeaders`: a list, each item a string.
   *
   * @default - none besides those that browsers always permit
   */
  readonly allowHeaders?: string[];

  /**
   * HTTP methods that a page may use, sent as `Access-Control-Allow-Methods`.
   *
   * Written as `allowMethods`: a list, each item a string.
   *
   * @default - none besides those that browsers always permit
   */
  readonly allowMethods?: string[];

  /**
   * Origins that may call, each compared as a whole.
   *
   * Written as `allowOrigin`: a list, each item a string.
   *
   * @default - see `allowOrigins`
   * @deprecated use `allowOrigins`
   */
  readonly allowOrigin?: string[];

  /**
   * Origins that may call; one match is enough, and the answer then repeats the caller's origin.
   *
   * Written as `allowOrigins`: a list, each item `StringMatch`.
   *
   * @default - no other origin may call
   */
  readonly allowOrigins?: StringMatch[];

  /**
   * Response headers that a page may read, sent as `Access-Control-Expose-Headers`.
   *
   * Written as `exposeHeaders`: a list, each item a string.
   *
   * @default - only those that browsers always show
   */
  readonly exposeHeaders?: string[];

  /**
   * How long a browser may reuse the answer to a preflight request; whole seconds count.
   *
   * Written as `maxAge`: a duration such as `5s`, at least `1ms`.
   *
   * @default - the browser decides
   */
  readonly maxAge?: ProtoDuration;

  /**
   * What happens to a preflight request whose origin is not among the allowed ones.
   *
   * Written as `unmatchedPreflights`: one of the words of `UnmatchedPreflights`.
   *
   * @default - `FORWARD`
   */
  readonly unmatchedPreflights?: UnmatchedPreflights;
}

/**
 * Another VirtualService that holds the routes of this one. It has no hosts of its own, and cannot delegate further.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Delegate {
  /**
   * The name of the VirtualService that is included here.
   *
   * Written as `name`: a string.
   *
   * @default - none; a delegate without a name is refused
   */
  readonly name?: string;

  /**
   * Where the included VirtualService lives.
   *
   * Written as `namespace`: a string.
   *
   * @default - the namespace of the one that includes it
   */
  readonly namespace?: string;
}

/**
 * A service, and where it is given a subset and a port of it, to which traffic goes.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Destination {
  /**
   * The service by its host in the mesh's registry. A short name is completed with the namespace of the rule, not that of the
   * service, so write it in full; requests to an unknown host fail.
   *
   * Written as `host`: a host, such as `www.example.com`.
   */
  readonly host: Host;

  /**
   * Which port of the service is called.
   *
   * Written as `port`: `PortSelector`.
   *
   * @default - the only port of the service; where it has several, the port on which the request came
   */
  readonly port?: PortSelector;

  /**
   * The version of the service, as a DestinationRule of the host names it.
   *
   * Written as `subset`: a string.
   *
   * @default - all endpoints of the host
   */
  readonly subset?: string;
}

/**
 * What a direct response holds, as text or as bytes.
 *
 * At most one of `string` and `bytes` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPBody {
  /**
   * The body as text.
   *
   * Written as `string`: a string.
   *
   * @param value a string
   */
  public static string(value: string): HTTPBody {
    return new HTTPBody({ string: value });
  }

  /**
   * A binary body, written in base64.
   *
   * Written as `bytes`: bytes in base64.
   *
   * @param value bytes in base64
   */
  public static bytes(value: string): HTTPBody {
    return new HTTPBody({ bytes: value });
  }

  /**
   * None of `string` and `bytes`.
   */
  public static of(): HTTPBody {
    return new HTTPBody({});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * An answer that the proxy gives by itself, without calling any service.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPDirectResponse {
  /**
   * The content of the answer. Give its `Content-Type` among the route's response headers.
   *
   * Written as `body`: `HTTPBody`.
   *
   * @default - an empty answer
   */
  readonly body?: HTTPBody;

  /**
   * The HTTP status code of the answer, such as 503.
   *
   * Written as `status`: a whole number, 0 or more.
   */
  readonly status: number;
}

/**
 * Requests that fail on purpose, without reaching the service.
 *
 * At most one of `httpStatus`, `grpcStatus` and `http2Error` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPFaultAbort {
  /**
   * The HTTP status code of the failure, from 200 to 599.
   *
   * Written as `httpStatus`: a whole number.
   *
   * @param value a whole number
   * @param options the other fields
   */
  public static httpStatus(value: number, options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort({ ...options, httpStatus: value });
  }

  /**
   * The gRPC status of the failure by its name, such as `UNAVAILABLE`; numbers are refused.
   *
   * Written as `grpcStatus`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static grpcStatus(value: string, options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort({ ...options, grpcStatus: value });
  }

  /**
   * An HTTP/2 error. Istio's webhook refuses it as not yet supported.
   *
   * Written as `http2Error`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static http2Error(value: string, options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort({ ...options, http2Error: value });
  }

  /**
   * None of `httpStatus`, `grpcStatus` and `http2Error`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `HTTPFaultAbort` beside `httpStatus`, `grpcStatus` and `http2Error`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPFaultAbortOptions {
  /**
   * The share of requests that fail.
   *
   * Written as `percentage`: `Percent`.
   *
   * @default - no request fails
   */
  readonly percentage?: Percent;
}

/**
 * Requests that are held back on purpose, as by a slow network.
 *
 * At most one of `fixedDelay` and `exponentialDelay` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPFaultDelay {
  /**
   * How long each request waits before it goes on.
   *
   * Written as `fixedDelay`: a duration such as `5s`, at least `1ms`.
   *
   * @param value a duration such as `5s`, at least `1ms`
   * @param options the other fields
   */
  public static fixedDelay(value: ProtoDuration, options?: HTTPFaultDelayOptions): HTTPFaultDelay {
    return new HTTPFaultDelay({ ...options, fixedDelay: value });
  }

  /**
   * A growing delay. Istio's webhook refuses it as not yet supported.
   *
   * Written as `exponentialDelay`: a duration such as `5s`, at least `1ms`.
   *
   * @param value a duration such as `5s`, at least `1ms`
   * @param options the other fields
   */
  public static exponentialDelay(value: ProtoDuration, options?: HTTPFaultDelayOptions): HTTPFaultDelay {
    return new HTTPFaultDelay({ ...options, exponentialDelay: value });
  }

  /**
   * None of `fixedDelay` and `exponentialDelay`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: HTTPFaultDelayOptions): HTTPFaultDelay {
    return new HTTPFaultDelay(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `HTTPFaultDelay` beside `fixedDelay` and `exponentialDelay`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPFaultDelayOptions {
  /**
   * The share of delayed requests as a whole number, 0 to 100.
   *
   * Written as `percent`: a number from 0 to 100.
   *
   * @default - see `percentage`
   * @deprecated use `percentage`
   */
  readonly percent?: Percentage;

  /**
   * The share of requests that wait.
   *
   * Written as `percentage`: `Percent`.
   *
   * @default - no request waits
   */
  readonly percentage?: Percent;
}

/**
 * Failures on purpose, to see how callers cope: a delay, an abort, or both, each drawn by itself. The proxy of the caller makes
 * them.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPFaultInjection {
  /**
   * Which requests are answered with a failure.
   *
   * Written as `abort`: `HTTPFaultAbort`.
   *
   * @default - no request is aborted
   */
  readonly abort?: HTTPFaultAbort;

  /**
   * Which requests are slowed down.
   *
   * Written as `delay`: `HTTPFaultDelay`.
   *
   * @default - no request is delayed
   */
  readonly delay?: HTTPFaultDelay;
}

/**
 * What a request must be like. All that is written must hold; the list around it is of alternatives.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPMatchRequest {
  /**
   * The `Host` or `:authority` header, with regard to case.
   *
   * Written as `authority`: `StringMatch`.
   *
   * @default - any
   */
  readonly authority?: StringMatch;

  /**
   * Gateways at which the match counts, in place of those of the whole VirtualService; `mesh` stands for all sidecars.
   *
   * Written as `gateways`: a list, each item a string.
   *
   * @default - the gateways of the VirtualService
   */
  readonly gateways?: string[];

  /**
   * Headers by their names in lower case. An empty match asks only that the header is there; `uri`, `scheme`, `method` and
   * `authority` are passed over.
   *
   * Written as `headers`: a map, each value `StringMatch`.
   *
   * @default - any headers
   */
  readonly headers?: { readonly [key: string]: StringMatch };

  /**
   * Whether upper and lower case are the same in `exact` and `prefix` matches of the path.
   *
   * Written as `ignoreUriCase`: true or false.
   *
   * @default - false
   */
  readonly ignoreUriCase?: boolean;

  /**
   * The HTTP method, in capitals as it is sent.
   *
   * Written as `method`: `StringMatch`.
   *
   * @default - any
   */
  readonly method?: StringMatch;

  /**
   * A name that access logs show behind the route's own, for those who read them.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The port of the service, or of the gateway's server, on which the request arrives.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly port?: PortNumber;

  /**
   * Query parameters by name, without the question mark. `regex` must match the whole value; an `exact` empty string takes a bare
   * `?key`; `prefix` is refused where it is empty.
   *
   * Written as `queryParams`: a map, each value `StringMatch`.
   *
   * @default - any query
   */
  readonly queryParams?: { readonly [key: string]: StringMatch };

  /**
   * The URI scheme, `http` or `https`.
   *
   * Written as `scheme`: `StringMatch`.
   *
   * @default - any
   */
  readonly scheme?: StringMatch;

  /**
   * Only sidecars of pods with these labels get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceLabels`: a map, each value a string.
   *
   * @default - all sidecars
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * Only sidecars of this namespace get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceNamespace`: a string.
   *
   * @default - every namespace
   */
  readonly sourceNamespace?: string;

  /**
   * The prefix `route.` and this text name Envoy statistics of the route alone. Istio's own metrics do not change.
   *
   * Written as `statPrefix`: a string.
   *
   * @default - no statistics of the route
   */
  readonly statPrefix?: string;

  /**
   * The path of the request, without its query.
   *
   * Written as `uri`: `StringMatch`.
   *
   * @default - any path
   */
  readonly uri?: StringMatch;

  /**
   * As `headers`, turned around: a request with one of these does not match.
   *
   * Written as `withoutHeaders`: a map, each value `StringMatch`.
   *
   * @default - nothing is excluded
   */
  readonly withoutHeaders?: { readonly [key: string]: StringMatch };
}

/**
 * One receiver of copied requests. Its answers are thrown away.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPMirrorPolicy {
  /**
   * The service that gets the copies.
   *
   * Written as `destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * The share of requests of which a copy is sent; zero sends none.
   *
   * Written as `percentage`: `Percent`.
   *
   * @default - 100 percent
   */
  readonly percentage?: Percent;
}

/**
 * An answer that sends the caller to another address.
 *
 * At most one of `port` and `derivePort` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPRedirect {
  /**
   * The port of the new address; 80 for `http` and 443 for `https` are left out of it.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @param value a port, 1 to 65535
   * @param options the other fields
   */
  public static port(value: PortNumber, options?: HTTPRedirectOptions): HTTPRedirect {
    return new HTTPRedirect({ ...options, port: value });
  }

  /**
   * How the port of the new address is found.
   *
   * Written as `derivePort`: one of the words of `RedirectPortSelection`.
   *
   * @param value one of the words of `RedirectPortSelection`
   * @param options the other fields
   */
  public static derivePort(value: RedirectPortSelection, options?: HTTPRedirectOptions): HTTPRedirect {
    return new HTTPRedirect({ ...options, derivePort: value });
  }

  /**
   * None of `port` and `derivePort`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: HTTPRedirectOptions): HTTPRedirect {
    return new HTTPRedirect(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `HTTPRedirect` beside `port` and `derivePort`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRedirectOptions {
  /**
   * The host of the new address.
   *
   * Written as `authority`: a string.
   *
   * @default - the host of the request
   */
  readonly authority?: string;

  /**
   * What stands in place of the prefix that the route has matched; the rest of the path stays. It goes before `uri`.
   *
   * Written as `prefixRewrite`: a string.
   *
   * @default - the path is not changed by prefix
   */
  readonly prefixRewrite?: string;

  /**
   * The status code: 301, 302, 303, 307 or 308.
   *
   * Written as `redirectCode`: a whole number, 0 or more.
   *
   * @default - 301
   */
  readonly redirectCode?: number;

  /**
   * The scheme of the new address, `http` or `https`.
   *
   * Written as `scheme`: a string.
   *
   * @default - the scheme of the request
   */
  readonly scheme?: string;

  /**
   * The whole path of the new address, however the old one was matched.
   *
   * Written as `uri`: a string.
   *
   * @default - the path of the request
   */
  readonly uri?: string;
}

/**
 * How often and on what a failed request is tried again.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRetry {
  /**
   * How many times a request may be repeated after its first failure. With 0, or with `retries` but without this field, nothing is
   * repeated.
   *
   * Written as `attempts`: a whole number.
   *
   * @default - 0
   */
  readonly attempts?: number;

  /**
   * The shortest wait before a repetition; later waits grow from it.
   *
   * Written as `backoff`: a duration such as `5s`, at least `1ms`.
   *
   * @default - 25ms
   */
  readonly backoff?: ProtoDuration;

  /**
   * How long one attempt may take, the first included.
   *
   * Written as `perTryTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - as long as the whole request
   */
  readonly perTryTimeout?: ProtoDuration;

  /**
   * Whether a repetition avoids endpoints that have failed it already.
   *
   * Written as `retryIgnorePreviousHosts`: true or false.
   *
   * @default - true, save where a consistent hash chooses the endpoint
   */
  readonly retryIgnorePreviousHosts?: boolean;

  /**
   * Conditions of Envoy, HTTP status codes, or both, divided by commas: `connect-failure,503`. Codes are those that the service
   * itself answered.
   *
   * Written as `retryOn`: a string.
   *
   * @default - `connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes`
   */
  readonly retryOn?: string;

  /**
   * Whether a repetition may go to endpoints of other localities than the first attempts.
   *
   * Written as `retryRemoteLocalities`: true or false.
   *
   * @default - false
   */
  readonly retryRemoteLocalities?: boolean;
}

/**
 * What is changed in a request before it reaches the service.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRewrite {
  /**
   * The new `Host` header.
   *
   * Written as `authority`: a string.
   *
   * @default - unchanged
   */
  readonly authority?: string;

  /**
   * The new path; after a match by `prefix`, only what stands in place of the prefix.
   *
   * Written as `uri`: a string.
   *
   * @default - unchanged
   */
  readonly uri?: string;

  /**
   * A change of the path by regular expression.
   *
   * Written as `uriRegexRewrite`: `RegexRewrite`.
   *
   * @default - no such change
   */
  readonly uriRegexRewrite?: RegexRewrite;
}

/**
 * What happens to the HTTP requests that match: forward, redirect, answer or delegate.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRoute {
  /**
   * Which other origins may call from a browser.
   *
   * Written as `corsPolicy`: `CorsPolicy`.
   *
   * @default - no CORS headers are added
   */
  readonly corsPolicy?: CorsPolicy;

  /**
   * Another VirtualService whose routes stand here. It excludes `route` and `redirect`.
   *
   * Written as `delegate`: `Delegate`.
   *
   * @default - no delegation
   */
  readonly delegate?: Delegate;

  /**
   * A fixed answer in place of a call. It excludes `route` and `redirect`.
   *
   * Written as `directResponse`: `HTTPDirectResponse`.
   *
   * @default - no fixed answer
   */
  readonly directResponse?: HTTPDirectResponse;

  /**
   * Failures made on purpose at the caller's side. Timeouts and retries are off for these requests.
   *
   * Written as `fault`: `HTTPFaultInjection`.
   *
   * @default - no faults
   */
  readonly fault?: HTTPFaultInjection;

  /**
   * Headers that are changed for all destinations of the route.
   *
   * Written as `headers`: `Headers`.
   *
   * @default - unchanged
   */
  readonly headers?: Headers;

  /**
   * Alternatives, of which a request must meet one.
   *
   * Written as `match`: a list, each item `HTTPMatchRequest`.
   *
   * @default - every request
   */
  readonly match?: HTTPMatchRequest[];

  /**
   * A service that gets a copy of the requests. Nobody waits for its answers.
   *
   * Written as `mirror`: `Destination`.
   *
   * @default - no copies
   */
  readonly mirror?: Destination;

  /**
   * The share of copied requests, a whole number from 0 to 100.
   *
   * Written as `mirrorPercent`: a number from 0 to 100.
   *
   * @default - see `mirrorPercentage`
   * @deprecated use `mirrorPercentage`
   */
  readonly mirrorPercent?: Percentage;

  /**
   * The share of requests of which `mirror` gets a copy.
   *
   * Written as `mirrorPercentage`: `Percent`.
   *
   * @default - 100 percent
   */
  readonly mirrorPercentage?: Percent;

  /**
   * Several services that get copies, each with a share of its own.
   *
   * Written as `mirrors`: a list, each item `HTTPMirrorPolicy`.
   *
   * @default - no copies
   */
  readonly mirrors?: HTTPMirrorPolicy[];

  /**
   * A name for the route, which access logs show.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * Another address to which the caller is sent.
   *
   * Written as `redirect`: `HTTPRedirect`.
   *
   * @default - no redirect
   */
  readonly redirect?: HTTPRedirect;

  /**
   * When a failed request is tried again.
   *
   * Written as `retries`: `HTTPRetry`.
   *
   * @default - the mesh's `defaultHttpRetryPolicy`; without one, two retries where the request did not reach the service or it was unavailable
   */
  readonly retries?: HTTPRetry;

  /**
   * Changes of path and host before the request goes on.
   *
   * Written as `rewrite`: `HTTPRewrite`.
   *
   * @default - unchanged
   */
  readonly rewrite?: HTTPRewrite;

  /**
   * Where the requests go, by weight where there are several.
   *
   * Written as `route`: a list, each item `HTTPRouteDestination`.
   *
   * @default - nowhere; a redirect, an answer or a delegate is then needed
   */
  readonly route?: HTTPRouteDestination[];

  /**
   * How long a request may take in all, retries included.
   *
   * Written as `timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - no timeout
   */
  readonly timeout?: ProtoDuration;
}

/**
 * One of the places to which the requests of a route go.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRouteDestination {
  /**
   * The service, and perhaps its version and port, that is called.
   *
   * Written as `destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * Header changes for this destination only.
   *
   * Written as `headers`: `Headers`.
   *
   * @default - unchanged
   */
  readonly headers?: Headers;

  /**
   * Its part of all requests, in proportion to the sum of the weights.
   *
   * Written as `weight`: a whole number.
   *
   * @default - all requests where it stands alone, else 0
   */
  readonly weight?: number;
}

/**
 * Changes of headers.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HeaderOperations {
  /**
   * Values that are put behind those which the header has already.
   *
   * Written as `add`: a map, each value a string.
   *
   * @default - nothing is added
   */
  readonly add?: { readonly [key: string]: string };

  /**
   * Names of headers that are taken away.
   *
   * Written as `remove`: a list, each item a string.
   *
   * @default - nothing is removed
   */
  readonly remove?: string[];

  /**
   * Values that stand in place of whatever the header had.
   *
   * Written as `set`: a map, each value a string.
   *
   * @default - nothing is replaced
   */
  readonly set?: { readonly [key: string]: string };
}

/**
 * Changes of headers on both ways.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Headers {
  /**
   * Changes before the request is forwarded.
   *
   * Written as `request`: `HeaderOperations`.
   *
   * @default - unchanged
   */
  readonly request?: HeaderOperations;

  /**
   * Changes before the caller gets the answer.
   *
   * Written as `response`: `HeaderOperations`.
   *
   * @default - unchanged
   */
  readonly response?: HeaderOperations;
}

/**
 * What a TCP connection must be like. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface L4MatchAttributes {
  /**
   * Addresses to which the connection was made, such as `10.1.0.0/16` or `10.1.2.3`.
   *
   * Written as `destinationSubnets`: a list, each item a string.
   *
   * @default - any address
   */
  readonly destinationSubnets?: string[];

  /**
   * Gateways at which the match counts, in place of those of the VirtualService; `mesh` stands for all sidecars.
   *
   * Written as `gateways`: a list, each item a string.
   *
   * @default - the gateways of the VirtualService
   */
  readonly gateways?: string[];

  /**
   * The port of the service on which the connection arrives.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly port?: PortNumber;

  /**
   * Only sidecars of pods with these labels get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceLabels`: a map, each value a string.
   *
   * @default - all sidecars
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * Only sidecars of this namespace get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceNamespace`: a string.
   *
   * @default - every namespace
   */
  readonly sourceNamespace?: string;

  /**
   * An address of the caller. Istiod reads it nowhere, so it has no effect.
   *
   * Written as `sourceSubnet`: a string.
   *
   * @default - any caller
   */
  readonly sourceSubnet?: string;
}

/**
 * A share of requests.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class Percent {
  /**
   * Percent, from 0 to 100, in steps of 0.0001.
   *
   * Written as `value`: a number from 0 to 100.
   *
   * @param value a number from 0 to 100
   */
  public static of(value: number): Percent {
    return new Percent({ value: Percentage.of(value) });
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * A port, chosen by its number.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class PortSelector {
  /**
   * The number of the port, from 1 to 65535.
   *
   * Written as `number`: a port, 1 to 65535.
   *
   * @param value a port, 1 to 65535
   */
  public static of(value: number): PortSelector {
    return new PortSelector({ number: PortNumber.of(value) });
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * A change of a path by regular expression.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface RegexRewrite {
  /**
   * An RE2 expression for the parts of the path that are replaced.
   *
   * Written as `match`: a string.
   *
   * @default - none; it is needed
   */
  readonly match?: string;

  /**
   * What replaces them; `\1` stands for the first group of the expression.
   *
   * Written as `rewrite`: a string.
   *
   * @default - none; it is needed
   */
  readonly rewrite?: string;
}

/**
 * One of the places to which connections go.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface RouteDestination {
  /**
   * The service, and perhaps its version and port, that is called.
   *
   * Written as `destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * Its part of all connections, in proportion to the sum of the weights.
   *
   * Written as `weight`: a whole number.
   *
   * @default - all connections where it stands alone, else 0
   */
  readonly weight?: number;
}

/**
 * A comparison of text, in one of three ways.
 *
 * At most one of `exact`, `prefix` and `regex` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class StringMatch {
  /**
   * The whole text, with regard to case.
   *
   * Written as `exact`: a string.
   *
   * @param value a string
   */
  public static exact(value: string): StringMatch {
    return new StringMatch({ exact: value });
  }

  /**
   * How the text begins, with regard to case.
   *
   * Written as `prefix`: a string.
   *
   * @param value a string
   */
  public static prefix(value: string): StringMatch {
    return new StringMatch({ prefix: value });
  }

  /**
   * An RE2 expression that the whole text must match; `(?i)` before it sets case aside.
   *
   * Written as `regex`: a string.
   *
   * @param value a string
   */
  public static regex(value: string): StringMatch {
    return new StringMatch({ regex: value });
  }

  /**
   * None of `exact`, `prefix` and `regex`.
   */
  public static of(): StringMatch {
    return new StringMatch({});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * Where TCP connections go that match.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TCPRoute {
  /**
   * Alternatives, of which a connection must meet one.
   *
   * Written as `match`: a list, each item `L4MatchAttributes`.
   *
   * @default - every connection
   */
  readonly match?: L4MatchAttributes[];

  /**
   * Where the connections go, by weight where there are several.
   *
   * Written as `route`: a list, each item `RouteDestination`.
   *
   * @default - nowhere; it is needed
   */
  readonly route?: RouteDestination[];
}

/**
 * What a TLS connection must be like that the proxy does not decrypt. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TLSMatchAttributes {
  /**
   * Addresses to which the connection was made, such as `10.1.0.0/16` or `10.1.2.3`.
   *
   * Written as `destinationSubnets`: a list, each item a string.
   *
   * @default - any address
   */
  readonly destinationSubnets?: string[];

  /**
   * Gateways at which the match counts, in place of those of the VirtualService; `mesh` stands for all sidecars.
   *
   * Written as `gateways`: a list, each item a string.
   *
   * @default - the gateways of the VirtualService
   */
  readonly gateways?: string[];

  /**
   * The port of the service on which the connection arrives.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly port?: PortNumber;

  /**
   * Server names that the client asks for, also with a leading `*.`; each must lie within a host of the VirtualService.
   *
   * Written as `sniHosts`: a list, each item a host, such as `www.example.com`.
   */
  readonly sniHosts: Host[];

  /**
   * Only sidecars of pods with these labels get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceLabels`: a map, each value a string.
   *
   * @default - all sidecars
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * Only sidecars of this namespace get the route. It needs `mesh` among the gateways.
   *
   * Written as `sourceNamespace`: a string.
   *
   * @default - every namespace
   */
  readonly sourceNamespace?: string;
}

/**
 * Where TLS connections go by the server name that they ask for, without being decrypted.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TLSRoute {
  /**
   * Alternatives, of which a connection must meet one.
   *
   * Written as `match`: a list, each item `TLSMatchAttributes`.
   */
  readonly match: TLSMatchAttributes[];

  /**
   * Where the connections go, by weight where there are several.
   *
   * Written as `route`: a list, each item `RouteDestination`.
   *
   * @default - nowhere; it is needed
   */
  readonly route?: RouteDestination[];
}

/**
 * The hosts that are called, where the routes count, and the routes themselves.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceSpec {
  /**
   * Namespaces that see these routes: `.` for its own, `*` for all.
   *
   * Written as `exportTo`: a list, each item a string.
   *
   * @default - all, or what the mesh's `defaultVirtualServiceExportTo` says
   */
  readonly exportTo?: string[];

  /**
   * Where the routes count: Gateways as `name` or `namespace/name`, and `mesh` for all sidecars.
   *
   * Written as `gateways`: a list, each item a string.
   *
   * @default - `mesh`
   */
  readonly gateways?: string[];

  /**
   * Hosts whose traffic is routed. A short name is completed with the namespace of the VirtualService; IP addresses work at gateways
   * alone.
   *
   * Written as `hosts`: a list, each item a host, such as `www.example.com`.
   *
   * @default - none, which only a delegate may have
   */
  readonly hosts?: Host[];

  /**
   * Routes for HTTP, HTTP/2 and gRPC, and for TLS that a gateway decrypts; the first that matches is taken.
   *
   * Written as `http`: a list, each item `HTTPRoute`.
   *
   * @default - no HTTP routes
   */
  readonly http?: HTTPRoute[];

  /**
   * Routes for connections that are neither HTTP nor TLS; the first that matches is taken.
   *
   * Written as `tcp`: a list, each item `TCPRoute`.
   *
   * @default - no TCP routes
   */
  readonly tcp?: TCPRoute[];

  /**
   * Routes for encrypted connections that pass through, by server name; the first that matches is taken.
   *
   * Written as `tls`: a list, each item `TLSRoute`.
   *
   * @default - no TLS routes
   */
  readonly tls?: TLSRoute[];
}

/**
 * How the port of a redirect is found.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export enum RedirectPortSelection {
  /**
   * It is 80 for HTTP, 443 for HTTPS.
   */
  FROM_PROTOCOL_DEFAULT = 'FROM_PROTOCOL_DEFAULT',

  /**
   * The port on which the request came.
   */
  FROM_REQUEST_PORT = 'FROM_REQUEST_PORT',
}

/**
 * What becomes of preflight requests from other origins.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export enum UnmatchedPreflights {
  /**
   * The same as `FORWARD`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * They go on to the service, which may answer them itself.
   */
  FORWARD = 'FORWARD',

  /**
   * They stay in the proxy, and never reach the service.
   */
  IGNORE = 'IGNORE',
}
