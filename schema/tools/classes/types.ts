import { Imports } from './imports';
import { namesIn } from '../bundle';
import { Field, typeParts } from '../notation';
import { definerOf, Schema } from '../source';

/** Values with units: the class that stands for them, and its file. */
export const UNITS: Readonly<Record<string, { readonly name: string; readonly file: string; readonly plain: string }>> = {
};

/** Which types of a module are written, where, and how TypeScript spells them. */
export class Types {
  /** The file of each message and enum of the module. */
  private readonly places: ReadonlyMap<string, string>;
  /** Messages and enums that a spec, or a root, reaches. A status is written by Istio alone, and gets no types. */
  private readonly reachedNames = new Set<string>();
  private readonly used: readonly Types[];

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

  /** How TypeScript spells the type of a field; what it names is imported. */
  public type(field: Field, imports: Imports, unit?: string): string {
    if (typeof field !== 'string') {
      const as = (field.as as string | undefined) ?? unit;
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

  private named(name: string, imports: Imports, unit = name): string {
    if (this.places.has(name)) {
      imports.fromFile(`${this.schema.classes}/${this.places.get(name)}`, name);
      return name;
    }
    const definer = definerOf(this.schema, name);
    if (definer !== undefined) return this.foreign(name, imports);
    const known = UNITS[unit];
    if (known !== undefined) {
      imports.fromFile(known.file, known.name);
      return known.name;
    }
    if (unit !== name) throw new Error(`schema/ has no unit "${unit}". Choose from: ${Object.keys(UNITS).join(', ')}.`);
    return this.plain(name);
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
