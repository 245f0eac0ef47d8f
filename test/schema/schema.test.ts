import { bundleOf } from '../../schema/tools/bundle';
import { generatedFiles, staleFiles } from '../../schema/tools/generate';
import { fromOpenApi } from '../../schema/tools/inline';
import { readSchema, schemaOf } from '../../schema/tools/source';

const schema = readSchema();
const names = [...Object.keys(schema.kinds), ...Object.keys(schema.messages), ...Object.keys(schema.enums)];

test('generated files are what the notation says', () => {
  expect(staleFiles(generatedFiles())).toEqual([]);
});

test('generating twice gives the same bytes', () => {
  expect(generatedFiles()).toEqual(generatedFiles());
});

test('every name is unique and has at most 40 characters', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.length > 40)).toEqual([]);
});

test('a name that stands for two things is refused', () => {
  const message = { proto: 'a', fields: {} };
  expect(() => schemaOf({ 'net/a': { messages: { Port: message } }, 'net/b': { messages: { Port: message } } }, {})).toThrow(new Error(
    'schema/: the name Port stands in net/a.yaml and in net/b.yaml. Give one of them another name.'));
});

test('a name that is too long is refused', () => {
  const name = `Port${'t'.repeat(37)}`;
  expect(() => schemaOf({ 'net/a': { messages: { [name]: { proto: 'a', fields: {} } } } }, {})).toThrow(new Error(
    `schema/net/a.yaml: the name ${name} has 41 characters. Give it one of at most 40.`));
});

test('every type that is named is defined', () => {
  const known = new Set([...names, ...Object.keys(schema.scalars), 'string', 'integer', 'number', 'boolean', 'object', 'int-or-string']);
  const named = JSON.stringify(bundleOf(schema).messages, (key, value) => (['rules', 'required', 'atMostOne', 'aliases'].includes(key) && Array.isArray(value) ? undefined : value));
  const types = [...named.matchAll(/"(?:is|list|map)":"([^"]+)"/g)].map(([, type]) => type.replace(/[[\]{}?]+$/, ''));
  expect(types.filter((type) => !known.has(type))).toEqual([]);
});

test('messages that several kinds use are written once', () => {
  const users = (name: string) => Object.values(schema.messages).filter(({ fields }) =>
    Object.values(fields).some((field) => JSON.stringify(field).includes(`"${name}`))).length;
  expect([users('TrafficPolicy'), users('WorkloadSelector'), users('PolicyTargetReference')]).toEqual([2, 8, 6]);
});

test.each(Object.values(schema.kinds).map((kind) => [kind.kind, kind]))('%s says in a sentence what it is for', (_name, kind) => {
  expect(kind.doc).toMatch(/^[A-Z].{40,200}\.$/);
});

test('descriptions are left behind, save for a field of that name', () => {
  expect(fromOpenApi({ type: 'object', description: 'theirs', properties: { description: { type: 'string', description: 'theirs' } } })).toEqual(
    { fields: { description: 'string' } });
});

test('a word of Kubernetes that the notation does not know is refused', () => {
  expect(() => fromOpenApi({ 'type': 'string', 'x-kubernetes-new-thing': true })).toThrow(new Error(
    'The release uses x-kubernetes-new-thing, which the notation does not know. Add it to EXTENSIONS in schema/tools/inline.ts and to src/resources/expand.ts.'));
});
