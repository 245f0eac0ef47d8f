/*
 * Amounts of Kubernetes: `500m`, `1.5Gi`, `2e3`.
 */

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NANO = 1_000_000_000n;
/** The greatest amount with a binary suffix; what is above counts as this. */
const MOST = (2n ** 63n - 1n) * NANO;
type Format = 'decimal' | 'binary' | 'exponent';

interface Quantity {
  readonly negative: boolean;
  /** Units of 10⁻⁹. Amounts are rounded up to these. */
  readonly nanos: bigint;
  readonly format: Format;
  /** Whether Kubernetes leaves the text as it is. */
  readonly kept: boolean;
}

/**
 * The spelling that Kubernetes gives an amount: without a fraction, and with the greatest suffix that allows for it. `0` for nothing.
 * A few texts count as spelled well that are not: those with a sign, with zeros before them, or with three, six or nine digits of a fraction.
 *
 * @returns nothing, if the text is no amount
 */
export function canonicalQuantity(given: string): string | undefined {
  const text = given.trim();
  const quantity = parse(text);
  if (quantity === undefined) return undefined;
  const { negative, nanos, format, kept } = quantity;
  if (nanos === 0n) return '0';
  return kept ? text : (negative ? '-' : '') + spelled(nanos, format);
}

function parse(text: string): Quantity | undefined {
  const match = /^(?=.)([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([numkMGTPE]|[KMGTPE]i)?|[eE]([+-]?[0-9]{1,3}))$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = '', suffix = '', exponent] = match;
  const digits = (whole.replace(/^0+/, '') || '0') + fraction;
  const binary = suffix.endsWith('i');
  const power = exponent !== undefined ? Number(exponent) : binary ? 0 : (DECIMAL.indexOf(suffix) - 3) * 3;
  const scale = power - fraction.length;
  const thousands = BINARY.indexOf(suffix);
  const amount = scaled(BigInt(digits) * (binary ? 1024n ** BigInt(thousands) : 1n), scale + 9);
  return {
    negative: sign === '-',
    nanos: binary && amount > MOST ? MOST : amount,
    format: exponent !== undefined ? 'exponent' : binary ? 'binary' : 'decimal',
    kept: binary
      ? fraction === '' && digits.length <= 14 - thousands * 3 && BigInt(digits) % 8n !== 0n
      : digits.length <= 18 && scale >= -9 && scale % 3 === 0 && !digits.startsWith('0') && !digits.endsWith('000'),
  };
}

/** The amount times ten to a power, rounded up. */
function scaled(amount: bigint, power: number): bigint {
  if (power >= 0) return amount * 10n ** BigInt(power);
  const by = 10n ** BigInt(-power);
  return (amount + by - 1n) / by;
}

function spelled(nanos: bigint, format: Format): string {
  if (format === 'binary' && nanos >= 1024n * NANO && nanos % NANO === 0n) return withSuffix(nanos / NANO, 1024n, BINARY);
  if (format !== 'exponent') return withSuffix(nanos, 1000n, DECIMAL);
  const [digits, times] = divided(nanos, 1000n, Infinity);
  return times === 3 ? String(digits) : `${digits}e${times * 3 - 9}`;
}

function withSuffix(amount: bigint, by: bigint, suffixes: readonly string[]): string {
  const [digits, times] = divided(amount, by, suffixes.length - 1);
  return `${digits}${suffixes[times]}`;
}

/** The amount divided as often as nothing is left over, and how often that is. */
function divided(amount: bigint, by: bigint, atMost: number): [bigint, number] {
  let [digits, times] = [amount, 0];
  while (times < atMost && digits % by === 0n) {
    digits /= by;
    times++;
  }
  return [digits, times];
}
