// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { validated } from './validation/at-synthesis';
import { PortNumber } from '../reference/port-number';

/**
 * What a WorkloadEntry is made from.
 */
export interface WorkloadEntryProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the WorkloadEntry says.
   */
  readonly spec: WorkloadEntrySpec;
}

/**
 * One workload outside Kubernetes, such as a virtual machine: its address, labels and identity.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export class WorkloadEntry extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadEntry',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: WorkloadEntryProps): any {
    return manifestOf(WorkloadEntry.GVK, props);
  }

  /**
   * Adds a WorkloadEntry to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, WorkloadEntry.GVK, manifest, 'istio');
  }

  /**
   * A WorkloadEntry that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(WorkloadEntry.GVK, name, namespace);
  }

  /**
   * Whether something is a WorkloadEntry, of whichever version and class.
   *
   * @param construct anything
   */
  public static isWorkloadEntry(construct: any): construct is ApiObject {
    return isOfKind(construct, WorkloadEntry.GVK);
  }

  /**
   * Adds a WorkloadEntry to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: WorkloadEntryProps) {
    super(scope, id, { ...copyOf(props), ...WorkloadEntry.GVK });
    validated(this);
  }
}

/**
 * An endpoint outside Kubernetes: where it is, what it is, and who.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export interface WorkloadEntrySpec {
  /**
   * An IP address, a full domain name where the service resolves by DNS, or `unix:///path`.
   *
   * Written as `address`: a string, at most 256 characters.
   *
   * @default - reached through its `network`, which is then needed
   */
  readonly address?: string;

  /**
   * Labels of the endpoint, by which selectors and subsets find it.
   *
   * Written as `labels`: a map, each value a string, at most 256 entries.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Where it is, as `region/zone/subzone`, so that near callers are preferred.
   *
   * Written as `locality`: a string, at most 2048 characters.
   *
   * @default - that of the proxy, or none
   */
  readonly locality?: string;

  /**
   * The network in which it can be reached directly; callers in others come through a gateway.
   *
   * Written as `network`: a string, at most 2048 characters.
   *
   * @default - the network of the mesh
   */
  readonly network?: string;

  /**
   * Its port for each port name of the service. They go before `targetPort`.
   *
   * Written as `ports`: a map, each value a port, 1 to 65535, at most 128 entries.
   *
   * @default - `targetPort`, or the number of the service's port
   */
  readonly ports?: { readonly [key: string]: PortNumber };

  /**
   * The service account whose identity it has, in the same namespace.
   *
   * Written as `serviceAccount`: a string, at most 253 characters.
   *
   * @default - no identity is expected
   */
  readonly serviceAccount?: string;

  /**
   * Its part of the traffic, in proportion to other endpoints.
   *
   * Written as `weight`: a whole number, 0 or more.
   *
   * @default - 1
   */
  readonly weight?: number;
}
