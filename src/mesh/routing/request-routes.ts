import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshPort, PortProtocol } from '../../reference/port';
import { GRPCRoute, HTTPRoute, HTTPRouteSpec } from '../../resources/gateway-api';
import { grpcUnsaid, renderGrpcRules } from '../../traffic/gateway-api/grpc-rules';
import { httpUnsaid, renderHttpRules } from '../../traffic/gateway-api/http-rules';
import { Unsaid } from '../../traffic/gateway-api/unsaid';
import { entriesAt, PlacedEntry } from '../../traffic/narrowing';
import { ServiceRoutes } from '../../traffic/service-routes';

/** Where the route of a port stands. */
interface RequestRoutePlace {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  /** What it is attached to. */
  readonly parent: Pick<HTTPRouteSpec, 'parentRefs'>;
  readonly namespace: string;
}

/** Writes the requests to a port as the kind of route that the Gateway API has for its protocol. */
export function addRequestRoute(
  scope: Construct, id: string, port: MeshPort, { metadata, parent, namespace }: RequestRoutePlace, routes: () => ServiceRoutes,
): void {
  const rules = (render: (entries: readonly PlacedEntry[], namespace: string) => object[]): any => (
    Lazy.any({ produce: () => render(entriesAt(routes(), port), namespace) }));
  if (port.protocol === PortProtocol.GRPC) new GRPCRoute(scope, id, { metadata, spec: { ...parent, rules: rules(renderGrpcRules) } });
  else new HTTPRoute(scope, id, { metadata, spec: { ...parent, rules: rules(renderHttpRules) } });
}

/** What the kinds for the ports that speak HTTP cannot say of the requests. */
export function requestsUnsaid(routes: ServiceRoutes, ports: readonly MeshPort[]): Unsaid[] {
  return ports.filter((port) => port.isHttp).flatMap((port) => {
    const entries = entriesAt(routes, port);
    return port.protocol === PortProtocol.GRPC ? grpcUnsaid(entries) : httpUnsaid(entries);
  });
}
