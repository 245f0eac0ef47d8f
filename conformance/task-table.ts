/*
 * Writes docs/tasks.md: the tasks of Istio's documentation beside their programs, with the lines of both.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { istioModule } from './lib/istio-module';
import { REPOSITORY } from './lib/programs';
import { LINES, SOURCES } from './task-sources';
import { nameOf, TASKS } from '../examples/tasks';
import { Task } from '../examples/tasks/task';

const FILE = path.join(REPOSITORY, 'docs', 'tasks.md');

/** Pages that have no program, and why. */
const WITHOUT: readonly (readonly [page: string, reason: string])[] = [
  ['locality-load-balancing/before-you-begin', 'it deploys the sample applications, one a cluster.'],
  ['locality-load-balancing/cleanup', 'it removes them.'],
  ['cert-management/dns-cert', 'no istiod reads its field any longer, \`certificates\` of the mesh configuration.'],
  ['ambient/usage/verify-mtls-enabled, troubleshoot-ztunnel, troubleshoot-waypoint', 'they look at a mesh, and apply nothing.'],
  ['extensibility/lua-scripts, wasm-modules, wasm-module-distribution, ambient/usage/extend-waypoint-wasm, extend-waypoint-lua', 'they are about extensions of Envoy, not about traffic or security.'],
];

const HEAD = `# Tasks of Istio's documentation

Each task of Istio's documentation on traffic, security and policy, and each guide to the use of ambient mode, has a program in
[examples/tasks](../examples/tasks). A step of a task is a function that says the whole of what is to hold then. \`npx tsx --tsconfig examples/tsconfig.json examples/tasks/main.ts
request-routing\` prints what the steps of one write.

The suite \`tasks\` (\`npm run conformance -- tasks\`) has Istio's validators look at every object, and compares what a step means with the
files that the task applies, where Istio's module brings them; where it does not, the column of files is empty. Differences that are meant are
lines of [known-differences.yaml](../conformance/known-differences.yaml). Lines are those that say something: no blank ones, no comments, no
imports; on the side of the documentation those of YAML, without the sample applications.

| task | steps | files compared | lines of YAML | lines of ours |
|---|---|---|---|---|
`;

/** The page, as it must be. */
export function renderTaskPage(samples: string): string {
  const rows = TASKS.map((task) => {
    const name = nameOf(task);
    const files = filesOf(name);
    const theirs = files.reduce((sum, file) => sum + linesOf(readFileSync(path.join(samples, file), 'utf8')), LINES[name] ?? 0);
    const link = `[${name}](https://istio.io/latest/docs/${task.page}/)`;
    return `| ${link} | ${Object.keys(task.steps).length} | ${files.length || ''} | ${theirs || ''} | [${linesOfTask(task)}](../${sourceOf(task)}) |`;
  });
  return `${HEAD}${rows.join('\n')}\n\n${tail()}`;
}

function tail(): string {
  return `What has no program:

${WITHOUT.map(([page, reason]) => `- \`${page}\`: ${reason}`).join('\n')}
`;
}

function filesOf(name: string): string[] {
  return [...new Set(Object.values(SOURCES[name] ?? {}).flat())];
}

/** Where a task's program lies. */
function sourceOf({ page }: Task): string {
  const parts = page.split('/');
  const room = parts.includes('policy-enforcement') ? 'policy' : ['ingress', 'egress', 'security', 'ambient'].find((one) => parts.includes(one)) ?? 'traffic';
  const last = page.slice(page.lastIndexOf('/') + 1);
  return `examples/tasks/${room}/${page.includes('locality-load-balancing') ? `locality-${last}` : last}.ts`;
}

function linesOfTask(task: Task): number {
  const text = readFileSync(path.join(REPOSITORY, sourceOf(task)), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !/^import |^ *\/?\*|^ *\/\//.test(line)).length;
}

function linesOf(yaml: string): number {
  return yaml.split('\n').filter((line) => line.trim() !== '' && !/^\s*(#|---)/.test(line)).length;
}

/** What is wrong with the page as it is. */
export function staleness(samples: string): string[] {
  return readFileSync(FILE, 'utf8') === renderTaskPage(samples) ? [] : ['docs/tasks.md is not what conformance/task-table.ts writes. Run: npx projen docs:tasks'];
}

if (require.main === module) {
  void istioModule().then((folder) => writeFileSync(FILE, renderTaskPage(path.join(folder, 'samples'))));
}
