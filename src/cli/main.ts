#!/usr/bin/env node
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { run } from './program';
import { writeWhole, writeWholePieces } from './write-whole';

/** Waits for a pipe whose other end is busy. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

/** Writes all of a text, also to a pipe whose reader is slow. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // The reader has seen enough, as `head` does.
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Reads a file, or standard input from a pipe whose writer may be slow, piece by piece. */
function* readPieces(file: string): Generator<string> {
  const descriptor = file === '-' ? 0 : openSync(file, 'r');
  // A piece may end within a letter.
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(65536);
  try {
    for (;;) {
      const size = readSome(descriptor, chunk);
      if (size === 0) break;
      if (size > 0) yield decoder.write(chunk.subarray(0, size));
    }
    yield decoder.end();
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** How many bytes there are: none at the end, and less where one must wait. */
function readSome(descriptor: number, chunk: Buffer): number {
  try {
    return readSync(descriptor, chunk);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EOF') return 0; // How Windows says the end.
    if (code !== 'EAGAIN') throw error;
    pause();
    return -1;
  }
}

process.exitCode = run(process.argv.slice(2), {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  read: (file) => (file === '-' ? [...readPieces('-')].join('') : readFileSync(file, 'utf8')),
  readPieces,
  write: writeWhole,
  writePieces: writeWholePieces,
  folder: (path) => {
    try {
      mkdirSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readdirSync(path);
  },
});
