import { createHash } from 'node:crypto';
import { quoted } from './format';
import { FunctionTable, jsonText, list, map, rawJsonText, text, whole } from './functions';
import { fromJson, GoFloat, GoInt, GoMap, goText, GoValue, isStruct, NO_LIST, toJson, truth, typeName } from './value';
import { define, JsonObject } from '../../reference/json';

/*
 * The functions of Sprig, which Istio's injector offers to templates beside its own: those that are about texts, numbers, lists and maps.
 */

const words = (value: GoValue): string => (typeof value === 'string' ? value : goText(value));
const given = (values: readonly GoValue[]): GoValue[] => values.filter((value) => value !== undefined && value !== null);
const strings = (value: GoValue): string[] => given(Array.isArray(value) ? value : [value]).map(words);
const bytes = (of: string): Buffer => Buffer.from(of);

/** A number, of whatever was given; zero of what is none. */
function integer(value: GoValue): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return Math.trunc(float(value)) || 0;
}

function float(value: GoValue): number {
  if (value instanceof GoFloat || value instanceof GoInt) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value) ? Number(value) : 0;
}

function divided(one: GoValue, other: GoValue): [number, number] {
  const [left, right] = [integer(one), integer(other)];
  if (right === 0) throw new Error('a division by zero.');
  return [left, right];
}

/** Characters one by one: Go leaves those alone of which two would become. */
function each(of: string, change: (one: string) => string): string {
  return [...of].map((one) => ([...change(one)].length === 1 ? change(one) : one)).join('');
}

function cutSet(characters: string): (one: string) => boolean {
  return (one) => characters.includes(one);
}

function trimmed(of: string, cut: (one: string) => boolean): string {
  const characters = [...of];
  while (characters.length > 0 && cut(characters[0])) characters.shift();
  while (characters.length > 0 && cut(characters[characters.length - 1])) characters.pop();
  return characters.join('');
}

const indented = (spaces: GoValue, of: GoValue): string => {
  const pad = ' '.repeat(whole(spaces));
  return pad + text(of).replaceAll('\n', `\n${pad}`);
};

function decoded(of: string): string {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(of)) throw new Error(`"${of}" is no base64.`);
  return Buffer.from(of, 'base64').toString();
}

const numbered = (parts: string[]): GoMap => new GoMap(Object.fromEntries(parts.map((part, at) => [`_${at}`, part])), true);

