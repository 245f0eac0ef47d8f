import { load } from 'js-yaml';
import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, rendered } from '../rendered';

const istiod = (values: JsonObject = {}): Manifest[] => rendered('istiod', values);
const data = (name: string, values: JsonObject = {}): JsonObject => find(istiod(values), `ConfigMap/${name}`).data;
const mapsOf = (values: JsonObject): string[] => istiod(values).filter(({ kind }) => kind === 'ConfigMap').map(nameOf);

test('each revision has ConfigMaps of its own', () => {
  expect(mapsOf({ revision: 'canary', jwksResolverExtraRootCA: 'PEM', gatewayClasses: { istio: {} } })).toEqual([
    'ConfigMap/istio-canary', 'ConfigMap/istio-sidecar-injector-canary', 'ConfigMap/values-canary', 'ConfigMap/pilot-jwks-extra-cacerts-canary',
    'ConfigMap/istio-canary-gatewayclass-istio',
  ]);
});

test('the configurations of the mesh and of the injector can be left out', () => {
  expect(mapsOf({ configMap: false, global: { omitSidecarInjectorConfigMap: true } })).toEqual(['ConfigMap/values']);
});

test('what gateways of a class start from stands in YAML, by kind', () => {
  const gatewayClasses = { 'istio-waypoint': { deployment: { spec: { replicas: 2 } }, service: {} }, 'empty': {} };
  const map = find(istiod({ gatewayClasses }), 'ConfigMap/istio-default-gatewayclass-istio-waypoint');
  expect(map.metadata.labels['gateway.istio.io/defaults-for-class']).toBe('istio-waypoint');
  expect(map.data).toEqual({ deployment: 'spec:\n  replicas: 2\n', service: '{}\n' });
  expect(data('istio-default-gatewayclass-empty', { gatewayClasses })).toBeNull();
});

test('a certificate for keys stands there as it was given', () => {
  expect(data('pilot-jwks-extra-cacerts', { jwksResolverExtraRootCA: 'a\nb\n' })).toEqual({ 'extra.pem': 'a\nb\n' });
});

test('the networks of the mesh stand beside its configuration', () => {
  const meshNetworks = { one: { endpoints: [{ fromRegistry: 'east' }], gateways: [{ address: '10.0.0.1', port: 15443 }] } };
  expect(load(data('istio', { global: { meshNetworks } }).meshNetworks)).toEqual({ networks: meshNetworks });
});

describe('the injector', () => {
  const config = (values: JsonObject): JsonObject => load(data('istio-sidecar-injector', values).config) as JsonObject;

  test('selects pods, adds annotations and chooses templates as it is told', () => {
    expect(config({
      global: { proxy: { autoInject: 'disabled' } },
      sidecarInjectorWebhook: {
        alwaysInjectSelector: [{ matchLabels: { a: 'b' } }],
        neverInjectSelector: [{ matchExpressions: [{ key: 'k', operator: 'Exists' }] }],
        injectedAnnotations: { text: 'a', number: 1, flag: true },
        defaultTemplates: ['sidecar', 'own'],
      },
    })).toMatchObject({
      policy: 'disabled',
      alwaysInjectSelector: [{ matchLabels: { a: 'b' } }],
      neverInjectSelector: [{ matchExpressions: [{ key: 'k', operator: 'Exists' }] }],
      injectedAnnotations: { text: 'a', number: '1', flag: 'true' },
      defaultTemplates: ['sidecar', 'own'],
    });
  });

  test('has templates of the user beside its own, and in place of one of the same name', () => {
    const { templates } = config({ sidecarInjectorWebhook: { templates: { own: 'spec: {}\n', sidecar: 'metadata: {}\n' } } });
    expect(templates).toMatchObject({ own: 'spec: {}\n', sidecar: 'metadata: {}\n' });
    expect(Object.keys(templates)).toContain('gateway');
  });

  test('knows of all values those that templates ask for', () => {
    const values = JSON.parse(data('istio-sidecar-injector', { platform: 'openshift', env: { A: 'b' } }).values);
    expect(Object.keys(values)).toEqual(['gateways', 'global', 'pilot', 'revision', 'sidecarInjectorWebhook']);
    expect(values.pilot.env).toEqual({ A: 'b' });
    expect(values.pilot.cni).toMatchObject({ enabled: true, provider: 'multus' });
  });
});
