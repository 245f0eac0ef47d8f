// Generated from schema/ by `npx projen schema`. Do not edit.

import { ClientTLSSettings, ConnectionPoolSettings, LocalityLoadBalancerSetting, OutlierDetection, TcpKeepalive, ZoneAwareLoadBalancerSetting } from './destination-rule.generated';
import { copyOf } from './manifest';
import { MeshProxyConfig } from './proxy.generated';
import { HTTPRetry } from './virtual-service.generated';
import { PortNumber } from '../reference/port-number';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * What is set for the selected services.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ClusterLocalSettings {
  /**
   * Whether clients reach only those endpoints of the service that are in their own cluster.
   *
   * Written as `clusterLocal`: true or false.
   *
   * @default - false, save for the API server and the services of kube-system, which are always local
   */
  readonly clusterLocal?: boolean;
}

/**
 * A place from which istiod takes configuration, beside or instead of the API server.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ConfigSource {
  /**
   * Where the source is: `xds://HOST:PORT` for a server, `k8s://` for an API server, `fs:///PATH` for a folder of files.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;

  /**
   * How istiod connects to the source; `ISTIO_MUTUAL` where it shares istiod's root certificate.
   *
   * Written as `tlsSettings`: `ClientTLSSettings`.
   *
   * @default - plain text
   */
  readonly tlsSettings?: ClientTLSSettings;

  /**
   * What is taken from the source beside configuration.
   *
   * Written as `subscribedResources`: a list, each item one of the words of `ConfigSourceResource`.
   *
   * @default - configuration alone
   */
  readonly subscribedResources?: ConfigSourceResource[];
}

/**
 * A certificate that istiod once had signed and stored for names in DNS.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DNSCertificate {
  /**
   * The Secret that holds certificate and key.
   *
   * Written as `secretName`: a string.
   *
   * @default - a folder instead of a Secret
   */
  readonly secretName?: string;

  /**
   * The names that the certificate is for.
   *
   * Written as `dnsNames`: a list, each item a string.
   *
   * @default - none
   */
  readonly dnsNames?: string[];
}

/**
 * A Datadog agent that takes traces.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DatadogTracingProvider {
  /**
   * The agent, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the agent; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;
}

/**
 * The providers that hold where a Telemetry resource names none. Each must be one of `extensionProviders`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DefaultProviders {
  /**
   * Where traces go.
   *
   * Written as `tracing`: a list, each item a string.
   *
   * @default - none
   */
  readonly tracing?: string[];

  /**
   * Where metrics go.
   *
   * Written as `metrics`: a list, each item a string.
   *
   * @default - none; the installer names prometheus
   */
  readonly metrics?: string[];

  /**
   * Where access logs go.
   *
   * Written as `accessLogging`: a list, each item a string.
   *
   * @default - `accessLogFile` alone
   */
  readonly accessLogging?: string[];
}

/**
 * What holds for every outbound cluster of the mesh unless a DestinationRule says otherwise.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DefaultTrafficPolicy {
  /**
   * Limits of connections and requests. A DestinationRule with a `connectionPool` replaces the whole of it.
   *
   * Written as `connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - Istio's own limits
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * When an endpoint is left out for a while. A DestinationRule with an `outlierDetection` replaces the whole of it.
   *
   * Written as `outlierDetection`: `OutlierDetection`.
   *
   * @default - no endpoint is left out
   */
  readonly outlierDetection?: OutlierDetection;
}

/**
 * Where Dynatrace's sampling settings are read.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DynatraceApi {
  /**
   * The host of the Dynatrace environment, as a ServiceEntry has it; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the Dynatrace environment; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The path of the API, with its timeout and headers; must be set.
   *
   * Written as `http`: `ProviderHttpService`.
   *
   * @default - must be set
   */
  readonly http?: ProviderHttpService;
}

/**
 * Reads Dynatrace's files on the host, and adds what they say of host and process to every span. It has no settings.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DynatraceResourceDetector {

}

/**
 * Lets Dynatrace decide how many traces are kept.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface DynatraceSampler {
  /**
   * The tenant, as Dynatrace's page for Istio shows it; must be set.
   *
   * Written as `tenant`: a string.
   *
   * @default - must be set
   */
  readonly tenant?: string;

  /**
   * The number of the cluster, as Dynatrace's page for Istio shows it; must be set.
   *
   * Written as `clusterId`: a whole number.
   *
   * @default - must be set
   */
  readonly clusterId?: number;

  /**
   * Traces a minute, where Dynatrace gives no figure.
   *
   * Written as `rootSpansPerMinute`: a whole number, 0 or more.
   *
   * @default - 1000
   */
  readonly rootSpansPerMinute?: number;

  /**
   * Where the sampling settings are read.
   *
   * Written as `httpService`: `DynatraceApi`.
   *
   * @default - `service`, `port` and `http` of the tracing provider
   */
  readonly httpService?: DynatraceApi;
}

/**
 * Reads the variable OTEL_RESOURCE_ATTRIBUTES of the proxy, and adds what it says to every span. It has no settings.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvironmentResourceDetector {

}

/**
 * Access logs in a file or a stream of the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvoyFileAccessLogProvider {
  /**
   * The file or stream, such as `/dev/stderr`.
   *
   * Written as `path`: a string.
   *
   * @default - `/dev/stdout`
   */
  readonly path?: string;

  /**
   * How a line is written.
   *
   * Written as `logFormat`: `FileAccessLogFormat`.
   *
   * @default - Istio's own text format
   */
  readonly logFormat?: FileAccessLogFormat;

  /**
   * Whether what has no value is left out of JSON, and is empty in text.
   *
   * Written as `omitEmptyValues`: true or false.
   *
   * @default - false: text has `-` there
   */
  readonly omitEmptyValues?: boolean;
}

/**
 * Access logs of HTTP, sent to a service over Envoy's gRPC protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvoyHttpGrpcV3LogProvider {
  /**
   * The log service, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the log service; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The name of the log, for the service.
   *
   * Written as `logName`: a string.
   *
   * @default - `http_envoy_accesslog`, and `listener_envoy_accesslog` for listeners
   */
  readonly logName?: string;

  /**
   * Objects of Envoy's filter state that are logged too.
   *
   * Written as `filterStateObjectsToLog`: a list, each item a string.
   *
   * @default - none
   */
  readonly filterStateObjectsToLog?: string[];

  /**
   * Request headers that are logged too.
   *
   * Written as `additionalRequestHeadersToLog`: a list, each item a string.
   *
   * @default - none
   */
  readonly additionalRequestHeadersToLog?: string[];

  /**
   * Response headers that are logged too.
   *
   * Written as `additionalResponseHeadersToLog`: a list, each item a string.
   *
   * @default - none
   */
  readonly additionalResponseHeadersToLog?: string[];

  /**
   * Response trailers that are logged too.
   *
   * Written as `additionalResponseTrailersToLog`: a list, each item a string.
   *
   * @default - none
   */
  readonly additionalResponseTrailersToLog?: string[];
}

