import { isIP } from 'node:net';
import { Step } from './path';
import { FieldsShape, Shape } from './shape-types';
import { isMap } from './tree';
import { JsonObject, memberOf } from '../../reference/json';
import { nearest } from '../../reference/nearest';
import { canonicalQuantity } from '../../reference/quantity';

/** Says where something was given: the same words for all of it, or the place of a field by the keys that lead there. */
export type Given = string | ((keys: Keys) => string);

/** Keys and positions that lead to a field. */
export type Keys = readonly (string | number)[];

/** Where a check is, for messages. */
interface Place {
  /** Path from the root of the request. */
  readonly path: string;
  readonly keys: Keys;
  readonly given: Given;
}

const TOP: Omit<Place, 'given'> = { path: '', keys: [] };

/**
 * Checks a value against what may stand there, all the way down.
 *
 * @param steps path from the root of the shape to the value
 * @param given the whole setting, as it was written, or where it was
 * @throws with the path, and with what can be set there
 */
export function check(root: Shape, steps: readonly Step[], value: unknown, given: Given): void {
  let shape = root;
  let place: Place = { ...TOP, given };
  for (const step of steps) {
    shape = 'key' in step ? member(shape, step.key, place) : item(shape, place);
    place = 'key' in step ? below(place, step.key) : { ...place, path: `${place.path}[${'index' in step ? step.index : `${step.field}:${step.value}`}]` };
  }
  checkValue(shape, value, place);
}

/** The place of a member, or of an item. */
function below({ path, keys, given }: Place, key: string | number): Place {
  return { path: typeof key === 'number' ? `${path}[${key}]` : join(path, key), keys: [...keys, key], given };
}

const said = ({ keys, given }: Place): string => (typeof given === 'string' ? given : given(keys));

function checkValue(shape: Shape, value: unknown, place: Place): void {
  if (shape === 'later') throw later(place);
  if (shape === 'anything' || (value === null && mayBeNull(shape))) return;
  if (typeof shape === 'string') return checkScalar(shape, value, place);
  if (isWords(shape)) {
    if (!shape.includes(value as string)) throw wrong(place, value, `one of ${shape.filter((word) => word !== '').join(', ')}`);
    return;
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) throw wrong(place, value, 'a list');
    value.forEach((entry, index) => checkValue(shape.list, entry, below(place, index)));
    return;
  }
  if (!isMap(value)) {
    throw wrong(place, value, 'fields' in shape ? `a map of ${settable(shape.fields).join(', ')}` : 'a map');
  }
  if ('fields' in shape) checkChoices(shape, value, place);
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    checkValue(member(shape, key, place), value[key], below(place, key));
  }
}

/**
 * Whether null may stand here. It takes away what a profile or a chart says of a value; a tree of values cannot be taken away.
 */
function mayBeNull(shape: Shape): boolean {
  return !(typeof shape === 'object' && 'fields' in shape && !shape.removable);
}

/** Of some fields only one can be meant. */
function checkChoices(shape: FieldsShape, value: JsonObject, place: Place): void {
  for (const group of shape.choices) {
    const chosen = group.filter((name) => value[name] !== undefined);
    if (chosen.length > 1) {
      throw new Error(`Of "${place.path}" both ${chosen.join(' and ')} are set (${said(place)}). Set one of: ${group.join(', ')}.`);
    }
  }
}

