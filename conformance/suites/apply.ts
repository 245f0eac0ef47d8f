import * as path from 'node:path';
import { startCluster } from '../lib/apiserver';
import { EXAMPLES, exampleFiles } from '../lib/examples';
import { applyFiles } from '../lib/install';
import { Istioctl } from '../lib/istioctl';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { freePorts } from '../lib/process';
import { tryReadme } from '../lib/readme';
import { lostObjects } from '../lib/stored';
import { Suite, SuiteContext } from '../lib/suite';

/** Applies what the examples wrote to a real API server. */
export const apply: Suite = {
  name: 'apply',
  title: 'the examples\' output on a real API server: every object accepted, no field lost, `istioctl validate` clean',
  async run(context: SuiteContext): Promise<void> {
    const { report, lifetime } = context;
    const istioctl = await Istioctl.at(lifetime);
    const known = KnownDifferences.read(context.knownDifferencesFile, 'apply');
    // Nothing listens there: the webhooks are refused on this machine, which istiod's failure policy forgives before it is up.
    const [closedPort] = await freePorts(1);
    for (const example of EXAMPLES) {
      const files = exampleFiles(example);
      const cluster = await startCluster(lifetime, example);
      for (const applied of await applyFiles(cluster, files, lifetime.folder, closedPort)) {
        const name = `${example}/${path.basename(applied.file)}`;
        report.check(`${name}: the API server takes all ${applied.objects.length} objects`, [...applied.complaints, ...applied.warnings]);
        report.group(`${name}: stored as written`, await lostObjects(cluster.kubectl, applied.objects, known));
        await validate(context, istioctl, name, applied.file);
      }
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
    await tryReadme(context, closedPort);
  },
};

/** What the validator has against Istio's own chart `gateway`, which names the port of its health so. */
const OF_THE_CHART = /port "status-port" does not follow the Istio naming convention/;

async function validate({ report }: SuiteContext, istioctl: Istioctl, name: string, file: string): Promise<void> {
  const answer = await istioctl.run(['validate', '-f', file]);
  const lines = `${answer.stdout}\n${answer.stderr}`.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /^\s*\*/.test(line));
  const taken = answer.code === 0 || (errors.length > 0 && errors.every((line) => OF_THE_CHART.test(line)));
  report.check(`${name}: istioctl validate`, taken ? [] : lines);
  if (answer.code === 0) lines.filter((line) => /warn/i.test(line)).forEach((line) => report.note(line));
}
