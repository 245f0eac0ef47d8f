import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A field of a message of Envoy's. */
export interface EnvoyField {
  /** Its name in the proto file; both names may be written. */
  readonly name: string;
  readonly jsonName: string;
  readonly repeated: boolean;
  /** Whether the message is none without it. */
  readonly required: boolean;
  /** The type of the keys of a map, as a letter. */
  readonly keys?: string;
  /** A letter for a scalar, else what the type's name stands for. */
  readonly kind: string;
  /** The full name of the message or enum. */
  readonly type?: string;
  /** Fields of a message with the same number exclude each other. */
  readonly choice?: string;
}

/** Which messages an EnvoyFilter can hold, and what is in them. What writes it, conformance/envoy-types, explains the notation. */
interface Notation {
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Messages of files that nobody develops further. */
  readonly frozen: readonly string[];
  /** Old names of filters, with new ones. */
  readonly filterNames: Readonly<Record<string, string>>;
}

const FILE = path.join(__dirname, '..', '..', '..', '..', '..', 'schema', 'envoy.generated.json');
const GOOGLE = 'google.protobuf.';

/** The messages that Istio's own checks know. Each is taken apart when it is first met. */
export class EnvoyTypes {
  /** All of them, read from the schema when they are first needed. */
  public static load(): EnvoyTypes {
    EnvoyTypes.loaded ??= new EnvoyTypes(JSON.parse(readFileSync(FILE, 'utf8')));
    return EnvoyTypes.loaded;
  }

  private static loaded: EnvoyTypes | undefined;

  private readonly messages = new Map<string, readonly EnvoyField[] | undefined>();
  private readonly enums = new Map<string, readonly string[]>();

  public constructor(private readonly notation: Notation) {}

  /** The fields of a message in the order of their declaration; undefined for one that is not known. */
  public fields(message: string): readonly EnvoyField[] | undefined {
    if (!this.messages.has(message)) {
      const found = lookUp(this.notation.messages, message);
      this.messages.set(message, found && found.text.split(' ').filter(Boolean).map((text) => fieldOf(text, found.from)));
    }
    return this.messages.get(message);
  }

  /** The words of an enum. */
  public words(name: string): readonly string[] {
    let words = this.enums.get(name);
    if (words === undefined) {
      words = lookUp(this.notation.enums, name)?.text.split(' ') ?? [];
      this.enums.set(name, words);
    }
    return words;
  }

  /** Names of messages that end like the given one, for who wrote another package or version. */
  public like(message: string): string[] {
    const last = message.slice(message.lastIndexOf('.') + 1);
    return Object.entries(this.notation.messages).flatMap(([from, messages]) => (Object.hasOwn(messages, last) ? [`${from}.${last}`] : []));
  }

  /** Whether nobody develops a message further. */
  public isFrozen(message: string): boolean {
    return this.notation.frozen.includes(message);
  }

  /** The name that took the place of an old name of a filter. */
  public newFilterName(name: string): string | undefined {
    return Object.hasOwn(this.notation.filterNames, name) ? this.notation.filterNames[name] : undefined;
  }
}

/** What stands under a full name: its package is as long as may be. */
function lookUp(packages: Notation['messages'], name: string): { readonly from: string; readonly text: string } | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const from = name.slice(0, dot);
    const rest = name.slice(dot + 1);
    if (Object.hasOwn(packages, from)) return Object.hasOwn(packages[from], rest) ? { from, text: packages[from][rest] } : undefined;
  }
  return undefined;
}

const FIELD = /^([^/:]+)(?:\/([^:]+))?:(?:(\[)|(!)|([a-zA-Z])\{)?(#)?([^|]+)(?:\|(\d+))?$/;

function fieldOf(text: string, from: string): EnvoyField {
  const [, name, jsonName, list, required, keys, isEnum, type, choice] = FIELD.exec(text)!;
  const scalar = !isEnum && type.length === 1;
  return {
    name,
    jsonName: jsonName ?? name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    repeated: list !== undefined,
    required: required !== undefined,
    keys,
    kind: isEnum ? 'enum' : scalar ? type : 'message',
    type: scalar ? undefined : fullName(type, from),
    choice,
  };
}

function fullName(name: string, from: string): string {
  if (name.startsWith('~')) return `${GOOGLE}${name.slice(1)}`;
  return name.startsWith('.') ? `${from}${name}` : name;
}
