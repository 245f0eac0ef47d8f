// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImagePullPolicy, ImageVariant, IpFamily, IpFamilyPolicy, LoggingValues, NetworkPolicyValues, ResourceScope, ResourceValues } from './common.generated';
import { ProxyValues, TracerValues } from './proxy.generated';
import { MeshNetwork } from '../network.generated';

/**
 * Values that several components read. They must be the same for all of them.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface GlobalValues {
  /**
   * The proxy of the class istio-agentgateway.
   *
   * Written as `agentgateway`: `AgentgatewayValues`.
   *
   * @default - Istio's own image
   */
  readonly agentgateway?: AgentgatewayValues;

  /**
   * How much a CPU architecture is preferred, 0 (never) to 3, by name: `amd64`, `arm64`, `ppc64le`, `s390x`. For the gateways of the
   * installer.
   *
   * Written as `arch`: a map, each value a whole number, 0 or more.
   *
   * @default - all alike
   * @deprecated use affinity
   */
  readonly arch?: { readonly [key: string]: number };

  /**
   * Host and port of the authority that signs certificates.
   *
   * Written as `caAddress`: a string.
   *
   * @default - istiod
   */
  readonly caAddress?: string;

  /**
   * The name of the authority, such as `GkeWorkloadCertificate`.
   *
   * Written as `caName`: a string.
   *
   * @default - by other settings
   */
  readonly caName?: string;

  /**
   * Signers of Kubernetes that istiod may approve certificates for.
   *
   * Written as `certSigners`: a list, each item a string.
   *
   * @default - none
   */
  readonly certSigners?: string[];

  /**
   * Whether a remote cluster holds the configuration of an external istiod.
   *
   * Written as `configCluster`: true or false.
   *
   * @default - false
   */
  readonly configCluster?: boolean;

  /**
   * Whether a webhook checks configuration of Istio when it is applied.
   *
   * Written as `configValidation`: true or false.
   *
   * @default - true
   */
  readonly configValidation?: boolean;

  /**
   * Labels that nodes must have, for the gateways of the installer.
   *
   * Written as `defaultNodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   * @deprecated use nodeSelector of the gateway
   */
  readonly defaultNodeSelector?: { readonly [key: string]: any };

  /**
   * Whether components keep a pod while nodes are drained.
   *
   * Written as `defaultPodDisruptionBudget`: `DefaultDisruptionValues`.
   *
   * @default - the defaults of its fields
   */
  readonly defaultPodDisruptionBudget?: DefaultDisruptionValues;

  /**
   * What components ask for that say nothing themselves.
   *
   * Written as `defaultResources`: `DefaultResourcesValues`.
   *
   * @default - `{"requests":{"cpu":"10m"}}`
   * @deprecated use resources of the component
   */
  readonly defaultResources?: DefaultResourcesValues;

  /**
   * Taints that do not keep pods away, for the gateways of the installer.
   *
   * Written as `defaultTolerations`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use tolerations of the gateway
   */
  readonly defaultTolerations?: any[];

  /**
   * Whether there is an account by which istiods of other clusters read this one.
   *
   * Written as `enableReaderRBAC`: true or false.
   *
   * @default - true
   */
  readonly enableReaderRBAC?: boolean;

  /**
   * Whether this istiod serves remote clusters.
   *
   * Written as `externalIstiod`: true or false.
   *
   * @default - false
   */
  readonly externalIstiod?: boolean;

  /**
   * Where images are, without tag.
   *
   * Written as `hub`: a string.
   *
   * @default - registry.istio.io/release
   */
  readonly hub?: string;

  /**
   * When nodes pull images.
   *
   * Written as `imagePullPolicy`: one of the words of `ImagePullPolicy`.
   *
   * @default - as Kubernetes does it: always for the tag latest, else when it is missing
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Secrets by which images are pulled, in each namespace.
   *
   * Written as `imagePullSecrets`: a list, each item a string.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Kinds of addresses of Services that istiod makes for gateways.
   *
   * Written as `ipFamilies`: a list, each item one of the words of `IpFamily`.
   *
   * @default - those of the cluster
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Of which kinds Services have addresses that istiod makes for gateways.
   *
   * Written as `ipFamilyPolicy`: one of the words of `IpFamilyPolicy`.
   *
   * @default - that of the cluster
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * What istiod does beside its work.
   *
   * Written as `istiod`: `IstiodGlobalValues`.
   *
   * @default - the defaults of its fields
   */
  readonly istiod?: IstiodGlobalValues;

  /**
   * The namespace of the control plane.
   *
   * Written as `istioNamespace`: a string.
   *
   * @default - istio-system
   */
  readonly istioNamespace?: string;

  /**
   * How tokens were checked.
   *
   * Written as `jwtPolicy`: a string.
   *
   * @default - Istio's own
   * @deprecated it has no effect any more
   */
  readonly jwtPolicy?: string;

  /**
   * Whether components log JSON.
   *
   * Written as `logAsJson`: true or false.
   *
   * @default - false
   */
  readonly logAsJson?: boolean;

  /**
   * What components log.
   *
   * Written as `logging`: `LoggingValues`.
   *
   * @default - the defaults of its fields
   */
  readonly logging?: LoggingValues;

  /**
   * The name of the mesh in telemetry; the same in all its clusters.
   *
   * Written as `meshID`: a string.
   *
   * @default - the trust domain
   */
  readonly meshID?: string;

  /**
   * The networks of the mesh, by name, where clusters cannot reach each other directly.
   *
   * Written as `meshNetworks`: a map, each value `MeshNetwork`.
   *
   * @default - a single one
   */
  readonly meshNetworks?: { readonly [key: string]: MeshNetwork };

  /**
   * Whether proxies take their certificate from a Secret rather than from istiod.
   *
   * Written as `mountMtlsCerts`: true or false.
   *
   * @default - false
   */
  readonly mountMtlsCerts?: boolean;

  /**
   * The cluster's place in a mesh of several.
   *
   * Written as `multiCluster`: `MultiClusterValues`.
   *
   * @default - the defaults of its fields
   */
  readonly multiCluster?: MultiClusterValues;

  /**
   * Whether traffic is redirected with nftables rather than iptables; the same for istiod and CNI.
   *
   * Written as `nativeNftables`: true or false.
   *
   * @default - false
   */
  readonly nativeNftables?: boolean;

  /**
   * The network of the cluster, one of `meshNetworks`.
   *
   * Written as `network`: a string.
   *
   * @default - the only one
   */
  readonly network?: string;

  /**
   * Whether NetworkPolicies are installed.
   *
   * Written as `networkPolicy`: `NetworkPolicyValues`.
   *
   * @default - the defaults of its fields
   */
  readonly networkPolicy?: NetworkPolicyValues;

  /**
   * Whether the template of the injector is left out.
   *
   * Written as `omitSidecarInjectorConfigMap`: true or false.
   *
   * @default - false
   */
  readonly omitSidecarInjectorConfigMap?: boolean;

  /**
   * Whether somebody else installs the webhooks.
   *
   * Written as `operatorManageWebhooks`: true or false.
   *
   * @default - false
   */
  readonly operatorManageWebhooks?: boolean;

  /**
   * Who signs istiod's own certificate: `istiod`, `custom`, `none`, or `k8s.io/` with the name of a signer.
   *
   * Written as `pilotCertProvider`: a string.
   *
   * @default - istiod
   */
  readonly pilotCertProvider?: string;

  /**
   * The platform, where it needs other settings: `openshift`, `gke`.
   *
   * Written as `platform`: a string.
   *
   * @default - none in particular
   */
  readonly platform?: string;

  /**
   * Domains in which pods look for short names, too.
   *
   * Written as `podDNSSearchNamespaces`: a list, each item a string.
   *
   * @default - none
   */
  readonly podDNSSearchNamespaces?: string[];

  /**
   * How important pods of the control plane are to the scheduler.
   *
   * Written as `priorityClassName`: a string.
   *
   * @default - none
   * @deprecated use the priority of the component
   */
  readonly priorityClassName?: string;

  /**
   * How proxies are, in pods and gateways.
   *
   * Written as `proxy`: `ProxyValues`.
   *
   * @default - the defaults of its fields
   */
  readonly proxy?: ProxyValues;

  /**
   * How traffic of a pod is redirected to its proxy.
   *
   * Written as `proxy_init`: `ProxyInitValues`.
   *
   * @default - the defaults of its fields
   */
  readonly proxyInit?: ProxyInitValues;

  /**
   * An account of your own by which istiods of other clusters read this one.
   *
   * Written as `readerServiceAccount`: `ReaderAccountValues`.
   *
   * @default - istio-reader-service-account
   */
  readonly readerServiceAccount?: ReaderAccountValues;

  /**
   * Host or address of an istiod outside this cluster.
   *
   * Written as `remotePilotAddress`: a string.
   *
   * @default - istiod is in this cluster
   */
  readonly remotePilotAddress?: string;

  /**
   * Which part of the objects is installed.
   *
   * Written as `resourceScope`: one of the words of `ResourceScope`.
   *
   * @default - all
   */
  readonly resourceScope?: ResourceScope;

  /**
   * The revision that the components belong to.
   *
   * Written as `revision`: a string.
   *
   * @default - none
   * @deprecated use revision beside global
   */
  readonly revision?: string;

  /**
   * How proxies prove who they are when they ask for certificates.
   *
   * Written as `sds`: `SdsValues`.
   *
   * @default - the defaults of its fields
   */
  readonly sds?: SdsValues;

  /**
   * Whether proxies exchange tokens.
   *
   * Written as `sts`: `StsValues`.
   *
   * @default - the defaults of its fields
   */
  readonly sts?: StsValues;

  /**
   * The tag of images.
   *
   * Written as `tag`: a string.
   *
   * @default - 1.31.4
   */
  readonly tag?: string;

  /**
   * Where traces go, for the tracer that `proxy.tracer` names.
   *
   * Written as `tracer`: `TracerValues`.
   *
   * @default - nowhere
   */
  readonly tracer?: TracerValues;

  /**
   * The ConfigMap in each namespace with istiod's root certificate.
   *
   * Written as `trustBundleName`: a string.
   *
   * @default - istio-ca-root-cert
   */
  readonly trustBundleName?: string;

  /**
   * The first part of every identity, for gateways of ztunnel's kind.
   *
   * Written as `trustDomain`: a string.
   *
   * @default - that of the mesh configuration
   */
  readonly trustDomain?: string;

  /**
   * The build of the images.
   *
   * Written as `variant`: one of the words of `ImageVariant`.
   *
   * @default - the usual one
   */
  readonly variant?: ImageVariant;

  /**
   * How waypoints run.
   *
   * Written as `waypoint`: `WaypointValues`.
   *
   * @default - the defaults of its fields
   */
  readonly waypoint?: WaypointValues;
}

