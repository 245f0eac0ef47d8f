// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { manifestOf } from './manifest';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';

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
   * Adds a Telemetry to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: TelemetryProps) {
    super(scope, id, { ...props, ...Telemetry.GVK });
  }
}

/**
 * The message `AccessLogging`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface AccessLogging {
  /**
   * `AccessLogging.disabled`: true or false.
   *
   * @default - not set
   */
  readonly disabled?: boolean;

  /**
   * `AccessLogging.filter`: `AccessLoggingFilter`.
   *
   * @default - not set
   */
  readonly filter?: AccessLoggingFilter;

  /**
   * `AccessLogging.match`: `LogSelector`.
   *
   * @default - not set
   */
  readonly match?: LogSelector;

  /**
   * `AccessLogging.providers`: a list, each item `ProviderRef`.
   *
   * @default - not set
   */
  readonly providers?: ProviderRef[];
}

/**
 * The message `AccessLoggingFilter`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface AccessLoggingFilter {
  /**
   * `AccessLoggingFilter.expression`: a string.
   *
   * @default - not set
   */
  readonly expression?: string;
}

/**
 * The message `CustomTag`.
 *
 * At most one of `literal`, `environment`, `header` and `formatter` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface CustomTag {
  /**
   * `CustomTag.environment`: `TracingEnvironment`.
   *
   * @default - not set
   */
  readonly environment?: TracingEnvironment;

  /**
   * `CustomTag.formatter`: `TracingFormatter`.
   *
   * @default - not set
   */
  readonly formatter?: TracingFormatter;

  /**
   * `CustomTag.header`: `TracingRequestHeader`.
   *
   * @default - not set
   */
  readonly header?: TracingRequestHeader;

  /**
   * `CustomTag.literal`: `TracingLiteral`.
   *
   * @default - not set
   */
  readonly literal?: TracingLiteral;
}

/**
 * The message `LogSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface LogSelector {
  /**
   * `LogSelector.mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - not set
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * The message `MetricSelector`.
 *
 * At most one of `metric` and `customMetric` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface MetricSelector {
  /**
   * `MetricSelector.customMetric`: a string, not empty.
   *
   * @default - not set
   */
  readonly customMetric?: string;

  /**
   * `MetricSelector.metric`: one of the words of `IstioMetric`.
   *
   * @default - not set
   */
  readonly metric?: IstioMetric;

  /**
   * `MetricSelector.mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - not set
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * The message `Metrics`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface Metrics {
  /**
   * `Metrics.overrides`: a list, each item `MetricsOverrides`.
   *
   * @default - not set
   */
  readonly overrides?: MetricsOverrides[];

  /**
   * `Metrics.providers`: a list, each item `ProviderRef`.
   *
   * @default - not set
   */
  readonly providers?: ProviderRef[];

  /**
   * `Metrics.reportingInterval`: a duration such as `5s`, at least `1ms`.
   *
   * @default - not set
   */
  readonly reportingInterval?: string;
}

/**
 * The message `MetricsOverrides`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface MetricsOverrides {
  /**
   * `MetricsOverrides.disabled`: true or false.
   *
   * @default - not set
   */
  readonly disabled?: boolean;

  /**
   * `MetricsOverrides.match`: `MetricSelector`.
   *
   * @default - not set
   */
  readonly match?: MetricSelector;

  /**
   * `MetricsOverrides.tagOverrides`: a map, each value `TagOverride`.
   *
   * @default - not set
   */
  readonly tagOverrides?: { readonly [key: string]: TagOverride };
}

/**
 * The message `ProviderRef`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface ProviderRef {
  /**
   * `ProviderRef.name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * The message `TagOverride`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TagOverride {
  /**
   * `TagOverride.operation`: one of the words of `TagOverrideOperation`.
   *
   * @default - not set
   */
  readonly operation?: TagOverrideOperation;

  /**
   * `TagOverride.value`: a string.
   *
   * @default - not set
   */
  readonly value?: string;
}

/**
 * The message `TelemetrySpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetrySpec {
  /**
   * `TelemetrySpec.accessLogging`: a list, each item `AccessLogging`.
   *
   * @default - not set
   */
  readonly accessLogging?: AccessLogging[];

  /**
   * `TelemetrySpec.metrics`: a list, each item `Metrics`.
   *
   * @default - not set
   */
  readonly metrics?: Metrics[];

  /**
   * `TelemetrySpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;

  /**
   * `TelemetrySpec.targetRef`: `PolicyTargetReference`.
   *
   * @default - not set
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * `TelemetrySpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * `TelemetrySpec.tracing`: a list, each item `Tracing`.
   *
   * @default - not set
   */
  readonly tracing?: Tracing[];
}

