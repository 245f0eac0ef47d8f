// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';
import { PortSelector } from './virtual-service.generated';
import { Host } from '../reference/host-name';
import { Percentage } from '../reference/percentage';
import { PortNumber } from '../reference/port-number';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * What a DestinationRule is made from.
 */
export interface DestinationRuleProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the DestinationRule says.
   */
  readonly spec: DestinationRuleSpec;
}

/**
 * How requests are treated once their route is chosen: load balancing, connection pools, outlier detection, TLS, and the versions
 * (subsets) of a host.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class DestinationRule extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: DestinationRuleProps): any {
    return manifestOf(DestinationRule.GVK, props);
  }

  /**
   * Adds a DestinationRule to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, DestinationRule.GVK, manifest, 'istio');
  }

  /**
   * A DestinationRule that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(DestinationRule.GVK, name, namespace);
  }

  /**
   * Whether something is a DestinationRule, of whichever version and class.
   *
   * @param construct anything
   */
  public static isDestinationRule(construct: any): construct is ApiObject {
    return isOfKind(construct, DestinationRule.GVK);
  }

  /**
   * Adds a DestinationRule to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: DestinationRuleProps) {
    super(scope, id, { ...copyOf(props), ...DestinationRule.GVK });
    validated(this);
  }
}

/**
 * How a proxy encrypts its connections to a service.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ClientTLSSettings {
  /**
   * Path of the file with the authorities that the server's certificate may come from. It has no place in `ISTIO_MUTUAL`.
   *
   * Written as `caCertificates`: a string.
   *
   * @default - the operating system's authorities
   */
  readonly caCertificates?: string;

  /**
   * Path of the file that lists revoked certificates.
   *
   * Written as `caCrl`: a string.
   *
   * @default - revocation is not checked
   */
  readonly caCrl?: string;

  /**
   * Path of the client's own certificate, needed by `MUTUAL`.
   *
   * Written as `clientCertificate`: a string.
   *
   * @default - no certificate from a file
   */
  readonly clientCertificate?: string;

  /**
   * A Secret with key, certificate and authorities, in the namespace of the proxy, in place of the paths. Sidecars heed it only
   * where the rule has a `workloadSelector`.
   *
   * Written as `credentialName`: a string.
   *
   * @default - no Secret
   */
  readonly credentialName?: string;

  /**
   * Whether the server's certificate is accepted unchecked, both authority and names.
   *
   * Written as `insecureSkipVerify`: true or false.
   *
   * @default - false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Whether to encrypt, and who proves who they are.
   *
   * Written as `mode`: one of the words of `ClientTLSMode`.
   *
   * @default - `DISABLE`
   */
  readonly mode?: ClientTLSMode;

  /**
   * Path of the key that belongs to the client's certificate, needed by `MUTUAL`.
   *
   * Written as `privateKey`: a string.
   *
   * @default - no key from a file
   */
  readonly privateKey?: string;

  /**
   * The server name that is sent in the handshake.
   *
   * Written as `sni`: a string.
   *
   * @default - the host of the request, for `SIMPLE` and `MUTUAL`
   */
  readonly sni?: string;

  /**
   * Names of which the server's certificate must hold one. They go before those of a ServiceEntry.
   *
   * Written as `subjectAltNames`: a list, each item a string.
   *
   * @default - the host of the request is looked for
   */
  readonly subjectAltNames?: string[];
}

/**
 * PING frames that show whether an HTTP/2 connection is still alive.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConnectionKeepalive {
  /**
   * Time between two PING frames.
   *
   * Written as `interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - none; it is needed
   */
  readonly interval?: ProtoDuration;

  /**
   * How long to wait for the answer to a PING before the connection is closed.
   *
   * Written as `timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - none; it is needed
   */
  readonly timeout?: ProtoDuration;
}

