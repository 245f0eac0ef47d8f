import { Duration } from 'cdk8s';
import {
  H2UpgradePolicy, LoadBalancer, Locality, MeshPort, MeshProps, MeshService, Percentage, ProtoDuration, RouteDialect, StringMatch,
  TrafficPolicyOptions,
} from '../../../src';
import { deployment, find, meshFor, service, titles } from '../harness';

const WEB = 'web.shop.svc.cluster.local';

function policyOf(options: TrafficPolicyOptions, ports = [MeshPort.http(80, { target: 8080 })]): any {
  const { shop } = meshFor();
  shop.addService('web', { ports, selector: { app: 'web' } }).trafficPolicy(options);
  return find(shop, 'DestinationRule', 'web').spec.trafficPolicy;
}

function services(props: MeshProps): { shop: ReturnType<typeof meshFor>['shop']; web: MeshService; mesh: ReturnType<typeof meshFor>['mesh'] } {
  const { shop, mesh } = meshFor(props);
  return { shop, mesh, web: service(shop, 'web') };
}

test('a policy and the versions of a service are one destination rule', () => {
  const { shop } = meshFor();
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: '1.0' } }));
  web.addVersion('v2', deployment(shop, 'web-v2', { labels: { app: 'web', version: '2.0' } }), { trafficPolicy: { loadBalancer: LoadBalancer.random() } });
  web.split(v1.weight(100));
  web.trafficPolicy({ connectionPool: { tcp: { maxConnections: 100 } }, retryBudget: { percent: Percentage.of(25) } });
  expect(find(shop, 'DestinationRule', 'web').spec).toEqual({
    host: WEB,
    trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } }, retryBudget: { percent: 25 } },
    subsets: [
      { name: 'v1', labels: { version: '1.0' } },
      { name: 'v2', labels: { version: '2.0' }, trafficPolicy: { loadBalancer: { simple: 'RANDOM' } } },
    ],
  });
});

test('a port has of the policy around it what it does not say itself, which Istio would not give it', () => {
  expect(policyOf({
    outlierDetection: { consecutive5xxErrors: 3 },
    loadBalancer: LoadBalancer.roundRobin(),
    portLevelSettings: [{ port: 90, loadBalancer: LoadBalancer.random() }, { port: 80, connectionPool: { tcp: { maxConnections: 5 } } }],
  }, [MeshPort.http(80), MeshPort.http(90)])).toEqual({
    outlierDetection: { consecutive5xxErrors: 3 },
    loadBalancer: { simple: 'ROUND_ROBIN' },
    portLevelSettings: [
      {
        port: { number: 80 },
        connectionPool: { tcp: { maxConnections: 5 } },
        outlierDetection: { consecutive5xxErrors: 3 },
        loadBalancer: { simple: 'ROUND_ROBIN' },
      },
      { port: { number: 90 }, outlierDetection: { consecutive5xxErrors: 3 }, loadBalancer: { simple: 'RANDOM' } },
    ],
  });
});

test.each<[string, LoadBalancer, object]>([
  ['the fewest requests', LoadBalancer.leastRequest({ warmup: { duration: ProtoDuration.seconds(30) } }), { simple: 'LEAST_REQUEST', warmup: { duration: '30s' } }],
  ['turns', LoadBalancer.roundRobin(), { simple: 'ROUND_ROBIN' }],
  ['no place', LoadBalancer.random({ locality: Locality.ignored() }), { simple: 'RANDOM', localityLbSetting: { enabled: false } }],
  ['the caller', LoadBalancer.passthrough(), { simple: 'PASSTHROUGH' }],
  ['a header', LoadBalancer.hashOfHeader('x-user'), { consistentHash: { httpHeaderName: 'x-user' } }],
  ['a cookie', LoadBalancer.hashOfCookie({ name: 'user', ttl: ProtoDuration.seconds(0) }), { consistentHash: { httpCookie: { name: 'user', ttl: '0s' } } }],
  ['a parameter', LoadBalancer.hashOfQueryParameter('id'), { consistentHash: { httpQueryParameterName: 'id' } }],
  ['an address', LoadBalancer.hashOfSourceIp(), { consistentHash: { useSourceIp: true } }],
  ['shares', LoadBalancer.roundRobin({ locality: Locality.distribute({ 'b/*': { 'b/*': 100 }, 'a/*': { 'b/*': 30, 'a/*': 70 } }) }), {
    simple: 'ROUND_ROBIN',
    localityLbSetting: { distribute: [{ from: 'a/*', to: { 'a/*': 70, 'b/*': 30 } }, { from: 'b/*', to: { 'b/*': 100 } }] },
  }],
  ['zones', LoadBalancer.leastRequest({ locality: Locality.zoneAware({ minClusterSize: 3 }) }), { simple: 'LEAST_REQUEST', zoneAwareLbSetting: { minClusterSize: 3 } }],
])('endpoints are chosen by %s', (_, loadBalancer, expected) => {
  expect(policyOf({ loadBalancer }).loadBalancer).toEqual(expected);
});