const SCALARS: { readonly [kind: string]: { readonly words: string; readonly test: (value: unknown) => boolean } } = {
  string: { words: 'text', test: (value) => typeof value === 'string' },
  boolean: { words: 'true or false', test: (value) => typeof value === 'boolean' },
  integer: { words: 'a whole number', test: (value) => Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31 },
  wholeNumber: { words: 'a whole number', test: (value) => Number.isSafeInteger(value) },
  quantity: { words: 'an amount such as "500m" or "1Gi"', test: (value) => ['string', 'number'].includes(typeof value) && canonicalQuantity(String(value)) !== undefined },
  natural: { words: 'a whole number of 0 or more', test: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 32 },
  number: { words: 'a number', test: (value) => typeof value === 'number' && Number.isFinite(value) },
  amount: { words: 'an amount as text, such as "500m", "2Gi" or, in quotes, "2"', test: (value) => typeof value === 'string' },
  integerOrString: { words: 'a whole number or text', test: (value) => typeof value === 'string' || Number.isSafeInteger(value) },
  duration: { words: 'a duration such as "1.5s"', test: (value) => typeof value === 'string' && /^-?[0-9]+(\.[0-9]{1,9})?s$/.test(value) },
  ports: { words: 'ports parted by commas, or "*"', test: (value) => isList(value, (port) => /^[0-9]+$/.test(port) && Number(port) <= 65535) },
  addressRanges: { words: 'ranges such as "10.0.0.0/8" parted by commas, or "*"', test: (value) => isList(value, isAddressRange) },
  scalar: {
    words: 'text, a number, true or false',
    test: (value) => ['string', 'boolean'].includes(typeof value) || (typeof value === 'number' && Number.isFinite(value)),
  },
};

function isList(value: unknown, isPart: (part: string) => boolean): boolean {
  return typeof value === 'string' && (value === '' || value === '*' || value.split(',').every(isPart));
}

function isAddressRange(range: string): boolean {
  const [, address, bits] = /^([^/]+)\/([0-9]{1,3})$/.exec(range) ?? [];
  const version = address === undefined ? 0 : isIP(address);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

function checkScalar(shape: string, value: unknown, place: Place): void {
  const { words, test } = SCALARS[shape];
  if (!test(value)) throw wrong(place, value, words);
}

/** The shape of a member of a map. */
function member(shape: Shape, key: string, place: Place): Shape {
  const inner = below(place, key);
  if (shape === 'anything') return shape;
  if (shape === 'later') throw later(inner);
  if (typeof shape === 'string' || isWords(shape) || 'list' in shape) {
    const what = typeof shape === 'object' && 'list' in shape ? 'is a list: give a position, such as "[0]"' : 'has no members';
    throw new Error(`The path "${inner.path}" leads nowhere (${said(inner)}): "${place.path}" ${what}.`);
  }
  if ('map' in shape) return shape.map;
  const found = memberOf(shape.fields, key);
  if (found === undefined) throw unknown(key, shape.fields, place.path, inner);
  if (found === 'later') throw later(inner, place.path, shape.fields);
  return found;
}

/** The shape of an item of a list. */
function item(shape: Shape, place: Place): Shape {
  if (shape === 'anything') return shape;
  if (typeof shape === 'object' && 'list' in shape) return shape.list;
  throw new Error(`The path "${place.path}[…]" leads nowhere (${said(place)}): "${place.path}" is not a list.`);
}

function unknown(key: string, fields: { readonly [name: string]: Shape }, path: string, place: Place): Error {
  const like = nearest(key, Object.keys(fields));
  const guess = like === undefined ? '' : ` Did you mean "${join(path, like)}"?`;
  return new Error(`There is no setting "${place.path}" (${said(place)}).${guess} ${choices(path, fields)}`);
}

function later(place: Place, above?: string, fields?: { readonly [name: string]: Shape }): Error {
  const rest = fields === undefined ? 'Leave it out.' : choices(above ?? '', fields);
  return new Error(`The setting "${place.path}" is not supported yet (${said(place)}). ${rest}`);
}

function wrong(place: Place, value: unknown, wanted: string): Error {
  return new Error(`The setting "${place.path}" takes ${wanted}, and ${JSON.stringify(value)} is something else (${said(place)}).`);
}

function choices(path: string, fields: { readonly [name: string]: Shape }): string {
  const names = settable(fields);
  const where = path === '' ? 'These can be set' : `Of "${path}" these can be set`;
  return names.length === 0 ? `Nothing of "${path}" can be set yet.` : `${where}: ${names.join(', ')}.`;
}

/** Names of the fields that can be set now. */
function settable(fields: { readonly [name: string]: Shape }): string[] {
  return Object.keys(fields).filter((name) => fields[name] !== 'later').sort();
}

const isWords = (shape: Shape): shape is readonly string[] => Array.isArray(shape);
const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key.replaceAll('.', '\\.')}`);
