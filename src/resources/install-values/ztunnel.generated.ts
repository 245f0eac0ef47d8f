// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImagePullPolicy, ImageVariant, ResourceQuotaValues, ResourceScope, ResourceValues } from './common.generated';
import { MultiClusterValues } from './global.generated';
import { MeshConfig } from '../config.generated';

/**
 * The proxy of each node in ambient mode.
 *
 * @see https://istio.io/latest/docs/ambient/install/helm/
 */
export interface ZtunnelValues {
  /**
   * Near or far from which pods and nodes it runs.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - on every node
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
   * Host and port of the authority that signs certificates.
   *
   * Written as `caAddress`: a string.
   *
   * @default - istiod
   */
  readonly caAddress?: string;

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
   * Environment variables.
   *
   * Written as `env`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly env?: { readonly [key: string]: any };

  /**
   * Where its image is.
   *
   * Written as `hub`: a string.
   *
   * @default - registry.istio.io/release
   */
  readonly hub?: string;

  /**
   * The image: a name below `hub`, or a full one.
   *
   * Written as `image`: a string.
   *
   * @default - ztunnel
   */
  readonly image?: string;

  /**
   * When nodes pull the image.
   *
   * Written as `imagePullPolicy`: one of the words of `ImagePullPolicy`.
   *
   * @default - as Kubernetes does it
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Secrets by which the image is pulled.
   *
   * Written as `imagePullSecrets`: a list, each item a string.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * The namespace of istiod.
   *
   * Written as `istioNamespace`: a string.
   *
   * @default - istio-system
   */
  readonly istioNamespace?: string;

  /**
   * Labels of all its objects.
   *
   * Written as `labels`: a map, each value a string, a number, true or false.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: any };

  /**
   * Whether it logs JSON.
   *
   * Written as `logAsJson`: true or false.
   *
   * @default - false
   */
  readonly logAsJson?: boolean;

  /**
   * What it logs: `trace`, `debug`, `info`, `warn` or `error`.
   *
   * Written as `logLevel`: a string.
   *
   * @default - info
   */
  readonly logLevel?: string;

  /**
   * The mesh configuration, of which it reads `defaultConfig.proxyMetadata` alone.
   *
   * Written as `meshConfig`: `MeshConfig`.
   *
   * @default - `{"defaultConfig":{"proxyMetadata":{}}}`
   */
  readonly meshConfig?: MeshConfig;

  /**
   * The cluster's place in a mesh of several.
   *
   * Written as `multiCluster`: `MultiClusterValues`.
   *
   * @default - the defaults of its fields
   */
  readonly multiCluster?: MultiClusterValues;

  /**
   * The network of the cluster.
   *
   * Written as `network`: a string.
   *
   * @default - that of global
   */
  readonly network?: string;

  /**
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string, a number, true or false.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: any };

  /**
   * Whether revoked certificates are refused.
   *
   * Written as `peerCaCrl`: `PeerCaCrlValues`.
   *
   * @default - the defaults of its fields
   */
  readonly peerCaCrl?: PeerCaCrlValues;

  /**
   * Annotations of its pods, by which Prometheus finds them.
   *
   * Written as `podAnnotations`: a map, each value a string, a number, true or false.
   *
   * @default - `{"prometheus.io/port":"15020","prometheus.io/scrape":"true"}`
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
   * The name of its objects. Tell istiod by `pilot.trustedZtunnelName`.
   *
   * Written as `resourceName`: a string.
   *
   * @default - ztunnel
   */
  readonly resourceName?: string;

  /**
   * A quota that lets critical pods into the namespace.
   *
   * Written as `resourceQuotas`: `ResourceQuotaValues`.
   *
   * @default - the defaults of its fields
   */
  readonly resourceQuotas?: ResourceQuotaValues;

  /**
   * Which part of its objects is installed.
   *
   * Written as `resourceScope`: one of the words of `ResourceScope`.
   *
   * @default - all
   */
  readonly resourceScope?: ResourceScope;

  /**
   * What it asks for, and may use at most. More than two cores mean more threads.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"200m","memory":"512Mi"}}`
   */
  readonly resources?: ResourceValues;

  /**
   * The revision of istiod that it belongs to.
   *
   * Written as `revision`: a string.
   *
   * @default - none
   */
  readonly revision?: string;

  /**
   * SELinux labels of its pods; `type: spc_t` on OpenShift.
   *
   * Written as `seLinuxOptions`: an object of any form.
   *
   * @default - those of the node
   */
  readonly seLinuxOptions?: any;

  /**
   * The tag of its image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - 1.31.4
   */
  readonly tag?: any;

  /**
   * Seconds that it has to end; connections have one less.
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
   * The ConfigMap with istiod's root certificate.
   *
   * Written as `trustBundleName`: a string.
   *
   * @default - istio-ca-root-cert
   */
  readonly trustBundleName?: string;

  /**
   * How it is updated, as DaemonSets have it.
   *
   * Written as `updateStrategy`: an object of any form.
   *
   * @default - `{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":0}}`
   */
  readonly updateStrategy?: any;

  /**
   * The build of its image.
   *
   * Written as `variant`: one of the words of `ImageVariant`.
   *
   * @default - the usual one
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

  /**
   * Host and port of istiod.
   *
   * Written as `xdsAddress`: a string.
   *
   * @default - istiod of its revision and namespace, port 15012
   */
  readonly xdsAddress?: string;
}

/**
 * Whether revoked certificates are refused.
 *
 * @see https://istio.io/latest/docs/ambient/install/helm/
 */
export interface PeerCaCrlValues {
  /**
   * Whether they are, by the list that istiod hands out.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;
}
