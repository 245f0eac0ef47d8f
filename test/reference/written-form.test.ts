import { ApiObject, App, Chart, IResolver, JsonPatch, Lazy, ResolutionContext, Testing } from 'cdk8s';
import { writtenQuickly } from '../../src/reference/written-form';
import { fc } from '../properties';

/** The text of what cdk8s writes of an object, and of what is written of it quickly: the order of keys counts. */
function bothWays(object: ApiObject): [string, string] {
  const slow = JSON.stringify(ApiObject.prototype.toJson.call(object));
  writtenQuickly(object);
  return [JSON.stringify(object.toJson()), slow];
}

function objectOf(props: object, app: App = Testing.app()): ApiObject {
  return new ApiObject(new Chart(app, 'chart', { namespace: 'shop', labels: { team: 'a' } }), 'object', { apiVersion: 'v1', kind: 'Thing', ...props });
}

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(undefined), fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('any'), { maxKeys: 4, noNullPrototype: true }),
    tie('any').map((inner) => Lazy.any({ produce: () => inner })),
    tie('any').map((inner) => ({ resolve: () => inner })),
  ),
})).any;

test('an object of any values is written quickly as cdk8s writes it, key by key', () => {
  const texts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constantFrom(undefined, 'late').map((text) => Lazy.any({ produce: () => text }))), { noNullPrototype: true });
  fc.assert(fc.property(value, texts, fc.oneof(fc.constant(1), value), fc.constantFrom([], ['done']), (spec, annotations, generation, finalizers) => {
    const [quick, slow] = bothWays(objectOf({ metadata: { annotations, labels: { b: '1', a: '2' }, generation, finalizers }, spec, b: [], a: {} }));
    expect(quick).toBe(slow);
  }), { numRuns: 300 });
});

test('keys keep the order in which they were given where cdk8s is told not to sort', () => {
  process.env.CDK8S_DISABLE_SORT = '1';
  try {
    const [quick, slow] = bothWays(objectOf({ spec: { b: { d: 1, c: 2 }, a: [{ z: 1, y: 2 }] }, data: {} }));
    expect(quick).toBe(slow);
    expect(Object.keys(JSON.parse(quick).spec)).toEqual(['b', 'a']);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('patches and labels that come late are written', () => {
  const object = objectOf({ spec: { a: 1 } });
  writtenQuickly(object);
  expect(object.toJson().spec).toEqual({ a: 1 });
  object.metadata.addLabel('late', 'yes');
  object.addJsonPatch(JsonPatch.replace('/spec/a', 2));
  expect(object.toJson()).toEqual({ apiVersion: 'v1', kind: 'Thing', metadata: { labels: { late: 'yes', team: 'a' }, name: 'chart-object-c837c6b4', namespace: 'shop' }, spec: { a: 2 } });
});

test('resolvers of others are asked about every value', () => {
  const shout: IResolver = { resolve: (context: ResolutionContext) => { if (context.value === 'quiet') context.replaceValue('LOUD'); } };
  const object = objectOf({ spec: { a: 'quiet' } }, new App({ outdir: Testing.app().outdir, resolvers: [shout] }));
  writtenQuickly(object);
  expect(object.toJson().spec).toEqual({ a: 'LOUD' });
});

test('what cannot be written is refused by cdk8s, with the place of the object', () => {
  const dated = objectOf({ spec: { at: new Date(0) } });
  writtenQuickly(dated);
  expect(() => dated.toJson()).toThrow("Failed serializing construct at path 'chart/object' with name 'chart-object-c837c6b4': Error: can't render non-simple object of type 'Date'");
  const broken = objectOf({ spec: Lazy.any({ produce: () => { throw new Error('not yet'); } }) });
  writtenQuickly(broken);
  expect(() => broken.toJson()).toThrow("Failed serializing construct at path 'chart/object' with name 'chart-object-c837c6b4': Error: not yet");
});

test('a class that writes its objects itself keeps doing so', () => {
  class Own extends ApiObject {
    public toJson(): any {
      return { ...super.toJson(), own: true };
    }
  }
  const object = new Own(new Chart(Testing.app(), 'chart'), 'object', { apiVersion: 'v1', kind: 'Thing' });
  writtenQuickly(object);
  expect(object.toJson().own).toBe(true);
});
