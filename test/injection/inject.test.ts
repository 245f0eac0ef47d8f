import { fc } from '../properties';
import { container, deployment, SETTINGS, settingsWith, variable } from './fixtures';
import { injectObject, InjectionSettings } from '../../src/injection';
import { JsonObject } from '../../src/reference/json';

const SHOP = { name: 'shop' };

function inject(object: JsonObject, settings: InjectionSettings = SETTINGS): JsonObject {
  return injectObject(object, settings, SHOP).object;
}

describe('a plain Deployment', () => {
  const injected = inject(deployment());
  const { metadata, spec } = injected.spec.template;

  test('gets the proxy behind its containers, and the one that captures traffic as an init container', () => {
    expect(spec.containers.map((one: JsonObject) => one.name)).toEqual(['app', 'istio-proxy']);
    expect(spec.initContainers.map((one: JsonObject) => one.name)).toEqual(['istio-init']);
    expect(container(injected, 'istio-proxy').image).toBe('example.com/istio/proxyv2:1');
    expect(container(injected, 'istio-init').args).toEqual([
      'istio-iptables', '-p', '15001', '-z', '15006', '-u', '1337', '-m', 'REDIRECT', '-i', '*', '-x', '', '-b', '*', '-d', '15090,15021,15020',
      '--log_output_level=default:info',
    ]);
  });

  test('gets labels and annotations', () => {
    expect(metadata.labels).toEqual({
      'app': 'web',
      'security.istio.io/tlsMode': 'istio',
      'service.istio.io/canonical-name': 'web',
      'service.istio.io/canonical-revision': 'latest',
    });
    const { 'sidecar.istio.io/status': status, ...annotations } = metadata.annotations;
    expect(annotations).toEqual({
      'istio.io/rev': 'default',
      'kubectl.kubernetes.io/default-container': 'app',
      'kubectl.kubernetes.io/default-logs-container': 'app',
      'prometheus.io/path': '/stats/prometheus',
      'prometheus.io/port': '15020',
      'prometheus.io/scrape': 'true',
    });
    expect(JSON.parse(status)).toEqual({
      initContainers: ['istio-init'],
      containers: ['istio-proxy'],
      volumes: ['workload-socket', 'credential-socket', 'workload-certs', 'istio-envoy', 'istio-data', 'istio-podinfo', 'istio-token', 'istiod-ca-cert', 'istio-ca-crl'],
      imagePullSecrets: null,
      revision: 'default',
    });
  });

  test('tells its proxy who it is', () => {
    expect(variable(injected, 'CA_ADDR')).toBe('istiod.istio-system.svc:15012');
    expect(variable(injected, 'ISTIO_META_OWNER')).toBe('kubernetes://apis/apps/v1/namespaces/shop/deployments/web');
    expect(variable(injected, 'ISTIO_META_WORKLOAD_NAME')).toBe('web');
    expect(variable(injected, 'ISTIO_META_APP_CONTAINERS')).toBe('app');
    expect(variable(injected, 'ISTIO_META_POD_PORTS')).toBe('[\n    {"name":"http","containerPort":8080}\n]');
    expect(variable(injected, 'PROXY_CONFIG')).toBe('{}\n');
  });

  test('is not changed itself', () => {
    const before = deployment();
    const copy = structuredClone(before);
    inject(before);
    expect(before).toEqual(copy);
  });
});

