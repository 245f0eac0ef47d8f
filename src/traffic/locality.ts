import { LocalityLoadBalancerSetting, ZoneAwareLoadBalancerSetting } from '../resources/destination-rule.generated';

/** How zones share the load by the number of their endpoints. */
export interface ZoneAwareOptions {
  /**
   * Endpoints in the region below which zones do not count (`minClusterSize`).
   *
   * @default 6
   */
  readonly minClusterSize?: number;
  /**
   * Which region takes over from which (`failover`): the region of the callers, and the one that takes over. It needs outlier detection.
   *
   * @default any other region
   */
  readonly failover?: { readonly [from: string]: string };
}

/**
 * How much the place of endpoints counts when one is chosen: part of a `LoadBalancer`.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/
 */
export class Locality {
  /**
   * Endpoints near to the caller come first, and when they fail, those of the region that is named. It needs outlier detection, without which
   * no endpoint is ever found ill. Writes the `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.localityLbSetting.failover[]`).
   *
   * @param regions the region of the callers, and the one that takes over
   * @throws if no region is named, or one takes over from itself
   * @example
   *   cart.trafficPolicy({
   *     loadBalancer: LoadBalancer.leastRequest({ locality: Locality.failover({ 'us-east': 'us-west' }) }),
   *     outlierDetection: { consecutive5xxErrors: 3 },
   *   });
   */
  public static failover(regions: { readonly [from: string]: string }): Locality {
    return new Locality({ failover: failovers(regions) }, undefined, true);
  }

  /**
   * Endpoints that agree with the caller in more of these labels, from the first on, come first. It needs outlier detection. Writes the
   * `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.localityLbSetting.failoverPriority[]`).
   *
   * @param labels names of labels, or `name=value`
   * @throws if no label is named
   * @example
   *   cart.trafficPolicy({
   *     loadBalancer: LoadBalancer.leastRequest({ locality: Locality.failoverPriority('topology.istio.io/network', 'topology.kubernetes.io/region') }),
   *     outlierDetection: { consecutive5xxErrors: 3 },
   *   });
   */
  public static failoverPriority(...labels: string[]): Locality {
    if (labels.length === 0) throw new Error('The failover has no label to go by. Name labels, such as "topology.kubernetes.io/region".');
    return new Locality({ failoverPriority: [...labels] }, undefined, true);
  }

  /**
   * Fixed shares of the calls of one locality. Localities are `region/zone/subzone`, with `*` for any. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[]`).
   *
   * @param shares where the callers are, and the percentage of their calls for each locality
   * @throws if there is no locality, or the shares of one do not add up to 100
   * @example
   *   cart.trafficPolicy({
   *     loadBalancer: LoadBalancer.roundRobin({ locality: Locality.distribute({ 'us-east/a/*': { 'us-east/a/*': 80, 'us-east/b/*': 20 } }) }),
   *   });
   */
  public static distribute(shares: { readonly [from: string]: { readonly [to: string]: number } }): Locality {
    const distribute = sortedEntries(shares).map(([from, to]) => ({ from, to: Object.fromEntries(sortedEntries(to)) }));
    if (distribute.length === 0) throw new Error('The calls of no locality are distributed. Name one, such as "us-east/*".');
    for (const { from, to } of distribute) {
      const sum = Object.values(to).reduce((total, share) => total + share, 0);
      if (sum !== 100) throw new Error(`The shares of the calls from "${from}" add up to ${sum}, not to 100. Change them so that they do.`);
    }
    return new Locality({ distribute }, undefined, false);
  }

  /**
   * Calls stay in the caller's zone as far as its endpoints suffice. The callers' proxies must know themselves:
   * `ISTIO_META_ENABLE_SELF_DISCOVERY: "true"`. Writes the `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.zoneAwareLbSetting`).
   *
   * @param options from how many endpoints on, and which region takes over
   * @throws if failover names no region, or a region takes over from itself
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.leastRequest({ locality: Locality.zoneAware({ minClusterSize: 3 }) }) });
   */
  public static zoneAware(options: ZoneAwareOptions = {}): Locality {
    const { minClusterSize, failover } = options;
    return new Locality(undefined, {
      ...(minClusterSize !== undefined && { minClusterSize }),
      ...(failover && { failover: failovers(failover) }),
      ...(minClusterSize === undefined && !failover && { enabled: true }),
    }, failover !== undefined);
  }

  /**
   * The place of endpoints does not count, whatever the mesh says. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.localityLbSetting.enabled`: false).
   *
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.random({ locality: Locality.ignored() }) });
   */
  public static ignored(): Locality {
    return new Locality({ enabled: false }, undefined, false);
  }

  private constructor(
    private readonly localityLbSetting: LocalityLoadBalancerSetting | undefined,
    private readonly zoneAwareLbSetting: ZoneAwareLoadBalancerSetting | undefined,
    /** @internal */
    public readonly _needsOutlierDetection: boolean,
  ) {}

  /** @internal */
  public _render(): { localityLbSetting?: LocalityLoadBalancerSetting; zoneAwareLbSetting?: ZoneAwareLoadBalancerSetting } {
    return {
      ...(this.localityLbSetting && { localityLbSetting: this.localityLbSetting }),
      ...(this.zoneAwareLbSetting && { zoneAwareLbSetting: this.zoneAwareLbSetting }),
    };
  }
}

function sortedEntries<T>(map: { readonly [key: string]: T }): [string, T][] {
  return Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1));
}

function failovers(regions: { readonly [from: string]: string }): { from: string; to: string }[] {
  const pairs = sortedEntries(regions).map(([from, to]) => ({ from, to }));
  if (pairs.length === 0) throw new Error('The failover names no region. Name one, such as { "us-east": "us-west" }.');
  const same = pairs.find(({ from, to }) => from === to);
  if (same !== undefined) throw new Error(`Region "${same.from}" takes over from itself. Name another region.`);
  return pairs;
}
