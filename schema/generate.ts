/*
 * Writes what is generated from schema/: `schema.generated.json`, which the library reads at run time, and the classes, structs and
 * enums in `src/resources/`. With `--check` it writes nothing, and fails where a file is out of date.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundleOf } from './bundle';
import { classFiles } from './classes';
import { readSchema } from './source';

const ROOT = path.join(__dirname, '..');
const CLASSES = 'src/resources';

/** All generated files, by their paths in the repository. */
export function generatedFiles(): Record<string, string> {
  const schema = readSchema();
  const classes = Object.entries(classFiles(schema)).map(([file, text]) => [`${CLASSES}/${file}`, text]);
  return { 'schema/schema.generated.json': `${JSON.stringify(bundleOf(schema))}\n`, ...Object.fromEntries(classes) };
}

/** The generated files that are out of date: to be written, or to be removed. */
export function staleFiles(wanted: Readonly<Record<string, string>>): string[] {
  const left = readdirSync(path.join(ROOT, CLASSES)).filter((file) => file.endsWith('.generated.ts')).map((file) => `${CLASSES}/${file}`);
  const changed = Object.keys(wanted).filter((file) => !existsSync(path.join(ROOT, file)) || readFileSync(path.join(ROOT, file), 'utf8') !== wanted[file]);
  return [...changed, ...left.filter((file) => wanted[file] === undefined)].sort();
}

function main(check: boolean): void {
  const wanted = generatedFiles();
  const stale = staleFiles(wanted);
  if (check) {
    if (stale.length > 0) throw new Error(`Out of date: ${stale.join(', ')}. Run: npx projen schema`);
    return;
  }
  for (const file of stale) {
    if (wanted[file] === undefined) rmSync(path.join(ROOT, file));
    else writeFileSync(path.join(ROOT, file), wanted[file]);
    console.log(file);
  }
}

if (require.main === module) {
  main(process.argv.includes('--check'));
}
