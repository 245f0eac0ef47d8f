import { Unsaid } from './unsaid';
import { PortNumber } from '../../reference/port-number';
import { DestinationPlace, WeightedDestination } from '../../reference/weighted-destination';
import { BackendObjectReference, BackendRef } from '../../resources/gateway-api';
import { PlacedEntry } from '../narrowing';

/** Name of the Service that has the pods of one version alone. The Gateway API knows no subsets. */
export function versionServiceName(service: string, version: string): string {
  return `${service}-${version}`;
}

/** Full host name of that Service. */
export function versionHost(host: string, version: string): string {
  const [service, ...domain] = host.split('.');
  return [versionServiceName(service, version), ...domain].join('.');
}

/** Destinations as backends of a rule: all of the service where none are given; a single one takes all, and is written without a weight. */
export function renderBackends(own: DestinationPlace, namespace: string, port: number, to?: readonly WeightedDestination[]): BackendRef[] {
  if (to === undefined) return [own.isOutside ? outsideBackend(own.host, port) : { name: own.serviceName, port: PortNumber.of(port) }];
  return to.map((one) => ({ ...renderBackend(one, namespace, port), ...(to.length > 1 && { weight: one.weight }) }));
}

/** A host outside, which a ServiceEntry of the route's namespace must have. */
export function outsideBackend(host: string, port: number): BackendRef {
  return { group: 'networking.istio.io', kind: 'Hostname', name: host, port: PortNumber.of(port) };
}

/**
 * One destination.
 *
 * @param namespace that of the route
 * @param from port on which the traffic came
 */
export function renderBackend({ _place: place, subset, port }: WeightedDestination, namespace: string, from: number): BackendObjectReference {
  const [only] = place.ports;
  return {
    name: subset === undefined ? place.serviceName : versionServiceName(place.serviceName, subset),
    ...(place.namespaceName !== namespace && { namespace: place.namespaceName }),
    port: PortNumber.of(port ?? (place.ports.length === 1 ? only.number : from)),
  };
}

/** Destinations that a route at a gateway may not lead to: another namespace must have granted it. */
export function grantsUnsaid(entries: readonly PlacedEntry[], namespace: string): Unsaid[] {
  const foreign = entries.flatMap(({ rule }) => [...(rule.to ?? []), ...rule.mirrors]).find(({ _place: place }) => place.namespaceName !== namespace);
  return foreign === undefined ? [] : [{
    what: `A route leads to ${foreign.host}, and an HTTPRoute of namespace "${namespace}" at a gateway may not, without a ReferenceGrant there`,
  }];
}
