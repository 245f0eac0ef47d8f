import { Duration, Testing } from 'cdk8s';
import {
  Enrollment, HttpFault, HttpRouteOptions, HTTPRedirect, MeshNamespace, MeshPort, MeshService, ProtoDuration, RouteDialect, ServiceVersion,
  StringMatch, UnmatchedPreflights,
} from '../../../src';
import { deployment, find, meshFor, titles } from '../harness';

interface Versioned {
  readonly shop: MeshNamespace;
  readonly web: MeshService;
  readonly v1: ServiceVersion;
  readonly v2: ServiceVersion;
}

function versioned(ports = [MeshPort.http(80, { target: 8080 })]): Versioned {
  const { shop } = meshFor({ routeDialect: RouteDialect.GATEWAY_API });
  const web = shop.addService('web', { ports });
  const pods = { ports: ports.map((port) => ({ containerPort: port.target! })) };
  return {
    shop,
    web,
    v1: web.addVersion('v1', deployment(shop, 'web-v1', { ...pods, labels: { app: 'web', version: '1.0' } })),
    v2: web.addVersion('v2', deployment(shop, 'web-v2', { ...pods, labels: { app: 'web', version: '2.0' } })),
  };
}

const ISTIO = 'write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.';

const PARENT = { group: '', kind: 'Service', name: 'web' };

test('without a split or a route, versions change nothing', () => {
  expect(titles(versioned().shop)).toEqual(['Namespace shop', 'Service web', 'Deployment web-v1', 'Deployment web-v2']);
});

test('a split is a rule whose backends are the Services of the versions', () => {
  const { shop, web, v1, v2 } = versioned();
  web.split(v1.weight(80), v2.weight(20));
  expect(find(shop, 'HTTPRoute', 'web').spec).toEqual({
    parentRefs: [PARENT],
    rules: [{ backendRefs: [{ name: 'web-v1', port: 80, weight: 80 }, { name: 'web-v2', port: 80, weight: 20 }] }],
  });
  expect(find(shop, 'Service', 'web-v2')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web-v2', namespace: 'shop' },
    spec: {
      selector: { app: 'web', version: '2.0' },
      ports: [{ name: 'http-80', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }],
    },
  });
  expect(find(shop, 'DestinationRule', 'web')).toBeUndefined();
  expect(find(shop, 'VirtualService', 'web')).toBeUndefined();
});

test('only versions that get traffic have a Service', () => {
  const { shop, web, v2 } = versioned();
  web.route({ match: [{ headers: { 'x-preview': StringMatch.exact('yes') } }], to: [v2.weight(100)] });
  expect(titles(shop).filter((title) => title.startsWith('Service '))).toEqual(['Service web', 'Service web-v2']);
  expect(find(shop, 'HTTPRoute', 'web').spec.rules).toEqual([
    { matches: [{ headers: [{ name: 'x-preview', value: 'yes' }] }], backendRefs: [{ name: 'web-v2', port: 80 }] },
    { backendRefs: [{ name: 'web', port: 80 }] },
  ]);
});

test('matches, timeouts and headers are written as fields of rules', () => {
  const { shop, web, v1 } = versioned();
  web.route({
    name: 'tester',
    match: [
      { path: StringMatch.exact('/cart'), method: StringMatch.exact('GET'), queryParams: { beta: StringMatch.regex('[0-9]+') } },
      { path: StringMatch.regex('/a/.*'), headers: { 'x-user': StringMatch.prefix('a.b'), 'x-any': StringMatch.of() } },
    ],
    to: [v1.weight(100)],
    timeout: Duration.millis(1500),
    headers: { request: { set: { 'x-tester': 'yes' } } },
  });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules[0]).toEqual({
    name: 'tester',
    matches: [
      { path: { type: 'Exact', value: '/cart' }, method: 'GET', queryParams: [{ name: 'beta', type: 'RegularExpression', value: '[0-9]+' }] },
      {
        path: { type: 'RegularExpression', value: '/a/.*' },
        headers: [{ name: 'x-any', type: 'RegularExpression', value: '.*' }, { name: 'x-user', type: 'RegularExpression', value: 'a\\.b.*' }],
      },
    ],
    filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-tester', value: 'yes' }] } }],
    backendRefs: [{ name: 'web-v1', port: 80 }],
    timeouts: { request: '1s500ms' },
  });
});

