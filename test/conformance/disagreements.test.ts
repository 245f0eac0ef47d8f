import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { anonymous, classesOf, Disagreement, formatClasses, writeLists } from '../../conformance/lib/disagreements';

const one = (kind: string, what: string, said: string, object: object = {}): Disagreement => ({ kind, what, object, origin: 'odd', theirs: [said], ours: [] });

test('Messages that differ in names and numbers alone have the same cause', () => {
  expect(anonymous('port "a-b" of 80 is \n not "c \\" d"')).toBe('port "…" of N is not "…"');
  const classes = classesOf([one('A', 'taken', 'port 80'), one('A', 'taken', 'port 81'), one('B', 'taken', 'port 80'), one('A', 'refused', 'port 80')]);
  expect(classes.map(({ kind, what, members }) => [kind, what, members.length])).toEqual([['A', 'taken', 2], ['B', 'taken', 1], ['A', 'refused', 1]]);
});

test('Where our own checks break down, what they say is the cause', () => {
  const [found] = classesOf([{ ...one('A', 'thrown', 'something else'), ours: ['thrown: x is not defined'] }]);
  expect(found.said).toBe('thrown: x is not defined');
});

test('A table has a line a class, and says how many it leaves out', () => {
  const classes = classesOf([one('Kind', 'taken', 'first'), one('Kind', 'taken', 'second')]);
  expect(formatClasses(classes, 1)).toEqual([`    1  ${'Kind'.padEnd(22)} ${'taken'.padEnd(26)} first`, '… and 1 more classes']);
});

test('Lists show the smallest examples of a class, and say so where nothing differs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lists-'));
  try {
    const disagreements = [{ a: 'long long' }, {}, { a: 1 }, { a: 22 }].map((object) => one('A', 'taken', 'said', object));
    writeLists(folder, disagreements, ['A', 'B']);
    expect(readFileSync(path.join(folder, 'B.txt'), 'utf8')).toBe('nothing differs\n');
    expect(readFileSync(path.join(folder, 'A.txt'), 'utf8').match(/object: .*/g)).toEqual(['object: {}', 'object: {"a":1}', 'object: {"a":22}']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
