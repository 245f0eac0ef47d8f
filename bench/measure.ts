import { spawnSync, SpawnSyncOptions } from 'node:child_process';

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How long a program takes from start to end, in milliseconds. */
export function timeProcess(command: string, args: readonly string[], options: SpawnSyncOptions = {}): number {
  const began = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
  const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
  if (error || status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? String(stderr).slice(0, 500)}`);
  }
  return milliseconds;
}

/** The most memory that a program uses, in MiB. Node does not say it of its children, Python does. */
export function peakMemory(command: string, args: readonly string[], options: SpawnSyncOptions = {}): number {
  const { status, error, stdout, stderr } = spawnSync('python3', ['-c', PEAK, command, ...args], { encoding: 'utf8', ...options });
  if (error || status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? String(stderr).slice(0, 500)}`);
  }
  return Number(stdout) / 1024;
}

/** Runs its arguments, and prints the most memory that they used, in KiB. */
const PEAK = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True); '
  + 'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';

/** How long a piece of code takes, in milliseconds. */
export function time(work: () => void): number {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Two things measured in turn, so that a machine that slows down slows down both. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  /** Median of the ratios of each turn. */
  readonly ratio: number;
}

/** Measures two things in turn, after one turn that is not counted. */
export function pair(runs: number, ours: () => number, theirs: () => number): Pair {
  ours();
  theirs();
  const turns = Array.from({ length: runs }, () => ({ ours: ours(), theirs: theirs() }));
  return {
    ours: median(turns.map((turn) => turn.ours)),
    theirs: median(turns.map((turn) => turn.theirs)),
    ratio: median(turns.map((turn) => turn.ours / turn.theirs)),
  };
}
