import { Exposure, ServedAt, servedAt } from './exposure';
import { PortNumber } from '../reference/port-number';
import { Server, ServerTLSMode } from '../resources';

/** The ports that HTTP and HTTPS have of their own accord; servers at others say the number in their name. */
const USUAL: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443, TLS: 443 };

/** The `servers` of a Gateway, one for all hosts that a port meets alike, by port and name. */
export function renderServers(exposures: readonly Exposure[]): Server[] {
  const groups = new Map<string, { readonly at: ServedAt; readonly hosts: Set<string> }>();
  for (const exposure of exposures) {
    for (const at of servedAt(exposure)) {
      const key = placeKey(at);
      const group = groups.get(key) ?? { at, hosts: new Set() };
      exposure.hosts.forEach((host) => group.hosts.add(host));
      groups.set(key, group);
    }
  }
  const sorted = [...groups].map(([key, group]) => ({ key, ...group, name: serverName(group.at) }))
    .sort((a, b) => a.at.port - b.at.port || compare(a.name, b.name) || compare(a.key, b.key));
  return sorted.map(({ at, hosts, name }, index) => {
    const before = sorted.slice(0, index).filter((other) => other.name === name).length;
    return {
      port: { number: PortNumber.of(at.port), name: before === 0 ? name : `${name}-${before + 1}`, protocol: at.protocol },
      // With the namespace before the host, no other team can take the host over with a VirtualService of its own.
      hosts: [...hosts].sort().map((host) => `./${host}`),
      ...(at.tls && { tls: at.tls }),
    };
  });
}

/** What two exposures have in common that share a server. */
export function placeKey({ port, protocol, tls }: ServedAt): string {
  return `${port} ${protocol} ${tls ? JSON.stringify(tls, Object.keys(tls).sort()) : ''}`;
}

function serverName({ port, protocol, tls }: ServedAt): string {
  const words = [
    protocol.toLowerCase(),
    tls?.httpsRedirect ? 'redirect' : undefined,
    USUAL[protocol] === port ? undefined : String(port),
    tls?.credentialName?.replaceAll(/[^a-zA-Z0-9]+/g, '-'),
    tls?.mode === undefined || tls.mode === ServerTLSMode.SIMPLE ? undefined : tls.mode.toLowerCase().replaceAll('_', '-'),
  ];
  return words.filter((word) => word !== undefined).join('-');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
