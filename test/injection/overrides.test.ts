import { container, deployment, SETTINGS, settingsWith } from './fixtures';
import { injectObject, InjectionSettings, refusedAnnotations } from '../../src/injection';
import { JsonObject } from '../../src/reference/json';

const own = (fields: JsonObject): JsonObject[] => [{ name: 'istio-proxy', ...fields }, { name: 'app', image: 'a' }];

function inject(containers: JsonObject[], settings: InjectionSettings = SETTINGS, annotations?: Record<string, string>): JsonObject {
  return injectObject(deployment({ annotations, spec: { containers } }), settings, { name: 'shop' }).object;
}

const noted = (object: JsonObject): string => object.spec.template.metadata.annotations['proxy.istio.io/overrides'];

describe('a container "istio-proxy" of the pod', () => {
  test('is noted as Go writes it: amounts in their shortest form, nothing that says nothing', () => {
    const probe = { httpGet: { port: 1, path: '/<x>' }, timeoutSeconds: 0 };
    expect(noted(inject(own({ image: '', resources: { requests: { memory: '2048Mi', cpu: '0.1' } }, readinessProbe: probe, args: [] })))).toBe(
      '{"containers":[{"name":"istio-proxy","resources":{"requests":{"cpu":"100m","memory":"2Gi"}},"readinessProbe":{"httpGet":{"path":"/\\u003cx\\u003e","port":1}}}]}');
  });

  test('a zero in it changes nothing of the template', () => {
    const injected = inject(own({ readinessProbe: { httpGet: { port: 1 }, timeoutSeconds: 0 }, image: '' }));
    expect(container(injected, 'istio-proxy').readinessProbe.timeoutSeconds).toBe(3);
    expect(container(injected, 'istio-proxy').image).toBe('example.com/istio/proxyv2:1');
  });

  test('with TPROXY stays root, whether the mesh or the annotation says so', () => {
    const user = own({ securityContext: { runAsUser: 1338 } });
    const mesh = settingsWith({}, { defaultConfig: { interceptionMode: 'TPROXY' } });
    expect(container(inject(user, mesh), 'istio-proxy').securityContext.runAsUser).toBe(0);
    expect(container(inject(user, mesh, { 'sidecar.istio.io/interceptionMode': 'REDIRECT' }), 'istio-proxy').securityContext.runAsUser).toBe(0);
    expect(container(inject(user), 'istio-proxy').securityContext.runAsUser).toBe(1338);
  });

  test('goes where the native sidecar stands, which another word than true does not ask for', () => {
    const injected = inject(own({ image: 'auto' }), SETTINGS, { 'sidecar.istio.io/nativeSidecar': 'true' }).spec.template.spec;
    expect(injected.containers.map(({ name }: JsonObject) => name)).toEqual(['app']);
    const other = inject(own({ image: 'auto' }), SETTINGS, { 'sidecar.istio.io/nativeSidecar': 'maybe' }).spec.template.spec;
    expect(other.containers.map(({ name }: JsonObject) => name)).toEqual(['app', 'istio-proxy']);
  });
});

describe('annotations that hold JSON', () => {
  const volume = 'sidecar.istio.io/userVolume';
  test.each([['x'], ['"a"'], ['1'], ['{"a":1}'], ['{"a":{}}']])('%s are no volumes', (text) => {
    expect(refusedAnnotations({ [volume]: text }, SETTINGS)).toEqual([
      `Annotation ${volume} is ${JSON.stringify(text)}. It takes a JSON object of named things, such as {"scratch":{"emptyDir":{}}}.`,
    ]);
  });

  test('a list is taken too, where each names itself', () => {
    const pod = deployment({ annotations: { [volume]: '[{"name":"x","emptyDir":{}}]' } });
    const { volumes } = injectObject(pod, SETTINGS, { name: 'shop' }).object.spec.template.spec;
    expect(volumes).toContainEqual({ name: 'x', emptyDir: {} });
  });

  test('nobody reads them where no template does', () => {
    expect(refusedAnnotations({ [volume]: 'x', 'inject.istio.io/templates': 'gateway' }, SETTINGS)).toEqual([]);
  });

  test('variables for Datadog are read where it traces', () => {
    const datadog = settingsWith({ global: { proxy: { tracer: 'datadog' } } });
    expect(refusedAnnotations({ 'apm.datadoghq.com/env': 'x' }, datadog)).toEqual([
      'Annotation apm.datadoghq.com/env is "x". It takes a JSON object of texts, such as {"DD_ENV":"prod"}.',
    ]);
    expect(refusedAnnotations({ 'apm.datadoghq.com/env': 'x' }, SETTINGS)).toEqual([]);
  });
});

describe('annotations for Prometheus', () => {
  const told = (annotations: Record<string, string>): string | undefined =>
    container(injectObject(deployment({ annotations }), SETTINGS, { name: 'shop' }).object, 'istio-proxy')
      .env.find(({ name }: JsonObject) => name === 'ISTIO_PROMETHEUS_ANNOTATIONS')?.value;

  test('all three are told where one is given', () => {
    expect(told({ 'prometheus.io/port': '8080' })).toBe('{"scrape":"","path":"","port":"8080"}');
    expect(told({ 'prometheus.istio.io/scrape-targets': '9090:/m, 9091' })).toBe(
      '{"scrape":"","path":"/m","port":"9090","targets":[{"port":"9090","path":"/m"},{"port":"9091","path":"/metrics"}]}');
  });

  test('a target without a port makes the whole list nothing', () => {
    expect(told({ 'prometheus.istio.io/scrape-targets': '9090,:' })).toBeUndefined();
  });
});

test.each([
  ['traffic.sidecar.istio.io/includeOutboundIPRanges', 'fe80::1%eth0/64', '"*", or IP ranges such as 10.0.0.0/8, divided by commas'],
  ['traffic.sidecar.istio.io/excludeInterfaces', '0eth', 'names of network interfaces, divided by commas'],
])('%s: %s is refused', (name, value, takes) => {
  expect(refusedAnnotations({ [name]: value }, SETTINGS)).toEqual([`Annotation ${name} is "${value}". It takes ${takes}.`]);
});
