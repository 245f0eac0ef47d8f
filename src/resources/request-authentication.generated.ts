// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';
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
    validated(this);
  }
}

/**
 * A claim that services find in a header.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface ClaimToHeader {
  /**
   * The claim; a dot leads into nested ones. It must be text, a whole number, or true or false.
   *
   * Written as `claim`: a string, not empty.
   */
  readonly claim: string;

  /**
   * The header that is written, over any that the caller has sent.
   *
   * Written as `header`: a string, not empty, of the pattern `^[-_A-Za-z0-9]+$`.
   */
  readonly header: string;
}

/**
 * A header in which a token is looked for.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface JWTHeader {
  /**
   * The header that holds the token.
   *
   * Written as `name`: a string, not empty.
   */
  readonly name: string;

  /**
   * What stands before the token, such as `Bearer ` with its space. Without it the header does not count.
   *
   * Written as `prefix`: a string.
   *
   * @default - nothing
   */
  readonly prefix?: string;
}

/**
 * Tokens of one issuer: how they are checked, where they are found, and what is made of them.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface JWTRule {
  /**
   * Audiences of which a token must name one.
   *
   * Written as `audiences`: a list, each item a string, not empty.
   *
   * @default - the audience is not checked
   */
  readonly audiences?: string[];

  /**
   * Whether the service gets the token as well.
   *
   * Written as `forwardOriginalToken`: true or false.
   *
   * @default - false
   */
  readonly forwardOriginalToken?: boolean;

  /**
   * Cookies in which a token is looked for.
   *
   * Written as `fromCookies`: a list, each item a string, not empty.
   *
   * @default - none
   */
  readonly fromCookies?: string[];

  /**
   * Headers in which a token is looked for.
   *
   * Written as `fromHeaders`: a list, each item `JWTHeader`.
   *
   * @default - the `Authorization` header with `Bearer `, where no place at all is given
   */
  readonly fromHeaders?: JWTHeader[];

  /**
   * Query parameters in which a token is looked for.
   *
   * Written as `fromParams`: a list, each item a string, not empty.
   *
   * @default - `access_token`, where no place at all is given
   */
  readonly fromParams?: string[];

  /**
   * Who makes the tokens: their `iss` claim. Tokens of others are refused.
   *
   * Written as `issuer`: a string, not empty.
   *
   * @default - any issuer; a `jwksUri` is then needed
   */
  readonly issuer?: string;

  /**
   * The public keys themselves, as a JSON Web Key Set. It excludes `jwksUri`.
   *
   * Written as `jwks`: a string.
   *
   * @default - fetched from `jwksUri`
   */
  readonly jwks?: string;

  /**
   * Where the public keys are fetched. It excludes `jwks`.
   *
   * Written as `jwksUri`: a string, not empty, at most 2048 characters.
   *
   * @default - found by OpenID discovery from the issuer
   */
  readonly jwksUri?: string;

  /**
   * Single claims of a good token that the service gets in headers; each header once.
   *
   * Written as `outputClaimToHeaders`: a list, each item `ClaimToHeader`.
   *
   * @default - none
   */
  readonly outputClaimToHeaders?: ClaimToHeader[];

  /**
   * A header in which the service gets the claims of a good token, as JSON in base64.
   *
   * Written as `outputPayloadToHeader`: a string.
   *
   * @default - none
   */
  readonly outputPayloadToHeader?: string;

  /**
   * Claims whose text is a list with spaces between its items, so that policies see each item.
   *
   * Written as `spaceDelimitedClaims`: a list, each item a string, not empty, at most 64 items.
   *
   * @default - `scope` and `permission`, which always are
   */
  readonly spaceDelimitedClaims?: string[];

  /**
   * How long fetching the public keys may take.
   *
   * Written as `timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - 5s
   */
  readonly timeout?: ProtoDuration;
}

/**
 * Which tokens are good, and at which workloads. A bad token is refused; requests without one pass, unless an AuthorizationPolicy
 * asks for it.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export interface RequestAuthenticationSpec {
  /**
   * Rules, one for each issuer. A request with two tokens is not provided for.
   *
   * Written as `jwtRules`: a list, each item `JWTRule`, at most 4096 items.
   *
   * @default - tokens are not looked at
   */
  readonly jwtRules?: JWTRule[];

  /**
   * The workloads that are meant, by labels. It excludes `targetRefs`.
   *
   * Written as `selector`: `WorkloadSelector`.
   *
   * @default - all of the namespace; in the root namespace, all of the mesh
   */
  readonly selector?: WorkloadSelector;

  /**
   * One resource whose proxies are meant. `targetRefs` says the same of several.
   *
   * Written as `targetRef`: `PolicyTargetReference`.
   *
   * @default - chosen by `selector`
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * Resources whose proxies are meant: a Gateway, a GatewayClass, a Service or a ServiceEntry. Waypoints need it.
   *
   * Written as `targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - chosen by `selector`
   */
  readonly targetRefs?: PolicyTargetReference[];
}
