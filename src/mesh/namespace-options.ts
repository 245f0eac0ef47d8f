import { MutualTLSMode } from '../resources';
import { Enrollment } from './data-plane/enrollment';
import { InjectionTime, ProxyOptions } from './data-plane/proxy-options';
import { TrafficDefaults } from '../traffic/defaults';

/** How a namespace is set up. */
export interface MeshNamespaceOptions {
  /**
   * How its pods become part of the mesh.
   *
   * @default Enrollment.SIDECAR
   */
  readonly enrollment?: Enrollment;
  /**
   * When its pods get their proxies, where they have one of their own.
   *
   * @default InjectionTime.BOTH
   */
  readonly injectionTime?: InjectionTime;
  /**
   * How the proxies of its pods are run, save where a service says otherwise.
   *
   * @default - as the values and the mesh configuration say
   */
  readonly proxy?: ProxyOptions;
  /**
   * What its workloads accept from their callers, save where a service says otherwise (`PeerAuthentication` `spec.mtls.mode`).
   *
   * @default - as the mesh says
   */
  readonly mutualTls?: MutualTLSMode;
  /**
   * Whether the policies of its services are tried out only (`istio.io/dry-run`), save where a service says otherwise.
   *
   * @default as the mesh
   */
  readonly dryRun?: boolean;
  /**
   * How its services are called that say nothing else themselves, over the defaults of the mesh.
   *
   * @default - those of the mesh
   */
  readonly defaults?: TrafficDefaults;
  /**
   * Labels of the Namespace, besides those of the enrollment.
   *
   * @default none
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * Whether the Namespace itself is written. Turn it off for one that exists, such as "default"; it must then be labelled by its owner.
   *
   * @default true
   */
  readonly createNamespace?: boolean;
}
