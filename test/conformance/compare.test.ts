import { differences, formatDifference, formatPath, lostFields, parsePath } from '../../conformance/lib/compare';
import { fc } from '../properties';

const lines = (expected: unknown, actual: unknown) => differences(expected, actual).map(formatDifference);
const lost = (written: unknown, stored: unknown) => lostFields(written, stored).map(formatDifference);

describe('comparing two values', () => {
  test('equal values have no difference, whatever the order of their keys', () => {
    expect(differences({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toEqual([]);
  });

  test('every difference is named by its path', () => {
    expect(lines({ a: 1, b: { c: true }, d: 'x' }, { a: 2, b: {}, e: null })).toEqual([
      'a: expected 1, is 2',
      'b.c: missing; expected true',
      'd: missing; expected "x"',
      'e: not expected; is null',
    ]);
  });

  test('a number is not the string of the same digits', () => {
    expect(lines({ port: 80 }, { port: '80' })).toEqual(['port: expected 80, is "80"']);
  });

  test('an empty string, a zero, a false and a null are values', () => {
    expect(lines({ a: '', b: 0, c: false, d: null }, {})).toEqual([
      'a: missing; expected ""',
      'b: missing; expected 0',
      'c: missing; expected false',
      'd: missing; expected null',
    ]);
  });

  test('an object in place of a list is a change', () => {
    expect(lines({ a: [] }, { a: {} })).toEqual(['a: expected [], is {}']);
  });

  test('items with a unique name are compared with the item of that name', () => {
    const expected = [{ name: 'app', image: 'a' }, { name: 'proxy', image: 'p' }];
    const actual = [{ name: 'init', image: 'i' }, { name: 'proxy', image: 'q' }];
    expect(lines({ containers: expected }, { containers: actual })).toEqual([
      'containers[name=app]: missing; expected {"name":"app","image":"a"}',
      'containers[name=proxy].image: expected "p", is "q"',
      'containers[name=init]: not expected; is {"name":"init","image":"i"}',
    ]);
  });

  test('named items in another order are told once, for the list', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(lines({ env: [a, b] }, { env: [b, a] })).toEqual(['env: other order; expected ["a","b"], is ["b","a"]']);
  });

  test('volume mounts are told apart by their path, since a volume may be mounted twice', () => {
    const expected = [{ name: 'data', mountPath: '/a' }, { name: 'data', mountPath: '/b' }];
    expect(lines(expected, [expected[0]])).toEqual(['[mountPath=/b]: missing; expected {"name":"data","mountPath":"/b"}']);
  });

  test('items without a unique name are compared one by one', () => {
    expect(lines({ args: ['a', 'b'] }, { args: ['a', 'c', 'd'] })).toEqual(['args[1]: expected "b", is "c"', 'args[2]: not expected; is "d"']);
  });

  test('a whole object that is missing has an empty path', () => {
    expect(lines({ kind: 'Pod' }, undefined)).toEqual(['(the whole object): missing; expected {"kind":"Pod"}']);
  });

  test('any JSON value equals itself and differs from itself in a box', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(differences(value, structuredClone(value))).toEqual([]);
      expect(differences(value, { box: value })).not.toEqual([]);
    }));
  });
});

describe('what a store lost', () => {
  test('what the store added does not count', () => {
    expect(lost({ spec: { ports: [{ name: 'http', port: 80 }] } }, {
      metadata: { uid: '1' },
      spec: { ports: [{ name: 'http', port: 80, protocol: 'TCP' }], type: 'ClusterIP' },
      status: {},
    })).toEqual([]);
  });

  test('a null counts as not written', () => {
    expect(lost({ metadata: { creationTimestamp: null } }, { metadata: {} })).toEqual([]);
  });

  test('a field that was dropped or changed is lost', () => {
    expect(lost({ spec: { a: 1, b: 2 } }, { spec: { b: 3 } })).toEqual(['spec.a: missing; expected 1', 'spec.b: expected 2, is 3']);
  });

  test('an item that was dropped from a list is lost', () => {
    expect(lost({ args: ['a', 'b'] }, { args: ['a'] })).toEqual(['args[1]: missing; expected "b"']);
  });

  test.each([
    ['0.5', '500m'], [1, '1'], ['1024Mi', '1Gi'], ['1000m', '1'], ['1e3', '1k'], ['0.1', '100m'], ['1.5Gi', '1536Mi'],
  ])('the quantity %p may be stored as %p', (written, stored) => {
    expect(lost({ resources: { limits: { cpu: written } } }, { resources: { limits: { cpu: stored } } })).toEqual([]);
  });

  test('another quantity is a change', () => {
    expect(lost({ resources: { limits: { cpu: '0.5' } } }, { resources: { limits: { cpu: '50m' } } }))
      .toEqual(['resources.limits.cpu: expected "0.5", is "50m"']);
  });

  test('outside of quantities the spelling counts', () => {
    expect(lost({ value: '0.5' }, { value: '500m' })).toEqual(['value: expected "0.5", is "500m"']);
    expect(lines({ value: '0.5' }, { value: '500m' })).toEqual(['value: expected "0.5", is "500m"']);
  });

  test('two programs may spell a quantity each in its own way', () => {
    expect(lines({ limits: { cpu: '2' } }, { limits: { cpu: '2000m' } })).toEqual([]);
  });
});

describe('paths', () => {
  test.each([
    [['spec', 'containers', '[name=app]', 'image'], 'spec.containers[name=app].image'],
    [['metadata', 'labels', 'helm.sh/chart'], 'metadata.labels["helm.sh/chart"]'],
    [['helm.sh/chart', 'a'], '["helm.sh/chart"].a'],
    [['args', '[3]'], 'args[3]'],
    [['a"b\\c'], '["a\\"b\\\\c"]'],
    [['**', 'description'], '**.description'],
  ])('%j is written as %s and read back', (segments, text) => {
    expect(formatPath(segments)).toBe(text);
    expect(parsePath(text)).toEqual(segments);
  });

  test('any keys can be read back', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((key) => !key.startsWith('[')), { minLength: 1 }), (segments) => {
      expect(parsePath(formatPath(segments))).toEqual(segments);
    }));
  });

  test('what is no path says where it begins to be none', () => {
    expect(() => parsePath('spec.containers[name=app')).toThrow(
      '"spec.containers[name=app" is not a path: what begins at "[name=app" is neither a key nor an item of a list');
  });
});
