import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { istioModule } from './istio-module';

/** A configuration object of Istio's own samples or test data. */
export interface ConfigOfModule {
  /** The file in the module, and the number of the document in it. */
  readonly place: string;
  readonly object: any;
}

/** Every object of the given kinds in the YAML files of Istio's module. What is a template, or no YAML, is left out. */
export async function configsOfModule(kinds: ReadonlySet<string>): Promise<ConfigOfModule[]> {
  const root = await istioModule();
  const found: ConfigOfModule[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(ya?ml|json)$/.test(file)) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    if (!text.includes('.istio.io/')) continue;
    documents(text).forEach((object, index) => {
      if (isConfig(object) && kinds.has(`${object.apiVersion.split('/')[0]}/${object.kind}`)) found.push({ place: `${file}#${index + 1}`, object: plain(object) });
    });
  }
  return found;
}

/** The documents that can be read: one that cannot does not hide its neighbours. */
function documents(text: string): unknown[] {
  const read = (part: string): unknown[] => loadAll(part, undefined, { schema: CORE_SCHEMA }).flatMap((object: any) => object?.kind === 'List' ? object.items ?? [] : [object]);
  return text.split(/^---.*$/m).flatMap((part) => {
    try {
      return read(part);
    } catch {
      return [];
    }
  });
}

function isConfig(object: any): object is { apiVersion: string; kind: string } {
  return typeof object === 'object' && object !== null && typeof object.apiVersion === 'string' && typeof object.kind === 'string'
    // A template's placeholder reads as a map.
    && ['string', 'undefined'].includes(typeof object.metadata?.name);
}

/** What JSON can say of it, without the note that some test data has on what is wrong with it. */
function plain({ _err, ...object }: any): any {
  return JSON.parse(JSON.stringify(object));
}
