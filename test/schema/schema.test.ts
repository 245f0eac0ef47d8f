import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundle } from '../../schema/generate';
import { fromOpenApi } from '../../schema/notation';
import { crdManifests } from '../../src/resources/crds';
import { toOpenApi } from '../../src/resources/expand';

test('the bundle is what the notation says', () => {
  expect(readFileSync(path.join(__dirname, '..', '..', 'schema', 'schema.generated.json'), 'utf8')).toBe(bundle());
});

test.each(crdManifests().map((crd) => [crd.spec.names.kind, crd.spec.versions[0].schema.openAPIV3Schema]))(
  'the schema of %s is the same after a way through the notation', (_kind, schema) => {
    expect(toOpenApi(fromOpenApi(schema))).toEqual(schema);
  });

test('descriptions are left behind, save for a field of that name', () => {
  expect(fromOpenApi({ type: 'object', description: 'theirs', properties: { description: { type: 'string', description: 'theirs' } } })).toEqual(
    { fields: { description: 'string' } });
});

test('a word of Kubernetes that the notation does not know is refused', () => {
  expect(() => fromOpenApi({ 'type': 'string', 'x-kubernetes-new-thing': true })).toThrow(new Error(
    'The release uses x-kubernetes-new-thing, which the notation does not know. Add it to EXTENSIONS in schema/notation.ts and to src/resources/expand.ts.'));
});
