import { Field, Message, MESSAGE_WORDS, typeParts, WORDS } from './notation';
import { definerOf, Schema } from './source';
import { Bundle } from '../../src/resources/bundle';

/** What the library reads at run time: facts without the words that explain them, save for one line a kind. */
export function bundleOf(schema: Schema): Bundle {
  const foreign = foreignTypes(schema);
  return {
    scalars: mapValues(schema.scalars, bare),
    enums: mapValues({ ...schema.enums, ...foreign.enums }, ({ values }) => Object.keys(values)),
    messages: mapValues({ ...schema.messages, ...foreign.messages }, bareMessage),
    kinds: mapValues(schema.kinds, (kind) => ({ ...kind, spec: bare(kind.spec), ...(kind.status !== undefined && { status: bare(kind.status) }) })),
  };
}

/** What a module takes from those that it uses, so that its bundle can be read alone. */
function foreignTypes(schema: Schema): Pick<Schema, 'messages' | 'enums'> {
  const messages: Record<string, Message> = {};
  const enums: Record<string, Schema['enums'][string]> = {};
  const owners = new Map<string, Schema>();
  const take = (from: Schema, field: Field): void => namesIn(field).forEach((name) => {
    const owner = definerOf(from, name);
    if (owner === undefined || owner === schema) return;
    if (owners.get(name) === owner) return;
    if (owners.has(name) || schema.messages[name] !== undefined || schema.enums[name] !== undefined) {
      throw new Error(`schema/: the name ${name} means something else in a module that is used. Give the one of this module another name.`);
    }
    owners.set(name, owner);
    if (owner.enums[name] !== undefined) enums[name] = owner.enums[name];
    else messages[name] = owner.messages[name];
    Object.values(owner.messages[name]?.fields ?? {}).forEach((inner) => take(owner, inner));
  });
  for (const { spec, status } of Object.values(schema.kinds)) [spec, status].forEach((field) => field !== undefined && take(schema, field));
  for (const { fields } of Object.values(schema.messages)) Object.values(fields).forEach((field) => take(schema, field));
  return { messages, enums };
}

/** The names of the types in a field, without what is around them. */
export function namesIn(field: Field): string[] {
  if (typeof field === 'string') return [typeParts(field).name];
  if (field.is !== undefined) return namesIn(field.is);
  const inner = field.list ?? field.map;
  return inner === undefined ? [] : namesIn(inner);
}

function bareMessage({ proto: _proto, fields, ...facts }: Message): any {
  const limits = Object.fromEntries(Object.entries(facts).filter(([key]) => !MESSAGE_WORDS.includes(key)));
  return { fields: mapValues(fields, bare), ...limits };
}

function bare(field: Field): any {
  if (typeof field === 'string') return field;
  // Istio reads such a text as a duration, which no CRD says.
  const isDuration = field.as === 'duration';
  const facts = Object.fromEntries(Object.entries(field).filter(([key]) => !WORDS.includes(key) || (key === 'as' && isDuration)));
  if (facts.list !== undefined) facts.list = bare(facts.list as Field);
  if (facts.map !== undefined) facts.map = bare(facts.map as Field);
  return Object.keys(facts).length === 1 && facts.is !== undefined ? facts.is : facts;
}

function mapValues<T, R>(map: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
