// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
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
  }
}

/**
 * The message `CorsPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface CorsPolicy {
  /**
   * `CorsPolicy.allowCredentials`: true or false.
   *
   * @default - not set
   */
  readonly allowCredentials?: boolean;

  /**
   * `CorsPolicy.allowHeaders`: a list, each item a string.
   *
   * @default - not set
   */
  readonly allowHeaders?: string[];

  /**
   * `CorsPolicy.allowMethods`: a list, each item a string.
   *
   * @default - not set
   */
  readonly allowMethods?: string[];

  /**
   * `CorsPolicy.allowOrigin`: a list, each item a string.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly allowOrigin?: string[];

  /**
   * `CorsPolicy.allowOrigins`: a list, each item `StringMatch`.
   *
   * @default - not set
   */
  readonly allowOrigins?: StringMatch[];

  /**
   * `CorsPolicy.exposeHeaders`: a list, each item a string.
   *
   * @default - not set
   */
  readonly exposeHeaders?: string[];

  /**
   * `CorsPolicy.maxAge`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly maxAge?: ProtoDuration;

  /**
   * `CorsPolicy.unmatchedPreflights`: one of the words of `UnmatchedPreflights`.
   *
   * @default - not set
   */
  readonly unmatchedPreflights?: UnmatchedPreflights;
}

/**
 * The message `Delegate`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Delegate {
  /**
   * `Delegate.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `Delegate.namespace`: a string.
   *
   * @default - not set
   */
  readonly namespace?: string;
}

/**
 * The message `Destination`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Destination {
  /**
   * `Destination.host`: a string.
   */
  readonly host: Host;

  /**
   * `Destination.port`: `PortSelector`.
   *
   * @default - not set
   */
  readonly port?: PortSelector;

  /**
   * `Destination.subset`: a string.
   *
   * @default - not set
   */
  readonly subset?: string;
}

/**
 * The message `HTTPBody`.
 *
 * At most one of `string` and `bytes` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPBody {
  /**
   * `HTTPBody.string`: a string.
   *
   * @param value a string
   */
  public static string(value: string): HTTPBody {
    return new HTTPBody({ string: value });
  }

  /**
   * `HTTPBody.bytes`: bytes in base64.
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
 * The message `HTTPDirectResponse`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPDirectResponse {
  /**
   * `HTTPDirectResponse.body`: `HTTPBody`.
   *
   * @default - not set
   */
  readonly body?: HTTPBody;

  /**
   * `HTTPDirectResponse.status`: a whole number, 0 or more.
   */
  readonly status: number;
}

/**
 * The message `HTTPFaultAbort`.
 *
 * At most one of `httpStatus`, `grpcStatus` and `http2Error` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPFaultAbort {
  /**
   * `HTTPFaultAbort.httpStatus`: a whole number.
   *
   * @param value a whole number
   * @param options the other fields
   */
  public static httpStatus(value: number, options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort({ ...options, httpStatus: value });
  }

  /**
   * `HTTPFaultAbort.grpcStatus`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static grpcStatus(value: string, options?: HTTPFaultAbortOptions): HTTPFaultAbort {
    return new HTTPFaultAbort({ ...options, grpcStatus: value });
  }

  /**
   * `HTTPFaultAbort.http2Error`: a string.
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
   * `HTTPFaultAbort.percentage`: `Percent`.
   *
   * @default - not set
   */
  readonly percentage?: Percent;
}

/**
 * The message `HTTPFaultDelay`.
 *
 * At most one of `fixedDelay` and `exponentialDelay` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPFaultDelay {
  /**
   * `HTTPFaultDelay.fixedDelay`: a duration such as `5s`, at least `1ms`.
   *
   * @param value a duration such as `5s`, at least `1ms`
   * @param options the other fields
   */
  public static fixedDelay(value: ProtoDuration, options?: HTTPFaultDelayOptions): HTTPFaultDelay {
    return new HTTPFaultDelay({ ...options, fixedDelay: value });
  }

  /**
   * `HTTPFaultDelay.exponentialDelay`: a duration such as `5s`, at least `1ms`.
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
   * `HTTPFaultDelay.percent`: a whole number.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly percent?: Percentage;

  /**
   * `HTTPFaultDelay.percentage`: `Percent`.
   *
   * @default - not set
   */
  readonly percentage?: Percent;
}

/**
 * The message `HTTPFaultInjection`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPFaultInjection {
  /**
   * `HTTPFaultInjection.abort`: `HTTPFaultAbort`.
   *
   * @default - not set
   */
  readonly abort?: HTTPFaultAbort;

  /**
   * `HTTPFaultInjection.delay`: `HTTPFaultDelay`.
   *
   * @default - not set
   */
  readonly delay?: HTTPFaultDelay;
}

