import { isFilledCollection, isPlainMap, keepers, sameJson } from './match-nodes';
import { FieldOutline, Outline } from './outline';
import { BlockPrinter, Layout } from './print';
import { JsonObject, memberOf } from '../reference/json';

/** A text into which a change was written. */
export interface Spliced {
  readonly text: string;
  /** Whether the change back, written in the same way, gives the text that was. Where this is false, it may. */
  readonly reversible: boolean;
}

/**
 * Writes a change into the text of a document: what stays, stays letter for letter, and only what is new is printed.
 *
 * @param text the document, with line feeds, and without aliases
 * @param outline where its parts stand
 * @param layout how what is new is laid out
 * @returns nothing where the change touches a form that is not edited in place, such as a flow collection or a reordered list
 */
export function spliced(text: string, outline: Outline, before: JsonObject, after: JsonObject, layout: Layout): Spliced | undefined {
  if (KEEPING.test(text) || outline.kind !== 'map') return undefined;
  return new Splice(text, layout).write(outline, before, after);
}

/** Blank lines at the end of such text belong to it: nothing can be put behind it safely. */
const KEEPING = /[|>]\d?\+/;

/** Thrown inside where a form is met that is not edited in place. */
const ELSEWHERE = new Error('not edited in place');

class Splice {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  private readonly printer: BlockPrinter;
  private reversible = true;

  public constructor(private readonly text: string, layout: Layout) {
    this.printer = new BlockPrinter(layout);
  }

  public write(outline: Outline, before: JsonObject, after: JsonObject): Spliced | undefined {
    try {
      this.map(outline, before, after);
    } catch (error) {
      if (error === ELSEWHERE) return undefined;
      throw error;
    }
    const edits = this.edits.sort((a, b) => a.start - b.start);
    let at = 0;
    let result = '';
    for (const { start, end, text } of edits) {
      if (start < at) return undefined;
      result += this.text.slice(at, start);
      // What is put in begins on a line of its own, also behind a last line without an end.
      result += start > 0 && start === end && this.text[start - 1] !== '\n' ? `\n${text}` : text;
      at = end;
    }
    result += this.text.slice(at);
    return { text: result, reversible: this.reversible && !KEEPING.test(result) };
  }

  private map({ form, fields }: Outline, before: JsonObject, after: JsonObject): void {
    if (form !== undefined || fields === undefined || !fields.every((field) => this.isPlainKey(field))) throw ELSEWHERE;
    const indent = ' '.repeat(this.columnOf(fields[0].start));
    let last: FieldOutline | undefined;
    const known = new Set<string>();
    for (const field of fields) {
      const { key } = field;
      known.add(key);
      if (memberOf(after, key) === undefined) {
        this.remove(field.start, field.end);
        continue;
      }
      last = field;
      if (!sameJson(memberOf(before, key), after[key])) this.value(field, memberOf(before, key), after[key], indent);
    }
    if (last === undefined) throw ELSEWHERE;
    const added = Object.keys(after).filter((key) => after[key] !== undefined && !known.has(key));
    if (added.length > 0) this.insert(this.lineEnd(last.end), added.map((key) => this.printer.field(key, after[key], indent)).join(''));
  }

  private value({ value, keyEnd, end }: FieldOutline, before: unknown, after: unknown, indent: string): void {
    if (value === undefined || value.form === 'fixed') throw ELSEWHERE;
    if (value.fields && isPlainMap(before) && isPlainMap(after)) return this.map(value, before, after);
    if (value.items && Array.isArray(before) && Array.isArray(after)) return this.list(value, before, after);
    if (value.form === 'block' || this.text.slice(keyEnd, Math.max(keyEnd, value.start)).includes('#')) throw ELSEWHERE;
    const nested = isFilledCollection(after) || (typeof after === 'string' && after.includes('\n'));
    if (nested && this.text.slice(end, this.lineEnd(end)).trim() !== '') throw ELSEWHERE;
    const print = (one: unknown): string => `:${this.printer.value(one, indent).slice(0, -1)}`;
    this.edits.push({ start: keyEnd, end, text: print(after) });
    if (!isOneLine(before) || !isOneLine(after) || print(before) !== this.text.slice(keyEnd, end)) this.reversible = false;
  }

  private list({ form, items }: Outline, before: readonly any[], after: readonly any[]): void {
    if (form !== undefined || items === undefined) throw ELSEWHERE;
    const dashes = items.map((item) => this.dashOf(item));
    const indent = ' '.repeat(this.columnOf(dashes[0]));
    const places = keepers(before, after);
    const kept = places.filter((place): place is number => place !== undefined);
    if (kept.length === 0 || kept.some((place, at) => at > 0 && place < kept[at - 1])) throw ELSEWHERE;
    items.forEach((item, at) => {
      if (!kept.includes(at)) this.remove(dashes[at], item!.end);
    });
    let behind = -1;
    after.forEach((value, at) => {
      const place = places[at];
      if (place === undefined) {
        const position = behind < 0 ? this.lineStart(dashes[0]) : this.lineEnd(items[behind]!.end);
        if (behind < 0 && this.text.slice(position, dashes[0]).trim() !== '') throw ELSEWHERE;
        this.insert(position, this.printer.item(value, indent));
      } else {
        behind = place;
        if (!sameJson(before[place], value)) this.item(items[place]!, before[place], value);
      }
    });
  }

  private item(outline: Outline, before: unknown, after: unknown): void {
    if (!isPlainMap(before) || !isPlainMap(after)) throw ELSEWHERE;
    this.map(outline, before, after);
  }

  /** Takes out the lines from the one on which a field or an item begins, which must be the first there, to the one on which it ends. */
  private remove(start: number, end: number): void {
    const from = this.lineStart(start);
    if (this.text.slice(from, start).trim() !== '') throw ELSEWHERE;
    this.edits.push({ start: from, end: this.lineEnd(end), text: '' });
    this.reversible = false;
  }

  private insert(position: number, text: string): void {
    const atEnd = position === this.text.length && !this.text.endsWith('\n');
    this.edits.push({ start: position, end: position, text: atEnd ? text.slice(0, -1) : text });
  }

  /** Whether a key stands at the beginning of its line, behind nothing but dashes of lists. */
  private isPlainKey({ odd, start }: FieldOutline): boolean {
    return !odd && /^ *(?:- +)*$/.test(this.text.slice(this.lineStart(start), start));
  }

  private dashOf(item: Outline | undefined): number {
    if (item === undefined) throw ELSEWHERE;
    const dash = this.text.lastIndexOf('-', item.start - 1);
    if (dash < 0 || this.text.slice(dash + 1, item.start).trim() !== '') throw ELSEWHERE;
    return dash;
  }

  private columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The place behind the line of an offset. */
  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }
}

/** Whether a value is printed beside its key, and is neither a map nor a list. */
function isOneLine(value: unknown): boolean {
  return (typeof value !== 'object' || value === null) && !(typeof value === 'string' && value.includes('\n'));
}
