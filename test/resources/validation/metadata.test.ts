import { formatFinding } from '../../../src/resources/validation';
import { checkMetadata } from '../../../src/resources/validation/metadata';
import { Walk } from '../../../src/resources/validation/walk';

function said(metadata: unknown): string[] {
  const walk = new Walk();
  checkMetadata(metadata, walk);
  return walk.structure.all.map(formatFinding);
}

test.each([
  { name: 'a' }, { name: 'a.b-c', namespace: 'shop' }, { generateName: 'a-' }, { name: 'a', labels: { 'app': 'x', 'example.com/a_b': '' }, annotations: { 'A.b/C': ' any text ' } },
  { name: 'a', labels: null, annotations: { a: null } }, { name: 'a', finalizers: ['example.com/x'] }, { name: '0'.repeat(253) },
  { name: 'a', creationTimestamp: '2026-01-31T12:00:00Z', generation: 1, uid: 'x', resourceVersion: '1', managedFields: [] },
  { name: 'a', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' }] },
])('%j is taken', (metadata) => {
  expect(said(metadata)).toEqual([]);
});

const NAME = 'Use lower-case letters, digits, dashes and dots, at most 253, with a letter or a digit at both ends.';
const KEY = 'Use at most 63 letters, digits, dashes, underscores and dots, after a domain and a slash where it has one.';

test.each<[unknown, string[]]>([
  [undefined, ['metadata.name: the object has no name. Add metadata.name.']],
  [{}, ['metadata.name: the object has no name. Add metadata.name.']],
  ['x', ['metadata: "x" stands where the metadata of the object is expected. Write a map with a name.']],
  [{ name: 'Web' }, [`metadata.name: "Web" is not a name that an object may have. ${NAME}`]],
  [{ name: 'a_b' }, [`metadata.name: "a_b" is not a name that an object may have. ${NAME}`]],
  [{ name: '0'.repeat(254) }, [`metadata.name: "${'0'.repeat(76)}... is not a name that an object may have. ${NAME}`]],
  [{ name: 5 }, ['metadata.name: 5 stands where a string is expected. Put it in quotes: "5".']],
  [{ generateName: 'A-' }, ['metadata.generateName: "A-" is not the beginning of a name. Use lower-case letters, digits and dashes.']],
  [{ name: 'a', namespace: 'a.b' }, ['metadata.namespace: "a.b" is not the name of a namespace. Use at most 63 lower-case letters, digits and dashes, with a letter or a digit at both ends.']],
  [{ name: 'a', labels: { app: 5 } }, ['metadata.labels.app: 5 stands where a string is expected. Put it in quotes: "5".']],
  [{ name: 'a', labels: ['x'] }, ['metadata.labels: ["x"] stands where a map is expected. Write a map.']],
  [{ name: 'a', labels: { 'a b': 'x' } }, [`metadata.labels["a b"]: "a b" is not a key. ${KEY}`]],
  [{ name: 'a', labels: { app: 'x y' } },
    ['metadata.labels.app: "x y" is not the value of a label. Use at most 63 letters, digits, dashes, underscores and dots, with a letter or a digit at both ends.']],
  [{ name: 'a', annotations: { 'a/b/c': '' } }, [`metadata.annotations["a/b/c"]: "a/b/c" is not a key. ${KEY}`]],
  [{ name: 'a', annotations: { a: 'x'.repeat(256 * 1024) } }, ['metadata.annotations: the annotations have 262145 bytes, and may have 262144. Shorten them.']],
  [{ name: 'a', finalizers: ['-'] }, [`metadata.finalizers[0]: "-" is not a key. ${KEY}`]],
  [{ name: 'a', finalizers: 'x' }, ['metadata.finalizers: "x" stands where a list of strings is expected. Write a list of strings.']],
  [{ name: 'a', lables: {} }, ['metadata.lables: there is no field "lables" in the metadata of an object. Write labels.']],
  [{ name: 'a', generation: 'x' }, ['metadata.generation: "x" stands where a whole number is expected. Write a whole number.']],
  [{ name: 'a', creationTimestamp: 'now' }, ['metadata.creationTimestamp: "now" stands where a point in time is expected. Write a point in time.']],
  [{ name: 'a', ownerReferences: [{ name: 'x' }] }, [
    'metadata.ownerReferences: [{"name":"x"}] stands where a list of owners, each with apiVersion, kind, name and uid is expected. Write a list of owners, each with apiVersion, kind, name and uid.',
  ]],
])('Of %j something is said', (metadata, expected) => {
  expect(said(metadata)).toEqual(expected);
});
