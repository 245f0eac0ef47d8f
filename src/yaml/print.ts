import { JsonValue } from '../reference/json';
import { isReused } from '../reference/reused';

/** How a document is laid out. */
export interface Layout {
  /** How many spaces a map stands further right than its key. */
  readonly indent: number;
  /** How many spaces a list stands further right than its key. */
  readonly listIndent: number;
}

const CLOSE: Layout = { indent: 2, listIndent: 0 };

/**
 * Prints a value as one YAML document in block style. Text is quoted wherever YAML 1.1, YAML 1.2 or Go's reader would take it for
 * something else. Members that are undefined are left out.
 *
 * @throws if a value cannot stand in YAML, such as a number that is not finite, a function, or something that holds itself
 */
export function printYaml(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? PRINTER.block(value) : `${scalar(value, '', [])}\n`;
}

/** Prints values as the documents of one stream. */
export function printDocuments(values: readonly JsonValue[]): string {
  return values.map(printYaml).join('---\n');
}

/** The text of each map and list that stands in many documents, by layout and indentation. */
const texts = new WeakMap<object, Map<string, string>>();

/** Whether every reader takes a text for that text when it stands without quotes. */
export function isPlain(text: string): boolean {
  return text !== '' && !NOT_TEXT.test(text) && !SPECIAL.test(text) && !UNPRINTABLE.test(text);
}

/** Prints maps, lists and parts of them in block style. */
export class BlockPrinter {
  private readonly nested: string;
  private readonly nestedList: string;

  public constructor({ indent, listIndent }: Layout) {
    this.nested = ' '.repeat(indent);
    this.nestedList = ' '.repeat(listIndent);
  }

  /** A map or a list. */
  public block(value: any, indent = '', path: any[] = []): string {
    return isReused(value) ? this.remembered(value, indent, path) : this.printed(value, indent, path);
  }

  private remembered(value: object, indent: string, path: any[]): string {
    const key = `${this.nested.length} ${this.nestedList.length} ${indent.length}`;
    const known = texts.get(value) ?? new Map<string, string>();
    let text = known.get(key);
    if (text === undefined) {
      text = this.printed(value, indent, path);
      texts.set(value, known.set(key, text));
    }
    return text;
  }

  private printed(value: any, indent: string, path: any[]): string {
    if (path.includes(value)) throw unwritable(path, value, 'holds itself', 'Copy it where it is used a second time, without the way back');
    const here = [...path, value];
    return Array.isArray(value) ? this.list(value, indent, here) : this.map(value, indent, here);
  }

  /** A field of a map: its key, and its value beside or below it. */
  public field(key: string, value: any, indent: string, path: any[] = []): string {
    return `${indent}${keyOf(key, indent, path)}${this.value(value, indent, path)}`;
  }

  /** What stands behind a key with its colon. */
  public value(value: any, indent: string, path: any[] = []): string {
    return this.after(value, indent, path, `${indent}${this.nestedList}`, `${indent}${this.nested}`);
  }

  /** An item of a list. */
  public item(item: any, indent: string, path: any[] = []): string {
    const value = item === undefined ? null : item;
    const below = `${indent}  `;
    // The first field stands beside the dash, the others below it.
    if (isFilled(value) && !Array.isArray(value)) return `${indent}- ${this.block(value, below, path).slice(below.length)}`;
    return `${indent}-${this.after(value, indent, path, below, below)}`;
  }

  private map(map: { [key: string]: any }, indent: string, path: any[]): string {
    let text = '';
    for (const key of Object.keys(map)) {
      const value = map[key];
      if (value !== undefined) text += this.field(key, value, indent, path);
    }
    return text === '' ? `${indent}${scalar(map, indent, path)}\n` : text;
  }

  private list(list: readonly any[], indent: string, path: any[]): string {
    if (list.length === 0) return `${indent}[]\n`;
    let text = '';
    for (const item of list) text += this.item(item, indent, path);
    return text;
  }

