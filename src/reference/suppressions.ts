import { IConstruct, IValidation } from 'constructs';
import { failure, finding, listed } from './fail';
import { readOnce } from './synthesis';

/** The guard rails that have a code: the rows of docs/guard-rails.md. */
const CODE = /^A([1-9]|[12]\d|3[0-4])$/;

/** The code at the end of a finding. */
const CODE_OF = / \((A\d+)\)$/;

/** What was suppressed at which construct. */
const SUPPRESSED = new WeakMap<IConstruct, Suppressions>();

/** The checks of an app whose findings may be suppressed. */
const CHECKS = new WeakMap<IConstruct, IValidation[]>();

/** What stands below a construct although its place in the tree is another. */
const OWNERS = new WeakMap<IConstruct, IConstruct>();

/** A guard rail that is taken down at one place. */
interface Suppression {
  readonly reason: string;
  used: boolean;
}

/**
 * Takes guard rails down at one construct and all below it, each with a reason. A finding or a warning there that has the code is then
 * not reported. An argument that throws at once cannot be suppressed. One that suppresses nothing is itself a finding, so that none
 * outlives what it was made for.
 *
 * @see docs/guard-rails.md
 */
export class Suppressions {
  /**
   * What is suppressed at a construct. Below a `Mesh` are its namespaces; below a namespace its services and gateways.
   *
   * @param scope the construct
   * @example Suppressions.of(web);
   */
  public static of(scope: IConstruct): Suppressions {
    const existing = SUPPRESSED.get(scope);
    if (existing) return existing;
    const made = new Suppressions(scope);
    SUPPRESSED.set(scope, made);
    return made;
  }

  private readonly given = new Map<string, Suppression>();

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Suppresses findings and warnings of one guard rail. It writes no field; the reason is kept in the metadata of the construct's node.
   *
   * @param code the code at the end of the message, such as "A13"
   * @param reason why that is right here
   * @throws if the code is none
   * @throws if the reason is empty
   * @throws if the code is suppressed there already
   */
  public add(code: string, reason: string): void {
    if (!CODE.test(code)) {
      throw failure(this.scope, `"${code}" is not the code of a guard rail`, 'Give the code at the end of the message, A1 to A34');
    }
    if (reason.trim() === '') {
      throw failure(this.scope, `The suppression of ${code} has no reason`, 'Say why what it warns of is right here');
    }
    if (this.given.has(code)) {
      throw failure(this.scope, `${code} is suppressed here already (${listed([this.given.get(code)!.reason])})`, 'Suppress it once, with one reason');
    }
    if (this.given.size === 0) this.reportUnused();
    this.given.set(code, { reason, used: false });
    this.scope.node.addMetadata('cdk8s-istio:suppression', `${code}: ${reason}`);
  }

  /** @internal */
  public _use(code: string): boolean {
    const suppression = this.given.get(code);
    if (suppression) suppression.used = true;
    return suppression !== undefined;
  }

  private get unused(): [string, Suppression][] {
    return [...this.given].filter(([, { used }]) => !used);
  }

  private reportUnused(): void {
    this.scope.node.addValidation({
      validate: () => {
        // Findings below this construct come after its own: it is known only then what is used.
        if (this.unused.length > 0) CHECKS.get(this.scope.node.root)?.forEach((check) => check.validate());
        return this.unused.map(([code, { reason }]) => finding(
          `The suppression of ${code} (${listed([reason])}) suppresses nothing`,
          'Remove it, or move it to the construct that the message names',
        ));
      },
    });
  }
}

/**
 * A validation whose findings can be suppressed by their codes at the construct and at all above it.
 *
 * @param scope the construct that is validated
 * @param run finds what is wrong
 */
export function checks(scope: IConstruct, run: () => string[]): IValidation {
  // cdk8s asks once for the app, and once more for each of its charts.
  const validation: IValidation = {
    validate: () => readOnce(validation, 'findings', () => run().filter((text) => !isSuppressed(scope, CODE_OF.exec(text)?.[1]))),
  };
  const { root } = scope.node;
  if (!CHECKS.has(root)) CHECKS.set(root, []);
  CHECKS.get(root)!.push(validation);
  return validation;
}

/** Whether somebody has taken the guard rail down there; it is then in use. */
export function isSuppressed(scope: IConstruct, code: string | undefined): boolean {
  return code !== undefined && lineage(scope).some((one) => SUPPRESSED.get(one)?._use(code));
}

/** Lets what is suppressed at the owner be suppressed at a construct, whose place in the tree is another. */
export function suppressWith(construct: IConstruct, owner: IConstruct): void {
  OWNERS.set(construct, owner);
}

/** The construct and all above it, nearest first. */
function lineage(scope: IConstruct): IConstruct[] {
  return [...scope.node.scopes].reverse().flatMap((one) => [one, ...(OWNERS.has(one) ? [OWNERS.get(one)!] : [])]);
}
