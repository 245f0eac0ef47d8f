import { Duration } from 'cdk8s';
import { HttpRouteOptions, JwtProvider, MeshNamespace, MeshPort, MeshService, RouteDialect, RouteTable, StringMatch } from '../../../src';
import { deployment, find, meshFor, service } from '../harness';

function delegated(): { shop: MeshNamespace; press: MeshNamespace; web: MeshService; blog: MeshService; table: RouteTable } {
  const { shop, mesh } = meshFor();
  const press = mesh.addNamespace('press');
  return { shop, press, web: service(shop, 'web'), blog: service(press, 'blog'), table: press.addRouteTable('blog-routes') };
}

const BLOG = { destination: { host: 'blog.press.svc.cluster.local' } };

test('a service hands requests to the table of another team, which says where they go', () => {
  const { shop, press, web, blog, table } = delegated();
  table.route({ to: [blog.weight(100)] });
  table.route({ match: [{ path: StringMatch.exact('/blog/feed') }], to: [blog.weight(100)], timeout: Duration.seconds(2) });
  web.route({ name: 'blog', match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
  expect(find(press, 'VirtualService', 'blog-routes').spec).toEqual({
    http: [
      { match: [{ uri: { exact: '/blog/feed' } }], route: [BLOG], timeout: '2s' },
      { route: [BLOG] },
    ],
  });
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { name: 'blog', match: [{ uri: { prefix: '/blog/' } }], delegate: { name: 'blog-routes', namespace: 'press' } },
    { route: [{ destination: { host: 'web.shop.svc.cluster.local' } }] },
  ]);
});

