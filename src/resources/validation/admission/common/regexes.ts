import { byteLength } from './bytes';
import { Report } from './report';
import { withPlainProperties } from './unicode-properties';
import { Place, shown } from '../../findings';

const LONGEST = 1024;

/** Characters, classes of the usual ranges and dots, each with at most one quantifier: valid for certain, and what most are. */
const USUAL = /^\^?(?:(?:[\w/ -]|\\[dws./-]|\[\^?(?:a-z|A-Z|0-9|[\w.])+-?\]|\.)[*+?]?)*\$?$/;
/** What was found of expressions before; the same ones come again and again. */
const FLAWS = new Map<string, string | undefined>();
const MOST_KNOWN = 1000;

const GROUP_NAME = /\(\?P?<\w+>/g;

/** What is wrong with a regular expression of RE2; undefined for one that is right. */
export function regexFlaw(regex: string): string | undefined {
  if (USUAL.test(regex)) return undefined;
  if (!FLAWS.has(regex)) {
    if (FLAWS.size >= MOST_KNOWN) FLAWS.clear();
    FLAWS.set(regex, compile(regex));
  }
  return FLAWS.get(regex);
}

/** What RE2 does not understand of an expression. */
function compile(regex: string): string | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(withPlainProperties(regex));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    // Go takes two groups of one name, for which it is enough that they are groups.
    if (message.includes('duplicate capture group name')) return compile(regex.replace(GROUP_NAME, '('));
    return message.replace(/^error parsing regexp: /, '');
  }
}

/** A regular expression for Envoy: RE2, not too long. */
export function checkRegex(regex: string, place: Place, report: Report): void {
  const length = byteLength(regex);
  if (length > LONGEST) {
    report.error(place, regex, `The regular expression ${shown(regex)} has ${length} bytes`, `Give one of at most ${LONGEST}, or several matches`);
    return;
  }
  const flaw = regexFlaw(regex);
  if (flaw !== undefined) {
    report.error(place, regex, `${shown(regex)} is not a regular expression of RE2: ${flaw}`,
      'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences');
  }
}