function splitAtMost(separator: string, count: number, of: string): string[] {
  const parts = of.split(separator);
  if (count === 0) return [];
  return count < 0 || parts.length <= count ? parts : [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}

const STRINGS: FunctionTable = {
  toString: words,
  trim: (of) => text(of).trim(),
  upper: (of) => each(text(of), (one) => one.toUpperCase()),
  lower: (of) => each(text(of), (one) => one.toLowerCase()),
  // A word begins behind what in ASCII is neither letter nor digit, and behind other white space.
  title: (of) => text(of).replace(/(?<=^|[^\p{L}\p{N}_\u{80}-\u{10ffff}]|\s)\p{L}/gu, (letter) => each(letter, (one) => one.toUpperCase())),
  untitle: (of) => text(of).replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLowerCase()),
  trunc: (count, of) => {
    const [size, whole_] = [whole(count), bytes(text(of))];
    if (size < 0) return whole_.subarray(Math.max(whole_.length + size, 0)).toString();
    return whole_.subarray(0, size).toString();
  },
  substr: (from, to, of) => {
    const [start, end, given_] = [whole(from), whole(to), bytes(text(of))];
    const last = start >= 0 && (end < 0 || end > given_.length) ? given_.length : end;
    const first = Math.max(start, 0);
    if (first > last || last > given_.length) throw new Error(`there are no characters ${first} to ${last} of ${given_.length}.`);
    return given_.subarray(first, last).toString();
  },
  repeat: (count, of) => text(of).repeat(whole(count)),
  trimAll: (characters, of) => trimmed(text(of), cutSet(text(characters))),
  trimall: (characters, of) => trimmed(text(of), cutSet(text(characters))),
  trimSuffix: (suffix, of) => (text(suffix) !== '' && text(of).endsWith(text(suffix)) ? text(of).slice(0, -text(suffix).length) : text(of)),
  trimPrefix: (prefix, of) => (text(of).startsWith(text(prefix)) ? text(of).slice(text(prefix).length) : text(of)),
  nospace: (of) => text(of).replace(/\s/g, ''),
  hasPrefix: (prefix, of) => text(of).startsWith(text(prefix)),
  hasSuffix: (suffix, of) => text(of).endsWith(text(suffix)),
  quote: (...of) => given(of).map((one) => quoted(words(one))).join(' '),
  squote: (...of) => given(of).map((one) => `'${goText(one)}'`).join(' '),
  cat: (...of) => given(of).map(goText).join(' '),
  nindent: (spaces, of) => `\n${indented(spaces, of)}`,
  replace: (old, by, of) => text(of).replaceAll(text(old), () => text(by)),
  plural: (one, many, count) => [text(one), text(many)][whole(count) === 1 ? 0 : 1],
  split: (separator, of) => numbered(text(of).split(text(separator))),
  splitn: (separator, count, of) => numbered(splitAtMost(text(separator), whole(count), text(of))),
  splitList: (separator, of) => text(of).split(text(separator)),
  toStrings: (of) => strings(of),
  join: (separator, of) => strings(of).join(text(separator)),
  sortAlpha: (of) => (Array.isArray(of) ? strings(of) : [words(of)]).sort((a, b) => Buffer.compare(bytes(a), bytes(b))),
  b64enc: (of) => bytes(text(of)).toString('base64'),
  b64dec: (of) => decoded(text(of)),
  sha1sum: (of) => createHash('sha1').update(text(of)).digest('hex'),
  sha256sum: (of) => createHash('sha256').update(text(of)).digest('hex'),
  sha512sum: (of) => createHash('sha512').update(text(of)).digest('hex'),
  base: (of) => text(of).replace(/\/+$/, '').split('/').at(-1) || (text(of).startsWith('/') ? '/' : '.'),
  dir: (of) => {
    const folder = text(of).slice(0, text(of).lastIndexOf('/') + 1).replace(/\/+$/, '');
    return folder || (text(of).startsWith('/') ? '/' : '.');
  },
  ext: (of) => /\.[^./]*$/.exec(text(of))?.[0] ?? '',
  isAbs: (of) => text(of).startsWith('/'),
};

const NUMBERS: FunctionTable = {
  atoi: (of) => (/^[-+]?\d+$/.test(text(of)) ? Number(text(of)) : 0),
  int: integer,
  int64: (of) => new GoInt(integer(of)),
  float64: (of) => new GoFloat(float(of)),
  add1: (of) => new GoInt(integer(of) + 1),
  add: (...of) => new GoInt(of.reduce<number>((sum, one) => sum + integer(one), 0)),
  sub: (one, other) => new GoInt(integer(one) - integer(other)),
  mul: (one, ...more) => new GoInt(more.reduce<number>((product, other) => product * integer(other), integer(one))),
  div: (one, other) => {
    const [left, right] = divided(one, other);
    // Whole numbers know no zero below zero.
    return new GoInt(Math.trunc(left / right) + 0);
  },
  mod: (one, other) => {
    const [left, right] = divided(one, other);
    return new GoInt(left % right + 0);
  },
  max: (one, ...more) => new GoInt(Math.max(integer(one), ...more.map(integer))),
  biggest: (one, ...more) => new GoInt(Math.max(integer(one), ...more.map(integer))),
  min: (one, ...more) => new GoInt(Math.min(integer(one), ...more.map(integer))),
  floor: (of) => new GoFloat(Math.floor(float(of))),
  ceil: (of) => new GoFloat(Math.ceil(float(of))),
  round: (of, digits) => {
    const factor = 10 ** whole(digits);
    const scaled = float(of) * factor;
    // Numbers below zero go down, whatever is behind the point.
    return new GoFloat((scaled - Math.trunc(scaled) >= 0.5 ? Math.ceil(scaled) : Math.floor(scaled)) / factor);
  },
  until: (count) => steps(0, whole(count), whole(count) < 0 ? -1 : 1),
  untilStep: (from, to, step) => steps(whole(from), whole(to), whole(step)),
};

function steps(from: number, to: number, step: number): number[] {
  const result: number[] = [];
  if (step === 0) return result;
  for (let at = from; step > 0 ? at < to : at > to; at += step) result.push(at);
  return result;
}

function same(one: GoValue, other: GoValue): boolean {
  return typeName(one) === typeName(other) && jsonText(one) === jsonText(other);
}

function positive(value: GoValue): number {
  if (whole(value) > 0) return whole(value);
  throw new Error(`${goText(value)} is given where a number above zero is needed.`);
}