/**
 * How many connections and requests a proxy holds towards a service. What is over the limit fails at once.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConnectionPoolSettings {
  /**
   * Limits of HTTP requests.
   *
   * Written as `http`: `HTTPSettings`.
   *
   * @default - no limits
   */
  readonly http?: HTTPSettings;

  /**
   * Limits and timeouts of connections, HTTP's included.
   *
   * Written as `tcp`: `TCPSettings`.
   *
   * @default - no limits
   */
  readonly tcp?: TCPSettings;
}

/**
 * The same caller reaches the same endpoint, as long as endpoints do not change. It does not go well with balancing by locality.
 *
 * At most one of `httpHeaderName`, `httpCookie`, `useSourceIp` and `httpQueryParameterName` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class ConsistentHashLB {
  /**
   * The header whose value chooses the endpoint.
   *
   * Written as `httpHeaderName`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static httpHeaderName(value: string, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, httpHeaderName: value });
  }

  /**
   * A cookie chooses the endpoint; the proxy can make it where it is missing.
   *
   * Written as `httpCookie`: `HTTPCookie`.
   *
   * @param value `HTTPCookie`
   * @param options the other fields
   */
  public static httpCookie(value: HTTPCookie, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, httpCookie: value });
  }

  /**
   * Whether the address of the caller chooses the endpoint, for TCP as well.
   *
   * Written as `useSourceIp`: true or false.
   *
   * @param value true or false; true where it is not given
   * @param options the other fields
   */
  public static useSourceIp(value: boolean = true, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, useSourceIp: value });
  }

  /**
   * The query parameter whose value chooses the endpoint.
   *
   * Written as `httpQueryParameterName`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static httpQueryParameterName(value: string, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, httpQueryParameterName: value });
  }

  /**
   * None of `httpHeaderName`, `httpCookie`, `useSourceIp` and `httpQueryParameterName`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    const { algorithm, ...others } = fields;
    this.fields = copyOf({ ...others, ...algorithm?.resolve() });
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `ConsistentHashLB` beside `httpHeaderName`, `httpCookie`, `useSourceIp` and `httpQueryParameterName`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConsistentHashLBOptions {
  /**
   * The least number of places on the ring.
   *
   * Written as `minimumRingSize`: a whole number, 0 or more.
   *
   * @default - 1024
   * @deprecated use `ringHash.minimumRingSize`
   */
  readonly minimumRingSize?: number;

  /**
   * Which of `ringHash` and `maglev` is written.
   *
   * @default - none of them
   */
  readonly algorithm?: ConsistentHashAlgorithm;
}

