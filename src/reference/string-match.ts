/**
 * How a string of a request is compared.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
 */
export class StringMatch {
  /** The whole value, letter for letter. */
  public static exact(value: string): StringMatch {
    return new StringMatch('exact', value);
  }

  /** The beginning of the value. */
  public static prefix(value: string): StringMatch {
    return new StringMatch('prefix', value);
  }

  /** The whole value, by a regular expression in RE2's syntax. */
  public static regex(value: string): StringMatch {
    return new StringMatch('regex', value);
  }

  private constructor(
    /** Which comparison is made: exact, prefix or regex. */
    public readonly kind: string,
    /** What the value is compared with. */
    public readonly value: string,
  ) {
    if (value === '') {
      throw new Error(`An empty ${kind} match is refused by Istio. Leave the match out, or give a value.`);
    }
  }

  /** @internal */
  public _render(): any {
    return { [this.kind]: this.value };
  }
}
