import { compileCel } from '../../../schema/tools/cel/compile';
import * as cel from '../../../src/resources/validation/cel/library';

const TEXT = { type: 'string' };
const INT = { type: 'integer' };
const MESSAGE = {
  type: 'object',
  properties: {
    'name': TEXT,
    'count': INT,
    'ratio': { type: 'number' },
    'on': { type: 'boolean' },
    'tags': { type: 'array', items: TEXT },
    'labels': { type: 'object', additionalProperties: TEXT },
    'namespace': TEXT,
    'a-b': TEXT,
    'either': { 'x-kubernetes-int-or-string': true },
    'ports': { type: 'array', items: { type: 'object', properties: { number: INT, name: TEXT } } },
    'since': { type: 'string', format: 'date-time' },
  },
};

/** What an expression gives for a `self`. */
function evaluate(text: string, self: unknown = {}, schema: unknown = MESSAGE): unknown {
  const { code } = compileCel(text, schema);
  return new Function('cel', `return ${code!.replaceAll(': any', '')}`)(cel)(self);
}

test.each<[string, unknown, unknown]>([
  // Presence, and fields
  ['has(self.name)', {}, false],
  ['has(self.name)', { name: '' }, true],
  ['has(self.name)', { name: null }, false],
  ['has(self.labels.app)', { labels: {} }, false],
  ['has(self.labels.app)', { labels: { app: 'x' } }, true],
  ['has(self.__namespace__) && self.__namespace__ == "shop"', { namespace: 'shop' }, true],
  ['self.a__dash__b == "x"', { 'a-b': 'x' }, true],
  ['self.labels["a/b"] == "x"', { labels: { 'a/b': 'x' } }, true],
  ['self.tags[1] == "b"', { tags: ['a', 'b'] }, true],
  // Logic that survives errors
  ['self.name == "x" || true', {}, true],
  ['true || self.name == "x"', {}, true],
  ['self.name == "x" && false', {}, false],
  ['false && self.name == "x"', {}, false],
  ['has(self.name) ? self.name == "x" : true', {}, true],
  ['!(1 < 2)', {}, false],
  // Numbers
  ['self.count + 1 == 3', { count: 2 }, true],
  ['7 / 2 == 3 && -7 / 2 == -3 && -7 % 2 == -1', {}, true],
  ['7.0 / 2.0 == 3.5', {}, true],
  ['1 == 1.0 && 2u > 1u', {}, true],
  ['-self.count < 0', { count: 2 }, true],
  ['self.ratio >= 0.5', { ratio: 0.5 }, true],
  ['int("42") + int(1.9) == 43', {}, true],
  ['double("1.5") + double(2) == 3.5', {}, true],
  ['string(1) + string(true) + string(1.5) == "1true1.5"', {}, true],
  ['bool("true")', {}, true],
  // Texts, counted in characters
  ['size(self.name) == 2', { name: 'a\u{1f600}' }, true],
  ['self.name.size() == 1', { name: '\u00e9' }, true],
  ['self.name.substring(1) == "bc" && self.name.substring(0, 1) == "a"', { name: 'abc' }, true],
  ['self.name.substring(1, 2) == "\u{1f600}"', { name: 'a\u{1f600}b' }, true],
  ['self.name.indexOf("b") == 2 && self.name.lastIndexOf("b") == 3 && self.name.indexOf("z") == -1', { name: 'a\u{1f600}bb' }, true],
  ['self.name.indexOf("b", 2) == 3', { name: 'abcb' }, true],
  ['self.name.charAt(3) == "" && self.name.charAt(0) == "a"', { name: 'abc' }, true],
  ['self.name.lowerAscii() == "a\u00c9" && self.name.upperAscii() == "A\u00c9"', { name: 'a\u00c9' }, true],
  ['self.name.trim() == "a b"', { name: '  a b\t\n' }, true],
  ['self.name.replace("a", "x") == "xbxb" && self.name.replace("a", "x", 1) == "xbab"', { name: 'abab' }, true],
  ['self.name.replace("", "-", 2) == "-a-b"', { name: 'ab' }, true],
  ['self.name.split("/") == ["a", "b"] && self.name.split("/", 1) == ["a/b"]', { name: 'a/b' }, true],
  ['self.tags.join("-") == "a-b" && self.tags.join() == "ab"', { tags: ['a', 'b'] }, true],
  ['"a" + self.name == "ab"', { name: 'b' }, true],
  ['self.name.startsWith("a") && self.name.endsWith("c") && self.name.contains("b")', { name: 'abc' }, true],
  ['self.name.matches("b+")', { name: 'abbc' }, true],
  ['self.name.matches("^b+$")', { name: 'abbc' }, false],
  ['self.name.matches(r"""^(?i)ABC$""")', { name: 'abc' }, true],
  ['self.name.find("[0-9]+") == "12" && self.name.findAll("[0-9]+") == ["12", "3"]', { name: 'a12b3' }, true],
  ['"\uffff" < "\u{1f600}"', {}, true],
  ['self.name < "b"', { name: 'a' }, true],
  // Lists and maps
  ['self.name in ["a", "b"]', { name: 'b' }, true],
  ['"app" in self.labels', { labels: { app: 'x' } }, true],
  ['"app" in self.labels', { labels: {} }, false],
  ['"toString" in self.labels', { labels: {} }, false],
  ['self.tags + ["c"] == ["a", "c"]', { tags: ['a'] }, true],
  ['{"a": 1}["a"] == 1 && {}.size() == 0', {}, true],
  ['self.labels == {"a": "x"}', { labels: { a: 'x' } }, true],
  ['self.tags.all(t, t.size() == 1)', { tags: ['a', 'bb'] }, false],
  ['self.labels.all(key, key.startsWith("a"))', { labels: { ab: 'x', ac: 'y' } }, true],
  ['self.tags.exists(t, t == "b")', { tags: ['a', 'b'] }, true],
  ['self.tags.exists_one(t, t == "b")', { tags: ['b', 'b'] }, false],
  ['self.tags.filter(t, t != "b").size() == 1', { tags: ['a', 'b'] }, true],
  ['self.tags.map(t, t + "!") == ["a!"]', { tags: ['a'] }, true],
  ['self.tags.map(t, t != "b", t + "!") == ["a!"]', { tags: ['a', 'b'] }, true],
  ['self.ports.all(p, self.ports.exists_one(q, p.number == q.number))', { ports: [{ number: 1 }, { number: 2 }] }, true],
  ['self.ports.exists(p, p.name == "x")', { ports: [{ number: 1 }, { name: 'x' }] }, true],
  ['self.ports.all(p, p.name == "x")', { ports: [{ number: 1 }, { name: 'y' }] }, false],
  ['self.tags.isSorted() && self.tags.min() == "a" && self.tags.max() == "b" && self.tags.reverse() == ["b", "a"]', { tags: ['a', 'b'] }, true],
  ['[1, 2].sum() == 3 && [].sum() == 0', {}, true],
  ['sets.contains(self.tags, ["a"]) && sets.intersects(self.tags, ["b", "z"]) && !sets.equivalent(self.tags, ["a"])', { tags: ['a', 'b'] }, true],
  // Time
  ['duration(self.name) >= duration("1ms")', { name: '1.5s' }, true],
  ['duration(self.name) > duration("1h")', { name: '59m' }, false],
  ['duration("90m").getHours() == 1 && duration("1m30s").getSeconds() == 90', {}, true],
  ['self.since < timestamp("2026-01-01T00:00:00.5Z")', { since: '2026-01-01T01:00:00.4+01:00' }, true],
  // URLs and addresses
  ['isURL(self.name) && url(self.name).getScheme() == "https" && url(self.name).getHost() == "a.b:80"', { name: 'HTTPS://a.b:80/c' }, true],
  ['url(self.name).getHostname() == "::1" && url(self.name).getPort() == "80"', { name: 'http://[::1]:80' }, true],
  ['isURL(self.name)', { name: 'a/b' }, false],
  ['isIP(self.name)', { name: '::1' }, true],
  ['isIP(self.name)', { name: '::ffff:1.2.3.4' }, false],
  ['isIP(self.name)', { name: 'fe80::1%eth0' }, false],
  ['isCIDR(self.name)', { name: '10.0.0.0/8' }, true],
  ['isCIDR(self.name)', { name: '10.0.0.0/33' }, false],
])('%s of %j is %j', (text, self, value) => {
  expect(evaluate(text, self)).toEqual(value);
});