/**
 * The message `Tracing`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface Tracing {
  /**
   * `Tracing.customTags`: a map, each value `CustomTag`.
   *
   * @default - not set
   */
  readonly customTags?: { readonly [key: string]: CustomTag };

  /**
   * `Tracing.disableContextPropagation`: true or false.
   *
   * @default - not set
   */
  readonly disableContextPropagation?: boolean;

  /**
   * `Tracing.disableSpanReporting`: true or false.
   *
   * @default - not set
   */
  readonly disableSpanReporting?: boolean;

  /**
   * `Tracing.enableIstioTags`: true or false.
   *
   * @default - not set
   */
  readonly enableIstioTags?: boolean;

  /**
   * `Tracing.match`: `TracingSelector`.
   *
   * @default - not set
   */
  readonly match?: TracingSelector;

  /**
   * `Tracing.providers`: a list, each item `ProviderRef`.
   *
   * @default - not set
   */
  readonly providers?: ProviderRef[];

  /**
   * `Tracing.randomSamplingPercentage`: a number from 0 to 100.
   *
   * @default - not set
   */
  readonly randomSamplingPercentage?: number;

  /**
   * `Tracing.useRequestIdForTraceSampling`: true or false.
   *
   * @default - not set
   */
  readonly useRequestIdForTraceSampling?: boolean;
}

/**
 * The message `TracingEnvironment`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingEnvironment {
  /**
   * `TracingEnvironment.defaultValue`: a string.
   *
   * @default - not set
   */
  readonly defaultValue?: string;

  /**
   * `TracingEnvironment.name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * The message `TracingFormatter`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingFormatter {
  /**
   * `TracingFormatter.value`: a string, not empty.
   */
  readonly value: string;
}

/**
 * The message `TracingLiteral`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingLiteral {
  /**
   * `TracingLiteral.value`: a string, not empty.
   */
  readonly value: string;
}

/**
 * The message `TracingRequestHeader`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingRequestHeader {
  /**
   * `TracingRequestHeader.defaultValue`: a string.
   *
   * @default - not set
   */
  readonly defaultValue?: string;

  /**
   * `TracingRequestHeader.name`: a string, not empty.
   */
  readonly name: string;
}

/**
 * The message `TracingSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TracingSelector {
  /**
   * `TracingSelector.mode`: one of the words of `TelemetryWorkloadMode`.
   *
   * @default - not set
   */
  readonly mode?: TelemetryWorkloadMode;
}

/**
 * The words of `IstioMetric`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum IstioMetric {
  /**
   * The word `ALL_METRICS`.
   */
  ALL_METRICS = 'ALL_METRICS',

  /**
   * The word `REQUEST_COUNT`.
   */
  REQUEST_COUNT = 'REQUEST_COUNT',

  /**
   * The word `REQUEST_DURATION`.
   */
  REQUEST_DURATION = 'REQUEST_DURATION',

  /**
   * The word `REQUEST_SIZE`.
   */
  REQUEST_SIZE = 'REQUEST_SIZE',

  /**
   * The word `RESPONSE_SIZE`.
   */
  RESPONSE_SIZE = 'RESPONSE_SIZE',

  /**
   * The word `TCP_OPENED_CONNECTIONS`.
   */
  TCP_OPENED_CONNECTIONS = 'TCP_OPENED_CONNECTIONS',

  /**
   * The word `TCP_CLOSED_CONNECTIONS`.
   */
  TCP_CLOSED_CONNECTIONS = 'TCP_CLOSED_CONNECTIONS',

  /**
   * The word `TCP_SENT_BYTES`.
   */
  TCP_SENT_BYTES = 'TCP_SENT_BYTES',

  /**
   * The word `TCP_RECEIVED_BYTES`.
   */
  TCP_RECEIVED_BYTES = 'TCP_RECEIVED_BYTES',

  /**
   * The word `GRPC_REQUEST_MESSAGES`.
   */
  GRPC_REQUEST_MESSAGES = 'GRPC_REQUEST_MESSAGES',

  /**
   * The word `GRPC_RESPONSE_MESSAGES`.
   */
  GRPC_RESPONSE_MESSAGES = 'GRPC_RESPONSE_MESSAGES',
}

/**
 * The words of `TagOverrideOperation`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum TagOverrideOperation {
  /**
   * The word `UPSERT`.
   */
  UPSERT = 'UPSERT',

  /**
   * The word `REMOVE`.
   */
  REMOVE = 'REMOVE',
}

/**
 * The words of `TelemetryWorkloadMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export enum TelemetryWorkloadMode {
  /**
   * The word `CLIENT_AND_SERVER`.
   */
  CLIENT_AND_SERVER = 'CLIENT_AND_SERVER',

  /**
   * The word `CLIENT`.
   */
  CLIENT = 'CLIENT',

  /**
   * The word `SERVER`.
   */
  SERVER = 'SERVER',
}
