import * as path from 'node:path';
import { startCluster } from '../lib/apiserver';
import { formatDifference, lostFields } from '../lib/compare';
import { EXAMPLES, exampleFiles } from '../lib/examples';
import { AppliedFile, applyFiles } from '../lib/install';
import { Istioctl } from '../lib/istioctl';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { Kubectl } from '../lib/kubectl';
import { KubeObject, objectName } from '../lib/objects';
import { freePorts } from '../lib/process';
import { tryReadme } from '../lib/readme';
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
        report.check(`${name}: the API server takes all ${applied.objects.length} objects`, applied.complaints);
        report.group(`${name}: stored as written`, await stored(cluster.kubectl, applied, known));
        await validate(context, istioctl, name, applied.file);
      }
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
    await tryReadme(context, closedPort);
  },
};

/** Reads every object back and looks for what was written. */
async function stored(kubectl: Kubectl, { objects }: AppliedFile, known: KnownDifferences): Promise<{ name: string; complaints: string[] }[]> {
  const answer = await kubectl.run(
    ['get', '--ignore-not-found', '-o', 'json', '-f', '-'],
    { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) },
  );
  if (answer.code !== 0) return [{ name: 'reading back', complaints: [answer.stderr] }];
  const list = answer.stdout === '' ? { kind: 'List', items: [] } : JSON.parse(answer.stdout);
  const found: KubeObject[] = list.kind === 'List' ? list.items : [list];
  const byName = new Map(found.map((object) => [objectName(object), object]));
  return objects.map((object) => {
    const name = objectName(object);
    const twin = byName.get(name) ?? byName.get(objectName({ ...object, metadata: { ...object.metadata, namespace: 'default' } }));
    return { name, complaints: twin ? known.unexplained(name, lostFields(object, twin)).map(formatDifference) : ['is not there'] };
  });
}

async function validate({ report }: SuiteContext, istioctl: Istioctl, name: string, file: string): Promise<void> {
  const answer = await istioctl.run(['validate', '-f', file]);
  const lines = `${answer.stdout}\n${answer.stderr}`.split('\n').filter((line) => line.trim() !== '');
  report.check(`${name}: istioctl validate`, answer.code === 0 ? [] : lines);
  if (answer.code === 0) lines.filter((line) => /warn/i.test(line)).forEach((line) => report.note(line));
}
