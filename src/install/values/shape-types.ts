/** Kinds of scalars. `ports` and `addressRanges` are lists parted by commas, or `*`; `scalar` is text, a number or a boolean. */
export type ScalarShape =
  | 'string' | 'boolean' | 'integer' | 'natural' | 'wholeNumber' | 'number' | 'quantity' | 'amount' | 'integerOrString' | 'duration' | 'ports' | 'addressRanges' | 'scalar';

/** Fields of a map, and of which of them at most one may be given. */
export interface FieldsShape {
  readonly fields: { readonly [name: string]: Shape };
  readonly choices: readonly (readonly string[])[];
  /** Whether null may stand for it. */
  readonly removable: boolean;
}

/**
 * What may stand at a place of the request: a scalar, one of some words, a map with known fields, a map with any keys, a list.
 * `anything` is passed on as it is; `later` is known to Istio but cannot be rendered yet, and so is refused.
 */
export type Shape = ScalarShape | 'anything' | 'later' | readonly string[] | FieldsShape | { readonly map: Shape } | { readonly list: Shape };
