// Generated from schema/ by `npx projen schema`. Do not edit.

import { ImageVariant, ResourceValues } from './common.generated';

/**
 * How proxies are, in pods and gateways. A pod's annotations may say otherwise.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ProxyValues {
  /**
   * Whether pods get a proxy that ask for nothing: `enabled` or `disabled`.
   *
   * Written as `autoInject`: a string.
   *
   * @default - enabled
   */
  readonly autoInject?: string;

  /**
   * Whether the proxy may bind to ports below 1024.
   *
   * Written as `capNetBindService`: true or false.
   *
   * @default - false
   */
  readonly capNetBindService?: boolean;

  /**
   * The domain of the cluster; the same for all components.
   *
   * Written as `clusterDomain`: a string.
   *
   * @default - cluster.local
   */
  readonly clusterDomain?: string;

  /**
   * Log levels of parts of Envoy, parted by commas.
   *
   * Written as `componentLogLevel`: a string.
   *
   * @default - misc:error
   */
  readonly componentLogLevel?: string;

  /**
   * Whether a proxy that crashes leaves its memory behind.
   *
   * Written as `enableCoreDump`: true or false.
   *
   * @default - false
   * @deprecated use the annotation of a pod
   */
  readonly enableCoreDump?: boolean;

  /**
   * Ports of the pod that are not redirected, parted by commas.
   *
   * Written as `excludeInboundPorts`: ports parted by commas, or `*`.
   *
   * @default - none
   */
  readonly excludeInboundPorts?: string;

  /**
   * Ranges of addresses to which traffic is not redirected, parted by commas.
   *
   * Written as `excludeIPRanges`: ranges of addresses parted by commas, or `*`.
   *
   * @default - none
   */
  readonly excludeIPRanges?: string;

  /**
   * Ports to which traffic is not redirected, parted by commas.
   *
   * Written as `excludeOutboundPorts`: ports parted by commas, or `*`.
   *
   * @default - none
   */
  readonly excludeOutboundPorts?: string;

  /**
   * Whether the other containers of a pod start after the proxy is ready.
   *
   * Written as `holdApplicationUntilProxyStarts`: true or false.
   *
   * @default - false
   * @deprecated use meshConfig.defaultConfig.holdApplicationUntilProxyStarts
   */
  readonly holdApplicationUntilProxyStarts?: boolean;

  /**
   * The image: a name below `hub`, or a full one.
   *
   * Written as `image`: a string.
   *
   * @default - proxyv2
   */
  readonly image?: string;

  /**
   * Ports of the pod that are redirected, parted by commas; `*` for all.
   *
   * Written as `includeInboundPorts`: ports parted by commas, or `*`.
   *
   * @default - *
   */
  readonly includeInboundPorts?: string;

  /**
   * Ranges of addresses to which traffic is redirected, parted by commas; `*` for all.
   *
   * Written as `includeIPRanges`: ranges of addresses parted by commas, or `*`.
   *
   * @default - *
   */
  readonly includeIPRanges?: string;

  /**
   * Ports to which traffic is redirected whatever the address, parted by commas; `*` for all.
   *
   * Written as `includeOutboundPorts`: ports parted by commas, or `*`.
   *
   * @default - none beyond includeIPRanges
   */
  readonly includeOutboundPorts?: string;

  /**
   * What runs in the container after its start and before its end.
   *
   * Written as `lifecycle`: an object of any form.
   *
   * @default - what Istio needs
   */
  readonly lifecycle?: any;

  /**
   * What proxies log.
   *
   * Written as `logLevel`: one of the words of `ProxyLogLevel`.
   *
   * @default - warning
   */
  readonly logLevel?: ProxyLogLevel;

  /**
   * The file for a log of endpoints that are left out, such as `/dev/stdout`.
   *
   * Written as `outlierLogPath`: a string.
   *
   * @default - no such log
   */
  readonly outlierLogPath?: string;

  /**
   * Whether the proxy's container is privileged.
   *
   * Written as `privileged`: true or false.
   *
   * @default - false
   */
  readonly privileged?: boolean;

  /**
   * After how many failed checks a proxy is not ready.
   *
   * Written as `readinessFailureThreshold`: a whole number, 0 or more.
   *
   * @default - 4
   */
  readonly readinessFailureThreshold?: number;

  /**
   * Seconds before the first check.
   *
   * Written as `readinessInitialDelaySeconds`: a whole number, 0 or more.
   *
   * @default - 0
   */
  readonly readinessInitialDelaySeconds?: number;

  /**
   * Seconds between checks.
   *
   * Written as `readinessPeriodSeconds`: a whole number, 0 or more.
   *
   * @default - 15
   */
  readonly readinessPeriodSeconds?: number;

  /**
   * What a proxy asks for, and may use at most.
   *
   * Written as `resources`: `ResourceValues`.
   *
   * @default - `{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"2000m","memory":"1024Mi"}}`
   * @deprecated use annotations of the pods that need others
   */
  readonly resources?: ResourceValues;

  /**
   * The seccomp profile of the proxy's containers.
   *
   * Written as `seccompProfile`: an object of any form.
   *
   * @default - that of the pod
   */
  readonly seccompProfile?: any;

  /**
   * How long a proxy may take to start.
   *
   * Written as `startupProbe`: `StartupProbeValues`.
   *
   * @default - the defaults of its fields
   */
  readonly startupProbe?: StartupProbeValues;

  /**
   * The port of the agent, for probes and merged metrics.
   *
   * Written as `statusPort`: a whole number, 0 or more.
   *
   * @default - 15020
   */
  readonly statusPort?: number;

  /**
   * Where traces go.
   *
   * Written as `tracer`: one of the words of `TracerName`.
   *
   * @default - none
   */
  readonly tracer?: TracerName;

  /**
   * The build of the proxy's image.
   *
   * Written as `variant`: one of the words of `ImageVariant`.
   *
   * @default - that of global
   */
  readonly variant?: ImageVariant;
}

