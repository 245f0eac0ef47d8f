import { ApiObject, Lazy } from 'cdk8s';
import { addRequestRoute, requestsUnsaid } from './request-routes';
import { failure, finding } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { TCPRoute, TLSRoute } from '../../resources/gateway-api';
import { ConnectionRule } from '../../traffic/connection-rules';
import { versionServiceName } from '../../traffic/gateway-api/backend';
import { meshParent } from '../../traffic/gateway-api/http-rules';
import { renderTcpRules } from '../../traffic/gateway-api/tcp-rules';
import { connectionsUnsaid, renderTlsRules } from '../../traffic/gateway-api/tls-rules';
import { inOtherDialect, Unsaid } from '../../traffic/gateway-api/unsaid';
import { ServiceRoutes } from '../../traffic/service-routes';
import type { MeshService } from '../service/service';
import { renderService } from '../service/service-manifests';

/** The routes of a service in the dialect of the Gateway API: a route a port, attached to the Service, and a Service for each version. */
export class GatewayApiRoutes {
  constructor(private readonly service: MeshService, private readonly routes: () => ServiceRoutes) {}

  /** Refuses routes that the kinds of its ports cannot say. */
  public check(routes: ServiceRoutes): void {
    const [first] = this.unsaid(routes);
    if (first !== undefined) throw failure(this.service, first.what, inOtherDialect(first));
  }

  /** What of the routes together cannot be said, such as an order. */
  public findings(): string[] {
    const [first] = this.unsaid(this.routes());
    return first === undefined ? [] : [finding(first.what, inOtherDialect(first))];
  }

  /** Writes the routes: those of requests, and those of connections where something is said of them. */
  public ensureWritten(): void {
    const { ports, namespaceName } = this.service;
    const routes = this.routes();
    for (const port of ports) {
      const { id, metadata, parent } = this.about(port);
      if (this.service.node.tryFindChild(id)) continue;
      if (port.isHttp) {
        addRequestRoute(this.service, id, port, { metadata, parent, namespace: namespaceName }, this.routes);
      } else if (routes.tls.some((rule) => rule.port.number === port.number)) {
        const rendered = (): ReturnType<typeof renderTlsRules> => renderTlsRules(this.routes(), this.connections(port));
        const hostnames = Lazy.any({ produce: () => rendered().hostnames });
        new TLSRoute(this.service, id, { metadata, spec: { ...parent, hostnames, rules: this.lazy(() => rendered().rules) } });
      } else if (routes.tcp.some((rule) => rule.port.number === port.number)) {
        const rules = this.lazy(() => renderTcpRules(this.routes(), this.connections(port)));
        new TCPRoute(this.service, id, { metadata, spec: { ...parent, rules } });
      }
    }
  }

  /** Versions whose Service would have the name of another service. */
  public nameFindings(): string[] {
    const { service } = this;
    return service.versions.filter(({ name }) => service.node.tryFindChild(`version-${name}`)).flatMap(({ name }) => {
      const taken = versionServiceName(service.serviceName, name);
      return service.node.scope?.node.tryFindChild(taken) === undefined ? [] : [finding(
        `Version "${name}" has a Service of its own, "${taken}", which is the name of another service`, 'Give one of them another name',
      )];
    });
  }

  /** Writes the Service of a version, once. */
  public ensureVersionService(name: string): void {
    const { service } = this;
    const id = `version-${name}`;
    const version = service.versions.find((one) => one.name === name);
    if (version === undefined || service.node.tryFindChild(id)) return;
    new ApiObject(service, id, {
      apiVersion: 'v1',
      kind: 'Service',
      // Whoever calls it by its own name goes past the waypoint; the pods then let in only whom they know.
      metadata: { name: versionServiceName(service.serviceName, name), ...(service._dataPlane.isAmbient && { labels: { 'istio.io/use-waypoint': 'none' } }) },
      spec: Lazy.any({ produce: () => renderService(service.ports, { ...service.selector, ...version.labels }) }),
    });
  }

  private unsaid(routes: ServiceRoutes): Unsaid[] {
    return [...connectionsUnsaid(routes), ...requestsUnsaid(routes, this.service.ports)];
  }

  private connections(port: MeshPort): ConnectionRule {
    const { tcp, tls } = this.routes();
    return [...tcp, ...tls].find((rule) => rule.port.number === port.number)!;
  }

  private lazy(produce: () => object[]): any {
    return Lazy.any({ produce });
  }

  private about(port: MeshPort): { id: string; metadata: { name: string }; parent: ReturnType<typeof meshParent> } {
    const { serviceName: name, ports } = this.service;
    const only = ports.length === 1;
    return {
      id: only ? 'routes' : `routes-${port.number}`,
      metadata: { name: only ? name : `${name}-${port.number}` },
      parent: meshParent(name, only ? undefined : port.number),
    };
  }
}
