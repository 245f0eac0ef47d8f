import * as fc from 'fast-check';
import { executeTemplate } from '../../../src/injection/go-template/execute';
import { GoFunctions } from '../../../src/injection/go-template/functions';
import { parseTemplate } from '../../../src/injection/go-template/parser';
import { NOT_HERE, SPRIG } from '../../../src/injection/go-template/sprig';
import { TemplateError } from '../../../src/injection/go-template/syntax';
import { fromJson } from '../../../src/injection/go-template/value';

const functions = new GoFunctions([SPRIG], NOT_HERE);
const DATA = { a: { b: 'x', none: null }, list: ['p', 'q', 'r'], map: { two: 2, one: 1 }, n: 3, big: 1000000, f: 1.5, yes: true, empty: '' };

function run(text: string, data: unknown = DATA): string {
  return executeTemplate(parseTemplate('own', text, (name) => functions.knows(name)), fromJson(data), functions);
}

/** What is wrong with a template, and in which line. */
function wrong(text: string): [string, number | undefined] {
  try {
    run(text);
  } catch (error) {
    if (error instanceof TemplateError) return [error.message, error.place?.line];
    throw error;
  }
  return ['nothing', undefined];
}

test.each([
  ['text is written as it is', 'a {b} }} c', 'a {b} }} c'],
  ['a hyphen takes the white space away', 'a \n {{- " " -}} \n b', 'a b'],
  ['a comment says nothing', 'a{{/* b */}}c{{- /* d */ -}} e', 'ace'],
  ['fields of fields', '{{ .a.b }}', 'x'],
  ['what is not there has no value, nor have its fields', '{{ .nowhere }} {{ .nowhere.deeper }}', '<no value> <no value>'],
  ['null has no value', '{{ .a.none }}', '<no value>'],
  ['numbers of JSON are floats, with an exponent when they are large', '{{ .n }} {{ .f }} {{ .big }}', '3 1.5 1e+06'],
  ['maps print by their keys, lists in brackets', '{{ .map }} {{ .list }}', 'map[one:1 two:2] [p q r]'],
  ['a pipeline hands its result on as the last argument', '{{ .a.b | printf "%s-%s" "y" | quote }}', '"y-x"'],
  ['conditions in a chain', '{{ if .empty }}1{{ else if .nowhere }}2{{ else }}3{{ end }}', '3'],
  ['with changes the dot, and its other branch does not', '{{ with .a }}{{ .b }}{{ end }}{{ with .empty }}1{{ else }}{{ .n }}{{ end }}', 'x3'],
  ['with in a chain', '{{ with .empty }}1{{ else with .a }}{{ .b }}{{ end }}', 'x'],
  ['range over a list, with its places', '{{ range $i, $x := .list }}{{ $i }}{{ $x }} {{ end }}', '0p 1q 2r '],
  ['range over a map in the order of its keys', '{{ range $k, $v := .map }}{{ $k }}={{ $v }} {{ end }}', 'one=1 two=2 '],
  ['range over nothing', '{{ range .nowhere }}1{{ else }}none{{ end }}', 'none'],
  ['range over a number', '{{ range 3 }}{{ . }}{{ end }}', '012'],
  ['a loop is left, or continued', '{{ range .list }}{{ if eq . "p" }}{{ continue }}{{ end }}{{ if eq . "r" }}{{ break }}{{ end }}{{ . }}{{ end }}', 'q'],
  ['the data of the whole template is there everywhere', '{{ range .list }}{{ $.a.b }}{{ end }}', 'xxx'],
  ['a variable changes', '{{ $x := 1 }}{{ range .list }}{{ $x = add $x 1 }}{{ end }}{{ $x }}', '4'],
  ['a variable of a block ends with it', '{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ $x }}{{ end }}{{ $x }}', '21'],
  ['templates are defined and called', '{{ define "t" }}[{{ . }}]{{ end }}{{ template "t" .a.b }}', '[x]'],
  ['a block is defined where it is called', '{{ block "t" .n }}<{{ . }}>{{ end }}', '<3>'],
  ['parentheses hold pipelines, whose fields can be asked', '{{ (dict "k" (dict "l" "m")).k.l }}', 'm'],
  ['"and" and "or" ask no more than they need', '{{ and .empty .a.none.deeper }}|{{ or .yes .a.none.deeper }}', '|true'],
  ['"or" gives the first that holds, else the last', '{{ or .empty .a.b }} {{ or .empty 0 }}', 'x 0'],
  ['comparisons', '{{ eq 1 2 1 }} {{ ne "a" "b" }} {{ lt 1 2 }} {{ le 2 2 }} {{ gt 1.5 1.0 }} {{ ge "b" "a" }}', 'true true true true true true'],
  ['nothing equals only nothing', '{{ eq .nowhere "" }} {{ eq .nowhere .a.none }}', 'false true'],
  ['texts and characters with escapes', '{{ "a\\tb\\x41\\u00e9" }} {{ `c\\t` }} {{ \'A\' }}', 'a\tbAé c\\t 65'],
  ['numbers in their forms', '{{ 0x10 }} {{ 0b11 }} {{ 010 }} {{ -3 }} {{ 1_000 }} {{ 2.50 }} {{ 1e3 }}', '16 3 8 -3 1000 2.5 1000'],
  ['printf', '{{ printf "%5d|%-4s|%04d|%q|%v|%t|%.2f|%x|%%" 42 "ab" 7 "q\\"" nil true 1.5 255 }}', '   42|ab  |0007|"q\\""|<nil>|true|1.50|ff|%'],
  ['printf says what does not fit', '{{ printf "%d %s" "a" 1 }} {{ printf "%s" }} {{ printf "%s" "a" "b" }}',
    '%!d(string=a) %!s(int=1) %!s(MISSING) a%!(EXTRA string=b)'],
  ['what is written can be anything', '{{ "{{" }}', '{{'],
])('%s: %s', (_, text, written) => {
  expect(run(text)).toBe(written);
});

