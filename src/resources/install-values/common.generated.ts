// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * What a container asks for, and may use at most.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ResourceValues {
  /**
   * The most that it gets, by resource: `cpu`, `memory`.
   *
   * Written as `limits`: a map, each value a string, a number, true or false.
   *
   * @default - no limit
   */
  readonly limits?: { readonly [key: string]: any };

  /**
   * What a node must have free for it, by resource.
   *
   * Written as `requests`: a map, each value a string, a number, true or false.
   *
   * @default - the limits
   */
  readonly requests?: { readonly [key: string]: any };
}

/**
 * How busy a component may be before there is another one of it.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface UtilizationValues {
  /**
   * Percent of what it requests, on average.
   *
   * Written as `targetAverageUtilization`: a whole number.
   *
   * @default - not watched
   */
  readonly targetAverageUtilization?: number;
}

/**
 * Whether NetworkPolicies are installed.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface NetworkPolicyValues {
  /**
   * Whether each component gets a NetworkPolicy that lets in what it serves.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;
}

/**
 * What components log.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface LoggingValues {
  /**
   * Levels by scope, parted by commas: `default:info,ads:debug`.
   *
   * Written as `level`: a string.
   *
   * @default - default:info
   */
  readonly level?: string;
}

/**
 * The identity of a gateway's pods in Kubernetes.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ServiceAccountValues {
  /**
   * Its annotations.
   *
   * Written as `annotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: any };
}

/**
 * How many pods may be missing while nodes are drained. There is no such limit with a single replica.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface PodDisruptionValues {
  /**
   * How many may be missing, as a number or a percentage. Set this or `minAvailable`.
   *
   * Written as `maxUnavailable`: a whole number or a string.
   *
   * @default - see minAvailable
   */
  readonly maxUnavailable?: any;

  /**
   * How many must be left, as a number or a percentage.
   *
   * Written as `minAvailable`: a whole number or a string.
   *
   * @default - no limit
   */
  readonly minAvailable?: any;

  /**
   * What becomes of pods that are not ready.
   *
   * Written as `unhealthyPodEvictionPolicy`: one of the words of `UnhealthyPodEviction`.
   *
   * @default - as Kubernetes does it: `IfHealthyBudget`
   */
  readonly unhealthyPodEvictionPolicy?: UnhealthyPodEviction;
}

/**
 * A quota that lets critical pods into the namespace, which some platforms demand.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ResourceQuotaValues {
  /**
   * Whether the quota is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * How many such pods the namespace may have.
   *
   * Written as `pods`: a whole number, 0 or more.
   *
   * @default - 5000
   */
  readonly pods?: number;
}

/**
 * When a node pulls an image.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ImagePullPolicy {
  /**
   * Each time.
   */
  ALWAYS = 'Always',

  /**
   * When it does not have it.
   */
  IF_NOT_PRESENT = 'IfNotPresent',

  /**
   * Never: it must be there.
   */
  NEVER = 'Never',
}

/**
 * A build of the images.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ImageVariant {
  /**
   * With tools for debugging.
   */
  DEBUG = 'debug',

  /**
   * With nothing but the program.
   */
  DISTROLESS = 'distroless',
}

/**
 * What becomes of pods that are not ready while nodes are drained.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum UnhealthyPodEviction {
  /**
   * They stay unless enough others are healthy.
   */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',

  /**
   * They may always go.
   */
  ALWAYS_ALLOW = 'AlwaysAllow',
}

/**
 * A kind of addresses.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum IpFamily {
  /**
   * Addresses of 32 bits.
   */
  I_PV4 = 'IPv4',

  /**
   * Addresses of 128 bits.
   */
  I_PV6 = 'IPv6',
}

/**
 * Of which kinds a Service has addresses.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum IpFamilyPolicy {
  /**
   * Of one.
   */
  SINGLE_STACK = 'SingleStack',

  /**
   * Of both where the cluster has both.
   */
  PREFER_DUAL_STACK = 'PreferDualStack',

  /**
   * Of both.
   */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/**
 * Which nodes serve traffic from outside.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ExternalTrafficPolicy {
  /**
   * All of them. The address of the client is lost.
   */
  CLUSTER = 'Cluster',

  /**
   * Those with a pod of the gateway. The address of the client is kept.
   */
  LOCAL = 'Local',
}

/**
 * Which part of the objects is installed.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ResourceScope {
  /**
   * All of them.
   */
  ALL = 'all',

  /**
   * Those without a namespace, for who owns the cluster.
   */
  CLUSTER = 'cluster',

  /**
   * Those with a namespace, for who owns the mesh.
   */
  NAMESPACE = 'namespace',
}
