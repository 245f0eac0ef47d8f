import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { checkForwardable } from './egress-checks';
import {
  EgressPlace, Forwarded, forwardedOf, renderEgressAccess, renderEgressDestination, renderEgressRoutes, renderEgressServers, renderWildcardRoutes,
  renderWildcardServer, subsetOf,
} from './egress-routes';
import { IForwardable } from './forwardable';
import { EGRESS_GATEWAY, FORWARD } from './gateway-option-kinds';
import { addGatewayWorkload, GatewayWorkload } from './gateway-workload';
import { GatewayWorkloadProps } from './gateway-workload-props';
import { meshContextOf } from './mesh-context';
import { failure, finding } from '../reference/fail';
import { Identity } from '../reference/identity';
import { checkOptions } from '../reference/option-kinds';
import { checks } from '../reference/suppressions';
import { AuthorizationPolicy, DestinationRule, Gateway, ServiceEntry, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';
import { renderOrigination, TlsOrigination } from '../traffic/egress/tls-origination';

/** How an external service is forwarded at an egress gateway. */
export interface ForwardOptions {
  /**
   * One host that serves all names of the wildcards, such as `www.example.com` for `*.example.com`. A gateway sees the server name of a
   * connection, and not the address that it was meant for; it sends all of them to this host. TLS is then passed through as it is, so
   * that the gateway does not know who calls, and lets everybody send to these names.
   *
   * @default - the hosts are reached themselves; wildcards are refused
   */
  readonly wildcardServer?: string;
}

/** How an egress gateway is run. */
export interface EgressGatewayProps extends GatewayWorkloadProps {
  /**
   * Numbers of the ports through which traffic leaves: those of the external services that are forwarded.
   *
   * @default [80, 443]
   */
  readonly ports?: number[];
}

/** The port of health checks, which the Service of a gateway has for load balancers. */
const STATUS = 15021;

/**
 * The way out of the mesh: traffic for the external services that are forwarded leaves through proxies of their own, whose addresses
 * a firewall can know and where it is logged and allowed. Callers show who they are to the gateway; without a policy for everything,
 * only those that declared the call get through. Its pods are injected: the namespace must be one whose pods are.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
 */
export class EgressGateway extends Construct {
  /** Name of the gateway: of its Gateway resource, its workload and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs. */
  public readonly namespaceName: string;
  /** Full host name of the gateway's Service. */
  public readonly host: string;
  /** Who the gateway is towards the outside. */
  public readonly identity: Identity;
  private readonly workload: GatewayWorkload;
  private readonly portNumbers: readonly number[];
  private readonly place: EgressPlace;
  private readonly forwarded: Forwarded[] = [];

  /**
   * Adds an egress gateway. Writes the proxies as a `Deployment` with a `ServiceAccount`, a `Service` (`spec.type`: ClusterIP, `spec.ports[]`) and a
   * `HorizontalPodAutoscaler`; its `forward()` writes the rest.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label
   * @throws if there are replicas and autoscaling, numbers of replicas that cannot be, or a disruption budget without effect
   * @throws if the revision is none of the mesh
   * @throws if a port is one of the proxy's own, or is given twice
   * @throws if another value is none of the chart
   * @example new EgressGateway(mesh.addNamespace('egress'), 'out', { ports: [443] }).forward(payments);
   */
  constructor(scope: Construct, id: string, props: EgressGatewayProps = {}) {
    super(scope, id);
    checkOptions(this, 'The gateway', props, EGRESS_GATEWAY);
    this.portNumbers = [...(props.ports ?? [80, 443])];
    const reserved = this.portNumbers.find((number) => number >= 15000 && number < 15100);
    if (reserved !== undefined) {
      throw failure(this, `Port ${reserved} is one of the proxy's own`, 'Use ports outside 15000 to 15099');
    }
    this.workload = addGatewayWorkload(this, id, {
      ...props,
      serviceType: 'ClusterIP',
      ports: [{ name: 'http-status', port: STATUS, targetPort: STATUS }, ...this.portNumbers.map((port) => ({ name: `tls-${port}`, port, targetPort: port }))],
    });
    this.gatewayName = this.workload.name;
    this.namespaceName = this.workload.namespace;
    this.host = this.workload.host;
    this.identity = this.workload.identity;
    this.place = { host: this.host, gateway: `${this.namespaceName}/${this.gatewayName}` };
    this.node.addValidation(checks(this, () => (
      this.forwarded.length > 0 ? [] : [finding('The gateway forwards nothing', 'Call forward() with an external service, or leave the gateway out')]
    )));
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.workload.selector };
  }

  /**
   * Lets all traffic of an external service leave through the gateway: sidecars send it here instead of out, and its callers are
   * allowed to. Writes a `VirtualService` a host beside its ServiceEntry (`spec.http[]` or `spec.tls[]`), a server a host and port of the gateway's
   * `Gateway` (`spec.servers[]`), a subset a host of its `DestinationRule` (`spec.subsets[]`), and a rule of its `AuthorizationPolicy`
   * (`spec.rules[]`). Where TLS is originated, there is a DestinationRule a host for the gateway; with a `wildcardServer`, a ServiceEntry of it.
   *
   * @param external what is outside, see `Mesh.addExternalService()`
   * @param options what a wildcard host needs
   * @throws if the gateway does not have one of the ports, or a host and port is forwarded already
   * @throws if the address of a host is known to the application alone: with resolution NONE, or a wildcard without `wildcardServer`
   * @throws if several hosts share a TCP port, or `wildcardServer` is given for what is no wildcard, or speaks no TLS
   * @throws if the name of the external service is too long, or would be that of another's subset
   * @throws if the credential of its TLS is in another namespace than the gateway
   * @throws if its traffic leaves through a gateway already, or it has routes of its own
   * @example
   * const out = new EgressGateway(mesh.addNamespace('egress'), 'out');
   * const search = mesh.addExternalService('search', { hosts: ['search.example.com'], ports: [MeshPort.http(80), MeshPort.tls(443)] });
   * out.forward(search);
   * web.calls(search);
   */
  public forward(external: IForwardable, options: ForwardOptions = {}): void {
    checkOptions(this, `forward() of "${external.node.id}"`, options, FORWARD);
    const { wildcardServer } = options;
    checkForwardable(this, this.portNumbers, this.forwarded, external, wildcardServer);
    const forwarded = forwardedOf(external, wildcardServer);
    external.leaveThrough(this.host, this.namespaceName);
    if (this.forwarded.length === 0) this.addShared();
    this.forwarded.push(forwarded);
    if (wildcardServer === undefined) this.addSubsets();
    else this.addWildcardServer(forwarded);
    forwarded.hosts.forEach((_, index) => {
      const name = this.nameOf(external, index);
      // Beside the ServiceEntry: there, the scopes of its callers find it.
      new VirtualService(this, name, {
        metadata: { name, namespace: forwarded.namespace },
        spec: wildcardServer === undefined ? renderEgressRoutes(this.place, forwarded, index) : renderWildcardRoutes(this.place, forwarded, index),
      });
    });
    if (external.originateTls) this.originate(external, external.originateTls);
  }

  private nameOf(external: IForwardable, index: number): string {
    return subsetOf(`${external.node.id}-through-${this.gatewayName}`, index);
  }

  /** The rules by which the gateway adds TLS. In its own namespace they hold for the gateway alone. */
  private originate({ hosts, ports, node: { id } }: IForwardable, origination: TlsOrigination): void {
    hosts.forEach((host, index) => {
      const name = subsetOf(`${id}-from-${this.gatewayName}`, index);
      new DestinationRule(this, name, { metadata: { name }, spec: renderOrigination(host, ports, origination) });
    });
  }

  private addWildcardServer(forwarded: Forwarded): void {
    const name = `${forwarded.subset}-server-of-${this.gatewayName}`;
    new ServiceEntry(this, name, { metadata: { name }, spec: renderWildcardServer(forwarded) });
  }

  /** What all that is forwarded has in common; it is written with the first. */
  private addShared(): void {
    const { posture } = meshContextOf(this);
    new Gateway(this, 'Resource', {
      metadata: { name: this.gatewayName },
      spec: { selector: this.selector, servers: Lazy.any({ produce: () => renderEgressServers(this.forwarded) }) },
    });
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderEgressAccess({ selector: { matchLabels: this.selector } }, this.forwarded) }),
    });
  }

  /** How callers show who they are; it is written with the first host that asks for it. */
  private addSubsets(): void {
    if (this.node.tryFindChild('subsets')) return;
    new DestinationRule(this, 'subsets', {
      metadata: { name: this.gatewayName }, spec: Lazy.any({ produce: () => renderEgressDestination(this.place, this.forwarded) }),
    });
  }
}
