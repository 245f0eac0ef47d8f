import { Exposure } from './exposure';
import { isWildcard } from '../reference/host';
import { Host } from '../reference/host-name';
import { PortNumber } from '../reference/port-number';
import { FromNamespaces, HTTPRouteFilter, HTTPRouteRule, HTTPRouteSpec, Listener, TLSModeType } from '../resources/gateway-api';

/** The API group of Gateways. */
export const GROUP = 'gateway.networking.k8s.io';

/** Where a gateway is. */
export interface GatewayPlace {
  readonly name: string;
  readonly namespace: string;
}

/** A listener: one port for one host, so that it can say whose routes it takes. */
interface Place {
  readonly host: string;
  readonly tls: boolean;
}

/** Name of the listener of a host. */
function listenerName({ host, tls }: Place): string {
  const words = host === '*' ? 'any' : isWildcard(host) ? `any.${host.slice(2)}` : host;
  return `${tls ? 'https' : 'http'}-${words.replaceAll('.', '-')}`;
}

/** Where requests for an exposure's hosts arrive that reach the service; with a redirect, those in plain HTTP do not. */
function served({ hosts, credentialName, httpsRedirect }: Exposure): Place[] {
  const secure = credentialName !== undefined;
  return hosts.flatMap((host) => [...(secure ? [{ host, tls: true }] : []), ...(secure && httpsRedirect ? [] : [{ host, tls: false }])]);
}

const isRedirected = ({ credentialName, httpsRedirect }: Exposure): boolean => credentialName !== undefined && httpsRedirect;

/** Hosts whose plain HTTP requests are sent to HTTPS. */
export function redirectedHosts(exposures: readonly Exposure[]): string[] {
  return [...new Set(exposures.filter(isRedirected).flatMap(({ hosts }) => hosts))];
}

/** The listeners: one a host and port. Each takes routes of the namespaces of what it serves, and of no other. */
export function renderListeners(gateway: GatewayPlace, exposures: readonly Exposure[]): Listener[] {
  const listeners = new Map<string, { place: Place; namespaces: Set<string>; credentials: Set<string> }>();
  const add = (place: Place, namespace: string, credential?: string): void => {
    const name = listenerName(place);
    const found = listeners.get(name) ?? { place, namespaces: new Set<string>(), credentials: new Set<string>() };
    found.namespaces.add(namespace);
    if (credential !== undefined) found.credentials.add(credential);
    listeners.set(name, found);
  };
  for (const exposure of exposures) {
    for (const place of served(exposure)) add(place, exposure.namespace, place.tls ? exposure.credentialName : undefined);
    if (isRedirected(exposure)) exposure.hosts.forEach((host) => add({ host, tls: false }, gateway.namespace));
  }
  return [...listeners].map(([name, { place, namespaces, credentials }]) => ({
    name,
    port: PortNumber.of(place.tls ? 443 : 80),
    protocol: place.tls ? 'HTTPS' : 'HTTP',
    ...(place.host !== '*' && { hostname: Host.of(place.host) }),
    ...(place.tls && { tls: { mode: TLSModeType.TERMINATE, certificateRefs: [...credentials].sort().map((credential) => ({ name: credential })) } }),
    allowedRoutes: {
      namespaces: {
        from: FromNamespaces.SELECTOR,
        selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...namespaces].sort() }] },
      },
    },
  }));
}

/** The routes from a gateway to one port of a service. */
export function renderRoute(gateway: GatewayPlace, exposure: Exposure, rules: HTTPRouteRule[]): HTTPRouteSpec {
  return { parentRefs: parents(gateway, served(exposure)), ...hostnames(exposure.hosts), rules };
}

/** Sends plain HTTP requests to the same place over HTTPS. */
export function renderRedirect(gateway: GatewayPlace, exposures: readonly Exposure[]): HTTPRouteSpec {
  const hosts = redirectedHosts(exposures);
  return {
    parentRefs: parents(gateway, hosts.map((host) => ({ host, tls: false }))),
    ...hostnames(hosts),
    rules: [{ filters: [HTTPRouteFilter.requestRedirect({ scheme: 'https', statusCode: 301 })] }],
  };
}

function parents({ name, namespace }: GatewayPlace, places: readonly Place[]): HTTPRouteSpec['parentRefs'] {
  return places.map((place) => ({ name, namespace, sectionName: listenerName(place) }));
}

/** The hosts of a route; where any host is meant, none is said. */
function hostnames(hosts: readonly string[]): Pick<HTTPRouteSpec, 'hostnames'> {
  return hosts.includes('*') ? {} : { hostnames: hosts.map((host) => Host.of(host)) };
}
