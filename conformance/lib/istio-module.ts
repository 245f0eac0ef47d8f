import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { output } from './process';
import { REPOSITORY } from './programs';

/** The folder of Istio's Go module, with its samples and test data. They are read there and never copied. */
export async function istioModule(): Promise<string> {
  const folder = await output('go', ['list', '-m', '-f', '{{.Dir}}', 'istio.io/istio'], { cwd: path.join(REPOSITORY, 'conformance') });
  if (folder.trim() === '') {
    throw new Error('The Istio module is not on this machine. Run: cd conformance && go mod download istio.io/istio');
  }
  return folder.trim();
}

/** The YAML files of a folder, by full path, in order. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)).sort().map((file) => path.join(folder, file));
}
