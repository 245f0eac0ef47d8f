import { Findings, Place, shown } from './findings';
import { isMap, oneOfThese } from './limits';
import { goDuration } from '../../reference/go-duration';
import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';
import { Bundle, Field } from '../bundle';

/** What was read: the spec in canonical form, or what Istio cannot read of it. */
export interface Decoded {
  readonly spec: JsonObject;
  readonly findings: Findings;
}

/** Reads a value that is there: gives its canonical form, and says what cannot be read. Where nothing changes, that is the value itself. */
type Reader = (value: any, reading: Reading) => any;

/** Where one is in the spec, and what was found there. */
class Reading {
  public readonly findings = new Findings('admission');
  public readonly path: (string | number)[] = [];

  public constructor(private readonly root: Place) {}

  public refuse(value: unknown, problem: string, fix: string): void {
    this.findings.error(this.path.reduce<Place>((place, step) => place.at(step), this.root), value, problem, fix);
  }
}

/** The readers of each bundle, made when a message is first met. */
const decoders = new WeakMap<Bundle, Decoder>();

/**
 * Reads a spec as Istio does before its own checks: as the JSON of protocol buffers. Fields may have the names of the proto files,
 * numbers may be text, enums numbers, and nulls count as nothing. The canonical form has the names of the CRD, numbers as numbers and
 * enums as words; a field that is absent stays absent.
 *
 * @param bundle the module that defines the messages
 * @param type the field `spec` of the kind
 * @param spec what stands there
 * @param place its place in the object
 */
export function decode(bundle: Bundle, type: Field, spec: unknown, place: Place): Decoded {
  let decoder = decoders.get(bundle);
  if (decoder === undefined) {
    decoder = new Decoder(bundle);
    decoders.set(bundle, decoder);
  }
  const reading = new Reading(place);
  const read = spec === undefined || spec === null ? {} : decoder.reader(type)(spec, reading);
  return { spec: read, findings: reading.findings };
}

/**
 * Fields whose name in the proto files cannot be told from the one in JSON: where a digit stands after an underscore, and where the
 * proto file has no underscores either.
 */
const PROTO_NAMES: Readonly<Record<string, string>> = {
  consecutive5xxErrors: 'consecutive_5xx_errors',
  targetRef: 'targetRef',
  targetRefs: 'targetRefs',
};

function protoName(name: string): string {
  return Object.hasOwn(PROTO_NAMES, name) ? PROTO_NAMES[name] : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

class Decoder {
  private readonly named = new Map<string, Reader>();

  public constructor(private readonly bundle: Bundle) {}

  /** The reader of a field. */
  public reader(field: Field): Reader {
    if (typeof field === 'string') return this.ofType(field);
    if (field.list) return listReader(this.reader(field.list));
    if (field.map) return mapReader(this.reader(field.map));
    if (field.fields) return this.messageReader(field);
    if (field.as === 'duration') return this.ofType('duration');
    return field.is === undefined ? (value) => value : this.ofType(field.is);
  }

  private ofType(type: string): Reader {
    if (type.endsWith('[]')) return listReader(this.ofType(type.slice(0, -2)));
    if (type.endsWith('{}')) return mapReader(this.ofType(type.slice(0, -2)));
    if (type.endsWith('?')) return this.ofType(type.slice(0, -1));
    let reader = this.named.get(type);
    if (reader === undefined) {
      // A message may hold itself, so that its name must be known before its fields are.
      let made: Reader | undefined;
      reader = (value, reading) => (made ??= this.namedReader(type))(value, reading);
      this.named.set(type, reader);
    }
    return reader;
  }

  private namedReader(type: string): Reader {
    const { messages, enums, scalars } = this.bundle;
    if (Object.hasOwn(READERS, type)) return READERS[type];
    if (messages[type]) return this.messageReader(messages[type]);
    if (enums[type]) return enumReader(enums[type]);
    return scalars[type] ? this.reader(scalars[type]) : (value) => value;
  }

  private messageReader({ fields, atMostOne = [], aliases = {} }: JsonObject): Reader {
    const readers = new Map<string, Reader>(Object.entries<Field>(fields).map(([name, field]) => [name, this.reader(field)]));
    const spellings = new Map<string, string>([...readers.keys()].map((name) => [protoName(name), name]));
    Object.entries<string>(aliases).forEach(([alias, name]) => spellings.set(alias, name));
    const choices: string[][] = atMostOne.filter((names: string[]) => names.length > 1);
    return (value, reading) => {
      if (value === null) return {};
      if (!isMap(value)) return wrong(value, 'an object', reading);
      let read = value;
      for (const key in value) {
        const field = value[key];
        if (field === undefined) continue;
        let name = key;
        let reader = readers.get(key);
        if (reader === undefined) {
          name = spellings.get(key) ?? key;
          reader = readers.get(name);
          if (reader === undefined) {
            unknown(key, field, [...readers.keys()], reading);
            continue;
          }
          // Of two spellings of a field, the one of JSON counts.
          if (read === value) read = { ...value };
          delete read[key];
          if (value[name] !== undefined) continue;
        }
        if (field === null) {
          if (read === value) read = { ...value };
          delete read[name];
          continue;
        }
        reading.path.push(key);
        const canonical = reader(field, reading);
        reading.path.pop();
        if (canonical !== field || name !== key) {
          if (read === value) read = { ...value };
          read[name] = canonical;
        }
      }
      for (const names of choices) read = lastOf(names, read, value);
      return read;
    };
  }
}

/** Of the choices of a message only one can be kept: the last. */
function lastOf(names: readonly string[], read: JsonObject, value: JsonObject): JsonObject {
  let kept = read;
  let chosen = false;
  for (let at = names.length - 1; at >= 0; at--) {
    if (kept[names[at]] === undefined) continue;
    if (chosen) {
      if (kept === value) kept = { ...value };
      delete kept[names[at]];
    }
    chosen = true;
  }
  return kept;
}

function listReader(item: Reader): Reader {
  return (value, reading) => {
    if (!Array.isArray(value)) return wrong(value, 'a list', reading);
    let read = value;
    for (let at = 0; at < value.length; at++) {
      reading.path.push(at);
      const canonical = item(value[at] ?? null, reading);
      reading.path.pop();
      if (canonical === value[at]) continue;
      if (read === value) read = [...value];
      read[at] = canonical;
    }
    return read;
  };
}

function mapReader(entry: Reader): Reader {
  return (value, reading) => {
    if (!isMap(value)) return wrong(value, 'a map', reading);
    let read = value;
    for (const key in value) {
      if (value[key] === undefined) continue;
      reading.path.push(key);
      const canonical = entry(value[key], reading);
      reading.path.pop();
      if (canonical === value[key]) continue;
      if (read === value) read = { ...value };
      read[key] = canonical;
    }
    return read;
  };
}

/** Words, or their numbers, which are their places in the list. A number without a word is taken as it is. */
function enumReader(words: readonly string[]): Reader {
  const known = new Set(words);
  return (value, reading) => {
    if (typeof value === 'string') {
      if (!known.has(value)) reading.refuse(value, `${shown(value)} is not one of the values that this field takes`, oneOfThese(value, words));
      return value;
    }
    if (value === null) return words[0];
    if (!Number.isInteger(value) || Math.abs(value) > 2 ** 31) return wrong(value, 'a word', reading);
    return words[value] ?? value;
  };
}

/** A whole number, or its text. */
function wholeNumber(least: bigint, most: bigint): Reader {
  return (value, reading) => {
    const number = typeof value === 'string' ? numberOf(value, /^-?(?:0|[1-9]\d*)$/) : value ?? 0;
    if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) >= 1e21) return wrong(value, 'a whole number', reading);
    if (BigInt(number) < least || BigInt(number) > most) {
      reading.refuse(value, `${shown(value)} is out of range`, `Use a whole number from ${least} to ${most}`);
    }
    return number;
  };
}

