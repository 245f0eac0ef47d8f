import { deployment, SETTINGS, settingsWith, variable } from './fixtures';
import { injectObject } from '../../src/injection';
import { JsonObject, Manifest } from '../../src/reference/json';

function proxyConfig(name: string, namespace: string, spec: JsonObject, metadata: JsonObject = {}): Manifest {
  return { apiVersion: 'networking.istio.io/v1beta1', kind: 'ProxyConfig', metadata: { name, namespace, ...metadata }, spec };
}

/** The proxy configuration that a pod's proxy is given, without what the installation says. */
function configured(proxyConfigs: Manifest[], annotations?: Record<string, string>, injector: 'webhook' | 'kube-inject' = 'webhook'): JsonObject {
  const settings = { ...settingsWith({ pilot: { env: {} } }), proxyConfigs, injector };
  const { object } = injectObject(deployment({ annotations }), settings, { name: 'shop' });
  return JSON.parse(variable(object, 'PROXY_CONFIG')!);
}

const FOR_ALL = proxyConfig('all', 'istio-system', { concurrency: 1, environmentVariables: { A: 'root', B: 'root' } });
const FOR_SHOP = proxyConfig('shop', 'shop', { concurrency: 2, environmentVariables: { B: 'shop' } });
const FOR_WEB = proxyConfig('web', 'shop', { selector: { matchLabels: { app: 'web' } }, concurrency: 3, environmentVariables: { C: 'web' } });

test('a ProxyConfig of the root namespace is over the mesh\'s, that of the namespace over it, and that of the workload over both', () => {
  expect(configured([])).toEqual({});
  expect(configured([FOR_ALL])).toEqual({ concurrency: 1, proxyMetadata: { A: 'root', B: 'root' } });
  expect(configured([FOR_ALL, FOR_SHOP])).toEqual({ concurrency: 2, proxyMetadata: { A: 'root', B: 'shop' } });
  expect(configured([FOR_WEB, FOR_ALL, FOR_SHOP])).toEqual({ concurrency: 3, proxyMetadata: { A: 'root', B: 'shop', C: 'web' } });
});

test('what the pod says itself is over the namespace\'s, and under the workload\'s', () => {
  const annotations = { 'proxy.istio.io/config': 'concurrency: 9\nproxyMetadata: {B: pod, C: pod}' };
  expect(configured([FOR_SHOP], annotations)).toEqual({ concurrency: 9, proxyMetadata: { B: 'pod', C: 'pod' } });
  expect(configured([FOR_SHOP, FOR_WEB], annotations)).toEqual({ concurrency: 3, proxyMetadata: { B: 'pod', C: 'web' } });
});

test('other namespaces, other labels, other revisions and selectors that name nothing are for other pods', () => {
  expect(configured([
    proxyConfig('elsewhere', 'pay', { concurrency: 5 }),
    proxyConfig('cart', 'shop', { selector: { matchLabels: { app: 'cart' } }, concurrency: 5 }),
    proxyConfig('none', 'shop', { selector: {}, concurrency: 5 }),
    proxyConfig('newer', 'shop', { concurrency: 5 }, { labels: { 'istio.io/rev': 'canary' } }),
  ])).toEqual({});
  expect(configured([proxyConfig('own', 'shop', { concurrency: 5 }, { labels: { 'istio.io/rev': SETTINGS.revision || 'default' } })])).toEqual({ concurrency: 5 });
});

test('of two for the same pods the older one holds, and the first by name where nobody knows their age', () => {
  const [one, other] = [proxyConfig('one', 'shop', { concurrency: 1 }), proxyConfig('other', 'shop', { concurrency: 2 })];
  expect(configured([other, one])).toEqual({ concurrency: 1 });
  const older = { ...other, metadata: { ...other.metadata, creationTimestamp: '2026-01-01T00:00:00Z' } };
  const newer = { ...one, metadata: { ...one.metadata, creationTimestamp: '2026-02-01T00:00:00Z' } };
  expect(configured([newer, older])).toEqual({ concurrency: 2 });
});

test('the variant of the proxy\'s image is taken from it', () => {
  const settings = { ...SETTINGS, proxyConfigs: [proxyConfig('all', 'istio-system', { image: { imageType: 'distroless' } })] };
  const { object } = injectObject(deployment(), settings, { name: 'shop' });
  expect(object.spec.template.spec.containers.at(-1).image).toBe('example.com/istio/proxyv2:1-distroless');
});

test('the command line of Istio does not know them', () => {
  expect(configured([FOR_ALL, FOR_WEB], undefined, 'kube-inject')).toEqual({});
});