describe('annotations', () => {
  test('of resources replace those of the values', () => {
    const injected = inject(deployment({ annotations: { 'sidecar.istio.io/proxyCPU': '5m', 'sidecar.istio.io/proxyMemoryLimit': '64Mi' } }));
    expect(container(injected, 'istio-proxy').resources).toEqual({ requests: { cpu: '5m' }, limits: { memory: '64Mi' } });
  });

  test('of traffic go to the init container', () => {
    const injected = inject(deployment({
      annotations: {
        'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.0/8',
        'traffic.sidecar.istio.io/excludeInboundPorts': '22,15020',
        'traffic.sidecar.istio.io/excludeOutboundPorts': '5432',
      },
    }));
    expect(container(injected, 'istio-init').args.slice(9)).toEqual(
      ['-i', '10.0.0.0/8', '-x', '', '-b', '*', '-d', '15090,15021,22,15020', '-o', '5432', '--log_output_level=default:info'].slice(0));
  });

  test('proxy.istio.io/config is merged into the proxy configuration', () => {
    const injected = inject(deployment({ annotations: { 'proxy.istio.io/config': 'concurrency: 0\nproxyMetadata:\n  B: "2"\n  A: "1"\nholdApplicationUntilProxyStarts: true' } }));
    expect(variable(injected, 'PROXY_CONFIG')).toBe('{"concurrency":0,"proxyMetadata":{"A":"1","B":"2"},"holdApplicationUntilProxyStarts":true}\n');
    expect([variable(injected, 'A'), variable(injected, 'B')]).toEqual(['1', '2']);
    expect(injected.spec.template.spec.containers.map((one: JsonObject) => one.name)).toEqual(['istio-proxy', 'app']);
    expect(container(injected, 'istio-proxy').lifecycle).toEqual({ postStart: { exec: { command: ['pilot-agent', 'wait'] } } });
  });

  test.each([
    [{ 'sidecar.istio.io/interceptionMode': 'MAYBE' }, 'Annotation sidecar.istio.io/interceptionMode is "MAYBE". It takes REDIRECT, TPROXY or NONE.'],
    [{ 'traffic.sidecar.istio.io/excludeOutboundIPRanges': '10.0.0.0' },
      'Annotation traffic.sidecar.istio.io/excludeOutboundIPRanges is "10.0.0.0". It takes IP ranges such as 10.0.0.0/8, divided by commas.'],
    [{ 'traffic.sidecar.istio.io/includeInboundPorts': '80,x' },
      'Annotation traffic.sidecar.istio.io/includeInboundPorts is "80,x". It takes "*", or ports from 0 to 65535, divided by commas.'],
    [{ 'sidecar.istio.io/proxyCPU': 'much' }, 'Annotation sidecar.istio.io/proxyCPU is "much". It takes an amount such as 100m or 128Mi.'],
    [{ 'inject.istio.io/templates': 'sidecar, getaway' },
      'Annotation inject.istio.io/templates asks for the template "getaway", which there is not. Choose from: sidecar, gateway, grpc-simple, grpc-agent.'],
    [{ 'proxy.istio.io/overrides': '{' },
      'Annotation proxy.istio.io/overrides is "{", which is no JSON. It is written by the injection: remove it, or restore what stood there.'],
    [{ 'proxy.istio.io/config': 'concurency: 2' },
      'Annotation proxy.istio.io/config has "concurency: 2", and ProxyConfig has no such field. Remove it, or correct its name.'],
  ])('%j is refused', (annotations, message) => {
    expect(() => inject(deployment({ annotations: annotations as Record<string, string> }))).toThrow(new Error(message));
  });
});

