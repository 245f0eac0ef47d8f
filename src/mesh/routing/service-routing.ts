import { Lazy } from 'cdk8s';
import { GatewayApiRoutes } from './gateway-api-routes';
import { RouteTable } from './route-table';
import { TrafficDefaultsSetting } from './traffic-defaults';
import { coversCallers } from '../../reference/caller-cover';
import { failure, finding, listed } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { DestinationPlace, WeightedDestination } from '../../reference/weighted-destination';
import { VirtualService } from '../../resources';
import { BackendRef } from '../../resources/gateway-api';
import { TcpRouteOptions, TlsRouteOptions } from '../../traffic/connection-route';
import { ConnectionRule, connectionRules, connectionText, sharedSubnet, takesRest } from '../../traffic/connection-rules';
import { renderBackends } from '../../traffic/gateway-api/backend';
import { checkMatch } from '../../traffic/http-match';
import { HttpRouteOptions } from '../../traffic/http-route';
import { connectionTitle, matchTitle } from '../../traffic/match-title';
import { entriesAt, PlacedEntry, RoutePlace } from '../../traffic/narrowing';
import { renderTcp, renderTls } from '../../traffic/render-connections';
import { renderDestinations, renderMeshHttp } from '../../traffic/render-http';
import { checkConnections, checkNewRoute, checkRoute } from '../../traffic/route-checks';
import { RouteDialect } from '../../traffic/route-dialect';
import { coveredBy, DeclaredRoutes, matchesOf, RouteVariant, ServiceRoutes, serviceRoutes } from '../../traffic/service-routes';
import { checkMirrors, checkOwnVersions, checkWeights } from '../../traffic/weights';
import { exportToOf } from '../data-plane/scoping';
import type { MeshService } from '../service/service';

/** Where the requests of a service go: its VirtualService, or its routes of the Gateway API, which are written with the first route, split or mirror. */
export class ServiceRouting {
  private readonly declared: HttpRouteOptions[] = [];
  private readonly connections: { readonly tcp: TcpRouteOptions[]; readonly tls: TlsRouteOptions[] } = { tcp: [], tls: [] };
  private destinations?: WeightedDestination[];
  private readonly copies: WeightedDestination[] = [];
  private readonly gatewayApi: GatewayApiRoutes;
  private readonly variants: RouteVariant[] = [];
  private restName?: string;
  private needsServices = false;
  private handedOver = false;

  constructor(private readonly service: MeshService, private readonly around: TrafficDefaultsSetting) {
    this.gatewayApi = new GatewayApiRoutes(service, () => this.routes);
  }

  /** Splits what no route sends elsewhere. */
  public split(to: readonly WeightedDestination[]): void {
    checkOwnVersions(this.service, this.service.host, to);
    checkWeights(this.service, to);
    if (this.destinations) {
      throw failure(this.service, 'The traffic is split already', 'Call split() once, with all the versions');
    }
    this.destinations = [...to];
    this.ensureWritten();
  }

  /** Copies the requests of routes that do not say who gets copies. */
  public mirror(to: WeightedDestination): void {
    this.needHttp('requests to copy');
    checkMirrors(this.service, [...this.copies, to]);
    this.checkDialect({ mirrors: [to] });
    this.copies.push(to);
    this.ensureWritten();
  }

  /** Splits what no route sends elsewhere, and names the route for all other requests, unless it is declared. */
  public splitAs(restName: string, to: readonly WeightedDestination[]): void {
    this.restName = restName;
    this.split(to);
  }

  /** Sends some requests of the routes that do not say where they go elsewhere. */
  public vary(variant: RouteVariant): void {
    this.needHttp('requests to tell apart');
    variant.match.forEach((match) => checkMatch(this.service, match, this.service.ports.filter((port) => port.isHttp).map(({ number }) => number)));
    this.checkDialect({ variants: [variant] });
    this.variants.push(variant);
    this.ensureWritten();
  }

  /** Adds a route. */
  public add(options: HttpRouteOptions): void {
    this.needHttp('requests to route');
    checkRoute(this.service, options, this.service.ports);
    checkNewRoute(this.service, this.declared, options);
    this.checkDialect({ http: [options] });
    this.declared.push({ ...options });
    if (options.delegate instanceof RouteTable) options.delegate._handedFrom(this.service.node.path, matchesOf(options));
    this.around.override(`${this.service.namespaceName}/${this.service.serviceName}`, { timeout: options.timeout, retries: options.retries });
    this.ensureWritten();
  }

