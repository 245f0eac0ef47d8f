import { Imports } from './imports';
import { Types } from './types';
import { Field, Message } from '../notation';
import { comment, describe, quoted, seeTags } from '../words';

/** A message whose fields stand beside each other. */
export function structText(name: string, message: Message, see: string | undefined, types: Types, imports: Imports): string {
  const fields = Object.entries(message.fields).map(([field, facts]) => memberText(name, message, field, facts, types, imports));
  return [
    comment('', [message.doc ?? `The message \`${name}\`.`], seeTags(see)),
    `export interface ${name} {`,
    fields.join('\n\n'),
    '}\n',
  ].join('\n');
}

/** A field as a property of a struct. */
export function memberText(struct: string, message: Message, name: string, field: Field, types: Types, imports: Imports): string {
  const property = typeof field === 'object' ? field.property ?? name : name;
  if (!/^[a-z][a-zA-Z0-9]*$/.test(property)) {
    throw new Error(`schema/: ${struct}.${name} is no name for a property. Where it is another spelling of a field, write it under "aliases".`);
  }
  const facts = typeof field === 'string' ? undefined : field;
  const required = message.required?.includes(name) === true;
  const tags = [...(required ? [] : [`@default - ${facts?.unset ?? defaultText(facts?.default)}`]), ...deprecatedTags(field)];
  return `${comment('  ', meaningOf(struct, name, field, types), tags)}\n  readonly ${property}${required ? '' : '?'}: ${types.type(field, imports)};`;
}

/** What a release writes where a field is not: as it is, or as JSON where it is more than a value. */
function defaultText(value: unknown): string {
  if (value === undefined) return 'not set';
  return typeof value === 'object' ? quoted(JSON.stringify(value)) : `${value}`;
}

/** What a field means, in paragraphs. */
export function meaningOf(struct: string, name: string, field: Field, types: Types): string[] {
  const meaning = describe(field, types.schema);
  const doc = typeof field === 'string' ? undefined : field.doc;
  return doc === undefined ? [`\`${struct}.${name}\`: ${meaning}.`] : [doc, `Written as \`${name}\`: ${meaning}.`];
}

/** The tag of a field that Istio advises against. */
export function deprecatedTags(field: Field): string[] {
  const deprecated = typeof field === 'string' ? undefined : field.deprecated;
  return deprecated === undefined ? [] : [`@deprecated ${deprecated === true ? 'Istio advises against it' : deprecated}`];
}
