import { EnvoyTypes } from '../../../../../src/resources/validation/admission/envoy/types';

const TYPES = EnvoyTypes.load();

test('every message and enum that a field names is there', () => {
  const { messages } = (TYPES as any).notation;
  const missing: string[] = [];
  for (const [from, all] of Object.entries<any>(messages)) {
    for (const name of Object.keys(all)) {
      for (const { kind, type, name: field } of TYPES.fields(`${from}.${name}`)!) {
        const found = kind === 'message' ? TYPES.fields(type!) !== undefined : kind !== 'enum' || TYPES.words(type!).length > 0;
        if (!found) missing.push(`${from}.${name}.${field}: ${type}`);
      }
    }
  }
  expect(missing).toEqual([]);
});

test('a field has two names, a type, and what excludes it', () => {
  expect(TYPES.fields('envoy.config.core.v3.Address')).toContainEqual({
    name: 'socket_address',
    jsonName: 'socketAddress',
    repeated: false,
    required: false,
    keys: undefined,
    kind: 'message',
    type: 'envoy.config.core.v3.SocketAddress',
    choice: '0',
  });
});

test('messages are found under their full names alone', () => {
  expect(['envoy.config.core.v3.Nothing', 'core.v3.Address', 'Address', '', 'envoy.config.core.v3'].map((name) => TYPES.fields(name))).toEqual(Array(5).fill(undefined));
});

test('where the package is wrong, messages of the same name are offered', () => {
  expect(TYPES.like('envoy.config.filter.http.lua.v2.Lua')).toEqual(['envoy.extensions.filters.http.lua.v3.Lua', 'envoy.extensions.string_matcher.lua.v3.Lua']);
});
