// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { NetworkingWorkloadSelector } from './sidecar.generated';
import { validated } from './validation/at-synthesis';
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
    validated(this);
  }
}

/**
 * Hosts, their ports, and how their addresses are found.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServiceEntrySpec {
  /**
   * Virtual IP addresses of the hosts, also as CIDR where `resolution` is `NONE` or `STATIC`. They tell TCP services on one port
   * apart.
   *
   * Written as `addresses`: a list, each item a string, at most 64 characters, at most 256 items.
   *
   * @default - traffic is told apart by its port alone, or by an address that istiod assigns
   */
  readonly addresses?: string[];

  /**
   * Where the hosts really are. It excludes `workloadSelector`.
   *
   * Written as `endpoints`: a list, each item `WorkloadEntrySpec`, at most 4096 items.
   *
   * @default - found as `resolution` says
   */
  readonly endpoints?: WorkloadEntrySpec[];

  /**
   * Namespaces that see the hosts: `.` for its own, `*` for all. Ztunnel and waypoints take it as all.
   *
   * Written as `exportTo`: a list, each item a string.
   *
   * @default - all, or what the mesh's `defaultServiceExportTo` says
   */
  readonly exportTo?: string[];

  /**
   * DNS names, also with a leading `*.`, by which the service is called and routed to.
   *
   * Written as `hosts`: a list, each item a host, such as `www.example.com`, at least 1 item, at most 256 items.
   */
  readonly hosts: Host[];

  /**
   * Whether the service belongs to the mesh.
   *
   * Written as `location`: one of the words of `ServiceEntryLocation`.
   *
   * @default - `MESH_EXTERNAL`
   */
  readonly location?: ServiceEntryLocation;

  /**
   * Ports of the service; exactly one where endpoints are Unix sockets.
   *
   * Written as `ports`: a list, each item `ServicePort`, at most 256 items.
   *
   * @default - none
   */
  readonly ports?: ServicePort[];

  /**
   * How the proxy finds the addresses of the service.
   *
   * Written as `resolution`: one of the words of `ServiceEntryResolution`.
   *
   * @default - `NONE`
   */
  readonly resolution?: ServiceEntryResolution;

  /**
   * Names of which the server's certificate must hold one.
   *
   * Written as `subjectAltNames`: a list, each item a string.
   *
   * @default - not checked by this object
   */
  readonly subjectAltNames?: string[];

  /**
   * Pods and WorkloadEntries of the same namespace that serve the hosts. For `MESH_INTERNAL`; it excludes `endpoints`.
   *
   * Written as `workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - no workloads
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * A port of a ServiceEntry.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export interface ServicePort {
  /**
   * A name of your choice, unique in the ServiceEntry.
   *
   * Written as `name`: a string, at most 256 characters.
   */
  readonly name: string;

  /**
   * The port that clients call.
   *
   * Written as `number`: a port, 1 to 65535.
   */
  readonly number: PortNumber;

  /**
   * What is spoken: `HTTP`, `HTTPS`, `GRPC`, `HTTP2`, `MONGO`, `TCP` or `TLS`.
   *
   * Written as `protocol`: a string, at most 256 characters.
   *
   * @default - found from the traffic
   */
  readonly protocol?: string;

  /**
   * The port at the endpoints.
   *
   * Written as `targetPort`: a port, 1 to 65535.
   *
   * @default - `number`
   */
  readonly targetPort?: PortNumber;
}

/**
 * Whether a service belongs to the mesh.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export enum ServiceEntryLocation {
  /**
   * It lies outside the mesh, and speaks no mutual TLS of Istio.
   */
  MESH_EXTERNAL = 'MESH_EXTERNAL',

  /**
   * It is part of the mesh, such as a virtual machine with a proxy.
   */
  MESH_INTERNAL = 'MESH_INTERNAL',
}

/**
 * How a proxy finds the addresses behind a host.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export enum ServiceEntryResolution {
  /**
   * It keeps the address that the client connected to.
   */
  NONE = 'NONE',

  /**
   * It takes the addresses given as endpoints, or those of the selected workloads.
   */
  STATIC = 'STATIC',

  /**
   * It asks DNS for the hosts, or for the names given as endpoints, and balances over all answers.
   */
  DNS = 'DNS',

  /**
   * It asks DNS, and takes the first answer for each new connection; old connections stay. For names with very many addresses.
   */
  DNS_ROUND_ROBIN = 'DNS_ROUND_ROBIN',

  /**
   * It asks DNS for the host in the request or its server name, so that hosts may begin with a star. Not for plain TCP.
   */
  DYNAMIC_DNS = 'DYNAMIC_DNS',
}
