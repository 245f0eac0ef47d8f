import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Difference, DifferenceKind, differences, formatPath, parsePath } from './compare';

/** One line of the list: where we differ from the real program on purpose, and why. */
export interface KnownDifference {
  /** The suite that finds it, or some of them. */
  readonly suite: string | readonly string[];
  /** Name of the object as "Kind/namespace/name"; `*` stands for anything. */
  readonly object: string;
  /** Path of the field; `*` stands for anything within one step, `**` for any number of steps. */
  readonly path: string;
  /** Only differences of this kind. */
  readonly kind?: DifferenceKind;
  /** Only where the real program has exactly this value. */
  readonly expected?: unknown;
  /** Only where we have exactly this value. */
  readonly actual?: unknown;
  /** Only where the real program says this; `*` stands for anything. */
  readonly message?: string;
  /** Only where ours is the text of the real program's number or truth value, or its text as a whole line. */
  readonly as?: 'text' | 'line';
  readonly reason: string;
}

/** The list of known differences of one suite. It remembers which lines were needed. */
export class KnownDifferences {
  /** The lines of a file that are about the suite. */
  public static read(file: string, suite: string): KnownDifferences {
    const entries = (load(readFileSync(file, 'utf8')) ?? []) as KnownDifference[];
    entries.forEach((entry, index) => check(entry, `${file}, entry ${index + 1}`));
    return new KnownDifferences(entries.filter((entry) => suitesOf(entry).includes(suite)));
  }

  private readonly matchers: { entry: KnownDifference; object: RegExp; path: string[]; message: RegExp }[];
  private readonly needed = new Set<KnownDifference>();

  constructor(entries: readonly KnownDifference[]) {
    this.matchers = entries.map((entry) => ({ entry, object: glob(entry.object), path: parsePath(entry.path), message: glob(entry.message ?? '*') }));
  }

  /** The differences that no line explains. */
  public unexplained(object: string, found: readonly Difference[]): Difference[] {
    return found.filter((difference) => {
      const matcher = this.matchers.find(({ entry, object: names, path, message }) =>
        (entry.kind === undefined || entry.kind === difference.kind)
        && (entry.expected === undefined || isSame(entry.expected, difference.expected))
        && (entry.actual === undefined || isSame(entry.actual, difference.actual))
        && (entry.as === undefined || isAs(entry.as, difference))
        && (entry.message === undefined || message.test(difference.message ?? ''))
        && names.test(object) && matches(path, difference.path));
      if (matcher) this.needed.add(matcher.entry);
      return matcher === undefined;
    });
  }

  /** The lines that explained nothing: what they say is no longer true. */
  public get unneeded(): KnownDifference[] {
    return this.matchers.map(({ entry }) => entry).filter((entry) => !this.needed.has(entry));
  }

  /** How many lines explained something. */
  public get neededCount(): number {
    return this.needed.size;
  }
}

function suitesOf({ suite }: KnownDifference): readonly string[] {
  return typeof suite === 'string' ? [suite] : suite;
}

function isAs(form: 'text' | 'line', { expected, actual }: Difference): boolean {
  if (form === 'line') return typeof expected === 'string' && actual === `${expected}\n`;
  return ['number', 'boolean'].includes(typeof expected) && actual === String(expected);
}

/** A line of the list for people. */
export function formatKnownDifference(entry: KnownDifference): string {
  return `${entry.object} ${formatPath(parsePath(entry.path))}${entry.kind ? ` (${entry.kind})` : ''}${entry.message ? `: ${entry.message}` : ''}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return differences(one, other).length === 0;
}

function check(entry: KnownDifference, place: string): void {
  for (const field of ['suite', 'object', 'path', 'reason'] as const) {
    const given = field === 'suite' ? suitesOf(entry) : [entry[field]];
    if (given.length === 0 || given.some((text) => typeof text !== 'string' || text === '')) {
      throw new Error(`${place}: "${field}" is missing. Every known difference has a suite, an object, a path and a reason.`);
    }
  }
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length === 0) return path.length === 0;
  if (pattern[0] === '**') {
    return matches(pattern.slice(1), path) || (path.length > 0 && matches(pattern, path.slice(1)));
  }
  return path.length > 0 && glob(pattern[0]).test(path[0]) && matches(pattern.slice(1), path.slice(1));
}

function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}
