import { InlineKind } from './kinds';

/** One thing in which schema/ and a release differ. */
export interface SchemaDifference {
  /** What a release has and schema/ lacks, what only schema/ has, or what both have in another way. */
  readonly what: 'lacking' | 'too many' | 'different';
  /** The name of the definition. */
  readonly kind: string;
  /** The way to the field in it, `[]` for any item and `{}` for any key; empty for the kind as a whole. */
  readonly path: string;
  /** What the release says; undefined for what it does not have. */
  readonly release?: unknown;
  /** What schema/ says; undefined for what it does not have. */
  readonly own?: unknown;
}

type Difference = Omit<SchemaDifference, 'kind'>;

/** Lists whose items count by themselves, in whatever order. */
const SETS = ['enum', 'rules', 'required', 'atMostOne', 'shortNames', 'categories', 'columns'];

/** Words of the notation that stand for no step of a path, or for another one. */
const STEPS: Readonly<Record<string, string>> = { schema: '', fields: '', list: '[]', map: '{}' };

/** All differences between schema/ and a release, in the order of their paths. */
export function compareKinds(own: Record<string, InlineKind>, release: Record<string, InlineKind>): SchemaDifference[] {
  return namesOf(own, release).flatMap((kind) => {
    const found = own[kind] && release[kind] ? compareKind(own[kind], release[kind]) : compareValues(own[kind], release[kind], '', kind);
    return found.map((difference) => ({ kind, ...difference }));
  });
}

/** All differences of what stands under names without being a kind: messages, enums, the values of charts. */
export function compareNamed(own: Record<string, Record<string, any>>, release: Record<string, Record<string, any>>): SchemaDifference[] {
  return namesOf(own, release).flatMap((kind) => compareValues(own[kind], release[kind], '', '').map((difference) => ({ kind, ...difference })));
}

/** What a kind says; and, of versions that look otherwise on one side at least, what they say. */
function compareKind({ schemas: ownSchemas = {}, ...own }: InlineKind, { schemas: releaseSchemas = {}, ...release }: InlineKind): Difference[] {
  const inBoth = own.versions.map(({ name }) => name).filter((name) => release.versions.some((version) => version.name === name));
  const apart = inBoth.filter((name) => ownSchemas[name] !== undefined || releaseSchemas[name] !== undefined).sort();
  return [
    ...compareMaps(withVersions(own), withVersions(release), '', false),
    ...apart.flatMap((name) => compareValues(ownSchemas[name] ?? own.schema, releaseSchemas[name] ?? release.schema, `(${name})`, 'schema')),
  ];
}

/** Versions by their names: each is compared with its own. */
function withVersions({ versions, ...kind }: Omit<InlineKind, 'schemas'>): Record<string, any> {
  return { ...kind, versions: Object.fromEntries(versions.map(({ name, ...version }: any) => [name, version])) };
}

function compareMaps(own: Record<string, any>, release: Record<string, any>, path: string, areFields: boolean): Difference[] {
  return namesOf(own, release).flatMap((name) => {
    const step = areFields ? undefined : STEPS[name];
    const place = step === undefined ? (path === '' ? name : `${path}.${name}`) : `${path}${step}`;
    return compareValues(own[name], release[name], place, areFields ? '' : name);
  });
}

function compareValues(own: unknown, release: unknown, path: string, word: string): Difference[] {
  if (textOf(own) === textOf(release)) return [];
  if (own === undefined) return [{ what: 'lacking', path, release }];
  if (release === undefined) return [{ what: 'too many', path, own }];
  if (isMap(own) && isMap(release)) return compareMaps(own, release, path, word === 'fields');
  if (SETS.includes(word) && Array.isArray(own) && Array.isArray(release)) return compareSets(own, release, path);
  return [{ what: 'different', path, release, own }];
}

function compareSets(own: unknown[], release: unknown[], path: string): Difference[] {
  const [ownTexts, releaseTexts] = [own, release].map((items) => items.map(textOf));
  return [
    ...release.filter((_, at) => !ownTexts.includes(releaseTexts[at])).map((item): Difference => ({ what: 'lacking', path, release: item })),
    ...own.filter((_, at) => !releaseTexts.includes(ownTexts[at])).map((item): Difference => ({ what: 'too many', path, own: item })),
  ];
}

function namesOf(own: Record<string, any>, release: Record<string, any>): string[] {
  return [...new Set([...Object.keys(own), ...Object.keys(release)])].sort();
}

/** A value as text, in which the order of the members of a map says nothing. */
function textOf(value: unknown): string {
  const sorted = (map: Record<string, any>) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(value, (_key, inner) => (isMap(inner) ? sorted(inner) : inner));
}

function isMap(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All differences for people: a heading for each kind, its lines below, and how many there are. */
export function formatDifferences(differences: readonly SchemaDifference[]): string {
  if (differences.length === 0) return 'schema/ says what the release says';
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  const blocks = kinds.map((kind) => [kind, ...differences.filter((one) => one.kind === kind).map((one) => `  ${formatDifference(one)}`), ''].join('\n'));
  return [
    ...blocks,
    '+ the release has it   - only schema/ has it   ~ schema/ -> release',
    `${counted(differences.length, 'difference')} in ${counted(kinds.length, 'kind')}`,
  ].join('\n');
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A difference as a line. */
export function formatDifference({ what, path, release, own }: SchemaDifference): string {
  const place = path === '' ? '' : `${path}: `;
  switch (what) {
    case 'lacking': return `+ ${place}${described(release)}`;
    case 'too many': return `- ${place}${described(own)}`;
    case 'different': return `~ ${place}${described(own)} -> ${described(release)}`;
  }
}

/** What stands somewhere, in a few words: a field by what it is, a limit by its value. */
function described(value: unknown): string {
  const choice = choiceOf(value);
  if (choice !== undefined) return `at most one of ${choice.join(', ')}`;
  if (!isMap(value)) return short(value);
  if (value.names !== undefined && value.versions !== undefined) {
    return `the kind ${value.names.kind}, ${value.versions.map(({ name }: any) => name).join(', ')}`;
  }
  if (value.fields !== undefined) return `a message of ${Object.keys(value.fields).join(', ')}`;
  if (value.list !== undefined) return `a list, each item ${described(value.list)}`;
  if (value.map !== undefined) return `a map, each value ${described(value.map)}`;
  return short(value);
}

/** The fields of a `oneOf` that stands for "none of them, or one". */
function choiceOf(value: unknown): string[] | undefined {
  const [none, ...fields]: any[] = Array.isArray(value) ? value : [];
  if (none?.not?.anyOf === undefined || JSON.stringify(none.not.anyOf) !== JSON.stringify(fields)) return undefined;
  return fields.map(({ required }) => required?.join('+'));
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
