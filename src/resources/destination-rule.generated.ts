// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadSelector } from './selector.generated';
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
  }
}

/**
 * The message `ClientTLSSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ClientTLSSettings {
  /**
   * `ClientTLSSettings.caCertificates`: a string.
   *
   * @default - not set
   */
  readonly caCertificates?: string;

  /**
   * `ClientTLSSettings.caCrl`: a string.
   *
   * @default - not set
   */
  readonly caCrl?: string;

  /**
   * `ClientTLSSettings.clientCertificate`: a string.
   *
   * @default - not set
   */
  readonly clientCertificate?: string;

  /**
   * `ClientTLSSettings.credentialName`: a string.
   *
   * @default - not set
   */
  readonly credentialName?: string;

  /**
   * `ClientTLSSettings.insecureSkipVerify`: true or false.
   *
   * @default - not set
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * `ClientTLSSettings.mode`: one of the words of `ClientTLSMode`.
   *
   * @default - not set
   */
  readonly mode?: ClientTLSMode;

  /**
   * `ClientTLSSettings.privateKey`: a string.
   *
   * @default - not set
   */
  readonly privateKey?: string;

  /**
   * `ClientTLSSettings.sni`: a string.
   *
   * @default - not set
   */
  readonly sni?: string;

  /**
   * `ClientTLSSettings.subjectAltNames`: a list, each item a string.
   *
   * @default - not set
   */
  readonly subjectAltNames?: string[];
}

/**
 * The message `ConnectionKeepalive`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConnectionKeepalive {
  /**
   * `ConnectionKeepalive.interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly interval?: ProtoDuration;

  /**
   * `ConnectionKeepalive.timeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly timeout?: ProtoDuration;
}

/**
 * The message `ConnectionPoolSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConnectionPoolSettings {
  /**
   * `ConnectionPoolSettings.http`: `HTTPSettings`.
   *
   * @default - not set
   */
  readonly http?: HTTPSettings;

  /**
   * `ConnectionPoolSettings.tcp`: `TCPSettings`.
   *
   * @default - not set
   */
  readonly tcp?: TCPSettings;
}

/**
 * The message `ConsistentHashLB`.
 *
 * At most one of `httpHeaderName`, `httpCookie`, `useSourceIp` and `httpQueryParameterName` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class ConsistentHashLB {
  /**
   * `ConsistentHashLB.httpHeaderName`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static httpHeaderName(value: string, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, httpHeaderName: value });
  }

  /**
   * `ConsistentHashLB.httpCookie`: `HTTPCookie`.
   *
   * @param value `HTTPCookie`
   * @param options the other fields
   */
  public static httpCookie(value: HTTPCookie, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, httpCookie: value });
  }

  /**
   * `ConsistentHashLB.useSourceIp`: true or false.
   *
   * @param value true or false; true where it is not given
   * @param options the other fields
   */
  public static useSourceIp(value: boolean = true, options?: ConsistentHashLBOptions): ConsistentHashLB {
    return new ConsistentHashLB({ ...options, useSourceIp: value });
  }

  /**
   * `ConsistentHashLB.httpQueryParameterName`: a string.
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
   * `ConsistentHashLB.minimumRingSize`: a whole number, 0 or more.
   *
   * @default - not set
   * @deprecated Istio advises against it
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
   * `ConsistentHashLB.ringHash`: `RingHash`.
   *
   * @param value `RingHash`
   */
  public static ringHash(value: RingHash): ConsistentHashAlgorithm {
    return new ConsistentHashAlgorithm({ ringHash: value });
  }

  /**
   * `ConsistentHashLB.maglev`: `MagLev`.
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
 * The message `DestinationRuleSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleSpec {
  /**
   * `DestinationRuleSpec.exportTo`: a list, each item a string.
   *
   * @default - not set
   */
  readonly exportTo?: string[];

  /**
   * `DestinationRuleSpec.host`: a string.
   */
  readonly host: Host;

  /**
   * `DestinationRuleSpec.subsets`: a list, each item `Subset`.
   *
   * @default - not set
   */
  readonly subsets?: Subset[];

  /**
   * `DestinationRuleSpec.trafficPolicy`: `TrafficPolicy`.
   *
   * @default - not set
   */
  readonly trafficPolicy?: TrafficPolicy;

  /**
   * `DestinationRuleSpec.workloadSelector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly workloadSelector?: WorkloadSelector;
}

/**
 * The message `HTTPCookie`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPCookie {
  /**
   * `HTTPCookie.attributes`: a list, each item `HTTPCookieAttribute`.
   *
   * @default - not set
   */
  readonly attributes?: HTTPCookieAttribute[];

  /**
   * `HTTPCookie.name`: a string.
   */
  readonly name: string;

  /**
   * `HTTPCookie.path`: a string.
   *
   * @default - not set
   */
  readonly path?: string;

  /**
   * `HTTPCookie.ttl`: a string.
   *
   * @default - not set
   */
  readonly ttl?: ProtoDuration;
}

