// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * The message `LabelSelector`.
 */
export interface LabelSelector {
  /**
   * `LabelSelector.matchExpressions`: a list, each item `LabelSelectorRequirement`.
   *
   * @default - not set
   */
  readonly matchExpressions?: LabelSelectorRequirement[];

  /**
   * `LabelSelector.matchLabels`: a map, each value a string.
   *
   * @default - not set
   */
  readonly matchLabels?: { readonly [key: string]: string };
}

/**
 * The message `LabelSelectorRequirement`.
 */
export interface LabelSelectorRequirement {
  /**
   * `LabelSelectorRequirement.key`: a string.
   */
  readonly key: string;

  /**
   * `LabelSelectorRequirement.operator`: a string.
   */
  readonly operator: string;

  /**
   * `LabelSelectorRequirement.values`: a list, each item a string.
   *
   * @default - not set
   */
  readonly values?: string[];
}
