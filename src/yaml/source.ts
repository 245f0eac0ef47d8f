import type { Document, Node, ToStringOptions } from 'yaml';
import { yamlLibrary } from './library';
import { Layout } from './print';

/** How a document is laid out: its indentation, and where its lists stand. */
export function layoutOf(text: string): Layout {
  const indent = /^[^\s#-][^\n]*:[ \t]*\r?\n( +)[^\s#-]/m.exec(text)?.[1].length ?? 2;
  const list = /^( *(?:- +)*)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\n( *)- /m.exec(text);
  return { indent, listIndent: list === null || list[1].length !== list[2].length ? indent : 0 };
}

/** The same, for the library that writes whole documents. */
export function styleOf(text: string): ToStringOptions {
  const { indent, listIndent } = layoutOf(text);
  return { lineWidth: 0, indent, indentSeq: listIndent > 0 };
}

/** Whether a document repeats a part of itself by an alias. */
export function hasAliases(document: Document, text: string): boolean {
  if (!text.includes('&') || !text.includes('*')) return false;
  const { visit } = yamlLibrary();
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Writes what every alias stands for in its place. */
export function expandAliases(document: Document.Parsed): Document {
  const { isAlias, isNode, visit } = yamlLibrary();
  visit(document, {
    Alias: (_, alias) => alias.resolve(document)?.clone() as Node | undefined,
  });
  visit(document, {
    Node: (_, node) => {
      if (isNode(node) && !isAlias(node)) delete node.anchor;
    },
  });
  return document as Document;
}
