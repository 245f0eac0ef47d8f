import { ReleaseGate } from './gate';
import { VersionCookie } from './stickiness';
import { HttpMatch } from '../http-match';

/** What holds during one step of a release. */
export interface ReleaseStep {
  /** The step in words, such as "5 %". */
  readonly name: string;
  /** Share of the requests that the new version answers, in percent. */
  readonly weight: number;
  /** Share of the requests that the new version gets a copy of, in percent. */
  readonly mirrorPercentage: number;
  /** Requests that the new version answers whatever its share, any of them. */
  readonly preview: HttpMatch[];
  /** What must hold before the next step, all of it. */
  readonly gates: ReleaseGate[];
}

/** A release in growing shares. */
export interface CanaryPlanOptions {
  /** The shares of the new version, one after the other, in percent; the last step, with all of it, follows of itself. */
  readonly weights: number[];
  /**
   * What must hold before each next step.
   *
   * @default nothing
   */
  readonly gates?: ReleaseGate[];
  /**
   * Requests that get the new version from the first share on.
   *
   * @default none
   */
  readonly preview?: HttpMatch[];
  /**
   * A cookie that keeps whoever has got the new version with it.
   *
   * @default each request may get another version
   */
  readonly stickiness?: VersionCookie;
}

/** A release in one go. */
export interface BlueGreenPlanOptions {
  /**
   * Requests that get the new version before all others do.
   *
   * @default none
   */
  readonly preview?: HttpMatch[];
  /**
   * What must hold before the switch.
   *
   * @default nothing
   */
  readonly gates?: ReleaseGate[];
}

/** Copies of requests for a version that answers nobody. */
export interface DarkLaunchPlanOptions {
  /**
   * Shares of the requests that are copied, one after the other, in percent.
   *
   * @default [100]
   */
  readonly percentages?: number[];
  /**
   * What must hold before each next step.
   *
   * @default nothing
   */
  readonly gates?: ReleaseGate[];
}

/** A version that only some requests get. */
export interface PreviewPlanOptions {
  /** The requests, any of them. */
  readonly match: HttpMatch[];
  /**
   * What must hold before what follows.
   *
   * @default nothing
   */
  readonly gates?: ReleaseGate[];
}

/** What a plan is made of. */
interface PlanParts {
  readonly between: readonly ReleaseStep[];
  readonly switches: boolean;
  readonly stickiness?: VersionCookie;
}

/**
 * How a new version takes over from the stable one: a value of steps, numbered from 0. Step 0 has the stable version alone. Nothing is
 * written by it; `MeshService.release()` writes the routes of a step, and `ArgoRollout` and `FlaggerCanary` hand the steps to a controller.
 */
export class ReleasePlan {
  /**
   * The new version answers growing shares of the requests, and in the end all of them. Writes the shares of a step into the `VirtualService` of
   * the service that releases it (`spec.http[].route[].weight`).
   *
   * @param options the shares, and what must hold between them
   * @throws if the shares are not whole numbers from 1 to 99, each more than the one before
   * @example
   * const careful = ReleasePlan.canary({ weights: [5, 25, 50], gates: [ReleaseGate.successRate(99), ReleaseGate.pause(Duration.minutes(10))] });
   * web.release(careful, 1);
   */
  public static canary(options: CanaryPlanOptions): ReleasePlan {
    growing('weights', options.weights, 99);
    const steps = options.weights.map((weight) => step(`${weight} %`, { weight, preview: options.preview, gates: options.gates }));
    return new ReleasePlan({ between: steps, switches: true, stickiness: options.stickiness });
  }

  /**
   * The new version stands by, and then answers all requests at once. Going back is step 1. Writes the version of a step into the `VirtualService`
   * of the service that releases it (`spec.http[].route[].destination.subset`), and a route of its own for a preview (`spec.http[].match[]`).
   *
   * @param options who sees it before, and what must hold before the switch
   * @example web.release(ReleasePlan.blueGreen({ preview: [{ headers: { 'x-preview': StringMatch.exact('yes') } }] }), 1);
   */
  public static blueGreen(options: BlueGreenPlanOptions = {}): ReleasePlan {
    return new ReleasePlan({ between: [step('stand by', { preview: options.preview, gates: options.gates })], switches: true });
  }

