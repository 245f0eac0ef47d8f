import { Host } from '../../src';

test('a host is written as it is given', () => {
  expect([
    Host.of('Example.com'), Host.of('*.example.com'), Host.of('web'), Host.of('10.0.0.1'), Host.of('2001:db8::1'), Host.of('*-api.example.com'),
    Host.of('istio.io.'), Host.of('outbound_.80_.v1_.web.shop.svc.cluster.local'), Host.any(), Host.wildcard('example.com'),
  ].map((host) => host.resolve())).toEqual([
    'Example.com', '*.example.com', 'web', '10.0.0.1', '2001:db8::1', '*-api.example.com',
    'istio.io.', 'outbound_.80_.v1_.web.shop.svc.cluster.local', '*', '*.example.com',
  ]);
});

test('a Service has its full name, in whichever domain', () => {
  expect([Host.service('web', 'shop').value, `${Host.service('web', 'shop', 'example.org')}`]).toEqual(
    ['web.shop.svc.cluster.local', 'web.shop.svc.example.org']);
});

test.each(['', ' ', 'a b', 'shop/web', 'web:80', 'https://web', 'a..b', 'a.*.b', '**', '-a', `${'a'.repeat(64)}.com`, 'a.'.repeat(128)])('%j is refused', (name) => {
  expect(() => Host.of(name)).toThrow(new Error(
    `"${name}" is not a host. Give a DNS name, which may begin with a wildcard, or an IP address, without port and namespace.`));
});

test('a wildcard stands before a domain that has none', () => {
  expect(() => Host.wildcard('*.example.com')).toThrow(new Error('"*.example.com" is not a domain. Give a DNS name without a wildcard, such as example.com.'));
  expect([Host.wildcard('a.b').isWildcard, Host.any().isWildcard, Host.of('a.b').isWildcard]).toEqual([true, true, false]);
});

test('a Service and its Namespace have names of Kubernetes', () => {
  expect(() => Host.service('web.shop', 'shop')).toThrow(new Error('"web.shop" is not a name for a Service. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'));
  expect(() => Host.service('web', 'Shop')).toThrow(new Error('"Shop" is not a name for a Namespace. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'));
});

test('hosts are equal whatever their case', () => {
  expect([Host.of('A.b').isEqualTo(Host.of('a.B')), Host.of('a').isEqualTo(Host.of('b'))]).toEqual([true, false]);
});
