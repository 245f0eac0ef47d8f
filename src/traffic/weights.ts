import { IConstruct } from 'constructs';
import { failure, listed } from '../reference/fail';
import { WeightedDestination } from '../reference/weighted-destination';

/** Refuses weights with which Envoy would not know what to do: they must be whole, not negative, and add up to 100. */
export function checkWeights(scope: IConstruct, host: string, to: readonly WeightedDestination[]): void {
  if (to.length === 0) {
    throw failure(scope, 'The split has no version', 'Give at least one, such as v1.weight(100)');
  }
  for (const one of to) {
    if (one.host !== host) {
      throw failure(scope, `Version "${one.subset}" belongs to ${one.host}, not to ${host}`, 'Give versions that this service made with addVersion()');
    }
    if (!Number.isInteger(one.weight) || one.weight < 0) {
      throw failure(scope, `The weight ${one.weight} of version "${one.subset}" is not a whole number from 0 to 100`, 'Give each version its share in percent');
    }
  }
  const names = to.map((one) => one.subset);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw failure(scope, `Version "${twice}" is in the split twice`, 'Give each version one weight');
  }
  const sum = to.reduce((total, one) => total + one.weight, 0);
  if (sum !== 100) {
    throw failure(scope, `The weights ${listed(to.map((one) => one.weight))} add up to ${sum}, not to 100`, 'Change them so that they add up to 100');
  }
}
