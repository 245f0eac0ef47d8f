// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { GatewayDuration } from './gateway-duration';
import { BackendObjectReference, LocalObjectReference } from './object-reference.generated';
import { Fraction, ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';
import { PortNumber } from '../../reference/port-number';

/**
 * What a HTTPRoute is made from.
 */
export interface HTTPRouteProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the HTTPRoute says.
   */
  readonly spec: HTTPRouteSpec;
}

/**
 * Where HTTP requests that reach a gateway or a Service go, by host, path, headers and method, with filters and timeouts.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export class HTTPRoute extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: HTTPRouteProps): any {
    return manifestOf(HTTPRoute.GVK, props);
  }

  /**
   * Adds a HTTPRoute to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, HTTPRoute.GVK, manifest, 'gateway-api');
  }

  /**
   * A HTTPRoute that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(HTTPRoute.GVK, name, namespace);
  }

  /**
   * Whether something is a HTTPRoute, of whichever version and class.
   *
   * @param construct anything
   */
  public static isHTTPRoute(construct: any): construct is ApiObject {
    return isOfKind(construct, HTTPRoute.GVK);
  }

  /**
   * Adds a HTTPRoute to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: HTTPRouteProps) {
    super(scope, id, { ...copyOf(props), ...HTTPRoute.GVK });
    validated(this);
  }
}

/**
 * A backend that takes a share of the requests.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPBackendRef {
  /**
   * What is done to requests that go to this backend.
   *
   * Written as `filters`: a list, each item `HTTPRouteFilter`, at most 16 items.
   *
   * @default - nothing
   */
  readonly filters?: HTTPRouteFilter[];

  /**
   * API group of the backend, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * Kind of the backend: `Service`; Istio also takes `Hostname` of `networking.istio.io` and `InferencePool`.
   *
   * Written as `kind`: a kind, such as `Service`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * Name of the backend.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the backend; another one than the route's needs a ReferenceGrant there.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - the route's own
   */
  readonly namespace?: string;

  /**
   * Port of the Service, not of its pods; needed for a Service.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - the backend says it itself
   */
  readonly port?: PortNumber;

  /**
   * The backend's share, in proportion to the sum of all weights of the rule; 0 sends nothing.
   *
   * Written as `weight`: a whole number, at least 0, at most 1000000.
   *
   * @default - 1
   */
  readonly weight?: number;
}

/**
 * Which pages of other origins a browser may let call the route, and with what (CORS).
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPCORSFilter {
  /**
   * Whether the browser may send cookies and other credentials along. `*` in the other fields is then answered with what the request
   * named.
   *
   * Written as `allowCredentials`: true or false.
   *
   * @default - credentials are not sent
   */
  readonly allowCredentials?: boolean;

  /**
   * Request headers that a page may set by itself, or `*` alone for all.
   *
   * Written as `allowHeaders`: a list, each item the name of a header, at most 64 items.
   *
   * @default - those that browsers always permit
   */
  readonly allowHeaders?: string[];

  /**
   * HTTP methods that a page may use, or `*` alone for all.
   *
   * Written as `allowMethods`: a list, each item one of the words of `HTTPMethodWithWildcard`, at most 9 items.
   *
   * @default - `GET`, `HEAD` and `POST`, which browsers always permit
   */
  readonly allowMethods?: HTTPMethodWithWildcard[];

  /**
   * Origins that may call, such as `https://www.example.com`, with `*` for any number of labels at the left, or `*` alone for all.
   *
   * Written as `allowOrigins`: a list, each item a string, not empty, at most 253 characters, of the pattern
   * `(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9\-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)`, at most 64 items.
   *
   * @default - no other origin may call
   */
  readonly allowOrigins?: string[];

  /**
   * Response headers that a page may read, or `*` for all.
   *
   * Written as `exposeHeaders`: a list, each item the name of a header, at most 64 items.
   *
   * @default - those that browsers always show
   */
  readonly exposeHeaders?: string[];

  /**
   * How long a browser may reuse the answer to a preflight request, in seconds.
   *
   * Written as `maxAge`: a whole number, at least 1.
   *
   * @default - 5
   */
  readonly maxAge?: number;
}

