import { Unsaid } from './unsaid';
import { StringMatch } from '../../resources';

/** A comparison of a text: how, and with what; nothing where the text must only be there. */
export interface TextMatch {
  readonly how?: 'exact' | 'prefix' | 'regex';
  readonly value: string;
}

/** What a match compares. */
export function textMatch(match: StringMatch): TextMatch {
  const { exact, prefix, regex } = match.resolve();
  if (exact !== undefined) return { how: 'exact', value: exact };
  if (prefix !== undefined) return { how: 'prefix', value: prefix };
  // Istio takes the expression "*", which is none, for "whatever it is".
  return regex === undefined || regex === '*' ? { value: '' } : { how: 'regex', value: regex };
}

/** How the Gateway API compares the value of a header or of a parameter: as a whole, or by an expression for the whole. */
export function valueMatch(match: StringMatch): { readonly isRegex: boolean; readonly value: string } {
  const { how, value } = textMatch(match);
  if (how === 'exact') return { isRegex: false, value };
  if (how === 'regex') return { isRegex: true, value };
  return { isRegex: true, value: `${quoted(value)}.*` };
}

/** Values that the Gateway API takes are not empty. */
export function valueUnsaid(what: string, match: StringMatch): Unsaid[] {
  const { value } = valueMatch(match);
  return value.length <= 4096 ? [] : [{ what: `The value of ${what} has ${value.length} characters, and the Gateway API takes 4096` }];
}

/** The text as an expression that matches it alone. */
export function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
