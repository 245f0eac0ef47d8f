import { deployment, find, meshFor, messageOf, plain, said, service } from './harness';
import { MeshPort, StringMatch, Suppressions } from '../../src';

const WEB = 'web.shop.svc.cluster.local';
const to = (host: string, subset?: string): object => ({ http: [{ route: [{ destination: { host, ...(subset && { subset }) } }] }] });

describe('A1: short hosts', () => {
  test('A1: what services write has full host names', () => {
    const { shop } = meshFor();
    service(shop, 'web').route({});
    expect(find(shop, 'VirtualService', 'web').spec).toEqual({ hosts: [WEB], http: [{ route: [{ destination: { host: WEB } }] }] });
  });

  test('A1: a plain object with a short host is warned about', () => {
    const { app, shop } = meshFor();
    plain(shop, 'VirtualService', 'reviews', { hosts: ['reviews'], ...to('reviews') });
    plain(shop, 'DestinationRule', 'ratings', { host: 'ratings' });
    expect(said(app)).toEqual({
      errors: [],
      warnings: [
        'Host "ratings" is short, and means "ratings.shop.svc.cluster.local" whatever the namespace of the caller. Write the full name of the host. (A1)',
        'Host "reviews" is short, and means "reviews.shop.svc.cluster.local" whatever the namespace of the caller. Write the full name of the host. (A1)',
      ],
    });
  });
});

test('A2: a delegate with a short destination is warned about', () => {
  const { app, shop } = meshFor();
  plain(shop, 'VirtualService', 'part', to('reviews'));
  expect(said(app)).toEqual({
    errors: [],
    warnings: ['The delegate sends to "reviews", which may be read in the namespace of the VirtualService that delegates to it. Write the full name of the host. (A2)'],
  });
});

describe('A3: subsets without a rule', () => {
  test('A3: a version that is routed to has its subset', () => {
    const { shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
    const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
    web.split(v1.weight(100));
    expect(find(shop, 'DestinationRule', 'web').spec).toEqual({ host: WEB, subsets: [{ name: 'v1', labels: { version: 'v1' } }] });
  });

  test('A3: a plain route to a subset of a service that has no such version is refused', () => {
    const { app, shop } = meshFor();
    service(shop, 'web');
    plain(shop, 'VirtualService', 'preview', { hosts: [WEB], ...to(WEB, 'v9') });
    expect(said(app)).toEqual({
      errors: [`It sends to subset "v9" of "${WEB}", which no DestinationRule of this program has; they have none. Add the version with addVersion("v9", …). (A3)`],
      warnings: [],
    });
  });

  test('A3: a plain route to a subset of a host that somebody else may know is warned about', () => {
    const { app, shop } = meshFor();
    plain(shop, 'VirtualService', 'other', { hosts: ['other.team.svc.cluster.local'], ...to('other.team.svc.cluster.local', 'v1') });
    expect(said(app).warnings).toEqual([
      'It sends to subset "v1" of "other.team.svc.cluster.local", which no DestinationRule of this program has; they have none. '
      + 'Write the DestinationRule beside it, or correct the name. (A3)',
    ]);
  });
});

test('A4: a subset whose labels no pod has is refused, also that of a plain DestinationRule', () => {
  const { app, shop } = meshFor();
  service(shop, 'web');
  plain(shop, 'DestinationRule', 'web-subsets', { host: WEB, subsets: [{ name: 'v1', labels: { version: 'v1' } }] });
  const api = shop.addService('api', { ports: [MeshPort.http(80, { target: 8080 })] });
  api.addVersion('v2', deployment(shop, 'api', { labels: { app: 'api', version: 'v1' } }), { labels: { version: 'v2' } });
  expect(said(app).errors).toEqual([
    'Subset "v1" is for pods with version=v1, and those of "mesh-2-shop/services/web" have app=web. Correct the labels of the subset or those of the pods. (A4)',
    'The labels version=v2 of version "v2" match no pod: Deployment "api" has app=api,version=v1. Change the labels of the version or those of the pods. (A4)',
  ]);
});

describe('A5: split DestinationRules', () => {
  test('A5: two plain ones for a host, or one beside that of a service, are refused', () => {
    const { app, mesh, shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
    web.split(web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } })).weight(100));
    plain(shop, 'DestinationRule', 'a-web', { host: WEB });
    plain(mesh.addNamespace('team'), 'DestinationRule', 'b', { host: 'b.example.com' });
    plain(mesh.namespaces[0], 'DestinationRule', 'b', { host: 'b.example.com' });
    expect(said(app).errors).toEqual([
      'Service "mesh-2-shop/services/web" writes a DestinationRule for its host "web.shop.svc.cluster.local", too. Say it with addVersion() and the other methods of the service. (A5)',
      'DestinationRule "shop/b" is for host "b.example.com" too: a proxy follows one of them. Put all of it into one DestinationRule. (A5)',
    ]);
  });

  test('A5: those that no proxy sees together, or that are for some clients alone, are fine', () => {
    const { app, mesh, shop } = meshFor();
    const exportTo = ['.'];
    plain(shop, 'DestinationRule', 'b', { host: 'b.example.com', exportTo });
    plain(mesh.addNamespace('team'), 'DestinationRule', 'b', { host: 'b.example.com', exportTo });
    plain(shop, 'DestinationRule', 'c', { host: 'b.example.com', workloadSelector: { matchLabels: { app: 'c' } } });
    expect(said(app)).toEqual({ errors: [], warnings: [] });
  });
});