/**
 * One part of `ConsistentHashLB`.
 *
 * At most one of `ringHash` and `maglev` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class ConsistentHashAlgorithm {
  /**
   * A ring with many places for each endpoint.
   *
   * Written as `ringHash`: `RingHash`.
   *
   * @param value `RingHash`
   */
  public static ringHash(value: RingHash): ConsistentHashAlgorithm {
    return new ConsistentHashAlgorithm({ ringHash: value });
  }

  /**
   * Google's Maglev table places the endpoints.
   *
   * Written as `maglev`: `MagLev`.
   *
   * @param value `MagLev`
   */
  public static maglev(value: MagLev): ConsistentHashAlgorithm {
    return new ConsistentHashAlgorithm({ maglev: value });
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The host, how its endpoints are called, and the versions that they fall into.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleSpec {
  /**
   * Namespaces whose proxies heed the rule: `.` for its own, `*` for all.
   *
   * Written as `exportTo`: a list, each item a string.
   *
   * @default - all, or what the mesh's `defaultDestinationRuleExportTo` says
   */
  readonly exportTo?: string[];

  /**
   * The service by its host in the mesh's registry, also with a leading `*.`. A short name is completed with the namespace of the
   * rule, so write it in full; a rule for an unknown host has no effect.
   *
   * Written as `host`: a host, such as `www.example.com`.
   */
  readonly host: Host;

  /**
   * Versions of the service, each a part of its endpoints, to which routes can point.
   *
   * Written as `subsets`: a list, each item `Subset`.
   *
   * @default - no versions
   */
  readonly subsets?: Subset[];

  /**
   * How all endpoints are called, whatever their version.
   *
   * Written as `trafficPolicy`: `TrafficPolicy`.
   *
   * @default - the mesh's defaults
   */
  readonly trafficPolicy?: TrafficPolicy;

  /**
   * The rule counts only for callers with these labels, in its own namespace.
   *
   * Written as `workloadSelector`: `WorkloadSelector`.
   *
   * @default - all callers that see the rule
   */
  readonly workloadSelector?: WorkloadSelector;
}

/**
 * The cookie that ties a caller to an endpoint.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPCookie {
  /**
   * More attributes that the proxy gives to a cookie which it makes.
   *
   * Written as `attributes`: a list, each item `HTTPCookieAttribute`.
   *
   * @default - none
   */
  readonly attributes?: HTTPCookieAttribute[];

  /**
   * What the cookie is called.
   *
   * Written as `name`: a string.
   */
  readonly name: string;

  /**
   * The path that the proxy gives to a cookie which it makes.
   *
   * Written as `path`: a string.
   *
   * @default - none
   */
  readonly path?: string;

  /**
   * How long a cookie lives that the proxy makes; `0s` makes one that ends with the browser's session.
   *
   * Written as `ttl`: a duration such as `5s`.
   *
   * @default - the proxy makes no cookie
   */
  readonly ttl?: ProtoDuration;
}

/**
 * An attribute of a cookie, such as `SameSite`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPCookieAttribute {
  /**
   * What the attribute is called.
   *
   * Written as `name`: a string.
   */
  readonly name: string;

  /**
   * What the attribute is set to.
   *
   * Written as `value`: a string.
   *
   * @default - the name alone
   */
  readonly value?: string;
}

/**
 * Limits of HTTP requests to a service, from one proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPSettings {
  /**
   * Whether HTTP/1.1 requests travel over HTTP/2 between proxies.
   *
   * Written as `h2UpgradePolicy`: one of the words of `H2UpgradePolicy`.
   *
   * @default - `DEFAULT`
   */
  readonly h2UpgradePolicy?: H2UpgradePolicy;

  /**
   * Requests that may wait for a free connection, with HTTP/2 as well.
   *
   * Written as `http1MaxPendingRequests`: a whole number.
   *
   * @default - 4294967295
   */
  readonly http1MaxPendingRequests?: number;

  /**
   * PING frames on HTTP/2 connections.
   *
   * Written as `http2KeepAlive`: `ConnectionKeepalive`.
   *
   * @default - none are sent
   */
  readonly http2KeepAlive?: ConnectionKeepalive;

  /**
   * Requests that may be under way at once, with HTTP/1.1 as well.
   *
   * Written as `http2MaxRequests`: a whole number.
   *
   * @default - 4294967295
   */
  readonly http2MaxRequests?: number;

  /**
   * How long a connection without requests stays open.
   *
   * Written as `idleTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - that of `tcp`, or 1h
   */
  readonly idleTimeout?: ProtoDuration;

  /**
   * Requests at once on one HTTP/2 connection.
   *
   * Written as `maxConcurrentStreams`: a whole number.
   *
   * @default - 2147483647
   */
  readonly maxConcurrentStreams?: number;

  /**
   * Requests after which a connection is closed; 1 turns keep-alive off.
   *
   * Written as `maxRequestsPerConnection`: a whole number.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;

  /**
   * Repeated requests that may be under way at once, over all endpoints.
   *
   * Written as `maxRetries`: a whole number.
   *
   * @default - 4294967295
   */
  readonly maxRetries?: number;

  /**
   * Whether the service is called in the HTTP version that the caller used; `h2UpgradePolicy` then has no effect.
   *
   * Written as `useClientProtocol`: true or false.
   *
   * @default - false
   */
  readonly useClientProtocol?: boolean;
}

