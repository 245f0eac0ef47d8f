import { Enum, Field, Kind, Message, SchemaFile, typeParts } from './notation';
import { Schema } from './source';
import { comment, describe } from './words';

const HEADER = '// Generated from schema/ by `npx projen schema`. Do not edit.\n';

/** TypeScript of all kinds, by the names of the files in src/resources: a class a kind, a struct a message, an enum an enum. */
export function classFiles(schema: Schema): Record<string, string> {
  return new ClassPrinter(schema).files();
}

/** The name of a type of the notation, without what is around it. */
function nameOf(field: Field): string[] {
  if (typeof field === 'string') return [typeParts(field).name];
  return field.is !== undefined ? nameOf(field.is) : nameOf((field.list ?? field.map)!);
}

class ClassPrinter {
  /** The file of each message and enum. */
  private readonly places: ReadonlyMap<string, string>;
  /** Messages and enums that a spec reaches. A status is written by Istio alone, and gets no types. */
  private readonly reached = new Set<string>();

  public constructor(private readonly schema: Schema) {
    this.places = new Map(Object.entries(schema.files).flatMap(([file, { messages, enums }]) =>
      [...Object.keys(messages ?? {}), ...Object.keys(enums ?? {})].map((name) => [name, fileOf(file)] as const)));
    Object.values(schema.kinds).forEach(({ spec }) => this.reach(spec));
  }

  public files(): Record<string, string> {
    const files: Record<string, string> = {};
    for (const [place, file] of Object.entries(this.schema.files)) {
      const text = this.file(fileOf(place), file);
      if (text !== undefined) files[`${fileOf(place)}.ts`] = text;
    }
    const exported = Object.keys(files).sort().map((file) => `export * from './${file.slice(0, -'.ts'.length)}';\n`);
    return { ...files, 'kinds.generated.ts': [HEADER, ...exported].join('') };
  }

  private reach(field: Field): void {
    for (const name of nameOf(field)) {
      if (this.reached.has(name) || !this.places.has(name)) continue;
      this.reached.add(name);
      Object.values(this.schema.messages[name]?.fields ?? {}).forEach((inner) => this.reach(inner));
    }
  }

  private file(name: string, file: SchemaFile): string | undefined {
    const messages = Object.entries(file.messages ?? {}).filter(([message]) => this.reached.has(message));
    const enums = Object.entries(file.enums ?? {}).filter(([message]) => this.reached.has(message));
    if (messages.length + enums.length === 0) return undefined;
    const kind = file.kind === undefined ? undefined : this.schema.kinds[file.kind];
    return [
      HEADER,
      this.imports(name, kind, messages.map(([, message]) => message)),
      ...(kind ? [this.props(kind), this.kindClass(kind, file.see)] : []),
      ...messages.map(([message, facts]) => this.struct(message, facts, file.see)),
      ...enums.map(([message, facts]) => this.enumeration(message, facts, file.see)),
    ].filter((part) => part !== '').join('\n');
  }

  private imports(file: string, kind: Kind | undefined, messages: readonly Message[]): string {
    const wanted = new Map<string, Set<string>>();
    const fields = [...(kind ? [kind.spec] : []), ...messages.flatMap((message) => Object.values(message.fields))];
    for (const name of fields.flatMap(nameOf)) {
      const place = this.places.get(name);
      if (place !== undefined && place !== file) wanted.set(place, (wanted.get(place) ?? new Set()).add(name));
    }
    return [
      ...(kind ? ['import { ApiObject, ApiObjectMetadata, GroupVersionKind } from \'cdk8s\';\n', 'import { Construct } from \'constructs\';\n'] : []),
      ...(kind ? ['import { manifestOf } from \'./manifest\';\n'] : []),
      ...[...wanted].sort().map(([place, names]) => `import { ${[...names].sort().join(', ')} } from './${place}';\n`),
    ].join('');
  }

  private props({ kind, spec }: Kind): string {
    return [
      comment('', [`What a ${kind} is made from.`]),
      `export interface ${kind}Props {`,
      comment('  ', ['Name, namespace, labels and annotations of the object.'], ['@default - a name made from the path of the construct; namespace and labels of its chart']),
      '  readonly metadata?: ApiObjectMetadata;',
      '',
      comment('  ', [`What the ${kind} says.`]),
      `  readonly spec: ${this.type(spec)};`,
      '}\n',
    ].join('\n');
  }

