import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Outcome, run } from './process';
import { ownCommand } from './programs';
import type { run as runType } from '../../src/cli/program';

/**
 * Our command line, called inside this process: a start of its own takes longer than most of what it does. Where the variable
 * CDK8S_ISTIO_CLI names another build, that is started.
 */
export class OwnProgram {
  private program: typeof runType | undefined;

  public async run(args: readonly string[]): Promise<Outcome> {
    if (process.env.CDK8S_ISTIO_CLI) return this.start(args);
    this.program ??= (await import('../../src/cli/program.js')).run;
    const outcome = { stdout: '', stderr: '' };
    const code = this.program(args, {
      out: (text) => { outcome.stdout += text; },
      err: (text) => { outcome.stderr += text; },
      read: (file) => readFileSync(file, 'utf8'),
      readPieces: (file) => [readFileSync(file, 'utf8')],
      write: (file, text) => writeFileSync(file, text),
      writePieces: (file, pieces) => writeFileSync(file, [...pieces].join('')),
      folder: (folder) => readdirSync(folder),
    });
    return { code, ...outcome };
  }

  /** The same as a program of its own, as users start it. */
  public async start(args: readonly string[]): Promise<Outcome> {
    const { command, args: first } = ownCommand();
    return run(command, [...first, ...args]);
  }
}
