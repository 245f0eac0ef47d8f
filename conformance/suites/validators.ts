import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatFinding, validateObject } from '../../src/resources/validation';
import { generateObjects } from '../generate';
import { Difference } from '../lib/compare';
import { classesOf, Disagreement, formatClasses, THROWN, writeLists } from '../lib/disagreements';
import { configsOfModule } from '../lib/istio-configs';
import { askIstio, IstioAnswer } from '../lib/istio-validation';
import { Istioctl } from '../lib/istioctl';
import { istioKinds } from '../lib/kinds';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { Suite, SuiteContext } from '../lib/suite';
import { ownTopics, topicsOfIstio } from '../lib/warning-topics';

/** How many generated objects are shown to `istioctl validate` itself. */
const SAMPLE = 600;

/** How often Istio is asked again where we differ. */
const AGAIN = 16;

interface Case {
  /** Where it comes from: a file of the module, or how it was generated. */
  readonly origin: string;
  readonly object: any;
}

/** Compares what we say of objects at synthesis with what Istio's webhook says of them. */
export const validators: Suite = {
  name: 'validators',
  title: 'our admission checks against Istio\'s, over generated objects and every configuration file of its module',
  async run({ report, lifetime, knownDifferencesFile, options }: SuiteContext): Promise<void> {
    const known = KnownDifferences.read(knownDifferencesFile, 'validators');
    const kinds = istioKinds();
    const generated = [...generateObjects(options)].map(({ object, how }): Case => ({ origin: how, object }));
    const files = (await configsOfModule(kinds)).map(({ place, object }): Case => ({ origin: place, object }));
    await crossCheck(report, await Istioctl.at(lifetime), generated.slice(0, SAMPLE));
    const disagreements: Disagreement[] = [];
    for (const [title, cases] of [['generated objects', generated], ['objects of the module', files]] as const) {
      const answers = await answersTo(cases);
      const counts = { refused: 0, warned: 0 };
      const checks = new Map<string, string[]>();
      cases.forEach(({ origin, object }, index) => {
        if (answers[index].errors.length > 0) counts.refused++;
        if (answers[index].warnings.length > 0) counts.warned++;
        const found = compare(object, origin, answers[index])
          .filter(({ difference }) => known.unexplained(`${object.kind}/${origin}`, [difference]).length > 0);
        disagreements.push(...found.map(({ disagreement }) => disagreement));
        const of = checks.get(object.kind) ?? [];
        checks.set(object.kind, [...of, ...found.map(({ disagreement }) => `${disagreement.what}: ${[...disagreement.theirs, ...disagreement.ours][0] ?? ''} (${origin})`)]);
      });
      report.note(`${cases.length} ${title}: Istio refuses ${counts.refused} and warns of ${counts.warned}`);
      report.group(title, [...checks].map(([name, complaints]) => ({ name, complaints: complaints.slice(0, 5).concat(complaints.length > 5 ? [`… ${complaints.length} in all`] : []) })));
    }
    const classes = classesOf(disagreements);
    for (const line of formatClasses(classes)) report.note(line);
    writeFileSync(path.join(lifetime.folder, 'disagreements.json'), JSON.stringify(classes, undefined, 1));
    if (options.lists !== undefined) writeLists(path.join(options.lists, 'validators'), disagreements, [...kinds].map((kind) => kind.split('/')[1]));
    if (options.usual) report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

/**
 * Istio's answers. It goes through maps in an order that changes from one time to the next, and so do some verdicts: where we differ, it
 * is asked again, and any of its answers will do.
 */
async function answersTo(cases: readonly Case[]): Promise<IstioAnswer[]> {
  const answers = await askIstio(cases.map(({ object }) => object));
  const open = cases.flatMap(({ object, origin }, index) => compare(object, origin, answers[index]).length > 0 ? [index] : []);
  const again = await askIstio(open.flatMap((index) => Array.from({ length: AGAIN }, () => cases[index].object)));
  open.forEach((index, at) => {
    const { object, origin } = cases[index];
    answers[index] = again.slice(at * AGAIN, (at + 1) * AGAIN).find((answer) => compare(object, origin, answer).length === 0) ?? answers[index];
  });
  return answers;
}

/** What differs between Istio's answer and ours: the verdict, or what the warnings are about where both take the object. */
function compare(object: any, origin: string, answer: IstioAnswer): { difference: Difference; disagreement: Disagreement }[] {
  let findings;
  try {
    // A stranger beside the spec is refused by the API server first, and so it is by us.
    findings = validateObject(object, answer.stage === 'fields' ? {} : { sources: ['admission'] });
  } catch (error) {
    findings = [{ severity: 'error', path: '', problem: `thrown: ${(error as Error).stack}`, fix: '' } as any];
  }
  const errors = findings.filter(({ severity }) => severity === 'error').map(formatFinding);
  const warned = findings.filter(({ severity }) => severity === 'warning');
  const warnings = warned.map(formatFinding);
  const thrown = errors.find((message) => message.startsWith('thrown: '));
  const differs = (what: string, message: string | undefined, theirs: readonly string[], ours: readonly string[]) => [{
    difference: { path: [what], kind: 'changed', expected: theirs, actual: ours, message } as Difference,
    disagreement: { kind: object.kind, origin, object, what, theirs, ours },
  }];
  if (thrown !== undefined) return differs(THROWN, answer.errors[0], answer.errors, [thrown]);
  if ((errors.length > 0) !== (answer.errors.length > 0)) return differs(errors.length > 0 ? 'refused by us alone' : 'taken by us alone', answer.errors[0], answer.errors, errors);
  // Istio gives the warnings of a refused object away only at times.
  if (errors.length > 0) return [];
  const [theirs, ours] = [topicsOfIstio(answer.warnings), ownTopics(warned.map(({ problem }) => problem))];
  if (theirs.join('\n') === ours.join('\n')) return [];
  const what = ours.length === theirs.length ? 'other warnings' : ours.length > theirs.length ? 'more warnings' : 'fewer warnings';
  return differs(what, theirs.find((topic) => !ours.includes(topic)), answer.warnings, warnings);
}

/** Asks `istioctl validate` itself about some: that the program we compare with says the same. */
async function crossCheck(report: SuiteContext['report'], istioctl: Istioctl, cases: readonly Case[]): Promise<void> {
  const sample = cases.map(({ object }, index) => ({ ...object, metadata: { ...object.metadata, name: `n${index}` } }));
  const answers = await askIstio(sample);
  const outcome = await istioctl.run(['validate', '-f', '-'], sample.map((object) => JSON.stringify(object)).join('\n---\n'));
  const named = (text: string) => new Set([...text.matchAll(/^\s*\* (\S*\/n\d+):/gm)].map(([, name]) => name));
  const said = named(`${outcome.stdout}\n${outcome.stderr}`);
  const complaints = sample.flatMap((object, index) => {
    const name = `${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
    const answered = answers[index].errors.length + answers[index].warnings.length > 0;
    return answered === said.has(name) ? [] : [`${name}: istioctl ${said.has(name) ? 'has something to say' : 'says nothing'}; validate says ${JSON.stringify(answers[index])}`];
  });
  report.check(`validate says what istioctl validate says of ${sample.length} objects`, complaints);
}
