import { ApiObject, Lazy } from 'cdk8s';
import type { MeshService } from './service';
import { renderService } from './service-manifests';
import { failure } from '../reference/fail';
import { MeshPort, PortProtocol } from '../reference/port';
import { WeightedDestination } from '../reference/weighted-destination';
import { GRPCRoute, HTTPRoute, TCPRoute } from '../resources/gateway-api';
import { versionServiceName } from '../traffic/gateway-api/backend';
import { grpcRouteUnsaid, renderGrpcRules } from '../traffic/gateway-api/grpc-rules';
import { httpRouteUnsaid, meshParent, renderHttpRules } from '../traffic/gateway-api/http-rules';
import { GatewayApiRouting } from '../traffic/gateway-api/routing';
import { renderTcpRules } from '../traffic/gateway-api/tcp-rules';
import { inOtherDialect, Unsaid } from '../traffic/gateway-api/unsaid';
import { HttpRouteOptions } from '../traffic/http-route';

/** The routes of a service in the dialect of the Gateway API: a route a port, attached to the Service, and a Service for each version. */
export class GatewayApiRoutes {
  constructor(private readonly service: MeshService, private readonly routes: () => GatewayApiRouting) {}

  /** Refuses what the kinds of its ports cannot say. */
  public check(route: HttpRouteOptions): void {
    const [first] = this.service.ports.flatMap((port) => this.unsaid(port, route));
    if (first !== undefined) throw failure(this.service, first.what, inOtherDialect(first));
  }

  /**
   * Writes the routes.
   *
   * @param connections whether something is said of connections, too
   */
  public ensureWritten(connections: boolean): void {
    const { ports, namespaceName, node } = this.service;
    for (const port of ports) {
      const { id, metadata, parent } = this.about(port);
      const rules = (render: (routes: GatewayApiRouting, namespace: string, port: MeshPort) => object[]): any =>
        Lazy.any({ produce: () => render(this.routes(), namespaceName, port) });
      if (node.tryFindChild(id)) continue;
      if (port.protocol === PortProtocol.GRPC) {
        new GRPCRoute(this.service, id, { metadata, spec: { ...parent, rules: rules(renderGrpcRules) } });
      } else if (port.isHttp) {
        new HTTPRoute(this.service, id, { metadata, spec: { ...parent, rules: rules(renderHttpRules) } });
      } else if (!port.isTls && connections) {
        new TCPRoute(this.service, id, { metadata, spec: { ...parent, rules: rules(renderTcpRules) } });
      }
    }
  }

  /** Writes the Services of the versions that get traffic. */
  public ensureBackends(to: readonly WeightedDestination[]): void {
    const { service } = this;
    for (const version of service.versions.filter(({ name, host }) => to.some((one) => one.host === host && one.subset === name))) {
      const id = `version-${version.name}`;
      if (service.node.tryFindChild(id)) continue;
      const name = versionServiceName(service.serviceName, version.name);
      new ApiObject(service, id, {
        apiVersion: 'v1',
        kind: 'Service',
        // Whoever calls it by its own name goes past the waypoint; the pods then let in only whom they know.
        metadata: { name, ...(service._dataPlane.isAmbient && { labels: { 'istio.io/use-waypoint': 'none' } }) },
        spec: Lazy.any({ produce: () => renderService(service.ports, { ...service.selector, ...version.labels }) }),
      });
    }
  }

  private unsaid(port: MeshPort, route: HttpRouteOptions): Unsaid[] {
    if (!port.isHttp) return [];
    return port.protocol === PortProtocol.GRPC ? grpcRouteUnsaid(route) : httpRouteUnsaid(route);
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
