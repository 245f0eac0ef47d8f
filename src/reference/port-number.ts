/** The number of a TCP or UDP port. */
export class PortNumber {
  /**
   * The port of a number.
   *
   * @param value a whole number from 1 to 65535
   */
  public static of(value: number): PortNumber {
    if (!Number.isInteger(value) || value < 1 || value > 65535) {
      throw new Error(`${value} is not a port number. Give a whole number from 1 to 65535.`);
    }
    return new PortNumber(value);
  }

  /**
   * No port: written as 0, where a listener is bound to a Unix socket and its port must still be given.
   *
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server
   */
  public static none(): PortNumber {
    return new PortNumber(0);
  }

  private constructor(private readonly port: number) {}

  /** The number, from 1 to 65535; 0 for no port. */
  public get value(): number {
    return this.port;
  }

  /**
   * Whether another port has the same number.
   *
   * @param other the other port
   */
  public isEqualTo(other: PortNumber): boolean {
    return this.port === other.port;
  }

  /** The number. */
  public toString(): string {
    return `${this.port}`;
  }

  /** What is written; cdk8s asks for it when it writes the object. */
  public resolve(): any {
    return this.port;
  }
}
