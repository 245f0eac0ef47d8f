import { formatFinding } from '../../../src/resources/validation';
import { StructureCompiler } from '../../../src/resources/validation/structure';
import { Walk } from '../../../src/resources/validation/walk';

/** What is said of a value, and what is kept of it. */
function checked(schema: any, value: unknown): { said: string[]; kept: unknown } {
  const walk = new Walk();
  const kept = new StructureCompiler(() => undefined).node(schema).check(value, walk);
  return { said: walk.structure.all.map(formatFinding), kept };
}

const said = (schema: any, value: unknown): string[] => checked(schema, value).said;
const message = (properties: any, more: any = {}): any => ({ type: 'object', properties, ...more });
const TEXT = { type: 'string' };

test.each<[string, any, unknown, string[]]>([
  ['a number for a text', TEXT, 5, ['5 is a whole number, where a string is expected. Put it in quotes: "5".']],
  ['true for a text', TEXT, true, ['true is true or false, where a string is expected. Put it in quotes: "true".']],
  ['a text for a number', { type: 'integer' }, '80', ['"80" is a string, where a whole number is expected. Write it without quotes: 80.']],
  ['a word for a number', { type: 'number' }, 'x', ['"x" is a string, where a number is expected. Write a number.']],
  ['a text for true', { type: 'boolean' }, 'true', ['"true" is a string, where true or false is expected. Write it without quotes: true.']],
  ['one item for a list', { type: 'array', items: TEXT }, 'x', ['"x" is a string, where a list is expected. Write a list, even for one item.']],
  ['a list for a message', message({}), [], ['[] is a list, where an object is expected. Write an object.']],
  ['a text for a map', { type: 'object', additionalProperties: TEXT }, 'x', ['"x" is a string, where a map is expected. Write a map.']],
  ['a fraction for a whole number', { type: 'integer' }, 1.5, ['1.5 is a fraction, where a whole number is expected. Write a whole number.']],
  ['a whole number written as 1.0', { type: 'integer' }, 1.0, []],
  ['a fraction that is next to none', { type: 'integer' }, 5.0000000001, []],
  ['a whole number beyond 64 bits', { type: 'integer' }, 2 ** 63, ['9223372036854776000 is beyond 64 bits, where a whole number is expected. Write a whole number.']],
  ['a number where either may stand', { 'x-kubernetes-int-or-string': true }, 5, []],
  ['true where a number or a text may stand', { 'x-kubernetes-int-or-string': true }, true,
    ['true is true or false, where a whole number or a string is expected. Write a whole number or a string.']],
  ['a list where a text has a format', { type: 'string', format: 'byte' }, [], []],
  ['an int32 out of its range, which no server checks', { type: 'integer', format: 'int32' }, 2 ** 40, []],
])('Of %s', (_, schema, value, expected) => {
  expect(said(schema, value)).toEqual(expected);
});

test.each<[string, any, unknown, string[]]>([
  ['a word that is none of an enum', { ...TEXT, enum: ['STRICT', 'DISABLE'] }, 'STRCT', ['"STRCT" is not one of the values that this field takes. Use STRICT.']],
  ['a word that is like none of an enum', { ...TEXT, enum: ['A', 'B', ''] }, 'none', ['"none" is not one of the values that this field takes. Use one of A, B, "".']],
  ['a text that is too long', { ...TEXT, maxLength: 2 }, 'abc', ['"abc" has 3 characters, and may have 2. Shorten it to at most 2 characters.']],
  ['a text of two characters with four units', { ...TEXT, maxLength: 2 }, '\u{1f600}\u{1f600}', []],
  ['one character of two units, where two are needed', { ...TEXT, minLength: 2 }, '\u{1f600}', ['"\u{1f600}" has 1 character, and needs at least 2. Write at least 2 characters.']],
  ['an empty text', { ...TEXT, minLength: 1 }, '', ['the text is empty. Write a text, or leave the field out.']],
  ['a text off its pattern', { ...TEXT, pattern: '^a$' }, 'b', ['"b" does not fit the pattern ^a$. Write a text that fits the pattern.']],
  ['a text with the pattern in its middle', { ...TEXT, pattern: 'a' }, 'bab', []],
  ['bytes that are no base64', { ...TEXT, format: 'byte' }, 'a', ['"a" is not base64 text. Write base64 text.']],
  ['a number below', { type: 'integer', minimum: 1 }, 0, ['0 is too small. Use a number of at least 1.']],
  ['a number at an excluded limit', { type: 'number', minimum: 1, exclusiveMinimum: true }, 1, ['1 is too small. Use a number above 1.']],
  ['a number above', { type: 'integer', maximum: 9 }, 10, ['10 is too large. Use a number of at most 9.']],
  ['a number at the other excluded limit', { type: 'number', maximum: 9, exclusiveMaximum: true }, 9, ['9 is too large. Use a number below 9.']],
  ['no multiple', { type: 'integer', multipleOf: 4 }, 6, ['6 is not a multiple of 4. Use a multiple of 4.']],
  ['too few items', { type: 'array', minItems: 1 }, [], ['there are no items. Add one, or leave the field out.']],
  ['too many items', { type: 'array', maxItems: 1 }, [1, 2], ['there are 2 items, and may be 1. Keep at most 1.']],
  ['too many entries', { type: 'object', additionalProperties: TEXT, maxProperties: 1 }, { a: '', b: '' }, ['there are 2 entries, and may be 1. Keep at most 1.']],
  ['too few entries', message({ a: TEXT }, { minProperties: 1 }), {}, ['there are no entries. Add one, or leave the field out.']],
  ['what is missing', message({ a: TEXT }, { required: ['a'] }), {}, ['a: a is missing. Add a.']],
])('Of %s', (_, schema, value, expected) => {
  expect(said(schema, value)).toEqual(expected);
});

