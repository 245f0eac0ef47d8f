// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * The message `BackendRef`.
 */
export interface BackendRef {
  /**
   * `BackendRef.group`: `group-name`.
   *
   * @default -
   */
  readonly group?: string;

  /**
   * `BackendRef.kind`: `kind-name`.
   *
   * @default - Service
   */
  readonly kind?: string;

  /**
   * `BackendRef.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `BackendRef.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;

  /**
   * `BackendRef.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `BackendRef.weight`: a whole number, at least 0, at most 1000000.
   *
   * @default - 1
   */
  readonly weight?: number;
}

/**
 * The message `Fraction`.
 */
export interface Fraction {
  /**
   * `Fraction.denominator`: a whole number, at least 1.
   *
   * @default - 100
   */
  readonly denominator?: number;

  /**
   * `Fraction.numerator`: a whole number, at least 0.
   */
  readonly numerator: number;
}

/**
 * The message `ParentGatewayReference`.
 */
export interface ParentGatewayReference {
  /**
   * `ParentGatewayReference.group`: `group-name`.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * `ParentGatewayReference.kind`: `kind-name`.
   *
   * @default - Gateway
   */
  readonly kind?: string;

  /**
   * `ParentGatewayReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `ParentGatewayReference.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;
}

/**
 * The message `ParentReference`.
 */
export interface ParentReference {
  /**
   * `ParentReference.group`: `group-name`.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * `ParentReference.kind`: `kind-name`.
   *
   * @default - Gateway
   */
  readonly kind?: string;

  /**
   * `ParentReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `ParentReference.namespace`: `namespace-name`.
   *
   * @default - not set
   */
  readonly namespace?: string;

  /**
   * `ParentReference.port`: `port-number`.
   *
   * @default - not set
   */
  readonly port?: number;

  /**
   * `ParentReference.sectionName`: `dns-name`.
   *
   * @default - not set
   */
  readonly sectionName?: string;
}
