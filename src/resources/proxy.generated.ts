// Generated from schema/ by `npx projen schema`. Do not edit.

import { ClientTLSSettings, TcpKeepalive } from './destination-rule.generated';
import { copyOf } from './manifest';
import { ProxyImage } from './proxy-config.generated';
import { ReadinessProbe } from './workload-group.generated';
import { Percentage } from '../reference/percentage';
import { PortNumber } from '../reference/port-number';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * The header `X-Envoy-Attempt-Count` of requests that may be retried.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface AttemptCountHeader {
  /**
   * Whether it is left as it is, rather than set.
   *
   * Written as `disabled`: true or false.
   *
   * @default - false
   */
  readonly disabled?: boolean;
}

/**
 * Private keys used with the CPU's CryptoMB instructions.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface CryptoMbKeyProvider {
  /**
   * How long requests wait to be done eight at a time; at least 1 ms. More throughput against more delay.
   *
   * Written as `pollDelay`: a duration such as `5s`.
   *
   * @default - must be set
   */
  readonly pollDelay?: ProtoDuration;

  /**
   * Whether software is used where the CPU lacks them.
   *
   * Written as `fallback`: true or false.
   *
   * @default - false
   */
  readonly fallback?: boolean;
}

/**
 * Traces to a Datadog agent.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DatadogTracing {
  /**
   * Host and port of the agent.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;
}

/**
 * Headers such as `X-Envoy-Upstream-Service-Time`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvoyDebugHeaders {
  /**
   * Whether they are left as they are, rather than set.
   *
   * Written as `disabled`: true or false.
   *
   * @default - false
   */
  readonly disabled?: boolean;
}

/**
 * What stands between clients and a gateway. It holds for gateways alone.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface GatewayTopology {
  /**
   * How many proxies before the gateway are trusted: the client is that many steps from the right in `X-Forwarded-For`.
   *
   * Written as `numTrustedProxies`: a whole number, 0 or more.
   *
   * @default - 0
   */
  readonly numTrustedProxies?: number;

  /**
   * What becomes of the header `X-Forwarded-Client-Cert`.
   *
   * Written as `forwardClientCertDetails`: one of the words of `ForwardClientCertDetails`.
   *
   * @default - `SANITIZE_SET`
   */
  readonly forwardClientCertDetails?: ForwardClientCertDetails;

  /**
   * That connections begin with the PROXY protocol.
   *
   * Written as `proxyProtocol`: `ProxyProtocolConfiguration`.
   *
   * @default - they do not
   */
  readonly proxyProtocol?: ProxyProtocolConfiguration;
}

/**
 * Traces to Lightstep, by OpenTelemetry's protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface LightstepTracing {
  /**
   * Host and port of the satellite pool.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;

  /**
   * The token by which Lightstep knows the sender.
   *
   * Written as `accessToken`: a string.
   *
   * @default - must be set
   */
  readonly accessToken?: string;
}