/**
 * Access logs, sent to a service over OpenTelemetry's gRPC protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvoyOpenTelemetryLogProvider {
  /**
   * The collector, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the collector; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The name of the log, for the service.
   *
   * Written as `logName`: a string.
   *
   * @default - `otel_envoy_accesslog`
   */
  readonly logName?: string;

  /**
   * How an entry is written.
   *
   * Written as `logFormat`: `OpenTelemetryLogFormat`.
   *
   * @default - Istio's own text format
   */
  readonly logFormat?: OpenTelemetryLogFormat;
}

/**
 * Access logs of TCP, sent to a service over Envoy's gRPC protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface EnvoyTcpGrpcV3LogProvider {
  /**
   * The log service, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the log service; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The name of the log, for the service.
   *
   * Written as `logName`: a string.
   *
   * @default - `tcp_envoy_accesslog`, and `listener_envoy_accesslog` for listeners
   */
  readonly logName?: string;

  /**
   * Objects of Envoy's filter state that are logged too.
   *
   * Written as `filterStateObjectsToLog`: a list, each item a string.
   *
   * @default - none
   */
  readonly filterStateObjectsToLog?: string[];
}

/**
 * A service that decides about requests and connections over Envoy's gRPC protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ExtAuthzGrpcProvider {
  /**
   * The service, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the service; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * How long the proxy waits for a decision.
   *
   * Written as `timeout`: a duration such as `5s`.
   *
   * @default - 600 s
   */
  readonly timeout?: ProtoDuration;

  /**
   * Whether a request goes through when the service cannot be reached or answers with 5xx.
   *
   * Written as `failOpen`: true or false.
   *
   * @default - false: HTTP gets 403, TCP is closed
   */
  readonly failOpen?: boolean;

  /**
   * Whether the route is chosen anew after the check, so that headers of the answer can change it.
   *
   * Written as `clearRouteCache`: true or false.
   *
   * @default - false
   */
  readonly clearRouteCache?: boolean;

  /**
   * The status that a client gets when the service cannot be reached, as text.
   *
   * Written as `statusOnError`: a string.
   *
   * @default - "403"
   */
  readonly statusOnError?: string;

  /**
   * How much of the request's body is sent along.
   *
   * Written as `includeRequestBodyInCheck`: `ExtAuthzRequestBody`.
   *
   * @default - no body
   */
  readonly includeRequestBodyInCheck?: ExtAuthzRequestBody;
}

/**
 * A service that decides about requests over HTTP: 200 allows, anything else denies.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ExtAuthzHttpProvider {
  /**
   * The service, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the service; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * How long the proxy waits for a decision.
   *
   * Written as `timeout`: a duration such as `5s`.
   *
   * @default - 600 s
   */
  readonly timeout?: ProtoDuration;

  /**
   * What is put before the path of the checked request, such as `/check`.
   *
   * Written as `pathPrefix`: a string.
   *
   * @default - nothing
   */
  readonly pathPrefix?: string;

  /**
   * Whether a request goes through when the service cannot be reached or answers with 5xx.
   *
   * Written as `failOpen`: true or false.
   *
   * @default - false: the client gets 403
   */
  readonly failOpen?: boolean;

  /**
   * Whether the route is chosen anew after the check, so that headers of the answer can change it.
   *
   * Written as `clearRouteCache`: true or false.
   *
   * @default - false
   */
  readonly clearRouteCache?: boolean;

  /**
   * The status that a client gets when the service cannot be reached, as text.
   *
   * Written as `statusOnError`: a string.
   *
   * @default - "403"
   */
  readonly statusOnError?: string;

  /**
   * Headers of the client that the check gets too.
   *
   * Written as `includeHeadersInCheck`: a list, each item a string.
   *
   * @default - none
   * @deprecated use includeRequestHeadersInCheck
   */
  readonly includeHeadersInCheck?: string[];

  /**
   * Headers of the client that the check gets beside host, method, path and content length; `a*` and `*a` match by start and end.
   *
   * Written as `includeRequestHeadersInCheck`: a list, each item a string.
   *
   * @default - none
   */
  readonly includeRequestHeadersInCheck?: string[];

  /**
   * Headers with fixed values that the check gets too. They win over headers of the client.
   *
   * Written as `includeAdditionalHeadersInCheck`: a map, each value a string.
   *
   * @default - none
   */
  readonly includeAdditionalHeadersInCheck?: { readonly [key: string]: string };

  /**
   * How much of the request's body is sent along.
   *
   * Written as `includeRequestBodyInCheck`: `ExtAuthzRequestBody`.
   *
   * @default - no body
   */
  readonly includeRequestBodyInCheck?: ExtAuthzRequestBody;

  /**
   * Headers of the decision that are put into the request when it allows; `a*` and `*a` match by start and end.
   *
   * Written as `headersToUpstreamOnAllow`: a list, each item a string.
   *
   * @default - none
   */
  readonly headersToUpstreamOnAllow?: string[];

  /**
   * Headers of the decision that the client gets when it denies; `a*` and `*a` match by start and end.
   *
   * Written as `headersToDownstreamOnDeny`: a list, each item a string.
   *
   * @default - all but `Host`
   */
  readonly headersToDownstreamOnDeny?: string[];

  /**
   * Headers of the decision that are put into the response when it allows; `a*` and `*a` match by start and end.
   *
   * Written as `headersToDownstreamOnAllow`: a list, each item a string.
   *
   * @default - none
   */
  readonly headersToDownstreamOnAllow?: string[];
}

/**
 * How much of a body the check gets.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ExtAuthzRequestBody {
  /**
   * Bytes of a body that are kept in memory. A longer one gets 413, whatever `failOpen` says, unless parts are allowed.
   *
   * Written as `maxRequestBytes`: a whole number, 0 or more.
   *
   * @default - must be set
   */
  readonly maxRequestBytes?: number;

  /**
   * Whether the check gets the start of a body that is too long, with the header `x-envoy-auth-partial-body`.
   *
   * Written as `allowPartialMessage`: true or false.
   *
   * @default - false: such a request gets 413
   */
  readonly allowPartialMessage?: boolean;

  /**
   * Whether the body is sent as raw bytes rather than as text in UTF-8; for gRPC alone.
   *
   * Written as `packAsBytes`: true or false.
   *
   * @default - false
   */
  readonly packAsBytes?: boolean;
}

/**
 * A certificate authority outside istiod, to which requests of workloads are passed on.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ExternalCA {
  /**
   * Host and port of the authority, such as `ca.example.com:8932`; must be set.
   *
   * Written as `address`: a string.
   *
   * @default - must be set
   */
  readonly address?: string;

  /**
   * How istiod connects. Without certificates of an authority the system's are trusted.
   *
   * Written as `tlsSettings`: `ClientTLSSettings`.
   *
   * @default - mutual TLS
   */
  readonly tlsSettings?: ClientTLSSettings;

  /**
   * How long istiod waits for a certificate.
   *
   * Written as `requestTimeout`: a duration such as `5s`.
   *
   * @default - 10 s
   */
  readonly requestTimeout?: ProtoDuration;

  /**
   * Whether istiod asks the authority, rather than each agent.
   *
   * Written as `istiodSide`: true or false.
   *
   * @default - true
   */
  readonly istiodSide?: boolean;
}

