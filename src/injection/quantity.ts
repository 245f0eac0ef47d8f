/** What the suffixes of amounts stand for, in billionths. */
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The form of an amount in which the API server writes it: the largest unit without a fraction. What is no amount stays as it is. */
export function canonicalQuantity(text: string): string {
  const [, sign, whole, fraction = '', unit = '', exponent] = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || (whole === '' && fraction === '')) return text;
  const binary = BINARY.indexOf(unit) > 0;
  const power = exponent !== undefined ? Number(exponent) + 9 : binary ? 9 : DECIMAL.indexOf(unit) * 3;
  if (Math.abs(power) > 60) return text;
  const digits = BigInt(`${whole}${fraction}`) * (binary ? 1024n ** BigInt(BINARY.indexOf(unit)) : 1n);
  const shift = power - fraction.length;
  // What is less than a billionth is rounded up.
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : (digits + 10n ** BigInt(-shift) - 1n) / 10n ** BigInt(-shift);
  const minus = sign === '-' && size > 0n ? '-' : '';
  return minus + written(size, binary, exponent !== undefined);
}

/** @param size in billionths */
function written(size: bigint, binary: boolean, exponential: boolean): string {
  if (size === 0n) return '0';
  if (binary && size % 1_000_000_000n === 0n && size >= 1024n * 1_000_000_000n) {
    let [units, at] = [size / 1_000_000_000n, 0];
    while (at < BINARY.length - 1 && units % 1024n === 0n) [units, at] = [units / 1024n, at + 1];
    return `${units}${BINARY[at]}`;
  }
  let [units, at] = [size, 0];
  while (at < DECIMAL.length - 1 && units % 1000n === 0n) [units, at] = [units / 1000n, at + 1];
  if (!exponential) return `${units}${DECIMAL[at]}`;
  return at === 3 ? String(units) : `${units}e${(at - 3) * 3}`;
}