/**
 * What a proxy starts with: for the mesh, or in a pod's annotation `proxy.istio.io/config`. A field there replaces the whole field
 * of the mesh. Changes need a restart.
 *
 * At most one of `serviceCluster` and `tracingServiceName` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class MeshProxyConfig {
  /**
   * The name of the proxy's service for Envoy.
   *
   * Written as `serviceCluster`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static serviceCluster(value: string, options?: MeshProxyConfigOptions): MeshProxyConfig {
    return new MeshProxyConfig({ ...options, serviceCluster: value });
  }

  /**
   * How spans name their service.
   *
   * Written as `tracingServiceName`: one of the words of `TracingServiceName`.
   *
   * @param value one of the words of `TracingServiceName`
   * @param options the other fields
   */
  public static tracingServiceName(value: TracingServiceName, options?: MeshProxyConfigOptions): MeshProxyConfig {
    return new MeshProxyConfig({ ...options, tracingServiceName: value });
  }

  /**
   * None of `serviceCluster` and `tracingServiceName`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: MeshProxyConfigOptions): MeshProxyConfig {
    return new MeshProxyConfig(options ?? {});
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
 * The fields of `MeshProxyConfig` beside `serviceCluster` and `tracingServiceName`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshProxyConfigOptions {
  /**
   * The folder of the generated configuration.
   *
   * Written as `configPath`: a string.
   *
   * @default - ./etc/istio/proxy
   */
  readonly configPath?: string;

  /**
   * The proxy's program.
   *
   * Written as `binaryPath`: a string.
   *
   * @default - /usr/local/bin/envoy
   */
  readonly binaryPath?: string;

  /**
   * How long connections have to end when the proxy restarts; at least 1 s.
   *
   * Written as `drainDuration`: a duration such as `5s`.
   *
   * @default - 45s
   */
  readonly drainDuration?: ProtoDuration;

  /**
   * Host and port of istiod.
   *
   * Written as `discoveryAddress`: a string.
   *
   * @default - istiod.istio-system.svc:15012
   */
  readonly discoveryAddress?: string;

  /**
   * How often configuration was fetched.
   *
   * Written as `discoveryRefreshDelay`: a duration such as `5s`.
   *
   * @default - Istio's own
   * @deprecated it has no effect any more
   */
  readonly discoveryRefreshDelay?: ProtoDuration;

  /**
   * Where a Zipkin collector listens, as `HOST:PORT`.
   *
   * Written as `zipkinAddress`: a string.
   *
   * @default - none
   * @deprecated use tracing
   */
  readonly zipkinAddress?: string;

  /**
   * Host and port of a statsd that takes metrics over UDP.
   *
   * Written as `statsdUdpAddress`: a string.
   *
   * @default - none
   */
  readonly statsdUdpAddress?: string;

  /**
   * Host and port of a service that takes Envoy's metrics.
   *
   * Written as `envoyMetricsServiceAddress`: a string.
   *
   * @default - none
   * @deprecated use envoyMetricsService
   */
  readonly envoyMetricsServiceAddress?: string;

  /**
   * The port of Envoy's admin interface.
   *
   * Written as `proxyAdminPort`: a port, 1 to 65535.
   *
   * @default - 15000
   */
  readonly proxyAdminPort?: PortNumber;

  /**
   * The zone of the proxy.
   *
   * Written as `availabilityZone`: a string.
   *
   * @default - that of the node
   * @deprecated it has no effect any more
   */
  readonly availabilityZone?: string;

  /**
   * How the proxy connects to istiod.
   *
   * Written as `controlPlaneAuthPolicy`: one of the words of `ControlPlaneAuthPolicy`.
   *
   * @default - MUTUAL_TLS
   */
  readonly controlPlaneAuthPolicy?: ControlPlaneAuthPolicy;

  /**
   * A file with the whole configuration of the proxy, instead of istiod's.
   *
   * Written as `customConfigFile`: a string.
   *
   * @default - none
   */
  readonly customConfigFile?: string;

  /**
   * How long names in metrics may be.
   *
   * Written as `statNameLength`: a whole number.
   *
   * @default - 189
   */
  readonly statNameLength?: number;

  /**
   * Threads of the proxy; 0 for one a core, whatever its limits say.
   *
   * Written as `concurrency`: a whole number.
   *
   * @default - by its CPU request or limit
   */
  readonly concurrency?: number;

  /**
   * The template of Envoy's first configuration.
   *
   * Written as `proxyBootstrapTemplatePath`: a string.
   *
   * @default - `/var/lib/istio/envoy/envoy_bootstrap_tmpl.json`
   */
  readonly proxyBootstrapTemplatePath?: string;

  /**
   * How inbound traffic is brought to the proxy.
   *
   * Written as `interceptionMode`: one of the words of `InboundInterceptionMode`.
   *
   * @default - `REDIRECT`
   */
  readonly interceptionMode?: InboundInterceptionMode;

  /**
   * Where traces go, and how many.
   *
   * Written as `tracing`: `ProxyTracing`.
   *
   * @default - nowhere
   */
  readonly tracing?: ProxyTracing;

  /**
   * Where proxies get their secrets.
   *
   * Written as `sds`: `ProxySDS`.
   *
   * @default - by the agent
   * @deprecated it has no effect any more
   */
  readonly sds?: ProxySDS;

  /**
   * A service that takes access logs over gRPC.
   *
   * Written as `envoyAccessLogService`: `RemoteService`.
   *
   * @default - none
   */
  readonly envoyAccessLogService?: RemoteService;

  /**
   * A service that takes Envoy's metrics over gRPC.
   *
   * Written as `envoyMetricsService`: `RemoteService`.
   *
   * @default - none
   */
  readonly envoyMetricsService?: RemoteService;

  /**
   * Environment variables of the proxy. Those that begin with `ISTIO_META_` are told to istiod.
   *
   * Written as `proxyMetadata`: a map, each value a string.
   *
   * @default - none
   */
  readonly proxyMetadata?: { readonly [key: string]: string };

  /**
   * Runtime settings of Envoy, for experiments.
   *
   * Written as `runtimeValues`: a map, each value a string.
   *
   * @default - none
   */
  readonly runtimeValues?: { readonly [key: string]: string };

  /**
   * The port of the agent, for probes and merged metrics.
   *
   * Written as `statusPort`: a whole number.
   *
   * @default - 15020
   */
  readonly statusPort?: number;

  /**
   * Labels of metrics that telemetry extensions add. No longer needed.
   *
   * Written as `extraStatTags`: a list, each item a string.
   *
   * @default - none
   */
  readonly extraStatTags?: string[];

  /**
   * What stands between clients and a gateway.
   *
   * Written as `gatewayTopology`: `GatewayTopology`.
   *
   * @default - nothing
   */
  readonly gatewayTopology?: GatewayTopology;

  /**
   * How long connections have to end when a pod stops.
   *
   * Written as `terminationDrainDuration`: a duration such as `5s`.
   *
   * @default - 5s
   */
  readonly terminationDrainDuration?: ProtoDuration;

  /**
   * The name of the mesh in telemetry. All control planes of a mesh have the same.
   *
   * Written as `meshId`: a string.
   *
   * @default - the trust domain
   */
  readonly meshId?: string;

  /**
   * How the agent on a virtual machine checks the application.
   *
   * Written as `readinessProbe`: `ReadinessProbe`.
   *
   * @default - no check
   */
  readonly readinessProbe?: ReadinessProbe;

  /**
   * Statistics of Envoy that are made beside the few that Istio keeps. Each costs memory.
   *
   * Written as `proxyStatsMatcher`: `ProxyStatsMatcher`.
   *
   * @default - none
   */
  readonly proxyStatsMatcher?: ProxyStatsMatcher;

  /**
   * Whether the other containers of a pod start after the proxy is ready.
   *
   * Written as `holdApplicationUntilProxyStarts`: true or false.
   *
   * @default - false
   */
  readonly holdApplicationUntilProxyStarts?: boolean;

  /**
   * Root certificates that are trusted beside those of istiod, in PEM.
   *
   * Written as `caCertificatesPem`: a list, each item a string.
   *
   * @default - none
   */
  readonly caCertificatesPem?: string[];

  /**
   * Which build of the proxy image is used.
   *
   * Written as `image`: `ProxyImage`.
   *
   * @default - the default one
   */
  readonly image?: ProxyImage;

  /**
   * Hardware for work with private keys.
   *
   * Written as `privateKeyProvider`: `PrivateKeyProvider`.
   *
   * @default - none
   */
  readonly privateKeyProvider?: PrivateKeyProvider;

  /**
   * Which headers proxies add.
   *
   * Written as `proxyHeaders`: `ProxyHeaders`.
   *
   * @default - all but `X-Forwarded-Host` and `X-Forwarded-Port`
   */
  readonly proxyHeaders?: ProxyHeaders;

  /**
   * How long log lines wait in memory; at least 1 ms.
   *
   * Written as `fileFlushInterval`: a duration such as `5s`.
   *
   * @default - 1 s
   */
  readonly fileFlushInterval?: ProtoDuration;

  /**
   * Kilobytes of log lines that are kept in memory.
   *
   * Written as `fileFlushMinSizeKb`: a whole number, 0 or more.
   *
   * @default - 64
   */
  readonly fileFlushMinSizeKb?: number;

  /**
   * Whether metrics are compressed when asked for so.
   *
   * Written as `statsCompression`: true or false.
   *
   * @default - true
   */
  readonly statsCompression?: boolean;

  /**
   * Buffers, timeouts and limits of connections that come in.
   *
   * Written as `connectionSettings`: `ProxyConnectionSettings`.
   *
   * @default - Istio's own
   */
  readonly connectionSettings?: ProxyConnectionSettings;
}

