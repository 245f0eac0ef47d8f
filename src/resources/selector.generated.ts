// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * The message `PolicyTargetReference`.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export interface PolicyTargetReference {
  /**
   * `PolicyTargetReference.group`: a string, at most 253 characters, of the pattern
   * `^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`.
   *
   * @default - not set
   */
  readonly group?: string;

  /**
   * `PolicyTargetReference.kind`: a string, not empty, at most 63 characters, of the pattern
   * `^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`.
   */
  readonly kind: string;

  /**
   * `PolicyTargetReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;

  /**
   * `PolicyTargetReference.namespace`: a string.
   *
   * @default - not set
   */
  readonly namespace?: string;
}

/**
 * The message `WorkloadPortSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export interface WorkloadPortSelector {
  /**
   * `WorkloadPortSelector.number`: a whole number, at least 1, at most 65535.
   */
  readonly number: number;
}

/**
 * The message `WorkloadSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export interface WorkloadSelector {
  /**
   * `WorkloadSelector.matchLabels`: a map, each value a string, at most 63 characters, at most 4096 entries.
   *
   * @default - not set
   */
  readonly matchLabels?: { readonly [key: string]: string };
}

/**
 * The words of `WorkloadMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export enum WorkloadMode {
  /**
   * The word `UNDEFINED`.
   */
  UNDEFINED = 'UNDEFINED',

  /**
   * The word `CLIENT`.
   */
  CLIENT = 'CLIENT',

  /**
   * The word `SERVER`.
   */
  SERVER = 'SERVER',

  /**
   * The word `CLIENT_AND_SERVER`.
   */
  CLIENT_AND_SERVER = 'CLIENT_AND_SERVER',
}
