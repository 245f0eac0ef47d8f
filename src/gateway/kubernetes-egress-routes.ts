import { Forwarded } from './egress-routes';
import { GROUP } from './kubernetes-routes';
import { GATEWAY_NAME } from './kubernetes-workload';
import { Host } from '../reference/host-name';
import { JsonObject } from '../reference/json';
import { MeshPort } from '../reference/port';
import { PortNumber } from '../reference/port-number';
import { sortedBy } from '../reference/sorted-children';
import { ClientTLSMode, DestinationRuleSpec } from '../resources';
import { BackendRef, FromNamespaces, Listener, ParentReference, TLSModeType } from '../resources/gateway-api';
import { outsideBackend } from '../traffic/gateway-api/backend';
import { outsideParent } from '../traffic/gateway-api/http-rules';

/*
 * How traffic leaves through a gateway of the Gateway API. As with a gateway of Istio's own kind, sidecars send it there in mutual TLS whose server
 * name is the host that is meant. The Gateway API has no subsets, so that each host has a Service of its own that leads to the gateway's pods.
 */

/** The gateway, as routes name it. */
export interface KubernetesEgressPlace {
  readonly name: string;
  readonly namespace: string;
}

/** One host at one port that leaves through a gateway: it has one of the listeners. */
export interface EgressLeg {
  readonly forwarded: Forwarded;
  readonly port: MeshPort;
  /** Name of the Service by which sidecars reach the gateway. */
  readonly service: string;
}

/** All listeners, sorted by name. */
export function renderEgressListeners(legs: readonly EgressLeg[]): Listener[] {
  return sortedBy(legs.map(renderListener), ({ name }) => name);
}

/** Name of the listener of a host at a port. */
export function egressListener({ forwarded: { subset }, port }: EgressLeg): string {
  return `${port.isHttp ? 'https' : 'tls'}-${port.number}-${subset}`;
}

function renderListener(leg: EgressLeg): Listener {
  const { forwarded: { hosts: [host], namespace, wildcardServer }, port } = leg;
  const passes = wildcardServer !== undefined;
  const selector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [namespace] }] };
  return {
    name: egressListener(leg),
    port: PortNumber.of(port.number),
    protocol: port.isHttp ? 'HTTPS' : 'TLS',
    hostname: Host.of(host),
    tls: passes ? { mode: TLSModeType.PASSTHROUGH } : { mode: TLSModeType.TERMINATE, options: { 'gateway.istio.io/tls-terminate-mode': 'ISTIO_MUTUAL' } },
    // The route to the one host that serves a wildcard is the gateway's own.
    ...(!passes && { allowedRoutes: { namespaces: { from: FromNamespaces.SELECTOR, selector } } }),
  };
}

/** The Service by which sidecars reach the gateway for one host. */
export function renderEgressService({ name }: KubernetesEgressPlace, ports: readonly MeshPort[]): JsonObject {
  return {
    selector: { [GATEWAY_NAME]: name },
    ports: ports.map(({ number }) => ({ name: `tls-${number}`, port: number, targetPort: number, protocol: 'TCP' })),
  };
}

/** How sidecars call the gateway for one host. */
export function renderEgressTls(host: string, { hosts: [sni] }: Forwarded): DestinationRuleSpec {
  return { host: Host.of(host), trafficPolicy: { tls: { mode: ClientTLSMode.ISTIO_MUTUAL, sni } } };
}

/** What routes of all kinds say in the same words. */
export interface EgressRoute {
  readonly parentRefs?: ParentReference[];
  readonly rules: { readonly backendRefs: BackendRef[] }[];
}

/** The way from sidecars to the gateway: a route beside the ServiceEntry. */
export function toGateway({ namespace }: KubernetesEgressPlace, { forwarded: { subset, ports }, port, service }: EgressLeg): EgressRoute {
  return {
    ...outsideParent(subset, ports.length === 1 ? undefined : port.number),
    rules: [{ backendRefs: [{ name: service, namespace, port: PortNumber.of(port.number) }] }],
  };
}

/** The way from the gateway out. */
export function fromGateway({ name, namespace }: KubernetesEgressPlace, leg: EgressLeg): EgressRoute {
  const { forwarded: { hosts: [host], wildcardServer }, port } = leg;
  return {
    parentRefs: [{ name, namespace, sectionName: egressListener(leg) }],
    rules: [{ backendRefs: [outsideBackend(wildcardServer ?? host, port.number)] }],
  };
}

/** Where the policy of the gateway holds. */
export function egressPlace({ name }: KubernetesEgressPlace): { targetRefs: { group: string; kind: string; name: string }[] } {
  return { targetRefs: [{ group: GROUP, kind: 'Gateway', name }] };
}
