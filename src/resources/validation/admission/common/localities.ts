import { entries, given, messages, texts } from './read';
import { Flaw, Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

/** Labels that name a place, by which endpoints are ordered anyway. */
const TOPOLOGY: ReadonlySet<string> = new Set(['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone']);

/** Where traffic goes first, by the place of the endpoints. */
export function checkLocalityLb(setting: JsonObject | null | undefined, hasOutlierDetection: boolean, place: Place, report: Report): void {
  if (!given(setting)) return;
  const distribute = messages(setting.distribute);
  const failover = messages(setting.failover);
  if (distribute.length > 0 && failover.length > 0) {
    report.error(place, setting, 'Traffic is distributed and fails over, both by region', 'Keep "distribute" or "failover"');
    return;
  }
  const priority = texts(setting.failoverPriority);
  const topology = priority.findIndex((label) => TOPOLOGY.has(label));
  if (failover.length > 0 && topology >= 0) {
    report.error(place.at('failoverPriority').at(topology), priority[topology], `${shown(priority[topology])} orders endpoints by place, and so does "failover"`,
      'Remove the label, or "failover"');
    return;
  }
  if (!checkDistribution(distribute, place.at('distribute'), report)) return;
  warnWithoutOutlierDetection(setting, hasOutlierDetection, place, report);
  checkFailover(failover, place.at('failover'), report);
}

/** The same by zones, where regions, zones and subzones are ordered anyway. */
export function checkZoneAwareLb(setting: JsonObject | null | undefined, hasOutlierDetection: boolean, place: Place, report: Report): void {
  if (!given(setting)) return;
  texts(setting.failoverPriority).forEach((label, index) => {
    if (!TOPOLOGY.has(label)) return;
    report.error(place.at('failoverPriority').at(index), label, `${shown(label)} orders endpoints by place, which zone-aware load balancing does itself`,
      'Remove the label');
  });
  warnWithoutOutlierDetection(setting, hasOutlierDetection, place, report);
  checkFailover(messages(setting.failover), place.at('failover'), report);
}

function warnWithoutOutlierDetection(setting: JsonObject, hasOutlierDetection: boolean, place: Place, report: Report): void {
  if (hasOutlierDetection || (messages(setting.failover).length === 0 && texts(setting.failoverPriority).length === 0)) return;
  report.warning(place, setting, 'Nothing says when endpoints count as failed, so traffic never fails over', 'Add "outlierDetection" beside "loadBalancer"');
}

function checkFailover(list: readonly JsonObject[], place: Place, report: Report): void {
  list.forEach(({ from = '', to = '' }, index) => {
    const where = place.at(index);
    if (from === to) report.error(where, { from, to }, `Traffic fails over from ${shown(from)} to itself`, 'Name another region in "to"');
    for (const [field, region] of [['from', from], ['to', to]]) {
      if (/[/*]/.test(region ?? '')) {
        report.error(where.at(field), region, `${shown(region)} is not a region alone`, 'Name one region, without zones and wildcards');
      }
    }
  });
}

/** Whether all weights are sound; where not, Istio looks no further. */
function checkDistribution(list: readonly JsonObject[], place: Place, report: Report): boolean {
  for (let index = 0; index < list.length; index++) {
    const weights = entries<number>(list[index].to);
    const where = place.at(index).at('to');
    const wrong = weights.find(([, weight]) => !(weight > 0 && weight <= 100));
    if (wrong !== undefined) {
      report.error(where.at(wrong[0]), wrong[1], `The weight ${wrong[1] ?? 0} is out of range`, 'Give a number from 1 to 100');
      return false;
    }
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    if (total !== 100) {
      report.error(where, list[index].to, `The weights add up to ${total}`, 'Let them add up to 100');
      return false;
    }
    // A map has no order: what ends in a wildcard is taken first, so that an overlap is always seen.
    const places = weights.map(([name]) => name).sort((one, other) => Number(other.endsWith('*')) - Number(one.endsWith('*')));
    checkPlaces(places, (at) => where.at(places[at]), report);
  }
  const sources = list.map(({ from }) => from ?? '');
  checkPlaces(sources, (at) => place.at(at).at('from'), report);
  return true;
}

/** Places such as `region/zone/subzone`, of which none may hold another. The first that is wrong is told. */
function checkPlaces(names: readonly string[], placeOf: (index: number) => Place, report: Report): void {
  const known = new Map<string, Set<string>>();
  for (let index = 0; index < names.length; index++) {
    const flaw = placeFlaw(names[index], known);
    if (flaw !== undefined) {
      report.error(placeOf(index), names[index], flaw.problem, flaw.fix);
      return;
    }
  }
}

/** `known` holds every place seen so far, under each place that holds it. */
function placeFlaw(name: string, known: Map<string, Set<string>>): Flaw | undefined {
  if (/\*[^]/.test(name)) return { problem: `${shown(name)} has a wildcard that is not at its end`, fix: 'Write it as "region/zone/*"' };
  const overlap = { problem: `${shown(name)} overlaps with a place named before`, fix: 'Name each place once' };
  if (known.has('*')) return overlap;
  const [region, zone, ...rest] = name.split('/');
  const subZone = rest.length > 0 ? rest.join('/') : undefined;
  if ([region, zone, subZone].includes('')) return { problem: `${shown(name)} has an empty part`, fix: 'Write it as "region/zone/subzone"' };
  const zones = known.get(region);
  if (zone === undefined) {
    if (zones !== undefined) return overlap;
    known.set(region, new Set(['*']));
    return undefined;
  }
  const whole = zone === '*' ? '*' : `${zone}/*`;
  const part = subZone === undefined ? whole : `${zone}/${subZone}`;
  if (zones?.has('*') === true || zones?.has(whole) === true || zones?.has(part) === true) return overlap;
  if (subZone === undefined && [...(zones ?? [])].some((other) => other.startsWith(`${zone}/`))) return overlap;
  known.set(region, (zones ?? new Set<string>()).add(part));
  return undefined;
}