  private after(value: any, indent: string, path: any[], listIndent: string, mapIndent: string): string {
    if (!isFilled(value)) return ` ${scalar(value, indent, path)}\n`;
    return `\n${this.block(value, Array.isArray(value) ? listIndent : mapIndent, path)}`;
  }
}

const PRINTER = new BlockPrinter(CLOSE);

/** A key with its colon. Readers look for the colon in 1,024 characters only, unless a question mark says that a key begins. */
function keyOf(key: string, indent: string, path: any[]): string {
  const text = plain(key, path);
  return text.length < 1000 ? `${text}:` : `? ${text}\n${indent}:`;
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
    case 'string': return value.includes('\n') ? literal(value, indent, path) : plain(value, path);
    case 'boolean': return value ? 'true' : 'false';
    case 'number': return number(value, path);
    case 'object': return value === null ? 'null' : Array.isArray(value) ? '[]' : emptyMap(value, path);
    default: throw unwritable(path, value, `is a ${typeof value}`, 'Give text, a number, a list or a map');
  }
}

/** A map without members. A Date or a Set has none either, and would be lost without a word. */
function emptyMap(value: object, path: any[]): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return '{}';
  if (Object.keys(value).length > 0) return '{}';
  throw unwritable(path, value, `is a ${value.constructor.name}`, 'Give text, a number, a list or a map');
}

function number(value: number, path: any[]): string {
  if (!Number.isFinite(value)) throw unwritable(path, value, `is ${value}`, 'Give a finite number');
  // Without a dot, YAML 1.1 reads a number with an exponent as text.
  const text = String(Object.is(value, -0) ? 0 : value);
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

/** Beginnings with a meaning of their own (an option such as `--domain` has none), and what comes between words with one. */
const SPECIAL = /^-(?!-?[a-z])|^-+e[-+]?\d|^[\s?:,[\]{}#&*!|>'"%@`=<~.+]|: |:$| #|\s$/i;
/** What some reader takes for a number, a date, a time or a truth value. */
const NOT_TEXT = /^(\d|e[-+]?\d+$|y$|n$|yes$|no$|on$|off$|true$|false$|null$|nan$|inf$)/i;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u2000-\u200f\u2028-\u202f\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;
/** Half of a character that takes two in JavaScript. */
const HALF = /\p{Surrogate}/u;

function plain(value: string, path: any[]): string {
  return isPlain(value) && !HALF.test(value) ? value : quoted(value, path);
}

/** Numbers in words, such as an image's tag, are safe in quotes; so is everything else but half a character, which Go's reader refuses. */
function quoted(value: string, path: any[]): string {
  if (HALF.test(value)) throw unwritable(path, value, 'ends or begins with half a character, which is no text', 'Cut it between two characters');
  return JSON.stringify(value).replace(/[\x7f-\uffff]/g, escape);
}

function escape(character: string): string {
  return UNPRINTABLE.test(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
}

/** Text of several lines, as it stands, where that is safe. */
function literal(value: string, indent: string, path: any[]): string {
  const lines = value.split('\n');
  if (/^\s|\n\n+$/.test(value) || HALF.test(value) || lines.some((line) => UNPRINTABLE.test(line) || /^\s+$/.test(line))) {
    return quoted(value, path);
  }
  const ends = value.endsWith('\n');
  const body = (ends ? lines.slice(0, -1) : lines).map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n');
  return `|${ends ? '' : '-'}\n${body}`;
}

/** The error about a value, which names its place. */
function unwritable(path: readonly any[], value: unknown, what: string, fix: string): Error {
  const place = [...path, value].slice(1).reduce<string>((text, inner, at) => `${text}${step(path[at], inner)}`, '').replace(/^\./, '');
  return new Error(`${place === '' ? 'The document' : place} ${what} and cannot be written as YAML. ${fix}.`);
}

function step(holder: any, inner: unknown): string {
  const key = Object.keys(holder).find((one) => Object.is(holder[one], inner) || one === inner);
  return Array.isArray(holder) ? `[${key ?? ''}]` : `.${key ?? ''}`;
}
