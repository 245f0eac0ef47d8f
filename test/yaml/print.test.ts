import * as fc from 'fast-check';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import { printDocuments, printYaml } from '../../src/yaml';

/** Words that some reader of YAML takes for something else than text. */
const TRICKY = [
  'y', 'Y', 'n', 'N', 'yes', 'no', 'on', 'off', 'true', 'FALSE', 'null', 'Null', '~', '', ' ', '0', '-0', '+1', '0777', '0o17', '08', '0x1F', '0b101', '1_000',
  '1e3', '1E5', '12e03', 'E0', 'e-5', '1.5', '.5', '5.', '.inf', '-.INF', '.nan', '12:30', '190:20:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '=', '<<', '-', '?', ':',
  '- a', 'a: b', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a', '"a"', "'a'", '[a', '{a', 'a]', ',a', ' a', 'a ', 'a:', '---', '...', '\t', 'a\tb',
  'a\nb', 'a\n', '\na', 'a\n\n', ' a\nb', 'a\n b', 'a\r\nb', 'a\n \nb', '\u0085', '\u2028', '\ufeff', '\u0000', '\u007f', '😀', 'é', '{{ .Values.x }}', 'a\\b', '*',
];

/** The ways in which the text is read by someone. */
const READERS: Record<string, (text: string) => unknown> = {
  'yaml 1.1': (text) => yaml.parse(text, { version: '1.1' }),
  'yaml 1.2': (text) => yaml.parse(text, { version: '1.2' }),
  'js-yaml': (text) => jsYaml.load(text),
};

describe.each(Object.entries(READERS))('read by %s', (_name, read) => {
  test.each(TRICKY)('the text %j is still that text, as a value, as a key and in a list', (word) => {
    expect(read(printYaml({ value: word, list: [word, [word]], deep: { inner: { value: word } } }))).toEqual(
      { value: word, list: [word, [word]], deep: { inner: { value: word } } });
    expect(read(printYaml({ [word]: 1, other: 2 }))).toEqual({ [word]: 1, other: 2 });
  });

  test('any JSON comes back as it was', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      // There is no negative zero in JSON's text.
      const plain = JSON.parse(JSON.stringify(value));
      expect(read(printYaml(plain))).toEqual(plain);
    }), { numRuns: 500 });
  });

  test('any text comes back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(read(printYaml({ text }))).toEqual({ text });
    }), { numRuns: 1000 });
  });
});

test('maps and lists stand in blocks, and lists as far left as their key', () => {
  expect(printYaml({ a: { b: [{ c: 1, d: [] }, 'e', [1, 2]] }, f: {}, g: undefined, h: null })).toBe(
    'a:\n  b:\n  - c: 1\n    d: []\n  - e\n  -\n    - 1\n    - 2\nf: {}\nh: null\n');
});

test('text of several lines stands as it is', () => {
  expect(printYaml({ script: 'one\n  two\n\nthree\n', last: 'a\nb' })).toBe('script: |\n  one\n    two\n\n  three\nlast: |-\n  a\n  b\n');
});

test('documents are divided by a line of dashes', () => {
  expect(printDocuments([{ a: 1 }, { b: 2 }])).toBe('a: 1\n---\nb: 2\n');
});

test.each([
  [{ a: NaN }, 'The number NaN cannot be written as YAML. Give a finite one.'],
  [{ a: () => 1 }, 'A function cannot be written as YAML, and one stands in the document. Give text, a number, a list or a map.'],
])('%p is refused', (value, message) => {
  expect(() => printYaml(value as any)).toThrow(new Error(message));
});

test('a value that holds itself is refused', () => {
  const value: any = { a: {} };
  value.a.b = value;
  expect(() => printYaml(value)).toThrow(new Error('A value holds itself, which YAML cannot say. Copy it where it is used a second time.'));
});
