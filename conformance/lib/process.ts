import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** What a program that ran to its end left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Over the environment of this process. */
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** @default 120 seconds */
  readonly timeoutMs?: number;
}

/** Runs a program to its end, whatever its exit code. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const timeoutMs = options.timeoutMs ?? 120_000;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${title(command, args)} did not end within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${title(command, args)} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? (signal ? 128 : 1), stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    // A program may end before it has read everything; its exit code says more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a program to its end and gives what it printed; any exit code but 0 is an error that shows what it complained about. */
export async function output(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const outcome = await run(command, args, options);
  if (outcome.code !== 0) {
    throw new Error(`${title(command, args)} ended with code ${outcome.code}:\n${tail(outcome.stderr || outcome.stdout, 30)}`);
  }
  return outcome.stdout;
}

/** Does a thing with each of many, a few at a time, and gives what was made of each in their order. */
export async function mapSome<T, R>(count: number, items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  await Promise.all(Array.from({ length: count }, async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index], index);
    }
  }));
  return results;
}

/** A program that stays. */
export class Daemon {
  private exitCode: string | undefined;

  constructor(public readonly name: string, private readonly child: ChildProcess, public readonly logFile: string) {
    child.on('exit', (code, signal) => { this.exitCode = signal ?? String(code); });
    child.on('error', (error) => { this.exitCode = error.message; });
  }

  /** How it ended, or undefined while it runs. */
  public get ended(): string | undefined {
    return this.exitCode;
  }

  public get log(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  public kill(signal: NodeJS.Signals): void {
    if (this.exitCode === undefined) this.child.kill(signal);
  }

  /** Asks it to stop, and ends it when it does not within 5 seconds. */
  public async stop(): Promise<void> {
    this.kill('SIGTERM');
    const deadline = Date.now() + 5_000;
    while (this.exitCode === undefined && Date.now() < deadline) await sleep(20);
    this.kill('SIGKILL');
  }
}

/**
 * What must not outlive a piece of work: started programs, network namespaces, folders. Everything is released in the reverse
 * order, at the end of the work, upon failure and upon Ctrl-C.
 */
export class Lifetime {
  /** A folder of its own for logs, sockets and data. */
  public readonly folder: string;
  private readonly daemons: Daemon[] = [];
  private readonly releases: (() => void)[] = [];

  constructor(name: string) {
    this.folder = mkdtempSync(path.join(tmpdir(), `conformance-${name}-`));
    lifetimes.add(this);
    watchForTheEnd();
  }

  /** Starts a program whose output goes to a log file in the folder. */
  public start(name: string, command: string, args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Daemon {
    const logFile = path.join(this.folder, `${name}.log`);
    const log = openSync(logFile, 'a');
    // Its working directory is the folder, so that nothing it drops stays in the repository.
    const child = spawn(command, args, {
      cwd: options.cwd ?? this.folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const daemon = new Daemon(name, child, logFile);
    this.daemons.push(daemon);
    return daemon;
  }

  /** Has something undone at the end. It must not throw and must not wait. */
  public onEnd(release: () => void): void {
    this.releases.push(release);
  }

  /** The end of each log in which there is something. */
  public logTails(lines: number): string {
    return this.daemons.filter(({ log }) => log !== '').map((daemon) => `--- ${daemon.name} (${daemon.logFile})\n${tail(daemon.log, lines)}`).join('\n');
  }

  /** Stops everything. The folder with the logs stays when asked for. */
  public async end(options: { keepFolder: boolean }): Promise<void> {
    await Promise.all(this.daemons.map(async (daemon) => daemon.stop()));
    this.release();
    if (!options.keepFolder) rmSync(this.folder, { recursive: true, force: true });
    lifetimes.delete(this);
  }

  /** Ends everything without waiting, for when this process is about to end. */
  public abort(): void {
    for (const daemon of this.daemons) daemon.kill('SIGKILL');
    this.release();
  }

  private release(): void {
    for (const release of this.releases.splice(0).reverse()) release();
  }
}

const lifetimes = new Set<Lifetime>();

function watchForTheEnd(): void {
  if (process.listeners('exit').includes(abortAll)) return;
  process.on('exit', abortAll);
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.on(signal, () => process.exit(code));
  }
}

function abortAll(): void {
  for (const lifetime of lifetimes) lifetime.abort();
}

/** Asks again and again until the answer is not undefined; gives up with what was waited for and why it did not come. */
export async function waitFor<T>(what: string, timeoutMs: number, probe: () => Promise<T | undefined> | T | undefined, daemon?: Daemon): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let reason = 'no answer';
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = (error as Error).message;
    }
    if (daemon?.ended !== undefined) {
      throw new Error(`Waited for ${what}, but ${daemon.name} ended (${daemon.ended}):\n${tail(daemon.log, 20)}`);
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}: ${reason}${daemon ? `\n${tail(daemon.log, 20)}` : ''}`);
    }
    await sleep(100);
  }
}

/** Ports of 127.0.0.1 on which nothing listens: as many as asked for, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, async () => new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map(async (server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export function tail(text: string, lines: number): string {
  return text.trimEnd().split('\n').slice(-lines).map((line) => line.length > 500 ? `${line.slice(0, 500)}…` : line).join('\n');
}

function title(command: string, args: readonly string[]): string {
  return `"${[path.basename(command), ...args].join(' ').slice(0, 160)}"`;
}
