// Generated from schema/ by `npx projen schema`. Do not edit.

import { copyOf } from './manifest';
import { PortNumber } from '../reference/port-number';

/**
 * A resource whose proxies a policy is meant for.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export interface PolicyTargetReference {
  /**
   * The API group of the resource: `gateway.networking.k8s.io`, `networking.istio.io`, or empty for a Service.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default - the core group, that of a Service
   */
  readonly group?: string;

  /**
   * What the resource is: `Gateway`, `GatewayClass`, `Service` or `ServiceEntry`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * What the resource is called. A GatewayClass counts only in policies of the root namespace.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Another namespace. It must stay empty, for references do not cross namespaces.
   *
   * Written as `namespace`: a string.
   *
   * @default - the namespace of the policy
   */
  readonly namespace?: string;
}

/**
 * A port, chosen by its number.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export class WorkloadPortSelector {
  /**
   * The number of the port, from 1 to 65535.
   *
   * Written as `number`: a port, 1 to 65535.
   *
   * @param value a port, 1 to 65535
   */
  public static of(value: number): WorkloadPortSelector {
    return new WorkloadPortSelector({ number: PortNumber.of(value) });
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
 * Workloads, chosen by their labels.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export interface WorkloadSelector {
  /**
   * Labels that a pod must have, all of them. No stars.
   *
   * Written as `matchLabels`: a map, each value a string, at most 63 characters, at most 4096 entries.
   *
   * @default - all workloads in reach of the object
   */
  readonly matchLabels?: { readonly [key: string]: string };
}

/**
 * A direction of traffic, seen from a workload.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export enum WorkloadMode {
  /**
   * Nothing is said, which is taken as `CLIENT_AND_SERVER`.
   */
  UNDEFINED = 'UNDEFINED',

  /**
   * Calls that it makes, and all that passes through a gateway.
   */
  CLIENT = 'CLIENT',

  /**
   * Calls that it gets.
   */
  SERVER = 'SERVER',

  /**
   * Calls in either direction.
   */
  CLIENT_AND_SERVER = 'CLIENT_AND_SERVER',
}
