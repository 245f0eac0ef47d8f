// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { LocalObjectReference } from './object-reference.generated';
import { SectionPolicyTargetReference } from './policy.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';

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
 * That connections to a backend use TLS, which name is asked for, and which certificates are trusted there.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#backendtlspolicy
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
 * How a gateway speaks TLS to the backends that are named here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#backendtlspolicy
 */
export interface BackendTLSPolicySpec {
  /**
   * Settings of the implementation under names with a domain, such as `example.com/min-version`.
   *
   * Written as `options`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16 entries.
   *
   * @default - none
   */
  readonly options?: { readonly [key: string]: string };

  /**
   * What the policy is about: Services of its own namespace, or one port of a Service by `sectionName`. Of two policies for the same
   * target, the older one holds.
   *
   * Written as `targetRefs`: a list, each item `SectionPolicyTargetReference`, at least 1 item, at most 16 items.
   */
  readonly targetRefs: SectionPolicyTargetReference[];

  /**
   * How the certificate of the backend is checked.
   *
   * Written as `validation`: `BackendTLSPolicyValidation`.
   */
  readonly validation: BackendTLSPolicyValidation;
}

/**
 * How the certificate of a backend is checked. Trust comes from `caCertificateRefs` or from `wellKnownCACertificates`: one of both
 * is needed.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidation {
  /**
   * ConfigMaps of the policy's namespace that hold trusted certificates under `ca.crt`.
   *
   * Written as `caCertificateRefs`: a list, each item `LocalObjectReference`, at most 8 items.
   *
   * @default - `wellKnownCACertificates` must say what is trusted
   */
  readonly caCertificateRefs?: LocalObjectReference[];

  /**
   * The server name (SNI) that the gateway asks for. The certificate must be made out to it, unless `subjectAltNames` says
   * otherwise.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   */
  readonly hostname: Host;

  /**
   * Names of which the certificate must bear at least one; `hostname` is then only asked for.
   *
   * Written as `subjectAltNames`: a list, each item `SubjectAltName`, at most 5 items.
   *
   * @default - the certificate must bear `hostname`
   */
  readonly subjectAltNames?: SubjectAltName[];

  /**
   * A set of trusted certificates that the implementation has: `System` for those of its operating system.
   *
   * Written as `wellKnownCACertificates`: a string, not empty, at most 253 characters, of the pattern
   * `^(System|([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$`.
   *
   * @default - `caCertificateRefs` must say what is trusted
   */
  readonly wellKnownCACertificates?: string;
}

/**
 * A name that a certificate may bear: a DNS name or a URI, as `type` says.
 *
 * One of `hostname` and `uri` is written.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#backendtlspolicy
 */
export class SubjectAltName {
  /**
   * The DNS name; needed with the type `Hostname` and forbidden with others.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   *
   * @param value a host, such as `www.example.com`
   */
  public static hostname(value: Host): SubjectAltName {
    return new SubjectAltName({ type: 'Hostname', hostname: value });
  }

  /**
   * The URI with its scheme, such as `spiffe://cluster.local/ns/shop/sa/cart`; needed with the type `URI` and forbidden with others.
   *
   * Written as `uri`: a string, not empty, at most 253 characters, of the pattern
   * `^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\?([^#]*))?(#(.*))?`.
   *
   * @param value a string, not empty, at most 253 characters, of the pattern `^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\?([^#]*))?(#(.*))?`
   */
  public static uri(value: string): SubjectAltName {
    return new SubjectAltName({ type: 'URI', uri: value });
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * What a name in a certificate is.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#backendtlspolicy
 */
export enum SubjectAltNameType {
  /**
   * A DNS name.
   */
  HOSTNAME = 'Hostname',

  /**
   * A URI, such as a SPIFFE identity.
   */
  URI = 'URI',
}