/**
 * The headers `X-Envoy-Peer-Metadata` and `X-Envoy-Peer-Metadata-Id`, by which proxies know each other.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MetadataExchangeHeaders {
  /**
   * To whom they are sent.
   *
   * Written as `mode`: one of the words of `MetadataExchangeMode`.
   *
   * @default - to all
   */
  readonly mode?: MetadataExchangeMode;
}

/**
 * Traces to an OpenCensus agent.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface OpenCensusAgentTracing {
  /**
   * The agent, in gRPC's form, such as `dns:///host:port` or `unix:path`.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;

  /**
   * The headers that carry a trace; all are read, and all are written.
   *
   * Written as `context`: a list, each item one of the words of `OpenCensusAgentContext`.
   *
   * @default - `W3C_TRACE_CONTEXT`
   */
  readonly context?: OpenCensusAgentContext[];
}

/**
 * Hardware for work with private keys; one of them.
 *
 * At most one of `cryptomb` and `qat` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class PrivateKeyProvider {
  /**
   * The CPU's CryptoMB instructions.
   *
   * Written as `cryptomb`: `CryptoMbKeyProvider`.
   *
   * @param value `CryptoMbKeyProvider`
   */
  public static cryptomb(value: CryptoMbKeyProvider): PrivateKeyProvider {
    return new PrivateKeyProvider({ cryptomb: value });
  }

  /**
   * Intel's QuickAssist cards.
   *
   * Written as `qat`: `QATKeyProvider`.
   *
   * @param value `QATKeyProvider`
   */
  public static qat(value: QATKeyProvider): PrivateKeyProvider {
    return new PrivateKeyProvider({ qat: value });
  }

  /**
   * None of `cryptomb` and `qat`.
   */
  public static of(): PrivateKeyProvider {
    return new PrivateKeyProvider({});
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
 * Buffers, timeouts and limits of connections that come in. A field that is set wins over its profile.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyConnectionSettings {
  /**
   * Which settings hold where no field is set.
   *
   * Written as `profile`: one of the words of `ConnectionProfile`.
   *
   * @default - `SIDECAR`
   */
  readonly profile?: ConnectionProfile;

  /**
   * Bytes that an inbound connection may keep in memory.
   *
   * Written as `listenerPerConnectionBufferLimitBytes`: a whole number.
   *
   * @default - 32 KiB for `EDGE`, else 1 MiB
   */
  readonly listenerPerConnectionBufferLimitBytes?: number;

  /**
   * Bytes that an outbound connection may keep in memory.
   *
   * Written as `clusterPerConnectionBufferLimitBytes`: a whole number.
   *
   * @default - 32 KiB for `EDGE`, else 1 MiB
   */
  readonly clusterPerConnectionBufferLimitBytes?: number;

  /**
   * How long a connection without requests is kept.
   *
   * Written as `httpIdleTimeout`: a duration such as `5s`.
   *
   * @default - 1 h
   */
  readonly httpIdleTimeout?: ProtoDuration;

  /**
   * How long a connection is kept at most.
   *
   * Written as `httpMaxConnectionDuration`: a duration such as `5s`.
   *
   * @default - no limit
   */
  readonly httpMaxConnectionDuration?: ProtoDuration;

  /**
   * How long requests may go on after the client was told to go away.
   *
   * Written as `httpDrainTimeout`: a duration such as `5s`.
   *
   * @default - Envoy's own, 5 s
   */
  readonly httpDrainTimeout?: ProtoDuration;

  /**
   * How long a whole request may take to arrive.
   *
   * Written as `httpRequestTimeout`: a duration such as `5s`.
   *
   * @default - 5 min for `EDGE`, else no limit
   */
  readonly httpRequestTimeout?: ProtoDuration;

  /**
   * How long the headers of a request may take to arrive.
   *
   * Written as `httpRequestHeadersTimeout`: a duration such as `5s`.
   *
   * @default - no limit
   */
  readonly httpRequestHeadersTimeout?: ProtoDuration;

  /**
   * How long a request may be without any data.
   *
   * Written as `httpStreamIdleTimeout`: a duration such as `5s`.
   *
   * @default - 5 min for `EDGE`, else Envoy's own
   */
  readonly httpStreamIdleTimeout?: ProtoDuration;

  /**
   * How long a request with its response may take at most.
   *
   * Written as `httpMaxStreamDuration`: a duration such as `5s`.
   *
   * @default - no limit
   */
  readonly httpMaxStreamDuration?: ProtoDuration;

  /**
   * Requests at a time in a connection, for HTTP/2.
   *
   * Written as `httpMaxConcurrentStreams`: a whole number.
   *
   * @default - 100 for `EDGE`, else Envoy's own
   */
  readonly httpMaxConcurrentStreams?: number;

  /**
   * Bytes of a stream that may be on their way, for HTTP/2; 65535 or more.
   *
   * Written as `http2InitialStreamWindowSize`: a whole number.
   *
   * @default - 64 KiB for `EDGE`, else Envoy's own
   */
  readonly http2InitialStreamWindowSize?: number;

  /**
   * Bytes of a connection that may be on their way, for HTTP/2; 65535 or more.
   *
   * Written as `http2InitialConnectionWindowSize`: a whole number.
   *
   * @default - 1 MiB for `EDGE`, else Envoy's own
   */
  readonly http2InitialConnectionWindowSize?: number;

  /**
   * What becomes of requests with `_` in the name of a header.
   *
   * Written as `httpHeadersWithUnderscoresAction`: one of the words of `HeadersWithUnderscoresAction`.
   *
   * @default - refused for `EDGE`, else let through
   */
  readonly httpHeadersWithUnderscoresAction?: HeadersWithUnderscoresAction;

  /**
   * Whether slashes that follow each other become one.
   *
   * Written as `httpMergeSlashes`: true or false.
   *
   * @default - true for `EDGE`, else as pathNormalization says
   */
  readonly httpMergeSlashes?: boolean;

  /**
   * What becomes of paths with `%2F` or `%5C`.
   *
   * Written as `httpPathWithEscapedSlashesAction`: one of the words of `PathWithEscapedSlashesAction`.
   *
   * @default - unescaped and redirected for `EDGE`, else kept
   */
  readonly httpPathWithEscapedSlashesAction?: PathWithEscapedSlashesAction;

  /**
   * Connections that one listener takes.
   *
   * Written as `listenerConnectionLimit`: a whole number.
   *
   * @default - no limit
   */
  readonly listenerConnectionLimit?: number;

  /**
   * Connections that the proxy takes in all.
   *
   * Written as `globalDownstreamConnectionLimit`: a whole number.
   *
   * @default - no limit
   */
  readonly globalDownstreamConnectionLimit?: number;
}

/**
 * Where a tag of spans has its value from; one of them.
 *
 * At most one of `literal`, `environment` and `header` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class ProxyCustomTag {
  /**
   * The same value on every span.
   *
   * Written as `literal`: `ProxyLiteralTag`.
   *
   * @param value `ProxyLiteralTag`
   */
  public static literal(value: ProxyLiteralTag): ProxyCustomTag {
    return new ProxyCustomTag({ literal: value });
  }

  /**
   * A variable of the proxy.
   *
   * Written as `environment`: `ProxyEnvironmentTag`.
   *
   * @param value `ProxyEnvironmentTag`
   */
  public static environment(value: ProxyEnvironmentTag): ProxyCustomTag {
    return new ProxyCustomTag({ environment: value });
  }

  /**
   * A header of the request.
   *
   * Written as `header`: `ProxyHeaderTag`.
   *
   * @param value `ProxyHeaderTag`
   */
  public static header(value: ProxyHeaderTag): ProxyCustomTag {
    return new ProxyCustomTag({ header: value });
  }

  /**
   * None of `literal`, `environment` and `header`.
   */
  public static of(): ProxyCustomTag {
    return new ProxyCustomTag({});
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
 * A variable of the proxy as the value of a tag.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyEnvironmentTag {
  /**
   * The variable that is read.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * The value where the variable is not set.
   *
   * Written as `defaultValue`: a string.
   *
   * @default - no tag
   */
  readonly defaultValue?: string;
}

/**
 * A header of the request as the value of a tag.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyHeaderTag {
  /**
   * The header that is read.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * The value where the header is not there.
   *
   * Written as `defaultValue`: a string.
   *
   * @default - no tag
   */
  readonly defaultValue?: string;
}

/**
 * Which headers proxies add.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyHeaders {
  /**
   * What a sidecar does with `X-Forwarded-Client-Cert`. For gateways see gatewayTopology.
   *
   * Written as `forwardedClientCert`: one of the words of `ForwardClientCertDetails`.
   *
   * @default - `APPEND_FORWARD`
   */
  readonly forwardedClientCert?: ForwardClientCertDetails;

  /**
   * What is told of the client's certificate, for `APPEND_FORWARD` and `SANITIZE_SET`.
   *
   * Written as `setCurrentClientCertDetails`: `SetCurrentClientCertDetails`.
   *
   * @default - subject, DNS names and URI
   */
  readonly setCurrentClientCertDetails?: SetCurrentClientCertDetails;

  /**
   * The header `X-Request-Id`, without which there are no traces.
   *
   * Written as `requestId`: `RequestIdHeader`.
   *
   * @default - added where it is missing
   */
  readonly requestId?: RequestIdHeader;

  /**
   * The header `Server` of responses.
   *
   * Written as `server`: `ServerHeader`.
   *
   * @default - `istio-envoy`
   */
  readonly server?: ServerHeader;

  /**
   * The header `X-Envoy-Attempt-Count`.
   *
   * Written as `attemptCount`: `AttemptCountHeader`.
   *
   * @default - added to requests that may be retried
   */
  readonly attemptCount?: AttemptCountHeader;

  /**
   * Headers such as `X-Envoy-Upstream-Service-Time`.
   *
   * Written as `envoyDebugHeaders`: `EnvoyDebugHeaders`.
   *
   * @default - added
   */
  readonly envoyDebugHeaders?: EnvoyDebugHeaders;

  /**
   * The headers by which proxies know each other.
   *
   * Written as `metadataExchangeHeaders`: `MetadataExchangeHeaders`.
   *
   * @default - sent to all
   */
  readonly metadataExchangeHeaders?: MetadataExchangeHeaders;

  /**
   * Whether headers of HTTP/1 keep their upper case.
   *
   * Written as `preserveHttp1HeaderCase`: true or false.
   *
   * @default - false
   */
  readonly preserveHttp1HeaderCase?: boolean;

  /**
   * The header `X-Forwarded-Host`, with the host before it is rewritten.
   *
   * Written as `xForwardedHost`: `XForwardedHostHeader`.
   *
   * @default - not added
   */
  readonly xForwardedHost?: XForwardedHostHeader;

  /**
   * The header `X-Forwarded-Port`, with the port that the client used.
   *
   * Written as `xForwardedPort`: `XForwardedPortHeader`.
   *
   * @default - not added
   */
  readonly xForwardedPort?: XForwardedPortHeader;
}

