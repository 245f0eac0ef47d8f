import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { output } from '../lib/process';
import { builtProgram, REPOSITORY } from '../lib/programs';
import { Suite, SuiteContext } from '../lib/suite';

const FILE = 'schema/envoy.generated.json';

/** Compares the messages of Envoy that schema/ holds with those that are linked into Istio's checks. */
export const envoyTypes: Suite = {
  name: 'envoy-types',
  title: `${FILE} against the messages that Istio reads patches of Envoy as`,
  async run({ report }: SuiteContext): Promise<void> {
    const release = (await output(await builtProgram('envoy-types'), [])).split('\n');
    const ours = readFileSync(path.join(REPOSITORY, FILE), 'utf8').split('\n');
    const [theirs, own] = [new Set(release), new Set(ours)];
    report.check(`all ${release.length - 1} lines are the release's`, [
      ...release.filter((line) => !own.has(line)).map((line) => `the release has ${shortened(line)}`),
      ...ours.filter((line) => !theirs.has(line)).map((line) => `the release has no ${shortened(line)}`),
      ...(release.join('\n') === ours.join('\n') ? [] : [`Write it anew: conformance/.cache/bin/envoy-types > ${FILE}`]),
    ]);
  },
};

function shortened(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