/**
 * A header with its value.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPHeader {
  /**
   * Name of the header; case does not matter, and of two entries with one name the first counts.
   *
   * Written as `name`: the name of a header.
   */
  readonly name: string;

  /**
   * The value.
   *
   * Written as `value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * Changes to headers.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPHeaderFilter {
  /**
   * Headers that get one more value beside those that they have.
   *
   * Written as `add`: a list, each item `HTTPHeader`, at most 16 items.
   *
   * @default - none
   */
  readonly add?: HTTPHeader[];

  /**
   * Names of headers that are taken away.
   *
   * Written as `remove`: a list, each item a string, at most 16 items.
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Headers that get this value in place of whatever they have.
   *
   * Written as `set`: a list, each item `HTTPHeader`, at most 16 items.
   *
   * @default - none
   */
  readonly set?: HTTPHeader[];
}

/**
 * A header that a request must have.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPHeaderMatch {
  /**
   * Name of the header; case does not matter.
   *
   * Written as `name`: the name of a header.
   */
  readonly name: string;

  /**
   * How the value is compared.
   *
   * Written as `type`: one of the words of `HeaderMatchType`.
   *
   * @default - Exact
   */
  readonly type?: HeaderMatchType;

  /**
   * The value that is looked for.
   *
   * Written as `value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * What the path of a request must be like.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPPathMatch {
  /**
   * How the path is compared.
   *
   * Written as `type`: one of the words of `PathMatchType`.
   *
   * @default - PathPrefix
   */
  readonly type?: PathMatchType;

  /**
   * The path, its first part, or the expression. A path begins with `/`.
   *
   * Written as `value`: a string, at most 1024 characters.
   *
   * @default - /
   */
  readonly value?: string;
}

/**
 * A new path. `type` says which of both fields holds.
 *
 * One of `replaceFullPath` and `replacePrefixMatch` is written.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export class HTTPPathModifier {
  /**
   * What stands in place of the whole path.
   *
   * Written as `replaceFullPath`: a string, at most 1024 characters.
   *
   * @param value a string, at most 1024 characters
   */
  public static replaceFullPath(value: string): HTTPPathModifier {
    return new HTTPPathModifier({ type: 'ReplaceFullPath', replaceFullPath: value });
  }

  /**
   * What stands in place of the prefix that the rule matched, which must be its only match.
   *
   * Written as `replacePrefixMatch`: a string, at most 1024 characters.
   *
   * @param value a string, at most 1024 characters
   */
  public static replacePrefixMatch(value: string): HTTPPathModifier {
    return new HTTPPathModifier({ type: 'ReplacePrefixMatch', replacePrefixMatch: value });
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
 * A parameter of the query that a request must have.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPQueryParamMatch {
  /**
   * Name of the parameter; case matters.
   *
   * Written as `name`: the name of a header.
   */
  readonly name: string;

  /**
   * How the value is compared.
   *
   * Written as `type`: one of the words of `QueryParamMatchType`.
   *
   * @default - Exact
   */
  readonly type?: QueryParamMatchType;

  /**
   * The value that is looked for.
   *
   * Written as `value`: a string, not empty, at most 1024 characters.
   */
  readonly value: string;
}

/**
 * A backend that gets a copy of requests. How many is said by `percent` or by `fraction`.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRequestMirrorFilter {
  /**
   * The backend; its answers are thrown away.
   *
   * Written as `backendRef`: `BackendObjectReference`.
   */
  readonly backendRef: BackendObjectReference;

  /**
   * The part of the requests that is copied.
   *
   * Written as `fraction`: `Fraction`.
   *
   * @default - see `percent`
   */
  readonly fraction?: Fraction;

  /**
   * How many of 100 requests are copied.
   *
   * Written as `percent`: a whole number, at least 0, at most 100.
   *
   * @default - all requests, unless `fraction` is given
   */
  readonly percent?: number;
}

