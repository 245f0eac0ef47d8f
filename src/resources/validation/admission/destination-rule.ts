import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { isIpAddress } from './common/addresses';
import { checkClientTls } from './common/client-tls';
import { checkConnectionPool } from './common/connection-pool';
import { checkSubsetName } from './common/destinations';
import { checkExportTo } from './common/export-to';
import { checkHost, fqdnFlaw } from './common/hosts';
import { checkLabels } from './common/labels';
import { checkLoadBalancer } from './common/load-balancer';
import { namespaceOf } from './common/metadata';
import { checkOutlierDetection } from './common/outlier-detection';
import { checkPort } from './common/ports';
import { entries, given, messages } from './common/read';
import { errorsOnly, Report } from './common/report';
import { checkMatchLabels } from './common/selectors';

const PER_PORT = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const FOR_ALL = [...PER_PORT, 'tunnel', 'proxyProtocol', 'retryBudget'];

/** How traffic to a host is treated. */
export const checkDestinationRule: AdmissionCheck = (object, spec, place, report) => {
  const namespace = namespaceOf(object);
  checkHost(spec.host ?? '', place.at('host'), report);
  checkTrafficPolicy(spec.trafficPolicy, namespace, place.at('trafficPolicy'), report);
  checkSubsets(messages(spec.subsets), namespace, place.at('subsets'), report);
  const { workloadSelector } = spec;
  checkExportTo(object, spec.exportTo, place.at('exportTo'), report, { selects: given(workloadSelector) });
  if (!given(workloadSelector)) return;
  const labels = place.at('workloadSelector').at('matchLabels');
  checkMatchLabels(workloadSelector.matchLabels, labels, report);
  if (entries(workloadSelector.matchLabels).length === 0) {
    report.warning(labels, workloadSelector.matchLabels, 'The workloadSelector has no labels, so that it picks every workload', 'Name labels, or leave it out');
  }
};

function checkSubsets(subsets: readonly JsonObject[], namespace: string, place: Place, report: Report): void {
  const names = new Set<string>();
  subsets.forEach((subset, index) => {
    const where = place.at(index);
    const name = subset.name ?? '';
    if (names.has(name)) report.error(where.at('name'), name, `There is another subset ${shown(name)}`, 'Give each subset a name of its own');
    names.add(name);
    checkSubsetName(name, where.at('name'), report);
    checkLabels(subset.labels, where.at('labels'), report);
    // Istio drops what it would warn of in a subset, and below in a port.
    checkTrafficPolicy(subset.trafficPolicy, namespace, where.at('trafficPolicy'), errorsOnly(report));
  });
}

function checkTrafficPolicy(policy: JsonObject | null | undefined, namespace: string, place: Place, report: Report): void {
  if (!given(policy)) return;
  const ports = messages(policy.portLevelSettings);
  if (ports.length === 0 && !FOR_ALL.some((field) => given(policy[field]))) {
    report.error(place, policy, 'The traffic policy says nothing', `Give at least one of ${FOR_ALL.join(', ')} and portLevelSettings, or leave it out`);
    return;
  }
  if (given(policy.tunnel) && given(policy.proxyProtocol)) {
    report.error(place, policy, 'Traffic goes through a tunnel and carries the PROXY protocol', 'Keep "tunnel" or "proxyProtocol"');
    return;
  }
  checkSettings(policy, namespace, place, report);
  ports.forEach((settings, index) => checkPortSettings(settings, namespace, place.at('portLevelSettings').at(index), errorsOnly(report)));
  if (given(policy.tunnel)) checkTunnel(policy.tunnel, place.at('tunnel'), report);
  const version = policy.proxyProtocol?.version ?? 'V1';
  if (version !== 'V1' && version !== 'V2') {
    report.error(place.at('proxyProtocol').at('version'), version, `${shown(version)} is not a version of the PROXY protocol`, 'Use V1 or V2');
  }
}

/** What both a whole host and one of its ports may have. */
function checkSettings(policy: JsonObject, namespace: string, place: Place, report: Report): void {
  checkOutlierDetection(policy.outlierDetection, place.at('outlierDetection'), report);
  checkConnectionPool(policy.connectionPool, place.at('connectionPool'), report);
  checkLoadBalancer(policy.loadBalancer, given(policy.outlierDetection), place.at('loadBalancer'), report);
  checkClientTls(policy.tls, namespace, place.at('tls'), report);
}

function checkPortSettings(settings: JsonObject, namespace: string, place: Place, report: Report): void {
  if (!given(settings.port)) report.error(place.at('port'), undefined, 'The settings are for no port', 'Give "port.number"');
  if (PER_PORT.some((field) => given(settings[field]))) checkSettings(settings, namespace, place, report);
  else report.error(place, settings, 'The settings of the port say nothing', `Give at least one of ${PER_PORT.join(', ')}, or remove them`);
}

function checkTunnel(tunnel: JsonObject, place: Place, report: Report): void {
  if (tunnel.protocol && tunnel.protocol !== 'CONNECT' && tunnel.protocol !== 'POST') {
    report.error(place.at('protocol'), tunnel.protocol, `${shown(tunnel.protocol)} is not a method of a tunnel`, 'Use "CONNECT" or "POST"');
  }
  const host = tunnel.targetHost ?? '';
  if (fqdnFlaw(host) !== undefined && !isIpAddress(host)) {
    report.error(place.at('targetHost'), tunnel.targetHost, `${shown(host)} is neither a DNS name nor an IP address`, 'Give the host at the other end of the tunnel');
  }
  checkPort(tunnel.targetPort, place.at('targetPort'), report);
}
