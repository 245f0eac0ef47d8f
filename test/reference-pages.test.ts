import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';
import { blocks, runProgram } from './documents';
import { MODULES } from '../schema/tools/modules';
import { EXAMPLES, REFERENCE } from '../schema/tools/pages';
import { readSchema } from '../schema/tools/source';
import { ManifestValidator } from '../src';

const ROOT = path.join(__dirname, '..');
const PAGES = MODULES.flatMap(({ name }) => Object.entries(readSchema(name).files).flatMap(([place, { kind, group, versions }]) => {
  const file = place.split('/').pop()!;
  return kind === undefined ? [] : [{ page: name === 'istio' ? file : `${name}/${file}`, kind, apiVersion: `${group}/${versions![0].name}` }];
}));

// What a cluster says of every object of a kind.
const ALWAYS: Record<string, string[]> = {
  EnvoyFilter: ['An EnvoyFilter depends on how istiod configures Envoy, which may change with each release'],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(PAGES)('the program of $page makes a $kind of $apiVersion in which nothing is wrong', ({ page, kind, apiVersion }) => {
  runProgram(readFileSync(path.join(ROOT, EXAMPLES, `${page}.ts`), 'utf8'), folder);
  const objects: any[] = readdirSync(folder).flatMap((file) => Yaml.load(path.join(folder, file)));
  expect(objects.map((object) => ({ kind: object.kind, apiVersion: object.apiVersion }))).toEqual([{ kind, apiVersion }]);
  expect(ManifestValidator.validate(objects).map(({ problem }) => problem)).toEqual(ALWAYS[kind] ?? []);
});

test.each(PAGES)('the page $page.md shows its program', ({ page }) => {
  expect(blocks(`${REFERENCE}/${page}.md`, 'ts')).toEqual([readFileSync(path.join(ROOT, EXAMPLES, `${page}.ts`), 'utf8')]);
});

test('no program is left without a page', () => {
  const programs = readdirSync(path.join(ROOT, EXAMPLES), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(programs.sort()).toEqual(PAGES.map(({ page }) => `${page}.ts`).sort());
});
