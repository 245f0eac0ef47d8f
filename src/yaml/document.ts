import type { Document } from 'yaml';
import { AS_KUBECTL, yamlLibrary } from './library';

/** A document that was read, with where its parts stand. */
export interface ReadDocument {
  readonly value: unknown;
  /** The line of a field, or else of the innermost field around it that is there. Lines count from 1. */
  lineOf(keys: readonly (string | number)[]): number;
}

/**
 * Reads all documents of a text that hold something, as kubectl reads YAML.
 *
 * @param text YAML or JSON
 * @param file name of the file, for messages
 * @throws with the file, the line and the column, where it is no YAML, or where a map has one key twice
 */
export function readDocuments(text: string, file: string): ReadDocument[] {
  const { LineCounter, parseAllDocuments } = yamlLibrary();
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(text, { ...AS_KUBECTL, lineCounter: lines })] as Document.Parsed[];
  for (const { errors: [error] } of documents) {
    if (error === undefined) continue;
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Error(`${file}:${line}:${col}: ${error.message.split(/ at line |\n/)[0]}. Correct the YAML.`);
  }
  return documents.filter(({ contents }) => contents !== null).map((document) => ({
    value: valueOf(document, file),
    lineOf: (keys: readonly (string | number)[]) => lines.linePos(startOf(document, keys)).line,
  })).filter(({ value }) => value !== null);
}

function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias of nothing, or aliases of aliases that would fill the memory.
    throw new Error(`${file}: ${(error as Error).message}. Correct the YAML.`);
  }
}

/** Where a field begins, by its key rather than by its value, which may stand on another line. */
function startOf(document: Document.Parsed, keys: readonly (string | number)[]): number {
  const { isMap, isNode, isScalar } = yamlLibrary();
  for (let length = keys.length; length > 0; length--) {
    const around = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const last = keys[length - 1];
    if (isMap(around)) {
      const pair = around.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(last));
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}
