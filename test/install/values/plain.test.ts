import { MeshExtensionProvider, MeshOutboundMode, PortNumber, ProtoDuration } from '../../../src';
import { resolveInstall } from '../../../src/install';
import { plainValues } from '../../../src/install/values/plain';
import { installSchema } from '../../../src/install/values/schema';
import { InstallValues, TracerName } from '../../../src/resources/install-values';

test('units and choices become what they write, and nothing that was given is changed', () => {
  const meshConfig = {
    connectTimeout: ProtoDuration.seconds(5),
    outboundTrafficPolicy: { mode: MeshOutboundMode.REGISTRY_ONLY },
    extensionProviders: [MeshExtensionProvider.zipkin({ service: 'zipkin.tracing', port: PortNumber.of(9411), timeout: ProtoDuration.millis(1500) }, { name: 'zipkin' })],
    trustDomain: undefined,
  };
  const plain = plainValues({ meshConfig }, 'IstioOperatorSpec', installSchema());
  expect(plain).toEqual({
    meshConfig: {
      connectTimeout: '5s',
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      extensionProviders: [{ name: 'zipkin', zipkin: { service: 'zipkin.tracing', port: 9411, timeout: '1.5s' } }],
    },
  });
  expect(Object.keys(plain.meshConfig)).not.toContain('trustDomain');
  expect(meshConfig.connectTimeout).toBeInstanceOf(ProtoDuration);
});

test('a property becomes the field that it stands for, and names that are free stay', () => {
  const values: InstallValues = {
    gateways: { istioIngressgateway: { podAnnotations: { istioIngressgateway: 'x' } } },
    global: { proxyInit: { image: 'other' }, meshNetworks: { proxyInit: { endpoints: [], gateways: [] } } },
  };
  expect(plainValues(values, 'InstallValues', installSchema())).toEqual({
    gateways: { 'istio-ingressgateway': { podAnnotations: { istioIngressgateway: 'x' } } },
    global: { proxy_init: { image: 'other' }, meshNetworks: { proxyInit: { endpoints: [], gateways: [] } } },
  });
});

test('an installation may be asked for in structs', () => {
  const { values, meshConfig, charts } = resolveInstall({
    values: { pilot: { autoscaleMin: 3 }, global: { proxy: { tracer: TracerName.ZIPKIN } }, gateways: { istioIngressgateway: { replicaCount: 2 } } },
    meshConfig: { connectTimeout: ProtoDuration.seconds(3) },
  });
  expect([values.autoscaleMin, meshConfig.connectTimeout, meshConfig.defaultConfig.tracing, charts[2].values.gateways['istio-ingressgateway'].replicaCount])
    .toEqual([3, '3s', { zipkin: { address: 'zipkin.istio-system:9411' } }, 2]);
});
