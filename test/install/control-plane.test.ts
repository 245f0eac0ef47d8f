import { injectionSettings, InstallRequest, renderControlPlane, renderIngressGateway, resolveInstall } from '../../src/install';
import { Manifest } from '../../src/reference/json';

function objects(request: InstallRequest = {}): Manifest[] {
  return renderControlPlane(resolveInstall(request)).flatMap((component) => component.objects);
}

function find(all: Manifest[], kind: string, name: string): Manifest | undefined {
  return all.find((object) => object.kind === kind && object.metadata.name === name);
}

test('the default profile has an ingress gateway, the minimal one has none', () => {
  const names = (profile: string) => renderControlPlane(resolveInstall({ profile })).map(({ name, objects: { length } }) => [name, length]);
  expect(names('default')).toEqual([['Base', 16], ['Pilot', 17], ['IngressGateways', 6]]);
  expect(names('minimal')).toEqual([['Base', 16], ['Pilot', 17]]);
});

test('rendering twice gives the same bytes', () => {
  const installation = resolveInstall();
  expect(JSON.stringify(renderControlPlane(installation))).toBe(JSON.stringify(renderControlPlane(installation)));
});

test('images are those of the pinned release', () => {
  const images = objects().flatMap((object) => object.spec?.template?.spec.containers ?? []).map((container: any) => container.image);
  expect(images).toEqual(['registry.istio.io/release/pilot:1.31.4', 'registry.istio.io/release/proxyv2:1.31.4']);
});

describe('a revision', () => {
  const all = objects({ revision: 'canary' });

  test('has its own names, so that two can run side by side', () => {
    const shared = all.filter((object) => !object.metadata.name.includes('canary') && object.kind !== 'CustomResourceDefinition').map(({ metadata }) => metadata.name);
    expect([...new Set(shared)]).toEqual(['istio-reader-service-account', 'istio-ingressgateway-service-account', 'istio-ingressgateway', 'istio-ingressgateway-sds']);
  });

  test('injects the pods that name it, and no others', () => {
    const webhooks = (of: Manifest[], name: string) => find(of, 'MutatingWebhookConfiguration', name)!.webhooks.map((webhook: any) => webhook.name);
    expect(webhooks(all, 'istio-sidecar-injector-canary')).toEqual(['rev.namespace.sidecar-injector.istio.io', 'rev.object.sidecar-injector.istio.io']);
    expect(webhooks(objects(), 'istio-sidecar-injector')).toEqual([
      'rev.namespace.sidecar-injector.istio.io', 'rev.object.sidecar-injector.istio.io', 'namespace.sidecar-injector.istio.io', 'object.sidecar-injector.istio.io',
    ]);
  });

  test('is what its proxies connect to', () => {
    const settings = injectionSettings(resolveInstall({ revision: 'canary' }));
    expect([settings.revision, settings.meshConfig.defaultConfig.discoveryAddress]).toEqual(['canary', 'istiod-canary.istio-system.svc:15012']);
  });
});

test('mesh configuration is merged over the chart\'s, and written where istiod reads it', () => {
  const { data } = find(objects({ meshConfig: { accessLogFile: '/dev/stdout', defaultConfig: { concurrency: 2 } } }), 'ConfigMap', 'istio')!;
  expect(data.mesh).toBe([
    'defaultConfig:',
    '  discoveryAddress: istiod.istio-system.svc:15012',
    '  concurrency: 2',
    'defaultProviders:',
    '  metrics:',
    '  - prometheus',
    'enablePrometheusMerge: true',
    'rootNamespace: istio-system',
    'trustDomain: cluster.local',
    'accessLogFile: /dev/stdout',
    '',
  ].join('\n'));
});

test('a request is not changed, and later changes of it change nothing', () => {
  const request = { meshConfig: { defaultConfig: { concurrency: 2 } } };
  const installation = resolveInstall(request);
  request.meshConfig.defaultConfig.concurrency = 3;
  expect(installation.meshConfig.defaultConfig.concurrency).toBe(2);
});

test('a gateway of another name has that name in all its objects', () => {
  const rendered = renderIngressGateway(resolveInstall(), { name: 'public', namespace: 'edge', labels: { app: 'public', istio: 'public' }, serviceType: 'NodePort' });
  expect(rendered.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
    ['ServiceAccount', 'edge', 'public-service-account'],
    ['Deployment', 'edge', 'public'],
    ['Role', 'edge', 'public-sds'],
    ['RoleBinding', 'edge', 'public-sds'],
    ['HorizontalPodAutoscaler', 'edge', 'public'],
    ['Service', 'edge', 'public'],
  ]);
  expect(find(rendered, 'Deployment', 'public')!.spec.selector.matchLabels).toEqual({ app: 'public', istio: 'public' });
  const { type, selector, ports } = find(rendered, 'Service', 'public')!.spec;
  expect({ type, selector, names: ports.map((port: any) => port.name) }).toEqual(
    { type: 'NodePort', selector: { app: 'public', istio: 'public' }, names: ['http-status', 'http2', 'https'] });
});
