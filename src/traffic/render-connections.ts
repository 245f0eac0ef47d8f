import { ConnectionRule } from './connection-rules';
import { renderDestinations } from './render-http';
import { ServiceRoutes } from './service-routes';

/** The `tcp` part of a VirtualService for callers inside the mesh. */
export function renderTcp(routes: ServiceRoutes): object[] {
  return routes.tcp.map((rule) => {
    const match = renderMatch(routes, rule);
    return { ...(Object.keys(match).length > 0 && { match: [match] }), route: renderDestinations(routes, rule.port, rule.to) };
  });
}

/** The `tls` part of a VirtualService for callers inside the mesh. */
export function renderTls(routes: ServiceRoutes): object[] {
  return routes.tls.map((rule) => ({
    match: [{ ...renderMatch(routes, rule), sniHosts: [...rule.match.sniHosts] }],
    route: renderDestinations(routes, rule.port, rule.to),
  }));
}

function renderMatch({ service }: ServiceRoutes, { port, match: { destinationSubnets, source } }: ConnectionRule): Record<string, unknown> {
  return {
    ...(service.ports.length > 1 && { port: port.number }),
    ...(destinationSubnets.length > 0 && { destinationSubnets: [...destinationSubnets] }),
    ...(source && { sourceNamespace: source.sourceNamespace }),
    ...(source && Object.keys(source.sourceLabels).length > 0 && { sourceLabels: { ...source.sourceLabels } }),
  };
}
