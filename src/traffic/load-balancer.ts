import { Locality } from './locality';
import {
  ConsistentHashAlgorithm, ConsistentHashLB, HTTPCookie, LoadBalancerSettings, LoadBalancerSettingsOptions, SimpleLB, WarmupConfiguration,
} from '../resources/destination-rule.generated';

/** What counts beside the algorithm. */
export interface LoadBalancerOptions {
  /**
   * How much the place of endpoints counts.
   *
   * @default - as the mesh's `localityLbSetting` says
   */
  readonly locality?: Locality;
}

/** What counts beside an algorithm that knows weights. */
export interface WarmLoadBalancerOptions extends LoadBalancerOptions {
  /**
   * How the share of new endpoints grows (`warmup`).
   *
   * @default - a full share from the start
   */
  readonly warmup?: WarmupConfiguration;
}

/** How a consistent hash places endpoints. */
export interface ConsistentHashOptions {
  /**
   * The ring or the table on which endpoints lie.
   *
   * @default - a ring with at least 1024 places
   */
  readonly algorithm?: ConsistentHashAlgorithm;
}

/**
 * Which endpoint of a service gets the next request (`trafficPolicy.loadBalancer` of a DestinationRule).
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class LoadBalancer {
  /**
   * The endpoint with fewer open requests of two that are drawn by chance, which is Istio's default. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.simple`: LEAST_REQUEST, and `spec.trafficPolicy.loadBalancer.warmup`).
   *
   * @param options locality, and the warm-up of new endpoints
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.leastRequest({ warmup: { duration: ProtoDuration.seconds(60) } }) });
   */
  public static leastRequest(options: WarmLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.simple(SimpleLB.LEAST_REQUEST, options);
  }

  /**
   * Each endpoint in turn. Writes the `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.simple`: ROUND_ROBIN).
   *
   * @param options locality, and the warm-up of new endpoints
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.roundRobin() });
   */
  public static roundRobin(options: WarmLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.simple(SimpleLB.ROUND_ROBIN, options);
  }

  /**
   * Any healthy endpoint, by chance. Writes the `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.simple`: RANDOM).
   *
   * @param options locality
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.random() });
   */
  public static random(options: LoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.simple(SimpleLB.RANDOM, options);
  }

  /**
   * The address that the caller chose, without balancing. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.simple`: PASSTHROUGH).
   *
   * @example db.trafficPolicy({ loadBalancer: LoadBalancer.passthrough() });
   */
  public static passthrough(): LoadBalancer {
    return LoadBalancer.simple(SimpleLB.PASSTHROUGH, {});
  }

  /**
   * Requests with the same value of a header go to the same endpoint. For HTTP ports only. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.consistentHash.httpHeaderName`).
   *
   * @param name name of the header
   * @param options ring or table
   * @throws if it has no name
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.hashOfHeader('x-user') });
   */
  public static hashOfHeader(name: string, options: ConsistentHashOptions = {}): LoadBalancer {
    checkName('a header', name);
    return LoadBalancer.hash(ConsistentHashLB.httpHeaderName(name, options), `the header "${name}"`);
  }

  /**
   * Requests with the same cookie go to the same endpoint; with a `ttl`, the proxy makes the cookie where it is missing. For HTTP ports only.
   * Writes the `DestinationRule` of the service (`spec.trafficPolicy.loadBalancer.consistentHash.httpCookie`).
   *
   * @param cookie the cookie
   * @param options ring or table
   * @throws if it has no name
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.hashOfCookie({ name: 'user', ttl: ProtoDuration.hours(1) }) });
   */
  public static hashOfCookie(cookie: HTTPCookie, options: ConsistentHashOptions = {}): LoadBalancer {
    checkName('a cookie', cookie.name);
    return LoadBalancer.hash(ConsistentHashLB.httpCookie(cookie, options), `the cookie "${cookie.name}"`);
  }

  /**
   * Requests with the same value of a query parameter go to the same endpoint. For HTTP ports only. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.consistentHash.httpQueryParameterName`).
   *
   * @param name name of the parameter
   * @param options ring or table
   * @throws if it has no name
   * @example cart.trafficPolicy({ loadBalancer: LoadBalancer.hashOfQueryParameter('cart') });
   */
  public static hashOfQueryParameter(name: string, options: ConsistentHashOptions = {}): LoadBalancer {
    checkName('a parameter', name);
    return LoadBalancer.hash(ConsistentHashLB.httpQueryParameterName(name, options), `the parameter "${name}"`);
  }

  /**
   * Calls from the same address go to the same endpoint, connections of TCP as well. Writes the `DestinationRule` of the service
   * (`spec.trafficPolicy.loadBalancer.consistentHash.useSourceIp`).
   *
   * @param options ring or table
   * @example db.trafficPolicy({ loadBalancer: LoadBalancer.hashOfSourceIp() });
   */
  public static hashOfSourceIp(options: ConsistentHashOptions = {}): LoadBalancer {
    return LoadBalancer.hash(ConsistentHashLB.useSourceIp(true, options));
  }

  private static simple(algorithm: SimpleLB, { locality, warmup }: WarmLoadBalancerOptions): LoadBalancer {
    const others: LoadBalancerSettingsOptions = { ...locality?._render(), ...(warmup && { warmup }) };
    return new LoadBalancer(LoadBalancerSettings.simple(algorithm, others), locality?._needsOutlierDetection ?? false);
  }

  private static hash(consistentHash: ConsistentHashLB, ofRequests?: string): LoadBalancer {
    return new LoadBalancer(LoadBalancerSettings.consistentHash(consistentHash), false, ofRequests);
  }

  private constructor(
    private readonly settings: LoadBalancerSettings,
    /** @internal */
    public readonly _needsOutlierDetection: boolean,
    /**
     * What of a request is hashed; connections have none of it.
     *
     * @internal
     */
    public readonly _hashedOfRequests?: string,
  ) {}

  /** @internal */
  public _render(): LoadBalancerSettings {
    return this.settings;
  }
}

/** Istio takes what has no name, and Envoy then refuses all that it is told of the service. */
function checkName(what: string, name: string): void {
  if (!/^[^\s]+$/.test(name)) throw new Error(`"${name}" is not the name of ${what} by which requests could be told apart. Write its name, such as "x-user".`);
}
