#!/usr/bin/env node
import { mkdirSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { run } from './program';
import { writeWhole } from './write-whole';

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

/** Reads standard input to its end, also from a pipe whose writer is slow. */
function readInput(): string {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(65536);
  for (;;) {
    try {
      const size = readSync(0, chunk);
      if (size === 0) return Buffer.concat(chunks).toString();
      chunks.push(Buffer.from(chunk.subarray(0, size)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return Buffer.concat(chunks).toString(); // How Windows says the end.
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

process.exitCode = run(process.argv.slice(2), {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  read: (file) => (file === '-' ? readInput() : readFileSync(file, 'utf8')),
  write: writeWhole,
  folder: (path) => {
    try {
      mkdirSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readdirSync(path);
  },
});
