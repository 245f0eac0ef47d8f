import { FieldFacts } from '../../schema/tools/notation';
import { docLines } from '../../schema/tools/own-words';
import { readSchema } from '../../schema/tools/source';

const schema = readSchema('istio');

interface Described {
  readonly place: string;
  readonly doc: string | undefined;
}

const FIELDS = Object.entries(schema.messages).flatMap(([message, { fields, required }]) => Object.entries(fields).map(([field, facts]) => ({
  place: `${message}.${field}`,
  field,
  required: required?.includes(field) === true,
  facts: (typeof facts === 'string' ? {} : facts) as Partial<FieldFacts>,
})));

const ALL: Described[] = [
  ...Object.entries(schema.kinds).map(([place, { doc }]) => ({ place, doc })),
  ...Object.entries(schema.messages).map(([place, { doc }]) => ({ place, doc })),
  ...FIELDS.map(({ place, facts }) => ({ place, doc: facts.doc })),
  ...Object.entries(schema.enums).flatMap(([place, { doc, values }]) =>
    [{ place, doc }, ...Object.entries(values).map(([word, meaning]) => ({ place: `${place}.${word}`, doc: meaning ?? undefined }))]),
];

const places = (found: readonly { readonly place: string }[]): string[] => found.map(({ place }) => place);

test('every kind, message, field and word of Istio says what it means', () => {
  expect(places(ALL.filter(({ doc }) => doc === undefined))).toEqual([]);
});

test('what is said is a sentence: a capital or code first, a full stop last, at least 15 characters', () => {
  expect(ALL.filter(({ doc }) => doc !== undefined && !/^[A-Z`"][\s\S]{13,}\.$/.test(doc))).toEqual([]);
});

test('an optional field says what holds where it is not written, a required one does not', () => {
  expect(places(FIELDS.filter(({ required, facts }) => !required && facts.unset === undefined && facts.default === undefined))).toEqual([]);
  expect(places(FIELDS.filter(({ required, facts }) => required && facts.unset !== undefined))).toEqual([]);
});

test('what holds where a field is not written reads on after "default - "', () => {
  expect(docLines(schema).filter(({ place, text }) => place.endsWith(' unset') && /\.$|^default/i.test(text))).toEqual([]);
});

test('a field that Istio advises against says in a few words what to do', () => {
  const advice = FIELDS.filter(({ facts }) => typeof facts.deprecated === 'string');
  expect(advice.length).toBeGreaterThan(10);
  expect(advice.filter(({ facts }) => !/^[a-z`].*[^.]$/.test(facts.deprecated as string))).toEqual([]);
});

test('a field says more than its name', () => {
  const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const small = ['the', 'a', 'an', 'of', 'this', 'is', 'for', 'to', 'field'];
  const empty = FIELDS.filter(({ field, facts }) => {
    const name = words(field.replace(/([A-Z])/g, ' $1'));
    return words(facts.doc ?? '').every((word) => name.includes(word) || small.includes(word));
  });
  expect(places(empty)).toEqual([]);
});

// Fields of one name may mean the same in several messages; fields of other names do not.
test('no two fields of different names have the same sentence', () => {
  const names = new Map<string, Set<string>>();
  for (const { field, facts } of FIELDS) {
    if (facts.doc !== undefined) names.set(facts.doc, (names.get(facts.doc) ?? new Set()).add(field));
  }
  expect([...names].filter(([, fields]) => fields.size > 1)).toEqual([]);
});

test('a field is mentioned only where there is one of that name', () => {
  const known = new Set(FIELDS.map(({ field }) => field));
  const siblings = docLines(schema).flatMap(({ place, text }) =>
    [...text.matchAll(/(?:use|see|excludes|goes with|beside|in place of) `([a-z]\w*)`/g)].map(([, name]) => ({ place, name })));
  expect(siblings.length).toBeGreaterThan(20);
  expect(siblings.filter(({ name }) => !known.has(name))).toEqual([]);
});

test('what introduces a file leads to istio.io', () => {
  expect(Object.values(schema.files).map(({ see }) => see).filter((see) => see !== undefined && !/^https:\/\/istio\.io\/latest\/docs\/[\w./-]+\/$/.test(see))).toEqual([]);
  expect(Object.entries(schema.files).filter(([, { kind, see }]) => kind !== undefined && see === undefined)).toEqual([]);
});
