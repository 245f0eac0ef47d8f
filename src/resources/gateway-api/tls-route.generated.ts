// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BackendRef, ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';

/**
 * What a TLSRoute is made from.
 */
export interface TLSRouteProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the TLSRoute says.
   */
  readonly spec: TLSRouteSpec;
}

/**
 * Where TLS connections go, by the server name (SNI) that the client asks for.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tlsroute
 */
export class TLSRoute extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TLSRoute',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: TLSRouteProps): any {
    return manifestOf(TLSRoute.GVK, props);
  }

  /**
   * Adds a TLSRoute to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, TLSRoute.GVK, manifest, 'gateway-api');
  }

  /**
   * A TLSRoute that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(TLSRoute.GVK, name, namespace);
  }

  /**
   * Whether something is a TLSRoute, of whichever version and class.
   *
   * @param construct anything
   */
  public static isTLSRoute(construct: any): construct is ApiObject {
    return isOfKind(construct, TLSRoute.GVK);
  }

  /**
   * Adds a TLSRoute to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: TLSRouteProps) {
    super(scope, id, { ...copyOf(props), ...TLSRoute.GVK });
    validated(this);
  }
}

/**
 * Where connections go.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tlsroute
 */
export interface TLSRouteRule {
  /**
   * Backends, among which connections are divided by weight. Those whose backend is not there are refused.
   *
   * Written as `backendRefs`: a list, each item `BackendRef`, at least 1 item, at most 16 items.
   */
  readonly backendRefs: BackendRef[];

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
 * A TLSRoute as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tlsroute
 */
export interface TLSRouteSpec {
  /**
   * Server names (SNI) that the route serves, with `*.` for all below a domain, and no IP addresses. Those that the listener does
   * not serve do not count.
   *
   * Written as `hostnames`: a list, each item a host, such as `www.example.com`, at least 1 item, at most 1024 items.
   */
  readonly hostnames: Host[];

  /**
   * What the route attaches to: Gateways, ListenerSets or single listeners of them, or Services for connections within the mesh.
   *
   * Written as `parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - nothing, so that the route has no effect
   */
  readonly parentRefs?: ParentReference[];

  /**
   * The one rule of the route.
   *
   * Written as `rules`: a list, each item `TLSRouteRule`, at least 1 item, at most 1 items.
   */
  readonly rules: TLSRouteRule[];
}
