// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * The message `SectionPolicyTargetReference`.
 */
export interface SectionPolicyTargetReference {
  /**
   * `SectionPolicyTargetReference.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `SectionPolicyTargetReference.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `SectionPolicyTargetReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `SectionPolicyTargetReference.sectionName`: `dns-name`.
   *
   * @default - not set
   */
  readonly sectionName?: string;
}
