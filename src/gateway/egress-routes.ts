import { IForwardable } from './forwardable';
import { Host } from '../reference/host-name';
import { MeshPort } from '../reference/port';
import { PortNumber } from '../reference/port-number';
import { sortedBy } from '../reference/sorted-children';
import {
  AuthorizationPolicyAction, AuthorizationPolicySpec, ClientTLSMode, Destination, DestinationRuleSpec, HTTPRoute, PortSelector, Rule, Server,
  ServerTLSMode, ServiceEntrySpec, TCPRoute, TLSRoute, VirtualServiceSpec,
} from '../resources';
import { PolicyPlace } from '../security/access';
import { outsideOf, renderServiceEntry } from '../traffic/egress/service-entry';

/*
 * How traffic leaves through a gateway: sidecars send it to the gateway under their own identity, in mutual TLS whose server name is the
 * host that is meant; the gateway ends that, and sends on what was in it.
 */

/** Something outside, as its gateway has to know it. */
export interface Forwarded {
  /** Name of the subset of the gateway that stands for a host; that of a second host has a number behind it. */
  readonly subset: string;
  readonly hosts: readonly string[];
  readonly ports: readonly MeshPort[];
  /** One host that serves all names of its wildcards, to which TLS is passed through; undefined where the hosts are reached themselves. */
  readonly wildcardServer?: string;
  /** Namespace of its ServiceEntry, which alone may bind routes to the gateway's servers. */
  readonly namespace: string;
  /** Who may send to it. */
  readonly principals: () => string[];
}

/** What is forwarded of something outside. */
export function forwardedOf(external: IForwardable, wildcardServer: string | undefined): Forwarded {
  return {
    subset: external.node.id,
    hosts: [...external.hosts],
    ports: [...external.ports],
    namespace: external.namespaceName,
    principals: () => external.callerPrincipals,
    wildcardServer,
  };
}

/** The gateway, as the callers find it. */
export interface EgressPlace {
  /** Full host name of its Service. */
  readonly host: string;
  /** Namespace and name of its Gateway resource. */
  readonly gateway: string;
}

/** Name of the gateway's subset for one of the hosts. */
export function subsetOf(subset: string, index: number): string {
  return index === 0 ? subset : `${subset}-${index + 1}`;
}

/**
 * One server a host and port, in which callers show who they are. Were hosts to share one, what is sent as bytes would all go to the first
 * of them, and who may send requests to one host could send them to the others.
 */
export function renderEgressServers(all: readonly Forwarded[]): Server[] {
  return sortedByName(all).flatMap((one) => one.hosts.flatMap((_, index) => one.ports.map((port) => renderServer(one, index, port))));
}

function renderServer({ hosts, namespace, subset, wildcardServer }: Forwarded, index: number, port: MeshPort): Server {
  return {
    port: {
      number: PortNumber.of(port.number),
      name: serverNameOf(port, subsetOf(subset, index)),
      protocol: port.isHttp ? 'HTTPS' : 'TLS',
    },
    hosts: [`${namespace}/${hosts[index]}`],
    tls: { mode: wildcardServer === undefined ? ServerTLSMode.ISTIO_MUTUAL : ServerTLSMode.PASSTHROUGH },
  };
}

/** Name of the server of a gateway for a port and a host, which stands for a subset. */
export function serverNameOf(port: MeshPort, subset: string): string {
  return `${port.isHttp ? 'https' : 'tls'}-${port.number}-${subset}`;
}

/** A subset of the gateway's pods a host: all of them, called with the name of the host. */
export function renderEgressDestination({ host }: EgressPlace, all: readonly Forwarded[]): DestinationRuleSpec {
  return {
    host: Host.of(host),
    subsets: sortedByName(all).filter(({ wildcardServer }) => wildcardServer === undefined).flatMap((one) => one.hosts.map((name, index) => ({
      name: subsetOf(one.subset, index),
      trafficPolicy: {
        portLevelSettings: one.ports.map(({ number }) => ({
          port: PortSelector.of(number),
          tls: { mode: ClientTLSMode.ISTIO_MUTUAL, sni: name },
        })),
      },
    }))),
  };
}

