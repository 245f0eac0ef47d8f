import { Difference, differences, formatDifference } from './compare';
import { settingsOf, withOwnTemplates } from './inject-setups';
import { injectAll, InjectorAnswer, InjectorRequest, InjectorSetup, plainAll } from './injector';
import { KnownDifferences } from './known-differences';
import { KubeObject, objectName } from './objects';
import { injectObject } from '../../src/injection';
import { AS_KUBECTL, yamlLibrary } from '../../src/yaml/library';

/** What is injected three ways. */
export interface Subject {
  /** For the report, and for refusals in the list of known differences. */
  readonly name: string;
  readonly setup: InjectorSetup;
  /** Documents for the command line, or a pod for the webhook. */
  readonly input: string | KubeObject;
  /** The namespace of the pod, with its annotations. */
  readonly namespace?: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
}

/** One comparison, and what differs. */
export interface Check {
  readonly name: string;
  readonly complaints: string[];
}

/** How each subject fared, and what Istio's injector made of it. */
export interface ThreeWay {
  /** Ours against Istio's. */
  readonly own: Check[];
  /** Istio's injector with our templates against the same with its own. */
  readonly served: Check[];
  readonly answers: readonly InjectorAnswer[];
  /** How many Istio refuses. */
  readonly refused: number;
}

/** Injects each subject with Istio's templates, with ours, and by our injector, and compares. */
export async function threeWay(subjects: readonly Subject[], known: KnownDifferences): Promise<ThreeWay> {
  const served = new Map<InjectorSetup, InjectorSetup>();
  const requests = subjects.flatMap((subject): InjectorRequest[] => {
    const ours = served.get(subject.setup) ?? withOwnTemplates(subject.setup);
    served.set(subject.setup, ours);
    return [requestOf(subject, subject.setup), requestOf(subject, ours)];
  });
  const answers = await injectAll(requests);
  const own = await plain(subjects.map(injectedByUs));
  const expected = answers.filter((_, at) => at % 2 === 0);
  return {
    own: subjects.map(({ name }, at) => compare(name, expected[at], own[at], known)),
    served: subjects.map(({ name }, at) => compare(name, expected[at], answers[2 * at + 1], known)),
    answers: expected,
    refused: expected.filter((answer) => 'refusal' in answer).length,
  };
}

function requestOf({ input, namespace }: Subject, setup: InjectorSetup): InjectorRequest {
  if (typeof input === 'string') return { setup, file: input };
  return { setup, pod: input, namespace: namespace?.name ?? 'default', ...(namespace?.annotations && { annotations: namespace.annotations }) };
}

function injectedByUs({ setup, input, namespace }: Subject): InjectorAnswer {
  const settings = settingsOf(setup, typeof input === 'string' ? 'kube-inject' : 'webhook');
  const objects = typeof input === 'string' ? asKubectlReads(input) : [input];
  try {
    return { objects: objects.map((object) => injectObject(object, settings, namespace ?? { name: object.metadata?.namespace ?? 'default' }).object as KubeObject) };
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}

/** Octal numbers, say, are none to the reader of the suites. */
function asKubectlReads(text: string): KubeObject[] {
  const objects = yamlLibrary().parseAllDocuments(text, AS_KUBECTL).map((document): unknown => document.toJS()) as (KubeObject | null)[];
  return objects.flatMap((object) => (object === null ? [] : object.kind === 'List' ? object.items as KubeObject[] : [object]));
}

/** The objects as Go's types have them, so that zeros and empty fields are no differences. */
async function plain(answers: readonly InjectorAnswer[]): Promise<InjectorAnswer[]> {
  const objects = answers.flatMap((answer) => ('objects' in answer ? answer.objects : []));
  const written = await plainAll(objects);
  let at = 0;
  return answers.map((answer) => {
    if ('refusal' in answer) return answer;
    return {
      objects: answer.objects.map((object) => {
        const found = written[at++];
        // Kinds without pods are not known there; they are as they were.
        return 'objects' in found ? found.objects[0] : object;
      }),
    };
  });
}

function compare(name: string, expected: InjectorAnswer, actual: InjectorAnswer, known: KnownDifferences): Check {
  const refusal = (difference: Difference): Check => ({ name, complaints: known.unexplained(`file/${name}`, [difference]).map(formatDifference) });
  if ('refusal' in expected) {
    return 'refusal' in actual ? { name, complaints: [] } : refusal({ path: ['refusal'], kind: 'missing', expected: expected.refusal });
  }
  if ('refusal' in actual) return refusal({ path: ['refusal'], kind: 'extra', actual: actual.refusal });
  const count = Math.max(expected.objects.length, actual.objects.length);
  const complaints = Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const [one, other] = [expected.objects[at], actual.objects[at]];
    return known.unexplained(objectName(one ?? other), differences(one, other)).map(formatDifference);
  });
  return { name, complaints };
}
