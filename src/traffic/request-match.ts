import { HttpMatch } from './http-match';
import { IRouteSource } from './route-source';
import { Comparison, includes, renderTextMatch, TextMatch, textMatch } from './text-match';
import { StringMatch } from '../resources/virtual-service.generated';

/** How a path is compared. `segments` is a prefix in whole segments: `/shop` and what is below it, and not `/shopping`. */
export interface PathMatch {
  readonly how: Comparison | 'segments';
  readonly value: string;
  /** Whether case is set aside, in all but regular expressions. */
  readonly ignoreCase: boolean;
}

/** Comparisons by name. */
export type NamedMatches = ReadonlyMap<string, TextMatch>;

/**
 * One alternative of a route's matches as a plain value, with a single caller. All that is given must hold; a path by the prefix "/"
 * is any path, and is not given.
 */
export interface RequestMatch {
  readonly path?: PathMatch;
  readonly method?: TextMatch;
  readonly headers: NamedMatches;
  readonly queryParams: NamedMatches;
  readonly withoutHeaders: NamedMatches;
  /** Claims of the request's token, by their names; only gateways know them. */
  readonly claims: NamedMatches;
  readonly scheme?: TextMatch;
  readonly authority?: TextMatch;
  /** Port of the service. */
  readonly port?: number;
  /** Who sends the request; only sidecars know. */
  readonly source?: IRouteSource;
}

const NONE: NamedMatches = new Map();

/** Every request. */
export const ANY_REQUEST: RequestMatch = { headers: NONE, queryParams: NONE, withoutHeaders: NONE, claims: NONE };

/** The alternatives that a match of a route stands for: one for each of its sources. */
export function requestMatches(match: HttpMatch): RequestMatch[] {
  const one: RequestMatch = {
    path: pathMatch(match),
    method: optional(match.method),
    headers: named(match.headers, lowerCase),
    queryParams: named(match.queryParams),
    withoutHeaders: named(match.withoutHeaders, lowerCase),
    claims: named(match.claims, claimName),
    scheme: optional(match.scheme),
    authority: optional(match.authority),
    port: match.port,
  };
  return match.sources === undefined ? [one] : match.sources.map((source) => ({ ...one, source }));
}

/** A match as text that is the same for all matches of the same meaning. */
export function canonicalText(match: RequestMatch): string {
  return JSON.stringify([
    match.path ?? null, match.method ?? null, sorted(match.headers), sorted(match.queryParams), sorted(match.withoutHeaders), sorted(match.claims),
    match.scheme ?? null, match.authority ?? null, match.port ?? 0,
    match.source === undefined ? null : [match.source.sourceNamespace, Object.entries(match.source.sourceLabels).sort(byName)],
  ]);
}

/** Whether every request that fits the inner match is known to fit the outer one. */
export function covers(outer: RequestMatch, inner: RequestMatch): boolean {
  return coversPath(outer.path, inner.path)
    && coversText(outer.method, inner.method) && coversText(outer.scheme, inner.scheme) && coversText(outer.authority, inner.authority)
    && coversNamed(outer.headers, inner.headers) && coversNamed(outer.queryParams, inner.queryParams) && coversNamed(outer.claims, inner.claims)
    // Turned around: who shuts out more lets fewer through.
    && [...outer.withoutHeaders].every(([name, text]) => {
      const other = inner.withoutHeaders.get(name);
      return other !== undefined && includes(other, text);
    })
    && (outer.port === undefined || outer.port === inner.port)
    && coversSource(outer.source, inner.source);
}

/** The match as a VirtualService spells it: more than one where a path is compared in whole segments. */
export function renderRequestMatch(match: RequestMatch): Record<string, unknown>[] {
  const { source } = match;
  const rest = {
    ...(match.path?.ignoreCase && { ignoreUriCase: true }),
    ...(match.method && { method: renderTextMatch(match.method) }),
    ...renderNamed('headers', new Map([...match.headers, ...[...match.claims].map(([name, text]): [string, TextMatch] => [claimHeader(name), text])])),
    ...renderNamed('queryParams', match.queryParams),
    ...renderNamed('withoutHeaders', match.withoutHeaders),
    ...(match.scheme && { scheme: renderTextMatch(match.scheme) }),
    ...(match.authority && { authority: renderTextMatch(match.authority) }),
    ...(match.port !== undefined && { port: match.port }),
    ...(source && { sourceNamespace: source.sourceNamespace }),
    ...(source && Object.keys(source.sourceLabels).length > 0 && { sourceLabels: { ...source.sourceLabels } }),
  };
  return renderPath(match.path).map((uri) => ({ ...(uri && { uri }), ...rest }));
}

