import { Construct } from 'constructs';
import { renderControlPlaneRoutes, renderControlPlaneServers, renderIstiodAccess, SERVICES_SERVER } from './east-west-servers';
import { addGatewayWorkload, GatewayWorkload } from './gateway-workload';
import { GatewayWorkloadProps } from './gateway-workload-props';
import { meshContextOf } from './mesh-context';
import { failure } from '../reference/fail';
import { serviceHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { AuthorizationPolicy, Gateway, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';

/** How a gateway between networks is run. */
export interface EastWestGatewayProps extends GatewayWorkloadProps {
  /** Name of the network that it leads into: the one of this cluster (`networkGateway`). */
  readonly network: string;
  /**
   * How the Service is reached from the other networks (`service.type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
  /**
   * Whether services of this cluster can be called from other networks. Who calls is asked of the services themselves: their
   * mutual TLS passes through.
   *
   * @default true
   */
  readonly exposeServices?: boolean;
  /**
   * Whether this cluster's istiod can be reached from other networks, by the proxies and the API server of a remote cluster.
   *
   * @default false
   */
  readonly exposeControlPlane?: boolean;
}

/**
 * The way between networks: workloads of other clusters, which cannot reach the pods of this one, call its services through it. It is
 * a gateway in the form of Istio's chart `gateway`, whose Service has the ports that other clusters look for. Its pods are injected:
 * the namespace must be one whose pods are.
 *
 * That the pods of this cluster are in the network, their namespace says, or the value `global.network` of the control plane.
 *
 * @see https://istio.io/latest/docs/setup/install/multicluster/
 */
export class EastWestGateway extends Construct {
  /** Name of the gateway: of its workload, its Service and its Gateway resource. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs. */
  public readonly namespaceName: string;
  /** Name of the network that it leads into. */
  public readonly network: string;
  /** Full host name of the gateway's Service. */
  public readonly host: string;
  /** Who the gateway is. */
  public readonly identity: Identity;
  private readonly workload: GatewayWorkload;

  /**
   * Adds a gateway between networks. Writes the proxies as a `Deployment` with a `Service` (`metadata.labels["topology.istio.io/network"]`,
   * `spec.ports[]`), and a `Gateway` for the services (`spec.servers[].tls.mode`: AUTO_PASSTHROUGH). With `exposeControlPlane`, there are servers
   * for istiod, too, a VirtualService that leads there, and an AuthorizationPolicy that lets in.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props its network, and how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label
   * @throws if there are replicas and autoscaling, numbers of replicas that cannot be, or a disruption budget without effect
   * @throws if the revision is none of the mesh
   * @throws if the network is none, or another one than that of the control plane
   * @throws if the gateway exposes neither services nor the control plane
   * @throws if another value is none of the chart
   * @example new EastWestGateway(mesh.addNamespace('east-west'), 'east-west', { network: 'network-1' });
   */
  constructor(scope: Construct, id: string, props: EastWestGatewayProps) {
    super(scope, id);
    this.checkNetwork(props.network);
    const { exposeServices = true, exposeControlPlane = false } = props;
    if (!exposeServices && !exposeControlPlane) {
      throw failure(this, 'The gateway lets nothing through', 'Leave exposeServices out, give exposeControlPlane, or leave the gateway out');
    }
    this.workload = addGatewayWorkload(this, id, props);
    this.gatewayName = this.workload.name;
    this.namespaceName = this.workload.namespace;
    this.network = props.network;
    this.host = this.workload.host;
    this.identity = this.workload.identity;
    new Gateway(this, 'Resource', {
      metadata: { name: this.gatewayName },
      spec: {
        selector: this.selector,
        servers: [...(exposeServices ? [SERVICES_SERVER] : []), ...(exposeControlPlane ? renderControlPlaneServers() : [])],
      },
    });
    if (exposeControlPlane) this.addControlPlane();
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.workload.selector };
  }

  private addControlPlane(): void {
    const { installation, clusterDomain, posture } = meshContextOf(this);
    const name = installation.revision === 'default' ? 'istiod' : `istiod-${installation.revision}`;
    new VirtualService(this, 'istiod', {
      metadata: { name: `${this.gatewayName}-istiod` },
      spec: renderControlPlaneRoutes(this.gatewayName, serviceHost(name, installation.namespace, clusterDomain)),
    });
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: renderIstiodAccess(this.selector),
    });
  }

  private checkNetwork(network: string): void {
    if (!/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(network)) {
      throw failure(this, `"${network}" is not a name for a network`, 'Use at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends');
    }
    const own = meshContextOf(this).installation.values.global.network;
    if (own && own !== network) {
      throw failure(this, `The gateway leads into network "${network}", and the pods of this control plane are in "${own}" (global.network)`, 'Give both the same name');
    }
  }
}
