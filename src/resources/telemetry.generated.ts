// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';
import { Percentage } from '../reference/percentage';
import { ProtoDuration } from '../reference/proto-duration';

/**
 * What a Telemetry is made from.
 */
export interface TelemetryProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the Telemetry says.
   */
  readonly spec: TelemetrySpec;
}

/**
 * Metrics, traces and access logs of the proxies of the mesh, a namespace or a workload.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export class Telemetry extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: TelemetryProps): any {
    return manifestOf(Telemetry.GVK, props);
  }

  /**
   * Adds a Telemetry to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, Telemetry.GVK, manifest, 'istio');
  }

  /**
   * A Telemetry that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(Telemetry.GVK, name, namespace);
  }

  /**
   * Whether something is a Telemetry, of whichever version and class.
   *
   * @param construct anything
   */
  public static isTelemetry(construct: any): construct is ApiObject {
    return isOfKind(construct, Telemetry.GVK);
  }

  /**
   * Adds a Telemetry to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: TelemetryProps) {
    super(scope, id, { ...copyOf(props), ...Telemetry.GVK });
    validated(this);
  }
}

/**
 * Access logs of some providers and directions.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface AccessLogging {
  /**
   * Whether nothing is logged. `false` turns on again what a wider Telemetry has turned off.
   *
   * Written as `disabled`: true or false.
   *
   * @default - logged where a provider is named or is the mesh's default
   */
  readonly disabled?: boolean;

  /**
   * Which requests are logged.
   *
   * Written as `filter`: `AccessLoggingFilter`.
   *
   * @default - all
   */
  readonly filter?: AccessLoggingFilter;

  /**
   * The direction of traffic that is meant.
   *
   * Written as `match`: `LogSelector`.
   *
   * @default - both directions
   */
  readonly match?: LogSelector;

  /**
   * Where logs go, by names of the mesh's extension providers.
   *
   * Written as `providers`: a list, each item `ProviderRef`.
   *
   * @default - the mesh's default providers of access logs
   */
  readonly providers?: ProviderRef[];
}

/**
 * Which requests and connections are logged.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface AccessLoggingFilter {
  /**
   * A CEL expression over Envoy's attributes, such as `response.code >= 500`.
   *
   * Written as `expression`: a string.
   *
   * @default - everything is logged
   */
  readonly expression?: string;
}

/**
 * A tag on spans, from one of four sources.
 *
 * At most one of `literal`, `environment`, `header` and `formatter` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export class CustomTag {
  /**
   * The same value on all spans.
   *
   * Written as `literal`: `TracingLiteral`.
   *
   * @param value `TracingLiteral`
   */
  public static literal(value: TracingLiteral): CustomTag {
    return new CustomTag({ literal: value });
  }

  /**
   * The value of an environment variable of the proxy.
   *
   * Written as `environment`: `TracingEnvironment`.
   *
   * @param value `TracingEnvironment`
   */
  public static environment(value: TracingEnvironment): CustomTag {
    return new CustomTag({ environment: value });
  }

  /**
   * The value of a request header.
   *
   * Written as `header`: `TracingRequestHeader`.
   *
   * @param value `TracingRequestHeader`
   */
  public static header(value: TracingRequestHeader): CustomTag {
    return new CustomTag({ header: value });
  }

  /**
   * A text with the operators of Envoy's access log.
   *
   * Written as `formatter`: `TracingFormatter`.
   *
   * @param value `TracingFormatter`
   */
  public static formatter(value: TracingFormatter): CustomTag {
    return new CustomTag({ formatter: value });
  }

  /**
   * None of `literal`, `environment`, `header` and `formatter`.
   */
  public static of(): CustomTag {
    return new CustomTag({});
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
 * The direction of traffic that is logged.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface LogSelector {
  /**
   * Calls that the workload makes, that it gets, or both.
   *
   * Written as `mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - `CLIENT_AND_SERVER`
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * Which metrics are meant, and in which direction.
 *
 * At most one of `metric` and `customMetric` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export class MetricSelector {
  /**
   * One of the standard metrics.
   *
   * Written as `metric`: one of the words of `IstioMetric`.
   *
   * @param value one of the words of `IstioMetric`
   * @param options the other fields
   */
  public static metric(value: IstioMetric, options?: MetricSelectorOptions): MetricSelector {
    return new MetricSelector({ ...options, metric: value });
  }

  /**
   * A metric by a name that is not among Istio's own. It is not checked.
   *
   * Written as `customMetric`: a string, not empty.
   *
   * @param value a string, not empty
   * @param options the other fields
   */
  public static customMetric(value: string, options?: MetricSelectorOptions): MetricSelector {
    return new MetricSelector({ ...options, customMetric: value });
  }

  /**
   * None of `metric` and `customMetric`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: MetricSelectorOptions): MetricSelector {
    return new MetricSelector(options ?? {});
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
 * The fields of `MetricSelector` beside `metric` and `customMetric`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface MetricSelectorOptions {
  /**
   * Calls that the workload makes, that it gets, or both.
   *
   * Written as `mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - `CLIENT_AND_SERVER`
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * Metrics of some providers, and what is changed about them.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface Metrics {
  /**
   * Changes, made one after the other: first those of the mesh, then of the namespace, then of the workload.
   *
   * Written as `overrides`: a list, each item `MetricsOverrides`.
   *
   * @default - the standard metrics as they are
   */
  readonly overrides?: MetricsOverrides[];

  /**
   * Where metrics go, by names of the mesh's extension providers.
   *
   * Written as `providers`: a list, each item `ProviderRef`.
   *
   * @default - the mesh's default providers of metrics
   */
  readonly providers?: ProviderRef[];

  /**
   * How often metrics of a TCP connection that lasts are reported.
   *
   * Written as `reportingInterval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - 5s
   */
  readonly reportingInterval?: ProtoDuration;
}

/**
 * A change of some metrics.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface MetricsOverrides {
  /**
   * Whether the metrics are left out. `false` turns on again what a wider Telemetry has turned off.
   *
   * Written as `disabled`: true or false.
   *
   * @default - as a wider Telemetry says, else reported
   */
  readonly disabled?: boolean;

  /**
   * Which metrics are changed, and in which direction.
   *
   * Written as `match`: `MetricSelector`.
   *
   * @default - all, in both directions
   */
  readonly match?: MetricSelector;

  /**
   * Tags, which Prometheus calls labels, that are changed or taken away, by name.
   *
   * Written as `tagOverrides`: a map, each value `TagOverride`.
   *
   * @default - the standard tags
   */
  readonly tagOverrides?: { readonly [key: string]: TagOverride };
}

