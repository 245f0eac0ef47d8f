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
 * The kind ReferenceGrant.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
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
 * The message `ReferenceGrantFrom`.
 */
export interface ReferenceGrantFrom {
  /**
   * `ReferenceGrantFrom.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `ReferenceGrantFrom.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `ReferenceGrantFrom.namespace`: `namespace-name`.
   */
  readonly namespace: string;
}

/**
 * The message `ReferenceGrantSpec`.
 */
export interface ReferenceGrantSpec {
  /**
   * `ReferenceGrantSpec.from`: a list, each item `ReferenceGrantFrom`, at least 1 item, at most 16 items.
   */
  readonly from: ReferenceGrantFrom[];

  /**
   * `ReferenceGrantSpec.to`: a list, each item `ReferenceGrantTo`, at least 1 item, at most 16 items.
   */
  readonly to: ReferenceGrantTo[];
}

/**
 * The message `ReferenceGrantTo`.
 */
export interface ReferenceGrantTo {
  /**
   * `ReferenceGrantTo.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `ReferenceGrantTo.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `ReferenceGrantTo.name`: a string, not empty, at most 253 characters.
   *
   * @default - not set
   */
  readonly name?: string;
}