/**
 * Which endpoint gets the next request.
 *
 * At most one of `simple` and `consistentHash` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class LoadBalancerSettings {
  /**
   * One of the algorithms without settings.
   *
   * Written as `simple`: one of the words of `SimpleLB`.
   *
   * @param value one of the words of `SimpleLB`
   * @param options the other fields
   */
  public static simple(value: SimpleLB, options?: LoadBalancerSettingsOptions): LoadBalancerSettings {
    return new LoadBalancerSettings({ ...options, simple: value });
  }

  /**
   * By a hash of the request, so that a caller stays with an endpoint.
   *
   * Written as `consistentHash`: `ConsistentHashLB`.
   *
   * @param value `ConsistentHashLB`
   * @param options the other fields
   */
  public static consistentHash(value: ConsistentHashLB, options?: LoadBalancerSettingsOptions): LoadBalancerSettings {
    return new LoadBalancerSettings({ ...options, consistentHash: value });
  }

  /**
   * None of `simple` and `consistentHash`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: LoadBalancerSettingsOptions): LoadBalancerSettings {
    return new LoadBalancerSettings(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `LoadBalancerSettings` beside `simple` and `consistentHash`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LoadBalancerSettingsOptions {
  /**
   * How endpoints near to the caller are preferred, in place of all that the mesh says of it. It excludes `zoneAwareLbSetting`.
   *
   * Written as `localityLbSetting`: `LocalityLoadBalancerSetting`.
   *
   * @default - the mesh's `localityLbSetting`, which is enabled
   */
  readonly localityLbSetting?: LocalityLoadBalancerSetting;

  /**
   * New endpoints get few requests at first. For `ROUND_ROBIN` and `LEAST_REQUEST` only.
   *
   * Written as `warmup`: `WarmupConfiguration`.
   *
   * @default - a full share from the start
   */
  readonly warmup?: WarmupConfiguration;

  /**
   * How long new endpoints get fewer requests. Use `warmup` in its place, which says more.
   *
   * Written as `warmupDurationSecs`: a duration such as `5s`, at least `1ms`.
   *
   * @default - a full share from the start
   */
  readonly warmupDurationSecs?: ProtoDuration;

  /**
   * How zones share the load by the number of their endpoints, in place of all that the mesh says of it. It excludes
   * `localityLbSetting`.
   *
   * Written as `zoneAwareLbSetting`: `ZoneAwareLoadBalancerSetting`.
   *
   * @default - the mesh's `zoneAwareLbSetting`
   */
  readonly zoneAwareLbSetting?: ZoneAwareLoadBalancerSetting;
}

/**
 * How the calls of one locality are shared out.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityDistribute {
  /**
   * Where the callers are, as `region/zone/subzone`, with `*` for any.
   *
   * Written as `from`: a string.
   *
   * @default - none; it is needed
   */
  readonly from?: string;

  /**
   * Percent of the calls for each locality; they make 100 together.
   *
   * Written as `to`: a map, each value a whole number, 0 or more.
   *
   * @default - none; it is needed
   */
  readonly to?: { readonly [key: string]: number };
}

/**
 * Where calls go from a region whose endpoints fail.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityFailover {
  /**
   * The region of the callers.
   *
   * Written as `from`: a string.
   *
   * @default - none; it is needed
   */
  readonly from?: string;

  /**
   * The region that takes over.
   *
   * Written as `to`: a string.
   *
   * @default - none; it is needed
   */
  readonly to?: string;
}