describe('A6: several VirtualServices for a host', () => {
  test('A6: all that is said of a service stands in one', () => {
    const { shop } = meshFor();
    const web = service(shop, 'web');
    web.route({ name: 'all' });
    web.route({ name: 'get', match: [{ path: StringMatch.prefix('/a') }] });
    expect(find(shop, 'VirtualService', 'web').spec.http.map(({ name }: { name: string }) => name)).toEqual(['get', 'all']);
  });

  test('A6: a plain one for the host of a service with routes is refused', () => {
    const { app, shop } = meshFor();
    service(shop, 'web').route({});
    plain(shop, 'VirtualService', 'mine', { hosts: [WEB], ...to(WEB) });
    expect(said(app).errors).toEqual([
      `Service "mesh-2-shop/services/web" has routes for host "${WEB}", too: of two VirtualServices for a host, proxies follow one. `
      + 'Put all routes of a host into one VirtualService, or say them with route() of the service. (A6)',
    ]);
  });

  test('A6: two plain ones at a gateway are warned about', () => {
    const { app, shop } = meshFor();
    for (const name of ['one', 'two']) plain(shop, 'VirtualService', name, { hosts: ['b.example.com'], gateways: ['edge/public'], ...to(WEB) });
    expect(said(app)).toEqual({
      errors: [],
      warnings: [
        'VirtualService "shop/one" has routes for host "b.example.com" at gateway "edge/public", too, and which are tried first is left to chance. '
        + 'Put all routes of a host into one VirtualService, or say them with route() of the service. (A6)',
      ],
    });
  });
});

describe('A7: both dialects for a host', () => {
  const parentRefs = [{ group: '', kind: 'Service', name: 'web', port: 80 }];

  test('A7: an HTTPRoute beside the VirtualService of a service, or beside a plain one, is refused', () => {
    const { app, shop } = meshFor();
    service(shop, 'web').route({});
    plain(shop, 'HTTPRoute', 'mine', { parentRefs, rules: [{}] });
    expect(said(app).errors).toEqual([
      `Host ${WEB} has routes in two dialects: VirtualService "web" (mesh-2-shop/services/web/routes) and HTTPRoute "mine" (mesh-2-shop/plain-httproute-mine). `
      + 'Write all of them in one; the service says which with routeDialect. (A7)',
    ]);
  });

  test('A7: two plain ones are refused', () => {
    const { app, shop } = meshFor();
    plain(shop, 'HTTPRoute', 'mine', { parentRefs, rules: [{}] });
    plain(shop, 'VirtualService', 'yours', { hosts: [WEB], ...to(WEB) });
    expect(said(app).errors).toEqual([
      `Host ${WEB} has routes in two dialects: VirtualService "yours" (mesh-2-shop/plain-virtualservice-yours) and HTTPRoute "mine" (mesh-2-shop/plain-httproute-mine). `
      + 'Write all of them in one; the service says which with routeDialect. (A7)',
    ]);
  });
});

test('A8: weights must add up to 100', () => {
  const { shop } = meshFor();
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const [v1, v2] = ['v1', 'v2'].map((version) => web.addVersion(version, deployment(shop, `web-${version}`, { labels: { app: 'web', version } })));
  expect(messageOf(() => web.split(v1.weight(0), v2.weight(0)))).toBe(
    '[mesh-2-shop/services/web] The weights 0, 0 add up to 0, not to 100. Change them so that they add up to 100. (A8)');
});

describe('A34: no false alarms', () => {
  test('A34: the same path with another method, and a host at a gateway and in the mesh, are fine', () => {
    const { app, shop } = meshFor();
    const route = (method: string): object => ({ match: [{ uri: { prefix: '/a' }, method: { exact: method } }], route: [{ destination: { host: WEB } }] });
    service(shop, 'web');
    plain(shop, 'VirtualService', 'inside', { hosts: [WEB], http: [route('GET'), route('POST')] });
    plain(shop, 'VirtualService', 'edge', { hosts: [WEB], gateways: ['edge/public'], http: [route('GET')] });
    expect(said(app)).toEqual({ errors: [], warnings: [] });
  });

  test('A34: a finding is suppressed at one object, with a reason, and elsewhere goes on to be said', () => {
    const { app, shop } = meshFor();
    const known = plain(shop, 'VirtualService', 'a', { hosts: ['a'], ...to('a.shop.svc.cluster.local') });
    plain(shop, 'VirtualService', 'b', { hosts: ['b'], ...to('b.shop.svc.cluster.local') });
    Suppressions.of(known).add('A1', 'its callers are in the same namespace');
    expect(said(app).warnings.map((warning) => warning.slice(0, 8))).toEqual(['Host "b"']);
  });
});
