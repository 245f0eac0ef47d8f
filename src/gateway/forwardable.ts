import { IConstruct } from 'constructs';
import { MeshPort } from '../reference/port';
import { ServiceEntryResolution } from '../resources';
import { TlsOrigination } from '../traffic/egress/tls-origination';

/**
 * Something outside the mesh whose traffic an egress gateway can take: an `ExternalService`.
 *
 * @example
 * function leaveAtCorporateEdge(external: IForwardable): void {
 *   external.leaveThrough('out.edge.svc.cluster.local', 'edge');
 *   external.hosts.forEach((host) => new VirtualService(shop, `leave-to-${host}`, {
 *     metadata: { name: `leave-to-${host}`, namespace: external.namespaceName },
 *     spec: {
 *       hosts: [Host.of(host)],
 *       tls: [{ match: [{ sniHosts: [Host.of(host)] }], route: [{ destination: { host: Host.of('out.edge.svc.cluster.local') } }] }],
 *     },
 *   }));
 * }
 * leaveAtCorporateEdge(payments);
 * web.calls(payments);
 */
export interface IForwardable extends IConstruct {
  /** Host names. */
  readonly hosts: string[];
  /** Ports, with what is spoken there. */
  readonly ports: MeshPort[];
  /** How addresses are found. */
  readonly resolution: ServiceEntryResolution;
  /** The TLS that is added on the way out; undefined where what the application sends leaves as it is. */
  readonly originateTls?: TlsOrigination;
  /** Name of the namespace of its ServiceEntry. */
  readonly namespaceName: string;
  /** Principals of the services that call it, as policies spell them. */
  readonly callerPrincipals: string[];
  /**
   * Makes room for a gateway between the callers and what is outside. Call `forward()` of the gateway instead: it does both sides.
   *
   * @param gatewayHost full host name of the gateway's Service
   * @param gatewayNamespace namespace of the gateway
   * @throws if its traffic leaves in another way already
   */
  leaveThrough(gatewayHost: string, gatewayNamespace: string): void;
}
