import { InlineKind } from './kinds';

/** One thing in which schema/ and a release differ. */
export interface SchemaDifference {
  /** What a release has and schema/ lacks, what only schema/ has, or what both have in another way. */
  readonly what: 'lacking' | 'too many' | 'different';
  /** Where: the kind, and the way to the field in it. */
  readonly path: string;
  /** What the release says; undefined for what it does not have. */
  readonly release?: unknown;
  /** What schema/ says; undefined for what it does not have. */
  readonly own?: unknown;
}

/** Lists whose items count by themselves, in whatever order. */
const SETS = ['enum', 'rules', 'required', 'shortNames', 'categories', 'columns', 'versions'];

/** All differences between schema/ and a release, in the order of their paths. */
export function compareKinds(own: Record<string, InlineKind>, release: Record<string, InlineKind>): SchemaDifference[] {
  return compareMaps(own, release, '');
}

function compareMaps(own: Record<string, any>, release: Record<string, any>, path: string): SchemaDifference[] {
  const names = [...new Set([...Object.keys(own), ...Object.keys(release)])].filter((name) => name !== 'doc').sort();
  return names.flatMap((name) => compareValues(own[name], release[name], path === '' ? name : `${path}.${name}`, name));
}

function compareValues(own: unknown, release: unknown, path: string, name: string): SchemaDifference[] {
  if (JSON.stringify(own) === JSON.stringify(release)) return [];
  if (own === undefined) return [{ what: 'lacking', path, release }];
  if (release === undefined) return [{ what: 'too many', path, own }];
  if (isMap(own) && isMap(release)) return compareMaps(own, release, path);
  if (SETS.includes(name) && Array.isArray(own) && Array.isArray(release)) return compareSets(own, release, path);
  return [{ what: 'different', path, release, own }];
}

function compareSets(own: unknown[], release: unknown[], path: string): SchemaDifference[] {
  const [ownTexts, releaseTexts] = [own, release].map((items) => items.map((item) => JSON.stringify(item)));
  return [
    ...release.filter((_, at) => !ownTexts.includes(releaseTexts[at])).map((item): SchemaDifference => ({ what: 'lacking', path, release: item })),
    ...own.filter((_, at) => !releaseTexts.includes(ownTexts[at])).map((item): SchemaDifference => ({ what: 'too many', path, own: item })),
  ];
}

function isMap(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A difference as a line for people. */
export function formatDifference({ what, path, release, own }: SchemaDifference): string {
  const place = fieldPath(path);
  switch (what) {
    case 'lacking': return `+ ${place}: ${short(release)}`;
    case 'too many': return `- ${place}: ${short(own)}`;
    case 'different': return `~ ${place}: ${short(own)} -> ${short(release)}`;
  }
}

/** The path as one writes a field: without the words of the notation, `[]` for any item and `{}` for any key. */
function fieldPath(path: string): string {
  return path.replace('.schema.', '.').replaceAll('.fields.', '.').replace('.fields.', '.').replaceAll('.list', '[]').replaceAll('.map', '{}')
    .replaceAll('[].fields', '[]').replaceAll('{}.fields', '{}');
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
