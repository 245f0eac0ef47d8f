// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

/**
 * What a ReferenceGrant is made from.
 */
export interface ReferenceGrantProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the ReferenceGrant says.
   */
  readonly spec: ReferenceGrantSpec;
}

/**
 * That objects of other namespaces may refer to objects of this one, such as a route to a Service or a Gateway to a Secret.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#referencegrant
 */
export class ReferenceGrant extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'ReferenceGrant',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: ReferenceGrantProps): any {
    return manifestOf(ReferenceGrant.GVK, props);
  }

  /**
   * Adds a ReferenceGrant to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, ReferenceGrant.GVK, manifest, 'gateway-api');
  }

  /**
   * A ReferenceGrant that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(ReferenceGrant.GVK, name, namespace);
  }

  /**
   * Whether something is a ReferenceGrant, of whichever version and class.
   *
   * @param construct anything
   */
  public static isReferenceGrant(construct: any): construct is ApiObject {
    return isOfKind(construct, ReferenceGrant.GVK);
  }

  /**
   * Adds a ReferenceGrant to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: ReferenceGrantProps) {
    super(scope, id, { ...copyOf(props), ...ReferenceGrant.GVK });
    validated(this);
  }
}

/**
 * Objects that may refer.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#referencegrant
 */
export interface ReferenceGrantFrom {
  /**
   * API group of these objects, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of these objects, such as `HTTPRoute` or `Gateway`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Namespace of these objects.
   *
   * Written as `namespace`: the name of a namespace.
   */
  readonly namespace: string;
}

/**
 * Who may refer to what. Each pair of an entry of `from` and one of `to` is allowed.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#referencegrant
 */
export interface ReferenceGrantSpec {
  /**
   * Whose references are allowed.
   *
   * Written as `from`: a list, each item `ReferenceGrantFrom`, at least 1 item, at most 16 items.
   */
  readonly from: ReferenceGrantFrom[];

  /**
   * To which objects of this namespace.
   *
   * Written as `to`: a list, each item `ReferenceGrantTo`, at least 1 item, at most 16 items.
   */
  readonly to: ReferenceGrantTo[];
}

/**
 * Objects that may be referred to.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#referencegrant
 */
export interface ReferenceGrantTo {
  /**
   * API group of these objects, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of these objects, such as `Service` or `Secret`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the one object that is meant.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   *
   * @default - all objects of the kind in this namespace
   */
  readonly name?: string;
}
