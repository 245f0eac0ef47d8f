import { load } from 'js-yaml';
import { inOrder, InstallRequest, renderControlPlane, resolveInstall } from '../../src/install';
import { Manifest } from '../../src/reference/json';

const render = (request: InstallRequest = {}): Manifest[] =>
  renderControlPlane(resolveInstall({ profile: 'minimal', ...request })).flatMap(({ objects }) => objects);

const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

function find(objects: Manifest[], name: string): Manifest {
  const found = objects.filter((object) => nameOf(object) === name);
  expect(found.map(nameOf)).toEqual([name]);
  return found[0];
}

describe('the default profile', () => {
  const components = renderControlPlane(resolveInstall());

  test('has three components, each in the order to apply', () => {
    const names = components.map(({ name, objects }) => [name, objects.map(nameOf).filter((object) => !object.startsWith('CustomResourceDefinition/'))]);
    expect(names).toEqual([
      ['Base', ['ServiceAccount/istio-reader-service-account']],
      ['Pilot', [
        'ServiceAccount/istiod',
        'ClusterRole/istio-reader-clusterrole-istio-system',
        'ClusterRole/istiod-clusterrole-istio-system',
        'ClusterRole/istiod-gateway-controller-istio-system',
        'ClusterRoleBinding/istio-reader-clusterrole-istio-system',
        'ClusterRoleBinding/istiod-clusterrole-istio-system',
        'ClusterRoleBinding/istiod-gateway-controller-istio-system',
        'ValidatingWebhookConfiguration/istio-validator-istio-system',
        'ConfigMap/istio',
        'ConfigMap/istio-sidecar-injector',
        'ConfigMap/values',
        'MutatingWebhookConfiguration/istio-sidecar-injector',
        'Deployment/istiod',
        'Role/istiod',
        'RoleBinding/istiod',
        'HorizontalPodAutoscaler/istiod',
        'Service/istiod',
      ]],
      ['IngressGateways', [
        'ServiceAccount/istio-ingressgateway-service-account',
        'Deployment/istio-ingressgateway',
        'Role/istio-ingressgateway-sds',
        'RoleBinding/istio-ingressgateway-sds',
        'HorizontalPodAutoscaler/istio-ingressgateway',
        'Service/istio-ingressgateway',
      ]],
    ]);
    expect(components[0].objects.filter(({ kind }) => kind === 'CustomResourceDefinition')).toHaveLength(15);
  });

  test('over all components, accounts and roles come first and services last', () => {
    const kinds = inOrder(components.flatMap(({ objects }) => objects)).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual([
      'CustomResourceDefinition', 'ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ValidatingWebhookConfiguration', 'ConfigMap',
      'MutatingWebhookConfiguration', 'Deployment', 'Role', 'RoleBinding', 'HorizontalPodAutoscaler', 'Service',
    ]);
  });

  test('wears no mark of Helm or of the installer', () => {
    const objects = components.flatMap((component) => component.objects);
    const labels = objects.flatMap(({ metadata, spec }) => [metadata.labels, spec?.template?.metadata?.labels ?? {}]);
    const keys = [...new Set(labels.flatMap((one) => Object.keys(one)))].sort();
    expect(keys).toEqual([
      'app', 'app.kubernetes.io/instance', 'app.kubernetes.io/name', 'app.kubernetes.io/part-of', 'istio', 'istio.io/dataplane-mode', 'istio.io/rev',
      'release', 'service.istio.io/canonical-name', 'service.istio.io/canonical-revision', 'sidecar.istio.io/inject',
    ]);
  });
});

test('rendering twice gives the same bytes, and what was rendered may be changed without a trace', () => {
  const installation = resolveInstall({ set: ['values.pilot.podAnnotations.a=b', 'values.pilot.tolerations[0].key=k'] });
  const first = JSON.stringify(renderControlPlane(installation));
  const changed = renderControlPlane(installation);
  for (const { objects } of changed) {
    for (const object of objects) {
      object.metadata.labels.changed = 'yes';
      if (nameOf(object) === 'Deployment/istiod') object.spec.template.spec.tolerations[1].key = 'changed';
    }
  }
  expect(JSON.stringify(renderControlPlane(installation))).toBe(first);
});

test('two objects share no part that a change of one would bring into the other', () => {
  const objects = render();
  const role = find(objects, 'Role/istiod');
  role.metadata.labels.changed = 'yes';
  expect(find(objects, 'RoleBinding/istiod').metadata.labels.changed).toBeUndefined();
});

