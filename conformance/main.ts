/*
 * Compares what this library writes with what the real programs do.
 *
 *   npm run conformance                          all suites
 *   npm run conformance -- manifest inject       some
 *   npm run conformance -- --keep                leaves logs and data of every suite in its temporary folder
 *   npm run conformance -- --build               builds the Go programs and does nothing else
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { Lifetime } from './lib/process';
import { BUILT_PROGRAMS, builtProgram } from './lib/programs';
import { Report } from './lib/report';
import { Suite } from './lib/suite';
import { apply } from './suites/apply';
import { inject } from './suites/inject';
import { manifest } from './suites/manifest';
import { proxy } from './suites/proxy';

const SUITES: Suite[] = [manifest, inject, apply, proxy];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'boolean' }, build: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log('Usage: npm run conformance -- [--keep] [--build] [SUITE]...\n');
    for (const { name, title } of SUITES) console.log(`  ${name.padEnd(10)} ${title}`);
    return 0;
  }
  if (values.build) {
    for (const name of BUILT_PROGRAMS) await builtProgram(name);
    return 0;
  }
  const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`There is no suite "${unknown[0]}". Choose from: ${SUITES.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const reports: Report[] = [];
  for (const suite of SUITES) {
    if (positionals.length === 0 || positionals.includes(suite.name)) reports.push(await runSuite(suite, values.keep ?? false));
  }
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  console.log(`conformance: ${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runSuite(suite: Suite, keep: boolean): Promise<Report> {
  const report = new Report(suite.name);
  const lifetime = new Lifetime(suite.name);
  const began = Date.now();
  try {
    await suite.run({ report, lifetime, knownDifferencesFile: path.join(__dirname, 'known-differences.yaml') });
  } catch (error) {
    report.fail('ran to its end', [(error as Error).stack ?? String(error)]);
  }
  const broken = report.failed > 0;
  if (broken) console.log(lifetime.logTails(15));
  await lifetime.end({ keepFolder: keep || broken });
  if (keep || broken) console.log(`      ${suite.name}: logs and data are in ${lifetime.folder}`);
  report.total((Date.now() - began) / 1000);
  return report;
}

// Whatever still listens or waits belongs to nobody once the totals are printed.
main().then((code) => process.exit(code), (error) => {
  console.error(error);
  process.exit(1);
});
