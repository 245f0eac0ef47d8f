// Generated from schema/ by `npx projen schema`. Do not edit.

import { ExternalTrafficPolicy, ImagePullPolicy, IpFamily, IpFamilyPolicy, PodDisruptionValues, ResourceValues } from './common.generated';
import { GlobalValues } from './global.generated';
import { GatewayPortProtocol } from './legacy-gateways.generated';

/**
 * A gateway of the chart `gateway`: its pods are injected, and live where you want them.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayChartValues {
  /**
   * Further containers of its pods.
   *
   * Written as `additionalContainers`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly additionalContainers?: any[];

  /**
   * Near or far from which pods and nodes it runs.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - anywhere
   */
  readonly affinity?: any;

  /**
   * Annotations of all its objects.
   *
   * Written as `annotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: any };

  /**
   * Whether and how replicas are added and removed by load.
   *
   * Written as `autoscaling`: `GatewayAutoscalingValues`.
   *
   * @default - the defaults of its fields
   */
  readonly autoscaling?: GatewayAutoscalingValues;

  /**
   * The older release whose defaults hold.
   *
   * Written as `compatibilityVersion`: a string.
   *
   * @default - this one's
   */
  readonly compatibilityVersion?: string;

  /**
   * What its container may do.
   *
   * Written as `containerSecurityContext`: an object of any form.
   *
   * @default - as little as it needs
   */
  readonly containerSecurityContext?: any;

  /**
   * Not read by this chart.
   *
   * Written as `defaultRevision`: a string.
   *
   * @default - none
   */
  readonly defaultRevision?: string;

  /**
   * How its pods look up names.
   *
   * Written as `dnsConfig`: an object of any form.
   *
   * @default - as dnsPolicy says
   */
  readonly dnsConfig?: any;

  /**
   * How its pods look up names, in a word.
   *
   * Written as `dnsPolicy`: a string.
   *
   * @default - as Kubernetes does it: ClusterFirst
   */
  readonly dnsPolicy?: string;

  /**
   * Whether a chart that contains this one installs it.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Environment variables.
   *
   * Written as `env`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly env?: { readonly [key: string]: any };

  /**
   * Environment variables with a source.
   *
   * Written as `envVarFrom`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly envVarFrom?: any[];

  /**
   * Values that several components read, of which it reads `networkPolicy` and the platform.
   *
   * Written as `global`: `GlobalValues`.
   *
   * @default - the defaults of its fields
   */
  readonly global?: GlobalValues;

  /**
   * When nodes pull the image.
   *
   * Written as `imagePullPolicy`: one of the words of `ImagePullPolicy`.
   *
   * @default - as Kubernetes does it
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Secrets by which the image is pulled, as `{ name: … }`.
   *
   * Written as `imagePullSecrets`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly imagePullSecrets?: any[];

  /**
   * Containers that run before it.
   *
   * Written as `initContainers`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly initContainers?: any[];

  /**
   * What runs its pods.
   *
   * Written as `kind`: one of the words of `GatewayWorkloadKind`.
   *
   * @default - Deployment
   */
  readonly kind?: GatewayWorkloadKind;

  /**
   * Labels of all its objects. `app` and `istio` select its pods, and are its name where they are not given.
   *
   * Written as `labels`: a map, each value a string, a number, true or false.
   *
   * @default - `{"istio.io/dataplane-mode":"none"}`
   */
  readonly labels?: { readonly [key: string]: any };

  /**
   * What runs in the container after its start and before its end.
   *
   * Written as `lifecycle`: an object of any form.
   *
   * @default - what Istio needs
   */
  readonly lifecycle?: any;

  /**
   * Seconds that a pod must be ready before it counts.
   *
   * Written as `minReadySeconds`: a whole number, 0 or more.
   *
   * @default - 0
   */
  readonly minReadySeconds?: number;

  /**
   * The name of the gateway.
   *
   * Written as `name`: a string.
   *
   * @default - that of the release
   */
  readonly name?: string;

  /**
   * The network that it is the gateway of, for traffic of other networks.
   *
   * Written as `networkGateway`: a string.
   *
   * @default - none
   */
  readonly networkGateway?: string;

  /**
   * The ports of a network's gateway, by name.
   *
   * Written as `networkGatewayPorts`: a map, each value `GatewayNetworkPortValues`.
   *
   * @default - `{"status-port":{"port":15021,"targetPort":15021},"tls":{"port":15443,"targetPort":15443},"tls-istiod":{"port":15012,"targetPort":15012},"tls-webhook":{"port":15017,"targetPort":15017}}`
   */
  readonly networkGatewayPorts?: { readonly [key: string]: GatewayNetworkPortValues };

  /**
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: any };

  /**
   * Values of istiod, which a profile may bring along. Not read by this chart.
   *
   * Written as `pilot`: an object of any form.
   *
   * @default - none
   */
  readonly pilot?: any;

  /**
   * The platform, where it needs other settings.
   *
   * Written as `platform`: a string.
   *
   * @default - none in particular
   */
  readonly platform?: string;

  /**
   * Annotations of its pods: for Prometheus, and for its injection.
   *
   * Written as `podAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - `{"prometheus.io/port":"15020","prometheus.io/scrape":"true","prometheus.io/path":"/stats/prometheus","inject.istio.io/templates":"gateway","sidecar.istio.io/inject":"true"}`
   */
  readonly podAnnotations?: { readonly [key: string]: any };

  /**
   * How many pods may be missing while nodes are drained.
   *
   * Written as `podDisruptionBudget`: `PodDisruptionValues`.
   *
   * @default - no limit
   */
  readonly podDisruptionBudget?: PodDisruptionValues;

  /**
   * How important its pods are to the scheduler.
   *
   * Written as `priorityClassName`: a string.
   *
   * @default - none
   */
  readonly priorityClassName?: string;

  /**
   * The profile whose values hold.
   *
   * Written as `profile`: a string.
   *
   * @default - none
   */
  readonly profile?: string;

  /**
   * Whether it may read credentials.
   *
   * Written as `rbac`: `GatewayRbacValues`.
   *
   * @default - the defaults of its fields
   */
  readonly rbac?: GatewayRbacValues;

  /**
   * How Kubernetes checks whether it is ready.
   *
   * Written as `readinessProbe`: an object of any form.
   *
   * @default - by the agent
   */
  readonly readinessProbe?: any;

  /**
   * How many replicas there are when they do not go by load.
   *
   * Written as `replicaCount`: a whole number, 0 or more.
   *
   * @default - 1
   */
  readonly replicaCount?: number;

  /**
   * What it asks for, and may use at most.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"2000m","memory":"1024Mi"}}`
   */
  readonly resources?: ResourceValues;

  /**
   * The revision of istiod that it belongs to.
   *
   * Written as `revision`: a string.
   *
   * @default - that of the namespace
   */
  readonly revision?: string;

  /**
   * Not read any more.
   *
   * Written as `runAsRoot`: true or false.
   *
   * @default - false
   */
  readonly runAsRoot?: boolean;

  /**
   * What its pods may do.
   *
   * Written as `securityContext`: an object of any form.
   *
   * @default - bind to ports below 1024, and no more
   */
  readonly securityContext?: any;

  /**
   * Its Service.
   *
   * Written as `service`: `GatewayServiceValues`.
   *
   * @default - the defaults of its fields
   */
  readonly service?: GatewayServiceValues;

  /**
   * Its identity in Kubernetes.
   *
   * Written as `serviceAccount`: `GatewayAccountValues`.
   *
   * @default - the defaults of its fields
   */
  readonly serviceAccount?: GatewayAccountValues;

  /**
   * How it is updated, as Deployments have it.
   *
   * Written as `strategy`: an object of any form.
   *
   * @default - as Kubernetes does it
   */
  readonly strategy?: any;

  /**
   * Seconds that it has to end.
   *
   * Written as `terminationGracePeriodSeconds`: a whole number, 0 or more.
   *
   * @default - 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Taints that do not keep it away.
   *
   * Written as `tolerations`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly tolerations?: any[];

  /**
   * How it is spread over nodes and zones.
   *
   * Written as `topologySpreadConstraints`: a list, each item an object of any form.
   *
   * @default - by the scheduler
   */
  readonly topologySpreadConstraints?: any[];

  /**
   * Not read any more.
   *
   * Written as `unprivilegedPort`: any value.
   *
   * @default - auto
   */
  readonly unprivilegedPort?: any;

  /**
   * Further mounts of the container.
   *
   * Written as `volumeMounts`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly volumeMounts?: any[];

  /**
   * Further volumes of its pods.
   *
   * Written as `volumes`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly volumes?: any[];
}

/**
 * Whether and how replicas are added and removed by load.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayAutoscalingValues {
  /**
   * How fast they are added and removed.
   *
   * Written as `autoscaleBehavior`: an object of any form.
   *
   * @default - as Kubernetes does it
   */
  readonly autoscaleBehavior?: any;

  /**
   * Whether they are.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * The most replicas.
   *
   * Written as `maxReplicas`: a whole number, 0 or more.
   *
   * @default - 5
   */
  readonly maxReplicas?: number;

  /**
   * The fewest replicas.
   *
   * Written as `minReplicas`: a whole number, 0 or more.
   *
   * @default - 1
   */
  readonly minReplicas?: number;

  /**
   * Percent of the requested CPU, on average, before there is another one.
   *
   * Written as `targetCPUUtilizationPercentage`: any value.
   *
   * @default - 80
   */
  readonly targetCPUUtilizationPercentage?: any;

  /**
   * Percent of the requested memory, on average, before there is another one.
   *
   * Written as `targetMemoryUtilizationPercentage`: any value.
   *
   * @default - not watched
   */
  readonly targetMemoryUtilizationPercentage?: any;
}