/**
 * How a line of an access log is written: as text, or as JSON.
 *
 * At most one of `text` and `labels` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class FileAccessLogFormat {
  /**
   * Text with Envoy's command operators. A line break is added where there is none at its end.
   *
   * Written as `text`: a string.
   *
   * @param value a string
   */
  public static text(value: string): FileAccessLogFormat {
    return new FileAccessLogFormat({ text: value });
  }

  /**
   * JSON with Envoy's command operators as values, such as `"%RESPONSE_CODE%"`. Empty for Envoy's own JSON.
   *
   * Written as `labels`: an object of any form.
   *
   * @param value an object of any form
   */
  public static labels(value: any): FileAccessLogFormat {
    return new FileAccessLogFormat({ labels: value });
  }

  /**
   * None of `text` and `labels`.
   */
  public static of(): FileAccessLogFormat {
    return new FileAccessLogFormat({});
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
 * What labels must say. All parts of it must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface LabelSelector {
  /**
   * Labels with exactly these values.
   *
   * Written as `matchLabels`: a map, each value a string.
   *
   * @default - none
   */
  readonly matchLabels?: { readonly [key: string]: string };

  /**
   * Conditions on labels.
   *
   * Written as `matchExpressions`: a list, each item `LabelSelectorRequirement`.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelSelectorRequirement[];
}

/**
 * A condition on one label.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface LabelSelectorRequirement {
  /**
   * The key of the label that is looked at.
   *
   * Written as `key`: a string.
   *
   * @default - must be set
   */
  readonly key?: string;

  /**
   * `In`, `NotIn`, `Exists` or `DoesNotExist`.
   *
   * Written as `operator`: a string.
   *
   * @default - must be set
   */
  readonly operator?: string;

  /**
   * The values for `In` and `NotIn`; none for the others.
   *
   * Written as `values`: a list, each item a string.
   *
   * @default - none
   */
  readonly values?: string[];
}

/**
 * A Lightstep collector that takes traces, by OpenTelemetry's protocol.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface LightstepTracingProvider {
  /**
   * The collector, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the collector; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The token by which Lightstep knows the sender.
   *
   * Written as `accessToken`: a string.
   *
   * @default - none
   */
  readonly accessToken?: string;

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;
}

/**
 * Root certificates that workloads trust beside istiod's own. Without signers and trust domains they hold for all.
 *
 * At most one of `pem` and `spiffeBundleUrl` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class MeshCertificateData {
  /**
   * The certificates themselves, in PEM.
   *
   * Written as `pem`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static pem(value: string, options?: MeshCertificateDataOptions): MeshCertificateData {
    return new MeshCertificateData({ ...options, pem: value });
  }

  /**
   * An address from which a SPIFFE trust bundle is read, over HTTPS with a certificate of the web.
   *
   * Written as `spiffeBundleUrl`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static spiffeBundleUrl(value: string, options?: MeshCertificateDataOptions): MeshCertificateData {
    return new MeshCertificateData({ ...options, spiffeBundleUrl: value });
  }

  /**
   * None of `pem` and `spiffeBundleUrl`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: MeshCertificateDataOptions): MeshCertificateData {
    return new MeshCertificateData(options ?? {});
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
 * The fields of `MeshCertificateData` beside `pem` and `spiffeBundleUrl`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshCertificateDataOptions {
  /**
   * Signers of Kubernetes to whose certificates it applies.
   *
   * Written as `certSigners`: a list, each item a string.
   *
   * @default - all signers
   */
  readonly certSigners?: string[];

  /**
   * Trust domains to which it applies. Those of one domain are put together.
   *
   * Written as `trustDomains`: a list, each item a string.
   *
   * @default - all trust domains
   */
  readonly trustDomains?: string[];
}