function renderPath(path: PathMatch | undefined): (Record<string, string> | undefined)[] {
  if (path === undefined) return [undefined];
  if (path.how === 'segments') return [{ exact: path.value }, { prefix: `${path.value}/` }];
  return [renderTextMatch({ how: path.how, value: path.value })];
}

/** How a match of headers names a claim; brackets keep dots in names of claims apart from steps into them. */
function claimHeader(name: string): string {
  return `@request.auth.claims${name.startsWith('[') ? name : `[${name}]`}`;
}

function renderNamed(field: string, matches: NamedMatches): Record<string, unknown> {
  return matches.size === 0 ? {} : { [field]: Object.fromEntries([...matches].map(([name, text]) => [name, renderTextMatch(text)])) };
}

function pathMatch({ path, pathPrefix, ignoreUriCase }: HttpMatch): PathMatch | undefined {
  if (pathPrefix !== undefined && pathPrefix !== '/') return { how: 'segments', value: pathPrefix, ignoreCase: ignoreUriCase ?? false };
  if (path === undefined) return undefined;
  const { how, value } = textMatch(path);
  // A match without a comparison, and the prefix of all paths, ask for nothing.
  if (how === 'present' || (how === 'prefix' && value === '/')) return undefined;
  return { how, value, ignoreCase: how !== 'regex' && (ignoreUriCase ?? false) };
}

function optional(match: StringMatch | undefined): TextMatch | undefined {
  return match && textMatch(match);
}

/** The comparisons of a map, each under the spelling of its name that stands for all spellings of it. */
function named(matches: { readonly [name: string]: StringMatch } | undefined, spelled = (name: string): string => name): NamedMatches {
  return new Map(Object.entries(matches ?? {}).map(([name, match]) => [spelled(name), textMatch(match)]));
}

/** Names of headers, which are the same to HTTP in either case, and which Istio wants in lower case. */
const lowerCase = (name: string): string => name.toLowerCase();

/** A claim that lies in no other needs no brackets. */
const claimName = (name: string): string => /^\[([^[\]]+)\]$/.exec(name)?.[1] ?? name;

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

function sorted(matches: NamedMatches): [string, TextMatch][] {
  return [...matches].sort(byName);
}

/** Whether the outer comparison takes every text that the inner one takes. */
export function coversText(outer: TextMatch | undefined, inner: TextMatch | undefined): boolean {
  return outer === undefined || (inner !== undefined && includes(outer, inner));
}

function coversNamed(outer: NamedMatches, inner: NamedMatches): boolean {
  return [...outer].every(([name, text]) => coversText(text, inner.get(name)));
}

/** Whether the outer comparison takes every path that the inner one takes. */
export function coversPath(outer: PathMatch | undefined, inner: PathMatch | undefined): boolean {
  if (outer === undefined) return true;
  if (inner === undefined || (inner.ignoreCase && !outer.ignoreCase)) return false;
  const folded = (path: PathMatch): string => (outer.ignoreCase ? path.value.toLowerCase() : path.value);
  const [wide, narrow] = [folded(outer), folded(inner)];
  if (inner.how === 'regex' || outer.how === 'regex') return outer.how === inner.how && outer.value === inner.value;
  switch (outer.how) {
    case 'exact': return inner.how === 'exact' && wide === narrow;
    case 'segments': return (narrow === wide && inner.how !== 'prefix') || narrow.startsWith(`${wide}/`);
    default: return narrow.startsWith(wide);
  }
}

/** Whether the outer callers are all of the inner ones, and perhaps more. */
export function coversSource(outer: IRouteSource | undefined, inner: IRouteSource | undefined): boolean {
  return outer === undefined || (inner !== undefined && outer.sourceNamespace === inner.sourceNamespace
    && Object.entries(outer.sourceLabels).every(([name, value]) => inner.sourceLabels[name] === value));
}
