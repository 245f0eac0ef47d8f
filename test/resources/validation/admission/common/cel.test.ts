import { celFlaw } from '../../../../../src/resources/validation/admission/common/cel';

const chain = (part: string, count: number, start = 'a'): string => start + part.repeat(count);
const nested = (open: string, close: string, count: number): string => open.repeat(count) + 'a' + close.repeat(count);

test.each([
  'response.code >= 400', 'has(a.b) && !a.b', 'request.headers["x"] == "y" ? 1 : 2', '[1, 2,].exists(x, x > 1)', 'a in [1, 2]', '{"a": 1,}["a"]',
  '[,]', '{,}', '-1 + -a', '!!!a', 'a.b(c).d', '.a.b(1)', 'pkg.Message{a: 1, `b-c`: 2}.d', 'as{}', 'a.as', 'a.`b c`', '[1].map(x, x > 1, x)',
  '[1].map(x)', '[1].existsOne(1, 2)', '[1].all(!!x, true)', 'has(!!a.b)', 'has((a.b))', 'has(has(a.b))', '.has(a)', 'a.has(b)', 'has(a, b)',
  '-9223372036854775808', '- 9223372036854775808', '0x7fffffffffffffff', '18446744073709551615u', '1e308', '.5', "'\\'' + \"\\x41\\u0041\\101\"",
  'r"\\q"', '"""a\nb"""', 'b"\\xff"', 'a // to the end\n + b', chain('.b', 250), chain('+ a', 250), chain(' && a', 1000), nested('(', ')', 249),
])('%s is an expression', (expression) => {
  expect(celFlaw(expression)).toBeUndefined();
});

test.each([
  ['', 'it ends too soon'],
  ['a >', 'it ends too soon'],
  ['(a', 'it ends too soon; a ) is missing'],
  ['a b', '"b" is out of place at character 3'],
  ['a = b', 'nothing begins with "=", at character 3'],
  ['"a', 'nothing begins with "\\"", at character 1'],
  ['"\\q"', 'nothing begins with "\\"", at character 1'],
  ['a ? b', 'it ends too soon; a : is missing'],
  ['a.in', '"in" is out of place at character 3'],
  ['a.?b', '"?" is out of place at character 3'],
  ['a[?b]', '"?" is out of place at character 3'],
  ['a.`b`(c)', '"(" is out of place at character 6'],
  ['`a`', '"`a`" is out of place at character 1'],
  ['!-a', '"-" is out of place at character 2'],
  ['[1,,]', '"," is out of place at character 4'],
  ['{1}', '"}" is out of place at character 3; a : is missing'],
  ['as == 1', 'as is a reserved word'],
  ['namespace()', 'namespace is a reserved word'],
  ['9223372036854775808', '9223372036854775808 is too large for an integer'],
  ['--9223372036854775808', '9223372036854775808 is too large for an integer'],
  ['1 -9223372036854775808', '9223372036854775808 is too large for an integer'],
  ['18446744073709551616u', '18446744073709551616u is too large for an unsigned integer'],
  ['1e400', '1e400 is too large for a number'],
  ['"\\ud800"', '\\ud800 is no character'],
  ['"\\U00110000"', '\\U00110000 is no character'],
  ['b"\\u0041"', '\\u0041 has no place in bytes'],
  ['has(a)', 'the argument of has is not a field, such as has(a.b)'],
  ['has(a["b"])', 'the argument of has is not a field, such as has(a.b)'],
  ['[1].map(1, 2)', 'the first argument of map is not the name of a variable'],
  ['[1].all(!x, true)', 'the first argument of all is not the name of a variable'],
  ['[1].filter(__result__, true)', '__result__ is not free to be the variable of filter'],
  [chain('.b', 251), 'it is nested more than 250 deep'],
  [chain('+ a', 251), 'it is nested more than 250 deep'],
  [nested('(', ')', 250), 'it is nested more than 250 deep'],
  ['a'.repeat(100_001), 'it has 100001 characters, of which 100000 are read'],
])('%s is none', (expression, flaw) => {
  expect(celFlaw(expression)).toBe(flaw);
});
