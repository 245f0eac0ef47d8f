/** To what of a service traffic goes. */
export interface DestinationOptions {
  /**
   * Number of the service's port.
   *
   * @default the port of the same number as that on which the traffic came, or the only one
   */
  readonly port?: number;
}
