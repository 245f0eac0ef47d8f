import { combinationsOf } from '../../../src/resources/validation/combinations';

function said(schema: any, value: unknown): string[] {
  return combinationsOf(schema).filter(({ holds }) => !holds(value)).map(({ problem, fix }) => `${problem(value)}. ${fix(value)}`);
}

const one = (name: string): any => ({ required: [name] });
const AT_MOST_ONE = { oneOf: [{ not: { anyOf: [one('a'), one('b'), one('c')] } }, one('a'), one('b'), one('c')] };

test('Of fields that exclude each other, one may be set, or none', () => {
  expect(said(AT_MOST_ONE, {})).toEqual([]);
  expect(said(AT_MOST_ONE, { b: 1 })).toEqual([]);
  expect(said(AT_MOST_ONE, { a: 1, c: 2 })).toEqual(['a and c are set, and only one of them may be. Keep one of them, or none']);
});

test('Where one of several fields is needed, exactly one is', () => {
  expect(said({ oneOf: [one('a'), one('b')] }, {})).toEqual(['none of a and b is set. Set one of a and b']);
  expect(said({ oneOf: [one('a'), one('b')] }, { a: 1, b: 1 })).toEqual(['a and b are set, and only one of them may be. Keep one of them']);
  expect(said({ anyOf: [one('a'), one('b')] }, {})).toEqual(['none of a and b is set. Set at least one of a and b']);
  expect(said({ anyOf: [one('a'), one('b')] }, { a: 1, b: 1 })).toEqual([]);
});

test('A value of several types is of one of them', () => {
  const schema = { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  expect(said(schema, 1)).toEqual([]);
  expect(said(schema, '1')).toEqual([]);
  expect(said(schema, true)).toEqual(['true is of none of the types integer, string. Write a value of type integer or string']);
});

test('A value with a format of one kind or another has one of them', () => {
  const schema = { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] };
  expect(said(schema, '1.2.3.4')).toEqual([]);
  expect(said(schema, '::1')).toEqual([]);
  expect(said(schema, 'x')).toEqual(['"x" fits none of the forms that this field may have. Correct it to fit {"anyOf":[{"format":"ipv4"},{"format":"ipv6"}]}']);
});

test('All limits of a sum hold at once', () => {
  expect(said({ allOf: [{ maxLength: 2 }, { pattern: '^a' }] }, 'bcd')).toEqual([
    '"bcd" has 3 characters, and may have 2. Shorten it to at most 2 characters',
    '"bcd" does not fit the pattern ^a. Write a text that fits the pattern',
  ]);
});

test('What is excluded is refused', () => {
  expect(said({ not: { enum: ['x'] } }, 'x')).toEqual(['"x" has a form that is excluded. Correct it to fit {"not":{"enum":["x"]}}']);
  expect(said({ not: { enum: ['x'] } }, 'y')).toEqual([]);
});

test('Fields, entries and items are looked into', () => {
  const schema = { anyOf: [{ properties: { kind: { enum: ['A'] } } }, { required: ['x', 'y'] }] };
  expect(said(schema, { kind: 'A' })).toEqual([]);
  expect(said(schema, { kind: 'B', x: 1, y: 1 })).toEqual([]);
  expect(said(schema, { kind: 'B' })).toHaveLength(1);
  expect(said({ not: { items: { type: 'string' } } }, ['a', 1])).toEqual([]);
  expect(said({ not: { additionalProperties: { type: 'string' } } }, { a: 1 })).toEqual([]);
});
