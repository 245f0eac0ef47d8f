import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { EgressPlace, Forwarded, renderEgressAccess, renderEgressDestination, renderEgressRoutes, renderEgressServers, subsetOf } from './egress-routes';
import { IForwardable } from './forwardable';
import { addGatewayWorkload, GatewayWorkload } from './gateway-workload';
import { GatewayWorkloadProps } from './gateway-workload-props';
import { meshContextOf } from './mesh-context';
import { failure, finding, listed } from '../reference/fail';
import { isWildcard } from '../reference/host';
import { Identity } from '../reference/identity';
import { checks } from '../reference/suppressions';
import { AuthorizationPolicy, DestinationRule, Gateway, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';

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
   * Adds an egress gateway.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: EgressGatewayProps = {}) {
    super(scope, id);
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
   * allowed to.
   *
   * @param external what is outside, see `Mesh.addExternalService()`
   */
  public forward(external: IForwardable): void {
    this.checkForwardable(external);
    const forwarded: Forwarded = {
      subset: external.node.id,
      hosts: [...external.hosts],
      ports: [...external.ports],
      namespace: external.namespaceName,
      principals: () => external.callerPrincipals,
    };
    external.leaveThrough(this.host, this.namespaceName);
    if (this.forwarded.length === 0) this.addShared();
    this.forwarded.push(forwarded);
    forwarded.hosts.forEach((_, index) => {
      const name = `${external.node.id}-through-${this.gatewayName}${index === 0 ? '' : `-${index + 1}`}`;
      // Beside the ServiceEntry: there, the scopes of its callers find it.
      new VirtualService(this, name, {
        metadata: { name, namespace: forwarded.namespace },
        spec: renderEgressRoutes(this.place, forwarded, index),
      });
    });
  }

  /** What all that is forwarded has in common; it is written with the first. */
  private addShared(): void {
    const { posture } = meshContextOf(this);
    const lazily = (produce: () => unknown): any => Lazy.any({ produce });
    new Gateway(this, 'Resource', {
      metadata: { name: this.gatewayName },
      spec: { selector: this.selector, servers: lazily(() => renderEgressServers(this.forwarded)) },
    });
    new DestinationRule(this, 'subsets', { metadata: { name: this.gatewayName }, spec: lazily(() => renderEgressDestination(this.place, this.forwarded)) });
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: lazily(() => renderEgressAccess(this.workload.selector, this.forwarded)),
    });
  }

  private checkForwardable(external: IForwardable): void {
    const title = `External service "${external.node.id}"`;
    const wildcard = external.hosts.find(isWildcard);
    if (wildcard !== undefined) {
      throw failure(this, `${title} has the host "${wildcard}", whose address the gateway could not find`, 'Declare an external service with the hosts one by one');
    }
    const missing = external.ports.find(({ number }) => !this.portNumbers.includes(number));
    if (missing !== undefined) {
      throw failure(this, `${title} has port ${missing.number}, and the gateway has ${listed(this.portNumbers)}`,
        `Give the gateway ports: [${[...this.portNumbers, missing.number].join(', ')}]`);
    }
    const taken = external.ports.flatMap((port) => external.hosts.map((host) => ({ port, host })))
      .find(({ port, host }) => this.forwarded.some(({ hosts, ports }) => hosts.includes(host) && ports.some((one) => one.number === port.number)));
    if (taken !== undefined) {
      throw failure(this, `Host "${taken.host}" at port ${taken.port.number} is forwarded already`, 'Forward each external service once, and declare each host once');
    }
    const subsets = this.forwarded.flatMap((other) => other.hosts.map((_, index) => subsetOf(other.subset, index)));
    const same = external.hosts.map((_, index) => subsetOf(external.node.id, index)).find((name) => subsets.includes(name));
    if (same !== undefined) {
      throw failure(this, `Two hosts would have the subset "${same}"`, 'Give one of the external services another name');
    }
  }
}
