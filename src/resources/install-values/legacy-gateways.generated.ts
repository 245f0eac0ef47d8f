// Generated from schema/ by `npx projen schema`. Do not edit.

import { ExternalTrafficPolicy, IpFamily, IpFamilyPolicy, ResourceValues, ServiceAccountValues, UtilizationValues } from './common.generated';

/**
 * The gateways of the installer, and what all gateways have that istiod makes.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewaysValues {
  /**
   * Whether there were gateways at all.
   *
   * Written as `enabled`: true or false.
   *
   * @default - by each of them
   * @deprecated it has no effect any more
   */
  readonly enabled?: boolean;

  /**
   * The egress gateway.
   *
   * Written as `istio-egressgateway`: `InstallerGatewayValues`.
   *
   * @default - those of the chart
   */
  readonly istioEgressgateway?: InstallerGatewayValues;

  /**
   * The ingress gateway.
   *
   * Written as `istio-ingressgateway`: `InstallerGatewayValues`.
   *
   * @default - those of the chart
   */
  readonly istioIngressgateway?: InstallerGatewayValues;

  /**
   * The seccomp profile of gateways that istiod makes.
   *
   * Written as `seccompProfile`: an object of any form.
   *
   * @default - that of the node
   */
  readonly seccompProfile?: any;

  /**
   * What pods of gateways may do that istiod makes.
   *
   * Written as `securityContext`: an object of any form.
   *
   * @default - bind to ports below 1024, and no more
   */
  readonly securityContext?: any;
}

/**
 * A gateway of the installer. The defaults are those of the ingress gateway.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface InstallerGatewayValues {
  /**
   * Further containers of its pods.
   *
   * Written as `additionalContainers`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly additionalContainers?: any[];

  /**
   * Whether replicas are added and removed by load.
   *
   * Written as `autoscaleEnabled`: true or false.
   *
   * @default - true
   */
  readonly autoscaleEnabled?: boolean;

  /**
   * The most replicas.
   *
   * Written as `autoscaleMax`: a whole number, 0 or more.
   *
   * @default - 5
   */
  readonly autoscaleMax?: number;

  /**
   * The fewest replicas.
   *
   * Written as `autoscaleMin`: a whole number, 0 or more.
   *
   * @default - 1
   */
  readonly autoscaleMin?: number;

  /**
   * ConfigMaps that its container mounts.
   *
   * Written as `configVolumes`: a list, each item `GatewayConfigVolumeValues`.
   *
   * @default - none
   */
  readonly configVolumes?: GatewayConfigVolumeValues[];

  /**
   * How busy it may be before there is another replica.
   *
   * Written as `cpu`: `UtilizationValues`.
   *
   * @default - `{"targetAverageUtilization":80}`
   * @deprecated use k8s.hpaSpec of the component
   */
  readonly cpu?: UtilizationValues;

  /**
   * Whether you bring its Service yourself.
   *
   * Written as `customService`: true or false.
   *
   * @default - false
   */
  readonly customService?: boolean;

  /**
   * Further ports of the Service of an egress gateway.
   *
   * Written as `egressPorts`: a list, each item `GatewayIngressPortValues`.
   *
   * @default - none
   */
  readonly egressPorts?: GatewayIngressPortValues[];

  /**
   * Whether it is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - as the component says
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
   * Which nodes serve traffic from outside.
   *
   * Written as `externalTrafficPolicy`: one of the words of `ExternalTrafficPolicy`.
   *
   * @default - all
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;

  /**
   * Further ports of the Service, with the port of the pod beside them.
   *
   * Written as `ingressPorts`: a list, each item `GatewayIngressPortValues`.
   *
   * @default - none
   */
  readonly ingressPorts?: GatewayIngressPortValues[];

  /**
   * The template by which its pods are injected.
   *
   * Written as `injectionTemplate`: a string.
   *
   * @default - they bring their own proxy
   */
  readonly injectionTemplate?: string;

  /**
   * Kinds of addresses of its Service.
   *
   * Written as `ipFamilies`: a list, each item one of the words of `IpFamily`.
   *
   * @default - those of the cluster
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Of which kinds its Service has addresses.
   *
   * Written as `ipFamilyPolicy`: one of the words of `IpFamilyPolicy`.
   *
   * @default - that of the cluster
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Labels of its objects, by which Gateways select its pods.
   *
   * Written as `labels`: a map, each value a string, a number, true or false.
   *
   * @default - `{"app":"istio-ingressgateway","istio":"ingressgateway"}`
   */
  readonly labels?: { readonly [key: string]: any };

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
   * How much memory it may use before there is another replica.
   *
   * Written as `memory`: `UtilizationValues`.
   *
   * @default - not watched
   * @deprecated use k8s.hpaSpec of the component
   */
  readonly memory?: UtilizationValues;

  /**
   * The name of the gateway.
   *
   * Written as `name`: a string.
   *
   * @default - istio-ingressgateway
   */
  readonly name?: string;

  /**
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   * @deprecated use k8s.nodeSelector of the component
   */
  readonly nodeSelector?: { readonly [key: string]: any };

  /**
   * Further annotations of its pods.
   *
   * Written as `podAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   * @deprecated use k8s.podAnnotations of the component
   */
  readonly podAnnotations?: { readonly [key: string]: any };

  /**
   * Pods that it must not share a node with.
   *
   * Written as `podAntiAffinityLabelSelector`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use k8s.affinity of the component
   */
  readonly podAntiAffinityLabelSelector?: any[];

  /**
   * Pods that it should not share a node with.
   *
   * Written as `podAntiAffinityTermLabelSelector`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use k8s.affinity of the component
   */
  readonly podAntiAffinityTermLabelSelector?: any[];

  /**
   * The ports of its Service. Load balancers may check the first.
   *
   * Written as `ports`: a list, each item `GatewayPortValues`.
   *
   * @default - 15021, 80 and 443
   */
  readonly ports?: GatewayPortValues[];

  /**
   * How many replicas there are when they do not go by load.
   *
   * Written as `replicaCount`: a whole number, 0 or more.
   *
   * @default - 1
   * @deprecated use k8s.replicaCount of the component
   */
  readonly replicaCount?: number;

  /**
   * What it asks for, and may use at most.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"2000m","memory":"1024Mi"}}`
   * @deprecated use k8s.resources of the component
   */
  readonly resources?: ResourceValues;

  /**
   * How many pods may be added while it is updated.
   *
   * Written as `rollingMaxSurge`: a whole number or a string.
   *
   * @default - 100%
   * @deprecated use k8s.strategy of the component
   */
  readonly rollingMaxSurge?: any;

  /**
   * How many pods may be missing while it is updated.
   *
   * Written as `rollingMaxUnavailable`: a whole number or a string.
   *
   * @default - 25%
   * @deprecated use k8s.strategy of the component
   */
  readonly rollingMaxUnavailable?: any;

  /**
   * Whether its container runs as root, so that it may bind to ports below 1024.
   *
   * Written as `runAsRoot`: true or false.
   *
   * @default - false
   */
  readonly runAsRoot?: boolean;

  /**
   * Secrets that its container mounts.
   *
   * Written as `secretVolumes`: a list, each item `GatewaySecretVolumeValues`.
   *
   * @default - certificates of its name, where there are some
   */
  readonly secretVolumes?: GatewaySecretVolumeValues[];

  /**
   * Its identity in Kubernetes.
   *
   * Written as `serviceAccount`: `ServiceAccountValues`.
   *
   * @default - the defaults of its fields
   */
  readonly serviceAccount?: ServiceAccountValues;

  /**
   * Annotations of its Service.
   *
   * Written as `serviceAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { readonly [key: string]: any };

  /**
   * The tag of its image; the component sets it.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of global
   */
  readonly tag?: any;

  /**
   * Taints that do not keep it away.
   *
   * Written as `tolerations`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use k8s.tolerations of the component
   */
  readonly tolerations?: any[];

  /**
   * The type of its Service.
   *
   * Written as `type`: one of the words of `GatewayServiceType`.
   *
   * @default - LoadBalancer
   */
  readonly type?: GatewayServiceType;
}

