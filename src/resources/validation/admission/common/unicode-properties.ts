/** The special sets, the categories and their long names, as Go compares them: without separators, the first letter alone in capitals. */
const NAMES: ReadonlySet<string> = new Set([
  'Any', 'Assigned', 'Ascii', 'Lc',
  'C', 'Cc', 'Cf', 'Cn', 'Co', 'Cs', 'L', 'Ll', 'Lm', 'Lo', 'Lt', 'Lu', 'M', 'Mc', 'Me', 'Mn', 'N', 'Nd', 'Nl', 'No',
  'P', 'Pc', 'Pd', 'Pe', 'Pf', 'Pi', 'Po', 'Ps', 'S', 'Sc', 'Sk', 'Sm', 'So', 'Z', 'Zl', 'Zp', 'Zs',
  'Casedletter', 'Closepunctuation', 'Cntrl', 'Combiningmark', 'Connectorpunctuation', 'Control', 'Currencysymbol', 'Dashpunctuation',
  'Decimalnumber', 'Digit', 'Enclosingmark', 'Finalpunctuation', 'Format', 'Initialpunctuation', 'Letter', 'Letternumber', 'Lineseparator',
  'Lowercaseletter', 'Mark', 'Mathsymbol', 'Modifierletter', 'Modifiersymbol', 'Nonspacingmark', 'Number', 'Openpunctuation', 'Other',
  'Otherletter', 'Othernumber', 'Otherpunctuation', 'Othersymbol', 'Paragraphseparator', 'Privateuse', 'Punct', 'Punctuation', 'Separator',
  'Spaceseparator', 'Spacingmark', 'Surrogate', 'Symbol', 'Titlecaseletter', 'Unassigned', 'Uppercaseletter',
]);

/** Scripts that RE2 in JavaScript knows, and Go's older tables do not. */
const NEWER: ReadonlySet<string> = new Set(['Garay', 'Sidetic', 'Sunuwar', 'Todhri']);

/** A property, or any other escape, so that none begins in the middle of one. */
const ESCAPE = /\\(?:[pP](?:\{(\^?)([^}]*)\}|([^{]))|[^])/g;

/**
 * An expression in which the properties of characters (`\p{…}`) are spelled in one way. Go spells them loosely, and knows longer names
 * than RE2 does elsewhere; what these are is all the same to whether the expression is one.
 */
export function withPlainProperties(regex: string): string {
  return regex.replace(ESCAPE, (escape, negation: string | undefined, inBraces: string | undefined, alone: string | undefined) => {
    const name = inBraces ?? alone;
    if (name === undefined) return escape;
    const letters = name.replace(/[-_ ]/g, '').toLowerCase();
    const canonical = letters.slice(0, 1).toUpperCase() + letters.slice(1);
    const plain = NAMES.has(canonical) ? 'L' : canonical;
    return `\\p{${negation ?? ''}${NEWER.has(plain) ? '' : plain}}`;
  });
}
