import { given } from './read';
import { Report } from './report';
import { Place, shown } from '../../findings';

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const PARTS = /(\d*)(?:\.(\d*))?([^\d.]+)/gy;
const WHOLE = /^[+]?(?:\d+(?:ms|s|m|h))*\d*[1-9]\d*(?:ms|s|m|h)$/;
const MILLISECOND = 1_000_000n;
const LIMIT = 2n ** 63n;

/** How long a duration in Go's notation is; undefined for what is none. A fraction is rounded down, by way of a double, as Go does. */
export function nanoseconds(text: string): bigint | undefined {
  const sign = /^[+-]/.test(text) ? text[0] : '';
  const digits = text.slice(sign.length);
  if (digits === '0') return 0n;
  let total = 0n;
  let end = 0;
  PARTS.lastIndex = 0;
  for (let part = PARTS.exec(digits); part !== null; part = PARTS.exec(digits)) {
    const [, whole, fraction = '', word] = part;
    const unit = NANOSECONDS[word];
    if (unit === undefined || whole + fraction === '') return undefined;
    total += BigInt(whole) * unit + fractionOf(fraction, unit);
    if (total > LIMIT) return undefined;
    end = PARTS.lastIndex;
  }
  if (end === 0 || end < digits.length || (total === LIMIT && sign !== '-')) return undefined;
  return sign === '-' ? -total : total;
}

/** Digits after the point beyond those that 63 bits hold count for nothing. */
function fractionOf(digits: string, unit: bigint): bigint {
  let kept = digits.slice(0, 19);
  while (kept !== '' && BigInt(kept) > LIMIT) kept = kept.slice(0, -1);
  if (kept === '') return 0n;
  return BigInt(Math.trunc(Number(BigInt(kept)) * (Number(unit) / 10 ** kept.length)));
}

/** A duration that Istio hands to Envoy: a millisecond at least, and whole ones. */
export function checkDuration(text: string | null | undefined, place: Place, report: Report): void {
  // Nearly all are written so, and long enough for certain.
  if (!given(text) || (text.length < 12 && WHOLE.test(text))) return;
  const length = nanoseconds(text);
  if (length === undefined) return;
  if (length < MILLISECOND) {
    report.error(place, text, `${shown(text)} is shorter than a millisecond`, 'Give at least "1ms"');
  } else if (length % MILLISECOND !== 0n) {
    report.error(place, text, `${shown(text)} is not a whole number of milliseconds`, 'Round it to milliseconds, such as "250ms"');
  }
}
