import { isIP } from 'node:net';
import { TlsOrigination } from './tls-origination';
import { isWildcard } from '../../reference/host';
import { Host } from '../../reference/host-name';
import { MeshPort } from '../../reference/port';
import { PortNumber } from '../../reference/port-number';
import { ServiceEntryLocation, ServiceEntryResolution, ServiceEntrySpec, ServicePort } from '../../resources';

/** What is outside, as a ServiceEntry says it. */
export interface Outside {
  readonly hosts: readonly string[];
  readonly ports: readonly MeshPort[];
  readonly resolution: ServiceEntryResolution;
  readonly endpoints: readonly string[];
  readonly addresses: readonly string[];
  readonly origination?: TlsOrigination;
}

/** What an external service is given of, before what follows from it. */
export interface OutsideOptions {
  readonly hosts: readonly string[];
  readonly ports: readonly MeshPort[];
  readonly resolution?: ServiceEntryResolution;
  readonly endpoints?: readonly string[];
  readonly addresses?: readonly string[];
  readonly origination?: TlsOrigination;
}

/** The port of plain HTTP, and the one on which servers speak it in TLS. */
const HTTP = 80;
const HTTPS = 443;

/** The whole of what is outside, with what follows where it was not said. */
export function outsideOf({ hosts, ports, endpoints = [], addresses, resolution, origination }: OutsideOptions): Outside {
  const found = resolution ?? resolutionOf(hosts, endpoints, addresses ?? []);
  // Clients of a fixed place know it by its address, and bytes carry no other name.
  const byEndpoint = found === ServiceEntryResolution.STATIC && ports.some(isBytes) && endpoints.every((one) => isIP(one) !== 0);
  return { hosts, ports, resolution: found, endpoints, addresses: addresses ?? (byEndpoint ? endpoints : []), origination };
}

function resolutionOf(hosts: readonly string[], endpoints: readonly string[], addresses: readonly string[]): ServiceEntryResolution {
  if (endpoints.length > 0) return ServiceEntryResolution.STATIC;
  return hosts.some(isWildcard) || addresses.some((one) => one.includes('/')) ? ServiceEntryResolution.NONE : ServiceEntryResolution.DNS;
}

/** Whether nothing on the port but addresses tells one host from another. */
export function isBytes(port: MeshPort): boolean {
  return !port.isHttp && !port.isTls;
}

/** The ServiceEntry of what is outside. */
export function renderServiceEntry({ hosts, ports, resolution, endpoints, addresses, origination }: Outside): ServiceEntrySpec {
  return {
    hosts: hosts.map((host) => Host.of(host)),
    ...(addresses.length > 0 && { addresses: [...addresses] }),
    ports: ports.map((port) => renderPort(port, origination)),
    location: ServiceEntryLocation.MESH_EXTERNAL,
    resolution,
    ...(endpoints.length > 0 && { endpoints: endpoints.map((address) => ({ address })) }),
  };
}

function renderPort(port: MeshPort, origination: TlsOrigination | undefined): ServicePort {
  const target = targetOf(port, origination);
  return {
    number: PortNumber.of(port.number),
    name: port.name,
    protocol: port.protocol.toUpperCase(),
    ...(target !== port.number && { targetPort: PortNumber.of(target) }),
  };
}

/** The port at which the outside is called. */
export function targetOf(port: MeshPort, origination: TlsOrigination | undefined): number {
  const target = port.target ?? port.number;
  return target === HTTP && port.isHttp && origination?.adds(port) ? HTTPS : target;
}
