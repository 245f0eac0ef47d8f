import { fromOpenApi, InlineField } from './inline';
import { InlineKind, newestFirst } from './kinds';
import { Naming } from './naming';
import { Enum, Field, FieldFacts, Message, MESSAGE_WORDS, Rule, SchemaFile, WORDS } from './notation';
import { ProtoField, Protos } from './protos';
import { Schema } from './source';
import { SchemaPrinter } from '../../src/resources/expand';

const STATUS = 'istio.meta.v1alpha1.IstioStatus';

/** Facts of a message that belong to the place where it is used. */
const OF_PLACES = ['default'];

/** What controller-gen writes into every kind, and Kubernetes knows by itself. */
const STANDARD_FIELDS: Readonly<Record<string, InlineField>> = { apiVersion: 'string', kind: 'string', metadata: 'object' };

/** The messages of a kind, by their names in the release. */
interface Roots {
  readonly spec: string;
  readonly status?: string;
}

/**
 * Writes a release in the notation. Facts are those of the release: limits from its CRDs, and from its proto files which message
 * stands behind a field. Names, docs and places of files are ours, and stay.
 */
export function transcribe(release: Readonly<Record<string, InlineKind>>, protos: Protos, own: Schema): Record<string, SchemaFile> {
  return new Transcription(release, protos, own).files();
}

/** What the objects of a version look like. */
interface KindSchema {
  readonly version: string;
  readonly fields: Record<string, InlineField>;
  readonly limits: Record<string, any>;
  /** Whether it is another one than that of the kind. */
  readonly isOther: boolean;
}

/** The schema of a kind first, then those of versions that have another. */
function schemasOf({ versions, schema, schemas = {} }: InlineKind): KindSchema[] {
  return [[newestFirst(versions)[0].name, schema] as const, ...Object.entries(schemas)].map(([version, whole], at) => {
    const { fields, ...limits } = whole as Record<string, any>;
    return { version, fields, limits, isOther: at > 0 };
  });
}

class Transcription {
  private readonly naming: Naming;
  private readonly scalars: readonly (readonly [string, Record<string, any>])[];
  /** What is true of a message wherever it is used, by its name in the release. */
  private readonly common = new Map<string, Record<string, any>>();
  private readonly enums = new Map<string, string[]>();

  public constructor(private readonly release: Readonly<Record<string, InlineKind>>, private readonly protos: Protos, private readonly own: Schema) {
    const named = [...Object.entries(own.messages), ...Object.entries(own.enums)];
    const kinds = Object.values(release).map(({ names }) => names.kind as string);
    this.naming = new Naming(Object.fromEntries(named.map(([name, { proto }]) => [proto, name])), [...kinds, ...Object.keys(own.scalars)]);
    const printer = new SchemaPrinter({ scalars: own.scalars as any, enums: {}, messages: {} });
    const inline = (facts: Field) => fromOpenApi(printer.field(withoutWords(facts))) as Record<string, any>;
    this.scalars = Object.entries(own.scalars).map(([name, facts]) => [name, inline(facts)] as const)
      .sort(([, a], [, b]) => Object.keys(b).length - Object.keys(a).length);
    const schemas = Object.values(release).flatMap((kind) => schemasOf(kind).map((schema) => ({ kind, ...schema })));
    for (const { kind, version, isOther } of schemas) {
      this.naming.ofSpec(this.rootsOf(kind, version).spec, kind.names.kind, isOther ? version : '');
    }
    for (const { kind, version, fields, isOther } of schemas) {
      const roots = this.rootsOf(kind, version);
      const path = `${kind.names.kind}${isOther ? `(${version})` : ''}`;
      this.collect(fields.spec, roots.spec, `${path}.spec`);
      if (fields.status !== undefined) this.collect(fields.status, roots.status!, `${path}.status`);
    }
  }

