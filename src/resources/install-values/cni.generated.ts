// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImagePullPolicy, ImageVariant, ResourceQuotaValues, ResourceValues } from './common.generated';
import { CniProvider } from './istiod.generated';

/**
 * Istio's CNI plugin: it redirects traffic of pods, so that they need no privileged container.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/cni/
 */
export interface CniValues {
  /**
   * Near or far from which pods and nodes it runs.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - on every node
   */
  readonly affinity?: any;

  /**
   * Whether and how it redirects traffic of ambient pods.
   *
   * Written as `ambient`: `CniAmbientValues`.
   *
   * @default - the defaults of its fields
   */
  readonly ambient?: CniAmbientValues;

  /**
   * Whether it stands in the chain of another plugin rather than in a file of its own.
   *
   * Written as `chained`: true or false.
   *
   * @default - true
   */
  readonly chained?: boolean;

  /**
   * The folder of plugins on the node.
   *
   * Written as `cniBinDir`: a string.
   *
   * @default - /opt/cni/bin
   */
  readonly cniBinDir?: string;

  /**
   * The folder of their configuration on the node.
   *
   * Written as `cniConfDir`: a string.
   *
   * @default - /etc/cni/net.d
   */
  readonly cniConfDir?: string;

  /**
   * The file into which it writes itself.
   *
   * Written as `cniConfFileName`: a string.
   *
   * @default - the first one of the folder
   */
  readonly cniConfFileName?: string;

  /**
   * The folder of network namespaces on the node.
   *
   * Written as `cniNetnsDir`: a string.
   *
   * @default - /var/run/netns
   */
  readonly cniNetnsDir?: string;

  /**
   * Further labels of the DaemonSet.
   *
   * Written as `daemonSetLabels`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly daemonSetLabels?: { readonly [key: string]: any };

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
   * Namespaces whose pods are left alone.
   *
   * Written as `excludeNamespaces`: a list, each item a string.
   *
   * @default - `["kube-system"]`
   */
  readonly excludeNamespaces?: string[];

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
   * @default - install-cni
   */
  readonly image?: string;

  /**
   * Whether it keeps a file of its own, with the whole chain in it.
   *
   * Written as `istioOwnedCNIConfig`: true or false.
   *
   * @default - false
   */
  readonly istioOwnedCNIConfig?: boolean;

  /**
   * The name of that file.
   *
   * Written as `istioOwnedCNIConfigFileName`: a string.
   *
   * @default - 02-istio-cni.conflist
   */
  readonly istioOwnedCNIConfigFileName?: string;

  /**
   * What the plugin logs.
   *
   * Written as `logLevel`: a string.
   *
   * @default - by global.logging
   * @deprecated use global.logging.level with cni:debug
   */
  readonly logLevel?: string;

  /**
   * What it logs.
   *
   * Written as `logging`: `CniLoggingValues`.
   *
   * @default - `{"level":""}`
   */
  readonly logging?: CniLoggingValues;

  /**
   * Further annotations of its pods.
   *
   * Written as `podAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - none
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
   * Whether the container was privileged.
   *
   * Written as `privileged`: true or false.
   *
   * @default - false
   * @deprecated it has no effect any more
   */
  readonly privileged?: boolean;

  /**
   * How it is called.
   *
   * Written as `provider`: one of the words of `CniProvider`.
   *
   * @default - default
   */
  readonly provider?: CniProvider;

  /**
   * The role for a PodSecurityPolicy.
   *
   * Written as `pspClusterRole`: a string.
   *
   * @default - none
   * @deprecated it has no effect any more
   */
  readonly pspClusterRole?: string;

  /**
   * When nodes pull the image.
   *
   * Written as `pullPolicy`: one of the words of `ImagePullPolicy`.
   *
   * @default - that of global
   */
  readonly pullPolicy?: ImagePullPolicy;

  /**
   * What becomes of pods that started before the plugin was ready.
   *
   * Written as `repair`: `CniRepairValues`.
   *
   * @default - the defaults of its fields
   */
  readonly repair?: CniRepairValues;

  /**
   * A quota that lets critical pods into the namespace.
   *
   * Written as `resourceQuotas`: `ResourceQuotaValues`.
   *
   * @default - the defaults of its fields
   */
  readonly resourceQuotas?: ResourceQuotaValues;

  /**
   * What it asks for, and may use at most.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"100m","memory":"100Mi"}}`
   */
  readonly resources?: ResourceValues;

  /**
   * How many nodes may be without it while it is updated.
   *
   * Written as `rollingMaxUnavailable`: a whole number or a string.
   *
   * @default - see updateStrategy
   * @deprecated use updateStrategy
   */
  readonly rollingMaxUnavailable?: any;

  /**
   * SELinux labels of its pods; `type: spc_t` on some platforms.
   *
   * Written as `seLinuxOptions`: an object of any form.
   *
   * @default - those of the node
   */
  readonly seLinuxOptions?: any;

