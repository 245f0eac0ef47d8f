// Generated from schema/ by `npx projen schema`. Do not edit.

import { PortNumber } from '../../reference/port-number';

/**
 * A backend.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface BackendObjectReference {
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
}

/**
 * An object of the same namespace.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface LocalObjectReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of the object, such as `ConfigMap`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;
}

/**
 * An object of any namespace.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface NamespacedObjectReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of the object, such as `ConfigMap`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the object; another one needs a ReferenceGrant there.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - that of the object that refers to it
   */
  readonly namespace?: string;
}

/**
 * A Secret, or another object that holds a certificate with its key.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/
 */
export interface SecretObjectReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * Kind of the object.
   *
   * Written as `kind`: a kind, such as `Service`.
   *
   * @default - Secret
   */
  readonly kind?: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * Namespace of the object; another one needs a ReferenceGrant there.
   *
   * Written as `namespace`: the name of a namespace.
   *
   * @default - that of the object that refers to it
   */
  readonly namespace?: string;
}