test.each([
  ['a block without an end', 'a\n{{ if .a }}', 'this block has no end. Close it with {{ end }}.', 2],
  ['an end without a block', 'a\n\n{{ end }}', '"end" ends nothing here.', 3],
  ['an action without an end', '{{ .a', 'this action has no end. Close it with "}}".', 1],
  ['an empty action', '{{ }}', 'this action says nothing. Remove it.', 1],
  ['an unknown function', '\n{{ nothere .a }}', 'there is no function "nothere".', 2],
  ['a function of chance', '{{ randAlpha 5 }}', 'the function "randAlpha" cannot be called here: what it gives is known only to whoever runs istiod.', 1],
  ['an unknown variable', '{{ $x }}', 'there is no variable "$x". Declare it with ":=".', 1],
  ['an unknown template', '{{ template "t" }}', 'there is no template "t". Define it in the same text.', 1],
  ['a parenthesis', '{{ (.a }}', 'a parenthesis is not closed.', 1],
  ['a field of null', '{{ .a.none.b }}', '".b" is asked of a value that is null. Ask first whether it is there, with "if" or "with".', 1],
  ['a field of a text', '{{ .a.b.c }}', '".c" is asked of a string, which has no fields.', 1],
  ['values of two types', '{{ eq .n 3 }}', 'the function "eq": a float64 and a int cannot be compared: 3, 3.', 1],
  ['too few values', '{{ replace "a" "b" }}', 'the function "replace" needs 3 values, and has 2.', 1],
  ['a value of the wrong type', '{{ upper .n }}', 'the function "upper": float64 3 is given where a text is needed.', 1],
  ['what a template says itself', '{{ fail "not so" }}', 'the function "fail": not so', 1],
  ['a template that calls itself', '{{ define "t" }}{{ template "t" }}{{ end }}{{ template "t" }}', 'template "t" calls itself without an end.', 1],
  ['arguments for what is no function', '{{ .a.b "x" }}', '".a.b" is no function, and cannot be given arguments.', 1],
  ['break outside of a loop', '{{ break }}', 'there is no {{ range }} around {{ break }}.', 1],
])('%s is said with its line: %j', (_, text, message, line) => {
  expect(wrong(text)).toEqual([message, line]);
});

test('keys that every JavaScript object has are not there unless somebody wrote them', () => {
  expect(run('{{ .constructor }} {{ hasKey . "valueOf" }}')).toBe('<no value> false');
  expect(run('{{ .__proto__ }}', JSON.parse('{"__proto__": "own"}'))).toBe('own');
});

test('text without an action is written as it is, and a text in quotes too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    fc.pre(!text.includes('{{'));
    expect(run(text)).toBe(text);
  }), { numRuns: 50 });
  fc.assert(fc.property(fc.string(), (text) => {
    fc.pre(!/[`\r]/.test(text));
    expect(run(`{{ \`${text}\` }}`)).toBe(text);
  }), { numRuns: 50 });
});

test('what is no template is refused in words, whatever it is', () => {
  const parts = fc.constantFrom('{{', '}}', '{{-', '-}}', ' ', 'if', 'else', 'end', 'range', '.a', '$x', ':=', '(', ')', '|', '"q"', '/*', '*/', '\n', 'define', '1.5', 'and');
  fc.assert(fc.property(fc.array(parts, { maxLength: 12 }), (all) => {
    try {
      run(all.join(' '));
    } catch (error) {
      expect(error).toBeInstanceOf(TemplateError);
    }
  }), { numRuns: 2000 });
});
