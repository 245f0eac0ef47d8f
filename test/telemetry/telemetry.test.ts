import { IstioMetric } from '../../src';
import { everything, find, meshFor, messageOf, service } from '../mesh/harness';

test('a service tells its own metrics, access log and traces', () => {
  const { shop } = meshFor();
  service(shop, 'web').addTelemetry({
    accessLog: { filter: 'response.code >= 400' },
    metrics: [
      { metric: IstioMetric.REQUEST_COUNT, tags: { host: 'request.host' }, removeTags: ['request_protocol'] },
      { metric: IstioMetric.REQUEST_SIZE, disabled: true },
    ],
    tracingPercentage: 0,
  });
  expect(find(shop, 'Telemetry', 'web').spec).toEqual({
    selector: { matchLabels: { app: 'web' } },
    accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: 'response.code >= 400' } }],
    metrics: [{
      providers: [{ name: 'prometheus' }],
      overrides: [
        { match: { metric: 'REQUEST_COUNT' }, tagOverrides: { host: { value: 'request.host' }, request_protocol: { operation: 'REMOVE' } } },
        { match: { metric: 'REQUEST_SIZE' }, disabled: true },
      ],
    }],
    tracing: [{ randomSamplingPercentage: 0 }],
  });
});

test('a share of traces that is none is refused at once', () => {
  const { mesh, shop } = meshFor();
  const web = service(shop, 'web');
  const refused = (path: string) => `[${path}] 101 is not a percentage of traces. Give a number from 0 to 100.`;
  expect(messageOf(() => web.addTelemetry({ tracingPercentage: 101 }))).toBe(refused('mesh-2-shop/services/web'));
  expect(messageOf(() => shop.addTelemetry({ tracingPercentage: 101 }))).toBe(refused('mesh-2-shop'));
  expect(messageOf(() => mesh.addTelemetry({ tracingPercentage: 101 }))).toBe(refused('mesh'));
});

test('the telemetry of the mesh stands in the root namespace', () => {
  const { app, mesh } = meshFor();
  mesh.addTelemetry({ accessLog: {} });
  expect(everything(app)['mesh-1-control-plane'].find(({ kind }) => kind === 'Telemetry')).toEqual({
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
    metadata: { name: 'mesh-default', namespace: 'istio-system' },
    spec: { accessLogging: [{ providers: [{ name: 'envoy' }] }] },
  });
});

test('telemetry given twice is refused', () => {
  const { shop } = meshFor();
  shop.addTelemetry({ accessLog: {} });
  expect(() => shop.addTelemetry({ accessLog: {} })).toThrow(new Error(
    '[mesh-2-shop] The namespace has its telemetry already. Call addTelemetry() once, with everything.'));
});
