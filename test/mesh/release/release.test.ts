import { Duration } from 'cdk8s';
import { MeshNamespace, MeshPort, MeshService, ReleasePlan, RouteDialect, ServiceVersion, StringMatch, VersionCookie } from '../../../src';
import { deployment, find, meshFor } from '../harness';

interface Versioned {
  readonly shop: MeshNamespace;
  readonly web: MeshService;
  readonly v1: ServiceVersion;
  readonly v2: ServiceVersion;
}

function versioned(routeDialect = RouteDialect.ISTIO, names = ['v1', 'v2']): Versioned {
  const { shop } = meshFor({ routeDialect });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const [v1, v2] = names.map((version) => web.addVersion(version, deployment(shop, `web-${version}`, { labels: { app: 'web', version } })));
  return { shop, web, v1, v2 };
}

const HOST = 'web.shop.svc.cluster.local';
const to = (subset: string, weight?: number): object => ({ destination: { host: HOST, subset }, ...(weight !== undefined && { weight }) });
const backend = (version: string, weight?: number): object => ({ name: `web-${version}`, port: 80, ...(weight !== undefined && { weight }) });
const insiders = [{ headers: { 'x-preview': StringMatch.exact('yes') } }];

test.each([[0, [to('v1')]], [1, [to('v1', 95), to('v2', 5)]], [2, [to('v1', 50), to('v2', 50)]], [3, [to('v2')]]])('step %d of a canary is a split', (step, route) => {
  const { shop, web } = versioned();
  web.release(ReleasePlan.canary({ weights: [5, 50] }), step);
  expect(find(shop, 'VirtualService', 'web').spec).toEqual({ hosts: [HOST], http: [{ route }] });
});

test('a step is written in the dialect of the service', () => {
  const { shop, web } = versioned(RouteDialect.GATEWAY_API);
  web.release(ReleasePlan.canary({ weights: [5] }), 1);
  expect(find(shop, 'HTTPRoute', 'web').spec.rules).toEqual([{ backendRefs: [backend('v1', 95), backend('v2', 5)] }]);
});

test('a dark launch copies requests to the new version', () => {
  const { shop, web } = versioned();
  web.release(ReleasePlan.darkLaunch({ percentages: [10] }), 1);
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { route: [to('v1')], mirrors: [{ destination: { host: HOST, subset: 'v2' }, percentage: { value: 10 } }] },
  ]);
});

test('a preview sends requests of every route that does not say where it goes to the new version, treated as that route says', () => {
  const { shop, web, v1 } = versioned();
  web.route({ name: 'slow', match: [{ pathPrefix: '/slow' }], timeout: Duration.seconds(9) });
  web.route({ match: [{ path: StringMatch.exact('/pinned') }], to: [v1.weight(100)] });
  web.release(ReleasePlan.blueGreen({ preview: insiders }), 1);
  const headers = { 'x-preview': { exact: 'yes' } };
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { match: [{ uri: { exact: '/pinned' } }], route: [to('v1')] },
    { name: 'slow-preview', match: [{ uri: { exact: '/slow' }, headers }, { uri: { prefix: '/slow/' }, headers }], route: [to('v2')], timeout: '9s' },
    { name: 'slow', match: [{ uri: { exact: '/slow' } }, { uri: { prefix: '/slow/' } }], route: [to('v1')], timeout: '9s' },
    { name: 'preview', match: [{ headers }], route: [to('v2')] },
    { route: [to('v1')] },
  ]);
});

const cookie = { regex: '(?:.*;\\s*)?web-version=v2(?:;.*)?' };

test('a cookie keeps whoever has got the new version with it', () => {
  const { shop, web } = versioned();
  web.release(ReleasePlan.canary({ weights: [10], stickiness: VersionCookie.named('web-version', { maxAge: Duration.hours(1) }) }), 1);
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
    { name: 'sticky', match: [{ headers: { cookie: { regex: cookie.regex } } }], route: [to('v2')] },
    { route: [to('v1', 90), { ...to('v2', 10), headers: { response: { add: { 'Set-Cookie': 'web-version=v2; Path=/; Max-Age=3600' } } } }] },
  ]);
});

test('a cookie is set by a filter of the backend in the dialect of the Gateway API', () => {
  const { shop, web } = versioned(RouteDialect.GATEWAY_API);
  web.release(ReleasePlan.canary({ weights: [10], stickiness: VersionCookie.named('web-version') }), 1);
  expect(find(shop, 'HTTPRoute', 'web').spec.rules).toEqual([
    { name: 'sticky', matches: [{ headers: [{ name: 'cookie', type: 'RegularExpression', value: cookie.regex }] }], backendRefs: [backend('v2')] },
    {
      backendRefs: [backend('v1', 90), {
        ...backend('v2', 10),
        filters: [{ type: 'ResponseHeaderModifier', responseHeaderModifier: { add: [{ name: 'Set-Cookie', value: 'web-version=v2; Path=/; Max-Age=86400' }] } }],
      }],
    },
  ]);
});

test('before and after the shares, nobody needs a cookie', () => {
  for (const step of [0, 2]) {
    const { shop, web } = versioned();
    web.release(ReleasePlan.canary({ weights: [10], stickiness: VersionCookie.named('web-version') }), step);
    expect(find(shop, 'VirtualService', 'web').spec.http).toHaveLength(1);
  }
});

test('of three versions, two are named', () => {
  const { shop, web } = versioned(RouteDialect.ISTIO, ['v1', 'v2', 'v3']);
  const [, v2, v3] = web.versions;
  web.release(ReleasePlan.canary({ weights: [5] }), 1, { stable: v2, next: v3 });
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([{ route: [to('v2', 95), to('v3', 5)] }]);
});

test.each<[(parts: Versioned) => void, string]>([
  [({ web }) => web.release(ReleasePlan.canary({ weights: [5] }), 3), 'The release plan has no step 3. Give one of 0 (stable), 1 (5 %), 2 (100 %).'],
  [({ web, v1 }) => web.release(ReleasePlan.blueGreen(), 0, { stable: v1, next: v1 }), 'Version "v1" cannot be released over itself. Give two versions.'],
  [({ web, v1 }) => {
    web.split(v1.weight(100));
    web.release(ReleasePlan.blueGreen(), 0);
  }, 'The traffic is split already. Call split() once, with all the versions.'],
])('a release that cannot be is refused: %#', (action, message) => {
  const parts = versioned();
  expect(() => action(parts)).toThrow(new Error(`[mesh-2-shop/services/web] ${message}`));
});

test('a service with three versions must say which', () => {
  const { web } = versioned(RouteDialect.ISTIO, ['v1', 'v2', 'v3']);
  expect(() => web.release(ReleasePlan.blueGreen(), 0)).toThrow(new Error('[mesh-2-shop/services/web] The service has 3 versions ("v1", "v2", "v3"), and a release '
    + 'goes from one to another. Say which with { stable, next }, or add two versions with addVersion().'));
});
