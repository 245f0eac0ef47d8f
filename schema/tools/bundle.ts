import { Field, Message, WORDS } from './notation';
import { Schema } from './source';
import { Bundle } from '../../src/resources/bundle';

/** What the library reads at run time: facts without the words that explain them, save for one line a kind. */
export function bundleOf(schema: Schema): Bundle {
  return {
    scalars: mapValues(schema.scalars, bare),
    enums: mapValues(schema.enums, ({ values }) => Object.keys(values)),
    messages: mapValues(schema.messages, bareMessage),
    kinds: mapValues(schema.kinds, (kind) => ({ ...kind, spec: bare(kind.spec), status: bare(kind.status) })),
  };
}

function bareMessage({ proto: _proto, doc: _doc, fields, ...limits }: Message): any {
  return { fields: mapValues(fields, bare), ...limits };
}

function bare(field: Field): any {
  if (typeof field === 'string') return field;
  const facts = Object.fromEntries(Object.entries(field).filter(([key]) => !WORDS.includes(key)));
  if (facts.list !== undefined) facts.list = bare(facts.list as Field);
  if (facts.map !== undefined) facts.map = bare(facts.map as Field);
  return Object.keys(facts).length === 1 && facts.is !== undefined ? facts.is : facts;
}

function mapValues<T, R>(map: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
