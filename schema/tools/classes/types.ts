import { Imports } from './imports';
import { namesIn } from '../bundle';
import { Field, typeParts } from '../notation';
import { definerOf, Schema } from '../source';

/** A value with a unit: the class that stands for it. */
export interface Unit {
  readonly name: string;
  readonly file: string;
  /** The type of the value alone, and the factory that takes it. */
  readonly plain: string;
  readonly maker: string;
}

/** Units by the words of the notation. */
export const UNITS: Readonly<Record<string, Unit>> = {
  'duration': { name: 'ProtoDuration', file: 'src/reference/proto-duration', plain: 'string', maker: 'parse' },
  'seconds': { name: 'ProtoDuration', file: 'src/reference/proto-duration', plain: 'string', maker: 'parse' },
  'port': { name: 'PortNumber', file: 'src/reference/port-number', plain: 'number', maker: 'of' },
  'gateway-duration': { name: 'GatewayDuration', file: 'src/resources/gateway-api/gateway-duration', plain: 'string', maker: 'parse' },
  'percentage': { name: 'Percentage', file: 'src/reference/percentage', plain: 'number', maker: 'of' },
  'host': { name: 'Host', file: 'src/reference/host-name', plain: 'string', maker: 'of' },
};

/** The unit of a field: the one that it is said to have, or that its scalar has by itself. */
export function unitOf(field: Field): Unit | undefined {
  if (typeof field === 'string') return UNITS[typeParts(field).name];
  if (field.as === undefined) return field.is === undefined ? undefined : unitOf(field.is);
  const unit = UNITS[field.as];
  if (unit === undefined) throw new Error(`schema/ has no unit "${field.as}". Choose from: ${Object.keys(UNITS).join(', ')}.`);
  return unit;
}

/** Which types of a module are written, where, and how TypeScript spells them. */
export class Types {
  /** The file of each message and enum of the module. */
  private readonly places: ReadonlyMap<string, string>;
  /** Messages and enums that a spec, or a root, reaches. A status is written by Istio alone, and gets no types. */
  private readonly reachedNames = new Set<string>();
  private readonly used: readonly Types[];
  /** Names that the classes have and the notation does not, and for what. */
  private readonly claimed = new Map<string, string>();

  public constructor(public readonly schema: Schema) {
    this.used = schema.uses.map((used) => new Types(used));
    const names = fileNames(schema);
    this.places = new Map(Object.entries(schema.files).flatMap(([file, { messages, enums }]) =>
      [...Object.keys(messages ?? {}), ...Object.keys(enums ?? {})].map((name) => [name, names[file]] as const)));
    Object.values(schema.kinds).forEach(({ spec }) => this.reach(spec));
    for (const [file, { roots }] of Object.entries(schema.files)) {
      for (const root of roots ?? []) {
        if (!this.places.has(root)) throw new Error(`schema/: ${file}.yaml names the root ${root}, which is no message of the module. Correct the name.`);
        this.reach(root);
      }
    }
  }

  /** Whether a message or an enum gets a type. */
  public reached(name: string): boolean {
    return this.reachedNames.has(name);
  }

  /** Takes a name for a type that the notation does not have. */
  public claim(name: string, owner: string): void {
    const { kinds, messages, enums, scalars } = this.schema;
    const holder = [kinds, messages, enums, scalars].some((names) => names[name] !== undefined) ? name : this.claimed.get(name);
    if (holder !== undefined) throw new Error(`schema/: ${owner} needs a type ${name}, and ${holder} has that name. Give one of them another.`);
    this.claimed.set(name, owner);
  }

  /** How TypeScript spells the type of a field; what it names is imported. */
  public type(field: Field, imports: Imports, unit?: Unit): string {
    if (typeof field !== 'string') {
      const as = unitOf(field) ?? unit;
      if (field.list !== undefined) return `${this.type(field.list, imports, as)}[]`;
      if (field.map !== undefined) return mapOf(this.type(field.map, imports, as));
      return this.type(field.is!, imports, as);
    }
    const { name, suffixes } = typeParts(field);
    return [...suffixes].reverse().reduce((type, suffix) => {
      if (suffix === '[]') return `${type}[]`;
      return suffix === '{}' ? mapOf(type) : type;
    }, this.named(name, imports, unit));
  }

  private reach(field: Field): void {
    for (const name of namesIn(field)) {
      if (this.reachedNames.has(name) || !this.places.has(name)) continue;
      this.reachedNames.add(name);
      Object.values(this.schema.messages[name]?.fields ?? {}).forEach((inner) => this.reach(inner));
    }
  }

  private named(name: string, imports: Imports, unit = UNITS[name]): string {
    if (this.places.has(name)) {
      imports.fromFile(`${this.schema.classes}/${this.places.get(name)}`, name);
      return name;
    }
    if (definerOf(this.schema, name) !== undefined) return this.foreign(name, imports);
    if (unit === undefined) return this.plain(name);
    imports.fromFile(unit.file, unit.name);
    return unit.name;
  }

  private foreign(name: string, imports: Imports): string {
    const owner = this.used.find(({ schema }) => definerOf(schema, name) !== undefined)!;
    if (owner.places.has(name) && !owner.reached(name)) {
      throw new Error(`schema/: ${name} has no type in the module that defines it. Name it there under "roots".`);
    }
    return owner.named(name, imports);
  }

  private plain(name: string): string {
    const scalar = this.schema.scalars[name];
    switch (typeof scalar === 'object' ? scalar.is : name) {
      case 'string': return 'string';
      case 'integer': return 'number';
      case 'number': return 'number';
      case 'boolean': return 'boolean';
      case 'object': return 'any';
      case 'any': return 'any';
      case 'int-or-string': return 'any';
      default: throw new Error(`schema/ has no type "${name}". Define it, or correct the name.`);
    }
  }
}

/** The generated file of each file of the notation: its own name; where two are named alike, one without a kind gets its folder's before it. */
export function fileNames(schema: Schema): Record<string, string> {
  const last = (place: string): string => place.split('/').pop()!;
  const places = Object.keys(schema.files);
  return Object.fromEntries(places.map((place) => {
    const isAlone = places.filter((other) => last(other) === last(place)).length === 1;
    return [place, `${isAlone || schema.files[place].kind !== undefined ? last(place) : place.replaceAll('/', '-')}.generated`];
  }));
}

function mapOf(type: string): string {
  return `{ readonly [key: string]: ${type} }`;
}
