/*
 * Compares what this library writes with what the real programs do.
 *
 *   npm run conformance                          all suites
 *   npm run conformance -- manifest inject       some
 *   npm run conformance -- --keep                leaves logs and data of every suite in its temporary folder
 *   npm run conformance -- validators --seed 7 --count 20000     other generated objects, and more of them
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { Lifetime } from './lib/process';
import { Report } from './lib/report';
import { Suite, SuiteOptions } from './lib/suite';

/** The suites in the order in which they run. Each is loaded when it is its turn, so that what breaks one leaves the others alone. */
const SUITES: Record<string, () => Promise<Suite>> = {
  'crds': async () => (await import('./suites/crds.js')).crds,
  'envoy-types': async () => (await import('./suites/envoy-types.js')).envoyTypes,
  'kubernetes-types': async () => (await import('./suites/kubernetes-types.js')).kubernetesTypes,
  'verdicts': async () => (await import('./suites/verdicts.js')).verdicts,
  'validators': async () => (await import('./suites/validators.js')).validators,
  'roundtrip': async () => (await import('./suites/roundtrip.js')).roundtrip,
  'tasks': async () => (await import('./suites/tasks.js')).tasks,
  'manifest': async () => (await import('./suites/manifest.js')).manifest,
  'helm': async () => (await import('./suites/helm.js')).helm,
  'install': async () => (await import('./suites/install.js')).install,
  'inject': async () => (await import('./suites/inject.js')).inject,
  'gateway-deployment': async () => (await import('./suites/gateway-deployment.js')).gatewayDeployment,
  'custom-templates': async () => (await import('./suites/custom-templates.js')).customTemplates,
  'apply': async () => (await import('./suites/apply.js')).apply,
  'proxy': async () => (await import('./suites/proxy.js')).proxy,
  'ingress': async () => (await import('./suites/ingress.js')).ingress,
  'intent': async () => (await import('./suites/intent.js')).intent,
  'ambient': async () => (await import('./suites/ambient.js')).ambient,
};

/** Generated objects of a run that asks for no others. */
const SEED = 1;
const COUNT = 15000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'boolean' }, seed: { type: 'string' }, count: { type: 'string' }, lists: { type: 'string' }, whole: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log('Usage: npm run conformance -- [--keep] [--seed N] [--count N] [--lists FOLDER] [SUITE]...\n');
    for (const [name, load] of Object.entries(SUITES)) console.log(`  ${name.padEnd(16)} ${(await load()).title}`);
    console.log('\n  --keep          leaves logs and data of every suite in its temporary folder');
    console.log(`  --seed N        chooses the generated objects of verdicts, validators and roundtrip (default ${SEED})`);
    console.log(`  --count N       how many of them (default ${COUNT}; verdicts takes a fifth, roundtrip always the same number)`);
    console.log('  --whole         compares everything in the suites that else take a sample: manifest, helm, intent');
    console.log('  --lists FOLDER  writes there what differs, a file a kind');
    return 0;
  }
  const [seed, count] = [values.seed ?? String(SEED), values.count ?? String(COUNT)];
  if (![seed, count].every((number) => /^[0-9]{1,9}$/.test(number))) {
    console.error(`--seed and --count are whole numbers, not "${seed}" and "${count}". For instance: --seed 7 --count 20000.`);
    return 2;
  }
  const options: SuiteOptions = {
    seed: Number(seed),
    count: Number(count),
    ...(values.count !== undefined && { asked: Number(values.count) }),
    whole: values.whole ?? false,
    usual: Number(seed) === SEED && Number(count) === COUNT,
    ...(values.lists !== undefined && { lists: path.resolve(values.lists) }),
  };
  const unknown = positionals.find((name) => !Object.hasOwn(SUITES, name));
  if (unknown !== undefined) {
    console.error(`There is no suite "${unknown}". Choose from: ${Object.keys(SUITES).join(', ')}.`);
    return 2;
  }
  const reports: Report[] = [];
  for (const name of Object.keys(SUITES)) {
    if (positionals.length === 0 || positionals.includes(name)) reports.push(await runSuite(name, values.keep ?? false, options));
  }
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  console.log(`conformance: ${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runSuite(name: string, keep: boolean, options: SuiteOptions): Promise<Report> {
  const report = new Report(name);
  const lifetime = new Lifetime(name);
  const began = Date.now();
  try {
    const suite = await SUITES[name]();
    await suite.run({ report, lifetime, knownDifferencesFile: path.join(__dirname, 'known-differences.yaml'), options });
  } catch (error) {
    report.fail('ran to its end', [(error as Error).stack ?? String(error)]);
  }
  const broken = report.failed > 0;
  if (broken) console.log(lifetime.logTails(15));
  await lifetime.end({ keepFolder: keep || broken });
  if (keep || broken) console.log(`      ${name}: logs and data are in ${lifetime.folder}`);
  report.total((Date.now() - began) / 1000);
  return report;
}

// Whatever still listens or waits belongs to nobody once the totals are printed.
main().then((code) => process.exit(code), (error) => {
  console.error(error);
  process.exit(1);
});
