// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BackendRef, ParentReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

/**
 * What a TCPRoute is made from.
 */
export interface TCPRouteProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the TCPRoute says.
   */
  readonly spec: TCPRouteSpec;
}

/**
 * Where connections that reach a TCP listener go, without a look at what they carry.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tcproute
 */
export class TCPRoute extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TCPRoute',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: TCPRouteProps): any {
    return manifestOf(TCPRoute.GVK, props);
  }

  /**
   * Adds a TCPRoute to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, TCPRoute.GVK, manifest, 'gateway-api');
  }

  /**
   * A TCPRoute that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(TCPRoute.GVK, name, namespace);
  }

  /**
   * Whether something is a TCPRoute, of whichever version and class.
   *
   * @param construct anything
   */
  public static isTCPRoute(construct: any): construct is ApiObject {
    return isOfKind(construct, TCPRoute.GVK);
  }

  /**
   * Adds a TCPRoute to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: TCPRouteProps) {
    super(scope, id, { ...copyOf(props), ...TCPRoute.GVK });
    validated(this);
  }
}

/**
 * Where connections go.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tcproute
 */
export interface TCPRouteRule {
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
 * A TCPRoute as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#tcproute
 */
export interface TCPRouteSpec {
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
   * Written as `rules`: a list, each item `TCPRouteRule`, at least 1 item, at most 1 items.
   */
  readonly rules: TCPRouteRule[];
}
