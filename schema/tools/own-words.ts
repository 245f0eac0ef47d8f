/*
 * Proves that our sentences are ours: no line of schema/ has eight words in a row with a comment of the release.
 * `npx tsx schema/tools/own-words.ts FOLDER...`, with folders that hold the release's proto or Go files.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { MODULES } from './modules';
import { Field } from './notation';
import { readSchema, Schema } from './source';

/** Words in a row that no two people write by chance. */
export const RUN = 8;

/** A sentence of ours, and where it stands. */
export interface DocLine {
  /** A kind, a message or an enum, a field or word of it, and what is said: `Widget.rate unset`. */
  readonly place: string;
  readonly text: string;
}

/** A run of words that stands in the release too. */
export interface SharedRun extends DocLine {
  readonly run: string;
}

/** All that a module says in our words. */
export function docLines(schema: Schema): DocLine[] {
  const lines: DocLine[] = [];
  const add = (place: string, text: unknown): void => {
    if (typeof text === 'string') lines.push({ place, text });
  };
  const addField = (place: string, field: Field): void => {
    if (typeof field === 'string') return;
    add(place, field.doc);
    add(`${place} unset`, field.unset);
    add(`${place} deprecated`, field.deprecated);
  };
  for (const [name, { doc }] of Object.entries(schema.kinds)) add(name, doc);
  for (const [name, { doc, fields }] of Object.entries(schema.messages)) {
    add(name, doc);
    for (const [field, facts] of Object.entries(fields)) addField(`${name}.${field}`, facts);
  }
  for (const [name, { doc, values }] of Object.entries(schema.enums)) {
    add(name, doc);
    for (const [word, meaning] of Object.entries(values)) add(`${name}.${word}`, meaning);
  }
  return lines;
}

/** The comments of a program, each with the lines that follow it at once. */
export function commentsOf(text: string): string[] {
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?:(?<=^|\n)[ \t]*|(?<=[;{}][ \t]*))\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g) ?? [];
  return comments.map((comment) => comment.replace(/\/\*|\*\/|(?<=^|\n)[ \t]*(?:\/\/|\*)/g, ' '));
}

/** Runs of words that stand in our lines and in the release: the first of each line. */
export function sharedRuns(lines: readonly DocLine[], comments: readonly string[], length = RUN): SharedRun[] {
  const known = new Set(comments.flatMap((comment) => runsOf(comment, length)));
  return lines.flatMap((line) => {
    const run = runsOf(line.text, length).find((words) => known.has(words));
    return run === undefined ? [] : [{ ...line, run }];
  });
}

function runsOf(text: string, length: number): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+(?:['’-][a-z0-9]+)*/g) ?? [];
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((entry) => {
    const place = path.join(folder, entry);
    if (statSync(place).isDirectory()) return sourceFiles(place);
    return /\.(proto|go)$/.test(entry) ? [place] : [];
  });
}

function main(folders: readonly string[]): void {
  const comments = folders.flatMap(sourceFiles).flatMap((file) => commentsOf(readFileSync(file, 'utf8')));
  if (comments.length === 0) {
    throw new Error(`There are no comments in proto or Go files of "${folders.join('", "')}". Give the folder of a release: npx tsx schema/tools/own-words.ts FOLDER...`);
  }
  const lines = MODULES.flatMap(({ name }) => docLines(readSchema(name)));
  const shared = sharedRuns(lines, comments);
  for (const { place, run } of shared) console.error(`${place}: "${run}" stands in the release too. Say it in other words.`);
  console.log(`${lines.length} lines, ${comments.length} comments, ${shared.length} shared runs of ${RUN} words`);
  if (shared.length > 0) process.exitCode = 1;
}

if (require.main === module) {
  main(process.argv.slice(2));
}
