import { argoDuration } from './argo-steps';
import { ReleaseGate, ReleaseGateKind } from './gate';

/** Where the figures of the new version are found. */
export interface AnalysisPlace {
  /** Name of the Rollout, with which the names of its pods begin. */
  readonly rollout: string;
  readonly namespace: string;
  /** URL of Prometheus. */
  readonly address: string;
}

/**
 * The spec of an AnalysisTemplate for a gate. Only the names of pods tell the new version from the stable one: both have the same
 * workload and the same labels, save the hash that the controller gives to the pods of each.
 */
export function renderAnalysis(gate: ReleaseGate, place: AnalysisPlace): object {
  const isRate = gate.kind === ReleaseGateKind.SUCCESS_RATE;
  return {
    args: [{ name: 'canary-hash' }],
    metrics: [{
      name: gate.kind,
      interval: argoDuration(gate.interval),
      count: gate.count,
      // Without an answer there is no result, and so no success.
      successCondition: isRate ? `result[0] >= ${gate.minimum! / 100}` : `result[0] <= ${gate.duration!.toMilliseconds()}`,
      provider: { prometheus: { address: place.address, query: isRate ? successRate(gate, place) : latency(gate, place) } },
    }],
  };
}

function selector({ rollout, namespace }: AnalysisPlace, ...more: string[]): string {
  return ['reporter="destination"', `destination_workload_namespace="${namespace}"`, `pod=~"${rollout}-{{args.canary-hash}}-.*"`, ...more].join(',');
}

function successRate(gate: ReleaseGate, place: AnalysisPlace): string {
  const rate = (...more: string[]): string => `sum(rate(istio_requests_total{${selector(place, ...more)}}[${argoDuration(gate.interval)}]))`;
  return `${rate('response_code!~"5.*"')} / ${rate()}`;
}

function latency(gate: ReleaseGate, place: AnalysisPlace): string {
  return `histogram_quantile(0.99, sum(rate(istio_request_duration_milliseconds_bucket{${selector(place)}}[${argoDuration(gate.interval)}])) by (le))`;
}
