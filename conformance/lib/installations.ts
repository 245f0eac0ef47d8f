import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Difference as ObjectDifference, formatDifference } from './compare';
import { classesOf, Disagreement, formatClasses, THROWN, writeLists } from './disagreements';
import { Documents, ReadObject } from './documents';
import { formatKnownDifference, KnownDifferences } from './known-differences';
import { mapSome, Outcome, tail } from './process';
import { SuiteContext } from './suite';

/** What two programs make differently of the same installation. */
export type Difference = Pick<Disagreement, 'kind' | 'what' | 'theirs' | 'ours'>;

/** Exit code of our command line for a fault of its own. */
const FAULT = 70;

/** Compares what a real program and ours make of one installation: the same objects, or a refusal of both. */
export class Comparison {
  /** What no known difference explains, of the differences of two texts. */
  private readonly unexplained = new WeakMap<readonly ObjectDifference[], readonly ObjectDifference[]>();

  constructor(private readonly documents: Documents, private readonly known: KnownDifferences) {}

  /** @param forced what the real program makes of it when it is told to go on all the same; asked where its refusal is a known difference */
  public async of(title: string, expected: Outcome, actual: Outcome, forced?: () => Promise<Outcome>): Promise<Difference[]> {
    const theirs = tail(expected.stderr, 20);
    const ours = tail(actual.stderr, 3);
    if (actual.code === FAULT) return [{ kind: 'refusals', what: THROWN, theirs: [], ours: [tail(actual.stderr, 12)] }];
    if (expected.code !== 0 && actual.code !== 0) return [];
    if (expected.code !== 0 || actual.code !== 0) {
      const kind = expected.code !== 0 ? 'missing' as const : 'extra' as const;
      const message = (kind === 'missing' ? theirs : ours).replaceAll('\n', ' ');
      if (this.known.unexplained(`installation/${title}`, [{ path: ['refused'], kind, message }]).length === 0) {
        return kind === 'missing' && forced !== undefined ? this.of(title, await forced(), actual) : [];
      }
      return [{ kind: 'refusals', what: kind === 'missing' ? 'they alone refuse' : 'we alone refuse', theirs: [message], ours: [] }];
    }
    try {
      return this.objects(expected.stdout, actual.stdout);
    } catch (error) {
      return [{ kind: 'unreadable', what: 'cannot be read', theirs: [], ours: [String(error)] }];
    }
  }

  private objects(expectedText: string, actualText: string): Difference[] {
    const expected = this.documents.read(expectedText, true);
    const actual = this.documents.read(actualText);
    return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((name) => {
      const all = this.documents.differences(expected.get(name), actual.get(name));
      const found = this.unexplained.get(all) ?? this.known.unexplained(name, all);
      this.unexplained.set(all, found);
      const kind = componentOf(name, expected.get(name) ?? actual.get(name)!);
      return found.map((difference) => ({ kind, what: 'differs', theirs: [`${name} ${formatDifference(difference)}`], ours: [] }));
    });
  }
}

/** The chart that an object is of, as far as its name and its labels say it. */
function componentOf(name: string, { object }: ReadObject): string {
  const component = object.metadata.labels?.['operator.istio.io/component'];
  if (component !== undefined) return component;
  return /ztunnel/.test(name) ? 'Ztunnel' : /cni/.test(name) ? 'Cni' : /egress/.test(name) ? 'EgressGateways' : /ingress/.test(name) ? 'IngressGateways' : /CustomResourceDefinition/.test(name) ? 'Base' : 'Pilot';
}

/** One installation that both programs are asked for. */
export interface InstallationCase {
  readonly title: string;
  /** The part of Istio that it is of, where it is of one: what differs is listed below its name. */
  readonly part?: string;
  /** Whether we refuse it, whatever the real program does. */
  readonly refused?: boolean;
}

/** What the real program and ours make of one installation. */
export interface Answers {
  readonly expected: Outcome;
  readonly actual: Outcome;
  /** Has the real program go on where it refuses what does not keep it from going on. */
  readonly forced?: () => Promise<Outcome>;
}

/** How many real programs run at a time. */
const WORKERS = 2;

/**
 * Compares many installations, a group at a time: says how many differ, shows a few of them, and puts together what differs in the same
 * way.
 *
 * @param ask what the real program and ours make of one of them
 */
export async function compareInstallations<Case extends InstallationCase>(
  { report, knownDifferencesFile, options }: SuiteContext,
  groups: Readonly<Record<string, readonly Case[]>>,
  ask: (one: Case, id: string) => Promise<Answers>,
): Promise<void> {
  const known = KnownDifferences.read(knownDifferencesFile, report.suite);
  const comparison = new Comparison(new Documents(), known);
  const disagreements: Disagreement[] = [];
  for (const [group, cases] of Object.entries(groups)) {
    let refused = 0;
    const checks = await mapSome(WORKERS, cases, async (one, index) => {
      const { expected, actual, forced } = await ask(one, `${group.replace(/\W+/g, '-')}-${index}`);
      if (expected.code !== 0) refused++;
      const differing = await comparison.of(one.title, expected, actual, forced);
      if (one.refused === true && actual.code === 0) differing.push({ kind: 'refusals', what: 'we do not refuse', theirs: [], ours: [] });
      const found = differing.map((difference): Disagreement => (
        { ...difference, kind: one.part ?? difference.kind, origin: one.title, object: one }
      ));
      disagreements.push(...found);
      return { name: one.title, complaints: found.map(({ what, theirs, ours }) => `${what}: ${theirs[0] ?? ours[0] ?? ''}`) };
    });
    report.note(`${group}: ${cases.length} installations, of which the real program refuses ${refused}`);
    report.group(group, checks, { shown: 5, lines: 4 });
  }
  for (const line of formatClasses(classesOf(disagreements))) report.note(line);
  if (options.lists !== undefined) {
    writeLists(options.lists, disagreements, new Set(disagreements.map(({ kind }) => kind)));
    const lines = disagreements.map(({ origin, what, theirs, ours }) => `${origin}\t${what}\t${theirs[0] ?? ours[0] ?? ''}\n`);
    writeFileSync(path.join(options.lists, `${report.suite}.tsv`), lines.join(''));
  }
  if (options.whole) report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
}
