import { chosen } from './read';
import { checkRegex } from './regexes';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place } from '../../findings';

/** The ways to compare a text, in the order of their declaration. */
export const WAYS = ['exact', 'prefix', 'regex'] as const;

/** A match of a path, where an empty prefix matches all. */
export function checkRegexMatch(match: JsonObject | null | undefined, place: Place, report: Report): void {
  if (chosen(match, WAYS) !== 'regex') return;
  if (match!.regex === '') {
    report.error(place.at('regex'), '', 'The regular expression is empty', 'Give one, such as ".*", or leave the match out');
  } else {
    checkRegex(match!.regex, place.at('regex'), report);
  }
}

/** A match of any other text. */
export function checkStringMatch(match: JsonObject | null | undefined, place: Place, report: Report): void {
  if (chosen(match, WAYS) === 'prefix' && match!.prefix === '') {
    report.error(place.at('prefix'), '', 'The prefix is empty', 'Give one, or leave the match out');
  }
  checkRegexMatch(match, place, report);
}
