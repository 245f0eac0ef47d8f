import { Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';
import { failure, finding, listed } from './fail';
import { nearest } from './nearest';

/** What is wrong with a value, and what to do about it. */
interface Flaw {
  readonly what: string;
  readonly fix: string;
}

/** What a value of an option must be: it says what is wrong with one that stands at a place, such as `methods[0]`. */
export type OptionKind = (value: unknown, at: string) => Flaw | undefined;

/** What each option of a struct must be. The compiler asks for all of them. */
export type OptionKinds<T> = { readonly [name in keyof Required<T>]: OptionKind };

/** Anything: what is checked elsewhere, such as the fields of Istio's own messages. */
export const anything: OptionKind = () => undefined;
export const text = simple('a text', (value) => typeof value === 'string');
export const number = simple('a number', (value) => typeof value === 'number' && !Number.isNaN(value));
export const flag = simple('true or false', (value) => typeof value === 'boolean');
/** A struct of Istio's, whose fields are checked with the object that it is written to. */
export const struct = simple('an object with fields', isStruct);

/** A list of values of one kind. */
export function listOf(kind: OptionKind): OptionKind {
  return (value, at) => (Array.isArray(value)
    ? firstFlaw([...value.keys()].map((index) => kind(value[index], `${at}[${index}]`)))
    : notA('a list', value, at));
}

/** Values of one kind by names. */
export function mapOf(kind: OptionKind): OptionKind {
  return (value, at) => (isStruct(value)
    ? firstFlaw(Object.entries(value).map(([name, one]) => kind(one, `${at}["${name}"]`)))
    : notA('an object with a value for each name', value, at));
}

const LABEL_WORD = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const LABEL_PREFIX = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/(?=.)/;

/** Labels of Kubernetes. */
export const labels: OptionKind = (value, at) => mapOf(text)(value, at) ?? firstFlaw(Object.entries(value as object).map(([name, one]) => {
  if (one instanceof Lazy) return undefined;
  const wrong = [name.replace(LABEL_PREFIX, ''), one].find((word) => !LABEL_WORD.test(word));
  return wrong === undefined && name !== '' ? undefined : {
    what: `${at} ${shown(`${name}=${one}`)}, which is no label of Kubernetes`,
    fix: 'Use letters, digits, "-", "_" and ".", a letter or digit at both ends, 63 at most; a domain and "/" may stand before a key',
  };
}));

/** One of the words of an enum. */
export function oneOf(words: Readonly<Record<string, string>>): OptionKind {
  const known = Object.values(words);
  return (value, at) => (known.some((one) => one === value) ? undefined : {
    what: `${at} ${shown(value)}, which is none of ${listed(known)}`, fix: 'Give one of them',
  });
}

/** An object of a class or of an interface, known by a member of it. */
export function having(member: string, title: string): OptionKind {
  return simple(title, (value) => typeof value === 'object' && value !== null && member in value);
}

/** A struct with options of its own. */
export function structOf<T>(kinds: OptionKinds<T>): OptionKind {
  return (value, at) => (isStruct(value) ? flawOf(value, kinds, `${at}.`) : notA('an object with options', value, at));
}

export const texts = listOf(text);
export const numbers = listOf(number);
export const duration = having('toMilliseconds', 'a length of time, such as Duration.seconds(5)');
export const ports = listOf(having('protocol', 'a port, such as MeshPort.http(80)'));
export const construct = having('node', 'a construct');

/**
 * Refuses options of which one has a value of another kind, or a name that is unknown: programs that no compiler has looked at would be
 * understood as if the option was not there.
 *
 * @param scope the construct that is asked; undefined for a value that stands at no construct
 * @param who what the options belong to, to begin the message with: `route()`
 * @param options what was given
 * @param kinds what each option must be
 */
export function checkOptions<T>(scope: IConstruct | undefined, who: string, options: T, kinds: OptionKinds<T>): void {
  const flaw = isStruct(options) ? flawOf(options, kinds, '') : notA('an object with options', options, 'the options');
  if (flaw === undefined) return;
  const what = `${who} has ${flaw.what}`;
  throw scope === undefined ? new Error(finding(what, flaw.fix)) : failure(scope, what, flaw.fix);
}

/** Refuses a single argument of another kind. */
export function checkArgument(scope: IConstruct, who: string, name: string, value: unknown, kind: OptionKind): void {
  const flaw = kind(value, name);
  if (flaw !== undefined) throw failure(scope, `${who} has ${flaw.what}`, flaw.fix);
}

function flawOf<T>(options: object, kinds: OptionKinds<T>, before: string): Flaw | undefined {
  const known: Readonly<Record<string, OptionKind>> = kinds;
  return firstFlaw(Object.entries(options).map(([name, value]) => {
    if (!Object.hasOwn(known, name)) return unknownOption(`${before}${name}`, name, Object.keys(known));
    return value === undefined ? undefined : known[name](value, `${before}${name}`);
  }));
}

function unknownOption(at: string, name: string, known: readonly string[]): Flaw {
  const meant = nearest(name, known);
  return { what: `an option "${at}", which it does not know`, fix: meant === undefined ? `Its options are ${known.join(', ')}` : `Write "${meant}", or leave it out` };
}

function simple(title: string, fits: (value: unknown) => boolean): OptionKind {
  return (value, at) => (value instanceof Lazy || fits(value) ? undefined : notA(title, value, at));
}

function notA(title: string, value: unknown, at: string): Flaw {
  return { what: `${at} ${shown(value)}, which is not ${title}`, fix: `Give ${title}, or leave it out` };
}

function firstFlaw(flaws: readonly (Flaw | undefined)[]): Flaw | undefined {
  return flaws.find((flaw) => flaw !== undefined);
}

function isStruct(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? 'of an empty list' : 'of a list';
  return typeof value === 'object' && value !== null ? 'of an object' : String(value);
}
