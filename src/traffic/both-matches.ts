import { coversPath, coversSource, coversText, NamedMatches, RequestMatch } from './request-match';
import { TextMatch } from './text-match';

/** What two comparisons come to: one that takes what both take; undefined where there is no such thing. */
interface Common<T> {
  readonly value?: T;
}

/**
 * The match for requests that fit both; undefined where there are none, and where no single match says it, as with two expressions for
 * the same text.
 */
export function bothMatches(one: RequestMatch, other: RequestMatch): RequestMatch | undefined {
  const path = narrower(one.path, other.path, coversPath);
  const method = narrower(one.method, other.method, coversText);
  const scheme = narrower(one.scheme, other.scheme, coversText);
  const authority = narrower(one.authority, other.authority, coversText);
  const port = narrower(one.port, other.port, (outer, inner) => outer === inner);
  const source = narrower(one.source, other.source, coversSource);
  const headers = narrowerNamed(one.headers, other.headers);
  const queryParams = narrowerNamed(one.queryParams, other.queryParams);
  const claims = narrowerNamed(one.claims, other.claims);
  const withoutHeaders = same(one.withoutHeaders, other.withoutHeaders);
  if (!path || !method || !scheme || !authority || !port || !source || !headers || !queryParams || !claims || !withoutHeaders) return undefined;
  return {
    path: path.value,
    method: method.value,
    scheme: scheme.value,
    authority: authority.value,
    port: port.value,
    source: source.value,
    headers,
    queryParams,
    claims,
    withoutHeaders,
  };
}

function narrower<T>(one: T | undefined, other: T | undefined, covers: (outer: T, inner: T) => boolean): Common<T> | undefined {
  if (one === undefined || other === undefined) return { value: one ?? other };
  if (covers(one, other)) return { value: other };
  return covers(other, one) ? { value: one } : undefined;
}

function narrowerNamed(one: NamedMatches, other: NamedMatches): NamedMatches | undefined {
  const all = new Map(one);
  for (const [name, text] of other) {
    const common = narrower<TextMatch>(one.get(name), text, coversText);
    if (common?.value === undefined) return undefined;
    all.set(name, common.value);
  }
  return all;
}

/** What must not be there adds up, unless two things are said of the same name. */
function same(one: NamedMatches, other: NamedMatches): NamedMatches | undefined {
  const differs = [...other].some(([name, text]) => {
    const mine = one.get(name);
    return mine !== undefined && (mine.how !== text.how || mine.value !== text.value);
  });
  return differs ? undefined : new Map([...one, ...other]);
}
