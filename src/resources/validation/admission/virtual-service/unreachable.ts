import { DistinctMatch, warnOfCoveredPrefixes } from './covered-prefixes';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { chosen, entries, given, messages, texts } from '../common/read';
import { Report } from '../common/report';
import { WAYS } from '../common/string-match';

/** Routes and matches that nothing reaches, since others before them take everything that they would. */
export function warnOfUnreachable(spec: JsonObject, place: Place, report: Report): void {
  warnOfCoveredPrefixes(warnOfRepeats(messages(spec.http), place.at('http'), report), report);
  warnOfRepeats(messages(spec.tcp), place.at('tcp'), report);
  warnOfRepeats(messages(spec.tls), place.at('tls'), report);
}

function titleOf(named: JsonObject, index: number): string {
  return named.name ? shown(named.name) : `${index + 1}`;
}

function warnOfRepeats(routes: readonly JsonObject[], place: Place, report: Report): DistinctMatch[] {
  const distinct: DistinctMatch[] = [];
  // One route with one match hides nothing, and most have no more.
  if (routes.reduce((count, { match }) => count + Math.max(messages(match).length, 1), 0) < 2) return distinct;
  const seen = new Map<string, string>();
  let catchAll: string | undefined;
  routes.forEach((route, index) => {
    const where = place.at(index);
    const routeTitle = titleOf(route, index);
    const matches = messages(route.match);
    if (matches.length === 0) {
      if (catchAll !== undefined) {
        report.warning(where, undefined, `Route ${routeTitle} is never reached, since route ${catchAll} takes everything`, 'Give the earlier one a match, or remove one of them');
      }
      catchAll = routeTitle;
      return;
    }
    let repeated = 0;
    matches.forEach((match, at) => {
      const spot = where.at('match').at(at);
      const title = titleOf(match, at);
      if (catchAll !== undefined) {
        report.warning(spot, undefined, `Match ${title} of route ${routeTitle} is never reached, since route ${catchAll} takes everything`, 'Put the route without matches last');
        return;
      }
      const key = keyOf(match);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, routeTitle);
        distinct.push({ match, title, routeTitle, place: spot });
        return;
      }
      repeated++;
      report.warning(spot, undefined, `Match ${title} of route ${routeTitle} is never reached, since route ${earlier} has the same`, 'Remove one of them');
    });
    if (repeated === matches.length) {
      report.warning(where, undefined, `Route ${routeTitle} is never reached, since routes before it have all of its matches`, 'Remove it');
    }
  });
  return distinct;
}

const MATCHES: ReadonlySet<string> = new Set(['uri', 'scheme', 'method', 'authority']);
const MAPS_OF_MATCHES: ReadonlySet<string> = new Set(['headers', 'withoutHeaders', 'queryParams']);

/** A match as text that is the same for all matches of the same meaning. Its name means nothing. */
function keyOf(match: JsonObject): string {
  const fields = Object.keys(match).filter((field) => field !== 'name').sort();
  return JSON.stringify(fields.map((field) => [field, meaningOf(field, match[field])]).filter(([, meaning]) => meaning !== undefined));
}

/** What a field says; undefined where it says what holds anyway. */
function meaningOf(field: string, value: any): unknown {
  if (!given(value)) return undefined;
  if (MATCHES.has(field)) return meaningOfMatch(value);
  if (Array.isArray(value)) return value.length === 0 ? undefined : texts(value);
  if (typeof value !== 'object') return value || undefined;
  const pairs = entries(value).map(([key, item]) => [key, MAPS_OF_MATCHES.has(field) ? meaningOfMatch(item) : item ?? '']);
  return pairs.length === 0 ? undefined : pairs.sort(([one], [other]) => (one < other ? -1 : 1));
}

function meaningOfMatch(match: JsonObject | null): string[] {
  const way = chosen(match, WAYS);
  return way === undefined ? [] : [way, match![way]];
}
