import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkSubnet } from './common/addresses';
import { checkExportTo } from './common/export-to';
import { checkHost, fqdnFlaw, partialWildcardFlaw } from './common/hosts';
import { labelsOf } from './common/metadata';
import { checkPort, checkPortName, checkProtocol } from './common/ports';
import { isHttp, isTcp, isTls } from './common/protocols';
import { given, messages, texts } from './common/read';
import { Report } from './common/report';
import { checkWorkloadSelector, warnOfEmptySelector } from './common/workload-selector';
import { checkDnsEndpoint, checkStaticEndpoint } from './workload-entry';

const AUTO_ALLOCATE = 'networking.istio.io/enable-autoallocate-ip';
const USE_WAYPOINT = 'istio.io/use-waypoint';
const DYNAMIC: ReadonlySet<string> = new Set(['http', 'http2', 'grpc', 'tls']);

/** A service that Kubernetes does not know. */
export const checkServiceEntry: AdmissionCheck = (object, spec, place, report) => {
  const selector = place.at('workloadSelector');
  if (!checkWorkloadSelector(spec.workloadSelector, selector, report)) return;
  warnOfEmptySelector(spec.workloadSelector, selector, report);
  if (given(spec.workloadSelector) && messages(spec.endpoints).length > 0) {
    report.error(place, spec, 'The service has a workloadSelector and endpoints', 'Keep one of them');
  }
  checkHosts(spec, place.at('hosts'), report);
  checkAddresses(spec, place.at('addresses'), report);
  const names = checkPorts(object, spec, place.at('ports'), report);
  switch (resolutionOf(spec)) {
    case 'NONE':
      checkUnresolved(spec, place, report);
      break;
    case 'STATIC':
      messages(spec.endpoints).forEach((endpoint, index) => checkStaticEndpoint(endpoint, names, place.at('endpoints').at(index), report));
      break;
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      checkDns(spec, names, place, report);
      break;
    case 'DYNAMIC_DNS':
      checkDynamicDns(object, spec, place, report);
      break;
    default:
      report.error(place.at('resolution'), spec.resolution, `${shown(spec.resolution)} is not a resolution`, 'Use NONE, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS');
  }
  checkSharedPorts(spec, place.at('ports'), report);
  checkExportTo(object, spec.exportTo, place.at('exportTo'), report, { nowhere: true });
};

function resolutionOf(spec: JsonObject): string {
  return spec.resolution ?? 'NONE';
}

function checkHosts(spec: JsonObject, place: Place, report: Report): void {
  const hosts = texts(spec.hosts);
  if (hosts.length === 0) report.error(place, spec.hosts, 'The service has no hosts', 'Name one, such as "api.example.com"');
  hosts.forEach((host, index) => {
    const where = place.at(index);
    if (host === '*') {
      report.error(where, host, 'A service cannot be every host ("*")', 'Name one, such as "api.example.com" or "*.example.com"');
      return;
    }
    checkHost(host, where, report);
    const partial = resolutionOf(spec) === 'DYNAMIC_DNS' ? undefined : partialWildcardFlaw(host);
    if (partial !== undefined) report.warning(where, host, partial.problem, partial.fix);
  });
}

function checkAddresses(spec: JsonObject, place: Place, report: Report): void {
  const addresses = texts(spec.addresses);
  addresses.forEach((address, index) => checkSubnet(address, place.at(index), report));
  const resolution = resolutionOf(spec);
  const range = addresses.findIndex((address) => address.includes('/'));
  if (range >= 0 && resolution !== 'NONE' && resolution !== 'STATIC') {
    report.error(place.at(range), addresses[range], `A service of resolution ${resolution} has a range of addresses, ${shown(addresses[range])}`,
      'Give single addresses, or use resolution NONE or STATIC');
  }
}

/** The names of the ports. */
function checkPorts(object: JsonObject, spec: JsonObject, place: Place, report: Report): ReadonlySet<string> {
  const names = new Set<string>();
  const numbers = new Set<number>();
  const unaddressed = texts(spec.addresses).length === 0 && !allocatesAddress(object, spec);
  messages(spec.ports).forEach((port, index) => {
    const where = place.at(index);
    const name = port.name ?? '';
    const number = port.number ?? 0;
    if (names.has(name)) report.error(where.at('name'), name, `Another port is named ${shown(name)}`, 'Give each port a name of its own');
    if (numbers.has(number)) report.error(where.at('number'), number, `Another port has the number ${number}`, 'Give each number once');
    names.add(name);
    numbers.add(number);
    if (port.targetPort) checkPort(port.targetPort, where.at('targetPort'), report);
    if (unaddressed && (!port.protocol || port.protocol === 'TCP')) {
      report.warning(where, port, `Port ${number} carries TCP for a service without an address, so that it takes all traffic to that port`,
        'Give "addresses", or use a resolution other than NONE and let Istio allocate one');
    }
    checkPortName(name, where.at('name'), report);
    checkProtocol(port.protocol, where.at('protocol'), report);
    checkPort(port.number, where.at('number'), report);
  });
  return names;
}