/**
 * How long a proxy may take to start.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface StartupProbeValues {
  /**
   * Whether its start is watched each second, before other checks begin.
   *
   * Written as `enabled`: true or false.
   *
   * @default - true
   */
  readonly enabled?: boolean;

  /**
   * Seconds that it may take.
   *
   * Written as `failureThreshold`: a whole number, 0 or more.
   *
   * @default - 600
   */
  readonly failureThreshold?: number;
}

/**
 * Where traces go, for the tracer that `proxy.tracer` names.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface TracerValues {
  /**
   * Where the Datadog agent is.
   *
   * Written as `datadog`: `DatadogTracerValues`.
   *
   * @default - the agent on the node
   */
  readonly datadog?: DatadogTracerValues;

  /**
   * Where Lightstep is.
   *
   * Written as `lightstep`: `LightstepTracerValues`.
   *
   * @default - must be set for the tracer lightstep
   */
  readonly lightstep?: LightstepTracerValues;

  /**
   * How much goes to Google Cloud.
   *
   * Written as `stackdriver`: `StackdriverTracerValues`.
   *
   * @default - Istio's own settings
   */
  readonly stackdriver?: StackdriverTracerValues;

  /**
   * Where Zipkin is.
   *
   * Written as `zipkin`: `ZipkinTracerValues`.
   *
   * @default - the service zipkin of the control plane
   */
  readonly zipkin?: ZipkinTracerValues;
}

/**
 * Where the Datadog agent is.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface DatadogTracerValues {
  /**
   * Its host and port.
   *
   * Written as `address`: a string.
   *
   * @default - port 8126 of the node
   */
  readonly address?: string;
}

/**
 * Where Lightstep is.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface LightstepTracerValues {
  /**
   * The token by which it knows the sender.
   *
   * Written as `accessToken`: a string.
   *
   * @default - must be set for the tracer lightstep
   */
  readonly accessToken?: string;

  /**
   * Host and port of the satellite pool.
   *
   * Written as `address`: a string.
   *
   * @default - must be set for the tracer lightstep
   */
  readonly address?: string;
}

/**
 * Where Zipkin is.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ZipkinTracerValues {
  /**
   * Its host and port.
   *
   * Written as `address`: a string.
   *
   * @default - zipkin of the control plane's namespace, port 9411
   */
  readonly address?: string;
}

/**
 * How much goes to Google Cloud.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface StackdriverTracerValues {
  /**
   * Whether traces are also written to the output of the proxy.
   *
   * Written as `debug`: true or false.
   *
   * @default - false
   */
  readonly debug?: boolean;

  /**
   * How many annotations a span may have.
   *
   * Written as `maxNumberOfAnnotations`: a whole number, 0 or more.
   *
   * @default - 200
   */
  readonly maxNumberOfAnnotations?: number;

  /**
   * How many attributes a span may have.
   *
   * Written as `maxNumberOfAttributes`: a whole number, 0 or more.
   *
   * @default - 200
   */
  readonly maxNumberOfAttributes?: number;

  /**
   * How many message events a span may have.
   *
   * Written as `maxNumberOfMessageEvents`: a whole number, 0 or more.
   *
   * @default - 200
   */
  readonly maxNumberOfMessageEvents?: number;
}

/**
 * What a proxy logs.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum ProxyLogLevel {
  /**
   * Everything.
   */
  TRACE = 'trace',

  /**
   * What helps to find a fault.
   */
  DEBUG = 'debug',

  /**
   * What happens.
   */
  INFO = 'info',

  /**
   * What may be wrong.
   */
  WARNING = 'warning',

  /**
   * What is wrong.
   */
  ERROR = 'error',

  /**
   * What the proxy cannot go on with.
   */
  CRITICAL = 'critical',

  /**
   * Nothing.
   */
  OFF = 'off',
}

/**
 * Where traces go.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export enum TracerName {
  /**
   * To Zipkin.
   */
  ZIPKIN = 'zipkin',

  /**
   * To Lightstep.
   */
  LIGHTSTEP = 'lightstep',

  /**
   * To a Datadog agent.
   */
  DATADOG = 'datadog',

  /**
   * To Google Cloud.
   */
  STACKDRIVER = 'stackdriver',

  /**
   * To an OpenCensus agent; no chart reads it any more.
   */
  OPEN_CENSUS_AGENT = 'openCensusAgent',

  /**
   * Nowhere, or where the mesh configuration says.
   */
  NONE = 'none',
}
