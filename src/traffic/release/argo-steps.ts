import { Duration } from 'cdk8s';
import { ReleaseGate, ReleaseGateKind } from './gate';
import { ReleasePlan, ReleaseStep } from './plan';
import { textMatch } from '../text-match';

/** Names of the routes that the controller makes and takes away again (`managedRoutes`). */
export const PREVIEW_ROUTE = 'preview';
export const MIRROR_ROUTE = 'mirror';

/** What of a plan a Rollout cannot say. */
export function rolloutUnsaid(plan: ReleasePlan): string[] {
  return [
    ...(plan.stickiness === undefined ? [] : [`The plan keeps callers with their version by the cookie "${plan.stickiness.name}"`]),
    ...(plan.steps.at(-1)!.weight === 100 ? [] : [`The plan (${plan.toString()}) does not end with all requests at the new version`]),
    ...plan.steps.flatMap(({ preview }) => preview).flatMap((match) => {
      const { headers = {}, ...others } = match;
      const given = Object.entries(others).filter(([, value]) => value !== undefined).map(([option]) => option);
      if (given.length === 0 && Object.keys(headers).length === 1) return [];
      return [`A preview asks for ${[...given, ...Object.keys(headers).map((name) => `the header "${name}"`)].join(' and ')}`];
    }),
  ];
}

/** Routes that the controller manages, in the order in which they are tried; none where the plan needs none. */
export function renderManagedRoutes(plan: ReleasePlan): { readonly name: string }[] {
  const { steps } = plan;
  return [
    ...(steps.some(({ preview }) => preview.length > 0) ? [{ name: PREVIEW_ROUTE }] : []),
    ...(steps.some(({ mirrorPercentage }) => mirrorPercentage > 0) ? [{ name: MIRROR_ROUTE }] : []),
  ];
}

/** The `steps` of a Rollout's canary: what each step of the plan changes, and then its gates. All the rest follows the last one. */
export function renderRolloutSteps(plan: ReleasePlan, analysisOf: (gate: ReleaseGate) => string): object[] {
  const [, ...steps] = plan.steps;
  const released = steps.slice(0, -1);
  return [
    ...released.flatMap((step, at) => [...renderChanges(step, at === 0 ? plan.steps[0] : released[at - 1]), ...renderGates(step.gates, analysisOf)]),
    ...renderRemovals(released.at(-1)),
  ];
}

function renderChanges(step: ReleaseStep, before: ReleaseStep): object[] {
  const scaled = (one: ReleaseStep): boolean => one.weight === 0 && (one.mirrorPercentage > 0 || one.preview.length > 0);
  const previewChanges = step.preview.length > 0 && step.preview !== before.preview && before.preview.length === 0;
  return [
    // Pods of a version without a share of its own would be scaled to none.
    ...(scaled(step) && !(scaled(before) && before.mirrorPercentage === step.mirrorPercentage)
      ? [{ setCanaryScale: step.mirrorPercentage > 0 ? { weight: step.mirrorPercentage } : { replicas: 1 } }]
      : []),
    ...(!scaled(step) && scaled(before) ? [{ setCanaryScale: { matchTrafficWeight: true } }] : []),
    ...(step.weight === 0 || step.weight === before.weight ? [] : [{ setWeight: step.weight }]),
    ...(step.mirrorPercentage === before.mirrorPercentage ? [] : [renderMirror(step.mirrorPercentage)]),
    ...(previewChanges ? [renderPreview(step)] : []),
    ...(step.preview.length === 0 && before.preview.length > 0 ? [{ setHeaderRoute: { name: PREVIEW_ROUTE } }] : []),
  ];
}

function renderRemovals(last: ReleaseStep | undefined): object[] {
  return last !== undefined && last.mirrorPercentage > 0 ? [renderMirror(0)] : [];
}

function renderMirror(percentage: number): object {
  return { setMirrorRoute: { name: MIRROR_ROUTE, ...(percentage > 0 && { percentage, match: [{ path: { prefix: '/' } }] }) } };
}

function renderPreview({ preview }: ReleaseStep): object {
  return {
    setHeaderRoute: {
      name: PREVIEW_ROUTE,
      match: preview.flatMap(({ headers = {} }) => Object.entries(headers)).map(([headerName, match]) => {
        const { how, value } = textMatch(match);
        return { headerName, headerValue: how === 'present' ? { regex: '.*' } : { [how]: value } };
      }),
    },
  };
}

function renderGates(gates: readonly ReleaseGate[], analysisOf: (gate: ReleaseGate) => string): object[] {
  return gates.map((gate) => {
    if (gate.kind === ReleaseGateKind.PAUSE) return { pause: { duration: argoDuration(gate.duration!) } };
    if (gate.kind === ReleaseGateKind.APPROVAL) return { pause: {} };
    const args = [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }];
    return { analysis: { templates: [{ templateName: analysisOf(gate) }], args } };
  });
}

/** A length of time as Argo Rollouts writes it: whole seconds. */
export function argoDuration(duration: Duration): string {
  return `${Math.ceil(duration.toMilliseconds() / 1000)}s`;
}