/**
 * How much the place of endpoints counts. Failing over needs outlier detection, or endpoints are never found ill.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityLoadBalancerSetting {
  /**
   * Fixed shares of the calls for localities. It excludes the two kinds of failover.
   *
   * Written as `distribute`: a list, each item `LocalityDistribute`.
   *
   * @default - each locality by the number of its endpoints
   */
  readonly distribute?: LocalityDistribute[];

  /**
   * Whether the place of endpoints counts, whatever the mesh says.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Which region takes over from which. It excludes `distribute`; with `failoverPriority`, regions are ordered by both.
   *
   * Written as `failover`: a list, each item `LocalityFailover`.
   *
   * @default - any other region
   */
  readonly failover?: LocalityFailover[];

  /**
   * Labels, or `label=value`, in the order of their weight: endpoints that agree with the caller in more of them, from the first on,
   * come first.
   *
   * Written as `failoverPriority`: a list, each item a string.
   *
   * @default - region, zone and subzone
   */
  readonly failoverPriority?: string[];
}

/**
 * The table of Maglev's algorithm.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface MagLev {
  /**
   * Entries of the table, a prime number up to 5000011. The larger, the fewer callers move when endpoints change.
   *
   * Written as `tableSize`: a whole number, 0 or more.
   *
   * @default - 65537
   */
  readonly tableSize?: number;
}

/**
 * Endpoints that keep failing get no requests for a while.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface OutlierDetection {
  /**
   * How long an endpoint is left out the first time; each further time adds as much again.
   *
   * Written as `baseEjectionTime`: a duration such as `5s`, at least `1ms`.
   *
   * @default - 30s
   */
  readonly baseEjectionTime?: ProtoDuration;

  /**
   * Answers from 500 on, in a row, after which an endpoint is left out; 0 turns it off. With TCP, failed connections count.
   *
   * Written as `consecutive5xxErrors`: a whole number, 0 or more.
   *
   * @default - 5
   */
  readonly consecutive5xxErrors?: number;

  /**
   * Errors in a row after which an endpoint is left out. Istiod does not read it any more.
   *
   * Written as `consecutiveErrors`: a whole number.
   *
   * @default - see `consecutive5xxErrors`
   * @deprecated use `consecutive5xxErrors` or `consecutiveGatewayErrors`
   */
  readonly consecutiveErrors?: number;

  /**
   * Answers 502, 503 and 504 in a row after which an endpoint is left out; 0 turns it off. Only a number below
   * `consecutive5xxErrors` has an effect.
   *
   * Written as `consecutiveGatewayErrors`: a whole number, 0 or more.
   *
   * @default - off
   */
  readonly consecutiveGatewayErrors?: number;

  /**
   * Failures in a row that the proxy itself meets, such as refused connections. It needs `splitExternalLocalOriginErrors`.
   *
   * Written as `consecutiveLocalOriginFailures`: a whole number, 0 or more.
   *
   * @default - 5
   */
  readonly consecutiveLocalOriginFailures?: number;

  /**
   * Time between two looks at all endpoints.
   *
   * Written as `interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - 10s
   */
  readonly interval?: ProtoDuration;

  /**
   * The largest part of a service's endpoints that is left out at once, in percent.
   *
   * Written as `maxEjectionPercent`: a number from 0 to 100.
   *
   * @default - 10
   */
  readonly maxEjectionPercent?: Percentage;

  /**
   * Percent of healthy endpoints below which all are called again, ill ones too; 0 never does so.
   *
   * Written as `minHealthPercent`: a number from 0 to 100.
   *
   * @default - 0
   */
  readonly minHealthPercent?: Percentage;

  /**
   * HTTP status codes that count as errors. The thresholds stay those of the other fields.
   *
   * Written as `outlierDetectionHttpErrorCodes`: a list, each item a whole number, at least 100, at most 599.
   *
   * @default - those from 500 to 599
   */
  readonly outlierDetectionHttpErrorCodes?: number[];

  /**
   * Whether failures that the proxy meets are counted apart from error answers of the service.
   *
   * Written as `splitExternalLocalOriginErrors`: true or false.
   *
   * @default - false
   */
  readonly splitExternalLocalOriginErrors?: boolean;
}

