import type { Document, Node } from 'yaml';
import { yamlLibrary } from './library';
import { JsonObject } from '../reference/json';

/** YAML as kubectl reads it: version 1.1, where `yes` is a truth value and an anchor may be merged. */
const AS_KUBECTL = { version: '1.1', merge: true } as const;

/**
 * Changes the objects of a YAML stream. Documents that the change leaves alone come out letter for letter; in the others, the
 * comments and the order of what stays are kept.
 *
 * @param text the stream
 * @param file name of the file, for messages
 * @param change gives back the very object that it was given where nothing changes
 * @throws if a document is not YAML, or if the change throws: with the file and the line
 */
export function editStream(text: string, file: string, change: (object: JsonObject) => JsonObject): string {
  let line = 1;
  return splitDocuments(text).map((part) => {
    const result = part.separator ? part.text : editDocument(part.text, { file, line }, change);
    line += part.text.split('\n').length - 1;
    return result;
  }).join('');
}

interface Position {
  readonly file: string;
  readonly line: number;
}

/** The documents of a stream and the lines that divide them. */
function splitDocuments(text: string): { readonly text: string; readonly separator: boolean }[] {
  return text.split(/^(---(?:[ \t]*(?:#[^\n]*)?)?(?:\r?\n|$)|\.\.\.[ \t]*(?:\r?\n|$))/m)
    .map((part, at) => ({ text: part, separator: at % 2 === 1 }));
}

function editDocument(text: string, position: Position, change: (object: JsonObject) => JsonObject): string {
  if (!/\S/.test(text)) return text;
  const { parseDocument, LineCounter } = yamlLibrary();
  const lines = new LineCounter();
  const document = parseDocument(text, { ...AS_KUBECTL, lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Error(`${position.file}:${position.line + line - 1}:${col}: ${error.message.split(/ at line |\n/)[0]}. Correct the YAML.`);
  }
  const object: unknown = document.toJS();
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return text;
  const before = object as JsonObject;
  const after = applied(before, change, document, text, position);
  if (after === before) return text;
  document.contents = merged(document, document.contents as Node, before, after) as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

function applied(before: JsonObject, change: (object: JsonObject) => JsonObject, document: Document, text: string, position: Position): JsonObject {
  try {
    return change(before);
  } catch (error) {
    const start = (document.contents as Node | null)?.range?.[0] ?? 0;
    const line = position.line + text.slice(0, start).split('\n').length - 1;
    throw new Error(`${position.file}:${line}: ${before.kind ?? 'object'} "${before.metadata?.name ?? ''}": ${(error as Error).message}`);
  }
}

/** The node with another value: what is equal keeps its node, and with it its comments. */
function merged(document: Document, node: Node | null | undefined, before: any, after: any): Node {
  const { isMap, isSeq } = yamlLibrary();
  if (node && sameJson(before, after)) return node;
  if (isMap(node) && isPlainMap(before) && isPlainMap(after) && !node.items.some((pair) => String(pair.key) === '<<')) {
    for (const key of Object.keys(before)) {
      if (after[key] === undefined) node.delete(key);
    }
    for (const [key, value] of Object.entries(after)) {
      if (value !== undefined) node.set(key, merged(document, node.get(key, true) as Node | undefined, before[key], value));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((value) => {
      const at = before.findIndex((one) => sameJson(one, value) || (one?.name !== undefined && one.name === value?.name));
      return at < 0 ? document.createNode(value) as Node : merged(document, node.items[at] as Node, before[at], value);
    });
    node.items = items;
    if (items.length > before.length) node.flow = false;
    return node;
  }
  return document.createNode(after) as Node;
}

function isPlainMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