/**
 * The message `HTTPMatchRequest`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPMatchRequest {
  /**
   * `HTTPMatchRequest.authority`: `StringMatch`.
   *
   * @default - not set
   */
  readonly authority?: StringMatch;

  /**
   * `HTTPMatchRequest.gateways`: a list, each item a string.
   *
   * @default - not set
   */
  readonly gateways?: string[];

  /**
   * `HTTPMatchRequest.headers`: a map, each value `StringMatch`.
   *
   * @default - not set
   */
  readonly headers?: { readonly [key: string]: StringMatch };

  /**
   * `HTTPMatchRequest.ignoreUriCase`: true or false.
   *
   * @default - not set
   */
  readonly ignoreUriCase?: boolean;

  /**
   * `HTTPMatchRequest.method`: `StringMatch`.
   *
   * @default - not set
   */
  readonly method?: StringMatch;

  /**
   * `HTTPMatchRequest.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `HTTPMatchRequest.port`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly port?: PortNumber;

  /**
   * `HTTPMatchRequest.queryParams`: a map, each value `StringMatch`.
   *
   * @default - not set
   */
  readonly queryParams?: { readonly [key: string]: StringMatch };

  /**
   * `HTTPMatchRequest.scheme`: `StringMatch`.
   *
   * @default - not set
   */
  readonly scheme?: StringMatch;

  /**
   * `HTTPMatchRequest.sourceLabels`: a map, each value a string.
   *
   * @default - not set
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * `HTTPMatchRequest.sourceNamespace`: a string.
   *
   * @default - not set
   */
  readonly sourceNamespace?: string;

  /**
   * `HTTPMatchRequest.statPrefix`: a string.
   *
   * @default - not set
   */
  readonly statPrefix?: string;

  /**
   * `HTTPMatchRequest.uri`: `StringMatch`.
   *
   * @default - not set
   */
  readonly uri?: StringMatch;

  /**
   * `HTTPMatchRequest.withoutHeaders`: a map, each value `StringMatch`.
   *
   * @default - not set
   */
  readonly withoutHeaders?: { readonly [key: string]: StringMatch };
}

/**
 * The message `HTTPMirrorPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPMirrorPolicy {
  /**
   * `HTTPMirrorPolicy.destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * `HTTPMirrorPolicy.percentage`: `Percent`.
   *
   * @default - not set
   */
  readonly percentage?: Percent;
}

/**
 * The message `HTTPRedirect`.
 *
 * At most one of `port` and `derivePort` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class HTTPRedirect {
  /**
   * `HTTPRedirect.port`: a whole number, 0 or more.
   *
   * @param value a whole number, 0 or more
   * @param options the other fields
   */
  public static port(value: PortNumber, options?: HTTPRedirectOptions): HTTPRedirect {
    return new HTTPRedirect({ ...options, port: value });
  }

  /**
   * `HTTPRedirect.derivePort`: one of the words of `RedirectPortSelection`.
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
   * `HTTPRedirect.authority`: a string.
   *
   * @default - not set
   */
  readonly authority?: string;

  /**
   * `HTTPRedirect.prefixRewrite`: a string.
   *
   * @default - not set
   */
  readonly prefixRewrite?: string;

  /**
   * `HTTPRedirect.redirectCode`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly redirectCode?: number;

  /**
   * `HTTPRedirect.scheme`: a string.
   *
   * @default - not set
   */
  readonly scheme?: string;

  /**
   * `HTTPRedirect.uri`: a string.
   *
   * @default - not set
   */
  readonly uri?: string;
}

/**
 * The message `HTTPRetry`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRetry {
  /**
   * `HTTPRetry.attempts`: a whole number.
   *
   * @default - not set
   */
  readonly attempts?: number;

  /**
   * `HTTPRetry.backoff`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly backoff?: ProtoDuration;

  /**
   * `HTTPRetry.perTryTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly perTryTimeout?: ProtoDuration;

  /**
   * `HTTPRetry.retryIgnorePreviousHosts`: true or false.
   *
   * @default - not set
   */
  readonly retryIgnorePreviousHosts?: boolean;

  /**
   * `HTTPRetry.retryOn`: a string.
   *
   * @default - not set
   */
  readonly retryOn?: string;

  /**
   * `HTTPRetry.retryRemoteLocalities`: true or false.
   *
   * @default - not set
   */
  readonly retryRemoteLocalities?: boolean;
}

/**
 * The message `HTTPRewrite`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRewrite {
  /**
   * `HTTPRewrite.authority`: a string.
   *
   * @default - not set
   */
  readonly authority?: string;

  /**
   * `HTTPRewrite.uri`: a string.
   *
   * @default - not set
   */
  readonly uri?: string;

  /**
   * `HTTPRewrite.uriRegexRewrite`: `RegexRewrite`.
   *
   * @default - not set
   */
  readonly uriRegexRewrite?: RegexRewrite;
}

