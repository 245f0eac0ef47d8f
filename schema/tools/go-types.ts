import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { ProtoEnum, ProtoField, ProtoMessage, Protos } from './protos';

/** A package of Go: the folder it lies in, and what its types are called here, such as `gateway.v1`. */
interface Package {
  readonly folder: string;
  readonly name: string;
  readonly structs: Map<string, Struct>;
  /** Types that are another type: `type Kind string`, `type Route = v1.Route`. */
  readonly others: Map<string, Reference>;
  /** Constants of the package's own types, and the words that a marker allows. */
  readonly words: Map<string, { file: string; values: string[] }>;
}

/** A type as it is written, and what the packages of its file are called there. */
interface Reference {
  readonly type: string;
  readonly imports: ReadonlyMap<string, string>;
}

interface Struct {
  readonly file: string;
  readonly fields: Record<string, Reference & { readonly deprecated: boolean }>;
  /** Structs whose fields count as this one's. */
  readonly embedded: Reference[];
}

/**
 * Reads the Go types of Kubernetes kinds below some folders, as gofmt writes them: which struct or which set of words stands behind
 * each field. A type is called by the group of its package (`+groupName`), its version and its name: `gateway.v1.HTTPRouteSpec`.
 */
export function readGoTypes(...folders: string[]): Protos {
  const packages = folders.flatMap(goFolders).map(readPackage).filter((one) => one !== undefined);
  return new Linker(packages).linked();
}

/** A folder and those below it, where they hold Go files. */
function goFolders(folder: string): string[] {
  const entries = readdirSync(folder).sort();
  const below = entries.map((entry) => path.join(folder, entry)).filter((place) => statSync(place).isDirectory()).flatMap(goFolders);
  return entries.some(isSource) ? [folder, ...below] : below;
}

function isSource(file: string): boolean {
  return file.endsWith('.go') && !file.endsWith('_test.go') && !file.startsWith('zz_generated');
}

/** A package that has types of an API; others say no group. */
function readPackage(folder: string): Package | undefined {
  const texts = readdirSync(folder).filter(isSource).sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
  const group = texts.map(([, text]) => /^\/\/ \+groupName=([\w-]+)/m.exec(text)?.[1]).find((found) => found !== undefined);
  if (group === undefined) return undefined;
  const version = path.basename(folder);
  const read: Package = { folder, name: `${group}.${version}`, structs: new Map(), others: new Map(), words: new Map() };
  for (const [file, text] of texts) readFile(read, `${group}/${version}/${file.replace(/(_types)?\.go$/, '')}`, text);
  return read;
}

