import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** A Kubernetes object. */
type Manifest = any;

/** What a doc comment says that a method writes: objects of a kind, or a field of them. */
export interface Claim {
  readonly kind: string;
  /** The field, such as `spec.http[].timeout`; `["…"]` around a key with dots. */
  readonly field?: string;
}

/**
 * What a doc comment says that is written, in sentences that begin with "Writes": each kind in backticks, and each field in backticks of the
 * kind that is named before it, or of the first one. What holds in some cases only is said in other sentences.
 */
export function claimsOf(text: string): Claim[] {
  return writingSentences(text).flatMap((sentence) => {
    const words = [...sentence.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    let kind = words.find(isKind) ?? '';
    return words.flatMap((word): Claim[] => {
      if (isKind(word)) {
        kind = word;
        return [{ kind }];
      }
      return /^(spec|metadata|data|rules|roleRef|subjects)(\W|$)/.test(word) ? [{ kind, field: word }] : [];
    });
  });
}

function isKind(word: string): boolean {
  return /^[A-Z]\w*[a-z]$/.test(word);
}

/** The sentences that begin with "Writes". */
export function writingSentences(text: string): string[] {
  return text.split(/(?<=[.)])\s+(?=[A-Z`])/).filter((sentence) => /^Writes\b/.test(sentence));
}

/** The objects that an app wrote into a folder. */
export function writtenObjects(folder: string): Manifest[] {
  return readdirSync(folder).flatMap((file) => parseAllDocuments(readFileSync(path.join(folder, file), 'utf8'), { logLevel: 'silent' }).map((one) => one.toJS()))
    .filter((one) => one !== null);
}

/** Whether there are objects as claimed that are not, or are not so, among those of another program. */
export function isShown({ kind, field }: Claim, objects: readonly Manifest[], before: readonly Manifest[]): boolean {
  const known = new Map(before.map((one) => [titleOf(one), one]));
  const said = (one: Manifest): unknown => (field === undefined ? one : valuesAt(one, stepsOf(field)));
  return objects.some((one) => {
    if (one.kind !== kind || (field !== undefined && valuesAt(one, stepsOf(field)).length === 0)) return false;
    const same = known.get(titleOf(one));
    return same === undefined || JSON.stringify(said(one)) !== JSON.stringify(said(same));
  });
}

/** A claim as the doc comment has it. */
export function claimTitle({ kind, field }: Claim): string {
  return field === undefined ? kind : `${kind} ${field}`;
}

function titleOf({ kind, apiVersion, metadata }: Manifest): string {
  return [apiVersion, kind, metadata?.namespace, metadata?.name].join(' ');
}

/** `spec.http[].match` in steps: `spec`, `http`, `[]`, `match`. */
function stepsOf(field: string): string[] {
  return [...field.matchAll(/\["([^"]+)"\]|(\[\])|([^.[\]]+)/g)].map(([, quoted, every, name]) => quoted ?? every ?? name);
}

function valuesAt(value: unknown, [step, ...others]: readonly string[]): unknown[] {
  if (step === undefined) return [value];
  if (step === '[]') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, others)) : [];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt(value[step as keyof typeof value], others);
}