test('a prefix that every path has is no match, and takes every request', () => {
  const { shop, web, v1 } = versioned();
  web.route({ match: [{ path: StringMatch.prefix('/') }], to: [v1.weight(100)] });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules[0]).toEqual({ backendRefs: [{ name: 'web-v1', port: 80 }] });
});

test('beside an expression, every path is one, too: istiod tries the prefix "/" before expressions', () => {
  const { shop, web, v1 } = versioned();
  web.route({ match: [{ path: StringMatch.regex('/a/[0-9]+') }], to: [v1.weight(100)] });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules).toEqual([
    { matches: [{ path: { type: 'RegularExpression', value: '/a/[0-9]+' } }], backendRefs: [{ name: 'web-v1', port: 80 }] },
    { matches: [{ path: { type: 'RegularExpression', value: '/.*' } }], backendRefs: [{ name: 'web', port: 80 }] },
  ]);
});

test('a prefix in whole segments is PathPrefix, which a rewrite replaces', () => {
  const { shop, web, v1 } = versioned();
  web.route({ match: [{ pathPrefix: '/old' }], rewrite: { uri: '/new', authority: 'legacy.example.com' }, to: [v1.weight(100)] });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules[0]).toEqual({
    matches: [{ path: { type: 'PathPrefix', value: '/old' } }],
    filters: [{ type: 'URLRewrite', urlRewrite: { hostname: 'legacy.example.com', path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new' } } }],
    backendRefs: [{ name: 'web-v1', port: 80 }],
  });
});

test('a rule whose prefix is replaced has no other match', () => {
  const { shop, web, v1 } = versioned();
  web.route({ match: [{ pathPrefix: '/old' }, { path: StringMatch.exact('/older') }, { path: StringMatch.exact('/oldest') }], rewrite: { uri: '/new' }, to: [v1.weight(100)] });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules.slice(0, 2).map(({ matches, filters }: any) => [matches.length, filters[0].urlRewrite.path.type])).toEqual([
    [2, 'ReplaceFullPath'], [1, 'ReplacePrefixMatch'],
  ]);
});

test('a redirect to another host names the scheme where the port is not the usual one', () => {
  const { web } = versioned([MeshPort.http(8000, { target: 8080 })]);
  expect(() => web.route({ match: [{ pathPrefix: '/old' }], redirect: HTTPRedirect.of({ authority: 'new.example.com' }) })).toThrow(new Error(
    '[mesh-2-shop/services/web] A redirect to "new.example.com" would lead to its port 8000 by an HTTPRoute, and to its usual one by a VirtualService. '
    + `Give it a scheme or a port, or ${ISTIO}`));
});

test('redirects, copies and CORS are filters', () => {
  const { shop, web, v1, v2 } = versioned();
  web.route({ match: [{ path: StringMatch.exact('/old') }], redirect: HTTPRedirect.of({ uri: '/new', scheme: 'https', redirectCode: 308 }) });
  web.route({
    match: [{ path: StringMatch.exact('/api') }],
    to: [v1.weight(100)],
    mirrors: [v2.weight(10)],
    corsPolicy: {
      allowOrigins: [StringMatch.exact('https://shop.example.com')],
      allowMethods: ['GET'],
      maxAge: ProtoDuration.hours(1),
      unmatchedPreflights: UnmatchedPreflights.IGNORE,
    },
  });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules.slice(0, 2)).toEqual([
    {
      matches: [{ path: { type: 'Exact', value: '/api' } }],
      filters: [
        { type: 'RequestMirror', requestMirror: { backendRef: { name: 'web-v2', port: 80 }, percent: 10 } },
        { type: 'CORS', cors: { allowOrigins: ['https://shop.example.com'], allowMethods: ['GET'], maxAge: 3600 } },
      ],
      backendRefs: [{ name: 'web-v1', port: 80 }],
    },
    {
      matches: [{ path: { type: 'Exact', value: '/old' } }],
      filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', path: { type: 'ReplaceFullPath', replaceFullPath: '/new' }, statusCode: 308 } }],
    },
  ]);
  expect(find(shop, 'Service', 'web-v2').spec.selector).toEqual({ app: 'web', version: '2.0' });
});

test('a route may lead to a version of another service, which then has a Service', () => {
  const { shop, web } = versioned();
  const old = shop.addService('old', { ports: [MeshPort.http(8000, { target: 8080 })] });
  const v0 = old.addVersion('v0', deployment(shop, 'old-v0', { labels: { app: 'old', version: '0' } }));
  web.route({ match: [{ pathPrefix: '/old' }], to: [v0.weight(100)] });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules[0].backendRefs).toEqual([{ name: 'old-v0', port: 8000 }]);
  expect(find(shop, 'Service', 'old-v0').spec.selector).toEqual({ app: 'old', version: '0' });
});

