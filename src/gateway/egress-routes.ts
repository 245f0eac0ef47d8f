import { Host } from '../reference/host-name';
import { Labels } from '../reference/labels';
import { MeshPort } from '../reference/port';
import { PortNumber } from '../reference/port-number';
import {
  AuthorizationPolicyAction, AuthorizationPolicySpec, ClientTLSMode, Destination, DestinationRuleSpec, HTTPRoute, PortSelector, Rule, Server,
  ServerTLSMode, TCPRoute, TLSRoute, VirtualServiceSpec,
} from '../resources';

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
  /** Namespace of its ServiceEntry, which alone may bind routes to the gateway's servers. */
  readonly namespace: string;
  /** Who may send to it. */
  readonly principals: () => string[];
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

/** One server a port and form, in which callers show who they are. */
export function renderEgressServers(all: readonly Forwarded[]): Server[] {
  const servers = new Map<string, { port: MeshPort; hosts: string[] }>();
  for (const { hosts, ports, namespace } of all) {
    for (const port of ports) {
      const name = serverName(port);
      const found = servers.get(name) ?? { port, hosts: [] };
      servers.set(name, { port, hosts: [...found.hosts, ...hosts.map((host) => `${namespace}/${host}`)] });
    }
  }
  return [...servers].map(([name, { port, hosts }]) => ({
    port: { number: PortNumber.of(port.number), name, protocol: port.isHttp ? 'HTTPS' : 'TLS' },
    hosts: [...new Set(hosts)],
    tls: { mode: ServerTLSMode.ISTIO_MUTUAL },
  }));
}

const serverName = (port: MeshPort): string => `${port.isHttp ? 'https' : 'tls'}-${port.number}`;

/** A subset of the gateway's pods a host: all of them, called with the name of the host. */
export function renderEgressDestination({ host }: EgressPlace, all: readonly Forwarded[]): DestinationRuleSpec {
  return {
    host: Host.of(host),
    subsets: all.flatMap((one) => one.hosts.map((name, index) => ({
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

/** Who may send through the gateway, and to which hosts: those that declared the call. */
export function renderEgressAccess(selector: Labels, all: readonly Forwarded[]): AuthorizationPolicySpec {
  const rules = all.flatMap(({ hosts, principals }): Rule[] => {
    const callers = principals();
    return callers.length === 0 ? [] : [{ from: [{ source: { principals: callers } }], when: [{ key: 'connection.sni', values: [...hosts] }] }];
  });
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.ALLOW, ...(rules.length > 0 && { rules }) };
}
