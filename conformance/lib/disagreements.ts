import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** An object of which we say something else than the real program. */
export interface Disagreement {
  readonly kind: string;
  /** Where the object comes from. */
  readonly origin: string;
  readonly object: unknown;
  /** What differs, in a few words. */
  readonly what: string;
  /** What the real program says. */
  readonly theirs: readonly string[];
  /** What we say. */
  readonly ours: readonly string[];
}

/** Disagreements that have the same cause, as far as one can tell from what was said. */
export interface DisagreementClass {
  readonly kind: string;
  readonly what: string;
  /** What was said first, without names and numbers. */
  readonly said: string;
  readonly members: readonly Disagreement[];
}

/** What differs where our own checks break down. */
export const THROWN = 'thrown';

/** Puts together what differs in the same way; the largest class comes first. */
export function classesOf(disagreements: readonly Disagreement[]): DisagreementClass[] {
  const classes = new Map<string, DisagreementClass & { members: Disagreement[] }>();
  for (const one of disagreements) {
    const said = anonymous((one.what === THROWN ? undefined : one.theirs[0]) ?? one.ours[0] ?? '');
    const key = JSON.stringify([one.kind, one.what, said]);
    const found = classes.get(key) ?? { kind: one.kind, what: one.what, said, members: [] };
    found.members.push(one);
    classes.set(key, found);
  }
  return [...classes.values()].sort((a, b) => b.members.length - a.members.length);
}

/** A message without what is of one object: quoted texts, numbers, and what is too long to read. */
export function anonymous(message: string): string {
  return message.replace(/"(?:[^"\\]|\\.)*"/g, '"…"').replace(/\d+/g, 'N').replace(/\s+/g, ' ').slice(0, 110);
}

/** A line a class. */
export function formatClasses(classes: readonly DisagreementClass[], shown = 40): string[] {
  const lines = classes.slice(0, shown).map(({ kind, what, said, members }) => `${String(members.length).padStart(5)}  ${kind.padEnd(22)} ${what.padEnd(26)} ${said}`);
  return classes.length > shown ? [...lines, `… and ${classes.length - shown} more classes`] : lines;
}

/** Writes a file a kind, with three examples of each class. A kind without any gets none. */
export function writeLists(folder: string, disagreements: readonly Disagreement[], kinds: Iterable<string>): void {
  mkdirSync(folder, { recursive: true });
  for (const kind of kinds) {
    const classes = classesOf(disagreements.filter((one) => one.kind === kind));
    const text = classes.flatMap(({ what, said, members }) => [
      `== ${members.length} × ${what}: ${said}`,
      ...smallest(members).flatMap(({ origin, object, theirs, ours }) => [
        `  ${origin}`, `    object: ${JSON.stringify(object).slice(0, 4000)}`, ...theirs.map((line) => `    they: ${line}`), ...ours.map((line) => `    we:   ${line}`),
      ]),
      '',
    ]).join('\n');
    writeFileSync(path.join(folder, `${kind}.txt`), text === '' ? 'nothing differs\n' : text);
  }
}

/** Those that are read most quickly. */
function smallest(members: readonly Disagreement[]): Disagreement[] {
  return [...members].sort((a, b) => JSON.stringify(a.object).length - JSON.stringify(b.object).length).slice(0, 3);
}
