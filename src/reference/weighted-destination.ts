/**
 * A share of a service's traffic for one of its versions. Made by `ServiceVersion.weight()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination
 */
export class WeightedDestination {
  /** @internal */
  public static _of(host: string, subset: string, weight: number): WeightedDestination {
    return new WeightedDestination(host, subset, weight);
  }

  private constructor(
    /** Full host name of the service. */
    public readonly host: string,
    /** Name of the version, which is a subset of the service's destination rule. */
    public readonly subset: string,
    /** Share of the traffic, in percent. */
    public readonly weight: number,
  ) {}
}
