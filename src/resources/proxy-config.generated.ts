// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadSelector } from './selector.generated';

/**
 * What a ProxyConfig is made from.
 */
export interface ProxyConfigProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the ProxyConfig says.
   */
  readonly spec: ProxyConfigSpec;
}

/**
 * How proxies start: their threads, environment and image, for the mesh, a namespace or a workload.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export class ProxyConfig extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'ProxyConfig',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: ProxyConfigProps): any {
    return manifestOf(ProxyConfig.GVK, props);
  }

  /**
   * Adds a ProxyConfig to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, ProxyConfig.GVK, manifest, 'istio');
  }

  /**
   * A ProxyConfig that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(ProxyConfig.GVK, name, namespace);
  }

  /**
   * Whether something is a ProxyConfig, of whichever version and class.
   *
   * @param construct anything
   */
  public static isProxyConfig(construct: any): construct is ApiObject {
    return isOfKind(construct, ProxyConfig.GVK);
  }

  /**
   * Adds a ProxyConfig to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: ProxyConfigProps) {
    super(scope, id, { ...copyOf(props), ...ProxyConfig.GVK });
  }
}

/**
 * The message `ProxyConfigSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSpec {
  /**
   * `ProxyConfigSpec.concurrency`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly concurrency?: number;

  /**
   * `ProxyConfigSpec.environmentVariables`: a map, each value a string, at most 2048 characters.
   *
   * @default - not set
   */
  readonly environmentVariables?: { readonly [key: string]: string };

  /**
   * `ProxyConfigSpec.image`: `ProxyImage`.
   *
   * @default - not set
   */
  readonly image?: ProxyImage;

  /**
   * `ProxyConfigSpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;
}

/**
 * The message `ProxyImage`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyImage {
  /**
   * `ProxyImage.imageType`: a string.
   *
   * @default - not set
   */
  readonly imageType?: string;
}
