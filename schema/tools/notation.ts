/*
 * The notation of schema/: what a release says about its kinds, short enough to be read and changed by hand. A file holds one kind
 * with the messages and enums that its part of the API defines, or messages alone. See README.md.
 *
 * A field is a TYPE, or what more is to say about it: { is: TYPE, ... }, { list: FIELD, ... } or { map: FIELD, ... }.
 */

/** A field: a type, or a type with limits. */
export type Field = string | FieldFacts;

/** A field of which there is more to say than its type. Limits keep the words of the Kubernetes API. */
export interface FieldFacts {
  /** The type; or `list`, or `map`, where the items have limits of their own. */
  readonly is?: string;
  readonly list?: Field;
  readonly map?: Field;
  /** What the field means, in our own words. */
  readonly doc?: string;
  /** What holds where the field is not written, in our own words: Istio's defaults are seldom in its CRDs. */
  readonly unset?: string;
  /** That Istio advises against the field: what to use, or `true` where there is nothing else. */
  readonly deprecated?: string | true;
  /** The unit of the value, for which there is a class: `duration`, `port`, `percentage` or `host`. Scalars of these names have it by themselves. */
  readonly as?: string;
  /** The name of the property in structs, where the field's own is none in every language: `proxyInit` for `proxy_init`. */
  readonly property?: string;
  /** What the release writes where the field is not. For a message: over the defaults of its fields. */
  readonly default?: unknown;
  /** Of the defaults of a message, those that hold here, by the names of its fields; or those that do not. */
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  /** CEL rules, as [rule, message]. Those of a place stand before those of its message. */
  readonly rules?: readonly Rule[];
  readonly [limit: string]: unknown;
}

export type Rule = readonly string[] | { readonly [key: string]: unknown };

/** A message: fields that belong together, wherever they are used. */
export interface Message {
  /** The name in the release, by which a later one finds it again. */
  readonly proto: string;
  readonly doc?: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  /** Groups of fields of which at most one is written. */
  readonly atMostOne?: readonly (readonly string[])[];
  /** That one of the first group must be written. */
  readonly exactlyOne?: boolean;
  /** What stands for each group after the first in classes: a member, and its class. */
  readonly groups?: Readonly<Record<string, string>>;
  /** That another field says which one of some is written: the field, and for each of these its word. */
  readonly tagged?: { readonly by: string; readonly fields: Readonly<Record<string, string>> };
  /** That the message only wraps its one field: a class that is made from the value. */
  readonly wrapper?: boolean;
  /** The field whose own fields a chart takes in its place, too. */
  readonly flat?: string;
  /** Spellings of old: the same field under another name. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly rules?: readonly Rule[];
  readonly [limit: string]: unknown;
}

/** An enum: the words of the wire, each with what it means. */
export interface Enum {
  readonly proto: string;
  readonly doc?: string;
  readonly values: Readonly<Record<string, string | null>>;
}

/** A version of a kind. What stands here goes before what the kind says. */
export interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly [fact: string]: unknown;
}

/** A kind. */
export interface Kind {
  readonly kind: string;
  readonly doc?: string;
  readonly group: string;
  readonly scope: string;
  readonly plural: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** The first is the one that classes write. */
  readonly versions: readonly Version[];
  readonly subresources?: unknown;
  readonly columns?: readonly unknown[];
  /** That its definition names `apiVersion`, `kind` and `metadata`, which every object has. */
  readonly standardFields?: boolean;
  readonly spec: Field;
  readonly status?: Field;
  readonly [fact: string]: unknown;
}

/** A file of the notation. */
export interface SchemaFile extends Partial<Kind> {
  /** The page of the reference that explains it. */
  readonly see?: string;
  /** Messages that get structs of their own though no spec reaches them. */
  readonly roots?: readonly string[];
  readonly messages?: Readonly<Record<string, Message>>;
  readonly enums?: Readonly<Record<string, Enum>>;
}

/** Types that are no messages: JSON's own, and those of scalars.yaml. */
export const PRIMITIVES = ['string', 'integer', 'number', 'boolean', 'object', 'int-or-string', 'any'];

/** Members that a field has for readers and for classes; a CRD does not say them. */
export const WORDS = ['doc', 'unset', 'deprecated', 'as', 'property'];

/** Members that a message has for readers and for classes. */
export const MESSAGE_WORDS = ['doc', 'exactlyOne', 'groups', 'tagged', 'wrapper'];

/** Members of a file that belong to its kind. */
export const KIND_MEMBERS = [
  'kind', 'doc', 'group', 'scope', 'plural', 'shortNames', 'categories', 'annotations', 'labels', 'conversion', 'preserveUnknownFields',
  'versions', 'subresources', 'columns', 'standardFields', 'required', 'rules', 'spec', 'status',
];

/** A type without its suffixes (`[]` list, `{}` map, `?` may be null), which are given from the outermost inwards. */
export function typeParts(type: string): { readonly name: string; readonly suffixes: readonly string[] } {
  const [, name, suffixes] = /^(.*?)((?:\[\]|\{\}|\?)*)$/.exec(type)!;
  return { name, suffixes: (suffixes.match(/\[\]|\{\}|\?/g) ?? []).reverse() };
}
