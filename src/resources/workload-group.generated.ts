// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { validated } from './validation/at-synthesis';
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
    validated(this);
  }
}

/**
 * A command whose exit status tells whether the workload is well.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface ExecHealthCheckConfig {
  /**
   * The command and its arguments; no shell reads it. Exit status 0 means well.
   *
   * Written as `command`: a list, each item a string, not empty.
   */
  readonly command: string[];
}

/**
 * A call of the standard gRPC health service.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface GrpcHealthCheckConfig {
  /**
   * The port of the workload.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - none; it is needed
   */
  readonly port?: PortNumber;

  /**
   * The service whose health is asked for.
   *
   * Written as `service`: a string.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/**
 * A header of a health check.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface HTTPHeader {
  /**
   * What the header is called.
   *
   * Written as `name`: a string, of the pattern `^[-_A-Za-z0-9]+$`.
   *
   * @default - none; it is needed
   */
  readonly name?: string;

  /**
   * What the header holds.
   *
   * Written as `value`: a string.
   *
   * @default - empty
   */
  readonly value?: string;
}

/**
 * An HTTP request; a status from 200 to 399 means that the workload is well.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface HTTPHealthCheckConfig {
  /**
   * The host to connect to. For another `Host` header, use `httpHeaders`.
   *
   * Written as `host`: a host, such as `www.example.com`.
   *
   * @default - the address of the workload
   */
  readonly host?: Host;

  /**
   * Headers of the request; the same name may be there twice.
   *
   * Written as `httpHeaders`: a list, each item `HTTPHeader`.
   *
   * @default - none
   */
  readonly httpHeaders?: HTTPHeader[];

  /**
   * The path of the request.
   *
   * Written as `path`: a string.
   *
   * @default - `/`
   */
  readonly path?: string;

  /**
   * The port of the workload.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;

  /**
   * `HTTP`, or `HTTPS`, with which certificates are not checked.
   *
   * Written as `scheme`: a string.
   *
   * @default - `HTTP`
   */
  readonly scheme?: string;
}

/**
 * How the proxy finds out whether the workload beside it is well, much as Kubernetes does it.
 *
 * One of `httpGet`, `tcpSocket`, `exec` and `grpc` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export class ReadinessProbe {
  /**
   * An HTTP request tells.
   *
   * Written as `httpGet`: `HTTPHealthCheckConfig`.
   *
   * @param value `HTTPHealthCheckConfig`
   * @param options the other fields
   */
  public static httpGet(value: HTTPHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, httpGet: value });
  }

  /**
   * A connection tells.
   *
   * Written as `tcpSocket`: `TCPHealthCheckConfig`.
   *
   * @param value `TCPHealthCheckConfig`
   * @param options the other fields
   */
  public static tcpSocket(value: TCPHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, tcpSocket: value });
  }

  /**
   * A command tells.
   *
   * Written as `exec`: `ExecHealthCheckConfig`.
   *
   * @param value `ExecHealthCheckConfig`
   * @param options the other fields
   */
  public static exec(value: ExecHealthCheckConfig, options?: ReadinessProbeOptions): ReadinessProbe {
    return new ReadinessProbe({ ...options, exec: value });
  }

  /**
   * A gRPC call tells.
   *
   * Written as `grpc`: `GrpcHealthCheckConfig`.
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
   * Failures in a row after which the workload counts as ill.
   *
   * Written as `failureThreshold`: a whole number, at least 0.
   *
   * @default - 1, by the code of the agent; 3, by Istio's reference
   */
  readonly failureThreshold?: number;

  /**
   * Seconds from the start of the proxy to the first check.
   *
   * Written as `initialDelaySeconds`: a whole number, at least 0.
   *
   * @default - 0
   */
  readonly initialDelaySeconds?: number;

  /**
   * Seconds between two checks.
   *
   * Written as `periodSeconds`: a whole number, at least 0.
   *
   * @default - 10
   */
  readonly periodSeconds?: number;

  /**
   * Successes in a row after which an ill workload counts as well.
   *
   * Written as `successThreshold`: a whole number, at least 0.
   *
   * @default - 1
   */
  readonly successThreshold?: number;

  /**
   * Seconds after which a check without an answer has failed.
   *
   * Written as `timeoutSeconds`: a whole number, at least 0.
   *
   * @default - 1
   */
  readonly timeoutSeconds?: number;
}

/**
 * A connection; that it opens means that the workload is well.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface TCPHealthCheckConfig {
  /**
   * The host to connect to.
   *
   * Written as `host`: a host, such as `www.example.com`.
   *
   * @default - the address of the workload
   */
  readonly host?: Host;

  /**
   * The port of the workload.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;
}

/**
 * What the WorkloadEntries of a group are made from.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadGroupSpec {
  /**
   * Labels and annotations that each WorkloadEntry gets.
   *
   * Written as `metadata`: `WorkloadObjectMeta`.
   *
   * @default - none
   */
  readonly metadata?: WorkloadObjectMeta;

  /**
   * How health is checked; ill workloads get no traffic.
   *
   * Written as `probe`: `ReadinessProbe`.
   *
   * @default - health is not checked
   */
  readonly probe?: ReadinessProbe;

  /**
   * What each WorkloadEntry says. Leave `address` and `labels` out: the first comes from the workload, the others from `metadata`.
   *
   * Written as `template`: `WorkloadEntrySpec`.
   */
  readonly template: WorkloadEntrySpec;
}

/**
 * Labels and annotations for the WorkloadEntries of a group.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-group/
 */
export interface WorkloadObjectMeta {
  /**
   * Annotations of each WorkloadEntry.
   *
   * Written as `annotations`: a map, each value a string, at most 256 entries.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Labels of each WorkloadEntry.
   *
   * Written as `labels`: a map, each value a string, at most 256 entries.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}