/**
 * A fixed value of a tag.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyLiteralTag {
  /**
   * What every span has as this tag.
   *
   * Written as `value`: a string.
   *
   * @default - must be set
   */
  readonly value?: string;
}

/**
 * The PROXY protocol. It has no settings.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyProtocolConfiguration {

}

/**
 * Where proxies once got their secrets.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxySDS {
  /**
   * Whether secrets came over SDS.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;

  /**
   * The file with the token of the service account.
   *
   * Written as `k8sSaJwtPath`: a string.
   *
   * @default - none
   */
  readonly k8sSaJwtPath?: string;
}

/**
 * Statistics of Envoy that are made beside the few that Istio keeps.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyStatsMatcher {
  /**
   * How their names begin.
   *
   * Written as `inclusionPrefixes`: a list, each item a string.
   *
   * @default - none
   */
  readonly inclusionPrefixes?: string[];

  /**
   * How their names end.
   *
   * Written as `inclusionSuffixes`: a list, each item a string.
   *
   * @default - none
   */
  readonly inclusionSuffixes?: string[];

  /**
   * Regular expressions for their whole names.
   *
   * Written as `inclusionRegexps`: a list, each item a string.
   *
   * @default - none
   */
  readonly inclusionRegexps?: string[];
}

/**
 * Where traces go, and how many.
 *
 * At most one of `zipkin`, `lightstep`, `datadog`, `stackdriver` and `openCensusAgent` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class ProxyTracing {
  /**
   * Traces go to a Zipkin collector.
   *
   * Written as `zipkin`: `ZipkinTracing`.
   *
   * @param value `ZipkinTracing`
   * @param options the other fields
   */
  public static zipkin(value: ZipkinTracing, options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing({ ...options, zipkin: value });
  }

  /**
   * Traces go to a Lightstep collector.
   *
   * Written as `lightstep`: `LightstepTracing`.
   *
   * @param value `LightstepTracing`
   * @param options the other fields
   */
  public static lightstep(value: LightstepTracing, options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing({ ...options, lightstep: value });
  }

  /**
   * A Datadog agent.
   *
   * Written as `datadog`: `DatadogTracing`.
   *
   * @param value `DatadogTracing`
   * @param options the other fields
   */
  public static datadog(value: DatadogTracing, options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing({ ...options, datadog: value });
  }

  /**
   * Traces go to Google Cloud.
   *
   * Written as `stackdriver`: `StackdriverTracing`.
   *
   * @param value `StackdriverTracing`
   * @param options the other fields
   */
  public static stackdriver(value: StackdriverTracing, options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing({ ...options, stackdriver: value });
  }

  /**
   * An OpenCensus agent.
   *
   * Written as `openCensusAgent`: `OpenCensusAgentTracing`.
   *
   * @param value `OpenCensusAgentTracing`
   * @param options the other fields
   */
  public static openCensusAgent(value: OpenCensusAgentTracing, options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing({ ...options, openCensusAgent: value });
  }

  /**
   * None of `zipkin`, `lightstep`, `datadog`, `stackdriver` and `openCensusAgent`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: ProxyTracingOptions): ProxyTracing {
    return new ProxyTracing(options ?? {});
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
 * The fields of `ProxyTracing` beside `zipkin`, `lightstep`, `datadog`, `stackdriver` and `openCensusAgent`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyTracingOptions {
  /**
   * Tags of every span, by name.
   *
   * Written as `customTags`: a map, each value `ProxyCustomTag`.
   *
   * @default - none
   */
  readonly customTags?: { readonly [key: string]: ProxyCustomTag };

  /**
   * How many characters of a request's path stand in the `http.url` tag of a span.
   *
   * Written as `maxPathTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxPathTagLength?: number;

  /**
   * How many of a hundred requests are traced, from 0 to 100.
   *
   * Written as `sampling`: a number from 0 to 100.
   *
   * @default - 1
   */
  readonly sampling?: Percentage;

  /**
   * How the proxy connects to where traces go.
   *
   * Written as `tlsSettings`: `ClientTLSSettings`.
   *
   * @default - plain text
   */
  readonly tlsSettings?: ClientTLSSettings;

  /**
   * Whether spans have Istio's own tags, such as the mesh and the canonical service.
   *
   * Written as `enableIstioTags`: true or false.
   *
   * @default - true
   */
  readonly enableIstioTags?: boolean;
}

