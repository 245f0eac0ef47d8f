// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference } from './selector.generated';
import { NetworkingWorkloadSelector } from './sidecar.generated';
import { validated } from './validation/at-synthesis';
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
    validated(this);
  }
}

/**
 * Which clusters are patched. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ClusterMatch {
  /**
   * The cluster by its Envoy name, such as `PassthroughCluster`; leave the other fields out then.
   *
   * Written as `name`: a string.
   *
   * @default - any name
   */
  readonly name?: string;

  /**
   * The port of the service for which the cluster was made; for inbound ones, the port in the pod.
   *
   * Written as `portNumber`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly portNumber?: PortNumber;

  /**
   * The service by its full host. Inbound clusters pass it over.
   *
   * Written as `service`: a string.
   *
   * @default - any service
   */
  readonly service?: string;

  /**
   * The subset of the service for which the cluster was made.
   *
   * Written as `subset`: a string.
   *
   * @default - any subset
   */
  readonly subset?: string;
}

/**
 * Which objects of the configuration are patched, and in which proxies.
 *
 * At most one of `listener`, `routeConfiguration`, `cluster` and `waypoint` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export class EnvoyConfigObjectMatch {
  /**
   * Which listeners, and what in them.
   *
   * Written as `listener`: `ListenerMatch`.
   *
   * @param value `ListenerMatch`
   * @param options the other fields
   */
  public static listener(value: ListenerMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, listener: value });
  }

  /**
   * Which route configurations, and what in them.
   *
   * Written as `routeConfiguration`: `RouteConfigurationMatch`.
   *
   * @param value `RouteConfigurationMatch`
   * @param options the other fields
   */
  public static routeConfiguration(value: RouteConfigurationMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, routeConfiguration: value });
  }

  /**
   * Which clusters.
   *
   * Written as `cluster`: `ClusterMatch`.
   *
   * @param value `ClusterMatch`
   * @param options the other fields
   */
  public static cluster(value: ClusterMatch, options?: EnvoyConfigObjectMatchOptions): EnvoyConfigObjectMatch {
    return new EnvoyConfigObjectMatch({ ...options, cluster: value });
  }

  /**
   * What in a waypoint. It goes with the context `WAYPOINT` alone.
   *
   * Written as `waypoint`: `WaypointMatch`.
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
   * On which side of which kind of proxy.
   *
   * Written as `context`: one of the words of `PatchContext`.
   *
   * @default - `ANY`
   */
  readonly context?: PatchContext;

  /**
   * Which proxies, by version or metadata.
   *
   * Written as `proxy`: `ProxyMatch`.
   *
   * @default - all that the EnvoyFilter reaches
   */
  readonly proxy?: ProxyMatch;
}

/**
 * One change: on what kind of object, which of them, and what to change.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyConfigObjectPatch {
  /**
   * The kind of object that is changed; `match` must be of the same kind.
   *
   * Written as `applyTo`: one of the words of `ApplyTo`.
   *
   * @default - `INVALID`, which is refused
   */
  readonly applyTo?: ApplyTo;

  /**
   * Which objects of that kind are changed.
   *
   * Written as `match`: `EnvoyConfigObjectMatch`.
   *
   * @default - all of them
   */
  readonly match?: EnvoyConfigObjectMatch;

  /**
   * The change itself.
   *
   * Written as `patch`: `EnvoyFilterPatch`.
   *
   * @default - none; it is needed
   */
  readonly patch?: EnvoyFilterPatch;
}

/**
 * How an object is changed, and with what.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterPatch {
  /**
   * Where an added filter stands among those of Istio. It counts with `ADD`, and lasts longer than inserting beside a filter by
   * name.
   *
   * Written as `filterClass`: one of the words of `FilterClass`.
   *
   * @default - `UNSPECIFIED`
   */
  readonly filterClass?: FilterClass;

  /**
   * What is done with the object.
   *
   * Written as `operation`: one of the words of `PatchOperation`.
   *
   * @default - `INVALID`, which is refused
   */
  readonly operation?: PatchOperation;

  /**
   * Envoy configuration as JSON, of the type that `applyTo` names.
   *
   * Written as `value`: an object of any form.
   *
   * @default - none, which only `REMOVE` allows
   */
  readonly value?: any;
}

