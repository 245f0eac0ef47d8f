import { runInThisContext } from 'node:vm';
import { compileCel } from '../../../schema/tools/cel/compile';
import { celEvaluator } from '../../../schema/tools/cel/parser';
import { PlacedRule, placedRules } from '../../../schema/tools/rules';
import { readBundle } from '../../../src/resources/bundle';
import * as cel from '../../../src/resources/validation/cel/library';
import { fc } from '../../properties';

/*
 * The rules of the releases, compiled, beside the evaluator of the parser that we use: another program, with other authors. It has none
 * of the functions that Kubernetes adds, and its fields are there or not, where those of Kubernetes may be null.
 */

const KUBERNETES = /\b(?:isURL|url|isIP|oldSelf|duration)\b/;
/** What the other program cannot do as CEL has it: has() below an item of a list, flags in a pattern, refuse the whole number of an empty text. */
const UNABLE = /has\([^()]*\[|\(\?i\)|\bint\(/;

const rules = ['istio', 'gateway-api'].flatMap((module) => placedRules(readBundle(module)));
const compared = [...new Map(rules.filter(({ text }) => !KUBERNETES.test(text) && !UNABLE.test(text)).map((rule) => [rule.text, rule])).values()];

/** Words that the rules speak of, so that both sides of a condition are met. */
const words = [...new Set(rules.flatMap(({ text }) => [...text.matchAll(/(["'])((?:(?!\1)[^\\])*)\1/g)].map(([, , word]) => word)))];
const text = fc.oneof(fc.constantFrom(...words, 'unix:///a', 'a.b', '*', '80', '0', ''), fc.string({ unit: 'grapheme', maxLength: 4 }));

/** Values of a schema, somewhat: what is required is there, and what is not may be. */
function valuesOf(schema: any, depth = 0): fc.Arbitrary<any> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      if (schema.properties) {
        const fields = Object.entries(schema.properties).filter(([name]) => depth < 3 || schema.required?.includes(name));
        const required = fields.map(([name]) => name).filter((name) => schema.required?.includes(name));
        return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field, depth + 1)])), { requiredKeys: required });
      }
      const values = typeof schema.additionalProperties === 'object' ? valuesOf(schema.additionalProperties, depth + 1) : text;
      return fc.dictionary(text.filter((key) => key !== '__proto__'), values, { maxKeys: 2, noNullPrototype: true });
    }
    case 'array': return fc.array(valuesOf(schema.items, depth + 1), { maxLength: 3 });
    case 'integer': return fc.integer({ min: -2, max: 3 }).map((number) => (number === 3 ? 65536 : number));
    case 'number': return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean': return fc.boolean();
    default: return text;
  }
}

/** The other program knows objects by their class, which is another one in the world of a test. */
const outside: (json: string) => unknown = runInThisContext('(json) => JSON.parse(json, (_, value) => (value?.$int === undefined ? value : BigInt(value.$int)))');

/** The form in which the other program takes values: whole numbers as bigint, fields under their spelling in a rule. */
function toCel(value: any, schema: any): any {
  if (schema?.type === 'integer') return { $int: String(value) };
  if (Array.isArray(value)) return value.map((item) => toCel(item, schema.items));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, inner]) => {
    const field = schema.properties?.[key];
    return [field && key === 'namespace' ? '__namespace__' : key, toCel(inner, field ?? schema.additionalProperties)];
  });
  return Object.fromEntries(fields);
}

function outcome(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch {
    return 'error';
  }
}

test('Nearly all rules of the releases are compared', () => {
  expect(compared.length).toBeGreaterThan(95);
});

test.each(compared.map((rule) => [rule.text, rule] as [string, PlacedRule]))('%s', (rule, { schema }) => {
  const ours = new Function('cel', `return ${compileCel(rule, schema).code!.replaceAll(': any', '')}`)(cel);
  const { evaluate } = celEvaluator();
  fc.assert(fc.property(valuesOf(schema), (self) => {
    expect(outcome(() => ours(self))).toBe(outcome(() => evaluate(rule, { self: outside(JSON.stringify(toCel(self, schema))) })));
  }), { numRuns: 60, seed: 1 });
});
