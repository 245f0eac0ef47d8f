import { Duration } from 'cdk8s';
import {
  FlaggerCanary, FlaggerCanaryProps, MeshNamespace, MeshPort, MeshService, MeshServiceOptions, ReleaseGate, ReleasePlan, RouteDialect, StringMatch,
  VersionCookie,
} from '../../../src';
import { deployment, everything, find, meshFor, titles } from '../harness';

const gates = [
  ReleaseGate.pause(Duration.minutes(5)), ReleaseGate.successRate(99), ReleaseGate.latency(Duration.millis(500), { interval: Duration.seconds(30) }),
];
const plan = ReleasePlan.canary({ weights: [10, 50], gates });

function served(options: Partial<MeshServiceOptions> = {}): { shop: MeshNamespace; web: MeshService } & ReturnType<typeof meshFor> {
  const parts = meshFor();
  const web = parts.shop.addService('web', {
    ports: [MeshPort.http(80, { target: 8080 })],
    workload: deployment(parts.shop, 'web', { labels: { app: 'web', team: 'web' } }),
    selector: { team: 'web' },
    createService: false,
    ...options,
  });
  return { ...parts, web };
}

const canaryOf = (props: Partial<FlaggerCanaryProps> = {}, options: Partial<MeshServiceOptions> = {}): any => {
  const { shop, web } = served(options);
  new FlaggerCanary(web, 'canary', { plan, ...props });
  return find(shop, 'Canary', 'web');
};

test('the Canary has the route and the steps, and nobody else writes what Flagger makes', () => {
  const { shop, web } = served();
  new FlaggerCanary(web, 'canary', { plan, route: { timeout: Duration.seconds(3), retries: { attempts: 2 } } });
  expect(find(shop, 'Canary', 'web')).toEqual({
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      provider: 'istio',
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      service: { port: 80, targetPort: 8080, portName: 'http-80', appProtocol: 'http', timeout: '3s', retries: { attempts: 2 } },
      analysis: {
        interval: '300s',
        threshold: 5,
        stepWeights: [10, 50],
        metrics: [
          { name: 'request-success-rate', interval: '60s', thresholdRange: { min: 99 } },
          { name: 'request-duration', interval: '30s', thresholdRange: { max: 500 } },
        ],
      },
    },
  });
  expect(titles(shop)).toEqual(['Namespace shop', 'Canary web', 'Deployment web']);
});

test('what the service says of its calls is told to Flagger, which writes the DestinationRules', () => {
  const { shop, web } = served();
  web.trafficPolicy({ connectionPool: { tcp: { maxConnections: 10 } } });
  new FlaggerCanary(web, 'canary', { plan });
  expect(find(shop, 'Canary', 'web').spec.service.trafficPolicy).toEqual({ connectionPool: { tcp: { maxConnections: 10 } } });
  expect(find(shop, 'DestinationRule', 'web')).toBeUndefined();
});

test('defaults of the mesh that routes carry are told to Flagger, too', () => {
  const { shop } = meshFor({ defaults: { timeout: Duration.seconds(7) } });
  const workload = deployment(shop, 'web', { labels: { app: 'web', team: 'web' } });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload, selector: { team: 'web' }, createService: false });
  new FlaggerCanary(web, 'canary', { plan });
  expect(find(shop, 'Canary', 'web').spec.service.timeout).toBe('7s');
  expect(find(shop, 'VirtualService', 'web')).toBeUndefined();
});

test('in the dialect of the Gateway API, Flagger attaches its HTTPRoute to the Service', () => {
  const { spec } = canaryOf({ route: { timeout: Duration.millis(1500) } }, { routeDialect: RouteDialect.GATEWAY_API });
  expect([spec.provider, spec.service]).toEqual(['gatewayapi:v1', {
    port: 80,
    targetPort: 8080,
    portName: 'http-80',
    appProtocol: 'http',
    timeout: '1s500ms',
    gatewayRefs: [{ group: '', kind: 'Service', name: 'web', port: 80 }],
  }]);
});

test('blue/green, copies, previews and cookies have forms of their own', () => {
  const analysis = (drawn: ReleasePlan, props: Partial<FlaggerCanaryProps> = {}): any => canaryOf({ plan: drawn, ...props }).spec.analysis;
  expect(analysis(ReleasePlan.blueGreen(), { iterations: 3, threshold: 2 })).toEqual({ interval: '60s', threshold: 2, iterations: 3 });
  expect(analysis(ReleasePlan.darkLaunch({ percentages: [20] }).followedBy(ReleasePlan.blueGreen()))).toEqual({
    interval: '60s', threshold: 5, iterations: 10, mirror: true, mirrorWeight: 20,
  });
  expect(analysis(ReleasePlan.blueGreen({ preview: [{ headers: { 'X-Preview': StringMatch.exact('yes') } }] })).match).toEqual([
    { headers: { 'x-preview': { exact: 'yes' } } },
  ]);
  expect(analysis(ReleasePlan.canary({ weights: [5], stickiness: VersionCookie.named('web', { maxAge: Duration.hours(1) }) })).sessionAffinity).toEqual({
    cookieName: 'web', maxAge: 3600,
  });
});

test.each<[Partial<FlaggerCanaryProps>, Partial<MeshServiceOptions>, string]>([
  [{ plan: ReleasePlan.preview({ match: [{ headers: { a: StringMatch.exact('b') } }] }).followedBy(plan) }, {},
    'The plan has a preview and shares that grow, which Flagger cannot say. Change the plan, or write its steps with service.release().'],
  [{ plan: ReleasePlan.canary({ weights: [5], gates: [ReleaseGate.approval()] }) }, {},
    'The plan waits for a person to agree, which Flagger cannot say. Change the plan, or write its steps with service.release().'],
  [{}, { createService: true }, 'Flagger makes the Service "web" itself, and the service writes one, too. Make it with createService: false.'],
  [{}, { ports: [MeshPort.http(80), MeshPort.http(81)] }, 'The service has the ports 80, 81, and a Canary has one. Give the other ports to a service of their own.'],
  [{}, { ports: [MeshPort.tls(443)] }, 'Port 443 speaks tls, which Flagger cannot release. Write the steps with service.release().'],
  [{ route: { match: [] } }, {}, 'The route has the option "match", which Flagger has no field for. Leave it out.'],
  [{ route: { retries: { attempts: 1 } } }, { routeDialect: RouteDialect.GATEWAY_API },
    'The route has the option "retries", which Flagger does not write into an HTTPRoute. Leave it out, or make the service with routeDialect: RouteDialect.ISTIO.'],
])('what Flagger cannot say is refused: %#', (props, options, message) => {
  expect(() => canaryOf(props, options)).toThrow(new Error(`[mesh-2-shop/services/web/canary] ${message}`));
});

test('routes beside those of Flagger, and a selector that it breaks, are reported', () => {
  const { app, web } = served({ selector: { app: 'web' } });
  new FlaggerCanary(web, 'canary', { plan });
  web.route({ timeout: Duration.seconds(3) });
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-shop/services/web/canary] Flagger writes the routes of "web", and the service has routes or a split of its own. '
    + 'Leave route(), split() and mirror() out, and give the route to the FlaggerCanary.\n'
    + '  [mesh-2-shop/services/web/canary] The selector app=web does not pick the pods of the stable version, whose label "app" Flagger changes to "web-primary". '
    + 'Give the pods a further label, and addService() a selector with it alone.'));
});