/**
 * An answer that sends the client elsewhere. A rule with it has no backends.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRequestRedirectFilter {
  /**
   * The host to which the client is sent.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   *
   * @default - that of the request
   */
  readonly hostname?: Host;

  /**
   * The path to which the client is sent.
   *
   * Written as `path`: `HTTPPathModifier`.
   *
   * @default - that of the request
   */
  readonly path?: HTTPPathModifier;

  /**
   * The port to which the client is sent; 80 and 443 are left out where they are usual.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - that of the scheme, or of the listener where no scheme is given
   */
  readonly port?: PortNumber;

  /**
   * The scheme to which the client is sent, `http` or `https`.
   *
   * Written as `scheme`: a string.
   *
   * @default - that of the request
   */
  readonly scheme?: string;

  /**
   * The status of the answer. 301 and 308 are for good, and browsers remember them.
   *
   * Written as `statusCode`: a whole number.
   *
   * @default - 302
   */
  readonly statusCode?: number;
}

/**
 * A step between the gateway and the backend. `type` says which, and the field of that step says how.
 *
 * One of `requestHeaderModifier`, `responseHeaderModifier`, `requestMirror`, `requestRedirect`, `urlRewrite`, `cors` and
 * `extensionRef` is written.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export class HTTPRouteFilter {
  /**
   * Headers of requests that are set, added or removed.
   *
   * Written as `requestHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @param value `HTTPHeaderFilter`
   */
  public static requestHeaderModifier(value: HTTPHeaderFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'RequestHeaderModifier', requestHeaderModifier: value });
  }

  /**
   * Headers of responses that are set, added or removed.
   *
   * Written as `responseHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @param value `HTTPHeaderFilter`
   */
  public static responseHeaderModifier(value: HTTPHeaderFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'ResponseHeaderModifier', responseHeaderModifier: value });
  }

  /**
   * A backend that gets a copy of requests, and whose answers nobody reads.
   *
   * Written as `requestMirror`: `HTTPRequestMirrorFilter`.
   *
   * @param value `HTTPRequestMirrorFilter`
   */
  public static requestMirror(value: HTTPRequestMirrorFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'RequestMirror', requestMirror: value });
  }

  /**
   * Where the client is sent instead.
   *
   * Written as `requestRedirect`: `HTTPRequestRedirectFilter`.
   *
   * @param value `HTTPRequestRedirectFilter`
   */
  public static requestRedirect(value: HTTPRequestRedirectFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'RequestRedirect', requestRedirect: value });
  }

  /**
   * Host and path with which the request reaches the backend.
   *
   * Written as `urlRewrite`: `HTTPURLRewriteFilter`.
   *
   * @param value `HTTPURLRewriteFilter`
   */
  public static urlRewrite(value: HTTPURLRewriteFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'URLRewrite', urlRewrite: value });
  }

  /**
   * Which pages of other origins may call.
   *
   * Written as `cors`: `HTTPCORSFilter`.
   *
   * @param value `HTTPCORSFilter`
   */
  public static cors(value: HTTPCORSFilter): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'CORS', cors: value });
  }

  /**
   * A filter of the implementation's own.
   *
   * Written as `extensionRef`: `LocalObjectReference`.
   *
   * @param value `LocalObjectReference`
   */
  public static extensionRef(value: LocalObjectReference): HTTPRouteFilter {
    return new HTTPRouteFilter({ type: 'ExtensionRef', extensionRef: value });
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
 * What a request must be like. All that is given must hold.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRouteMatch {
  /**
   * Headers that the request must have, all of them.
   *
   * Written as `headers`: a list, each item `HTTPHeaderMatch`, at most 16 items.
   *
   * @default - headers do not matter
   */
  readonly headers?: HTTPHeaderMatch[];

  /**
   * The method that the request must have.
   *
   * Written as `method`: one of the words of `HTTPMethod`.
   *
   * @default - every method
   */
  readonly method?: HTTPMethod;

  /**
   * What the path must be like.
   *
   * Written as `path`: `HTTPPathMatch`.
   *
   * @default - every path
   */
  readonly path?: HTTPPathMatch;

  /**
   * Parameters of the query that the request must have, all of them.
   *
   * Written as `queryParams`: a list, each item `HTTPQueryParamMatch`, at most 16 items.
   *
   * @default - parameters do not matter
   */
  readonly queryParams?: HTTPQueryParamMatch[];
}

/**
 * What happens to the requests that match.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRouteRule {
  /**
   * Backends, among which requests are divided by weight. Requests whose backend is not there get status 500.
   *
   * Written as `backendRefs`: a list, each item `HTTPBackendRef`, at most 16 items.
   *
   * @default - requests get status 500, unless a filter answers them
   */
  readonly backendRefs?: HTTPBackendRef[];

  /**
   * Steps that matching requests go through, in this order. A redirect and a rewrite exclude each other.
   *
   * Written as `filters`: a list, each item `HTTPRouteFilter`, at most 16 items.
   *
   * @default - none
   */
  readonly filters?: HTTPRouteFilter[];

  /**
   * What requests must be like: one match is enough.
   *
   * Written as `matches`: a list, each item `HTTPRouteMatch`, at most 64 items.
   *
   * @default - every request
   */
  readonly matches?: HTTPRouteMatch[];

  /**
   * Name of the rule within its route.
   *
   * Written as `name`: a DNS name in lower case.
   *
   * @default - the rule has no name
   */
  readonly name?: string;

  /**
   * How long requests may take.
   *
   * Written as `timeouts`: `HTTPRouteTimeouts`.
   *
   * @default - no limit
   */
  readonly timeouts?: HTTPRouteTimeouts;
}

