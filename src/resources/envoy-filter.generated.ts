// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference } from './selector.generated';
import { NetworkingWorkloadSelector } from './sidecar.generated';
import { PortNumber } from '../reference/port-number';

/**
 * What a EnvoyFilter is made from.
 */
export interface EnvoyFilterProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the EnvoyFilter says.
   */
  readonly spec: EnvoyFilterSpec;
}

/**
 * Patches of the Envoy configuration that istiod makes. For what no other kind can say; they may break with each release.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export class EnvoyFilter extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: EnvoyFilterProps): any {
    return manifestOf(EnvoyFilter.GVK, props);
  }

  /**
   * Adds a EnvoyFilter to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, EnvoyFilter.GVK, manifest, 'istio');
  }

  /**
   * A EnvoyFilter that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(EnvoyFilter.GVK, name, namespace);
  }

  /**
   * Whether something is a EnvoyFilter, of whichever version and class.
   *
   * @param construct anything
   */
  public static isEnvoyFilter(construct: any): construct is ApiObject {
    return isOfKind(construct, EnvoyFilter.GVK);
  }

  /**
   * Adds a EnvoyFilter to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: EnvoyFilterProps) {
    super(scope, id, { ...copyOf(props), ...EnvoyFilter.GVK });
  }
}

/**
 * The message `ClusterMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ClusterMatch {
  /**
   * `ClusterMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `ClusterMatch.portNumber`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly portNumber?: PortNumber;

  /**
   * `ClusterMatch.service`: a string.
   *
   * @default - not set
   */
  readonly service?: string;

  /**
   * `ClusterMatch.subset`: a string.
   *
   * @default - not set
   */
  readonly subset?: string;
}

/**
 * The message `EnvoyConfigObjectMatch`.
 *
 * At most one of `listener`, `routeConfiguration`, `cluster` and `waypoint` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export class EnvoyConfigObjectMatch {
  /**
   * `EnvoyConfigObjectMatch.listener`: `ListenerMatch`.
   *
   * @param value `ListenerMatch`
   * @param options the other fields
   */
  public static listener(value: ListenerMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, listener: value });
  }

  /**
   * `EnvoyConfigObjectMatch.routeConfiguration`: `RouteConfigurationMatch`.
   *
   * @param value `RouteConfigurationMatch`
   * @param options the other fields
   */
  public static routeConfiguration(value: RouteConfigurationMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, routeConfiguration: value });
  }

  /**
   * `EnvoyConfigObjectMatch.cluster`: `ClusterMatch`.
   *
   * @param value `ClusterMatch`
   * @param options the other fields
   */
  public static cluster(value: ClusterMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, cluster: value });
  }

  /**
   * `EnvoyConfigObjectMatch.waypoint`: `WaypointMatch`.
   *
   * @param value `WaypointMatch`
   * @param options the other fields
   */
  public static waypoint(value: WaypointMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, waypoint: value });
  }

  /**
   * None of `listener`, `routeConfiguration`, `cluster` and `waypoint`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch(options ?? {});
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
 * The fields of `EnvoyConfigObjectMatch` beside `listener`, `routeConfiguration`, `cluster` and `waypoint`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyConfigObjectMatchOptions {
  /**
   * `EnvoyConfigObjectMatch.context`: one of the words of `PatchContext`.
   *
   * @default - not set
   */
  readonly context?: PatchContext;

  /**
   * `EnvoyConfigObjectMatch.proxy`: `ProxyMatch`.
   *
   * @default - not set
   */
  readonly proxy?: ProxyMatch;
}

/**
 * The message `EnvoyConfigObjectPatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyConfigObjectPatch {
  /**
   * `EnvoyConfigObjectPatch.applyTo`: one of the words of `ApplyTo`.
   *
   * @default - not set
   */
  readonly applyTo?: ApplyTo;

  /**
   * `EnvoyConfigObjectPatch.match`: `EnvoyConfigObjectMatch`.
   *
   * @default - not set
   */
  readonly match?: EnvoyConfigObjectMatch;

  /**
   * `EnvoyConfigObjectPatch.patch`: `EnvoyFilterPatch`.
   *
   * @default - not set
   */
  readonly patch?: EnvoyFilterPatch;
}

/**
 * The message `EnvoyFilterPatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterPatch {
  /**
   * `EnvoyFilterPatch.filterClass`: one of the words of `FilterClass`.
   *
   * @default - not set
   */
  readonly filterClass?: FilterClass;

  /**
   * `EnvoyFilterPatch.operation`: one of the words of `PatchOperation`.
   *
   * @default - not set
   */
  readonly operation?: PatchOperation;

  /**
   * `EnvoyFilterPatch.value`: an object of any form.
   *
   * @default - not set
   */
  readonly value?: any;
}