function sliced(of: readonly GoValue[], [from = 0, to = of.length]: readonly number[]): GoValue {
  if (of.length === 0) return null;
  if (from < 0 || from > to || to > of.length) throw new Error(`there are no items ${from} to ${to} of ${of.length}.`);
  return of.slice(from, to);
}

const unique = (of: readonly GoValue[]): GoValue[] => of.filter((one, at) => of.findIndex((other) => same(one, other)) === at);

const LISTS: FunctionTable = {
  list: (...of) => of,
  tuple: (...of) => of,
  append: (of, item) => [...list(of), item],
  push: (of, item) => [...list(of), item],
  prepend: (of, item) => [item, ...list(of)],
  concat: (...of) => of.flatMap(list),
  first: (of) => list(of)[0] ?? null,
  last: (of) => list(of).at(-1) ?? null,
  rest: (of) => (list(of).length === 0 ? NO_LIST : list(of).slice(1)),
  initial: (of) => (list(of).length === 0 ? NO_LIST : list(of).slice(0, -1)),
  reverse: (of) => [...list(of)].reverse(),
  uniq: (of) => unique(list(of)),
  without: (of, ...items) => list(of).filter((one) => !items.some((other) => same(one, other))),
  has: (item, of) => (of === undefined || of === null ? false : list(of).some((one) => same(one, item))),
  compact: (of) => list(of).filter(truth),
  // Sprig's takes the place of the language's own, which also cuts texts.
  slice: (of, ...ends) => sliced(list(of), ends.map(integer)),
  chunk: (size, of) => steps(0, list(of).length, positive(size)).map((at) => list(of).slice(at, at + whole(size))),
};

/** A map that was made here may be changed, as Sprig does it. */
function changed(of: GoValue, change: (entries: JsonObject) => void): GoMap {
  const target = map(of);
  change(target.entries);
  return target;
}

/** Keys and values in turn. */
export function pairs(values: readonly GoValue[]): [string, GoValue][] {
  return values.filter((_, at) => at % 2 === 0).map((key, at) => [words(key), at * 2 + 1 < values.length ? values[at * 2 + 1] : '']);
}

/** Fills what a map lacks, or lets the later map win. */
function merged(into: GoValue, from: readonly GoValue[], overwrites: boolean): GoMap {
  return changed(into, (entries) => {
    for (const other of from.map((one) => map(one))) {
      for (const key of other.keys) {
        const [own, value] = [Object.hasOwn(entries, key) ? entries[key] as GoValue : undefined, other.get(key)];
        if (value === null && (!overwrites || Object.hasOwn(entries, key))) continue;
        if (own instanceof GoMap && value instanceof GoMap) merged(own, [value], overwrites);
        else if (value === null || !truth(own) || (overwrites && truth(value))) define(entries, key, value);
      }
    }
  });
}

function copied(of: GoMap): GoMap {
  const inner = (value: GoValue): GoValue => (value instanceof GoMap ? copied(value) : value);
  return new GoMap(Object.fromEntries(of.keys.map((key) => [key, inner(of.get(key))])));
}

function dug(...args: GoValue[]): GoValue {
  const [of, otherwise] = [map(args.at(-1) ?? NO_LIST), args.at(-2)];
  const keys = args.slice(0, -2).map(text);
  let inner: GoValue = of;
  for (const key of keys) {
    if (!(inner instanceof GoMap) || !inner.has(key)) return otherwise;
    inner = inner.get(key);
  }
  return inner;
}

const MAPS: FunctionTable = {
  dict: (...of) => new GoMap(Object.fromEntries(pairs(of))),
  get: (of, key) => (map(of).has(text(key)) ? map(of).get(text(key)) : ''),
  set: (of, key, value) => changed(of, (entries) => { entries[text(key)] = value; }),
  unset: (of, key) => changed(of, (entries) => { delete entries[text(key)]; }),
  hasKey: (of, key) => map(of).has(text(key)),
  keys: (...of) => of.flatMap((one) => map(one).keys),
  values: (of) => map(of).keys.map((key) => map(of).get(key)),
  pluck: (key, ...of) => of.map((one) => map(one)).filter((one) => one.has(text(key))).map((one) => one.get(text(key))),
  pick: (of, ...keys) => new GoMap(Object.fromEntries(keys.map(text).filter((key) => map(of).has(key)).map((key) => [key, map(of).get(key)]))),
  merge: (into, ...from) => merged(into, from, false),
  mergeOverwrite: (into, ...from) => merged(into, from, true),
  dig: dug,
  deepCopy: (of) => {
    if (of === undefined || of === null) throw new Error('nothing is given.');
    return of instanceof GoMap && !of.ofText ? copied(of) : of;
  },
};

