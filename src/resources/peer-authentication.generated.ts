// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';

/**
 * What a PeerAuthentication is made from.
 */
export interface PeerAuthenticationProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the PeerAuthentication says.
   */
  readonly spec: PeerAuthenticationSpec;
}

/**
 * Whether workloads take mutual TLS only, plain text too, or no TLS: for the mesh, a namespace, a workload or one of its ports.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export class PeerAuthentication extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: PeerAuthenticationProps): any {
    return manifestOf(PeerAuthentication.GVK, props);
  }

  /**
   * Adds a PeerAuthentication to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, PeerAuthentication.GVK, manifest, 'istio');
  }

  /**
   * A PeerAuthentication that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(PeerAuthentication.GVK, name, namespace);
  }

  /**
   * Whether something is a PeerAuthentication, of whichever version and class.
   *
   * @param construct anything
   */
  public static isPeerAuthentication(construct: any): construct is ApiObject {
    return isOfKind(construct, PeerAuthentication.GVK);
  }

  /**
   * Adds a PeerAuthentication to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: PeerAuthenticationProps) {
    super(scope, id, { ...copyOf(props), ...PeerAuthentication.GVK });
    validated(this);
  }
}

/**
 * Whether callers must prove who they are by a certificate of the mesh.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface MutualTLS {
  /**
   * What the workload accepts.
   *
   * Written as `mode`: one of the words of `MutualTLSMode`.
   *
   * @default - `UNSET`
   */
  readonly mode?: MutualTLSMode;
}

/**
 * What workloads accept from callers: mutual TLS, plain text, or both.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface PeerAuthenticationSpec {
  /**
   * The setting for all ports.
   *
   * Written as `mtls`: `MutualTLS`.
   *
   * @default - as the namespace or the mesh says, else `PERMISSIVE`
   */
  readonly mtls?: MutualTLS;

  /**
   * Settings of single ports, by the number that they have in the pod. It needs a `selector` with labels.
   *
   * Written as `portLevelMtls`: a map, each value `MutualTLS`, at least 1 entry.
   *
   * @default - every port alike
   */
  readonly portLevelMtls?: { readonly [key: string]: MutualTLS };

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
 * What a workload accepts from callers.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export enum MutualTLSMode {
  /**
   * As the wider policy says; where there is none, `PERMISSIVE`.
   */
  UNSET = 'UNSET',

  /**
   * No mutual TLS is spoken.
   */
  DISABLE = 'DISABLE',

  /**
   * Both mutual TLS and plain text.
   */
  PERMISSIVE = 'PERMISSIVE',

  /**
   * Mutual TLS, and nothing else.
   */
  STRICT = 'STRICT',
}
