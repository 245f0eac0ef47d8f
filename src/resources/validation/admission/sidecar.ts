import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkIpAddress, checkUnixPath, UNIX } from './common/addresses';
import { checkConnectionPool } from './common/connection-pool';
import { checkDestination } from './common/destinations';
import { checkFqdn, hostFlaw, partialWildcardFlaw } from './common/hosts';
import { integer } from './common/integer';
import { isDnsLabel } from './common/labels';
import { namespaceOf } from './common/metadata';
import { checkPort, checkPortName, checkProtocol } from './common/ports';
import { isHttp, isTls } from './common/protocols';
import { given, messages, texts } from './common/read';
import { Report } from './common/report';
import { checkServerTls, serverTlsMode } from './common/server-tls';
import { checkWorkloadSelector, warnOfEmptySelector } from './common/workload-selector';

const LOCAL = ['', '127.0.0.1', '0.0.0.0', '::1', '::'];
const UNSUPPORTED_TLS = ['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'];

/** What a proxy listens for, and what it knows of the mesh. */
export const checkSidecar: AdmissionCheck = (object, spec, place, report) => {
  if (!checkWorkloadSelector(spec.workloadSelector, place.at('workloadSelector'), report)) return;
  const ingress = messages(spec.ingress);
  const egress = messages(spec.egress);
  if (ingress.length === 0 && egress.length === 0 && !given(spec.outboundTrafficPolicy) && !given(spec.inboundConnectionPool)) {
    report.error(place, spec, 'The Sidecar says nothing', 'Give "egress", "ingress", "outboundTrafficPolicy" or "inboundConnectionPool"');
    return;
  }
  warnOfEmptySelector(spec.workloadSelector, place.at('workloadSelector'), report);
  checkIngress(ingress, place.at('ingress'), report);
  checkConnectionPool(spec.inboundConnectionPool, place.at('inboundConnectionPool'), report);
  checkEgress(egress, namespaceOf(object), place.at('egress'), report);
  checkOutboundPolicy(spec.outboundTrafficPolicy, place.at('outboundTrafficPolicy'), report);
};

function checkIngress(listeners: readonly JsonObject[], place: Place, report: Report): void {
  const numbers = new Set<number>();
  listeners.forEach((listener, index) => {
    const where = place.at(index);
    const { port } = listener;
    if (!given(port)) {
      report.error(where.at('port'), undefined, 'The listener has no port', 'Give "port", with a number and a protocol');
      return;
    }
    checkTargetPort(port, where.at('port'), report);
    checkNameAndProtocol(port, where.at('port'), report);
    checkPort(port.number, where.at('port').at('number'), report);
    if (listener.bind) checkIpAddress(listener.bind, where.at('bind'), report);
    checkUnique(port.number ?? 0, numbers, where, report);
    checkDefaultEndpoint(listener.defaultEndpoint ?? '', where.at('defaultEndpoint'), report);
    checkIngressTls(listener, where.at('tls'), report);
    checkConnectionPool(listener.connectionPool, where.at('connectionPool'), report);
    if (given(listener.connectionPool?.http) && !isHttp(port.protocol)) {
      report.warning(where.at('connectionPool').at('http'), listener.connectionPool.http,
        `Settings for HTTP have no effect on port ${port.number ?? 0}, whose protocol is ${port.protocol || 'found out from the traffic'}`,
        'Use protocol HTTP, HTTP2 or GRPC, or remove them');
    }
  });
}

function checkTargetPort({ targetPort }: JsonObject, place: Place, report: Report): void {
  if (targetPort > 0) {
    report.error(place.at('targetPort'), targetPort, `The port of a Sidecar has no target port (${targetPort})`, 'Remove "targetPort"');
  }
}

function checkNameAndProtocol({ name, protocol }: JsonObject, place: Place, report: Report): void {
  if (name) checkPortName(name, place.at('name'), report);
  checkProtocol(protocol, place.at('protocol'), report);
}

function checkUnique(number: number, numbers: Set<number>, place: Place, report: Report): void {
  if (numbers.has(number)) {
    report.error(place.at('port').at('number'), number, `Another listener has port ${number}`, 'Give each listener a port of its own');
  }
  numbers.add(number);
}

function checkDefaultEndpoint(endpoint: string, place: Place, report: Report): void {
  if (endpoint === '') return;
  if (endpoint.startsWith(UNIX)) {
    checkUnixPath(endpoint, place, report);
    return;
  }
  const [, bracketed, plain, port] = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(endpoint) ?? [];
  const number = port === undefined ? undefined : integer(port);
  if (!LOCAL.includes(bracketed ?? plain ?? '') || number === undefined || number < 1 || number > 65535) {
    report.error(place, endpoint, `${shown(endpoint)} is not a place on the workload's own machine`,
      'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"');
  }
}

function checkIngressTls({ port, tls }: JsonObject, place: Place, report: Report): void {
  if (!given(tls)) return;
  for (const field of UNSUPPORTED_TLS) {
    const value = tls[field];
    if (Array.isArray(value) ? value.length === 0 : !value) continue;
    report.error(place.at(field), value, `A listener of a Sidecar takes no "${field}" (${shown(value)})`, 'Remove it, and name certificate files');
  }
  const mode = serverTlsMode(tls);
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH') {
    report.error(place.at('mode'), mode, `TLS of a Sidecar has no mode ${mode}`, 'Use SIMPLE, MUTUAL or PASSTHROUGH');
  }
  if (!isTls(port.protocol)) {
    report.error(place, tls, `A port of protocol ${shown(port.protocol ?? '')} has TLS settings`, 'Use protocol HTTPS or TLS, or remove "tls"');
  }
  checkServerTls(tls, place, report);
}

