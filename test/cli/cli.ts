import { parseAllDocuments } from 'yaml';
import { run } from '../../src/cli/program';

/** What a run of the program did. */
export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: Record<string, string>;
}

/**
 * Runs the program.
 *
 * @param files what it finds, by name
 * @param folders what is in folders already; a folder below "nowhere" cannot be made
 */
export function cli(argv: string[], files: Record<string, string> = {}, folders: Record<string, string[]> = {}): Result {
  let out = '';
  let err = '';
  const written: Record<string, string> = {};
  const code = run(argv, {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    read: (file) => {
      if (!(file in files)) throw new Error('no such file');
      return files[file];
    },
    readPieces: (file) => {
      if (!(file in files)) throw new Error('no such file');
      return files[file].match(/[^]{1,7}/g) ?? [];
    },
    write: (file, text) => {
      if (file.startsWith('nowhere/')) throw new Error('no such folder');
      written[file] = text;
    },
    writePieces: (file, pieces) => {
      if (file.startsWith('nowhere/')) throw new Error('no such folder');
      written[file] = [...pieces].join('');
    },
    folder: (path) => {
      if (path.startsWith('nowhere/')) throw new Error('no such folder');
      return folders[path] ?? [];
    },
  });
  return { code, out, err, written };
}

/** The objects of a stream. */
export function objects(text: string): any[] {
  return parseAllDocuments(text).map((document) => document.toJS());
}
