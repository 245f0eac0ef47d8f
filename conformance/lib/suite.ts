import { Lifetime } from './process';
import { Report } from './report';

/** What the command line says to suites that generate what they compare. */
export interface SuiteOptions {
  /** Chooses the generated objects. */
  readonly seed: number;
  /** How many of them. */
  readonly count: number;
  /** How many, where the command line says so. */
  readonly asked?: number;
  /** Whether everything is compared, rather than a sample of it. */
  readonly whole: boolean;
  /** Whether both are the ones of every run: what the list of known differences is about. */
  readonly usual: boolean;
  /** A folder for lists of everything that differs. */
  readonly lists?: string;
}

/** What a suite works with. */
export interface SuiteContext {
  readonly report: Report;
  readonly lifetime: Lifetime;
  /** The suites' list of known differences. */
  readonly knownDifferencesFile: string;
  readonly options: SuiteOptions;
}

export interface Suite {
  readonly name: string;
  /** What it shows, for `--help`. */
  readonly title: string;
  run(context: SuiteContext): Promise<void>;
}