  public files(): Record<string, SchemaFile> {
    const files: Record<string, SchemaFile> = {};
    const places = new Map<string, string>();
    for (const kind of Object.values(this.release)) {
      const place = `${kind.group.split('.')[0]}/${kebab(kind.names.kind)}`;
      files[place] = { ...this.kind(kind), see: this.own.files[place]?.see, roots: this.own.files[place]?.roots };
      for (const { version } of schemasOf(kind)) places.set(this.protos.messages[this.rootsOf(kind, version).spec].file, place);
    }
    const place = (file: string): string => places.get(file) ?? file.replace(/\/v\w+\//, '/').replace('.proto', '').replaceAll('_', '-');
    const put = (file: string, member: 'messages' | 'enums', proto: string, value: Message | Enum) => {
      const { see, roots } = this.own.files[place(file)] ?? {};
      files[place(file)] = { see, roots, ...files[place(file)], [member]: { ...files[place(file)]?.[member], [this.naming.of(proto)]: value } };
    };
    for (const [proto, facts] of this.common) put(this.protos.messages[proto].file, 'messages', proto, this.message(proto, facts));
    for (const [proto, values] of this.enums) put(this.protos.enums[proto].file, 'enums', proto, this.enumeration(proto, values));
    return Object.fromEntries(Object.entries(files).sort().map(([file, content]) => [file, inOrder(content)]));
  }

  /** The messages of a kind: what its own type says; where it has none, the message of its name that has all its fields. */
  private rootsOf({ group, names, schema }: InlineKind, version: string): Roots {
    const room = group.split('.')[0];
    const own = this.protos.messages[`${room}.${version}.${names.kind}`];
    if (own?.fields.spec !== undefined) return { spec: own.fields.spec.type, status: own.fields.status?.type };
    const fields = Object.keys((schema as any).fields.spec.fields);
    const root = Object.values(this.protos.messages).find(({ name, fields: known }) =>
      name.startsWith(`istio.${room}.`) && name.endsWith(`.${names.kind}`) && fields.every((field) => field in known || camel(field) in known));
    if (root === undefined) throw new Error(`The types of the release have no message for the kind ${names.kind} ${version}.`);
    return { spec: root.name, status: STATUS };
  }

  /** Finds all messages and enums, and what is said of each in all its places. */
  private collect(field: InlineField, type: string, path: string): void {
    if (typeof field === 'string') return;
    if (field.list !== undefined) return this.collect(field.list, type, `${path}[]`);
    if (field.map !== undefined) return this.collect(field.map, type, `${path}{}`);
    if (field.enum && this.protos.enums[type]) this.enums.set(type, [...new Set([...this.enums.get(type) ?? [], ...field.enum])]);
    if (field.fields === undefined) return;
    const known = this.common.get(type);
    const facts = without(field, OF_PLACES);
    this.common.set(type, known === undefined ? facts : this.agreement(known, facts, type, path));
    for (const [name, inner] of Object.entries<InlineField>(field.fields)) {
      this.collect(inner, this.protoField(type, name, path).type, `${path}.${name}`);
    }
  }

  /** What two uses of a message have in common: places may add rules of their own, and nothing else. */
  private agreement(known: Record<string, any>, found: Record<string, any>, type: string, path: string): Record<string, any> {
    const { rules: knownRules = [], ...knownFacts } = known;
    const { rules: foundRules = [], ...foundFacts } = found;
    if (JSON.stringify(withoutRules(knownFacts)) !== JSON.stringify(withoutRules(foundFacts))) {
      throw new Error(`${type} has other facts at ${path} than elsewhere. Extend the notation with limits at a place of use.`);
    }
    const texts = foundRules.map((rule: Rule) => JSON.stringify(rule));
    const rules = knownRules.filter((rule: Rule) => texts.includes(JSON.stringify(rule)));
    return { ...knownFacts, ...(rules.length > 0 && { rules }) };
  }

  private protoField(type: string, name: string, path: string): ProtoField {
    const message = this.protos.messages[type];
    if (message === undefined) throw new Error(`The types of the release have no message "${type}" for ${path}.`);
    const field = message.fields[name] ?? message.fields[camel(name)];
    if (field === undefined) throw new Error(`The types of the release have no field ${name} in ${type} for ${path}.`);
    return field;
  }

  private kind(kind: InlineKind): SchemaFile {
    const { group, names, scope, annotations, labels, conversion, preserveUnknownFields } = kind;
    const [main, ...others] = schemasOf(kind).map((schema) => ({ version: schema.version, facts: this.facts(kind, schema) }));
    const versions: Record<string, any>[] = newestFirst(kind.versions).map((version) => {
      const other = others.find(({ version: name }) => name === version.name);
      const apart = Object.entries(other?.facts ?? {}).filter(([fact, value]) => JSON.stringify(value) !== JSON.stringify(main.facts[fact]));
      const { name, served, storage, ...more } = version;
      return { name, served, storage, ...more, ...Object.fromEntries(apart) };
    });
    const shared = ['subresources', 'columns'].filter((fact) => versions.every((version) => JSON.stringify(version[fact]) === JSON.stringify(versions[0][fact])));
    return {
      kind: names.kind,
      doc: this.own.kinds[names.kind]?.doc,
      group,
      scope,
      plural: names.plural,
      shortNames: names.shortNames,
      categories: names.categories,
      annotations,
      labels,
      conversion,
      preserveUnknownFields,
      versions: versions.map((version) => without(version, shared)),
      ...Object.fromEntries(shared.map((fact) => [fact, versions[0][fact]])),
      ...main.facts,
    };
  }

  /** What the objects of a version consist of, and the limits on them. */
  private facts(kind: InlineKind, { version, fields, limits }: KindSchema): Record<string, any> {
    const roots = this.rootsOf(kind, version);
    const { spec, status, ...standard } = fields;
    if (Object.keys(standard).length > 0 && JSON.stringify(standard) !== JSON.stringify(STANDARD_FIELDS)) {
      throw new Error(`${kind.names.kind} has fields beside spec and status: ${Object.keys(standard).join(', ')}. Extend the notation with them.`);
    }
    return {
      ...(Object.keys(standard).length > 0 && { standardFields: true }),
      ...limits,
      spec: this.field(spec, { type: roots.spec, deprecated: false }),
      ...(status !== undefined && { status: this.field(status, { type: roots.status!, deprecated: false }) }),
    };
  }

  private message(proto: string, facts: Record<string, any>): Message {
    const own = this.own.messages[this.naming.of(proto)];
    const { fields, oneOf, allOf, ...limits } = facts;
    const known = this.protos.messages[proto].fields;
    const aliases = Object.keys(fields).filter((name) => known[name] === undefined);
    const groups = choices(oneOf, allOf);
    return {
      proto,
      ...Object.fromEntries(MESSAGE_WORDS.map((word) => [word, own?.[word]])),
      fields: Object.fromEntries(Object.keys(fields).filter((name) => known[name] !== undefined)
        .map((name) => [name, withWords(this.field(fields[name], known[name]), own?.fields[name], known[name].deprecated)])),
      ...(aliases.length > 0 && { aliases: Object.fromEntries(aliases.map((alias) => [alias, camel(alias)])) }),
      ...(groups ? { atMostOne: groups } : { ...(oneOf && { oneOf }), ...(allOf && { allOf }) }),
      ...limits,
    };
  }

  private enumeration(proto: string, words: readonly string[]): Enum {
    const own = this.own.enums[this.naming.of(proto)];
    return { proto, doc: own?.doc, values: Object.fromEntries(words.map((word) => [word, own?.values[word] ?? null])) };
  }

  private field(field: InlineField, proto: ProtoField): Field {
    if (typeof field === 'string') return field;
    const { list, map, fields, ...rest } = field;
    const { nullable, ...limits } = rest;
    const suffix = nullable ? '?' : '';
    if (list !== undefined) return suffixed(this.field(list, proto), `[]${suffix}`, 'list', limits);
    if (map !== undefined) return map === 'any' ? shortest({ is: `any{}${suffix}`, ...limits }) : suffixed(this.field(map, proto), `{}${suffix}`, 'map', limits);
    if (fields !== undefined) {
      const shared = (this.common.get(proto.type)!.rules ?? []).map((rule: Rule) => JSON.stringify(rule));
      const rules = (limits.rules ?? []).filter((rule: Rule) => !shared.includes(JSON.stringify(rule)));
      const ofPlace = Object.entries(limits).filter(([fact]) => OF_PLACES.includes(fact));
      return shortest({ is: this.naming.of(proto.type) + suffix, ...Object.fromEntries(ofPlace), ...(rules.length > 0 && { rules }) });
    }
    if (limits.enum && this.protos.enums[proto.type]) {
      const isWhole = limits.enum.length === this.enums.get(proto.type)!.length;
      return shortest({ is: this.naming.of(proto.type) + suffix, ...without(limits, isWhole ? ['enum', 'is'] : ['is']) });
    }
    return this.value(limits, suffix);
  }

  /** A value: the scalar that says most of it, and what is left to say. */
  private value(limits: Record<string, any>, suffix: string): Field {
    for (const [name, facts] of this.scalars) {
      const { rules = [], ...others } = facts;
      const ends = (limits.rules ?? []).slice(-rules.length || Infinity);
      if (Object.entries(others).some(([key, fact]) => JSON.stringify(limits[key]) !== JSON.stringify(fact))) continue;
      if (JSON.stringify(rules) !== JSON.stringify(ends)) continue;
      const left = (limits.rules ?? []).slice(0, (limits.rules ?? []).length - rules.length);
      return shortest({ is: name + suffix, ...without(limits, [...Object.keys(others), 'rules']), ...(left.length > 0 && { rules: left }) });
    }
    return shortest({ ...limits, is: limits.is + suffix });
  }
}

/** A list or a map, as a suffix where the items need no more than a type. */
function suffixed(items: Field, suffix: string, word: 'list' | 'map', limits: Record<string, any>): Field {
  return typeof items === 'string' ? shortest({ is: items + suffix, ...limits }) : { [word]: items, ...limits };
}

function shortest(facts: Record<string, any>): Field {
  return Object.keys(facts).length === 1 ? facts.is : facts;
}

function withoutWords(field: Field): Field {
  return typeof field === 'string' ? field : without(field, WORDS);
}

/** Our own words of a field, put to its new facts. */
function withWords(field: Field, own: Field | undefined, deprecated: boolean): Field {
  const said = typeof own === 'object' ? WORDS.filter((word) => own[word] !== undefined) : [];
  const words: Record<string, unknown> = Object.fromEntries(said.map((word) => [word, (own as FieldFacts)[word]]));
  if (deprecated) words.deprecated ??= true;
  else delete words.deprecated;
  if (Object.keys(words).length === 0) return field;
  return { ...(typeof field === 'string' ? { is: field } : field), ...words };
}

/** The groups of "at most one of these", where that is all that is said. */
function choices(oneOf: any[] | undefined, allOf: any[] | undefined): string[][] | undefined {
  const alternatives = oneOf ? [oneOf] : allOf?.map((one) => one.oneOf);
  if (alternatives === undefined || alternatives.some((one) => one === undefined)) return undefined;
  const groups: string[][] = alternatives.map((one) => one.slice(1).map(({ required }: any) => required?.[0]));
  const again = groups.map((names) => {
    const one = names.map((name) => ({ required: [name] }));
    return [{ not: { anyOf: one } }, ...one];
  });
  return JSON.stringify(again) === JSON.stringify(alternatives) ? groups : undefined;
}

/** The facts of a message without the rules of the messages in it, which have places of their own. */
function withoutRules(facts: Record<string, any>): unknown {
  return JSON.parse(JSON.stringify(facts, (_key, value) => (value?.fields ? without(value, ['rules']) : value)));
}

function without(map: Record<string, any>, keys: readonly string[]): any {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

const ORDER = ['kind', 'doc', 'see'];

/** What is not said is left out; what introduces a file comes first, its types last. */
function inOrder({ messages, enums, ...kind }: SchemaFile): SchemaFile {
  const said = Object.entries(JSON.parse(JSON.stringify(kind)));
  const first = ORDER.flatMap((key) => said.filter(([name]) => name === key));
  const sorted = <T>(map: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined =>
    map && Object.fromEntries(Object.entries<T>(JSON.parse(JSON.stringify(map))).sort());
  return {
    ...Object.fromEntries([...first, ...said.filter(([name]) => !ORDER.includes(name))]),
    ...(messages && { messages: sorted(messages) }),
    ...(enums && { enums: sorted(enums) }),
  };
}

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2').toLowerCase();
}
