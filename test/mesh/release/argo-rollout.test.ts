import { Duration, Testing } from 'cdk8s';
import { ArgoRollout, ArgoRolloutProps, HttpMatch, KubernetesGateway, MeshService, ReleaseGate, ReleasePlan, RouteDialect, StringMatch, VersionCookie } from '../../../src';
import { everything, find, meshFor, service } from '../harness';

const plan = ReleasePlan.canary({ weights: [10, 50], gates: [ReleaseGate.pause(Duration.minutes(10)), ReleaseGate.approval()] });

type Released = ReturnType<typeof meshFor> & { readonly web: MeshService; readonly rollout: ArgoRollout };

function released(props: Partial<ArgoRolloutProps> = {}, routeDialect = RouteDialect.ISTIO): Released {
  const parts = meshFor({ routeDialect });
  const web = service(parts.shop, 'web');
  return { ...parts, web, rollout: new ArgoRollout(web, 'rollout', { plan, ...props }) };
}

test('the Rollout takes its pods from the Deployment and shifts between two subsets of ours', () => {
  const { shop } = released({ replicas: 3 });
  expect(find(shop, 'Rollout', 'web')).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      replicas: 3,
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', scaleDown: 'progressively' },
      strategy: {
        canary: {
          trafficRouting: {
            istio: {
              virtualServices: [{ name: 'web', routes: ['primary'] }],
              destinationRule: { name: 'web', stableSubsetName: 'stable', canarySubsetName: 'canary' },
            },
          },
          steps: [{ setWeight: 10 }, { pause: { duration: '600s' } }, { pause: {} }, { setWeight: 50 }, { pause: { duration: '600s' } }, { pause: {} }],
        },
      },
    },
  });
  const host = 'web.shop.svc.cluster.local';
  expect(find(shop, 'VirtualService', 'web').spec.http).toEqual([{
    name: 'primary',
    route: [{ destination: { host, subset: 'stable' }, weight: 100 }, { destination: { host, subset: 'canary' }, weight: 0 }],
  }]);
  expect(find(shop, 'DestinationRule', 'web').spec.subsets).toEqual([{ name: 'canary', labels: { app: 'web' } }, { name: 'stable', labels: { app: 'web' } }]);
});

test('in the dialect of the Gateway API it shifts between two Services, by the plugin', () => {
  const { shop } = released({}, RouteDialect.GATEWAY_API);
  const { canary } = find(shop, 'Rollout', 'web').spec.strategy;
  expect({ ...canary, steps: undefined }).toEqual({
    stableService: 'web-stable',
    canaryService: 'web-canary',
    trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': { namespace: 'shop', httpRoutes: [{ name: 'web' }] } } },
  });
  expect(find(shop, 'HTTPRoute', 'web').spec.rules).toEqual([
    { name: 'primary', backendRefs: [{ name: 'web-stable', port: 80, weight: 100 }, { name: 'web-canary', port: 80, weight: 0 }] },
  ]);
  expect(['web-stable', 'web-canary'].map((name) => find(shop, 'Service', name).spec.selector)).toEqual([{ app: 'web' }, { app: 'web' }]);
});

test('routes at gateways shift, too', () => {
  const { mesh, shop, web } = released();
  mesh.addIngressGateway('public').expose(web, { hosts: ['shop.example.com'] });
  const { istio } = find(shop, 'Rollout', 'web').spec.strategy.canary.trafficRouting;
  expect(istio.virtualServices).toEqual([
    { name: 'public-shop.example.com.istio-ingress', routes: ['primary'] },
    { name: 'web', routes: ['primary'] },
  ]);
});

test('at a gateway with VirtualServices, versions that are Services are hosts', () => {
  const { mesh, shop, web } = released({}, RouteDialect.GATEWAY_API);
  const gateway = mesh.addIngressGateway('public');
  gateway.expose(web, { hosts: ['shop.example.com'] });
  expect(find(mesh.namespaces[1], 'VirtualService', 'public-shop.example.com').spec.http[0].route).toEqual([
    { destination: { host: 'web-stable.shop.svc.cluster.local' }, weight: 100 }, { destination: { host: 'web-canary.shop.svc.cluster.local' }, weight: 0 },
  ]);
  expect(Object.keys(find(shop, 'Rollout', 'web').spec.strategy.canary.trafficRouting)).toEqual(['istio', 'plugins']);
});

test('a route of a Kubernetes gateway is named to the plugin', () => {
  const { shop, web } = released({}, RouteDialect.GATEWAY_API);
  new KubernetesGateway(shop, 'modern').expose(web, { hosts: ['shop.example.com'] });
  expect(find(shop, 'Rollout', 'web').spec.strategy.canary.trafficRouting.plugins['argoproj-labs/gatewayAPI'].httpRoutes).toEqual([
    { name: 'web' }, { name: 'web-modern' },
  ]);
});

test('copies and previews are routes that the controller makes and takes away', () => {
  const preview: HttpMatch[] = [{ headers: { 'x-preview': StringMatch.exact('yes') } }, { headers: { 'x-any': StringMatch.of() } }];
  const { shop } = released({
    plan: ReleasePlan.darkLaunch({ percentages: [10, 100] })
      .followedBy(ReleasePlan.preview({ match: preview }))
      .followedBy(ReleasePlan.canary({ weights: [50] })),
  });
  const { canary } = find(shop, 'Rollout', 'web').spec.strategy;
  expect(canary.trafficRouting.managedRoutes).toEqual([{ name: 'preview' }, { name: 'mirror' }]);
  const match = [{ path: { prefix: '/' } }];
  expect(canary.steps).toEqual([
    { setCanaryScale: { weight: 10 } },
    { setMirrorRoute: { name: 'mirror', percentage: 10, match } },
    { setCanaryScale: { weight: 100 } },
    { setMirrorRoute: { name: 'mirror', percentage: 100, match } },
    { setCanaryScale: { replicas: 1 } },
    { setMirrorRoute: { name: 'mirror' } },
    {
      setHeaderRoute: {
        name: 'preview',
        match: [{ headerName: 'x-preview', headerValue: { exact: 'yes' } }, { headerName: 'x-any', headerValue: { regex: '.*' } }],
      },
    },
    { setCanaryScale: { matchTrafficWeight: true } },
    { setWeight: 50 },
    { setHeaderRoute: { name: 'preview' } },
  ]);
});

