import { cpSync, existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { startCluster } from './apiserver';
import { EXAMPLES } from './examples';
import { safeFiles } from './install';
import { yamlFiles } from './istio-module';
import { tail } from './process';
import { REPOSITORY } from './programs';
import { SuiteContext } from './suite';

/** The lines with kubectl in the fenced shell blocks of a Markdown text. */
export function kubectlLines(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)]
    .flatMap(([, block]) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/^\$ /, '').replace(/\s+#.*$/, '').trim())
    .filter((line) => /\bkubectl\b/.test(line) && !line.startsWith('#'));
}

/**
 * Runs the kubectl commands of README as they stand there, in their order, on a fresh API server, from a folder with a copy of
 * `dist` whose webhooks call this machine.
 */
export async function tryReadme({ report, lifetime }: SuiteContext, webhookPort: number): Promise<void> {
  const lines = kubectlLines(readFileSync(path.join(REPOSITORY, 'README.md'), 'utf8'));
  if (lines.length === 0) {
    report.note('README has no kubectl commands');
    return;
  }
  const folder = path.join(lifetime.folder, 'readme');
  cpSync(path.join(REPOSITORY, 'dist'), path.join(folder, 'dist'), { recursive: true });
  for (const example of EXAMPLES) {
    const copy = path.join(folder, 'dist', example);
    if (existsSync(copy)) safeFiles(yamlFiles(copy), `${copy}${path.sep}`, webhookPort);
  }
  const { kubectl } = await startCluster(lifetime, 'readme');
  for (const line of lines) {
    const answer = await kubectl.shell(line, folder);
    report.check(`README: ${line}`, answer.code === 0 ? [] : [tail(answer.stderr || answer.stdout, 20)]);
  }
}
