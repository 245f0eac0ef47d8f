// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';

/**
 * What a AuthorizationPolicy is made from.
 */
export interface AuthorizationPolicyProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the AuthorizationPolicy says.
   */
  readonly spec: AuthorizationPolicySpec;
}

/**
 * Who may send which requests to a workload: ALLOW, DENY, AUDIT and CUSTOM rules over identities, requests and conditions.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export class AuthorizationPolicy extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: AuthorizationPolicyProps): any {
    return manifestOf(AuthorizationPolicy.GVK, props);
  }

  /**
   * Adds a AuthorizationPolicy to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, AuthorizationPolicy.GVK, manifest, 'istio');
  }

  /**
   * A AuthorizationPolicy that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(AuthorizationPolicy.GVK, name, namespace);
  }

  /**
   * Whether something is a AuthorizationPolicy, of whichever version and class.
   *
   * @param construct anything
   */
  public static isAuthorizationPolicy(construct: any): construct is ApiObject {
    return isOfKind(construct, AuthorizationPolicy.GVK);
  }

  /**
   * Adds a AuthorizationPolicy to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: AuthorizationPolicyProps) {
    super(scope, id, { ...copyOf(props), ...AuthorizationPolicy.GVK });
    validated(this);
  }
}

/**
 * What happens to requests that match, and at which workloads. CUSTOM comes first, then DENY, then ALLOW; where an ALLOW policy
 * exists, whatever none allows is denied.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicySpec {
  /**
   * What happens to a request that a rule matches.
   *
   * Written as `action`: one of the words of `AuthorizationPolicyAction`.
   *
   * @default - `ALLOW`
   */
  readonly action?: AuthorizationPolicyAction;

  /**
   * Who decides, for `CUSTOM` only.
   *
   * Written as `provider`: `ExtensionProvider`.
   *
   * @default - none, which `CUSTOM` does not permit
   */
  readonly provider?: ExtensionProvider;

  /**
   * Alternatives, of which a request must match one. An empty rule matches every request.
   *
   * Written as `rules`: a list, each item `Rule`, at most 512 items.
   *
   * @default - no request matches; with `ALLOW` that denies all
   */
  readonly rules?: Rule[];

  /**
   * Workloads that are guarded, by labels. It excludes `targetRefs`.
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

/**
 * A demand on one attribute. At least one of `values` and `notValues` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Condition {
  /**
   * The attribute, such as `request.headers[version]`, `source.ip` or `request.auth.claims[iss]`.
   *
   * Written as `key`: a string.
   */
  readonly key: string;

  /**
   * Values that the attribute must not have; a star may stand at either end.
   *
   * Written as `notValues`: a list, each item a string.
   *
   * @default - no value is ruled out
   */
  readonly notValues?: string[];

  /**
   * Values of which the attribute must have one; a star may stand at either end.
   *
   * Written as `values`: a list, each item a string.
   *
   * @default - any value
   */
  readonly values?: string[];
}

/**
 * A service that decides in place of the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface ExtensionProvider {
  /**
   * The name that it has among the mesh's `extensionProviders`. A workload heeds one only.
   *
   * Written as `name`: a string.
   *
   * @default - none; it is needed
   */
  readonly name?: string;
}

/**
 * What is asked for. All that is written must hold; a star may stand at either end of a value.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Operation {
  /**
   * Hosts of the request, without regard to case. HTTP only.
   *
   * Written as `hosts`: a list, each item a string.
   *
   * @default - any host
   */
  readonly hosts?: string[];

  /**
   * HTTP methods; for gRPC always `POST`. HTTP only.
   *
   * Written as `methods`: a list, each item a string.
   *
   * @default - any method
   */
  readonly methods?: string[];

  /**
   * Hosts that do not match, without regard to case. HTTP only.
   *
   * Written as `notHosts`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notHosts?: string[];

  /**
   * HTTP methods that do not match. HTTP only.
   *
   * Written as `notMethods`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notMethods?: string[];

  /**
   * Paths that do not match, written as in `paths`. HTTP only.
   *
   * Written as `notPaths`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notPaths?: string[];

  /**
   * Ports of the workload that do not match, as text.
   *
   * Written as `notPorts`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notPorts?: string[];

  /**
   * Paths without the query; for gRPC `/package.service/method`. `{*}` stands for one step, and `{**}`, at the end, for any number.
   * HTTP only.
   *
   * Written as `paths`: a list, each item a string.
   *
   * @default - any path
   */
  readonly paths?: string[];

  /**
   * Ports of the workload, as text such as `"8080"`.
   *
   * Written as `ports`: a list, each item a string.
   *
   * @default - any port
   */
  readonly ports?: string[];
}