const IMPORT = /^\t?(?:import )?(\w+)? ?"([\w./-]+)"$/;
const TYPE = /^type (\w+)\s+(?:= )?(.+)$/;
/** A line of `type ( … )`. */
const GROUPED = /^\t(\w+)\s+(?:= )?(\S+)$/;
const FIELD = /^\t(?:(\w+)\s+)?([\w.*[\]]+)\s+`.*?json:"([^"]*)"/;
const CONSTANT = /^(?:const |\t)\w+\s+(\w+)\s+= "([^"]*)"/;
const ENUM = /^\/\/ \+kubebuilder:validation:Enum=(.+)$/;

/** Reads a file line by line: gofmt leaves no choice of how a declaration is written. */
function readFile(into: Package, file: string, text: string): void {
  const imports = new Map<string, string>();
  let comments: string[] = [];
  let struct: Struct | undefined;
  let inGroup = false;
  for (const line of text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n')) {
    const said = line.trim();
    if (said.startsWith('//')) {
      comments.push(said);
      continue;
    }
    const [, alias, place] = IMPORT.exec(line) ?? [];
    const [, name, type] = (inGroup ? GROUPED : TYPE).exec(line) ?? [];
    const [, word, value] = CONSTANT.exec(line) ?? [];
    if (line === 'type (' || line === ')') {
      inGroup = line !== ')';
    } else if (place !== undefined && struct === undefined) {
      imports.set(alias ?? path.posix.basename(place), place);
    } else if (type === 'struct {') {
      struct = { file, fields: {}, embedded: [] };
      into.structs.set(name, struct);
    } else if (type !== undefined) {
      into.others.set(name, { type, imports });
      const allowed = comments.map((comment) => ENUM.exec(comment)?.[1]).find((found) => found !== undefined);
      if (allowed !== undefined) wordsOf(into, name, file).values.unshift(...allowed.split(';'));
    } else if (line === '}') {
      struct = undefined;
    } else if (struct !== undefined) {
      readField(struct, line, { imports, deprecated: comments.some((comment) => comment.startsWith('// Deprecated:')) });
    } else if (word !== undefined) {
      const { values } = wordsOf(into, word, file);
      if (!values.includes(value)) values.push(value);
    }
    comments = [];
  }
}

function readField(into: Struct, line: string, more: { imports: ReadonlyMap<string, string>; deprecated: boolean }): void {
  const [, name, written, json] = FIELD.exec(line) ?? [];
  if (written === undefined) return;
  const type = written.replace(/^(?:\*|\[\w*\]|map\[\w+\])+/, '');
  const wire = json.split(',')[0];
  if (name === undefined && wire === '') into.embedded.push({ type, ...more });
  else if (wire !== '-') into.fields[wire] = { type, ...more };
}

function wordsOf({ words }: Package, type: string, file: string): { file: string; values: string[] } {
  const known = words.get(type) ?? { file, values: [] };
  words.set(type, known);
  return known;
}

/** What a name stands for, and where. */
interface Resolved {
  readonly found: string;
  readonly home: Package;
  readonly struct?: Struct;
}

/** Finds what names stand for across packages. */
class Linker {
  public constructor(private readonly packages: readonly Package[]) {}

  public linked(): Protos {
    const messages: Record<string, ProtoMessage> = {};
    const enums: Record<string, ProtoEnum> = {};
    for (const one of this.packages) {
      for (const [type, struct] of one.structs) {
        const name = `${one.name}.${type}`;
        messages[name] = { name, file: struct.file, fields: this.fields(one, struct) };
      }
      for (const type of one.others.keys()) {
        const { home, struct } = this.resolve(one, type);
        const name = `${one.name}.${type}`;
        if (struct !== undefined) messages[name] = { name, file: struct.file, fields: this.fields(home, struct) };
      }
      for (const [type, { file, values }] of one.words) {
        const { found } = this.resolve(one, type);
        if (one.others.has(type) && found === `${one.name}.${type}`) enums[found] = { file, values };
      }
    }
    return { messages, enums };
  }

  /** The fields of a struct, with those of the structs in it that have no name there. */
  private fields(one: Package, { fields, embedded }: Struct): Record<string, ProtoField> {
    const inherited = embedded.map(({ type, imports }) => {
      const { home, struct } = this.resolve(one, type, imports);
      return struct === undefined ? {} : this.fields(home, struct);
    });
    const own = Object.entries(fields).map(([wire, { type, imports, deprecated }]) =>
      [wire, { type: this.resolve(one, type, imports).found, deprecated }] as const);
    return Object.assign({}, ...inherited, Object.fromEntries(own));
  }

  /** The type that a name stands for in the end: `type Route v1.Route` is the Route of v1. A type of text keeps its own name. */
  private resolve(one: Package, type: string, imports: ReadonlyMap<string, string> = new Map()): Resolved {
    const [scope, name] = type.includes('.') ? type.split('.') : [undefined, type];
    const place = scope === undefined ? undefined : imports.get(scope);
    const home = scope === undefined ? one : this.packages.find(({ folder }) => place !== undefined && isAt(folder, place));
    if (home === undefined) return { found: type, home: one };
    const struct = home.structs.get(name);
    const other = home.others.get(name);
    if (struct !== undefined || other === undefined) return { found: struct === undefined ? name : `${home.name}.${name}`, home, struct };
    const target = this.resolve(home, other.type, other.imports);
    const isNamed = target.found.includes('.');
    return isNamed ? target : { found: `${home.name}.${name}`, home };
  }
}

/** Whether a folder is where a package with this path lies, whatever version stands in the folders around it. */
function isAt(folder: string, place: string): boolean {
  const last = (steps: string[]) => steps.slice(-2).join('/');
  return last(folder.split(path.sep)) === last(place.split('/'));
}
