import { byteLength } from './bytes';
import { Report } from './report';
import { Place, shown } from '../../findings';

const LONGEST = 1024;

/** Plain characters, and dots with at most one quantifier: valid for certain, and what most are. */
const PLAIN = /^(?:[\w/ -]|\.[*+?]?)*$/;

/* eslint-disable @typescript-eslint/no-require-imports */
function flawOf(regex: string): string | undefined {
  if (PLAIN.test(regex)) return undefined;
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(regex);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

/** A regular expression for Envoy: RE2, not too long. */
export function checkRegex(regex: string, place: Place, report: Report): void {
  const length = byteLength(regex);
  if (length > LONGEST) {
    report.error(place, regex, `The regular expression ${shown(regex)} has ${length} bytes`, `Give one of at most ${LONGEST}, or several matches`);
    return;
  }
  const flaw = flawOf(regex);
  if (flaw !== undefined) {
    report.error(place, regex, `${shown(regex)} is not a regular expression of RE2: ${flaw}`,
      'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences');
  }
}
