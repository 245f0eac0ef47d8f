import { IConstruct } from 'constructs';

/**
 * An error about one construct, in three parts: what is wrong (with the value), and what to do.
 *
 * @param scope the construct that the message is about; its path leads the message
 * @param what what is wrong, with the value in it
 * @param fix what to do about it
 * @param code the guard rail that it is, such as "A13" (docs/guard-rails.md)
 */
export function failure(scope: IConstruct, what: string, fix: string, code?: string): Error {
  return new Error(`[${scope.node.path}] ${finding(what, fix, code)}`);
}

/**
 * A finding of a validation: cdk8s itself puts the construct's path before it. One with a code can be suppressed, if the validation
 * is made with `checks()`.
 */
export function finding(what: string, fix: string, code?: string): string {
  return `${what}. ${fix}.${code === undefined ? '' : ` (${code})`}`;
}

/** Values in a message: quoted, in the order given, and "none" when there are none. */
export function listed(values: readonly (string | number)[]): string {
  return values.length === 0 ? 'none' : values.map((value) => (typeof value === 'string' ? `"${value}"` : `${value}`)).join(', ');
}

/** Words in a sentence: `a`, `a and b`, `a, b and c`, with another word than "and" before the last where it is given. */
export function inSentence(words: readonly (string | undefined)[], last = 'and'): string {
  return words.length <= 1 ? String(words[0]) : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Labels in a message, as kubectl writes a selector. */
export function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? 'none' : pairs.sort().join(',');
}