/**
 * The message `HTTPRoute`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRoute {
  /**
   * `HTTPRoute.corsPolicy`: `CorsPolicy`.
   *
   * @default - not set
   */
  readonly corsPolicy?: CorsPolicy;

  /**
   * `HTTPRoute.delegate`: `Delegate`.
   *
   * @default - not set
   */
  readonly delegate?: Delegate;

  /**
   * `HTTPRoute.directResponse`: `HTTPDirectResponse`.
   *
   * @default - not set
   */
  readonly directResponse?: HTTPDirectResponse;

  /**
   * `HTTPRoute.fault`: `HTTPFaultInjection`.
   *
   * @default - not set
   */
  readonly fault?: HTTPFaultInjection;

  /**
   * `HTTPRoute.headers`: `Headers`.
   *
   * @default - not set
   */
  readonly headers?: Headers;

  /**
   * `HTTPRoute.match`: a list, each item `HTTPMatchRequest`.
   *
   * @default - not set
   */
  readonly match?: HTTPMatchRequest[];

  /**
   * `HTTPRoute.mirror`: `Destination`.
   *
   * @default - not set
   */
  readonly mirror?: Destination;

  /**
   * `HTTPRoute.mirrorPercent`: a whole number, 0 or more.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly mirrorPercent?: Percentage;

  /**
   * `HTTPRoute.mirrorPercentage`: `Percent`.
   *
   * @default - not set
   */
  readonly mirrorPercentage?: Percent;

  /**
   * `HTTPRoute.mirrors`: a list, each item `HTTPMirrorPolicy`.
   *
   * @default - not set
   */
  readonly mirrors?: HTTPMirrorPolicy[];

  /**
   * `HTTPRoute.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `HTTPRoute.redirect`: `HTTPRedirect`.
   *
   * @default - not set
   */
  readonly redirect?: HTTPRedirect;

  /**
   * `HTTPRoute.retries`: `HTTPRetry`.
   *
   * @default - not set
   */
  readonly retries?: HTTPRetry;

  /**
   * `HTTPRoute.rewrite`: `HTTPRewrite`.
   *
   * @default - not set
   */
  readonly rewrite?: HTTPRewrite;

  /**
   * `HTTPRoute.route`: a list, each item `HTTPRouteDestination`.
   *
   * @default - not set
   */
  readonly route?: HTTPRouteDestination[];

  /**
   * `HTTPRoute.timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly timeout?: ProtoDuration;
}

/**
 * The message `HTTPRouteDestination`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HTTPRouteDestination {
  /**
   * `HTTPRouteDestination.destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * `HTTPRouteDestination.headers`: `Headers`.
   *
   * @default - not set
   */
  readonly headers?: Headers;

  /**
   * `HTTPRouteDestination.weight`: a whole number.
   *
   * @default - not set
   */
  readonly weight?: number;
}

/**
 * The message `HeaderOperations`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface HeaderOperations {
  /**
   * `HeaderOperations.add`: a map, each value a string.
   *
   * @default - not set
   */
  readonly add?: { readonly [key: string]: string };

  /**
   * `HeaderOperations.remove`: a list, each item a string.
   *
   * @default - not set
   */
  readonly remove?: string[];

  /**
   * `HeaderOperations.set`: a map, each value a string.
   *
   * @default - not set
   */
  readonly set?: { readonly [key: string]: string };
}

/**
 * The message `Headers`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface Headers {
  /**
   * `Headers.request`: `HeaderOperations`.
   *
   * @default - not set
   */
  readonly request?: HeaderOperations;

  /**
   * `Headers.response`: `HeaderOperations`.
   *
   * @default - not set
   */
  readonly response?: HeaderOperations;
}

/**
 * The message `L4MatchAttributes`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface L4MatchAttributes {
  /**
   * `L4MatchAttributes.destinationSubnets`: a list, each item a string.
   *
   * @default - not set
   */
  readonly destinationSubnets?: string[];

  /**
   * `L4MatchAttributes.gateways`: a list, each item a string.
   *
   * @default - not set
   */
  readonly gateways?: string[];

  /**
   * `L4MatchAttributes.port`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly port?: PortNumber;

  /**
   * `L4MatchAttributes.sourceLabels`: a map, each value a string.
   *
   * @default - not set
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * `L4MatchAttributes.sourceNamespace`: a string.
   *
   * @default - not set
   */
  readonly sourceNamespace?: string;

  /**
   * `L4MatchAttributes.sourceSubnet`: a string.
   *
   * @default - not set
   */
  readonly sourceSubnet?: string;
}