test('an order that istiod would not keep is reported', () => {
  const { shop, web, v1, v2 } = versioned();
  web.route({ match: [{ path: StringMatch.exact('/a/b') }], to: [v1.weight(100)] });
  web.route({ match: [{ pathPrefix: '/a', headers: { 'x-user': StringMatch.exact('me') } }], to: [v2.weight(100)], priority: 1 });
  expect(() => find(shop, 'HTTPRoute', 'web')).toThrow(/is to be tried before .* and an HTTPRoute has no priorities. Let what is more specific come first, without a priority, or write/);
});

test('each port has a route in the kind of its protocol', () => {
  const { shop, web, v1 } = versioned([MeshPort.http(80, { target: 8080 }), MeshPort.grpc(90, { target: 9090 }), MeshPort.tcp(6000)]);
  web.split(v1.weight(100));
  for (const [kind, port] of [['HTTPRoute', 80], ['GRPCRoute', 90], ['TCPRoute', 6000]] as const) {
    expect(find(shop, kind, `web-${port}`).spec).toEqual({ parentRefs: [{ ...PARENT, port }], rules: [{ backendRefs: [{ name: 'web-v1', port }] }] });
  }
});

test('a route of requests says nothing of connections', () => {
  const { shop, web } = versioned([MeshPort.http(80, { target: 8080 }), MeshPort.tcp(6000)]);
  web.route({ timeout: Duration.seconds(3) });
  expect(titles(shop).filter((title) => title.includes('Route '))).toEqual(['HTTPRoute web-80']);
});

