import { fqdnFlaw, gatewayHostFlaw, hostFlaw, overlap, within } from '../../../../../src/resources/validation/admission/common/hosts';
import { fc } from '../../../../properties';

const LONG_LABEL = 'a'.repeat(63);

test.each(['a', 'A-1', 'a.b', 'a.b.', LONG_LABEL, '1.a', 'a.99999999999999999999'])('%s is a name', (host) => {
  expect(fqdnFlaw(host)).toBeUndefined();
  expect(hostFlaw(host)).toBeUndefined();
});

test.each(['*', '*.a', '*-a.b', '*a.b', '1'])('%s is a host, and not a whole name', (host) => {
  expect(hostFlaw(host)).toBeUndefined();
  expect(fqdnFlaw(host)).not.toBeUndefined();
});

test.each([
  ['', 'The host is empty'],
  [`${LONG_LABEL}.${LONG_LABEL}.${LONG_LABEL}.${LONG_LABEL}`, undefined],
  [`${LONG_LABEL}.${LONG_LABEL}.${LONG_LABEL}.${LONG_LABEL}.`, `"${`${LONG_LABEL}.${LONG_LABEL}.`.slice(0, 76)}... has 256 bytes`],
  ['é'.repeat(128), `${JSON.stringify('é'.repeat(128)).slice(0, 77)}... has 256 bytes`],
  ['a..b', '"a..b" is not a DNS name, because of ""'],
  ['.', '"." is not a DNS name, because of ""'],
  ['a.-b', '"a.-b" is not a DNS name, because of "-b"'],
  ['a_b', '"a_b" is not a DNS name, because of "a_b"'],
  ['a.*', '"a.*" is not a DNS name, because of "*"'],
  ['a.80', '"a.80" ends in the number "80", which no DNS name does'],
  ['a.+1', '"a.+1" ends in the number "+1", which no DNS name does'],
  [`${LONG_LABEL}a`, `"${LONG_LABEL}a" is not a DNS name, because of "${LONG_LABEL}a"`],
])('of %j it is told what is wrong', (host, problem) => {
  expect(hostFlaw(host)?.problem).toBe(problem);
});

test('names that a gateway makes for SNI are taken at gateways', () => {
  expect(gatewayHostFlaw('outbound_.80_.v1_.web.shop.svc.cluster.local', true)).toBeUndefined();
  expect(gatewayHostFlaw('outbound_.80_.v1_.web.shop.svc.cluster.local', false)?.problem)
    .toBe('"outbound_.80_.v1_.web.shop.svc.cluster.local" is not a DNS name, because of "outbound_"');
  expect(gatewayHostFlaw('outbound_.80_', true)?.problem).toBe('"outbound_.80_" is not a name that a gateway makes');
});

test.each([
  ['a.b', 'a.b', true], ['a.b', 'a.c', false], ['*.b', 'a.b', true], ['*.b', 'b', false], ['*.b', '*.a.b', true], ['*.a.b', '*.b', true], ['*', 'a', true], ['*.a', '*.b', false],
])('%s and %s have names in common: %s', (one, other, expected) => {
  expect(overlap(one, other)).toBe(expected);
});

test.each([
  ['a.b', '*.b', true], ['*.b', 'a.b', false], ['*.a.b', '*.b', true], ['*.b', '*.a.b', false], ['a.b', 'a.b', true], ['*.b', '*.b', true], ['a.b', '*', true],
])('all names of %s are those of %s: %s', (one, other, expected) => {
  expect(within(one, other)).toBe(expected);
});

test('hosts overlap either way round, and with what they lie within', () => {
  const label = fc.constantFrom('a', 'b');
  const host = fc.tuple(fc.boolean(), fc.array(label, { minLength: 1, maxLength: 4 })).map(([wildcard, labels]) => `${wildcard ? '*.' : ''}${labels.join('.')}`);
  fc.assert(fc.property(host, host, (one, other) => {
    expect(overlap(one, other)).toBe(overlap(other, one));
    if (within(one, other)) expect(overlap(one, other)).toBe(true);
  }));
});
