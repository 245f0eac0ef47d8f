// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { HTTPHeaderFilter, HTTPRequestMirrorFilter } from './http-route.generated';
import { LocalObjectReference } from './object-reference.generated';
import { ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

/**
 * What a GRPCRoute is made from.
 */
export interface GRPCRouteProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the GRPCRoute says.
   */
  readonly spec: GRPCRouteSpec;
}

/**
 * The kind GRPCRoute.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 */
export class GRPCRoute extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: GRPCRouteProps): any {
    return manifestOf(GRPCRoute.GVK, props);
  }

  /**
   * Adds a GRPCRoute to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, GRPCRoute.GVK, manifest, 'gateway-api');
  }

  /**
   * A GRPCRoute that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(GRPCRoute.GVK, name, namespace);
  }

  /**
   * Whether something is a GRPCRoute, of whichever version and class.
   *
   * @param construct anything
   */
  public static isGRPCRoute(construct: any): construct is ApiObject {
    return isOfKind(construct, GRPCRoute.GVK);
  }

  /**
   * Adds a GRPCRoute to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: GRPCRouteProps) {
    super(scope, id, { ...copyOf(props), ...GRPCRoute.GVK });
    validated(this);
  }
}

/**
 * The message `GRPCBackendRef`.
 */
export interface GRPCBackendRef {
  /**
   * `GRPCBackendRef.filters`: a list, each item `GRPCRouteFilter`, at most 16 items.
   *
   * @default - not set
   */
  readonly filters?: GRPCRouteFilter[];

  /**
   * `GRPCBackendRef.group`: `group-name`.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * `GRPCBackendRef.kind`: `kind-name`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * `GRPCBackendRef.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `GRPCBackendRef.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;

  /**
   * `GRPCBackendRef.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `GRPCBackendRef.weight`: a whole number, at least 0, at most 1000000.
   *
   * @default - 1
   */
  readonly weight?: number;
}

/**
 * The message `GRPCHeaderMatch`.
 */
export interface GRPCHeaderMatch {
  /**
   * `GRPCHeaderMatch.name`: `header-name`.
   */
  readonly name: string;

  /**
   * `GRPCHeaderMatch.type`: one of the words of `GRPCHeaderMatchType`.
   *
   * @default - Exact
   */
  readonly type?: GRPCHeaderMatchType;

  /**
   * `GRPCHeaderMatch.value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * The message `GRPCMethodMatch`.
 */
export interface GRPCMethodMatch {
  /**
   * `GRPCMethodMatch.method`: a string, at most 1024 characters.
   *
   * @default - not set
   */
  readonly method?: string;

  /**
   * `GRPCMethodMatch.service`: a string, at most 1024 characters.
   *
   * @default - not set
   */
  readonly service?: string;

  /**
   * `GRPCMethodMatch.type`: one of the words of `GRPCMethodMatchType`.
   *
   * @default - Exact
   */
  readonly type?: GRPCMethodMatchType;
}

/**
 * The message `GRPCRouteFilter`.
 */
export interface GRPCRouteFilter {
  /**
   * `GRPCRouteFilter.extensionRef`: `LocalObjectReference`.
   *
   * @default - not set
   */
  readonly extensionRef?: LocalObjectReference;

  /**
   * `GRPCRouteFilter.requestHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @default - not set
   */
  readonly requestHeaderModifier?: HTTPHeaderFilter;

  /**
   * `GRPCRouteFilter.requestMirror`: `HTTPRequestMirrorFilter`.
   *
   * @default - not set
   */
  readonly requestMirror?: HTTPRequestMirrorFilter;

  /**
   * `GRPCRouteFilter.responseHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @default - not set
   */
  readonly responseHeaderModifier?: HTTPHeaderFilter;

  /**
   * `GRPCRouteFilter.type`: one of the words of `GRPCRouteFilterType`.
   */
  readonly type: GRPCRouteFilterType;
}

/**
 * The message `GRPCRouteMatch`.
 */
export interface GRPCRouteMatch {
  /**
   * `GRPCRouteMatch.headers`: a list, each item `GRPCHeaderMatch`, at most 16 items.
   *
   * @default - not set
   */
  readonly headers?: GRPCHeaderMatch[];

  /**
   * `GRPCRouteMatch.method`: `GRPCMethodMatch`.
   *
   * @default - not set
   */
  readonly method?: GRPCMethodMatch;
}

/**
 * The message `GRPCRouteRule`.
 */
export interface GRPCRouteRule {
  /**
   * `GRPCRouteRule.backendRefs`: a list, each item `GRPCBackendRef`, at most 16 items.
   *
   * @default - not set
   */
  readonly backendRefs?: GRPCBackendRef[];

  /**
   * `GRPCRouteRule.filters`: a list, each item `GRPCRouteFilter`, at most 16 items.
   *
   * @default - not set
   */
  readonly filters?: GRPCRouteFilter[];

  /**
   * `GRPCRouteRule.matches`: a list, each item `GRPCRouteMatch`, at most 64 items.
   *
   * @default - not set
   */
  readonly matches?: GRPCRouteMatch[];

  /**
   * `GRPCRouteRule.name`: `dns-name`.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `GRPCRouteSpec`.
 */
export interface GRPCRouteSpec {
  /**
   * `GRPCRouteSpec.hostnames`: a list, each item `route-host`, at most 16 items.
   *
   * @default - not set
   */
  readonly hostnames?: string[];

  /**
   * `GRPCRouteSpec.parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - not set
   */
  readonly parentRefs?: ParentReference[];

  /**
   * `GRPCRouteSpec.rules`: a list, each item `GRPCRouteRule`, at most 16 items.
   *
   * @default - not set
   */
  readonly rules?: GRPCRouteRule[];
}

/**
 * The words of `GRPCHeaderMatchType`.
 */
export enum GRPCHeaderMatchType {
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
 * The words of `GRPCMethodMatchType`.
 */
export enum GRPCMethodMatchType {
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
 * The words of `GRPCRouteFilterType`.
 */
export enum GRPCRouteFilterType {
  /**
   * The word `ResponseHeaderModifier`.
   */
  RESPONSE_HEADER_MODIFIER = 'ResponseHeaderModifier',

  /**
   * The word `RequestHeaderModifier`.
   */
  REQUEST_HEADER_MODIFIER = 'RequestHeaderModifier',

  /**
   * The word `RequestMirror`.
   */
  REQUEST_MIRROR = 'RequestMirror',

  /**
   * The word `ExtensionRef`.
   */
  EXTENSION_REF = 'ExtensionRef',
}
