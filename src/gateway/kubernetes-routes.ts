import { Exposure } from './exposure';
import { GatewayPlace, isRedirect, listenerName, ListenerPlace, placesOf } from './kubernetes-listeners';
import { Host } from '../reference/host-name';
import { BackendRef, HTTPRouteFilter, HTTPRouteRule, HTTPRouteSpec, TCPRouteSpec, TLSRouteSpec } from '../resources/gateway-api';

/** The API group of Gateways. */
export const GROUP = 'gateway.networking.k8s.io';

/** Hosts whose plain HTTP requests are sent to HTTPS. */
export function redirectedHosts(gateway: GatewayPlace, exposures: readonly Exposure[]): string[] {
  return [...new Set(exposures.filter((one) => placesOf(gateway, one).some(isRedirect)).flatMap(({ hosts }) => hosts))].sort();
}

/** The routes from a gateway to one port of a service. */
export function renderRoute(gateway: GatewayPlace, exposure: Exposure, rules: HTTPRouteRule[]): HTTPRouteSpec {
  return { parentRefs: parents(gateway, served(gateway, exposure)), ...hostnames(exposure.hosts), rules };
}

/** Where connections go whose TLS the gateway passes through, by their server name. */
export function renderTlsRoute(gateway: GatewayPlace, exposure: Exposure, backendRefs: BackendRef[]): TLSRouteSpec {
  return {
    parentRefs: parents(gateway, served(gateway, exposure)),
    hostnames: [...exposure.hosts].sort().map((host) => Host.of(host)),
    rules: [{ backendRefs }],
  };
}

/** Where bytes go. */
export function renderTcpRoute(gateway: GatewayPlace, exposure: Exposure, backendRefs: BackendRef[]): TCPRouteSpec {
  return { parentRefs: parents(gateway, served(gateway, exposure)), rules: [{ backendRefs }] };
}

/** Sends plain HTTP requests to the same place over HTTPS. */
export function renderRedirect(gateway: GatewayPlace, exposures: readonly Exposure[]): HTTPRouteSpec {
  const places = exposures.flatMap((one) => placesOf(gateway, one).filter(isRedirect));
  return {
    parentRefs: parents(gateway, places),
    ...hostnames(redirectedHosts(gateway, exposures)),
    rules: [{ filters: [HTTPRouteFilter.requestRedirect({ scheme: 'https', statusCode: 301 })] }],
  };
}

/** Where an exposure's service is reached; with a redirect, not in plain HTTP. */
function served(gateway: GatewayPlace, exposure: Exposure): ListenerPlace[] {
  return placesOf(gateway, exposure).filter((place) => !isRedirect(place));
}

function parents({ name, namespace }: GatewayPlace, places: readonly ListenerPlace[]): HTTPRouteSpec['parentRefs'] {
  return [...new Set(places.map(listenerName))].map((sectionName) => ({ name, namespace, sectionName }));
}

/** The hosts of a route; where any host is meant, none is said. */
function hostnames(hosts: readonly string[]): Pick<HTTPRouteSpec, 'hostnames'> {
  return hosts.includes('*') ? {} : { hostnames: hosts.map((host) => Host.of(host)) };
}