/**
 * The message `EnvoyFilterSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterSpec {
  /**
   * `EnvoyFilterSpec.configPatches`: a list, each item `EnvoyConfigObjectPatch`.
   *
   * @default - not set
   */
  readonly configPatches?: EnvoyConfigObjectPatch[];

  /**
   * `EnvoyFilterSpec.priority`: a whole number.
   *
   * @default - not set
   */
  readonly priority?: number;

  /**
   * `EnvoyFilterSpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * `EnvoyFilterSpec.workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - not set
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * The message `FilterChainMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface FilterChainMatch {
  /**
   * `FilterChainMatch.applicationProtocols`: a string.
   *
   * @default - not set
   */
  readonly applicationProtocols?: string;

  /**
   * `FilterChainMatch.destinationPort`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly destinationPort?: PortNumber;

  /**
   * `FilterChainMatch.filter`: `ListenerFilterMatch`.
   *
   * @default - not set
   */
  readonly filter?: ListenerFilterMatch;

  /**
   * `FilterChainMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `FilterChainMatch.sni`: a string.
   *
   * @default - not set
   */
  readonly sni?: string;

  /**
   * `FilterChainMatch.transportProtocol`: a string.
   *
   * @default - not set
   */
  readonly transportProtocol?: string;
}

/**
 * The message `ListenerFilterMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerFilterMatch {
  /**
   * `ListenerFilterMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `ListenerFilterMatch.subFilter`: `ListenerSubFilterMatch`.
   *
   * @default - not set
   */
  readonly subFilter?: ListenerSubFilterMatch;
}

/**
 * The message `ListenerMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerMatch {
  /**
   * `ListenerMatch.filterChain`: `FilterChainMatch`.
   *
   * @default - not set
   */
  readonly filterChain?: FilterChainMatch;

  /**
   * `ListenerMatch.listenerFilter`: a string.
   *
   * @default - not set
   */
  readonly listenerFilter?: string;

  /**
   * `ListenerMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `ListenerMatch.portName`: a string.
   *
   * @default - not set
   */
  readonly portName?: string;

  /**
   * `ListenerMatch.portNumber`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly portNumber?: PortNumber;
}

/**
 * The message `ListenerSubFilterMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerSubFilterMatch {
  /**
   * `ListenerSubFilterMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `ProxyMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ProxyMatch {
  /**
   * `ProxyMatch.metadata`: a map, each value a string.
   *
   * @default - not set
   */
  readonly metadata?: { readonly [key: string]: string };

  /**
   * `ProxyMatch.proxyVersion`: a string.
   *
   * @default - not set
   */
  readonly proxyVersion?: string;
}

/**
 * The message `RouteConfigurationMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface RouteConfigurationMatch {
  /**
   * `RouteConfigurationMatch.gateway`: a string.
   *
   * @default - not set
   */
  readonly gateway?: string;

  /**
   * `RouteConfigurationMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `RouteConfigurationMatch.portName`: a string.
   *
   * @default - not set
   */
  readonly portName?: string;

  /**
   * `RouteConfigurationMatch.portNumber`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly portNumber?: PortNumber;

  /**
   * `RouteConfigurationMatch.vhost`: `VirtualHostMatch`.
   *
   * @default - not set
   */
  readonly vhost?: VirtualHostMatch;
}

/**
 * The message `RouteMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface RouteMatch {
  /**
   * `RouteMatch.action`: one of the words of `RouteMatchAction`.
   *
   * @default - not set
   */
  readonly action?: RouteMatchAction;

  /**
   * `RouteMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `VirtualHostMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface VirtualHostMatch {
  /**
   * `VirtualHostMatch.domainName`: a string.
   *
   * @default - not set
   */
  readonly domainName?: string;

  /**
   * `VirtualHostMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `VirtualHostMatch.route`: `RouteMatch`.
   *
   * @default - not set
   */
  readonly route?: RouteMatch;
}

/**
 * The message `WaypointFilterMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointFilterMatch {
  /**
   * `WaypointFilterMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `WaypointFilterMatch.subFilter`: `WaypointSubFilterMatch`.
   *
   * @default - not set
   */
  readonly subFilter?: WaypointSubFilterMatch;
}

