import { isDeepStrictEqual } from 'node:util';
import type { Document, Node } from 'yaml';
import { AS_KUBECTL, asKubectl, yamlLibrary } from './library';
import { sameJson } from './match-nodes';
import { merged } from './merge-nodes';
import { Outline, outlineOf } from './outline';
import { readPlainForm } from './plain-form';
import { expandAliases, hasAliases, layoutOf, styleOf } from './source';
import { spliced, Spliced } from './splice';
import { splitDocuments } from './split';
import { JsonObject } from '../reference/json';

/** An error about one field of an object, so that the field's own line can be named. */
export class FieldError extends Error {
  /**
   * @param path keys that lead to the field
   * @param message what is wrong, and what to do
   */
  constructor(readonly path: readonly (string | number)[], message: string) {
    super(message);
  }
}

/** What becomes of the objects of a stream. */
export interface Editor {
  /** Gives back the very object that it was given where nothing changes. */
  readonly change: (object: JsonObject, place: Position) => JsonObject;
  /**
   * Something to be done to the text of a document before it is read.
   *
   * @default nothing
   */
  readonly before?: (text: string) => string;
  /**
   * Something to be done to the text of a document that was changed.
   *
   * @default nothing
   */
  readonly after?: (text: string, change: WrittenChange) => string;
}

/** A change that was written. */
export interface WrittenChange {
  /** The document as it was. */
  readonly text: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** Whether the change back gives the text that was. Where this is false, it may. */
  readonly reversible: boolean;
}

/**
 * Changes the objects of a YAML stream, document by document: each is given as soon as it is read and changed. Documents that the
 * change leaves alone come out letter for letter; in the others, the comments and the order of what stays are kept.
 *
 * @param chunks the stream, in pieces of any size
 * @param file name of the file, for messages
 * @throws if a document is not YAML, or if the change throws: with the file and the line; all that stands before was given then
 */
export function* editDocuments(chunks: Iterable<string>, file: string, editor: Editor): Generator<string> {
  let line = 1;
  for (const part of splitDocuments(chunks)) {
    yield part.separator ? part.text : editDocument(part.text, { file, line }, editor);
    for (let at = part.text.indexOf('\n'); at >= 0; at = part.text.indexOf('\n', at + 1)) line++;
  }
}

/** Changes the objects of a YAML stream that is there as a whole. */
export function editStream(text: string, file: string, change: (object: JsonObject) => JsonObject): string {
  return [...editDocuments([text], file, { change })].join('');
}

/** Whether a document can be read and has a value. */
export function saysTheSame(text: string, value: JsonObject): boolean {
  const plain = readPlainForm(text);
  if (plain) return sameJson(plain.value, value);
  try {
    const document = parse(text);
    return document.errors.length === 0 && sameJson(document.toJS(), value);
  } catch {
    return false; // An alias of nothing.
  }
}

/** Where a document begins. */
export interface Position {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

function editDocument(given: string, position: Position, editor: Editor): string {
  if (!/\S/.test(given)) return given;
  // Lines that end as on Windows end so again when all is done.
  const onWindows = given.includes('\r\n') && !/(^|[^\r])\n/.test(given);
  const unix = onWindows ? given.replaceAll('\r\n', '\n') : given;
  const text = editor.before?.(unix) ?? unix;
  const read = readPlainForm(text) ?? readByLibrary(text, position);
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return given;
  const before = value as JsonObject;
  const after = applied(before, editor, text, position);
  if (after === before) return given;
  const finished = isJson(text) ? `${JSON.stringify(after, null, 2)}\n` : finish(editor, written(read, before, after, text), { text, before, after });
  return given.includes('\r\n') ? finished.replace(/\r?\n/g, '\r\n') : finished;
}

function finish({ after }: Editor, { text, reversible }: Spliced, change: Omit<WrittenChange, 'reversible'>): string {
  return after ? after(text, { ...change, reversible }) : text;
}

/** A document that was read: in the plain form, of which the outline is known, or by the library. */
interface ReadText {
  readonly value: unknown;
  readonly outline?: Outline;
  readonly document?: Document;
}

function readByLibrary(text: string, position: Position): ReadText {
  const document = parse(text);
  const [error] = document.errors;
  if (error) {
    const before = text.slice(0, error.pos[0]).split('\n');
    const [line, column] = [position.line + before.length - 1, before.at(-1)!.length + 1];
    throw new Error(`${position.file}:${line}:${column}: ${error.message.split(/ at line |\n/)[0]}. Correct the YAML.`);
  }
  try {
    return { value: document.toJS(), document };
  } catch (error_) {
    // An alias of nothing, or aliases of aliases that would fill the memory.
    throw new Error(`${position.file}:${position.line}: ${(error_ as Error).message}. Correct the YAML.`);
  }
}

function parse(text: string): Document {
  return yamlLibrary().parseDocument(text, { ...(text.startsWith('%') ? AS_KUBECTL : asKubectl()), prettyErrors: false });
}

function applied(before: JsonObject, { change }: Editor, text: string, position: Position): JsonObject {
  try {
    return change(before, position);
  } catch (error) {
    const node = nearestNode(parse(text), error instanceof FieldError ? error.path : []);
    const line = position.line + text.slice(0, node?.range?.[0] ?? 0).split('\n').length - 1;
    throw new Error(`${position.file}:${line}: ${before.kind ?? 'object'} "${before.metadata?.name ?? ''}": ${(error as Error).message}`, { cause: error });
  }
}

/** The node at a path, or the innermost one around it that is in the text. */
function nearestNode(document: Document, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node;
  }
  return document.contents ?? undefined;
}

/** Whether a document is JSON, which is then answered with JSON. */
function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // A flow map of YAML begins in the same way.
  }
}

function written({ outline, document }: ReadText, before: JsonObject, after: JsonObject, text: string): Spliced {
  const edited = outline && spliced(text, outline, before, after, layoutOf(text));
  return edited ?? writtenByLibrary(document ?? parse(text), before, after, text);
}

function writtenByLibrary(document: Document, before: JsonObject, after: JsonObject, text: string): Spliced {
  const aliases = hasAliases(document, text);
  const outline = aliases || text.includes('\r') ? undefined : outlineOf(document, text);
  const edited = outline && spliced(text, outline, before, after, layoutOf(text));
  if (edited !== undefined) return edited;
  document.contents = merged(document.contents, before, after);
  // What changes in one place must not change where an alias repeats it: a selector, say, with the labels of its pods.
  if (aliases && !isDeepStrictEqual(document.toJS(), JSON.parse(JSON.stringify(after)))) {
    const whole = expandAliases(yamlLibrary().parseDocument(text, AS_KUBECTL));
    whole.contents = merged(whole.contents, before, after);
    return { text: whole.toString(styleOf(text)), reversible: false };
  }
  return { text: document.toString(styleOf(text)), reversible: false };
}