  /**
   * The seccomp profile of the container.
   *
   * Written as `seccompProfile`: an object of any form.
   *
   * @default - that of the node
   */
  readonly seccompProfile?: any;

  /**
   * The tag of its image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of global
   */
  readonly tag?: any;

  /**
   * Seconds that it has to end. More keep new pods from failing while it is updated.
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
   * @default - `[{"effect":"NoSchedule","operator":"Exists"},{"key":"CriticalAddonsOnly","operator":"Exists"},{"effect":"NoExecute","operator":"Exists"}]`
   */
  readonly tolerations?: any[];

  /**
   * How it is updated, as DaemonSets have it.
   *
   * Written as `updateStrategy`: an object of any form.
   *
   * @default - `{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":1}}`
   */
  readonly updateStrategy?: any;

  /**
   * Whether AppArmor is set by annotation, for Kubernetes before 1.30.
   *
   * Written as `useAppArmorAnnotation`: true or false.
   *
   * @default - true
   */
  readonly useAppArmorAnnotation?: boolean;

  /**
   * The build of its image.
   *
   * Written as `variant`: one of the words of `ImageVariant`.
   *
   * @default - that of global
   */
  readonly variant?: ImageVariant;
}

/**
 * What the CNI plugin logs.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/cni/
 */
export interface CniLoggingValues {
  /**
   * Levels by scope, parted by commas.
   *
   * Written as `level`: a string.
   *
   * @default - those of global
   */
  readonly level?: string;
}

/**
 * Whether and how the plugin redirects traffic of ambient pods.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/cni/
 */
export interface CniAmbientValues {
  /**
   * The folder of its configuration.
   *
   * Written as `configDir`: a string.
   *
   * @default - /etc/ambient-config
   */
  readonly configDir?: string;

  /**
   * Whether lookups of names are redirected, too.
   *
   * Written as `dnsCapture`: true or false.
   *
   * @default - true
   */
  readonly dnsCapture?: boolean;

  /**
   * Whether it asks again when it cannot tell whether a pod is ambient.
   *
   * Written as `enableAmbientDetectionRetry`: true or false.
   *
   * @default - false
   */
  readonly enableAmbientDetectionRetry?: boolean;

  /**
   * Whether it does.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * Which pods are ambient: those that match one of these.
   *
   * Written as `enablementSelectors`: a list, each item an object of any form.
   *
   * @default - those with the label istio.io/dataplane-mode: ambient, themselves or on their namespace
   */
  readonly enablementSelectors?: any[];

  /**
   * Whether traffic over IPv6 is redirected, too.
   *
   * Written as `ipv6`: true or false.
   *
   * @default - true
   */
  readonly ipv6?: boolean;

  /**
   * Whether rules that an older release left are put right at the start.
   *
   * Written as `reconcileIptablesOnStartup`: true or false.
   *
   * @default - true
   */
  readonly reconcileIptablesOnStartup?: boolean;

  /**
   * Whether it runs in the network of the node.
   *
   * Written as `shareHostNetworkNamespace`: true or false.
   *
   * @default - false
   */
  readonly shareHostNetworkNamespace?: boolean;
}

/**
 * What becomes of pods that started before the plugin was ready. One of three ways: repair, delete or label.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/cni/
 */
export interface CniRepairValues {
  /**
   * The label of such pods.
   *
   * Written as `brokenPodLabelKey`: a string.
   *
   * @default - cni.istio.io/uninitialized
   */
  readonly brokenPodLabelKey?: string;

  /**
   * The value of that label.
   *
   * Written as `brokenPodLabelValue`: a string.
   *
   * @default - true
   */
  readonly brokenPodLabelValue?: string;

  /**
   * Whether an event was made.
   *
   * Written as `createEvents`: a string.
   *
   * @default - none
   * @deprecated it has no effect any more
   */
  readonly createEvents?: string;

  /**
   * Whether they are deleted, to be made anew elsewhere.
   *
   * Written as `deletePods`: true or false.
   *
   * @default - false
   */
  readonly deletePods?: boolean;

  /**
   * Whether such pods are looked for.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Where the image is.
   *
   * Written as `hub`: a string.
   *
   * @default - that of the plugin
   */
  readonly hub?: string;

  /**
   * The image that repairs.
   *
   * Written as `image`: a string.
   *
   * @default - that of the plugin
   */
  readonly image?: string;

  /**
   * The container by which such pods are known.
   *
   * Written as `initContainerName`: a string.
   *
   * @default - istio-validation
   */
  readonly initContainerName?: string;

  /**
   * Whether they get a label alone.
   *
   * Written as `labelPods`: true or false.
   *
   * @default - false
   */
  readonly labelPods?: boolean;

  /**
   * Whether they are put right while they run.
   *
   * Written as `repairPods`: true or false.
   *
   * @default - true
   */
  readonly repairPods?: boolean;

  /**
   * The tag of the image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of the plugin
   */
  readonly tag?: any;
}
