import { StringMatch } from '../reference/string-match';

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
   * Request headers by name, in lower case.
   *
   * @default any headers
   */
  readonly headers?: { readonly [name: string]: StringMatch };
  /**
   * Method of the request.
   *
   * @default any method
   */
  readonly method?: StringMatch;
  /**
   * Parameters of the query by name (`queryParams`).
   *
   * @default any parameters
   */
  readonly queryParams?: { readonly [name: string]: StringMatch };
}

/** The match as a VirtualService spells it. */
export function renderMatch(match: HttpMatch): Record<string, unknown> {
  return {
    ...(match.path && { uri: match.path._render() }),
    ...(match.method && { method: match.method._render() }),
    ...(match.headers && { headers: renderMap(match.headers) }),
    ...(match.queryParams && { queryParams: renderMap(match.queryParams) }),
  };
}

function renderMap(matches: { readonly [name: string]: StringMatch }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(matches).map(([name, match]) => [name, match._render()]));
}