/**
 * The message `Percent`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class Percent {
  /**
   * `Percent.value`: a number.
   *
   * @param value a number
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
 * The message `PortSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class PortSelector {
  /**
   * `PortSelector.number`: a whole number, 0 or more.
   *
   * @param value a whole number, 0 or more
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
 * The message `RegexRewrite`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface RegexRewrite {
  /**
   * `RegexRewrite.match`: a string.
   *
   * @default - not set
   */
  readonly match?: string;

  /**
   * `RegexRewrite.rewrite`: a string.
   *
   * @default - not set
   */
  readonly rewrite?: string;
}

/**
 * The message `RouteDestination`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface RouteDestination {
  /**
   * `RouteDestination.destination`: `Destination`.
   */
  readonly destination: Destination;

  /**
   * `RouteDestination.weight`: a whole number.
   *
   * @default - not set
   */
  readonly weight?: number;
}

/**
 * The message `StringMatch`.
 *
 * At most one of `exact`, `prefix` and `regex` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class StringMatch {
  /**
   * `StringMatch.exact`: a string.
   *
   * @param value a string
   */
  public static exact(value: string): StringMatch {
    return new StringMatch({ exact: value });
  }

  /**
   * `StringMatch.prefix`: a string.
   *
   * @param value a string
   */
  public static prefix(value: string): StringMatch {
    return new StringMatch({ prefix: value });
  }

  /**
   * `StringMatch.regex`: a string.
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
 * The message `TCPRoute`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TCPRoute {
  /**
   * `TCPRoute.match`: a list, each item `L4MatchAttributes`.
   *
   * @default - not set
   */
  readonly match?: L4MatchAttributes[];

  /**
   * `TCPRoute.route`: a list, each item `RouteDestination`.
   *
   * @default - not set
   */
  readonly route?: RouteDestination[];
}

/**
 * The message `TLSMatchAttributes`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TLSMatchAttributes {
  /**
   * `TLSMatchAttributes.destinationSubnets`: a list, each item a string.
   *
   * @default - not set
   */
  readonly destinationSubnets?: string[];

  /**
   * `TLSMatchAttributes.gateways`: a list, each item a string.
   *
   * @default - not set
   */
  readonly gateways?: string[];

  /**
   * `TLSMatchAttributes.port`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly port?: PortNumber;

  /**
   * `TLSMatchAttributes.sniHosts`: a list, each item a string.
   */
  readonly sniHosts: Host[];

  /**
   * `TLSMatchAttributes.sourceLabels`: a map, each value a string.
   *
   * @default - not set
   */
  readonly sourceLabels?: { readonly [key: string]: string };

  /**
   * `TLSMatchAttributes.sourceNamespace`: a string.
   *
   * @default - not set
   */
  readonly sourceNamespace?: string;
}

/**
 * The message `TLSRoute`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface TLSRoute {
  /**
   * `TLSRoute.match`: a list, each item `TLSMatchAttributes`.
   */
  readonly match: TLSMatchAttributes[];

  /**
   * `TLSRoute.route`: a list, each item `RouteDestination`.
   *
   * @default - not set
   */
  readonly route?: RouteDestination[];
}

/**
 * The message `VirtualServiceSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceSpec {
  /**
   * `VirtualServiceSpec.exportTo`: a list, each item a string.
   *
   * @default - not set
   */
  readonly exportTo?: string[];

  /**
   * `VirtualServiceSpec.gateways`: a list, each item a string.
   *
   * @default - not set
   */
  readonly gateways?: string[];

  /**
   * `VirtualServiceSpec.hosts`: a list, each item a string.
   *
   * @default - not set
   */
  readonly hosts?: Host[];

  /**
   * `VirtualServiceSpec.http`: a list, each item `HTTPRoute`.
   *
   * @default - not set
   */
  readonly http?: HTTPRoute[];

  /**
   * `VirtualServiceSpec.tcp`: a list, each item `TCPRoute`.
   *
   * @default - not set
   */
  readonly tcp?: TCPRoute[];

  /**
   * `VirtualServiceSpec.tls`: a list, each item `TLSRoute`.
   *
   * @default - not set
   */
  readonly tls?: TLSRoute[];
}

/**
 * The words of `RedirectPortSelection`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export enum RedirectPortSelection {
  /**
   * The word `FROM_PROTOCOL_DEFAULT`.
   */
  FROM_PROTOCOL_DEFAULT = 'FROM_PROTOCOL_DEFAULT',

  /**
   * The word `FROM_REQUEST_PORT`.
   */
  FROM_REQUEST_PORT = 'FROM_REQUEST_PORT',
}

/**
 * The words of `UnmatchedPreflights`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export enum UnmatchedPreflights {
  /**
   * The word `UNSPECIFIED`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The word `FORWARD`.
   */
  FORWARD = 'FORWARD',

  /**
   * The word `IGNORE`.
   */
  IGNORE = 'IGNORE',
}
