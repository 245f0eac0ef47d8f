// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';

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
  }
}

/**
 * The message `AuthorizationPolicySpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface AuthorizationPolicySpec {
  /**
   * `AuthorizationPolicySpec.action`: one of the words of `AuthorizationPolicyAction`.
   *
   * @default - not set
   */
  readonly action?: AuthorizationPolicyAction;

  /**
   * `AuthorizationPolicySpec.provider`: `ExtensionProvider`.
   *
   * @default - not set
   */
  readonly provider?: ExtensionProvider;

  /**
   * `AuthorizationPolicySpec.rules`: a list, each item `Rule`, at most 512 items.
   *
   * @default - not set
   */
  readonly rules?: Rule[];

  /**
   * `AuthorizationPolicySpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;

  /**
   * `AuthorizationPolicySpec.targetRef`: `PolicyTargetReference`.
   *
   * @default - not set
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * `AuthorizationPolicySpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];
}

/**
 * The message `Condition`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Condition {
  /**
   * `Condition.key`: a string.
   */
  readonly key: string;

  /**
   * `Condition.notValues`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notValues?: string[];

  /**
   * `Condition.values`: a list, each item a string.
   *
   * @default - not set
   */
  readonly values?: string[];
}

/**
 * The message `ExtensionProvider`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface ExtensionProvider {
  /**
   * `ExtensionProvider.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;
}

/**
 * The message `Operation`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Operation {
  /**
   * `Operation.hosts`: a list, each item a string.
   *
   * @default - not set
   */
  readonly hosts?: string[];

  /**
   * `Operation.methods`: a list, each item a string.
   *
   * @default - not set
   */
  readonly methods?: string[];

  /**
   * `Operation.notHosts`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notHosts?: string[];

  /**
   * `Operation.notMethods`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notMethods?: string[];

  /**
   * `Operation.notPaths`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notPaths?: string[];

  /**
   * `Operation.notPorts`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notPorts?: string[];

  /**
   * `Operation.paths`: a list, each item a string.
   *
   * @default - not set
   */
  readonly paths?: string[];

  /**
   * `Operation.ports`: a list, each item a string.
   *
   * @default - not set
   */
  readonly ports?: string[];
}

/**
 * The message `Rule`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Rule {
  /**
   * `Rule.from`: a list, each item `RuleFrom`, at most 512 items.
   *
   * @default - not set
   */
  readonly from?: RuleFrom[];

  /**
   * `Rule.to`: a list, each item `RuleTo`.
   *
   * @default - not set
   */
  readonly to?: RuleTo[];

  /**
   * `Rule.when`: a list, each item `Condition`.
   *
   * @default - not set
   */
  readonly when?: Condition[];
}

/**
 * The message `RuleFrom`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface RuleFrom {
  /**
   * `RuleFrom.source`: `Source`.
   *
   * @default - not set
   */
  readonly source?: Source;
}

/**
 * The message `RuleTo`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface RuleTo {
  /**
   * `RuleTo.operation`: `Operation`.
   *
   * @default - not set
   */
  readonly operation?: Operation;
}

/**
 * The message `Source`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export interface Source {
  /**
   * `Source.ipBlocks`: a list, each item a string.
   *
   * @default - not set
   */
  readonly ipBlocks?: string[];

  /**
   * `Source.namespaces`: a list, each item a string.
   *
   * @default - not set
   */
  readonly namespaces?: string[];

  /**
   * `Source.notIpBlocks`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notIpBlocks?: string[];

  /**
   * `Source.notNamespaces`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notNamespaces?: string[];

  /**
   * `Source.notPrincipals`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notPrincipals?: string[];

  /**
   * `Source.notRemoteIpBlocks`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notRemoteIpBlocks?: string[];

  /**
   * `Source.notRequestPrincipals`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notRequestPrincipals?: string[];

  /**
   * `Source.notServiceAccounts`: a list, each item a string, at most 320 characters, at most 16 items.
   *
   * @default - not set
   */
  readonly notServiceAccounts?: string[];

  /**
   * `Source.notTrustDomains`: a list, each item a string.
   *
   * @default - not set
   */
  readonly notTrustDomains?: string[];

  /**
   * `Source.principals`: a list, each item a string.
   *
   * @default - not set
   */
  readonly principals?: string[];

  /**
   * `Source.remoteIpBlocks`: a list, each item a string.
   *
   * @default - not set
   */
  readonly remoteIpBlocks?: string[];

  /**
   * `Source.requestPrincipals`: a list, each item a string.
   *
   * @default - not set
   */
  readonly requestPrincipals?: string[];

  /**
   * `Source.serviceAccounts`: a list, each item a string, at most 320 characters, at most 16 items.
   *
   * @default - not set
   */
  readonly serviceAccounts?: string[];

  /**
   * `Source.trustDomains`: a list, each item a string.
   *
   * @default - not set
   */
  readonly trustDomains?: string[];
}

/**
 * The words of `AuthorizationPolicyAction`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export enum AuthorizationPolicyAction {
  /**
   * The word `ALLOW`.
   */
  ALLOW = 'ALLOW',

  /**
   * The word `DENY`.
   */
  DENY = 'DENY',

  /**
   * The word `AUDIT`.
   */
  AUDIT = 'AUDIT',

  /**
   * The word `CUSTOM`.
   */
  CUSTOM = 'CUSTOM',
}
