import { JsonValue } from '../reference/json';

/**
 * Prints a value as one YAML document in block style. Text is quoted wherever YAML 1.1, YAML 1.2 or Go's reader would take it for
 * something else. Members that are undefined are left out.
 *
 * @throws if a value cannot stand in YAML: a number that is not finite, a function, or something that holds itself
 */
export function printYaml(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? blockOf(value, '', []) : `${scalar(value, '', [])}\n`;
}

/** Prints values as the documents of one stream. */
export function printDocuments(values: readonly JsonValue[]): string {
  return values.map(printYaml).join('---\n');
}

function blockOf(value: any, indent: string, path: any[]): string {
  if (path.includes(value)) {
    throw new Error('A value holds itself, which YAML cannot say. Copy it where it is used a second time.');
  }
  const here = [...path, value];
  return Array.isArray(value) ? listOf(value, indent, here) : mapOf(value, indent, here);
}

function mapOf(map: { [key: string]: any }, indent: string, path: any[]): string {
  let text = '';
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value !== undefined) text += `${indent}${plain(key)}:${after(value, indent, path, indent)}`;
  }
  return text === '' ? `${indent}{}\n` : text;
}

function listOf(list: readonly any[], indent: string, path: any[]): string {
  if (list.length === 0) return `${indent}[]\n`;
  let text = '';
  for (const item of list) {
    const value = item === undefined ? null : item;
    if (isFilled(value) && !Array.isArray(value)) {
      // The first field stands beside the dash, the others below it.
      text += `${indent}- ${blockOf(value, `${indent}  `, path).slice(indent.length + 2)}`;
    } else {
      text += `${indent}-${after(value, indent, path, `${indent}  `)}`;
    }
  }
  return text;
}

/** What stands behind a key or a dash. A list may stand as far left as its key. */
function after(value: any, indent: string, path: any[], listIndent: string): string {
  if (!isFilled(value)) return ` ${scalar(value, indent, path)}\n`;
  return `\n${blockOf(value, Array.isArray(value) ? listIndent : `${indent}  `, path)}`;
}

function isFilled(value: any): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) {
    if (value[key] !== undefined) return true;
  }
  return false;
}

function scalar(value: any, indent: string, path: any[]): string {
  switch (typeof value) {
    case 'string': return value.includes('\n') ? literal(value, indent) : plain(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'number': return number(value);
    case 'object': return value === null ? 'null' : Array.isArray(value) ? '[]' : '{}';
    default: throw new Error(`A ${typeof value} cannot be written as YAML${path.length > 0 ? ', and one stands in the document' : ''}. Give text, a number, a list or a map.`);
  }
}

function number(value: number): string {
  if (!Number.isFinite(value)) {
    throw new Error(`The number ${value} cannot be written as YAML. Give a finite one.`);
  }
  // Without a dot, YAML 1.1 reads a number with an exponent as text.
  const text = String(Object.is(value, -0) ? 0 : value);
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

/** Beginnings with a meaning of their own, and what comes between words with one. */
const SPECIAL = /^[\s\-?:,[\]{}#&*!|>'"%@`=<~.+]|: |:$| #|\s$/;
/** What some reader takes for a number, a date, a time or a truth value. */
const NOT_TEXT = /^(\d|e[-+]?\d+$|y$|n$|yes$|no$|on$|off$|true$|false$|null$|nan$|inf$)/i;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u2000-\u200f\u2028-\u202f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;

function plain(value: string): string {
  if (value !== '' && !NOT_TEXT.test(value) && !SPECIAL.test(value) && !UNPRINTABLE.test(value)) return value;
  return quoted(value);
}

/** Numbers in words, such as an image's tag, are safe in quotes; so is everything else. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(/[\x7f-\uffff]/g, escape);
}

function escape(character: string): string {
  return UNPRINTABLE.test(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
}

/** Text of several lines, as it stands, where that is safe. */
function literal(value: string, indent: string): string {
  const lines = value.split('\n');
  if (lines.some((line) => UNPRINTABLE.test(line)) || /^[\s]/.test(value) || /\n\n+$/.test(value) || lines.some((line) => /^\s+$/.test(line))) {
    return quoted(value);
  }
  const ends = value.endsWith('\n');
  const body = (ends ? lines.slice(0, -1) : lines).map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n');
  return `|${ends ? '' : '-'}\n${body}`;
}
