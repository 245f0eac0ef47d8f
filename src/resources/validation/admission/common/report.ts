import { Findings } from '../../findings';

/** Where a check says what is wrong. */
export type Report = Pick<Findings, 'error' | 'warning'>;

/** A report that keeps errors alone: in some places Istio looks for warnings and then says nothing of them. */
export function errorsOnly(report: Report): Report {
  return {
    error: (place, value, problem, fix) => report.error(place, value, problem, fix),
    warning: () => undefined,
  };
}

/** What is wrong with a text, and what to do about it. */
export interface Flaw {
  readonly problem: string;
  readonly fix: string;
}