/** Whether istiod gives the service an address, where it has none. */
function allocatesAddress(object: JsonObject, spec: JsonObject): boolean {
  return resolutionOf(spec) !== 'NONE' && labelsOf(object)[AUTO_ALLOCATE]?.toLowerCase() !== 'false';
}

function checkUnresolved(spec: JsonObject, place: Place, report: Report): void {
  if (messages(spec.endpoints).length > 0) {
    report.error(place.at('endpoints'), spec.endpoints, 'A service of resolution NONE has endpoints, though traffic goes to the address that the client chose',
      'Remove them, or use resolution STATIC or DNS');
  }
  if (given(spec.workloadSelector)) {
    report.warning(place.at('workloadSelector'), spec.workloadSelector, 'A service of resolution NONE picks workloads, though traffic goes to the address that the client chose',
      'Remove the selector, or use resolution STATIC');
  }
}

function checkDns(spec: JsonObject, names: ReadonlySet<string>, place: Place, report: Report): void {
  const hosts = texts(spec.hosts);
  const endpoints = messages(spec.endpoints);
  if (endpoints.length === 0) {
    const unknown = hosts.findIndex((host) => fqdnFlaw(host) !== undefined);
    if (unknown >= 0) {
      report.error(place.at('hosts').at(unknown), hosts[unknown], `${shown(hosts[unknown])} cannot be looked up, and the service has no endpoints`,
        'Give a DNS name without wildcards, or endpoints');
    }
  }
  if (resolutionOf(spec) === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
    report.error(place.at('endpoints'), spec.endpoints, `A service of resolution DNS_ROUND_ROBIN has ${endpoints.length} endpoints`, 'Keep one, or use resolution DNS');
  }
  endpoints.forEach((endpoint, index) => checkDnsEndpoint(endpoint, names, place.at('endpoints').at(index), report));
  if (texts(spec.addresses).length > 0 && hosts.length > 1 && messages(spec.ports).some(({ protocol }) => isTcp(protocol))) {
    report.warning(place.at('hosts'), spec.hosts, `${hosts.length} hosts share the addresses of a service with a TCP port, so that they cannot be told apart`,
      'Write a ServiceEntry for each host');
  }
}

function checkDynamicDns(object: JsonObject, spec: JsonObject, place: Place, report: Report): void {
  texts(spec.hosts).forEach((host, index) => {
    if (host.startsWith('*')) return;
    report.error(place.at('hosts').at(index), host, `${shown(host)} has no wildcard, though the resolution is DYNAMIC_DNS`, 'Use a wildcard, or resolution DNS');
  });
  for (const field of ['addresses', 'endpoints']) {
    if ((spec[field] ?? []).length === 0) continue;
    report.error(place.at(field), spec[field], `A service of resolution DYNAMIC_DNS has ${field}, though the name that is asked for is looked up`, `Remove "${field}"`);
  }
  messages(spec.ports).forEach(({ protocol }, index) => {
    if (DYNAMIC.has((protocol ?? '').toLowerCase())) return;
    report.error(place.at('ports').at(index).at('protocol'), protocol, `Protocol ${shown(protocol ?? '')} does not tell which host is asked for`, 'Use HTTP, HTTP2, GRPC or TLS');
  });
  const location = spec.location ?? 'MESH_EXTERNAL';
  if (location === 'MESH_INTERNAL') {
    const waypoint = labelsOf(object)[USE_WAYPOINT] ?? '';
    if (waypoint === '' || waypoint.toLowerCase() === 'none') return;
    report.error(place.at('location'), location, `A service of resolution DYNAMIC_DNS inside the mesh cannot have the waypoint ${shown(waypoint)}`,
      `Use location MESH_EXTERNAL, or remove the label ${USE_WAYPOINT}`);
  } else if (location !== 'MESH_EXTERNAL') {
    report.error(place.at('location'), location, `${shown(location)} is not a location`, 'Use MESH_EXTERNAL or MESH_INTERNAL');
  }
}

/** Several hosts can share a port only where the traffic tells which one is meant. */
function checkSharedPorts(spec: JsonObject, place: Place, report: Report): void {
  const hosts = texts(spec.hosts);
  if (hosts.length < 2 || resolutionOf(spec) === 'NONE') return;
  const opaque = messages(spec.ports).findIndex(({ protocol }) => !isHttp(protocol) && !isTls(protocol));
  if (opaque < 0) return;
  const protocol = spec.ports[opaque]?.protocol;
  report.error(place.at(opaque).at('protocol'), protocol, `${hosts.length} hosts share a port of protocol ${protocol || 'TCP'}, which does not tell which one is meant`,
    'Use an HTTP or TLS protocol, or write a ServiceEntry for each host');
}
