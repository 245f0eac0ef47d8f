import { Duration } from 'cdk8s';
import {
  HTTPBody, HttpFault, HttpMatch, HTTPRedirect, HttpRouteOptions, MeshNamespace, MeshPort, MeshService, ProtoDuration, ServiceVersion, StringMatch,
} from '../../../src';
import { deployment, find, meshFor, service } from '../harness';

const WEB = 'web.shop.svc.cluster.local';

function versioned(ports = [MeshPort.http(80, { target: 8080 })]): { shop: MeshNamespace; web: MeshService; v1: ServiceVersion; v2: ServiceVersion } {
  const { shop } = meshFor();
  const web = shop.addService('web', { ports });
  const pods = (version: string) => deployment(shop, `web-${version}`, {
    ports: ports.map((port) => ({ containerPort: port.target! })), labels: { app: 'web', version },
  });
  return { shop, web, v1: web.addVersion('v1', pods('v1')), v2: web.addVersion('v2', pods('v2')) };
}

function httpOf(...routes: HttpRouteOptions[]): any[] {
  const { shop, web } = versioned();
  routes.forEach((route) => web.route(route));
  return find(shop, 'VirtualService', 'web').spec.http;
}

test('every part of a match has its field', () => {
  expect(httpOf({
    match: [{
      path: StringMatch.prefix('/A/'),
      ignoreUriCase: true,
      method: StringMatch.exact('GET'),
      headers: { 'X-User': StringMatch.regex('a.*'), 'x-any': StringMatch.of() },
      withoutHeaders: { 'x-bot': StringMatch.of() },
      queryParams: { page: StringMatch.exact('1') },
      scheme: StringMatch.exact('https'),
      authority: StringMatch.prefix('shop.'),
    }],
  })[0].match).toEqual([{
    uri: { prefix: '/A/' },
    ignoreUriCase: true,
    method: { exact: 'GET' },
    headers: { 'x-user': { regex: 'a.*' }, 'x-any': {} },
    withoutHeaders: { 'x-bot': {} },
    queryParams: { page: { exact: '1' } },
    scheme: { exact: 'https' },
    authority: { prefix: 'shop.' },
  }]);
});

test('every treatment has its field', () => {
  const { shop, web, v1, v2 } = versioned();
  web.route({
    name: 'all',
    to: [v1.weight(100)],
    rewrite: { uri: '/new' },
    headers: { request: { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] }, response: { remove: ['server'] } },
    mirrors: [v2.weight(12.5)],
    corsPolicy: { allowOrigins: [StringMatch.exact('https://example.com')], maxAge: ProtoDuration.hours(1) },
    retries: { attempts: 3, retryOn: ['gateway-error', '409'], backoff: Duration.millis(50), retryRemoteLocalities: true, retryIgnorePreviousHosts: false },
    fault: HttpFault.grpcAbort('UNAVAILABLE', 0.5),
  });
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([{
    name: 'all',
    route: [{ destination: { host: WEB, subset: 'v1' } }],
    rewrite: { uri: '/new' },
    headers: { request: { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] }, response: { remove: ['server'] } },
    mirrors: [{ destination: { host: WEB, subset: 'v2' }, percentage: { value: 12.5 } }],
    corsPolicy: { allowOrigins: [{ exact: 'https://example.com' }], maxAge: '3600s' },
    retries: { attempts: 3, retryOn: 'gateway-error,409', backoff: '0.05s', retryRemoteLocalities: true, retryIgnorePreviousHosts: false },
    fault: { abort: { grpcStatus: 'UNAVAILABLE', percentage: { value: 0.5 } } },
  }]);
});

