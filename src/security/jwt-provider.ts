import { Duration } from 'cdk8s';
import { JWT_PROVIDER } from './token-option-kinds';
import { checkOptions } from '../reference/option-kinds';
import { ProtoDuration } from '../reference/proto-duration';
import { JWTHeader, JWTRule } from '../resources';

/** Who signs the tokens of end users, and how they are read. */
export interface JwtProviderProps {
  /** Who signs (`issuer`), as the claim `iss` of its tokens says. */
  readonly issuer: string;
  /**
   * Where its public keys are (`jwksUri`). istiod fetches them.
   *
   * @default - found by OpenID Connect discovery, at the issuer's `/.well-known/openid-configuration`
   */
  readonly jwksUri?: string;
  /**
   * Its public keys themselves (`jwks`), as a JSON Web Key Set.
   *
   * @default - fetched
   */
  readonly jwks?: string;
  /**
   * Whom tokens may be for (`audiences`), any one. A token for others is refused.
   *
   * @default any
   */
  readonly audiences?: string[];
  /**
   * Headers that tokens are read from (`fromHeaders`), with what stands before the token.
   *
   * @default - `Authorization: Bearer`, and the query parameter `access_token`
   */
  readonly fromHeaders?: JWTHeader[];
  /**
   * Query parameters that tokens are read from (`fromParams`).
   *
   * @default - see fromHeaders
   */
  readonly fromParams?: string[];
  /**
   * Cookies that tokens are read from (`fromCookies`).
   *
   * @default none
   */
  readonly fromCookies?: string[];
  /**
   * Whether the token itself is handed on (`forwardOriginalToken`). What stands behind needs it, if it looks at tokens, too.
   *
   * @default false
   */
  readonly forwardOriginalToken?: boolean;
  /**
   * Header that gets the token's payload, in base64 (`outputPayloadToHeader`).
   *
   * @default none
   */
  readonly outputPayloadToHeader?: string;
  /**
   * Claims that hold several values with spaces between them (`spaceDelimitedClaims`), beside `scope` and `permission`.
   *
   * @default none
   */
  readonly spaceDelimitedClaims?: string[];
  /**
   * How long fetching the keys may take (`timeout`).
   *
   * @default 5 seconds
   */
  readonly timeout?: Duration;
}

/** What a place does with the tokens of a provider, over what the provider says. */
export interface AcceptJwtOptions {
  /**
   * Headers that get claims, by name of the claim (`outputClaimToHeaders`). Claims that are objects or lists are not copied.
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
}

/**
 * A provider of JSON Web Tokens, by which end users are known. It is a value: services and gateways say what they make of it, with
 * `acceptJwt()` and `requireJwt()`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export class JwtProvider {
  /**
   * A provider. Writes a rule of the `RequestAuthentication` of each place that knows its tokens (`spec.jwtRules[].issuer`,
   * `spec.jwtRules[].audiences`, `spec.jwtRules[].jwksUri`).
   *
   * @param props who signs, and how tokens are read
   * @throws if the issuer is empty, or has a `*`
   * @throws if there are jwks beside a jwksUri, or the jwks are no key set
   * @throws if the jwksUri begins with neither https:// nor http://
   * @throws if a list is empty
   * @example
   * const accounts = JwtProvider.of({ issuer: 'https://accounts.example.com', audiences: ['shop'], jwksUri: 'https://accounts.example.com/keys' });
   * gateway.acceptJwt(accounts, { forwardOriginalToken: true });
   * cart.requireJwt(accounts, { methods: ['POST'] });
   */
  public static of(props: JwtProviderProps): JwtProvider {
    checkOptions(undefined, 'JwtProvider.of()', props, JWT_PROVIDER);
    const who = `The provider "${props.issuer}"`;
    if (props.issuer === '' || props.issuer.includes('*')) {
      throw new Error(`"${props.issuer}" is not an issuer. Write it as the claim "iss" of its tokens does, such as "https://accounts.example.com".`);
    }
    if (props.jwks !== undefined && props.jwksUri !== undefined) throw new Error(`${who} has both jwks and jwksUri. Give one of them.`);
    if (props.jwksUri !== undefined && !/^https?:\/\/[^/\s]+/.test(props.jwksUri)) {
      throw new Error(`${who} has the jwksUri "${props.jwksUri}", which is no URL. Write one such as "https://accounts.example.com/jwks.json".`);
    }
    if (props.jwks !== undefined && !isKeySet(props.jwks)) throw new Error(`${who} has jwks that are no JSON Web Key Set. Give {"keys":[…]} as text, or its jwksUri.`);
    const lists = { audiences: props.audiences, fromHeaders: props.fromHeaders, fromParams: props.fromParams, fromCookies: props.fromCookies };
    const empty = Object.entries(lists).find(([, list]) => list?.length === 0);
    if (empty) throw new Error(`${who} has an empty list of ${empty[0]}. Leave it out, or say which.`);
    return new JwtProvider({ ...props });
  }

  private constructor(private readonly props: JwtProviderProps) {}

  /** Who signs. */
  public get issuer(): string {
    return this.props.issuer;
  }

  /** Its users, as `requestPrincipals` of an AuthorizationPolicy name them. */
  public get requestPrincipal(): string {
    return `${this.issuer}/*`;
  }

  /** @internal */
  public _rule({ claimsToHeaders = {}, forwardOriginalToken = this.props.forwardOriginalToken }: AcceptJwtOptions): JWTRule {
    const { issuer, jwksUri, jwks, audiences, fromHeaders, fromParams, fromCookies, timeout } = this.props;
    const { outputPayloadToHeader, spaceDelimitedClaims } = this.props;
    const copies = Object.entries(claimsToHeaders).map(([claim, header]) => ({ claim, header })).sort((a, b) => (a.claim < b.claim ? -1 : 1));
    const rule: JWTRule = {
      issuer,
      jwksUri,
      jwks,
      audiences,
      fromHeaders,
      fromParams,
      fromCookies,
      forwardOriginalToken: forwardOriginalToken || undefined,
      outputPayloadToHeader,
      outputClaimToHeaders: copies.length > 0 ? copies : undefined,
      spaceDelimitedClaims,
      timeout: timeout && ProtoDuration.of(timeout),
    };
    return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
  }
}

function isKeySet(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text)?.keys);
  } catch {
    return false;
  }
}
