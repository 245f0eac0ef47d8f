import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { yamlLibrary } from './library';
import { isFilledCollection, isPlainMap, keepers, keyOf, sameJson } from './match-nodes';
import { BlockPrinter, Layout } from './print';
import { JsonObject, memberOf } from '../reference/json';

/**
 * Writes a change into the text of a document: what stays, stays letter for letter, and only what is new is printed.
 *
 * @param text the document, with line feeds, and without aliases
 * @param layout how what is new is laid out
 * @returns nothing where the change touches a form that is not edited in place, such as a flow collection or a reordered list
 */
export function spliced(text: string, document: Document, before: JsonObject, after: JsonObject, layout: Layout): string | undefined {
  const { isMap } = yamlLibrary();
  // Blank lines at the end of such text belong to it: nothing can be put behind it safely.
  if (/[|>]\d?\+/.test(text) || !isMap(document.contents)) return undefined;
  return new Splice(text, layout).write(document.contents, before, after);
}

/** Thrown inside where a form is met that is not edited in place. */
const ELSEWHERE = new Error('not edited in place');

class Splice {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  private readonly printer: BlockPrinter;
  private readonly library = yamlLibrary();

  public constructor(private readonly text: string, layout: Layout) {
    this.printer = new BlockPrinter(layout);
  }

