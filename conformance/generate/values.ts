import { Draw } from './draw';

/** Values of one sort: those that Istio takes, and those that it might not. */
interface Pool<T = string> {
  readonly good: readonly T[];
  readonly odd: readonly unknown[];
}

const LABEL_63 = 'a'.repeat(63);

export const POOLS = {
  host: {
    good: ['reviews', 'reviews.shop.svc.cluster.local', 'ratings.prod', 'api.example.com', 'www.example.org', 'a.b.c.d.example.net', 'db-0.mysql'],
    odd: ['', '*', '*.', '*.com', '*.example.com', '*foo.com', 'foo.*.com', '*.*.com', 'exa mple.com', 'foo..bar', '-foo.com', 'foo-.com', '.foo', 'foo.com.',
      '10.0.0.1', '::1', '2001:db8::1', '[::1]', 'Foo.COM', 'über.de', 'foo_bar.com', '10.0.0.0/8', 'foo.123', '123', 'http://foo.com', 'ns/foo.com', 'foo.com:80',
      `${LABEL_63}.com`, `${LABEL_63}a.com`, `${'abc.'.repeat(63)}com`, `${'abc.'.repeat(64)}com`, 'outbound_.80_.v1_.reviews.shop.svc.cluster.local', 'outbound_.x_._.a', 'outbound_a', 'a,b', '*-suffix.example.com'],
  },
  wildHost: {
    good: ['*.example.com', '*.shop.svc.cluster.local', '*.com', '*.wikipedia.org'],
    odd: ['*', '*.', 'a.*.com', '**.com', '*a.com', '*.*', '', '*.example.com.', '*.exa_mple.com'],
  },
  duration: {
    good: ['5s', '100ms', '1m', '1h', '1.5s', '0.001s', '1h30m', '2m3.5s', '1ms'],
    odd: ['0s', '-1s', '0.5ms', '1us', '500', '5', 's', '1d', '1.0005s', '', '5 s', '87600h', '9999999h', '1e3s', '+5s', '.5s', '5.s', '315576000001s', 'PT5S', '1ns',
      '1000000us', '0', '-0s', '00005s', '1s1ms', '1.5m', 'infinity', '1µs', '1μs', '1.1ms', '-5', '1w', '9223372036s', '9223372037s', '0.999999999s'],
  },
  address: {
    good: ['10.0.0.1', '192.168.1.10', '2001:db8::1', '240.1.2.3', '1.1.1.1'],
    odd: ['', '10.0.0', '10.0.0.1.5', '256.1.1.1', '10.0.0.01', '::ffff:1.2.3.4', 'fe80::1%eth0', '10.0.0.1/24', '1.2.3.4:80', 'localhost', '0', '0.0.0.0', '::', '[::1]',
      ' 1.1.1.1', '2001:db8:::1', '1::2::3', '12345::1', '0x7f.1.1.1', '127.1'],
  },
  cidr: {
    good: ['10.0.0.0/8', '192.168.1.1', '2001:db8::/32', '10.1.2.3/16', '0.0.0.0/0', '::/0'],
    odd: ['', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '/8', '10.0.0.0/8/8', '2001:db8::/129', '10.0.0.0/-1', '10.0.0.0/08', 'a/b', '*', '10.0.0.256/8', '::ffff:1.2.3.4/96',
      '::ffff:10.0.0.1', 'fe80::1%eth0/64', '10.0.0.0 /8', '10.0.0.0/+8', '1.2.3.4/32', '1.2.3.4/0'],
  },
  regex: {
    good: ['v[0-9]+', '^/api/.*$', '.*', '(a|b)+', '[[:alpha:]]+', '\\d{3}', '(?i)abc', 'a{1,1000}'],
    odd: ['', '(', '[a', 'a{1001}', '(?P<x>a)', '(?<x>a)', '\\d+(?=x)', 'a'.repeat(1024), 'a'.repeat(1025), '\\C', '\\pN', 'a**', '\\Q.\\E', 'x{2,1}', '\\8', '(?s:.)', '\\z', '\\Z',
      '[\\b]', '\\p{Greek}', '\\p{Foo}', '*', '+a', 'a++', '(?#c)', '\\', '[z-a]', '[^]', ')', 'a{,3}', '(?P<a>.)(?P<a>.)', '((a{100}){100}){100}', '(?U)a+', '\\x{10FFFF}', '\\x{110000}',
      '\\u0041', '\\e', '[[:foo:]]', '[a-\\d]', '(?!a)', '(?i', '\\1(a)', '(?:'.repeat(10) + 'a' + ')'.repeat(10), 'é+'],
  },
  labelKey: {
    good: ['app', 'version', 'app.kubernetes.io/name', 'a.b/c-d_e'],
    odd: ['', 'a*', '*', 'bad key!', 'a/b/c', '-a', 'a-', '/a', 'a/', `${LABEL_63}a`, 'Ex_ample.com/app', 'UPPER/app', 'é', `${'a'.repeat(254)}/b`, 'x.y./z'],
  },
  labelValue: {
    good: ['web', 'v1', 'a.b-c_d', '1', ''],
    odd: ['*', 'v*', 'has space', '-a', 'a-', `${LABEL_63}a`, LABEL_63, 'é', 'a/b', 'a,b', '.'],
  },
  header: {
    good: ['x-request-id', 'user-agent', 'X-Custom', 'cookie', 'x_y'],
    odd: ['', 'x request', 'x:y', ':authority', ':path', ':method', ':scheme', 'host', 'Host', 'Content-Type', '@request.auth.claims.sub', '@request.auth.claims', '@request.auth.claims[iss]',
      'x-ü', 'x\n', '-', 'x!y', 'x~', '(x)', '*', 'X-Forwarded-*'],
  },
  headerValue: {
    good: ['a', 'text/html', '%REQ(x-y)%', '100%%', '%DOWNSTREAM_REMOTE_ADDRESS%', ''],
    odd: ['%', '50%', '%REQ(', '%REQ()%', '%%%', '%UNKNOWN%', '% x %', '%START_TIME(%Y)%', '%DYNAMIC_METADATA(["a", "b"])%', '%PER_REQUEST_STATE(x)%', 'a%b%c', '%UPSTREAM_METADATA(["a\\"])%',
      '%UPSTREAM_METADATA(["a", "b"])%', '%UPSTREAM_METADATA([\'a\'])%', '%X(["a"', '%X(["a" , "b"])%', '%X(["a"x])%', '%X(["a\\', '%X(["a"] )%', '%X(["a"]x)%', '%X(["a"])x%', '%X( [ "a" ] ) %', '%X([])%', '%x%', '%X', '%X(%Y%)%', '%X()', '%X1.Y_Z%', '%VAR[x%', '%HOSTNAME%%', '%REQ(a?b):10%', 'é'],
  },
  uri: {
    good: ['/', '/api', '/api/v1/products', '/a?b=c'],
    odd: ['', 'api', '*', '/*', '/a//b', 'http://a/b', '/ü', '/a b', '/%', '/%2F', '/{*}', '/{**}', '/a/{*}/b', '/a/{**}', '/{**}/b', '/{**}/{**}', '/{a}', '/a*', '*a', '/a*b', '/{*}x', '/a/{**}x', '/{**}/{*}'],
  },
  namespace: {
    good: ['shop', 'default', 'istio-system'],
    odd: ['', '*', '.', '~', 'Shop', 'a_b', 'a.b', '-a', `${LABEL_63}a`, 'a/b', 'shop*', '1', '..', ' '],
  },
  exportTo: {
    good: ['.', '*', 'shop', 'default', 'other'],
    odd: ['~', '', 'Shop', 'a_b', '**', 'a*', './', 'a.b', '..'],
  },
  gatewayName: {
    good: ['public', 'istio-system/public', 'mesh', './local'],
    odd: ['', '/', 'a/', '/a', 'a/b/c', '*/a', 'Public', 'a_b', 'some.domain.svc', 'istio-system/Some_Gateway', '~/a', 'a/*', '*', 'mesh/mesh', './mesh'],
  },
  name: {
    good: ['web', 'v1', 'http-main', 'a-b'],
    odd: ['', 'Web', 'a_b', '-a', 'a-', 'a.b', `${LABEL_63}a`, LABEL_63, 'é', 'a b', '*', '1', 'http'],
  },
  portName: {
    good: ['http', 'http-web', 'tcp', 'grpc-api', 'https', 'tls'],
    odd: ['', 'HTTP', 'a_b', '-a', 'a.b', `${LABEL_63}a`, LABEL_63, 'http web', 'é', '80'],
  },
  protocol: {
    good: ['HTTP', 'HTTPS', 'TCP', 'TLS', 'GRPC', 'HTTP2', 'MONGO', 'REDIS', 'MYSQL', 'UDP', 'GRPC-WEB', 'http', 'tls'],
    odd: ['', 'FOO', 'HTTP3', 'Http', 'tcp ', 'GRPC-Web', 'HTTP_PROXY', 'HTTPS2', 'HBONE', 'AUTO', 'UNSUPPORTED', 'DOUBLE-HBONE', 'Mongo', 'SCTP', 'GRPC_WEB', 'http-proxy', 'TCP/UDP'],
  },
  path: {
    good: ['/etc/certs/cert.pem', '/etc/certs/key.pem'],
    odd: ['', 'cert.pem', './a', '/etc/../a', ' '],
  },
  unix: {
    good: ['unix:///var/run/app.sock', 'unix://@abstract'],
    odd: ['unix://', 'unix://rel', 'unix:///dir/', 'unix:/x', 'unix://@', 'UNIX:///x', 'unix:///a b'],
  },
  principal: {
    good: ['cluster.local/ns/shop/sa/web', '*', 'cluster.local/*', '*/sa/web'],
    odd: ['', 'a*b', '**', '*a*', ' ', 'spiffe://x/ns/a/sa/b', '*/', 'é'],
  },
  url: {
    good: ['https://example.com/keys', 'http://issuer.example.com:8080/jwks', 'https://10.0.0.1/a'],
    odd: ['', 'example.com', 'ftp://a.b', 'http://', 'https://a.b:port/', 'https://a b', 'https://:80', '://a', 'http:/a', 'HTTPS://a.b', 'https://a.b:0', 'https://a.b:99999', 'https://[::1]/a', 'https://[::1',
      'https://user:pw@a.b', 'https://a.b/%zz', 'https://a_b.c', 'https://ü.de', 'https://a.b?x=y#z', '//a.b', 'http://a.b:', 'https://a.b:080/', 'http://%41/', '\thttps://a.b', 'https://*.a.b'],
  },
  wasmUrl: {
    good: ['oci://registry.example.com/filter:v1', 'registry.example.com/filter:v1', 'https://example.com/filter.wasm', 'file:///opt/filter.wasm', 'private/filter'],
    odd: ['', 'ftp://a/b', 'http://', '://a', 'gs://bucket/x', 'a b', 'oci://', 'file:', 'http://%zz', 'https://[::1', 'oci:x', 'registry:5000/a@sha256:00', 'HTTP://a.b', 'a:b', '\u0001', 'a%zz', ':80', '[', 'http://a b'],
  },
  sha256: {
    good: ['0123456789abcdef'.repeat(4), 'a'.repeat(64)],
    odd: ['', 'abc', 'G'.repeat(64), 'A'.repeat(64), 'a'.repeat(65), 'a'.repeat(63)],
  },
  text: {
    good: ['a', 'some text', 'x'],
    odd: ['', ' ', 'é', '\n', '*', '0', 'null', '{}', 'a'.repeat(300), '😀', '\u0000'],
  },
} satisfies Record<string, Pool>;

