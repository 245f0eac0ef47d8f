import { Duration } from 'cdk8s';
import { byHttpRoute, byVirtualService, SampleRequest } from './deciding';
import { HttpMatch, HttpRouteOptions, HTTPRedirect, MeshNamespace, MeshPort, MeshService, RouteDialect, StringMatch } from '../../src';
import { deployment, find, meshFor, messageOf } from '../mesh/harness';
import { fc } from '../properties';

const PATHS = ['/', '/a', '/a/b', '/a/b/c', '/ab', '/b', '/b/a', '/c'];
const VALUES = ['x', 'xy', 'y'];

const text = fc.oneof(
  fc.constantFrom(...VALUES).map((value) => StringMatch.exact(value)),
  fc.constantFrom(...VALUES).map((value) => StringMatch.prefix(value)),
  fc.constantFrom('x.*', '[xy]', 'x|y').map((value) => StringMatch.regex(value)),
  fc.constant(StringMatch.of()),
);

const path: fc.Arbitrary<Partial<HttpMatch>> = fc.oneof(
  fc.constantFrom(...PATHS).map((value) => ({ path: StringMatch.exact(value) })),
  fc.constantFrom(...PATHS).map((pathPrefix) => ({ pathPrefix })),
  fc.constantFrom('/a/.*', '/[ab]', '/.*/b', '/[a-c]/b/c').map((value) => ({ path: StringMatch.regex(value) })),
  fc.constant({}),
);

const match: fc.Arbitrary<HttpMatch> = fc.record({
  where: path,
  method: fc.option(fc.constantFrom('GET', 'POST').map((value) => StringMatch.exact(value)), { nil: undefined }),
  headers: fc.option(fc.dictionary(fc.constantFrom('h1', 'h2'), text), { nil: undefined }),
  queryParams: fc.option(fc.dictionary(fc.constantFrom('q1', 'q2'), text), { nil: undefined }),
}).map(({ where, ...others }) => ({ ...where, ...others }));

/** A route as a function of the versions, which each mesh has of its own. */
interface DrawnRoute extends Omit<HttpRouteOptions, 'to' | 'mirrors'> {
  readonly share?: number;
  readonly copies?: number;
  /** What is done to requests: they are passed on as they are, rewritten, or sent elsewhere. */
  readonly treatment?: Pick<HttpRouteOptions, 'rewrite' | 'redirect'>;
}

const route: fc.Arbitrary<DrawnRoute> = fc.record({
  match: fc.array(match, { minLength: 1, maxLength: 3 }),
  share: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  copies: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  timeout: fc.option(fc.integer({ min: 1, max: 9000 }).map((millis) => Duration.millis(millis)), { nil: undefined }),
  headers: fc.option(fc.constant({ request: { set: { 'x-a': '1' }, remove: ['x-b'] }, response: { add: { 'x-c': '2' } } }), { nil: undefined }),
  treatment: fc.constantFrom(
    undefined, undefined, undefined,
    { rewrite: { uri: '/' } }, { rewrite: { uri: '/new' } }, { rewrite: { uri: '/new/', authority: 'old.example.com' } },
    { redirect: HTTPRedirect.of({ uri: '/elsewhere', authority: 'new.example.com', scheme: 'https', redirectCode: 308 }) },
    { redirect: HTTPRedirect.of({ authority: 'new.example.com' }) },
  ),
  priority: fc.constantFrom(undefined, undefined, undefined, 1),
});

const request: fc.Arbitrary<SampleRequest> = fc.record({
  port: fc.constant(80),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.constantFrom(...PATHS, '/abc', '/a/b/c/d', '/b/b'),
  headers: fc.dictionary(fc.constantFrom('h1', 'h2'), fc.constantFrom(...VALUES)),
  queryParams: fc.dictionary(fc.constantFrom('q1', 'q2'), fc.constantFrom(...VALUES)),
});

function declared(routeDialect: RouteDialect, routes: readonly DrawnRoute[]): { shop: MeshNamespace; web: MeshService } {
  const { shop } = meshFor({ routeDialect });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const [v1, v2] = ['v1', 'v2'].map((version) => web.addVersion(version, deployment(shop, `web-${version}`, { labels: { app: 'web', version } })));
  for (const { share, copies, treatment, timeout, ...options } of routes) {
    if (treatment?.redirect) {
      web.route({ ...options, ...treatment });
      continue;
    }
    web.route({
      ...options,
      ...treatment,
      timeout,
      ...(share !== undefined && { to: share === 100 ? [v1.weight(100)] : [v1.weight(share), v2.weight(100 - share)] }),
      ...(copies !== undefined && { mirrors: [v2.weight(copies)] }),
    });
  }
  return { shop, web };
}

test('whatever both dialects can say, they decide the same', () => {
  let compared = 0;
  fc.assert(fc.property(fc.array(route, { minLength: 1, maxLength: 4 }), fc.array(request, { minLength: 20, maxLength: 20 }), (routes, requests) => {
    let written: [any, any] | undefined;
    const wrong = messageOf(() => {
      const [virtualService, httpRoute] = [RouteDialect.ISTIO, RouteDialect.GATEWAY_API].map((dialect) => declared(dialect, routes).shop);
      written = [find(virtualService, 'VirtualService', 'web').spec, find(httpRoute, 'HTTPRoute', 'web').spec.rules];
    });
    // What is refused in either is refused before anything is written: twice the same match, or an order that istiod would not keep.
    if (written === undefined) {
      expect(wrong).toMatch(/Two routes have the match|There is a route for all other requests|is never reached|has no priorities|add up to|has no path that it could replace/);
      return;
    }
    compared += 1;
    for (const one of requests) expect(byHttpRoute(written[1], 'shop', one)).toEqual(byVirtualService(written[0], 'shop', one));
  }), { numRuns: 60 });
  expect(compared).toBeGreaterThan(20);
});
