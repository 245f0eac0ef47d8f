import { cdk8s, javascript } from 'projen';
import { layering } from './projenrc/layering';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-istio',
  description: 'Typed constructs for Istio on Kubernetes: declare a mesh in TypeScript, synthesize the control plane, the proxies and every policy.',
  keywords: ['cdk8s', 'istio', 'service-mesh', 'kubernetes', 'envoy', 'constructs'],
  author: 'The cdk8s-istio authors',
  authorAddress: 'authors@cdk8s-istio.dev',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-istio/cdk8s-istio.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-istio authors',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  cdk8sVersion: '2.70.106',
  constructsVersion: '10.8.1',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.0',
  artifactsDirectory: 'pkg',

  // The names of the package in other languages. conformance/languages/check.sh compiles it for each; `npm run build` makes the npm package.
  publishToPypi: { distName: 'cdk8s-istio', module: 'cdk8s_istio' },
  publishToMaven: { javaPackage: 'io.github.cdk8sistio', mavenGroupId: 'io.github.cdk8s-istio', mavenArtifactId: 'cdk8s-istio' },
  publishToGo: { moduleName: 'github.com/cdk8s-istio/cdk8s-istio-go', packageName: 'cdk8sistio' },

  // The last peer gives types that the API takes; it is never loaded by this library.
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  bundledDeps: ['yaml@^2.9.1', 'commander@^14', 're2js@^2.10.0'],
  devDeps: ['@marcbachmann/cel-js@^8', 'fast-check@^4', 'js-yaml@^4', '@types/js-yaml@^4', 'tsx@^4'],

  bin: { 'cdk8s-istio': 'lib/cli/main.js' },

  // Releases are made by hand (CONTRIBUTING.md): no generated workflow names a registry or needs a token.
  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,

  // Tests of the examples meet the library under its own name.
  tsconfigDev: { compilerOptions: { paths: { 'cdk8s-istio': ['../src/index.ts'] } } },
  jestOptions: {
    junitReporting: false,
    jestConfig: {
      moduleNameMapper: { '^cdk8s-istio$': '<rootDir>/src' },
    },
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'bench', 'conformance', 'schema', 'docs'] },
  gitignore: ['/dist/', '/pkg/', '/test-reports/', '/conformance/.cache/'],
});

const packageAll = project.tasks.tryFind('package-all')!;
packageAll.reset();
packageAll.spawn(project.tasks.tryFind('package:js')!);

// Coverage is asked for when it is wanted (`npx jest --coverage`): it doubles the time of every run.
project.jest!.config.collectCoverage = false;

// What the package needs besides lib/: the bundle of schema/, which is read at run time.
project.npmignore?.addPatterns(
  '/conformance/', '/bench/', '/examples/', '/docs/', '/schema/*', '!/schema/*.generated.json', '/.ci/', '/.projen/', '/CONTRIBUTING.md',
);

// A lockfile must not name the registry that one machine happened to use.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

layering(project);
project.eslint?.addRules({ 'import/no-unresolved': ['error', { ignore: ['^cdk8s-istio$'] }] });

// Programs outside src/ import the library by its name, as a user would.
for (const dir of ['examples', 'bench', 'conformance', 'schema', 'docs']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${dir}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
    include: ['**/*.ts'],
    compilerOptions: {
      rootDir: '..',
      noEmit: true,
      isolatedModules: true,
      paths: { 'cdk8s-istio': ['../src/index.ts'] },
    },
  });
}

project.addTask('demo', {
  description: 'Synthesizes both examples into dist and says what they hold',
  exec: 'tsx --tsconfig examples/tsconfig.json examples/demo.ts',
  receiveArgs: true,
});
project.addTask('conformance', {
  description: 'Compares what we write with what the real programs do',
  exec: 'tsx --tsconfig conformance/tsconfig.json conformance/main.ts',
  receiveArgs: true,
});
project.addTask('bench', {
  description: 'Prints the speed ratios that README quotes',
  exec: 'tsx --tsconfig bench/tsconfig.json bench/main.ts',
  receiveArgs: true,
});
project.addTask('schema', {
  description: 'Writes everything that is generated from schema/',
  exec: 'tsx --tsconfig schema/tsconfig.json schema/tools/generate.ts',
  receiveArgs: true,
});

project.addTask('docs:install', {
  description: 'Writes the pages of docs/install/, with what each value of a chart changes',
  exec: 'tsx --tsconfig docs/tsconfig.json docs/tools/install-values.ts',
  receiveArgs: true,
});

project.addTask('docs:enrollment', {
  description: 'Draws docs/enrollment.svg',
  exec: 'tsx --tsconfig docs/tsconfig.json docs/tools/decision-picture.ts',
  receiveArgs: true,
});

project.addTask('docs:tasks', {
  description: 'Writes docs/tasks.md, with the lines of the tasks of Istio\'s documentation and of ours',
  exec: 'tsx --tsconfig conformance/tsconfig.json conformance/task-table.ts',
  receiveArgs: true,
});

project.addTask('schema:diff', {
  description: 'Lists what schema/ lacks or has too many beside the CRDs of another release',
  exec: 'tsx --tsconfig schema/tsconfig.json schema/tools/diff.ts',
  receiveArgs: true,
});

// The entry of the package loads each room when a name of it is first used.
project.compileTask.exec('tsx --tsconfig projenrc/tsconfig.json projenrc/lazy-index.ts');

// A page for the library, and one for its submodule.
const docgen = project.tasks.tryFind('docgen')!;
docgen.reset('jsii-docgen --submodule root --output API.md');
docgen.exec('mkdir -p docs/api');
docgen.exec('jsii-docgen --submodule gatewayapi --output docs/api/gatewayapi.md');

// `npm test` is for a clean clone: compile with jsii, type-check the programs around the library, lint, then run the tests.
const programs = new javascript.TypescriptConfig(project, {
  fileName: 'tsconfig.programs.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['./tsconfig.json']),
  include: ['test', 'examples', 'bench', 'conformance', 'schema', 'docs'].map((dir) => `${dir}/**/*.ts`),
  compilerOptions: { rootDir: '.', noEmit: true, paths: { 'cdk8s-istio': ['./src/index.ts'] } },
});
const typecheck = project.addTask('typecheck', {
  description: 'Type-checks tests, examples, bench, conformance, schema tools and the programs of the reference',
  exec: `tsc -p ${programs.fileName}`,
});
const lint = project.tasks.tryFind('eslint')!;
project.testTask.reset();
project.testTask.spawn(project.compileTask);
project.testTask.spawn(typecheck);
project.testTask.spawn(lint);
project.testTask.exec('jest --passWithNoTests', { receiveArgs: true });

project.synth();
