import { generateObjects } from '../../conformance/generate';
import { BREAKS, broken } from '../../conformance/generate/breaks';
import { Draw } from '../../conformance/generate/draw';
import { RECIPES } from '../../conformance/generate/recipes';
import { GATEWAY_API_RECIPES } from '../../conformance/generate/recipes/gateway-api';
import { replaced, Shapes, sitesOf } from '../../conformance/generate/shape';
import { pruned } from '../../conformance/generate/values';
import { readBundle } from '../../src/resources/bundle';

const shapes = new Shapes(readBundle());

test('The same seed gives the same objects, however many are asked for', () => {
  const few = [...generateObjects({ seed: 3, count: 40 })];
  const many = [...generateObjects({ seed: 3, count: 80 })];
  expect(many.slice(0, 40)).toEqual(few);
  expect([...generateObjects({ seed: 4, count: 40 })]).not.toEqual(few);
});

test('Every kind has its turn in a round', () => {
  const kinds = new Set([...generateObjects({ seed: 1, count: 40 })].map(({ object }) => object.kind));
  expect([...kinds].sort()).toEqual(Object.keys(readBundle().kinds).sort());
});

test('Every kind has a recipe', () => {
  expect(Object.keys(RECIPES).sort()).toEqual(Object.keys(readBundle().kinds).sort());
  expect(Object.keys(GATEWAY_API_RECIPES).sort()).toEqual(Object.keys(readBundle('gateway-api').kinds).sort());
});

test('A recipe without oddness writes fields that the kind has, and no others', () => {
  for (const [kind, recipe] of Object.entries(RECIPES)) {
    for (let seed = 0; seed < 30; seed++) {
      const spec = pruned(recipe(new Draw(seed)));
      const unknown = [...sitesOf(shapes, shapes.spec(kind), spec)].flatMap(({ shape, value, steps }) =>
        shape.is === 'message' ? Object.keys(value as object).filter((key) => shape.message.fields[key] === undefined).map((key) => [kind, ...steps, key].join('.')) : []);
      expect(unknown).toEqual([]);
    }
  }
});

test('A broken object differs from the one it was made from, which stays as it was', () => {
  const object = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { hosts: ['a', 'b'], http: [{ route: [{ destination: { host: 'a' }, weight: 5 }] }] } };
  const text = JSON.stringify(object);
  for (let seed = 0; seed < 100; seed++) {
    const result = broken(new Draw(seed), shapes, object)!;
    expect(result.how).not.toBe('');
    expect(JSON.stringify(object)).toBe(text);
  }
});

test('A field is written in its old spelling', () => {
  const object = { kind: 'VirtualService', spec: { http: [{ mirrorPercent: 5 }] } };
  const site = [...sitesOf(shapes, shapes.spec('VirtualService'), object.spec)].find(({ steps }) => steps.join('.') === 'spec.http.0')!;
  const results = new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(BREAKS['an old spelling'](new Draw(seed), site, object).spec.http[0])));
  expect(results).toEqual(new Set(['{"mirror_percent":5}', '{"mirrorPercent":5,"mirror_percent":5}']));
});

describe('A value is replaced in a copy', () => {
  const object = { a: [{ b: 1 }, { b: 2 }] };

  test('deep in lists and maps', () => {
    expect(replaced(object, ['a', 1, 'b'], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
    expect(object).toEqual({ a: [{ b: 1 }, { b: 2 }] });
  });

  test('or taken away with undefined', () => {
    expect(replaced(object, ['a', 0], undefined)).toEqual({ a: [{ b: 2 }] });
    expect(replaced(object, ['a', 0, 'b'], undefined)).toEqual({ a: [{}, { b: 2 }] });
  });
});

test('Suffixes of a type stand from the outermost inwards', () => {
  const shape = shapes.of('string{}');
  expect(shape).toMatchObject({ is: 'map', item: { is: 'scalar', type: 'string' } });
  expect(shapes.of('uint32?')).toMatchObject({ is: 'scalar', name: 'uint32', type: 'integer', nullable: true, facts: { minimum: 0, maximum: 4294967295 } });
});
