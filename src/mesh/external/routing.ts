import { Lazy } from 'cdk8s';
import type { ExternalService } from './external-service';
import { ExternalGatewayApiRoutes } from './gateway-api-routes';
import { nameForHost } from './origination';
import { failure, listed } from '../../reference/fail';
import { isWildcard } from '../../reference/host';
import { DestinationPlace } from '../../reference/weighted-destination';
import { VirtualService } from '../../resources';
import { HttpRouteOptions } from '../../traffic/http-route';
import { renderMeshHttp } from '../../traffic/render-http';
import { checkNewRoute, checkRoute } from '../../traffic/route-checks';
import { RouteDialect } from '../../traffic/route-dialect';
import { ServiceRoutes, serviceRoutes } from '../../traffic/service-routes';

/**
 * How requests to an external service are treated: a VirtualService a host, or a route of the Gateway API a port, beside its ServiceEntry. They are
 * written with the first route.
 */
export class ExternalRouting {
  private readonly declared: HttpRouteOptions[] = [];
  private readonly gatewayApi: ExternalGatewayApiRoutes;

  constructor(private readonly external: ExternalService) {
    this.gatewayApi = new ExternalGatewayApiRoutes(external, () => this.routesOf(external.hosts[0], this.declared));
  }

  /** Whether there is a route. */
  public get isDeclared(): boolean {
    return this.declared.length > 0;
  }

  /** Adds a route. */
  public add(options: HttpRouteOptions): void {
    this.check(options);
    this.declared.push({ ...options });
    if (this.declared.length > 1) return;
    if (this.isGatewayApi) this.gatewayApi.write();
    else this.addVirtualServices();
  }

  /** What of the routes together cannot be said in the dialect. */
  public findings(): string[] {
    return this.isDeclared && this.isGatewayApi ? this.gatewayApi.findings() : [];
  }

  private get isGatewayApi(): boolean {
    return this.external.routeDialect === RouteDialect.GATEWAY_API;
  }

  private addVirtualServices(): void {
    const { external } = this;
    external.hosts.forEach((host, index) => new VirtualService(external, nameForHost('routes', index), {
      metadata: { name: nameForHost(external.node.id, index), namespace: external.namespaceName },
      spec: Lazy.any({
        produce: () => ({ hosts: [host], http: renderMeshHttp(this.routesOf(host, this.declared)) }),
      }),
    }));
  }

  private check(options: HttpRouteOptions): void {
    const { external } = this;
    if (!external.ports.some((port) => port.isHttp)) {
      throw failure(external, `No port of the external service speaks HTTP that proxies can read (${listed(external.ports.map(({ name }) => name))}), so there are no requests to route`,
        'Make the port with MeshPort.http, and let proxies add TLS with originateTls');
    }
    const wildcard = external.hosts.find(isWildcard);
    if (wildcard !== undefined) {
      throw failure(external, `Requests to the wildcard "${wildcard}" cannot be routed: a route leads to one host`, 'Declare an external service with the host that is meant');
    }
    if (external._leavesThroughGateway) {
      throw failure(external, 'Its traffic leaves through a gateway, which routes it', 'Leave route() out, or forward()');
    }
    checkRoute(external, options, external.ports);
    checkNewRoute(external, this.declared, options);
    if (this.isGatewayApi) this.gatewayApi.check(this.routesOf(external.hosts[0], [options]));
  }

  private routesOf(host: string, http: readonly HttpRouteOptions[]): ServiceRoutes {
    return serviceRoutes({ service: this.placeOf(host), http });
  }

  private placeOf(host: string): DestinationPlace {
    const { node: { id: serviceName }, namespaceName, ports } = this.external;
    const none = (): void => undefined;
    return { host, serviceName, namespaceName, ports, isOutside: true, versionsAreServices: false, useVersion: none, giveVersionService: none };
  }
}