/**
 * What holds for the whole mesh: ports, timeouts, telemetry, trust, and the defaults of proxies and of other resources.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshConfig {
  /**
   * The port to which outbound traffic is redirected.
   *
   * Written as `proxyListenPort`: a port, 1 to 65535.
   *
   * @default - 15001
   */
  readonly proxyListenPort?: PortNumber;

  /**
   * The port to which inbound traffic is redirected.
   *
   * Written as `proxyInboundListenPort`: a port, 1 to 65535.
   *
   * @default - 15006
   */
  readonly proxyInboundListenPort?: PortNumber;

  /**
   * A port on which sidecars act as an HTTP proxy.
   *
   * Written as `proxyHttpPort`: a whole number.
   *
   * @default - none
   */
  readonly proxyHttpPort?: number;

  /**
   * How long a proxy waits for a connection; at least 1 ms.
   *
   * Written as `connectTimeout`: a duration such as `5s`.
   *
   * @default - 10s
   */
  readonly connectTimeout?: ProtoDuration;

  /**
   * How long Envoy keeps idle connections to ztunnel. Less than the time after which an address is used again is safest.
   *
   * Written as `hboneIdleTimeout`: a duration such as `5s`.
   *
   * @default - 1 h
   */
  readonly hboneIdleTimeout?: ProtoDuration;

  /**
   * How long a proxy waits for first bytes to know the protocol; 0 s for ever. Any other value breaks slow clients.
   *
   * Written as `protocolDetectionTimeout`: a duration such as `5s`.
   *
   * @default - 0s
   */
  readonly protocolDetectionTimeout?: ProtoDuration;

  /**
   * Whether and how TCP connections are kept alive.
   *
   * Written as `tcpKeepalive`: `TcpKeepalive`.
   *
   * @default - as the operating system does it
   */
  readonly tcpKeepalive?: TcpKeepalive;

  /**
   * The class of Ingress resources that Istio serves.
   *
   * Written as `ingressClass`: a string.
   *
   * @default - istio
   */
  readonly ingressClass?: string;

  /**
   * The Service of the gateway that serves Ingress resources, whose address they get.
   *
   * Written as `ingressService`: a string.
   *
   * @default - istio-ingressgateway
   */
  readonly ingressService?: string;

  /**
   * Which Ingress resources Istio serves.
   *
   * Written as `ingressControllerMode`: one of the words of `IngressControllerMode`.
   *
   * @default - STRICT
   */
  readonly ingressControllerMode?: IngressControllerMode;

  /**
   * The value of the label `istio` of the gateway that serves Ingress resources.
   *
   * Written as `ingressSelector`: a string.
   *
   * @default - `ingressgateway`
   */
  readonly ingressSelector?: string;

  /**
   * Whether spans and request ids are made. They also need a place to go to.
   *
   * Written as `enableTracing`: true or false.
   *
   * @default - true
   */
  readonly enableTracing?: boolean;

  /**
   * Where proxies write access logs, such as `/dev/stdout`.
   *
   * Written as `accessLogFile`: a string.
   *
   * @default - no access logs
   */
  readonly accessLogFile?: string;

  /**
   * The format of the access log, with Envoy's command operators.
   *
   * Written as `accessLogFormat`: a string.
   *
   * @default - Istio's own format
   */
  readonly accessLogFormat?: string;

  /**
   * How lines of the access log are written.
   *
   * Written as `accessLogEncoding`: one of the words of `AccessLogEncoding`.
   *
   * @default - TEXT
   */
  readonly accessLogEncoding?: AccessLogEncoding;

  /**
   * Whether access logs also go to `envoyAccessLogService` of the proxy configuration.
   *
   * Written as `enableEnvoyAccessLogService`: true or false.
   *
   * @default - false
   */
  readonly enableEnvoyAccessLogService?: boolean;

  /**
   * Whether connections for which there is no route stay out of the access log.
   *
   * Written as `disableEnvoyListenerLog`: true or false.
   *
   * @default - false
   */
  readonly disableEnvoyListenerLog?: boolean;

  /**
   * What proxies start with. A pod changes it with the annotation `proxy.istio.io/config`; running pods keep what they have.
   *
   * Written as `defaultConfig`: `MeshProxyConfig`.
   *
   * @default - Istio's own settings
   */
  readonly defaultConfig?: MeshProxyConfig;

  /**
   * What becomes of traffic to places that the mesh does not know. A Sidecar may say otherwise. Not for gateways.
   *
   * Written as `outboundTrafficPolicy`: `MeshOutboundTrafficPolicy`.
   *
   * @default - it goes through
   */
  readonly outboundTrafficPolicy?: MeshOutboundTrafficPolicy;

  /**
   * Where traffic goes that comes in.
   *
   * Written as `inboundTrafficPolicy`: `MeshInboundTrafficPolicy`.
   *
   * @default - to the address of the pod
   */
  readonly inboundTrafficPolicy?: MeshInboundTrafficPolicy;

  /**
   * Where istiod takes configuration from.
   *
   * Written as `configSources`: a list, each item `ConfigSource`.
   *
   * @default - the API server
   */
  readonly configSources?: ConfigSource[];

  /**
   * Whether clients use mutual TLS by themselves where the server has a proxy and no DestinationRule says otherwise.
   *
   * Written as `enableAutoMtls`: true or false.
   *
   * @default - true
   */
  readonly enableAutoMtls?: boolean;

  /**
   * The first part of every identity: `spiffe://TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT`.
   *
   * Written as `trustDomain`: a string.
   *
   * @default - cluster.local
   */
  readonly trustDomain?: string;

  /**
   * Other trust domains whose identities count as the mesh's own, as while it is renamed.
   *
   * Written as `trustDomainAliases`: a list, each item a string.
   *
   * @default - none
   */
  readonly trustDomainAliases?: string[];

  /**
   * Root certificates that workloads trust beside istiod's own.
   *
   * Written as `caCertificates`: a list, each item `MeshCertificateData`.
   *
   * @default - istiod's own alone
   */
  readonly caCertificates?: MeshCertificateData[];

  /**
   * Namespaces that see a service or ServiceEntry without `exportTo`: `*` all, `.` its own, `~` none.
   *
   * Written as `defaultServiceExportTo`: a list, each item a string.
   *
   * @default - `*`
   */
  readonly defaultServiceExportTo?: string[];

  /**
   * Namespaces that see a VirtualService without `exportTo`: `*` all, `.` its own, `~` none.
   *
   * Written as `defaultVirtualServiceExportTo`: a list, each item a string.
   *
   * @default - `*`
   */
  readonly defaultVirtualServiceExportTo?: string[];

  /**
   * Namespaces that see a DestinationRule without `exportTo`: `*` all, `.` its own, `~` none.
   *
   * Written as `defaultDestinationRuleExportTo`: a list, each item a string.
   *
   * @default - `*`
   */
  readonly defaultDestinationRuleExportTo?: string[];

  /**
   * The namespace whose resources hold for the whole mesh.
   *
   * Written as `rootNamespace`: a string.
   *
   * @default - istio-system
   */
  readonly rootNamespace?: string;

  /**
   * How traffic prefers endpoints that are near. Failover needs outlier detection. Ignored beside `zoneAwareLbSetting`.
   *
   * Written as `localityLbSetting`: `LocalityLoadBalancerSetting`.
   *
   * @default - near endpoints first
   */
  readonly localityLbSetting?: LocalityLoadBalancerSetting;

  /**
   * How traffic stays in its zone. For sidecars with `ISTIO_META_ENABLE_SELF_DISCOVERY`; wins over `localityLbSetting`.
   *
   * Written as `zoneAwareLbSetting`: `ZoneAwareLoadBalancerSetting`.
   *
   * @default - off
   */
  readonly zoneAwareLbSetting?: ZoneAwareLoadBalancerSetting;

  /**
   * How often names of endpoints are looked up again.
   *
   * Written as `dnsRefreshRate`: a duration such as `5s`.
   *
   * @default - 60s
   */
  readonly dnsRefreshRate?: ProtoDuration;

  /**
   * Whether HTTP/1.1 becomes HTTP/2 between proxies. Only where every workload has a proxy.
   *
   * Written as `h2UpgradePolicy`: one of the words of `MeshH2UpgradePolicy`.
   *
   * @default - `DO_NOT_UPGRADE`
   */
  readonly h2UpgradePolicy?: MeshH2UpgradePolicy;

  /**
   * The name of inbound clusters in statistics, with `%SERVICE%`, `%SERVICE_NAME%`, `%SERVICE_FQDN%`, `%SERVICE_PORT%`,
   * `%SERVICE_PORT_NAME%`, `%TARGET_PORT%`.
   *
   * Written as `inboundClusterStatName`: a string.
   *
   * @default - `inbound|PORT|PORT-NAME|SERVICE`
   */
  readonly inboundClusterStatName?: string;

  /**
   * The name of outbound clusters in statistics, with `%SERVICE%`, `%SERVICE_NAME%`, `%SERVICE_FQDN%`, `%SERVICE_PORT%`,
   * `%SERVICE_PORT_NAME%`, `%SUBSET_NAME%`.
   *
   * Written as `outboundClusterStatName`: a string.
   *
   * @default - `outbound|PORT|SUBSET|SERVICE`
   */
  readonly outboundClusterStatName?: string;

  /**
   * Certificates for names in DNS that istiod keeps.
   *
   * Written as `certificates`: a list, each item `DNSCertificate`.
   *
   * @default - none
   * @deprecated use cert-manager or another tool for certificates
   */
  readonly certificates?: DNSCertificate[];

  /**
   * Services whose endpoints stay within their cluster.
   *
   * Written as `serviceSettings`: a list, each item `MeshServiceSettings`.
   *
   * @default - the API server and kube-system alone
   */
  readonly serviceSettings?: MeshServiceSettings[];

  /**
   * Which services other clusters may reach, in ambient mode.
   *
   * Written as `serviceScopeConfigs`: a list, each item `ServiceScopeConfig`.
   *
   * @default - all are local
   */
  readonly serviceScopeConfigs?: ServiceScopeConfig[];

  /**
   * Whether the agent serves the metrics of proxy and application on one port, and pods are annotated to be scraped there.
   *
   * Written as `enablePrometheusMerge`: true or false.
   *
   * @default - true
   */
  readonly enablePrometheusMerge?: boolean;

  /**
   * Whether clients check certificates of servers where a DestinationRule does not say how.
   *
   * Written as `verifyCertificateAtClient`: true or false.
   *
   * @default - true
   * @deprecated set caCertificates and subjectAltNames in DestinationRules
   */
  readonly verifyCertificateAtClient?: boolean;

  /**
   * A certificate authority outside istiod.
   *
   * Written as `ca`: `ExternalCA`.
   *
   * @default - istiod signs
   */
  readonly ca?: ExternalCA;

  /**
   * Services for access decisions, logs, metrics, traces and secrets, by names that other resources use.
   *
   * Written as `extensionProviders`: a list, each item `MeshExtensionProvider`.
   *
   * @default - prometheus, stackdriver, and envoy for logs to `/dev/stdout`
   */
  readonly extensionProviders?: MeshExtensionProvider[];

  /**
   * The providers that hold where a Telemetry resource names none.
   *
   * Written as `defaultProviders`: `DefaultProviders`.
   *
   * @default - none; the installer sends metrics to prometheus
   */
  readonly defaultProviders?: DefaultProviders;

  /**
   * Namespaces that istiod watches at all: those that match one of these. Fewer make istiod smaller.
   *
   * Written as `discoverySelectors`: a list, each item `LabelSelector`.
   *
   * @default - all namespaces
   */
  readonly discoverySelectors?: LabelSelector[];

  /**
   * How paths are made alike before they are matched by routes and policies.
   *
   * Written as `pathNormalization`: `ProxyPathNormalization`.
   *
   * @default - `DEFAULT`
   */
  readonly pathNormalization?: ProxyPathNormalization;

  /**
   * How HTTP requests are retried unless a VirtualService says otherwise; 0 attempts for never. `perTryTimeout` has no effect here.
   *
   * Written as `defaultHttpRetryPolicy`: `HTTPRetry`.
   *
   * @default - 2 more attempts when the connection fails or the service is unavailable
   */
  readonly defaultHttpRetryPolicy?: HTTPRetry;

  /**
   * TLS between workloads of the mesh. Its curves have no effect.
   *
   * Written as `meshMTLS`: `MeshTLSConfig`.
   *
   * @default - TLS 1.2 or newer
   */
  readonly meshMTLS?: MeshTLSConfig;

  /**
   * TLS other than mutual TLS between workloads: at gateways and to the outside.
   *
   * Written as `tlsDefaults`: `MeshTLSConfig`.
   *
   * @default - TLS 1.2 or newer
   */
  readonly tlsDefaults?: MeshTLSConfig;

  /**
   * What holds for every outbound cluster unless a DestinationRule says otherwise.
   *
   * Written as `defaultTrafficPolicy`: `DefaultTrafficPolicy`.
   *
   * @default - Istio's own settings
   */
  readonly defaultTrafficPolicy?: DefaultTrafficPolicy;

  /**
   * Who sees which ServiceEntries, whatever their `exportTo` says.
   *
   * Written as `serviceEntryVisibility`: `ServiceEntryVisibility`.
   *
   * @default - all see them, and ambient ignores `exportTo`
   */
  readonly serviceEntryVisibility?: ServiceEntryVisibility;
}

