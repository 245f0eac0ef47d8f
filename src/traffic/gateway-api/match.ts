import { textValue } from './text-value';
import { Unsaid } from './unsaid';
import { HeaderMatchType, HTTPMethod, HTTPPathMatch, HTTPRouteMatch, PathMatchType, QueryParamMatchType } from '../../resources/gateway-api';
import { NamedMatches, PathMatch, RequestMatch } from '../request-match';
import { TextMatch } from '../text-match';

/** How a path is written that nothing is asked of: left out, or as an expression, which istiod tries after other ones. */
export const ANY_PATH = { type: PathMatchType.REGULAR_EXPRESSION, value: '/.*' } as const;

/** A match as an HTTPRoute spells it; without any condition, it takes every request. */
export function renderHttpMatch({ path, method, headers, queryParams }: RequestMatch, anyPath?: HTTPPathMatch): HTTPRouteMatch {
  const written = path === undefined ? anyPath : pathMatch(path);
  return {
    ...(written && { path: written }),
    ...(method && { method: methodOf(method) }),
    ...(headers.size > 0 && {
      headers: sorted(headers).map(([name, { isRegex, value }]) => ({ name, ...(isRegex && { type: HeaderMatchType.REGULAR_EXPRESSION }), value })),
    }),
    ...(queryParams.size > 0 && {
      queryParams: sorted(queryParams).map(([name, { isRegex, value }]) => (
        { name, ...(isRegex && { type: QueryParamMatchType.REGULAR_EXPRESSION }), value })),
    }),
  };
}

/** What of a match an HTTPRoute cannot say. */
export function httpMatchUnsaid(match: RequestMatch): Unsaid[] {
  const { path, method } = match;
  return [
    ...foreignUnsaid('An HTTPRoute', match),
    ...(path === undefined ? [] : pathUnsaid(path)),
    ...(method === undefined || methodOf(method) !== undefined ? [] : [{
      what: `The ${method.how} match of the method${method.value === '' ? '' : ` with "${method.value}"`} is none that an HTTPRoute takes`,
      instead: `Give a match for each method, of ${Object.values(HTTPMethod).join(', ')}`,
    }]),
    ...namedUnsaid('header', match.headers), ...namedUnsaid('parameter', match.queryParams),
  ];
}

/** What Istio alone compares. */
export function foreignUnsaid(kind: string, match: RequestMatch): Unsaid[] {
  const fields = {
    withoutHeaders: match.withoutHeaders.size > 0,
    claims: match.claims.size > 0,
    sources: match.source !== undefined,
    scheme: match.scheme !== undefined,
    authority: match.authority !== undefined,
    ignoreUriCase: match.path?.ignoreCase ?? false,
  };
  return Object.entries(fields).filter(([, given]) => given).map(([field]) => ({ what: `${kind} of the Gateway API has no field for "${field}" of a match` }));
}

/** Names and values that are none for the Gateway API. */
export function namedUnsaid(what: string, matches: NamedMatches): Unsaid[] {
  return [...matches].flatMap(([name, text]) => {
    const { value } = textValue(text);
    if (name === ':path') return [{ what: 'A path expression cannot be kept below the paths that are exposed', instead: 'Expose the service for every path' }];
    if (!/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/.test(name)) return [{ what: `"${name}" is no name of a ${what} for the Gateway API` }];
    return value.length <= 4096 ? [] : [{ what: `The value of the ${what} "${name}" has ${value.length} characters, and the Gateway API takes 4096` }];
  });
}

function pathUnsaid({ how, value }: PathMatch): Unsaid[] {
  if (how === 'prefix') {
    return [{
      what: `The path prefix "${value}" takes "${value}x" too, and an HTTPRoute compares whole segments`,
      instead: `Ask for whole segments with pathPrefix: "${value.replace(/(.)\/$/, '$1')}"`,
    }];
  }
  if (how !== 'regex' && !PATH.test(value)) {
    return [{ what: `The path "${value}" is none that an HTTPRoute compares with`, instead: 'Give a path that begins with "/", in its normal form' }];
  }
  return [];
}

/** A path without empty segments, dots as segments, or slashes in disguise. */
const PATH = /^(?!.*(?:\/\/|\/\.{1,2}(?:\/|$)|%2[fF]))\/(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

const TYPES: Readonly<Record<PathMatch['how'], PathMatchType>> = {
  exact: PathMatchType.EXACT,
  segments: PathMatchType.PATH_PREFIX,
  prefix: PathMatchType.PATH_PREFIX,
  regex: PathMatchType.REGULAR_EXPRESSION,
  present: PathMatchType.PATH_PREFIX,
};

function pathMatch({ how, value }: PathMatch): HTTPPathMatch {
  return { type: TYPES[how], value };
}

function methodOf({ how, value }: TextMatch): HTTPMethod | undefined {
  return how === 'exact' ? Object.values(HTTPMethod).find((one) => one === value) : undefined;
}

/** Comparisons by name, in the order of the names. */
function sorted(matches: NamedMatches): [string, ReturnType<typeof textValue>][] {
  return [...matches].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, text]) => [name, textValue(text)]);
}