describe('the Service of istiod', () => {
  test('selects the default revision by a label that no named revision has', () => {
    expect(find(render(), 'Service/istiod')).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'istiod',
        namespace: 'istio-system',
        labels: {
          'release': 'istio',
          'istio.io/rev': 'default',
          'app': 'istiod',
          'istio': 'pilot',
          'app.kubernetes.io/name': 'istiod',
          'app.kubernetes.io/instance': 'istio',
          'app.kubernetes.io/part-of': 'istio',
        },
      },
      spec: {
        ports: [
          { port: 15010, name: 'grpc-xds', protocol: 'TCP' },
          { port: 15012, name: 'https-dns', protocol: 'TCP' },
          { port: 443, name: 'https-webhook', targetPort: 15017, protocol: 'TCP' },
          { port: 15014, name: 'http-monitoring', protocol: 'TCP' },
        ],
        selector: { app: 'istiod', istio: 'pilot' },
      },
    });
  });

  test('selects a named revision by its name', () => {
    const { spec } = find(render({ revision: 'canary' }), 'Service/istiod-canary');
    expect(spec.selector).toEqual({ 'app': 'istiod', 'istio.io/rev': 'canary' });
    const pods = find(render({ revision: 'canary' }), 'Deployment/istiod-canary').spec.template.metadata.labels;
    expect(pods).toMatchObject({ ...spec.selector, istio: 'istiod' });
  });
});

describe('the Deployment of istiod', () => {
  const container = (set: string[]) => find(render({ set }), 'Deployment/istiod').spec.template.spec.containers[0];
  const env = (set: string[]): Record<string, string> =>
    Object.fromEntries(container(set).env.map((one: { name: string; value: string }) => [one.name, one.value]));

  test('runs the image of hub, tag and variant, or the one that is named in full', () => {
    expect([
      [], ['hub=example.com/x', 'tag=1.2'], ['values.global.variant=distroless'], ['values.pilot.tag=9', 'values.pilot.variant=debug'],
      ['values.pilot.image=example.com/own/pilot:3'],
    ].map((set) => container(set).image)).toEqual([
      'registry.istio.io/release/pilot:1.31.4',
      'example.com/x/pilot:1.2',
      'registry.istio.io/release/pilot:1.31.4-distroless',
      'registry.istio.io/release/pilot:9-debug',
      'example.com/own/pilot:3',
    ]);
  });

  test('has environment variables in alphabetical order, numbers as Go spells them', () => {
    const { B_BIG, C_SMALL, D_FLAG } = env(['values.pilot.env.D_FLAG=true', 'values.pilot.env.B_BIG=1000000', 'values.pilot.env.C_SMALL=0.00001']);
    expect({ B_BIG, C_SMALL, D_FLAG }).toEqual({ B_BIG: '1e+06', C_SMALL: '1e-05', D_FLAG: 'true' });
  });

  test('trusts the node proxies of its own namespace unless it is told others', () => {
    expect(env([]).CA_TRUSTED_NODE_ACCOUNTS).toBe('istio-system/ztunnel');
    expect(env(['values.pilot.trustedZtunnelNamespace=kube-system']).CA_TRUSTED_NODE_ACCOUNTS).toBe('kube-system/ztunnel');
    const names = container(['values.pilot.env.CA_TRUSTED_NODE_ACCOUNTS=a/b']).env.map((one: { name: string }) => one.name);
    expect(names.filter((name: string) => name === 'CA_TRUSTED_NODE_ACCOUNTS')).toHaveLength(1);
  });

  test('has the resources that were given, without empty ones', () => {
    expect(container(['values.pilot.resources.requests.cpu=', 'values.pilot.resources.limits.memory=1Gi']).resources)
      .toEqual({ limits: { memory: '1Gi' }, requests: { memory: '2048Mi' } });
  });

  test('has a fixed number of replicas only without an autoscaler', () => {
    const fixed = ['values.pilot.autoscaleEnabled=false', 'values.pilot.replicaCount=3'];
    expect(find(render({ set: fixed }), 'Deployment/istiod').spec.replicas).toBe(3);
    expect(find(render({ set: ['values.pilot.replicaCount=3'] }), 'Deployment/istiod').spec.replicas).toBeUndefined();
    expect(render({ set: fixed }).map(nameOf)).not.toContain('HorizontalPodAutoscaler/istiod');
  });
});

describe('a disruption budget', () => {
  test('comes with the second istiod', () => {
    expect(render().map(nameOf)).not.toContain('PodDisruptionBudget/istiod');
    expect(find(render({ set: ['values.pilot.autoscaleMin=2'] }), 'PodDisruptionBudget/istiod').spec)
      .toEqual({ minAvailable: 1, selector: { matchLabels: { app: 'istiod', istio: 'pilot' } } });
  });
});

