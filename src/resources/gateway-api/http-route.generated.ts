// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BackendObjectReference, LocalObjectReference } from './object-reference.generated';
import { Fraction, ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

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
 * The kind HTTPRoute.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
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
 * The message `HTTPBackendRef`.
 */
export interface HTTPBackendRef {
  /**
   * `HTTPBackendRef.filters`: a list, each item `HTTPRouteFilter`, at most 16 items.
   *
   * @default - not set
   */
  readonly filters?: HTTPRouteFilter[];

  /**
   * `HTTPBackendRef.group`: `group-name`.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * `HTTPBackendRef.kind`: `kind-name`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * `HTTPBackendRef.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `HTTPBackendRef.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;

  /**
   * `HTTPBackendRef.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `HTTPBackendRef.weight`: a whole number, at least 0, at most 1000000.
   *
   * @default - 1
   */
  readonly weight?: number;
}

/**
 * The message `HTTPCORSFilter`.
 */
export interface HTTPCORSFilter {
  /**
   * `HTTPCORSFilter.allowCredentials`: true or false.
   *
   * @default - not set
   */
  readonly allowCredentials?: boolean;

  /**
   * `HTTPCORSFilter.allowHeaders`: a list, each item `header-name`, at most 64 items.
   *
   * @default - not set
   */
  readonly allowHeaders?: string[];

  /**
   * `HTTPCORSFilter.allowMethods`: a list, each item one of the words of `HTTPMethodWithWildcard`, at most 9 items.
   *
   * @default - not set
   */
  readonly allowMethods?: HTTPMethodWithWildcard[];

  /**
   * `HTTPCORSFilter.allowOrigins`: a list, each item a string, not empty, at most 253 characters, of the pattern
   * `(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9\-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)`, at most 64 items.
   *
   * @default - not set
   */
  readonly allowOrigins?: string[];

  /**
   * `HTTPCORSFilter.exposeHeaders`: a list, each item `header-name`, at most 64 items.
   *
   * @default - not set
   */
  readonly exposeHeaders?: string[];

  /**
   * `HTTPCORSFilter.maxAge`: a whole number, at least 1.
   *
   * @default - 5
   */
  readonly maxAge?: number;
}

/**
 * The message `HTTPHeader`.
 */
export interface HTTPHeader {
  /**
   * `HTTPHeader.name`: `header-name`.
   */
  readonly name: string;

  /**
   * `HTTPHeader.value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * The message `HTTPHeaderFilter`.
 */
export interface HTTPHeaderFilter {
  /**
   * `HTTPHeaderFilter.add`: a list, each item `HTTPHeader`, at most 16 items.
   *
   * @default - not set
   */
  readonly add?: HTTPHeader[];

  /**
   * `HTTPHeaderFilter.remove`: a list, each item a string, at most 16 items.
   *
   * @default - not set
   */
  readonly remove?: string[];

  /**
   * `HTTPHeaderFilter.set`: a list, each item `HTTPHeader`, at most 16 items.
   *
   * @default - not set
   */
  readonly set?: HTTPHeader[];
}

/**
 * The message `HTTPHeaderMatch`.
 */
export interface HTTPHeaderMatch {
  /**
   * `HTTPHeaderMatch.name`: `header-name`.
   */
  readonly name: string;

  /**
   * `HTTPHeaderMatch.type`: one of the words of `HeaderMatchType`.
   *
   * @default - Exact
   */
  readonly type?: HeaderMatchType;

  /**
   * `HTTPHeaderMatch.value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * The message `HTTPPathMatch`.
 */
export interface HTTPPathMatch {
  /**
   * `HTTPPathMatch.type`: one of the words of `PathMatchType`.
   *
   * @default - PathPrefix
   */
  readonly type?: PathMatchType;

  /**
   * `HTTPPathMatch.value`: a string, at most 1024 characters.
   *
   * @default - /
   */
  readonly value?: string;
}

/**
 * The message `HTTPPathModifier`.
 */
export interface HTTPPathModifier {
  /**
   * `HTTPPathModifier.replaceFullPath`: a string, at most 1024 characters.
   *
   * @default - not set
   */
  readonly replaceFullPath?: string;

  /**
   * `HTTPPathModifier.replacePrefixMatch`: a string, at most 1024 characters.
   *
   * @default - not set
   */
  readonly replacePrefixMatch?: string;

  /**
   * `HTTPPathModifier.type`: one of the words of `HTTPPathModifierType`.
   */
  readonly type: HTTPPathModifierType;
}

/**
 * The message `HTTPQueryParamMatch`.
 */
export interface HTTPQueryParamMatch {
  /**
   * `HTTPQueryParamMatch.name`: `header-name`.
   */
  readonly name: string;

  /**
   * `HTTPQueryParamMatch.type`: one of the words of `QueryParamMatchType`.
   *
   * @default - Exact
   */
  readonly type?: QueryParamMatchType;

  /**
   * `HTTPQueryParamMatch.value`: a string, not empty, at most 1024 characters.
   */
  readonly value: string;
}

/**
 * The message `HTTPRequestMirrorFilter`.
 */
export interface HTTPRequestMirrorFilter {
  /**
   * `HTTPRequestMirrorFilter.backendRef`: `BackendObjectReference`.
   */
  readonly backendRef: BackendObjectReference;

  /**
   * `HTTPRequestMirrorFilter.fraction`: `Fraction`.
   *
   * @default - not set
   */
  readonly fraction?: Fraction;

  /**
   * `HTTPRequestMirrorFilter.percent`: a whole number, at least 0, at most 100.
   *
   * @default - not set
   */
  readonly percent?: number;
}

/**
 * The message `HTTPRequestRedirectFilter`.
 */
export interface HTTPRequestRedirectFilter {
  /**
   * `HTTPRequestRedirectFilter.hostname`: `dns-name`.
   *
   * @default - not set
   */
  readonly hostname?: string;

  /**
   * `HTTPRequestRedirectFilter.path`: `HTTPPathModifier`.
   *
   * @default - not set
   */
  readonly path?: HTTPPathModifier;

  /**
   * `HTTPRequestRedirectFilter.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `HTTPRequestRedirectFilter.scheme`: a string.
   *
   * @default - not set
   */
  readonly scheme?: string;

  /**
   * `HTTPRequestRedirectFilter.statusCode`: a whole number.
   *
   * @default - 302
   */
  readonly statusCode?: number;
}

/**
 * The message `HTTPRouteFilter`.
 */
export interface HTTPRouteFilter {
  /**
   * `HTTPRouteFilter.cors`: `HTTPCORSFilter`.
   *
   * @default - not set
   */
  readonly cors?: HTTPCORSFilter;

  /**
   * `HTTPRouteFilter.extensionRef`: `LocalObjectReference`.
   *
   * @default - not set
   */
  readonly extensionRef?: LocalObjectReference;

  /**
   * `HTTPRouteFilter.requestHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @default - not set
   */
  readonly requestHeaderModifier?: HTTPHeaderFilter;

  /**
   * `HTTPRouteFilter.requestMirror`: `HTTPRequestMirrorFilter`.
   *
   * @default - not set
   */
  readonly requestMirror?: HTTPRequestMirrorFilter;

  /**
   * `HTTPRouteFilter.requestRedirect`: `HTTPRequestRedirectFilter`.
   *
   * @default - not set
   */
  readonly requestRedirect?: HTTPRequestRedirectFilter;

  /**
   * `HTTPRouteFilter.responseHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @default - not set
   */
  readonly responseHeaderModifier?: HTTPHeaderFilter;

  /**
   * `HTTPRouteFilter.type`: one of the words of `HTTPRouteFilterType`.
   */
  readonly type: HTTPRouteFilterType;

  /**
   * `HTTPRouteFilter.urlRewrite`: `HTTPURLRewriteFilter`.
   *
   * @default - not set
   */
  readonly urlRewrite?: HTTPURLRewriteFilter;
}

/**
 * The message `HTTPRouteMatch`.
 */
export interface HTTPRouteMatch {
  /**
   * `HTTPRouteMatch.headers`: a list, each item `HTTPHeaderMatch`, at most 16 items.
   *
   * @default - not set
   */
  readonly headers?: HTTPHeaderMatch[];

  /**
   * `HTTPRouteMatch.method`: one of the words of `HTTPMethod`.
   *
   * @default - not set
   */
  readonly method?: HTTPMethod;

  /**
   * `HTTPRouteMatch.path`: `HTTPPathMatch`.
   *
   * @default - `{"type":"PathPrefix","value":"/"}`
   */
  readonly path?: HTTPPathMatch;

  /**
   * `HTTPRouteMatch.queryParams`: a list, each item `HTTPQueryParamMatch`, at most 16 items.
   *
   * @default - not set
   */
  readonly queryParams?: HTTPQueryParamMatch[];
}

/**
 * The message `HTTPRouteRule`.
 */
export interface HTTPRouteRule {
  /**
   * `HTTPRouteRule.backendRefs`: a list, each item `HTTPBackendRef`, at most 16 items.
   *
   * @default - not set
   */
  readonly backendRefs?: HTTPBackendRef[];

  /**
   * `HTTPRouteRule.filters`: a list, each item `HTTPRouteFilter`, at most 16 items.
   *
   * @default - not set
   */
  readonly filters?: HTTPRouteFilter[];

  /**
   * `HTTPRouteRule.matches`: a list, each item `HTTPRouteMatch`, at most 64 items.
   *
   * @default - `[{"path":{"type":"PathPrefix","value":"/"}}]`
   */
  readonly matches?: HTTPRouteMatch[];

  /**
   * `HTTPRouteRule.name`: `dns-name`.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `HTTPRouteRule.timeouts`: `HTTPRouteTimeouts`.
   *
   * @default - not set
   */
  readonly timeouts?: HTTPRouteTimeouts;
}

/**
 * The message `HTTPRouteSpec`.
 */
export interface HTTPRouteSpec {
  /**
   * `HTTPRouteSpec.hostnames`: a list, each item `route-host`, at most 16 items.
   *
   * @default - not set
   */
  readonly hostnames?: string[];

  /**
   * `HTTPRouteSpec.parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - not set
   */
  readonly parentRefs?: ParentReference[];

  /**
   * `HTTPRouteSpec.rules`: a list, each item `HTTPRouteRule`, at least 1 item, at most 16 items.
   *
   * @default - `[{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]`
   */
  readonly rules?: HTTPRouteRule[];
}

/**
 * The message `HTTPRouteTimeouts`.
 */
export interface HTTPRouteTimeouts {
  /**
   * `HTTPRouteTimeouts.backendRequest`: `gateway-duration`.
   *
   * @default - not set
   */
  readonly backendRequest?: string;

  /**
   * `HTTPRouteTimeouts.request`: `gateway-duration`.
   *
   * @default - not set
   */
  readonly request?: string;
}

/**
 * The message `HTTPURLRewriteFilter`.
 */
export interface HTTPURLRewriteFilter {
  /**
   * `HTTPURLRewriteFilter.hostname`: `dns-name`.
   *
   * @default - not set
   */
  readonly hostname?: string;

  /**
   * `HTTPURLRewriteFilter.path`: `HTTPPathModifier`.
   *
   * @default - not set
   */
  readonly path?: HTTPPathModifier;
}

/**
 * The words of `HTTPMethod`.
 */
export enum HTTPMethod {
  /**
   * The word `GET`.
   */
  GET = 'GET',

  /**
   * The word `HEAD`.
   */
  HEAD = 'HEAD',

  /**
   * The word `POST`.
   */
  POST = 'POST',

  /**
   * The word `PUT`.
   */
  PUT = 'PUT',

  /**
   * The word `DELETE`.
   */
  DELETE = 'DELETE',

  /**
   * The word `CONNECT`.
   */
  CONNECT = 'CONNECT',

  /**
   * The word `OPTIONS`.
   */
  OPTIONS = 'OPTIONS',

  /**
   * The word `TRACE`.
   */
  TRACE = 'TRACE',

  /**
   * The word `PATCH`.
   */
  PATCH = 'PATCH',
}

/**
 * The words of `HTTPMethodWithWildcard`.
 */
export enum HTTPMethodWithWildcard {
  /**
   * The word `GET`.
   */
  GET = 'GET',

  /**
   * The word `HEAD`.
   */
  HEAD = 'HEAD',

  /**
   * The word `POST`.
   */
  POST = 'POST',

  /**
   * The word `PUT`.
   */
  PUT = 'PUT',

  /**
   * The word `DELETE`.
   */
  DELETE = 'DELETE',

  /**
   * The word `CONNECT`.
   */
  CONNECT = 'CONNECT',

  /**
   * The word `OPTIONS`.
   */
  OPTIONS = 'OPTIONS',

  /**
   * The word `TRACE`.
   */
  TRACE = 'TRACE',

  /**
   * The word `PATCH`.
   */
  PATCH = 'PATCH',

  /**
   * The word `*`.
   */
  ANY = '*',
}

/**
 * The words of `HTTPPathModifierType`.
 */
export enum HTTPPathModifierType {
  /**
   * The word `ReplaceFullPath`.
   */
  REPLACE_FULL_PATH = 'ReplaceFullPath',

  /**
   * The word `ReplacePrefixMatch`.
   */
  REPLACE_PREFIX_MATCH = 'ReplacePrefixMatch',
}

/**
 * The words of `HTTPRouteFilterType`.
 */
export enum HTTPRouteFilterType {
  /**
   * The word `RequestHeaderModifier`.
   */
  REQUEST_HEADER_MODIFIER = 'RequestHeaderModifier',

  /**
   * The word `ResponseHeaderModifier`.
   */
  RESPONSE_HEADER_MODIFIER = 'ResponseHeaderModifier',

  /**
   * The word `RequestMirror`.
   */
  REQUEST_MIRROR = 'RequestMirror',

  /**
   * The word `RequestRedirect`.
   */
  REQUEST_REDIRECT = 'RequestRedirect',

  /**
   * The word `URLRewrite`.
   */
  URL_REWRITE = 'URLRewrite',

  /**
   * The word `ExtensionRef`.
   */
  EXTENSION_REF = 'ExtensionRef',

  /**
   * The word `CORS`.
   */
  CORS = 'CORS',
}

/**
 * The words of `HeaderMatchType`.
 */
export enum HeaderMatchType {
  /**
   * The word `Exact`.
   */
  EXACT = 'Exact',

  /**
   * The word `RegularExpression`.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}

/**
 * The words of `PathMatchType`.
 */
export enum PathMatchType {
  /**
   * The word `Exact`.
   */
  EXACT = 'Exact',

  /**
   * The word `PathPrefix`.
   */
  PATH_PREFIX = 'PathPrefix',

  /**
   * The word `RegularExpression`.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}

/**
 * The words of `QueryParamMatchType`.
 */
export enum QueryParamMatchType {
  /**
   * The word `Exact`.
   */
  EXACT = 'Exact',

  /**
   * The word `RegularExpression`.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}
