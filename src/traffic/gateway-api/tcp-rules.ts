import { renderBackends } from './backend';
import { GatewayApiRouting } from './routing';
import { MeshPort } from '../../reference/port';
import { TCPRouteRule } from '../../resources/gateway-api';


/** Where connections to one port of a service go: a TCPRoute has one rule, which takes all of them. */
export function renderTcpRules(routes: GatewayApiRouting, namespace: string, port: MeshPort): TCPRouteRule[] {
  return [{ backendRefs: renderBackends(namespace, port.number, routes.split ?? [{ host: routes.host, weight: 1 }]) }];
}
