// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf, ofCluster } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

/**
 * What a GatewayClass is made from.
 */
export interface GatewayClassProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the GatewayClass says.
   */
  readonly spec: GatewayClassSpec;
}

/**
 * A kind of gateway that clusters offer, and the controller that runs gateways of this kind; Istio's is named `istio`.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gatewayclass
 */
export class GatewayClass extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: GatewayClassProps): any {
    return manifestOf(GatewayClass.GVK, props);
  }

  /**
   * Adds a GatewayClass to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, GatewayClass.GVK, manifest, 'gateway-api');
  }

  /**
   * A GatewayClass that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   */
  public static fromName(name: string): ObjectReference {
    return ObjectReference.of(GatewayClass.GVK, name);
  }

  /**
   * Whether something is a GatewayClass, of whichever version and class.
   *
   * @param construct anything
   */
  public static isGatewayClass(construct: any): construct is ApiObject {
    return isOfKind(construct, GatewayClass.GVK);
  }

  /**
   * Adds a GatewayClass to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: GatewayClassProps) {
    super(scope, id, { ...copyOf(props), ...GatewayClass.GVK });
    ofCluster(this);
    validated(this);
  }
}

/**
 * Who runs gateways of a class, and with which settings.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gatewayclass
 */
export interface GatewayClassSpec {
  /**
   * The controller, as a path below a domain: `istio.io/gateway-controller`. It cannot be changed later.
   *
   * Written as `controllerName`: a path below a domain, such as `example.com/controller`.
   */
  readonly controllerName: string;

  /**
   * A word for people on what the class is for.
   *
   * Written as `description`: a string, at most 64 characters.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * An object with settings for all gateways of the class; which kinds may serve is up to the controller.
   *
   * Written as `parametersRef`: `ParametersReference`.
   *
   * @default - the controller needs no settings
   */
  readonly parametersRef?: ParametersReference;
}

/**
 * An object anywhere in the cluster that holds settings of a controller.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gatewayclass
 */
export interface ParametersReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of the object.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the object; needed where its kind has one, forbidden where it has none.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - the object belongs to the whole cluster
   */
  readonly namespace?: string;
}
