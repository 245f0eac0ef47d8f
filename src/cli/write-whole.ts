import { chmodSync, closeSync, lstatSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/**
 * Writes a file under another name beside it, and then gives it its own: whoever reads it finds the old one or the new one, and never
 * half of it. What is no plain file, such as a pipe, is written to as it is; of a link, the file behind it.
 */
export function writeWhole(file: string, text: string): void {
  writeWholePieces(file, [text]);
}

/** The same from pieces, as they come. */
export function writeWholePieces(file: string, pieces: Iterable<string>): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  const place = found?.isSymbolicLink() ? realpathSync(file) : file;
  const target = found === undefined ? undefined : statSync(place);
  if (target !== undefined && !target.isFile()) {
    writeInto(place, pieces);
    return;
  }
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.tmp`);
  try {
    writeInto(beside, pieces);
    if (target !== undefined) chmodSync(beside, target.mode);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeInto(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}
