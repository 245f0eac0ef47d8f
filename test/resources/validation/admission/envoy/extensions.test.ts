import { extensionsOf } from '../../../../../src/resources/validation/admission/envoy/extensions';
import { EnvoyTypes } from '../../../../../src/resources/validation/admission/envoy/types';

const TYPES = new EnvoyTypes({
  messages: {
    a: {
      Filter: 'name:s typed_config:~Any|0 config_discovery:.Discovery|0 hidden:b|0',
      Discovery: 'inner:.Filter',
      Holder: 'one:.Filter many:[.Filter named:s{.Filter text:s|1 other:.Filter|1 last:s|1',
    },
  },
  enums: {},
  frozen: ['a.Old'],
  filterNames: { 'envoy.a': 'envoy.filters.a' },
});

test('an extension is configured by a message, or by where to fetch it', () => {
  expect(extensionsOf({ name: 'x', typed_config: { '@type': 'y/a.Old' } }, 'a.Filter', TYPES)).toEqual([{ name: 'x', type: 'y/a.Old', configured: true }]);
  expect(extensionsOf({ name: 'x', configDiscovery: {} }, 'a.Filter', TYPES)).toEqual([{ name: 'x', type: undefined, configured: true }]);
  expect(extensionsOf({}, 'a.Filter', TYPES)).toEqual([{ name: '', type: undefined, configured: false }]);
});

test('of fields that exclude each other, the last holds', () => {
  expect(extensionsOf({ typed_config: { '@type': 'a.Old' }, hidden: false }, 'a.Filter', TYPES)).toEqual([{ name: '', type: undefined, configured: false }]);
  expect(extensionsOf({ other: { name: 'x' }, last: 'y' }, 'a.Holder', TYPES)).toEqual([]);
});

test('it is looked into messages, and not into lists and maps', () => {
  const value = { one: { name: 'a', config_discovery: { inner: { name: 'b' } } }, many: [{ name: 'c' }], named: { d: { name: 'd' } } };
  expect(extensionsOf(value, 'a.Holder', TYPES).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('old names and frozen messages are told', () => {
  expect([TYPES.newFilterName('envoy.a'), TYPES.newFilterName('envoy.b'), TYPES.isFrozen('a.Old'), TYPES.isFrozen('a.Filter')])
    .toEqual(['envoy.filters.a', undefined, true, false]);
});
