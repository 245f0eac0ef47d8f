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
 * The kind TCPRoute.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
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
 * The message `TCPRouteRule`.
 */
export interface TCPRouteRule {
  /**
   * `TCPRouteRule.backendRefs`: a list, each item `BackendRef`, at least 1 item, at most 16 items.
   */
  readonly backendRefs: BackendRef[];

  /**
   * `TCPRouteRule.name`: `dns-name`.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `TCPRouteSpec`.
 */
export interface TCPRouteSpec {
  /**
   * `TCPRouteSpec.parentRefs`: a list, each item `ParentReference`, at most 32 items.
   *
   * @default - not set
   */
  readonly parentRefs?: ParentReference[];

  /**
   * `TCPRouteSpec.rules`: a list, each item `TCPRouteRule`, at least 1 item, at most 1 items.
   */
  readonly rules: TCPRouteRule[];
}
