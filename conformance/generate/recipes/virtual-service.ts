import { destination, drawn, labels, percent, port, stringMatch } from './common';
import { Draw } from '../draw';

/** Routes of all three protocols, with matches that overlap, and delegates. */
export function virtualService(draw: Draw): object {
  const delegate = draw.chance(0.08);
  const gateways = delegate ? draw.oddly(() => ['public']) : draw.maybe(0.4, () => draw.list(1, 2, () => drawn(draw, 'gatewayName')));
  const hosts = delegate ? draw.oddly(() => []) : draw.list(1, 3, () => draw.chance(0.25) ? drawn(draw, 'wildHost') : drawn(draw, 'host'));
  const protocol = draw.value(['http', 'http', 'http', 'http', 'tcp', 'tls', 'tls', 'mixed'], ['none']);
  const alike = draw.chance(0.25);
  return {
    hosts,
    gateways,
    http: protocol === 'http' || protocol === 'mixed' ? draw.list(1, 3, () => httpRoute(draw, delegate, alike)) : undefined,
    tcp: protocol === 'tcp' || protocol === 'mixed' ? draw.list(1, 3, () => tcpRoute(draw, alike)) : undefined,
    tls: protocol === 'tls' ? draw.list(1, 3, () => tlsRoute(draw, hosts, alike)) : undefined,
    exportTo: draw.maybe(0.15, () => draw.list(1, 2, () => drawn(draw, 'exportTo'))),
  };
}

function httpRoute(draw: Draw, delegate: boolean, alike: boolean): object {
  const answer = draw.value(['route', 'route', 'route', 'redirect', 'direct', delegate ? 'route' : 'delegate'], ['none', 'delegate', 'route+redirect', 'route+direct', 'redirect+direct', 'delegate+route']);
  const has = (part: string) => answer.split('+').includes(part);
  const also = (likely: boolean, p: number) => likely ? p : draw.oddness;
  return {
    name: draw.maybe(0.4, () => drawn(draw, 'name')),
    match: draw.maybe(0.7, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, 3, () => alike ? likeMatch(draw) : httpMatch(draw))),
    route: has('route') ? weighted(draw, true) : undefined,
    redirect: has('redirect') ? redirect(draw) : undefined,
    directResponse: has('direct') ? directResponse(draw) : undefined,
    delegate: has('delegate') ? { name: drawn(draw, 'name'), namespace: draw.maybe(0.5, () => drawn(draw, 'namespace')) } : undefined,
    rewrite: draw.maybe(also(has('route'), 0.25), () => rewrite(draw)),
    timeout: draw.maybe(also(has('route'), 0.3), () => drawn(draw, 'duration')),
    retries: draw.maybe(also(has('route'), 0.3), () => retries(draw)),
    fault: draw.maybe(also(has('route'), 0.25), () => fault(draw)),
    mirror: draw.maybe(also(has('route'), 0.12), () => destination(draw)),
    mirrors: draw.maybe(draw.chance(0.1) ? 0.5 : draw.oddness, () => draw.list(1, 2, () => ({
      destination: draw.maybe(draw.chance(draw.oddness) ? 0 : 1, () => destination(draw)),
      percentage: draw.maybe(0.5, () => ({ value: percent(draw) })),
    }))),
    mirrorPercentage: draw.maybe(0.08, () => draw.oddly(() => ({})) ?? { value: percent(draw) }),
    mirrorPercent: draw.maybe(0.05, () => draw.value([10, 100], [101, -1, 4294967295])),
    corsPolicy: draw.maybe(0.2, () => cors(draw)),
    headers: draw.maybe(0.3, () => headers(draw)),
  };
}

