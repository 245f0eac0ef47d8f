import { MeshPort } from './port';

/**
 * What a route needs to know of the service to which it leads.
 *
 * @internal
 */
export interface DestinationPlace {
  /** Full host name of the service. */
  readonly host: string;
  readonly serviceName: string;
  readonly namespaceName: string;
  /** The ports of the service. */
  readonly ports: readonly MeshPort[];
  /** Whether it is outside: a route of the Gateway API then names its host, and no Service. */
  readonly isOutside?: boolean;
  /** Whether each version that gets traffic has a Service of its own, and is no subset. */
  readonly versionsAreServices: boolean;
  /** To be called when a route leads to a version: from then on it is a subset of the service's destination rule. */
  readonly useVersion: (version: string) => void;
  /** To be called where only a Service can be named: gives a version of the service one of its own. */
  readonly giveVersionService: (version: string) => void;
}

/**
 * Changes of headers in what goes to one destination, and in what comes from it.
 *
 * @internal
 */
export interface DestinationHeaders {
  readonly response: { readonly add: { readonly [name: string]: string } };
}

/**
 * A share of the traffic for a version of a service, or for a whole service. Made by `ServiceVersion.weight()` and
 * `MeshService.weight()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination
 */
export class WeightedDestination {
  /** @internal */
  public static _of(place: DestinationPlace, weight: number, subset?: string, port?: number): WeightedDestination {
    return new WeightedDestination(place.host, weight, subset, port, place);
  }

  /** @internal */
  public readonly _place: DestinationPlace;
  /** @internal */
  public readonly _headers?: DestinationHeaders;

  private constructor(
    /** Full host name of the service. */
    public readonly host: string,
    /** Share of the traffic, in percent. */
    public readonly weight: number,
    /** Name of the version, which is a subset of the service's destination rule; undefined for the whole service. */
    public readonly subset: string | undefined,
    /** Port of the service to which the traffic goes; undefined for the port on which it came, or the only one. */
    public readonly port: number | undefined,
    place: DestinationPlace,
    headers?: DestinationHeaders,
  ) {
    this._place = place;
    this._headers = headers;
  }

  /** @internal */
  public _with(headers: DestinationHeaders): WeightedDestination {
    return new WeightedDestination(this.host, this.weight, this.subset, this.port, this._place, headers);
  }
}
