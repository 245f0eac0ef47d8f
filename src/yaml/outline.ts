import type { Document, Node, Pair, Scalar } from 'yaml';
import { yamlLibrary } from './library';

/** Where a part of a document stands in its text. */
export interface Outline {
  readonly kind: 'map' | 'list' | 'scalar';
  readonly start: number;
  /** Where what it says ends, before blanks and comments. */
  readonly end: number;
  /**
   * What keeps it from being edited in place.
   *
   * - `fixed`: it is an alias, or has an anchor or a tag of its own
   * - `flow`: it stands in braces or brackets, and can only be replaced as a whole
   * - `block`: it is text of several lines behind a bar or an angle
   */
  readonly form?: 'fixed' | 'flow' | 'block';
  /** The fields of a map in block style. */
  readonly fields?: readonly FieldOutline[];
  /** The items of a list in block style; nothing where there is none behind a dash. */
  readonly items?: readonly (Outline | undefined)[];
}

/** Where a field of a map stands. */
export interface FieldOutline {
  /** The key as JSON has it. */
  readonly key: string;
  readonly start: number;
  /** Where the key ends: where its colon stands. */
  readonly keyEnd: number;
  /** Where the field ends, before blanks and comments. */
  readonly end: number;
  /** Whether the key is more than plain or quoted text with its colon: a question mark, an alias, an anchor, a tag. */
  readonly odd?: true;
  readonly value?: Outline;
}

/** The outline of a document that the library has read. */
export function outlineOf(document: Document, text: string): Outline | undefined {
  return document.contents?.range ? new Outliner(text).of(document.contents) : undefined;
}

/** Where a value ends that begins at one place and whose last letter stands before another. */
function trimmed(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1])) end--;
  return end;
}

class Outliner {
  private readonly library = yamlLibrary();

  public constructor(private readonly text: string) {}

  public of(node: Node): Outline {
    const { isMap, isSeq, isScalar, isAlias } = this.library;
    const [start, last] = node.range!;
    const end = trimmed(this.text, start, last);
    const fixed = isAlias(node) || (node as Scalar).anchor !== undefined || node.tag !== undefined ? { form: 'fixed' as const } : undefined;
    if (isMap(node) || isSeq(node)) {
      const kind = isMap(node) ? 'map' : 'list';
      if (node.flow || node.items.length === 0) return { kind, start, end, ...(fixed ?? (node.flow && { form: 'flow' })) };
      if (isSeq(node)) {
        const items = node.items.map((item) => ((item as Node | null)?.range ? this.of(item as Node) : undefined));
        return { kind, start, end: items.at(-1)?.end ?? end, ...fixed, items };
      }
      const fields = node.items.map((pair) => this.field(pair as Pair<Scalar, Node | null>));
      return { kind, start, end: fields.at(-1)!.end, ...fixed, fields };
    }
    const block = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    return { kind: 'scalar', start, end, ...(fixed ?? (block && { form: 'block' })) };
  }

  private field({ key, value }: Pair<Scalar, Node | null>): FieldOutline {
    const { isScalar } = this.library;
    const [start, keyEnd] = key.range ?? [0, 0];
    const plain = isScalar(key) && typeof key.value !== 'symbol' && key.anchor === undefined && key.tag === undefined && key.range;
    const inner = value?.range ? this.of(value) : undefined;
    const empty = inner === undefined || value!.range![1] <= value!.range![0];
    return {
      key: String(isScalar(key) ? key.value : key),
      start,
      keyEnd,
      end: empty ? keyEnd + 1 : inner.end,
      ...(!plain || this.text[keyEnd] !== ':' ? { odd: true } : {}),
      value: empty && inner !== undefined ? { kind: 'scalar', start: keyEnd + 1, end: keyEnd + 1, ...(inner.form && { form: inner.form }) } : inner,
    };
  }
}
