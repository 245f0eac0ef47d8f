import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { dump } from 'js-yaml';
import { differences, formatDifference } from '../lib/compare';
import { exampleFiles } from '../lib/examples';
import { checkRestricted } from '../lib/inject-restricted';
import { runningWebhook } from '../lib/inject-running';
import { Installed, Installer } from '../lib/inject-setups';
import { caseSubjects, drawnSubjects, podSubjects, sampleFiles } from '../lib/inject-subjects';
import { Check, Subject, threeWay, ThreeWay } from '../lib/inject-three-way';
import { changedAgain, flagsOf, wayBack, write } from '../lib/inject-way-back';
import { InjectorSetup, plainAll } from '../lib/injector';
import { istioModule, yamlFiles } from '../lib/istio-module';
import { Istioctl } from '../lib/istioctl';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { KubeObject, objectName, podOf, readObjects } from '../lib/objects';
import { OwnProgram } from '../lib/own-program';
import { REPOSITORY } from '../lib/programs';
import { Suite, SuiteContext } from '../lib/suite';

/** Pods by lot of a run; a shorter one takes fewer. */
const DRAWN = 1000;

/** Compares our injector with Istio's, and Istio's with our templates with the same with its own. */
export const inject: Suite = {
  name: 'inject',
  title: 'our injector, and our templates in Istio\'s, against Istio\'s own, pod by pod',
  async run(context: SuiteContext): Promise<void> {
    const { report, lifetime, knownDifferencesFile, options } = context;
    const istioctl = await Istioctl.at(lifetime);
    const known = KnownDifferences.read(knownDifferencesFile, 'inject');
    const istio = await istioModule();
    const installer = new Installer(istioctl);
    const installed = await installer.install([]);
    const count = Math.min(options.count, DRAWN);

    const compare = async (title: string, subjects: readonly Subject[]): Promise<ThreeWay> => {
      const result = await threeWay(subjects, known);
      const refused = result.refused === 0 ? '' : `, ${result.refused} of them refused`;
      report.group(`${title}, ours (${subjects.length} inputs${refused})`, result.own);
      report.group(`${title}, our templates`, result.served);
      return result;
    };

    const cases = await caseSubjects(path.join(istio, 'pkg', 'kube', 'inject', 'testdata', 'inject'), installer);
    const firstOfCases = await compare('the cases of Istio\'s tests, command line', cases.commandLine);
    await compare('the cases of Istio\'s tests, webhook', cases.webhook);

    const setup: InjectorSetup = { ...installed, revision: '', native: false };
    const files = [...sampleFiles(path.join(istio, 'samples')), ...guestbook(), ...withoutProxies(lifetime.folder)];
    const samples = files.map((file): Subject => ({ name: path.relative(istio, file).replace(/^(\.\.\/)+/, ''), setup, input: readFileSync(file, 'utf8') }));
    await compare('samples, guestbook and our examples', samples);

    const drawn = drawnSubjects(options.seed, count, installed, 'command line');
    const first = await compare('workloads by lot, command line', drawn);
    await compare('workloads by lot, webhook', drawnSubjects(options.seed + 1, count, installed, 'webhook'));
    const twice = async (title: string, subjects: readonly Subject[], once: ThreeWay): Promise<string[]> => {
      const injected = again(subjects, once);
      return changedAgain(once, await compare(title, injected), injected.map(({ name }) => name));
    };
    const changed = [...await twice('what was injected already', drawn, first), ...await twice('cases that were injected already', cases.commandLine, firstOfCases)];
    report.note(`Istio's injector makes something else of ${changed.length} of them than of what they were: ${changed.join('; ') || 'none'}`);

    const running = await runningWebhook(lifetime, istioctl, installed);
    const pods = [...samples, ...cases.commandLine].flatMap(({ name, input }) => podSubjects(name, String(input), running));
    await compare('pods of the samples and of Istio\'s tests, sent to a running istiod over loopback', pods);
    await compare('pods by lot, sent to it', drawnSubjects(options.seed + 2, count, installed, 'webhook').map((subject) => ({ ...subject, setup: running })));

    report.group('inject of files, against kube-inject', await commandLines(istioctl, files, installed, lifetime.folder, known));
    const back = await wayBack([...samples, ...cases.commandLine, ...drawn], lifetime.folder);
    report.group('inject of what it injected changes nothing, where Istio\'s changes nothing', back.twice.filter(({ name }) => ![...changed, ...OTHERWISE_AGAIN].includes(name)));
    report.group('--remove gives back letter for letter what was', back.removed);
    report.group('--remove gives back the objects of JSON, and of two sorts of ends of lines', back.objects);
    await checkRestricted(context, installed);
    if (options.usual) report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

function guestbook(): string[] {
  const corpus = path.join(REPOSITORY, '..', 'shared', 'corpus', 'guestbook');
  return ['v1', 'v2'].map((version) => path.join(corpus, version)).filter(existsSync).flatMap(yamlFiles);
}

/**
 * Of a proxy that is an init container already, Istio keeps what a template of the user lays over it and drops the rest; ours keeps the whole
 * container. A pod that was injected is not to be injected again, so this one difference is left alone.
 */
const OTHERWISE_AGAIN = ['sidecar-spire.yaml'];

/** Those that Istio injects, injected once more. */
function again(subjects: readonly Subject[], { answers }: ThreeWay): Subject[] {
  return subjects.flatMap((subject, at) => {
    const answer = answers[at];
    if (!('objects' in answer) || OTHERWISE_AGAIN.includes(subject.name)) return [];
    return [{ ...subject, input: answer.objects.map((object) => JSON.stringify(object)).join('\n---\n') }];
  });
}

/** Our command beside Istio's, with the same files of a control plane. */
async function commandLines(
  istioctl: Istioctl,
  files: readonly string[],
  installed: Installed,
  folder: string,
  known: KnownDifferences,
): Promise<Check[]> {
  const own = new OwnProgram();
  const args = flagsOf(installed, folder);
  const config = write(folder, 'config', installed.config);
  const checks: Check[] = [];
  // Each start of Istio's program takes a while; what it makes of every file was compared above.
  for (const file of files.filter((_, at) => at % 4 === 0)) {
    const theirs = await istioctl.run(['kube-inject', '--revision', 'default', ...args, '--injectConfigFile', config, '-f', file]);
    const ours = await own.run(['inject', ...args, '-f', file]);
    const complaints = (theirs.code === 0) !== (ours.code === 0)
      ? [`kube-inject ended with ${theirs.code}, inject with ${ours.code}: ${theirs.stderr}${ours.stderr}`]
      : await differencesOf(readObjects(theirs.stdout), readObjects(ours.stdout), known);
    checks.push({ name: path.basename(file), complaints });
  }
  return checks;
}

async function differencesOf(theirs: KubeObject[], ours: KubeObject[], known: KnownDifferences): Promise<string[]> {
  const plain = await plainAll(ours);
  const complaints = ours.flatMap((object, at) => {
    const answer = plain[at];
    const found = 'objects' in answer ? answer.objects[0] : object;
    return known.unexplained(objectName(object), differences(theirs[at], found)).map(formatDifference);
  });
  return theirs.length === ours.length ? complaints : [`kube-inject writes ${theirs.length} objects, inject ${ours.length}`];
}

/** The workloads of the examples as they are without this library: its namespace files, the proxies taken out again. */
function withoutProxies(folder: string): string[] {
  return ['guestbook', 'bookinfo'].flatMap((example) => exampleFiles(example).flatMap((file) => {
    const workloads = readObjects(readFileSync(file, 'utf8')).filter((object) => podOf(object)?.metadata?.annotations?.['sidecar.istio.io/status']);
    if (workloads.length === 0) return [];
    return [write(folder, `${example}-${path.basename(file, '.yaml')}-bare.yaml`, workloads.map((object) => dump(withoutProxy(object), { noRefs: true })).join('---\n'))];
  }));
}

function withoutProxy(object: KubeObject): KubeObject {
  const copy = structuredClone(object);
  const pod = podOf(copy)!;
  const isOurs = ({ name }: { name: string }): boolean => ['istio-proxy', 'istio-init', 'istio-validation'].includes(name);
  const volumes = new Set<string>(JSON.parse(pod.metadata.annotations['sidecar.istio.io/status']).volumes);
  pod.spec.containers = pod.spec.containers.filter((container: any) => !isOurs(container));
  pod.spec.initContainers = (pod.spec.initContainers ?? []).filter((container: any) => !isOurs(container));
  pod.spec.volumes = (pod.spec.volumes ?? []).filter(({ name }: { name: string }) => !volumes.has(name));
  for (const list of ['initContainers', 'volumes']) {
    if (pod.spec[list].length === 0) delete pod.spec[list];
  }
  const kept = (key: string): boolean => !key.includes('istio.io/') && !key.startsWith('prometheus.io/') && !key.startsWith('kubectl.kubernetes.io/default');
  pod.metadata.annotations = only(pod.metadata.annotations, kept);
  pod.metadata.labels = only(pod.metadata.labels, (key) => !key.includes('istio.io/'));
  return copy;
}

function only<T>(record: Record<string, T>, keep: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}
