import { ACCESS_LINE } from './access-option-kinds';
import { CallOptions } from './call-options';
import { ICallers } from '../reference/caller-attributes';
import { Callers } from '../reference/callers';
import { checkOptions } from '../reference/option-kinds';

/** Who, and what of: a line of an access policy. What is not given is not asked for. */
export interface AccessLine extends CallOptions {
  /**
   * Who is meant: services, groups, namespaces, identities, or `Callers`. Of several, any one.
   *
   * @default everybody
   */
  readonly callers?: ICallers[];
  /**
   * Who of them is not meant.
   *
   * @default nobody
   */
  readonly notCallers?: ICallers[];
}

/** Whom the callers and notCallers of a line mean together. */
export function callersOf({ callers, notCallers = [] }: AccessLine): ICallers {
  const meant = callers === undefined ? Callers.everyone() : Callers.anyOf(...callers);
  return notCallers.length === 0 ? meant : meant.except(...notCallers);
}

/**
 * What is allowed where nothing else is said: everything, nothing, or what some lines say. In an AuthorizationPolicy these are `rules: [{}]`, no
 * rules, and rules; a policy that looks empty is one that denies.
 */
export class AccessPolicy {
  /**
   * Everybody may ask for everything. Writes an empty rule into an `AuthorizationPolicy` (`spec.rules[]`); for a whole mesh, it
   * leaves the policies out.
   *
   * @example web.allow(AccessPolicy.everything());
   */
  public static everything(): AccessPolicy {
    return new AccessPolicy([{}]);
  }

  /**
   * Nobody may ask for anything, save by lines of their own. Writes an `AuthorizationPolicy` without rules, which denies, where none above it
   * does so already: under `Posture.ZERO_TRUST` the mesh itself does.
   *
   * @example
   * const open = new Mesh(app, 'open', { posture: Posture.OPEN, controlPlane: false });
   * open.addNamespace('vault').allow(AccessPolicy.nothing());
   */
  public static nothing(): AccessPolicy {
    return new AccessPolicy([]);
  }

  /**
   * What some lines say, each by itself, and nothing else. Writes a rule a line into an `AuthorizationPolicy` (`spec.rules[].from`,
   * `spec.rules[].to`, `spec.rules[].when`).
   *
   * @param lines who may ask, and for what
   * @throws if there is no line: it would be `nothing()`
   * @example
   * cart.allow(AccessPolicy.these(
   *   { callers: [web], methods: ['GET'], headers: { 'x-tenant': ['*'] } },
   *   { callers: [Callers.namespaces('batch')] },
   * ));
   */
  public static these(...lines: AccessLine[]): AccessPolicy {
    if (lines.length === 0) throw new Error('AccessPolicy.these() has no line, and would allow nothing. Say AccessPolicy.nothing(), or name what is allowed.');
    lines.forEach((line) => checkOptions(undefined, 'A line of AccessPolicy.these()', line, ACCESS_LINE));
    return new AccessPolicy(lines);
  }

  private constructor(private readonly allowed: readonly AccessLine[]) {}

  /** What is allowed, a line each. */
  public get lines(): AccessLine[] {
    return [...this.allowed];
  }

  /** Whether everybody may ask for everything. */
  public get allowsEverything(): boolean {
    return this.allowed.some((line) => Object.values(line).every((value) => value === undefined));
  }
}
