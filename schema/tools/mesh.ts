import { compareNamed, SchemaDifference } from './compare';
import { Naming } from './naming';
import { Enum, Field, FieldFacts, Message, MESSAGE_WORDS, SchemaFile, WORDS } from './notation';
import { ProtoField, ProtoMessage, Protos } from './protos';
import { Schema } from './source';

/*
 * Messages without a kind: what they say stands in proto files alone, since no CRD holds them. The configuration of the mesh is one.
 */

/** The messages of the mesh from which all others of it are reached. */
export const MESH_ROOTS = ['istio.mesh.v1alpha1.MeshConfig', 'istio.mesh.v1alpha1.MeshNetworks'];

/** How values of the proto language are written as JSON. */
const VALUES: Readonly<Record<string, string>> = {
  'double': 'double',
  'float': 'double',
  'int32': 'int32',
  'uint32': 'uint32',
  'int64': 'int64',
  'uint64': 'uint64',
  'bool': 'boolean',
  'string': 'string',
  'bytes': 'bytes',
  'google.protobuf.Duration': 'seconds',
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Struct': 'struct',
  'google.protobuf.Value': 'any',
  'google.protobuf.BoolValue': 'boolean?',
  'google.protobuf.StringValue': 'string?',
  'google.protobuf.DoubleValue': 'double?',
  'google.protobuf.Int32Value': 'int32?',
  'google.protobuf.UInt32Value': 'uint32?',
  'google.protobuf.Int64Value': 'int64?',
};

/** What schema/ says otherwise of the configuration of the mesh than a release: messages and enums, their fields, words and choices. */
export function compareMesh(protos: Protos, own: Schema): SchemaDifference[] {
  const release = releaseTypes(protos, MESH_ROOTS, own);
  return compareNamed(byOwnNames(ownTypes(own, release), own), byOwnNames(release, own));
}

function byOwnNames({ messages, enums }: ProtoTypes, own: Schema): Record<string, Record<string, any>> {
  const known = knownNames(own);
  return Object.fromEntries([
    ...Object.values(messages).map(({ proto, ...facts }) => [known[proto] ?? proto, facts]),
    ...Object.values(enums).map(({ proto, values }) => [known[proto] ?? proto, { enum: Object.keys(values) }]),
  ]);
}

/** Messages and enums in the notation, by their names in the release. */
export interface ProtoTypes {
  readonly messages: Readonly<Record<string, Message>>;
  readonly enums: Readonly<Record<string, Enum>>;
}

/**
 * What a release says of the messages that the roots reach. Those that schema/ has from the CRDs are named and not followed: their
 * limits are known from there.
 */
export function releaseTypes(protos: Protos, roots: readonly string[], own: Schema): ProtoTypes {
  return new Reader(protos, own).types(roots);
}

/** The same of schema/ itself, without our words. That a field is deprecated counts where the release says so: we may advise against more. */
export function ownTypes(own: Schema, release: ProtoTypes): ProtoTypes {
  const files = Object.entries(own.files).filter(([name]) => name.startsWith('mesh/')).map(([, file]) => file);
  const messages = files.flatMap((file) => Object.values(file.messages ?? {}));
  const enums = files.flatMap((file) => Object.values(file.enums ?? {}));
  return {
    messages: Object.fromEntries(messages.map((message) => [message.proto, bareMessage(message, release.messages[message.proto])])),
    enums: Object.fromEntries(enums.map(({ proto, values }) => [proto, { proto, values: withoutMeaning(values) }])),
  };
}

