import { ExternalTrafficPolicy, GatewayChartValues, GatewayServicePortValues, GatewayWorkloadKind, ResourceValues } from '../resources/install-values';

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

/** How the proxies of a gateway are run, whatever it is for. */
export interface GatewayWorkloadProps {
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

/** How the Service of a gateway is, where it is not the usual one. */
export interface GatewayServiceOptions {
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  readonly serviceType?: string;
  readonly ports?: readonly GatewayServicePortValues[];
  /** The network that it leads into from other ones; its Service has the ports of such a gateway then. */
  readonly network?: string;
}
