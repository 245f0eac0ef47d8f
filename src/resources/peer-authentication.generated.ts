// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { manifestOf } from './manifest';
import { WorkloadSelector } from './selector.generated';

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
   * Adds a PeerAuthentication to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: PeerAuthenticationProps) {
    super(scope, id, { ...props, ...PeerAuthentication.GVK });
  }
}

/**
 * The message `MutualTLS`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface MutualTLS {
  /**
   * `MutualTLS.mode`: one of the words of `MutualTLSMode`.
   *
   * @default - not set
   */
  readonly mode?: MutualTLSMode;
}

/**
 * The message `PeerAuthenticationSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface PeerAuthenticationSpec {
  /**
   * `PeerAuthenticationSpec.mtls`: `MutualTLS`.
   *
   * @default - not set
   */
  readonly mtls?: MutualTLS;

  /**
   * `PeerAuthenticationSpec.portLevelMtls`: a map, each value `MutualTLS`, at least 1 entry.
   *
   * @default - not set
   */
  readonly portLevelMtls?: { readonly [key: string]: MutualTLS };

  /**
   * `PeerAuthenticationSpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;
}

/**
 * The words of `MutualTLSMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export enum MutualTLSMode {
  /**
   * The word `UNSET`.
   */
  UNSET = 'UNSET',

  /**
   * The word `DISABLE`.
   */
  DISABLE = 'DISABLE',

  /**
   * The word `PERMISSIVE`.
   */
  PERMISSIVE = 'PERMISSIVE',

  /**
   * The word `STRICT`.
   */
  STRICT = 'STRICT',
}
