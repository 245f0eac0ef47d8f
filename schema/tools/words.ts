import { Field, FieldFacts, typeParts } from './notation';
import { definerOf, Schema } from './source';

/** What a field takes, in a few words made from its facts. */
export function describe(field: Field, schema: Schema): string {
  if (typeof field === 'string') return describeType(field, schema);
  if (field.as !== undefined) return describe(withType(field, SPOKEN[field.as] ?? field.as), schema);
  if (field.list !== undefined) return joined(`a list, each item ${describe(field.list, schema)}`, limitsOf(field, 'items'));
  if (field.map !== undefined) return joined(`a map, each value ${describe(field.map, schema)}`, limitsOf(field, 'characters'));
  const list = typeParts(field.is!).suffixes[0] === '[]';
  return joined(describeType(field.is!, schema), limitsOf(field, list ? 'items' : 'characters'));
}

const NAMES: Readonly<Record<string, string>> = {
  'string': 'a string',
  'integer': 'a whole number',
  'number': 'a number',
  'boolean': 'true or false',
  'object': 'an object of any form',
  'any': 'any value',
  'int-or-string': 'a whole number or a string',
  'int32': 'a whole number',
  'int64': 'a whole number',
  'uint32': 'a whole number, 0 or more',
  'uint64': 'a whole number, 0 or more',
  'port': 'a port, 1 to 65535',
  'double': 'a number',
  'percentage': 'a number from 0 to 100',
  'duration': 'a duration such as `5s`, at least `1ms`',
  'seconds': 'a duration such as `5s`',
  'host': 'a host, such as `www.example.com`',
  'gateway-duration': 'a duration such as `1s500ms`, without fractions',
  'port-number': 'a port, 1 to 65535',
  'namespace-name': 'the name of a namespace',
  'kind-name': 'a kind, such as `Service`',
  'group-name': 'the group of an API, empty for the core group',
  'dns-name': 'a DNS name in lower case',
  'route-host': 'a DNS name in lower case, which may begin with `*.`',
  'header-name': 'the name of a header',
  'controller-name': 'a path below a domain, such as `example.com/controller`',
  'timestamp': 'a point in time, as RFC 3339 writes it',
  'bytes': 'bytes in base64',
  'struct': 'an object of any form',
  'scalar': 'a string, a number, true or false',
  'port-list': 'ports parted by commas, or `*`',
  'address-ranges': 'ranges of addresses parted by commas, or `*`',
};

/** The field as one whose values are of another type, within whatever lists and maps it has. The unit says its least and its most. */
function withType({ as: _as, minimum: _minimum, maximum: _maximum, ...field }: FieldFacts, type: string): FieldFacts {
  if (field.is !== undefined) return { ...field, is: field.is.replace(/^[^[{?]+/, type) };
  const word = field.list === undefined ? 'map' : 'list';
  const inner = field[word]!;
  return { ...field, [word]: withType(typeof inner === 'string' ? { is: inner } : inner, type) };
}

/** Units that have other limits than the scalar of the same name. */
const SPOKEN: Readonly<Record<string, string>> = { duration: 'seconds' };

function describeType(type: string, schema: Schema): string {
  const { name, suffixes } = typeParts(type);
  const forms = suffixes.filter((suffix) => suffix !== '?');
  const one = NAMES[name] ?? (definerOf(schema, name)?.enums[name] ? `one of the words of \`${name}\`` : `\`${name}\``);
  if (forms.length === 0) return one;
  return forms[0] === '[]' ? `a list, each item ${one}` : `a map, each value ${one}`;
}

function limitsOf(field: FieldFacts, counted: string): string[] {
  const limits: string[] = [];
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties, minimum, maximum, pattern } = field as Record<string, any>;
  if (minLength === 1) limits.push('not empty');
  else if (minLength !== undefined) limits.push(`at least ${minLength} characters`);
  if (maxLength !== undefined) limits.push(`at most ${maxLength} characters`);
  if (minItems !== undefined) limits.push(`at least ${minItems} ${minItems === 1 ? counted.slice(0, -1) : counted}`);
  if (maxItems !== undefined) limits.push(`at most ${maxItems} ${counted}`);
  if (minProperties !== undefined) limits.push(`at least ${minProperties} ${minProperties === 1 ? 'entry' : 'entries'}`);
  if (maxProperties !== undefined) limits.push(`at most ${maxProperties} entries`);
  if (minimum !== undefined) limits.push(`at least ${minimum}`);
  if (maximum !== undefined && maximum < 4294967295) limits.push(`at most ${maximum}`);
  if (pattern !== undefined) limits.push(`of the pattern \`${pattern}\``);
  return limits;
}

function joined(type: string, limits: readonly string[]): string {
  return [type, ...limits].join(', ');
}

/** A doc comment, from paragraphs and tags. Nothing in it ends the comment early. */
export function comment(indent: string, paragraphs: readonly string[], tags: readonly string[] = []): string {
  const lines = [...paragraphs.flatMap((paragraph, at) => [...(at > 0 ? [''] : []), ...wrapped(paragraph, 130 - indent.length)]),
    ...(tags.length > 0 ? ['', ...tags] : [])].map((line) => line.replaceAll('*/', '*\\/'));
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A name in a sentence. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** Words in a sentence: `a`, `b` and `c`. */
export function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The tag that leads to the page of the reference. */
export function seeTags(see: string | undefined): string[] {
  return see === undefined ? [] : [`@see ${see}`];
}
