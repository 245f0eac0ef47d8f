import { Duration } from 'cdk8s';

/** How long a version is remembered. */
export interface VersionCookieOptions {
  /**
   * How long the browser keeps the cookie (`Max-Age`).
   *
   * @default Duration.days(1)
   */
  readonly maxAge?: Duration;
}

/**
 * A cookie that keeps a caller with the version that it got first. Envoy chooses the version of each request by chance; so whoever has
 * got the new version is told it in a cookie, and a route for that cookie leads there.
 */
export class VersionCookie {
  /**
   * Keeps whoever has got the new version with it. Writes the cookie into the answers of the new version (`VirtualService`
   * `spec.http[].route[].headers.response`), and a route for who has it (`spec.http[].match[].headers.cookie`), in each step with shares.
   *
   * @param name name of the cookie, of the service's own
   * @param options how long it is kept: a day where it is not said
   * @throws if the name is none for a cookie, or the time is less than a second
   * @example web.release(ReleasePlan.canary({ weights: [5], stickiness: VersionCookie.named('web-version', { maxAge: Duration.hours(6) }) }), 1);
   */
  public static named(name: string, options: VersionCookieOptions = {}): VersionCookie {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new Error(`"${name}" is not a name for a cookie. Use letters, digits, dashes and dots, such as "web-version".`);
    }
    const maxAge = options.maxAge ?? Duration.days(1);
    if (maxAge.toMilliseconds() < 1000) {
      throw new Error(`The cookie "${name}" would be kept for ${maxAge.toMilliseconds()} ms. Give at least a second.`);
    }
    return new VersionCookie(name, maxAge);
  }

  private constructor(
    /** Name of the cookie. */
    public readonly name: string,
    /** How long the browser keeps it. */
    public readonly maxAge: Duration,
  ) {}

  /**
   * What the header `Set-Cookie` says for a version: that the browser keeps it, for all paths. `MeshService.release()` has it set;
   * say it yourself where routes are your own.
   *
   * @param version name of the version
   * @example
   * const sticky = VersionCookie.named('web-version');
   * web.route({ to: [v2.weight(100)], headers: { response: { set: { 'Set-Cookie': sticky.header('v2') } } } });
   */
  public header(version: string): string {
    return `${this.name}=${version}; Path=/; Max-Age=${Math.floor(this.maxAge.toMilliseconds() / 1000)}`;
  }

  /**
   * An RE2 expression for the header `Cookie` of whoever has been told the version.
   *
   * @param version name of the version
   * @example
   * const sticky = VersionCookie.named('web-version');
   * web.route({ match: [{ headers: { cookie: StringMatch.regex(sticky.expression('v2')) } }], to: [v2.weight(100)] });
   */
  public expression(version: string): string {
    const quoted = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
    return `(?:.*;\\s*)?${quoted(this.name)}=${quoted(version)}(?:;.*)?`;
  }
}