describe('values and mesh configuration', () => {
  test('with the CNI plugin the init container only checks', () => {
    const injected = inject(deployment(), settingsWith({ pilot: { cni: { enabled: true } } }));
    const check = container(injected, 'istio-validation');
    expect(check.args.slice(-2)).toEqual(['--run-validation', '--skip-rule-apply']);
    expect(check.securityContext).toEqual({
      allowPrivilegeEscalation: false, privileged: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsGroup: 1337, runAsUser: 1337, runAsNonRoot: true,
    });
    expect(injected.spec.template.metadata.annotations['traffic.sidecar.istio.io/includeInboundPorts']).toBe('*');
  });

  test('a native sidecar is an init container that stays, before all others', () => {
    const injected = inject(deployment({ spec: { initContainers: [{ name: 'migrate', image: 'm' }] } }), { ...SETTINGS, nativeSidecars: true });
    const { containers, initContainers } = injected.spec.template.spec;
    expect(containers.map((one: JsonObject) => one.name)).toEqual(['app']);
    expect(initContainers.map((one: JsonObject) => [one.name, one.restartPolicy])).toEqual([['istio-init', undefined], ['istio-proxy', 'Always'], ['migrate', undefined]]);
  });

  test('without interception there is no init container', () => {
    const injected = inject(deployment({ annotations: { 'sidecar.istio.io/interceptionMode': 'NONE' } }));
    expect(injected.spec.template.spec.initContainers).toBeUndefined();
    expect(variable(injected, 'ISTIO_META_INTERCEPTION_MODE')).toBe('NONE');
  });

  test('a network is told to the proxy and written on the pod', () => {
    const injected = inject(deployment(), settingsWith({ global: { network: 'east' } }));
    expect(variable(injected, 'ISTIO_META_NETWORK')).toBe('east');
    expect(injected.spec.template.metadata.labels['topology.istio.io/network']).toBe('east');
  });

  test('pull secrets are added to those of the pod', () => {
    const injected = inject(deployment({ spec: { imagePullSecrets: [{ name: 'mine' }] } }), settingsWith({ global: { imagePullSecrets: ['a', 'b'] } }));
    expect(injected.spec.template.spec.imagePullSecrets).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'mine' }]);
  });
});

test('a container "istio-proxy" of the pod itself wins, and is noted for the next injection', () => {
  const own = { name: 'istio-proxy', image: 'auto', resources: { limits: { cpu: '3000m' } }, env: [{ name: 'TRUST_DOMAIN', value: 'mine' }, { name: 'FOO', value: 'bar' }] };
  const injected = inject(deployment({ spec: { containers: [own, { name: 'app', image: 'a' }] } }));
  expect(container(injected, 'istio-proxy').image).toBe('example.com/istio/proxyv2:1');
  expect(container(injected, 'istio-proxy').resources.limits).toEqual({ cpu: '3000m', memory: '1024Mi' });
  expect([variable(injected, 'TRUST_DOMAIN'), variable(injected, 'FOO')]).toEqual(['mine', 'bar']);
  expect(injected.spec.template.metadata.annotations['proxy.istio.io/overrides']).toBe(
    '{"containers":[{"name":"istio-proxy","env":[{"name":"TRUST_DOMAIN","value":"mine"},{"name":"FOO","value":"bar"}],"resources":{"limits":{"cpu":"3"}}}]}');
});

describe('what is left alone', () => {
  test('what is not injected is the very object that was given', () => {
    const object = deployment({ spec: { hostNetwork: true } });
    expect(injectObject(object, SETTINGS, SHOP).object).toBe(object);
  });
});

describe('every kind with a pod template', () => {
  const { template } = deployment().spec;
  test.each([
    ['apps/v1', 'StatefulSet', { template }],
    ['apps/v1', 'DaemonSet', { template }],
    ['apps/v1', 'ReplicaSet', { template }],
    ['v1', 'ReplicationController', { template }],
    ['apps.openshift.io/v1', 'DeploymentConfig', { template }],
    ['v1', 'DeploymentConfig', { template }],
    ['batch/v1', 'Job', { template }],
    ['batch/v1', 'CronJob', { jobTemplate: { spec: { template } } }],
  ])('%s %s', (apiVersion, kind, spec) => {
    const injected: any = inject({ apiVersion, kind, metadata: { name: 'web', namespace: 'shop' }, spec });
    const pod = (injected.spec.jobTemplate?.spec ?? injected.spec).template;
    expect(pod.spec.containers.map((one: JsonObject) => one.name)).toEqual(['app', 'istio-proxy']);
  });

  test('a List, item by item', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [deployment(), { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }] };
    const { injected, reason, object } = injectObject(list, SETTINGS, SHOP);
    expect([injected, reason]).toEqual([true, '1 of 2 items are injected']);
    expect(object.items).toEqual([inject(deployment()), list.items[1]]);
  });

  test('a Pod of a ReplicaSet belongs to its Deployment', () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        generateName: 'web-5d8c-', namespace: 'shop', labels: { 'pod-template-hash': '5d8c' }, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-5d8c', controller: true }],
      },
      spec: { containers: [] },
    };
    const proxy = inject(pod).spec.containers[0];
    expect(proxy.env.find((one: JsonObject) => one.name === 'ISTIO_META_OWNER').value).toBe('kubernetes://apis/apps/v1/namespaces/shop/deployments/web');
  });
});

