import { canonicalText, PathMatch, RequestMatch } from './request-match';

/** What is put in order: a match, and the priority of its route. */
export interface Ranked {
  readonly match: RequestMatch;
  /** Higher ones stand before lower ones, whatever they match. */
  readonly priority: number;
}

/**
 * The order in which matches are tried, which is that of the Gateway API's HTTPRoute wherever that has one: the higher priority; an
 * exact path, then the longer prefix, then a regular expression, then any path; a method; more headers; more query parameters. After
 * these come what only Istio can ask for, and last the text of the match, so that the order never depends on that of the program.
 */
export function bySpecificity(one: Ranked, other: Ranked): number {
  if (one.priority !== other.priority) return other.priority - one.priority;
  const [ranks, others] = [ranksOf(one.match), ranksOf(other.match)];
  const at = ranks.findIndex((rank, index) => rank !== others[index]);
  if (at >= 0) return others[at] - ranks[at];
  const [text, otherText] = [canonicalText(one.match), canonicalText(other.match)];
  return text === otherText ? 0 : text < otherText ? -1 : 1;
}

/** How specific a match is, by what counts most first. */
function ranksOf(match: RequestMatch): number[] {
  return [
    kindOf(match.path),
    lengthOf(match.path),
    // "/shop/" has one path less than "/shop" in whole segments.
    match.path?.how === 'segments' ? 0 : 1,
    match.method === undefined ? 0 : 1,
    match.headers.size,
    match.queryParams.size,
    match.claims.size + match.withoutHeaders.size,
    match.source === undefined ? 0 : 1 + Object.keys(match.source.sourceLabels).length,
    [match.scheme, match.authority, match.port].filter((given) => given !== undefined).length,
  ];
}

/** A prefix in whole segments counts with the slash behind it: all that it takes, the prefix without one takes, too. */
function lengthOf(path: PathMatch | undefined): number {
  return path === undefined ? 0 : path.value.length + (path.how === 'segments' && !path.value.endsWith('/') ? 1 : 0);
}

function kindOf(path: PathMatch | undefined): number {
  switch (path?.how) {
    case 'exact': return 3;
    case 'prefix': case 'segments': return 2;
    case 'regex': return 1;
    default: return 0;
  }
}
