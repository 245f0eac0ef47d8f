import { StringMatch } from '../../src';
import { HttpMatch } from '../../src/traffic/http-match';
import { ANY_REQUEST, canonicalText, covers, RequestMatch, requestMatches } from '../../src/traffic/request-match';
import { bySpecificity } from '../../src/traffic/specificity';
import { fc } from '../properties';

const TEXTS = ['/', '/a', '/a/', '/a/b', '/A'];
const text = fc.constantFrom(...TEXTS).chain((value) => (
  fc.constantFrom(StringMatch.exact(value), StringMatch.prefix(value), StringMatch.regex(value))));
const value = fc.constantFrom(StringMatch.exact('1'), StringMatch.prefix('1'), StringMatch.of());
const named = fc.dictionary(fc.constantFrom('x-a', 'x-b'), value, { maxKeys: 2 });
const matches: fc.Arbitrary<RequestMatch> = fc.record<HttpMatch>({
  path: text,
  method: fc.constantFrom(StringMatch.exact('GET'), StringMatch.exact('PUT')),
  headers: named,
  withoutHeaders: named,
  queryParams: named,
  ignoreUriCase: fc.boolean(),
}, { requiredKeys: [] }).map((match) => requestMatches(match)[0]);

const sorted = (all: readonly RequestMatch[]): string[] => (
  all.map((match) => ({ match, priority: 0 })).sort(bySpecificity).map(({ match }) => canonicalText(match)));

const one = (match: HttpMatch): RequestMatch => requestMatches(match)[0];

test('the order of matches does not depend on that of the program', () => {
  const lists = fc.uniqueArray(matches, { selector: canonicalText, maxLength: 8 });
  const twice = lists.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(fc.property(twice, ([all, shuffled]) => expect(sorted(shuffled)).toEqual(sorted(all))));
});

test('a match that takes all requests comes last', () => {
  fc.assert(fc.property(matches, (match) => {
    fc.pre(canonicalText(match) !== canonicalText(ANY_REQUEST));
    expect(sorted([ANY_REQUEST, match]).at(-1)).toBe(canonicalText(ANY_REQUEST));
  }));
});

test('every match covers itself, every request covers all, and covering goes on through a third', () => {
  fc.assert(fc.property(matches, matches, matches, (a, b, c) => {
    expect([covers(a, a), covers(ANY_REQUEST, a)]).toEqual([true, true]);
    if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true);
  }));
});

test('matches that cover each other mean the same', () => {
  fc.assert(fc.property(matches, matches, (a, b) => {
    fc.pre(a.path?.ignoreCase !== true && b.path?.ignoreCase !== true);
    if (covers(a, b) && covers(b, a)) expect(canonicalText(a)).toBe(canonicalText(b));
  }));
});

test.each<[string, HttpMatch, HttpMatch]>([
  ['a whole path before a longer prefix', { path: StringMatch.exact('/a') }, { path: StringMatch.prefix('/a/b/c') }],
  ['a longer prefix before a shorter one', { path: StringMatch.prefix('/a/b') }, { path: StringMatch.prefix('/a'), method: StringMatch.exact('GET') }],
  ['a prefix in whole segments before the same prefix of any text, whatever else that asks for', { pathPrefix: '/a' },
    { path: StringMatch.prefix('/a'), method: StringMatch.exact('GET') }],
  ['what is below a path before the path and what is below it', { path: StringMatch.prefix('/a/') },
    { pathPrefix: '/a', method: StringMatch.exact('GET') }],
  ['a prefix before an expression', { path: StringMatch.prefix('/a') }, { path: StringMatch.regex('/a/b/c') }],
  ['an expression before any path', { path: StringMatch.regex('.*') }, { headers: { 'x-a': StringMatch.exact('1'), 'x-b': StringMatch.exact('1') } }],
  ['a method before headers', { method: StringMatch.exact('GET') }, { headers: { 'x-a': StringMatch.exact('1') } }],
  ['more headers before fewer', { headers: { 'x-a': StringMatch.of(), 'x-b': StringMatch.of() } },
    { headers: { 'x-a': StringMatch.exact('1') }, queryParams: { a: StringMatch.of() } }],
  ['more parameters before fewer', { queryParams: { a: StringMatch.of() } }, { withoutHeaders: { 'x-a': StringMatch.of() } }],
  ['some callers before all', { sources: [{ sourceNamespace: 'shop', sourceLabels: {} }] }, { scheme: StringMatch.exact('http') }],
])('%s', (_, first, second) => {
  expect(sorted([one(second), one(first)])).toEqual([one(first), one(second)].map(canonicalText));
});

test.each<[boolean, HttpMatch, HttpMatch]>([
  [true, { path: StringMatch.prefix('/a') }, { path: StringMatch.exact('/ab') }],
  [false, { path: StringMatch.exact('/ab') }, { path: StringMatch.prefix('/ab') }],
  [true, { path: StringMatch.prefix('/A'), ignoreUriCase: true }, { path: StringMatch.exact('/ab') }],
  [false, { path: StringMatch.prefix('/a') }, { path: StringMatch.exact('/ab'), ignoreUriCase: true }],
  [false, { path: StringMatch.regex('/a.*') }, { path: StringMatch.exact('/ab') }],
  [true, { headers: { 'x-a': StringMatch.of() } }, { headers: { 'x-a': StringMatch.exact('1'), 'x-b': StringMatch.of() } }],
  [false, { headers: { 'x-a': StringMatch.exact('1') } }, { headers: { 'x-a': StringMatch.of() } }],
  [true, { withoutHeaders: { 'x-a': StringMatch.exact('1') } }, { withoutHeaders: { 'x-a': StringMatch.of() } }],
  [false, { withoutHeaders: { 'x-a': StringMatch.exact('1') } }, {}],
  [false, { port: 80 }, {}],
  [true, { sources: [{ sourceNamespace: 'a', sourceLabels: {} }] }, { sources: [{ sourceNamespace: 'a', sourceLabels: { app: 'b' } }] }],
  [false, { sources: [{ sourceNamespace: 'a', sourceLabels: { app: 'b' } }] }, { sources: [{ sourceNamespace: 'a', sourceLabels: {} }] }],
])('covers: %p, %j and %j', (expected, outer, inner) => {
  expect(covers(one(outer), one(inner))).toBe(expected);
});
