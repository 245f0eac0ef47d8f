// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { WorkloadEntrySpec } from './workload-entry.generated';
import { Host } from '../reference/host-name';
import { PortNumber } from '../reference/port-number';

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
   * Adds a WorkloadGroup to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, WorkloadGroup.GVK, manifest, 'istio');
  }

  /**
   * A WorkloadGroup that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(WorkloadGroup.GVK, name, namespace);
  }

  /**
   * Whether something is a WorkloadGroup, of whichever version and class.
   *
   * @param construct anything
   */
  public static isWorkloadGroup(construct: any): construct is ApiObject {
    return isOfKind(construct, WorkloadGroup.GVK);
  }

  /**
   * Adds a WorkloadGroup to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: WorkloadGroupProps) {
    super(scope, id, { ...copyOf(props), ...WorkloadGroup.GVK });
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
  readonly port?: PortNumber;

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
  readonly host?: Host;

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
  readonly port: PortNumber;

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
 * One of `httpGet`, `tcpSocket`, `exec` and `grpc` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export class ReadinessProbe {
  /**
   * `ReadinessProbe.httpGet`: `HTTPHealthCheckConfig`.
   *
   * @param value `HTTPHealthCheckConfig`
   * @param options the other fields
   */
  public static httpGet(value: HTTPHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, httpGet: value });
  }

  /**
   * `ReadinessProbe.tcpSocket`: `TCPHealthCheckConfig`.
   *
   * @param value `TCPHealthCheckConfig`
   * @param options the other fields
   */
  public static tcpSocket(value: TCPHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, tcpSocket: value });
  }

  /**
   * `ReadinessProbe.exec`: `ExecHealthCheckConfig`.
   *
   * @param value `ExecHealthCheckConfig`
   * @param options the other fields
   */
  public static exec(value: ExecHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, exec: value });
  }

  /**
   * `ReadinessProbe.grpc`: `GrpcHealthCheckConfig`.
   *
   * @param value `GrpcHealthCheckConfig`
   * @param options the other fields
   */
  public static grpc(value: GrpcHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, grpc: value });
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
 * The fields of `ReadinessProbe` beside `httpGet`, `tcpSocket`, `exec` and `grpc`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface ReadinessProbeOptions {
  /**
   * `ReadinessProbe.failureThreshold`: a whole number, at least 0.
   *
   * @default - not set
   */
  readonly failureThreshold?: number;

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
  readonly host?: Host;

  /**
   * `TCPHealthCheckConfig.port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;
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
