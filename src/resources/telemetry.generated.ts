// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadSelector } from './selector.generated';
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
export class CustomTag {
  /**
   * `CustomTag.literal`: `TracingLiteral`.
   *
   * @param value `TracingLiteral`
   */
  public static literal(value: TracingLiteral): CustomTag {
    return new CustomTag({ literal: value });
  }

  /**
   * `CustomTag.environment`: `TracingEnvironment`.
   *
   * @param value `TracingEnvironment`
   */
  public static environment(value: TracingEnvironment): CustomTag {
    return new CustomTag({ environment: value });
  }

  /**
   * `CustomTag.header`: `TracingRequestHeader`.
   *
   * @param value `TracingRequestHeader`
   */
  public static header(value: TracingRequestHeader): CustomTag {
    return new CustomTag({ header: value });
  }

  /**
   * `CustomTag.formatter`: `TracingFormatter`.
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
export class MetricSelector {
  /**
   * `MetricSelector.metric`: one of the words of `IstioMetric`.
   *
   * @param value one of the words of `IstioMetric`
   * @param options the other fields
   */
  public static metric(value: IstioMetric, options?: MetricSelectorOptions): MetricSelector {
    return new MetricSelector({ ...options, metric: value });
  }

  /**
   * `MetricSelector.customMetric`: a string, not empty.
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
  readonly reportingInterval?: ProtoDuration;
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
  readonly randomSamplingPercentage?: Percentage;

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
