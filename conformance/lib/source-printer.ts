import { groupsOf, isClass } from '../../schema/tools/classes/choice';
import { Unit, unitOf } from '../../schema/tools/classes/types';
import { Field, Message, typeParts } from '../../schema/tools/notation';
import { Schema } from '../../schema/tools/source';

/** What the classes cannot say, with the place where it stands. */
export class Inexpressible extends Error {}

type Step = readonly (string | number)[];

/**
 * Writes objects as the TypeScript that makes them with the classes of this library. Spellings of old become those of now; what is
 * null is what is not written.
 */
export class SourcePrinter {
  /** Every name that the printed source takes from the library. */
  public readonly names = new Set<string>();

  public constructor(private readonly schema: Schema) {}

  /** An expression that adds the object to a chart. */
  public object(object: any, chart: string, id: string): string {
    const kind = this.schema.kinds[object.kind];
    if (kind === undefined) throw new Inexpressible(`${object.kind} has no class`);
    const stranger = Object.keys(object).find((key) => !['apiVersion', 'kind', 'metadata', 'spec', 'status'].includes(key));
    if (stranger !== undefined) throw inexpressible([stranger], `${object.kind} has no such field`);
    const props = [
      ...object.metadata === undefined ? [] : [`metadata: ${literal(object.metadata)}`],
      `spec: ${this.value(kind.spec, object.spec ?? {}, ['spec'])}`,
    ];
    return `new ${this.named(object.kind)}(${chart}, ${JSON.stringify(id)}, { ${props.join(', ')} })`;
  }

  /** An expression for a value of a field. */
  public value(field: Field, value: unknown, place: Step, outer?: Unit): string {
    if (typeof field !== 'string') {
      const unit = unitOf(field) ?? outer;
      if (field.list !== undefined) return this.list(value, place, (item, at) => this.value(field.list!, item, at, unit));
      if (field.map !== undefined) return this.map(value, place, (item, at) => this.value(field.map!, item, at, unit));
      return this.value(field.is!, value, place, unit);
    }
    const { name, suffixes } = typeParts(field);
    return this.wrapped(name, suffixes, value, place, outer ?? unitOf(name));
  }

  private wrapped(name: string, [suffix, ...inner]: readonly string[], value: unknown, place: Step, unit: Unit | undefined): string {
    if (suffix === '[]') return this.list(value, place, (item, at) => this.wrapped(name, inner, item, at, unit));
    if (suffix === '{}') return this.map(value, place, (item, at) => this.wrapped(name, inner, item, at, unit));
    if (suffix === '?') return this.wrapped(name, inner, value, place, unit);
    if (this.schema.messages[name] !== undefined) return this.message(name, this.schema.messages[name], value, place);
    if (this.schema.enums[name] !== undefined) return this.word(name, value, place);
    if (unit !== undefined) {
      if (typeof value !== unit.plain) throw inexpressible(place, `${JSON.stringify(value)} is no ${unit.name}`);
      // A listener at a Unix socket has the port 0.
      if (unit.name === 'PortNumber' && value === 0) return `${this.named(unit.name)}.none()`;
      return `${this.named(unit.name)}.${unit.maker}(${literal(value)})`;
    }
    return literal(value);
  }

  private list(value: unknown, place: Step, item: (value: unknown, place: Step) => string): string {
    if (!Array.isArray(value)) throw inexpressible(place, 'a list is expected');
    return `[${value.map((one, index) => item(one, [...place, index])).join(', ')}]`;
  }

  private map(value: unknown, place: Step, item: (value: unknown, place: Step) => string): string {
    return braces(Object.entries(mapAt(value, place)).filter(([, one]) => one !== null).map(([key, one]) => [key, item(one, [...place, key])]));
  }

  private word(name: string, value: unknown, place: Step): string {
    const words = Object.keys(this.schema.enums[name].values);
    if (typeof value !== 'string' || !words.includes(value)) throw inexpressible(place, `${JSON.stringify(value)} is no word of ${name}`);
    return `${this.named(name)}.${value.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
  }

  private message(name: string, message: Message, value: unknown, place: Step): string {
    const fields = Object.entries(ofNow(message, mapAt(value, place))).filter(([, inner]) => inner !== null && inner !== undefined);
    const unknown = fields.find(([key]) => message.fields[key] === undefined);
    if (unknown !== undefined) throw inexpressible([...place, unknown[0]], `${name} has no such field`);
    const printed = new Map(fields.map(([key, inner]) => [key, this.value(message.fields[key], inner, [...place, key])]));
    if (message.wrapper === true) return this.wrapper(name, message, fields[0]?.[1], place);
    return isClass(message) ? this.choice(name, message, printed, place) : braces([...printed]);
  }

  /** A message that holds one value takes it bare: its factory knows the unit. */
  private wrapper(name: string, message: Message, value: unknown, place: Step): string {
    if (value === undefined) throw inexpressible(place, `${name} without its ${Object.keys(message.fields)[0]}`);
    return `${this.named(name)}.of(${literal(value)})`;
  }

  private choice(name: string, message: Message, printed: ReadonlyMap<string, string>, place: Step): string {
    const [main, ...more] = groupsOf(message);
    const parts = Object.entries(message.groups ?? {});
    const chosen = this.chosen(name, main, printed, place);
    const options = new Map([...printed].filter(([key]) => ![main, ...more].flat().includes(key)));
    more.forEach((group, index) => {
      const [member, type] = parts[index];
      const one = this.chosen(name, group, printed, place);
      if (one !== undefined) options.set(member, `${this.named(type)}.${one}(${printed.get(one)})`);
    });
    const rest = options.size > 0 ? braces([...options]) : undefined;
    if (chosen === undefined) return `${this.named(name)}.of(${rest ?? ''})`;
    return `${this.named(name)}.${chosen}(${[printed.get(chosen), ...rest === undefined ? [] : [rest]].join(', ')})`;
  }

  private chosen(name: string, group: readonly string[], printed: ReadonlyMap<string, string>, place: Step): string | undefined {
    const there = group.filter((field) => printed.has(field));
    if (there.length > 1) throw inexpressible(place, `${name} with ${there.join(' and ')}`);
    return there[0];
  }

  private named(name: string): string {
    this.names.add(name);
    return name;
  }
}

/** A message's fields under the names that they have now. */
export function ofNow(message: Message, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [nameOfNow(message, key), inner]));
}

function nameOfNow(message: Message, key: string): string {
  if (message.fields[key] !== undefined) return key;
  const camel = message.aliases?.[key] ?? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return message.fields[camel] !== undefined ? camel : key;
}

function mapAt(value: unknown, place: Step): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw inexpressible(place, 'an object is expected');
  return value as Record<string, unknown>;
}

function inexpressible(place: Step, why: string): Inexpressible {
  return new Inexpressible(`${place.join('.')}: ${why}`);
}

function braces(entries: readonly (readonly [string, string])[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, text]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${text}`).join(', ')} }`;
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