/**
 * The proxy of the class istio-agentgateway.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface AgentgatewayValues {
  /**
   * The image, with its place and tag.
   *
   * Written as `image`: a string.
   *
   * @default - Istio's own
   */
  readonly image?: string;
}

/**
 * Whether components keep a pod while nodes are drained.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface DefaultDisruptionValues {
  /**
   * Whether each component with more than one replica gets a PodDisruptionBudget.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;
}

/**
 * What components ask for that say nothing themselves.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface DefaultResourcesValues {
  /**
   * What a node must have free for them.
   *
   * Written as `requests`: `DefaultRequestsValues`.
   *
   * @default - nothing
   */
  readonly requests?: DefaultRequestsValues;
}

/**
 * What a node must have free for a component.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface DefaultRequestsValues {
  /**
   * Of its CPU, such as `10m`.
   *
   * Written as `cpu`: a string.
   *
   * @default - nothing
   */
  readonly cpu?: string;

  /**
   * Of its memory, such as `128Mi`.
   *
   * Written as `memory`: a string.
   *
   * @default - nothing
   */
  readonly memory?: string;
}

/**
 * What istiod does beside its work.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface IstiodGlobalValues {
  /**
   * Whether istiod analyzes configuration, and writes what it finds into its status.
   *
   * Written as `enableAnalysis`: true or false.
   *
   * @default - false
   */
  readonly enableAnalysis?: boolean;
}

