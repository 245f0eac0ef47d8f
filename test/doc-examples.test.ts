import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { claimsOf, claimTitle, isShown, writingSentences, writtenObjects } from './doc-claims';
import { documentedInterfaces, DocumentedMember, documentedMethods, silentMembers } from './doc-comments';
import { programOf } from './doc-examples';
import { compilerErrors, runProgram } from './documents';

const methods = documentedMethods();
const interfaces = documentedInterfaces();
const examples = [...methods, ...interfaces.map(({ name, examples: shown }) => ({ place: name, examples: shown }))]
  .flatMap(({ place, examples: all }) => all.map((example, at) => ({ title: all.length > 1 ? `${place} (${at + 1})` : place, example })));

/** What throws by names, and never does: their arguments are fixed. */
const NEVER_THROWS = ['MeshService.httpRoutesFor', 'ReleaseGate.pause', 'ReleaseGate.approval', 'GatewayTls.passthrough', 'GatewayTls.istioMutual'];

/** Claims that examples cannot show, by their beginning: what stands before the examples has written the same. */
const WRITTEN_BEFORE: Readonly<Record<string, RegExp>> = { 'Mesh.constructor': /^(PeerAuthentication|AuthorizationPolicy|Sidecar)/ };

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'examples-')); });
beforeEach(() => { jest.spyOn(console, 'log').mockImplementation(); });
afterAll(() => rmSync(folder, { recursive: true }));

/** The objects that an example writes with what stands before it. */
function written(example: string): any[] {
  const out = path.join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  runProgram(programOf(example), out);
  return writtenObjects(out);
}

function places(members: readonly DocumentedMember[]): string[] {
  return members.map(({ place }) => place);
}

test('the methods of the intent are found: also constructors, factories and those of interfaces', () => {
  expect(places(methods)).toEqual(expect.arrayContaining([
    'Mesh.constructor', 'Mesh.addNamespace', 'MeshService.calls', 'ServiceVersion.weight', 'HttpFault.delay', 'EdgeGateway.expose',
  ]));
  expect(interfaces.map(({ name }) => name)).toEqual(expect.arrayContaining(['ICallable', 'IExposable']));
});

describe('a doc comment', () => {
  test('stands at each public member', () => {
    expect(silentMembers()).toEqual([]);
  });

  test('of a method has an example, and one alone, since jsii keeps no more', () => {
    expect(places(methods.filter((method) => method.examples.length !== 1))).toEqual([]);
  });

  test('of an interface that users implement has an example with all its methods', () => {
    expect(interfaces.filter((one) => !one.methods.every((name) => one.examples.join('\n').includes(`${name}(`))).map(({ name }) => name)).toEqual([]);
  });

  test('of a method that throws, or calls what throws, names its errors', () => {
    expect(places(methods.filter(({ canThrow, errors }) => canThrow && errors.length === 0))).toEqual(NEVER_THROWS);
  });

  test('names each error in a line: "if" it is so, or those of another method', () => {
    expect(methods.flatMap(({ place, errors }) => errors.filter((error) => !/^(if|whatever|the errors of) /.test(error)).map((error) => `${place}: ${error}`))).toEqual([]);
  });

  test('of a method that does not only tell something says what it writes', () => {
    expect(places(methods.filter(({ onlyTells, text }) => !onlyTells && writingSentences(text).length === 0))).toEqual([]);
  });
});

test('the examples of doc comments compile', () => {
  expect(compilerErrors(Object.fromEntries(examples.map(({ title, example }) => [title, programOf(example)])))).toEqual([]);
});

describe('the examples', () => {
  let before: any[];
  beforeAll(() => { before = written(''); });

  test.each(methods)('of $place synthesize, and show what its doc comment says that it writes', ({ place, text, examples: all }) => {
    const objects = all.map(written);
    const missing = claimsOf(text).filter((claim) => !objects.some((some) => isShown(claim, some, before)));
    expect(missing.map(claimTitle).filter((title) => !WRITTEN_BEFORE[place]?.test(title))).toEqual([]);
  });

  test.each(interfaces)('of $name synthesize', ({ examples: all }) => {
    expect(() => all.map(written)).not.toThrow();
  });
});
