import { given } from './read';
import { Report } from './report';
import { goDuration } from '../../../../reference/go-duration';
import { Place, shown } from '../../findings';

const MILLISECOND = 1_000_000n;

/** How nearly all durations are written: short, in whole milliseconds, and above zero. */
const USUAL = /^(?:[1-9]\d{0,5}(?:ms|s|m|h))+$/;

/** The length of a duration in nanoseconds. */
export function nanoseconds(text: string): bigint {
  return goDuration(text) ?? 0n;
}

/** A duration that Istio hands to Envoy: a millisecond at least, and whole ones. */
export function checkDuration(text: string | null | undefined, place: Place, report: Report): void {
  if (!given(text) || (text.length < 12 && USUAL.test(text))) return;
  const length = nanoseconds(text);
  if (length < MILLISECOND) {
    report.error(place, text, `${shown(text)} is shorter than a millisecond`, 'Give at least "1ms"');
  } else if (length % MILLISECOND !== 0n) {
    report.error(place, text, `${shown(text)} is not a whole number of milliseconds`, 'Round it to milliseconds, such as "250ms"');
  }
}
