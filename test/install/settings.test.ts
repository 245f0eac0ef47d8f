import { parsePath, withValue } from '../../src/install/values/path';
import { parseSetting, parseValue } from '../../src/install/values/set';
import { fc } from '../properties';

describe('what the text of a setting stands for', () => {
  test.each([
    ['7', 7], ['-3', -3], ['+5', 5], ['007', 7], ['1_000', 1000], ['1.5', 1.5], ['.5', 0.5], ['1e3', 1000], ['2E-2', 0.02],
    ['true', true], ['t', true], ['True', true], ['false', false], ['F', false], ['1', 1], ['0', 0],
    ['', ''], ['yes', 'yes'], ['tRUE', 'tRUE'], ['1.2.3', '1.2.3'], ['0x10', '0x10'], ['1_', '1_'], ['30m', '30m'], ['null', 'null'], ['{}', '{}'],
    ['a\\,b', 'a,b'], ['"1"', '"1"'],
  ])('%j is %j', (text, value) => {
    expect(parseValue(text)).toBe(value);
  });

  test('a tag is always text', () => {
    expect(['tag=1.31', 'values.global.tag=007', 'meshConfig.defaultConfig.proxyMetadata.A=true'].map((given) => parseSetting(given).value))
      .toEqual(['1.31', '007', 'true']);
  });

  test('only the first "=" parts path and value, and blanks around both do not count', () => {
    const { path, value } = parseSetting(' meshConfig.accessLogFormat = a=b ');
    expect({ path, value }).toEqual({ path: 'meshConfig.accessLogFormat', value: 'a=b' });
  });

  test('every whole number comes back as it is', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (number) => parseValue(String(number)) === number));
  });
});

describe('a path', () => {
  test.each([
    ['a.b', [{ key: 'a' }, { key: 'b' }]],
    ['a.b\\.c/d', [{ key: 'a' }, { key: 'b.c/d' }]],
    ['a[0].b', [{ key: 'a' }, { index: 0 }, { key: 'b' }]],
    ['a.[0].b', [{ key: 'a' }, { index: 0 }, { key: 'b' }]],
    ['a.[name:x].b', [{ key: 'a' }, { field: 'name', value: 'x' }, { key: 'b' }]],
    ['a[-1]', [{ key: 'a' }, { index: -1 }]],
    ['a..b.', [{ key: 'a' }, { key: 'b' }]],
  ])('%s is read in steps', (path, steps) => {
    expect(parsePath(path)).toEqual(steps);
  });

  test('of keys with any letters is found again when their dots are escaped', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => !/[\\[\]]|\/|^\.+$/.test(text));
    fc.assert(fc.property(fc.array(key, { minLength: 1 }), (keys) => {
      const path = keys.map((name) => name.replaceAll('.', '\\.')).join('.');
      expect(parsePath(path)).toEqual(keys.map((name) => ({ key: name })));
    }));
  });

  test.each([
    ['hub', '"hub" is not a setting. Write path=value, such as tag=1.31.4.'],
    ['tag=', '"" is not a value for "tag". Give one word, such as 1.31.4.'],
    ['a[x]=1', 'The path "a[x]" of the setting "a[x]=1" cannot be followed: "[x]" is neither a position such as "[0]" nor an item such as "[name:public]". Write it as in "a.b=value", "a.list[0].b=value" or "a.key\\.with\\.dots=value".'],
    ['a[0][1]=1', 'The path "a[0][1]" of the setting "a[0][1]=1" cannot be followed: "[0][1]" is neither a position such as "[0]" nor an item such as "[name:public]". Write it as in "a.b=value", "a.list[0].b=value" or "a.key\\.with\\.dots=value".'],
    ['[0]=1', 'The path "[0]" of the setting "[0]=1" cannot be followed: a path begins with a name. Write it as in "a.b=value", "a.list[0].b=value" or "a.key\\.with\\.dots=value".'],
  ])('%s is refused', (given, message) => {
    expect(() => parseSetting(given)).toThrow(new Error(message));
  });
});

describe('putting a value into a tree', () => {
  const put = (tree: object, path: string, value: unknown) => withValue(tree, parsePath(path), value);

  test('makes what is missing on the way', () => {
    expect(put({}, 'a.b[0].c', 1)).toEqual({ a: { b: [{ c: 1 }] } });
  });

  test('a position after the last item, or -1, appends', () => {
    expect(put({ a: ['x'] }, 'a[7]', 'y')).toEqual({ a: ['x', 'y'] });
    expect(put({ a: ['x'] }, 'a[-1]', 'y')).toEqual({ a: ['x', 'y'] });
  });

  test('a position within the list changes that item', () => {
    expect(put({ a: [{ n: 1, m: 2 }, { n: 3 }] }, 'a[0].n', 9)).toEqual({ a: [{ n: 9, m: 2 }, { n: 3 }] });
  });

  test('an item is found by one of its fields', () => {
    expect(put({ a: [{ name: 'x' }, { name: 'y' }] }, 'a.[name:y].on', true)).toEqual({ a: [{ name: 'x' }, { name: 'y', on: true }] });
  });

  test('changes nothing of the tree that it is given', () => {
    const tree = Object.freeze({ a: Object.freeze({ b: Object.freeze([1]) }) });
    expect(put(tree, 'a.b[1]', 2)).toEqual({ a: { b: [1, 2] } });
    expect(tree).toEqual({ a: { b: [1] } });
  });

  test('a key such as __proto__ is data', () => {
    const result = put({}, '__proto__.polluted', true);
    expect(Object.keys(result)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
