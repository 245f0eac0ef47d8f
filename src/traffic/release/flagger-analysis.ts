import { Duration } from 'cdk8s';
import { ReleaseGate, ReleaseGateKind } from './gate';
import { ReleasePlan, ReleaseStep } from './plan';
import { RouteDialect } from '../route-dialect';
import { renderTextMatch, textMatch } from '../text-match';

/** What Flagger has to know of a plan beyond its steps. */
export interface FlaggerAnalysisOptions {
  /** How many looks may be bad before it goes back. */
  readonly threshold: number;
  /** How many looks there are where shares do not grow. */
  readonly iterations: number;
}

/** How the steps of a plan change, which decides the form of Flagger's analysis. */
type Form = 'weights' | 'iterations';

/** What of a plan Flagger cannot say. */
export function flaggerUnsaid(plan: ReleasePlan, dialect: RouteDialect): string[] {
  const between = plan.steps.slice(1, -1);
  const weights = between.filter(({ weight }) => weight > 0);
  const copies = between.filter(({ mirrorPercentage }) => mirrorPercentage > 0);
  const previews = between.filter(({ preview }) => preview.length > 0);
  const gates = new Set(between.map((step) => step.gates.map(String).join(', ')));
  return [
    ...(plan.steps.at(-1)!.weight === 100 ? [] : [`The plan (${plan.toString()}) does not end with all requests at the new version`]),
    ...(weights.length > 0 && previews.length > 0 ? ['The plan has a preview and shares that grow'] : []),
    ...(copies.length > 1 ? [`The plan copies in several steps (${copies.map(({ name }) => name).join(', ')})`] : []),
    ...copies.filter(({ mirrorPercentage }) => mirrorPercentage < 100 && dialect === RouteDialect.GATEWAY_API)
      .map(({ mirrorPercentage }) => `The plan copies ${mirrorPercentage} % of the requests into an HTTPRoute`),
    ...(copies.length > 0 && previews.length > 0 ? ['The plan has a preview and copies requests'] : []),
    ...(gates.size > 1 ? ['The plan has other gates after some of its steps than after others'] : []),
    ...(plan.steps.some((step) => step.gates.some(({ kind }) => kind === ReleaseGateKind.APPROVAL)) ? ['The plan waits for a person to agree'] : []),
    ...previews.flatMap(({ preview }) => preview).flatMap(({ headers: _, ...others }) => {
      const given = Object.entries(others).filter(([, value]) => value !== undefined).map(([option]) => option);
      return given.length === 0 ? [] : [`A preview asks for ${given.join(' and ')}`];
    }),
  ];
}

/** The `analysis` of a Canary. */
export function renderFlaggerAnalysis(plan: ReleasePlan, options: FlaggerAnalysisOptions): object {
  const between = plan.steps.slice(1, -1);
  const weights = between.map(({ weight }) => weight).filter((weight) => weight > 0);
  const form: Form = weights.length > 0 ? 'weights' : 'iterations';
  const mirror = between.find(({ mirrorPercentage }) => mirrorPercentage > 0)?.mirrorPercentage;
  const preview = between.find((step) => step.preview.length > 0);
  const { gates } = between[0];
  const metrics = gates.filter(({ isMetric }) => isMetric).map(renderMetric);
  return {
    interval: goDuration(intervalOf(gates)),
    threshold: options.threshold,
    ...(form === 'weights' ? { stepWeights: weights } : { iterations: options.iterations }),
    ...(mirror !== undefined && { mirror: true, ...(mirror < 100 && { mirrorWeight: mirror }) }),
    ...(preview && { match: renderPreview(preview) }),
    ...(plan.stickiness && {
      sessionAffinity: { cookieName: plan.stickiness.name, maxAge: Math.floor(plan.stickiness.maxAge.toMilliseconds() / 1000) },
    }),
    ...(metrics.length > 0 && { metrics }),
  };
}

/** How long each step lasts: its pauses together, or else as long as a figure is looked at. */
function intervalOf(gates: readonly ReleaseGate[]): Duration {
  const pauses = gates.filter(({ kind }) => kind === ReleaseGateKind.PAUSE).map(({ duration }) => duration!.toMilliseconds());
  if (pauses.length > 0) return Duration.millis(pauses.reduce((sum, one) => sum + one, 0));
  return gates.find(({ isMetric }) => isMetric)?.interval ?? Duration.minutes(1);
}

function renderMetric(gate: ReleaseGate): object {
  const isRate = gate.kind === ReleaseGateKind.SUCCESS_RATE;
  return {
    name: isRate ? 'request-success-rate' : 'request-duration',
    interval: goDuration(gate.interval),
    thresholdRange: isRate ? { min: gate.minimum } : { max: gate.duration!.toMilliseconds() },
  };
}

function renderPreview({ preview }: ReleaseStep): object[] {
  return preview.map(({ headers = {} }) => ({
    headers: Object.fromEntries(Object.entries(headers).map(([name, match]) => {
      const text = textMatch(match);
      return [name.toLowerCase(), text.how === 'present' ? { regex: '.*' } : renderTextMatch(text)];
    })),
  }));
}

/** A length of time in whole seconds, as Go writes it. */
function goDuration(duration: Duration): string {
  return `${Math.ceil(duration.toMilliseconds() / 1000)}s`;
}