/**
 * A port of a network's gateway.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayNetworkPortValues {
  /**
   * The port of the Service.
   *
   * Written as `port`: a whole number.
   */
  readonly port: number;

  /**
   * The protocol of the port.
   *
   * Written as `protocol`: a string.
   *
   * @default - TCP
   */
  readonly protocol?: string;

  /**
   * The port of the pod.
   *
   * Written as `targetPort`: a whole number.
   *
   * @default - the port
   */
  readonly targetPort?: number;
}

/**
 * Whether a gateway may read credentials.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayRbacValues {
  /**
   * Whether it may read Secrets of its namespace. Not needed for the Gateway API.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;
}

/**
 * The Service of a gateway.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayServiceValues {
  /**
   * Whether ports of nodes are taken for a load balancer.
   *
   * Written as `allocateLoadBalancerNodePorts`: true or false.
   *
   * @default - true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;

  /**
   * Its annotations.
   *
   * Written as `annotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: any };

  /**
   * Its address in the cluster.
   *
   * Written as `clusterIP`: a string.
   *
   * @default - one that is free
   */
  readonly clusterIP?: string;

  /**
   * Addresses of nodes that lead to it, too.
   *
   * Written as `externalIPs`: a list, each item a string.
   *
   * @default - none
   */
  readonly externalIPs?: string[];

  /**
   * Which nodes serve traffic from outside.
   *
   * Written as `externalTrafficPolicy`: one of the words of `ExternalTrafficPolicy`.
   *
   * @default - all
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;

  /**
   * The port of nodes at which a load balancer asks whether they serve it.
   *
   * Written as `healthCheckNodePort`: a whole number.
   *
   * @default - one that is free
   */
  readonly healthCheckNodePort?: number;

  /**
   * Which pods serve traffic of the cluster: `Cluster` or `Local`.
   *
   * Written as `internalTrafficPolicy`: a string.
   *
   * @default - all
   */
  readonly internalTrafficPolicy?: string;

  /**
   * Kinds of its addresses.
   *
   * Written as `ipFamilies`: a list, each item one of the words of `IpFamily`.
   *
   * @default - those of the cluster
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Of which kinds it has addresses.
   *
   * Written as `ipFamilyPolicy`: one of the words of `IpFamilyPolicy`.
   *
   * @default - that of the cluster
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Who makes its load balancer.
   *
   * Written as `loadBalancerClass`: a string.
   *
   * @default - the cloud
   */
  readonly loadBalancerClass?: string;

  /**
   * The address of its load balancer.
   *
   * Written as `loadBalancerIP`: a string.
   *
   * @default - one that is free
   */
  readonly loadBalancerIP?: string;

  /**
   * Ranges of addresses that its load balancer lets in.
   *
   * Written as `loadBalancerSourceRanges`: a list, each item a string.
   *
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];

  /**
   * The ports of the Service.
   *
   * Written as `ports`: a list, each item `GatewayServicePortValues`.
   *
   * @default - 15021, 80 and 443
   */
  readonly ports?: GatewayServicePortValues[];

  /**
   * Further labels that pods must have to serve it.
   *
   * Written as `selectorLabels`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly selectorLabels?: { readonly [key: string]: any };

  /**
   * Its type; `None` for no Service.
   *
   * Written as `type`: a string.
   *
   * @default - LoadBalancer
   */
  readonly type?: string;
}

