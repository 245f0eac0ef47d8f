import { formatFinding } from '../../../src/resources/validation';
import { decode } from '../../../src/resources/validation/decode';
import { Place } from '../../../src/resources/validation/findings';

/** A module with a field of each type. */
const BUNDLE: any = {
  kinds: {},
  scalars: { percentage: { is: 'number' } },
  enums: { Mode: ['UNSET', 'STRICT', 'DISABLE'] },
  messages: {
    Spec: {
      fields: {
        text: 'string',
        on: 'boolean',
        maybe: 'boolean?',
        number: 'int32',
        size: 'uint32',
        big: 'int64',
        ratio: 'double',
        mode: 'Mode',
        timeout: 'duration',
        since: 'timestamp',
        data: 'bytes',
        free: 'struct',
        texts: 'string[]',
        modes: { list: 'Mode', maxItems: 3 },
        labels: 'string{}',
        maxPendingRequests: 'int32',
        consecutive5xxErrors: 'uint32?',
        targetRef: 'Spec',
        inner: { is: 'Spec', rules: [] },
        inners: 'Spec[]',
        exact: 'string',
        prefix: 'string',
      },
      atMostOne: [['exact', 'prefix']],
    },
  },
};

function read(spec: unknown): { spec: unknown; said: string[] } {
  const { spec: canonical, findings } = decode(BUNDLE, 'Spec', spec, Place.ROOT.at('spec'));
  return { spec: canonical, said: findings.all.map(formatFinding) };
}

test.each<[string, unknown, unknown]>([
  ['nothing', undefined, {}],
  ['null', null, {}],
  ['null fields', { text: null, inner: null, texts: null, maybe: null }, {}],
  ['numbers as text', { number: '-5', size: '7', big: '9007199254740991', ratio: '1.5e3' }, { number: -5, size: 7, big: 9007199254740991, ratio: 1500 }],
  ['white space around numbers in text', { number: ' 5\n' }, { number: 5 }],
  ['enums as numbers', { mode: 2, modes: [0, 1] }, { mode: 'DISABLE', modes: ['UNSET', 'STRICT'] }],
  ['a number of an enum that has no word', { mode: 77 }, { mode: 77 }],
  ['names of the proto file', { max_pending_requests: 1, consecutive_5xx_errors: '2' }, { maxPendingRequests: 1, consecutive5xxErrors: 2 }],
  ['two spellings, of which the one of JSON counts', { max_pending_requests: 1, maxPendingRequests: 2 }, { maxPendingRequests: 2 }],
  ['a null under the name of JSON before another spelling', { max_pending_requests: 1, maxPendingRequests: null }, {}],
  ['two choices, of which the last of the message counts', { prefix: 'a', exact: 'b' }, { prefix: 'a' }],
  ['nulls in lists', { texts: ['a', null], modes: [null], inners: [null] }, { texts: ['a', ''], modes: ['UNSET'], inners: [{}] }],
  ['nulls in maps', { labels: { a: null } }, { labels: { a: '' } }],
  ['what is not finite', { ratio: 'Infinity' }, { ratio: Infinity }],
  ['durations as Go has them', { timeout: '1h0.5s' }, { timeout: '1h0.5s' }],
  ['anything in a struct', { free: { a: [null, { b: 1 }] } }, { free: { a: [null, { b: 1 }] } }],
  ['messages within messages', { inner: { inner: { number: '1' } } }, { inner: { inner: { number: 1 } } }],
])('Istio reads %s', (_, spec, canonical) => {
  expect(read(spec)).toEqual({ spec: canonical, said: [] });
});

test.each<[string, unknown, string]>([
  ['a field that is not known', { txt: 1 }, 'spec.txt: there is no field "txt" here. Write text.'],
  ['a proto name that the proto file does not have', { target_ref: {} }, 'spec.target_ref: there is no field "target_ref" here. Write targetRef.'],
  ['a number for a text', { text: 5 }, 'spec.text: 5 stands where a string is expected. Write a string.'],
  ['a text for true', { on: 'true' }, 'spec.on: "true" stands where true or false is expected. Write true or false.'],
  ['a fraction for a whole number', { number: 1.5 }, 'spec.number: 1.5 stands where a whole number is expected. Write a whole number.'],
  ['a number in text with a leading zero', { number: '05' }, 'spec.number: "05" stands where a whole number is expected. Write a whole number.'],
  ['an empty text for a number', { number: '' }, 'spec.number: "" stands where a whole number is expected. Write a whole number.'],
  ['a number beyond int32', { number: 2 ** 31 }, 'spec.number: 2147483648 is out of range. Use a whole number from -2147483648 to 2147483647.'],
  ['a number below uint32', { size: -1 }, 'spec.size: -1 is out of range. Use a whole number from 0 to 4294967295.'],
  ['a word that is not known', { mode: 'STRIC' }, 'spec.mode: "STRIC" is not one of the values that this field takes. Use STRICT.'],
  ['a number for a duration', { timeout: 5 }, 'spec.timeout: 5 stands where a duration is expected. Write a duration.'],
  ['a duration without a unit', { timeout: '5' }, 'spec.timeout: "5" is not a duration. Write numbers with units, such as 500ms, 5s or 1h30m.'],
  ['no point in time', { since: 'now' }, 'spec.since: "now" stands where a point in time such as 2026-01-31T12:00:00Z is expected. Write a point in time such as 2026-01-31T12:00:00Z.'],
  ['no base64', { data: '%' }, 'spec.data: "%" stands where base64 text is expected. Write base64 text.'],
  ['a text for a struct', { free: 'x' }, 'spec.free: "x" stands where an object is expected. Write an object.'],
  ['a text for a list', { texts: 'x' }, 'spec.texts: "x" stands where a list is expected. Write a list.'],
  ['a list for a map', { labels: [] }, 'spec.labels: [] stands where a map is expected. Write a map.'],
  ['a text for a message', { inner: 'x' }, 'spec.inner: "x" stands where an object is expected. Write an object.'],
  ['what is wrong in an item', { inners: [{}, { number: 'x' }] }, 'spec.inners[1].number: "x" stands where a whole number is expected. Write a whole number.'],
])('Istio does not read %s', (_, spec, expected) => {
  expect(read(spec).said).toEqual([expected]);
});

test('What needs no change is not copied', () => {
  const spec = { text: 'a', inners: [{ number: 1 }], labels: { a: 'b' } };
  expect(read(spec).spec).toBe(spec);
});

test('What is given is not changed', () => {
  const spec = { number: '1', inner: { mode: 1 }, texts: [null] };
  read(spec);
  expect(spec).toEqual({ number: '1', inner: { mode: 1 }, texts: [null] });
});