/**
 * The message `HTTPCookieAttribute`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPCookieAttribute {
  /**
   * `HTTPCookieAttribute.name`: a string.
   */
  readonly name: string;

  /**
   * `HTTPCookieAttribute.value`: a string.
   *
   * @default - not set
   */
  readonly value?: string;
}

/**
 * The message `HTTPSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface HTTPSettings {
  /**
   * `HTTPSettings.h2UpgradePolicy`: one of the words of `H2UpgradePolicy`.
   *
   * @default - not set
   */
  readonly h2UpgradePolicy?: H2UpgradePolicy;

  /**
   * `HTTPSettings.http1MaxPendingRequests`: a whole number.
   *
   * @default - not set
   */
  readonly http1MaxPendingRequests?: number;

  /**
   * `HTTPSettings.http2KeepAlive`: `ConnectionKeepalive`.
   *
   * @default - not set
   */
  readonly http2KeepAlive?: ConnectionKeepalive;

  /**
   * `HTTPSettings.http2MaxRequests`: a whole number.
   *
   * @default - not set
   */
  readonly http2MaxRequests?: number;

  /**
   * `HTTPSettings.idleTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly idleTimeout?: ProtoDuration;

  /**
   * `HTTPSettings.maxConcurrentStreams`: a whole number.
   *
   * @default - not set
   */
  readonly maxConcurrentStreams?: number;

  /**
   * `HTTPSettings.maxRequestsPerConnection`: a whole number.
   *
   * @default - not set
   */
  readonly maxRequestsPerConnection?: number;

  /**
   * `HTTPSettings.maxRetries`: a whole number.
   *
   * @default - not set
   */
  readonly maxRetries?: number;

  /**
   * `HTTPSettings.useClientProtocol`: true or false.
   *
   * @default - not set
   */
  readonly useClientProtocol?: boolean;
}

/**
 * The message `LoadBalancerSettings`.
 *
 * At most one of `simple` and `consistentHash` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class LoadBalancerSettings {
  /**
   * `LoadBalancerSettings.simple`: one of the words of `SimpleLB`.
   *
   * @param value one of the words of `SimpleLB`
   * @param options the other fields
   */
  public static simple(value: SimpleLB, options?: LoadBalancerSettingsOptions): LoadBalancerSettings {
    return new LoadBalancerSettings({ ...options, simple: value });
  }

  /**
   * `LoadBalancerSettings.consistentHash`: `ConsistentHashLB`.
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
   * `LoadBalancerSettings.localityLbSetting`: `LocalityLoadBalancerSetting`.
   *
   * @default - not set
   */
  readonly localityLbSetting?: LocalityLoadBalancerSetting;

  /**
   * `LoadBalancerSettings.warmup`: `WarmupConfiguration`.
   *
   * @default - not set
   */
  readonly warmup?: WarmupConfiguration;

  /**
   * `LoadBalancerSettings.warmupDurationSecs`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly warmupDurationSecs?: ProtoDuration;

  /**
   * `LoadBalancerSettings.zoneAwareLbSetting`: `ZoneAwareLoadBalancerSetting`.
   *
   * @default - not set
   */
  readonly zoneAwareLbSetting?: ZoneAwareLoadBalancerSetting;
}