  /**
   * To be called where a controller writes the routes itself, so that nothing more is written here.
   *
   * @returns what a VirtualService says of requests that take the route, defaults included, save its match and where they go
   */
  public handOver(route: HttpRouteOptions): object {
    const { node, ports } = this.service;
    this.handedOver = true;
    node.children.filter(({ node: { id } }) => /^routes(-\d+)?$/.test(id)).forEach((child) => node.tryRemoveChild(child.node.id));
    if (!ports.some((port) => port.isHttp)) return {};
    const [{ name: _name, match: _match, route: _route, ...fields }]: any[] = renderMeshHttp(this.routesOf({ http: [route] }));
    return fields;
  }

  /** Writes the defaults that only a route can say. */
  public writeDefaults(): void {
    const { timeout, retries } = this.around.defaults;
    if (!this.service.ports.some((port) => port.isHttp) || (timeout === undefined && retries === undefined)) return;
    this.checkDialect({});
    this.ensureWritten();
  }

  /** Adds a route for connections of one kind. */
  public addConnections(kind: 'tcp' | 'tls', options: TcpRouteOptions | TlsRouteOptions): void {
    checkConnections(this.service, kind, options, this.service.ports);
    const before = this.connections[kind].flatMap((route) => this.rulesOf(kind, route));
    const known = before.map(connectionText);
    const rules = this.rulesOf(kind, options);
    const texts = rules.map(connectionText);
    const twice = rules.find((_, index) => known.includes(texts[index]) || texts.indexOf(texts[index]) !== index);
    if (twice !== undefined) {
      throw failure(this.service, `Two routes have the match ${connectionTitle(twice)}`, 'Put both into one, or ask for something else in one of them');
    }
    if (kind === 'tcp') this.checkSubnets([...before, ...rules]);
    this.checkDialect({ [kind]: [options] });
    this.connections[kind].push({ ...options });
    this.ensureWritten();
  }

  /** Refuses rules that Envoy could not tell apart. */
  private checkSubnets(rules: readonly ConnectionRule[]): void {
    for (const [at, rule] of rules.entries()) {
      const other = rules.slice(0, at).find((one) => sharedSubnet(rule, one) !== undefined);
      if (other === undefined) continue;
      throw failure(this.service,
        `The routes for ${connectionTitle(other)} and ${connectionTitle(rule)} have ${sharedSubnet(rule, other)} in common, for callers that may be the same: `
        + 'Envoy takes no two rules for the same addresses, and would refuse the whole port',
        'Leave the addresses out of one of them, or name others');
    }
  }

  /** The routes to one port that count at a place, in the order in which they are tried. */
  public entriesAt(port: MeshPort, place: RoutePlace): PlacedEntry[] {
    return entriesAt(this.routes, port, place);
  }

  /** One route to a port: what becomes of its requests is decided elsewhere. */
  public plainEntriesAt(port: MeshPort, place: RoutePlace): PlacedEntry[] {
    return entriesAt(serviceRoutes({ service: this.service._place, http: [] }), port, place);
  }

  /** To be called when a gateway of the Gateway API has the routes: from then on, versions that get traffic have Services of their own. */
  public giveVersionServices(): void {
    this.needsServices = true;
    this.useVersions();
  }

  /** Gives a version a Service of its own, for routes that can only name Services. */
  public giveVersionService(version: string): void {
    this.gatewayApi.ensureVersionService(version);
    this.service._traffic.write();
  }

  /** Where connections to one port go. */
  public destinationsFor(port: MeshPort): object[] {
    const { routes } = this;
    return renderDestinations(routes, port, restOf(routes, port));
  }

  /** The same, in the words of the Gateway API. */
  public backendRefsFor(port: MeshPort): BackendRef[] {
    const { routes } = this;
    return renderBackends(routes.service, routes.service.namespaceName, port.number, restOf(routes, port));
  }

  /** Whether requests are routed in any way of their own. */
  public get routesRequests(): boolean {
    const { tcp, tls } = this.connections;
    return this.destinations !== undefined || [this.declared, tcp, tls, this.copies, this.variants].some((said) => said.length > 0);
  }

  /** All that was said of routes, sorted. */
  public get routes(): ServiceRoutes {
    const { declared: http, destinations: split, copies: mirrors, variants, restName } = this;
    return this.routesOf({ ...this.connections, http, split, mirrors, variants, restName });
  }

  /** What other services the routes lead to, or copy requests to. */
  public get otherPlaces(): DestinationPlace[] {
    const { http, tcp, tls } = this.routes;
    const tables = this.declared.flatMap(({ delegate }) => (delegate instanceof RouteTable ? delegate._places : []));
    const to = [...http.flatMap(({ rule }) => [...(rule.to ?? []), ...rule.mirrors]), ...[...tcp, ...tls].flatMap((rule) => rule.to)];
    const all = [...to.map(({ _place }) => _place), ...tables];
    return [...new Map(all.filter(({ host }) => host !== this.service.host).map((place) => [place.host, place])).values()];
  }

