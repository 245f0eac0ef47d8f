import { Exposure, ServedAt, servedAt } from './exposure';
import { coversHost, isWildcard } from '../reference/host';
import { Host } from '../reference/host-name';
import { PortNumber } from '../reference/port-number';
import { sortedBy } from '../reference/sorted-children';
import { ServerTLSMode, ServerTLSSettings } from '../resources';
import { FromNamespaces, Listener, ListenerTLSConfig, TLSModeType } from '../resources/gateway-api';

/** Where a gateway is, and which listeners it has for more than one host. */
export interface GatewayPlace {
  readonly name: string;
  readonly namespace: string;
  /** Hosts, wildcards mostly, of which a listener takes all that lie below. */
  readonly listenerHosts: readonly string[];
}

/** A place at which a host is served: one listener, so that it can say whose routes it takes. */
export interface ListenerPlace extends ServedAt {
  readonly host: string;
}

const USUAL: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443, TLS: 443 };

/** Name of the listener of a place. */
export function listenerName({ host, port, protocol }: ListenerPlace): string {
  const words = host === '*' ? 'any' : isWildcard(host) ? `any.${host.slice(2)}` : host;
  return [protocol.toLowerCase(), ...(USUAL[protocol] === port ? [] : [port]), ...(protocol === 'TCP' ? [] : [words.replaceAll('.', '-')])].join('-');
}

/** The listeners of an exposure. */
export function placesOf(gateway: GatewayPlace, exposure: Exposure): ListenerPlace[] {
  // A listener for TLS could not have the port and the hosts of one for HTTPS.
  const hostAt = ({ protocol }: ServedAt, host: string): string => (protocol === 'TLS' ? host : listenerHost(gateway, host));
  const places = exposure.hosts.flatMap((host) => servedAt(exposure).map((at) => ({ ...at, host: hostAt(at, host) })));
  return [...new Map(places.map((place) => [listenerName(place), place])).values()];
}

/** Whether what arrives at the place is sent to HTTPS, and reaches no service. */
export function isRedirect({ tls }: ServedAt): boolean {
  return tls?.httpsRedirect === true;
}

function listenerHost({ listenerHosts }: GatewayPlace, host: string): string {
  return listenerHosts.find((wide) => wide === host || coversHost(wide, host)) ?? host;
}

/** The listeners: one a host and port. Each takes routes of the namespaces of what it serves, and of no other. */
export function renderListeners(gateway: GatewayPlace, exposures: readonly Exposure[]): Listener[] {
  const listeners = new Map<string, { readonly place: ListenerPlace; readonly exposure: Exposure; readonly namespaces: Set<string> }>();
  for (const exposure of exposures) {
    for (const place of placesOf(gateway, exposure)) {
      const name = listenerName(place);
      const found = listeners.get(name) ?? { place, exposure, namespaces: new Set<string>() };
      found.namespaces.add(isRedirect(place) ? gateway.namespace : exposure.namespace);
      listeners.set(name, found);
    }
  }
  return sortedBy([...listeners], ([name]) => name).map(([name, { place, exposure, namespaces }]) => ({
    name,
    port: PortNumber.of(place.port),
    protocol: place.protocol,
    ...(place.host !== '*' && { hostname: Host.of(place.host) }),
    ...(place.tls && !isRedirect(place) && { tls: renderTls(place.tls, exposure, gateway.namespace) }),
    ...allowedRoutes(gateway, [...namespaces].sort()),
  }));
}

/** Whose routes a listener takes; those of the gateway's own namespace it takes by itself. */
function allowedRoutes({ namespace }: GatewayPlace, values: readonly string[]): Pick<Listener, 'allowedRoutes'> {
  if (values.every((value) => value === namespace)) return {};
  const selector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...values] }] };
  return { allowedRoutes: { namespaces: { from: FromNamespaces.SELECTOR, selector } } };
}

/** TLS as a listener says it. What Istio reads beyond the Gateway API stands in the options. */
function renderTls({ mode, credentialName, cipherSuites }: ServerTLSSettings, { credentialNamespace }: Exposure, own: string): ListenerTLSConfig {
  if (mode === ServerTLSMode.PASSTHROUGH) return { mode: TLSModeType.PASSTHROUGH };
  const options = {
    ...(mode !== undefined && mode !== ServerTLSMode.SIMPLE && { 'gateway.istio.io/tls-terminate-mode': mode }),
    ...(cipherSuites && { 'gateway.istio.io/tls-cipher-suites': cipherSuites.join(',') }),
  };
  const elsewhere = credentialNamespace !== undefined && credentialNamespace !== own;
  return {
    mode: TLSModeType.TERMINATE,
    ...(credentialName !== undefined && { certificateRefs: [{ name: credentialName, ...(elsewhere && { namespace: credentialNamespace }) }] }),
    ...(Object.keys(options).length > 0 && { options }),
  };
}
