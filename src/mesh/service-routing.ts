import { Lazy } from 'cdk8s';
import type { MeshService } from './service';
import { failure, listed } from '../reference/fail';
import { MeshPort } from '../reference/port';
import { WeightedDestination } from '../reference/weighted-destination';
import { VirtualService } from '../resources';
import { checkMatch } from '../traffic/http-match';
import { HttpRouteOptions, renderHttp, renderMeshHttp, renderTcp, ServiceRoutes } from '../traffic/http-route';
import { checkWeights } from '../traffic/weights';

/** Where the requests of a service go: its VirtualService, which is written with the first route or split. */
export class ServiceRouting {
  private readonly matched: HttpRouteOptions[] = [];
  private rest?: HttpRouteOptions;
  private destinations?: WeightedDestination[];

  constructor(private readonly service: MeshService) {}

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
    const { host, ports } = this.service;
    return renderHttp({ host, ports, matched: [] }, port, { pathPrefixes });
  }

  /** Whether requests are routed in any way of their own. */
  public get routesRequests(): boolean {
    return this.matched.length > 0 || this.rest !== undefined || this.destinations !== undefined;
  }

  private get routes(): ServiceRoutes {
    const { host, ports } = this.service;
    return { host, ports, matched: this.matched, rest: this.rest, split: this.destinations };
  }

  private ensureWritten(): void {
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
