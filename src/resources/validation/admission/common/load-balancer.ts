import { checkDuration } from './durations';
import { checkLocalityLb, checkZoneAwareLb } from './localities';
import { chosen, given, messages } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const HASH_KEYS = ['httpHeaderName', 'httpCookie', 'useSourceIp', 'httpQueryParameterName'] as const;
/** Envoy's own limit of a Maglev table. */
const TABLE_LIMIT = 5_000_011;

/** How an endpoint is chosen. */
export function checkLoadBalancer(balancer: JsonObject | null | undefined, hasOutlierDetection: boolean, place: Place, report: Report): void {
  if (!given(balancer)) return;
  if (given(balancer.consistentHash)) checkConsistentHash(balancer.consistentHash, place.at('consistentHash'), report);
  if (given(balancer.localityLbSetting) && given(balancer.zoneAwareLbSetting)) {
    report.error(place, balancer, 'Load balancing is by locality and by zones', 'Keep "localityLbSetting" or "zoneAwareLbSetting"');
  }
  checkLocalityLb(balancer.localityLbSetting, hasOutlierDetection, place.at('localityLbSetting'), report);
  checkZoneAwareLb(balancer.zoneAwareLbSetting, hasOutlierDetection, place.at('zoneAwareLbSetting'), report);
  if (given(balancer.warmup)) checkWarmup(balancer.warmup, place.at('warmup'), report);
}

function checkConsistentHash(hash: JsonObject, place: Place, report: Report): void {
  if (chosen(hash, HASH_KEYS) === 'httpCookie') checkCookie(hash.httpCookie, place.at('httpCookie'), report);
  if (Number(hash.minimumRingSize ?? 0) !== 0) {
    report.warning(place.at('minimumRingSize'), hash.minimumRingSize, '"minimumRingSize" is deprecated', 'Use "ringHash.minimumRingSize"');
    if (given(hash.ringHash) || given(hash.maglev)) {
      report.error(place.at('minimumRingSize'), hash.minimumRingSize, 'The size of the ring is given beside "ringHash" or "maglev"', 'Remove "minimumRingSize"');
    }
  }
  if (chosen(hash, ['ringHash', 'maglev']) === 'maglev') checkMaglev(hash.maglev, place.at('maglev').at('tableSize'), report);
}

function checkCookie(cookie: JsonObject, place: Place, report: Report): void {
  if (!cookie.name) report.error(place.at('name'), cookie.name, 'The cookie has no name', 'Give one, such as "user"');
  const names = new Set<string>();
  messages(cookie.attributes).forEach(({ name }, index) => {
    const where = place.at('attributes').at(index).at('name');
    if (!name) report.error(where, name, 'The attribute of the cookie has no name', 'Give one, such as "SameSite"');
    else if (names.has(name)) report.error(where, name, `The cookie has the attribute ${shown(name)} twice`, 'Give each attribute once');
    names.add(name);
  });
}

function checkMaglev(maglev: JsonObject, place: Place, report: Report): void {
  const size = Number(maglev.tableSize ?? 0);
  if (size >= TABLE_LIMIT || !isPrime(size)) {
    report.error(place, maglev.tableSize, size === 0 ? 'The Maglev table has no size' : `The Maglev table cannot have ${size} entries`,
      `Give a prime number below ${TABLE_LIMIT}, such as 65537`);
  }
}

/** Envoy takes 1 for a prime number. */
function isPrime(number: number): boolean {
  if (number < 4) return number > 0;
  if (number % 2 === 0) return false;
  for (let factor = 3; factor * factor <= number; factor += 2) {
    if (number % factor === 0) return false;
  }
  return true;
}

function checkWarmup(warmup: JsonObject, place: Place, report: Report): void {
  if (given(warmup.duration)) checkDuration(warmup.duration, place.at('duration'), report);
  else report.error(place.at('duration'), undefined, 'The warm-up has no duration', 'Give one, such as "30s"');
  if (warmup.minimumPercent > 100) {
    report.error(place.at('minimumPercent'), warmup.minimumPercent, `${warmup.minimumPercent} is not a percentage`, 'Give a number from 0 to 100');
  }
  if (warmup.aggression <= 0 && given(warmup.aggression)) {
    report.error(place.at('aggression'), warmup.aggression, `The aggression of the warm-up is ${warmup.aggression}`, 'Give a number above 0, such as 1');
  }
}
