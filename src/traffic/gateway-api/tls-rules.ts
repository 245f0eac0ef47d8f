import { renderBackends } from './backend';
import { Unsaid } from './unsaid';
import { Host } from '../../reference/host-name';
import { TLSRouteSpec } from '../../resources/gateway-api';
import { ConnectionRule, takesRest } from '../connection-rules';
import { ServiceRoutes } from '../service-routes';

/** Where TLS connections to one port of a service go that ask for its names. */
export function renderTlsRules({ service }: ServiceRoutes, { port, match, to }: ConnectionRule): Pick<TLSRouteSpec, 'hostnames' | 'rules'> {
  return {
    hostnames: match.sniHosts.map((name) => Host.of(name)),
    rules: [{ backendRefs: renderBackends(service, service.namespaceName, port.number, to) }],
  };
}

/** What of the routes of connections the Gateway API cannot say. */
export function connectionsUnsaid({ tcp, tls }: ServiceRoutes): Unsaid[] {
  const several = tls.find((rule, index) => tls.findIndex(({ port }) => port.number === rule.port.number) < index);
  return [
    ...[...tcp, ...tls].filter((rule) => !takesRest(rule)).map(({ port }) => ({
      what: `The routes of the Gateway API take all connections to port ${port.number}, whoever makes them and to which address`,
    })),
    ...(several ? [{ what: `Port ${several.port.number} has routes for several server names, and a TLSRoute of a Service sends all of them the same way` }] : []),
  ];
}