const KINDS: Readonly<Record<string, string>> = { nil: 'invalid' };

function kindOf(value: GoValue): string {
  if (Array.isArray(value)) return 'slice';
  return value instanceof GoMap ? 'map' : isStruct(value) ? 'struct' : KINDS[typeName(value)] ?? typeName(value);
}

const OTHERS: FunctionTable = {
  default: (otherwise, of) => (truth(of) ? of : otherwise),
  empty: (of) => !truth(of),
  coalesce: (...of) => of.find(truth) ?? null,
  all: (...of) => of.every(truth),
  any: (...of) => of.some(truth),
  ternary: (yes, no, condition) => {
    if (typeof condition !== 'boolean') throw new Error(`the condition is ${goText(condition)}, which is neither true nor false.`);
    return condition ? yes : no;
  },
  fromJson: (of) => parsed(text(of)),
  mustFromJson: (of) => fromJson(JSON.parse(text(of))),
  toJson: jsonText,
  toPrettyJson: (of) => JSON.stringify(toJson(of), null, 2).replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
  toRawJson: rawJsonText,
  typeOf: typeName,
  typeIs: (type, of) => text(type) === typeName(of),
  kindOf,
  kindIs: (kind, of) => text(kind) === kindOf(of),
  deepEqual: same,
  fail: (message) => { throw new Error(text(message)); },
};

function parsed(of: string): GoValue {
  try {
    return fromJson(JSON.parse(of));
  } catch {
    return null;
  }
}

const plain: FunctionTable = { ...STRINGS, ...NUMBERS, ...LISTS, ...MAPS, ...OTHERS };
const MUST = [
  'append', 'push', 'prepend', 'first', 'last', 'rest', 'initial', 'reverse', 'uniq', 'without', 'has', 'compact', 'chunk', 'merge', 'mergeOverwrite',
  'deepCopy', 'toJson', 'toPrettyJson', 'toRawJson',
];

/** The functions, by name; those that only differ in how they fail, too. */
export const SPRIG: FunctionTable = {
  ...plain,
  ...Object.fromEntries(MUST.map((name) => [`must${name[0].toUpperCase()}${name.slice(1)}`, plain[name]])),
};

/** Functions of Sprig that are not there: about time, chance, certificates, the network, the machine, and some more. */
export const NOT_HERE: readonly string[] = [
  'abbrev', 'abbrevboth', 'add1f', 'addf', 'adler32sum', 'ago', 'b32dec', 'b32enc', 'bcrypt', 'buildCustomCert', 'camelcase', 'clean', 'date', 'dateInZone',
  'dateModify', 'date_in_zone', 'date_modify', 'decryptAES', 'derivePassword', 'divf', 'duration', 'durationRound', 'encryptAES', 'expandenv', 'genCA',
  'genCAWithKey', 'genPrivateKey', 'genSelfSignedCert', 'genSelfSignedCertWithKey', 'genSignedCert', 'genSignedCertWithKey', 'getHostByName', 'hello',
  'htmlDate', 'htmlDateInZone', 'htpasswd', 'initials', 'kebabcase', 'maxf', 'minf', 'mulf', 'mustDateModify', 'mustRegexFind', 'mustRegexFindAll',
  'mustRegexMatch', 'mustRegexReplaceAll', 'mustRegexReplaceAllLiteral', 'mustRegexSplit', 'mustSlice', 'mustToDate', 'must_date_modify', 'now', 'osBase',
  'osClean', 'osDir', 'osExt', 'osIsAbs', 'randAlpha', 'randAlphaNum', 'randAscii', 'randBytes', 'randInt', 'randNumeric', 'regexFind', 'regexFindAll',
  'regexMatch', 'regexQuoteMeta', 'regexReplaceAll', 'regexReplaceAllLiteral', 'regexSplit', 'semver', 'semverCompare', 'seq', 'shuffle', 'snakecase', 'subf',
  'swapcase', 'toDate', 'toDecimal', 'typeIsLike', 'unixEpoch', 'urlJoin', 'urlParse', 'uuidv4', 'wrap', 'wrapWith',
];

