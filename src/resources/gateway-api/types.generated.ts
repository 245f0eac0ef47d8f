// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * Labels that something must have. All that is given must hold; an empty selector takes everything.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/
 */
export interface LabelSelector {
  /**
   * Conditions on labels, all of which must hold.
   *
   * Written as `matchExpressions`: a list, each item `LabelSelectorRequirement`.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelSelectorRequirement[];

  /**
   * Labels with the values that they must have.
   *
   * Written as `matchLabels`: a map, each value a string.
   *
   * @default - none
   */
  readonly matchLabels?: { readonly [key: string]: string };
}

/**
 * A condition on one label.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/
 */
export interface LabelSelectorRequirement {
  /**
   * Name of the label.
   *
   * Written as `key`: a string.
   */
  readonly key: string;

  /**
   * `In` and `NotIn` compare the value with `values`; `Exists` and `DoesNotExist` ask only for the label.
   *
   * Written as `operator`: a string.
   */
  readonly operator: string;

  /**
   * Values to compare with: at least one for `In` and `NotIn`, none for the others.
   *
   * Written as `values`: a list, each item a string.
   *
   * @default - none
   */
  readonly values?: string[];
}