/**
 * An HTTPRoute as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRouteSpec {
  /**
   * Hosts that the route serves, without port, and with `*.` for all below a domain. Those that the listener does not serve do not
   * count.
   *
   * Written as `hostnames`: a list, each item a host, such as `www.example.com`, at most 16 items.
   *
   * @default - all hosts of the listener
   */
  readonly hostnames?: Host[];

  /**
   * What the route attaches to: Gateways, ListenerSets or single listeners of them, or Services for requests within the mesh.
   *
   * Written as `parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - nothing, so that the route has no effect
   */
  readonly parentRefs?: ParentReference[];

  /**
   * Rules; the most specific match decides, and among equals the first.
   *
   * Written as `rules`: a list, each item `HTTPRouteRule`, at least 1 item, at most 16 items.
   *
   * @default - one rule for all requests that has no backend
   */
  readonly rules?: HTTPRouteRule[];
}

/**
 * How long requests may take, as numbers with `h`, `m`, `s` or `ms`, without fractions: `1s500ms`.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPRouteTimeouts {
  /**
   * How long one attempt at a backend may take; at most as long as `request`. `0s` is no limit.
   *
   * Written as `backendRequest`: a duration such as `1s500ms`, without fractions.
   *
   * @default - no limit of its own
   */
  readonly backendRequest?: GatewayDuration;

  /**
   * How long the client may have to wait in all, retries included. `0s` is no limit.
   *
   * Written as `request`: a duration such as `1s500ms`, without fractions.
   *
   * @default - no limit
   */
  readonly request?: GatewayDuration;
}

/**
 * Host and path with which requests reach the backend.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export interface HTTPURLRewriteFilter {
  /**
   * The host that the backend sees.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   *
   * @default - that of the request
   */
  readonly hostname?: Host;

  /**
   * The path that the backend sees.
   *
   * Written as `path`: `HTTPPathModifier`.
   *
   * @default - that of the request
   */
  readonly path?: HTTPPathModifier;
}

