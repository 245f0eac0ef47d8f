import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Outcome } from './process';

/**
 * What a program answered before, kept between runs. A program that reads nothing but its arguments and files says the same again, and
 * some take a second for it. Answers of another build of the program are not used.
 */
export class Answers {
  private readonly folder: string;
  private readonly build: string;
  private readonly read = new Map<string, string>();

  constructor(cache: string, program: string) {
    this.folder = path.join(cache, 'answers', path.basename(program));
    this.build = hash(readFileSync(program));
    mkdirSync(path.join(this.folder, 'texts'), { recursive: true });
  }

  /** The answer to a question: the one that is kept, or else the one that the program gives now. */
  public async to(question: readonly string[], ask: () => Promise<Outcome>): Promise<Outcome> {
    const file = path.join(this.folder, `${hash(JSON.stringify([this.build, question]))}.json`);
    if (existsSync(file)) {
      const { code, texts, stderr } = JSON.parse(readFileSync(file, 'utf8'));
      return { code, stderr, stdout: (texts as string[]).map((text) => this.text(text)).join(SEPARATOR) };
    }
    const { code, stdout, stderr } = await ask();
    // It was ended from outside, and said nothing.
    if (code >= 128) return { code, stdout, stderr };
    // Most documents are the same in many answers: each is kept once.
    const texts = stdout.split(SEPARATOR).map((text) => this.keep(text));
    write(file, JSON.stringify({ code, stderr, texts }));
    return { code, stdout, stderr };
  }

  private text(name: string): string {
    let text = this.read.get(name);
    if (text === undefined) {
      text = readFileSync(path.join(this.folder, 'texts', name), 'utf8');
      this.read.set(name, text);
    }
    return text;
  }

  private keep(text: string): string {
    const name = hash(text);
    const file = path.join(this.folder, 'texts', name);
    if (!existsSync(file)) write(file, text);
    return name;
  }
}

const SEPARATOR = '\n---\n';

/** Under another name first: what is cut off must not look like an answer. */
function write(file: string, text: string): void {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function hash(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
