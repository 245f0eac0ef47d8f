import { renderBackends } from './backend';
import { TCPRouteRule } from '../../resources/gateway-api';
import { ConnectionRule } from '../connection-rules';
import { ServiceRoutes } from '../service-routes';

/** Where connections to one port of a service go: a TCPRoute has one rule, which takes all of them. */
export function renderTcpRules({ service }: ServiceRoutes, { port, to }: ConnectionRule): TCPRouteRule[] {
  return [{ backendRefs: renderBackends(service, service.namespaceName, port.number, to) }];
}
