import { Lazy } from 'cdk8s';
import { Edge, renderEdgeAccess } from './edge-access';
import { IExposable } from './exposable';
import { ExposingGateway } from './exposing';
import { Exposure, ExposureProtocol, portsOf } from './exposure';
import { meshContextOf } from './mesh-context';
import { failure, finding } from '../reference/fail';
import { checkOptions } from '../reference/option-kinds';
import { AuthorizationPolicy } from '../resources';
import { AcceptedTokens } from '../security/accepted-tokens';
import { AccessRule, DRY_RUN, renderCustom, renderDeny } from '../security/access';
import { REQUEST_FILTER, REQUIRE_JWT } from '../security/access-option-kinds';
import { emptyListOf, impossible } from '../security/call-options';
import { ExternalAuthorizer, IAuthorizationServer } from '../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../security/jwt-provider';
import { RequestFilter } from '../security/request-filter';
import { acceptOptionsOf, JwtRequirements, lacking, RequireJwtOptions } from '../security/require-jwt';
import { delegatedRoutes } from '../traffic/delegated';
import { HttpEntry } from '../traffic/service-routes';

/** Who may come in, decided at the gateway: by what is exposed, by tokens of end users, and by another program. */
export class EdgePolicies {
  private readonly tokens: AcceptedTokens;
  private readonly requirements = { enforced: new JwtRequirements(), tried: new JwtRequirements() };
  private readonly asked: RequestFilter[] = [];
  private authorizer?: ExternalAuthorizer;

  /**
   * @param gateway the gateway
   * @param edge where its policies hold, and what they know of it
   * @param entries the routes at the gateway
   */
  constructor(
    private readonly gateway: ExposingGateway, private readonly edge: () => Edge, private readonly entries: () => readonly HttpEntry[] = () => [],
  ) {
    this.tokens = new AcceptedTokens(gateway, () => gateway.gatewayName, () => edge().place);
  }

  /** Who signs the tokens that are known. */
  public get issuers(): string[] {
    return this.tokens.issuers;
  }

  /** What requests may ask for that routes tell apart by claims, while no token is known. */
  public checkClaims(): string[] {
    return this.issuers.length > 0 || !this.asksForClaims ? [] : [finding(
      'Routes at the gateway ask for claims of end users, but it knows no tokens, so that they fit no request', 'Let it know them, with acceptJwt() or requireJwt()',
    )];
  }

  /** Whether a route, or one of the tables that it hands requests to, tells requests apart by claims. */
  private get asksForClaims(): boolean {
    return this.entries().some((entry) => [entry, ...delegatedRoutes(entry)].some(({ match }) => match.claims.size > 0));
  }

  /** Lets in what is exposed, and nothing else. A mesh without policies of its own accord has this one where clients are limited. */
  public letIn({ clientIpBlocks, notClientIpBlocks }: Exposure): void {
    const { gateway } = this;
    const { posture } = meshContextOf(gateway);
    if ((!posture.policies && clientIpBlocks === undefined && notClientIpBlocks === undefined) || gateway.node.tryFindChild('access')) return;
    new AuthorizationPolicy(gateway, 'access', {
      metadata: { name: gateway.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderEdgeAccess(this.edge(), gateway._exposures) }),
    });
  }

  /** Looks at the tokens of a provider. */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions): void {
    this.tokens.accept(provider, options);
  }

  /** Denies what has no token of a provider. */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions): void {
    checkOptions(this.gateway, 'requireJwt()', options, REQUIRE_JWT);
    this.check(`requireJwt("${provider.issuer}")`, options);
    this.tokens.accept(provider, acceptOptionsOf(options));
    const dryRun = options.dryRun ?? meshContextOf(this.gateway).posture.dryRun;
    const requirements = dryRun ? this.requirements.tried : this.requirements.enforced;
    requirements.add(provider, options);
    const suffix = dryRun ? 'denials-dry-run' : 'denials';
    if (this.gateway.node.tryFindChild(suffix)) return;
    new AuthorizationPolicy(this.gateway, suffix, {
      metadata: { name: `${this.gateway.gatewayName}-${suffix}`, ...(dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({
        produce: () => {
          const rules = requirements.all.flatMap((one) => lacking(one).map((request) => this.rule(request, one.options)));
          return renderDeny(this.edge().place, rules);
        },
      }),
    });
  }

  /** Has another program decide first. */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter): void {
    const { gateway } = this;
    checkOptions(gateway, 'authorizeWith()', filter, REQUEST_FILTER);
    if (this.authorizer && this.authorizer !== authorizer) {
      throw failure(gateway, `It asks both authorizers "${this.authorizer.name}" and "${authorizer.name}", and Istio takes one a workload`,
        'Ask one, or let one of them ask the other');
    }
    this.check(`authorizeWith("${authorizer.name}")`, filter);
    const { posture, useAuthorizer } = meshContextOf(gateway);
    useAuthorizer(gateway, authorizer);
    this.asked.push({ ...filter });
    if (this.authorizer) return;
    this.authorizer = authorizer;
    if (isExposable(authorizer.server)) authorizer.server.allowFrom(gateway.identity, { ports: [authorizer.port!] });
    if (posture.dryRun) return;
    new AuthorizationPolicy(gateway, 'authorizer', {
      metadata: { name: `${gateway.gatewayName}-${authorizer.name}` },
      spec: Lazy.any({ produce: () => renderCustom(this.edge().place, authorizer.name, this.asked.map((one) => this.rule(one, one))) }),
    });
  }

  /** Requests alone have paths and tokens: on ports that carry bytes, a denial of what they lack would deny everything. */
  private rule(request: RequestFilter, { ports }: RequestFilter): AccessRule {
    const { listenerOf } = this.edge();
    const { _exposures: exposures } = this.gateway;
    const meant = ports ?? exposures.filter(({ protocol }) => protocol === ExposureProtocol.HTTP).flatMap(portsOf);
    return { callers: [{}], ports: [...new Set(meant.map(listenerOf))].sort((a, b) => a - b), request };
  }

  private check(who: string, options: RequireJwtOptions): void {
    const empty = emptyListOf(options);
    if (empty !== undefined) throw failure(this.gateway, `${who} with an empty list of ${empty}, which fits no request`, `Leave ${empty} out for any of them`);
    const wrong = impossible(options);
    if (wrong) throw failure(this.gateway, `${who} with the ${wrong.value}, which no request has`, wrong.fix);
    if (options.notPorts) throw failure(this.gateway, `${who} with notPorts, but a gateway gets its ports from what is exposed`, 'Name the ports that are meant');
  }
}

function isExposable(server: IAuthorizationServer | undefined): server is IAuthorizationServer & IExposable {
  return server !== undefined && 'allowFrom' in server;
}