test('a failover to other localities needs outlier detection', () => {
  const loadBalancer = LoadBalancer.leastRequest({ locality: Locality.failover({ 'us-east': 'us-west', 'eu-a': 'eu-b' }) });
  const { shop } = meshFor();
  const web = service(shop, 'web');
  web.trafficPolicy({ loadBalancer });
  expect(web.node.validate()).toEqual([
    'The service fails over to other localities, and has no outlier detection, without which no endpoint is ever found ill. '
    + 'Give outlierDetection, for the service or as a default of the mesh.',
  ]);
  expect(policyOf({ loadBalancer, outlierDetection: {} })).toEqual({
    loadBalancer: { simple: 'LEAST_REQUEST', localityLbSetting: { failover: [{ from: 'eu-a', to: 'eu-b' }, { from: 'us-east', to: 'us-west' }] } },
    outlierDetection: {},
  });
  const inMesh = services({ controlPlane: true, defaults: { outlierDetection: { consecutive5xxErrors: 2 } } });
  inMesh.web.trafficPolicy({ loadBalancer });
  expect(inMesh.web.node.validate()).toEqual([]);
});

test.each<[string, TrafficPolicyOptions, string]>([
  ['nothing', {}, 'The traffic policy says nothing. Give at least one field, or leave it out.'],
  ['a limit of 0', { connectionPool: { http: { maxRetries: 0 } } },
    'maxRetries is 0, which Istio reads as no limit. Give a number from 1 on, or leave it out for no limit.'],
  ['HTTP/2 on HTTP/1.1', { connectionPool: { http: { maxConcurrentStreams: 10 } } },
    'maxConcurrentStreams is for HTTP/2, which the service is not called in. Make the port with MeshPort.http2 or grpc, or give h2UpgradePolicy: H2UpgradePolicy.UPGRADE.'],
  ['an upgrade that does not happen', { connectionPool: { http: { useClientProtocol: true, h2UpgradePolicy: H2UpgradePolicy.UPGRADE } } },
    'h2UpgradePolicy is UPGRADE, and has no effect beside useClientProtocol. Keep one of them.'],
  ['gateway errors that do not count', { outlierDetection: { consecutiveGatewayErrors: 5 } },
    'consecutiveGatewayErrors is 5, but 5 errors of any kind are enough (consecutive5xxErrors). Give a smaller number, or turn the other off with consecutive5xxErrors: 0.'],
  ['local failures that are not told apart', { outlierDetection: { consecutiveLocalOriginFailures: 2 } },
    'consecutiveLocalOriginFailures is 2, and has no effect without splitExternalLocalOriginErrors. Give splitExternalLocalOriginErrors: true, or leave it out.'],
  ['a foreign port', { portLevelSettings: [{ port: 81, outlierDetection: {} }] },
    'A traffic policy is for port 81, and the ports of the service are 80. Name one of them.'],
  ['a port twice', { portLevelSettings: [{ port: 80, outlierDetection: {} }, { port: 80, outlierDetection: {} }] }, 'Port 80 has two policies. Put both into one.'],
  ['an empty port', { portLevelSettings: [{ port: 80 }] }, 'The traffic policy of port 80 says nothing. Give at least one field, or leave the port out.'],
])('%s is refused', (_, options, message) => {
  expect(() => policyOf(options)).toThrow(new Error(`[mesh-2-shop/services/web] ${message}`));
});

