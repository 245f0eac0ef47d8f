// Generated from schema/ by `npx projen schema`. Do not edit.

import { PortNumber } from '../../reference/port-number';

/**
 * A backend that takes a share of the connections.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface BackendRef {
  /**
   * API group of the backend, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * Kind of the backend: `Service`, or one that the implementation knows.
   *
   * Written as `kind`: a kind, such as `Service`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * Name of the backend.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the backend; another one than the route's needs a ReferenceGrant there.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - the route's own
   */
  readonly namespace?: string;

  /**
   * Port of the Service, not of its pods; needed for a Service.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - the backend says it itself
   */
  readonly port?: PortNumber;

  /**
   * The backend's share, in proportion to the sum of all weights of the rule; 0 sends nothing.
   *
   * Written as `weight`: a whole number, at least 0, at most 1000000.
   *
   * @default - 1
   */
  readonly weight?: number;
}

/**
 * A part of a whole: so many of so many.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface Fraction {
  /**
   * Of how many.
   *
   * Written as `denominator`: a whole number, at least 1.
   *
   * @default - 100
   */
  readonly denominator?: number;

  /**
   * How many; at most the denominator.
   *
   * Written as `numerator`: a whole number, at least 0.
   */
  readonly numerator: number;
}

/**
 * The Gateway that gets listeners from a ListenerSet.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface ParentGatewayReference {
  /**
   * API group of the Gateway.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * Kind of the parent.
   *
   * Written as `kind`: a kind, such as `Service`.
   *
   * @default - Gateway
   */
  readonly kind?: string;

  /**
   * Name of the Gateway.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the Gateway.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - that of the ListenerSet
   */
  readonly namespace?: string;
}

/**
 * What a route attaches to: a Gateway or a ListenerSet, or a Service for traffic within the mesh.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface ParentReference {
  /**
   * API group of the parent; empty for a Service, `networking.istio.io` for a ServiceEntry.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * Kind of the parent: `Gateway`, `ListenerSet`, or `Service` and `ServiceEntry` within the mesh.
   *
   * Written as `kind`: a kind, such as `Service`.
   *
   * @default - Gateway
   */
  readonly kind?: string;

  /**
   * Name of the parent.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the parent. A Gateway of another namespace must allow the route; a Service of another one gets the route for calls
   * from the route's namespace alone.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - the route's own
   */
  readonly namespace?: string;

  /**
   * The listeners, or the port of the Service, by number.
   *
   * Written as `port`: a port, 1 to 65535.
   *
   * @default - every port
   */
  readonly port?: PortNumber;

  /**
   * One listener of the Gateway, or one port of the Service, by name.
   *
   * Written as `sectionName`: a DNS name in lower case.
   *
   * @default - the whole parent
   */
  readonly sectionName?: string;
}
