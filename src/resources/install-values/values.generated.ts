// Generated from schema/ by `npx projen schema`. Do not edit.

import { BaseValues, ExperimentalValues } from './base.generated';
import { CniValues } from './cni.generated';
import { GlobalValues } from './global.generated';
import { CniUsageValues, InjectorValues, IstiodRemoteValues, IstiodValues, TelemetryValues } from './istiod.generated';
import { GatewaysValues } from './legacy-gateways.generated';
import { ZtunnelValues } from './ztunnel.generated';
import { MeshConfig } from '../config.generated';

/**
 * The values of all charts of an installation, by component.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface InstallValues {
  /**
   * What all revisions share.
   *
   * Written as `base`: `BaseValues`.
   *
   * @default - the defaults of its fields
   */
  readonly base?: BaseValues;

  /**
   * Istio's CNI plugin.
   *
   * Written as `cni`: `CniValues`.
   *
   * @default - the defaults of its fields
   */
  readonly cni?: CniValues;

  /**
   * The older release whose defaults hold, such as `1.30`.
   *
   * Written as `compatibilityVersion`: a string.
   *
   * @default - this one's
   */
  readonly compatibilityVersion?: string;

  /**
   * The revision that checks configuration without a revision.
   *
   * Written as `defaultRevision`: a string.
   *
   * @default - default
   */
  readonly defaultRevision?: string;

  /**
   * What may change or go.
   *
   * Written as `experimental`: `ExperimentalValues`.
   *
   * @default - the defaults of its fields
   */
  readonly experimental?: ExperimentalValues;

  /**
   * Further fields of what istiod makes for Gateways, by class and kind.
   *
   * Written as `gatewayClasses`: an object of any form.
   *
   * @default - none
   */
  readonly gatewayClasses?: any;

  /**
   * The gateways of the installer.
   *
   * Written as `gateways`: `GatewaysValues`.
   *
   * @default - the defaults of its fields
   */
  readonly gateways?: GatewaysValues;

  /**
   * Values that several components read.
   *
   * Written as `global`: `GlobalValues`.
   *
   * @default - the defaults of its fields
   */
  readonly global?: GlobalValues;

  /**
   * Whether pods rely on Istio's CNI plugin.
   *
   * Written as `istioCni`: `CniUsageValues`.
   *
   * @default - see pilot.cni
   * @deprecated use pilot.cni
   */
  readonly istioCni?: CniUsageValues;

  /**
   * Whether istiod is in another cluster.
   *
   * Written as `istiodRemote`: `IstiodRemoteValues`.
   *
   * @default - see pilot.istiodRemote
   * @deprecated use pilot.istiodRemote
   */
  readonly istiodRemote?: IstiodRemoteValues;

  /**
   * The mesh configuration, laid over what follows from other values.
   *
   * Written as `meshConfig`: `MeshConfig`.
   *
   * @default - what follows from other values
   */
  readonly meshConfig?: MeshConfig;

  /**
   * Who installs it, as a label of objects.
   *
   * Written as `ownerName`: a string.
   *
   * @default - nobody in particular
   */
  readonly ownerName?: string;

  /**
   * The control plane.
   *
   * Written as `pilot`: `IstiodValues`.
   *
   * @default - the defaults of its fields
   */
  readonly pilot?: IstiodValues;

  /**
   * The platform whose settings hold: `openshift`, `gke`, `k3d`, `k3s`, `microk8s`, `minikube`.
   *
   * Written as `platform`: a string.
   *
   * @default - none in particular
   */
  readonly platform?: string;

  /**
   * The profile whose values hold, where a chart is installed by itself.
   *
   * Written as `profile`: a string.
   *
   * @default - none
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
   * Further names of the revision, by which namespaces choose it.
   *
   * Written as `revisionTags`: a list, each item a string.
   *
   * @default - none
   */
  readonly revisionTags?: string[];

  /**
   * Which pods get a proxy.
   *
   * Written as `sidecarInjectorWebhook`: `InjectorValues`.
   *
   * @default - the defaults of its fields
   */
  readonly sidecarInjectorWebhook?: InjectorValues;

  /**
   * Whether proxies make metrics by themselves.
   *
   * Written as `telemetry`: `TelemetryValues`.
   *
   * @default - the defaults of its fields
   */
  readonly telemetry?: TelemetryValues;

  /**
   * The proxy of each node in ambient mode.
   *
   * Written as `ztunnel`: `ZtunnelValues`.
   *
   * @default - the defaults of its fields
   */
  readonly ztunnel?: ZtunnelValues;
}
