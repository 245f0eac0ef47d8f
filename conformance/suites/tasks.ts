import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Testing } from 'cdk8s';
import { nameOf, TASKS } from '../../examples/tasks';
import { differences, formatDifference } from '../lib/compare';
import { istioModule } from '../lib/istio-module';
import { askIstio } from '../lib/istio-validation';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { meaningsOf } from '../lib/meaning';
import { KubeObject, objectName, readObjects } from '../lib/objects';
import { Suite, SuiteContext } from '../lib/suite';
import { SOURCES } from '../task-sources';
import { staleness } from '../task-table';

/** Compares the programs of examples/tasks with what Istio's documentation applies. */
export const tasks: Suite = {
  name: 'tasks',
  title: 'the tasks of Istio\'s documentation as programs: what they write means what the tasks apply',
  async run({ report, knownDifferencesFile }: SuiteContext): Promise<void> {
    const known = KnownDifferences.read(knownDifferencesFile, 'tasks');
    const samples = path.join(await istioModule(), 'samples');
    for (const task of TASKS) {
      const name = nameOf(task);
      const checks = await Promise.all(Object.entries(task.steps).map(async ([step, declare]) => {
        const objects = synthesize(declare);
        const files = SOURCES[name]?.[step];
        const differing = files === undefined ? [] : compare(`${name}/${step}`, known, objectsOf(samples, files), objects);
        return { name: step, complaints: [...await refusals(objects), ...differing] };
      }));
      report.group(name, checks);
    }
    const stepsOf = (name: string): object => TASKS.find((task) => nameOf(task) === name)?.steps ?? {};
    const unknown = Object.entries(SOURCES).flatMap(([name, steps]) =>
      Object.keys(steps).filter((step) => !Object.hasOwn(stepsOf(name), step)).map((step) => `${name}: there is no step "${step}"`));
    report.check('every file of the samples belongs to a step', unknown);
    report.check('docs/tasks.md lists the tasks as they are', staleness(samples));
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

function synthesize(declare: (app: App) => void): KubeObject[] {
  const app = new App();
  declare(app);
  return app.charts.flatMap((chart) => Testing.synth(chart));
}

/** What is there once the files are applied one after the other. */
function objectsOf(folder: string, files: readonly string[]): KubeObject[] {
  const objects = files.flatMap((file) => readObjects(readFileSync(path.join(folder, file), 'utf8')));
  return [...new Map(objects.map((object) => [objectName(object), object])).values()];
}

async function refusals(objects: readonly KubeObject[]): Promise<string[]> {
  const answers = await askIstio(objects);
  return answers.flatMap(({ errors }, at) => errors.map((error) => `${objects[at].kind} ${objects[at].metadata.name}: ${error}`));
}

/** What differs in meaning. Services stand in ours alone: the task has applied the sample before. */
function compare(place: string, known: KnownDifferences, expected: readonly KubeObject[], actual: readonly KubeObject[]): string[] {
  const [theirs, ours] = [meaningsOf(expected, actual), meaningsOf(actual)];
  return [...new Set([...theirs, ...ours].map(({ name }) => name))].flatMap((name) => {
    const found = differences(theirs.find((one) => one.name === name)?.value, ours.find((one) => one.name === name)?.value);
    return known.unexplained(`${place}/${name}`, found).map((difference) => `${name} ${formatDifference(difference)}`);
  });
}