/**
 * A port of a gateway's Service.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayPortValues {
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
 * A further port of a gateway's Service.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayIngressPortValues {
  /**
   * The name of the port.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The port of the Service.
   *
   * Written as `port`: a whole number.
   *
   * @default - must be set
   */
  readonly port?: number;
}

/**
 * A Secret that a gateway's container mounts. It need not be there.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewaySecretVolumeValues {
  /**
   * Where it is mounted.
   *
   * Written as `mountPath`: a string.
   *
   * @default - must be set
   */
  readonly mountPath?: string;

  /**
   * The name of the volume.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * The Secret.
   *
   * Written as `secretName`: a string.
   *
   * @default - must be set
   */
  readonly secretName?: string;
}

/**
 * A ConfigMap that a gateway's container mounts. It need not be there.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export interface GatewayConfigVolumeValues {
  /**
   * The ConfigMap.
   *
   * Written as `configMapName`: a string.
   *
   * @default - must be set
   */
  readonly configMapName?: string;

  /**
   * Where it is mounted.
   *
   * Written as `mountPath`: a string.
   *
   * @default - must be set
   */
  readonly mountPath?: string;

  /**
   * The name of the volume.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;
}

/**
 * The protocol below a port.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export enum GatewayPortProtocol {
  /**
   * Connections.
   */
  TCP = 'TCP',

  /**
   * Packets.
   */
  UDP = 'UDP',

  /**
   * Messages in streams.
   */
  SCTP = 'SCTP',
}

/**
 * The type of a gateway's Service.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export enum GatewayServiceType {
  /**
   * With a load balancer of the cloud.
   */
  LOAD_BALANCER = 'LoadBalancer',

  /**
   * With a port of every node.
   */
  NODE_PORT = 'NodePort',

  /**
   * Within the cluster alone.
   */
  CLUSTER_IP = 'ClusterIP',
}