/**
 * The cluster's place in a mesh of several.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface MultiClusterValues {
  /**
   * The name of the cluster, by which proxies and istiods know it.
   *
   * Written as `clusterName`: a string.
   *
   * @default - Kubernetes
   */
  readonly clusterName?: string;

  /**
   * Whether clusters were connected by their gateways.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   * @deprecated it has no effect any more
   */
  readonly enabled?: boolean;

  /**
   * The domain of services of other clusters.
   *
   * Written as `globalDomainSuffix`: a string.
   *
   * @default - global
   * @deprecated it has no effect any more
   */
  readonly globalDomainSuffix?: string;

  /**
   * Whether names with that domain are translated.
   *
   * Written as `includeEnvoyFilter`: true or false.
   *
   * @default - false
   * @deprecated it has no effect any more
   */
  readonly includeEnvoyFilter?: boolean;
}

/**
 * The container that redirects traffic of a pod to its proxy.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ProxyInitValues {
  /**
   * Whether rules are written anew even where they seem to be there; may fail for good.
   *
   * Written as `forceApplyIptables`: true or false.
   *
   * @default - false
   */
  readonly forceApplyIptables?: boolean;

  /**
   * The image of the container.
   *
   * Written as `image`: a string.
   *
   * @default - proxyv2
   */
  readonly image?: string;

  /**
   * What it asks for.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - what the proxy asks for
   * @deprecated use resources of the proxy
   */
  readonly resources?: ResourceValues;
}

