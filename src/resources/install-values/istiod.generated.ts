// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImageVariant, IpFamily, IpFamilyPolicy, PodDisruptionValues, ResourceValues, UtilizationValues } from './common.generated';
import { LabelSelector } from '../config.generated';

/**
 * The control plane: how istiod runs, and what it may do.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface IstiodValues {
  /**
   * Near or far from which pods and nodes it runs.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - anywhere
   */
  readonly affinity?: any;

  /**
   * How fast replicas are added and removed.
   *
   * Written as `autoscaleBehavior`: an object of any form.
   *
   * @default - as Kubernetes does it
   */
  readonly autoscaleBehavior?: any;

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
   * Whether pods rely on Istio's CNI plugin rather than on a container of their own.
   *
   * Written as `cni`: `CniUsageValues`.
   *
   * @default - the defaults of its fields
   */
  readonly cni?: CniUsageValues;

  /**
   * Whether the mesh configuration is installed. Else istiod takes what it finds, or its own.
   *
   * Written as `configMap`: true or false.
   *
   * @default - true
   */
  readonly configMap?: boolean;

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
   * The ConfigMap in each namespace with revoked certificates.
   *
   * Written as `crlConfigMapName`: a string.
   *
   * @default - istio-ca-crl
   */
  readonly crlConfigMapName?: string;

  /**
   * Annotations of the Deployment.
   *
   * Written as `deploymentAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly deploymentAnnotations?: { readonly [key: string]: any };

  /**
   * Further labels of the Deployment.
   *
   * Written as `deploymentLabels`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly deploymentLabels?: { readonly [key: string]: any };

  /**
   * Whether istiod is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - as the component says
   */
  readonly enabled?: boolean;

  /**
   * Environment variables. Seven of them also change what is installed.
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
   * Further arguments of the container.
   *
   * Written as `extraContainerArgs`: a list, each item any value.
   *
   * @default - none
   */
  readonly extraContainerArgs?: any[];

  /**
   * Where its image is.
   *
   * Written as `hub`: a string.
   *
   * @default - that of global
   */
  readonly hub?: string;

  /**
   * The image: a name below `hub`, or a full one.
   *
   * Written as `image`: a string.
   *
   * @default - pilot
   */
  readonly image?: string;

  /**
   * Containers that run before it.
   *
   * Written as `initContainers`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly initContainers?: any[];

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
   * Whether istiod is in another cluster.
   *
   * Written as `istiodRemote`: `IstiodRemoteValues`.
   *
   * @default - the defaults of its fields
   */
  readonly istiodRemote?: IstiodRemoteValues;

  /**
   * A root certificate in PEM that is trusted when keys for tokens are fetched.
   *
   * Written as `jwksResolverExtraRootCA`: a string.
   *
   * @default - none
   */
  readonly jwksResolverExtraRootCA?: string;

  /**
   * How long a proxy stays with one istiod, so that load is spread.
   *
   * Written as `keepaliveMaxServerConnectionAge`: a string.
   *
   * @default - 30m
   */
  readonly keepaliveMaxServerConnectionAge?: string;

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
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   * @deprecated use k8s.nodeSelector of the component
   */
  readonly nodeSelector?: { readonly [key: string]: any };

  /**
   * How many pods may be missing while nodes are drained.
   *
   * Written as `pdb`: `PodDisruptionValues`.
   *
   * @default - `{"minAvailable":1}`
   */
  readonly pdb?: PodDisruptionValues;

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
   * Further labels of its pods.
   *
   * Written as `podLabels`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly podLabels?: { readonly [key: string]: any };

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
   * @default - `{"requests":{"cpu":"500m","memory":"2048Mi"}}`
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
   * The seccomp profile of the container.
   *
   * Written as `seccompProfile`: an object of any form.
   *
   * @default - that of the node
   */
  readonly seccompProfile?: any;

  /**
   * Annotations of its account.
   *
   * Written as `serviceAccountAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { readonly [key: string]: any };

  /**
   * Annotations of its Service.
   *
   * Written as `serviceAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { readonly [key: string]: any };

  /**
   * Annotations of the webhook that injects.
   *
   * Written as `sidecarInjectorWebhookAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly sidecarInjectorWebhookAnnotations?: { readonly [key: string]: any };

  /**
   * The tag of its image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of global
   */
  readonly tag?: any;

  /**
   * Whether istiod frees nodes on which the CNI plugin is ready.
   *
   * Written as `taint`: `TaintValues`.
   *
   * @default - the defaults of its fields
   */
  readonly taint?: TaintValues;

  /**
   * Where Kubernetes looks for the reason why it ended.
   *
   * Written as `terminationMessagePolicy`: a string.
   *
   * @default - as Kubernetes does it: the file
   */
  readonly terminationMessagePolicy?: string;

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
   * How it is spread over nodes and zones.
   *
   * Written as `topologySpreadConstraints`: a list, each item an object of any form.
   *
   * @default - by the scheduler
   */
  readonly topologySpreadConstraints?: any[];

  /**
   * How many of a hundred requests are traced, unless the mesh configuration says otherwise.
   *
   * Written as `traceSampling`: a number.
   *
   * @default - 1
   */
  readonly traceSampling?: number;

  /**
   * Which replicas clients prefer, as Services have it.
   *
   * Written as `trafficDistribution`: a string.
   *
   * @default - any
   */
  readonly trafficDistribution?: string;

  /**
   * The name of ztunnel's account, where it was changed.
   *
   * Written as `trustedZtunnelName`: a string.
   *
   * @default - ztunnel
   */
  readonly trustedZtunnelName?: string;

  /**
   * The namespace of ztunnel, where it is another one.
   *
   * Written as `trustedZtunnelNamespace`: a string.
   *
   * @default - that of istiod
   */
  readonly trustedZtunnelNamespace?: string;

  /**
   * The build of its image.
   *
   * Written as `variant`: one of the words of `ImageVariant`.
   *
   * @default - that of global
   */
  readonly variant?: ImageVariant;

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
 * Whether pods rely on Istio's CNI plugin.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface CniUsageValues {
  /**
   * Whether the plugin stands beside others.
   *
   * Written as `chained`: true or false.
   *
   * @default - true
   * @deprecated it has no effect any more
   */
  readonly chained?: boolean;

  /**
   * Whether the plugin redirects traffic, so that pods need no privileged container.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * How the plugin is called.
   *
   * Written as `provider`: one of the words of `CniProvider`.
   *
   * @default - default
   */
  readonly provider?: CniProvider;
}