test('A field that is not known is dropped, and the nearest known one is named', () => {
  expect(checked(message({ hosts: TEXT, ports: TEXT }), { host: 'a' })).toEqual({ said: ['host: there is no field "host" here. Write hosts.'], kept: {} });
  expect(said(message({ hosts: TEXT, ports: TEXT }), { zzzzzz: 'a' })).toEqual(['zzzzzz: there is no field "zzzzzz" here. Remove it, or use one of hosts, ports.']);
  expect(said(message({}), { a: 1 })).toEqual(['a: there is no field "a" here. Remove it.']);
});

test('Names of what every object of JavaScript has are fields like others', () => {
  expect(said(message({ hosts: TEXT }), { constructor: 'a' })).toEqual(['constructor: there is no field "constructor" here. Remove it, or use one of hosts.']);
});

test('What may hold anything holds anything', () => {
  const value = { a: { b: [null] } };
  expect(checked({ 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true }, value)).toEqual({ said: [], kept: value });
});

test('Where fields may be unknown, the known ones are checked all the same', () => {
  expect(said(message({ a: TEXT }, { 'x-kubernetes-preserve-unknown-fields': true }), { a: 1, b: 2 })).toEqual(['a: 1 is a whole number, where a string is expected. Put it in quotes: "1".']);
});

test('A null counts as nothing, unless it may be there', () => {
  const schema = message({ a: TEXT, b: { ...TEXT, nullable: true }, c: { ...TEXT, default: 'x' } }, { required: ['a'] });
  expect(checked(schema, { a: null, b: null, c: null })).toEqual({ said: ['a: a is missing. Add a.'], kept: { b: null, c: 'x' } });
});

test('A null in a list is a value of the wrong type; in a map it is dropped', () => {
  expect(checked({ type: 'array', items: TEXT }, ['a', null]).said).toEqual(['[1]: null stands where a string is expected. Write a string, or remove the entry.']);
  expect(checked({ type: 'object', additionalProperties: TEXT }, { a: null, b: 'x' })).toEqual({ said: [], kept: { b: 'x' } });
});

test('Defaults are filled in, also within defaults, and what is given is not changed', () => {
  const inner = message({ b: { type: 'integer', default: 1 } });
  const given = {};
  expect(checked(message({ a: { ...inner, default: {} } }), given)).toEqual({ said: [], kept: { a: { b: 1 } } });
  expect(given).toEqual({});
});

test('Where nothing changes, the value itself is kept', () => {
  const value = { a: ['x'] };
  expect(checked(message({ a: { type: 'array', items: TEXT } }), value).kept).toBe(value);
});

test('Undefined counts as absent', () => {
  expect(said(message({ a: TEXT }, { required: ['a'] }), { a: undefined, b: undefined })).toEqual(['a: a is missing. Add a.']);
});

test('Items of a list that is a map have keys of their own', () => {
  const schema = { 'type': 'array', 'items': message({ name: TEXT, port: { type: 'integer' } }), 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] };
  expect(said(schema, [{ name: 'a' }, { name: 'b' }, { name: 'a', port: 1 }]))
    .toEqual(['[2]: name "a" stands in item 0 already. Give each item a value of its own, or remove one of them.']);
  expect(said({ ...schema, 'x-kubernetes-list-map-keys': ['name', 'port'] }, [{ name: 'a' }, { name: 'a', port: 1 }])).toEqual([]);
});

test('Items of a list that is a set are all different', () => {
  expect(said({ 'type': 'array', 'items': TEXT, 'x-kubernetes-list-type': 'set' }, ['a', 'b', 'a']))
    .toEqual(['[2]: "a" stands in item 0 already. Give each item a value of its own, or remove one of them.']);
});

test('All that is wrong is said at once, each at its place', () => {
  const schema = message({ a: { type: 'array', items: message({ b: TEXT }) }, c: { type: 'object', additionalProperties: TEXT } });
  expect(said(schema, { a: [{ b: 1 }, { b: 'x' }, 2], c: { 'd/e': 3 } })).toEqual([
    'a[0].b: 1 is a whole number, where a string is expected. Put it in quotes: "1".',
    'a[2]: 2 is a whole number, where an object is expected. Write an object.',
    'c["d/e"]: 3 is a whole number, where a string is expected. Put it in quotes: "3".',
  ]);
});
