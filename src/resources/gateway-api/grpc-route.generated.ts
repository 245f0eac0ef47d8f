// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { HTTPHeaderFilter, HTTPRequestMirrorFilter } from './http-route.generated';
import { LocalObjectReference } from './object-reference.generated';
import { ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';
import { PortNumber } from '../../reference/port-number';

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
 * Where gRPC calls that reach a gateway or a Service go, by service, method and headers, with filters on the way.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
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
 * A backend that takes a share of the calls.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCBackendRef {
  /**
   * What is done to calls that go to this backend.
   *
   * Written as `filters`: a list, each item `GRPCRouteFilter`, at most 16 items.
   *
   * @default - nothing
   */
  readonly filters?: GRPCRouteFilter[];

  /**
   * API group of the backend, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * Kind of the backend: `Service`, or one that the implementation knows.
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
 * A header that a call must have.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCHeaderMatch {
  /**
   * Name of the header; case does not matter.
   *
   * Written as `name`: the name of a header.
   */
  readonly name: string;

  /**
   * How the value is compared.
   *
   * Written as `type`: one of the words of `GRPCHeaderMatchType`.
   *
   * @default - Exact
   */
  readonly type?: GRPCHeaderMatchType;

  /**
   * The value that is looked for.
   *
   * Written as `value`: a string, not empty, at most 4096 characters.
   */
  readonly value: string;
}

/**
 * The service or the method that is called. At least one of both is given.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCMethodMatch {
  /**
   * Name of the method, without a slash.
   *
   * Written as `method`: a string, at most 1024 characters.
   *
   * @default - every method
   */
  readonly method?: string;

  /**
   * Name of the service with its package, such as `shop.v1.Cart`.
   *
   * Written as `service`: a string, at most 1024 characters.
   *
   * @default - every service
   */
  readonly service?: string;

  /**
   * How the names are compared.
   *
   * Written as `type`: one of the words of `GRPCMethodMatchType`.
   *
   * @default - Exact
   */
  readonly type?: GRPCMethodMatchType;
}

/**
 * A step between the gateway and the backend. `type` says which, and the field of that step says how.
 *
 * One of `requestHeaderModifier`, `responseHeaderModifier`, `requestMirror` and `extensionRef` is written.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export class GRPCRouteFilter {
  /**
   * Headers of calls that are set, added or removed.
   *
   * Written as `requestHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @param value `HTTPHeaderFilter`
   */
  public static requestHeaderModifier(value: HTTPHeaderFilter): GRPCRouteFilter {
    return new GRPCRouteFilter({ type: 'RequestHeaderModifier', requestHeaderModifier: value });
  }

  /**
   * Headers of answers that are set, added or removed.
   *
   * Written as `responseHeaderModifier`: `HTTPHeaderFilter`.
   *
   * @param value `HTTPHeaderFilter`
   */
  public static responseHeaderModifier(value: HTTPHeaderFilter): GRPCRouteFilter {
    return new GRPCRouteFilter({ type: 'ResponseHeaderModifier', responseHeaderModifier: value });
  }

  /**
   * A backend that gets a copy of calls, and whose answers nobody reads.
   *
   * Written as `requestMirror`: `HTTPRequestMirrorFilter`.
   *
   * @param value `HTTPRequestMirrorFilter`
   */
  public static requestMirror(value: HTTPRequestMirrorFilter): GRPCRouteFilter {
    return new GRPCRouteFilter({ type: 'RequestMirror', requestMirror: value });
  }

  /**
   * A filter of the implementation's own.
   *
   * Written as `extensionRef`: `LocalObjectReference`.
   *
   * @param value `LocalObjectReference`
   */
  public static extensionRef(value: LocalObjectReference): GRPCRouteFilter {
    return new GRPCRouteFilter({ type: 'ExtensionRef', extensionRef: value });
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
 * What a call must be like. All that is given must hold.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCRouteMatch {
  /**
   * Headers that the call must have, all of them.
   *
   * Written as `headers`: a list, each item `GRPCHeaderMatch`, at most 16 items.
   *
   * @default - headers do not matter
   */
  readonly headers?: GRPCHeaderMatch[];

  /**
   * The service and the method that must be called.
   *
   * Written as `method`: `GRPCMethodMatch`.
   *
   * @default - every call
   */
  readonly method?: GRPCMethodMatch;
}

/**
 * What happens to the calls that match.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCRouteRule {
  /**
   * Backends, among which calls are divided by weight. Calls whose backend is not there end with `UNAVAILABLE`.
   *
   * Written as `backendRefs`: a list, each item `GRPCBackendRef`, at most 16 items.
   *
   * @default - calls end with `UNAVAILABLE`
   */
  readonly backendRefs?: GRPCBackendRef[];

  /**
   * Steps that matching calls go through.
   *
   * Written as `filters`: a list, each item `GRPCRouteFilter`, at most 16 items.
   *
   * @default - none
   */
  readonly filters?: GRPCRouteFilter[];

  /**
   * What calls must be like: one match is enough.
   *
   * Written as `matches`: a list, each item `GRPCRouteMatch`, at most 64 items.
   *
   * @default - every call
   */
  readonly matches?: GRPCRouteMatch[];

  /**
   * Name of the rule within its route.
   *
   * Written as `name`: a DNS name in lower case.
   *
   * @default - the rule has no name
   */
  readonly name?: string;
}

/**
 * A GRPCRoute as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export interface GRPCRouteSpec {
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
   * What the route attaches to: Gateways, ListenerSets or single listeners of them, or Services for calls within the mesh.
   *
   * Written as `parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - nothing, so that the route has no effect
   */
  readonly parentRefs?: ParentReference[];

  /**
   * Rules; the most specific match decides, and among equals the first.
   *
   * Written as `rules`: a list, each item `GRPCRouteRule`, at most 16 items.
   *
   * @default - none
   */
  readonly rules?: GRPCRouteRule[];
}

/**
 * How the value of a header is compared.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export enum GRPCHeaderMatchType {
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
 * How the names of services and methods are compared.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export enum GRPCMethodMatchType {
  /**
   * As a whole; case matters.
   */
  EXACT = 'Exact',

  /**
   * With a regular expression, RE2 in Istio.
   */
  REGULAR_EXPRESSION = 'RegularExpression',
}

/**
 * The step that a filter stands for, each with the field of its name.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcroute
 */
export enum GRPCRouteFilterType {
  /**
   * Headers of answers are changed.
   */
  RESPONSE_HEADER_MODIFIER = 'ResponseHeaderModifier',

  /**
   * Headers of calls are changed.
   */
  REQUEST_HEADER_MODIFIER = 'RequestHeaderModifier',

  /**
   * Calls are copied to another backend.
   */
  REQUEST_MIRROR = 'RequestMirror',

  /**
   * A filter of the implementation's own.
   */
  EXTENSION_REF = 'ExtensionRef',
}
