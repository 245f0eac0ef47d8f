import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { yamlFiles } from './istio-module';
import { REPOSITORY } from './programs';

/** An object with what the API server is known to say of it. */
export interface CorpusCase {
  /** The file, and the number of the document in it. */
  readonly place: string;
  readonly object: any;
  /** A part of the refusal; undefined for what is taken. */
  readonly refusal: string | undefined;
}

/** The cases that are handed to the project beside its repository. */
export function crdCorpus(): CorpusCase[] {
  const folder = path.resolve(REPOSITORY, '..', 'shared', 'corpus', 'crd-validation');
  if (!existsSync(folder)) {
    throw new Error(`There is no ${folder}. The cases lie in a folder "shared" beside the repository: copy it there, or clone the repository beside it.`);
  }
  return yamlFiles(folder).flatMap((file) => (loadAll(readFileSync(file, 'utf8'), undefined, { schema: CORE_SCHEMA }) as any[])
    .map((document, index) => ({ document, place: `${path.basename(file)}#${index + 1}` }))
    .filter(({ document }) => document !== null && document !== undefined)
    .map(({ document: { _err, ...object }, place }) => ({ place, object, refusal: _err })));
}