/**
 * Changes to the Envoy configuration of some proxies, and their order among all such changes.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterSpec {
  /**
   * The changes, made one after the other.
   *
   * Written as `configPatches`: a list, each item `EnvoyConfigObjectPatch`.
   *
   * @default - none
   */
  readonly configPatches?: EnvoyConfigObjectPatch[];

  /**
   * Where these changes stand among those of others: smaller numbers first, then older objects, then by name. Those of the root
   * namespace always come before the others.
   *
   * Written as `priority`: a whole number.
   *
   * @default - 0
   */
  readonly priority?: number;

  /**
   * Resources whose proxies get the changes: a Gateway, a GatewayClass, a Service or a ServiceEntry. Waypoints need it.
   *
   * Written as `targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - chosen by `workloadSelector`
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * Workloads whose proxies get the changes, by labels.
   *
   * Written as `workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - all of the namespace; in the root namespace, all of the mesh
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * Which filter chain of a listener is patched. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface FilterChainMatch {
  /**
   * Protocols of the chain, such as `h2` or `http/1.1`, divided by commas. In sidecars only.
   *
   * Written as `applicationProtocols`: a string.
   *
   * @default - any
   */
  readonly applicationProtocols?: string;

  /**
   * The destination port that the chain itself asks for; a chain that asks for none does not match.
   *
   * Written as `destinationPort`: a port, 1 to 65535.
   *
   * @default - any
   */
  readonly destinationPort?: PortNumber;

  /**
   * Which network filter in the chain.
   *
   * Written as `filter`: `ListenerFilterMatch`.
   *
   * @default - any
   */
  readonly filter?: ListenerFilterMatch;

  /**
   * What the chain is called.
   *
   * Written as `name`: a string.
   *
   * @default - any
   */
  readonly name?: string;

  /**
   * The server name that the chain itself asks for; a chain that asks for none does not match.
   *
   * Written as `sni`: a string.
   *
   * @default - any
   */
  readonly sni?: string;

  /**
   * `raw_buffer` for plain text or `tls`. With the context `SIDECAR_INBOUND` only.
   *
   * Written as `transportProtocol`: a string.
   *
   * @default - any
   */
  readonly transportProtocol?: string;
}

/**
 * A network filter in a filter chain.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerFilterMatch {
  /**
   * The filter by its Envoy name, such as `envoy.filters.network.http_connection_manager`.
   *
   * Written as `name`: a string.
   *
   * @default - any filter
   */
  readonly name?: string;

  /**
   * A filter within that one, such as an HTTP filter of the connection manager.
   *
   * Written as `subFilter`: `ListenerSubFilterMatch`.
   *
   * @default - any
   */
  readonly subFilter?: ListenerSubFilterMatch;
}

/**
 * Which listeners are patched. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerMatch {
  /**
   * Which filter chain in the listener.
   *
   * Written as `filterChain`: `FilterChainMatch`.
   *
   * @default - all of them
   */
  readonly filterChain?: FilterChainMatch;

  /**
   * Which listener filter, by its Envoy name.
   *
   * Written as `listenerFilter`: a string.
   *
   * @default - any
   */
  readonly listenerFilter?: string;

  /**
   * The listener by its Envoy name, mostly address and port as in `0.0.0.0_8080`.
   *
   * Written as `name`: a string.
   *
   * @default - any name
   */
  readonly name?: string;

  /**
   * The name of the port. Istiod does not heed it yet.
   *
   * Written as `portName`: a string.
   *
   * @default - any
   */
  readonly portName?: string;

  /**
   * The port of the service or of the gateway, also for inbound listeners.
   *
   * Written as `portNumber`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly portNumber?: PortNumber;
}

/**
 * A filter within a network filter.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ListenerSubFilterMatch {
  /**
   * The inner filter by its Envoy name, such as `envoy.filters.http.router`.
   *
   * Written as `name`: a string.
   *
   * @default - any filter
   */
  readonly name?: string;
}

