import * as path from 'node:path';
import { groupsOf, isClass } from '../../schema/tools/classes/choice';
import { Types } from '../../schema/tools/classes/types';
import { Field, typeParts } from '../../schema/tools/notation';
import { readSchema, Schema } from '../../schema/tools/source';
import { readBundle } from '../../src/resources/bundle';
import { validateObject } from '../../src/resources/validation';
import { generateObjects } from '../generate';
import { Difference, differences, formatDifference } from '../lib/compare';
import { CompilerError, Project } from '../lib/compiled';
import { ConfigOfModule, configsOfModule } from '../lib/istio-configs';
import { askIstio } from '../lib/istio-validation';
import { kindsOf } from '../lib/kinds';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { Inexpressible, ofNow, SourcePrinter } from '../lib/source-printer';
import { Suite, SuiteContext } from '../lib/suite';

/** An object of the module on its way through our classes. */
interface Traveller {
  readonly id: string;
  readonly place: string;
  readonly object: any;
  readonly isRefused: boolean;
  /** Why it cannot be written or made. */
  failure?: string;
  /** The line of the program that makes it. */
  line?: number;
  result?: any;
}

/** How many generated objects come along. */
const GENERATED = 1500;

const PROGRAM = 'objects.ts';
const STRANGERS = 'unknown-fields.ts';