/**
 * Private keys used with Intel's QuickAssist cards.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface QATKeyProvider {
  /**
   * How long to wait before the card is asked for its result; at least 1 ms. Shorter is quicker, and costs CPU.
   *
   * Written as `pollDelay`: a duration such as `5s`.
   *
   * @default - must be set
   */
  readonly pollDelay?: ProtoDuration;

  /**
   * Whether software is used where there is no card.
   *
   * Written as `fallback`: true or false.
   *
   * @default - false
   */
  readonly fallback?: boolean;
}

/**
 * A service to which proxies send logs or metrics.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface RemoteService {
  /**
   * Its host and port.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;

  /**
   * How proxies connect; `ISTIO_MUTUAL` where it shares istiod's root certificate.
   *
   * Written as `tlsSettings`: `ClientTLSSettings`.
   *
   * @default - plain text
   */
  readonly tlsSettings?: ClientTLSSettings;

  /**
   * Whether and how the connection is kept alive.
   *
   * Written as `tcpKeepalive`: `TcpKeepalive`.
   *
   * @default - as the operating system does it
   */
  readonly tcpKeepalive?: TcpKeepalive;
}

/**
 * The header `X-Request-Id`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface RequestIdHeader {
  /**
   * Whether no id is made for requests that have none.
   *
   * Written as `disabled`: true or false.
   *
   * @default - false
   */
  readonly disabled?: boolean;
}

