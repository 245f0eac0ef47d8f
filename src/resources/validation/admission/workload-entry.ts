import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkUnixPath, isIpAddress, UNIX } from './common/addresses';
import { fqdnFlaw } from './common/hosts';
import { checkLabels } from './common/labels';
import { checkPort, checkPortName } from './common/ports';
import { entries } from './common/read';
import { Report } from './common/report';

/** A workload outside Kubernetes. It may belong to a ServiceEntry of any resolution, so that its address may be of any form. */
export const checkWorkloadEntry: AdmissionCheck = (_object, spec, place, report) => {
  const address = spec.address ?? '';
  if (!checkAddressGiven(spec, place, report)) return;
  if (address.startsWith(UNIX)) checkUnixEndpoint(spec, place, report);
  else if (address !== '') checkAddress(address, place.at('address'), report);
  checkEndpointPorts(spec, place, report);
  checkLabels(spec.labels, place.at('labels'), report);
};

/** An endpoint of a ServiceEntry whose resolution is STATIC: its address is not looked up. */
export function checkStaticEndpoint(endpoint: JsonObject, servicePorts: ReadonlySet<string>, place: Place, report: Report): void {
  const address = endpoint.address ?? '';
  if (!checkAddressGiven(endpoint, place, report)) return;
  if (address.startsWith(UNIX)) {
    checkUnixEndpoint(endpoint, place, report);
    if (servicePorts.size !== 1) {
      report.error(place.at('address'), address, `The service of the socket ${shown(address)} has ${servicePorts.size} ports`, 'Give the service one port');
    }
  } else if (address !== '' && !isIpAddress(address)) {
    report.error(place.at('address'), address, `${shown(address)} is not an IP address, and resolution STATIC looks up no names`,
      'Give an IP address, or use resolution DNS');
  }
  checkEndpointPorts(endpoint, place, report, servicePorts);
  checkLabels(endpoint.labels, place.at('labels'), report);
}

/** An endpoint of a ServiceEntry whose resolution is DNS. */
export function checkDnsEndpoint(endpoint: JsonObject, servicePorts: ReadonlySet<string>, place: Place, report: Report): void {
  checkAddress(endpoint.address ?? '', place.at('address'), report);
  checkEndpointPorts(endpoint, place, report, servicePorts);
  checkLabels(endpoint.labels, place.at('labels'), report);
}

function checkAddressGiven({ address, network }: JsonObject, place: Place, report: Report): boolean {
  if (address) return true;
  if (!network) {
    report.error(place.at('address'), address, 'The workload has no address', 'Give an IP address or a DNS name, or the network that it is in');
    return false;
  }
  report.warning(place.at('address'), address, `The workload of the network ${shown(network)} has no address, so it is reached through the network's gateway alone`,
    'Give an address, if it is to be reached from its own network');
  return true;
}

function checkAddress(address: string, place: Place, report: Report): void {
  if (isIpAddress(address) || fqdnFlaw(address) === undefined) return;
  report.error(place, address, address === '' ? 'The endpoint has no address' : `${shown(address)} is neither an IP address nor a DNS name`,
    'Give an address such as "10.0.0.1", or a name such as "db.example.com"');
}

function checkUnixEndpoint(endpoint: JsonObject, place: Place, report: Report): void {
  checkUnixPath(endpoint.address, place.at('address'), report);
  if (entries(endpoint.ports).length > 0) {
    report.error(place.at('ports'), endpoint.ports, `The socket ${shown(endpoint.address)} has ports (${shown(endpoint.ports)})`, 'Remove "ports"');
  }
}

function checkEndpointPorts(endpoint: JsonObject, place: Place, report: Report, servicePorts?: ReadonlySet<string>): void {
  for (const [name, port] of entries<number>(endpoint.ports)) {
    const where = place.at('ports').at(name);
    if (servicePorts !== undefined && !servicePorts.has(name)) {
      report.error(where, port, `The service has no port ${shown(name)}`, 'Name one of its "ports"');
    }
    checkPortName(name, where, report);
    checkPort(port, where, report);
  }
}
