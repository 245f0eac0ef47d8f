import { JsonObject } from '../../../src/reference/json';
import { rendered } from '../rendered';

describe('istiod is not installed with', () => {
  test.each<[string, JsonObject, string]>([
    ['an override of metrics', { telemetry: { v2: { prometheus: { configOverride: { a: 1 } } } } },
      'The value "telemetry.v2.prometheus.configOverride" is {"a":1}, and Istio does not read it any more. Write a Telemetry resource.'],
    ['a limit of a tracer that is gone, even if it is false', { global: { tracer: { stackdriver: { debug: false } } } },
      'The value "global.tracer.stackdriver.debug" is false, and Istio does not read it any more. Name a tracer in meshConfig.extensionProviders, and choose it with a Telemetry resource.'],
    ['the same in the mesh configuration', { meshConfig: { defaultConfig: { tracing: { stackdriver: { maxNumberOfAttributes: 5 } } } } },
      'The value "meshConfig.defaultConfig.tracing.stackdriver.maxNumberOfAttributes" is 5, and Istio does not read it any more. Name a tracer in meshConfig.extensionProviders, and choose it with a Telemetry resource.'],
    ['a cluster that signs by itself', { global: { pilotCertProvider: 'kubernetes' } },
      'The certificate provider "kubernetes" is not supported by Istio any more. Use "istiod", "custom", "none" or "k8s.io/" with the name of a signer.'],
    ['a tracer that is nowhere', { global: { proxy: { tracer: 'lightstep' } } },
      'The tracer "lightstep" has neither address nor token. Set values.global.tracer.lightstep.address and accessToken.'],
    ['a switch that is text', { env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: 'true' } },
      'The variable "ENABLE_CLUSTER_TRUST_BUNDLE_API" of istiod is "true", which is neither true nor false. Write it without quotes.'],
    ['null where others stand', { telemetry: { v2: null } },
      'The value "telemetry.v2" is null, and istiod cannot go without it. Leave it out, or give a map.'],
    ['a revision that is a number', { revision: 131 },
      'The value "revision" is 131, and istiod cannot go without it. Leave it out, or give text.'],
  ])('%s', (_, values, message) => {
    expect(() => rendered('istiod', values)).toThrow(new Error(message));
  });

  test('an empty text instead of what is gone is nothing', () => {
    expect(() => rendered('istiod', { global: { tracer: { stackdriver: { debug: '' } } } })).not.toThrow();
  });
});
