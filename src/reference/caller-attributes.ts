/**
 * What is known of the connection of a caller, in the words of `from[].source` of an AuthorizationPolicy. Everything that is given
 * must hold; of a list, any one; of a list that begins with `not`, none.
 */
export interface CallerAttributes {
  /**
   * Identities, as `trust-domain/ns/namespace/sa/account`; with a `*` at the beginning or the end, or `*` alone for anybody who has one
   * (`principals`).
   *
   * @default - any, also none
   */
  readonly principals?: string[];
  /**
   * Identities that it must not have (`notPrincipals`).
   *
   * @default - none
   */
  readonly notPrincipals?: string[];
  /**
   * Namespaces of the identity, of which each `*` stands for any text (`namespaces`).
   *
   * @default - any
   */
  readonly namespaces?: string[];
  /**
   * Namespaces that it must not be in (`notNamespaces`).
   *
   * @default - none
   */
  readonly notNamespaces?: string[];
  /**
   * Service accounts in any trust domain, as `namespace/account` (`serviceAccounts`). At most 16, and without principals or namespaces.
   *
   * @default - any
   */
  readonly serviceAccounts?: string[];
  /**
   * Service accounts that it must not have (`notServiceAccounts`).
   *
   * @default - none
   */
  readonly notServiceAccounts?: string[];
  /**
   * Trust domains of the identity, with a `*` at the beginning or the end (`trustDomains`). The proxies of nodes do not look at them.
   *
   * @default - any
   */
  readonly trustDomains?: string[];
  /**
   * Trust domains that it must not be in (`notTrustDomains`).
   *
   * @default - none
   */
  readonly notTrustDomains?: string[];
  /**
   * Addresses or ranges of addresses that the connection comes from (`ipBlocks`).
   *
   * @default - any
   */
  readonly ipBlocks?: string[];
  /**
   * Addresses that it must not come from (`notIpBlocks`).
   *
   * @default - none
   */
  readonly notIpBlocks?: string[];
  /**
   * Addresses of the client itself, before proxies in between, as X-Forwarded-For or the PROXY protocol tell (`remoteIpBlocks`).
   *
   * @default - any
   */
  readonly remoteIpBlocks?: string[];
  /**
   * Addresses that the client itself must not have (`notRemoteIpBlocks`).
   *
   * @default - none
   */
  readonly notRemoteIpBlocks?: string[];
}

/** Who may call, or may not: an identity, a service, a group, a namespace, or whatever `Callers` tells apart. */
export interface ICallers {
  /** The ways to be one of them, of which one must hold; none for nobody. They are asked for when policies are written. */
  readonly callerAttributes: CallerAttributes[];
}
