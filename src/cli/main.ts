#!/usr/bin/env node
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { run } from './program';

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
    }
  }
}

process.exitCode = run(process.argv.slice(2), {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  read: (file) => readFileSync(file === '-' ? 0 : file, 'utf8'),
  write: (file, text) => writeFileSync(file, text),
});