/**
 * A provider of metrics, traces or logs.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface ProviderRef {
  /**
   * The name that it has among the mesh's `extensionProviders`.
   *
   * Written as `name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * A change of one tag.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TagOverride {
  /**
   * Whether the tag is set or taken away.
   *
   * Written as `operation`: one of the words of `TagOverrideOperation`.
   *
   * @default - `UPSERT`
   */
  readonly operation?: TagOverrideOperation;

  /**
   * A CEL expression for the value, such as `request.host`; with `UPSERT` only, which needs it.
   *
   * Written as `value`: a string.
   *
   * @default - no value
   */
  readonly value?: string;
}

/**
 * What the proxies of some workloads report. The most specific object goes before wider ones.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetrySpec {
  /**
   * Which requests are logged, and where to.
   *
   * Written as `accessLogging`: a list, each item `AccessLogging`.
   *
   * @default - as a wider Telemetry or the mesh says
   */
  readonly accessLogging?: AccessLogging[];

  /**
   * What is measured, and how.
   *
   * Written as `metrics`: a list, each item `Metrics`.
   *
   * @default - as a wider Telemetry or the mesh says
   */
  readonly metrics?: Metrics[];

  /**
   * The workloads that are meant, by labels. It excludes `targetRefs`.
   *
   * Written as `selector`: `WorkloadSelector`.
   *
   * @default - all of the namespace; in the root namespace, all of the mesh
   */
  readonly selector?: WorkloadSelector;

  /**
   * One resource whose proxies are meant. `targetRefs` says the same of several.
   *
   * Written as `targetRef`: `PolicyTargetReference`.
   *
   * @default - chosen by `selector`
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * Resources whose proxies are meant: a Gateway, a GatewayClass, a Service or a ServiceEntry. Waypoints need it.
   *
   * Written as `targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - chosen by `selector`
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * Spans of requests.
   *
   * Written as `tracing`: a list, each item `Tracing`.
   *
   * @default - as a wider Telemetry or the mesh says
   */
  readonly tracing?: Tracing[];
}

