import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { AcceptJwtOptions, JwtProvider } from './jwt-provider';
import { PolicyPlace } from './policy-place';
import { ACCEPT_JWT } from './token-option-kinds';
import { failure } from '../reference/fail';
import { checkOptions } from '../reference/option-kinds';
import { sortedBy } from '../reference/sorted-children';
import { RequestAuthentication, RequestAuthenticationSpec } from '../resources';

/** A provider, with what its tokens are used for. */
interface Accepted {
  readonly provider: JwtProvider;
  readonly options: AcceptJwtOptions;
}

/** Which tokens of end users a service or a gateway knows: the one RequestAuthentication of its place. */
export class AcceptedTokens {
  private readonly known = new Map<string, Accepted>();

  /**
   * @param scope the construct that the object belongs to
   * @param name its name
   * @param place where tokens are looked at
   */
  constructor(private readonly scope: Construct, private readonly name: () => string, private readonly place: () => PolicyPlace) {}

  /** Who signs the tokens that are known. */
  public get issuers(): string[] {
    return [...this.known.keys()].sort();
  }

  /** Whether the tokens of an issuer are handed on. */
  public isForwarded(issuer: string): boolean {
    const accepted = this.known.get(issuer);
    return accepted?.provider._rule(accepted.options).forwardOriginalToken ?? false;
  }

  /** Looks at tokens of a provider: one that is not valid is refused, none is fine. */
  public accept(provider: JwtProvider, options: AcceptJwtOptions): void {
    checkOptions(this.scope, 'acceptJwt()', options, ACCEPT_JWT);
    const { issuer } = provider;
    const before = this.known.get(issuer);
    if (before && before.provider !== provider) {
      throw failure(this.scope, `There are two providers for the issuer "${issuer}"`, 'Use one JwtProvider for an issuer, with all its audiences');
    }
    this.known.set(issuer, { provider, options: before === undefined ? { ...options } : this.joined(issuer, before.options, options) });
    if (this.scope.node.tryFindChild('end-users')) return;
    new RequestAuthentication(this.scope, 'end-users', { metadata: { name: this.name() }, spec: Lazy.any({ produce: () => this.render() }) });
  }

  private joined(issuer: string, before: AcceptJwtOptions, more: AcceptJwtOptions): AcceptJwtOptions {
    const [known, added] = [before.claimsToHeaders ?? {}, more.claimsToHeaders ?? {}];
    const claim = Object.keys(added).find((name) => Object.hasOwn(known, name) && known[name] !== added[name]);
    if (claim !== undefined) {
      throw failure(this.scope, `The claim "${claim}" of issuer "${issuer}" goes to the headers "${known[claim]}" and "${added[claim]}"`, 'Name one header for a claim');
    }
    const [was, is] = [before.forwardOriginalToken, more.forwardOriginalToken];
    if (was !== undefined && is !== undefined && was !== is) {
      throw failure(this.scope, `The tokens of issuer "${issuer}" are forwarded, and are not`, 'Say forwardOriginalToken once');
    }
    return { claimsToHeaders: { ...known, ...added }, forwardOriginalToken: is ?? was };
  }

  private render(): RequestAuthenticationSpec {
    const all = sortedBy([...this.known.values()], ({ provider }) => provider.issuer);
    return { ...this.place(), jwtRules: all.map(({ provider, options }) => provider._rule(options)) };
  }
}
