import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { GENERATED, kindPage, table } from './kind-page';
import { Module } from '../modules';
import { Schema } from '../source';
import { quoted } from '../words';

const ROOT = path.join(__dirname, '..', '..', '..');

/** Where the pages of the reference lie. */
export const REFERENCE = 'docs/reference';

/** Where the programs lie that the pages show. */
export const EXAMPLES = `${REFERENCE}/examples`;

/** A module with what it says. */
export interface ModuleSchema {
  readonly module: Module;
  readonly schema: Schema;
}

/** The pages of the reference, by their paths in the repository: one for each kind, and one that leads to them. */
export function pageFiles(modules: readonly ModuleSchema[]): Record<string, string> {
  const pages: Record<string, string> = {};
  const groups = new Map<string, string[][]>();
  for (const { module, schema } of modules) {
    for (const [place, { kind: name, see }] of Object.entries(schema.files)) {
      if (name === undefined) continue;
      const kind = schema.kinds[name];
      const page = pageOf(module, place);
      pages[`${REFERENCE}/${page}.md`] = kindPage(kind, see, program(page), schema, classOf(module, name));
      groups.set(kind.group, [...groups.get(kind.group) ?? [], [`[${name}](${page}.md)`, kind.doc ?? `The kind ${quoted(name)}.`]]);
    }
  }
  return { ...pages, [`${REFERENCE}/README.md`]: indexPage(groups) };
}

/** The page of a file of the notation. The kinds of Istio stand at the top, those of another module in its folder. */
function pageOf({ name }: Module, place: string): string {
  const file = place.split('/').pop()!;
  return name === 'istio' ? file : `${name}/${file}`;
}

/** The class of a kind: in the package itself, or in the part of it that another module has. */
function classOf({ name }: Module, kind: string): string {
  if (name === 'istio') return `[${kind}](../../API.md#cdk8s-istio.${kind})`;
  const submodule = name.replaceAll('-', '');
  return `[${submodule}.${kind}](../../api/${submodule}.md#cdk8s-istio.${submodule}.${kind})`;
}

function program(page: string): string {
  const file = path.join(ROOT, EXAMPLES, `${page}.ts`);
  if (!existsSync(file)) throw new Error(`${EXAMPLES}/${page}.ts is not there, and the page ${page}.md shows it. Write a short program that makes one.`);
  return readFileSync(file, 'utf8');
}

function indexPage(groups: ReadonlyMap<string, string[][]>): string {
  const parts = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, rows]) => `## ${group}\n\n${table(['kind', 'what it is for'], rows)}`);
  return [
    GENERATED,
    '# Reference of the kinds\n',
    'A page a kind: what it is for, a program that makes one, and each field with its type, its meaning, what holds where it is not written,',
    'and its limits. The programs lie in [examples/](examples); the compiler has seen them, and the tests run them. Classes of all kinds,',
    'and everything else that the library exports, are in [API.md](../../API.md), those of its parts in [api/](../api).\n',
    ...parts,
  ].join('\n');
}