/**
 * Whether istiod frees nodes on which the CNI plugin is ready. Who makes nodes must taint them.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TaintValues {
  /**
   * Whether it does.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * The taint that it removes.
   *
   * Written as `name`: a string.
   *
   * @default - cni.istio.io/not-ready
   */
  readonly name?: string;

  /**
   * The namespace of the CNI plugin, where it is another one.
   *
   * Written as `namespace`: a string.
   *
   * @default - that of istiod
   */
  readonly namespace?: string;
}

/**
 * Whether istiod is in another cluster, and this one has just what is needed to use it.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface IstiodRemoteValues {
  /**
   * Whether it is.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * Whether an istiod of this cluster injects all the same.
   *
   * Written as `enabledLocalInjectorIstiod`: true or false.
   *
   * @default - false
   */
  readonly enabledLocalInjectorIstiod?: boolean;

  /**
   * The certificate by which the API server knows who injects, in base64.
   *
   * Written as `injectionCABundle`: a string.
   *
   * @default - istiod writes it
   */
  readonly injectionCABundle?: string;

  /**
   * The path of the webhook; `/inject/cluster/NAME/net/NETWORK` tells cluster and network.
   *
   * Written as `injectionPath`: a string.
   *
   * @default - /inject
   */
  readonly injectionPath?: string;

  /**
   * Where pods are injected, not a Service of this cluster.
   *
   * Written as `injectionURL`: a string.
   *
   * @default - the Service of istiod
   */
  readonly injectionURL?: string;
}

