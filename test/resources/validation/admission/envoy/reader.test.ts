import { PatchReader } from '../../../../../src/resources/validation/admission/envoy/reader';
import { EnvoyTypes } from '../../../../../src/resources/validation/admission/envoy/types';
import { Findings, Place } from '../../../../../src/resources/validation/findings';

const TYPES = new EnvoyTypes({
  messages: {
    'a.v3': {
      'Widget': 'name:s max_size:i unsigned:u big:I ubig:U ratio:f exact:d on:b raw:y color:#.Color parts:[.Widget inner:.Widget by_name:s{.Widget by_number:u{s '
        + 'by_truth:b{s limit:~UInt32Value wait:~Duration since:~Timestamp any:~Any free:~Struct value:~Value items:~ListValue odd_2name/oddName:s',
      'Widget.Part': 'must:!s',
    },
    'google.protobuf': { Any: 'type_url:s value:y', Duration: 'seconds:I nanos:i', Empty: '' },
  },
  enums: { 'a.v3': { Color: 'RED GREEN' } },
  frozen: [],
  filterNames: {},
});

function read(value: any, message = 'a.v3.Widget'): { errors: string[]; strangers: string[] } {
  const findings = new Findings('admission');
  const reader = new PatchReader(TYPES, findings);
  reader.read(value, message, Place.ROOT);
  return {
    errors: findings.all.map(({ path, problem }) => `${path}: ${problem}`),
    strangers: reader.strangers.map(({ place, message: of, like }) => `${place} in ${of}, like ${like}`),
  };
}

test.each<any>([
  { name: 'a', max_size: 1, ratio: 1.5, on: true, color: 'RED', parts: [{ name: 'b' }], inner: {}, by_name: { a: { name: 'b' } }, by_number: { 5: 'c' } },
  { maxSize: -1, byName: {}, oddName: 'a' },
  { odd_2name: 'a' },
  { max_size: '5', unsigned: ' 7 ', big: '-9223372036854775808', ubig: '18446744073709551615', ratio: 'NaN', exact: '1e3' },
  { name: null, parts: [null], by_name: { a: null }, by_number: { null: null }, by_truth: { true: 'a' } },
  { color: 7 },
  { raw: 'AA==' },
  { raw: [0, 255, null] },
  { limit: '5', wait: '1h30m', since: '2026-02-28T23:59:59.5+01:00', free: { a: [1] }, value: [null], items: [{}] },
  { any: { '@type': 'type.googleapis.com/a.v3.Widget', 'name': 'a' } },
  { any: { '@type': 'a.v3.Widget' } },
  { any: { '@type': 'type.googleapis.com/google.protobuf.Duration', 'value': '5s', 'strange': 1 } },
  { any: { '@type': 'type.googleapis.com/google.protobuf.Empty', 'value': null } },
  { name: undefined, parts: [undefined], strange: undefined },
])('%j can be read', (value) => {
  expect(read(value)).toEqual({ errors: [], strangers: [] });
});

const UNSIGNED = 'a whole number from 0 to 4294967295';
test.each<[any, string]>([
  [{ name: 1 }, 'name: 1 stands where text is expected'],
  [{ max_size: 1.5 }, 'max_size: 1.5 stands where a whole number from -2147483648 to 2147483647 is expected'],
  [{ max_size: 2 ** 31 }, 'max_size: 2147483648 stands where a whole number from -2147483648 to 2147483647 is expected'],
  [{ max_size: '01' }, 'max_size: "01" stands where a whole number from -2147483648 to 2147483647 is expected'],
  [{ unsigned: -1 }, `unsigned: -1 stands where ${UNSIGNED} is expected`],
  [{ unsigned: -0 }, `unsigned: 0 stands where ${UNSIGNED} is expected`],
  [{ unsigned: '-0' }, `unsigned: "-0" stands where ${UNSIGNED} is expected`],
  [{ big: 1e21 }, 'big: 1e+21 stands where a whole number from -9223372036854775808 to 9223372036854775807 is expected'],
  [{ ratio: 1e39 }, 'ratio: 1e+39 stands where a number is expected'],
  [{ exact: '1e999' }, 'exact: "1e999" stands where a number is expected'],
  [{ on: 'true' }, 'on: "true" stands where true or false is expected'],
  [{ raw: 'A-_=' }, 'raw: "A-_=" stands where base64 is expected'],
  [{ raw: [256] }, 'raw: [256] stands where base64 is expected'],
  [{ color: 'REDD' }, 'color: "REDD" is not a word of a.v3.Color'],
  [{ color: true }, 'color: true stands where a word of a.v3.Color is expected'],
  [{ parts: {} }, 'parts: {} stands where a list is expected'],
  [{ parts: [1] }, 'parts[0]: 1 stands where a map is expected'],
  [{ inner: [] }, 'inner: [] stands where a map is expected'],
  [{ by_name: [] }, 'by_name: [] stands where a map is expected'],
  [{ by_number: { a: 'b' } }, `by_number: "a" stands where the key ${UNSIGNED} is expected`],
  [{ by_truth: { yes: 'b' } }, 'by_truth: "yes" stands where the key true or false is expected'],
  [{ limit: {} }, `limit: {} stands where ${UNSIGNED} is expected`],
  [{ wait: 5 }, 'wait: 5 stands where a duration such as "5s" is expected'],
  [{ wait: '1d' }, 'wait: "1d" stands where a duration such as "5s" is expected'],
  [{ since: '2026-02-29T00:00:00Z' }, 'since: "2026-02-29T00:00:00Z" stands where a time such as "2026-01-31T12:00:00Z" is expected'],
  [{ free: [] }, 'free: [] stands where a map is expected'],
  [{ items: {} }, 'items: {} stands where a list is expected'],
  [{ any: { name: 'a' } }, 'any["@type"]: What is configured here has no @type'],
  [{ any: { '@type': 1 } }, 'any["@type"]: 1 stands where the name of a message is expected'],
  [{ any: { '@type': 'a.v2.Widget' } }, 'any["@type"]: "a.v2.Widget" is not a message that Istio knows'],
  [{ any: { '@type': 'google.protobuf.Duration' } }, 'any.value: A google.protobuf.Duration stands in the field "value", which is not there'],
  [{ any: { '@type': 'a.v3.Widget', 'name': 1 } }, 'any.name: 1 stands where text is expected'],
  [{ any: { '@type': 'a.v3.Widget.Part' } }, 'any.must: A a.v3.Widget.Part has no must'],
])('%j cannot', (value, error) => {
  expect(read(value)).toEqual({ errors: [error], strangers: [] });
});

test('fields that a message does not have are gathered, in what is configured too', () => {
  expect(read({ nmae: 'a', inner: { strange: 1 }, any: { '@type': 'a.v3.Widget', 'max_sice': 1 } })).toEqual({
    errors: [],
    strangers: ['nmae in a.v3.Widget, like name', 'inner.strange in a.v3.Widget, like undefined', 'any.max_sice in a.v3.Widget, like max_size'],
  });
});

test('of two spellings of a field, the one of JSON counts', () => {
  expect(read({ max_size: 'x', maxSize: 1 })).toEqual({ errors: [], strangers: [] });
  expect(read({ max_size: 'x', maxSize: null })).toEqual({ errors: [], strangers: [] });
});
