import type { ExternalService } from './external-service';
import { nameForHost } from './origination';
import { failure, finding, listed } from '../../reference/fail';
import { outsideParent } from '../../traffic/gateway-api/http-rules';
import { inOtherDialect, Unsaid } from '../../traffic/gateway-api/unsaid';
import { ServiceRoutes } from '../../traffic/service-routes';
import { addRequestRoute, requestsUnsaid } from '../routing/request-routes';

/** The routes of an external service in the dialect of the Gateway API: one a port, attached to the ServiceEntry. */
export class ExternalGatewayApiRoutes {
  constructor(private readonly external: ExternalService, private readonly routes: () => ServiceRoutes) {}

  /** Refuses routes that the kinds of its ports cannot say. */
  public check(routes: ServiceRoutes): void {
    const [first] = this.unsaid(routes);
    if (first !== undefined) throw failure(this.external, first.what, inOtherDialect(first));
  }

  /** What of the routes together cannot be said, such as an order. */
  public findings(): string[] {
    const [first] = this.unsaid(this.routes());
    return first === undefined ? [] : [finding(first.what, inOtherDialect(first))];
  }

  /** Writes them. */
  public write(): void {
    const { external, external: { node: { id }, namespaceName: namespace } } = this;
    external.ports.filter((port) => port.isHttp).forEach((port, index) => {
      const name = nameForHost('routes', index);
      const metadata = { name: nameForHost(id, index), namespace };
      const parent = outsideParent(id, external.ports.length === 1 ? undefined : port.number);
      addRequestRoute(external, name, port, { metadata, parent, namespace }, this.routes);
    });
  }

  private unsaid(routes: ServiceRoutes): Unsaid[] {
    const { hosts, ports } = this.external;
    return [
      ...(hosts.length > 1 ? [{
        what: `A route of the Gateway API sends requests for all hosts of a ServiceEntry to one of them, and it has ${listed(hosts)}`,
        instead: 'Declare an external service for each host',
      }] : []),
      ...requestsUnsaid(routes, ports),
    ];
  }
}
