import { IConstruct } from 'constructs';
import { failure, finding } from './fail';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Whether a name can be that of a Kubernetes Service or Namespace (RFC 1123 label, at most 63 characters). */
export function isDnsLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}

/**
 * What is wrong with a name that Kubernetes would not take for a Service or a Namespace.
 *
 * @param name the name
 * @param what what it shall name, with its article: `a gateway`
 * @param example names that would do, quoted
 */
export function nameFlaw(name: string, what: string, example?: string): { readonly problem: string; readonly fix: string } | undefined {
  if (isDnsLabel(name)) return undefined;
  return {
    problem: `"${name}" is not a name for ${what}`,
    fix: `Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends${example === undefined ? '' : `, such as ${example}`}`,
  };
}

/** Refuses such a name at a construct. */
export function checkName(scope: IConstruct, name: string, what: string, example?: string): void {
  const flaw = nameFlaw(name, what, example);
  if (flaw !== undefined) throw failure(scope, flaw.problem, flaw.fix);
}

/** Refuses such a name of a value, which stands at no construct. */
export function checkNameOfValue(name: string, what: string, example?: string): void {
  const flaw = nameFlaw(name, what, example);
  if (flaw !== undefined) throw new Error(finding(flaw.problem, flaw.fix));
}
