import { renderPaths } from './path-match';
import { textMatch, valueMatch } from './text-match';
import { Unsaid } from './unsaid';
import { StringMatch } from '../../resources';
import { HeaderMatchType, HTTPMethod, HTTPRouteMatch, QueryParamMatchType } from '../../resources/gateway-api';
import { HttpMatch } from '../http-match';

/** The matches of a route as an HTTPRoute spells them: any of them. One without a condition takes every request, none of them none. */
export function renderHttpMatches(matches: readonly HttpMatch[], pathPrefixes?: readonly string[]): HTTPRouteMatch[] {
  return matches.flatMap((match) => renderPaths(match.path, pathPrefixes).map((path) => ({
    ...(path && { path }),
    ...(match.method && { method: methodOf(match.method) }),
    ...named('headers', match.headers, (name, isRegex, value) => ({ name, ...(isRegex && { type: HeaderMatchType.REGULAR_EXPRESSION }), value })),
    ...named('queryParams', match.queryParams, (name, isRegex, value) => ({ name, ...(isRegex && { type: QueryParamMatchType.REGULAR_EXPRESSION }), value })),
  })));
}

/** The parts of a match that Istio alone compares. */
const FOREIGN = ['withoutHeaders', 'claims', 'sources', 'port', 'scheme', 'authority', 'ignoreUriCase'] as const;

/** What of a match has no field in the Gateway API. */
export function fieldsUnsaid(kind: string, match: HttpMatch): Unsaid[] {
  return FOREIGN.filter((field) => match[field] !== undefined).map((field) => ({ what: `${kind} of the Gateway API has no field for "${field}" of a match` }));
}

/** What of a method an HTTPRoute cannot say: it takes one of HTTP's own. */
export function methodUnsaid(method: StringMatch | undefined): Unsaid[] {
  if (method === undefined || methodOf(method) !== undefined) return [];
  const { how = 'any', value } = textMatch(method);
  return [{
    what: `The ${how} match of the method${value === '' ? '' : ` with "${value}"`} is none that an HTTPRoute takes`,
    instead: `Give a match for each method, of ${Object.values(HTTPMethod).join(', ')}`,
  }];
}

function methodOf(method: StringMatch): HTTPMethod | undefined {
  const { how, value } = textMatch(method);
  return how === 'exact' ? Object.values(HTTPMethod).find((one) => one === value) : undefined;
}

function named<T>(
  field: string, matches: { readonly [name: string]: StringMatch } | undefined, print: (name: string, isRegex: boolean, value: string) => T,
): Record<string, T[]> {
  const entries = Object.entries(matches ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  if (entries.length === 0) return {};
  return {
    [field]: entries.map(([name, match]) => {
      const { isRegex, value } = valueMatch(match);
      return print(name, isRegex, value);
    }),
  };
}
