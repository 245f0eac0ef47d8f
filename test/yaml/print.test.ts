import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import { printDocuments, printYaml } from '../../src/yaml';
import { fc } from '../properties';

/** Words that some reader of YAML takes for something else than text. */
const TRICKY = [
  'y', 'Y', 'n', 'N', 'yes', 'no', 'on', 'off', 'true', 'FALSE', 'null', 'Null', '~', '', ' ', '0', '-0', '+1', '0777', '0o17', '08', '0x1F', '0b101', '1_000',
  '1e3', '1E5', '12e03', 'E0', 'e-5', '1.5', '.5', '5.', '.inf', '-.INF', '.nan', '12:30', '190:20:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '=', '<<', '-', '?', ':',
  '- a', 'a: b', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a', '"a"', "'a'", '[a', '{a', 'a]', ',a', ' a', 'a ', 'a:', '---', '...', '\t', 'a\tb',
  'a\nb', 'a\n', '\na', 'a\n\n', ' a\nb', 'a\n b', 'a\r\nb', 'a\n \nb', '\u0085', '\u2028', '\ufeff', '\u0000', '\u007f', '😀', '😀: y', 'a 😀\nb', 'é', '{{ .Values.x }}', 'a\\b', '*', '--domain', '-x', '-e5', '--e5', '-1',
  '-_1', '-.5', '-inf', 'x'.repeat(999), 'x'.repeat(1030), 'y: '.repeat(400),
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

test('options of a program stand without quotes, and what is near to a number with them', () => {
  expect(printYaml(['--domain', '-x', '--', '-1', '-e5', '-_1'])).toBe('- --domain\n- -x\n- "--"\n- "-1"\n- "-e5"\n- "-_1"\n');
});

test('characters that take two places in JavaScript are written as themselves: Go reads no escapes for their halves', () => {
  expect(printYaml({ plain: '😀', quoted: '😀: y', hidden: '\u200b😀' })).toBe('plain: 😀\nquoted: "😀: y"\nhidden: "\\u200b😀"\n');
});

test('a key is marked where its colon stands so far away that readers would not look for it', () => {
  const key = 'k'.repeat(1100);
  expect(printYaml({ a: { [key]: [1] } })).toBe(`a:\n  ? ${key}\n  :\n  - 1\n`);
});

test('a number with an exponent has a dot, without which YAML 1.1 reads text', () => {
  expect(printYaml([1e21, 1e-7, 1.5e-7, -0])).toBe('- 1.0e+21\n- 1.0e-7\n- 1.5e-7\n- 0\n');
});

test.each([
  [NaN, 'The document is NaN and cannot be written as YAML. Give a finite number.'],
  [{ a: [1, Infinity] }, 'a[1] is Infinity and cannot be written as YAML. Give a finite number.'],
  [{ a: { b: () => 1 } }, 'a.b is a function and cannot be written as YAML. Give text, a number, a list or a map.'],
  [{ a: [{ b: new Date(0) }] }, 'a[0].b is a Date and cannot be written as YAML. Give text, a number, a list or a map.'],
  [new Map([['a', 1]]), 'The document is a Map and cannot be written as YAML. Give text, a number, a list or a map.'],
  [{ a: '\ud83d' }, 'a ends or begins with half a character, which is no text and cannot be written as YAML. Cut it between two characters.'],
])('what YAML cannot say is refused with its place: %p', (value, message) => {
  expect(() => printYaml(value as any)).toThrow(new Error(message));
});

test('a value that holds itself is refused', () => {
  const value: any = { a: {} };
  value.a.b = value;
  expect(() => printYaml(value)).toThrow(
    new Error('a.b holds itself and cannot be written as YAML. Copy it where it is used a second time, without the way back.'));
});

test('a value that stands in two places is printed in both', () => {
  const labels = { app: 'web' };
  expect(printYaml({ a: labels, b: [labels, labels] })).toBe('a:\n  app: web\nb:\n- app: web\n- app: web\n');
});
