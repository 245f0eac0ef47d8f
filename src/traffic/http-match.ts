import { IConstruct } from 'constructs';
import { IRouteSource } from './route-source';
import { failure } from '../reference/fail';
import { StringMatch } from '../resources/virtual-service.generated';

/**
 * Which requests a route takes. Everything that is given must hold; give several matches to a route for "any of them".
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 */
export interface HttpMatch {
  /**
   * Path of the request (`uri`), without its query.
   *
   * @default any path
   */
  readonly path?: StringMatch;
  /**
   * What the path begins with, in whole segments, instead of `path`: "/shop" takes "/shop" and "/shop/cart", and not "/shopping". A
   * VirtualService compares twice, exactly and by the prefix "/shop/"; an HTTPRoute has `PathPrefix` for it.
   *
   * @default any path
   */
  readonly pathPrefix?: string;
  /**
   * Whether upper and lower case are the same in the path (`ignoreUriCase`). A regular expression says `(?i)` itself.
   *
   * @default false
   */
  readonly ignoreUriCase?: boolean;
  /**
   * Method of the request.
   *
   * @default any method
   */
  readonly method?: StringMatch;
  /**
   * Request headers by name. `StringMatch.of()` asks only that the header is there.
   *
   * @default any headers
   */
  readonly headers?: { readonly [name: string]: StringMatch };
  /**
   * Request headers by name that must not fit (`withoutHeaders`). `StringMatch.of()` asks that the header is not there.
   *
   * @default nothing is shut out
   */
  readonly withoutHeaders?: { readonly [name: string]: StringMatch };
  /**
   * Parameters of the query by name (`queryParams`). `StringMatch.of()` asks only that the parameter is there.
   *
   * @default any parameters
   */
  readonly queryParams?: { readonly [name: string]: StringMatch };
  /**
   * Claims of the request's token by name (`headers` whose names begin with `@request.auth.claims`), one of which must fit where a
   * claim is a list. A claim within a claim is `[outer][inner]`. Only gateways know claims, so such a match does not count inside the mesh.
   *
   * @default any token, or none
   */
  readonly claims?: { readonly [name: string]: StringMatch };
  /**
   * Number of the service's port on which the request is sent.
   *
   * @default every HTTP port of the service
   */
  readonly port?: number;
  /**
   * Who sends the request, any of them (`sourceNamespace` and `sourceLabels`): services, or namespaces. Only sidecars know, so such a
   * match does not count at gateways.
   *
   * @default anybody
   */
  readonly sources?: IRouteSource[];
  /**
   * Scheme of the request.
   *
   * @default any scheme
   */
  readonly scheme?: StringMatch;
  /**
   * Host as the request names it (`authority`), with its port where it has one.
   *
   * @default any host
   */
  readonly authority?: StringMatch;
}

/** Refuses comparisons with nothing, which Istio does not take, and what no request can be. */
export function checkMatch(scope: IConstruct, match: HttpMatch, httpPorts?: readonly number[]): void {
  for (const [what, text] of comparisons(match)) {
    const [how] = Object.entries(text?.resolve() ?? {}).find(([, value]) => value === '') ?? [];
    if (how !== undefined) throw failure(scope, `The ${how} match of ${what} is empty, which Istio refuses`, 'Leave the match out, or give a value');
  }
  for (const names of [match.headers, match.withoutHeaders]) {
    const folded = Object.keys(names ?? {}).map((name) => name.toLowerCase());
    const twice = folded.find((name, at) => folded.indexOf(name) !== at);
    if (twice !== undefined) {
      throw failure(scope, `The header "${twice}" is given twice, in different cases, which are the same to HTTP`, 'Give each header once');
    }
  }
  if (match.pathPrefix !== undefined && match.path !== undefined) {
    throw failure(scope, `A match has the pathPrefix "${match.pathPrefix}" and a path`, 'Give one of them');
  }
  if (match.pathPrefix !== undefined && !/^\/([^\s?#]*[^\s?#/])?$/.test(match.pathPrefix)) {
    throw failure(scope, `"${match.pathPrefix}" is not a path prefix in whole segments`, 'Give a path that begins with "/" and does not end with it, such as "/shop"');
  }
  if (match.sources?.length === 0) {
    throw failure(scope, 'The list of sources is empty, so that no request would match', 'Leave sources out for anybody, or name services');
  }
  if (match.sources && match.claims) {
    throw failure(scope, 'A match has sources, which only sidecars know, and claims, which only gateways know', 'Give them to two routes');
  }
  if (match.port !== undefined && httpPorts !== undefined && !httpPorts.includes(match.port)) {
    throw failure(scope, `A match is for port ${match.port}, and the HTTP ports of the service are ${httpPorts.join(', ')}`, 'Name one of them');
  }
}

function comparisons(match: HttpMatch): [string, StringMatch | undefined][] {
  const { path, method, scheme, authority, headers, withoutHeaders, queryParams, claims } = match;
  const named = (what: string, matches: { readonly [name: string]: StringMatch } = {}): [string, StringMatch][] => (
    Object.entries(matches).map(([name, text]) => [`the ${what} "${name}"`, text]));
  return [
    ['the path', path], ['the method', method], ['the scheme', scheme], ['the authority', authority],
    ...named('header', headers), ...named('header', withoutHeaders), ...named('parameter', queryParams), ...named('claim', claims),
  ];
}
