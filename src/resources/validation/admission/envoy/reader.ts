import { SCALARS, WRITTEN_AS_SCALARS } from './scalars';
import { EnvoyField, EnvoyTypes } from './types';
import { JsonObject } from '../../../../reference/json';
import { nearest } from '../../../../reference/nearest';
import { Place, shown } from '../../findings';
import { Report } from '../common/report';

/** A field that its message does not have. */
export interface Stranger {
  readonly place: Place;
  readonly value: unknown;
  readonly message: string;
  /** The field that was meant, perhaps. */
  readonly like?: string;
}

const GOOGLE = 'google.protobuf.';
/** Messages that stand in the field `value` of an Any. */
const IN_VALUE: ReadonlySet<string> = new Set([...Object.keys(WRITTEN_AS_SCALARS), 'Any', 'Empty', 'ListValue', 'NullValue', 'Struct', 'Value'].map((name) => GOOGLE + name));

/**
 * Reads the JSON of a patch as messages of Envoy's, the way Istio does: fields under either of their names, null as absent, what is in
 * an Any by its `@type`. Fields that a message does not have are gathered: for Istio they are no error.
 */
export class PatchReader {
  public readonly strangers: Stranger[] = [];

  public constructor(private readonly types: EnvoyTypes, private readonly report: Report) {}

  /** Reads a value as a message. */
  public read(value: unknown, message: string, place: Place): void {
    if (value === null || message === `${GOOGLE}Value`) return;
    const google = message.startsWith(GOOGLE) ? message.slice(GOOGLE.length) : '';
    if (Object.hasOwn(WRITTEN_AS_SCALARS, google)) {
      const scalar = WRITTEN_AS_SCALARS[google];
      if (!scalar.fits(value)) this.refuse(value, scalar.name, place);
    } else if (google === 'ListValue') {
      if (!Array.isArray(value)) this.refuse(value, 'a list', place);
    } else if (!isMap(value)) {
      this.refuse(value, 'a map', place);
    } else if (google === 'Any') {
      this.readAny(value, place);
    } else if (google !== 'Struct') {
      this.readFields(value, message, place);
    }
  }

  private readAny({ '@type': type, ...rest }: JsonObject, place: Place): void {
    const at = place.at('@type');
    if (type === undefined) {
      this.report.error(at, type, 'What is configured here has no @type', 'Name the message, such as "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua"');
      return;
    }
    if (typeof type !== 'string') {
      this.refuse(type, 'the name of a message', at);
      return;
    }
    const message = type.slice(type.lastIndexOf('/') + 1);
    if (this.types.fields(message) === undefined) {
      this.report.error(at, type, `${shown(type)} is not a message that Istio knows`, this.instead(message));
    } else if (!IN_VALUE.has(message)) {
      this.readFields(rest, message, place);
    } else if (rest.value === undefined) {
      this.report.error(place.at('value'), undefined, `A ${message} stands in the field "value", which is not there`, 'Write it there');
    } else {
      this.read(rest.value, message, place.at('value'));
    }
  }

  private instead(message: string): string {
    const like = this.types.like(message);
    if (like.length > 0) return `Write ${like.slice(0, 5).map((name) => `type.googleapis.com/${name}`).join(' or ')}`;
    return message.includes('.v2.') ? 'Look for the message of version v3 that took its place' : 'Look for the full name of the message, with its package, in the reference of Envoy';
  }

  private readFields(object: JsonObject, message: string, place: Place): void {
    const fields = this.types.fields(message) ?? [];
    const known = new Set(fields.flatMap(({ name, jsonName }) => [name, jsonName]));
    for (const [name, value] of Object.entries(object)) {
      if (known.has(name) || value === undefined) continue;
      this.strangers.push({ place: place.at(name), value, message, like: nearest(name, fields.map((field) => field.name)) });
    }
    for (const field of fields) {
      const name = object[field.jsonName] === undefined ? field.name : field.jsonName;
      const value = object[name];
      if (value !== undefined && value !== null) this.readField(value, field, place.at(name));
      else if (field.required) this.report.error(place.at(name), value, `A ${message} has no ${name}`, 'Write it');
    }
  }

  private readField(value: unknown, field: EnvoyField, place: Place): void {
    if (field.repeated) {
      if (!Array.isArray(value)) this.refuse(value, 'a list', place);
      else value.forEach((item, index) => this.readOne(item ?? null, field, place.at(index)));
    } else if (field.keys !== undefined) {
      if (!isMap(value)) this.refuse(value, 'a map', place);
      else this.readEntries(value, field, place);
    } else {
      this.readOne(value, field, place);
    }
  }

  private readEntries(map: JsonObject, field: EnvoyField, place: Place): void {
    for (const [key, value] of Object.entries(map)) {
      if (value === undefined) continue;
      const fits = field.keys === 'b' ? ['true', 'false', 'null'].includes(key) : SCALARS[field.keys!].fits(key);
      if (!fits) this.refuse(key, `the key ${SCALARS[field.keys!].name}`, place);
      this.readOne(value, field, place.at(key));
    }
  }

  /** Null is the value that a field has when it is absent. */
  private readOne(value: unknown, field: EnvoyField, place: Place): void {
    if (value === null) return;
    if (field.kind === 'message') {
      this.read(value, field.type!, place);
    } else if (field.kind !== 'enum') {
      if (!SCALARS[field.kind].fits(value)) this.refuse(value, SCALARS[field.kind].name, place);
    } else if (typeof value === 'string') {
      this.readWord(value, field.type!, place);
    } else if (typeof value !== 'number' || !SCALARS.i.fits(value)) {
      this.refuse(value, `a word of ${field.type}`, place);
    }
  }

  private readWord(word: string, type: string, place: Place): void {
    const words = this.types.words(type);
    if (words.includes(word)) return;
    const like = nearest(word, words);
    this.report.error(place, word, `${shown(word)} is not a word of ${type}`, like === undefined ? `Use one of ${words.slice(0, 20).join(', ')}` : `Write ${like}`);
  }

  private refuse(value: unknown, expected: string, place: Place): void {
    this.report.error(place, value, `${shown(value)} stands where ${expected} is expected`, `Write ${expected}`);
  }
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
