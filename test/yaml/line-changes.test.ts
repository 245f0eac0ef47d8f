import { lineChanges, withLineChanges } from '../../src/yaml/line-changes';
import { fc } from '../properties';

describe('changes of lines', () => {
  test('are none where nothing changed', () => {
    expect(lineChanges('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  test('say the lines as they are and are to be; what only comes in, by the line beside it', () => {
    expect(lineChanges('a\nb\nc\n', 'a\n"b"\nc\n')).toEqual([[1, ['b'], ['"b"']]]);
    expect(lineChanges('a\nc\n', 'a\nb\nc\n')).toEqual([[0, ['a'], ['a', 'b']]]);
    expect(lineChanges('b\n', 'a\nb\n')).toEqual([[0, ['b'], ['a', 'b']]]);
    expect(lineChanges('a\nb\nc', 'a\nc')).toEqual([[1, ['b'], []]]);
  });

  test('hold where lines came in since, and fall away where theirs were changed', () => {
    const changes = lineChanges('a\nb\nc\nd\n', 'a\nB\nc\nD\n');
    expect(withLineChanges('new\nnew\na\nb\nc\nd\n', changes)).toBe('new\nnew\na\nB\nc\nD\n');
    expect(withLineChanges('a\nother\nc\nd\n', changes)).toBe('a\nother\nc\nD\n');
  });

  test('lead from any text to any other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (from, to) => {
      expect(withLineChanges(from, lineChanges(from, to))).toBe(to);
    }), { numRuns: 2000, seed: 1 });
  });

  test('are one behind the place where texts run too far apart', () => {
    const lines = (letter: string): string => Array.from({ length: 500 }, (_, at) => `${letter}${at}`).join('\n');
    const [from, to] = [`same\n${lines('a')}\nend`, `same\n${lines('b')}\nend`];
    expect(lineChanges(from, to)).toHaveLength(1);
    expect(withLineChanges(from, lineChanges(from, to))).toBe(to);
  });
});