/**
 * Which pods get a proxy, and what they get.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface InjectorValues {
  /**
   * Pods with such labels get a proxy, unless their annotation says otherwise.
   *
   * Written as `alwaysInjectSelector`: a list, each item `LabelSelector`.
   *
   * @default - none
   */
  readonly alwaysInjectSelector?: LabelSelector[];

  /**
   * The templates that hold where a pod names none.
   *
   * Written as `defaultTemplates`: a list, each item a string.
   *
   * @default - sidecar
   */
  readonly defaultTemplates?: string[];

  /**
   * Whether namespaces without a label are injected. One control plane of a cluster may do so.
   *
   * Written as `enableNamespacesByDefault`: true or false.
   *
   * @default - false
   */
  readonly enableNamespacesByDefault?: boolean;

  /**
   * Annotations that each injected pod gets.
   *
   * Written as `injectedAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly injectedAnnotations?: { readonly [key: string]: any };

  /**
   * Where pods are injected.
   *
   * Written as `injectionURL`: a string.
   *
   * @default - the Service of istiod
   * @deprecated use pilot.istiodRemote.injectionURL
   */
  readonly injectionURL?: string;

  /**
   * Pods with such labels get no proxy, unless their annotation says otherwise.
   *
   * Written as `neverInjectSelector`: a list, each item `LabelSelector`.
   *
   * @default - none
   */
  readonly neverInjectSelector?: LabelSelector[];

  /**
   * Whether the webhook is asked again after others changed a pod.
   *
   * Written as `reinvocationPolicy`: one of the words of `ReinvocationPolicy`.
   *
   * @default - Never
   */
  readonly reinvocationPolicy?: ReinvocationPolicy;

  /**
   * Whether probes of applications go by the agent, so that they work with mutual TLS.
   *
   * Written as `rewriteAppHTTPProbe`: true or false.
   *
   * @default - true
   */
  readonly rewriteAppHTTPProbe?: boolean;

  /**
   * Templates of your own, by name. A pod names them in `inject.istio.io/templates`.
   *
   * Written as `templates`: a map, each value a string.
   *
   * @default - Istio's own
   */
  readonly templates?: { readonly [key: string]: string };
}

/**
 * Whether proxies make metrics by themselves.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TelemetryValues {
  /**
   * Whether they do.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Where metrics go.
   *
   * Written as `v2`: `TelemetryV2Values`.
   *
   * @default - the defaults of its fields
   */
  readonly v2?: TelemetryV2Values;
}

/**
 * Where metrics go.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TelemetryV2Values {
  /**
   * Whether proxies make metrics.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Metrics for Prometheus.
   *
   * Written as `prometheus`: `TelemetryPrometheusValues`.
   *
   * @default - the defaults of its fields
   */
  readonly prometheus?: TelemetryPrometheusValues;

  /**
   * Metrics for Google Cloud.
   *
   * Written as `stackdriver`: `TelemetryStackdriverValues`.
   *
   * @default - the defaults of its fields
   */
  readonly stackdriver?: TelemetryStackdriverValues;
}

/**
 * Metrics for Prometheus.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TelemetryPrometheusValues {
  /**
   * Whether there are such metrics.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;
}

/**
 * Metrics for Google Cloud.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TelemetryStackdriverValues {
  /**
   * Whether there are such metrics.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;
}

/**
 * How the CNI plugin is called.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum CniProvider {
  /**
   * By the chain of plugins of the node.
   */
  DEFAULT = 'default',

  /**
   * By Multus, through a NetworkAttachmentDefinition.
   */
  MULTUS = 'multus',
}

/**
 * Whether a webhook is asked again.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ReinvocationPolicy {
  /**
   * Once is enough.
   */
  NEVER = 'Never',

  /**
   * Again when other webhooks changed the object.
   */
  IF_NEEDED = 'IfNeeded',
}