/**
 * The header `Server` of responses.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ServerHeader {
  /**
   * Whether it is left as the application sets it.
   *
   * Written as `disabled`: true or false.
   *
   * @default - false
   */
  readonly disabled?: boolean;

  /**
   * What the header says of the server.
   *
   * Written as `value`: a string.
   *
   * @default - `istio-envoy`
   */
  readonly value?: string;
}

/**
 * What `X-Forwarded-Client-Cert` tells of the client's certificate, beside its hash.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface SetCurrentClientCertDetails {
  /**
   * The subject in it.
   *
   * Written as `subject`: true or false.
   *
   * @default - true
   */
  readonly subject?: boolean;

  /**
   * The certificate itself, in PEM.
   *
   * Written as `cert`: true or false.
   *
   * @default - false
   */
  readonly cert?: boolean;

  /**
   * The whole chain, in PEM.
   *
   * Written as `chain`: true or false.
   *
   * @default - false
   */
  readonly chain?: boolean;

  /**
   * The DNS names in it.
   *
   * Written as `dns`: true or false.
   *
   * @default - true
   */
  readonly dns?: boolean;

  /**
   * Its URI, which is the client's identity.
   *
   * Written as `uri`: true or false.
   *
   * @default - true
   */
  readonly uri?: boolean;
}

