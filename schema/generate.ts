/*
 * Writes what is generated from schema/: `schema.generated.json`, the bundle that the library reads at run time. With `--check` it
 * writes nothing, and fails where the bundle is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { ownKinds } from './kinds';

const BUNDLE = path.join(__dirname, 'schema.generated.json');

/** All kinds in one file, in the order of their names, which is the order in which they are installed. */
export function bundle(): string {
  return `${JSON.stringify(ownKinds())}\n`;
}

function main(check: boolean): void {
  const wanted = bundle();
  if (!check) {
    writeFileSync(BUNDLE, wanted);
    return;
  }
  if (readFileSync(BUNDLE, 'utf8') !== wanted) {
    throw new Error('schema/schema.generated.json is out of date. Run: npx projen schema');
  }
}

if (require.main === module) {
  main(process.argv.includes('--check'));
}