/** Writes every configuration object of Istio's module as a program with our classes, compiles it, runs it and compares. */
export const roundtrip: Suite = {
  name: 'roundtrip',
  title: 'every configuration object of Istio\'s module, made with our classes in a compiled program, is the same object',
  async run({ report, lifetime, knownDifferencesFile, options }: SuiteContext): Promise<void> {
    const schema = readSchema();
    const known = KnownDifferences.read(knownDifferencesFile, 'roundtrip');
    const configs = [...await configsOfModule(kindsOf(readBundle())), ...generated(options.seed)];
    const answers = await askIstio(configs.map(({ object }) => object));
    const travellers = configs.map(({ place, object }, index): Traveller => ({ id: `o${index}`, place, object, isRefused: answers[index].errors.length > 0 || isRefusedByApiServer(object) }));
    const project = new Project(path.join(lifetime.folder, 'program'));
    project.write(PROGRAM, programOf(travellers, new SourcePrinter(schema)));
    const strangers = strangersOf(schema);
    project.write(STRANGERS, strangers.text);
    const errors = await project.compile();
    tell(travellers, errors.filter(({ file }) => file === PROGRAM));
    // What does not compile still runs: types are gone by then. That it fails is known already.
    for (const [id, outcome] of Object.entries(JSON.parse(await project.run(PROGRAM)) as Record<string, { object?: any; error?: string }>)) {
      const traveller = travellers.find((one) => one.id === id)!;
      traveller.failure ??= outcome.error;
      traveller.result = outcome.object;
    }
    const kinds = [...new Set(travellers.map(({ object }) => object.kind as string))].sort();
    for (const kind of kinds) {
      const of = travellers.filter(({ object }) => object.kind === kind);
      report.group(kind, of.map((one) => ({ name: one.place, complaints: known.unexplained(`${kind}/${one.place}`, differencesOf(one, schema)).map(formatDifference) })));
    }
    const refused = travellers.filter(({ isRefused }) => isRefused);
    report.note(`${travellers.length} objects; a cluster refuses ${refused.length}, of which our classes cannot make ${refused.filter(({ failure }) => failure !== undefined).length}`);
    report.check(`a field that does not exist does not compile, in any of ${strangers.count} structs`, errors.filter(({ file }) => file === STRANGERS).map(({ line, message }) => `line ${line}: ${message}`));
    if (options.usual) report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

/** Objects of which some are odd and many are fine: what a cluster takes must be possible with the classes. */
function generated(seed: number): ConfigOfModule[] {
  return [...generateObjects({ seed, count: GENERATED })].filter(({ object }) => typeof object.metadata?.name === 'string')
    .map(({ object, how }) => ({ place: `generated, ${how} (${object.metadata.name})`, object }));
}

/** What an API server refuses as the suite `verdicts` shows. */
function isRefusedByApiServer(object: any): boolean {
  return validateObject(object, { sources: ['structure', 'rule'] }).some(({ severity }) => severity === 'error');
}

/** A program with a line for each object, which prints what came of it. */
function programOf(travellers: readonly Traveller[], printer: SourcePrinter): string {
  const lines = travellers.flatMap((one) => {
    try {
      return [{ one, text: printer.object(one.object, 'chart', one.id) }];
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
      one.failure = error.message;
      return [];
    }
  });
  const head = [
    'import { ApiObject, Chart, Testing } from \'cdk8s\';',
    `import { ${[...printer.names].sort().join(', ')} } from 'cdk8s-istio';`,
    'const chart = new Chart(Testing.app(), \'chart\');',
    'const makers: [string, () => ApiObject][] = [',
  ];
  lines.forEach(({ one }, index) => { one.line = head.length + index + 1; });
  return [
    ...head,
    ...lines.map(({ one, text }) => `  [${JSON.stringify(one.id)}, () => ${text}],`),
    '];',
    'const made: Record<string, object> = {};',
    'for (const [id, make] of makers) {',
    '  try { made[id] = { object: make().toJson() }; } catch (error) { made[id] = { error: (error as Error).message }; }',
    '}',
    'process.stdout.write(JSON.stringify(made));',
  ].join('\n');
}

function tell(travellers: readonly Traveller[], errors: readonly CompilerError[]): void {
  for (const { line, message } of errors) {
    const one = travellers.find((candidate) => candidate.line === line);
    if (one === undefined) throw new Error(`${PROGRAM}, line ${line}: ${message}`);
    one.failure ??= message;
  }
}

/** What differs between an object and what our class made of it. What Istio refuses may be refused by us. */
function differencesOf({ object, result, failure, isRefused }: Traveller, schema: Schema): Difference[] {
  if (failure !== undefined) return isRefused ? [] : [{ path: ['made'], kind: 'changed', expected: 'the object', actual: failure, message: failure }];
  return differences(canonical(object, schema), canonical(result, schema));
}

/** An object as the class writes it: of the first version, without a status, under the names of now, and without what is null. */
function canonical({ status: _, apiVersion, metadata, ...object }: any, schema: Schema): any {
  const { group, versions, spec } = schema.kinds[object.kind];
  return withoutNulls({
    ...object, apiVersion: `${group}/${versions[0].name}`, metadata: { ...metadata, name: metadata?.name ?? '' }, spec: renamed(spec, object.spec ?? {}, schema),
  });
}

function renamed(field: Field, value: any, schema: Schema): any {
  if (value === null || typeof value !== 'object') return value;
  if (typeof field !== 'string' && (field.list ?? field.map) !== undefined) return eachOf(value, (item) => renamed((field.list ?? field.map)!, item, schema));
  const { name, suffixes } = typeParts(typeof field === 'string' ? field : field.is!);
  const message = schema.messages[name];
  if (message === undefined) return value;
  const one = (item: any): any => typeof item !== 'object' || item === null || Array.isArray(item) ? item
    : mapValues(ofNow(message, item), (inner, key) => message.fields[key] === undefined ? inner : renamed(message.fields[key], inner, schema));
  return suffixes.some((suffix) => suffix !== '?') ? eachOf(value, one) : one(value);
}

function eachOf(value: any, change: (item: any) => any): any {
  return Array.isArray(value) ? value.map((item) => change(item)) : mapValues(value, change);
}

function mapValues(map: Readonly<Record<string, unknown>>, change: (value: any, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

function withoutNulls(value: any): any {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** A program with a field too many in every struct. Each would compile, were it not for that field. */
function strangersOf(schema: Schema): { text: string; count: number } {
  const types = new Types(schema);
  const structs = Object.entries(schema.messages).filter(([name]) => types.reached(name)).flatMap(([name, message]) => {
    // An empty object fits a struct without fields, whatever it has.
    if (!isClass(message)) return Object.keys(message.fields).length > 0 ? [name] : [];
    const others = Object.keys(message.fields).filter((field) => !groupsOf(message).flat().includes(field));
    return message.wrapper !== true && others.length + Object.keys(message.groups ?? {}).length > 0 ? [`${name}Options`] : [];
  });
  const kinds = Object.keys(schema.kinds).map((kind) => `${kind}Props`);
  const all = [...structs, ...kinds];
  return {
    count: all.length,
    text: [
      `import { ${all.join(', ')} } from 'cdk8s-istio';`,
      'const existing = <T>(): T => undefined as T;',
      ...all.flatMap((name, index) => ['// @ts-expect-error there is no such field', `export const s${index}: ${name} = { ...existing<${name}>(), noSuchField: 1 };`]),
    ].join('\n'),
  };
}