/**
 * A service that extends the mesh, under a name that Telemetry, AuthorizationPolicy and credentials use.
 *
 * At most one of `envoyExtAuthzHttp`, `envoyExtAuthzGrpc`, `zipkin`, `lightstep`, `datadog`, `stackdriver`, `opencensus`,
 * `skywalking`, `opentelemetry`, `prometheus`, `envoyFileAccessLog`, `envoyHttpAls`, `envoyTcpAls`, `envoyOtelAls` and `sds` is
 * written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class MeshExtensionProvider {
  /**
   * Decisions about access, over HTTP.
   *
   * Written as `envoyExtAuthzHttp`: `ExtAuthzHttpProvider`.
   *
   * @param value `ExtAuthzHttpProvider`
   * @param options the other fields
   */
  public static envoyExtAuthzHttp(value: ExtAuthzHttpProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyExtAuthzHttp: value });
  }

  /**
   * Decisions about access, over gRPC.
   *
   * Written as `envoyExtAuthzGrpc`: `ExtAuthzGrpcProvider`.
   *
   * @param value `ExtAuthzGrpcProvider`
   * @param options the other fields
   */
  public static envoyExtAuthzGrpc(value: ExtAuthzGrpcProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyExtAuthzGrpc: value });
  }

  /**
   * Traces in Zipkin's format.
   *
   * Written as `zipkin`: `ZipkinTracingProvider`.
   *
   * @param value `ZipkinTracingProvider`
   * @param options the other fields
   */
  public static zipkin(value: ZipkinTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, zipkin: value });
  }

  /**
   * Traces to Lightstep.
   *
   * Written as `lightstep`: `LightstepTracingProvider`.
   *
   * @param value `LightstepTracingProvider`
   * @param options the other fields
   * @deprecated use opentelemetry
   */
  public static lightstep(value: LightstepTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, lightstep: value });
  }

  /**
   * Traces to a Datadog agent.
   *
   * Written as `datadog`: `DatadogTracingProvider`.
   *
   * @param value `DatadogTracingProvider`
   * @param options the other fields
   */
  public static datadog(value: DatadogTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, datadog: value });
  }

  /**
   * Metrics, logs and traces to Google Cloud.
   *
   * Written as `stackdriver`: `StackdriverProvider`.
   *
   * @param value `StackdriverProvider`
   * @param options the other fields
   */
  public static stackdriver(value: StackdriverProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, stackdriver: value });
  }

  /**
   * Traces to an OpenCensus agent.
   *
   * Written as `opencensus`: `OpenCensusAgentTracingProvider`.
   *
   * @param value `OpenCensusAgentTracingProvider`
   * @param options the other fields
   * @deprecated use opentelemetry
   */
  public static opencensus(value: OpenCensusAgentTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, opencensus: value });
  }

  /**
   * Traces to Apache SkyWalking.
   *
   * Written as `skywalking`: `SkyWalkingTracingProvider`.
   *
   * @param value `SkyWalkingTracingProvider`
   * @param options the other fields
   */
  public static skywalking(value: SkyWalkingTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, skywalking: value });
  }

  /**
   * Traces to an OpenTelemetry collector.
   *
   * Written as `opentelemetry`: `OpenTelemetryTracingProvider`.
   *
   * @param value `OpenTelemetryTracingProvider`
   * @param options the other fields
   */
  public static opentelemetry(value: OpenTelemetryTracingProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, opentelemetry: value });
  }

  /**
   * Metrics for Prometheus.
   *
   * Written as `prometheus`: `PrometheusMetricsProvider`.
   *
   * @param value `PrometheusMetricsProvider`
   * @param options the other fields
   */
  public static prometheus(value: PrometheusMetricsProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, prometheus: value });
  }

  /**
   * Access logs in a file or stream.
   *
   * Written as `envoyFileAccessLog`: `EnvoyFileAccessLogProvider`.
   *
   * @param value `EnvoyFileAccessLogProvider`
   * @param options the other fields
   */
  public static envoyFileAccessLog(value: EnvoyFileAccessLogProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyFileAccessLog: value });
  }

  /**
   * Access logs of HTTP to a service.
   *
   * Written as `envoyHttpAls`: `EnvoyHttpGrpcV3LogProvider`.
   *
   * @param value `EnvoyHttpGrpcV3LogProvider`
   * @param options the other fields
   */
  public static envoyHttpAls(value: EnvoyHttpGrpcV3LogProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyHttpAls: value });
  }

  /**
   * Access logs of TCP to a service.
   *
   * Written as `envoyTcpAls`: `EnvoyTcpGrpcV3LogProvider`.
   *
   * @param value `EnvoyTcpGrpcV3LogProvider`
   * @param options the other fields
   */
  public static envoyTcpAls(value: EnvoyTcpGrpcV3LogProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyTcpAls: value });
  }

  /**
   * Access logs to an OpenTelemetry collector.
   *
   * Written as `envoyOtelAls`: `EnvoyOpenTelemetryLogProvider`.
   *
   * @param value `EnvoyOpenTelemetryLogProvider`
   * @param options the other fields
   */
  public static envoyOtelAls(value: EnvoyOpenTelemetryLogProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, envoyOtelAls: value });
  }

  /**
   * Secrets for gateways from a service, by credential names that begin with `sds://`.
   *
   * Written as `sds`: `SDSProvider`.
   *
   * @param value `SDSProvider`
   * @param options the other fields
   */
  public static sds(value: SDSProvider, options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider({ ...options, sds: value });
  }

  /**
   * None of `envoyExtAuthzHttp`, `envoyExtAuthzGrpc`, `zipkin`, `lightstep`, `datadog`, `stackdriver`, `opencensus`, `skywalking`,
   * `opentelemetry`, `prometheus`, `envoyFileAccessLog`, `envoyHttpAls`, `envoyTcpAls`, `envoyOtelAls` and `sds`: the other fields
   * alone.
   *
   * @param options the other fields
   */
  public static of(options?: MeshExtensionProviderOptions): MeshExtensionProvider {
    return new MeshExtensionProvider(options ?? {});
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
 * The fields of `MeshExtensionProvider` beside `envoyExtAuthzHttp`, `envoyExtAuthzGrpc`, `zipkin`, `lightstep`, `datadog`,
 * `stackdriver`, `opencensus`, `skywalking`, `opentelemetry`, `prometheus`, `envoyFileAccessLog`, `envoyHttpAls`, `envoyTcpAls`,
 * `envoyOtelAls` and `sds`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshExtensionProviderOptions {
  /**
   * The name by which it is used; must be set, and be unique.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;
}

/**
 * Where traffic goes that comes in.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshInboundTrafficPolicy {
  /**
   * To the pod's address, or to localhost.
   *
   * Written as `mode`: one of the words of `MeshInboundMode`.
   *
   * @default - `PASSTHROUGH`
   */
  readonly mode?: MeshInboundMode;
}

/**
 * What becomes of traffic to places that the mesh does not know. It is no firewall.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshOutboundTrafficPolicy {
  /**
   * Whether it goes through.
   *
   * Written as `mode`: one of the words of `MeshOutboundMode`.
   *
   * @default - `ALLOW_ANY`
   */
  readonly mode?: MeshOutboundMode;

  /**
   * How such connections are encrypted, for `ALLOW_ANY_DYNAMIC_DNS`.
   *
   * Written as `tls`: `ClientTLSSettings`.
   *
   * @default - plain text
   */
  readonly tls?: ClientTLSSettings;
}

