import { IConstruct } from 'constructs';
import { shares } from './route-option-kinds';
import { failure, listed } from '../reference/fail';
import { checkArgument } from '../reference/option-kinds';
import { MeshPort } from '../reference/port';
import { WeightedDestination } from '../reference/weighted-destination';

/** Refuses weights with which Envoy would not know what to do: they must be whole, not negative, and add up to 100. */
export function checkWeights(scope: IConstruct, to: readonly WeightedDestination[]): void {
  checkArgument(scope, 'A split', 'to', to, shares);
  if (to.length === 0) {
    throw failure(scope, 'The split has no version', 'Give at least one, such as v1.weight(100)');
  }
  for (const one of to) {
    if (!Number.isInteger(one.weight) || one.weight < 0) {
      throw failure(scope, `The weight ${one.weight} of ${titleOf(one)} is not a whole number from 0 to 100`, 'Give each version its share in percent');
    }
  }
  const names = to.map(titleOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw failure(scope, `${capitalized(twice)} is in the split twice`, 'Give each version one weight');
  }
  const sum = to.reduce((total, one) => total + one.weight, 0);
  if (sum !== 100) {
    throw failure(scope, `The weights ${listed(to.map((one) => one.weight))} add up to ${sum}, not to 100`, 'Change them so that they add up to 100', 'A8');
  }
}

/** Refuses versions of other services, which a split of the service's own traffic between its versions has no place for. */
export function checkOwnVersions(scope: IConstruct, host: string, to: readonly WeightedDestination[]): void {
  checkArgument(scope, 'A split', 'to', to, shares);
  const foreign = to.find((one) => one.host !== host);
  if (foreign !== undefined) {
    throw failure(scope, `${capitalized(titleOf(foreign))} belongs to ${foreign.host}, not to ${host}`, 'Give versions that this service made with addVersion()');
  }
}

/** Refuses copies that are none, or that the percentages of which mean nothing. */
export function checkMirrors(scope: IConstruct, mirrors: readonly WeightedDestination[]): void {
  const wrong = mirrors.find(({ weight }) => !(weight > 0 && weight <= 100));
  if (wrong !== undefined) {
    throw failure(scope, `${wrong.weight} percent of the requests are copied to ${titleOf(wrong)}`, 'Give a number above 0, at most 100, or leave the mirror out');
  }
  const names = mirrors.map(titleOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw failure(scope, `${capitalized(twice)} gets two copies of each request`, 'Name it once');
}

/** Refuses destinations that have no port for what a port of the service carries. */
export function checkDestinationPorts(
  scope: IConstruct, ports: readonly MeshPort[], to: readonly WeightedDestination[], speaks: (port: MeshPort) => boolean,
): void {
  for (const one of to) {
    const fitting = one._place.ports.filter(speaks).map(({ number }) => number);
    const asked = one.port === undefined ? ports.map(({ number }) => number) : [one.port];
    const missing = asked.find((number) => !fitting.includes(number));
    if (missing === undefined || (one.port === undefined && fitting.length === 1 && one._place.ports.length === 1)) continue;
    throw failure(scope, `Traffic for port ${missing} goes to ${titleOf(one)}, whose ports for it are ${listed(fitting)}`,
      'Name one of them, such as other.weight(100, { port: 8080 })');
  }
}

/** How a destination is called in messages. */
export function titleOf({ host, subset }: WeightedDestination): string {
  return subset === undefined ? `service "${host}"` : `version "${subset}"`;
}

function capitalized(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
