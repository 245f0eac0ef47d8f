import { CelError, Token } from './tokens';

const MOST_SIGNED = 2n ** 63n;
const MOST_UNSIGNED = 2n ** 64n - 1n;
const LAST_CODE_POINT = 0x10ffff;

/** Refuses a constant that its type cannot hold. */
export function checkLiteral({ kind, text }: Token, negative: boolean): void {
  if (kind === 'int') {
    if (BigInt(text) > (negative ? MOST_SIGNED : MOST_SIGNED - 1n)) throw new CelError(`${text} is too large for an integer`);
  } else if (kind === 'uint') {
    if (BigInt(text.slice(0, -1)) > MOST_UNSIGNED) throw new CelError(`${text} is too large for an unsigned integer`);
  } else if (kind === 'double') {
    if (!Number.isFinite(Number(text))) throw new CelError(`${text} is too large for a number`);
  } else if (kind === 'string' || kind === 'bytes') {
    checkEscapes(text, kind === 'bytes');
  }
}

/** Escapes must stand for characters; those of Unicode have no place in bytes. */
function checkEscapes(text: string, bytes: boolean): void {
  if (/^[bB]?[rR]/.test(text) || !text.includes('\\')) return;
  for (const [escape, short, long] of text.matchAll(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|.)/gs)) {
    const digits = short ?? long;
    if (digits === undefined) continue;
    const code = parseInt(digits, 16);
    if (bytes) throw new CelError(`${escape} has no place in bytes`);
    if (code > LAST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) throw new CelError(`${escape} is no character`);
  }
}
