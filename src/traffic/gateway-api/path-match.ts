import { textMatch } from './text-match';
import { Unsaid } from './unsaid';
import { StringMatch } from '../../resources';
import { HTTPPathMatch, PathMatchType } from '../../resources/gateway-api';

/** Paths of a route as an HTTPRoute compares them, limited to those below some prefixes; undefined for every path. */
export function renderPaths(path: StringMatch | undefined, prefixes: readonly string[] | undefined): (HTTPPathMatch | undefined)[] {
  const own = path && pathMatch(path);
  if (own === undefined) return prefixes?.map((value) => ({ type: PathMatchType.PATH_PREFIX, value })) ?? [undefined];
  if (prefixes === undefined) return [own];
  return prefixes.some((prefix) => isBelow(own.value ?? '/', prefix)) ? [own] : [];
}

/** What of the path an HTTPRoute cannot say. */
export function pathUnsaid(path: StringMatch | undefined, prefixes: readonly string[] | undefined): Unsaid[] {
  if (path === undefined) return [];
  const { how, value } = textMatch(path);
  if (how === 'prefix' && value !== '/') {
    return [{
      what: `The path prefix "${value}" takes "${value}x" too, and an HTTPRoute compares whole segments`,
      instead: 'Match the path exactly, or by an expression',
    }];
  }
  if (how === 'exact' && !PATH.test(value)) {
    return [{ what: `The path "${value}" is none that an HTTPRoute compares with`, instead: 'Give a path that begins with "/", in its normal form' }];
  }
  if (how === 'regex' && prefixes !== undefined) {
    return [{ what: `Whether the path expression "${value}" stays below ${prefixes.join(', ')} cannot be said`, instead: 'Expose the service for every path' }];
  }
  return [];
}

/** A path without empty segments, dots as segments, or slashes in disguise. */
const PATH = /^(?!.*(?:\/\/|\/\.{1,2}(?:\/|$)|%2[fF]))\/(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

function pathMatch(path: StringMatch): HTTPPathMatch | undefined {
  const { how, value } = textMatch(path);
  if (how === undefined || how === 'prefix') return undefined;
  return { type: how === 'exact' ? PathMatchType.EXACT : PathMatchType.REGULAR_EXPRESSION, value };
}

/** Whether a path lies below a prefix of whole segments. */
function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