/**
 * A method of HTTP.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum HTTPMethod {
  /**
   * Asks for a resource.
   */
  GET = 'GET',

  /**
   * Asks for a resource without its body.
   */
  HEAD = 'HEAD',

  /**
   * Hands data over to be worked on.
   */
  POST = 'POST',

  /**
   * Puts a resource in place.
   */
  PUT = 'PUT',

  /**
   * Removes a resource.
   */
  DELETE = 'DELETE',

  /**
   * Opens a tunnel.
   */
  CONNECT = 'CONNECT',

  /**
   * Asks what is possible, as browsers do before calls across origins.
   */
  OPTIONS = 'OPTIONS',

  /**
   * Asks for the request as it arrived.
   */
  TRACE = 'TRACE',

  /**
   * Changes a part of a resource.
   */
  PATCH = 'PATCH',
}

/**
 * A method of HTTP, or all of them.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum HTTPMethodWithWildcard {
  /**
   * Asks for a resource.
   */
  GET = 'GET',

  /**
   * Asks for a resource without its body.
   */
  HEAD = 'HEAD',

  /**
   * Hands data over to be worked on.
   */
  POST = 'POST',

  /**
   * Puts a resource in place.
   */
  PUT = 'PUT',

  /**
   * Removes a resource.
   */
  DELETE = 'DELETE',

  /**
   * Opens a tunnel.
   */
  CONNECT = 'CONNECT',

  /**
   * Asks what is possible, as browsers do before calls across origins.
   */
  OPTIONS = 'OPTIONS',

  /**
   * Asks for the request as it arrived.
   */
  TRACE = 'TRACE',

  /**
   * Changes a part of a resource.
   */
  PATCH = 'PATCH',

  /**
   * Every method; it stands alone.
   */
  ANY = '*',
}

/**
 * What of a path is replaced.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum HTTPPathModifierType {
  /**
   * The whole path.
   */
  REPLACE_FULL_PATH = 'ReplaceFullPath',

  /**
   * The prefix that the rule matched.
   */
  REPLACE_PREFIX_MATCH = 'ReplacePrefixMatch',
}

/**
 * The step that a filter stands for, each with the field of its name.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum HTTPRouteFilterType {
  /**
   * Headers of requests are changed.
   */
  REQUEST_HEADER_MODIFIER = 'RequestHeaderModifier',

  /**
   * Headers of responses are changed.
   */
  RESPONSE_HEADER_MODIFIER = 'ResponseHeaderModifier',

  /**
   * Requests are copied to another backend.
   */
  REQUEST_MIRROR = 'RequestMirror',

  /**
   * The client is sent elsewhere.
   */
  REQUEST_REDIRECT = 'RequestRedirect',

  /**
   * Host or path are changed before the backend sees them.
   */
  URL_REWRITE = 'URLRewrite',

  /**
   * A filter of the implementation's own.
   */
  EXTENSION_REF = 'ExtensionRef',

  /**
   * Calls of pages from other origins are answered.
   */
  CORS = 'CORS',
}

/**
 * How the value of a header is compared.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum HeaderMatchType {
  /**
   * As a whole.
   */
  EXACT = 'Exact',

  /**
   * With a regular expression, RE2 in Istio.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}

/**
 * How a path is compared.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum PathMatchType {
  /**
   * As a whole; case matters.
   */
  EXACT = 'Exact',

  /**
   * By whole elements from its start: `/shop` takes `/shop` and `/shop/cart`, and not `/shopping`.
   */
  PATH_PREFIX = 'PathPrefix',

  /**
   * With a regular expression, RE2 in Istio.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}

/**
 * How the value of a parameter is compared.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproute
 */
export enum QueryParamMatchType {
  /**
   * As a whole.
   */
  EXACT = 'Exact',

  /**
   * With a regular expression, RE2 in Istio.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}
