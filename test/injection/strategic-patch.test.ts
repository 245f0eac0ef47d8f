import { GATEWAY_OBJECT_RULES, POD_RULES, strategicPatch } from '../../src/injection/strategic-patch';
import { JsonObject } from '../../src/reference/json';

const pod = (containers: JsonObject[]): JsonObject => ({ spec: { containers } });
const patchedPod = (before: JsonObject[], patch: JsonObject[]): JsonObject[] => strategicPatch(pod(before), pod(patch), POD_RULES).spec.containers;

test('containers are merged by name, in the order of the patch', () => {
  expect(patchedPod([{ name: 'a', image: '1' }, { name: 'b' }], [{ name: 'b', image: '2' }, { name: 'c' }])).toEqual([
    { name: 'a', image: '1' }, { name: 'b', image: '2' }, { name: 'c' },
  ]);
});

test('an item can be deleted, and a list replaced', () => {
  expect(patchedPod([{ name: 'a' }, { name: 'b' }], [{ name: 'a', $patch: 'delete' }])).toEqual([{ name: 'b' }]);
  expect(patchedPod([{ name: 'a' }, { name: 'b' }], [{ $patch: 'replace' }, { name: 'c' }])).toEqual([{ name: 'c' }]);
});

test('two ports with one number stay two', () => {
  const ports = [{ port: 443, protocol: 'TCP', name: 'https' }, { port: 443, protocol: 'UDP', name: 'quic' }];
  const patch = { spec: { ports: [{ port: 443, nodePort: 30443 }] } };
  expect(strategicPatch({ spec: { ports } }, patch, GATEWAY_OBJECT_RULES.Service).spec.ports).toEqual([
    { port: 443, protocol: 'TCP', name: 'https', nodePort: 30443 }, { port: 443, protocol: 'UDP', name: 'quic' },
  ]);
});

test('lists without a key are replaced', () => {
  const rules = GATEWAY_OBJECT_RULES.Deployment;
  const at = (tolerations: JsonObject[]): JsonObject => ({ spec: { template: { spec: { tolerations } } } });
  expect(strategicPatch(at([{ key: 'a' }]), at([{ key: 'b' }]), rules)).toEqual(at([{ key: 'b' }]));
});

test('null removes a field, and leaves no trace where there was none', () => {
  expect(strategicPatch({ spec: { a: 1, b: 2 } }, { spec: { a: null, c: null, d: { e: null, f: 1 } } }, {})).toEqual({ spec: { b: 2, d: { f: 1 } } });
});

test('a map can be replaced, emptied, or cut down to some of its fields', () => {
  expect(strategicPatch({ spec: { a: 1 } }, { spec: { $patch: 'replace', b: 2 } }, {})).toEqual({ spec: { b: 2 } });
  expect(strategicPatch({ spec: { a: 1 } }, { spec: { $patch: 'delete' } }, {})).toEqual({ spec: {} });
  expect(strategicPatch({ spec: { a: 1, b: 2 } }, { spec: { $retainKeys: ['b', 'c'], c: 3 } }, {})).toEqual({ spec: { b: 2, c: 3 } });
});

test('a patch may give the order of a list', () => {
  const patch = { spec: { '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }] } };
  expect(strategicPatch(pod([{ name: 'a' }, { name: 'b' }]), patch, POD_RULES)).toEqual(pod([{ name: 'b' }, { name: 'a' }]));
});

test('values can be taken from a list of plain values, and added to one that is merged', () => {
  const before = { metadata: { finalizers: ['a', 'b'] } };
  expect(strategicPatch(before, { metadata: { '$deleteFromPrimitiveList/finalizers': ['a'] } }, POD_RULES)).toEqual({ metadata: { finalizers: ['b'] } });
  expect(strategicPatch(before, { metadata: { finalizers: ['c'] } }, POD_RULES).metadata.finalizers).toEqual(['c', 'a', 'b']);
});

test('the selector of a disruption budget is replaced as a whole', () => {
  const at = (matchLabels: JsonObject): JsonObject => ({ spec: { selector: { matchLabels } } });
  expect(strategicPatch(at({ a: '1' }), at({ b: '2' }), GATEWAY_OBJECT_RULES.PodDisruptionBudget)).toEqual(at({ b: '2' }));
});

test('what cannot be patched is named with its place', () => {
  expect(() => patchedPod([{ name: 'a' }], [{ image: '2' }])).toThrow(
    'spec.containers[0] has no "name", by which the items of this list are told apart. Add it: {"image":"2"}');
  expect(() => strategicPatch({ spec: {} }, { spec: { $patch: 'merge' } }, {})).toThrow('spec says "$patch: merge". Say "replace" or "delete" there.');
  expect(() => strategicPatch({ spec: { a: 1 } }, { spec: { $retainKeys: ['a'], b: 2 } }, {})).toThrow(
    'spec.$retainKeys lacks "b", which the patch sets beside it. Add it, or do not set it.');
});

test('keys that every JavaScript object has are keys like others', () => {
  const patch = JSON.parse('{"metadata": {"labels": {"__proto__": "x", "valueOf": "y"}}}') as JsonObject;
  expect(JSON.stringify(strategicPatch({ metadata: { labels: { a: 'b' } } }, patch, POD_RULES)))
    .toBe('{"metadata":{"labels":{"a":"b","__proto__":"x","valueOf":"y"}}}');
});
