// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * What a RequestAuthentication is made from.
 */
export interface RequestAuthenticationProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the RequestAuthentication says.
   */
  readonly spec: RequestAuthenticationSpec;
}

/**
 * Which JSON Web Tokens workloads accept, by issuer and key, and where claims go. A request without a token still passes.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export class RequestAuthentication extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'security.istio.io/v1',
    kind: 'RequestAuthentication',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: RequestAuthenticationProps): any {
    return manifestOf(RequestAuthentication.GVK, props);
  }

  /**
   * Adds a RequestAuthentication to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, RequestAuthentication.GVK, manifest, 'istio');
  }

  /**
   * A RequestAuthentication that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(RequestAuthentication.GVK, name, namespace);
  }

  /**
   * Whether something is a RequestAuthentication, of whichever version and class.
   *
   * @param construct anything
   */
  public static isRequestAuthentication(construct: any): construct is ApiObject {
    return isOfKind(construct, RequestAuthentication.GVK);
  }

  /**
   * Adds a RequestAuthentication to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: RequestAuthenticationProps) {
    super(scope, id, { ...copyOf(props), ...RequestAuthentication.GVK });
  }
}

/**
 * The message `ClaimToHeader`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface ClaimToHeader {
  /**
   * `ClaimToHeader.claim`: a string, not empty.
   */
  readonly claim: string;

  /**
   * `ClaimToHeader.header`: a string, not empty, of the pattern `^[-_A-Za-z0-9]+$`.
   */
  readonly header: string;
}

/**
 * The message `JWTHeader`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface JWTHeader {
  /**
   * `JWTHeader.name`: a string, not empty.
   */
  readonly name: string;

  /**
   * `JWTHeader.prefix`: a string.
   *
   * @default - not set
   */
  readonly prefix?: string;
}

/**
 * The message `JWTRule`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface JWTRule {
  /**
   * `JWTRule.audiences`: a list, each item a string, not empty.
   *
   * @default - not set
   */
  readonly audiences?: string[];

  /**
   * `JWTRule.forwardOriginalToken`: true or false.
   *
   * @default - not set
   */
  readonly forwardOriginalToken?: boolean;

  /**
   * `JWTRule.fromCookies`: a list, each item a string, not empty.
   *
   * @default - not set
   */
  readonly fromCookies?: string[];

  /**
   * `JWTRule.fromHeaders`: a list, each item `JWTHeader`.
   *
   * @default - not set
   */
  readonly fromHeaders?: JWTHeader[];

  /**
   * `JWTRule.fromParams`: a list, each item a string, not empty.
   *
   * @default - not set
   */
  readonly fromParams?: string[];

  /**
   * `JWTRule.issuer`: a string, not empty.
   *
   * @default - not set
   */
  readonly issuer?: string;

  /**
   * `JWTRule.jwks`: a string.
   *
   * @default - not set
   */
  readonly jwks?: string;

  /**
   * `JWTRule.jwksUri`: a string, not empty, at most 2048 characters.
   *
   * @default - not set
   */
  readonly jwksUri?: string;

  /**
   * `JWTRule.outputClaimToHeaders`: a list, each item `ClaimToHeader`.
   *
   * @default - not set
   */
  readonly outputClaimToHeaders?: ClaimToHeader[];

  /**
   * `JWTRule.outputPayloadToHeader`: a string.
   *
   * @default - not set
   */
  readonly outputPayloadToHeader?: string;

  /**
   * `JWTRule.spaceDelimitedClaims`: a list, each item a string, not empty, at most 64 items.
   *
   * @default - not set
   */
  readonly spaceDelimitedClaims?: string[];

  /**
   * `JWTRule.timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly timeout?: ProtoDuration;
}

/**
 * The message `RequestAuthenticationSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationSpec {
  /**
   * `RequestAuthenticationSpec.jwtRules`: a list, each item `JWTRule`, at most 4096 items.
   *
   * @default - not set
   */
  readonly jwtRules?: JWTRule[];

  /**
   * `RequestAuthenticationSpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;

  /**
   * `RequestAuthenticationSpec.targetRef`: `PolicyTargetReference`.
   *
   * @default - not set
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * `RequestAuthenticationSpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];
}
