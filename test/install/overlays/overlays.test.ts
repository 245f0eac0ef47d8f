import * as fc from 'fast-check';
import { objectsOf, ofKind } from './fixtures';
import { applyK8s } from '../../../src/install/overlays';
import { JsonObject } from '../../../src/reference/json';

const OBJECTS = objectsOf('istiod', 'discovery');
const BEFORE = ofKind('Deployment', OBJECTS).spec;
const CONTAINERS = 'spec.template.spec.containers';

type Patch = [path: string, value?: unknown];

/** What patches of the Deployment make of its spec, and what is warned of. */
function deployment(...patches: Patch[]): { readonly spec: JsonObject; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const overlays = [{ kind: 'Deployment', name: 'istiod', patches: patches.map(([path, value]) => ({ path, value })) }];
  return { spec: ofKind('Deployment', applyK8s({ component: 'Pilot' }, { overlays }, OBJECTS, (warning) => warnings.push(warning))).spec, warnings };
}

/** What they make of its container. */
function container(...patches: Patch[]): JsonObject {
  return deployment(...patches).spec.template.spec.containers[0];
}

test('a value is written at a path, with or without a dot before the brackets', () => {
  expect(container([`${CONTAINERS}.[name:discovery].image`, 'a']).image).toBe('a');
  expect(container([`${CONTAINERS}[name:discovery].image`, 'b']).image).toBe('b');
  expect(container([`.${CONTAINERS}[0].image.`, 'c']).image).toBe('c');
});

test('values keep their types', () => {
  expect(deployment(['spec.replicas', 3], ['spec.paused', false], ['spec.text', '3'], ['spec.list', [1, { a: null }]]).spec)
    .toMatchObject({ replicas: 3, paused: false, text: '3', list: [1, { a: null }] });
});

test('a dot within a key is escaped', () => {
  expect(deployment(['spec.template.metadata.annotations.example\\.com/x', 'y']).spec.template.metadata.annotations).toEqual({ 'a': 'b', 'example.com/x': 'y' });
});

test('what is missing on the way is made', () => {
  expect(deployment(['spec.template.spec.a.b.c', 1]).spec.template.spec.a).toEqual({ b: { c: 1 } });
});

test('a position behind the last, or -1, appends', () => {
  expect(container([`${CONTAINERS}.[0].args.[-1]`, 'x'], [`${CONTAINERS}.[0].args.[7]`, 'y']).args).toEqual(['discovery', '--log', 'x', 'y']);
  expect(container([`${CONTAINERS}.[0].env.[-1].name`, 'B']).env).toEqual([{ name: 'A', value: '1' }, { name: 'B' }]);
});

test('an item of a list of texts is found by an expression, anywhere in it', () => {
  expect(container([`${CONTAINERS}.[0].args.[:^--]`, '--new']).args).toEqual(['discovery', '--new']);
  expect(container([`${CONTAINERS}.[0].args.[disc]`, 'x']).args).toEqual(['x', '--log']);
});

test('no value, or null, takes away a field or an item', () => {
  expect(container([`${CONTAINERS}.[0].args`]).args).toBeUndefined();
  expect(container([`${CONTAINERS}.[0].args.[0]`, null]).args).toEqual(['--log']);
  expect(container([`${CONTAINERS}.[0].env.[name:A]`]).env).toEqual([]);
});

test('patches see what earlier ones did', () => {
  expect(container([`${CONTAINERS}.[0].env.[name:A].value`, '2'], [`${CONTAINERS}.[0].env.[value:2].name`, 'B']).env).toEqual([{ name: 'B', value: '2' }]);
});

test('a text that reads as a map in YAML becomes one, in JSON it stays text', () => {
  expect(deployment(['spec.a', 'x: 1\nz: [yes]'], ['spec.b', '{"x": 1}'], ['spec.c', 'x:1'], ['spec.d', 'null: x']).spec)
    .toMatchObject({ a: { x: 1, z: [true] }, b: '{"x": 1}', c: 'x:1', d: 'null: x' });
});

test('in a map that a patch brought, a list gets one more item', () => {
  expect(deployment(['spec.a', { list: [1] }], ['spec.a.list', 2], ['spec.a.list', [3]]).spec.a).toEqual({ list: [1, 2, [3]] });
});

test('in a map that a patch brought, a text that reads as a map replaces its key', () => {
  expect(deployment(['spec.a', { b: 1, c: 2 }], ['spec.a.b', 'd: 3']).spec.a).toEqual({ c: 2, d: 3 });
});

