/*
 * Synthesizes the examples into dist/ and says what came out. `npm run demo -- --plan all-v1` chooses another plan for the guestbook.
 */
import { readdirSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { Yaml } from 'cdk8s';
import { Mesh } from 'cdk8s-istio';
import * as bookinfo from './bookinfo/main';
import * as guestbook from './guestbook/main';
import { DEFAULT_PLAN } from './guestbook/plans';
import * as platform from './platform/main';

function main(): void {
  const { values } = parseArgs({ options: { plan: { type: 'string', default: DEFAULT_PLAN } } });
  show('guestbook', (outdir) => guestbook.synthesize(outdir, values.plan));
  show('bookinfo', (outdir) => bookinfo.synthesize(outdir));
  list('platform', (outdir) => platform.synthesize(outdir));
}

/** Synthesizes an example, says what is in its files, and gives back what it made. */
function list<T>(name: string, synthesize: (outdir: string) => T): T {
  const outdir = folderOf(name);
  rmSync(outdir, { recursive: true, force: true });
  const made = synthesize(outdir);
  const files = readdirSync(outdir).sort();
  console.log(`${name}: ${files.length} files in ${outdir}`);
  for (const file of files) {
    const objects: any[] = Yaml.load(path.join(outdir, file));
    console.log(`  ${file}: ${countByKind(objects)}`);
    const proxied = objects.filter(hasProxy).map((object) => object.metadata.name);
    if (proxied.length > 0) console.log(`    with a proxy: ${proxied.join(', ')}`);
  }
  return made;
}

function folderOf(name: string): string {
  return path.join('dist', name);
}

function show(name: string, synthesize: (outdir: string) => Mesh): void {
  const { paths } = list(name, synthesize);
  console.log(`  calls allowed: ${paths.allowed.length} of ${paths.possible} paths between ${paths.services} services, and ${paths.external.length} that leave the mesh`);
  for (const { from, to, declaredAt } of [...paths.allowed, ...paths.external]) {
    console.log(`    ${from} -> ${to}${declaredAt ? `  (${path.relative('.', declaredAt)})` : ''}`);
  }
  console.log(`  next: kubectl apply --server-side -f ${path.join(folderOf(name), 'mesh-0-crds.k8s.yaml')}   (README.md, "Apply it")\n`);
}

function countByKind(objects: any[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function hasProxy(object: any): boolean {
  const spec = object.spec?.template?.spec;
  return [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].some((container) => container.name === 'istio-proxy');
}

main();
