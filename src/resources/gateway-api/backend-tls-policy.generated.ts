// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { LocalObjectReference } from './object-reference.generated';
import { SectionPolicyTargetReference } from './policy.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

/**
 * What a BackendTLSPolicy is made from.
 */
export interface BackendTLSPolicyProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the BackendTLSPolicy says.
   */
  readonly spec: BackendTLSPolicySpec;
}

/**
 * The kind BackendTLSPolicy.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 */
export class BackendTLSPolicy extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'BackendTLSPolicy',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: BackendTLSPolicyProps): any {
    return manifestOf(BackendTLSPolicy.GVK, props);
  }

  /**
   * Adds a BackendTLSPolicy to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, BackendTLSPolicy.GVK, manifest, 'gateway-api');
  }

  /**
   * A BackendTLSPolicy that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(BackendTLSPolicy.GVK, name, namespace);
  }

  /**
   * Whether something is a BackendTLSPolicy, of whichever version and class.
   *
   * @param construct anything
   */
  public static isBackendTLSPolicy(construct: any): construct is ApiObject {
    return isOfKind(construct, BackendTLSPolicy.GVK);
  }

  /**
   * Adds a BackendTLSPolicy to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: BackendTLSPolicyProps) {
    super(scope, id, { ...copyOf(props), ...BackendTLSPolicy.GVK });
    validated(this);
  }
}

/**
 * The message `BackendTLSPolicySpec`.
 */
export interface BackendTLSPolicySpec {
  /**
   * `BackendTLSPolicySpec.options`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16 entries.
   *
   * @default - not set
   */
  readonly options?: { readonly [key: string]: string };

  /**
   * `BackendTLSPolicySpec.targetRefs`: a list, each item `SectionPolicyTargetReference`, at least 1 item, at most 16 items.
   */
  readonly targetRefs: SectionPolicyTargetReference[];

  /**
   * `BackendTLSPolicySpec.validation`: `BackendTLSPolicyValidation`.
   */
  readonly validation: BackendTLSPolicyValidation;
}

/**
 * The message `BackendTLSPolicyValidation`.
 */
export interface BackendTLSPolicyValidation {
  /**
   * `BackendTLSPolicyValidation.caCertificateRefs`: a list, each item `LocalObjectReference`, at most 8 items.
   *
   * @default - not set
   */
  readonly caCertificateRefs?: LocalObjectReference[];

  /**
   * `BackendTLSPolicyValidation.hostname`: `dns-name`.
   */
  readonly hostname: string;

  /**
   * `BackendTLSPolicyValidation.subjectAltNames`: a list, each item `SubjectAltName`, at most 5 items.
   *
   * @default - not set
   */
  readonly subjectAltNames?: SubjectAltName[];

  /**
   * `BackendTLSPolicyValidation.wellKnownCACertificates`: a string, not empty, at most 253 characters, of the pattern
   * `^(System|([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$`.
   *
   * @default - not set
   */
  readonly wellKnownCACertificates?: string;
}

/**
 * The message `SubjectAltName`.
 */
export interface SubjectAltName {
  /**
   * `SubjectAltName.hostname`: `route-host`.
   *
   * @default - not set
   */
  readonly hostname?: string;

  /**
   * `SubjectAltName.type`: one of the words of `SubjectAltNameType`.
   */
  readonly type: SubjectAltNameType;

  /**
   * `SubjectAltName.uri`: a string, not empty, at most 253 characters, of the pattern
   * `^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\?([^#]*))?(#(.*))?`.
   *
   * @default - not set
   */
  readonly uri?: string;
}

/**
 * The words of `SubjectAltNameType`.
 */
export enum SubjectAltNameType {
  /**
   * The word `Hostname`.
   */
  HOSTNAME = 'Hostname',

  /**
   * The word `URI`.
   */
  URI = 'URI',
}