test('answers of the proxy itself have no destination, and no copies go out for them', () => {
  const { shop, web, v2 } = versioned();
  web.mirror(v2, 10);
  web.route({ match: [{ path: StringMatch.exact('/old') }], redirect: HTTPRedirect.of({ uri: '/new', redirectCode: 308 }) });
  web.route({ match: [{ path: StringMatch.exact('/no') }], directResponse: { status: 404, body: HTTPBody.string('none') } });
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { match: [{ uri: { exact: '/old' } }], redirect: { uri: '/new', redirectCode: 308 } },
    { match: [{ uri: { exact: '/no' } }], directResponse: { status: 404, body: { string: 'none' } } },
    { route: [{ destination: { host: WEB } }], mirrors: [{ destination: { host: WEB, subset: 'v2' }, percentage: { value: 10 } }] },
  ]);
});

test('other matches may stand between those of a route, and matches of a route that stand together are one', () => {
  const uris = (http: any[]) => http.map(({ name, match = [] }) => [name, match.map(({ uri }: any) => Object.values(uri)[0])]);
  const one = { name: 'one', match: [{ path: StringMatch.regex('/a.*') }, { path: StringMatch.exact('/a/b') }, { path: StringMatch.exact('/a/bc') }] };
  const two = { name: 'two', match: [{ path: StringMatch.prefix('/a/') }] };
  const expected = [['one', ['/a/bc', '/a/b']], ['two', ['/a/']], ['one', ['/a.*']], [undefined, []]];
  expect(uris(httpOf(one, two))).toEqual(expected);
  expect(uris(httpOf(two, one))).toEqual(expected);
});

test('a priority stands before how specific a match is', () => {
  const names = httpOf(
    { name: 'path', match: [{ path: StringMatch.exact('/a') }] },
    { name: 'preview', priority: 1, match: [{ headers: { 'x-preview': StringMatch.exact('yes') } }] },
    { name: 'late', priority: -1, match: [{ path: StringMatch.exact('/b'), method: StringMatch.exact('GET') }] },
    { name: 'b', match: [{ path: StringMatch.exact('/b'), method: StringMatch.exact('PUT') }] },
  ).map(({ name }) => name);
  expect(names).toEqual(['preview', 'b', 'path', 'late', undefined]);
});

test('a route that others leave nothing is found', () => {
  const { web } = versioned();
  web.route({ priority: 1, match: [{ path: StringMatch.prefix('/a/') }] });
  web.route({ match: [{ path: StringMatch.exact('/a/b'), headers: { 'x-a': StringMatch.exact('b') } }] });
  expect(web.node.validate()).toEqual([
    'The route for path "/a/b" and header "x-a" "b" is never reached, since that for path from "/a/" takes all of its requests before. '
    + 'Leave it out, or change the priority of one of them.',
  ]);
});

test('routes for some callers hold in the mesh alone, and routes for claims at gateways alone', () => {
  const { mesh, shop } = meshFor();
  const [web, cart] = ['web', 'cart'].map((name) => service(shop, name));
  web.route({ name: 'cart', match: [{ sources: [cart, mesh.addNamespace('lab')] }], timeout: Duration.seconds(1) });
  web.route({ name: 'admins', match: [{ claims: { 'groups': StringMatch.exact('admin'), '[realm][role]': StringMatch.exact('a') } }], timeout: Duration.seconds(9) });
  const rest = { route: [{ destination: { host: WEB } }] };
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    {
      name: 'cart',
      match: [{ sourceNamespace: 'shop', sourceLabels: { app: 'cart' } }, { sourceNamespace: 'lab' }],
      ...rest,
      timeout: '1s',
    },
    rest,
  ]);
  expect(web.httpRoutesFor(web.ports[0])).toEqual([
    {
      name: 'admins',
      match: [{ headers: { '@request.auth.claims[groups]': { exact: 'admin' }, '@request.auth.claims[realm][role]': { exact: 'a' } } }],
      ...rest,
      timeout: '9s',
    },
    rest,
  ]);
});