function sortedByName(all: readonly Forwarded[]): Forwarded[] {
  return sortedBy(all, ({ subset }) => subset);
}

/** Where traffic for one host goes: from sidecars to the gateway, and from there out. */
export function renderEgressRoutes(place: EgressPlace, forwarded: Forwarded, index: number): VirtualServiceSpec {
  const host = forwarded.hosts[index];
  const through = (number: PortNumber): { destination: Destination } => (
    { destination: { host: Host.of(place.host), subset: subsetOf(forwarded.subset, index), port: PortSelector.of(number.value) } });
  const out = (number: PortNumber): { destination: Destination } => ({ destination: { host: Host.of(host), port: PortSelector.of(number.value) } });
  const http: HTTPRoute[] = [];
  const tls: TLSRoute[] = [];
  const tcp: TCPRoute[] = [];
  for (const port of forwarded.ports) {
    const number = PortNumber.of(port.number);
    const fromMesh = { gateways: ['mesh'], port: number };
    const fromGateway = { gateways: [place.gateway], port: number };
    if (port.isHttp) {http.push({ match: [fromMesh], route: [through(number)] }, { match: [fromGateway], route: [out(number)] });} else {
      if (port.isTls) tls.push({ match: [{ ...fromMesh, sniHosts: [Host.of(host)] }], route: [through(number)] });
      else tcp.push({ match: [fromMesh], route: [through(number)] });
      // The gateway has taken the mutual TLS off: what is within are bytes to it.
      tcp.push({ match: [fromGateway], route: [out(number)] });
    }
  }
  return {
    hosts: [Host.of(host)],
    gateways: ['mesh', place.gateway],
    ...(http.length > 0 && { http }),
    ...(tls.length > 0 && { tls }),
    ...(tcp.length > 0 && { tcp }),
  };
}

/** Where TLS for the names of a wildcard goes: it is passed through by its server name, to the one host that serves them all. */
export function renderWildcardRoutes(place: EgressPlace, { hosts, ports, wildcardServer }: Forwarded, index: number): VirtualServiceSpec {
  const host = Host.of(hosts[index]);
  const leg = (gateway: string, port: MeshPort, to: string): TLSRoute => ({
    match: [{ gateways: [gateway], port: PortNumber.of(port.number), sniHosts: [host] }],
    route: [{ destination: { host: Host.of(to), port: PortSelector.of(port.number) } }],
  });
  return {
    hosts: [host],
    gateways: ['mesh', place.gateway],
    tls: ports.flatMap((port) => [leg('mesh', port, place.host), leg(place.gateway, port, String(wildcardServer))]),
  };
}

/** The host that serves all names of a wildcard, as the gateway alone knows it. */
export function renderWildcardServer({ ports, wildcardServer }: Forwarded): ServiceEntrySpec {
  return {
    ...renderServiceEntry(outsideOf({ hosts: [String(wildcardServer)], ports })),
    exportTo: ['.'],
  };
}

/** Who may send through the gateway, and to which hosts: those that declared the call. */
export function renderEgressAccess(place: PolicyPlace, all: readonly Forwarded[]): AuthorizationPolicySpec {
  const rules = sortedByName(all).flatMap(({ hosts, principals, wildcardServer }): Rule[] => {
    const callers = principals();
    if (callers.length === 0) return [];
    const when = [{ key: 'connection.sni', values: [...hosts] }];
    // TLS that is passed through is that of the application: it does not tell who calls.
    return wildcardServer === undefined ? [{ from: [{ source: { principals: callers } }], when }] : [{ when }];
  });
  return { ...place, action: AuthorizationPolicyAction.ALLOW, ...(rules.length > 0 && { rules }) };
}