describe('the webhooks', () => {
  const hooks = (request: InstallRequest, name: string) =>
    find(render(request), `MutatingWebhookConfiguration/${name}`).webhooks.map((hook: { name: string }) => hook.name);

  test('of the default revision also take what names no revision', () => {
    expect(hooks({}, 'istio-sidecar-injector')).toEqual([
      'rev.namespace.sidecar-injector.istio.io', 'rev.object.sidecar-injector.istio.io',
      'namespace.sidecar-injector.istio.io', 'object.sidecar-injector.istio.io',
    ]);
  });

  test('of a named revision take only what names it', () => {
    expect(hooks({ revision: 'canary' }, 'istio-sidecar-injector-canary')).toEqual([
      'rev.namespace.sidecar-injector.istio.io', 'rev.object.sidecar-injector.istio.io',
    ]);
  });

  test('of a tag take what names the tag, and call the revision', () => {
    const objects = render({ revision: 'canary', set: ['values.revisionTags[0]=prod'] });
    const [hook] = find(objects, 'MutatingWebhookConfiguration/istio-revision-tag-prod').webhooks;
    expect(hook.clientConfig.service).toEqual({ name: 'istiod-canary', namespace: 'istio-system', path: '/inject', port: 443 });
    expect(hook.namespaceSelector.matchExpressions[0]).toEqual({ key: 'istio.io/rev', operator: 'In', values: ['prod'] });
    expect(objects.map(nameOf)).toContain('Service/istiod-revision-tag-prod');
  });

  test('have the namespace in their name where it is not the usual one', () => {
    const objects = render({ set: ['values.global.istioNamespace=mesh'] });
    expect(objects.filter(({ kind }) => kind.endsWith('WebhookConfiguration')).map(nameOf))
      .toEqual(['ValidatingWebhookConfiguration/istio-validator-mesh', 'MutatingWebhookConfiguration/istio-sidecar-injector-mesh']);
  });
});

describe('the scope', () => {
  test.each([
    ['cluster', (namespace?: string) => namespace === undefined],
    ['namespace', (namespace?: string) => namespace !== undefined],
  ])('%s keeps only such objects', (scope, fits) => {
    const objects = render({ set: [`values.global.resourceScope=${scope}`] });
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.filter(({ metadata }) => !fits(metadata.namespace)).map(nameOf)).toEqual([]);
  });
});

describe('the ConfigMaps', () => {
  const data = (request: InstallRequest, name: string) => find(render(request), `ConfigMap/${name}`).data;

  test('of the mesh holds its configuration, fields that were given merged into it', () => {
    const { mesh, meshNetworks } = data({ meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' }, accessLogFile: '/dev/stdout', defaultConfig: { concurrency: 2 } } }, 'istio');
    expect(load(mesh)).toEqual({
      accessLogFile: '/dev/stdout',
      defaultConfig: { concurrency: 2, discoveryAddress: 'istiod.istio-system.svc:15012' },
      defaultProviders: { metrics: ['prometheus'] },
      enablePrometheusMerge: true,
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      rootNamespace: 'istio-system',
      trustDomain: 'cluster.local',
    });
    expect(load(meshNetworks)).toEqual({ networks: {} });
  });

  test('of the mesh names no provider where the mesh names its own, or telemetry is off', () => {
    expect(load(data({ meshConfig: { defaultProviders: { tracing: ['zipkin'] } } }, 'istio').mesh)).toMatchObject({ defaultProviders: { tracing: ['zipkin'] } });
    expect(load(data({ set: ['values.telemetry.enabled=false'] }, 'istio').mesh)).not.toHaveProperty('defaultProviders');
  });

  test('of a named revision point to its own istiod', () => {
    expect(load(data({ revision: 'canary' }, 'istio-canary').mesh)).toMatchObject({ defaultConfig: { discoveryAddress: 'istiod-canary.istio-system.svc:15012' } });
  });

  test('of the values are JSON with the keys in order', () => {
    const text = data({}, 'values')['original-values'];
    expect(text).toBe(JSON.stringify({
      defaultRevision: '',
      gateways: { 'istio-egressgateway': {}, 'istio-ingressgateway': {} },
      global: { configValidation: true, hub: 'registry.istio.io/release', istioNamespace: 'istio-system', tag: '1.31.4' },
      pilot: { cni: { enabled: false }, enabled: true },
      ztunnel: { resourceName: 'ztunnel' },
    }, null, 2));
  });

  test('of the injector have a template for sidecars, used unless a pod asks for another', () => {
    const config = load(data({}, 'istio-sidecar-injector').config) as { defaultTemplates: string[]; policy: string; templates: object };
    expect(config).toMatchObject({ defaultTemplates: ['sidecar'], policy: 'enabled', alwaysInjectSelector: [], neverInjectSelector: [], injectedAnnotations: {} });
    expect(Object.keys(config.templates)).toContain('sidecar');
  });
});