/**
 * Which proxies are patched. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface ProxyMatch {
  /**
   * Entries of the node's metadata, each compared as a whole; only those that are text count.
   *
   * Written as `metadata`: a map, each value a string.
   *
   * @default - any proxy
   */
  readonly metadata?: { readonly [key: string]: string };

  /**
   * An RE2 expression for the Istio version of the proxy, such as `^1\.31.*`.
   *
   * Written as `proxyVersion`: a string.
   *
   * @default - any version
   */
  readonly proxyVersion?: string;
}

/**
 * Which route configurations are patched. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface RouteConfigurationMatch {
  /**
   * The Gateway for which it was made, as `namespace/name`. With the context `GATEWAY` only.
   *
   * Written as `gateway`: a string.
   *
   * @default - any
   */
  readonly gateway?: string;

  /**
   * The route configuration by its Envoy name, mostly the port, as in `80`.
   *
   * Written as `name`: a string.
   *
   * @default - any name
   */
  readonly name?: string;

  /**
   * The name of the gateway's port. With the context `GATEWAY` only.
   *
   * Written as `portName`: a string.
   *
   * @default - any
   */
  readonly portName?: string;

  /**
   * The port of the service, or of the gateway's server.
   *
   * Written as `portNumber`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly portNumber?: PortNumber;

  /**
   * Which virtual host in it.
   *
   * Written as `vhost`: `VirtualHostMatch`.
   *
   * @default - any
   */
  readonly vhost?: VirtualHostMatch;
}

/**
 * Which route of a virtual host is patched.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface RouteMatch {
  /**
   * What the route does with a request.
   *
   * Written as `action`: one of the words of `RouteMatchAction`.
   *
   * @default - `ANY`
   */
  readonly action?: RouteMatchAction;

  /**
   * The route by the name that the VirtualService gave it; those that Istio makes by itself are called `default`.
   *
   * Written as `name`: a string.
   *
   * @default - any
   */
  readonly name?: string;
}

/**
 * Which virtual host of a route configuration is patched.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface VirtualHostMatch {
  /**
   * A domain that the virtual host must serve, as it is written there.
   *
   * Written as `domainName`: a string.
   *
   * @default - any
   */
  readonly domainName?: string;

  /**
   * The virtual host by its Envoy name, as in `reviews.default.svc.cluster.local:80`.
   *
   * Written as `name`: a string.
   *
   * @default - any
   */
  readonly name?: string;

  /**
   * Which route in it.
   *
   * Written as `route`: `RouteMatch`.
   *
   * @default - any
   */
  readonly route?: RouteMatch;
}

/**
 * A network filter of a waypoint.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointFilterMatch {
  /**
   * The filter by its Envoy name, such as `envoy.filters.network.http_connection_manager`.
   *
   * Written as `name`: a string.
   *
   * @default - any filter
   */
  readonly name?: string;

  /**
   * A filter within that one, mostly an HTTP filter.
   *
   * Written as `subFilter`: `WaypointSubFilterMatch`.
   *
   * @default - any
   */
  readonly subFilter?: WaypointSubFilterMatch;
}

/**
 * What is patched in a waypoint.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointMatch {
  /**
   * Which network filter.
   *
   * Written as `filter`: `WaypointFilterMatch`.
   *
   * @default - any
   */
  readonly filter?: WaypointFilterMatch;

  /**
   * The port of the service that the waypoint serves.
   *
   * Written as `portNumber`: a port, 1 to 65535.
   *
   * @default - any port
   */
  readonly portNumber?: PortNumber;

  /**
   * Which route of the waypoint.
   *
   * Written as `route`: `WaypointRouteMatch`.
   *
   * @default - any
   */
  readonly route?: WaypointRouteMatch;
}

/**
 * Which route of a waypoint is patched.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointRouteMatch {
  /**
   * The route by the name that the VirtualService gave it; those that Istio makes by itself are called `default`.
   *
   * Written as `name`: a string.
   *
   * @default - any
   */
  readonly name?: string;
}

/**
 * A filter within a network filter of a waypoint.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface WaypointSubFilterMatch {
  /**
   * The inner filter by its Envoy name, such as `envoy.filters.http.router`.
   *
   * Written as `name`: a string.
   *
   * @default - any filter
   */
  readonly name?: string;
}