/** A value of a sort. */
export function drawn(draw: Draw, sort: keyof typeof POOLS): string {
  return draw.value<string>(POOLS[sort].good, POOLS[sort].odd);
}

export function port(draw: Draw): number {
  return draw.value([80, 443, 8080, 9080, 15443, 3306], [0, -1, 1, 65535, 65536, 70000, 4294967295, 15006, 15001, 15021, 15090]);
}

export function percent(draw: Draw): number {
  return draw.value([0, 10, 50, 99.5, 100], [-1, 101, 0.00001, 0.0001, 100.1, 1e9, -0.5, 1e-9]);
}

export function count(draw: Draw): number {
  return draw.value([1, 5, 100, 1024], [0, -1, 2147483647, -2147483648, 2147483648]);
}

export function labels(draw: Draw): Record<string, string> {
  return Object.fromEntries(draw.list(draw.chance(draw.oddness) ? 0 : 1, 2, () => [drawn(draw, 'labelKey'), drawn(draw, 'labelValue')]));
}

export function selector(draw: Draw): object {
  return draw.chance(draw.oddness) ? draw.pick([{}, { matchLabels: {} }]) : { matchLabels: labels(draw) };
}

/** Certificates of JSON web keys: one good set, and some that no reader takes. */
export const JWKS = {
  good: [
    '{"keys":[{"kty":"oct","kid":"one","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"}]}',
    '{"keys":[{"kty":"RSA","kid":"two","e":"AQAB","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u"}]}',
  ],
  odd: ['', ' ', 'not json', '{}', '[]', '{"keys":[]}', '{"keys":[{"kty":"RSA"}]}', '{"keys":[{"kty":"XX"}]}', '{"keys":[{}]}', '{"keys":{}}', '{"keys":null}', '{"keys":[{"kty":"EC","crv":"P-256"}]}',
    '{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}', '{"keys":[{"kty":"oct"}]}', '{"keys":[{"kty":"oct","k":"!!"}]}', 'null', '1', '"x"',
    '{"keys":[{"kty":"RSA","e":"AQAB","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0","d":"AQAB"}]}', '{"kty":"oct","k":"c2VjcmV0"}',
    '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}', '{"keys":[{"kty":"oct","k":"c2VjcmV0","d":"AA"}]}'],
};

/** A copy without what is undefined, as YAML would hold it. */
export function pruned(value: any): any {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, pruned(inner)]));
}
