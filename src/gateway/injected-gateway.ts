import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import { Exposures } from './exposures';
import type { ExposeOptions } from './ingress-gateway';
import { checkGatewayValues, gatewayValues } from './injected-values';
import { meshContextOf } from './mesh-context';
import { Exposure } from './servers';
import { renderInjectedGateway } from '../install';
import { failure } from '../reference/fail';
import { isDnsLabel, serviceHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { GatewayChartValues, GatewayServicePortValues, GatewayWorkloadKind, ResourceValues } from '../resources/install-values';

/** How many pods a gateway has, by load. */
export interface GatewayAutoscaling {
  /**
   * The fewest pods (`autoscaling.minReplicas`).
   *
   * @default 1
   */
  readonly minReplicas?: number;
  /**
   * The most pods (`autoscaling.maxReplicas`).
   *
   * @default 5
   */
  readonly maxReplicas?: number;
  /**
   * Percent of the requested CPU, on average, above which there is another pod (`autoscaling.targetCPUUtilizationPercentage`).
   *
   * @default 80
   */
  readonly targetCpuUtilization?: number;
  /**
   * Percent of the requested memory, on average, above which there is another pod (`autoscaling.targetMemoryUtilizationPercentage`).
   *
   * @default - memory is not watched
   */
  readonly targetMemoryUtilization?: number;
}

/** How many pods of a gateway may be missing while nodes are drained: one of both. */
export interface GatewayDisruptionBudget {
  /**
   * How many pods must be left: a number, or text such as "50%".
   *
   * @default - see maxUnavailable
   */
  readonly minAvailable?: number | string;
  /**
   * How many pods may be missing: a number, or text such as "25%".
   *
   * @default - see minAvailable
   */
  readonly maxUnavailable?: number | string;
}

/** How a gateway is run whose pods are injected. */
export interface InjectedGatewayProps {
  /**
   * The revision, or a tag of it, that the gateway's proxies belong to (`revision`). It must be one of the mesh.
   *
   * @default - that of the mesh
   */
  readonly revision?: string;
  /**
   * What runs the pods (`kind`).
   *
   * @default GatewayWorkloadKind.DEPLOYMENT
   */
  readonly workloadKind?: GatewayWorkloadKind;
  /**
   * A fixed number of pods (`replicaCount`), instead of as many as the load needs.
   *
   * @default - by load, see autoscaling
   */
  readonly replicas?: number;
  /**
   * How many pods there are by load (`autoscaling`).
   *
   * @default - 1 to 5, at 80 percent of the CPU
   */
  readonly autoscaling?: GatewayAutoscaling;
  /**
   * How many pods may be missing while nodes are drained (`podDisruptionBudget`). Needs at least two pods.
   *
   * @default - no limit
   */
  readonly disruptionBudget?: GatewayDisruptionBudget;
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
  /**
   * Annotations of the Service (`service.annotations`), by which the cloud's load balancer is set up.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { readonly [name: string]: string };
  /**
   * Labels of all objects (`labels`). `app` and `istio` select the pods.
   *
   * @default - app: the gateway's name, istio: the same without a leading "istio-"
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * Further annotations of the pods (`podAnnotations`).
   *
   * @default - those for Prometheus, and for the injection
   */
  readonly podAnnotations?: { readonly [name: string]: string };
  /**
   * Environment variables of the proxy (`env`).
   *
   * @default - none
   */
  readonly env?: { readonly [name: string]: string };
  /**
   * What the proxy asks for, and may use at most (`resources`).
   *
   * @default - requests of 100m CPU and 128Mi memory, limits of 2 CPUs and 1Gi
   */
  readonly resources?: ResourceValues;
  /**
   * Any further value of the chart. What has a property of its own here wins over it.
   *
   * @default - none
   * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
   */
  readonly values?: GatewayChartValues;
}

/**
 * Proxies of their own at the edge of the mesh, in the form of Istio's chart `gateway`: pods that injection completes, with their
 * Service, identity, autoscaler and disruption budget. Their configuration is that of the mesh, so that they are upgraded with it.
 *
 * The namespace must be one whose pods are injected.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export class InjectedGateway extends Construct {
  /** Name of the gateway: of its Gateway resource, its workload and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Full host name of the gateway's Service. */
  public readonly host: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly exposures: Exposures;
  private readonly labels: Record<string, string>;

  /**
   * Adds a gateway.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: InjectedGatewayProps = {}) {
    super(scope, id);
    const { installation, trustDomain, clusterDomain } = meshContextOf(this);
    if (!isDnsLabel(id)) {
      throw failure(this, `"${id}" is not a name for a gateway`, 'Use at most 63 lower-case letters, digits and dashes');
    }
    if (props.replicas !== undefined && props.autoscaling !== undefined) {
      throw failure(this, `The gateway has ${props.replicas} replicas and is scaled by load, too`, 'Give replicas or autoscaling');
    }
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it in a namespace of a mesh: mesh.addNamespace("…")');
    }
    const values = gatewayValues(props);
    checkGatewayValues(this, values);
    const { objects, selector, account } = this.render(() => renderInjectedGateway(installation, { name: id, namespace, values }));
    this.gatewayName = values.name || id;
    this.namespaceName = namespace;
    this.host = serviceHost(this.gatewayName, namespace, clusterDomain);
    this.identity = Identity.of(namespace, account, { trustDomain });
    this.labels = selector;
    this.exposures = new Exposures(this, selector);
    for (const manifest of objects) {
      new ApiObject(this, `${manifest.kind}-${manifest.metadata.name}`, manifest);
    }
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.labels };
  }

  /**
   * Lets requests from outside reach a service: a server on this gateway, routes as the service has them, and, where calls
   * need to be allowed, rules that let these hosts in and let the gateway call the service.
   *
   * @param service the service
   * @param options under which names, and with which certificate
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    this.exposures.add(service, options);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.all;
  }

  private render<T>(make: () => T): T {
    try {
      return make();
    } catch (error) {
      throw new Error(`[${this.node.path}] ${(error as Error).message}`);
    }
  }
}