function checkEgress(listeners: readonly JsonObject[], namespace: string, place: Place, report: Report): void {
  const numbers = new Set<number>();
  const sockets = new Set<string>();
  listeners.forEach((listener, index) => {
    const where = place.at(index);
    if (given(listener.port)) {
      checkEgressPort(listener, where, report);
      if (listener.port.number) {
        checkUnique(listener.port.number, numbers, where, report);
      } else {
        const bind = listener.bind ?? '';
        if (sockets.has(bind)) report.error(where.at('bind'), bind, `Another listener has the socket ${shown(bind)}`, 'Give each listener a socket of its own');
        sockets.add(bind);
      }
    } else if (index < listeners.length - 1) {
      report.error(where.at('port'), undefined, 'A listener without a port stands before others', 'Put it last, and let there be one alone');
    }
    checkEgressHosts(texts(listener.hosts), namespace, where.at('hosts'), report);
  });
}

function checkEgressPort({ port, bind, captureMode }: JsonObject, place: Place, report: Report): void {
  checkTargetPort(port, place.at('port'), report);
  checkNameAndProtocol(port, place.at('port'), report);
  if (port.number) {
    checkPort(port.number, place.at('port').at('number'), report);
    if (bind) checkIpAddress(bind, place.at('bind'), report);
    return;
  }
  if ((bind ?? '').startsWith(UNIX)) {
    checkUnixPath(bind, place.at('bind'), report);
  } else {
    report.error(place.at('bind'), bind, 'A listener without a port number listens on no socket', 'Give a port number, or bind it to "unix:///PATH"');
  }
  if ((captureMode ?? 'DEFAULT') !== 'DEFAULT' && captureMode !== 'NONE') {
    report.error(place.at('captureMode'), captureMode, `Traffic to a socket cannot be captured by ${captureMode}`, 'Use captureMode NONE, or leave it out');
  }
}

function checkEgressHosts(hosts: readonly string[], namespace: string, place: Place, report: Report): void {
  if (hosts.length === 0) report.error(place, undefined, 'The listener has no hosts', 'Name some, such as "./*" or "shop/web.shop.svc.cluster.local"');
  const known = new Map<string, Set<string>>();
  hosts.forEach((entry, index) => {
    const where = place.at(index);
    const slash = entry.indexOf('/');
    if (slash < 0) {
      report.error(where, entry, `${shown(entry)} names no namespace`, 'Write it as "namespace/host", with "." for its own namespace or "*" for any');
      return;
    }
    const scope = entry.slice(0, slash);
    const host = entry.slice(slash + 1);
    // What begins with "~" takes hosts away instead of adding some.
    if (!scope.startsWith('~')) warnOfDuplicate(entry, scope === '.' ? namespace : scope, host, known, where, report);
    checkEgressHost(entry, scope, host, where, report);
  });
  if (known.get('*')?.has('*') === true && known.size > 1) {
    report.warning(place, hosts, '"*/*" stands for every host, so that the others add nothing', 'Remove the others');
  }
}

function warnOfDuplicate(entry: string, namespace: string, host: string, known: Map<string, Set<string>>, place: Place, report: Report): void {
  const others = known.get(namespace) ?? new Set<string>();
  if (host === '*' ? others.size > 0 : others.has(host) || others.has('*')) {
    report.warning(place, entry, `${shown(entry)} names hosts that another entry names`, 'Remove one of them');
  }
  known.set(namespace, others.add(host));
}

function checkEgressHost(entry: string, scope: string, host: string, place: Place, report: Report): void {
  const namespace = scope.replace(/^~/, '');
  if (scope === '' || (namespace !== '' && namespace !== '*' && namespace !== '.' && !isDnsLabel(namespace))) {
    report.error(place, entry, `${shown(scope)} in ${shown(entry)} is not a namespace`,
      'Use ".", "*" or the name of a namespace before the "/"; "~" before it takes hosts away');
  }
  if (host !== '' && host !== '*' && !host.includes('.')) {
    report.error(place, entry, `${shown(host)} in ${shown(entry)} is a short name`, 'Give a full DNS name, such as "web.shop.svc.cluster.local"');
  }
  const flaw = hostFlaw(host) ?? partialWildcardFlaw(host);
  if (flaw !== undefined) report.error(place, entry, flaw.problem, flaw.fix);
}

function checkOutboundPolicy(policy: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(policy) || !given(policy.egressProxy)) return;
  const proxy = place.at('egressProxy');
  if (policy.mode !== 'ALLOW_ANY') {
    report.error(proxy, policy.egressProxy, `Traffic goes through an egress proxy in mode ALLOW_ANY, not ${policy.mode ?? 'REGISTRY_ONLY'}`,
      'Set mode ALLOW_ANY, or remove "egressProxy"');
    return;
  }
  checkFqdn(policy.egressProxy.host ?? '', proxy.at('host'), report);
  if (given(policy.egressProxy.port)) {
    checkDestination(policy.egressProxy, proxy, report);
  } else {
    report.error(proxy.at('port'), undefined, 'The egress proxy has no port', 'Give "port.number"');
  }
}
