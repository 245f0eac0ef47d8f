/* eslint-disable @typescript-eslint/no-require-imports */
import { RequestFilter } from './request-filter';

/** What a caller may ask for, and for which end users. Everything that is given must hold. */
export interface CallOptions extends RequestFilter {
  /**
   * End users, as `issuer/subject` of their token (`requestPrincipals`), with a `*` at the beginning or the end; `*` alone for any.
   *
   * @default any, also none
   */
  readonly requestPrincipals?: string[];
  /**
   * End users that must not be (`notRequestPrincipals`).
   *
   * @default none
   */
  readonly notRequestPrincipals?: string[];
  /**
   * Claims of the end user's token, by name (`when[].key: request.auth.claims[…]`). A claim inside another is written with both names in
   * brackets: `[realm_access][roles]`. Of a claim that is a list, one item must fit.
   *
   * @default any, also no token
   */
  readonly claims?: { readonly [name: string]: string[] };
  /**
   * Values that claims of the end user's token must not have.
   *
   * @default none
   */
  readonly notClaims?: { readonly [name: string]: string[] };
  /**
   * Whom the end user's token is for (`when[].key: request.auth.audiences`).
   *
   * @default any
   */
  readonly audiences?: string[];
  /**
   * Whom the end user's token was given to (`when[].key: request.auth.presenter`).
   *
   * @default any
   */
  readonly presenters?: string[];
  /**
   * Whether it is tried out only (`istio.io/dry-run`): counted and logged, and without effect.
   *
   * @default as the service says
   */
  readonly dryRun?: boolean;
}

/** What is asked of a request, and not of a connection. */
export type RequestOptions = Omit<CallOptions, 'ports' | 'notPorts' | 'dryRun'>;

const OF_REQUESTS: readonly (keyof RequestOptions)[] = [
  'methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts', 'headers', 'notHeaders',
  'requestPrincipals', 'notRequestPrincipals', 'claims', 'notClaims', 'audiences', 'presenters',
];

const OF_TOKENS: readonly (keyof RequestOptions)[] = ['requestPrincipals', 'notRequestPrincipals', 'claims', 'notClaims', 'audiences', 'presenters'];

/** The options that are given and ask something of requests, which only HTTP has. */
export function requestOptionsOf(options: CallOptions): (keyof RequestOptions)[] {
  return OF_REQUESTS.filter((name) => options[name] !== undefined);
}

/** The options that are given and ask for an end user, who is known by a token. */
export function tokenOptionsOf(options: CallOptions): string[] {
  return OF_TOKENS.filter((name) => options[name] !== undefined);
}

/** Options that say who calls or whether it is tried out do not count: what is left is what nothing on the way out of a mesh checks. */
export function limitsOf(options: CallOptions): string[] {
  return [...requestOptionsOf(options), ...(['ports', 'notPorts'] as const).filter((name) => options[name] !== undefined)];
}

/** The lists among the options, with their names: also those behind the name of a header or of a claim. */
function listsOf(options: CallOptions): [string, readonly (string | number)[]][] {
  const maps = (['headers', 'notHeaders', 'claims', 'notClaims'] as const).flatMap((name) => (
    Object.entries(options[name] ?? {}).map(([key, values]): [string, readonly string[]] => [`${name} "${key}"`, values])
  ));
  const lists = ([
    'methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts', 'ports', 'notPorts', 'requestPrincipals', 'notRequestPrincipals', 'audiences', 'presenters',
  ] as const).flatMap((name): [string, readonly (string | number)[]][] => (options[name] === undefined ? [] : [[name, options[name]]]));
  return [...lists, ...maps];
}

/** The name of a list among the options that has no value; undefined where there is none. */
export function emptyListOf(options: CallOptions): string | undefined {
  return listsOf(options).find(([, values]) => values.length === 0)?.[0];
}

/** What is wrong with an option that no request could have, and what to give instead. */
export interface Impossible {
  readonly value: string;
  readonly fix: string;
}

/** What is wrong with options that no request could have; undefined where nothing is. */
export function impossible(options: CallOptions): Impossible | undefined {
  const method = [...options.methods ?? [], ...options.notMethods ?? []].find((one) => !/^(\*?[A-Z-]+|[A-Z-]+\*|\*)$/.test(one));
  if (method !== undefined) return { value: `method "${method}"`, fix: 'Write methods in capitals, such as GET' };
  const path = [...options.paths ?? [], ...options.notPaths ?? []].find((one) => !isPath(one));
  if (path !== undefined) {
    return {
      value: `path "${path}"`,
      fix: 'Begin paths with "/", leave the query out, and use "*" at the beginning or the end alone, "{*}" for one part, and "{**}" for all at the end',
    };
  }
  const host = [...options.hosts ?? [], ...options.notHosts ?? []].find((one) => !/^(\*|\*?[^*\s/]+|[^*\s/]+\*)$/.test(one));
  if (host !== undefined) return { value: `host "${host}"`, fix: 'Write the name that requests ask for, with a "*" at the beginning or the end alone' };
  const header = [...Object.keys(options.headers ?? {}), ...Object.keys(options.notHeaders ?? {})].find((one) => !/^:?[-_A-Za-z0-9.!#$%&'*+^`|~]+$/.test(one));
  if (header !== undefined) return { value: `header "${header}"`, fix: 'Write the name of a header' };
  const claim = [...Object.keys(options.claims ?? {}), ...Object.keys(options.notClaims ?? {})].find((one) => !/^(\[[^[\]]+\])+$|^[^[\]]+$/.test(one));
  if (claim !== undefined) return { value: `claim "${claim}"`, fix: 'Write the name of a claim, or of one inside another: "[outer][inner]"' };
  const [list] = listsOf(options).find(([, values]) => values.some((value) => value === '')) ?? [];
  return list === undefined ? undefined : { value: `empty value in ${list}`, fix: 'Write a value, or leave it out' };
}

/** The checks of resources are loaded when a path is looked at, and not with the mesh. */
function pathTemplateFlaw(path: string): string | undefined {
  return (require('../resources/validation/admission/common/security-values') as SecurityValues).pathTemplateFlaw(path);
}

type SecurityValues = typeof import('../resources/validation/admission/common/security-values');

function isPath(path: string): boolean {
  if (!/^[/*]/.test(path) || /[\s?#]/.test(path) || pathTemplateFlaw(path) !== undefined) return false;
  return path.includes('{') ? path.startsWith('/') : /^(\*|\*?[^*]+|[^*]+\*)$/.test(path);
}
