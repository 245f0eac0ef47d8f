/*
 * Lists what schema/ lacks (+), has too many (-) or says differently (~), beside the CRDs of another release: kinds, fields, enum
 * values, limits and rules. `npm run schema:diff -- [--module NAME] CRDS`, with a file or a folder. It ends with code 1 where they
 * differ, and with code 2 where there is nothing to compare with.
 */
import { parseArgs } from 'node:util';
import { compareKinds, formatDifferences } from './compare';
import { ownKinds, releaseKinds } from './kinds';
import { moduleOf } from './modules';

const USAGE = 'Give the file or the folder with the CRDs of a release: npm run schema:diff -- [--module NAME] CRDS';

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { module: { type: 'string', default: 'istio' } } });
  if (positionals.length !== 1) throw new Error(USAGE);
  const module = moduleOf(values.module!);
  const differences = compareKinds(ownKinds(module.name), releaseKinds(positionals[0], module));
  console.log(formatDifferences(differences));
  return differences.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
