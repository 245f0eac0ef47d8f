/** A share of a hundred. */
export class Percentage {
  /**
   * So many of a hundred.
   *
   * @param value a number from 0 to 100
   */
  public static of(value: number): Percentage {
    if (!(value >= 0 && value <= 100)) throw new Error(`${value} is not a percentage. Give a number from 0 to 100.`);
    return new Percentage(value);
  }

  private constructor(private readonly share: number) {}

  /** The number, from 0 to 100. */
  public get value(): number {
    return this.share;
  }

  /**
   * Whether another percentage is the same.
   *
   * @param other the other percentage
   */
  public isEqualTo(other: Percentage): boolean {
    return this.share === other.share;
  }

  /** The number with its sign, such as `12.5%`. */
  public toString(): string {
    return `${this.share}%`;
  }

  /** What is written; cdk8s asks for it when it writes the object. */
  public resolve(): any {
    return this.share;
  }
}
