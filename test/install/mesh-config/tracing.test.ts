import { load } from 'js-yaml';
import { JsonObject } from '../../../src/reference/json';
import { find, rendered } from '../rendered';

const mesh = (values: JsonObject): JsonObject => load(find(rendered('istiod', values), 'ConfigMap/istio').data.mesh) as JsonObject;
const tracing = (tracer: string, settings?: JsonObject, istioNamespace = 'istio-system'): JsonObject =>
  mesh({ global: { istioNamespace, proxy: { tracer }, ...(settings && { tracer: settings }) } }).defaultConfig.tracing;

describe('traces go', () => {
  test.each<[string, JsonObject | undefined, JsonObject | null]>([
    ['zipkin', undefined, { zipkin: { address: 'zipkin.istio-system:9411' } }],
    ['zipkin', { zipkin: { address: 'z:1' } }, { zipkin: { address: 'z:1' } }],
    ['datadog', undefined, { datadog: { address: '$(HOST_IP):8126' } }],
    ['datadog', { datadog: { address: 'd:1' } }, { datadog: { address: 'd:1' } }],
    ['lightstep', { lightstep: { address: 'l:1', accessToken: 't' } }, { lightstep: { address: 'l:1', accessToken: 't' } }],
    ['lightstep', { lightstep: { address: 'l:1' } }, { lightstep: { address: 'l:1', accessToken: null } }],
    ['stackdriver', undefined, {
      stackdriver: { debug: false, maxNumberOfAttributes: 200, maxNumberOfAnnotations: 200, maxNumberOfMessageEvents: 200 },
    }],
    ['openCensusAgent', undefined, null],
  ])('by the tracer %s with %j', (tracer, settings, expected) => {
    expect(tracing(tracer, settings)).toEqual(expected);
  });

  test('to the Zipkin of the control plane', () => {
    expect(tracing('zipkin', undefined, 'control')).toEqual({ zipkin: { address: 'zipkin.control:9411' } });
  });

  test('nowhere without a tracer, whatever is said of one', () => {
    expect(tracing('none', { zipkin: { address: 'z:1' } })).toBeUndefined();
  });

  test('nowhere by a tracer that nobody knows', () => {
    expect(() => tracing('own')).toThrow(new Error('The tracer "own" is not known. Use zipkin, lightstep, datadog, stackdriver or none.'));
  });
});

describe('the mesh', () => {
  test('names its providers by what is on', () => {
    const providers = (v2: JsonObject): unknown => mesh({ telemetry: { v2 } }).defaultProviders;
    expect(providers({})).toEqual({ metrics: ['prometheus'] });
    expect(providers({ stackdriver: { enabled: true } })).toEqual({ metrics: ['prometheus', 'stackdriver'], accessLogging: ['stackdriver'] });
    expect(providers({ prometheus: { enabled: false }, stackdriver: { enabled: true } })).toEqual({ metrics: ['stackdriver'], accessLogging: ['stackdriver'] });
    expect(providers({ prometheus: { enabled: false } })).toBeUndefined();
  });

  test('has the build of proxies in its defaults, that of proxies before that of all', () => {
    expect(mesh({ global: { variant: 'distroless' } }).defaultConfig.image).toEqual({ imageType: 'distroless' });
    expect(mesh({ global: { variant: 'distroless', proxy: { variant: 'debug' } } }).defaultConfig.image).toEqual({ imageType: 'debug' });
  });

  test('keeps a null that was given, which takes away what would be there', () => {
    expect(mesh({ meshConfig: { trustDomain: null } }).trustDomain).toBeNull();
  });
});
