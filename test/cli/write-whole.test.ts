import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { writeWhole } from '../../src/cli/write-whole';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is there as a whole, and nothing beside it', () => {
  writeWhole(path.join(folder, 'a.yaml'), 'one');
  writeWhole(path.join(folder, 'a.yaml'), 'two');
  expect([readdirSync(folder), readFileSync(path.join(folder, 'a.yaml'), 'utf8')]).toEqual([['a.yaml'], 'two']);
});

test('a file keeps its mode, and a link leads where it did', () => {
  writeFileSync(path.join(folder, 'a.yaml'), 'one', { mode: 0o600 });
  symlinkSync('a.yaml', path.join(folder, 'b.yaml'));
  writeWhole(path.join(folder, 'b.yaml'), 'two');
  expect([readFileSync(path.join(folder, 'a.yaml'), 'utf8'), statSync(path.join(folder, 'a.yaml')).mode.toString(8).slice(-3)]).toEqual(['two', '600']);
});

test('where it cannot be written, nothing is left behind', () => {
  mkdirSync(path.join(folder, 'a.yaml'));
  expect(() => writeWhole(path.join(folder, 'a.yaml'), 'one')).toThrow(/EISDIR/);
  expect(() => writeWhole(path.join(folder, 'none', 'a.yaml'), 'one')).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['a.yaml']);
});
