// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { manifestOf } from './manifest';
import { NetworkingWorkloadSelector } from './sidecar.generated';
import { WorkloadEntrySpec } from './workload-entry.generated';

/**
 * What a ServiceEntry is made from.
 */
export interface ServiceEntryProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the ServiceEntry says.
   */
  readonly spec: ServiceEntrySpec;
}

/**
 * Hosts that the mesh knows besides its Services: what lies outside it, or on virtual machines.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ServiceEntry extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: ServiceEntryProps): any {
    return manifestOf(ServiceEntry.GVK, props);
  }

  /**
   * Adds a ServiceEntry to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: ServiceEntryProps) {
    super(scope, id, { ...props, ...ServiceEntry.GVK });
  }
}

/**
 * The message `ServiceEntrySpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntrySpec {
  /**
   * `ServiceEntrySpec.addresses`: a list, each item a string, at most 64 characters, at most 256 items.
   *
   * @default - not set
   */
  readonly addresses?: string[];

  /**
   * `ServiceEntrySpec.endpoints`: a list, each item `WorkloadEntrySpec`, at most 4096 items.
   *
   * @default - not set
   */
  readonly endpoints?: WorkloadEntrySpec[];

  /**
   * `ServiceEntrySpec.exportTo`: a list, each item a string.
   *
   * @default - not set
   */
  readonly exportTo?: string[];

  /**
   * `ServiceEntrySpec.hosts`: a list, each item a string, at least 1 item, at most 256 items.
   */
  readonly hosts: string[];

  /**
   * `ServiceEntrySpec.location`: one of the words of `ServiceEntryLocation`.
   *
   * @default - not set
   */
  readonly location?: ServiceEntryLocation;

  /**
   * `ServiceEntrySpec.ports`: a list, each item `ServicePort`, at most 256 items.
   *
   * @default - not set
   */
  readonly ports?: ServicePort[];

  /**
   * `ServiceEntrySpec.resolution`: one of the words of `ServiceEntryResolution`.
   *
   * @default - not set
   */
  readonly resolution?: ServiceEntryResolution;

  /**
   * `ServiceEntrySpec.subjectAltNames`: a list, each item a string.
   *
   * @default - not set
   */
  readonly subjectAltNames?: string[];

  /**
   * `ServiceEntrySpec.workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - not set
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * The message `ServicePort`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServicePort {
  /**
   * `ServicePort.name`: a string, at most 256 characters.
   */
  readonly name: string;

  /**
   * `ServicePort.number`: a port, 1 to 65535.
   */
  readonly number: number;

  /**
   * `ServicePort.protocol`: a string, at most 256 characters.
   *
   * @default - not set
   */
  readonly protocol?: string;

  /**
   * `ServicePort.targetPort`: a port, 1 to 65535.
   *
   * @default - not set
   */
  readonly targetPort?: number;
}

/**
 * The words of `ServiceEntryLocation`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export enum ServiceEntryLocation {
  /**
   * The word `MESH_EXTERNAL`.
   */
  MESH_EXTERNAL = 'MESH_EXTERNAL',

  /**
   * The word `MESH_INTERNAL`.
   */
  MESH_INTERNAL = 'MESH_INTERNAL',
}

/**
 * The words of `ServiceEntryResolution`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export enum ServiceEntryResolution {
  /**
   * The word `NONE`.
   */
  NONE = 'NONE',

  /**
   * The word `STATIC`.
   */
  STATIC = 'STATIC',

  /**
   * The word `DNS`.
   */
  DNS = 'DNS',

  /**
   * The word `DNS_ROUND_ROBIN`.
   */
  DNS_ROUND_ROBIN = 'DNS_ROUND_ROBIN',

  /**
   * The word `DYNAMIC_DNS`.
   */
  DYNAMIC_DNS = 'DYNAMIC_DNS',
}
