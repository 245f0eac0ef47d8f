/**
 * Kinds of scalars. `text` is text even where it looks like a number; `ports` and `addressRanges` are lists parted by commas, or
 * `*`; `scalar` is any of them.
 */
export type ScalarShape = 'string' | 'text' | 'boolean' | 'integer' | 'number' | 'integerOrString' | 'duration' | 'ports' | 'addressRanges' | 'scalar';

/**
 * What may stand at a place of the request: a scalar, one of some words, a map with known fields, a map with any keys, a list.
 * `anything` is passed on as it is; `later` is known to Istio but cannot be rendered yet, and so is refused.
 */
export type Shape =
  | ScalarShape
  | 'anything'
  | 'later'
  | readonly string[]
  | { readonly fields: { readonly [name: string]: Shape } }
  | { readonly map: Shape }
  | { readonly list: Shape };

type Fields = { readonly [name: string]: Shape };

/** A map with these fields and no others. */
export function fields(members: Fields): { readonly fields: Fields } {
  return { fields: members };
}

/** A map with any keys. */
export function map(value: Shape): { readonly map: Shape } {
  return { map: value };
}

/** A list. */
export function list(item: Shape): { readonly list: Shape } {
  return { list: item };
}