  public write(node: YAMLMap, before: JsonObject, after: JsonObject): string | undefined {
    try {
      this.map(node, before, after);
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
    return result + this.text.slice(at);
  }

  private map(node: YAMLMap, before: JsonObject, after: JsonObject): void {
    const pairs = node.items as Pair<Scalar, Node | null>[];
    if (!this.isEditable(node) || pairs.length === 0 || !pairs.every((pair) => this.isPlainKey(pair))) throw ELSEWHERE;
    const indent = ' '.repeat(this.columnOf(startOf(pairs[0].key)));
    let last: Pair<Scalar, Node | null> | undefined;
    const known = new Set<string>();
    for (const pair of pairs) {
      const key = keyOf(pair);
      known.add(key);
      if (memberOf(after, key) === undefined) {
        this.remove(pair);
        continue;
      }
      last = pair;
      if (!sameJson(memberOf(before, key), after[key])) this.value(pair, memberOf(before, key), after[key], indent);
    }
    if (last === undefined) throw ELSEWHERE;
    const added = Object.keys(after).filter((key) => after[key] !== undefined && !known.has(key));
    if (added.length > 0) this.insert(this.lineEnd(this.endOf(last)), added.map((key) => this.printer.field(key, after[key], indent)).join(''));
  }

  private value(pair: Pair<Scalar, Node | null>, before: unknown, after: unknown, indent: string): void {
    const { isMap, isSeq, isScalar } = this.library;
    const node = pair.value;
    if (!node || !this.isEditable(node, true)) throw ELSEWHERE;
    if (isMap(node) && !node.flow && isPlainMap(before) && isPlainMap(after)) return this.map(node, before, after);
    if (isSeq(node) && !node.flow && Array.isArray(before) && Array.isArray(after)) return this.list(node, before, after);
    const from = pair.key.range![1];
    const end = this.endOf(pair);
    const isBlockText = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    if (isBlockText || this.text.slice(from, Math.max(from, startOf(node))).includes('#')) throw ELSEWHERE;
    const nested = isFilledCollection(after) || (typeof after === 'string' && after.includes('\n'));
    if (nested && this.text.slice(end, this.lineEnd(end)).trim() !== '') throw ELSEWHERE;
    this.edits.push({ start: from, end, text: `:${this.printer.value(after, indent).slice(0, -1)}` });
  }

  private list(node: YAMLSeq, before: readonly any[], after: readonly any[]): void {
    if (!this.isEditable(node) || node.items.length === 0) throw ELSEWHERE;
    const items = node.items as (Node | null)[];
    const dashes = items.map((item) => this.dashOf(item));
    const indent = ' '.repeat(this.columnOf(dashes[0]));
    const places = keepers(before, after);
    const kept = places.filter((place): place is number => place !== undefined);
    if (kept.length === 0 || kept.some((place, at) => at > 0 && place < kept[at - 1])) throw ELSEWHERE;
    items.forEach((item, at) => {
      if (!kept.includes(at)) this.removeItem(dashes[at], item);
    });
    let behind = -1;
    after.forEach((value, at) => {
      const place = places[at];
      if (place === undefined) {
        const position = behind < 0 ? this.lineStart(dashes[0]) : this.lineEnd(this.endOf(items[behind]));
        if (behind < 0 && this.text.slice(position, dashes[0]).trim() !== '') throw ELSEWHERE;
        this.insert(position, this.printer.item(value, indent));
      } else {
        behind = place;
        if (!sameJson(before[place], value)) this.item(items[place]!, before[place], value);
      }
    });
  }

  private item(node: Node, before: unknown, after: unknown): void {
    if (!this.library.isMap(node) || node.flow || !isPlainMap(before) || !isPlainMap(after)) throw ELSEWHERE;
    this.map(node, before, after);
  }

  private remove(pair: Pair<Scalar, Node | null>): void {
    const from = this.lineStart(startOf(pair.key));
    if (this.text.slice(from, startOf(pair.key)).trim() !== '') throw ELSEWHERE;
    this.edits.push({ start: from, end: this.lineEnd(this.endOf(pair)), text: '' });
  }

  private removeItem(dash: number, item: Node | null): void {
    const from = this.lineStart(dash);
    if (this.text.slice(from, dash).trim() !== '') throw ELSEWHERE;
    this.edits.push({ start: from, end: this.lineEnd(this.endOf(item)), text: '' });
  }

  private insert(position: number, text: string): void {
    const atEnd = position === this.text.length && !this.text.endsWith('\n');
    this.edits.push({ start: position, end: position, text: atEnd ? text.slice(0, -1) : text });
  }

  /** Neither in braces or brackets, nor with an anchor or a tag of its own. */
  private isEditable(node: Node, inFlow = false): boolean {
    const { isAlias, isCollection } = this.library;
    if (isAlias(node) || (node as Scalar).anchor !== undefined || node.tag !== undefined) return false;
    return inFlow || !isCollection(node) || !node.flow;
  }

  /** Whether a key stands at the beginning of its line, behind nothing but dashes of lists. */
  private isPlainKey({ key }: Pair<Scalar, Node | null>): boolean {
    if (!this.library.isScalar(key) || typeof key.value === 'symbol' || key.anchor !== undefined || key.tag !== undefined || !key.range) return false;
    return /^ *(?:- +)*$/.test(this.text.slice(this.lineStart(key.range[0]), key.range[0]));
  }

  private dashOf(item: Node | null): number {
    if (!item?.range) throw ELSEWHERE;
    const dash = this.text.lastIndexOf('-', item.range[0] - 1);
    if (dash < 0 || this.text.slice(dash + 1, item.range[0]).trim() !== '') throw ELSEWHERE;
    return dash;
  }

  /** Where what a part says ends, before blanks and comments. */
  private endOf(part: Pair<Scalar, Node | null> | Node | null): number {
    const { isMap, isSeq, isPair } = this.library;
    if (isPair(part)) {
      const { key, value } = part as Pair<Scalar, Node | null>;
      return value?.range && value.range[1] > value.range[0] ? this.endOf(value) : key.range![1] + 1;
    }
    if (!part?.range) throw ELSEWHERE;
    if ((isMap(part) || isSeq(part)) && !part.flow && part.items.length > 0) return this.endOf(part.items.at(-1) as Node);
    let end = part.range[1];
    while (end > part.range[0] && /\s/.test(this.text[end - 1])) end--;
    return end;
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

function startOf(node: Node): number {
  return node.range![0];
}
