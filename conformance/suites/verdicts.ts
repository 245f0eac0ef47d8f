import * as path from 'node:path';
import { Bundle, readBundle } from '../../src/resources/bundle';
import { crdManifests } from '../../src/resources/crds';
import { formatFinding, validateObject } from '../../src/resources/validation';
import { generateObjects } from '../generate';
import { dryRun, Verdict } from '../lib/admission';
import { Cluster, startCluster } from '../lib/apiserver';
import { crdCorpus } from '../lib/corpus';
import { gatewayApiDefinitions, istioDefinitions } from '../lib/definitions';
import { classesOf, Disagreement, formatClasses, writeLists } from '../lib/disagreements';
import { configsOfModule } from '../lib/istio-configs';
import { Istioctl } from '../lib/istioctl';
import { gatewayApiBundle, kindsOf } from '../lib/kinds';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { KubeObject } from '../lib/objects';
import { Lifetime } from '../lib/process';
import { Suite, SuiteContext } from '../lib/suite';

interface Case {
  readonly origin: string;
  readonly object: any;
  /** What the refusal is known to say; null for what is known to be taken; undefined where nobody has said. */
  readonly refusal?: string | null;
}

/** Whether an object is refused with Istio's CRDs, with ours, and by us without a cluster: always all three or none. */
export const verdicts: Suite = {
  name: 'verdicts',
  title: 'a real API server with our CRDs, one with Istio\'s, and our checks without any: the same verdict on every object',
  async run(context: SuiteContext): Promise<void> {
    const { report, lifetime, knownDifferencesFile, options } = context;
    const known = KnownDifferences.read(knownDifferencesFile, 'verdicts');
    const istio = readBundle();
    const gateway = gatewayApiBundle();
    const [theirs, ours] = await Promise.all([
      clusterWith(lifetime, 'theirs', [...await istioDefinitions(await Istioctl.at(lifetime)), ...gateway ? await gatewayApiDefinitions() : []]),
      clusterWith(lifetime, 'ours', [...crdManifests(istio), ...gateway ? crdManifests(gateway) : []]),
    ]);
    const count = Math.max(1000, Math.ceil(options.count / 5));
    const groups: [string, Bundle, Case[]][] = [
      ['corpus', istio, crdCorpus().map(({ place, object, refusal }) => ({ origin: place, object: lowerNamed(object), refusal: refusal ?? null }))],
      ['generated objects', istio, generated({ seed: options.seed, count, bundle: istio })],
      ['objects of the module', istio, (await configsOfModule(kindsOf(istio))).map(({ place, object }) => ({ origin: place, object: homed(object) }))],
      ...gateway ? [
        ['generated Gateway API objects', gateway, generated({ seed: options.seed, count: Math.ceil(count / 2), bundle: gateway })],
        ['Gateway API objects of the module', gateway, (await configsOfModule(kindsOf(gateway))).map(({ place, object }) => ({ origin: place, object: homed(object) }))],
      ] as [string, Bundle, Case[]][] : [],
    ];
    const disagreements: Disagreement[] = [];
    for (const [title, bundle, all] of groups) {
      // Only what a server serves can be asked; a name that Kubernetes refuses hides what the CRD says.
      const cases = all.filter(({ object }) => isServed(object, bundle) && isNamed(object));
      if (all.length > cases.length) report.note(`${title}: ${all.length - cases.length} of ${all.length} are left out, for they have a version that is not served or no good name`);
      const answers = await Promise.all([theirs, ours].map(async (cluster) => dryRun(cluster, cases.map(({ object }) => object), bundle)));
      const complaints = new Map<string, string[]>(cases.map(({ object }) => [object.kind, []]));
      cases.forEach((one, index) => {
        for (const found of compare(one, answers[0][index], answers[1][index])) {
          if (known.unexplained(`${one.object.kind}/${one.origin}`, [{ path: [found.what], kind: 'changed', message: found.theirs[0] ?? '' }]).length === 0) continue;
          disagreements.push(found);
          complaints.get(one.object.kind)!.push(`${one.origin}: ${found.what}: ${[...found.theirs, ...found.ours][0] ?? ''}`);
        }
      });
      report.note(`${title}: ${cases.length}, of which ${answers[0].filter(({ taken }) => !taken).length} are refused`);
      report.group(title, [...complaints].map(([name, lines]) => ({ name, complaints: lines.slice(0, 5).concat(lines.length > 5 ? [`… ${lines.length} in all`] : []) })));
    }
    for (const line of formatClasses(classesOf(disagreements))) report.note(line);
    if (options.lists !== undefined) {
      writeLists(path.join(options.lists, 'verdicts'), disagreements, [...kindsOf(istio), ...gateway ? kindsOf(gateway) : []].map((kind) => kind.split('/')[1]));
    }
    if (options.usual) report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

/** An API server that serves these definitions. */
async function clusterWith(lifetime: Lifetime, name: string, definitions: readonly KubeObject[]): Promise<Cluster> {
  const cluster = await startCluster(lifetime, name);
  await cluster.kubectl.applyObjects([...definitions, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]);
  await cluster.kubectl.waitForCrds();
  return cluster;
}

function generated(options: { seed: number; count: number; bundle: Bundle }): Case[] {
  return [...generateObjects(options)].map(({ object, how }) => ({ origin: how, object }));
}

/** In the one namespace that every cluster has, under a name that Kubernetes takes: test data is not always written for a cluster. */
function homed(object: any): any {
  return { ...object, metadata: { ...object.metadata, name: 'of-the-module', namespace: 'default' } };
}

/** Under a name that Kubernetes takes: a case of the corpus has capitals in its own. */
function lowerNamed(object: any): any {
  return { ...object, metadata: { ...object.metadata, name: object.metadata.name.toLowerCase() } };
}

function isServed({ apiVersion, kind }: any, { kinds }: Bundle): boolean {
  const [group, version] = apiVersion.split('/');
  return kinds[kind]?.group === group && kinds[kind].versions.some((one: any) => one.name === version && one.served);
}

function isNamed({ metadata }: any): boolean {
  return /^[a-z0-9]([-a-z0-9.]{0,200}[a-z0-9])?$/.test(metadata?.name ?? '') && ['default', 'shop', undefined].includes(metadata.namespace);
}

function compare({ origin, object, refusal }: Case, theirs: Verdict, ours: Verdict): Disagreement[] {
  const found: Disagreement[] = [];
  const differs = (what: string, first: readonly string[], second: readonly string[]) =>
    found.push({ kind: object.kind, origin, object, what, theirs: first, ours: second });
  const shown = ({ taken, message }: Verdict) => taken ? [] : [message];
  if (refusal === null && !theirs.taken) differs('known to be taken', [], shown(theirs));
  if (typeof refusal === 'string' && !says(theirs, refusal)) differs('known to be refused', [refusal], shown(theirs));
  if (typeof refusal === 'string' && !says(ours, refusal)) differs('refused in other words', [refusal], shown(ours));
  if (theirs.taken !== ours.taken) differs(ours.taken ? 'taken by our CRD alone' : 'refused by our CRD alone', shown(theirs), shown(ours));
  const findings = check(object);
  if (theirs.taken !== (findings.length === 0)) differs(theirs.taken ? 'refused by us alone' : 'taken by us alone', shown(theirs), findings);
  return found;
}

/** Whether a refusal has these words. How a value is shown in it changes between versions of Kubernetes. */
function says({ message }: Verdict, refusal: string): boolean {
  const [said, expected] = [message, refusal].map((text) => text.replace(/Invalid value: (?:"(?:[^"\\]|\\.)*"|[0-9.e+-]+|null|true|false): /g, 'Invalid value: '));
  return said.includes(expected);
}

/** What we say of an object in place of an API server. */
function check(object: any): string[] {
  try {
    return validateObject(object, { sources: ['structure', 'rule'] }).filter(({ severity }) => severity === 'error').map(formatFinding);
  } catch (error) {
    return [`thrown: ${(error as Error).stack}`];
  }
}