/**
 * Settings of the services that it names.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshServiceSettings {
  /**
   * What is set for them.
   *
   * Written as `settings`: `ClusterLocalSettings`.
   *
   * @default - nothing
   */
  readonly settings?: ClusterLocalSettings;

  /**
   * The services, by full name; `*.shop.svc.cluster.local` for all of a namespace.
   *
   * Written as `hosts`: a list, each item a string.
   *
   * @default - none
   */
  readonly hosts?: string[];
}

/**
 * What TLS must be like.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshTLSConfig {
  /**
   * The oldest version of TLS that is taken.
   *
   * Written as `minProtocolVersion`: one of the words of `MeshTLSProtocol`.
   *
   * @default - TLS 1.2
   */
  readonly minProtocolVersion?: MeshTLSProtocol;

  /**
   * The curves for key exchange.
   *
   * Written as `ecdhCurves`: a list, each item a string.
   *
   * @default - Envoy's own
   */
  readonly ecdhCurves?: string[];

  /**
   * The cipher suites of TLS 1.2, by OpenSSL's names.
   *
   * Written as `cipherSuites`: a list, each item a string.
   *
   * @default - Istio's own six
   */
  readonly cipherSuites?: string[];
}

/**
 * An OpenCensus agent that takes traces. A change needs a restart of all proxies, and there can be one alone.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface OpenCensusAgentTracingProvider {
  /**
   * The agent, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the agent; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The headers that carry a trace; all are read, and all are written.
   *
   * Written as `context`: a list, each item one of the words of `OpenCensusProviderContext`.
   *
   * @default - `W3C_TRACE_CONTEXT`
   */
  readonly context?: OpenCensusProviderContext[];

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;
}

/**
 * How an entry of an access log is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface OpenTelemetryLogFormat {
  /**
   * The entry's body, with Envoy's command operators.
   *
   * Written as `text`: a string.
   *
   * @default - Istio's own text format
   */
  readonly text?: string;

  /**
   * The entry's attributes, with Envoy's command operators as values.
   *
   * Written as `labels`: an object of any form.
   *
   * @default - none
   */
  readonly labels?: any;
}

/**
 * An OpenTelemetry collector that takes traces, over gRPC unless `http` is set.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface OpenTelemetryTracingProvider {
  /**
   * The collector, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the collector; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;

  /**
   * Path, timeout and headers of HTTP; set it to send over HTTP.
   *
   * Written as `http`: `ProviderHttpService`.
   *
   * @default - gRPC
   */
  readonly http?: ProviderHttpService;

  /**
   * Timeout and metadata of gRPC.
   *
   * Written as `grpc`: `ProviderGrpcService`.
   *
   * @default - Envoy's own
   */
  readonly grpc?: ProviderGrpcService;

  /**
   * What is added to every span about its origin.
   *
   * Written as `resourceDetectors`: `ResourceDetectors`.
   *
   * @default - nothing
   */
  readonly resourceDetectors?: ResourceDetectors;

  /**
   * Which names of service and workload the spans have as attributes.
   *
   * Written as `serviceAttributeEnrichment`: one of the words of `ServiceAttributeEnrichment`.
   *
   * @default - `ISTIO_CANONICAL`
   */
  readonly serviceAttributeEnrichment?: ServiceAttributeEnrichment;

  /**
   * Lets Dynatrace decide how many traces are kept.
   *
   * Written as `dynatraceSampler`: `DynatraceSampler`.
   *
   * @default - the sampling of Telemetry
   */
  readonly dynatraceSampler?: DynatraceSampler;
}

