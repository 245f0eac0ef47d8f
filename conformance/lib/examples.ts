import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { yamlFiles } from './istio-module';
import { REPOSITORY } from './programs';

/** The examples that are whole meshes, with services that call each other, by the name of their folder. */
export const MESHES = ['guestbook', 'bookinfo'];

/** All examples. */
export const EXAMPLES = [...MESHES, 'platform'];

/** The files that `npm run demo` wrote for an example, in the order in which they are to be applied. */
export function exampleFiles(example: string): string[] {
  const folder = path.join(REPOSITORY, 'dist', example);
  const files = existsSync(folder) ? yamlFiles(folder) : [];
  if (files.length === 0) {
    throw new Error(`There is no ${path.relative(REPOSITORY, folder)}. Run: npm run demo`);
  }
  return files;
}
