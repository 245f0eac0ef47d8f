import { unitOf, UNITS, Unit } from '../classes/types';
import { Field, typeParts } from '../notation';
import { definerOf, Schema } from '../source';
import { describe, quoted } from '../words';

/** The type of a field in words, with links to the messages and enums of the page. */
export function typeOf(field: Field, schema: Schema, unit?: Unit): string {
  if (typeof field !== 'string') {
    const as = unitOf(field) ?? unit;
    if (field.list !== undefined) return `list of ${typeOf(field.list, schema, as)}`;
    if (field.map !== undefined) return `map of ${typeOf(field.map, schema, as)}`;
    return typeOf(field.is!, schema, as);
  }
  const { name, suffixes } = typeParts(field);
  const around = suffixes.filter((suffix) => suffix !== '?').map((suffix) => (suffix === '[]' ? 'list of ' : 'map of '));
  return `${around.join('')}${named(name, schema, unit)}`;
}

function named(name: string, schema: Schema, unit = UNITS[name]): string {
  if (definerOf(schema, name) !== undefined) return `[${name}](${anchor(name)})`;
  if (unit !== undefined) return `\`${unit.name}\``;
  const scalar = schema.scalars[name];
  const plain = typeof scalar === 'object' ? scalar.is! : scalar ?? name;
  return PLAIN[plain] ?? `\`${plain}\``;
}

const PLAIN: Readonly<Record<string, string>> = {
  'integer': '`number`',
  'object': 'any object',
  'any': 'any value',
  'int-or-string': '`number` or `string`',
};

/** The place of a heading on its page. */
export function anchor(heading: string): string {
  return `#${heading.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-')}`;
}

const VALUES = ['(?:one of the words of )?`\\w+`', 'a string', 'a number(?! from)', 'true or false', 'a host, such as `www.example.com`', 'a duration such as `5s`', 'a port'];
const SAID_BY_TYPE = new RegExp(`^(?:${VALUES.join('|')})(?:, |$)`);

/** The limits of a field, without what its type says already. */
export function limitsOf(field: Field, schema: Schema): string {
  const text = described(field, schema);
  const [, around = '', each = '', rest] = /^(a (?:list|map), )?(each (?:item|value) )?([\s\S]*)$/.exec(text)!;
  if (around === '') return rest.replace(SAID_BY_TYPE, '');
  const inner = typeof field === 'string' ? undefined : field.list ?? field.map;
  const item = inner === undefined ? undefined : described(inner, schema);
  if (item === undefined || !rest.startsWith(item)) return rest.replace(SAID_BY_TYPE, '');
  const ofItem = limitsOf(inner!, schema);
  return [...(ofItem === '' ? [] : [`${each}${ofItem}`]), rest.slice(item.length).replace(/^, /, '')].filter((part) => part !== '').join('; ');
}

/** What a field takes, where a scalar without a name in words is described by its own limits. */
function described(field: Field, schema: Schema): string {
  const name = innermost(field);
  const scalar = schema.scalars[name];
  const text = describe(field, schema);
  return scalar === undefined ? text : text.replace(quoted(name), () => describe(scalar, schema));
}

function innermost(field: Field): string {
  if (typeof field === 'string') return typeParts(field).name;
  return innermost(field.list ?? field.map ?? field.is!);
}