/**
 * The message `LocalityDistribute`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityDistribute {
  /**
   * `LocalityDistribute.from`: a string.
   *
   * @default - not set
   */
  readonly from?: string;

  /**
   * `LocalityDistribute.to`: a map, each value a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly to?: { readonly [key: string]: number };
}

/**
 * The message `LocalityFailover`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityFailover {
  /**
   * `LocalityFailover.from`: a string.
   *
   * @default - not set
   */
  readonly from?: string;

  /**
   * `LocalityFailover.to`: a string.
   *
   * @default - not set
   */
  readonly to?: string;
}

/**
 * The message `LocalityLoadBalancerSetting`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface LocalityLoadBalancerSetting {
  /**
   * `LocalityLoadBalancerSetting.distribute`: a list, each item `LocalityDistribute`.
   *
   * @default - not set
   */
  readonly distribute?: LocalityDistribute[];

  /**
   * `LocalityLoadBalancerSetting.enabled`: true or false.
   *
   * @default - not set
   */
  readonly enabled?: boolean;

  /**
   * `LocalityLoadBalancerSetting.failover`: a list, each item `LocalityFailover`.
   *
   * @default - not set
   */
  readonly failover?: LocalityFailover[];

  /**
   * `LocalityLoadBalancerSetting.failoverPriority`: a list, each item a string.
   *
   * @default - not set
   */
  readonly failoverPriority?: string[];
}

/**
 * The message `MagLev`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface MagLev {
  /**
   * `MagLev.tableSize`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly tableSize?: number;
}

/**
 * The message `OutlierDetection`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface OutlierDetection {
  /**
   * `OutlierDetection.baseEjectionTime`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly baseEjectionTime?: ProtoDuration;

  /**
   * `OutlierDetection.consecutive5xxErrors`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly consecutive5xxErrors?: number;

  /**
   * `OutlierDetection.consecutiveErrors`: a whole number.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly consecutiveErrors?: number;

  /**
   * `OutlierDetection.consecutiveGatewayErrors`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly consecutiveGatewayErrors?: number;

  /**
   * `OutlierDetection.consecutiveLocalOriginFailures`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly consecutiveLocalOriginFailures?: number;

  /**
   * `OutlierDetection.interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly interval?: ProtoDuration;

  /**
   * `OutlierDetection.maxEjectionPercent`: a whole number.
   *
   * @default - not set
   */
  readonly maxEjectionPercent?: Percentage;

  /**
   * `OutlierDetection.minHealthPercent`: a whole number.
   *
   * @default - not set
   */
  readonly minHealthPercent?: Percentage;

  /**
   * `OutlierDetection.outlierDetectionHttpErrorCodes`: a list, each item a whole number, at least 100, at most 599.
   *
   * @default - not set
   */
  readonly outlierDetectionHttpErrorCodes?: number[];

  /**
   * `OutlierDetection.splitExternalLocalOriginErrors`: true or false.
   *
   * @default - not set
   */
  readonly splitExternalLocalOriginErrors?: boolean;
}

/**
 * The message `PortTrafficPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface PortTrafficPolicy {
  /**
   * `PortTrafficPolicy.connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - not set
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * `PortTrafficPolicy.loadBalancer`: `LoadBalancerSettings`.
   *
   * @default - not set
   */
  readonly loadBalancer?: LoadBalancerSettings;

  /**
   * `PortTrafficPolicy.outlierDetection`: `OutlierDetection`.
   *
   * @default - not set
   */
  readonly outlierDetection?: OutlierDetection;

  /**
   * `PortTrafficPolicy.port`: `PortSelector`.
   *
   * @default - not set
   */
  readonly port?: PortSelector;

  /**
   * `PortTrafficPolicy.tls`: `ClientTLSSettings`.
   *
   * @default - not set
   */
  readonly tls?: ClientTLSSettings;
}

