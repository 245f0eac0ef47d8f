import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { output } from './process';
import { builtProgram, Program, REPOSITORY } from './programs';
import { Suite, SuiteContext } from './suite';

/** A suite that asks whether a file of schema/ is what a program writes from the release. */
export function writtenBy(program: Program, file: string, title: string): Suite {
  return {
    name: program,
    title: `${file} against ${title}`,
    async run({ report }: SuiteContext): Promise<void> {
      const release = (await output(await builtProgram(program), [])).split('\n');
      const ours = readFileSync(path.join(REPOSITORY, file), 'utf8').split('\n');
      const [theirs, own] = [new Set(release), new Set(ours)];
      report.check(`all ${release.length - 1} lines are the release's`, [
        ...release.filter((line) => !own.has(line)).map((line) => `the release has ${shortened(line)}`),
        ...ours.filter((line) => !theirs.has(line)).map((line) => `the release has no ${shortened(line)}`),
        ...(release.join('\n') === ours.join('\n') ? [] : [`Write it anew: conformance/.cache/bin/${program} > ${file}`]),
      ]);
    },
  };
}

function shortened(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
