import { checkAddress } from './address';
import { JsonObject } from '../../../reference/json';
import { checkClientTls } from '../admission/common/client-tls';
import { nanoseconds } from '../admission/common/durations';
import { checkPort } from '../admission/common/ports';
import { given } from '../admission/common/read';
import { Report } from '../admission/common/report';
import { Place, shown } from '../findings';

const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;

/** Where a tracer on the same node is. */
const NODE = '$(HOST_IP)';

/** Texts that a proxy cannot go without. Who gives none gets Istio's. */
const NEEDED = ['configPath', 'binaryPath', 'serviceCluster', 'discoveryAddress'];

/**
 * What Istio asks of the configuration of proxies, as a part of the mesh configuration or as an annotation of a pod. What is not
 * given is Istio's own, and right.
 *
 * @param config in canonical form, as `decode` has it
 */
export function checkProxyConfig(config: JsonObject, place: Place, report: Report): void {
  for (const field of NEEDED.filter((name) => config[name] === '')) {
    report.error(place.at(field), '', `"${field}" is empty`, 'Give a value, or leave it out');
  }
  if (given(config.drainDuration)) checkDrainDuration(config.drainDuration, place.at('drainDuration'), report);
  checkAddresses(config, place, report);
  if (given(config.tracing)) checkTracing(config.tracing, place.at('tracing'), report);
  for (const field of ['proxyAdminPort', 'statusPort'].filter((name) => given(config[name]))) {
    checkPort(config[field], place.at(field), report);
  }
  if (config.controlPlaneAuthPolicy === 'INHERIT') {
    report.error(place.at('controlPlaneAuthPolicy'), 'INHERIT', 'There is nothing to inherit it from', 'Give "NONE" or "MUTUAL_TLS"');
  }
  if (given(config.privateKeyProvider)) checkKeyProvider(config.privateKeyProvider, place.at('privateKeyProvider'), report);
  if (given(config.connectionSettings)) checkConnections(config.connectionSettings, place.at('connectionSettings'), report);
}

function checkDrainDuration(text: string, place: Place, report: Report): void {
  const length = nanoseconds(text);
  if (length < MILLISECOND || length % SECOND !== 0n) {
    report.error(place, text, `${shown(text)} is not a number of seconds to drain in`, 'Give whole seconds, such as "45s"');
  }
}

function checkAddresses(config: JsonObject, place: Place, report: Report): void {
  for (const field of ['discoveryAddress', 'statsdUdpAddress', 'envoyMetricsServiceAddress']) {
    if (config[field]) checkAddress(config[field], place.at(field), report);
  }
  for (const field of ['envoyMetricsService', 'envoyAccessLogService']) {
    if (config[field]?.address) checkAddress(config[field].address, place.at(field).at('address'), report);
  }
}

function checkTracing(tracing: JsonObject, place: Place, report: Report): void {
  for (const tracer of ['zipkin', 'datadog'].filter((name) => given(tracing[name]))) {
    checkAddress((tracing[tracer].address ?? '').replace(NODE, '127.0.0.1'), place.at(tracer).at('address'), report);
  }
  if (given(tracing.lightstep)) {
    checkAddress(tracing.lightstep.address ?? '', place.at('lightstep').at('address'), report);
    if (!tracing.lightstep.accessToken) {
      report.error(place.at('lightstep').at('accessToken'), tracing.lightstep.accessToken, 'The token is missing', 'Give the one by which Lightstep knows you');
    }
  }
  checkClientTls(tracing.tlsSettings, '', place.at('tlsSettings'), report);
}

function checkKeyProvider(provider: JsonObject, place: Place, report: Report): void {
  const name = ['cryptomb', 'qat'].find((one) => given(provider[one]));
  if (name === undefined) {
    report.error(place, provider, 'No provider of keys is named', 'Give "cryptomb" or "qat"');
  } else if (nanoseconds(provider[name].pollDelay ?? '0s') === 0n) {
    report.error(place.at(name).at('pollDelay'), provider[name].pollDelay, 'The provider has no time to collect requests in', 'Give one, such as "0.02s"');
  }
}

/** The least that a setting of connections may be. */
const LEAST: Readonly<Record<string, number>> = {
  listenerPerConnectionBufferLimitBytes: 0,
  clusterPerConnectionBufferLimitBytes: 0,
  httpMaxConcurrentStreams: 1,
  http2InitialStreamWindowSize: 65535,
  http2InitialConnectionWindowSize: 65535,
  listenerConnectionLimit: 1,
  globalDownstreamConnectionLimit: 1,
};

const TIMES = [
  'httpIdleTimeout', 'httpMaxConnectionDuration', 'httpDrainTimeout', 'httpRequestTimeout', 'httpRequestHeadersTimeout', 'httpStreamIdleTimeout',
  'httpMaxStreamDuration',
];

function checkConnections(settings: JsonObject, place: Place, report: Report): void {
  for (const [field, least] of Object.entries(LEAST)) {
    if (given(settings[field]) && Number(settings[field]) < least) {
      report.error(place.at(field), settings[field], `${settings[field]} is less than ${least}`, `Give ${least} or more`);
    }
  }
  for (const field of TIMES) {
    if (given(settings[field]) && nanoseconds(settings[field]) < 0n) {
      report.error(place.at(field), settings[field], `${shown(settings[field])} is less than no time`, 'Give "0s" or more');
    }
  }
}