/**
 * A port of a gateway's Service.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayServicePortValues {
  /**
   * What is spoken at the port, in the words of Kubernetes.
   *
   * Written as `appProtocol`: a string.
   *
   * @default - by its name
   */
  readonly appProtocol?: string;

  /**
   * The name of the port.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The port of nodes that leads to it.
   *
   * Written as `nodePort`: a whole number.
   *
   * @default - one that is free
   */
  readonly nodePort?: number;

  /**
   * The port of the Service.
   *
   * Written as `port`: a whole number.
   *
   * @default - must be set
   */
  readonly port?: number;

  /**
   * The protocol below it.
   *
   * Written as `protocol`: one of the words of `GatewayPortProtocol`.
   *
   * @default - TCP
   */
  readonly protocol?: GatewayPortProtocol;

  /**
   * The port of the pod.
   *
   * Written as `targetPort`: a whole number.
   *
   * @default - the port
   */
  readonly targetPort?: number;
}

/**
 * The identity of a gateway in Kubernetes.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayAccountValues {
  /**
   * Its annotations.
   *
   * Written as `annotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: any };

  /**
   * Whether it is made, rather than there.
   *
   * Written as `create`: true or false.
   *
   * @default - true
   */
  readonly create?: boolean;

  /**
   * The name of the account.
   *
   * Written as `name`: a string.
   *
   * @default - that of the gateway
   */
  readonly name?: string;
}

/**
 * What runs the pods of a gateway.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export enum GatewayWorkloadKind {
  /**
   * So many as are needed.
   */
  DEPLOYMENT = 'Deployment',

  /**
   * One a node.
   */
  DAEMON_SET = 'DaemonSet',
}
