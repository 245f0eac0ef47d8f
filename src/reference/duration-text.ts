import { Duration } from 'cdk8s';

/** A duration in the form that Istio reads: whole seconds where it is whole seconds, else milliseconds. */
export function durationText(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
