import { goDuration } from '../../../../reference/go-duration';

const INTEGER = /^ *(-?(?:0|[1-9]\d*)|null) *$/;
const NUMBER = /^ *(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|null) *$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TIME = /^\d{4}-(\d{2})-(\d{2})T\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[-+]\d{2}:\d{2})$/;
const NOT_FINITE: ReadonlySet<unknown> = new Set(['NaN', 'Infinity', '-Infinity']);
const LARGEST_FLOAT = 1e21;

/** A scalar type: what it is called, and whether a value can be read as one. Null can, wherever it may stand. */
interface Scalar {
  readonly name: string;
  fits(value: unknown): boolean;
}

function wholeNumber(least: bigint, most: bigint): Scalar {
  return {
    name: `a whole number from ${least} to ${most}`,
    fits: (value) => {
      // Go takes no sign before an unsigned number, not even before 0.
      if (typeof value === 'number') return !(least === 0n && Object.is(value, -0)) && Number.isInteger(value) && Math.abs(value) < LARGEST_FLOAT && isWithin(BigInt(value), least, most);
      const text = typeof value === 'string' ? INTEGER.exec(value)?.[1] : undefined;
      if (text === undefined) return false;
      return text === 'null' || (isWithin(BigInt(text), least, most) && !(least === 0n && text.startsWith('-')));
    },
  };
}

function isWithin(value: bigint, least: bigint, most: bigint): boolean {
  return value >= least && value <= most;
}

function floating(round: (value: number) => number): Scalar {
  return {
    name: 'a number',
    fits: (value) => {
      if (NOT_FINITE.has(value)) return true;
      const text = typeof value === 'string' ? NUMBER.exec(value)?.[1] : undefined;
      const number = text === undefined ? value : text === 'null' ? 0 : Number(text);
      return typeof number === 'number' && Number.isFinite(round(number));
    },
  };
}

/** The scalars by the letters that the notation has for them. */
export const SCALARS: Readonly<Record<string, Scalar>> = {
  b: { name: 'true or false', fits: (value) => typeof value === 'boolean' },
  s: { name: 'text', fits: (value) => typeof value === 'string' },
  y: { name: 'base64', fits: (value) => isBase64(value) || isBytes(value) },
  i: wholeNumber(-(2n ** 31n), 2n ** 31n - 1n),
  u: wholeNumber(0n, 2n ** 32n - 1n),
  I: wholeNumber(-(2n ** 63n), 2n ** 63n - 1n),
  U: wholeNumber(0n, 2n ** 64n - 1n),
  f: floating(Math.fround),
  d: floating((value) => value),
};

function isBase64(value: unknown): boolean {
  return typeof value === 'string' && BASE64.test(value.replace(/[\r\n]/g, ''));
}

function isBytes(value: unknown): boolean {
  return Array.isArray(value) && value.every((byte) => byte === null || (Number.isInteger(byte) && byte >= 0 && byte <= 255));
}

/** Messages of Google's that are written as scalars. */
export const WRITTEN_AS_SCALARS: Readonly<Record<string, Scalar>> = {
  BoolValue: SCALARS.b,
  BytesValue: SCALARS.y,
  StringValue: SCALARS.s,
  Int32Value: SCALARS.i,
  UInt32Value: SCALARS.u,
  FloatValue: SCALARS.f,
  Int64Value: SCALARS.I,
  UInt64Value: SCALARS.U,
  DoubleValue: SCALARS.d,
  Duration: { name: 'a duration such as "5s"', fits: (value) => typeof value === 'string' && goDuration(value) !== undefined },
  Timestamp: { name: 'a time such as "2026-01-31T12:00:00Z"', fits: isTime },
};

function isTime(value: unknown): boolean {
  const [text, month, day] = typeof value === 'string' ? TIME.exec(value) ?? [] : [];
  if (text === undefined) return false;
  const days = new Date(Date.UTC(Number(text.slice(0, 4)), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(/T(\d+)/.exec(text)![1]) < 24;
}
