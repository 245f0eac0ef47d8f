import { JsonObject } from '../../../../reference/json';

/** What a text holds as keys for JSON Web Tokens. */
export interface KeySet {
  /** What is wrong with it; the keys are then none. */
  readonly flaw?: string;
  /** The keys in their order, each with whether it can be used to sign. */
  readonly keys: readonly { readonly secret: boolean }[];
}

/** What a type of key must have, and which of its fields hold bytes. */
interface KeyType {
  readonly required: readonly string[];
  readonly bytes: readonly string[];
  readonly texts: readonly string[];
}

const TEXTS = ['alg', 'kid', 'use', 'x5t', 'x5t#S256', 'x5u'];
const CURVED = ['crv', ...TEXTS];

/** The types of keys: public ones by their name, secret ones with a `d` after it. */
const TYPES: Readonly<Record<string, KeyType>> = {
  'RSA': { required: ['e', 'n'], bytes: ['e', 'n'], texts: TEXTS },
  'RSA d': { required: ['d', 'e', 'n'], bytes: ['d', 'dp', 'dq', 'e', 'n', 'p', 'q', 'qi'], texts: TEXTS },
  'EC': { required: ['crv', 'x', 'y'], bytes: ['x', 'y'], texts: CURVED },
  'EC d': { required: ['crv', 'd', 'x', 'y'], bytes: ['d', 'x', 'y'], texts: CURVED },
  'OKP': { required: ['crv', 'x'], bytes: ['x'], texts: CURVED },
  'OKP d': { required: ['crv', 'd', 'x'], bytes: ['d', 'x'], texts: CURVED },
  'oct': { required: ['k'], bytes: ['k'], texts: TEXTS },
};

/** Reads a set of keys, or a single key, as istiod does: their fields are looked at, the mathematics is not. */
export function readKeySet(text: string): KeySet {
  try {
    const set = parseFirst(text);
    if (!isObject(set)) return { flaw: 'it is no JSON object', keys: [] };
    const keys = Object.hasOwn(set, 'keys') ? set.keys ?? [] : [set];
    if (!Array.isArray(keys)) return { flaw: 'its keys are no list', keys: [] };
    return { keys: keys.map((key, index) => readKey(key, Object.hasOwn(set, 'keys') ? `key ${index}` : 'the key')) };
  } catch (error) {
    return { flaw: (error as Error).message, keys: [] };
  }
}

/** What follows the first JSON value in a text is not read. */
function parseFirst(text: string): unknown {
  try {
    return JSON.parse(text, finite);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const end = endOfObject(text);
    if (end === undefined) throw new Error('it is no JSON', { cause: error });
    return JSON.parse(text.slice(0, end), finite);
  }
}

function finite(_key: string, value: unknown): unknown {
  if (value === Infinity || value === -Infinity) throw new Error('it has a number that is too large');
  return value;
}

/** Where the object that a text begins with ends, if something follows it. */
function endOfObject(text: string): number | undefined {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]|[^\s{}"]+/gs)) {
    if (depth === 0 && part !== '{') return undefined;
    depth += part === '{' ? 1 : part === '}' ? -1 : 0;
    if (depth === 0) return index + 1 < text.length ? index + 1 : undefined;
  }
  return undefined;
}

function readKey(key: unknown, name: string): { secret: boolean } {
  if (!isObject(key)) throw new Error(`${name} is no JSON object`);
  const names = Object.keys(key);
  const kind = names.filter((field) => field.toLowerCase() === 'kty').map((field) => key[field]).filter((value) => value !== null).pop() ?? '';
  const secret = kind === 'oct' || names.some((field) => field.toLowerCase() === 'd');
  const type = Object.hasOwn(TYPES, String(kind)) ? TYPES[secret && kind !== 'oct' ? `${kind} d` : kind] : undefined;
  if (type === undefined) throw new Error(`${name} is of the type ${JSON.stringify(kind)}, which is none of RSA, EC, OKP and oct`);
  if (Object.hasOwn(key, 'kty') && key.kty !== kind) throw new Error(`${name} is of two types`);
  checkFields(key, type, name);
  return { secret };
}

function checkFields(key: JsonObject, type: KeyType, name: string): void {
  const missing = type.required.find((field) => !Object.hasOwn(key, field));
  if (missing !== undefined) throw new Error(`${name} has no ${missing}`);
  for (const [field, value] of Object.entries(key)) {
    const bytes = type.bytes.includes(field);
    if (bytes && !isBase64(value ?? '')) throw new Error(`the ${field} of ${name} is not base64`);
    if (!bytes && type.texts.includes(field) && typeof (value ?? '') !== 'string') throw new Error(`the ${field} of ${name} is no text`);
    if (field === 'key_ops' && !isTexts(value ?? [])) throw new Error(`the key_ops of ${name} are no list of texts`);
    if (field === 'x5c' && !(isTexts(value ?? []) && (value ?? []).every(isCertificate))) throw new Error(`the x5c of ${name} are no certificates`);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is (string | null)[] {
  return Array.isArray(value) && value.every((item) => item === null || typeof item === 'string');
}

/** Base64 in either alphabet, padded or not; line breaks are skipped. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const padded = value.endsWith('=');
  const standard = /[+/]/.test(value);
  const plain = value.replace(/[\r\n]/g, '');
  const digits = padded ? plain.replace(/={1,2}$/, '') : plain;
  if (padded ? plain.length % 4 !== 0 : plain.length % 4 === 1) return false;
  return (standard ? /^[\w+/]*$/ : /^[\w-]*$/).test(digits) && !(standard && digits.includes('_'));
}

/* eslint-disable @typescript-eslint/no-require-imports */
function isCertificate(text: string | null): boolean {
  if (!isBase64(text ?? '')) return false;
  const { X509Certificate } = require('node:crypto') as typeof import('node:crypto');
  try {
    new X509Certificate(Buffer.from(text ?? '', 'base64'));
    return true;
  } catch {
    return false;
  }
}