test('a match for a port is left out at the other ports', () => {
  const { shop, web, v1, v2 } = versioned([MeshPort.http(80), MeshPort.grpc(90)]);
  web.split(v1.weight(100));
  web.route({ match: [{ port: 90 }], to: [v2.weight(100)] });
  const to = (subset: string, number: number) => [{ destination: { host: WEB, subset, port: { number } } }];
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { match: [{ port: 80 }], route: to('v1', 80) },
    { match: [{ port: 90 }], route: to('v2', 90) },
  ]);
});

test('a route may lead to another service, at the port of the same number, or its only one, or the one that is named', () => {
  const { shop, web } = versioned();
  const legacy = shop.addService('legacy', { ports: [MeshPort.http(8080)], selector: { app: 'legacy' } });
  const many = shop.addService('many', { ports: [MeshPort.http(80), MeshPort.http(81)], selector: { app: 'many' } });
  web.route({ to: [legacy.weight(50), many.weight(30), many.weight(20, { port: 81 })].slice(0, 2).concat(service(shop, 'other').weight(20)) });
  expect(find(shop, 'VirtualService', 'web').spec.http[0].route).toEqual([
    { destination: { host: 'legacy.shop.svc.cluster.local', port: { number: 8080 } }, weight: 50 },
    { destination: { host: 'many.shop.svc.cluster.local', port: { number: 80 } }, weight: 30 },
    { destination: { host: 'other.shop.svc.cluster.local' }, weight: 20 },
  ]);
});

describe('below a prefix at a gateway', () => {
  const below = (prefix: string, match?: HttpMatch): any[] => {
    const { web } = versioned();
    if (match) web.route({ name: 'own', match: [match] });
    return web.httpRoutesFor(web.ports[0], [prefix]).filter(({ name }) => name === (match && 'own')).map((route) => route.match);
  };

  test('a route takes the paths of both', () => {
    expect(below('/shop')).toEqual([[{ uri: { exact: '/shop' } }, { uri: { prefix: '/shop/' } }]]);
    expect(below('/shop', { path: StringMatch.exact('/shop/a') })).toEqual([[{ uri: { exact: '/shop/a' } }]]);
    expect(below('/shop', { path: StringMatch.prefix('/shop/a') })).toEqual([[{ uri: { prefix: '/shop/a' } }]]);
    expect(below('/shop/a', { path: StringMatch.prefix('/sh'), method: StringMatch.exact('GET') })).toEqual([[
      { uri: { exact: '/shop/a' }, method: { exact: 'GET' } }, { uri: { prefix: '/shop/a/' }, method: { exact: 'GET' } },
    ]]);
  });

  test('a route for other paths is left out', () => {
    expect(below('/shop', { path: StringMatch.exact('/admin') })).toEqual([]);
    expect(below('/shop', { path: StringMatch.exact('/shopping') })).toEqual([]);
    expect(below('/shop', { path: StringMatch.prefix('/other') })).toEqual([]);
  });

  test('a route by an expression looks at the path twice', () => {
    expect(below('/a.b', { path: StringMatch.regex('.*[.]png') })).toEqual([
      [{ uri: { regex: '.*[.]png' }, headers: { ':path': { regex: '/a\\.b(?:[/?].*)?' } } }],
    ]);
  });
});