  private kindClass({ kind, doc, group, versions }: Kind, see: string | undefined): string {
    return [
      comment('', [doc ?? `The kind ${kind}.`, 'Every field is written as it is given. A JSON patch may change any, also those that have no type here.'], seeTags(see)),
      `export class ${kind} extends ApiObject {`,
      comment('  ', ['The API version and the kind that are written.']),
      '  public static readonly GVK: GroupVersionKind = {',
      `    apiVersion: '${group}/${versions[0].name}',`,
      `    kind: '${kind}',`,
      '  };',
      '',
      comment('  ', ['The object alone, without a chart: for a list, a test, or the object of another kind that holds it.'], ['@param props what it is made from']),
      `  public static manifest(props: ${kind}Props): any {`,
      `    return manifestOf(${kind}.GVK, props);`,
      '  }',
      '',
      comment('  ', [`Adds a ${kind} to a chart.`], ['@param scope the construct that it belongs to', '@param id its name within the scope', '@param props what it is made from']),
      `  public constructor(scope: Construct, id: string, props: ${kind}Props) {`,
      `    super(scope, id, { ...props, ...${kind}.GVK });`,
      '  }',
      '}\n',
    ].join('\n');
  }

  private struct(name: string, message: Message, see: string | undefined): string {
    const choices = (message.atMostOne ?? []).filter((group) => group.length > 1)
      .map((group) => `At most one of ${listed(group.map((field) => `\`${field}\``))} is written.`);
    const fields = Object.entries(message.fields).map(([field, facts]) => this.member(name, message, field, facts));
    return [
      comment('', [message.doc ?? `The message \`${name}\`.`, ...choices], seeTags(see)),
      `export interface ${name} {`,
      fields.join('\n\n'),
      '}\n',
    ].join('\n');
  }

  private member(struct: string, message: Message, name: string, field: Field): string {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
      throw new Error(`schema/: ${struct}.${name} is no name for a property. Where it is another spelling of a field, write it under "aliases".`);
    }
    const facts = typeof field === 'string' ? undefined : field;
    const required = message.required?.includes(name) === true;
    const meaning = describe(field, this.schema);
    const paragraphs = facts?.doc === undefined ? [`\`${struct}.${name}\`: ${meaning}.`] : [facts.doc, `Written as \`${name}\`: ${meaning}.`];
    const tags = [
      ...(required ? [] : [`@default - ${facts?.unset ?? 'not set'}`]),
      ...(facts?.deprecated === undefined ? [] : [`@deprecated ${facts.deprecated === true ? 'Istio advises against it' : facts.deprecated}`]),
    ];
    return `${comment('  ', paragraphs, tags)}\n  readonly ${name}${required ? '' : '?'}: ${this.type(field)};`;
  }

  private enumeration(name: string, { doc, values }: Enum, see: string | undefined): string {
    const members = Object.entries(values).map(([word, meaning]) =>
      `${comment('  ', [meaning ?? `The word \`${word}\`.`])}\n  ${constant(word)} = '${word}',`);
    return [comment('', [doc ?? `The words of \`${name}\`.`], seeTags(see)), `export enum ${name} {`, members.join('\n\n'), '}\n'].join('\n');
  }

  private type(field: Field): string {
    if (typeof field !== 'string') {
      if (field.list !== undefined) return `${this.type(field.list)}[]`;
      if (field.map !== undefined) return `{ readonly [key: string]: ${this.type(field.map)} }`;
      return this.type(field.is!);
    }
    const { name, suffixes } = typeParts(field);
    return [...suffixes].reverse().reduce((type, suffix) => {
      if (suffix === '[]') return `${type}[]`;
      return suffix === '{}' ? `{ readonly [key: string]: ${type} }` : type;
    }, this.named(name));
  }

  private named(name: string): string {
    if (this.places.has(name)) return name;
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

function fileOf(place: string): string {
  return `${place.split('/').pop()}.generated`;
}

function seeTags(see: string | undefined): string[] {
  return see === undefined ? [] : [`@see ${see}`];
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A word of the wire as a name in an enum. */
function constant(word: string): string {
  return word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
