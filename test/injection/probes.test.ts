import { container, deployment, SETTINGS, settingsWith, variable } from './fixtures';
import { injectObject } from '../../src/injection';
import { JsonObject } from '../../src/reference/json';

function withProbes(app: JsonObject, annotations?: Record<string, string>, settings = SETTINGS): JsonObject {
  const spec = { containers: [{ name: 'app', image: 'a', ports: [{ containerPort: 8080, name: 'http' }], ...app }] };
  return injectObject(deployment({ spec, annotations }), settings, { name: 'shop' }).object;
}

test('probes over the network go to the agent, which is told where the application is', () => {
  const injected = withProbes({
    readinessProbe: { httpGet: { path: '/ready', port: 'http', scheme: 'HTTPS', httpHeaders: [{ name: 'Host', value: 'a' }] }, periodSeconds: 3, timeoutSeconds: 2 },
    livenessProbe: { tcpSocket: { port: 8081 } },
    startupProbe: { grpc: { port: 9000 } },
    lifecycle: { preStop: { httpGet: { path: '/stop', port: 8080 } }, postStart: { exec: { command: ['true'] } } },
  });
  const { readinessProbe, livenessProbe, startupProbe, lifecycle } = container(injected, 'app');
  expect({ readinessProbe, livenessProbe, startupProbe, lifecycle }).toEqual({
    readinessProbe: {
      httpGet: { path: '/app-health/app/readyz', port: 15020, scheme: 'HTTP', httpHeaders: [{ name: 'Host', value: 'a' }] }, periodSeconds: 3, timeoutSeconds: 2,
    },
    livenessProbe: { httpGet: { path: '/app-health/app/livez', port: 15020 } },
    startupProbe: { httpGet: { path: '/app-health/app/startupz', port: 15020 } },
    lifecycle: { preStop: { httpGet: { path: '/app-lifecycle/app/prestopz', port: 15020 } }, postStart: { exec: { command: ['true'] } } },
  });
  expect(variable(injected, 'ISTIO_KUBE_APP_PROBERS')).toBe(
    '{"/app-health/app/livez":{"tcpSocket":{"port":8081}},'
    + '"/app-health/app/readyz":{"httpGet":{"path":"/ready","port":8080,"scheme":"HTTPS","httpHeaders":[{"name":"Host","value":"a"}]},"timeoutSeconds":2},'
    + '"/app-health/app/startupz":{"grpc":{"port":9000,"service":null}},'
    + '"/app-lifecycle/app/prestopz":{"httpGet":{"path":"/stop","port":8080}}}');
});

test('probes stay as they are where rewriting is turned off', () => {
  const probe = { httpGet: { path: '/ready', port: 8080 } };
  const byPod = withProbes({ readinessProbe: probe }, { 'sidecar.istio.io/rewriteAppHTTPProbers': 'false' });
  const byValues = withProbes({ readinessProbe: probe }, undefined, settingsWith({ sidecarInjectorWebhook: { rewriteAppHTTPProbe: false } }));
  for (const injected of [byPod, byValues]) {
    expect(container(injected, 'app').readinessProbe).toEqual(probe);
    expect(variable(injected, 'ISTIO_KUBE_APP_PROBERS')).toBeUndefined();
  }
});

test('a command is no probe over the network', () => {
  const injected = withProbes({ readinessProbe: { exec: { command: ['true'] } } });
  expect(container(injected, 'app').readinessProbe).toEqual({ exec: { command: ['true'] } });
});

describe('metrics', () => {
  test('of the application are merged into the agent\'s', () => {
    const injected = withProbes({}, { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090', 'prometheus.io/path': '/m' });
    expect(variable(injected, 'ISTIO_PROMETHEUS_ANNOTATIONS')).toBe('{"scrape":"true","path":"/m","port":"9090"}');
    expect(injected.spec.template.metadata.annotations).toMatchObject({ 'prometheus.io/port': '15020', 'prometheus.io/path': '/stats/prometheus' });
  });

  test.each([[{ 'prometheus.io/scrape': 'false' }], [{ 'prometheus.istio.io/merge-metrics': 'false' }]])('are left alone with %j', (annotations) => {
    const injected = withProbes({}, annotations as Record<string, string>);
    expect(injected.spec.template.metadata.annotations['prometheus.io/port']).toBeUndefined();
  });

  test('cannot be on a port of the proxy', () => {
    expect(() => withProbes({}, { 'prometheus.io/port': '15090' })).toThrow(new Error(
      'The Prometheus annotations of the pod name port "15090", which the proxy keeps for itself. Give the application\'s own port.'));
  });
});
