import { execFileSync } from 'node:child_process';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** The files that are read when a program runs on the compiled library, from the root of the repository; `npm test` compiles first. */
function loadedBy(program: string): string[] {
  const script = `${program}; console.log(JSON.stringify(Object.keys(require.cache)))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })).map((file: string) => path.relative(ROOT, file));
}

const loaded = loadedBy('const { Mesh, VirtualService } = require("./lib"); Mesh, VirtualService');

test('loading the library loads nothing of it until a name is used', () => {
  expect(loadedBy('require("./lib")')).toEqual(['lib/index.js']);
});

test('the names of the mesh and of its kinds load none of what checks, reads or installs objects', () => {
  expect(loaded).toContain('lib/resources/virtual-service.generated.js');
  const heavy = /^lib\/(yaml|cli|install\/.*\/|injection\/model|resources\/(validation|crds|expand|bundle|from-manifest|unknown-fields))/;
  // These say when the others are to be loaded; the last one merges maps, and needs nothing.
  const light = [
    'lib/resources/validation/at-synthesis.js', 'lib/resources/validation/manifest-validator.js', 'lib/yaml/library.js', 'lib/yaml/on-demand.js',
    'lib/install/values/tree.js',
  ];
  expect(loaded.filter((file) => heavy.test(file) && !light.includes(file))).toEqual([]);
});

test('no package is loaded beside cdk8s and constructs', () => {
  const packages = loaded.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual(['cdk8s', 'constructs']);
});
