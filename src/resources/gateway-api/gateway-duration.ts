import { Duration } from 'cdk8s';

/** Milliseconds of each unit, largest first. */
const UNITS: readonly (readonly [unit: string, millis: number])[] = [['h', 3_600_000], ['m', 60_000], ['s', 1000], ['ms', 1]];

/** The most that a number of the notation may have: five digits. */
const MOST = 99_999;

const TEXT = /^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/;

/**
 * A length of time as the Gateway API writes it: whole numbers, each with its unit, such as `10s`, `1h30m` or `1s500ms`.
 *
 * @see https://gateway-api.sigs.k8s.io/geps/gep-2257/
 */
export class GatewayDuration {
  /**
   * So many milliseconds.
   *
   * @param amount a whole number
   */
  public static millis(amount: number): GatewayDuration {
    return GatewayDuration.made(amount, 'ms', amount);
  }

  /**
   * So many seconds.
   *
   * @param amount how many, with at most three digits after the point
   */
  public static seconds(amount: number): GatewayDuration {
    return GatewayDuration.made(amount, 's', amount * 1000);
  }

  /**
   * So many minutes.
   *
   * @param amount how many
   */
  public static minutes(amount: number): GatewayDuration {
    return GatewayDuration.made(amount, 'm', amount * 60_000);
  }

  /**
   * So many hours.
   *
   * @param amount how many, up to 99,999
   */
  public static hours(amount: number): GatewayDuration {
    return GatewayDuration.made(amount, 'h', amount * 3_600_000);
  }

  /**
   * The duration that cdk8s means.
   *
   * @param duration a duration of cdk8s
   */
  public static of(duration: Duration): GatewayDuration {
    return GatewayDuration.millis(duration.toMilliseconds());
  }

  /**
   * The duration that a text means: up to four whole numbers of up to five digits, each with its unit (`h`, `m`, `s` or `ms`). It is
   * written as it is given.
   *
   * @param text a duration such as `10s` or `1h30m`
   */
  public static parse(text: string): GatewayDuration {
    if (!TEXT.test(text)) {
      throw new Error(`"${text}" is not a duration of the Gateway API. Give whole numbers with their units, such as 10s, 1h30m or 1s500ms.`);
    }
    const millis = [...text.matchAll(/([0-9]+)(h|ms|m|s)/g)].map(([, number, unit]) => Number(number) * UNITS.find(([name]) => name === unit)![1]);
    return new GatewayDuration(text, millis.reduce((sum, part) => sum + part, 0));
  }

  private static made(amount: number, unit: string, exact: number): GatewayDuration {
    // 1.1 seconds are 1100.0000000000002 ms in floating point.
    const millis = Math.round(exact);
    if (!(amount >= 0) || Math.abs(exact - millis) > 1e-6 || millis > (MOST + 1) * UNITS[0][1] - 1) {
      throw new Error(`${amount}${unit} cannot be written as a duration of the Gateway API. Give whole milliseconds, from 0 to ${MOST} hours.`);
    }
    let left = millis;
    const parts = UNITS.map(([name, size]) => {
      const number = Math.floor(left / size);
      left -= number * size;
      return number === 0 ? '' : `${number}${name}`;
    });
    return new GatewayDuration(parts.join('') || '0s', millis);
  }

  private constructor(
    /** The duration as it is written. */
    public readonly text: string,
    private readonly amount: number,
  ) {}

  /** How many milliseconds the duration has. */
  public toMilliseconds(): number {
    return this.amount;
  }

  /**
   * Whether another duration is as long, however it is written.
   *
   * @param other the other duration
   */
  public isEqualTo(other: GatewayDuration): boolean {
    return this.amount === other.amount;
  }

  /** The duration as it is written. */
  public toString(): string {
    return this.text;
  }

  /** What is written; cdk8s asks for it when it writes the object. */
  public resolve(): any {
    return this.text;
  }
}
