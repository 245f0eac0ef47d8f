import { RequestOptions } from './call-options';
import { AcceptJwtOptions, JwtProvider } from './jwt-provider';
import { RequestFilter } from './request-filter';

/** Which requests need a token, and what its claims must be. */
export interface RequireJwtOptions extends RequestFilter {
  /**
   * What claims of the token must be, by name; of the values of one, any. A claim inside another is written with both names in brackets:
   * `[realm_access][roles]`.
   *
   * @default any
   */
  readonly claims?: { readonly [name: string]: string[] };
  /**
   * Headers that get claims, by name of the claim (`outputClaimToHeaders`).
   *
   * @default none
   */
  readonly claimsToHeaders?: { readonly [claim: string]: string };
  /**
   * Whether the token itself is handed on (`forwardOriginalToken`).
   *
   * @default as the provider says
   */
  readonly forwardOriginalToken?: boolean;
  /**
   * Whether it is tried out only (`istio.io/dry-run`): what has no token is counted and logged. A token that is not valid is refused all
   * the same, since a RequestAuthentication cannot be tried out.
   *
   * @default as the service or the mesh says
   */
  readonly dryRun?: boolean;
}

/** A requirement of tokens: the requests for which it holds, and the providers of which any one will do. */
export interface JwtRequirement {
  readonly options: RequireJwtOptions;
  readonly providers: Set<JwtProvider>;
}

/** Requirements of tokens. Of providers that are asked for the same requests, any one will do. */
export class JwtRequirements {
  private readonly known = new Map<string, JwtRequirement>();

  /** Asks for tokens of a provider; false where tokens of another are asked for with the same options already. */
  public add(provider: JwtProvider, options: RequireJwtOptions): boolean {
    const { claimsToHeaders: _copies, forwardOriginalToken: _forward, ...asked } = options;
    const key = JSON.stringify(Object.entries(asked).sort());
    const same = this.known.get(key);
    if (same === undefined) this.known.set(key, { options: asked, providers: new Set([provider]) });
    else same.providers.add(provider);
    return same === undefined;
  }

  /** What was asked for. */
  public get all(): JwtRequirement[] {
    return [...this.known.values()];
  }
}

/** What must not be of the requests of a requirement: that there is no token of its providers, or that one of the claims is another. */
export function lacking({ options: { claims = {}, ...options }, providers }: JwtRequirement): RequestOptions[] {
  const { dryRun: _dryRun, ports: _ports, notPorts: _notPorts, ...request } = options;
  return [
    { ...request, notRequestPrincipals: [...providers].map(({ requestPrincipal }) => requestPrincipal) },
    ...Object.entries(claims).map(([name, values]) => ({ ...request, notClaims: { [name]: values } })),
  ];
}

/** What a place makes of the tokens of a provider that it requires. */
export function acceptOptionsOf({ claimsToHeaders, forwardOriginalToken }: RequireJwtOptions): AcceptJwtOptions {
  return { claimsToHeaders, forwardOriginalToken };
}
