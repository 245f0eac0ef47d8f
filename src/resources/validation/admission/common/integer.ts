const INTEGER = /^[+-]?\d+$/;
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A whole number as Go reads it from text: a sign and leading zeros are taken, what does not fit 64 bits is not. */
export function integer(text: string): number | undefined {
  if (!INTEGER.test(text)) return undefined;
  if (text.length > 18) {
    const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
    if (value < LEAST || value > MOST) return undefined;
  }
  return Number(text);
}
