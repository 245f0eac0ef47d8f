import { GoFloat, GoInt, GoMap, goText, GoValue, typeName } from './value';

/** What Go's `printf` makes of a pattern. */
export function format(pattern: string, values: readonly GoValue[]): string {
  let next = 0;
  const text = pattern.replace(/%([-+# 0]*)(\d+|\*)?(?:\.(\d+))?([a-zA-Z%])/g, (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    const size = width === '*' ? Number(goText(values[next++])) : Number(width ?? 0);
    if (next >= values.length) return `%!${verb}(MISSING)`;
    return formatted(verb, values[next++], { flags, size, ...(precision !== undefined && { precision: Number(precision) }) });
  });
  const extra = values.slice(next);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.map((value) => `${typeName(value)}=${goText(value)}`).join(', ')})`;
}

function padded(text: string, size: number, flags: string): string {
  if (flags.includes('-')) return text.padEnd(size);
  if (!flags.includes('0')) return text.padStart(size);
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(size - sign.length, '0');
}

/** How a value is to be written. */
interface Style {
  readonly flags: string;
  readonly size: number;
  readonly precision?: number;
}

function formatted(verb: string, value: GoValue, style: Style): string {
  const { size, flags } = style;
  if (value === undefined || value === null) return verb === 'v' ? padded('<nil>', size, flags) : `%!${verb}(<nil>)`;
  // What is in lists and maps is formatted one by one.
  if (verb !== 'v' && Array.isArray(value)) return `[${value.map((item: GoValue) => inner(verb, item, style)).join(' ')}]`;
  if (verb !== 'v' && value instanceof GoMap) return `map[${value.keys.map((key) => `${inner(verb, key, style)}:${inner(verb, value.get(key), style)}`).join(' ')}]`;
  const text = one(verb, value, style);
  // Whole numbers have at least as many digits as the precision says, and are then not filled up with zeros.
  const isWhole = typeof value === 'number' || value instanceof GoInt;
  const digits = (of: string): string => (isWhole ? of.replace(/\d+/, (all) => all.padStart(style.precision ?? 0, '0')) : of);
  const filling = isWhole && style.precision !== undefined ? flags.replaceAll('0', '') : flags;
  if (text !== undefined) return padded(digits(text), size, filling);
  const shown = typeof value === 'string' ? [...value].slice(0, style.precision).join('') : goText(value);
  return `%!${verb}(${typeName(value)}=${padded(digits(shown), size, filling)})`;
}

function inner(verb: string, value: GoValue, style: Style): string {
  return value === undefined || value === null ? '<nil>' : formatted(verb, value, style);
}

const RADIX: Readonly<Record<string, number>> = { d: 10, x: 16, X: 16, o: 8, b: 2 };

/** The text of a value, undefined where the verb is not for values of its type. */
function one(verb: string, value: GoValue, { flags, precision }: Style): string | undefined {
  const signed = (number: number, text: string): string => (flags.includes('+') && number >= 0 ? `+${text}` : text);
  if (verb === 'v') return typeof value === 'number' ? signed(value, goText(value)) : goText(value);
  if (verb === 'T') return typeName(value);
  if (typeof value === 'string') {
    const cut = precision === undefined ? value : [...value].slice(0, precision).join('');
    return verb === 's' ? cut : verb === 'q' ? quoted(cut) : verb === 'x' ? Buffer.from(cut).toString('hex') : undefined;
  }
  if (typeof value === 'boolean') return verb === 't' ? String(value) : undefined;
  const number = value instanceof GoInt ? value.value : value;
  if (typeof number === 'number') {
    if (verb === 'c') return String.fromCodePoint(number);
    if (verb === 'q') return `'${quoted(String.fromCodePoint(number)).slice(1, -1).replace('\\"', '"').replace(/^'$/, '\\\'')}'`;
    if (!Object.hasOwn(RADIX, verb)) return undefined;
    const digits = number.toString(RADIX[verb]);
    return signed(number, verb === 'X' ? digits.toUpperCase() : digits);
  }
  if (value instanceof GoFloat) {
    if (verb === 'f' || verb === 'F') return signed(value.value, value.value.toFixed(precision ?? 6));
    return verb === 'g' && precision === undefined ? goText(value) : undefined;
  }
  return undefined;
}

/** A text in quotes, as Go writes it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('\\u007f', '\\x7f').replace(/\\u00([01][0-9a-f])/g, (_, code: string) => ({ '07': '\\a', '0b': '\\v' }[code] ?? `\\x${code}`));
}
