import type { ParseOptions, DocumentOptions, Schema, SchemaOptions, ScalarTag, Tags } from 'yaml';

/**
 * The `yaml` package, which reads YAML. It is loaded when it is first needed: printing, which every command does, needs no reader.
 */
export function yamlLibrary(): typeof import('yaml') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('yaml');
}

/**
 * YAML as kubectl reads it. That is version 1.1, where `yes` is a truth value and an anchor may be merged, but for these: dates and
 * times are text, a number with an exponent has digits before it, and `0o17` is a number as in version 1.2.
 */
export const AS_KUBECTL: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  merge: false, // The version brings its own, which is changed below; this would add a second.
  customTags: (tags) => [...tags.filter((tag) => !isTime(tag)).map(withExponent).map(withoutQuotedMerge), OCTAL],
};

let schema: Schema | undefined;

/** The same options with the schema that follows from them, which takes a while to make: for documents without directives. */
export function asKubectl(): ParseOptions & DocumentOptions & SchemaOptions {
  schema ??= new (yamlLibrary().Document)(null, AS_KUBECTL).schema;
  return { ...AS_KUBECTL, schema };
}

function isTime(tag: Tags[number]): boolean {
  return typeof tag === 'object' && (tag.tag === 'tag:yaml.org,2002:timestamp' || ('format' in tag && tag.format === 'TIME'));
}

function withExponent(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || !('format' in tag) || tag.format !== 'EXP') return tag;
  return { ...tag, test: /^[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)[eE][-+]?[0-9]+$/ } as ScalarTag;
}

/** The text `<<` stays in its quotes when it is written: only the key without them merges. */
function withoutQuotedMerge(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || tag.tag !== 'tag:yaml.org,2002:merge') return tag;
  return { ...tag, identify: (value: unknown) => typeof value === 'symbol' } as ScalarTag;
}

const OCTAL: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  format: 'OCTAL',
  test: /^0o[0-7]+$/,
  resolve: (text) => parseInt(text.slice(2), 8),
};
