import { Lifetime } from './process';
import { Report } from './report';

/** What a suite works with. */
export interface SuiteContext {
  readonly report: Report;
  readonly lifetime: Lifetime;
  /** The suites' list of known differences. */
  readonly knownDifferencesFile: string;
}

export interface Suite {
  readonly name: string;
  /** What it shows, for `--help`. */
  readonly title: string;
  run(context: SuiteContext): Promise<void>;
}
