import { FieldOutline, Outline } from './outline';
import { JsonObject } from '../reference/json';

/*
 * Nearly all objects of Kubernetes are written in one form: maps and lists in block style, and text, numbers and truth values on one
 * line. It is read here, several times faster than by the library, which reads everything else. What is read here has the value, and
 * stands at the places, that the library says.
 */

/** A document in the plain form. */
export interface PlainDocument {
  readonly value: JsonObject;
  readonly outline: Outline;
}

/** Reads a document in the plain form; nothing where any of it may be in another, or may be wrong. */
export function readPlainForm(text: string): PlainDocument | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text).read();
  } catch (error) {
    if (error === OTHER_FORM) return undefined;
    throw error;
  }
}

/** Thrown inside where another form is met. */
const OTHER_FORM = new Error('not in the plain form');

/** Tabs, other ends of lines, and letters that some reader takes for one; a directive at the head. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[^\n\x20-\x7e\xa1-\u1fff]|^%/;

/** A key of letters, as in `app.kubernetes.io/name:`, or one in quotes. */
const KEY = /(?:([A-Za-z][\w./-]{0,250})|"([^"\\\n]{0,250})"|'([^'\n]{0,250})'):(?= |\n|$)/y;
/** Keys with a meaning of their own, in YAML or in JavaScript. */
const UNSAFE = ['<<', '__proto__'];
/** What is no text without quotes, though it is a word. */
const WORD = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;
/** How a number may begin, and what any of its forms is made of. */
const NUMBER_BEGINS = /^[-+]?[.\d]/;
const NUMBER = /^[-+]?(?:[\da-fox_.:+-]*|\.inf|\.nan)$/i;
const DECIMAL = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,9})?$/;
const ADDRESS = /^\d+(?:\.\d+){2,}$/;
/** A letter with which text without quotes cannot begin. */
const INDICATOR = /^(?:[?:,[\]{}#&*!|>'"%@`]|-(?: |$)|<<)/;
const QUOTED = /"([^"\\\n]*)"|'((?:[^'\n]|'')*)'/y;
/** An empty map or list, or a list of texts in double quotes. */
const FLOW = /\{\}|\[(?:"[^"\\\n]*"(?:, ?"[^"\\\n]*")*)?\]/y;
/** Blanks, and a comment behind one. */
const REST = / *(?: #[^\n]*)?(?=\n|$)/y;

interface Read {
  readonly value: any;
  readonly outline: Outline;
}

class PlainReader {
  /** Where what stands on the present line begins, and how far right; behind the last line, nothing is further left. */
  private at = 0;
  private indent = -1;

  public constructor(private readonly text: string) {}

  public read(): PlainDocument | undefined {
    this.toLine(0);
    if (this.indent < 0 || this.isDash()) return undefined;
    const { value, outline } = this.map(this.indent);
    if (this.indent >= 0) throw OTHER_FORM;
    return { value, outline };
  }

  /** Goes to the first line from a place on that says something. */
  private toLine(from: number): void {
    const { text } = this;
    for (let start = from; start < text.length;) {
      let at = start;
      while (text[at] === ' ') at++;
      if (at < text.length && text[at] !== '\n' && text[at] !== '#') {
        this.at = at;
        this.indent = at - start;
        return;
      }
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      start = end + 1;
    }
    this.at = text.length;
    this.indent = -1;
  }

  private toLineBehind(place: number): void {
    const end = this.text.indexOf('\n', place);
    this.toLine(end < 0 ? this.text.length : end + 1);
  }

  private isDash(): boolean {
    const next = this.text[this.at + 1];
    return this.text[this.at] === '-' && (next === ' ' || next === '\n' || next === undefined);
  }

  private map(indent: number): Read {
    const start = this.at;
    const value: JsonObject = {};
    const fields: FieldOutline[] = [];
    while (this.indent === indent && !this.isDash()) {
      const { at } = this;
      const found = this.match(KEY);
      const key = found?.[1] ?? found?.[2] ?? found?.[3];
      if (key === undefined || Object.hasOwn(value, key) || UNSAFE.includes(key) || (found![1] !== undefined && WORD.test(key))) throw OTHER_FORM;
      const keyEnd = KEY.lastIndex - 1;
      const inner = this.beside(keyEnd + 1, indent, true);
      value[key] = inner.value;
      fields.push({ key, start: at, keyEnd, end: inner.outline.end, value: inner.outline });
    }
    if (this.indent > indent || fields.length === 0) throw OTHER_FORM;
    return { value, outline: { kind: 'map', start, end: fields[fields.length - 1].end, fields } };
  }

  private list(indent: number): Read {
    const start = this.at;
    const value: unknown[] = [];
    const items: Outline[] = [];
    while (this.indent === indent && this.isDash()) {
      const inner = this.item(indent);
      value.push(inner.value);
      items.push(inner.outline);
    }
    if (this.indent > indent) throw OTHER_FORM;
    return { value, outline: { kind: 'list', start, end: items[items.length - 1].end, items } };
  }

  private item(indent: number): Read {
    let at = this.at + 1;
    while (this.text[at] === ' ') at++;
    const column = indent + at - this.at;
    this.at = at;
    // Items of a list in a list, and fields beside the dash, stand on a line that begins behind the dash.
    if (this.isDash()) {
      this.indent = column;
      return this.list(column);
    }
    KEY.lastIndex = at;
    if (KEY.test(this.text)) {
      this.indent = column;
      return this.map(column);
    }
    return this.beside(at, indent, false);
  }

  /** What stands behind a colon or a dash, or below it. */
  private beside(from: number, indent: number, inMap: boolean): Read {
    const rest = this.restOf(from);
    if (rest >= 0) {
      this.toLineBehind(rest);
      if (this.indent > indent) return this.isDash() ? this.list(this.indent) : this.map(this.indent);
      if (inMap && this.indent === indent && this.isDash()) return this.list(indent);
      // Where nothing stands behind a dash, the places of the library tell nothing.
      if (!inMap) throw OTHER_FORM;
      return { value: null, outline: { kind: 'scalar', start: from, end: from } };
    }
    let start = from;
    while (this.text[start] === ' ') start++;
    const read = this.flow(start) ?? this.quoted(start) ?? this.unquoted(start);
    this.toLineBehind(read.outline.end);
    return read;
  }

  /** Where a line ends that says nothing more from a place on, or less than zero. */
  private restOf(place: number): number {
    REST.lastIndex = place;
    return REST.test(this.text) ? REST.lastIndex : -1;
  }

  private flow(start: number): Read | undefined {
    const found = this.match(FLOW, start)?.[0];
    if (found === undefined) return undefined;
    const end = this.ended(start + found.length);
    return { value: JSON.parse(found), outline: { kind: found === '{}' ? 'map' : 'list', start, end, form: 'flow' } };
  }

  private quoted(start: number): Read | undefined {
    const found = this.match(QUOTED, start);
    if (!found) return undefined;
    return { value: found[1] ?? found[2].replaceAll('\'\'', '\''), outline: { kind: 'scalar', start, end: this.ended(start + found[0].length) } };
  }

  private ended(end: number): number {
    if (this.restOf(end) < 0) throw OTHER_FORM;
    return end;
  }

  private unquoted(start: number): Read {
    const lineEnd = this.text.indexOf('\n', start);
    const line = this.text.slice(start, lineEnd < 0 ? undefined : lineEnd);
    const comment = line.indexOf(' #');
    const said = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (INDICATOR.test(said) || said.includes(': ') || said.endsWith(':')) throw OTHER_FORM;
    return { value: valueOf(said), outline: { kind: 'scalar', start, end: start + said.length } };
  }

  private match(pattern: RegExp, at = this.at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }
}

/** What a word without quotes stands for. */
function valueOf(said: string): unknown {
  if (said === 'true') return true;
  if (said === 'false') return false;
  if (WORD.test(said)) throw OTHER_FORM;
  if (!NUMBER_BEGINS.test(said) || !NUMBER.test(said) || ADDRESS.test(said)) return said;
  if (DECIMAL.test(said)) return Number(said);
  throw OTHER_FORM;
}