test.each<[string, TrafficPolicyOptions, string]>([
  ['limits of requests', { connectionPool: { http: { maxRetries: 1 } } }, 'limits of HTTP requests (connectionPool.http)'],
  ['a hash of a header', { loadBalancer: LoadBalancer.hashOfHeader('x-user') }, 'a hash of the header "x-user"'],
])('%s are refused where there are no requests', (_, options, what) => {
  const message = `The service has ${what}, and speaks tcp, in which there are no requests. Leave it out, or make the port with MeshPort.http, http2 or grpc. (A17)`;
  expect(() => policyOf(options, [MeshPort.tcp(6379)])).toThrow(new Error(`[mesh-2-shop/services/web] ${message}`));
});

test('a second policy is refused', () => {
  const { web } = services({});
  web.trafficPolicy({ outlierDetection: {} });
  expect(() => web.trafficPolicy({ outlierDetection: {} })).toThrow(new Error(
    '[mesh-2-shop/services/web] The service has its traffic policy already. Call trafficPolicy() once, with everything.'));
});

test('versions that have Services of their own are called as the service is', () => {
  const { shop } = meshFor({ routeDialect: RouteDialect.GATEWAY_API });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: '1.0' } }));
  const v2 = web.addVersion('v2', deployment(shop, 'web-v2', { labels: { app: 'web', version: '2.0' } }), { trafficPolicy: { outlierDetection: {} } });
  web.split(v1.weight(50), v2.weight(50));
  expect(titles(shop).filter((title) => title.startsWith('DestinationRule'))).toEqual(['DestinationRule web-v2']);
  web.trafficPolicy({ loadBalancer: LoadBalancer.random() });
  const loadBalancer = { simple: 'RANDOM' };
  expect(find(shop, 'DestinationRule', 'web').spec).toEqual({ host: WEB, trafficPolicy: { loadBalancer } });
  expect(find(shop, 'DestinationRule', 'web-v1').spec).toEqual({ host: 'web-v1.shop.svc.cluster.local', trafficPolicy: { loadBalancer } });
  expect(find(shop, 'DestinationRule', 'web-v2').spec).toEqual({
    host: 'web-v2.shop.svc.cluster.local', trafficPolicy: { loadBalancer, outlierDetection: {} },
  });
});

