import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';

/** A message of a proto file: its fields by the names that they have on the wire. */
export interface ProtoMessage {
  readonly name: string;
  readonly file: string;
  readonly fields: Readonly<Record<string, ProtoField>>;
}

/** A field: its type, written in full where it is a message or an enum of the same files. */
export interface ProtoField {
  readonly type: string;
  readonly deprecated: boolean;
  /** Whether there may be several of it: in a list, or in a map with keys of text. */
  readonly many?: 'list' | 'map';
  /** The name of the choice of which it is one. */
  readonly oneof?: string;
  /** Whether it must be written; left out where it need not. */
  readonly required?: true;
}

/** An enum of a proto file. */
export interface ProtoEnum {
  readonly file: string;
  readonly values: readonly string[];
}

/** What proto files say of names: which message or enum stands behind each field. */
export interface Protos {
  readonly messages: Readonly<Record<string, ProtoMessage>>;
  readonly enums: Readonly<Record<string, ProtoEnum>>;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[\w.]+|[{}[\]()<>=;,]/g;

/** The folder with the proto files of a release: the one around its CRDs. */
export function protoFolder(crds: string): string {
  return path.dirname(crds.endsWith('.yaml') ? path.dirname(crds) : crds);
}

/** Reads all proto files below a folder. */
export function readProtos(folder: string): Protos {
  const messages: Record<string, ProtoMessage> = {};
  const enums: Record<string, ProtoEnum> = {};
  for (const file of protoFiles(folder)) {
    new Reader(path.relative(folder, file), readFileSync(file, 'utf8'), messages, enums).read();
  }
  for (const message of Object.values(messages)) {
    for (const field of Object.values(message.fields) as { type: string }[]) {
      field.type = resolved(field.type, message.name, messages, enums);
    }
  }
  return { messages, enums };
}

function protoFiles(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((entry) => {
    const place = path.join(folder, entry);
    if (statSync(place).isDirectory()) return protoFiles(place);
    return entry.endsWith('.proto') ? [place] : [];
  });
}

/** A name is looked for in the message where it is used, then in what is around it. */
function resolved(type: string, scope: string, messages: object, enums: object): string {
  for (let around = scope; around !== ''; around = around.split('.').slice(0, -1).join('.')) {
    const name = `${around}.${type}`;
    if (name in messages || name in enums) return name;
  }
  return type;
}

class Reader {
  private readonly tokens: string[];
  private at = 0;

  public constructor(
    private readonly file: string,
    text: string,
    private readonly messages: Record<string, ProtoMessage>,
    private readonly enums: Record<string, ProtoEnum>,
  ) {
    const withoutComments = text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) => (match.startsWith('"') ? match : ' '));
    this.tokens = withoutComments.match(TOKEN) ?? [];
  }

  public read(): void {
    let scope = '';
    while (this.at < this.tokens.length) {
      const word = this.next();
      if (word === 'package') {
        scope = this.next();
        this.skip();
      } else if (word === 'message') {
        this.message(scope);
      } else if (word === 'enum') {
        this.enumeration(scope);
      } else {
        this.skip();
      }
    }
  }

  private message(scope: string): void {
    const name = `${scope}.${this.next()}`;
    const fields: Record<string, ProtoField> = {};
    this.messages[name] = { name, file: this.file, fields };
    this.next();
    this.members(name, fields);
  }

  private members(name: string, fields: Record<string, ProtoField>, oneof?: string): void {
    for (let word = this.next(); word !== '}'; word = this.next()) {
      if (word === 'message') {
        this.message(name);
      } else if (word === 'enum') {
        this.enumeration(name);
      } else if (word === 'oneof') {
        const choice = this.next();
        this.next();
        this.members(name, fields, choice);
      } else if (['reserved', 'option', 'extensions'].includes(word)) {
        this.skip();
      } else if (word !== ';') {
        this.field(word, fields, oneof);
      }
    }
  }

  private field(first: string, fields: Record<string, ProtoField>, oneof: string | undefined): void {
    let type = ['repeated', 'optional', 'required'].includes(first) ? this.next() : first;
    const many = first === 'repeated' ? 'list' : type === 'map' ? 'map' : undefined;
    if (type === 'map') {
      this.at += 3;
      type = this.next();
      this.next();
    }
    const name = this.next();
    const options = this.skip();
    const given = options.indexOf('json_name');
    const wire = given < 0 ? name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) : options[given + 2].slice(1, -1);
    const deprecated = options.indexOf('deprecated');
    const behavior = options.findIndex((word) => word.endsWith('field_behavior'));
    fields[wire] = {
      type: type.replace(/^\./, ''),
      deprecated: deprecated >= 0 && options[deprecated + 2] === 'true',
      ...(many && { many }),
      ...(oneof !== undefined && { oneof }),
      ...(behavior >= 0 && options.slice(behavior).includes('REQUIRED') && { required: true as const }),
    };
  }

  private enumeration(scope: string): void {
    const name = `${scope}.${this.next()}`;
    const values: string[] = [];
    this.next();
    for (let word = this.next(); word !== '}'; word = this.next()) {
      if (word === ';') continue;
      if (!['reserved', 'option'].includes(word)) values.push(word);
      this.skip();
    }
    this.enums[name] = { file: this.file, values };
  }

  private next(): string {
    return this.tokens[this.at++];
  }

  /** To the end of a statement, or over a block; what was passed. */
  private skip(): string[] {
    const from = this.at;
    for (let depth = 0; this.at < this.tokens.length;) {
      const word = this.next();
      if (word === '{') depth++;
      else if (word === '}') depth--;
      if (depth === 0 && (word === ';' || word === '}')) break;
    }
    return this.tokens.slice(from, this.at);
  }
}
