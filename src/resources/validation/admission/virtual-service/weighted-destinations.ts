import { JsonObject } from '../../../../reference/json';
import { Place } from '../../findings';
import { checkDestination } from '../common/destinations';
import { given } from '../common/read';
import { Report } from '../common/report';

/** The sum as Istio has it, in 32 bits. */
function sum32(one: number, other: number): number {
  return Number(BigInt.asIntN(32, BigInt(one + other)));
}

/** Destinations with their shares of the traffic. */
export function checkWeightedDestinations(destinations: readonly JsonObject[], derived: boolean, place: Place, report: Report): void {
  let total = 0;
  destinations.forEach(({ destination, weight = 0 }, index) => {
    const where = place.at(index);
    if (!given(destination)) report.error(where.at('destination'), undefined, 'The route leads nowhere', 'Give "destination"');
    else if (!derived) checkDestination(destination, where.at('destination'), report);
    if (weight < 0) report.error(where.at('weight'), weight, `The weight ${weight} is less than 0`, 'Give 0 or more');
    total = sum32(total, weight ?? 0);
  });
  if (destinations.length > 1 && total === 0) {
    report.error(place, destinations, `The weights of ${destinations.length} destinations add up to 0`, 'Give at least one of them a weight above 0');
  }
}