/**
 * The message `WaypointMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointMatch {
  /**
   * `WaypointMatch.filter`: `WaypointFilterMatch`.
   *
   * @default - not set
   */
  readonly filter?: WaypointFilterMatch;

  /**
   * `WaypointMatch.portNumber`: a port, 1 to 65535.
   *
   * @default - not set
   */
  readonly portNumber?: PortNumber;

  /**
   * `WaypointMatch.route`: `WaypointRouteMatch`.
   *
   * @default - not set
   */
  readonly route?: WaypointRouteMatch;
}

/**
 * The message `WaypointRouteMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointRouteMatch {
  /**
   * `WaypointRouteMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `WaypointSubFilterMatch`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointSubFilterMatch {
  /**
   * `WaypointSubFilterMatch.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The words of `ApplyTo`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum ApplyTo {
  /**
   * The word `INVALID`.
   */
  INVALID = 'INVALID',

  /**
   * The word `LISTENER`.
   */
  LISTENER = 'LISTENER',

  /**
   * The word `FILTER_CHAIN`.
   */
  FILTER_CHAIN = 'FILTER_CHAIN',

  /**
   * The word `NETWORK_FILTER`.
   */
  NETWORK_FILTER = 'NETWORK_FILTER',

  /**
   * The word `HTTP_FILTER`.
   */
  HTTP_FILTER = 'HTTP_FILTER',

  /**
   * The word `ROUTE_CONFIGURATION`.
   */
  ROUTE_CONFIGURATION = 'ROUTE_CONFIGURATION',

  /**
   * The word `VIRTUAL_HOST`.
   */
  VIRTUAL_HOST = 'VIRTUAL_HOST',

  /**
   * The word `HTTP_ROUTE`.
   */
  HTTP_ROUTE = 'HTTP_ROUTE',

  /**
   * The word `CLUSTER`.
   */
  CLUSTER = 'CLUSTER',

  /**
   * The word `EXTENSION_CONFIG`.
   */
  EXTENSION_CONFIG = 'EXTENSION_CONFIG',

  /**
   * The word `BOOTSTRAP`.
   */
  BOOTSTRAP = 'BOOTSTRAP',

  /**
   * The word `LISTENER_FILTER`.
   */
  LISTENER_FILTER = 'LISTENER_FILTER',
}

/**
 * The words of `FilterClass`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum FilterClass {
  /**
   * The word `UNSPECIFIED`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The word `AUTHN`.
   */
  AUTHN = 'AUTHN',

  /**
   * The word `AUTHZ`.
   */
  AUTHZ = 'AUTHZ',

  /**
   * The word `STATS`.
   */
  STATS = 'STATS',
}

/**
 * The words of `PatchContext`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum PatchContext {
  /**
   * The word `ANY`.
   */
  ANY = 'ANY',

  /**
   * The word `SIDECAR_INBOUND`.
   */
  SIDECAR_INBOUND = 'SIDECAR_INBOUND',

  /**
   * The word `SIDECAR_OUTBOUND`.
   */
  SIDECAR_OUTBOUND = 'SIDECAR_OUTBOUND',

  /**
   * The word `GATEWAY`.
   */
  GATEWAY = 'GATEWAY',

  /**
   * The word `WAYPOINT`.
   */
  WAYPOINT = 'WAYPOINT',
}

/**
 * The words of `PatchOperation`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum PatchOperation {
  /**
   * The word `INVALID`.
   */
  INVALID = 'INVALID',

  /**
   * The word `MERGE`.
   */
  MERGE = 'MERGE',

  /**
   * The word `ADD`.
   */
  ADD = 'ADD',

  /**
   * The word `REMOVE`.
   */
  REMOVE = 'REMOVE',

  /**
   * The word `INSERT_BEFORE`.
   */
  INSERT_BEFORE = 'INSERT_BEFORE',

  /**
   * The word `INSERT_AFTER`.
   */
  INSERT_AFTER = 'INSERT_AFTER',

  /**
   * The word `INSERT_FIRST`.
   */
  INSERT_FIRST = 'INSERT_FIRST',

  /**
   * The word `REPLACE`.
   */
  REPLACE = 'REPLACE',

  /**
   * The word `MERGE_AND_REPLACE_LIST`.
   */
  MERGE_AND_REPLACE_LIST = 'MERGE_AND_REPLACE_LIST',
}

/**
 * The words of `RouteMatchAction`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum RouteMatchAction {
  /**
   * The word `ANY`.
   */
  ANY = 'ANY',

  /**
   * The word `ROUTE`.
   */
  ROUTE = 'ROUTE',

  /**
   * The word `REDIRECT`.
   */
  REDIRECT = 'REDIRECT',

  /**
   * The word `DIRECT_RESPONSE`.
   */
  DIRECT_RESPONSE = 'DIRECT_RESPONSE',
}
