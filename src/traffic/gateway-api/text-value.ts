import { TextMatch } from '../text-match';

/** How the Gateway API compares the value of a header or of a parameter: as a whole, or by an expression for the whole. */
export interface TextValue {
  readonly isRegex: boolean;
  readonly value: string;
}

/** A comparison in the words of the Gateway API, which has no prefixes of values and no mere presence. */
export function textValue({ how, value }: TextMatch): TextValue {
  switch (how) {
    case 'exact': return { isRegex: false, value };
    case 'prefix': return { isRegex: true, value: `${quoted(value)}.*` };
    // Istio takes the expression "*", which is none, for "whatever it is".
    case 'regex': return { isRegex: true, value: value === '*' ? '.*' : value };
    case 'present': return { isRegex: true, value: '.*' };
  }
}

function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
