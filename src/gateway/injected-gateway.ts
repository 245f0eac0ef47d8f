import { Construct } from 'constructs';
import { topologyAnnotations } from './client-address';
import { EdgeGateway } from './edge-gateway';
import { checkHttp3, EdgeGatewayProps } from './edge-gateway-props';
import { Exposures } from './exposures';
import { INJECTED_GATEWAY } from './gateway-option-kinds';
import { addGatewayWorkload, GatewayWorkload } from './gateway-workload';
import { GatewayWorkloadProps } from './gateway-workload-props';
import { Identity } from '../reference/identity';
import { checkOptions } from '../reference/option-kinds';
import { GatewayServicePortValues } from '../resources/install-values';

/** How a gateway is run whose pods are injected. */
export interface InjectedGatewayProps extends GatewayWorkloadProps, EdgeGatewayProps {
  /**
   * How the Service is reached (`service.type`): LoadBalancer, NodePort, ClusterIP, or None for no Service.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
  /**
   * Ports of the Service (`service.ports`). Names begin with what is spoken there.
   *
   * @default - 15021 for health, 80 and 443
   */
  readonly ports?: GatewayServicePortValues[];
}

/**
 * Proxies of their own at the edge of the mesh, in the form of Istio's chart `gateway`: pods that injection completes, with their
 * Service, identity, autoscaler and disruption budget. Their configuration is that of the mesh, so that they are upgraded with it.
 *
 * The namespace must be one whose pods are injected.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export class InjectedGateway extends EdgeGateway {
  /** Name of the gateway: of its Gateway resource, its workload and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Full host name of the gateway's Service. */
  public readonly host: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  /** @internal */
  protected readonly _edge: Exposures;
  private readonly workload: GatewayWorkload;

  /**
   * Adds a gateway. Writes the proxies as a `Deployment` whose container has the image `auto`, with a `ServiceAccount`, a `Role`, a `RoleBinding`, a
   * `Service` (`spec.ports[]`) and a `HorizontalPodAutoscaler`. A disruption budget is a PodDisruptionBudget.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label
   * @throws if there are replicas and autoscaling, numbers of replicas that cannot be, or a disruption budget without effect
   * @throws if the revision is none of the mesh
   * @throws if the Service has a type that is none, no ports, or two ports alike
   * @throws if the number of trusted proxies, or HTTP/3, is one that cannot be
   * @throws if another value is none of the chart
   * @example
   * const edge = new InjectedGateway(mesh.addNamespace('edge'), 'edge', { autoscaling: { minReplicas: 2 }, disruptionBudget: { minAvailable: 1 } });
   * edge.expose(web, { hosts: ['shop.example.com'] });
   */
  constructor(scope: Construct, id: string, props: InjectedGatewayProps = {}) {
    super(scope, id);
    checkOptions(this, 'The gateway', props, INJECTED_GATEWAY);
    checkHttp3(this, props);
    this._edge = new Exposures(this, () => this.workload.selector, 1, props);
    this.workload = addGatewayWorkload(this, id, withTopology(this, props), this._edge.ports);
    this.gatewayName = this.workload.name;
    this.namespaceName = this.workload.namespace;
    this.host = this.workload.host;
    this.identity = this.workload.identity;
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.workload.selector };
  }
}

/** The props, with the topology as an annotation of the pods. */
function withTopology(scope: Construct, props: InjectedGatewayProps): InjectedGatewayProps {
  const annotations = topologyAnnotations(scope, props, { ...props.values?.podAnnotations, ...props.podAnnotations });
  return Object.keys(annotations).length === 0 ? props : { ...props, podAnnotations: { ...props.podAnnotations, ...annotations } };
}
