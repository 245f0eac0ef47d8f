import { executeTemplate } from '../../../src/injection/go-template/execute';
import { GoFunctions } from '../../../src/injection/go-template/functions';
import { parseTemplate } from '../../../src/injection/go-template/parser';
import { NOT_HERE, SPRIG } from '../../../src/injection/go-template/sprig';
import { fromJson } from '../../../src/injection/go-template/value';

const functions = new GoFunctions([SPRIG], NOT_HERE);

function run(expression: string): string {
  const text = `{{ ${expression} }}`;
  return executeTemplate(parseTemplate('own', text, (name) => functions.knows(name)), fromJson({ s: 'Some text', l: ['b', 'a', 'b'], m: { x: 1, y: null } }), functions);
}

test.each([
  ['default "d" ""', 'd'], ['default "d" "v"', 'v'], ['coalesce "" 0 "c"', 'c'], ['empty .nowhere', 'true'], ['ternary "y" "n" true', 'y'],
  ['quote "a\\"b" nil 3', '"a\\"b" "3"'], ['squote "a"', '\'a\''], ['cat "a" nil 2', 'a 2'],
  ['upper .s', 'SOME TEXT'], ['title "some text"', 'Some Text'], ['trunc 4 .s', 'Some'], ['trunc -4 .s', 'text'], ['substr 1 3 .s', 'om'],
  ['trim "  a "', 'a'], ['trimAll "-_" "-_a-"', 'a'], ['trimSuffix "xt" .s', 'Some te'], ['trimPrefix "So" .s', 'me text'], ['nospace .s', 'Sometext'],
  ['hasPrefix "Some" .s', 'true'], ['hasSuffix "Some" .s', 'false'], ['repeat 3 "ab"', 'ababab'], ['replace "e" "$&" .s', 'Som$& t$&xt'],
  ['nindent 2 "a\\nb"', '\n  a\n  b'], ['join "," .l', 'b,a,b'], ['sortAlpha .l', '[a b b]'], ['splitList "," "a,b"', '[a b]'], ['(split "," "a,b")._1', 'b'],
  ['int "7"', '7'], ['int64 1.9', '1'], ['atoi "x"', '0'], ['add 1 2 3', '6'], ['sub 5 2', '3'], ['mul 2 3 4', '24'], ['div 7 2', '3'], ['mod 7 2', '1'],
  ['max 1 5 3', '5'], ['min 4 2', '2'], ['round 1.255 1', '1.3'], ['floor 1.9', '1'], ['until 3', '[0 1 2]'], ['untilStep 5 0 -2', '[5 3 1]'],
  ['list 1 "a"', '[1 a]'], ['append .l "c"', '[b a b c]'], ['first .l', 'b'], ['last .l', 'b'], ['rest .l', '[a b]'], ['initial .l', '[b a]'],
  ['reverse .l', '[b a b]'], ['uniq .l', '[b a]'], ['without .l "b"', '[a]'], ['has "a" .l', 'true'], ['compact (list "" 1)', '[1]'], ['concat .l (list 1)', '[b a b 1]'],
  ['dict "a" 1 "b"', 'map[a:1 b:]'], ['get .m "x"', '1'], ['hasKey .m "y"', 'true'], ['keys .m', '[x y]'], ['pick .m "x"', 'map[x:1]'],
  ['merge (dict "x" 2) (dict "x" 1 "z" 3)', 'map[x:2 z:3]'], ['mergeOverwrite (dict "x" 2) (dict "x" 1)', 'map[x:1]'], ['dig "x" "none" .m', '1'], ['dig "a" "b" "none" .m', 'none'],
  ['set (dict "a" 1) "b" 2', 'map[a:1 b:2]'], ['unset (dict "a" 1) "a"', 'map[]'],
  ['toJson .m', '{"x":1,"y":null}'], ['toJson "<a>"', '"\\u003ca\\u003e"'], ['toRawJson "<a>"', '"<a>"'], ['(fromJson "{\\"a\\": [1]}").a', '[1]'],
  ['b64enc "ab"', 'YWI='], ['b64dec "YWI="', 'ab'], ['sha256sum "a" | trunc 8', 'ca978112'], ['kindOf .l', 'slice'], ['kindIs "map" .m', 'true'], ['typeOf 1.5', 'float64'],
  ['base "/a/b.c"', 'b.c'], ['dir "/a/b.c"', '/a'], ['ext "/a/b.c"', '.c'],
])('%s is %s', (expression, written) => {
  expect(run(expression)).toBe(written);
});
