import { Workload } from './workload';
import { WeightedDestination } from '../reference/weighted-destination';

/** What tells a version's pods from those of the others. */
export interface ServiceVersionOptions {
  /**
   * Labels that only the pods of this version have (`subsets[].labels`).
   *
   * @default the pods' label "version" or "app.kubernetes.io/version"
   */
  readonly labels?: { readonly [name: string]: string };
}

/**
 * One version of a service: a subset of its destination rule. Made by `MeshService.addVersion()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset
 */
export class ServiceVersion {
  /** @internal */
  public static _of(host: string, name: string, workload: Workload, labels?: Record<string, string>): ServiceVersion {
    return new ServiceVersion(host, name, workload, labels);
  }

  /** @internal */
  public readonly _workload: Workload;
  private readonly ownLabels?: Record<string, string>;

  private constructor(
    /** Full host name of the service. */
    public readonly host: string,
    /** Name of the version, and of its subset. */
    public readonly name: string,
    workload: Workload,
    labels?: Record<string, string>,
  ) {
    this._workload = workload;
    this.ownLabels = labels && { ...labels };
  }

  /**
   * The version with its share of the traffic, for `MeshService.split()` and the `to` of a route.
   *
   * @param percent the share, from 0 to 100
   */
  public weight(percent: number): WeightedDestination {
    return WeightedDestination._of(this.host, this.name, percent);
  }

  /** Labels that only this version's pods have; empty when neither the options nor the pods name any. */
  public get labels(): { [name: string]: string } {
    if (this.ownLabels) return { ...this.ownLabels };
    const pod = this._workload.labels;
    const name = VERSION_LABELS.find((label) => pod[label] !== undefined);
    return name === undefined ? {} : { [name]: pod[name] };
  }
}

/** Labels by which Kubernetes and Istio tell versions apart, the first found wins. */
export const VERSION_LABELS = ['version', 'app.kubernetes.io/version'];
