import { IConstruct } from 'constructs';
import { ICallers } from '../reference/caller-attributes';
import { MeshPort } from '../reference/port';
import { CallOptions } from '../security/access';

/**
 * A service that a gateway can send requests to: a `MeshService`. Gateways ask it for its routes, and to be let in.
 *
 * @example
 * function exposeAtCorporateEdge(service: IExposable, host: string): void {
 *   const [port] = service.ports;
 *   service.allowFrom(Identity.of('edge', 'corporate'), { ports: [port.number] });
 *   const route = { hosts: [Host.of(host)], gateways: ['edge/corporate'] };
 *   new VirtualService(shop, `corporate-${service.node.id}`, {
 *     spec: port.isHttp ? { ...route, http: service.httpRoutesFor(port) } : { ...route, tcp: [{ route: service.destinationsFor(port) }] },
 *   });
 * }
 * exposeAtCorporateEdge(web, 'web.corp.example.com');
 *
 * function exposeAtCorporateGateway(service: IExposable, host: string): void {
 *   const [port] = service.ports;
 *   const [id, parentRefs] = [`corporate-${service.node.id}`, [{ name: 'corporate', namespace: 'edge' }]];
 *   if (port.isHttp) {
 *     new gatewayapi.HTTPRoute(shop, id, { spec: { parentRefs, hostnames: [Host.of(host)], rules: service.httpRouteRulesFor(port) } });
 *     service.node.addValidation({ validate: () => service.httpRouteFindings(port) });
 *   } else {
 *     new gatewayapi.TCPRoute(shop, id, { spec: { parentRefs, rules: [{ backendRefs: service.backendRefsFor(port) }] } });
 *   }
 * }
 * exposeAtCorporateGateway(cart, 'cart.corp.example.com');
 */
export interface IExposable extends IConstruct {
  /** Full host name of the service. */
  readonly host: string;
  /** Name of the namespace in which the service lives. */
  readonly namespaceName: string;
  /** The service's ports. */
  readonly ports: MeshPort[];
  /**
   * Allows callers to call the service that do not say so themselves, such as gateways.
   *
   * @param callers who may call
   * @param options what they may ask for
   * @throws if they may not call so, such as on a port that is not there
   */
  allowFrom(callers: ICallers, options?: CallOptions): void;
  /**
   * The routes to one port of the service, in the form of `spec.http` of a VirtualService.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with, in whole segments, any of them; undefined for every path
   */
  httpRoutesFor(port: MeshPort, pathPrefixes?: string[]): any[];
  /**
   * The routes to one port of the service, in the form of `spec.rules` of an HTTPRoute; lazy, since routes may still be added.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with, in whole segments, any of them; undefined for every path
   */
  httpRouteRulesFor(port: MeshPort, pathPrefixes?: string[]): any;
  /**
   * What of its routes an HTTPRoute cannot say: a sentence each.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with; undefined for every path
   */
  httpRouteFindings(port: MeshPort, pathPrefixes?: string[]): string[];
  /**
   * Where connections to one port of the service go, in the form of `route` of a VirtualService's `tcp` and `tls`.
   *
   * @param port which port
   */
  destinationsFor(port: MeshPort): any[];
  /**
   * Where connections to one port of the service go, in the form of `backendRefs` of a TCPRoute and a TLSRoute; lazy, since routes may still be added.
   *
   * @param port which port
   */
  backendRefsFor(port: MeshPort): any;
}