/**
 * Traces to Google Cloud. Proxies read none of these fields any more.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface StackdriverTracing {
  /**
   * Whether traces are also written to the output of the proxy.
   *
   * Written as `debug`: true or false.
   *
   * @default - false
   */
  readonly debug?: boolean;

  /**
   * How many attributes a span may have.
   *
   * Written as `maxNumberOfAttributes`: a whole number.
   *
   * @default - 200
   */
  readonly maxNumberOfAttributes?: any;

  /**
   * How many annotations a span may have.
   *
   * Written as `maxNumberOfAnnotations`: a whole number.
   *
   * @default - 200
   */
  readonly maxNumberOfAnnotations?: any;

  /**
   * How many message events a span may have.
   *
   * Written as `maxNumberOfMessageEvents`: a whole number.
   *
   * @default - 200
   */
  readonly maxNumberOfMessageEvents?: any;
}

/**
 * The header `X-Forwarded-Host`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface XForwardedHostHeader {
  /**
   * Whether it is added when the host is rewritten.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;
}

/**
 * The header `X-Forwarded-Port`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface XForwardedPortHeader {
  /**
   * Whether it is added, unless a trusted proxy has done so.
   *
   * Written as `enabled`: true or false.
   *
   * @default - false
   */
  readonly enabled?: boolean;
}

/**
 * Traces to Zipkin.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ZipkinTracing {
  /**
   * Host and port of Zipkin.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;
}

/**
 * Settings of connections that belong together.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ConnectionProfile {
  /**
   * Nothing beyond what Istio always sets.
   */
  SIDECAR = 'SIDECAR',

  /**
   * What Envoy advises at the edge: small buffers, timeouts, fewer streams, strict headers and paths.
   */
  EDGE = 'EDGE',
}

/**
 * How a proxy connects to istiod.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ControlPlaneAuthPolicy {
  /**
   * In plain text, unproven.
   */
  NONE = 'NONE',

  /**
   * With mutual TLS.
   */
  MUTUAL_TLS = 'MUTUAL_TLS',

  /**
   * As the mesh says; not for the mesh itself.
   */
  INHERIT = 'INHERIT',
}

