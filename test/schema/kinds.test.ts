import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { newestFirst, releaseKinds } from '../../schema/tools/kinds';

let folder: string;
const at = (name: string) => path.join(folder, name);

function crd(kind: string, versions: readonly [string, string][]): string {
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.toLowerCase()}s.toys.example.com`, labels: { 'app': 'installer', 'example.com/policy': 'Direct' } },
    spec: {
      group: 'toys.example.com',
      scope: 'Namespaced',
      names: { kind },
      versions: versions.map(([name, type]) => ({ name, schema: { openAPIV3Schema: { type: 'object', description: 'theirs', properties: { spec: { type } } } } })),
    },
  });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kinds-'));
  mkdirSync(at('crds'));
  mkdirSync(at('release/kubernetes'), { recursive: true });
  writeFileSync(at('crds/toy.yaml'), `---\n${crd('Toy', [['v1alpha1', 'integer'], ['v1', 'string'], ['v1beta1', 'string']])}\n---\nkind: Other\n`);
  writeFileSync(at('crds/game.yml'), crd('Game', [['v1', 'string']]));
  writeFileSync(at('crds/README.md'), 'no YAML: at: all');
  writeFileSync(at('release/kubernetes/toy.yaml'), crd('Toy', [['v1', 'string']]));
  writeFileSync(at('broken.yaml'), 'a: [1');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the kinds of a folder are those of its YAML files; a version that looks otherwise than the newest has a schema of its own', () => {
  const { 'toys.toys.example.com': toy, ...others } = releaseKinds(at('crds'));
  expect(Object.keys(others)).toEqual(['games.toys.example.com']);
  expect([toy.schema, toy.schemas]).toEqual([{ fields: { spec: 'string' } }, { v1alpha1: { fields: { spec: 'integer' } } }]);
  expect(toy.versions).toEqual([{ name: 'v1alpha1' }, { name: 'v1' }, { name: 'v1beta1' }]);
});

test('labels of an installer are left behind, and those of the API kept', () => {
  expect(releaseKinds(at('crds/game.yml'))['games.toys.example.com'].labels).toEqual({ 'example.com/policy': 'Direct' });
});

test('a module leaves out what Istio does not read', () => {
  expect(Object.keys(releaseKinds(at('crds'), { leftOut: ['games.toys.example.com'] }))).toEqual(['toys.toys.example.com']);
});

test('the newest and stablest version is the first', () => {
  const names = ['v1alpha3', 'v1beta1', 'v1', 'v2alpha1', 'v1alpha2', 'v2'];
  expect(newestFirst(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual(['v2', 'v1', 'v1beta1', 'v2alpha1', 'v1alpha3', 'v1alpha2']);
});

test.each([
  ['nowhere', () => `There is no file or folder "${at('nowhere')}". Give the file or the folder with the CRDs of a release.`],
  ['release', () => `There are no CustomResourceDefinitions in "${at('release')}". Those of this release are in "${at('release/kubernetes')}".`],
  ['crds/README.md', () => `"${at('crds/README.md')}" is no YAML: Nested mappings are not allowed in compact mappings at line 1, column 10:. Give the CRDs of a release.`],
])('%s is a wrong place', (place, message) => {
  expect(() => releaseKinds(at(place))).toThrow(new Error(message()));
});

test('a file that cannot be read is named', () => {
  expect(() => releaseKinds(at('broken.yaml'))).toThrow(/^".*broken\.yaml" is no YAML: .*\. Give the CRDs of a release\.$/);
});
