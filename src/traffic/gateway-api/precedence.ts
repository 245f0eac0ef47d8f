import { ANY_PATH } from './match';
import { Unsaid } from './unsaid';
import { matchTitle } from '../match-title';
import { PlacedEntry } from '../narrowing';
import { PathMatch, RequestMatch } from '../request-match';
import { TextMatch } from '../text-match';

/** istiod sorts the matches of an HTTPRoute, whatever order they are written in. Where ours is another one, it cannot be said. */
export function orderUnsaid(entries: readonly PlacedEntry[], anyPathIsRegex: boolean): Unsaid[] {
  for (const [at, entry] of entries.entries()) {
    const before = entries.slice(0, at).find(({ match }) => precedes(entry.match, match, anyPathIsRegex) && overlap(entry.match, match));
    if (before !== undefined) {
      return [{
        what: `The match ${matchTitle(before.match)} is to be tried before ${matchTitle(entry.match)}, and an HTTPRoute has no priorities`,
        instead: 'Let what is more specific come first, without a priority',
      }];
    }
  }
  return [];
}

/** Whether a request may fit both matches, and istiod does not say which of them is tried first. */
export function isUndecided(one: RequestMatch, other: RequestMatch): boolean {
  const others = ranksOf(other, false);
  return ranksOf(one, false).every((rank, at) => rank === others[at]) && overlap(one, other);
}

/** Whether istiod tries the one before the other. */
function precedes(one: RequestMatch, other: RequestMatch, anyPathIsRegex: boolean): boolean {
  const [mine, others] = [ranksOf(one, anyPathIsRegex), ranksOf(other, anyPathIsRegex)];
  const at = mine.findIndex((rank, index) => rank !== others[index]);
  return at >= 0 && mine[at] > others[at];
}

function ranksOf({ path, method, headers, queryParams }: RequestMatch, anyPathIsRegex: boolean): number[] {
  const isLast = path === undefined && method === undefined && headers.size + queryParams.size === 0;
  return [
    isLast && !anyPathIsRegex ? 0 : kindOf(path, anyPathIsRegex),
    path?.value.length ?? (anyPathIsRegex ? ANY_PATH.value : '/').length,
    method === undefined ? 0 : 1,
    headers.size,
    queryParams.size,
  ];
}

function kindOf(path: PathMatch | undefined, anyPathIsRegex: boolean): number {
  switch (path?.how) {
    case 'exact': return 3;
    case 'regex': return 1;
    case undefined: return anyPathIsRegex ? 1 : 2;
    default: return 2;
  }
}

/** Whether a request may fit both: no, where their paths, methods or headers exclude each other. */
function overlap(one: RequestMatch, other: RequestMatch): boolean {
  return pathsOverlap(one.path, other.path) && textsOverlap(one.method, other.method)
    && [...one.headers].every(([name, text]) => textsOverlap(text, other.headers.get(name)))
    && [...one.queryParams].every(([name, text]) => textsOverlap(text, other.queryParams.get(name)));
}

function textsOverlap(one: TextMatch | undefined, other: TextMatch | undefined): boolean {
  return one?.how !== 'exact' || other?.how !== 'exact' || one.value === other.value;
}

function pathsOverlap(one: PathMatch | undefined, other: PathMatch | undefined): boolean {
  if (one === undefined || other === undefined || one.how === 'regex' || other.how === 'regex') return true;
  const isBelow = (inner: PathMatch, outer: PathMatch): boolean => inner.value === outer.value || (outer.how !== 'exact' && inner.value.startsWith(`${outer.value}/`));
  return isBelow(one, other) || isBelow(other, one);
}