  /** Routes that no request takes. */
  public check(): string[] {
    const unsaid = [...(this.isGatewayApi ? this.gatewayApi.findings() : []), ...this.gatewayApi.nameFindings()];
    if (!this.routesRequests) return unsaid;
    const { http } = this.routes;
    return [...unsaid, ...this.checkCallers()].concat(http.flatMap((entry, index) => {
      const by = coveredBy(http, index);
      return by === undefined ? [] : [finding(
        `The route for ${matchTitle(entry.match)} is never reached, since that for ${matchTitle(by.match)} takes all of its requests before`,
        'Leave it out, or change the priority of one of them',
      )];
    }));
  }

  /** Whoever calls the service ends at the services that its routes lead to, and these decide for themselves whom they let in. */
  private checkCallers(): string[] {
    const { mesh, _permissions: permissions, node } = this.service;
    return this.otherPlaces.flatMap(({ serviceName, namespaceName }) => {
      const other = mesh._namespace(namespaceName)?.services.find((one) => one.serviceName === serviceName);
      if (!other?._isHeld) return [];
      const letIn = other._permissions.flatMap(({ callers }) => callers.callerAttributes);
      const shutOut = permissions.find(({ callers, reason }) => reason === undefined && !coversCallers(letIn, callers.callerAttributes));
      return shutOut === undefined ? [] : [finding(
        `${shutOut.who}, and "${node.path}" has routes to "${other.node.path}", which does not let that caller in`,
        'Declare that the caller calls that service, too: with calls(), or with allowFrom()',
      )];
    });
  }

  private needHttp(what: string): void {
    const { ports } = this.service;
    if (ports.some((port) => port.isHttp)) return;
    throw failure(this.service, `No port of the service speaks HTTP (${listed(ports.map((port) => port.name))}), so there are no ${what}`,
      'Make the port with MeshPort.http, http2 or grpc; split() works for TCP too');
  }

  private rulesOf(kind: 'tcp' | 'tls', route: TcpRouteOptions | TlsRouteOptions): ConnectionRule[] {
    return connectionRules(kind, this.service.host, this.service.ports, route);
  }

  private get isGatewayApi(): boolean {
    return this.service.routeDialect === RouteDialect.GATEWAY_API;
  }

  private routesOf(said: Partial<DeclaredRoutes>): ServiceRoutes {
    return serviceRoutes({ service: this.service._place, http: [], defaults: this.around.defaults, ...said });
  }

  /** Refuses routes that the dialect cannot say. */
  private checkDialect(said: Partial<DeclaredRoutes>): void {
    if (this.isGatewayApi) this.gatewayApi.check(this.routesOf(said));
  }

  private ensureWritten(): void {
    if (this.handedOver) return;
    if (this.isGatewayApi) this.gatewayApi.ensureWritten();
    else this.ensureVirtualService();
    this.useVersions();
  }

  /** Has the versions to which routes lead be subsets, or Services of their own. */
  private useVersions(): void {
    const named = [
      ...this.declared.flatMap(({ to = [], mirrors = [] }) => [...to, ...mirrors]),
      ...[...this.connections.tcp, ...this.connections.tls].flatMap(({ to }) => to),
    ];
    const varied = this.variants.flatMap(({ to }) => to);
    for (const { _place: place, subset } of [...named, ...(this.destinations ?? []), ...this.copies, ...varied]) {
      if (subset === undefined) continue;
      place.useVersion(subset);
      if (this.isGatewayApi || this.needsServices || place.versionsAreServices) place.giveVersionService(subset);
    }
  }

  private ensureVirtualService(): void {
    if (this.service.node.tryFindChild('routes')) return;
    new VirtualService(this.service, 'routes', {
      metadata: { name: this.service.serviceName },
      spec: Lazy.any({
        produce: () => {
          const { routes } = this;
          const parts = { http: renderMeshHttp(routes), tls: renderTls(routes), tcp: renderTcp(routes) };
          const said = Object.entries(parts).filter(([, part]) => part.length > 0);
          return { hosts: [this.service.host], exportTo: exportToOf(this.service), ...Object.fromEntries(said) };
        },
      }),
    });
  }
}

/** Where those connections to a port go that no route takes, where that is said. */
function restOf({ tcp, tls }: ServiceRoutes, port: MeshPort): readonly WeightedDestination[] | undefined {
  return [...tcp, ...tls].find((rule) => rule.port.number === port.number && takesRest(rule))?.to;
}
