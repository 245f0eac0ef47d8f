import { AccessStance } from './access-stance';
import { AllowedCalls } from './allowed-calls';
import { calledPorts } from './called-ports';
import { DeniedCalls } from './denied-calls';
import { callerLine } from './paths';
import { identify, Permission, titleOf } from './permission';
import type { MeshService } from './service';
import { writePolicies } from './wanted-policies';
import { ICallers } from '../reference/caller-attributes';
import { Callers } from '../reference/callers';
import { failure } from '../reference/fail';
import { AccessLine, AccessPolicy, callersOf } from '../security/access-policy';
import { CallOptions, limitsOf } from '../security/call-options';

/** Who may call a service, and what for. Istio asks external authorizers first, then denials, then what is allowed. */
export class ServiceAccess {
  /** What is allowed. */
  public readonly allowed: AllowedCalls;
  /** What is denied, whatever is allowed. */
  public readonly denied: DeniedCalls;

  /**
   * @param service the service
   * @param stance how strictly it is held to what was declared
   */
  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {
    this.allowed = new AllowedCalls(service, stance);
    this.denied = new DeniedCalls(service, stance);
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
    this.add(this.permission(`${titleOf(callers)} is allowed to call it`, callers, options));
  }

  /** Says what is allowed where no call is declared. In every posture, a service that says so is held to it. */
  public apply(policy: AccessPolicy): void {
    if (policy.allowsEverything) {
      this.add({ who: 'Everybody may call it', callers: Callers.everyone(), options: {}, ports: [], declaredAt: callerLine() });
      return;
    }
    this.allowed.close();
    for (const line of policy.lines) this.add(this.permission('A line of its access policy', callersOf(line), line));
    this.write();
  }

  /** Denies something, whatever is allowed. */
  public deny(reason: string, line: AccessLine): void {
    if (reason.trim() === '') throw failure(this.service, 'deny() has no reason', 'Say why, such as deny("card data", …): it stands in the matrix of the mesh');
    const who = `deny("${reason}")`;
    const callers = callersOf(line);
    // What is denied to connections is denied on all ports that the pods have, also those that the service does not know.
    const ports = limitsOf(line).length === 0 ? [] : calledPorts(this.service, who, line);
    identify(callers);
    this.denied.add({ who, callers, options: { ...line }, ports, reason, declaredAt: callerLine() });
    this.write();
  }

  /** Writes the policies that are needed now; called whenever something is said, and when a waypoint is chosen. */
  public write(): void {
    writePolicies(this.service, [...this.allowed.policies, ...this.denied.policies]);
  }

  private add(line: Permission): void {
    this.allowed.add(line);
    this.write();
  }

  private permission(who: string, callers: ICallers, options: CallOptions, caller?: MeshService): Permission {
    const ports = calledPorts(this.service, who, options);
    if (options.dryRun === false && this.stance.dryRun) {
      throw failure(this.service, `${who} with dryRun: false, but the service is tried out as a whole: to enforce one line is to deny all others`,
        'Give the service dryRun: false, or leave it out of the line');
    }
    identify(callers);
    return { who, caller, callers, options: { ...options }, ports, declaredAt: callerLine() };
  }
}
