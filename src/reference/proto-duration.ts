import { Duration } from 'cdk8s';
import { goDuration } from './go-duration';

/** What fits into nanoseconds of 64 bits, in seconds. */
const LONGEST = 9_223_372_036;

/**
 * A length of time as Istio's resources write it: `5s`, `300ms`, `1h30m`.
 *
 * @see https://protobuf.dev/reference/protobuf/google.protobuf/#duration
 */
export class ProtoDuration {
  /**
   * So many milliseconds.
   *
   * @param amount how many, 0 or more
   */
  public static millis(amount: number): ProtoDuration {
    return ProtoDuration.made(amount, amount / 1000);
  }

  /**
   * So many seconds.
   *
   * @param amount how many, 0 or more
   */
  public static seconds(amount: number): ProtoDuration {
    return ProtoDuration.made(amount, amount);
  }

  /**
   * So many minutes.
   *
   * @param amount how many, 0 or more
   */
  public static minutes(amount: number): ProtoDuration {
    return ProtoDuration.made(amount, amount * 60);
  }

  /**
   * So many hours.
   *
   * @param amount how many, 0 or more
   */
  public static hours(amount: number): ProtoDuration {
    return ProtoDuration.made(amount, amount * 3600);
  }

  /**
   * The duration that cdk8s means.
   *
   * @param duration a duration of cdk8s
   */
  public static of(duration: Duration): ProtoDuration {
    return ProtoDuration.millis(duration.toMilliseconds());
  }

  /**
   * The duration that a text means: numbers, each with its unit (`ns`, `us`, `ms`, `s`, `m` or `h`). It is written as it is given.
   *
   * @param text a duration such as `1.5s` or `1h30m`
   */
  public static parse(text: string): ProtoDuration {
    const nanoseconds = goDuration(text);
    if (nanoseconds === undefined) {
      throw new Error(`"${text}" is not a duration. Give numbers with their units, such as 1.5s, 300ms or 1h30m.`);
    }
    return new ProtoDuration(text, nanoseconds);
  }

  /** Seconds are what every reader takes, with or without a fraction; some take nothing else. */
  private static made(given: number, seconds: number): ProtoDuration {
    const text = seconds >= 0 && seconds <= LONGEST ? `${decimal(seconds)}s` : '';
    const nanoseconds = goDuration(text);
    if (nanoseconds === undefined) throw new Error(`${given} is not a length of time. Give a number of 0 or more, up to 292 years.`);
    return new ProtoDuration(text, nanoseconds);
  }

  private constructor(
    /** The duration as it is written. */
    public readonly text: string,
    private readonly nanoseconds: bigint,
  ) {}

  /** How many milliseconds the duration has, with their fraction. */
  public toMilliseconds(): number {
    return Number(this.nanoseconds / 1_000_000n) + Number(this.nanoseconds % 1_000_000n) / 1e6;
  }

  /**
   * Whether another duration is as long, however it is written.
   *
   * @param other the other duration
   */
  public isEqualTo(other: ProtoDuration): boolean {
    return this.nanoseconds === other.nanoseconds;
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

/** A number without an exponent, which nobody reads, and of whole nanoseconds. */
function decimal(seconds: number): string {
  const text = `${seconds}`;
  return /^\d+(\.\d{1,9})?$/.test(text) ? text : seconds.toFixed(9).replace(/\.?0+$/, '');
}
