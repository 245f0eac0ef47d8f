// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { manifestOf } from './manifest';
import { WorkloadEntrySpec } from './workload-entry.generated';

/**
 * What a WorkloadGroup is made from.
 */
export interface WorkloadGroupProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the WorkloadGroup says.
   */
  readonly spec: WorkloadGroupSpec;
}

/**
 * What workloads outside Kubernetes have in common, and how their health is checked; each registers as a WorkloadEntry.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export class WorkloadGroup extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadGroup',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: WorkloadGroupProps): any {
    return manifestOf(WorkloadGroup.GVK, props);
  }

  /**
   * Adds a WorkloadGroup to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: WorkloadGroupProps) {
    super(scope, id, { ...props, ...WorkloadGroup.GVK });
  }
}

/**
 * The message `ExecHealthCheckConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface ExecHealthCheckConfig {
  /**
   * `ExecHealthCheckConfig.command`: a list, each item a string, not empty.
   */
  readonly command: string[];
}

/**
 * The message `GrpcHealthCheckConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface GrpcHealthCheckConfig {
  /**
   * `GrpcHealthCheckConfig.port`: a port, 1 to 65535.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `GrpcHealthCheckConfig.service`: a string.
   *
   * @default - not set
   */
  readonly service?: string;
}

/**
 * The message `HTTPHeader`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface HTTPHeader {
  /**
   * `HTTPHeader.name`: a string, of the pattern `^[-_A-Za-z0-9]+$`.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `HTTPHeader.value`: a string.
   *
   * @default - not set
   */
  readonly value?: string;
}

/**
 * The message `HTTPHealthCheckConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface HTTPHealthCheckConfig {
  /**
   * `HTTPHealthCheckConfig.host`: a string.
   *
   * @default - not set
   */
  readonly host?: string;

  /**
   * `HTTPHealthCheckConfig.httpHeaders`: a list, each item `HTTPHeader`.
   *
   * @default - not set
   */
  readonly httpHeaders?: HTTPHeader[];

  /**
   * `HTTPHealthCheckConfig.path`: a string.
   *
   * @default - not set
   */
  readonly path?: string;

  /**
   * `HTTPHealthCheckConfig.port`: a port, 1 to 65535.
   */
  readonly port: number;

  /**
   * `HTTPHealthCheckConfig.scheme`: a string.
   *
   * @default - not set
   */
  readonly scheme?: string;
}

/**
 * The message `ReadinessProbe`.
 *
 * At most one of `httpGet`, `tcpSocket`, `exec` and `grpc` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface ReadinessProbe {
  /**
   * `ReadinessProbe.exec`: `ExecHealthCheckConfig`.
   *
   * @default - not set
   */
  readonly exec?: ExecHealthCheckConfig;

  /**
   * `ReadinessProbe.failureThreshold`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly failureThreshold?: number;

  /**
   * `ReadinessProbe.grpc`: `GrpcHealthCheckConfig`.
   *
   * @default - not set
   */
  readonly grpc?: GrpcHealthCheckConfig;

  /**
   * `ReadinessProbe.httpGet`: `HTTPHealthCheckConfig`.
   *
   * @default - not set
   */
  readonly httpGet?: HTTPHealthCheckConfig;

  /**
   * `ReadinessProbe.initialDelaySeconds`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly initialDelaySeconds?: number;

  /**
   * `ReadinessProbe.periodSeconds`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly periodSeconds?: number;

  /**
   * `ReadinessProbe.successThreshold`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly successThreshold?: number;

  /**
   * `ReadinessProbe.tcpSocket`: `TCPHealthCheckConfig`.
   *
   * @default - not set
   */
  readonly tcpSocket?: TCPHealthCheckConfig;

  /**
   * `ReadinessProbe.timeoutSeconds`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly timeoutSeconds?: number;
}

/**
 * The message `TCPHealthCheckConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface TCPHealthCheckConfig {
  /**
   * `TCPHealthCheckConfig.host`: a string.
   *
   * @default - not set
   */
  readonly host?: string;

  /**
   * `TCPHealthCheckConfig.port`: a port, 1 to 65535.
   */
  readonly port: number;
}

/**
 * The message `WorkloadGroupSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupSpec {
  /**
   * `WorkloadGroupSpec.metadata`: `WorkloadObjectMeta`.
   *
   * @default - not set
   */
  readonly metadata?: WorkloadObjectMeta;

  /**
   * `WorkloadGroupSpec.probe`: `ReadinessProbe`.
   *
   * @default - not set
   */
  readonly probe?: ReadinessProbe;

  /**
   * `WorkloadGroupSpec.template`: `WorkloadEntrySpec`.
   */
  readonly template: WorkloadEntrySpec;
}

/**
 * The message `WorkloadObjectMeta`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadObjectMeta {
  /**
   * `WorkloadObjectMeta.annotations`: a map, each value a string, at most 256 entries.
   *
   * @default - not set
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * `WorkloadObjectMeta.labels`: a map, each value a string, at most 256 entries.
   *
   * @default - not set
   */
  readonly labels?: { readonly [key: string]: string };
}
