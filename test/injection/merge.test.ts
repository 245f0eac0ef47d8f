import { strategicMerge } from '../../src/injection/merge';

test('maps are merged by key, and null removes one', () => {
  expect(strategicMerge({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: null, e: 4 }, d: undefined })).toEqual({ a: { b: 1, e: 4 }, d: 3 });
});

test('lists of named things are merged by name, the patch\'s order first', () => {
  const original = { env: [{ name: 'FOO', value: '1' }, { name: 'MESH', value: 'old' }, { name: 'LAST', value: '2' }] };
  const patch = { env: [{ name: 'A', value: 'a' }, { name: 'MESH', value: 'new' }, { name: 'Z', value: 'z' }] };
  expect(strategicMerge(original, patch).env.map((one: any) => [one.name, one.value])).toEqual(
    [['A', 'a'], ['FOO', '1'], ['MESH', 'new'], ['Z', 'z'], ['LAST', '2']]);
});

test('lists without a key are replaced as a whole', () => {
  expect(strategicMerge({ args: ['a', 'b'], tolerations: [{ key: 'x' }] }, { args: ['c'], tolerations: [] })).toEqual({ args: ['c'], tolerations: [] });
});

test('neither side is changed', () => {
  const original = Object.freeze({ containers: Object.freeze([Object.freeze({ name: 'a', env: Object.freeze([]) })]) });
  const patch = Object.freeze({ containers: Object.freeze([Object.freeze({ name: 'a', image: 'i' })]) });
  expect(strategicMerge(original, patch)).toEqual({ containers: [{ name: 'a', env: [], image: 'i' }] });
});
