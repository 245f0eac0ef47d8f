// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { NetworkingWorkloadSelector } from './sidecar.generated';
import { WorkloadEntrySpec } from './workload-entry.generated';
import { Host } from '../reference/host-name';
import { PortNumber } from '../reference/port-number';

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
   * Adds a ServiceEntry to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, ServiceEntry.GVK, manifest, 'istio');
  }

  /**
   * A ServiceEntry that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(ServiceEntry.GVK, name, namespace);
  }

  /**
   * Whether something is a ServiceEntry, of whichever version and class.
   *
   * @param construct anything
   */
  public static isServiceEntry(construct: any): construct is ApiObject {
    return isOfKind(construct, ServiceEntry.GVK);
  }

  /**
   * Adds a ServiceEntry to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: ServiceEntryProps) {
    super(scope, id, { ...copyOf(props), ...ServiceEntry.GVK });
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
  readonly hosts: Host[];

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
  readonly number: PortNumber;

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
  readonly targetPort?: PortNumber;
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
