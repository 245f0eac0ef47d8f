import * as fc from 'fast-check';
import { kubernetesFields } from '../../src/reference/kubernetes-types';
import { strategicMerge } from '../../src/reference/strategic-merge';

test('maps are merged by key, and null removes one', () => {
  expect(strategicMerge({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: null, e: 4 }, d: undefined }, 'PodSpec')).toEqual({ a: { b: 1, e: 4 }, d: 3 });
});

test('lists of named things are merged by name, the patch\'s order first', () => {
  const original = { env: [{ name: 'FOO', value: '1' }, { name: 'MESH', value: 'old' }, { name: 'LAST', value: '2' }] };
  const patch = { env: [{ name: 'A', value: 'a' }, { name: 'MESH', value: 'new' }, { name: 'Z', value: 'z' }] };
  expect(strategicMerge(original, patch, 'Container').env.map((one: any) => [one.name, one.value])).toEqual(
    [['A', 'a'], ['FOO', '1'], ['MESH', 'new'], ['Z', 'z'], ['LAST', '2']]);
});

test('lists without a key are replaced as a whole', () => {
  expect(strategicMerge({ tolerations: [{ key: 'x' }], schedulingGates: [] }, { tolerations: [] }, 'PodSpec')).toEqual({ tolerations: [], schedulingGates: [] });
});

test('a list of the same name is merged by another field in another type', () => {
  const [original, patch] = [{ ports: [{ name: 'a', port: 80, containerPort: 80 }] }, { ports: [{ name: 'b', port: 80, containerPort: 81 }] }];
  expect(strategicMerge(original, patch, 'ServiceSpec')).toEqual({ ports: [{ name: 'b', port: 80, containerPort: 81 }] });
  expect(strategicMerge(original, patch, 'Container')).toEqual({ ports: [...patch.ports, ...original.ports] });
});

test('the selector of a disruption budget is replaced as a whole', () => {
  const [original, patch] = [{ selector: { matchLabels: { a: 'b' } } }, { selector: { matchLabels: { c: 'd' } } }];
  expect(strategicMerge(original, patch, 'PodDisruptionBudgetSpec')).toEqual(patch);
  expect(strategicMerge(original, patch, 'DeploymentSpec')).toEqual({ selector: { matchLabels: { a: 'b', c: 'd' } } });
});

test('a list of scalars that is merged holds each once', () => {
  expect(strategicMerge({ finalizers: ['a', 'b'] }, { finalizers: ['c', 'a'] }, 'ObjectMeta')).toEqual({ finalizers: ['c', 'a', 'b'] });
});

test('an item that the patch has twice is merged with itself', () => {
  const patch = { env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] };
  expect(strategicMerge({ env: [] }, patch, 'Container')).toEqual({ env: [{ name: 'A', value: '2' }] });
});

test('of two items of the original with the same key, the patch changes the first and keeps the second', () => {
  const original = { ports: [{ port: 53, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }] };
  expect(strategicMerge(original, { ports: [{ port: 53, name: 'dns' }] }, 'ServiceSpec')).toEqual(
    { ports: [{ port: 53, protocol: 'TCP', name: 'dns' }, { port: 53, protocol: 'UDP' }] });
});

test('items that share a key come together, where the first of them stood', () => {
  const original = { ports: [{ port: 53, protocol: 'TCP' }, { port: 80 }, { port: 53, protocol: 'UDP' }] };
  expect(strategicMerge(original, { ports: [{ port: 443 }] }, 'ServiceSpec')).toEqual(
    { ports: [{ port: 443 }, { port: 53, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }, { port: 80 }] });
});

test('an empty list leaves a list that is merged as it is', () => {
  expect(strategicMerge({ ports: [{ port: 80 }] }, { ports: [] }, 'ServiceSpec')).toEqual({ ports: [{ port: 80 }] });
});

test('nulls of what is new are left out, in a list that is replaced they stay', () => {
  expect(strategicMerge({}, { affinity: { podAffinity: null, nodeAffinity: {} } }, 'PodSpec')).toEqual({ affinity: { nodeAffinity: {} } });
  expect(strategicMerge({ tolerations: [] }, { tolerations: [{ key: null }] }, 'PodSpec')).toEqual({ tolerations: [{ key: null }] });
});

test('nulls of a new item stay, unless the result is read as its type', () => {
  const patch = { env: [{ name: 'A', value: null }] };
  expect(strategicMerge({ env: [] }, patch, 'Container')).toEqual(patch);
  expect(strategicMerge({ env: [] }, patch, 'Container', true)).toEqual({ env: [{ name: 'A' }] });
});

test('what is of another form is replaced', () => {
  expect(strategicMerge({ a: { b: 1 }, c: null }, { a: 'text', c: { d: null } }, 'PodSpec')).toEqual({ a: 'text', c: {} });
});

