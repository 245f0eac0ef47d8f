import { IConstruct } from 'constructs';
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

/** Refuses comparisons with nothing, which Istio does not take. */
export function checkMatch(scope: IConstruct, { path, method, headers = {}, queryParams = {} }: HttpMatch): void {
  const named: [string, StringMatch | undefined][] = [
    ['the path', path], ['the method', method],
    ...Object.entries(headers).map(([name, match]): [string, StringMatch] => [`the header "${name}"`, match]),
    ...Object.entries(queryParams).map(([name, match]): [string, StringMatch] => [`the parameter "${name}"`, match]),
  ];
  for (const [what, match] of named) {
    const [how] = Object.entries(match?.resolve() ?? {}).find(([, value]) => value === '') ?? [];
    if (how !== undefined) throw failure(scope, `The ${how} match of ${what} is empty, which Istio refuses`, 'Leave the match out, or give a value');
  }
}

/** The match as a VirtualService spells it. */
export function renderMatch(match: HttpMatch): Record<string, unknown> {
  return {
    ...(match.path && { uri: match.path.resolve() }),
    ...(match.method && { method: match.method.resolve() }),
    ...(match.headers && { headers: renderMap(match.headers) }),
    ...(match.queryParams && { queryParams: renderMap(match.queryParams) }),
  };
}

function renderMap(matches: { readonly [name: string]: StringMatch }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(matches).map(([name, match]) => [name, match.resolve()]));
}