/**
 * An account of your own by which istiods of other clusters read this one.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ReaderAccountValues {
  /**
   * The name of the account.
   *
   * Written as `name`: a string.
   *
   * @default - istio-reader-service-account
   */
  readonly name?: string;

  /**
   * The namespace of the account.
   *
   * Written as `namespace`: a string.
   *
   * @default - that of the control plane
   */
  readonly namespace?: string;
}

/**
 * How proxies prove who they are when they ask for certificates.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface SdsValues {
  /**
   * The token of the service account that they show.
   *
   * Written as `token`: `SdsTokenValues`.
   *
   * @default - the defaults of its fields
   */
  readonly token?: SdsTokenValues;
}

/**
 * The token of the service account that a proxy shows.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface SdsTokenValues {
  /**
   * For whom the token is meant: the audience that istiod expects.
   *
   * Written as `aud`: a string.
   *
   * @default - istio-ca
   */
  readonly aud?: string;
}

/**
 * The agent's service that exchanges tokens.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface StsValues {
  /**
   * Its port; 0 for none.
   *
   * Written as `servicePort`: a whole number, 0 or more.
   *
   * @default - 0
   */
  readonly servicePort?: number;
}

/**
 * How waypoints run.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface WaypointValues {
  /**
   * Near or far from which pods and nodes they run.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - anywhere
   */
  readonly affinity?: any;

  /**
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: any };

  /**
   * What they ask for, and may use at most.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"2","memory":"1Gi"}}`
   */
  readonly resources?: ResourceValues;

  /**
   * Taints that do not keep them away, by the name that the installer checks and nothing reads.
   *
   * Written as `toleration`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use tolerations
   */
  readonly toleration?: any[];

  /**
   * Taints that do not keep them away.
   *
   * Written as `tolerations`: a list, each item an object of any form.
   *
   * @default - none
   */
  readonly tolerations?: any[];

  /**
   * How they are spread over nodes and zones.
   *
   * Written as `topologySpreadConstraints`: a list, each item an object of any form.
   *
   * @default - by the scheduler
   */
  readonly topologySpreadConstraints?: any[];
}
