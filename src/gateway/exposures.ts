import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { writeCertificate } from './cert-manager-certificate';
import { knowsClients, sourceOf } from './client-address';
import { checkCredentials } from './credential-checks';
import { checkDelegated } from './delegated-checks';
import { Edge } from './edge-access';
import { EdgeContents } from './edge-gateway';
import { EdgeGatewayProps } from './edge-gateway-props';
import { EdgePolicies } from './edge-policies';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { checkedExposure, ExposingGateway } from './exposing';
import { Exposure, isHttps, servedAt } from './exposure';
import { entriesOf, Exposed, HostGroup, hostGroups, renderHostRoutes, routesName } from './host-routes';
import { checkServers, reusedConnections } from './server-checks';
import { renderServers } from './servers';
import { ServicePorts } from './service-ports';
import { finding } from '../reference/fail';
import { Labels } from '../reference/labels';
import { sortChildren } from '../reference/sorted-children';
import { checks } from '../reference/suppressions';
import { warnOnce } from '../reference/warn';
import { Gateway, VirtualService } from '../resources';
import { atPods } from '../security/access';

/** What a gateway lets in: its Gateway resource and its policy, which are written with the first service, and a VirtualService a host. */
export class Exposures implements EdgeContents {
  /** The ports of the gateway's Service. */
  public readonly ports: ServicePorts;
  public readonly policies: EdgePolicies;
  private readonly exposed: Exposed[] = [];
  private groups: readonly HostGroup[] = [];

  /**
   * @param gateway the construct that the objects belong to
   * @param selector labels of the gateway's pods
   * @param lowestPort the lowest port at which they may listen
   * @param props how they know the addresses of clients, and what they speak
   */
  constructor(
    private readonly gateway: ExposingGateway,
    private readonly selector: () => Labels,
    lowestPort: number,
    private readonly props: EdgeGatewayProps,
  ) {
    this.ports = new ServicePorts(() => this.all, lowestPort, props.http3);
    this.policies = new EdgePolicies(gateway, () => this.edge, () => this.exposed.flatMap(entriesOf));
    sortChildren(gateway);
    gateway.node.addValidation(checks(gateway, () => [...this.findings(), ...this.policies.checkClaims()]));
  }

  public get all(): Exposure[] {
    return this.exposed.map(({ exposure }) => exposure);
  }

  public add(service: IExposable, options: ExposeOptions): void {
    const exposure = checkedExposure(this.gateway, service, options);
    if (this.exposed.length === 0) this.addServers();
    this.policies.letIn(exposure);
    if (options.certificate) writeCertificate(this.gateway, options.certificate, exposure.hosts);
    if (exposure.clientIpBlocks ?? exposure.notClientIpBlocks) this.warnOfAddresses();
    this.exposed.push({ exposure, service });
    this.groups = hostGroups(this.exposed);
    service.allowFrom(this.gateway.identity, { ports: [exposure.port.number] });
    this.groups.forEach(({ hosts }) => this.ensureRoutes(hosts[0]));
  }

  private addServers(): void {
    new Gateway(this.gateway, 'Resource', {
      metadata: { name: this.gateway.gatewayName },
      spec: { selector: { ...this.selector() }, servers: Lazy.any({ produce: () => renderServers(this.all) }) },
    });
  }

  private findings(): string[] {
    const { gateway, all, props: { http3 } } = this;
    reusedConnections(all).forEach((warning) => warnOnce(gateway, warning, 'A11'));
    return [
      ...checkServers(all),
      ...this.exposed.flatMap(checkDelegated),
      ...checkCredentials(gateway, gateway.namespaceName, all),
      ...(http3 && all.length > 0 && !all.flatMap(servedAt).some(isHttps)
        ? [finding('The gateway has http3, and serves no HTTPS', 'Expose a service with a certificate, or leave http3 out')]
        : []),
    ];
  }

  private warnOfAddresses(): void {
    if (knowsClients(this.props)) return;
    warnOnce(this.gateway, finding(
      'Clients are limited by their addresses, and nodes may put their own in place of these',
      'Give the gateway externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, or a gatewayTopology that says what stands before it',
    ));
  }

  private get edge(): Edge {
    return {
      place: atPods(this.selector()),
      listenerOf: (port) => this.ports.listenerOf(port),
      sourceOf: (exposure) => sourceOf(this.props, exposure),
    };
  }

  /** The routes of the group of hosts that begins with this one. */
  private ensureRoutes(host: string): void {
    const { gateway } = this;
    const id = `routes-${host}`;
    if (gateway.node.tryFindChild(id)) return;
    new VirtualService(gateway as Construct, id, {
      metadata: { name: routesName(gateway.gatewayName, [host]) },
      spec: Lazy.any({
        produce: () => renderHostRoutes(`${gateway.namespaceName}/${gateway.gatewayName}`, this.groups.find(({ hosts }) => hosts[0] === host)!),
      }),
    });
  }
}
