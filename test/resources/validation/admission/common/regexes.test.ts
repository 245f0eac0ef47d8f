import { regexFlaw } from '../../../../../src/resources/validation/admission/common/regexes';
import { said } from '../said';

test.each([
  '.*', '^/v[0-9]+/.*$', '[a-z]+\\.example\\.com', '(a|b)', '(?i)a', '(?P<n>a)', '(?<n>a)', 'a{1000}', '[[:alpha:]]', '\\pL', '\\x{10FFFF}', '\\Q*\\E', '{', 'a{,3}',
])('RE2 takes %j', (regex) => {
  expect(regexFlaw(regex)).toBeUndefined();
});

test.each([
  ['*', 'missing argument to repetition operator: `*`'],
  ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
  ['\\1', 'invalid escape sequence: `\\1`'],
  ['[z-a]', 'invalid character class range: `z-a`'],
  ['\\C', 'invalid escape sequence: `\\C`'],
  ['a{1001}', 'invalid repeat count: `{1001}`'],
  ['a**', 'invalid nested repetition operator: `**`'],
  ['\\p{Foo}', 'invalid character class range: `\\p{Foo}`'],
])('RE2 refuses %j', (regex, flaw) => {
  expect(regexFlaw(regex)).toBe(flaw);
});

test.each(['\\p{greek}', '\\p{Uppercase Letter}', '\\p{^letter}', '\\P{Decimal_Number}', '\\pl', '\\p{LC}', '\\\\p{Foo}'])('Go spells properties loosely: %j', (regex) => {
  expect(regexFlaw(regex)).toBeUndefined();
});

test.each(['\\p{Garay}', '\\p{Old_Italic}', '\\p{^^L}', '\\p{}'])('properties that Go does not know are refused: %j', (regex) => {
  expect(regexFlaw(regex)).toMatch(/^invalid character class range: `\\p\{/);
});

test('Go takes two groups of one name', () => {
  expect(regexFlaw('(?P<a>.)(?P<a>.)')).toBeUndefined();
  expect(regexFlaw('(?P<a>.)(?P<a>*)')).toBe('missing argument to repetition operator: `*`');
});

test('an expression has 1024 bytes at most', () => {
  const route = (regex: string) => ({ hosts: ['web'], http: [{ match: [{ uri: { regex } }], route: [{ destination: { host: 'web' } }] }] });
  expect(said('VirtualService', route('a'.repeat(1024)))).toEqual([]);
  expect(said('VirtualService', route('é'.repeat(513)))).toEqual([
    ['error', 'spec.http[0].match[0].uri.regex', `The regular expression ${JSON.stringify('é'.repeat(513)).slice(0, 77)}... has 1026 bytes`,
      'Give one of at most 1024, or several matches'],
  ]);
});
