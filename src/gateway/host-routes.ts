import { IExposable } from './exposable';
import { Exposure, ExposureProtocol, portsOf } from './exposure';
import { coversHost } from '../reference/host';
import { Host } from '../reference/host-name';
import { MeshPort } from '../reference/port';
import { PortNumber } from '../reference/port-number';
import { VirtualServiceSpec } from '../resources';
import { PlacedEntry } from '../traffic/narrowing';
import { renderHttp as renderEntries } from '../traffic/render-http';
import { bySpecificity } from '../traffic/specificity';

/** An exposure, and the service whose routes it shows. */
export interface Exposed {
  readonly exposure: Exposure;
  readonly service: IExposable;
}

/** Hosts under which the same is exposed, in alphabetical order, and what. They are written as one VirtualService, named after the first. */
export interface HostGroup {
  readonly hosts: readonly string[];
  readonly exposed: readonly Exposed[];
}

/**
 * The hosts of a gateway, grouped. One more exposure splits groups and makes new ones, and never moves the first host of a group. A host and
 * a wildcard that it lies below are in two groups: Istio takes no VirtualService with both.
 */
export function hostGroups(all: readonly Exposed[]): HostGroup[] {
  const groups = new Map<string, { hosts: string[]; exposed: readonly Exposed[] }>();
  for (const host of [...new Set(all.flatMap(({ exposure }) => exposure.hosts))].sort()) {
    const exposed = all.filter(({ exposure }) => exposure.hosts.includes(host));
    const key = exposed.map((one) => [all.indexOf(one), ...one.exposure.hosts.filter((other) => isBelow(host, other)).sort()].join(' ')).join();
    const group = groups.get(key) ?? { hosts: [], exposed };
    group.hosts.push(host);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Name of the VirtualService of a group: that of the gateway and of the group's first host. */
export function routesName(gateway: string, [host]: readonly string[]): string {
  return `${gateway}-${host === '*' ? 'any' : host.replace(/^\*\./, 'any.').toLowerCase()}`;
}

/** The VirtualService of a group of hosts: which of the services behind them gets what. */
export function renderHostRoutes(gateway: string, { hosts, exposed }: HostGroup): VirtualServiceSpec {
  const sorted = [...exposed].sort((a, b) => compare(canonical(a), canonical(b)));
  const of = (protocol: ExposureProtocol): Exposed[] => sorted.filter(({ exposure }) => exposure.protocol === protocol);
  const http = renderHttp(of(ExposureProtocol.HTTP));
  const tls = of(ExposureProtocol.TLS).map(({ exposure, service }) => ({
    match: portsOf(exposure).map((port) => ({ port: PortNumber.of(port), sniHosts: hosts.map((host) => Host.of(host)) })),
    route: service.destinationsFor(exposure.port),
  }));
  const tcp = of(ExposureProtocol.TCP).map(({ exposure, service }) => ({
    match: portsOf(exposure).map((port) => ({ port: PortNumber.of(port) })),
    route: service.destinationsFor(exposure.port),
  }));
  return {
    hosts: hosts.map((host) => Host.of(host)),
    gateways: [gateway],
    ...(http.length > 0 && { http }),
    ...(tls.length > 0 && { tls }),
    ...(tcp.length > 0 && { tcp }),
  };
}

/** The routes of all services behind the hosts as one list, by how specific they are. */
function renderHttp(exposed: readonly Exposed[]): any[] {
  const ports = exposed.map(({ exposure }) => portsOf(exposure));
  // One service at another port of the gateway than the other: the routes must be told apart.
  const apart = ports.some((some) => some.join() !== ports[0].join());
  const entries = exposed.flatMap(byPath).map((one) => entriesOf(one)
    .flatMap((entry) => (apart ? portsOf(one.exposure).map((port) => ({ ...entry, match: { ...entry.match, port } })) : [entry])));
  const others = exposed.filter(({ service }) => !isRouted(service));
  return [
    ...renderEntries(merged(entries)),
    ...others.flatMap(({ exposure, service }) => service.httpRoutesFor(exposure.port, exposure.paths)),
  ];
}

/** An exposure for each of its paths: between two of a service, one of another may stand. */
function byPath({ exposure, service }: Exposed): Exposed[] {
  return exposure.paths?.map((path) => ({ exposure: { ...exposure, paths: [path] }, service })) ?? [{ exposure, service }];
}

/** The routes of several services in one list, by how specific they are; those of each below one path stay in their order. */
function merged(lists: readonly (readonly PlacedEntry[])[]): PlacedEntry[] {
  const left = lists.map((list) => [...list]);
  const result: PlacedEntry[] = [];
  for (;;) {
    const [next] = left.filter((list) => list.length > 0).sort(([one], [other]) => bySpecificity(one, other));
    if (next === undefined) return result;
    result.push(next.shift()!);
  }
}

/** The routes of an exposed service at the gateway, in the order in which they are tried; none where it speaks something else, or tells them otherwise. */
export function entriesOf({ exposure: { protocol, port, paths }, service }: Exposed): PlacedEntry[] {
  return protocol === ExposureProtocol.HTTP && isRouted(service) ? service._entriesFor(port, paths) : [];
}

/** A service that tells its routes as values. */
interface RoutedService extends IExposable {
  /** @internal */
  _entriesFor(port: MeshPort, pathPrefixes?: readonly string[]): PlacedEntry[];
}

/** Whether a host is one of those for which a wildcard stands. */
function isBelow(host: string, wildcard: string): boolean {
  return host !== wildcard && coversHost(wildcard, host);
}

function isRouted(service: IExposable): service is RoutedService {
  return '_entriesFor' in service;
}

/** What two exposures are told apart by, whatever the order of the program. */
function canonical({ exposure }: Exposed): string {
  return [exposure.service, exposure.port.number, exposure.gatewayPort ?? '', ...(exposure.paths ?? [])].join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