/**
 * How one port of a service is called. What is not written here falls back to the mesh's defaults, not to the rule around it.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface PortTrafficPolicy {
  /**
   * How many connections and requests the port gets.
   *
   * Written as `connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - the mesh's `defaultTrafficPolicy`, or no limits
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * Which endpoint gets the next request on the port.
   *
   * Written as `loadBalancer`: `LoadBalancerSettings`.
   *
   * @default - `LEAST_REQUEST`
   */
  readonly loadBalancer?: LoadBalancerSettings;

  /**
   * When endpoints are left out of the port's traffic.
   *
   * Written as `outlierDetection`: `OutlierDetection`.
   *
   * @default - the mesh's `defaultTrafficPolicy`, or never
   */
  readonly outlierDetection?: OutlierDetection;

  /**
   * The port of the service, by number.
   *
   * Written as `port`: `PortSelector`.
   *
   * @default - none; it is needed
   */
  readonly port?: PortSelector;

  /**
   * How connections to the port are encrypted.
   *
   * Written as `tls`: `ClientTLSSettings`.
   *
   * @default - mutual TLS where the endpoint has a proxy
   */
  readonly tls?: ClientTLSSettings;
}

/**
 * A line ahead of each connection that tells the service who called.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ProxyProtocol {
  /**
   * The form of that line.
   *
   * Written as `version`: one of the words of `ProxyProtocolVersion`.
   *
   * @default - `V1`
   */
  readonly version?: ProxyProtocolVersion;
}

/**
 * How many requests may be under way as retries, compared with all requests.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface RetryBudget {
  /**
   * The time over which requests are counted. With `0s`, only those under way count.
   *
   * Written as `budgetInterval`: a duration such as `5s`.
   *
   * @default - `0s`
   */
  readonly budgetInterval?: ProtoDuration;

  /**
   * Retries that may always be under way, however few requests there are.
   *
   * Written as `minRetryConcurrency`: a whole number, 0 or more.
   *
   * @default - 3
   */
  readonly minRetryConcurrency?: number;

  /**
   * Percent of the active and waiting requests that may be retries.
   *
   * Written as `percent`: a number from 0 to 100.
   *
   * @default - 20
   */
  readonly percent?: Percentage;
}

/**
 * The ring of the consistent hash.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface RingHash {
  /**
   * The least number of places on the ring. More places share the load more evenly.
   *
   * Written as `minimumRingSize`: a whole number, 0 or more.
   *
   * @default - 1024
   */
  readonly minimumRingSize?: number;
}

/**
 * A version of a service: some of its endpoints, under a name.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface Subset {
  /**
   * Labels that an endpoint must have to belong here.
   *
   * Written as `labels`: a map, each value a string.
   *
   * @default - all endpoints
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * What routes call it.
   *
   * Written as `name`: a string.
   */
  readonly name: string;

  /**
   * How this version is called, field by field in place of what holds for the whole host. It counts only when a route names the
   * subset.
   *
   * Written as `trafficPolicy`: `TrafficPolicy`.
   *
   * @default - as the whole host
   */
  readonly trafficPolicy?: TrafficPolicy;
}

/**
 * Limits and timeouts of connections to a service, from one proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TCPSettings {
  /**
   * How long connecting may take.
   *
   * Written as `connectTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - the mesh's `connectTimeout`, which is 10s
   */
  readonly connectTimeout?: ProtoDuration;

  /**
   * How long a connection may carry no byte before it is closed; `0s` sets no limit.
   *
   * Written as `idleTimeout`: a duration such as `5s`.
   *
   * @default - 1h
   */
  readonly idleTimeout?: ProtoDuration;

  /**
   * The longest that a connection lives.
   *
   * Written as `maxConnectionDuration`: a duration such as `5s`, at least `1ms`.
   *
   * @default - no limit
   */
  readonly maxConnectionDuration?: ProtoDuration;

  /**
   * Connections at once, for TCP and HTTP/1.1.
   *
   * Written as `maxConnections`: a whole number.
   *
   * @default - 4294967295
   */
  readonly maxConnections?: number;

  /**
   * Probes of the operating system on connections that carry nothing.
   *
   * Written as `tcpKeepalive`: `TcpKeepalive`.
   *
   * @default - the mesh's `tcpKeepalive`, or none
   */
  readonly tcpKeepalive?: TcpKeepalive;
}

