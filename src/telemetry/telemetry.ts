import { IConstruct } from 'constructs';
import { failure } from '../reference/fail';
import { Percentage } from '../reference/percentage';
import {
  AccessLogging, IstioMetric, MetricSelector, MetricsOverrides, TagOverride, TagOverrideOperation, TelemetrySpec,
} from '../resources';

/** How one standard metric is changed. */
export interface MetricOverride {
  /** Which metric. */
  readonly metric: IstioMetric;
  /**
   * Whether the metric is left out altogether (`disabled`).
   *
   * @default false
   */
  readonly disabled?: boolean;
  /**
   * Tags to set (`tagOverrides`), as expressions over the request.
   *
   * @default the standard tags
   * @see https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides
   */
  readonly tags?: { readonly [name: string]: string };
  /**
   * Tags to leave out.
   *
   * @default none
   */
  readonly removeTags?: string[];
}

/** Which requests are written to the access log. */
export interface AccessLogOptions {
  /**
   * A condition in CEL over the request's attributes (`filter.expression`), such as `response.code >= 400`.
   *
   * @default every request
   */
  readonly filter?: string;
  /**
   * Name of the provider in the mesh configuration.
   *
   * @default "envoy": standard output of the proxy
   */
  readonly provider?: string;
}

/**
 * What a mesh, a namespace or a service tells about its traffic.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryOptions {
  /**
   * Access log.
   *
   * @default as the mesh configuration says; Istio writes none
   */
  readonly accessLog?: AccessLogOptions;
  /**
   * Changes of the standard metrics, in order.
   *
   * @default Istio's standard metrics
   */
  readonly metrics?: MetricOverride[];
  /**
   * Of how many requests a trace is kept, in percent (`randomSamplingPercentage`).
   *
   * @default as the mesh configuration says
   */
  readonly tracingPercentage?: number;
}

/** The spec of a Telemetry resource, save for which proxies it is: an error for what no proxy can do. */
export function renderTelemetry(scope: IConstruct, options: TelemetryOptions): TelemetrySpec {
  const sampling = options.tracingPercentage;
  if (sampling !== undefined && !(sampling >= 0 && sampling <= 100)) {
    throw failure(scope, `${sampling} is not a percentage of traces`, 'Give a number from 0 to 100');
  }
  return {
    ...(options.accessLog && { accessLogging: [renderAccessLog(options.accessLog)] }),
    ...(options.metrics && { metrics: [{ providers: [{ name: 'prometheus' }], overrides: options.metrics.map(renderOverride) }] }),
    ...(sampling !== undefined && { tracing: [{ randomSamplingPercentage: Percentage.of(sampling) }] }),
  };
}

function renderAccessLog(options: AccessLogOptions): AccessLogging {
  return {
    providers: [{ name: options.provider ?? 'envoy' }],
    ...(options.filter !== undefined && { filter: { expression: options.filter } }),
  };
}

function renderOverride(override: MetricOverride): MetricsOverrides {
  const tags: Record<string, TagOverride> = {
    ...Object.fromEntries(Object.entries(override.tags ?? {}).map(([name, value]) => [name, { value }])),
    ...Object.fromEntries((override.removeTags ?? []).map((name) => [name, { operation: TagOverrideOperation.REMOVE }])),
  };
  return {
    match: MetricSelector.metric(override.metric),
    ...(override.disabled !== undefined && { disabled: override.disabled }),
    ...(Object.keys(tags).length > 0 && { tagOverrides: tags }),
  };
}
