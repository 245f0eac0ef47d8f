import { checkProxyConfig } from './proxy-config';
import { JsonObject } from '../../../reference/json';
import { checkConnectionPool } from '../admission/common/connection-pool';
import { checkDuration, nanoseconds } from '../admission/common/durations';
import { checkHost } from '../admission/common/hosts';
import { isDnsLabel } from '../admission/common/labels';
import { checkLocalityLb, checkZoneAwareLb } from '../admission/common/localities';
import { checkOutlierDetection } from '../admission/common/outlier-detection';
import { checkPort } from '../admission/common/ports';
import { given, messages, texts } from '../admission/common/read';
import { Report } from '../admission/common/report';
import { Place, shown } from '../findings';

const MILLISECOND = 1_000_000n;
const HOUR = 3_600_000_000_000n;

/**
 * What Istio asks of a mesh configuration. What is not given is Istio's own, and right.
 *
 * @param config in canonical form, as `decode` has it
 */
export function checkMeshConfig(config: JsonObject, place: Place, report: Report): void {
  if (given(config.proxyListenPort)) checkPort(config.proxyListenPort, place.at('proxyListenPort'), report);
  if (given(config.connectTimeout)) checkConnectTimeout(config.connectTimeout, place.at('connectTimeout'), report);
  if (given(config.protocolDetectionTimeout)) checkDetectionTimeout(config.protocolDetectionTimeout, place.at('protocolDetectionTimeout'), report);
  if (given(config.defaultConfig)) checkProxyConfig(config.defaultConfig, place.at('defaultConfig'), report);
  checkLocalityLb(config.localityLbSetting, true, place.at('localityLbSetting'), report);
  checkZoneAwareLb(config.zoneAwareLbSetting, true, place.at('zoneAwareLbSetting'), report);
  messages(config.serviceSettings).forEach(({ hosts }, index) => {
    texts(hosts).forEach((host, at) => checkHost(host, place.at('serviceSettings').at(index).at('hosts').at(at), report));
  });
  checkTrustDomains(config, place, report);
  if (texts(config.meshMTLS?.ecdhCurves).length > 0) {
    report.error(place.at('meshMTLS').at('ecdhCurves'), config.meshMTLS.ecdhCurves, 'TLS within the mesh has no choice of curves', 'Set "tlsDefaults.ecdhCurves"');
  }
  if (given(config.defaultTrafficPolicy)) checkTrafficPolicy(config.defaultTrafficPolicy, place.at('defaultTrafficPolicy'), report);
}

function checkConnectTimeout(text: string, place: Place, report: Report): void {
  checkDuration(text, place, report);
  if (nanoseconds(text) > HOUR) report.error(place, text, `${shown(text)} is longer than an hour`, 'Give "1h" or less');
}

/** None at all switches detection off. */
function checkDetectionTimeout(text: string, place: Place, report: Report): void {
  if (nanoseconds(text) % MILLISECOND !== 0n) {
    report.error(place, text, `${shown(text)} is not a whole number of milliseconds`, 'Round it to milliseconds, such as "250ms"');
  }
}

function checkTrustDomains({ trustDomain, trustDomainAliases }: JsonObject, place: Place, report: Report): void {
  if (given(trustDomain)) checkTrustDomain(trustDomain, place.at('trustDomain'), report);
  texts(trustDomainAliases).forEach((alias, index) => checkTrustDomain(alias, place.at('trustDomainAliases').at(index), report));
}

function checkTrustDomain(domain: string, place: Place, report: Report): void {
  // A dot at the end says that the name is complete.
  const labels = domain.replace(/\.$/, '').split('.');
  if (!labels.every(isDnsLabel)) {
    report.error(place, domain, `${shown(domain)} is not a trust domain`, 'Use letters, digits and dashes between dots, such as "cluster.local"');
  }
}

/** It stands on the same settings as a DestinationRule; keep-alive of HTTP/2 is not looked at here. */
function checkTrafficPolicy({ connectionPool: pool, outlierDetection }: JsonObject, place: Place, report: Report): void {
  const looked = given(pool?.http) ? { ...pool, http: { ...pool.http, http2KeepAlive: undefined } } : pool;
  checkConnectionPool(looked, place.at('connectionPool'), report);
  checkOutlierDetection(outlierDetection, place.at('outlierDetection'), report);
}