test.each<[string, unknown, string]>([
  ['self.name == "x"', {}, 'there is no name'],
  ['self.name == "x" || false', {}, 'there is no name'],
  ['self.name == "x" && true', {}, 'there is no name'],
  ['self.tags[2] == "x"', { tags: [] }, 'there is no item 2'],
  ['self.labels["a"] == "x"', { labels: {} }, 'there is no key "a"'],
  ['self.tags.all(t, int(t) > 0)', { tags: ['1', 'x'] }, '"x" is no whole number'],
  ['self.ports.exists_one(p, p.name == "x")', { ports: [{ name: 'x' }, {}] }, 'there is no name'],
  ['self.count / 0 == 1', { count: 1 }, 'division by zero'],
  ['int("9223372036854775808") > 0', {}, 'the whole number is out of range'],
  ['self.name.substring(2) == ""', { name: 'a' }, '"a" has no characters from 2 to 1'],
  ['duration(self.name) > duration("1s")', { name: '5' }, '"5" is no duration'],
  ['url(self.name).getHost() == ""', { name: 'x' }, '"x" is no URL'],
  ['self.either < 2', { either: 'x' }, 'values of these types cannot be compared'],
])('%s of %j ends in an error', (text, self, message) => {
  expect(() => evaluate(text, self)).toThrow(new cel.CelError(message));
});

test('A rule that compares with what was before is none for a new object', () => {
  expect(compileCel('self == oldSelf', MESSAGE).code).toBeNull();
});

test('Durations that are written in a rule are read when it is compiled', () => {
  expect(compileCel('duration(self) >= duration("1ms")', TEXT).code).toBe('(self: any) => (cel.duration(self) >= 1000000n)');
});

test.each([
  ['self.unheard()', 'the function unheard is not known'],
  ['unheard(self)', 'the function unheard is not known'],
  ['self.nosuch == 1', 'the message has no field nosuch'],
  ['other == 1', 'the name other is not known'],
  ['self.name == 1', 'string and int are never equal'],
  ['self.count.startsWith("a")', 'startsWith does not take int, string'],
  ['b"x" == b"x"', 'literals of bytes are not known'],
  ['self.name + 1 == "x"', 'string + int is not known'],
  ['duration("1y") > duration("1s")', '"1y" is no duration'],
])('%s is refused with its text', (text, why) => {
  expect(() => compileCel(text, MESSAGE)).toThrow(new Error(`schema/: the CEL rule ${JSON.stringify(text)} cannot be compiled: ${why}. Teach schema/tools/cel what it lacks.`));
});

test('What cannot be parsed is refused with its text', () => {
  expect(() => compileCel('self.name ==', MESSAGE)).toThrow(/^schema\/: the CEL rule "self\.name ==" cannot be compiled: .*\. Teach schema\/tools\/cel what it lacks\.$/);
});