/**
 * Probes by which the operating system finds dead connections.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TcpKeepalive {
  /**
   * Time between two probes.
   *
   * Written as `interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - the system's, 75s on Linux
   */
  readonly interval?: ProtoDuration;

  /**
   * Probes without an answer after which the connection is dead.
   *
   * Written as `probes`: a whole number, 0 or more.
   *
   * @default - the system's, 9 on Linux
   */
  readonly probes?: number;

  /**
   * How long a connection is idle before the first probe.
   *
   * Written as `time`: a duration such as `5s`, at least `1ms`.
   *
   * @default - the system's, 2h on Linux
   */
  readonly time?: ProtoDuration;
}

/**
 * How a service is called, once a route has chosen it.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TrafficPolicy {
  /**
   * How many connections and requests are open at once.
   *
   * Written as `connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - the mesh's `defaultTrafficPolicy`, or no limits
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * Which endpoint gets the next request.
   *
   * Written as `loadBalancer`: `LoadBalancerSettings`.
   *
   * @default - `LEAST_REQUEST`
   */
  readonly loadBalancer?: LoadBalancerSettings;

  /**
   * When failing endpoints are left out for a while.
   *
   * Written as `outlierDetection`: `OutlierDetection`.
   *
   * @default - the mesh's `defaultTrafficPolicy`, or never
   */
  readonly outlierDetection?: OutlierDetection;

  /**
   * Policies of single ports. Each stands alone: nothing is taken over from the policy around it.
   *
   * Written as `portLevelSettings`: a list, each item `PortTrafficPolicy`, at most 4096 items.
   *
   * @default - every port alike
   */
  readonly portLevelSettings?: PortTrafficPolicy[];

  /**
   * A line ahead of each connection with the caller's address.
   *
   * Written as `proxyProtocol`: `ProxyProtocol`.
   *
   * @default - none is sent
   */
  readonly proxyProtocol?: ProxyProtocol;

  /**
   * How many requests may be retries.
   *
   * Written as `retryBudget`: `RetryBudget`.
   *
   * @default - retries are not limited by a budget
   */
  readonly retryBudget?: RetryBudget;

  /**
   * How connections are encrypted.
   *
   * Written as `tls`: `ClientTLSSettings`.
   *
   * @default - mutual TLS where the endpoint has a proxy
   */
  readonly tls?: ClientTLSSettings;

  /**
   * Connections wrapped into HTTP requests to another proxy. For TCP and TLS routes only.
   *
   * Written as `tunnel`: `TunnelSettings`.
   *
   * @default - no tunnel
   */
  readonly tunnel?: TunnelSettings;
}

/**
 * How a connection travels inside HTTP to where it is going.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TunnelSettings {
  /**
   * The HTTP method of the wrapping: `CONNECT` or `POST`.
   *
   * Written as `protocol`: a string.
   *
   * @default - `CONNECT`
   */
  readonly protocol?: string;

  /**
   * Where the wrapped connection ends: a full domain name or an IP address.
   *
   * Written as `targetHost`: a host, such as `www.example.com`.
   */
  readonly targetHost: Host;

  /**
   * The port where the wrapped connection ends.
   *
   * Written as `targetPort`: a port, 1 to 65535.
   */
  readonly targetPort: PortNumber;
}

