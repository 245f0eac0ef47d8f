/**
 * Annotations of pods that say how their proxy is made. Values are text; a wrong one fails synthesis where the injector refuses it.
 *
 * @see https://istio.io/latest/docs/reference/config/annotations/
 */
export enum PodAnnotation {
  /** Whether the pod gets a proxy: `true` or `false`. The label of the same name counts before it. */
  INJECT = 'sidecar.istio.io/inject',
  /** The templates that the pod gets, divided by commas, such as `sidecar` or `gateway`. */
  TEMPLATES = 'inject.istio.io/templates',
  /** Whether the proxy is an init container that stays: `true` or `false`. */
  NATIVE_SIDECAR = 'sidecar.istio.io/nativeSidecar',
  /** Fields of ProxyConfig for this pod alone, as YAML. */
  PROXY_CONFIG = 'proxy.istio.io/config',
  /** What the pod's own container of the proxy's name said; written by the injection. */
  OVERRIDES = 'proxy.istio.io/overrides',
  /** What was injected; written by the injection. */
  STATUS = 'sidecar.istio.io/status',
  /** The proxy's image: with its registry, else only its name. */
  PROXY_IMAGE = 'sidecar.istio.io/proxyImage',
  /** The variant of the proxy's image: `distroless`, `debug` or `default`. */
  PROXY_IMAGE_TYPE = 'sidecar.istio.io/proxyImageType',
  /** CPU that the proxy asks for, such as `100m`. */
  PROXY_CPU = 'sidecar.istio.io/proxyCPU',
  /** CPU that the proxy may use at most. */
  PROXY_CPU_LIMIT = 'sidecar.istio.io/proxyCPULimit',
  /** Memory that the proxy asks for, such as `128Mi`. */
  PROXY_MEMORY = 'sidecar.istio.io/proxyMemory',
  /** Memory that the proxy may use at most. */
  PROXY_MEMORY_LIMIT = 'sidecar.istio.io/proxyMemoryLimit',
  /** How much Envoy logs: `trace`, `debug`, `info`, `warning`, `error`, `critical` or `off`. */
  LOG_LEVEL = 'sidecar.istio.io/logLevel',
  /** The same for parts of Envoy, such as `http:debug`. */
  COMPONENT_LOG_LEVEL = 'sidecar.istio.io/componentLogLevel',
  /** How much the proxy's agent logs, such as `default:debug`. */
  AGENT_LOG_LEVEL = 'sidecar.istio.io/agentLogLevel',
  /** How connections come to the proxy: `REDIRECT`, `TPROXY` or `NONE`. */
  INTERCEPTION_MODE = 'sidecar.istio.io/interceptionMode',
  /** Whether the proxy may listen below port 1024: `true` or `false`. */
  CAP_NET_BIND_SERVICE = 'sidecar.istio.io/capNetBindService',
  /** Whether kubelet's probes go by the agent: `true` or `false`. */
  REWRITE_APP_HTTP_PROBERS = 'sidecar.istio.io/rewriteAppHTTPProbers',
  /** The ConfigMap of a bootstrap configuration of Envoy's of your own. */
  BOOTSTRAP_OVERRIDE = 'sidecar.istio.io/bootstrapOverride',
  /** Volumes beside the proxy's, as a JSON object by their names. */
  USER_VOLUME = 'sidecar.istio.io/userVolume',
  /** Where the proxy finds such volumes, as a JSON object by their names. */
  USER_VOLUME_MOUNT = 'sidecar.istio.io/userVolumeMount',
  /** Tags of your own that statistics get, divided by commas. */
  EXTRA_STAT_TAGS = 'sidecar.istio.io/extraStatTags',
  /** Prefixes of statistics that are kept, divided by commas. */
  STATS_INCLUSION_PREFIXES = 'sidecar.istio.io/statsInclusionPrefixes',
  /** Expressions for statistics that are kept, divided by commas. */
  STATS_INCLUSION_REGEXPS = 'sidecar.istio.io/statsInclusionRegexps',
  /** Ends of statistics that are kept, divided by commas. */
  STATS_INCLUSION_SUFFIXES = 'sidecar.istio.io/statsInclusionSuffixes',
  /** The bounds of histograms, as a JSON object by prefix. */
  STATS_HISTOGRAM_BUCKETS = 'sidecar.istio.io/statsHistogramBuckets',
  /** Where the agent answers, a port; `0` for nowhere. */
  STATUS_PORT = 'status.sidecar.istio.io/port',
  /** Seconds until the proxy is first asked whether it is ready. */
  READINESS_INITIAL_DELAY_SECONDS = 'readiness.status.sidecar.istio.io/initialDelaySeconds',
  /** Seconds between two such questions. */
  READINESS_PERIOD_SECONDS = 'readiness.status.sidecar.istio.io/periodSeconds',
  /** After how many failed questions the proxy counts as not ready. */
  READINESS_FAILURE_THRESHOLD = 'readiness.status.sidecar.istio.io/failureThreshold',
  /** IP ranges whose outbound traffic goes by the proxy, divided by commas; `*` for all. */
  INCLUDE_OUTBOUND_IP_RANGES = 'traffic.sidecar.istio.io/includeOutboundIPRanges',
  /** IP ranges whose outbound traffic does not. */
  EXCLUDE_OUTBOUND_IP_RANGES = 'traffic.sidecar.istio.io/excludeOutboundIPRanges',
  /** Ports whose inbound traffic goes by the proxy, divided by commas; `*` for all. */
  INCLUDE_INBOUND_PORTS = 'traffic.sidecar.istio.io/includeInboundPorts',
  /** Ports whose inbound traffic does not. */
  EXCLUDE_INBOUND_PORTS = 'traffic.sidecar.istio.io/excludeInboundPorts',
  /** Ports whose outbound traffic goes by the proxy whatever the ranges say. */
  INCLUDE_OUTBOUND_PORTS = 'traffic.sidecar.istio.io/includeOutboundPorts',
  /** Ports whose outbound traffic does not. */
  EXCLUDE_OUTBOUND_PORTS = 'traffic.sidecar.istio.io/excludeOutboundPorts',
  /** Network interfaces whose traffic does not go by the proxy, divided by commas. */
  EXCLUDE_INTERFACES = 'traffic.sidecar.istio.io/excludeInterfaces',
  /** Virtual interfaces whose inbound traffic counts as outbound; of older releases. */
  KUBEVIRT_INTERFACES = 'traffic.sidecar.istio.io/kubevirtInterfaces',
  /** Virtual interfaces whose inbound traffic counts as outbound, such as those of virtual machines in the pod. */
  REROUTE_VIRTUAL_INTERFACES = 'istio.io/reroute-virtual-interfaces',
  /** Whether the application's metrics are served with the proxy's: `true` or `false`. */
  MERGE_METRICS = 'prometheus.istio.io/merge-metrics',
  /** Where the application's metrics are, as `port:path`, divided by commas. */
  SCRAPE_TARGETS = 'prometheus.istio.io/scrape-targets',
  /** In ambient mode, whether inbound traffic does not go by ztunnel: `true` or `false`. */
  AMBIENT_BYPASS_INBOUND_CAPTURE = 'ambient.istio.io/bypass-inbound-capture',
  /** In ambient mode, whether names are looked up by ztunnel: `true` or `false`. */
  AMBIENT_DNS_CAPTURE = 'ambient.istio.io/dns-capture',
  /** Whether ambient mode takes the pod's traffic; written by the CNI plugin. */
  AMBIENT_REDIRECTION = 'ambient.istio.io/redirection',
}

/**
 * Labels of pods by which the mesh knows what they are.
 *
 * @see https://istio.io/latest/docs/reference/config/labels/
 */
export enum PodLabel {
  /** Whether the pod gets a proxy: `true` or `false`. */
  INJECT = 'sidecar.istio.io/inject',
  /** The revision, or a tag of it, whose proxy the pod gets where its namespace chooses none. */
  REVISION = 'istio.io/rev',
  /** How the pod is part of the mesh without a proxy of its own: `ambient` or `none`. */
  DATAPLANE_MODE = 'istio.io/dataplane-mode',
  /** The name of the service that the pod belongs to, for telemetry. */
  CANONICAL_NAME = 'service.istio.io/canonical-name',
  /** The version of that service. */
  CANONICAL_REVISION = 'service.istio.io/canonical-revision',
  /** The name of the workload, for telemetry. */
  WORKLOAD_NAME = 'service.istio.io/workload-name',
  /** Whether the pod takes mutual TLS: `istio` or `disabled`. */
  TLS_MODE = 'security.istio.io/tlsMode',
  /** The network that the pod is in. */
  NETWORK = 'topology.istio.io/network',
  /** The part of a zone that the pod is in. */
  SUBZONE = 'topology.istio.io/subzone',
}
