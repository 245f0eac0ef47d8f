import { SchemaPrinter } from '../../src/resources/expand';

const printer = new SchemaPrinter({
  scalars: { port: { is: 'integer', minimum: 0, rules: [['self > 0', 'too low']] } },
  enums: { Color: ['RED', 'GREEN'] },
  messages: {
    Part: { fields: { color: 'Color', b: 'string', a: 'port' }, required: ['color'], rules: [['has(self.a)', 'a is needed']], aliases: { old_a: 'a' } },
  },
});

test.each([
  ['string', { type: 'string' }],
  ['string[]', { type: 'array', items: { type: 'string' } }],
  ['string[]{}', { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
  ['boolean?', { type: 'boolean', nullable: true }],
  ['any{}', { type: 'object', additionalProperties: true }],
  ['int-or-string', { 'x-kubernetes-int-or-string': true }],
  ['Color', { type: 'string', enum: ['RED', 'GREEN'] }],
])('the type %s', (type, schema) => {
  expect(printer.field(type)).toEqual(schema);
});

test('a message has its fields in order, its old spellings, and its rules', () => {
  const port = { 'type': 'integer', 'minimum': 0, 'x-kubernetes-validations': [{ rule: 'self > 0', message: 'too low' }] };
  const schema = printer.field('Part');
  expect(schema).toEqual({
    'type': 'object',
    'properties': { a: port, b: { type: 'string' }, color: { type: 'string', enum: ['RED', 'GREEN'] }, old_a: port },
    'required': ['color'],
    'x-kubernetes-validations': [{ rule: 'has(self.a)', message: 'a is needed' }],
  });
  expect(Object.keys(schema.properties)).toEqual(['a', 'b', 'color', 'old_a']);
});

test('the rules of a place stand before those of its message, which stays as it is', () => {
  const before = structuredClone(printer.field('Part'));
  expect(printer.field({ is: 'Part', rules: [['has(self.b)']] })['x-kubernetes-validations']).toEqual(
    [{ rule: 'has(self.b)' }, { rule: 'has(self.a)', message: 'a is needed' }]);
  expect(printer.field('Part')).toEqual(before);
});

test('limits of a place go before those of its type, and words of Kubernetes get their prefix', () => {
  expect(printer.field({ is: 'port', minimum: 1, listType: 'map' })).toEqual(
    { 'type': 'integer', 'minimum': 1, 'x-kubernetes-list-type': 'map', 'x-kubernetes-validations': [{ rule: 'self > 0', message: 'too low' }] });
});

test('at most one of some fields: none, or one', () => {
  const required = (name: string) => ({ required: [name] });
  const one = { oneOf: [{ not: { anyOf: [required('a'), required('b')] } }, required('a'), required('b')] };
  expect(printer.field({ fields: {}, atMostOne: [['a', 'b']] })).toEqual({ type: 'object', properties: {}, ...one });
  expect(printer.field({ fields: {}, atMostOne: [['a', 'b'], ['c']] })).toEqual(
    { type: 'object', properties: {}, allOf: [one, { oneOf: [{ not: { anyOf: [required('c')] } }, required('c')] }] });
});

test('a type that nobody defines is an error', () => {
  expect(() => printer.field('Part2')).toThrow(new Error('schema/ has no type "Part2". Define it, or correct the name.'));
});