test('a gRPC path is a method or all of a service', () => {
  const { shop, web, v1, v2 } = versioned([MeshPort.grpc(90, { target: 9090 })]);
  web.route({ match: [{ path: StringMatch.exact('/shop.v1.Cart/Add'), headers: { 'x-user': StringMatch.regex('a+') } }], to: [v1.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/shop.v1.Stock/'), method: StringMatch.exact('POST') }], to: [v2.weight(100)], headers: { request: { set: { 'x-to': 'v2' } } } });
  expect(find(shop, 'GRPCRoute', 'web').spec.rules).toEqual([
    {
      matches: [{ method: { service: 'shop.v1.Cart', method: 'Add' }, headers: [{ name: 'x-user', type: 'RegularExpression', value: 'a+' }] }],
      backendRefs: [{ name: 'web-v1', port: 90 }],
    },
    {
      matches: [{ method: { service: 'shop.v1.Stock' } }],
      filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-to', value: 'v2' }] } }],
      backendRefs: [{ name: 'web-v2', port: 90 }],
    },
    { backendRefs: [{ name: 'web', port: 90 }] },
  ]);
});

test('two spellings of all of a gRPC service are the same to istiod, which then goes by the headers', () => {
  const { web, v1, v2 } = versioned([MeshPort.grpc(90, { target: 9090 })]);
  web.route({ match: [{ pathPrefix: '/shop.Cart', headers: { 'x-user': StringMatch.exact('eve') } }], to: [v1.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/shop.Cart/') }], to: [v2.weight(100)] });
  expect(web.node.validate()).toEqual([
    'The match path from "/shop.Cart/" is to be tried before path from "/shop.Cart/" and header "x-user" "eve", '
    + `and an HTTPRoute has no priorities. Let what is more specific come first, without a priority, or ${ISTIO}`,
  ]);
});

const ALONE = ISTIO.replace('write', 'Write');

test.each<[HttpRouteOptions, string]>([
  [{ fault: HttpFault.abort(503, 10) }, `An HTTPRoute of the Gateway API has no field for the option "fault" of a route. ${ALONE}`],
  [{ retries: { attempts: 3 } }, 'An HTTPRoute of the Gateway API has no field for the option "retries" of a route. '
    + `Leave them to the mesh configuration (defaultHttpRetryPolicy), which holds for HTTPRoutes too, or ${ISTIO}`],
  [{ match: [{ path: StringMatch.prefix('/slow') }] }, 'The path prefix "/slow" takes "/slowx" too, and an HTTPRoute compares whole segments. '
    + `Ask for whole segments with pathPrefix: "/slow", or ${ISTIO}`],
  [{ match: [{ path: StringMatch.exact('/a/../b') }] }, 'The path "/a/../b" is none that an HTTPRoute compares with. '
    + `Give a path that begins with "/", in its normal form, or ${ISTIO}`],
  [{ match: [{ method: StringMatch.regex('GET|PUT') }] }, 'The regex match of the method with "GET|PUT" is none that an HTTPRoute takes. '
    + `Give a match for each method, of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH, or ${ISTIO}`],
])('what an HTTPRoute cannot say is refused: %#', (route, message) => {
  const { web } = versioned();
  expect(() => web.route(route)).toThrow(new Error(`[mesh-2-shop/services/web] ${message}`));
});

const HTTP2 = `Make the port with MeshPort.http2, whose routes are an HTTPRoute, or ${ISTIO}`;

test.each<[HttpRouteOptions, string]>([
  [{ timeout: Duration.seconds(3) }, 'A GRPCRoute of the Gateway API has no field for the option "timeout" of a route'],
  [{ match: [{ path: StringMatch.prefix('/cart') }] }, 'The path prefix "/cart" is not that of a gRPC call ("/service/method", or the prefix "/service")'],
  [{ match: [{ method: StringMatch.exact('GET') }] }, 'A GRPCRoute has no methods of HTTP: gRPC always posts'],
  [{ match: [{ queryParams: { a: StringMatch.exact('b') } }] }, 'A GRPCRoute has no parameters of a query: gRPC sends none'],
])('what a GRPCRoute cannot say is refused: %#', (route, message) => {
  const { web } = versioned([MeshPort.grpc(90, { target: 9090 })]);
  expect(() => web.route(route)).toThrow(new Error(`[mesh-2-shop/services/web] ${message}. ${HTTP2}`));
});

test('a version whose Service would have the name of another service is reported', () => {
  const { shop, web, v1 } = versioned();
  web.split(v1.weight(100));
  const other = shop.addService('web-v1', { ports: [MeshPort.http(80)], selector: { app: 'other' } });
  expect(web.node.validate()).toEqual([
    'Version "v1" has a Service of its own, "web-v1", which is the name of another service. Give one of them another name.',
  ]);
  expect(other.node.validate()).toEqual([]);
});

test('a service may have another dialect than the mesh', () => {
  const { shop } = meshFor({ routeDialect: RouteDialect.GATEWAY_API });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'web'), routeDialect: RouteDialect.ISTIO });
  web.route({ timeout: Duration.seconds(3) });
  expect(titles(shop).filter((title) => /Route|VirtualService/.test(title))).toEqual(['VirtualService web']);
});

test('the Services of versions go past the waypoint of their service, whose policies do not know them', () => {
  const { mesh } = meshFor({ routeDialect: RouteDialect.GATEWAY_API, ambient: true });
  const shop = mesh.addNamespace('cloud', { enrollment: Enrollment.AMBIENT });
  shop.useWaypoint(shop.addWaypoint('waypoint'));
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: '1.0' } }));
  web.split(v1.weight(100));
  expect(find(shop, 'Service', 'web-v1').metadata.labels).toEqual({ 'istio.io/use-waypoint': 'none' });
});

test('at a gateway of Istio, and in routes of services in the other dialect, a version is its Service, as there is no subset', () => {
  const { shop, web, v1, v2 } = versioned();
  web.split(v1.weight(100));
  shop.mesh.addIngressGateway('public', { namespace: 'edge' }).expose(web, { hosts: ['web.example.com'] });
  const ports = [MeshPort.http(80, { target: 8080 })];
  const cart = shop.addService('cart', { ports, workload: deployment(shop, 'cart'), routeDialect: RouteDialect.ISTIO });
  cart.route({ to: [v2.weight(100)] });
  const edge = shop.mesh.namespaces.find(({ namespaceName }) => namespaceName === 'edge')!;
  const [exposed] = Testing.synth(edge).filter(({ kind }) => kind === 'VirtualService');
  expect(exposed.spec.http).toEqual([{ route: [{ destination: { host: 'web-v1.shop.svc.cluster.local' } }] }]);
  expect(find(shop, 'VirtualService', 'cart').spec.http).toEqual([{ route: [{ destination: { host: 'web-v2.shop.svc.cluster.local' } }] }]);
  expect(titles(shop).filter((title) => title.startsWith('Service ')).sort()).toEqual(['Service cart', 'Service web', 'Service web-v1', 'Service web-v2']);
});
