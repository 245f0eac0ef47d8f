import { Duration } from 'cdk8s';

/** How often a figure is looked at before it counts as good. */
export interface ReleaseMetricOptions {
  /**
   * Over which time the figure is taken, and how long it is until the next look.
   *
   * @default Duration.minutes(1)
   */
  readonly interval?: Duration;
  /**
   * How many looks must find it good, one after the other.
   *
   * @default 5
   */
  readonly count?: number;
}

/** What a gate asks for. */
export enum ReleaseGateKind {
  /** Time to pass. */
  PAUSE = 'pause',
  /** A person to agree. */
  APPROVAL = 'approval',
  /** Few failed answers of the new version. */
  SUCCESS_RATE = 'success-rate',
  /** Quick answers of the new version. */
  LATENCY = 'latency',
}

/** What must hold before a release goes on to its next step. */
export class ReleaseGate {
  /**
   * Waits. Writes a step of a `Rollout` (`spec.strategy.canary.steps[].pause.duration`), where Argo Rollouts drives the release; with
   * Flagger, all pauses together are the `interval` of its analysis. `MeshService.release()` writes one step, and knows no time.
   *
   * @param duration how long
   * @example
   * new ArgoRollout(cart, 'rollout', { plan: ReleasePlan.canary({ weights: [10, 50], gates: [ReleaseGate.pause(Duration.hours(1))] }) });
   */
  public static pause(duration: Duration): ReleaseGate {
    return new ReleaseGate(ReleaseGateKind.PAUSE, duration);
  }

  /**
   * Waits until a person lets the release go on. Writes a step of a `Rollout` (`spec.strategy.canary.steps[].pause`) without an end, where
   * Argo Rollouts drives the release. Flagger cannot say it, and is refused such a plan.
   *
   * @example new ArgoRollout(cart, 'rollout', { plan: ReleasePlan.canary({ weights: [10], gates: [ReleaseGate.approval()] }) });
   */
  public static approval(): ReleaseGate {
    return new ReleaseGate(ReleaseGateKind.APPROVAL);
  }

  /**
   * Asks that enough answers of the new version are no server errors (5xx). Writes an `AnalysisTemplate` (`spec.metrics[].successCondition`,
   * `spec.metrics[].interval`, `spec.metrics[].count`), where Argo Rollouts drives the release; with Flagger, a metric of its Canary.
   *
   * @param minimum the least share of such answers, in percent
   * @param options how often it is looked at
   * @throws if the minimum is not above 0 and at most 100, or the count is not a whole number above 0
   * @example
   * new ArgoRollout(cart, 'rollout', {
   *   plan: ReleasePlan.canary({ weights: [10], gates: [ReleaseGate.successRate(99.5)] }), prometheusAddress: 'http://prometheus.istio-system:9090',
   * });
   */
  public static successRate(minimum: number, options: ReleaseMetricOptions = {}): ReleaseGate {
    if (!(minimum > 0 && minimum <= 100)) {
      throw new Error(`A success rate of ${minimum} % is none. Give a share above 0 and at most 100, such as 99.5.`);
    }
    return new ReleaseGate(ReleaseGateKind.SUCCESS_RATE, undefined, minimum, options);
  }

  /**
   * Asks that 99 of 100 answers of the new version come in time. Writes an `AnalysisTemplate` (`spec.metrics[].successCondition`,
   * `spec.metrics[].interval`, `spec.metrics[].count`), where Argo Rollouts drives the release; with Flagger, a metric of its Canary.
   *
   * @param maximum how long they may take
   * @param options how often it is looked at
   * @throws if the maximum is no time at all, or the count is not a whole number above 0
   * @example
   * new ArgoRollout(cart, 'rollout', {
   *   plan: ReleasePlan.canary({ weights: [10], gates: [ReleaseGate.latency(Duration.millis(250), { count: 10 })] }),
   *   prometheusAddress: 'http://prometheus.istio-system:9090',
   * });
   */
  public static latency(maximum: Duration, options: ReleaseMetricOptions = {}): ReleaseGate {
    if (maximum.toMilliseconds() <= 0) {
      throw new Error('A latency of 0 ms cannot be kept. Give a longer time, such as Duration.millis(250).');
    }
    return new ReleaseGate(ReleaseGateKind.LATENCY, maximum, undefined, options);
  }

  /** Over which time the figure is taken. */
  public readonly interval: Duration;
  /** How many looks must find it good. */
  public readonly count: number;

  private constructor(
    /** What the gate asks for. */
    public readonly kind: ReleaseGateKind,
    /** How long it waits, or how long answers may take. */
    public readonly duration?: Duration,
    /** The least share of good answers, in percent. */
    public readonly minimum?: number,
    options: ReleaseMetricOptions = {},
  ) {
    this.interval = options.interval ?? Duration.minutes(1);
    this.count = options.count ?? 5;
    if (!Number.isInteger(this.count) || this.count < 1) {
      throw new Error(`${this.count} is not a number of looks at a figure. Give a whole number above 0.`);
    }
  }

  /** Whether a figure of the new version is looked at. */
  public get isMetric(): boolean {
    return this.kind === ReleaseGateKind.SUCCESS_RATE || this.kind === ReleaseGateKind.LATENCY;
  }

  /**
   * The gate in words, such as "wait 10m".
   *
   * @example for (const gate of ReleasePlan.canary({ weights: [10], gates: [ReleaseGate.approval()] }).at(1).gates) console.log(`Until ${gate}`);
   */
  public toString(): string {
    switch (this.kind) {
      case ReleaseGateKind.PAUSE: return `wait ${this.duration!.toHumanString()}`;
      case ReleaseGateKind.APPROVAL: return 'a person agrees';
      case ReleaseGateKind.SUCCESS_RATE: return `at least ${this.minimum} % of the answers are good`;
      case ReleaseGateKind.LATENCY: return `99 % of the answers take at most ${this.duration!.toMilliseconds()} ms`;
    }
  }
}
