import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { documentedMethods, programOf } from './doc-examples';
import { compilerErrors, runProgram } from './documents';

const methods = documentedMethods();
const examples = methods.flatMap(({ place, examples: all }) => all.map((example, at) => ({ title: all.length > 1 ? `${place} (${at + 1})` : place, example })));

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'examples-')); });
beforeEach(() => { jest.spyOn(console, 'log').mockImplementation(); });
afterAll(() => rmSync(folder, { recursive: true }));

test('the methods of the intent are found', () => {
  expect(methods.map(({ place }) => place)).toEqual(expect.arrayContaining(['Mesh.addNamespace', 'MeshService.calls', 'ServiceVersion.weight', 'HttpFault.delay', 'EdgeGateway.expose']));
});

test('each method of the intent has an example', () => {
  expect(methods.filter((method) => method.examples.length === 0).map(({ place }) => place)).toEqual([]);
});

test('the examples of doc comments compile', () => {
  expect(compilerErrors(Object.fromEntries(examples.map(({ title, example }) => [title, programOf(example)])))).toEqual([]);
});

test.each(examples)('the example of $title synthesizes', ({ example }) => {
  expect(() => runProgram(programOf(example), folder)).not.toThrow();
});
