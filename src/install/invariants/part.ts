import { JsonObject } from '../../reference/json';
import type { ChartName } from '../charts';
import { Release } from '../release';

/** One installed chart of a cluster. */
export interface InstalledPart {
  readonly chart: ChartName;
  readonly release: Release;
  /** Its merged values, as it is rendered with. */
  readonly values: JsonObject;
  /** Its values as they were given, without any default. */
  readonly given: JsonObject;
  /** What it is called in messages, such as `revision "canary"`. */
  readonly title: string;
}

/** A name that stands for a revision. */
export interface InstalledTag {
  readonly tag: string;
  /** Name of the revision; "default" for the one without a name. */
  readonly revision: string;
  readonly title: string;
}

/** All that is installed into one cluster. */
export interface Installed {
  readonly parts: readonly InstalledPart[];
  readonly tags: readonly InstalledTag[];
}

/** Something that does not hold across components. */
export interface InvariantFinding {
  /** An error is never what was meant; a warning is seldom. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, with which values, and what to do. */
  readonly message: string;
  /** The guard rail that it is, where it is one. */
  readonly code?: string;
}

/** A rule that holds across the components of one cluster. */
export type Invariant = (installed: Installed) => readonly InvariantFinding[];

/** The parts that are one of some charts. */
export function partsOf({ parts }: Installed, ...charts: readonly ChartName[]): InstalledPart[] {
  return parts.filter(({ chart }) => charts.includes(chart));
}

/** Name of the revision of an istiod or of what belongs to one; "default" for the one without a name. */
export function revisionOf({ values }: InstalledPart): string {
  return values.revision || 'default';
}

/** A finding that fails synthesis. */
export function error(message: string): InvariantFinding {
  return { severity: 'error', message };
}

/** A finding that is only said. */
export function warning(message: string): InvariantFinding {
  return { severity: 'warning', message };
}