function httpMatch(draw: Draw): object {
  return draw.oddly(() => ({})) ?? {
    name: draw.maybe(0.2, () => drawn(draw, 'name')),
    uri: draw.maybe(0.6, () => draw.chance(0.5) ? draw.pick([{ prefix: '/' }, { prefix: '/api' }, { exact: '/api' }, { prefix: '/api/v1' }, { regex: '.*' }, { exact: '/api/v1' }]) : stringMatch(draw)),
    scheme: draw.maybe(0.1, () => stringMatch(draw, 'text')),
    method: draw.maybe(0.25, () => draw.chance(0.6) ? { exact: 'GET' } : stringMatch(draw, 'text')),
    authority: draw.maybe(0.15, () => stringMatch(draw, 'host')),
    headers: draw.maybe(0.35, () => headerMatches(draw)),
    withoutHeaders: draw.maybe(0.15, () => headerMatches(draw)),
    queryParams: draw.maybe(0.2, () => ({ [draw.value(['q', 'page'], [''])]: stringMatch(draw, 'text') })),
    port: draw.maybe(0.15, () => port(draw)),
    sourceLabels: draw.maybe(0.15, () => labels(draw)),
    gateways: draw.maybe(0.15, () => draw.list(1, 2, () => drawn(draw, 'gatewayName'))),
    ignoreUriCase: draw.maybe(0.1, () => draw.chance(0.7)),
    sourceNamespace: draw.maybe(0.1, () => drawn(draw, 'namespace')),
    statPrefix: draw.maybe(0.1, () => drawn(draw, 'text')),
  };
}

/** A match of few values, so that one often covers the other. */
function likeMatch(draw: Draw): object {
  const text = () => draw.pick([{ exact: 'a' }, { prefix: 'a' }, { exact: 'ab' }, { prefix: 'ab' }, { regex: 'a' }, { exact: 'b' }]);
  const texts = () => Object.fromEntries(draw.list(1, 2, () => [draw.pick(['x', 'y']), text()]));
  return {
    name: draw.maybe(0.2, () => 'same'),
    uri: draw.maybe(0.7, () => draw.pick([{ prefix: '/' }, { exact: '/a' }, { prefix: '/a' }, { prefix: '/a/b' }, { exact: '/a/b' }, { regex: '/a' }])),
    method: draw.maybe(0.2, () => draw.pick([{ exact: 'GET' }, { prefix: 'G' }, { exact: 'PUT' }])),
    scheme: draw.maybe(0.1, () => draw.pick([{ exact: 'http' }, { prefix: 'http' }])),
    authority: draw.maybe(0.2, text),
    headers: draw.maybe(0.3, texts),
    withoutHeaders: draw.maybe(0.15, texts),
    queryParams: draw.maybe(0.2, texts),
    port: draw.maybe(0.2, () => draw.pick([80, 81])),
    gateways: draw.maybe(0.1, () => draw.pick([['mesh'], ['public'], ['mesh', 'public'], ['public', 'mesh']])),
    sourceLabels: draw.maybe(0.1, () => draw.pick([{ app: 'a' }, { app: 'b' }])),
    sourceNamespace: draw.maybe(0.05, () => 'shop'),
    ignoreUriCase: draw.maybe(0.05, () => true),
    statPrefix: draw.maybe(0.05, () => 'p'),
  };
}

function headerMatches(draw: Draw): object {
  return Object.fromEntries(draw.list(1, 2, () => [drawn(draw, 'header'), draw.oddly(() => ({})) ?? stringMatch(draw, 'text')]));
}

const ODD_WEIGHTS = [[0, 0, 0], [-1, 101, 0], [50, 49, 1], [undefined, undefined, undefined], [100, 1, 0], [2147483647, 1, 1], [0, 100, 0]];

function weighted(draw: Draw, http: boolean): object[] {
  const length = draw.value([1, 2, 3], [0]);
  const first = draw.int(1, 99);
  const weights = draw.oddly(() => draw.pick(ODD_WEIGHTS))
    ?? (length === 1 ? [draw.pick([undefined, 100, 5])] : length === 2 ? [first, 100 - first] : [first, 100 - first, 0]);
  return Array.from({ length }, (_, index) => ({
    destination: draw.oddly(() => draw.pick([undefined, {}])) ?? destination(draw),
    weight: weights[index],
    headers: http ? draw.maybe(0.15, () => headers(draw)) : undefined,
  }));
}

