import { byteLength } from './bytes';
import { Report } from './report';
import { withPlainProperties } from './unicode-properties';
import { Place, shown } from '../../findings';

const LONGEST = 1024;

/** Plain characters, and dots with at most one quantifier: valid for certain, and what most are. */
const PLAIN = /^(?:[\w/ -]|\.[*+?]?)*$/;

const GROUP_NAME = /\(\?P?<\w+>/g;

/* eslint-disable @typescript-eslint/no-require-imports */
/** What is wrong with a regular expression of RE2; undefined for one that is right. */
export function regexFlaw(regex: string): string | undefined {
  if (PLAIN.test(regex)) return undefined;
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(withPlainProperties(regex));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    // Go takes two groups of one name, for which it is enough that they are groups.
    if (message.includes('duplicate capture group name')) return regexFlaw(regex.replace(GROUP_NAME, '('));
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