/**
 * The message `ProxyProtocol`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ProxyProtocol {
  /**
   * `ProxyProtocol.version`: one of the words of `ProxyProtocolVersion`.
   *
   * @default - not set
   */
  readonly version?: ProxyProtocolVersion;
}

/**
 * The message `RetryBudget`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface RetryBudget {
  /**
   * `RetryBudget.budgetInterval`: a string.
   *
   * @default - not set
   */
  readonly budgetInterval?: ProtoDuration;

  /**
   * `RetryBudget.minRetryConcurrency`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly minRetryConcurrency?: number;

  /**
   * `RetryBudget.percent`: a number from 0 to 100.
   *
   * @default - not set
   */
  readonly percent?: Percentage;
}

/**
 * The message `RingHash`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface RingHash {
  /**
   * `RingHash.minimumRingSize`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly minimumRingSize?: number;
}

/**
 * The message `Subset`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface Subset {
  /**
   * `Subset.labels`: a map, each value a string.
   *
   * @default - not set
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * `Subset.name`: a string.
   */
  readonly name: string;

  /**
   * `Subset.trafficPolicy`: `TrafficPolicy`.
   *
   * @default - not set
   */
  readonly trafficPolicy?: TrafficPolicy;
}

/**
 * The message `TCPSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TCPSettings {
  /**
   * `TCPSettings.connectTimeout`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly connectTimeout?: ProtoDuration;

  /**
   * `TCPSettings.idleTimeout`: a string.
   *
   * @default - not set
   */
  readonly idleTimeout?: ProtoDuration;

  /**
   * `TCPSettings.maxConnectionDuration`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly maxConnectionDuration?: ProtoDuration;

  /**
   * `TCPSettings.maxConnections`: a whole number.
   *
   * @default - not set
   */
  readonly maxConnections?: number;

  /**
   * `TCPSettings.tcpKeepalive`: `TcpKeepalive`.
   *
   * @default - not set
   */
  readonly tcpKeepalive?: TcpKeepalive;
}

/**
 * The message `TcpKeepalive`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TcpKeepalive {
  /**
   * `TcpKeepalive.interval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly interval?: ProtoDuration;

  /**
   * `TcpKeepalive.probes`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly probes?: number;

  /**
   * `TcpKeepalive.time`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly time?: ProtoDuration;
}

/**
 * The message `TrafficPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TrafficPolicy {
  /**
   * `TrafficPolicy.connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - not set
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * `TrafficPolicy.loadBalancer`: `LoadBalancerSettings`.
   *
   * @default - not set
   */
  readonly loadBalancer?: LoadBalancerSettings;

  /**
   * `TrafficPolicy.outlierDetection`: `OutlierDetection`.
   *
   * @default - not set
   */
  readonly outlierDetection?: OutlierDetection;

  /**
   * `TrafficPolicy.portLevelSettings`: a list, each item `PortTrafficPolicy`, at most 4096 items.
   *
   * @default - not set
   */
  readonly portLevelSettings?: PortTrafficPolicy[];

  /**
   * `TrafficPolicy.proxyProtocol`: `ProxyProtocol`.
   *
   * @default - not set
   */
  readonly proxyProtocol?: ProxyProtocol;

  /**
   * `TrafficPolicy.retryBudget`: `RetryBudget`.
   *
   * @default - not set
   */
  readonly retryBudget?: RetryBudget;

  /**
   * `TrafficPolicy.tls`: `ClientTLSSettings`.
   *
   * @default - not set
   */
  readonly tls?: ClientTLSSettings;

  /**
   * `TrafficPolicy.tunnel`: `TunnelSettings`.
   *
   * @default - not set
   */
  readonly tunnel?: TunnelSettings;
}