/**
 * A caller, a request and conditions. All three must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Rule {
  /**
   * Alternatives of callers.
   *
   * Written as `from`: a list, each item `RuleFrom`, at most 512 items.
   *
   * @default - any caller
   */
  readonly from?: RuleFrom[];

  /**
   * Alternatives of requests.
   *
   * Written as `to`: a list, each item `RuleTo`.
   *
   * @default - any request
   */
  readonly to?: RuleTo[];

  /**
   * Conditions on attributes, which must hold together.
   *
   * Written as `when`: a list, each item `Condition`.
   *
   * @default - no conditions
   */
  readonly when?: Condition[];
}

/**
 * One alternative of callers.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface RuleFrom {
  /**
   * Who the caller must be.
   *
   * Written as `source`: `Source`.
   *
   * @default - none; it is needed
   */
  readonly source?: Source;
}

/**
 * One alternative of requests.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface RuleTo {
  /**
   * What is asked for.
   *
   * Written as `operation`: `Operation`.
   *
   * @default - none; it is needed
   */
  readonly operation?: Operation;
}

/**
 * Who calls. All that is written must hold; a star may stand at either end of a value, save in service accounts and addresses.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Source {
  /**
   * Addresses or CIDR blocks from which packets come: the last hop.
   *
   * Written as `ipBlocks`: a list, each item a string.
   *
   * @default - any address
   */
  readonly ipBlocks?: string[];

  /**
   * Namespaces of callers, taken from their certificates. It needs mutual TLS.
   *
   * Written as `namespaces`: a list, each item a string.
   *
   * @default - any namespace
   */
  readonly namespaces?: string[];

  /**
   * Addresses or CIDR blocks from which packets must not come.
   *
   * Written as `notIpBlocks`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notIpBlocks?: string[];

  /**
   * Namespaces of callers that do not match. It needs mutual TLS.
   *
   * Written as `notNamespaces`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notNamespaces?: string[];

  /**
   * Identities of callers that do not match. It needs mutual TLS.
   *
   * Written as `notPrincipals`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notPrincipals?: string[];

  /**
   * Addresses or CIDR blocks of the first caller that do not match.
   *
   * Written as `notRemoteIpBlocks`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notRemoteIpBlocks?: string[];

  /**
   * Identities in tokens that do not match.
   *
   * Written as `notRequestPrincipals`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notRequestPrincipals?: string[];

  /**
   * Service accounts that do not match, written as in `serviceAccounts`. It needs mutual TLS.
   *
   * Written as `notServiceAccounts`: a list, each item a string, at most 320 characters, at most 16 items.
   *
   * @default - none is ruled out
   */
  readonly notServiceAccounts?: string[];

  /**
   * Trust domains that do not match. It needs mutual TLS.
   *
   * Written as `notTrustDomains`: a list, each item a string.
   *
   * @default - none is ruled out
   */
  readonly notTrustDomains?: string[];

  /**
   * Identities of callers, as `DOMAIN/ns/NAMESPACE/sa/ACCOUNT`. It needs mutual TLS.
   *
   * Written as `principals`: a list, each item a string.
   *
   * @default - any caller
   */
  readonly principals?: string[];

  /**
   * Addresses or CIDR blocks of the first caller, by `X-Forwarded-For` or the PROXY protocol. The mesh must know how many proxies to
   * trust (`numTrustedProxies`).
   *
   * Written as `remoteIpBlocks`: a list, each item a string.
   *
   * @default - any address
   */
  readonly remoteIpBlocks?: string[];

  /**
   * Identities in tokens, as `ISSUER/SUBJECT`. It needs a RequestAuthentication.
   *
   * Written as `requestPrincipals`: a list, each item a string.
   *
   * @default - any token, or none
   */
  readonly requestPrincipals?: string[];

  /**
   * Service accounts of callers, as `NAMESPACE/ACCOUNT`, or `ACCOUNT` for the policy's namespace; no stars. It needs mutual TLS, and
   * excludes `principals` and `namespaces`.
   *
   * Written as `serviceAccounts`: a list, each item a string, at most 320 characters, at most 16 items.
   *
   * @default - any service account
   */
  readonly serviceAccounts?: string[];

  /**
   * Trust domains of callers, taken from their certificates. It needs mutual TLS.
   *
   * Written as `trustDomains`: a list, each item a string.
   *
   * @default - any trust domain
   */
  readonly trustDomains?: string[];
}

/**
 * What happens to a request that matches.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export enum AuthorizationPolicyAction {
  /**
   * It may pass, unless something else forbids it.
   */
  ALLOW = 'ALLOW',

  /**
   * It is refused, whatever others allow.
   */
  DENY = 'DENY',

  /**
   * It is marked for an auditing extension; it passes or not by the other policies.
   */
  AUDIT = 'AUDIT',

  /**
   * An outside service is asked, before any other policy counts.
   */
  CUSTOM = 'CUSTOM',
}
