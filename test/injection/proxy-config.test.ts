import { deployment, SETTINGS, variable } from './fixtures';
import { injectObject, InjectionSettings, refusedAnnotations } from '../../src/injection';
import { effectiveMeshConfig, proxyConfigJson } from '../../src/injection/mesh-defaults';
import { podProxyConfig } from '../../src/injection/proxy-config';

const NAME = 'proxy.istio.io/config';

describe('what a pod says of its proxy is refused where Istio refuses it', () => {
  test.each([
    ['x', `Annotation ${NAME} is "x", which is no map. Give fields of ProxyConfig, such as "concurrency: 2".`],
    ['concurrency: x', `Annotation ${NAME}: concurrency: "x" stands where a whole number is expected. Write a whole number.`],
    ['drainDuration: soon', `Annotation ${NAME}: drainDuration: "soon" is not a duration. Write a number with a unit, such as 5s.`],
    ['drainDuration: 1500ms', `Annotation ${NAME}: drainDuration: "1500ms" is not a number of seconds to drain in. Give whole seconds, such as "45s".`],
    ['discoveryAddress: istiod', `Annotation ${NAME}: discoveryAddress: "istiod" is not an address. Write a host and a port, such as "collector.example.com:9411".`],
    ['tracing: {zipkin: {}}', `Annotation ${NAME}: tracing.zipkin.address: "" is not an address. Write a host and a port, such as "collector.example.com:9411".`],
    ['statusPort: 0', `Annotation ${NAME}: statusPort: There is no port number. Give a number from 1 to 65535.`],
    ['serviceCluster: ""', `Annotation ${NAME}: serviceCluster: "serviceCluster" is empty. Give a value, or leave it out.`],
    ['privateKeyProvider: {}', `Annotation ${NAME}: privateKeyProvider: No provider of keys is named. Give "cryptomb" or "qat".`],
    ['privateKeyProvider: {qat: {pollDelay: 0s}}', `Annotation ${NAME}: privateKeyProvider.qat.pollDelay: The provider has no time to collect requests in. Give one, such as "0.02s".`],
    ['connectionSettings: {httpMaxConcurrentStreams: 0}', `Annotation ${NAME}: connectionSettings.httpMaxConcurrentStreams: 0 is less than 1. Give 1 or more.`],
    ['connectionSettings: {httpIdleTimeout: -1s}', `Annotation ${NAME}: connectionSettings.httpIdleTimeout: "-1s" is less than no time. Give "0s" or more.`],
    ['valueOf: 1', `Annotation ${NAME} has "valueOf: 1", and ProxyConfig has no such field. Remove it, or correct its name.`],
  ])('%s', (text, message) => {
    expect(refusedAnnotations({ [NAME]: text }, SETTINGS)).toEqual([message]);
  });

  test.each(['', 'concurrency: "3"', 'tracing: {datadog: {address: "$(HOST_IP):8126"}}', 'discoveryAddress: "[::1]:15012"', 'drain_duration: 5s'])('%s is taken', (text) => {
    expect(podProxyConfig(text)).toHaveProperty('config');
  });
});

describe('the configuration is told to the proxy as Go writes it', () => {
  const json = (config: object): string => proxyConfigJson(effectiveMeshConfig({ defaultConfig: { ...config } }).defaultConfig);

  test.each<[string, object, string]>([
    ['nothing of what Istio has by itself', { statusPort: 15020, drainDuration: '45s' }, '{}'],
    ['fields and maps in their order', { proxyMetadata: { B: '2', A: '1' }, concurrency: 0 }, '{"concurrency":0,"proxyMetadata":{"A":"1","B":"2"}}'],
    ['durations in seconds, digits in groups of three', { terminationDrainDuration: '1m0.5s' }, '{"terminationDrainDuration":"60.500s"}'],
    ['a message that is there, though empty', { tracing: {} }, '{"tracing":{}}'],
    ['no word that is the first of its list', { interceptionMode: 'REDIRECT' }, '{}'],
    ['fields from CRDs in the order of their definition', { tracing: { tlsSettings: { caCertificates: '/a', mode: 'SIMPLE' } } },
      '{"tracing":{"tlsSettings":{"mode":"SIMPLE","caCertificates":"/a"}}}'],
    ['signs that HTML might take for its own as numbers', { proxyMetadata: { A: '<&>' } }, '{"proxyMetadata":{"A":"\\u003c\\u0026\\u003e"}}'],
  ])('%s', (_, config, expected) => {
    expect(json(config)).toBe(expected);
  });

  test('a zero of the pod stands over the mesh for the command line; the webhook does not see it', () => {
    const settings = { ...SETTINGS, meshConfig: { defaultConfig: { interceptionMode: 'TPROXY' } } };
    const pod = deployment({ annotations: { [NAME]: 'interceptionMode: REDIRECT' } });
    const configOf = (injector: InjectionSettings['injector']): string | undefined =>
      variable(injectObject(pod, { ...settings, injector }, { name: 'shop' }).object, 'PROXY_CONFIG');
    expect(configOf('webhook')).toBe('{"interceptionMode":"TPROXY"}\n');
    expect(configOf('kube-inject')).toBe('{}\n');
  });

  test('of headers, those of the mesh stay where the pod names others', () => {
    const settings: InjectionSettings = { ...SETTINGS, meshConfig: { defaultConfig: { proxyHeaders: { server: { value: 'a' }, requestId: { disabled: true } } } } };
    const pod = deployment({ annotations: { [NAME]: 'proxyHeaders: {server: {value: b}}' } });
    expect(variable(injectObject(pod, settings, { name: 'shop' }).object, 'PROXY_CONFIG'))
      .toBe('{"proxyHeaders":{"requestId":{"disabled":true},"server":{"value":"b"}}}\n');
  });
});
