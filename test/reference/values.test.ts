import { App, Duration } from 'cdk8s';
import { HttpFault, Identity, MeshPort } from '../../src';
import { isHost } from '../../src/reference/host';
import { common, matches, without } from '../../src/reference/labels';
import { checkRetries } from '../../src/traffic/resilience';

describe('labels', () => {
  test('an empty selector picks everything, and an empty value is a value', () => {
    expect(matches({}, { team: 'a' })).toBe(true);
    expect(matches({ team: '' }, { team: 'a' })).toBe(false);
    expect(matches({ team: '' }, { team: '' })).toBe(true);
    expect(matches({ team: '' }, {})).toBe(false);
  });

  test('what several sets have in common is found, and names can be left out', () => {
    expect(common([{ a: '1', b: '2', c: '' }, { b: '2', a: '3', c: '' }])).toEqual({ b: '2', c: '' });
    expect(common([])).toEqual({});
    expect(without({ a: '1', b: '2' }, ['a'])).toEqual({ b: '2' });
  });
});

describe('ports', () => {
  test('are named after their protocol and number, so that Istio need not guess', () => {
    const ports = [MeshPort.http(80), MeshPort.http2(81), MeshPort.grpc(82), MeshPort.https(443), MeshPort.tls(444), MeshPort.tcp(6379, { suffix: 'redis' })];
    expect(ports.map(({ name, protocol, target, isHttp, isTls }) => [name, protocol, target, isHttp, isTls])).toEqual([
      ['http-80', 'http', 80, true, false],
      ['http2-81', 'http2', 81, true, false],
      ['grpc-82', 'grpc', 82, true, false],
      ['https-443', 'https', 443, false, true],
      ['tls-444', 'tls', 444, false, true],
      ['tcp-redis', 'tcp', 6379, false, false],
    ]);
  });

  test('go to a number or to a name, not to both', () => {
    expect(() => MeshPort.http(80, { target: 1, targetName: 'web' })).toThrow(new Error(
      'Port 80 has both target 1 and targetName "web". Give one of them.'));
    expect(() => MeshPort.http(80, { suffix: 'Web' })).toThrow(new Error(
      '"http-Web" is not a port name. Give a suffix of lower-case letters, digits and dashes; 63 characters in all.'));
  });
});

test('an identity is spelled as policies and as certificates spell it', () => {
  const identity = Identity.of('shop', 'web', { trustDomain: 'example.com' });
  expect([identity.principal, identity.spiffeId]).toEqual(['example.com/ns/shop/sa/web', 'spiffe://example.com/ns/shop/sa/web']);
});

test.each([
  ['example.com', true], ['*.example.com', true], ['*', true], ['a', true], ['', false], ['*example.com', false], ['a..b', false], ['a.*.b', false], ['http://a', false],
  ['a:80', false], ['-a.com', false], [`${'a'.repeat(64)}.com`, false],
])('%j as a host is %p', (host, expected) => {
  expect(isHost(host)).toBe(expected);
});

describe('what is wrong by itself is refused with the value', () => {
  test.each<[string, () => unknown, string]>([
    ['a percentage', () => HttpFault.delay(Duration.seconds(1), 101), '101 is not a percentage. Give a number from 0 to 100.'],
    ['a status', () => HttpFault.abort(99, 1), '99 is not an HTTP status that a fault can answer with. Give a whole number from 200 to 599.'],
    ['two delays', () => HttpFault.delay(Duration.seconds(1), 1).and(HttpFault.delay(Duration.seconds(2), 1)),
      'A fault can have one delay, and this one has two. Give them to two routes with different matches.'],
    ['half a retry', () => checkRetries(new App(), { attempts: 0.5 }), '[] 0.5 is not a number of retries. Give a whole number; 0 turns retries off.'],
  ])('%s', (_title, action, message) => {
    expect(action).toThrow(new Error(message));
  });
});