describe('defaults', () => {
  const DEFAULTS = {
    timeout: Duration.seconds(15),
    retries: { attempts: 3, retryOn: ['unavailable', '503'] },
    outlierDetection: { consecutive5xxErrors: 7 },
    connectionPool: { tcp: { maxConnections: 9 }, http: { maxRetries: 4 } },
    loadBalancer: LoadBalancer.roundRobin(),
  };

  test('of the mesh are in the mesh configuration as far as it has fields for them, and the rest in the rules of each service', () => {
    const { mesh, shop } = services({ controlPlane: true, defaults: DEFAULTS });
    expect(mesh._meshConfig).toMatchObject({
      defaultHttpRetryPolicy: { attempts: 3, retryOn: 'unavailable,503' },
      defaultTrafficPolicy: {
        outlierDetection: { consecutive5xxErrors: 7 },
        connectionPool: { tcp: { maxConnections: 9 }, http: { maxRetries: 4 } },
      },
    });
    expect(find(shop, 'VirtualService', 'web').spec).toEqual({ hosts: [WEB], http: [{ route: [{ destination: { host: WEB } }], timeout: '15s' }] });
    expect(find(shop, 'DestinationRule', 'web').spec).toEqual({ host: WEB, trafficPolicy: { loadBalancer: { simple: 'ROUND_ROBIN' } } });
  });

  test('that the mesh configuration says alone write no object for a service', () => {
    const { shop } = services({ controlPlane: true, defaults: { retries: { attempts: 1 }, outlierDetection: {} } });
    expect(titles(shop)).toEqual(['Namespace shop', 'Service web', 'Deployment web']);
  });

  test('are all in the rules of each service where somebody else writes the mesh configuration', () => {
    const { shop } = services({ defaults: DEFAULTS });
    expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([
      { route: [{ destination: { host: WEB } }], timeout: '15s', retries: { attempts: 3, retryOn: 'unavailable,503' } },
    ]);
    expect(find(shop, 'DestinationRule', 'web').spec.trafficPolicy).toEqual({
      outlierDetection: { consecutive5xxErrors: 7 },
      connectionPool: { tcp: { maxConnections: 9 }, http: { maxRetries: 4 } },
      loadBalancer: { simple: 'ROUND_ROBIN' },
    });
  });

  test('hold for connections as far as connections have them', () => {
    const { shop } = meshFor({ defaults: { ...DEFAULTS, loadBalancer: LoadBalancer.hashOfHeader('x-user') } });
    shop.addService('db', { ports: [MeshPort.tcp(5432)], selector: { app: 'db' } });
    expect(find(shop, 'VirtualService', 'db')).toBeUndefined();
    expect(find(shop, 'DestinationRule', 'db').spec.trafficPolicy).toEqual({
      outlierDetection: { consecutive5xxErrors: 7 }, connectionPool: { tcp: { maxConnections: 9 } },
    });
  });

  test('of a namespace stand over those of the mesh, and what a service says over both, field by field', () => {
    const { mesh } = meshFor({ defaults: DEFAULTS });
    const lab = mesh.addNamespace('lab', { defaults: { timeout: Duration.seconds(60), loadBalancer: LoadBalancer.random() } });
    const web = service(lab, 'web');
    web.route({ match: [{ path: StringMatch.exact('/stream') }], timeout: Duration.seconds(0) });
    web.trafficPolicy({ outlierDetection: { consecutive5xxErrors: 1 } });
    const { http } = find(lab, 'VirtualService', 'web').spec;
    expect(http.map(({ timeout }: { timeout?: string }) => timeout)).toEqual([undefined, '60s']);
    expect(find(lab, 'DestinationRule', 'web').spec.trafficPolicy).toEqual({
      connectionPool: { tcp: { maxConnections: 9 }, http: { maxRetries: 4 } },
      loadBalancer: { simple: 'RANDOM' },
      outlierDetection: { consecutive5xxErrors: 1 },
    });
    expect(mesh.overrides.map(({ where, field }) => `${where} ${field}`)).toEqual([
      'lab loadBalancer', 'lab timeout', 'lab/web outlierDetection', 'lab/web timeout',
    ]);
    expect(mesh.overrides[0].declaredAt).toMatch(/traffic-policy\.test\.ts:\d+$/);
  });

  test('do not hold for answers that the proxy gives itself', () => {
    const { shop, web } = services({ defaults: { timeout: Duration.seconds(15) } });
    web.route({ match: [{ path: StringMatch.exact('/teapot') }], directResponse: { status: 418 } });
    expect(find(shop, 'VirtualService', 'web').spec.http[0]).toEqual({
      match: [{ uri: { exact: '/teapot' } }],
      directResponse: { status: 418 },
    });
  });

  test('that are wrong are refused where they are given', () => {
    expect(() => meshFor({ defaults: { retries: { attempts: 1, retryOn: ['sometimes'] } } })).toThrow(new Error(
      '[mesh] "sometimes" is not a condition to retry on. Give HTTP statuses such as "503", and any of 5xx, gateway-error, reset, reset-before-request, connect-failure, '
      + 'envoy-ratelimited, retriable-4xx, refused-stream, retriable-status-codes, retriable-headers, http3-post-connect-failure, cancelled, deadline-exceeded, internal, '
      + 'resource-exhausted, unavailable.'));
    expect(() => meshFor({ routeDialect: RouteDialect.GATEWAY_API, defaults: { timeout: Duration.seconds(1) } }).shop.addService('api', { ports: [MeshPort.grpc(90)] }))
      .toThrow(new Error('[mesh-2-shop/services/api] A GRPCRoute of the Gateway API has no field for the option "timeout" of a route. '
        + 'Make the port with MeshPort.http2, whose routes are an HTTPRoute, or write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.'));
  });
});

test.each<[string, (name: string) => LoadBalancer]>([
  ['a header', (name) => LoadBalancer.hashOfHeader(name)],
  ['a cookie', (name) => LoadBalancer.hashOfCookie({ name })],
  ['a parameter', (name) => LoadBalancer.hashOfQueryParameter(name)],
])('a hash of %s without a name is refused, since Envoy would refuse the whole service', (what, hash) => {
  for (const name of ['', ' ']) {
    expect(() => hash(name)).toThrow(new Error(`"${name}" is not the name of ${what} by which requests could be told apart. Write its name, such as "x-user".`));
  }
});
