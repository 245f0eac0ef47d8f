import { shown } from './findings';
import { isMap } from './limits';
import { Walk } from './walk';
import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_NAME = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** The fields of an object's metadata, each with what it holds. */
const FIELDS: Readonly<Record<string, 'text' | 'texts' | 'map' | 'number' | 'time' | 'owners' | 'any'>> = {
  name: 'text',
  generateName: 'text',
  namespace: 'text',
  selfLink: 'text',
  uid: 'text',
  resourceVersion: 'text',
  generation: 'number',
  creationTimestamp: 'time',
  deletionTimestamp: 'time',
  deletionGracePeriodSeconds: 'number',
  labels: 'map',
  annotations: 'map',
  ownerReferences: 'owners',
  finalizers: 'texts',
  managedFields: 'any',
};

const MAX_ANNOTATIONS = 256 * 1024;

/** Checks the metadata of an object as the API server does before it creates it. */
export function checkMetadata(metadata: unknown, walk: Walk): void {
  walk.path.push('metadata');
  if (metadata === undefined || metadata === null) {
    walk.missing('name', 'the object has no name', 'Add metadata.name');
  } else if (!isMap(metadata)) {
    walk.malformed(metadata, `${shown(metadata)} stands where the metadata of the object is expected`, 'Write a map with a name');
  } else {
    checkFields(metadata, walk);
  }
  walk.path.pop();
}

function checkFields(metadata: JsonObject, walk: Walk): void {
  let wellTyped = true;
  for (const key in metadata) {
    const value = metadata[key];
    if (value === undefined || value === null) continue;
    const type = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
    if (type === undefined) {
      const close = nearest(key, Object.keys(FIELDS));
      walk.unknown(key, value, `there is no field ${shown(key)} in the metadata of an object`, close === undefined ? 'Remove it' : `Write ${close}`);
    } else if (!isOf(type, value, key, walk)) {
      wellTyped = false;
    }
  }
  if (!wellTyped) return;
  checkNames(metadata, walk);
  if (metadata.labels) checkLabels(metadata.labels, walk);
  if (metadata.annotations) checkAnnotations(metadata.annotations, walk);
  (metadata.finalizers ?? []).forEach((name: string, at: number) => within(walk, ['finalizers', at], () => checkQualified(name, name, walk)));
}

function checkNames({ name, generateName, namespace }: JsonObject, walk: Walk): void {
  if (name) {
    if (name.length > 253 || !DNS_NAME.test(name)) {
      within(walk, ['name'], () => walk.malformed(name, `${shown(name)} is not a name that an object may have`,
        'Use lower-case letters, digits, dashes and dots, at most 253, with a letter or a digit at both ends'));
    }
  } else if (generateName) {
    const stem = generateName.replace(/-+$/, (dashes: string) => (dashes.length > 1 ? dashes.slice(1) : ''));
    if (generateName.length > 253 || !DNS_NAME.test(stem)) {
      within(walk, ['generateName'], () => walk.malformed(generateName, `${shown(generateName)} is not the beginning of a name`, 'Use lower-case letters, digits and dashes'));
    }
  } else {
    walk.missing('name', 'the object has no name', 'Add metadata.name');
  }
  if (namespace && (namespace.length > 63 || !DNS_LABEL.test(namespace))) {
    within(walk, ['namespace'], () => walk.malformed(namespace, `${shown(namespace)} is not the name of a namespace`,
      'Use at most 63 lower-case letters, digits and dashes, with a letter or a digit at both ends'));
  }
}

function checkLabels(labels: JsonObject, walk: Walk): void {
  for (const key in labels) {
    const value = labels[key] ?? '';
    within(walk, ['labels', key], () => {
      checkQualified(key, key, walk);
      if (value.length > 63 || (value !== '' && !QUALIFIED.test(value))) {
        walk.malformed(value, `${shown(value)} is not the value of a label`,
          'Use at most 63 letters, digits, dashes, underscores and dots, with a letter or a digit at both ends');
      }
    });
  }
}

function checkAnnotations(annotations: JsonObject, walk: Walk): void {
  let size = 0;
  for (const key in annotations) {
    size += Buffer.byteLength(key) + Buffer.byteLength(annotations[key] ?? '');
    within(walk, ['annotations', key], () => checkQualified(key.toLowerCase(), key, walk));
  }
  if (size > MAX_ANNOTATIONS) {
    within(walk, ['annotations'], () => walk.malformed(undefined, `the annotations have ${size} bytes, and may have ${MAX_ANNOTATIONS}`, 'Shorten them'));
  }
}

/** A key such as `app` or `example.com/app`. */
function checkQualified(key: string, written: string, walk: Walk): void {
  const [name, prefix, ...more] = key.split('/').reverse();
  const isName = name.length <= 63 && QUALIFIED.test(name);
  const isDomain = prefix === undefined || (prefix.length <= 253 && DNS_NAME.test(prefix));
  if (!isName || !isDomain || more.length > 0) {
    walk.malformed(written, `${shown(written)} is not a key`, 'Use at most 63 letters, digits, dashes, underscores and dots, after a domain and a slash where it has one');
  }
}

function isOf(type: typeof FIELDS[string], value: unknown, key: string, walk: Walk): boolean {
  const isText = (item: unknown): boolean => typeof item === 'string' || item === null || item === undefined;
  const say = (steps: readonly (string | number)[], wrong: unknown, expected: string): false => {
    const fix = expected === 'a string' && ['number', 'boolean'].includes(typeof wrong) ? `Put it in quotes: "${wrong}"` : `Write ${expected}`;
    within(walk, [key, ...steps], () => walk.malformed(wrong, `${shown(wrong)} stands where ${expected} is expected`, fix));
    return false;
  };
  switch (type) {
    case 'text': return isText(value) || say([], value, 'a string');
    case 'number': return Number.isInteger(value) || say([], value, 'a whole number');
    case 'time': return (typeof value === 'string' && !Number.isNaN(Date.parse(value))) || say([], value, 'a point in time');
    case 'map': {
      if (!isMap(value)) return say([], value, 'a map');
      const wrong = Object.keys(value).filter((inner) => !isText(value[inner]));
      wrong.forEach((inner) => say([inner], value[inner], 'a string'));
      return wrong.length === 0;
    }
    case 'texts': return (Array.isArray(value) && value.every(isText)) || say([], value, 'a list of strings');
    case 'owners': return (Array.isArray(value) && value.every(isOwner)) || say([], value, 'a list of owners, each with apiVersion, kind, name and uid');
    default: return true;
  }
}

function isOwner(owner: unknown): boolean {
  return isMap(owner) && ['apiVersion', 'kind', 'name', 'uid'].every((key) => typeof owner[key] === 'string' && owner[key] !== '');
}

function within(walk: Walk, steps: readonly (string | number)[], say: () => void): void {
  walk.path.push(...steps);
  say();
  walk.path.length -= steps.length;
}