/**
 * What becomes of the header `X-Forwarded-Client-Cert`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ForwardClientCertDetails {
  /**
   * As without the field.
   */
  UNDEFINED = 'UNDEFINED',

  /**
   * It is taken away.
   */
  SANITIZE = 'SANITIZE',

  /**
   * It is passed on when the client uses mutual TLS.
   */
  FORWARD_ONLY = 'FORWARD_ONLY',

  /**
   * The client's certificate is added to it when it uses mutual TLS. Sidecars do so.
   */
  APPEND_FORWARD = 'APPEND_FORWARD',

  /**
   * It is replaced with the client's certificate when it uses mutual TLS. Gateways do so.
   */
  SANITIZE_SET = 'SANITIZE_SET',

  /**
   * It is always passed on.
   */
  ALWAYS_FORWARD_ONLY = 'ALWAYS_FORWARD_ONLY',
}

/**
 * What becomes of requests with `_` in the name of a header.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum HeadersWithUnderscoresAction {
  /**
   * Refused for the profile `EDGE`, else let through.
   */
  HEADERS_WITH_UNDERSCORES_UNSPECIFIED = 'HEADERS_WITH_UNDERSCORES_UNSPECIFIED',

  /**
   * They are let through.
   */
  HEADERS_WITH_UNDERSCORES_ALLOW = 'HEADERS_WITH_UNDERSCORES_ALLOW',

  /**
   * They are refused with status 400.
   */
  HEADERS_WITH_UNDERSCORES_REJECT_REQUEST = 'HEADERS_WITH_UNDERSCORES_REJECT_REQUEST',

  /**
   * They lose the header.
   */
  HEADERS_WITH_UNDERSCORES_DROP_HEADER = 'HEADERS_WITH_UNDERSCORES_DROP_HEADER',
}

/**
 * How inbound traffic is brought to the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum InboundInterceptionMode {
  /**
   * With NAT. The source address is lost.
   */
  REDIRECT = 'REDIRECT',

  /**
   * Transparently: addresses and ports are kept. The proxy needs the capability NET_ADMIN.
   */
  TPROXY = 'TPROXY',

  /**
   * Not at all: the application must use the proxy by itself.
   */
  NONE = 'NONE',
}

/**
 * To whom the headers are sent by which proxies know each other.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum MetadataExchangeMode {
  /**
   * To every service that is called.
   */
  UNDEFINED = 'UNDEFINED',

  /**
   * To services in the mesh, those with mutual TLS.
   */
  IN_MESH = 'IN_MESH',
}

/**
 * Headers that carry a trace.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum OpenCensusAgentContext {
  /**
   * None; do not use it.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The W3C's `traceparent`.
   */
  W3C_TRACE_CONTEXT = 'W3C_TRACE_CONTEXT',

  /**
   * `grpc-trace-bin`.
   */
  GRPC_BIN = 'GRPC_BIN',

  /**
   * `X-Cloud-Trace-Context`.
   */
  CLOUD_TRACE_CONTEXT = 'CLOUD_TRACE_CONTEXT',

  /**
   * `X-B3-TraceId` and its siblings.
   */
  B3 = 'B3',
}

/**
 * What becomes of paths with `%2F` or `%5C`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum PathWithEscapedSlashesAction {
  /**
   * Unescaped and redirected for the profile `EDGE`, else kept.
   */
  PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED = 'PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED',

  /**
   * They are kept as they are.
   */
  KEEP_UNCHANGED = 'KEEP_UNCHANGED',

  /**
   * They are refused with status 400.
   */
  REJECT_REQUEST = 'REJECT_REQUEST',

  /**
   * They are unescaped, and the client is sent there.
   */
  UNESCAPE_AND_REDIRECT = 'UNESCAPE_AND_REDIRECT',

  /**
   * They are unescaped and passed on, which may surprise the application.
   */
  UNESCAPE_AND_FORWARD = 'UNESCAPE_AND_FORWARD',
}

/**
 * How spans name their service.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum TracingServiceName {
  /**
   * By the label `app` and the namespace; `istio-proxy` without the label.
   */
  APP_LABEL_AND_NAMESPACE = 'APP_LABEL_AND_NAMESPACE',

  /**
   * By the canonical name of the workload.
   */
  CANONICAL_NAME_ONLY = 'CANONICAL_NAME_ONLY',

  /**
   * By the canonical name of the workload and its namespace.
   */
  CANONICAL_NAME_AND_NAMESPACE = 'CANONICAL_NAME_AND_NAMESPACE',
}