/** A number from text, as JSON writes it. */
function numberOf(text: string, form: RegExp): number | undefined {
  const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (trimmed === 'null') return 0;
  return form.test(trimmed) ? Number(trimmed) : undefined;
}

const NOT_FINITE: Readonly<Record<string, number>> = { 'NaN': NaN, 'Infinity': Infinity, '-Infinity': -Infinity };

const double: Reader = (value, reading) => {
  if (typeof value === 'string') {
    if (Object.hasOwn(NOT_FINITE, value)) return NOT_FINITE[value];
    const number = numberOf(value, /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/);
    return number === undefined || !Number.isFinite(number) ? wrong(value, 'a number', reading) : number;
  }
  if (value === null) return 0;
  return typeof value === 'number' ? value : wrong(value, 'a number', reading);
};

const READERS: Readonly<Record<string, Reader>> = {
  int32: wholeNumber(-(2n ** 31n), 2n ** 31n - 1n),
  uint32: wholeNumber(0n, 2n ** 32n - 1n),
  port: wholeNumber(0n, 2n ** 32n - 1n),
  int64: wholeNumber(-(2n ** 63n), 2n ** 63n - 1n),
  uint64: wholeNumber(0n, 2n ** 64n - 1n),
  integer: wholeNumber(0n, 2n ** 32n - 1n),
  double: double,
  percentage: double,
  number: double,
  string: (value, reading) => (typeof value === 'string' ? value : value === null ? '' : wrong(value, 'a string', reading)),
  boolean: (value, reading) => (typeof value === 'boolean' ? value : value === null ? false : wrong(value, 'true or false', reading)),
  duration: (value, reading) => {
    if (value === null) return '0s';
    if (typeof value !== 'string') return wrong(value, 'a duration', reading);
    if (goDuration(value) === undefined) {
      reading.refuse(value, `${shown(value)} is not a duration`, 'Write numbers with units, such as 500ms, 5s or 1h30m');
    }
    return value;
  },
  timestamp: (value, reading) => {
    if (value === null) return value;
    const isTime = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([.,]\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
    return isTime ? value : wrong(value, 'a point in time such as 2026-01-31T12:00:00Z', reading);
  },
  bytes: (value, reading) => {
    if (value === null) return '';
    const isBase64 = typeof value === 'string' && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/[\r\n]/g, ''));
    return isBase64 ? value : wrong(value, 'base64 text', reading);
  },
  struct: (value, reading) => (isMap(value) ? value : value === null ? {} : wrong(value, 'an object', reading)),
};

function wrong(value: unknown, expected: string, reading: Reading): unknown {
  reading.refuse(value, `${shown(value)} stands where ${expected} is expected`, `Write ${expected}`);
  return value;
}

function unknown(key: string, value: unknown, names: readonly string[], reading: Reading): void {
  const close = nearest(key, names);
  reading.path.push(key);
  reading.refuse(value, `there is no field ${shown(key)} here`, close === undefined ? `Remove it, or use one of ${names.slice(0, 20).join(', ')}` : `Write ${close}`);
  reading.path.pop();
}