function redirect(draw: Draw): object {
  return draw.oddly(() => ({})) ?? {
    uri: draw.maybe(0.5, () => drawn(draw, 'uri')),
    authority: draw.maybe(0.4, () => drawn(draw, 'host')),
    scheme: draw.maybe(0.3, () => draw.value(['http', 'https'], ['', 'ftp'])),
    redirectCode: draw.maybe(0.5, () => draw.value([301, 302, 307, 308], [0, 200, 299, 399, 400, 300])),
    port: draw.maybe(0.2, () => port(draw)),
    derivePort: draw.maybe(0.15, () => draw.value(['FROM_PROTOCOL_DEFAULT', 'FROM_REQUEST_PORT'], ['NO'])),
    prefixRewrite: draw.maybe(draw.chance(0.1) ? 0.8 : draw.oddness, () => drawn(draw, 'uri')),
  };
}

function directResponse(draw: Draw): object {
  return {
    status: draw.value([200, 404, 503], [0, 99, 199, 600, 599, 999, 100]),
    body: draw.maybe(0.6, () => draw.oddly(() => ({})) ?? draw.way<object>(
      () => ({ string: draw.value(['sorry'], ['', 'a'.repeat(100 * 1024 + 1), 'a'.repeat(1024 * 1024 + 1)]) }),
      () => ({ bytes: draw.value(['c29ycnk='], ['', 'not base64!', 'c29ycnk', 'YQ', 'YQ=', '_-8=', '+/8=', 'Y Q==', 'YQ==\n']) }),
    )),
  };
}

function rewrite(draw: Draw): object {
  return draw.oddly(() => draw.pick([{}, { uri: '/a', uriRegexRewrite: { match: 'a', rewrite: 'b' } }])) ?? draw.way<object>(
    () => ({ uri: drawn(draw, 'uri'), authority: draw.maybe(0.3, () => drawn(draw, 'host')) }),
    () => ({ authority: drawn(draw, 'host') }),
    () => ({ uriRegexRewrite: { match: draw.maybe(0.95, () => drawn(draw, 'regex')), rewrite: draw.maybe(0.95, () => draw.value(['/a', '\\1/b', '$1'], ['', '\\2\\3', '\\'])) } }),
  );
}

function retries(draw: Draw): object {
  return {
    attempts: draw.maybe(0.9, () => draw.value([1, 3, 10], [0, -1])),
    perTryTimeout: draw.maybe(0.6, () => drawn(draw, 'duration')),
    retryOn: draw.maybe(0.6, () => draw.value(
      ['5xx', 'gateway-error,connect-failure', 'connect-failure,refused-stream,unavailable,cancelled,503', 'retriable-4xx,reset', 'cancelled,deadline-exceeded,internal'],
      ['', 'foo', '5xx,foo', ',', '5xx, reset', '5xx,', '600', '99', '499', 'GATEWAY-ERROR', '1000', '-1', '0', '503x', 'retriable-headers', 'envoy-ratelimited', 'reset-before-request', 'http3-post-connect-failure', '200,201'])),
    retryRemoteLocalities: draw.maybe(0.1, () => true),
    retryIgnorePreviousHosts: draw.maybe(0.1, () => false),
    backoff: draw.maybe(0.2, () => drawn(draw, 'duration')),
  };
}

function fault(draw: Draw): object {
  return draw.oddly(() => ({})) ?? draw.way<object>(
    () => ({ delay: delay(draw) }), () => ({ abort: abort(draw) }), () => ({ delay: delay(draw), abort: abort(draw) }));
}

function delay(draw: Draw): object {
  return {
    ...draw.oddly(() => draw.pick([{}, { exponentialDelay: '5s' }])) ?? { fixedDelay: drawn(draw, 'duration') },
    percentage: draw.maybe(0.7, () => ({ value: percent(draw) })),
    percent: draw.maybe(0.1, () => draw.value([10], [-1, 101])),
  };
}

function abort(draw: Draw): object {
  return {
    ...draw.oddly(() => draw.pick([{}, { http2Error: 'REFUSED_STREAM' }])) ?? draw.way<object>(
      () => ({ httpStatus: draw.value([200, 503, 599], [0, 199, 600, -1]) }),
      () => ({ grpcStatus: draw.value(['UNAVAILABLE', 'NOT_FOUND', 'INTERNAL', 'OK'], ['', 'unavailable', 'FOO', '14', 'CANCELED', 'CANCELLED']) }),
    ),
    percentage: draw.maybe(0.7, () => ({ value: percent(draw) })),
  };
}

