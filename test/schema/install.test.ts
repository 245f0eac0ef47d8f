import { bundleOf } from '../../schema/tools/bundle';
import { Field, FieldFacts } from '../../schema/tools/notation';
import { readSchema } from '../../schema/tools/source';
import { check } from '../../src/install/values/check';
import { Chart, chartDefaults } from '../../src/install/values/defaults';
import { LATER } from '../../src/install/values/later';
import { Shapes } from '../../src/install/values/shape';

const schema = readSchema('install');
const bundle = bundleOf(schema);
const FIELDS = Object.entries(schema.messages).flatMap(([message, { fields, required }]) =>
  Object.entries(fields).map(([name, field]) => ({ message, name, field, required: required?.includes(name) === true })));

const factsOf = (field: Field): Partial<FieldFacts> => (typeof field === 'string' ? { is: field } : field);
const places = (found: typeof FIELDS): string[] => found.map(({ message, name }) => `${message}.${name}`);

test('every value says in a sentence what it means', () => {
  expect(places(FIELDS.filter(({ field }) => !/^[A-Z`][\s\S]{9,}\.$/.test(factsOf(field).doc ?? '')))).toEqual([]);
  expect(Object.entries(schema.messages).filter(([, { doc }]) => !/^[A-Z][\s\S]{9,}\.$/.test(doc ?? '')).map(([name]) => name)).toEqual([]);
  expect(Object.values(schema.enums).flatMap(({ values }) => Object.entries(values)).filter(([, meaning]) => !/^[A-Z`].+\.$/.test(meaning ?? ''))).toEqual([]);
});

test('every value says what holds where it is not written', () => {
  const isRoot = (message: string): boolean => schema.messages[message].proto.startsWith('charts/');
  expect(places(FIELDS.filter(({ message, field, required }) => !required && !isRoot(message)
    && factsOf(field).default === undefined && factsOf(field).unset === undefined))).toEqual([]);
});

test('every type that is named is defined, here or in the kinds of Istio', () => {
  const shapes = new Shapes(bundle);
  const types = FIELDS.map(({ field }) => factsOf(field).is!);
  expect(() => types.forEach((type) => shapes.type(type))).not.toThrow();
});

test.each(Object.keys(schema.messages).filter((name) => /^charts\/[^#]+$/.test(schema.messages[name].proto)))('%s starts from values that may be set', (name) => {
  const { flat } = schema.messages[name];
  const defaults = chartDefaults(name as Chart, bundle);
  const own = new Set(Object.keys(schema.messages[name].fields));
  const nested = flat === undefined ? defaults : {
    ...Object.fromEntries(Object.entries(defaults).filter(([key]) => own.has(key))),
    [flat]: Object.fromEntries(Object.entries(defaults).filter(([key]) => !own.has(key))),
  };
  // Nothing is refused as unfinished here: what a chart writes has the type that schema/ says.
  expect(() => check(new Shapes(bundle, {}).type(name), [], nested, 'the defaults')).not.toThrow();
});

test('what is not rendered yet is a field of schema/', () => {
  const unknown = Object.entries(LATER).flatMap(([message, names]) =>
    names.filter((name) => bundle.messages[message]?.fields[name] === undefined).map((name) => `${message}.${name}`));
  expect(unknown).toEqual([]);
});

test('a property has a name of its own only where the field has none that every language takes', () => {
  expect(places(FIELDS.filter(({ name, field }) => (factsOf(field).property !== undefined) === /^[a-z][A-Za-z0-9]*$/.test(name)))).toEqual([]);
  expect(FIELDS.flatMap(({ name, field }) => (factsOf(field).property === undefined ? [] : [`${name} ${factsOf(field).property}`]))).toEqual([
    'istio-ingressgateway istioIngressgateway',
    'istio-egressgateway istioEgressgateway',
    'proxy_init proxyInit',
    'istio-egressgateway istioEgressgateway',
    'istio-ingressgateway istioIngressgateway',
  ]);
});
