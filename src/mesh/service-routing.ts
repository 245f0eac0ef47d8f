import { Lazy } from 'cdk8s';
import { GatewayApiRoutes } from './gateway-api-routes';
import type { MeshService } from './service';
import { failure, listed } from '../reference/fail';
import { MeshPort } from '../reference/port';
import { WeightedDestination } from '../reference/weighted-destination';
import { VirtualService } from '../resources';
import { HTTPRouteRule } from '../resources/gateway-api';
import { httpRouteUnsaid, renderHttpRules } from '../traffic/gateway-api/http-rules';
import { Unsaid } from '../traffic/gateway-api/unsaid';
import { checkMatch } from '../traffic/http-match';
import { HttpRouteOptions, renderHttp, renderMeshHttp, renderTcp, ServiceRoutes } from '../traffic/http-route';
import { RouteDialect } from '../traffic/route-dialect';
import { checkWeights } from '../traffic/weights';

/** Where the requests of a service go: its VirtualService, or its routes of the Gateway API, which are written with the first route or split. */
export class ServiceRouting {
  private readonly matched: HttpRouteOptions[] = [];
  private rest?: HttpRouteOptions;
  private destinations?: WeightedDestination[];
  private readonly gatewayApi: GatewayApiRoutes;
  private needsBackends = false;

  constructor(private readonly service: MeshService) {
    this.gatewayApi = new GatewayApiRoutes(service, () => this.routes);
  }

  /** Splits what no route sends elsewhere. */
  public split(to: readonly WeightedDestination[]): void {
    checkWeights(this.service, this.service.host, to);
    if (this.destinations) {
      throw failure(this.service, 'The traffic is split already', 'Call split() once, with all the versions');
    }
    this.destinations = [...to];
    this.ensureWritten();
  }

  /** Adds a route. */
  public add(options: HttpRouteOptions): void {
    const { ports, host } = this.service;
    if (!ports.some((port) => port.isHttp)) {
      throw failure(this.service, `No port of the service speaks HTTP (${listed(ports.map((port) => port.name))}), so there are no requests to route`,
        'Make the port with MeshPort.http, http2 or grpc; split() works for TCP too');
    }
    if (options.to) {
      checkWeights(this.service, host, options.to);
    }
    options.match?.forEach((match) => checkMatch(this.service, match));
    if (this.isGatewayApi) this.gatewayApi.check(options);
    const own = { ...options };
    if (own.match && own.match.length > 0) {
      this.matched.push(own);
    } else if (this.rest) {
      throw failure(this.service, 'There is a route for all other requests already', 'Give this one a match, or put both into one route()');
    } else {
      this.rest = own;
    }
    this.ensureWritten();
  }

  /** The routes to one port, for requests whose path begins with one of the prefixes. */
  public httpFor(port: MeshPort, pathPrefixes?: string[]): object[] {
    return renderHttp(this.routes, port, { pathPrefixes });
  }

  /** One route to a port, for requests whose path begins with one of the prefixes: what becomes of them is decided elsewhere. */
  public plainHttpFor(port: MeshPort, pathPrefixes?: string[]): object[] {
    return renderHttp(this.plain, port, { pathPrefixes });
  }

  /** The routes to one port as rules of an HTTPRoute at a gateway, with a Service for each version that they name. */
  public gatewayRulesFor(port: MeshPort, pathPrefixes?: string[]): HTTPRouteRule[] {
    return renderHttpRules(this.routes, this.service.namespaceName, port, pathPrefixes);
  }

  /** One rule to a port: what becomes of requests is decided elsewhere. */
  public plainGatewayRulesFor(port: MeshPort, pathPrefixes?: string[]): HTTPRouteRule[] {
    return renderHttpRules(this.plain, this.service.namespaceName, port, pathPrefixes);
  }

  /** To be called when a gateway of the Gateway API has the routes: from then on, versions that get traffic have Services of their own. */
  public giveBackends(): void {
    this.needsBackends = true;
    this.gatewayApi.ensureBackends(this.allDestinations);
  }

  /** What of the routes an HTTPRoute at a gateway cannot say. */
  public unsaidAtGateway(pathPrefixes?: string[]): Unsaid[] {
    return [...this.matched, this.rest ?? {}].flatMap((route) => httpRouteUnsaid(route, pathPrefixes));
  }

  /** Whether requests are routed in any way of their own. */
  public get routesRequests(): boolean {
    return this.matched.length > 0 || this.rest !== undefined || this.destinations !== undefined;
  }

  private get routes(): ServiceRoutes {
    const { host, ports } = this.service;
    return { host, ports, matched: this.matched, rest: this.rest, split: this.destinations };
  }

  private get plain(): ServiceRoutes {
    const { host, ports } = this.service;
    return { host, ports, matched: [] };
  }

  private get allDestinations(): WeightedDestination[] {
    return [...this.matched, this.rest ?? {}].flatMap((route) => route.to ?? []).concat(this.destinations ?? []);
  }

  private get isGatewayApi(): boolean {
    return this.service.routeDialect === RouteDialect.GATEWAY_API;
  }

  private ensureWritten(): void {
    if (this.isGatewayApi) {
      this.gatewayApi.ensureWritten(this.destinations !== undefined);
    } else {
      this.ensureVirtualService();
    }
    if (this.isGatewayApi || this.needsBackends) this.gatewayApi.ensureBackends(this.allDestinations);
  }

  private ensureVirtualService(): void {
    if (this.service.node.tryFindChild('routes')) return;
    new VirtualService(this.service, 'routes', {
      metadata: { name: this.service.serviceName },
      spec: Lazy.any({
        produce: () => {
          const http = renderMeshHttp(this.routes);
          const tcp = this.destinations ? renderTcp(this.routes) : [];
          return { hosts: [this.service.host], ...(http.length > 0 && { http }), ...(tcp.length > 0 && { tcp }) };
        },
      }),
    });
  }
}
