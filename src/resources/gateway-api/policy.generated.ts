// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * What a policy is about: an object of its namespace, or a part of one.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface SectionPolicyTargetReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of the object, such as `Service`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * The part that is meant: a port of a Service by its name, or a listener of a Gateway.
   *
   * Written as `sectionName`: a DNS name in lower case.
   *
   * @default - the whole object
   */
  readonly sectionName?: string;
}
