import { isUndecided } from './precedence';
import { PlacedEntry } from '../narrowing';
import { HttpRule } from '../service-routes';

/** Entries that are one rule with several matches. */
export interface RuleEntries {
  readonly name?: string;
  readonly entries: readonly [PlacedEntry, ...PlacedEntry[]];
}

type Group = [PlacedEntry, ...PlacedEntry[]];

/**
 * Entries as rules. istiod sorts their matches; where it finds no difference, the order in which they are written counts, and entries of
 * one rule that others stand between are two rules.
 *
 * @param apart entries that need a rule of their own
 */
export function ruleEntries(entries: readonly PlacedEntry[], apart: (entry: PlacedEntry) => boolean = () => false): RuleEntries[] {
  const joins = (first: PlacedEntry, entry: PlacedEntry): boolean => first.rule === entry.rule && !apart(first) && !apart(entry);
  const together = grouped(entries, (groups, entry) => groups.find(([first]) => joins(first, entry)));
  const groups = keepsOrder(together.flat(), entries)
    ? together
    : grouped(entries, (before, entry) => before.slice(-1).find(([first]) => joins(first, entry)));
  return groups.map((group, at) => ({ name: nameOf(groups.slice(0, at).map(([{ rule }]) => rule), group[0].rule), entries: group }));
}

function grouped(entries: readonly PlacedEntry[], groupOf: (groups: Group[], entry: PlacedEntry) => Group | undefined): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const group = groupOf(groups, entry);
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Whether entries that istiod does not tell apart stand in the same order. */
function keepsOrder(written: readonly PlacedEntry[], entries: readonly PlacedEntry[]): boolean {
  const places = new Map(entries.map((entry, at) => [entry, at]));
  return written.every((entry, at) => written.slice(at + 1).every((later) => (
    places.get(entry)! < places.get(later)! || entry.rule === later.rule || !isUndecided(entry.match, later.match))));
}

/** Two rules of one route cannot have the same name; the later one gets a number. */
function nameOf(before: readonly HttpRule[], { name }: HttpRule): string | undefined {
  const same = name === undefined ? 0 : before.filter((rule) => rule.name === name).length;
  return same === 0 ? name : `${name}-${same + 1}`;
}