function cors(draw: Draw): object {
  return {
    allowOrigins: draw.maybe(0.7, () => draw.list(1, 2, () => stringMatch(draw, 'host'))),
    allowOrigin: draw.maybe(0.1, () => ['*']),
    allowMethods: draw.maybe(0.6, () => draw.list(1, 3, () => draw.value(['GET', 'POST', 'PUT', 'OPTIONS', '*'], ['get', '', 'FOO', 'GET,POST', 'CONNECT', 'TRACE', 'PATCH', 'HEAD']))),
    allowHeaders: draw.maybe(0.4, () => draw.list(1, 2, () => drawn(draw, 'header'))),
    exposeHeaders: draw.maybe(0.3, () => draw.list(1, 2, () => drawn(draw, 'header'))),
    maxAge: draw.maybe(0.4, () => drawn(draw, 'duration')),
    allowCredentials: draw.maybe(0.2, () => draw.chance(0.5)),
    unmatchedPreflights: draw.maybe(0.2, () => draw.value(['FORWARD', 'IGNORE', 'UNSPECIFIED'], ['NO'])),
  };
}

function headers(draw: Draw): object {
  const operations = () => ({
    set: draw.maybe(0.5, () => ({ [drawn(draw, 'header')]: drawn(draw, 'headerValue') })),
    add: draw.maybe(0.4, () => ({ [drawn(draw, 'header')]: drawn(draw, 'headerValue'), ...draw.oddly(() => ({ 'Host': 'a', ':authority': 'b' })) })),
    remove: draw.maybe(0.4, () => draw.list(1, 2, () => drawn(draw, 'header'))),
  });
  return draw.oddly(() => ({ request: { set: draw.pick([{ Host: 'a' }, { ':authority': 'a' }, { 'host': 'a', ':authority': 'b' }]), add: draw.maybe(0.5, () => draw.pick([{ ':authority': 'b' }, { Host: '' }])) } }))
    ?? { request: draw.maybe(0.7, operations), response: draw.maybe(0.5, operations) };
}

function l4Match(draw: Draw): object {
  return {
    destinationSubnets: draw.maybe(0.3, () => draw.list(1, 2, () => drawn(draw, 'cidr'))),
    port: draw.maybe(0.6, () => draw.chance(0.5) ? 3306 : port(draw)),
    sourceLabels: draw.maybe(0.2, () => labels(draw)),
    gateways: draw.maybe(0.2, () => draw.list(1, 2, () => drawn(draw, 'gatewayName'))),
    sourceNamespace: draw.maybe(0.15, () => drawn(draw, 'namespace')),
  };
}

function tcpRoute(draw: Draw, alike: boolean): object {
  return {
    match: alike ? draw.list(0, 2, () => draw.pick([{ port: 80 }, { port: 81 }, { sourceNamespace: 'shop' }, {}, { destinationSubnets: ['10.0.0.0/8'] }]))
      : draw.maybe(0.7, () => draw.list(1, 2, () => draw.oddly(() => ({})) ?? { ...l4Match(draw), sourceSubnet: draw.maybe(0.1, () => drawn(draw, 'cidr')) })),
    route: draw.oddly(() => draw.pick([undefined, []])) ?? weighted(draw, false),
  };
}

const ODD_SNI_HOSTS = [
  undefined, [], ['*'], ['other.example.com'], [''], ['a b'], ['10.0.0.1'], ['outbound_.80_.v1_.reviews.shop.svc.cluster.local'],
  ['outbound_.80_._'], ['outbound_.x_._.a'], ['outbound_a'],
];

function tlsRoute(draw: Draw, hosts: string[] | undefined, alike: boolean): object {
  return {
    match: alike && hosts !== undefined && hosts.length > 0
      ? draw.list(1, 2, () => ({ port: draw.pick([443, 444, undefined]), sniHosts: [draw.pick(hosts)] }))
      : draw.oddly(() => draw.pick([undefined, []])) ?? draw.list(1, 2, () => ({
        ...l4Match(draw),
        sniHosts: draw.oddly(() => draw.pick(ODD_SNI_HOSTS)) ?? (hosts !== undefined && hosts.length > 0 ? draw.some(hosts) : ['a.example.com']),
      })),
    route: draw.oddly(() => draw.pick([undefined, []])) ?? weighted(draw, false),
  };
}