/**
 * Metrics at the port that Prometheus scrapes. It has no settings.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface PrometheusMetricsProvider {

}

/**
 * How a gRPC service is called.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProviderGrpcService {
  /**
   * How long a call may take.
   *
   * Written as `timeout`: a duration such as `5s`.
   *
   * @default - no limit
   */
  readonly timeout?: ProtoDuration;

  /**
   * Metadata that each stream begins with, such as a token.
   *
   * Written as `initialMetadata`: a list, each item `ProviderHttpHeader`.
   *
   * @default - none
   */
  readonly initialMetadata?: ProviderHttpHeader[];
}

/**
 * A header with its value, or with the variable that holds it.
 *
 * At most one of `value` and `envName` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class ProviderHttpHeader {
  /**
   * What the header holds, in the clear.
   *
   * Written as `value`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static value(value: string, options?: ProviderHttpHeaderOptions): ProviderHttpHeader {
    return new ProviderHttpHeader({ ...options, value });
  }

  /**
   * The variable of istiod that holds the value. It must be set there, and travels to proxies in the clear.
   *
   * Written as `envName`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static envName(value: string, options?: ProviderHttpHeaderOptions): ProviderHttpHeader {
    return new ProviderHttpHeader({ ...options, envName: value });
  }

  /**
   * None of `value` and `envName`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: ProviderHttpHeaderOptions): ProviderHttpHeader {
    return new ProviderHttpHeader(options ?? {});
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
 * The fields of `ProviderHttpHeader` beside `value` and `envName`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProviderHttpHeaderOptions {
  /**
   * The name of the header; must be set.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;
}

/**
 * How an HTTP service is called.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProviderHttpService {
  /**
   * The path; must be set.
   *
   * Written as `path`: a string.
   *
   * @default - must be set
   */
  readonly path?: string;

  /**
   * How long a request may take.
   *
   * Written as `timeout`: a duration such as `5s`.
   *
   * @default - 3 s
   */
  readonly timeout?: ProtoDuration;

  /**
   * Headers that each request has.
   *
   * Written as `headers`: a list, each item `ProviderHttpHeader`.
   *
   * @default - none
   */
  readonly headers?: ProviderHttpHeader[];
}

/**
 * How paths are made alike before they are matched by routes and policies.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ProxyPathNormalization {
  /**
   * How much is changed.
   *
   * Written as `normalization`: one of the words of `PathNormalizationType`.
   *
   * @default - `DEFAULT`
   */
  readonly normalization?: PathNormalizationType;
}

/**
 * What is added to every span about its origin. Several are merged.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ResourceDetectors {
  /**
   * What the variable OTEL_RESOURCE_ATTRIBUTES says.
   *
   * Written as `environment`: `EnvironmentResourceDetector`.
   *
   * @default - nothing
   */
  readonly environment?: EnvironmentResourceDetector;

  /**
   * What Dynatrace's files on the host say.
   *
   * Written as `dynatrace`: `DynatraceResourceDetector`.
   *
   * @default - nothing
   */
  readonly dynatrace?: DynatraceResourceDetector;
}

/**
 * A service that gives gateways their secrets, such as one before a vault.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface SDSProvider {
  /**
   * The name for `credentialName: sds://NAME`; must be set.
   *
   * Written as `name`: a string.
   *
   * @default - must be set
   */
  readonly name?: string;

  /**
   * The service, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the service; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;
}

/**
 * A condition on a ServiceEntry.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ServiceEntryMatchRule {
  /**
   * What labels its namespace must have.
   *
   * Written as `namespaceSelector`: `LabelSelector`.
   *
   * @default - any
   */
  readonly namespaceSelector?: LabelSelector;
}

/**
 * Who sees which ServiceEntries. The first policy that matches decides.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ServiceEntryVisibility {
  /**
   * What holds where no policy matches.
   *
   * Written as `defaultVisibility`: one of the words of `ServiceEntryVisibilityLevel`.
   *
   * @default - `PUBLIC`
   */
  readonly defaultVisibility?: ServiceEntryVisibilityLevel;

  /**
   * Whether sidecars obey too; else only ztunnel and waypoints do.
   *
   * Written as `applyToSidecars`: true or false.
   *
   * @default - false
   */
  readonly applyToSidecars?: boolean;

  /**
   * Policies, in the order in which they are tried.
   *
   * Written as `policies`: a list, each item `ServiceEntryVisibilityPolicy`.
   *
   * @default - none
   */
  readonly policies?: ServiceEntryVisibilityPolicy[];
}

/**
 * How far ServiceEntries are seen that match all its rules.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ServiceEntryVisibilityPolicy {
  /**
   * How far they are seen.
   *
   * Written as `visibility`: one of the words of `ServiceEntryVisibilityLevel`.
   *
   * @default - `PUBLIC`
   */
  readonly visibility?: ServiceEntryVisibilityLevel;

  /**
   * The rules; all must match.
   *
   * Written as `matchingRules`: a list, each item `ServiceEntryMatchRule`.
   *
   * @default - all ServiceEntries match
   */
  readonly matchingRules?: ServiceEntryMatchRule[];
}

/**
 * Whether other clusters may reach the services that it selects, in ambient mode.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ServiceScopeConfig {
  /**
   * What labels the namespace must have.
   *
   * Written as `namespaceSelector`: `LabelSelector`.
   *
   * @default - any
   */
  readonly namespaceSelector?: LabelSelector;

  /**
   * What labels the service must have.
   *
   * Written as `servicesSelector`: `LabelSelector`.
   *
   * @default - any
   */
  readonly servicesSelector?: LabelSelector;

  /**
   * How far the services can be reached.
   *
   * Written as `scope`: one of the words of `ServiceScope`.
   *
   * @default - `LOCAL`
   */
  readonly scope?: ServiceScope;
}

/**
 * A SkyWalking receiver that takes traces.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface SkyWalkingTracingProvider {
  /**
   * The receiver, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the receiver; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * The token by which SkyWalking knows the sender.
   *
   * Written as `accessToken`: a string.
   *
   * @default - none
   */
  readonly accessToken?: string;
}

/**
 * What log entries in Google Cloud have beside their own fields.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface StackdriverLogging {
  /**
   * Labels with expressions as values, such as `request.url_path`.
   *
   * Written as `labels`: a map, each value a string.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * Metrics, logs and traces in Google Cloud. Its traces cannot be used beside OpenCensus.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface StackdriverProvider {
  /**
   * Whether traces are also written to the output of the proxy.
   *
   * Written as `debug`: true or false.
   *
   * @default - false
   * @deprecated it has no effect any more
   */
  readonly debug?: boolean;

  /**
   * How many attributes a span may have.
   *
   * Written as `maxNumberOfAttributes`: a whole number.
   *
   * @default - 200
   * @deprecated it has no effect any more
   */
  readonly maxNumberOfAttributes?: any;

  /**
   * How many annotations a span may have.
   *
   * Written as `maxNumberOfAnnotations`: a whole number.
   *
   * @default - 200
   * @deprecated it has no effect any more
   */
  readonly maxNumberOfAnnotations?: any;

  /**
   * How many message events a span may have.
   *
   * Written as `maxNumberOfMessageEvents`: a whole number.
   *
   * @default - 200
   * @deprecated it has no effect any more
   */
  readonly maxNumberOfMessageEvents?: any;

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;

  /**
   * What log entries have beside their own fields.
   *
   * Written as `logging`: `StackdriverLogging`.
   *
   * @default - nothing
   */
  readonly logging?: StackdriverLogging;
}