describe('again', () => {
  const ports = fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 3 });
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const probe = fc.oneof(
    fc.record({ httpGet: fc.record({ path: fc.constant('/ok'), port: fc.integer({ min: 1, max: 15000 }) }) }),
    fc.record({ tcpSocket: fc.record({ port: fc.integer({ min: 1, max: 15000 }) }), timeoutSeconds: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ exec: fc.record({ command: fc.constant(['true']) }) }),
  );
  const application = fc.record({
    name,
    image: fc.constant('example.com/a:1'),
    ports: ports.map((numbers) => numbers.map((containerPort) => ({ containerPort }))),
    readinessProbe: fc.option(probe, { nil: undefined }),
    env: fc.constant([{ name: 'A', value: 'b' }]),
  }, { requiredKeys: ['name', 'image'] });
  const annotations = fc.dictionary(
    fc.constantFrom('sidecar.istio.io/proxyCPU', 'sidecar.istio.io/proxyMemory', 'readiness.status.sidecar.istio.io/periodSeconds', 'prometheus.io/port', 'sidecar.istio.io/logLevel'),
    fc.constantFrom('1', '20', '300'));
  const workload = fc.record({
    labels: fc.constantFrom<Record<string, string>>({ app: 'web' }, { 'app.kubernetes.io/name': 'web', 'version': 'v1' }),
    annotations,
    spec: fc.record({
      containers: fc.uniqueArray(application, { selector: (one) => one.name, minLength: 1, maxLength: 3 }),
      volumes: fc.constantFrom([], [{ name: 'mine', emptyDir: {} }]),
    }),
  });

  test('injecting what was injected changes nothing', () => {
    fc.assert(fc.property(workload, (options) => {
      const once = inject(deployment(options));
      expect(inject(once)).toEqual(once);
    }), { numRuns: 200 });
  });

  test('nothing of the pod is lost', () => {
    fc.assert(fc.property(workload, (options) => {
      const { spec } = inject(deployment(options)).spec.template;
      for (const one of options.spec.containers) {
        const { readinessProbe: _before, ...before } = one;
        const { readinessProbe: _after, ...after } = spec.containers.find((other: JsonObject) => other.name === one.name);
        expect(after).toEqual(before);
      }
    }), { numRuns: 100 });
  });
});

describe('of pods that come one after the other', () => {
  const levelOf = (object: JsonObject): string => container(object, 'istio-init').args.at(-1);

  test('each is made as its own annotations say, also where those before had others', () => {
    const loud = deployment({ annotations: { 'sidecar.istio.io/agentLogLevel': 'all:debug' } });
    expect([deployment(), loud, deployment()].map((one) => levelOf(inject(one)))).toEqual([
      '--log_output_level=default:info', '--log_output_level=all:debug', '--log_output_level=default:info',
    ]);
  });

  test('each is made by the mesh configuration that holds when it comes', () => {
    const portOf = (settings: InjectionSettings): string => container(inject(deployment(), settings), 'istio-init').args[2];
    expect([SETTINGS, settingsWith({}, { proxyListenPort: 16001 }), SETTINGS].map(portOf)).toEqual(['15001', '16001', '15001']);
  });

  test('those that are annotated alike keep what is their own', () => {
    const ownerOf = (name: string): string | undefined => {
      const object = deployment();
      return variable(inject({ ...object, metadata: { ...object.metadata, name } }), 'ISTIO_META_WORKLOAD_NAME');
    };
    expect(['web', 'cart'].map(ownerOf)).toEqual(['web', 'cart']);
  });
});
