import { Finding, Source } from './findings';

/** Which checks are made. */
export interface ValidationOptions {
  /**
   * Whose checks: those of the API server by structure, by rule, and those of Istio's admission (with the reading before it).
   *
   * @default all of them
   */
  readonly sources?: readonly Source[];
}

/**
 * What is wrong with a Kubernetes object, as plain data: what a cluster would refuse or warn about. Objects of kinds that schema/ does
 * not hold are left alone. Nothing is thrown, whatever is given.
 */
export function validateObject(_object: unknown, _options: ValidationOptions = {}): Finding[] {
  return [];
}

/** What is wrong with each of several objects. */
export function validateObjects(objects: readonly unknown[], options: ValidationOptions = {}): Finding[][] {
  return objects.map((object) => validateObject(object, options));
}

/** A finding in a sentence or two: what is wrong, with the value, and what to do. */
export function formatFinding(finding: Finding): string {
  return `${finding.path === '' ? '' : `${finding.path}: `}${finding.problem}. ${finding.fix}`;
}