  /**
   * The new version gets copies of requests, and nobody waits for its answers. It ends with the copies: go on with `followedBy()`. Writes the
   * copies of a step into the `VirtualService` of the service that releases it (`spec.http[].mirrors[].percentage`).
   *
   * @param options how many requests are copied, and what must hold between the steps
   * @throws if the percentages are not whole numbers from 1 to 100, each more than the one before
   * @example web.release(ReleasePlan.darkLaunch({ percentages: [10, 100] }), 1);
   */
  public static darkLaunch(options: DarkLaunchPlanOptions = {}): ReleasePlan {
    const percentages = options.percentages ?? [100];
    growing('percentages', percentages, 100);
    const steps = percentages.map((percentage) => step(`copies of ${percentage} %`, { mirrorPercentage: percentage, gates: options.gates }));
    return new ReleasePlan({ between: steps, switches: false });
  }

  /**
   * The new version answers some requests, such as those with a header. It ends with these: go on with `followedBy()`. Writes a route for them
   * into the `VirtualService` of the service that releases it (`spec.http[].match[]`).
   *
   * @param options which requests
   * @throws if there is no match
   * @example web.release(ReleasePlan.preview({ match: [{ headers: { 'x-preview': StringMatch.exact('yes') } }] }), 1);
   */
  public static preview(options: PreviewPlanOptions): ReleasePlan {
    if (options.match.length === 0) throw new Error('The preview has no match. Say which requests get the new version.');
    return new ReleasePlan({ between: [step('preview', { preview: options.match, gates: options.gates })], switches: false });
  }

  private constructor(private readonly parts: PlanParts) {}

  /** The steps. */
  public get steps(): ReleaseStep[] {
    return [step('stable'), ...this.parts.between, ...(this.parts.switches ? [step('100 %', { weight: 100 })] : [])];
  }

  /** A cookie that keeps whoever has got the new version with it; undefined where there is none. */
  public get stickiness(): VersionCookie | undefined {
    return this.parts.stickiness;
  }

  /**
   * One step. Writes nothing: `MeshService.release()` writes its routes.
   *
   * @param number its number, 0 for the one before the release
   * @throws if the plan has no such step
   * @example console.log(ReleasePlan.canary({ weights: [5, 50] }).at(1).weight);
   */
  public at(number: number): ReleaseStep {
    const { steps } = this;
    if (!Number.isInteger(number) || number < 0 || number >= steps.length) {
      throw new Error(`The plan has no step ${number}. It has the steps ${steps.map(({ name }, at) => `${at} (${name})`).join(', ')}.`);
    }
    return steps[number];
  }

  /**
   * This plan, and then another one: the steps of both, with one stable step before them. Writes what the step writes that is released.
   *
   * @param plan what follows
   * @throws if this plan ends with all requests at the new version, so that nothing can follow
   * @example web.release(ReleasePlan.darkLaunch().followedBy(ReleasePlan.canary({ weights: [10] })), 2);
   */
  public followedBy(plan: ReleasePlan): ReleasePlan {
    if (this.parts.switches) throw new Error(`After ${this.toString()} nothing is left to release. Put what comes before it first.`);
    return new ReleasePlan({ ...plan.parts, between: [...this.parts.between, ...plan.parts.between] });
  }

  /**
   * The steps in words, such as "stable, 5 %, 100 %".
   *
   * @example console.log(`The release goes by ${ReleasePlan.canary({ weights: [5, 50] })}`);
   */
  public toString(): string {
    return this.steps.map(({ name }) => name).join(', ');
  }
}

function step(name: string, fields: Partial<ReleaseStep> = {}): ReleaseStep {
  const { weight = 0, mirrorPercentage = 0, preview = [], gates = [] } = fields;
  return { name, weight, mirrorPercentage, preview: [...preview], gates: [...gates] };
}

function growing(what: string, values: readonly number[], most: number): void {
  const wrong = values.find((value, at) => !Number.isInteger(value) || value < 1 || value > most || (at > 0 && value <= values[at - 1]));
  if (values.length === 0 || wrong !== undefined) {
    throw new Error(`The ${what} ${values.length === 0 ? 'are empty' : `${values.join(', ')} do not grow in whole steps from 1 to ${most}`}. `
      + `Give whole numbers from 1 to ${most}, each more than the one before.`);
  }
}
