import { Bundle, Field } from './bundle';
import { Finding, Findings, Place, shown } from './validation/findings';
import { JsonObject, memberOf } from '../reference/json';
import { nearest } from '../reference/nearest';
import { METADATA_FIELDS } from '../reference/object-metadata';

/** Fields that an object of the kind does not have, wherever they stand in it. Old spellings are known, and so is all that has a free form. */
export function unknownFields(object: JsonObject, kind: string, bundle: Bundle): readonly Finding[] {
  const { spec, status } = bundle.kinds[kind];
  const findings = new Findings('structure');
  const walk = new UnknownFields(bundle, findings);
  walk.message(object, { fields: { apiVersion: 'string', kind: 'string', metadata: 'object', spec, status } }, Place.ROOT);
  if (isMap(object.metadata)) {
    walk.message(object.metadata, { fields: Object.fromEntries(METADATA_FIELDS.map((name) => [name, 'any'])) }, Place.ROOT.at('metadata'));
  }
  return findings.all;
}

class UnknownFields {
  public constructor(private readonly bundle: Bundle, private readonly findings: Findings) {}

  /** The fields of a message. */
  public message(value: JsonObject, { fields, aliases = {}, preserveUnknownFields }: JsonObject, place: Place): void {
    for (const [name, inner] of Object.entries(value)) {
      const field = memberOf(fields, name) ?? memberOf(fields, memberOf(aliases, name) ?? '');
      if (field !== undefined) {
        this.field(inner, field, place.at(name));
      } else if (preserveUnknownFields !== true) {
        const known = Object.keys(fields);
        const like = nearest(name, known) ?? nearest(name, Object.keys(aliases));
        this.findings.error(place.at(name), inner, `there is no field "${name}", which has the value ${shown(inner)}`,
          like === undefined ? `Take it away, or choose from: ${known.sort().join(', ')}` : `Write "${like}"`);
      }
    }
  }

  private field(value: unknown, field: Field, place: Place): void {
    if (typeof field === 'string') return this.type(value, field, place);
    if (field.list !== undefined) return this.items(value, field.list, place);
    if (field.map !== undefined) return this.values(value, field.map, place);
    if (field.fields !== undefined) return isMap(value) ? this.message(value, field, place) : undefined;
    if (field.is !== undefined) this.type(value, field.is, place);
  }

  private type(value: unknown, type: string, place: Place): void {
    if (type.endsWith('?')) return this.type(value, type.slice(0, -1), place);
    if (type.endsWith('[]')) return this.items(value, type.slice(0, -2), place);
    if (type.endsWith('{}')) return this.values(value, type.slice(0, -2), place);
    const message = this.bundle.messages[type];
    if (message !== undefined && isMap(value)) this.message(value, message, place);
  }

  private items(value: unknown, item: Field, place: Place): void {
    if (Array.isArray(value)) value.forEach((inner, at) => this.field(inner, item, place.at(at)));
  }

  private values(value: unknown, inner: Field, place: Place): void {
    if (isMap(value)) Object.entries(value).forEach(([key, one]) => this.field(one, inner, place.at(key)));
  }
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
