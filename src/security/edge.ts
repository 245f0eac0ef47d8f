import { ClientTLSMode, MutualTLSMode } from '../resources';

/** What takes the traffic of pods. */
export type ProxyKind = 'sidecar' | 'ambient' | 'none';

/** A setting, and who makes it. */
export interface Decided<T> {
  readonly value: T;
  /** The object that says it, such as `PeerAuthentication istio-system/default`, or another reason. */
  readonly by: string;
}

/** What is known of the pods that call. */
export interface EdgeClient {
  readonly proxy: Decided<ProxyKind>;
  /** What the DestinationRule for the port says, where one says something (`tls.mode`). */
  readonly tls?: Decided<ClientTLSMode>;
  /** Whether proxies find out by themselves who can speak mutual TLS (`enableAutoMtls` of the mesh configuration). */
  readonly autoMtls: boolean;
}

/** What is known of the pods that are called. */
export interface EdgeServer {
  readonly proxy: Decided<ProxyKind>;
  /** Why connections to the port pass the proxy by, which no caller knows of; undefined where they do not. */
  readonly bypass?: string;
  /** What is accepted at the port of the pods. */
  readonly mode: Decided<MutualTLSMode>;
  /** What their namespace accepts: callers look no closer before they choose. */
  readonly namespaceMode: Decided<MutualTLSMode>;
  /** Whether callers are let in by who they are, which mutual TLS alone shows. */
  readonly asksIdentity: boolean;
}

/** How connections are made, and by whose word. */
export interface EdgeOutcome {
  /** Whether mutual TLS is spoken. */
  readonly mutual: boolean;
  readonly decidedBy: string;
  readonly reason: string;
  /** Why no request would arrive, and what to do; undefined where all is well. */
  readonly conflict?: { readonly why: string; readonly fix: string };
}

const LET_PLAIN_IN = 'let the called service take plain text with useMutualTls(MutualTLSMode.PERMISSIVE)';

/** How pods connect to others, from what both sides say. */
export function edgeOutcome(client: EdgeClient, server: EdgeServer): EdgeOutcome {
  const sent = whatIsSent(client, server);
  return { ...sent, ...conflictOf(client, server, sent) };
}

interface Sent {
  readonly mutual: boolean;
  readonly decidedBy: string;
  readonly reason: string;
}

function whatIsSent(client: EdgeClient, server: EdgeServer): Sent {
  if (client.proxy.value === 'none') return plain(client.proxy.by, 'the caller has no proxy that could speak mutual TLS');
  if (server.proxy.value === 'none' && client.tls === undefined) return plain(server.proxy.by, 'the called pods have no proxy that could speak mutual TLS');
  // Between nodes and proxies that take part in ambient mode there is one way, which no rule changes.
  if (client.proxy.value === 'ambient' || server.proxy.value === 'ambient') {
    return server.proxy.value === 'none'
      ? plain(server.proxy.by, 'the called pods have no proxy that could speak mutual TLS')
      : { mutual: true, decidedBy: 'ambient mode', reason: 'the traffic goes through a tunnel in mutual TLS' };
  }
  if (client.tls !== undefined) {
    const { value, by } = client.tls;
    return value === ClientTLSMode.ISTIO_MUTUAL
      ? { mutual: true, decidedBy: by, reason: 'it says ISTIO_MUTUAL' }
      : plain(by, `it says ${value}`);
  }
  if (!client.autoMtls) return plain('meshConfig.enableAutoMtls', 'it is off, and no DestinationRule says ISTIO_MUTUAL');
  const disabled = [server.namespaceMode, server.mode].find(({ value }) => value === MutualTLSMode.DISABLE);
  if (disabled !== undefined) return plain(disabled.by, 'it says DISABLE');
  return { mutual: true, decidedBy: server.mode.by, reason: `both sides have a proxy, and the mode is ${server.mode.value}` };
}

function plain(decidedBy: string, reason: string): Sent {
  return { mutual: false, decidedBy, reason };
}

function conflictOf(client: EdgeClient, server: EdgeServer, sent: Sent): Pick<EdgeOutcome, 'conflict'> {
  const { mode } = server;
  if (sent.mutual) {
    if (sent.decidedBy === 'ambient mode') return {};
    if (server.proxy.value === 'none') {
      return conflict(`${sent.decidedBy} sends mutual TLS, and the called pods have no proxy that could take it: ${server.proxy.by}`,
        'Take the tls out of that rule: proxies find out by themselves who can speak it');
    }
    if (server.bypass !== undefined) {
      return conflict(`callers send mutual TLS, and ${server.bypass}, so that nobody takes it off`,
        'Let the proxy take the port, or say useMutualTls(MutualTLSMode.DISABLE) for it');
    }
    return mode.value === MutualTLSMode.DISABLE
      ? conflict(`${sent.decidedBy} sends mutual TLS, and ${mode.by} takes plain text alone (DISABLE)`, 'Take the tls out of that rule, or change the mode')
      : {};
  }
  if (server.proxy.value === 'none' || server.bypass !== undefined) return {};
  const why = `it is sent in plain text (${sent.decidedBy}: ${sent.reason})`;
  if (mode.value === MutualTLSMode.STRICT) {
    return conflict(`${mode.by} demands mutual TLS (STRICT), and ${why}`, `${fixOf(client, server, sent)}, or ${LET_PLAIN_IN}`);
  }
  return server.asksIdentity
    ? conflict(`callers are let in by their identity, which mutual TLS alone shows, and ${why}`, fixOf(client, server, sent))
    : {};
}

function fixOf(client: EdgeClient, { mode, namespaceMode }: EdgeServer, { decidedBy }: Sent): string {
  if (client.proxy.value === 'none') {
    const enroll = 'Enroll the caller with Enrollment.SIDECAR or Enrollment.AMBIENT, with no label or annotation against it';
    return mode.value === MutualTLSMode.STRICT ? enroll : `${enroll}, or let anybody in with allowFrom(Callers.everyone())`;
  }
  if (decidedBy === client.tls?.by) return 'Take the tls out of that rule: proxies find out by themselves who can speak mutual TLS';
  if (!client.autoMtls) return 'Leave enableAutoMtls on';
  return namespaceMode.value === MutualTLSMode.DISABLE
    ? `Let ${namespaceMode.by} say PERMISSIVE: callers go by the mode of the namespace`
    : `Let ${mode.by} say PERMISSIVE, which takes both`;
}

function conflict(why: string, fix: string): Pick<EdgeOutcome, 'conflict'> {
  return { conflict: { why, fix } };
}