/**
 * How the share of a new endpoint grows.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface WarmupConfiguration {
  /**
   * How the share grows: 1 in a straight line, more in a curve.
   *
   * Written as `aggression`: a number, at least 0.
   *
   * @default - 1
   */
  readonly aggression?: number;

  /**
   * How long it takes to get a full share.
   *
   * Written as `duration`: a duration such as `5s`, at least `1ms`.
   */
  readonly duration: ProtoDuration;

  /**
   * The share to begin with, in percent of a full one.
   *
   * Written as `minimumPercent`: a number from 0 to 100.
   *
   * @default - 10
   */
  readonly minimumPercent?: Percentage;
}

/**
 * Where calls go from a region whose endpoints fail.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ZoneAwareFailover {
  /**
   * The region of the callers.
   *
   * Written as `from`: a string.
   *
   * @default - none; it is needed
   */
  readonly from?: string;

  /**
   * The region that takes over.
   *
   * Written as `to`: a string.
   *
   * @default - none; it is needed
   */
  readonly to?: string;
}

/**
 * Calls stay in the caller's zone as far as its endpoints suffice, and flow over into others. The proxy must know itself:
 * `ISTIO_META_ENABLE_SELF_DISCOVERY=true`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ZoneAwareLoadBalancerSetting {
  /**
   * Whether zones are balanced so, whatever the mesh says.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Which region takes over from which.
   *
   * Written as `failover`: a list, each item `ZoneAwareFailover`.
   *
   * @default - any other region
   */
  readonly failover?: ZoneAwareFailover[];

  /**
   * Labels, or `label=value`, by which endpoints are ordered within and beyond the region; those of region, zone and subzone are not
   * among them.
   *
   * Written as `failoverPriority`: a list, each item a string.
   *
   * @default - no order by labels
   */
  readonly failoverPriority?: string[];

  /**
   * Endpoints in the region below which zones do not count.
   *
   * Written as `minClusterSize`: a whole number, at least 1.
   *
   * @default - 6
   */
  readonly minClusterSize?: number;
}

/**
 * Whether a proxy encrypts its connections to a service.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum ClientTLSMode {
  /**
   * Plain text, without any certificate.
   */
  DISABLE = 'DISABLE',

  /**
   * TLS, where only the server shows a certificate.
   */
  SIMPLE = 'SIMPLE',

  /**
   * TLS, where the client shows a certificate of its own that you provide.
   */
  MUTUAL = 'MUTUAL',

  /**
   * TLS with the certificates that Istio issues to workloads; the other fields are left empty.
   */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

/**
 * Whether HTTP/1.1 travels over HTTP/2.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum H2UpgradePolicy {
  /**
   * As the mesh's `h2UpgradePolicy` says, which is not to upgrade.
   */
  DEFAULT = 'DEFAULT',

  /**
   * Never, whatever the mesh says.
   */
  DO_NOT_UPGRADE = 'DO_NOT_UPGRADE',

  /**
   * Always; the service must understand HTTP/2.
   */
  UPGRADE = 'UPGRADE',
}

/**
 * The form of the line that tells who called.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum ProxyProtocolVersion {
  /**
   * Text that people can read.
   */
  V1 = 'V1',

  /**
   * The shorter, binary form.
   */
  V2 = 'V2',
}

/**
 * Algorithms for the next endpoint that need no settings.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum SimpleLB {
  /**
   * The default, which is `LEAST_REQUEST`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The old name of `LEAST_REQUEST`, which is to be used.
   */
  LEAST_CONN = 'LEAST_CONN',

  /**
   * Any healthy endpoint, by chance.
   */
  RANDOM = 'RANDOM',

  /**
   * The address that the caller chose, without balancing.
   */
  PASSTHROUGH = 'PASSTHROUGH',

  /**
   * Each endpoint in turn. It can overload some, so `LEAST_REQUEST` is mostly better.
   */
  ROUND_ROBIN = 'ROUND_ROBIN',

  /**
   * The endpoint with fewer open requests of two that are drawn by chance.
   */
  LEAST_REQUEST = 'LEAST_REQUEST',
}