test('a map may be replaced or emptied by a directive', () => {
  expect(strategicMerge({ nodeSelector: { a: 'b' } }, { nodeSelector: { $patch: 'replace', c: 'd' } }, 'PodSpec')).toEqual({ nodeSelector: { c: 'd' } });
  expect(strategicMerge({ nodeSelector: { a: 'b' } }, { nodeSelector: { $patch: 'delete' } }, 'PodSpec')).toEqual({ nodeSelector: {} });
  expect(strategicMerge({}, { nodeSelector: { $patch: 'replace', c: 'd' } }, 'PodSpec')).toEqual({});
});

test('an item of a list may be taken out, or the list replaced, by a directive', () => {
  const original = { env: [{ name: 'A' }, { name: 'B' }] };
  expect(strategicMerge(original, { env: [{ name: 'A', $patch: 'delete' }] }, 'Container')).toEqual({ env: [{ name: 'B' }] });
  expect(strategicMerge(original, { env: [{ $patch: 'replace' }, { name: 'C' }] }, 'Container')).toEqual({ env: [{ name: 'C' }] });
});

test('of a map, only the keys are left that the patch retains', () => {
  expect(strategicMerge({ type: 'RollingUpdate', rollingUpdate: {} }, { $retainKeys: ['type'], type: 'Recreate' }, 'DeploymentStrategy')).toEqual({ type: 'Recreate' });
  expect(() => strategicMerge({}, { $retainKeys: ['type'], rollingUpdate: {} }, 'DeploymentStrategy')).toThrow(
    'A patch sets "rollingUpdate", and its "$retainKeys" does not list it. Add it there.');
});

test('scalars are taken out of a list by a directive', () => {
  expect(strategicMerge({ finalizers: ['a', 'b'] }, { '$deleteFromPrimitiveList/finalizers': ['a'] }, 'ObjectMeta')).toEqual({ finalizers: ['b'] });
});

test('an item without the field that tells it apart is refused', () => {
  expect(() => strategicMerge({ env: [{ name: 'A' }] }, { env: [{ value: 'x' }] }, 'Container')).toThrow(
    'In the list "env" of a patch, or of what it is laid over, {"value":"x"} has no "name", by which items are told apart. Give each item its name.');
});

test('a directive that means nothing is refused', () => {
  expect(() => strategicMerge({}, { $patch: 'merge' }, 'PodSpec')).toThrow(
    'A patch has "$patch": "merge", which means nothing. Write "replace" or "delete", or leave it out to merge.');
  expect(() => strategicMerge({}, { '$setElementOrder/env': 'a' }, 'Container')).toThrow(
    'A patch has "$setElementOrder/env": "a", which is no list. Write the items in their order.');
});

test('keys that every object has are keys like others', () => {
  const merged = strategicMerge({ nodeSelector: {} }, { nodeSelector: JSON.parse('{"__proto__": "a", "valueOf": "b"}') }, 'PodSpec');
  expect(Object.entries(merged.nodeSelector)).toEqual([['__proto__', 'a'], ['valueOf', 'b']]);
});

test('neither side is changed', () => {
  const original = Object.freeze({ containers: Object.freeze([Object.freeze({ name: 'a', env: Object.freeze([]) })]) });
  const patch = Object.freeze({ containers: Object.freeze([Object.freeze({ name: 'a', image: 'i' })]) });
  expect(strategicMerge(original, patch, 'PodSpec')).toEqual({ containers: [{ name: 'a', env: [], image: 'i' }] });
});

const envs = fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'E'), value: fc.string() }), { selector: ({ name }) => name });

test('a patch laid over its own result changes nothing', () => {
  fc.assert(fc.property(envs, envs, (original, env) => {
    const once = strategicMerge({ env: original }, { env }, 'Container');
    expect(strategicMerge(once, { env }, 'Container')).toEqual(once);
  }));
});

test('the types of Kubernetes say what is in a field', () => {
  expect(kubernetesFields('Container')?.get('env')).toEqual({ type: 'EnvVar', form: 'list', mergeKey: 'name' });
  expect(kubernetesFields('PodSpec')?.get('tolerations')).toEqual({ type: 'Toleration', form: 'list' });
  expect(kubernetesFields('ResourceRequirements')?.get('limits')).toEqual({ type: 'quantity', form: 'map' });
  expect(kubernetesFields('ObjectMeta')?.get('finalizers')).toEqual({ type: 'string', form: 'list', mergeKey: '' });
  expect(kubernetesFields('valueOf')).toBeUndefined();
});

test('a patch may say the order of a list; what it does not name comes where it stood', () => {
  const original = { env: ['A', 'B', 'C', 'D'].map((name) => ({ name })) };
  const patch = { 'env': [{ name: 'E' }], '$setElementOrder/env': [{ name: 'D' }, { name: 'E' }, { name: 'B' }] };
  expect(strategicMerge(original, patch, 'Container').env.map(({ name }: { name: string }) => name)).toEqual(['A', 'C', 'D', 'E', 'B']);
});
