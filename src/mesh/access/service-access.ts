import { AllowedCalls } from './allowed-calls';
import { AskedAuthorizer } from './asked-authorizer';
import { CallSite } from '../call-site';
import { calledPorts } from './called-ports';
import { DeniedCalls, httpOnly } from './denied-calls';
import { identify, Permission, titleOf } from './permission';
import { AccessStance } from './stance';
import { WantedPolicy, writePolicies } from './wanted-policies';
import { ICallers } from '../../reference/caller-attributes';
import { Callers } from '../../reference/callers';
import { failure } from '../../reference/fail';
import { checkArgument, checkOptions, text } from '../../reference/option-kinds';
import { AcceptedTokens } from '../../security/accepted-tokens';
import { ACCESS_LINE, CALL_OPTIONS, CALLER, REQUEST_FILTER, REQUIRE_JWT } from '../../security/access-option-kinds';
import { AccessLine, AccessPolicy, callersOf } from '../../security/access-policy';
import { CallOptions, limitsOf } from '../../security/call-options';
import { ExternalAuthorizer } from '../../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../../security/jwt-provider';
import { atPods, atWaypointOf } from '../../security/policy-place';
import { RequestFilter } from '../../security/request-filter';
import { acceptOptionsOf, RequireJwtOptions } from '../../security/require-jwt';
import type { MeshService } from '../service/service';

/** Who may call a service, and what for. Istio asks external authorizers first, then denials, then what is allowed. */
export class ServiceAccess {
  /** What is allowed. */
  public readonly allowed: AllowedCalls;
  /** What is denied, whatever is allowed. */
  public readonly denied: DeniedCalls;
  /** What another program decides first. */
  public readonly asked: AskedAuthorizer;
  /** Which tokens of end users are known. */
  public readonly tokens: AcceptedTokens;

  /**
   * @param service the service
   * @param stance how strictly it is held to what was declared
   */
  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {
    this.allowed = new AllowedCalls(service, stance);
    this.denied = new DeniedCalls(service, stance);
    this.asked = new AskedAuthorizer(service, stance);
    this.tokens = new AcceptedTokens(service, () => service.serviceName, () => (
      service._dataPlane.serviceWaypoint ? atWaypointOf(service.serviceName) : atPods(service.selector)
    ));
  }

  /** Whether only those who are allowed may call, and it is not merely tried out. */
  public get isHeld(): boolean {
    return !this.stance.dryRun && this.allowed.isHeld;
  }

  /** Allows another service to call. */
  public accept(caller: MeshService, options: CallOptions): void {
    this.add(this.permission(`"${caller.node.path}" calls it`, caller, options, caller));
  }

  /** Allows callers that do not say so themselves. */
  public allow(callers: ICallers, options: CallOptions): void {
    checkArgument(this.service, 'allowFrom()', 'callers', callers, CALLER);
    checkOptions(this.service, 'allowFrom()', options, CALL_OPTIONS);
    this.add(this.permission(`${titleOf(callers)} is allowed to call it`, callers, options));
  }

  /** Says what is allowed where no call is declared. In every posture, a service that says so is held to it. */
  public apply(policy: AccessPolicy): void {
    if (policy.allowsEverything) {
      this.add({ who: 'Everybody may call it', callers: Callers.everyone(), options: {}, ports: [], site: CallSite.here() });
      return;
    }
    this.allowed.close();
    for (const line of policy.lines) this.add(this.permission('A line of its access policy', callersOf(line), line));
    this.write();
  }

  /** Denies something, whatever is allowed. */
  public deny(reason: string, line: AccessLine): void {
    checkArgument(this.service, 'deny()', 'reason', reason, text);
    checkOptions(this.service, 'deny()', line, ACCESS_LINE);
    if (reason.trim() === '') throw failure(this.service, 'deny() has no reason', 'Say why, such as deny("card data", …): it stands in the matrix of the mesh');
    const who = `deny("${reason}")`;
    const callers = callersOf(line);
    // What is denied to connections is denied on all ports that the pods have, also those that the service does not know.
    const ports = limitsOf(line).length === 0 ? [] : calledPorts(this.service, who, line);
    identify(callers);
    this.denied.add({ who, callers, options: { ...line }, ports, reason, site: CallSite.here() });
    this.write();
  }

  /** Looks at the tokens of a provider. */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions): void {
    if (!this.service.ports.some(({ isHttp }) => isHttp)) {
      throw failure(this.service, `It takes tokens of "${provider.issuer}", but none of its ports speaks HTTP`, 'Give it one with MeshPort.http, http2 or grpc', 'A17');
    }
    this.tokens.accept(provider, options);
  }

  /** Denies what has no token of a provider. */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions): void {
    checkOptions(this.service, 'requireJwt()', options, REQUIRE_JWT);
    this.acceptJwt(provider, acceptOptionsOf(options));
    const who = `requireJwt("${provider.issuer}")`;
    calledPorts(this.service, who, httpOnly(this.service, options));
    this.denied.require(provider, options);
    this.write();
  }

  /** Has another program decide first. */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter): void {
    checkOptions(this.service, 'authorizeWith()', filter, REQUEST_FILTER);
    this.asked.ask(authorizer, filter);
    this.write();
  }

  /** The AuthorizationPolicies that this takes, and those that it does not take now. */
  public get policies(): WantedPolicy[] {
    return [...this.allowed.policies, ...this.denied.policies, ...this.asked.policies];
  }

  /** Writes the policies that are needed now; called whenever something is said, and when a waypoint is chosen. */
  public write(): void {
    writePolicies(this.service, this.policies);
  }

  private add(line: Permission): void {
    if (this.allowed.add(line)) this.write();
  }

  private permission(who: string, callers: ICallers, options: CallOptions, caller?: MeshService): Permission {
    const ports = calledPorts(this.service, who, options);
    if (options.dryRun === false && this.stance.dryRun) {
      throw failure(this.service, `${who} with dryRun: false, but the service is tried out as a whole: to enforce one line is to deny all others`,
        'Give the service dryRun: false, or leave it out of the line');
    }
    identify(callers);
    return { who, caller, callers, options: { ...options }, ports, site: CallSite.here() };
  }
}
