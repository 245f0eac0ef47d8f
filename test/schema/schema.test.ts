import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { compareKinds, formatDifference } from '../../schema/compare';
import { bundle } from '../../schema/generate';
import { ownKinds } from '../../schema/kinds';
import { fromOpenApi } from '../../schema/notation';
import { crdManifests } from '../../src/resources/crds';
import { toOpenApi } from '../../src/resources/expand';

test('the bundle is what the notation says', () => {
  expect(readFileSync(path.join(__dirname, '..', '..', 'schema', 'schema.generated.json'), 'utf8')).toBe(bundle());
});

test.each(crdManifests().map((crd) => [crd.spec.names.kind, crd.spec.versions[0].schema.openAPIV3Schema]))(
  'the schema of %s is the same after a way through the notation', (_kind, { description, ...schema }) => {
    expect(description).toMatch(/^[A-Z].{40,200}\.$/);
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

describe('beside another release', () => {
  const own = ownKinds();

  test('nothing differs from itself, in whatever order its sets are', () => {
    const release = structuredClone(own);
    (release['peerauthentications.security.istio.io'].schema as any).fields.spec.fields.mtls.fields.mode.enum.reverse();
    expect(compareKinds(own, release)).toEqual([]);
  });

  test('kinds, fields, words and limits are listed that are lacking, too many or different', () => {
    const release = structuredClone(own);
    delete release['wasmplugins.extensions.istio.io'];
    const { fields } = (release['peerauthentications.security.istio.io'].schema as any).fields.spec;
    fields.mtls.fields.mode.enum = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT', 'STRICTER'];
    fields.news = 'string';
    delete fields.portLevelMtls;
    (release['sidecars.networking.istio.io'].schema as any).fields.spec.fields.egress.list.fields.hosts.list = 'integer';
    expect(compareKinds(own, release).map(formatDifference).map((line) => line.slice(0, 90))).toEqual([
      '+ peerauthentications.security.istio.io.spec.mtls.mode.enum: "STRICTER"',
      '+ peerauthentications.security.istio.io.spec.news: "string"',
      '- peerauthentications.security.istio.io.spec.portLevelMtls: {"map":{"fields":{"mode":{"is"',
      '~ sidecars.networking.istio.io.spec.egress[].hosts[]: "string" -> "integer"',
      '- wasmplugins.extensions.istio.io: {"doc":"WebAssembly extensions of proxies, with their i',
    ]);
  });
});
