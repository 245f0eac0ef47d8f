import { GoFloat, goText, GoValue, typeName } from './value';

/** What Go's `printf` makes of a pattern. */
export function format(pattern: string, values: readonly GoValue[]): string {
  let next = 0;
  const text = pattern.replace(/%([-+# 0]*)(\d+|\*)?(?:\.(\d+))?([a-zA-Z%])/g, (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    const size = width === '*' ? Number(goText(values[next++])) : Number(width ?? 0);
    if (next >= values.length) return `%!${verb}(MISSING)`;
    return padded(one(verb, values[next++], flags, precision === undefined ? undefined : Number(precision)), size, flags);
  });
  const extra = values.slice(next);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.map((value) => `${typeName(value)}=${goText(value)}`).join(', ')})`;
}

function padded(text: string, size: number, flags: string): string {
  if (flags.includes('-')) return text.padEnd(size);
  if (!flags.includes('0') || !/^[-+]?\d/.test(text)) return text.padStart(size);
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(size - sign.length, '0');
}

function one(verb: string, value: GoValue, flags: string, precision: number | undefined): string {
  const signed = (number: number, text: string): string => (flags.includes('+') && number >= 0 ? `+${text}` : text);
  if (verb === 'v') return typeof value === 'number' ? signed(value, goText(value)) : goText(value);
  if (verb === 'T') return typeName(value);
  if (typeof value === 'string') {
    const cut = precision === undefined ? value : [...value].slice(0, precision).join('');
    if (verb === 's') return cut;
    if (verb === 'q') return quoted(cut);
    if (verb === 'x') return Buffer.from(cut).toString('hex');
  }
  if (typeof value === 'boolean' && verb === 't') return String(value);
  if (typeof value === 'number') {
    const radix = { d: 10, x: 16, X: 16, o: 8, b: 2 }[verb];
    if (radix !== undefined) return signed(value, verb === 'X' ? value.toString(16).toUpperCase() : value.toString(radix));
    if (verb === 'c') return String.fromCodePoint(value);
  }
  if (value instanceof GoFloat) {
    if (verb === 'f' || verb === 'F') return signed(value.value, value.value.toFixed(precision ?? 6));
    if (verb === 'g' && precision === undefined) return goText(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: GoValue) => one(verb, item, flags, precision)).join(' ')}]`;
  if (value === undefined || value === null) return `%!${verb}(<nil>)`;
  return `%!${verb}(${typeName(value)}=${goText(value)})`;
}

/** A text in quotes, as Go writes it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('\\u007f', '\\x7f').replace(/\\u00([01][0-9a-f])/g, (_, code: string) => ({ '07': '\\a', '0b': '\\v' }[code] ?? `\\x${code}`));
}
