// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImagePullPolicy } from './common.generated';
import { InstallValues } from './values.generated';
import { MeshConfig } from '../config.generated';

/**
 * What an installation is asked for, as the installer's file has it.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface IstioOperatorSpec {
  /**
   * The older release whose defaults hold, such as `1.30`.
   *
   * Written as `compatibilityVersion`: a string.
   *
   * @default - this one's
   */
  readonly compatibilityVersion?: string;

  /**
   * Which components are installed, and how they run.
   *
   * Written as `components`: `InstallComponents`.
   *
   * @default - those of the profile
   */
  readonly components?: InstallComponents;

  /**
   * Where images are, without tag.
   *
   * Written as `hub`: a string.
   *
   * @default - the release's
   */
  readonly hub?: string;

  /**
   * A folder with charts and profiles other than the built-in ones.
   *
   * Written as `installPackagePath`: a string.
   *
   * @default - the built-in ones
   */
  readonly installPackagePath?: string;

  /**
   * The mesh configuration, laid over what follows from values.
   *
   * Written as `meshConfig`: `MeshConfig`.
   *
   * @default - what follows from values
   */
  readonly meshConfig?: MeshConfig;

  /**
   * The namespace of the components.
   *
   * Written as `namespace`: a string.
   *
   * @default - that of values.global.istioNamespace
   */
  readonly namespace?: string;

  /**
   * The profile: a named starting point, or a file with one.
   *
   * Written as `profile`: a string.
   *
   * @default - default
   */
  readonly profile?: string;

  /**
   * The revision: a name that several control planes of a cluster differ by.
   *
   * Written as `revision`: a string.
   *
   * @default - none
   */
  readonly revision?: string;

  /**
   * The tag of images.
   *
   * Written as `tag`: a string.
   *
   * @default - the release's
   */
  readonly tag?: string;

  /**
   * Values that nobody checks, for charts of your own.
   *
   * Written as `unvalidatedValues`: an object of any form.
   *
   * @default - none
   */
  readonly unvalidatedValues?: any;

  /**
   * The values of the charts.
   *
   * Written as `values`: `InstallValues`.
   *
   * @default - those of the profile
   */
  readonly values?: InstallValues;
}

/**
 * Which components are installed, and how they run.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface InstallComponents {
  /**
   * What all revisions share.
   *
   * Written as `base`: `BaseComponent`.
   *
   * @default - as the profile says
   */
  readonly base?: BaseComponent;

  /**
   * Istio's CNI plugin.
   *
   * Written as `cni`: `InstallComponent`.
   *
   * @default - as the profile says
   */
  readonly cni?: InstallComponent;

  /**
   * Egress gateways. A list replaces that of the profile.
   *
   * Written as `egressGateways`: a list, each item `GatewayComponent`.
   *
   * @default - as the profile says
   */
  readonly egressGateways?: GatewayComponent[];

  /**
   * Ingress gateways. A list replaces that of the profile.
   *
   * Written as `ingressGateways`: a list, each item `GatewayComponent`.
   *
   * @default - as the profile says
   */
  readonly ingressGateways?: GatewayComponent[];

  /**
   * What a cluster needs whose istiod is elsewhere.
   *
   * Written as `istiodRemote`: `InstallComponent`.
   *
   * @default - not installed
   * @deprecated use pilot with values.pilot.istiodRemote
   */
  readonly istiodRemote?: InstallComponent;

  /**
   * The control plane.
   *
   * Written as `pilot`: `InstallComponent`.
   *
   * @default - as the profile says
   */
  readonly pilot?: InstallComponent;

  /**
   * The proxy of each node in ambient mode.
   *
   * Written as `ztunnel`: `InstallComponent`.
   *
   * @default - as the profile says
   */
  readonly ztunnel?: InstallComponent;
}

/**
 * What all revisions share.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface BaseComponent {
  /**
   * Whether it is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Further fields of its objects.
   *
   * Written as `k8s`: `KubernetesValues`.
   *
   * @default - none
   */
  readonly k8s?: KubernetesValues;
}

/**
 * A component of the installation.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface InstallComponent {
  /**
   * Whether it is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - as the profile says
   */
  readonly enabled?: boolean;

  /**
   * Where its image is.
   *
   * Written as `hub`: a string.
   *
   * @default - that of the installation
   */
  readonly hub?: string;

  /**
   * Further fields of its objects.
   *
   * Written as `k8s`: `KubernetesValues`.
   *
   * @default - none
   */
  readonly k8s?: KubernetesValues;

  /**
   * Its namespace.
   *
   * Written as `namespace`: a string.
   *
   * @default - that of the control plane
   */
  readonly namespace?: string;

  /**
   * The tag of its image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of the installation
   */
  readonly tag?: any;
}

