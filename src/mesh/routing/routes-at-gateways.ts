import { Lazy } from 'cdk8s';
import { ServiceRouting } from './service-routing';
import { finding } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { grantsUnsaid } from '../../traffic/gateway-api/backend';
import { httpUnsaid, renderHttpRules } from '../../traffic/gateway-api/http-rules';
import { atOtherGateway } from '../../traffic/gateway-api/unsaid';
import { PlacedEntry } from '../../traffic/narrowing';
import type { MeshService } from '../service/service';

/** The routes of a service as gateways have them that expose it. */
export class RoutesAtGateways {
  constructor(private readonly service: MeshService, private readonly routing: ServiceRouting) {}

  /** Those to one port, in the order in which they are tried. */
  public entries(port: MeshPort, pathPrefixes?: readonly string[]): PlacedEntry[] {
    const place = { atGateway: true, pathPrefixes };
    return this.decidedAtWaypoint ? this.routing.plainEntriesAt(port, place) : this.routing.entriesAt(port, place);
  }

  /** The rules of an HTTPRoute, which can name versions only by Services of theirs. */
  public httpRouteRules(port: MeshPort, pathPrefixes?: readonly string[]): any {
    if (!this.decidedAtWaypoint) this.routing.giveVersionServices();
    return Lazy.any({ produce: () => renderHttpRules(this.entries(port, pathPrefixes), this.service.namespaceName) });
  }

  /** What of them an HTTPRoute cannot say. */
  public httpRouteFindings(port: MeshPort, pathPrefixes?: readonly string[]): string[] {
    const entries = this.entries(port, pathPrefixes);
    const unsaid = [...httpUnsaid(entries), ...grantsUnsaid(entries, this.service.namespaceName)];
    return [...new Set(unsaid.map((one) => finding(one.what, atOtherGateway(one))))];
  }

  /** Where a TCPRoute or a TLSRoute sends connections. */
  public backendRefs(port: MeshPort): any {
    this.routing.giveVersionServices();
    return Lazy.any({ produce: () => this.routing.backendRefsFor(port) });
  }

  /** A waypoint that takes requests of gateways decides the routes; twice decided, a fault or a mirror would happen twice. */
  private get decidedAtWaypoint(): boolean {
    return this.service._dataPlane.ingressTakesWaypoint;
  }
}