test('gates that look at figures are templates, with an argument for the pods of the new version', () => {
  const gates = [ReleaseGate.successRate(99.5, { interval: Duration.seconds(30), count: 3 }), ReleaseGate.latency(Duration.millis(250))];
  const { shop } = released({ plan: ReleasePlan.canary({ weights: [10], gates }), prometheusAddress: 'http://prometheus:9090' });
  expect(find(shop, 'Rollout', 'web').spec.strategy.canary.steps).toEqual([
    { setWeight: 10 },
    ...['web-success-rate', 'web-latency'].map((templateName) => ({
      analysis: { templates: [{ templateName }], args: [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }] },
    })),
  ]);
  const pods = 'reporter="destination",destination_workload_namespace="shop",pod=~"web-{{args.canary-hash}}-.*"';
  expect(find(shop, 'AnalysisTemplate', 'web-success-rate').spec).toEqual({
    args: [{ name: 'canary-hash' }],
    metrics: [{
      name: 'success-rate',
      interval: '30s',
      count: 3,
      successCondition: 'result[0] >= 0.995',
      provider: {
        prometheus: {
          address: 'http://prometheus:9090',
          query: `sum(rate(istio_requests_total{${pods},response_code!~"5.*"}[30s])) / sum(rate(istio_requests_total{${pods}}[30s]))`,
        },
      },
    }],
  });
  expect(find(shop, 'AnalysisTemplate', 'web-latency').spec.metrics[0]).toMatchObject({
    successCondition: 'result[0] <= 250',
    provider: { prometheus: { query: `histogram_quantile(0.99, sum(rate(istio_request_duration_milliseconds_bucket{${pods}}[60s])) by (le))` } },
  });
});

test('what the controller changes is told for GitOps', () => {
  const { rollout } = released({ plan: ReleasePlan.darkLaunch().followedBy(plan) });
  expect(rollout.ignoredDifferences).toEqual([
    {
      group: 'networking.istio.io',
      kind: 'VirtualService',
      name: 'web',
      namespace: 'shop',
      jqPathExpressions: ['.spec.http[].route[]?.weight', '.spec.http[] | select(.name == "mirror")'],
    },
    {
      group: 'networking.istio.io',
      kind: 'DestinationRule',
      name: 'web',
      namespace: 'shop',
      jqPathExpressions: ['.spec.subsets[].labels["rollouts-pod-template-hash"]'],
    },
    { group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop', jsonPointers: ['/spec/replicas'] },
  ]);
});

test('routes that share out and have no name are reported: the controller would not find them', () => {
  const { app, web } = released();
  web.route({ match: [{ pathPrefix: '/slow' }], timeout: Duration.seconds(9) });
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-shop/services/web/rollout] 1 of the 2 routes in VirtualService "web" that share requests out have no name, by which Argo Rollouts would find them. '
    + 'Give each route of the service a name; named are "primary".'));
});

test.each<[Partial<ArgoRolloutProps>, string]>([
  [{ plan: ReleasePlan.canary({ weights: [10], stickiness: VersionCookie.named('web-version') }) },
    'The plan keeps callers with their version by the cookie "web-version", which a Rollout cannot say. Change the plan, or write its steps with service.release().'],
  [{ plan: ReleasePlan.darkLaunch() },
    'The plan (stable, copies of 100 %) does not end with all requests at the new version, which a Rollout cannot say. '
    + 'Change the plan, or write its steps with service.release().'],
  [{ plan: ReleasePlan.blueGreen({ preview: [{ path: StringMatch.exact('/new'), headers: { a: StringMatch.exact('b') } }] }) },
    'A preview asks for path and the header "a", which a Rollout cannot say. Change the plan, or write its steps with service.release().'],
  [{ plan: ReleasePlan.blueGreen({ gates: [ReleaseGate.successRate(99)] }) },
    'A gate asks that at least 99 % of the answers are good, and there is no Prometheus to look it up. '
    + 'Give prometheusAddress, such as http://prometheus.istio-system:9090.'],
])('what a Rollout cannot say is refused: %#', (props, message) => {
  expect(() => released(props)).toThrow(new Error(`[mesh-2-shop/services/web/rollout] ${message}`));
});

test('a service with versions of its own, or without a Deployment, is refused', () => {
  const { shop } = meshFor();
  const web = shop.addService('web', { selector: { app: 'web' } });
  expect(() => new ArgoRollout(web, 'rollout', { plan })).toThrow(new Error('[mesh-2-shop/services/web/rollout] The service has no workload of its own, '
    + 'and a Rollout takes its pods from a Deployment. Give addService() a Deployment as workload.'));
});

test('the pods of the Deployment have their proxy, as those of any other', () => {
  const { shop } = released();
  const { containers } = Testing.synth(shop).find(({ kind }) => kind === 'Deployment').spec.template.spec;
  expect(containers.map(({ name }: any) => name)).toEqual(['app', 'istio-proxy']);
});
