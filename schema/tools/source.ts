import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Document, isMap, isSeq, parse, visit } from 'yaml';
import { moduleOf } from './modules';
import { Enum, Field, KIND_MEMBERS, Kind, Message, SchemaFile } from './notation';

/** Where the notation lies. */
export const SOURCE = path.join(__dirname, '..');

/** What a module says beside its files. */
export interface SchemaOptions {
  /** Its name. */
  readonly name?: string;
  /** The folder of its classes. */
  readonly classes?: string;
  /** The modules whose messages and enums it may name. */
  readonly uses?: readonly Schema[];
}

/** Everything that a module of schema/ says. */
export interface Schema {
  /** The files, by their paths without ending, such as `networking/virtual-service`. */
  readonly files: Readonly<Record<string, SchemaFile>>;
  readonly scalars: Readonly<Record<string, Field>>;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly messages: Readonly<Record<string, Message>>;
  readonly enums: Readonly<Record<string, Enum>>;
  /** The name of the module. */
  readonly name: string;
  /** The folder of its classes. */
  readonly classes: string;
  /** The modules whose messages and enums it may name. */
  readonly uses: readonly Schema[];
}

const LONGEST_NAME = 40;

/** Reads the notation of a module. */
export function readSchema(name = 'istio'): Schema {
  const module = moduleOf(name);
  const folder = path.join(SOURCE, name);
  const rooms = readdirSync(folder).filter((entry) => statSync(path.join(folder, entry)).isDirectory()).sort();
  const files = ['', ...rooms].flatMap((room) => readdirSync(path.join(folder, room)).filter((file) => file.endsWith('.yaml')).sort().map((file) =>
    [path.posix.join(room, file.slice(0, -'.yaml'.length)), parse(readFileSync(path.join(folder, room, file), 'utf8'))]));
  const options = { name, classes: module.classes, uses: (module.uses ?? []).map((used) => readSchema(used)) };
  return schemaOf(Object.fromEntries(files), parse(readFileSync(path.join(SOURCE, 'scalars.yaml'), 'utf8')), options);
}

/** Puts the files together. A name stands for one thing alone, and is short enough to be written. */
export function schemaOf(
  files: Readonly<Record<string, SchemaFile>>, scalars: Readonly<Record<string, Field>>,
  { name: module = 'istio', classes = 'src/resources', uses = [] }: SchemaOptions = {},
): Schema {
  const kinds: Record<string, Kind> = {};
  const messages: Record<string, Message> = {};
  const enums: Record<string, Enum> = {};
  const places: Record<string, string> = Object.fromEntries(Object.keys(scalars).map((name) => [name, 'scalars']));
  const put = <T>(map: Record<string, T>, name: string, value: T, file: string) => {
    if (places[name] !== undefined) {
      throw new Error(`schema/: the name ${name} stands in ${places[name]}.yaml and in ${file}.yaml. Give one of them another name.`);
    }
    if (name.length > LONGEST_NAME) {
      throw new Error(`schema/${file}.yaml: the name ${name} has ${name.length} characters. Give it one of at most ${LONGEST_NAME}.`);
    }
    places[name] = file;
    map[name] = value;
  };
  for (const [file, content] of Object.entries(files)) {
    if (content.kind !== undefined) put(kinds, content.kind, kindOf(content), file);
    for (const [name, message] of Object.entries(content.messages ?? {})) put(messages, name, message, file);
    for (const [name, values] of Object.entries(content.enums ?? {})) put(enums, name, values, file);
  }
  return { files, scalars, kinds, messages, enums, name: module, classes, uses };
}

/** The module that defines a message or an enum of this name: this one, or the first of those that it uses. */
export function definerOf(schema: Schema, name: string): Schema | undefined {
  if (schema.messages[name] !== undefined || schema.enums[name] !== undefined) return schema;
  return schema.uses.map((used) => definerOf(used, name)).find((found) => found !== undefined);
}

function kindOf(content: SchemaFile): Kind {
  const members = KIND_MEMBERS.filter((member) => content[member] !== undefined);
  return Object.fromEntries(members.map((member) => [member, content[member]])) as unknown as Kind;
}

/** Writes files of the notation. */
export function writeFiles(files: Readonly<Record<string, SchemaFile>>, folder = path.join(SOURCE, 'istio')): void {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, `${name}.yaml`);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, printFile(content));
  }
}

const WIDTH = 140;

/** A file as YAML: what fits on a line stands on one. */
export function printFile(content: SchemaFile): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, node, ancestors) {
      const depth = ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length;
      const fits = JSON.stringify(node.toJS(document)).length + 2 * depth < WIDTH - 30;
      const isPart = depth >= 4 || (depth >= 2 && isSeq(node)) || (depth === 1 && isSeq(node) && node.items.every((item) => !isMap(item)))
        || (depth === 2 && isSeq(ancestors.at(-1))) || (depth === 1 && node.items.length <= 1 && isMap(node));
      if (fits && isPart) node.flow = true;
      return node.flow ? visit.SKIP : undefined;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}
