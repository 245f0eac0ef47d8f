/*
 * Writes what is generated from schema/: a bundle for each module, which the library reads at run time, the classes, structs and enums
 * in their folders, and the pages of the reference. With `--check` it writes nothing, and fails where a file is out of date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundleOf } from './bundle';
import { classFiles } from './classes';
import { bundleFile, MODULES } from './modules';
import { pageFiles, REFERENCE } from './pages';
import { PROFILE_BUNDLE, profileBundle } from './profiles';
import { rulesFile, rulesText } from './rules';
import { readSchema } from './source';

const ROOT = path.join(__dirname, '..', '..');

/** All generated files, by their paths in the repository. */
export function generatedFiles(): Record<string, string> {
  const modules = MODULES.map((module) => ({ module, schema: readSchema(module.name) }));
  return Object.assign(pageFiles(modules), { [PROFILE_BUNDLE]: `${JSON.stringify(profileBundle())}\n` }, ...modules.map(({ module, schema }) => {
    const classes = Object.entries(classFiles(schema)).map(([file, text]) => [`${module.classes}/${file}`, text]);
    const bundle = bundleOf(schema);
    return {
      [bundleFile(module)]: `${JSON.stringify(bundle)}\n`,
      ...(Object.keys(bundle.kinds).length > 0 && { [rulesFile(module)]: rulesText(bundle) }),
      ...Object.fromEntries(classes),
    };
  }));
}

/** The generated files that are out of date: to be written, or to be removed. */
export function staleFiles(wanted: Readonly<Record<string, string>>): string[] {
  const left = MODULES.filter(({ classes }) => existsSync(path.join(ROOT, classes))).flatMap(({ classes }) =>
    readdirSync(path.join(ROOT, classes)).filter((file) => file.endsWith('.generated.ts')).map((file) => `${classes}/${file}`));
  const pages = existsSync(path.join(ROOT, REFERENCE)) ? readdirSync(path.join(ROOT, REFERENCE), { recursive: true, encoding: 'utf8' }) : [];
  left.push(...pages.filter((file) => file.endsWith('.md')).map((file) => `${REFERENCE}/${file}`));
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
    if (wanted[file] === undefined) {
      rmSync(path.join(ROOT, file));
    } else {
      mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
      writeFileSync(path.join(ROOT, file), wanted[file]);
    }
    console.log(file);
  }
}

if (require.main === module) {
  main(process.argv.includes('--check'));
}
