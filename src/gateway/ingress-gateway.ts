import { Construct } from 'constructs';
import { EdgeGateway } from './edge-gateway';
import { checkHttp3, EdgeGatewayProps } from './edge-gateway-props';
import { Exposures } from './exposures';
import { INGRESS_GATEWAY } from './gateway-option-kinds';
import { addIngressWorkload, GatewayWorkload } from './gateway-workload';
import { finding } from '../reference/fail';
import { Identity } from '../reference/identity';
import { checkOptions } from '../reference/option-kinds';
import { checks } from '../reference/suppressions';

/** How an ingress gateway is run. */
export interface IngressGatewayProps extends EdgeGatewayProps {
  /**
   * How the gateway's Service is reached from outside the cluster (`spec.type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
}

/**
 * The way into the mesh: proxies of their own at its edge, and what they let in.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class IngressGateway extends EdgeGateway {
  /** Name of the gateway: of its Gateway resource, its Deployment and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  /** @internal */
  protected readonly _edge: Exposures;
  private readonly workload: GatewayWorkload;

  /**
   * Adds a gateway for what comes in from outside; `Mesh.addIngressGateway()` does the same, and makes its namespace. Writes the proxies as a
   * `Deployment` with a `ServiceAccount`, a `Service` (`spec.ports[]`) and a `HorizontalPodAutoscaler`.
   *
   * @param scope a namespace of a mesh, see `Mesh.addIngressGateway()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the certificates of the mesh come from SPIRE
   * @throws if the type of Service, the number of trusted proxies, or HTTP/3 is one that cannot be
   * @example
   * const edge = mesh.addNamespace('edge', { enrollment: Enrollment.NONE });
   * new IngressGateway(edge, 'edge', { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL }).expose(web, { hosts: ['shop.example.com'] });
   */
  constructor(scope: Construct, id: string, props: IngressGatewayProps = {}) {
    super(scope, id);
    checkOptions(this, 'The gateway', props, INGRESS_GATEWAY);
    checkHttp3(this, props);
    this._edge = new Exposures(this, () => this.workload.selector, 1024, props);
    this.workload = addIngressWorkload(this, id, props, this._edge.ports);
    this.gatewayName = this.workload.name;
    this.namespaceName = this.workload.namespace;
    this.identity = this.workload.identity;
    this.node.addValidation(checks(this, () => (this._edge.all.length > 0 ? [] : [finding(
      'The gateway exposes nothing',
      'Call expose() with a service, or leave the gateway out',
    )])));
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.workload.selector };
  }
}
