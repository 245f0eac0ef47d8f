import * as fc from 'fast-check';
import { goneBack, wayBack } from '../../src/injection/record';

describe('the way back', () => {
  test('is nothing where nothing changed', () => {
    expect(wayBack({ a: [{ name: 'x', b: 1 }] }, { a: [{ name: 'x', b: 1 }] })).toBeUndefined();
  });

  test('says fields that came, went and changed, and items by their names', () => {
    const before = { kept: 1, gone: 2, list: [{ name: 'app', port: 'http' }] };
    const after = { kept: 1, new: 3, list: [{ name: 'app', port: 15020 }, { name: 'proxy' }] };
    const back = wayBack(after, before)!;
    expect(back).toEqual({ map: { new: { not: true }, gone: { was: 2 }, list: { list: [['app', { map: { port: { was: 'http' } } }]] } } });
    expect(goneBack({ ...after, since: 4 }, back)).toEqual({ ...before, since: 4 });
  });

  test('leads from any value to any other', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(fc.property(value, value, (after, before) => {
      const back = wayBack(after, before);
      expect(back === undefined ? after : goneBack(after, JSON.parse(JSON.stringify(back)))).toEqual(before);
    }), { numRuns: 500, seed: 1 });
  });
});
