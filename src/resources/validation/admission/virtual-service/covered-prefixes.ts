import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { chosen, entries } from '../common/read';
import { Report } from '../common/report';
import { WAYS } from '../common/string-match';

/** A match of a route that has not been seen before it. */
export interface DistinctMatch {
  readonly match: JsonObject;
  /** How the match and its route are called in messages. */
  readonly title: string;
  readonly routeTitle: string;
  readonly place: Place;
}

/** What is compared of a match by the prefix of its path. */
interface PrefixMatch {
  readonly of: DistinctMatch;
  readonly prefix: string;
  readonly port: number;
  readonly method: string;
  readonly authority: string;
  readonly maps: readonly ReadonlyMap<string, string>[];
}

/** How a text is compared, as text; empty for regular expressions, which are not looked at. */
function comparison(match: JsonObject | null | undefined): string {
  const way = chosen(match, WAYS);
  return way === undefined || way === 'regex' || match![way] === '' ? '' : `${way}:${match![way]}`;
}

function comparisons(map: Readonly<Record<string, JsonObject>> | null | undefined): ReadonlyMap<string, string> {
  return new Map(entries(map).map(([name, match]) => [name, comparison(match)]));
}

function prefixMatch(of: DistinctMatch): PrefixMatch | undefined {
  const { match } = of;
  if (chosen(match.uri, WAYS) !== 'prefix' || match.uri.prefix === '') return undefined;
  return {
    of,
    prefix: match.uri.prefix,
    port: match.port ?? 0,
    method: comparison(match.method) || 'exact:GET',
    authority: comparison(match.authority),
    maps: [match.headers, match.queryParams, match.withoutHeaders].map(comparisons),
  };
}

/** Whether Istio holds that the earlier match takes all that the later one would. */
function covers(earlier: PrefixMatch, later: PrefixMatch): boolean {
  return later.prefix.startsWith(earlier.prefix)
    && earlier.port === later.port
    && earlier.method.startsWith(later.method)
    && earlier.authority.startsWith(later.authority)
    && earlier.maps.every((map, index) => {
      const other = later.maps[index];
      return map.size === other.size && [...map].every(([name, value]) => other.has(name) && value.startsWith(other.get(name)!));
    });
}

/** Matches by the prefix of a path, after one by a shorter prefix of it. */
export function warnOfCoveredPrefixes(matches: readonly DistinctMatch[], report: Report): void {
  const all = matches.map(prefixMatch).filter((match) => match !== undefined);
  all.forEach((earlier, index) => {
    for (let next = index + 1; next < all.length; next++) {
      const later = all[next];
      if (earlier.prefix === later.prefix || !covers(earlier, later)) continue;
      report.warning(later.of.place.at('uri').at('prefix'), later.prefix,
        `Match ${later.of.title} of route ${later.of.routeTitle}, ${shown(later.prefix)}, is never reached, since route ${earlier.of.routeTitle} takes ${shown(earlier.prefix)}`,
        'Put the longer prefix first');
    }
  });
}