/**
 * The message `TunnelSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TunnelSettings {
  /**
   * `TunnelSettings.protocol`: a string.
   *
   * @default - not set
   */
  readonly protocol?: string;

  /**
   * `TunnelSettings.targetHost`: a string.
   */
  readonly targetHost: Host;

  /**
   * `TunnelSettings.targetPort`: a whole number, 0 or more.
   */
  readonly targetPort: PortNumber;
}

/**
 * The message `WarmupConfiguration`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface WarmupConfiguration {
  /**
   * `WarmupConfiguration.aggression`: a number, at least 0.
   *
   * @default - not set
   */
  readonly aggression?: number;

  /**
   * `WarmupConfiguration.duration`: a duration such as `5s`, at least `1ms`.
   */
  readonly duration: ProtoDuration;

  /**
   * `WarmupConfiguration.minimumPercent`: a number from 0 to 100.
   *
   * @default - not set
   */
  readonly minimumPercent?: Percentage;
}

/**
 * The message `ZoneAwareFailover`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ZoneAwareFailover {
  /**
   * `ZoneAwareFailover.from`: a string.
   *
   * @default - not set
   */
  readonly from?: string;

  /**
   * `ZoneAwareFailover.to`: a string.
   *
   * @default - not set
   */
  readonly to?: string;
}

/**
 * The message `ZoneAwareLoadBalancerSetting`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ZoneAwareLoadBalancerSetting {
  /**
   * `ZoneAwareLoadBalancerSetting.enabled`: true or false.
   *
   * @default - not set
   */
  readonly enabled?: boolean;

  /**
   * `ZoneAwareLoadBalancerSetting.failover`: a list, each item `ZoneAwareFailover`.
   *
   * @default - not set
   */
  readonly failover?: ZoneAwareFailover[];

  /**
   * `ZoneAwareLoadBalancerSetting.failoverPriority`: a list, each item a string.
   *
   * @default - not set
   */
  readonly failoverPriority?: string[];

  /**
   * `ZoneAwareLoadBalancerSetting.minClusterSize`: a whole number, at least 1.
   *
   * @default - not set
   */
  readonly minClusterSize?: number;
}

/**
 * The words of `ClientTLSMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum ClientTLSMode {
  /**
   * The word `DISABLE`.
   */
  DISABLE = 'DISABLE',

  /**
   * The word `SIMPLE`.
   */
  SIMPLE = 'SIMPLE',

  /**
   * The word `MUTUAL`.
   */
  MUTUAL = 'MUTUAL',

  /**
   * The word `ISTIO_MUTUAL`.
   */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

/**
 * The words of `H2UpgradePolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum H2UpgradePolicy {
  /**
   * The word `DEFAULT`.
   */
  DEFAULT = 'DEFAULT',

  /**
   * The word `DO_NOT_UPGRADE`.
   */
  DO_NOT_UPGRADE = 'DO_NOT_UPGRADE',

  /**
   * The word `UPGRADE`.
   */
  UPGRADE = 'UPGRADE',
}

/**
 * The words of `ProxyProtocolVersion`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum ProxyProtocolVersion {
  /**
   * The word `V1`.
   */
  V1 = 'V1',

  /**
   * The word `V2`.
   */
  V2 = 'V2',
}

/**
 * The words of `SimpleLB`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export enum SimpleLB {
  /**
   * The word `UNSPECIFIED`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The word `LEAST_CONN`.
   */
  LEAST_CONN = 'LEAST_CONN',

  /**
   * The word `RANDOM`.
   */
  RANDOM = 'RANDOM',

  /**
   * The word `PASSTHROUGH`.
   */
  PASSTHROUGH = 'PASSTHROUGH',

  /**
   * The word `ROUND_ROBIN`.
   */
  ROUND_ROBIN = 'ROUND_ROBIN',

  /**
   * The word `LEAST_REQUEST`.
   */
  LEAST_REQUEST = 'LEAST_REQUEST',
}