test('what no route of the table takes goes on to the routes of the service', () => {
  const { shop, web, blog, table } = delegated();
  table.route({ match: [{ path: StringMatch.exact('/blog/feed') }], to: [blog.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
  web.route({ match: [{ method: StringMatch.exact('GET') }], timeout: Duration.seconds(1) });
  expect(web.node.validate()).toEqual([]);
  expect(find(shop, 'VirtualService', 'web').spec.http.map(({ delegate, timeout }: any) => delegate?.name ?? timeout)).toEqual(['blog-routes', '1s', undefined]);
});

test('a route of the table that asks for more than it is handed is found, since istiod would drop it', () => {
  const { web, blog, table } = delegated();
  table.route({ match: [{ path: StringMatch.prefix('/') }], to: [blog.weight(100)] });
  table.route({ match: [{ path: StringMatch.prefix('/blog/old/') }], to: [blog.weight(100)] });
  table.route({ match: [{ path: StringMatch.prefix('/news/') }], to: [blog.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
  expect(table.node.validate()).toEqual([
    'The route for path from "/news/" is no part of what "mesh-2-shop/services/web" hands to the table (path from "/blog/"), and istiod drops it. '
    + 'Match a path that begins with the prefix that is handed over, or leave the path out.',
  ]);
});

test.each<[string, StringMatch | undefined, string | undefined]>([
  ['below a prefix in whole segments', StringMatch.exact('/blog/feed'), undefined],
  ['the path of a prefix in whole segments itself', StringMatch.exact('/blog'), undefined],
  ['a prefix in whole segments below another', undefined, '/blog/new'],
])('what is %s is part of what is handed over', (_, path, pathPrefix) => {
  const { web, blog, table } = delegated();
  table.route({ match: [{ path, pathPrefix }], to: [blog.weight(100)] });
  web.route({ match: [{ pathPrefix: '/blog' }], delegate: table });
  expect(table.node.validate()).toEqual([]);
});

test('a header of a value is part of a header of any value', () => {
  const { web, blog, table } = delegated();
  table.route({ match: [{ headers: { 'x-user': StringMatch.exact('kim') } }], to: [blog.weight(100)] });
  web.route({ match: [{ headers: { 'X-User': StringMatch.of() } }], delegate: table });
  expect(table.node.validate()).toEqual([]);
});

describe('where a gateway lets in less than is handed to the table', () => {
  const validated = (path: string, ...routes: StringMatch[][]): string[] => {
    const { shop, web, blog, table } = delegated();
    const gateway = shop.mesh.addIngressGateway('public');
    routes.forEach((paths) => table.route({ match: paths.map((one) => ({ path: one })), to: [blog.weight(100)] }));
    web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
    gateway.expose(web, { hosts: ['shop.example.com'], paths: [path] });
    return gateway.node.validate();
  };
  const dropped = (match: string): string => (
    `The gateway lets in the paths "/blog/feed" of service "mesh-2-shop/services/web", and istiod drops the route for ${match} of the table "blog-routes" there, `
    + 'which is for more. Expose all paths that are handed to the table, or give the table a route for each path that is exposed.');

  test('a route of the table that is for more is found, since istiod would drop it', () => {
    expect(validated('/blog/feed', [StringMatch.prefix('/blog/f')])).toEqual([dropped('path from "/blog/f"')]);
  });

  test('a route that is partly for other paths is found, since istiod would drop all of it', () => {
    expect(validated('/blog/feed', [StringMatch.exact('/blog/feed'), StringMatch.exact('/blog/news')])).toEqual([dropped('path "/blog/news"')]);
  });

  test('routes below, and routes for other paths, are fine', () => {
    expect(validated('/blog/feed', [StringMatch.exact('/blog/feed')], [StringMatch.prefix('/blog/feed/x')], [StringMatch.exact('/blog/news')])).toEqual([]);
    expect(validated('/blog', [StringMatch.prefix('/blog/f')])).toEqual([]);
  });
});

test('claims that a route of the table asks for are looked for in the tokens of the gateway', () => {
  const { shop, web, blog, table } = delegated();
  const gateway = shop.mesh.addIngressGateway('public');
  table.route({ match: [{ claims: { group: StringMatch.exact('press') } }], to: [blog.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
  gateway.expose(web, { hosts: ['shop.example.com'] });
  expect(gateway.node.validate()).toEqual([
    'Routes at the gateway ask for claims of end users, but it knows no tokens, so that they fit no request. Let it know them, with acceptJwt() or requireJwt().',
  ]);
  gateway.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }));
  expect(gateway.node.validate()).toEqual([]);
});

test('a table without routes, and one that nobody hands requests to, are found', () => {
  const { blog, table } = delegated();
  expect(table.node.validate()).toEqual(['The route table has no route. Add one with route(), or leave the table out.']);
  table.route({ to: [blog.weight(100)] });
  expect(table.node.validate()).toEqual(['Nobody hands requests to the route table. Give a route of the service delegate: the table.']);
});

test('a table of another program is named', () => {
  const { shop } = meshFor();
  const web = service(shop, 'web');
  web.route({ match: [{ path: StringMatch.prefix('/docs/') }], delegate: RouteTable.fromRouteTableName('docs', 'writers') });
  expect(find(shop, 'VirtualService', 'web').spec.http[0].delegate).toEqual({ name: 'docs', namespace: 'writers' });
});

test.each<[string, (blog: MeshService, table: RouteTable, press: MeshNamespace) => HttpRouteOptions, string]>([
  ['hands on', (_, table) => ({ delegate: table }),
    'A route of the table hands requests on to "blog-routes", and a table cannot delegate. Let the service delegate to both, each with its own match.'],
  ['leads nowhere', () => ({ timeout: Duration.seconds(1) }), 'A route of the table leads nowhere. Give to: […], or a redirect or a direct response.'],
  ['leads to one of several ports', (_blog, _table, press) => ({
    to: [press.addService('many', { ports: [MeshPort.http(80), MeshPort.http(81)], selector: { app: 'many' } }).weight(100)],
  }), 'A route of the table goes to service "many.press.svc.cluster.local", which has the ports 80, 81. Name one of them, such as other.weight(100, { port: 8080 }).'],
  ['has the same match twice', (blog) => ({
    match: [{ path: StringMatch.prefix('/blog/') }, { path: StringMatch.prefix('/blog/') }], to: [blog.weight(100)],
  }), 'Two routes are for path from "/blog/". Put both into one route(), or ask for something else in one of them.'],
])('a route that %s is refused', (_, route, message) => {
  const { press, blog, table } = delegated();
  expect(() => table.route(route(blog, table, press))).toThrow(new Error(`[mesh-2-press/route-table-blog-routes] ${message}`));
});

test('a route to a table says nothing of destinations', () => {
  const { web, blog, table } = delegated();
  const match = [{ path: StringMatch.prefix('/blog/') }];
  expect(() => web.route({ delegate: table })).toThrow(new Error(
    '[mesh-2-shop/services/web] A route hands requests to the table "blog-routes", and has no match. '
    + 'Say which ones, such as match: [{ path: StringMatch.prefix("/blog/") }].'));
  expect(() => web.route({ match, delegate: table, to: [blog.weight(100)] })).toThrow(new Error(
    '[mesh-2-shop/services/web] A route hands requests to the table "blog-routes", and has to. Keep one of them: the routes of the table say where requests go.'));
});

test('a name that is taken, and one that is none, are refused', () => {
  const { press } = delegated();
  expect(() => press.addRouteTable('blog-routes')).toThrow(new Error(
    '[mesh-2-press] Route table "blog-routes" is there already. Keep the object that the first addRouteTable() returned.'));
  expect(() => press.addRouteTable('Blog')).toThrow(new Error(
    '[mesh-2-press] "Blog" is not a name for a route table. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'));
  expect(() => RouteTable.fromRouteTableName('blog', 'The Press')).toThrow(new Error(
    '"The Press" is not a name for a namespace. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'));
});

test('the Gateway API has no tables', () => {
  const { shop, mesh } = meshFor({ routeDialect: RouteDialect.GATEWAY_API });
  const delegate = mesh.addNamespace('press').addRouteTable('blog');
  expect(() => service(shop, 'web').route({ match: [{ path: StringMatch.exact('/blog') }], delegate })).toThrow(new Error(
    '[mesh-2-shop/services/web] An HTTPRoute of the Gateway API has no field for the option "delegate" of a route. '
    + 'Write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.'));
});

test('who calls a service must be let in by those that its routes lead to', () => {
  const { shop, web, blog, table } = delegated();
  const browser = shop.addService('browser', { workload: deployment(shop, 'browser') });
  table.route({ to: [blog.weight(100)] });
  web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: table });
  browser.calls(web);
  expect(web.node.validate()).toEqual([
    '"mesh-2-shop/services/browser" calls it, and "mesh-2-shop/services/web" has routes to "mesh-2-press/services/blog", which does not let that caller in. '
    + 'Declare that the caller calls that service, too: with calls(), or with allowFrom().',
  ]);
  browser.calls(blog);
  expect(web.node.validate()).toEqual([]);
});
