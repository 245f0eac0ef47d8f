import { CallerAttributes } from '../../src/reference/caller-attributes';
import { coversCallers } from '../../src/reference/caller-cover';

const WEB: CallerAttributes = { principals: ['cluster.local/ns/shop/sa/web'] };

test.each<[string, CallerAttributes[], CallerAttributes[], boolean]>([
  ['the same principal', [WEB], [WEB], true],
  ['another principal', [{ principals: ['cluster.local/ns/shop/sa/cart'] }], [WEB], false],
  ['everybody', [{}], [WEB], true],
  ['everybody with an identity', [{ principals: ['*'] }], [WEB], true],
  ['all of a namespace', [{ namespaces: ['shop'] }], [WEB], true],
  ['all of another namespace', [{ namespaces: ['bank'] }], [WEB], false],
  ['all of a namespace, save some', [{ namespaces: ['shop'], notPrincipals: ['cluster.local/ns/shop/sa/web'] }], [WEB], false],
  ['a namespace of principals by pattern', [{ principals: ['cluster.local/ns/shop/*'] }], [WEB], true],
  ['one of two callers alone', [WEB], [WEB, { namespaces: ['bank'] }], false],
  ['one caller, where everybody is meant', [WEB], [{}], false],
])('%s', (_, wide, narrow, expected) => {
  expect(coversCallers(wide, narrow)).toBe(expected);
});