/**
 * Kinds of Envoy configuration that can be patched.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum ApplyTo {
  /**
   * Nothing is said, which is refused.
   */
  INVALID = 'INVALID',

  /**
   * Listeners as a whole.
   */
  LISTENER = 'LISTENER',

  /**
   * Filter chains of listeners.
   */
  FILTER_CHAIN = 'FILTER_CHAIN',

  /**
   * Network filters in a filter chain.
   */
  NETWORK_FILTER = 'NETWORK_FILTER',

  /**
   * HTTP filters in a connection manager.
   */
  HTTP_FILTER = 'HTTP_FILTER',

  /**
   * Route configurations themselves, which can only be merged, not their virtual hosts.
   */
  ROUTE_CONFIGURATION = 'ROUTE_CONFIGURATION',

  /**
   * Virtual hosts in a route configuration.
   */
  VIRTUAL_HOST = 'VIRTUAL_HOST',

  /**
   * Routes in a virtual host.
   */
  HTTP_ROUTE = 'HTTP_ROUTE',

  /**
   * Clusters; new ones can be added.
   */
  CLUSTER = 'CLUSTER',

  /**
   * Configurations that HTTP filters fetch by themselves (ECDS).
   */
  EXTENSION_CONFIG = 'EXTENSION_CONFIG',

  /**
   * What Envoy starts with. Istio advises against it.
   */
  BOOTSTRAP = 'BOOTSTRAP',

  /**
   * Filters that see a connection before its filter chain is chosen.
   */
  LISTENER_FILTER = 'LISTENER_FILTER',
}

/**
 * Where an added filter stands among those of Istio.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum FilterClass {
  /**
   * Where istiod likes; for filters that need no order.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * After the authentication of Istio.
   */
  AUTHN = 'AUTHN',

  /**
   * After the authorization of Istio.
   */
  AUTHZ = 'AUTHZ',

  /**
   * Before the metrics of Istio.
   */
  STATS = 'STATS',
}

/**
 * The side of a proxy, and its kind.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum PatchContext {
  /**
   * Sidecars on both sides, and gateways.
   */
  ANY = 'ANY',

  /**
   * What comes into a sidecar's workload.
   */
  SIDECAR_INBOUND = 'SIDECAR_INBOUND',

  /**
   * What a sidecar's workload sends.
   */
  SIDECAR_OUTBOUND = 'SIDECAR_OUTBOUND',

  /**
   * Gateways at the edge.
   */
  GATEWAY = 'GATEWAY',

  /**
   * Waypoints of the ambient mode.
   */
  WAYPOINT = 'WAYPOINT',
}

/**
 * What a patch does with an object.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum PatchOperation {
  /**
   * Nothing is said, which is refused.
   */
  INVALID = 'INVALID',

  /**
   * The value is merged into the object; its lists are added to the end of those there.
   */
  MERGE = 'MERGE',

  /**
   * The value becomes a new object of its list. Without effect on `ROUTE_CONFIGURATION`.
   */
  ADD = 'ADD',

  /**
   * The object is taken out, and no value is given. Without effect on `ROUTE_CONFIGURATION`.
   */
  REMOVE = 'REMOVE',

  /**
   * The value stands right before the object that matched, or first of all where none is named.
   */
  INSERT_BEFORE = 'INSERT_BEFORE',

  /**
   * The value stands right after the object that matched, or last of all where none is named.
   */
  INSERT_AFTER = 'INSERT_AFTER',

  /**
   * The value stands first in its list, provided that the object to match is there.
   */
  INSERT_FIRST = 'INSERT_FIRST',

  /**
   * The value stands in place of the object that matched. For filters and virtual hosts only.
   */
  REPLACE = 'REPLACE',

  /**
   * The value is merged as by `MERGE`, but its lists take the place of those there.
   */
  MERGE_AND_REPLACE_LIST = 'MERGE_AND_REPLACE_LIST',
}

/**
 * What a route does with a request.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export enum RouteMatchAction {
  /**
   * Whatever it does.
   */
  ANY = 'ANY',

  /**
   * It forwards to a cluster.
   */
  ROUTE = 'ROUTE',

  /**
   * It sends the caller to another address.
   */
  REDIRECT = 'REDIRECT',

  /**
   * It answers by itself.
   */
  DIRECT_RESPONSE = 'DIRECT_RESPONSE',
}