/**
 * A service that takes traces in Zipkin's format.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface ZipkinTracingProvider {
  /**
   * The collector, as `HOST` or `NAMESPACE/HOST` with its full name; must be set.
   *
   * Written as `service`: a string.
   *
   * @default - must be set
   */
  readonly service?: string;

  /**
   * The port of the collector; must be set.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - must be set
   */
  readonly port?: PortNumber;

  /**
   * How many characters of the path a span may carry.
   *
   * Written as `maxTagLength`: a whole number, 0 or more.
   *
   * @default - 256
   */
  readonly maxTagLength?: number;

  /**
   * Whether trace ids have 64 bits rather than 128.
   *
   * Written as `enable64bitTraceId`: true or false.
   *
   * @default - false
   */
  readonly enable64bitTraceId?: boolean;

  /**
   * The path of the API.
   *
   * Written as `path`: a string.
   *
   * @default - `/api/v2/spans`
   */
  readonly path?: string;

  /**
   * The headers that carry a trace.
   *
   * Written as `traceContextOption`: one of the words of `ZipkinTraceContextOption`.
   *
   * @default - `USE_B3`
   */
  readonly traceContextOption?: ZipkinTraceContextOption;

  /**
   * How long a request to the collector may take.
   *
   * Written as `timeout`: a duration such as `5s`.
   *
   * @default - 5 s
   */
  readonly timeout?: ProtoDuration;

  /**
   * Headers that each request to the collector has.
   *
   * Written as `headers`: a list, each item `ProviderHttpHeader`.
   *
   * @default - none
   */
  readonly headers?: ProviderHttpHeader[];
}

/**
 * How lines of the access log are written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum AccessLogEncoding {
  /**
   * A line of text for each request.
   */
  TEXT = 'TEXT',

  /**
   * A JSON object for each request.
   */
  JSON = 'JSON',
}

/**
 * What is taken from a source beside configuration.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ConfigSourceResource {
  /**
   * Service entries that a platform makes of its services and endpoints.
   */
  SERVICE_REGISTRY = 'SERVICE_REGISTRY',
}

/**
 * Which Ingress resources Istio serves.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum IngressControllerMode {
  /**
   * The same as `STRICT`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * Istio serves none of them.
   */
  OFF = 'OFF',

  /**
   * Those of its class, and those without a class.
   */
  DEFAULT = 'DEFAULT',

  /**
   * Those of its class alone.
   */
  STRICT = 'STRICT',
}

/**
 * Whether HTTP/1.1 becomes HTTP/2 between proxies.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum MeshH2UpgradePolicy {
  /**
   * It stays HTTP/1.1.
   */
  DO_NOT_UPGRADE = 'DO_NOT_UPGRADE',

  /**
   * It becomes HTTP/2.
   */
  UPGRADE = 'UPGRADE',
}

/**
 * Where traffic goes that comes in.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum MeshInboundMode {
  /**
   * To the address of the pod, as without Istio.
   */
  PASSTHROUGH = 'PASSTHROUGH',

  /**
   * To 127.0.0.1, for applications that listen there alone.
   */
  LOCALHOST = 'LOCALHOST',
}

/**
 * Whether traffic to places that the mesh does not know goes through.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum MeshOutboundMode {
  /**
   * It does not: every destination needs a Service or ServiceEntry.
   */
  REGISTRY_ONLY = 'REGISTRY_ONLY',

  /**
   * It goes through as it is.
   */
  ALLOW_ANY = 'ALLOW_ANY',

  /**
   * It goes to the address that the name of the request has at that moment. For the mesh alone, not for a Sidecar.
   */
  ALLOW_ANY_DYNAMIC_DNS = 'ALLOW_ANY_DYNAMIC_DNS',
}

/**
 * The oldest version of TLS that is taken.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum MeshTLSProtocol {
  /**
   * Istio chooses: TLS 1.2.
   */
  TLS_AUTO = 'TLS_AUTO',

  /**
   * TLS 1.2 or newer.
   */
  TLSV1_2 = 'TLSV1_2',

  /**
   * TLS 1.3 and nothing older.
   */
  TLSV1_3 = 'TLSV1_3',
}

/**
 * Headers that carry a trace.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum OpenCensusProviderContext {
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
 * How much a path is changed before it is matched.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum PathNormalizationType {
  /**
   * The same as `BASE`.
   */
  DEFAULT = 'DEFAULT',

  /**
   * Nothing is changed.
   */
  NONE = 'NONE',

  /**
   * As RFC 3986 says: `/a/../b` becomes `/b`.
   */
  BASE = 'BASE',

  /**
   * Slashes that follow each other become one, too.
   */
  MERGE_SLASHES = 'MERGE_SLASHES',

  /**
   * `%2F` and `%5C` become slashes before that.
   */
  DECODE_AND_MERGE_SLASHES = 'DECODE_AND_MERGE_SLASHES',
}

/**
 * How spans name their service.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ServiceAttributeEnrichment {
  /**
   * As `tracingServiceName` of the proxy configuration says.
   */
  ISTIO_CANONICAL = 'ISTIO_CANONICAL',

  /**
   * As OpenTelemetry has it for Kubernetes: by annotation, then label, then the owner of the pod.
   */
  OTEL_SEMANTIC_CONVENTIONS = 'OTEL_SEMANTIC_CONVENTIONS',
}

/**
 * How far a ServiceEntry is seen.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ServiceEntryVisibilityLevel {
  /**
   * The same as `PUBLIC`.
   */
  VISIBILITY_UNSPECIFIED = 'VISIBILITY_UNSPECIFIED',

  /**
   * Nowhere: it has no effect.
   */
  NONE = 'NONE',

  /**
   * In its own namespace.
   */
  NAMESPACE = 'NAMESPACE',

  /**
   * By every workload of the control plane that holds it.
   */
  PUBLIC = 'PUBLIC',
}

/**
 * How far a service can be reached.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ServiceScope {
  /**
   * From its own cluster.
   */
  LOCAL = 'LOCAL',

  /**
   * From all clusters of the mesh.
   */
  GLOBAL = 'GLOBAL',
}

/**
 * The headers that carry a trace to and from Zipkin.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export enum ZipkinTraceContextOption {
  /**
   * B3 headers alone.
   */
  USE_B3 = 'USE_B3',

  /**
   * B3 headers first, else `traceparent`; both are written.
   */
  USE_B3_WITH_W3C_PROPAGATION = 'USE_B3_WITH_W3C_PROPAGATION',
}
