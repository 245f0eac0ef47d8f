// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * The message `BackendObjectReference`.
 */
export interface BackendObjectReference {
  /**
   * `BackendObjectReference.group`: `group-name`.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * `BackendObjectReference.kind`: `kind-name`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * `BackendObjectReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `BackendObjectReference.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;

  /**
   * `BackendObjectReference.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;
}

/**
 * The message `LocalObjectReference`.
 */
export interface LocalObjectReference {
  /**
   * `LocalObjectReference.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `LocalObjectReference.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `LocalObjectReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;
}

/**
 * The message `NamespacedObjectReference`.
 */
export interface NamespacedObjectReference {
  /**
   * `NamespacedObjectReference.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `NamespacedObjectReference.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `NamespacedObjectReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `NamespacedObjectReference.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;
}

/**
 * The message `SecretObjectReference`.
 */
export interface SecretObjectReference {
  /**
   * `SecretObjectReference.group`: `group-name`.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * `SecretObjectReference.kind`: `kind-name`.
   *
   * @default - Secret
   */
  readonly kind?: string;

  /**
   * `SecretObjectReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `SecretObjectReference.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;
}
