import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Cluster } from './apiserver';
import { KubeObject, readObjects } from './objects';
import { divertWebhooks } from './webhooks';

/** A file as it was handed to the API server. */
export interface AppliedFile {
  readonly file: string;
  readonly objects: KubeObject[];
  /** What the API server complained about; empty when it took every object. */
  readonly complaints: string[];
  /** What it took, and would rather not have. */
  readonly warnings: string[];
}

/** Hands files to the API server one by one, in their order, and waits for CRDs before what may need them. */
export async function applyFiles(cluster: Cluster, files: readonly string[], folder: string, webhookPort: number): Promise<AppliedFile[]> {
  const applied: AppliedFile[] = [];
  for (const file of files) {
    const [safe] = safeFiles([file], path.join(folder, `${cluster.name}-`), webhookPort);
    const objects = readObjects(readFileSync(safe, 'utf8'));
    const answer = await cluster.kubectl.applyFile(safe);
    const taken = answer.stdout.split('\n').filter((line) => line.endsWith(' serverside-applied')).length;
    const said = answer.stderr.split('\n').filter((line) => line !== '');
    const warnings = said.filter((line) => line.startsWith('Warning: '));
    const complaints = said.filter((line) => !line.startsWith('Warning: '));
    if (answer.code !== 0 && complaints.length === 0) complaints.push(`kubectl ended with code ${answer.code}`);
    if (answer.code === 0 && taken !== objects.length) complaints.push(`${taken} of ${objects.length} objects were applied`);
    applied.push({ file, objects, complaints, warnings });
    if (objects.some(({ kind }) => kind === 'CustomResourceDefinition')) await cluster.kubectl.waitForCrds();
  }
  return applied;
}

/** The files; those with a webhook that calls a Service as copies (prefix and name) in which it calls this machine. */
export function safeFiles(files: readonly string[], prefix: string, webhookPort: number): string[] {
  return files.map((file) => {
    const text = readFileSync(file, 'utf8');
    const safe = divertWebhooks(text, webhookPort);
    if (safe === text) return file;
    const copy = `${prefix}${path.basename(file)}`;
    writeFileSync(copy, safe);
    return copy;
  });
}