/** Writes the messages that the roots reach into files of the notation. Names and words that stand there stay: they are ours. */
export function transcribeMessages(protos: Protos, roots: readonly string[], own: Schema): Record<string, SchemaFile> {
  const naming = new Naming(knownNames(own), [...Object.keys(own.kinds), ...Object.keys(own.scalars)]);
  const { messages, enums } = new Reader(protos, own, naming).types(roots);
  const files: Record<string, SchemaFile> = {};
  const put = (file: string, member: 'messages' | 'enums', name: string, value: Message | Enum): void => {
    const place = file.startsWith('mesh/') ? file.replace(/\/v\w+\//, '/').replace('.proto', '') : 'mesh/config';
    const { see, roots: ownRoots } = own.files[place] ?? {};
    files[place] = { see, roots: ownRoots, ...files[place], [member]: { ...files[place]?.[member], [name]: value } };
  };
  for (const [proto, message] of Object.entries(messages)) {
    const name = naming.of(proto);
    put(protos.messages[proto].file, 'messages', name, withOwnWords(message, own.messages[name]));
  }
  for (const [proto, { values }] of Object.entries(enums)) {
    const known = own.enums[naming.of(proto)];
    const words = Object.fromEntries(Object.keys(values).map((word) => [word, known?.values[word] ?? null]));
    put(protos.enums[proto].file, 'enums', naming.of(proto), { proto, doc: known?.doc, values: words });
  }
  return Object.fromEntries(Object.entries(files).sort().map(([file, content]) => [file, inOrder(content)]));
}

class Reader {
  private readonly messages: Record<string, Message> = {};
  private readonly enums: Record<string, Enum> = {};
  private readonly elsewhere: ReadonlySet<string>;
  private readonly names: (proto: string) => string;

  public constructor(private readonly protos: Protos, own: Schema, naming?: Naming) {
    const known = knownNames(own);
    this.names = naming === undefined ? (proto) => known[proto] ?? proto : (proto) => naming.of(proto);
    this.elsewhere = new Set(Object.entries(own.files).filter(([file]) => !file.startsWith('mesh/'))
      .flatMap(([, { messages, enums }]) => [...Object.values(messages ?? {}), ...Object.values(enums ?? {})]).map(({ proto }) => proto));
  }

  public types(roots: readonly string[]): ProtoTypes {
    for (const root of roots) {
      if (this.protos.messages[root] === undefined) throw new Error(`The proto files have no message "${root}". Give the folder that holds all of them.`);
      this.take(root);
    }
    return { messages: this.messages, enums: this.enums };
  }

  private take(proto: string): void {
    if (this.elsewhere.has(proto) || proto in this.messages || proto in this.enums) return;
    const values = this.protos.enums[proto]?.values;
    if (values !== undefined) {
      this.enums[proto] = { proto, values: Object.fromEntries(values.map((word) => [word, null])) };
      return;
    }
    this.messages[proto] = { proto, fields: {} };
    this.messages[proto] = this.message(this.protos.messages[proto]);
  }

  private message({ name, fields }: ProtoMessage): Message {
    const required = Object.keys(fields).filter((field) => fields[field].required);
    const choices = [...new Set(Object.values(fields).flatMap(({ oneof }) => oneof ?? []))]
      .map((choice) => Object.keys(fields).filter((field) => fields[field].oneof === choice)).filter((group) => group.length > 1);
    return {
      proto: name,
      // In the order of the proto file, in which Istio writes them too.
      fields: Object.fromEntries(Object.keys(fields).map((field) => [field, this.field(fields[field])])),
      ...(choices.length > 0 && { atMostOne: choices }),
      ...(required.length > 0 && { required }),
    };
  }

  private field({ type, many, deprecated }: ProtoField): Field {
    const one = VALUES[type] ?? this.named(type);
    const whole = many === undefined ? one : `${one}${many === 'list' ? '[]' : '{}'}`;
    return deprecated ? { is: whole, deprecated: true } : whole;
  }

  private named(type: string): string {
    this.take(type);
    if (this.protos.messages[type] === undefined && this.protos.enums[type] === undefined) throw new Error(`The proto files have no type "${type}".`);
    return this.names(type);
  }
}

function knownNames(own: Schema): Record<string, string> {
  return Object.fromEntries([...Object.entries(own.messages), ...Object.entries(own.enums)].map(([name, { proto }]) => [proto, name]));
}

function withOwnWords(message: Message, own: Message | undefined): Message {
  const fields = Object.entries(message.fields).map(([name, field]): [string, Field] => {
    const all: FieldFacts = { ...(typeof field === 'string' ? { is: field } : field), ...wordsOf(own?.fields[name]) };
    return [name, Object.keys(all).length === 1 ? all.is! : all];
  });
  const { proto, fields: _fields, ...limits } = message;
  const words = Object.fromEntries(MESSAGE_WORDS.map((word) => [word, own?.[word]]));
  return { proto, ...words, fields: Object.fromEntries(fields), ...limits };
}

/** What stands in no proto file: our words, and the default, which Istio has in its code. */
function wordsOf(field: Field | undefined): Partial<FieldFacts> {
  return typeof field === 'object' ? Object.fromEntries([...WORDS, 'default'].filter((word) => field[word] !== undefined).map((word) => [word, field[word]])) : {};
}

function bareMessage({ fields, ...own }: Message, release: Message | undefined): Message {
  const facts = Object.fromEntries(Object.entries(own).filter(([key]) => !MESSAGE_WORDS.includes(key))) as Pick<Message, 'proto'>;
  return { ...facts, fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, bareField(field, release?.fields[name])])) };
}

function bareField(field: Field, release: Field | undefined): Field {
  if (typeof field === 'string') return field;
  return field.deprecated !== undefined && typeof release === 'object' && release.deprecated !== undefined ? { is: field.is, deprecated: true } : field.is!;
}

function withoutMeaning(values: Enum['values']): Enum['values'] {
  return Object.fromEntries(Object.keys(values).map((word) => [word, null]));
}

function inOrder({ see, roots, messages, enums }: SchemaFile): SchemaFile {
  const sorted = <T>(map: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined =>
    map && Object.fromEntries(Object.entries<T>(JSON.parse(JSON.stringify(map))).sort());
  return { ...(see && { see }), ...(roots && { roots }), ...(messages && { messages: sorted(messages) }), ...(enums && { enums: sorted(enums) }) };
}