/**
 * A gateway of the installation.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface GatewayComponent {
  /**
   * Whether it is installed.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Where its image is.
   *
   * Written as `hub`: a string.
   *
   * @default - that of the installation
   */
  readonly hub?: string;

  /**
   * Further fields of its objects.
   *
   * Written as `k8s`: `KubernetesValues`.
   *
   * @default - none
   */
  readonly k8s?: KubernetesValues;

  /**
   * Labels of its objects, by which Gateways select its pods.
   *
   * Written as `label`: a map, each value a string.
   *
   * @default - those of the chart
   */
  readonly label?: { readonly [key: string]: string };

  /**
   * Its name, different for each.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * Its namespace.
   *
   * Written as `namespace`: a string.
   *
   * @default - that of the control plane
   */
  readonly namespace?: string;

  /**
   * The tag of its image.
   *
   * Written as `tag`: a string, a number, true or false.
   *
   * @default - that of the installation
   */
  readonly tag?: any;
}

/**
 * Fields of a component's objects, laid over what the chart writes.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface KubernetesValues {
  /**
   * Near or far from which pods and nodes it runs.
   *
   * Written as `affinity`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly affinity?: any;

  /**
   * Environment variables.
   *
   * Written as `env`: a list, each item an object of any form.
   *
   * @default - as the chart says
   */
  readonly env?: any[];

  /**
   * How replicas are added and removed by load.
   *
   * Written as `hpaSpec`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly hpaSpec?: any;

  /**
   * When nodes pull its image.
   *
   * Written as `imagePullPolicy`: one of the words of `ImagePullPolicy`.
   *
   * @default - as the chart says
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Labels that nodes must have.
   *
   * Written as `nodeSelector`: a map, each value a string.
   *
   * @default - as the chart says
   */
  readonly nodeSelector?: { readonly [key: string]: string };

  /**
   * Changes of objects, by path. They come after all other fields.
   *
   * Written as `overlays`: a list, each item `KubernetesOverlay`.
   *
   * @default - none
   */
  readonly overlays?: KubernetesOverlay[];

  /**
   * Further annotations of its pods.
   *
   * Written as `podAnnotations`: a map, each value a string.
   *
   * @default - as the chart says
   */
  readonly podAnnotations?: { readonly [key: string]: string };

  /**
   * How many pods may be missing while nodes are drained.
   *
   * Written as `podDisruptionBudget`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly podDisruptionBudget?: any;

  /**
   * How important its pods are to the scheduler.
   *
   * Written as `priorityClassName`: a string.
   *
   * @default - as the chart says
   */
  readonly priorityClassName?: string;

  /**
   * How Kubernetes checks whether it is ready.
   *
   * Written as `readinessProbe`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly readinessProbe?: any;

  /**
   * How many replicas there are. Not beside autoscaling.
   *
   * Written as `replicaCount`: a whole number, 0 or more.
   *
   * @default - as the chart says
   */
  readonly replicaCount?: number;

  /**
   * What it asks for, and may use at most.
   *
   * Written as `resources`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly resources?: any;

  /**
   * What its pods may do.
   *
   * Written as `securityContext`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly securityContext?: any;

  /**
   * Fields of its Service.
   *
   * Written as `service`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly service?: any;

  /**
   * Further annotations of its Service.
   *
   * Written as `serviceAnnotations`: a map, each value a string.
   *
   * @default - as the chart says
   */
  readonly serviceAnnotations?: { readonly [key: string]: string };

  /**
   * How it is updated, as Deployments have it.
   *
   * Written as `strategy`: an object of any form.
   *
   * @default - as the chart says
   */
  readonly strategy?: any;

  /**
   * Taints that do not keep it away.
   *
   * Written as `tolerations`: a list, each item an object of any form.
   *
   * @default - as the chart says
   */
  readonly tolerations?: any[];

  /**
   * Has no effect, as with Istio's installer.
   *
   * Written as `volumeMounts`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use overlays, or values of the chart
   */
  readonly volumeMounts?: any[];

  /**
   * Has no effect, as with Istio's installer.
   *
   * Written as `volumes`: a list, each item an object of any form.
   *
   * @default - none
   * @deprecated use overlays, or values of the chart
   */
  readonly volumes?: any[];
}

/**
 * Changes of one object of a component.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface KubernetesOverlay {
  /**
   * The API version of the object. It is not compared.
   *
   * Written as `apiVersion`: a string.
   *
   * @default - any
   */
  readonly apiVersion?: string;

  /**
   * The kind of the object.
   *
   * Written as `kind`: a string.
   *
   * @default - must be set
   */
  readonly kind?: string;

  /**
   * The name of the object.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * The changes, one after the other.
   *
   * Written as `patches`: a list, each item `KubernetesPatch`.
   *
   * @default - none
   */
  readonly patches?: KubernetesPatch[];
}

/**
 * A change of an object.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/
 */
export interface KubernetesPatch {
  /**
   * Where, such as `spec.template.spec.containers.[name:discovery].args`.
   *
   * Written as `path`: a string.
   *
   * @default - must be set
   */
  readonly path?: string;

  /**
   * What stands there then.
   *
   * Written as `value`: any value.
   *
   * @default - it is taken away
   */
  readonly value?: any;
}
