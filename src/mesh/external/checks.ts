import { isIP } from 'node:net';
import { IConstruct } from 'constructs';
import { failure, listed } from '../../reference/fail';
import { isHost, isWildcard } from '../../reference/host';
import { ServiceEntryResolution } from '../../resources';
import { isBytes, Outside, targetOf } from '../../traffic/egress/service-entry';

const { NONE, STATIC, DYNAMIC_DNS } = ServiceEntryResolution;

/** Refuses what no ServiceEntry can say, or what would take more than was meant. */
export function checkOutside(scope: IConstruct, outside: Outside): void {
  checkHosts(scope, outside);
  checkPorts(scope, outside);
  checkEndpoints(scope, outside);
  checkAddresses(scope, outside);
  checkOrigination(scope, outside);
}

function checkHosts(scope: IConstruct, { hosts, ports, resolution }: Outside): void {
  if (hosts.length === 0) throw failure(scope, 'The external service has no host', 'Give its names, such as hosts: ["api.example.com"]');
  const wrong = hosts.find((host) => !isHost(host) || host === '*');
  if (wrong !== undefined) {
    throw failure(scope, `"${wrong}" is not the name of an external host`,
      'Give a name such as "api.example.com" or "*.example.com", without a scheme, port or path');
  }
  const twice = hosts.find((host, at) => hosts.indexOf(host) !== at);
  if (twice !== undefined) throw failure(scope, `Host "${twice}" is given twice`, 'Give each host once');
  const wildcard = hosts.find(isWildcard);
  if (wildcard !== undefined && resolution !== NONE && resolution !== DYNAMIC_DNS) {
    throw failure(scope, `Host "${wildcard}" is a wildcard, and resolution ${resolution} needs the address of one host`,
      'Use resolution NONE or DYNAMIC_DNS, or list the hosts one by one');
  }
  const plain = hosts.find((host) => !isWildcard(host));
  if (plain !== undefined && resolution === DYNAMIC_DNS) {
    throw failure(scope, `Host "${plain}" is no wildcard, and resolution DYNAMIC_DNS is for wildcards alone`, 'Use resolution DNS for it, in an external service of its own');
  }
  const bytes = ports.find(isBytes);
  if (bytes !== undefined && resolution !== NONE && hosts.length > 1) {
    throw failure(scope, `TCP port ${bytes.number} cannot tell the hosts ${listed(hosts)} apart`, 'Declare an external service for each of them');
  }
}

function checkPorts(scope: IConstruct, { ports, resolution, origination }: Outside): void {
  if (ports.length === 0) throw failure(scope, 'The external service has no port', 'Give its ports, such as ports: [MeshPort.tls(443)]');
  const numbers = ports.map(({ number }) => number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) throw failure(scope, `Port ${twice} is given twice`, 'Give each port once');
  const named = ports.find(({ targetName }) => targetName !== undefined);
  if (named !== undefined) {
    throw failure(scope, `Port ${named.number} has the target "${named.targetName}", and what is outside has no container whose port could have a name`,
      'Give the target as a number');
  }
  const moved = resolution === NONE ? ports.find((port) => targetOf(port, origination) !== port.number) : undefined;
  if (moved !== undefined) {
    throw failure(scope, `Port ${moved.number} should become ${targetOf(moved, origination)}, and resolution NONE goes to the very port that the application asked for`,
      'Leave the target out and let the application call that port, or use another resolution');
  }
  const unknown = resolution === DYNAMIC_DNS ? ports.find((port) => isBytes(port) || port.protocol === 'https') : undefined;
  if (unknown !== undefined) {
    throw failure(scope, `Port ${unknown.number} speaks ${unknown.protocol}, in which resolution DYNAMIC_DNS finds no host`,
      'Make the port with MeshPort.tls, http, http2 or grpc, or use resolution NONE');
  }
}

function checkEndpoints(scope: IConstruct, { endpoints, resolution }: Outside): void {
  if (resolution === STATIC && endpoints.length === 0) {
    throw failure(scope, 'Resolution STATIC has no endpoints', 'Give the addresses, such as endpoints: ["192.0.2.10"], or use resolution DNS');
  }
  if (resolution === NONE && endpoints.length > 0) {
    throw failure(scope, `Resolution NONE goes to the address that the application asked for, and not to the endpoints ${listed(endpoints)}`,
      'Leave the endpoints out, or use resolution STATIC or DNS');
  }
  if (resolution === DYNAMIC_DNS && endpoints.length > 0) {
    throw failure(scope, `Resolution DYNAMIC_DNS goes to the host that was asked for, and not to the endpoints ${listed(endpoints)}`,
      'Leave the endpoints out, or use resolution STATIC or DNS');
  }
  const name = resolution === STATIC ? endpoints.find((one) => isIP(one) === 0) : undefined;
  if (name !== undefined) {
    throw failure(scope, `Endpoint "${name}" is no IP address, which resolution STATIC needs`, 'Give the address, or use resolution DNS');
  }
}

function checkAddresses(scope: IConstruct, { ports, addresses, resolution, hosts }: Outside): void {
  const wrong = addresses.find((one) => !isSubnet(one));
  if (wrong !== undefined) {
    throw failure(scope, `"${wrong}" is neither an IP address nor a range of them`, 'Give an address such as "192.0.2.10", or a range such as "192.0.2.0/24"');
  }
  const range = addresses.find((one) => one.includes('/'));
  if (range !== undefined && resolution !== NONE && resolution !== STATIC) {
    throw failure(scope, `Resolution ${resolution} leads to hosts, and "${range}" is a range of addresses`, 'Use resolution NONE, which keeps the address that was asked for');
  }
  if (addresses.length > 0 && resolution === DYNAMIC_DNS) {
    throw failure(scope, `Resolution DYNAMIC_DNS finds hosts by name, and not by the addresses ${listed(addresses)}`, 'Leave the addresses out');
  }
  const bytes = ports.find(isBytes);
  if (bytes === undefined) return;
  if (addresses.length === 0 && resolution === NONE) {
    throw failure(scope, `TCP port ${bytes.number} has no address, so it would take every connection to port ${bytes.number}, whatever its host`,
      'Give addresses, or make the port with MeshPort.tls if clients send a server name', 'A22');
  }
  if (addresses.length > 0 && hosts.length > 1) {
    throw failure(scope, `TCP port ${bytes.number} goes by the addresses ${listed(addresses)}, which do not tell the hosts ${listed(hosts)} apart`,
      'Declare an external service for each of them', 'A22');
  }
}

function isSubnet(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function checkOrigination(scope: IConstruct, { ports, origination }: Outside): void {
  if (origination === undefined) return;
  const unknown = origination._ports?.find(({ number }) => !ports.some((port) => port.number === number));
  if (unknown !== undefined) {
    throw failure(scope, `TLS is added on port ${unknown.number}, but its ports are ${listed(ports.map(({ number }) => number))}`, 'Name ports of the external service');
  }
  const twice = ports.find((port) => port.isTls && origination.adds(port));
  if (twice !== undefined) {
    throw failure(scope, `TLS is added on port ${twice.number}, on which the application speaks TLS itself`,
      'Make the port with MeshPort.http or tcp, or leave it out of the ports of the origination');
  }
  if (!ports.some((port) => origination.adds(port))) {
    throw failure(scope, 'TLS is added on no port: the application speaks TLS itself on all of them', 'Leave originateTls out, or make a port with MeshPort.http');
  }
}
