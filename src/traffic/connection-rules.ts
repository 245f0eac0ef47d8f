import { TcpRouteOptions, TlsMatch, TlsRouteOptions } from './connection-route';
import { IRouteSource } from './route-source';
import { MeshPort } from '../reference/port';
import { WeightedDestination } from '../reference/weighted-destination';

/** Which connections to a port take a rule, as a plain value with a single caller. */
export interface ConnectionMatch {
  readonly destinationSubnets: readonly string[];
  readonly source?: IRouteSource;
  /** Server names of TLS; none where the bytes are not looked at. */
  readonly sniHosts: readonly string[];
}

/** Where connections to a port go. */
export interface ConnectionRule {
  readonly port: MeshPort;
  readonly match: ConnectionMatch;
  readonly to: readonly WeightedDestination[];
}

/** Whether a port carries what routes of TLS are about, or else plain bytes. */
export function carries(kind: 'tcp' | 'tls'): (port: MeshPort) => boolean {
  return kind === 'tls' ? (port) => port.isTls : (port) => !port.isHttp && !port.isTls;
}

/** The rules of a route: one for each port, match and caller. */
export function connectionRules(kind: 'tcp' | 'tls', host: string, ports: readonly MeshPort[], route: TcpRouteOptions | TlsRouteOptions): ConnectionRule[] {
  const fitting = ports.filter(carries(kind));
  const matches: TlsMatch[] = route.match?.length ? route.match : [{}];
  return matches.flatMap(({ port, destinationSubnets = [], sources, sniHosts = [host] }) => (
    fitting.filter(({ number }) => number === (port ?? number)).flatMap((one) => (sources ?? [undefined]).map((source): ConnectionRule => ({
      port: one,
      match: { destinationSubnets: [...new Set(destinationSubnets)].sort(), source, sniHosts: kind === 'tls' ? [...sniHosts].sort() : [] },
      to: route.to,
    })))));
}

/** The order in which connections are compared: exact server names, then addresses, then callers, and last the text of the match. */
export function byConnection(one: ConnectionRule, other: ConnectionRule): number {
  if (one.port.number !== other.port.number) return one.port.number - other.port.number;
  const [ranks, others] = [ranksOf(one.match), ranksOf(other.match)];
  const at = ranks.findIndex((rank, index) => rank !== others[index]);
  if (at >= 0) return others[at] - ranks[at];
  const [text, otherText] = [connectionText(one), connectionText(other)];
  return text === otherText ? 0 : text < otherText ? -1 : 1;
}

/** A rule's port and match as text that is the same for all of the same meaning. */
export function connectionText({ port, match: { destinationSubnets, source, sniHosts } }: ConnectionRule): string {
  const labels = source && Object.entries(source.sourceLabels).sort(([name], [other]) => (name < other ? -1 : 1));
  return JSON.stringify([port.number, sniHosts, destinationSubnets, source ? [source.sourceNamespace, labels] : null]);
}

/**
 * Addresses that two rules of bytes have in common, on one port and for callers that may be the same; undefined where there are none. Envoy tells
 * such connections apart by their addresses, and refuses a port with two rules for the same ones.
 */
export function sharedSubnet(one: ConnectionRule, other: ConnectionRule): string | undefined {
  if (one.port.number !== other.port.number || !mayBeOne(one.match.source, other.match.source)) return undefined;
  const taken = other.match.destinationSubnets.map(withBits);
  return one.match.destinationSubnets.find((subnet) => taken.includes(withBits(subnet)));
}

/** Whether a caller may be both. */
function mayBeOne(one: IRouteSource | undefined, other: IRouteSource | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return one.sourceNamespace === other.sourceNamespace
    && Object.entries(one.sourceLabels).every(([name, value]) => !Object.hasOwn(other.sourceLabels, name) || other.sourceLabels[name] === value);
}

/** A single address is a range of one. */
function withBits(subnet: string): string {
  return subnet.includes('/') ? subnet : `${subnet}/${subnet.includes(':') ? 128 : 32}`;
}

/** Whether the rule takes whatever no other takes on its port. */
export function takesRest({ match: { destinationSubnets, source } }: ConnectionRule): boolean {
  return destinationSubnets.length === 0 && source === undefined;
}

function ranksOf({ destinationSubnets, source, sniHosts }: ConnectionMatch): number[] {
  const wildcards = sniHosts.filter((name) => name.startsWith('*')).length;
  const bits = Math.max(0, ...destinationSubnets.map((subnet) => Number(subnet.split('/')[1] ?? 128)));
  const longest = Math.max(0, ...sniHosts.map(({ length }) => length));
  return [-wildcards, longest, bits, source === undefined ? 0 : 1 + Object.keys(source.sourceLabels).length];
}
