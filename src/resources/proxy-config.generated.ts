// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';

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
    validated(this);
  }
}

/**
 * What proxies are started with. Changes count for pods that are made later.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyConfigSpec {
  /**
   * Worker threads of the proxy; 0 takes one for each core of the machine.
   *
   * Written as `concurrency`: a whole number, at least 0.
   *
   * @default - as many as the CPU limit of the proxy has cores
   */
  readonly concurrency?: number;

  /**
   * Environment variables of the proxy. Those that begin with `ISTIO_META_` are also told to istiod.
   *
   * Written as `environmentVariables`: a map, each value a string, at most 2048 characters.
   *
   * @default - none besides those of the mesh
   */
  readonly environmentVariables?: { readonly [key: string]: string };

  /**
   * Which image the proxy is made from.
   *
   * Written as `image`: `ProxyImage`.
   *
   * @default - the image of the mesh
   */
  readonly image?: ProxyImage;

  /**
   * The workloads that are meant, by labels.
   *
   * Written as `selector`: `WorkloadSelector`.
   *
   * @default - all of the namespace; in the root namespace, all of the mesh
   */
  readonly selector?: WorkloadSelector;
}

/**
 * Which build of the proxy is used.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/proxy-config/
 */
export interface ProxyImage {
  /**
   * What is added to the image's tag: `default`, `debug`, `distroless`, or the name of a build of your own.
   *
   * Written as `imageType`: a string.
   *
   * @default - `default`
   */
  readonly imageType?: string;
}
