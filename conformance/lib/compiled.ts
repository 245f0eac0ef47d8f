import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { output, run } from './process';
import { REPOSITORY } from './programs';

/** An error of the compiler. */
export interface CompilerError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A folder of TypeScript that imports this library by its name, as a user's project does. */
export class Project {
  private readonly bin = path.join(REPOSITORY, 'node_modules', '.bin');

  public constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'));
    this.write('tsconfig.json', JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'node16',
        moduleResolution: 'node16',
        lib: ['es2022'],
        types: ['node'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        esModuleInterop: true,
        paths: { 'cdk8s-istio': [path.join(REPOSITORY, 'src', 'index.ts')] },
      },
      include: ['*.ts'],
    }));
  }

  public write(file: string, text: string): void {
    writeFileSync(path.join(this.folder, file), text);
  }

  /** What the compiler has against the files of the folder. */
  public async compile(): Promise<CompilerError[]> {
    const answer = await run(path.join(this.bin, 'tsc'), ['-p', 'tsconfig.json', '--pretty', 'false'], { cwd: this.folder, timeoutMs: 300_000 });
    const errors = [...answer.stdout.matchAll(/^([^\s(]+)\((\d+),\d+\): error (.*(?:\n {2,}.*)*)/gm)].map(([, file, line, message]) => ({ file, line: Number(line), message }));
    if (answer.code !== 0 && (errors.length === 0 || errors.some(({ file }) => file === 'tsconfig.json'))) throw new Error(`tsc ended with code ${answer.code}:\n${answer.stdout}${answer.stderr}`);
    return errors.filter(({ file }) => !file.includes('/'));
  }

  /** Runs a file and gives what it prints. */
  public async run(file: string): Promise<string> {
    return output(path.join(this.bin, 'tsx'), ['--tsconfig', 'tsconfig.json', file], { cwd: this.folder, timeoutMs: 300_000 });
  }
}
