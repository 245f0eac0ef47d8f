import { Lazy } from 'cdk8s';
import { checkOptions, duration, flag, labels, listOf, mapOf, number, oneOf, OptionKinds, structOf, text, texts } from '../../src/reference/option-kinds';
import { messageOf } from '../mesh/harness';

enum Colour { RED = 'red', BLUE = 'blue' }

interface Inner { readonly size?: number }

interface Options {
  readonly name?: string;
  readonly methods?: string[];
  readonly on?: boolean;
  readonly headers?: { readonly [name: string]: string[] };
  readonly colour?: Colour;
  readonly wait?: object;
  readonly inner?: Inner[];
  readonly labels?: { readonly [name: string]: string };
}

const OPTIONS: OptionKinds<Options> = {
  name: text,
  methods: texts,
  on: flag,
  headers: mapOf(texts),
  colour: oneOf(Colour),
  wait: duration,
  inner: listOf(structOf<Inner>({ size: number })),
  labels,
};

const said = (options: unknown): string | undefined => messageOf(() => checkOptions(undefined, 'call()', options as Options, OPTIONS));

test.each<[string, unknown, string]>([
  ['a name that is like another one', { method: ['GET'] }, 'an option "method", which it does not know. Write "methods", or leave it out.'],
  ['a name like no other', { quantity: 1 }, 'an option "quantity", which it does not know. Its options are name, methods, on, headers, colour, wait, inner, labels.'],
  ['a name of every object', { toString: 1 }, 'an option "toString", which it does not know. Its options are name, methods, on, headers, colour, wait, inner, labels.'],
  ['a text in place of a list', { methods: 'GET' }, 'methods "GET", which is not a list. Give a list, or leave it out.'],
  ['a number in a list of texts', { methods: ['GET', 1] }, 'methods[1] 1, which is not a text. Give a text, or leave it out.'],
  ['a hole in a list', { methods: [undefined] }, 'methods[0] undefined, which is not a text. Give a text, or leave it out.'],
  ['null', { name: null }, 'name null, which is not a text. Give a text, or leave it out.'],
  ['a word for a flag', { on: 'false' }, 'on "false", which is not true or false. Give true or false, or leave it out.'],
  ['a list in place of a map', { headers: ['a'] }, 'headers of a list, which is not an object with a value for each name. Give an object with a value for each name, or leave it out.'],
  ['nothing in a map', { headers: { a: undefined } }, 'headers["a"] undefined, which is not a list. Give a list, or leave it out.'],
  ['a word that is none of an enum', { colour: 'green' }, 'colour "green", which is none of "red", "blue". Give one of them.'],
  ['a number of seconds', { wait: 5 }, 'wait 5, which is not a length of time, such as Duration.seconds(5). Give a length of time, such as Duration.seconds(5), or leave it out.'],
  ['no number', { inner: [{ size: NaN }] }, 'inner[0].size NaN, which is not a number. Give a number, or leave it out.'],
  ['an unknown name within', { inner: [{ seize: 1 }] }, 'an option "inner[0].seize", which it does not know. Write "size", or leave it out.'],
  ['a list of options', [], 'the options of an empty list, which is not an object with options. Give an object with options, or leave it out.'],
])('%s is refused', (_, options, message) => {
  expect(said(options)).toBe(`call() has ${message}`);
});

test.each<[object, string]>([
  [{ a: 'b c' }, '"a=b c"'],
  [{ a: 'x'.repeat(64) }, `"a=${'x'.repeat(64)}"`],
  [{ 'a/b/c': 'd' }, '"a/b/c=d"'],
  [{ '': 'a' }, '"=a"'],
])('the labels %j are refused', (given, shown) => {
  expect(said({ labels: given })).toBe(`call() has labels ${shown}, which is no label of Kubernetes. `
    + 'Use letters, digits, "-", "_" and ".", a letter or digit at both ends, 63 at most; a domain and "/" may stand before a key.');
});

test.each([
  {}, { name: undefined }, { name: '' }, { name: Lazy.any({ produce: () => 'x' }) }, { methods: [] }, { colour: Colour.BLUE }, { inner: [{}] },
  { labels: { 'app.kubernetes.io/name': 'x', 'b': '', 'c': Lazy.any({ produce: () => 'x' }) } },
])('%j is fine', (options) => {
  expect(said(options)).toBeUndefined();
});
