import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Difference, differences, formatDifference } from '../lib/compare';
import { exampleFiles } from '../lib/examples';
import { istioModule, yamlFiles } from '../lib/istio-module';
import { Istioctl } from '../lib/istioctl';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { KubeObject, objectName, podOf, readObjects } from '../lib/objects';
import { Outcome, output, run } from '../lib/process';
import { ownCommand, REPOSITORY } from '../lib/programs';
import { Suite, SuiteContext } from '../lib/suite';

/** Compares our `inject` with kube-inject, and what kube-inject makes of our template with what it makes of Istio's. */
export const inject: Suite = {
  name: 'inject',
  title: 'our inject, and our webhook template, against `istioctl kube-inject`, pod by pod',
  async run({ report, lifetime, knownDifferencesFile }: SuiteContext): Promise<void> {
    const istioctl = await Istioctl.at(lifetime);
    const known = KnownDifferences.read(knownDifferencesFile, 'inject');
    const own = ownCommand();
    const theirs = injectorFiles(lifetime.folder, 'istio', await istioctl.output(['manifest', 'generate']));
    const ours = injectorFiles(lifetime.folder, 'own', await output(own.command, [...own.args, 'manifest']));

    for (const { title, files } of await inputs(lifetime.folder)) {
      if (files.length === 0) {
        report.note(`${title}: not on this machine`);
        continue;
      }
      const injected: Check[] = [];
      const served: Check[] = [];
      for (const file of files) {
        const expected = index(await istioctl.output(['kube-inject', ...theirs, '-f', file]));
        const complain = (found: Map<string, KubeObject> | Refusal, isCompared: (object?: KubeObject) => boolean) =>
          compareFile(path.basename(file), expected, found, isCompared, known);
        injected.push(...complain(await attempt(run(own.command, [...own.args, 'inject', '-f', file])), () => true));
        served.push(...complain(await attempt(istioctl.run(['kube-inject', ...ours, '-f', file])), (object) => object !== undefined && podOf(object) !== undefined));
      }
      report.group(`${title}, our inject (${files.length} files)`, injected);
      report.group(`${title}, Istio's injector with our template`, served);
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

interface Check {
  readonly name: string;
  readonly complaints: string[];
}

/** What a program said instead of injecting. */
interface Refusal {
  readonly refusal: string;
}

async function attempt(running: Promise<Outcome>): Promise<Map<string, KubeObject> | Refusal> {
  const outcome = await running;
  return outcome.code === 0 ? index(outcome.stdout) : { refusal: outcome.stderr.trim() };
}

/** Compares a file object by object. A refused file counts as one, "file/NAME", with the field "refusal". */
function compareFile(
  file: string,
  expected: Map<string, KubeObject>,
  found: Map<string, KubeObject> | Refusal,
  isCompared: (object?: KubeObject) => boolean,
  known: KnownDifferences,
): Check[] {
  if (!(found instanceof Map)) {
    const refusal: Difference = { path: ['refusal'], kind: 'extra', actual: found.refusal };
    return [{ name: file, complaints: known.unexplained(`file/${file}`, [refusal]).map(formatDifference) }];
  }
  return [...new Set([...expected.keys(), ...found.keys()])].filter((name) => isCompared(expected.get(name))).map((name) => ({
    name: `${file}: ${name}`,
    complaints: known.unexplained(name, differences(expected.get(name), found.get(name))).map(formatDifference),
  }));
}

/** Writes what the ConfigMaps of a control plane tell its injector, and gives the flags that name those files. */
function injectorFiles(folder: string, prefix: string, text: string): string[] {
  const maps = readObjects(text).filter(({ kind }) => kind === 'ConfigMap');
  const write = (map: string, key: string) => {
    const found = maps.find(({ metadata }) => metadata.name === map)?.data?.[key];
    if (typeof found !== 'string') throw new Error(`The manifest of "${prefix}" has no ConfigMap "${map}" with the key "${key}"`);
    const file = path.join(folder, `${prefix}-${map}-${key}`);
    writeFileSync(file, found);
    return file;
  };
  return [
    '--revision', 'default',
    '--injectConfigFile', write('istio-sidecar-injector', 'config'),
    '--valuesFile', write('istio-sidecar-injector', 'values'),
    '--meshConfigFile', write('istio', 'mesh'),
  ];
}

async function inputs(folder: string): Promise<{ title: string; files: string[] }[]> {
  const istio = await istioModule();
  const corpus = path.join(REPOSITORY, '..', 'shared', 'corpus', 'guestbook');
  return [
    { title: 'bookinfo of Istio', files: yamlFiles(path.join(istio, 'samples', 'bookinfo', 'platform', 'kube')) },
    { title: 'guestbook', files: ['v1', 'v2'].map((version) => path.join(corpus, version)).filter(existsSync).flatMap(yamlFiles) },
    { title: 'guestbook example', files: withoutProxies(folder, 'guestbook') },
    { title: 'bookinfo example', files: withoutProxies(folder, 'bookinfo') },
    { title: 'Istio\'s own injection tests', files: injectionTests(path.join(istio, 'pkg', 'kube', 'inject')) },
  ];
}

/** The workloads of an example as they are without this library: its namespace files, the proxies taken out again. */
function withoutProxies(folder: string, example: string): string[] {
  return exampleFiles(example).flatMap((file) => {
    const workloads = readObjects(readFileSync(file, 'utf8')).filter((object) => podOf(object)?.metadata?.annotations?.['sidecar.istio.io/status']);
    if (workloads.length === 0) return [];
    const bare = path.join(folder, `${example}-${path.basename(file, '.yaml')}-bare.json`);
    writeFileSync(bare, workloads.map((object) => JSON.stringify(withoutProxy(object))).join('\n---\n'));
    return [bare];
  });
}

function withoutProxy(object: KubeObject): KubeObject {
  const copy = structuredClone(object);
  const pod = podOf(copy)!;
  const isOurs = ({ name }: { name: string }) => ['istio-proxy', 'istio-init', 'istio-validation'].includes(name);
  const volumes = new Set<string>(JSON.parse(pod.metadata.annotations['sidecar.istio.io/status']).volumes);
  pod.spec.containers = pod.spec.containers.filter((container: any) => !isOurs(container));
  pod.spec.initContainers = (pod.spec.initContainers ?? []).filter((container: any) => !isOurs(container));
  pod.spec.volumes = (pod.spec.volumes ?? []).filter(({ name }: { name: string }) => !volumes.has(name));
  for (const list of ['initContainers', 'volumes']) {
    if (pod.spec[list].length === 0) delete pod.spec[list];
  }
  pod.metadata.annotations = only(pod.metadata.annotations, (key) => !key.includes('istio.io/') && !key.startsWith('prometheus.io/') && !key.startsWith('kubectl.kubernetes.io/default'));
  pod.metadata.labels = only(pod.metadata.labels, (key) => !key.includes('istio.io/'));
  return copy;
}

function only<T>(record: Record<string, T>, keep: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}

/**
 * The Deployments among the inputs of Istio's injection tests that are tested with default settings: those that the test adds by
 * itself because no case of its list names them, and the cases that say nothing but input and result.
 */
function injectionTests(folder: string): string[] {
  const source = readFileSync(path.join(folder, 'inject_test.go'), 'utf8');
  const data = path.join(folder, 'testdata', 'inject');
  const files = readdirSync(data);
  const named = new Set([...source.matchAll(/want:\s*"([^"]+)"/g)].map((match) => match[1]));
  const added = files.filter((file) => file.endsWith('.yaml') && !file.endsWith('.iop.yaml')
    && files.includes(`${file}.injected`) && !named.has(`${file}.injected`));
  const plain = [...source.matchAll(/\{(?:\s*\/\/[^\n]*)*\s*in:\s*"([^"]+)",\s*want:\s*"[^"]+",\s*\}/g)].map((match) => match[1]);
  return [...new Set([...added, ...plain])].sort().map((file) => path.join(data, file))
    .filter((file) => readObjects(readFileSync(file, 'utf8')).every(({ kind }) => kind === 'Deployment'));
}

function index(text: string): Map<string, KubeObject> {
  const objects = new Map<string, KubeObject>();
  for (const object of readObjects(text)) {
    let name = objectName(object);
    for (let copy = 2; objects.has(name); copy++) name = `${objectName(object)}#${copy}`;
    objects.set(name, object);
  }
  return objects;
}
