import { Lazy } from 'cdk8s';
import { calledPorts } from './called-ports';
import { callerLine } from './paths';
import { asksForRequests, identify, Permission } from './permission';
import type { MeshService } from './service';
import { workloadPorts } from './workload-ports';
import { ICallers } from '../reference/caller-attributes';
import { Callers } from '../reference/callers';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../resources';
import { AccessRule, atPods, atWaypointOf, CallOptions, DRY_RUN, renderAllow, renderDenyAll } from '../security/access';
import { AccessPolicy, callersOf } from '../security/access-policy';

/** A policy of a service, while it is needed. */
interface WantedPolicy {
  readonly id: string;
  readonly suffix: string;
  readonly wanted: boolean;
  readonly dryRun: boolean;
  readonly render: () => AuthorizationPolicySpec;
}

/**
 * Who may call a service: the rules of its AuthorizationPolicies, which are written with the first of them. Without a waypoint they stand
 * at the pods. With a waypoint they stand there, and the pods let in the waypoint, and whoever may come for more than single requests:
 * gateways and sidecars go past it.
 *
 * A dry-run belongs to a whole policy. What is tried out line by line stands in a second policy, together with all that is in force: so its
 * counters tell how requests would fare if the lines were.
 */
export class ServiceAccess {
  private readonly given: Permission[] = [];
  private closed = false;

  constructor(private readonly service: MeshService) {}

  /** What is allowed, in the order in which it was said. */
  public get permissions(): Permission[] {
    return [...this.given];
  }

  /** Whether only those who are allowed may call, and it is not merely tried out. */
  public get isHeld(): boolean {
    return this.isWanted && !this.service.mesh._posture.dryRun;
  }

  /** Allows somebody to call. */
  public allow(who: string, callers: ICallers, options: CallOptions, caller?: MeshService): void {
    const ports = calledPorts(this.service, who, options);
    identify(callers);
    this.given.push({ who, caller, callers, options: { ...options }, ports, declaredAt: callerLine() });
    this.write();
  }

  /** Says what is allowed where no call is declared. In every posture, a service that says so is held to it. */
  public apply(policy: AccessPolicy): void {
    if (policy.allowsEverything) {
      this.given.push({ who: 'Everybody may call it', callers: Callers.everyone(), options: {}, ports: [], declaredAt: callerLine() });
    } else {
      this.closed = true;
      for (const line of policy.lines) this.allow('A line of its access policy', callersOf(line), line);
    }
    this.write();
  }

  /** Denies every request, whatever the rules allow. */
  public denyAll(): void {
    if (this.service.node.tryFindChild('denial')) return;
    this.addPolicy({ id: 'denial', suffix: 'deny-all', dryRun: this.service.mesh._posture.dryRun, render: () => renderDenyAll(this.service.selector) });
  }

  /** Writes the policies that are needed now; called whenever something is said, and when a waypoint is chosen. */
  public write(): void {
    for (const policy of this.policies()) {
      const written = this.service.node.tryFindChild(policy.id) !== undefined;
      if (policy.wanted && !written) this.addPolicy(policy);
      if (!policy.wanted && written) this.service.node.tryRemoveChild(policy.id);
    }
  }

  private policies(): WantedPolicy[] {
    const { dryRun } = this.service.mesh._posture;
    const held = this.isWanted;
    return [
      { id: 'callers', suffix: 'callers', wanted: held, dryRun, render: () => this.callers(this.given) },
      { id: 'waypoint-access', suffix: 'waypoint', wanted: held && this.waypointPrincipals.length > 0, dryRun, render: () => this.waypoint(this.given) },
    ];
  }

  private get isWanted(): boolean {
    return this.closed || (this.service.mesh._posture.policies && this.given.length > 0);
  }

  private get waypointPrincipals(): string[] {
    return this.service._dataPlane.serviceWaypoint?.principals ?? [];
  }

  private callers(lines: readonly Permission[]): AuthorizationPolicySpec {
    return this.waypointPrincipals.length > 0
      ? renderAllow(atWaypointOf(this.service.serviceName), lines.map((one) => ruleOf(one, this.portsAtWaypoint(one))))
      : renderAllow(atPods(this.service.selector), lines.map((one) => ruleOf(one, workloadPorts(this.service, one.ports))));
  }

  /** A waypoint sees what is sent to the service alone, which has no ports but its own. */
  private portsAtWaypoint({ ports }: Permission): number[] {
    return ports.length < this.service.ports.length ? ports.map(({ number }) => number) : [];
  }

  /** What the pods behind a waypoint take: its connections, and those that only ports and identities are asked of. */
  private waypoint(lines: readonly Permission[]): AuthorizationPolicySpec {
    const ports = lines.some((one) => one.ports.length === 0) ? [] : workloadPorts(this.service, lines.flatMap((one) => one.ports));
    return renderAllow(atPods(this.service.selector), [
      { callers: [{ principals: this.waypointPrincipals }], ports },
      ...lines.filter((one) => !asksForRequests(one)).map((one) => ruleOf(one, workloadPorts(this.service, one.ports))),
    ]);
  }

  private addPolicy({ id, suffix, dryRun, render }: Omit<WantedPolicy, 'wanted'>): void {
    new AuthorizationPolicy(this.service, id, {
      metadata: { name: `${this.service.serviceName}-${suffix}`, ...(dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: render }),
    });
  }
}

function ruleOf({ callers, options }: Permission, ports: readonly number[]): AccessRule {
  return { callers: callers.callerAttributes, ports, request: options };
}