/**
 * Which requests are traced, and what their spans hold. What is left out comes from a wider Telemetry.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface Tracing {
  /**
   * More tags by name. They take the place of all that a wider Telemetry has.
   *
   * Written as `customTags`: a map, each value `CustomTag`.
   *
   * @default - as a wider Telemetry says
   */
  readonly customTags?: { readonly [key: string]: CustomTag };

  /**
   * Whether the headers that carry the trace are kept from going on. Spans are reported all the same.
   *
   * Written as `disableContextPropagation`: true or false.
   *
   * @default - false
   */
  readonly disableContextPropagation?: boolean;

  /**
   * Whether no span is sent. Headers still go on, and sampling stays.
   *
   * Written as `disableSpanReporting`: true or false.
   *
   * @default - false
   */
  readonly disableSpanReporting?: boolean;

  /**
   * Whether spans have the tags of Istio, such as the names of mesh and service.
   *
   * Written as `enableIstioTags`: true or false.
   *
   * @default - true
   */
  readonly enableIstioTags?: boolean;

  /**
   * The direction of traffic that is meant.
   *
   * Written as `match`: `TracingSelector`.
   *
   * @default - both directions
   */
  readonly match?: TracingSelector;

  /**
   * Where spans go, by name among the mesh's extension providers; one for now.
   *
   * Written as `providers`: a list, each item `ProviderRef`.
   *
   * @default - the mesh's default provider of traces
   */
  readonly providers?: ProviderRef[];

  /**
   * Percent of the requests without an earlier decision that are traced, in steps of 0.01.
   *
   * Written as `randomSamplingPercentage`: a number from 0 to 100.
   *
   * @default - the mesh's `defaultConfig.tracing.sampling`, or 1
   */
  readonly randomSamplingPercentage?: Percentage;

  /**
   * Whether the `x-request-id` header decides on sampling too. `false` keeps traces whole where others make that header.
   *
   * Written as `useRequestIdForTraceSampling`: true or false.
   *
   * @default - true
   */
  readonly useRequestIdForTraceSampling?: boolean;
}

/**
 * An environment variable of the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingEnvironment {
  /**
   * The value where the variable is not there.
   *
   * Written as `defaultValue`: a string.
   *
   * @default - no tag then
   */
  readonly defaultValue?: string;

  /**
   * The name of the variable.
   *
   * Written as `name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * Operators of Envoy's access log.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingFormatter {
  /**
   * A text with operators, such as `%REQUESTED_SERVER_NAME%`; what is unknown becomes empty.
   *
   * Written as `value`: a string, not empty.
   */
  readonly value: string;
}

/**
 * A value that is fixed.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingLiteral {
  /**
   * The value that all spans have.
   *
   * Written as `value`: a string, not empty.
   */
  readonly value: string;
}

/**
 * A header of the request.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingRequestHeader {
  /**
   * The value where the header is not there.
   *
   * Written as `defaultValue`: a string.
   *
   * @default - no tag then
   */
  readonly defaultValue?: string;

  /**
   * Which header it is.
   *
   * Written as `name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * The direction of traffic that is traced.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingSelector {
  /**
   * Calls that the workload makes, that it gets, or both.
   *
   * Written as `mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - `CLIENT_AND_SERVER`
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * The standard metrics of Istio.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum IstioMetric {
  /**
   * Every one of them.
   */
  ALL_METRICS = 'ALL_METRICS',

  /**
   * Number of HTTP and gRPC requests: `istio_requests_total`.
   */
  REQUEST_COUNT = 'REQUEST_COUNT',

  /**
   * How long requests took, in milliseconds: `istio_request_duration_milliseconds`.
   */
  REQUEST_DURATION = 'REQUEST_DURATION',

  /**
   * How large request bodies were: `istio_request_bytes`.
   */
  REQUEST_SIZE = 'REQUEST_SIZE',

  /**
   * How large response bodies were: `istio_response_bytes`.
   */
  RESPONSE_SIZE = 'RESPONSE_SIZE',

  /**
   * Number of connections opened: `istio_tcp_connections_opened_total`.
   */
  TCP_OPENED_CONNECTIONS = 'TCP_OPENED_CONNECTIONS',

  /**
   * Number of connections closed: `istio_tcp_connections_closed_total`.
   */
  TCP_CLOSED_CONNECTIONS = 'TCP_CLOSED_CONNECTIONS',

  /**
   * Bytes sent back to callers over TCP: `istio_tcp_sent_bytes_total`.
   */
  TCP_SENT_BYTES = 'TCP_SENT_BYTES',

  /**
   * Bytes taken from callers over TCP: `istio_tcp_received_bytes_total`.
   */
  TCP_RECEIVED_BYTES = 'TCP_RECEIVED_BYTES',

  /**
   * Number of gRPC messages from clients: `istio_request_messages_total`.
   */
  GRPC_REQUEST_MESSAGES = 'GRPC_REQUEST_MESSAGES',

  /**
   * Number of gRPC messages from servers: `istio_response_messages_total`.
   */
  GRPC_RESPONSE_MESSAGES = 'GRPC_RESPONSE_MESSAGES',
}

/**
 * What happens to a tag of a metric.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum TagOverrideOperation {
  /**
   * It gets the value, whether it was there or not.
   */
  UPSERT = 'UPSERT',

  /**
   * It is left out of the metric.
   */
  REMOVE = 'REMOVE',
}

/**
 * A direction of traffic, seen from a workload.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum TelemetryWorkloadMode {
  /**
   * Calls that it makes, and those that it gets.
   */
  CLIENT_AND_SERVER = 'CLIENT_AND_SERVER',

  /**
   * Calls that it makes.
   */
  CLIENT = 'CLIENT',

  /**
   * Calls that it gets.
   */
  SERVER = 'SERVER',
}
