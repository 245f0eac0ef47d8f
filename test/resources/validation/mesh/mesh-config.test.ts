import { JsonObject } from '../../../../src/reference/json';
import { meshConfigErrors } from '../../../../src/resources/validation/mesh';

const proxy = (defaultConfig: JsonObject): JsonObject => ({ defaultConfig });
const tracing = (settings: JsonObject): JsonObject => proxy({ tracing: settings });
const connections = (connectionSettings: JsonObject): JsonObject => proxy({ connectionSettings });
const policy = (defaultTrafficPolicy: JsonObject): JsonObject => ({ defaultTrafficPolicy });

describe('a mesh configuration is taken', () => {
  test.each<[string, JsonObject]>([
    ['that says nothing', {}],
    ['with nulls, which say nothing', { connectTimeout: null, trustDomain: null, defaultConfig: null }],
    ['with the longest time to connect', { connectTimeout: '3600s' }],
    ['without protocol detection', { protocolDetectionTimeout: '0s' }],
    ['with a tracer on the node', tracing({ zipkin: { address: '$(HOST_IP):9411' }, datadog: { address: '$(HOST_IP):8126' } })],
    ['with addresses of each kind', proxy({ discoveryAddress: 'a.b:1', statsdUdpAddress: '1.2.3.4:65535', envoyMetricsServiceAddress: '[::1]:1' })],
    ['with an empty address of statistics, which is none', proxy({ statsdUdpAddress: '' })],
    ['with failover, which needs no outlier detection here', { localityLbSetting: { failover: [{ from: 'a', to: 'b' }] } }],
    ['with a complete trust domain', { trustDomain: 'cluster.local.' }],
    ['with keep-alive of HTTP/2 by half', policy({ connectionPool: { http: { http2KeepAlive: {} } } })],
    ['with a provider that is wrong, which counts when it is used', { extensionProviders: [{ name: 'x', zipkin: { service: '', port: 0 } }] }],
  ])('%s', (_, config) => {
    expect(meshConfigErrors(config)).toEqual([]);
  });
});

describe('a mesh configuration is refused', () => {
  test.each<[string, JsonObject, string, string]>([
    ['whose proxies listen nowhere', { proxyListenPort: 0 }, 'proxyListenPort', 'There is no port number'],
    ['that connects at once', { connectTimeout: '0s' }, 'connectTimeout', '"0s" is shorter than a millisecond'],
    ['that connects for more than an hour', { connectTimeout: '3601s' }, 'connectTimeout', '"3601s" is longer than an hour'],
    ['that detects in parts of a millisecond', { protocolDetectionTimeout: '0.0001s' }, 'protocolDetectionTimeout', '"0.0001s" is not a whole number of milliseconds'],
    ['without a trust domain', { trustDomain: '' }, 'trustDomain', '"" is not a trust domain'],
    ['with an alias that is no trust domain', { trustDomainAliases: ['a_b'] }, 'trustDomainAliases[0]', '"a_b" is not a trust domain'],
    ['with settings of a host that is none', { serviceSettings: [{ hosts: ['*.a', 'b_c'] }] }, 'serviceSettings[0].hosts[1]', '"b_c" is not a DNS name, because of "b_c"'],
    ['with curves of TLS within the mesh', { meshMTLS: { ecdhCurves: ['P-256'] } }, 'meshMTLS.ecdhCurves', 'TLS within the mesh has no choice of curves'],
    ['whose weights of places are no hundred', { localityLbSetting: { distribute: [{ from: 'a', to: { a: 99 } }] } }, 'localityLbSetting.distribute[0].to', 'The weights add up to 99'],
    ['whose connections are counted below zero', policy({ connectionPool: { http: { maxRetries: -1 } } }), 'defaultTrafficPolicy.connectionPool.http.maxRetries', '-1 is less than 0'],
    ['that ejects more than all', policy({ outlierDetection: { maxEjectionPercent: 101 } }), 'defaultTrafficPolicy.outlierDetection.maxEjectionPercent', '101 is not a percentage'],
  ])('%s', (_, config, path, problem) => {
    expect(meshConfigErrors(config)).toMatchObject([{ path, problem }]);
  });
});

describe('the configuration of proxies is refused', () => {
  test.each<[string, JsonObject, string, string]>([
    ['with an empty address of istiod', proxy({ discoveryAddress: '' }), 'defaultConfig.discoveryAddress', '"discoveryAddress" is empty'],
    ['with an address without a port', proxy({ statsdUdpAddress: 'other' }), 'defaultConfig.statsdUdpAddress', '"other" is not an address'],
    ['with an address of a log without a host', proxy({ envoyAccessLogService: { address: ':1' } }), 'defaultConfig.envoyAccessLogService.address', '":1" is not an address'],
    ['that drains in parts of a second', proxy({ drainDuration: '1.5s' }), 'defaultConfig.drainDuration', '"1.5s" is not a number of seconds to drain in'],
    ['with a tracer without an address', tracing({ zipkin: {} }), 'defaultConfig.tracing.zipkin.address', '"" is not an address'],
    ['with a Lightstep without a token', tracing({ lightstep: { address: 'a:1' } }), 'defaultConfig.tracing.lightstep.accessToken', 'The token is missing'],
    ['with a tracer that proves who it is without a key', tracing({ tlsSettings: { mode: 'MUTUAL', clientCertificate: 'x' } }),
      'defaultConfig.tracing.tlsSettings.privateKey', 'TLS of mode MUTUAL has no "privateKey"'],
    ['with a port that is none', proxy({ statusPort: 70000 }), 'defaultConfig.statusPort', '70000 is not a port'],
    ['with a policy from nowhere', proxy({ controlPlaneAuthPolicy: 'INHERIT' }), 'defaultConfig.controlPlaneAuthPolicy', 'There is nothing to inherit it from'],
    ['with keys by nobody', proxy({ privateKeyProvider: {} }), 'defaultConfig.privateKeyProvider', 'No provider of keys is named'],
    ['with keys at once', proxy({ privateKeyProvider: { qat: {} } }), 'defaultConfig.privateKeyProvider.qat.pollDelay', 'The provider has no time to collect requests in'],
    ['with a window that HTTP/2 does not allow', connections({ http2InitialStreamWindowSize: 96 }),
      'defaultConfig.connectionSettings.http2InitialStreamWindowSize', '96 is less than 65535'],
    ['with less than no time', connections({ httpDrainTimeout: '-1s' }), 'defaultConfig.connectionSettings.httpDrainTimeout', '"-1s" is less than no time'],
  ])('%s', (_, config, path, problem) => {
    expect(meshConfigErrors(config)).toMatchObject([{ path, problem }]);
  });
});