test.each<[string, HttpRouteOptions, string]>([
  ['the same match twice', { match: [{ path: StringMatch.exact('/a') }, { path: StringMatch.exact('/a') }] },
    'Two routes are for path "/a". Put both into one route(), or ask for something else in one of them.'],
  ['the same header in two cases', { match: [{ headers: { 'X-A': StringMatch.of() } }, { headers: { 'x-a': StringMatch.of() } }] },
    'Two routes are for header "x-a" of any value. Put both into one route(), or ask for something else in one of them.'],
  ['the same claim in two spellings', { match: [{ claims: { '[sub]': StringMatch.exact('kim') } }, { claims: { sub: StringMatch.exact('kim') } }] },
    'Two routes are for claim "sub" "kim". Put both into one route(), or ask for something else in one of them.'],
  ['a header in two cases', { match: [{ headers: { 'X-A': StringMatch.of(), 'x-a': StringMatch.of() } }] },
    'The header "x-a" is given twice, in different cases, which are the same to HTTP. Give each header once.'],
  ['nobody', { match: [{ sources: [] }] },
    'The list of sources is empty, so that no request would match. Leave sources out for anybody, or name services.'],
  ['another port', { match: [{ port: 81 }] }, 'A match is for port 81, and the HTTP ports of the service are 80. Name one of them.'],
  ['half a priority', { priority: 0.5 }, 'The priority 0.5 of a route is not a whole number. Give a whole number; routes of a higher one are tried first.'],
  ['two answers', { redirect: HTTPRedirect.of({ uri: '/' }), directResponse: { status: 200 } },
    'A route has a redirect and a direct response. Keep one of them, or give them to two routes.'],
  ['an answer after a while', { directResponse: { status: 200 }, timeout: Duration.seconds(1), retries: { attempts: 1 } },
    'A route that answers with a direct response passes nothing on, and has timeout and retries. Leave timeout and retries out, or give them to another route.'],
  ['retries that are none', { retries: { attempts: 0, retryOn: ['5xx'] } },
    'With 0 attempts nothing is retried, and retryOn has no effect. Give attempts, or leave retryOn out.'],
  ['half a retry', { retries: { attempts: 1.5 } }, '1.5 is not a number of retries. Give a whole number; 0 turns retries off.'],
  ['no condition', { retries: { attempts: 1, retryOn: [] } },
    'The list retryOn is empty. Leave it out for the conditions of Istio, or give attempts: 0 to turn retries off.'],
])('%s is refused', (_, route, message) => {
  expect(() => versioned().web.route(route)).toThrow(new Error(`[mesh-2-shop/services/web] ${message}`));
});

test('copies that are none, and the same one twice, are refused', () => {
  const { web, v2 } = versioned();
  expect(() => web.mirror(v2, 0)).toThrow(new Error(
    '[mesh-2-shop/services/web] 0 percent of the requests are copied to version "v2". Give a number above 0, at most 100, or leave the mirror out.'));
  web.mirror(v2);
  expect(() => web.mirror(v2, 5)).toThrow(new Error('[mesh-2-shop/services/web] Version "v2" gets two copies of each request. Name it once.'));
});

test('a version of another service has no place in a split', () => {
  const { shop, web, v1 } = versioned();
  expect(() => web.split(v1.weight(50), service(shop, 'other').weight(50))).toThrow(new Error(
    '[mesh-2-shop/services/web] Service "other.shop.svc.cluster.local" belongs to other.shop.svc.cluster.local, not to web.shop.svc.cluster.local. '
    + 'Give versions that this service made with addVersion().'));
});

test('where what is below a path is taken by another route, a prefix in whole segments says only the path itself', () => {
  const http = httpOf(
    { match: [{ pathPrefix: '/a' }], timeout: Duration.seconds(1) },
    { match: [{ path: StringMatch.prefix('/a/') }], directResponse: { status: 404 } },
  );
  expect(http.map(({ match }) => match)).toEqual([[{ uri: { prefix: '/a/' } }], [{ uri: { exact: '/a' } }], undefined]);
});

test('where a path itself is taken by another route, a prefix in whole segments says only what is below it', () => {
  const http = httpOf(
    { match: [{ path: StringMatch.exact('/a') }], directResponse: { status: 404 } },
    { match: [{ pathPrefix: '/a' }], timeout: Duration.seconds(1) },
    { match: [{ pathPrefix: '/b' }], timeout: Duration.seconds(2) },
  );
  expect(http.map(({ match }) => match)).toEqual([
    [{ uri: { exact: '/a' } }], [{ uri: { prefix: '/a/' } }], [{ uri: { exact: '/b' } }, { uri: { prefix: '/b/' } }], undefined,
  ]);
});
