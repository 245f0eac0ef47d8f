import { RE2JS } from 're2js';
import { readBundle } from '../../../src/resources/bundle';
import { goRegExp } from '../../../src/resources/validation/go-regexp';
import { fc } from '../../properties';

/** The patterns of the modules. */
function patterns(): string[] {
  const found = new Set<string>();
  const visit = (value: any): void => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.pattern === 'string') found.add(value.pattern);
    Object.values(value).forEach(visit);
  };
  ['istio', 'gateway-api'].forEach((module) => visit(readBundle(module)));
  return [...found];
}

test.each(patterns())('The pattern %s means what it means to RE2', (pattern) => {
  const ours = goRegExp(pattern);
  const theirs = RE2JS.compile(pattern);
  const letters = fc.constantFrom(...'abzAZ09-._/:*#?[]()\\ \n%~!$&+,;=@', '\u{1f600}', '\u2028');
  fc.assert(fc.property(fc.array(letters, { maxLength: 8 }).map((all) => all.join('')), (text) => {
    expect(ours.test(text)).toBe(theirs.matcher(text).find());
  }), { numRuns: 150, seed: 1 });
});

test.each<[string, string, boolean]>([
  ['b', 'abc', true],
  ['^b', 'abc', false],
  ['^.$', '\u{1f600}', true],
  ['^.$', '\u2028', true],
  ['^.$', '\n', false],
  ['a$', 'a\n', false],
  ['(?i)^A$', 'a', true],
  ['^\\s$', '\u00a0', false],
  ['[[:alpha:]]', 'a', true],
  ['\\pL', '\u00e9', true],
  ['^[a-z\\-_]+$', 'a-_', true],
  ['\\Qa.b\\E', 'a.b', true],
  ['^a{2,3}$', 'aaaa', false],
  ['^(?P<name>a)$', 'a', true],
])('%s is asked of %j: %s', (pattern, text, found) => {
  expect(goRegExp(pattern).test(text)).toBe(found);
});

test('What most patterns are made of becomes an expression of JavaScript, and the rest is left to RE2', () => {
  expect(goRegExp('^[a-z]+(\\.[a-z]+)*$')).toBeInstanceOf(RegExp);
  expect(goRegExp('(?i)a')).toBeInstanceOf(RE2JS);
});

test('A pattern is compiled once', () => {
  expect(goRegExp('^once$')).toBe(goRegExp('^once$'));
});
