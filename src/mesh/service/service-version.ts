import { Workload } from './workload';
import { listed } from '../../reference/fail';
import { DestinationPlace, WeightedDestination } from '../../reference/weighted-destination';
import { DestinationOptions } from '../../traffic/destination-options';
import { IRouteDestination } from '../../traffic/route-destination';
import { TrafficPolicyOptions } from '../../traffic/traffic-policy';

/** What tells a version's pods from those of the others. */
export interface ServiceVersionOptions {
  /**
   * Labels that only the pods of this version have (`subsets[].labels`).
   *
   * @default the pods' label "version" or "app.kubernetes.io/version"
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * How this version is called, where that differs from the whole service (`subsets[].trafficPolicy`). It counts where a route names the
   * version.
   *
   * @default as the service
   */
  readonly trafficPolicy?: TrafficPolicyOptions;
}

/**
 * One version of a service: a subset of its destination rule. Made by `MeshService.addVersion()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset
 */
export class ServiceVersion implements IRouteDestination {
  /** @internal */
  public static _of(place: DestinationPlace, name: string, workload: Workload, options: ServiceVersionOptions = {}): ServiceVersion {
    return new ServiceVersion(place.host, name, workload, place, options);
  }

  /**
   * A version whose pods a controller tells from the others', by a label that it writes itself.
   *
   * @internal
   */
  public static _managed(place: DestinationPlace, name: string, workload: Workload, labels: Record<string, string>): ServiceVersion {
    return new ServiceVersion(place.host, name, workload, place, { labels }, true);
  }

  /** @internal */
  public readonly _workload: Workload;
  /** @internal */
  public readonly _trafficPolicy?: TrafficPolicyOptions;
  private readonly ownLabels?: Record<string, string>;
  private readonly place: DestinationPlace;

  private constructor(
    /** Full host name of the service. */
    public readonly host: string,
    /** Name of the version, and of its subset. */
    public readonly name: string,
    workload: Workload,
    place: DestinationPlace,
    { labels, trafficPolicy }: ServiceVersionOptions,
    /** @internal */
    public readonly _isManaged = false,
  ) {
    this.place = place;
    this._workload = workload;
    this._trafficPolicy = trafficPolicy && { ...trafficPolicy };
    this.ownLabels = labels && { ...labels };
  }

  /**
   * The version with its share of the traffic, for `MeshService.split()` and the `to` or the `mirrors` of a route. Writes a destination of the
   * `VirtualService` (`spec.http[].route[].destination.subset`), and its `weight` where there are several (`spec.http[].route[].weight`).
   *
   * @param percent the share, from 0 to 100; where it is used, another one is refused
   * @param options the port to which the traffic goes
   * @throws if the service has no such port
   * @example web.split(v1.weight(90), v2.weight(10));
   */
  public weight(percent: number, options: DestinationOptions = {}): WeightedDestination {
    const { ports, serviceName } = this.place;
    if (options.port !== undefined && !ports.some(({ number }) => number === options.port)) {
      throw new Error(`Service "${serviceName}" has no port ${options.port}; its ports are ${listed(ports.map(({ number }) => number))}. Name one of them.`);
    }
    return WeightedDestination._of(this.place, percent, this.name, options.port);
  }

  /** Labels that only this version's pods have; empty when neither the options nor the pods name any. A controller may add one. */
  public get labels(): { [name: string]: string } {
    if (this.ownLabels) return { ...this.ownLabels };
    const pod = this._workload.labels;
    const name = VERSION_LABELS.find((label) => pod[label] !== undefined);
    return name === undefined ? {} : { [name]: pod[name] };
  }
}

/** Labels by which Kubernetes and Istio tell versions apart, the first found wins. */
export const VERSION_LABELS = ['version', 'app.kubernetes.io/version'];