test('a text of several keys is refused there, since the installer keeps any one of them', () => {
  expect(() => deployment(['spec.a', { b: 1 }], ['spec.a.b', 'c: 1\nd: 2'])).toThrow(
    'The patch of "spec.a.b" in the overlay of Deployment "istiod" cannot be applied: its value reads as a map with the keys c, d, '
    + 'of which Istio\'s installer keeps any one. Give one of them, or a map in place of text.');
});

test('an item that does not exist cannot be taken away', () => {
  expect(() => deployment([`${CONTAINERS}.[0].args.[-1]`])).toThrow(
    `The patch of "${CONTAINERS}.[0].args.[-1]" in the overlay of Deployment "istiod" cannot be applied: `
    + 'there is no item 2 to take away. Name one that exists, or leave the patch out.');
});

test('a patch whose path leads nowhere has no effect, and a warning says so', () => {
  const { spec, warnings } = deployment([`${CONTAINERS}.[name:other].image`, 'x'], [`${CONTAINERS}.[0].args.[0].x`, 1], [`${CONTAINERS}.name`, 1], ['', 1]);
  expect(spec).toEqual(BEFORE);
  expect(warnings).toEqual([
    `The patch of "${CONTAINERS}.[name:other].image" in the overlay of Deployment "istiod" has no effect: no item of the list is "[name:other]".`,
    `The patch of "${CONTAINERS}.[0].args.[0].x" in the overlay of Deployment "istiod" has no effect: there is "discovery", which has nothing at "x".`,
    `The patch of "${CONTAINERS}.name" in the overlay of Deployment "istiod" has no effect: `
    + '"name" is no item such as "[name:discovery]" and no position such as "[0]".',
    'The patch of "" in the overlay of Deployment "istiod" has no effect: the path is empty.',
  ]);
});

test('an overlay of an object that is not there has no effect, and a warning says so', () => {
  const warnings: string[] = [];
  const overlays = [{ apiVersion: 'v1', kind: 'Role', name: 'istiod', patches: [{ path: 'rules', value: [] }] }];
  expect(applyK8s({ component: 'Pilot' }, { overlays }, OBJECTS, (warning) => warnings.push(warning))).toEqual(OBJECTS);
  expect(warnings).toEqual(['The overlay of Role "istiod" has no effect: the component has no such object.']);
});

test('an overlay finds its object by kind and name, whatever API version it says', () => {
  const overlays = [{ apiVersion: 'extensions/v1beta1', kind: 'Service', name: 'istiod', patches: [{ path: 'spec.type', value: 'NodePort' }] }];
  expect(ofKind('Service', applyK8s({ component: 'Pilot' }, { overlays }, OBJECTS)).spec.type).toBe('NodePort');
});

test('fields come first, so that overlays win', () => {
  const overlays = [{ kind: 'Deployment', name: 'istiod', patches: [{ path: 'spec.replicas', value: 7 }] }];
  expect(ofKind('Deployment', applyK8s({ component: 'Pilot' }, { replicaCount: 2, overlays }, OBJECTS)).spec.replicas).toBe(7);
});

test('an overlay must leave a kind, and an API version that is one', () => {
  expect(() => deployment(['kind'])).toThrow('The overlay of Deployment "istiod" leaves an object without a kind. Leave its kind as it is.');
  expect(() => deployment(['apiVersion', 'a/b/c'])).toThrow(
    'The overlay of Deployment "istiod" leaves an object of the API version "a/b/c". Write a group and a version, such as "apps/v1".');
});

test('keys that every object has are keys like others', () => {
  const { spec, warnings } = deployment(['spec.__proto__.polluted', 1], ['spec.valueOf', 2], ['spec.template.spec.constructor']);
  expect(Object.entries(spec).filter(([key]) => ['__proto__', 'valueOf'].includes(key))).toEqual([['__proto__', { polluted: 1 }], ['valueOf', 2]]);
  expect([warnings, ({} as JsonObject).polluted]).toEqual([[], undefined]);
});

test('a field that was written is found again, and taken away again', () => {
  const key = fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,8}$/);
  fc.assert(fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.integer(), (keys, value) => {
    const path = ['spec', 'new', ...keys].join('.');
    const written = deployment([path, value]);
    expect(keys.reduce((node, one) => node[one], written.spec.new)).toBe(value);
    expect(deployment([path, value], ['spec.new']).spec).toEqual(BEFORE);
  }));
});
