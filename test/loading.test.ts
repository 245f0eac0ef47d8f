import { execFileSync } from 'node:child_process';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** The files that are read when the compiled library is loaded, from the root of the repository; `npm test` compiles first. */
const loaded: string[] = JSON.parse(execFileSync(
  process.execPath, ['-e', 'require("./lib"); console.log(JSON.stringify(Object.keys(require.cache)))'], { cwd: ROOT, encoding: 'utf8' },
)).map((file: string) => path.relative(ROOT, file));

test('loading the library loads its kinds, and none of what checks, reads or installs objects', () => {
  expect(loaded).toContain('lib/resources/virtual-service.generated.js');
  const heavy = /^lib\/(yaml|cli|install\/.*\/|injection\/model|resources\/(validation|crds|expand|bundle|from-manifest|unknown-fields))/;
  // These say when the others are to be loaded.
  const light = ['lib/resources/validation/at-synthesis.js', 'lib/resources/validation/manifest-validator.js'];
  expect(loaded.filter((file) => heavy.test(file) && !light.includes(file))).toEqual([]);
});

test('no package is loaded beside cdk8s and constructs', () => {
  const packages = loaded.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual(['cdk8s', 'constructs']);
});
