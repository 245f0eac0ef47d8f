import { ruleOfLine } from './namespace-access';
import { asksForRequests, Permission } from './permission';
import { AccessStance, Denial } from './stance';
import { WantedPolicy } from './wanted-policies';
import { AuthorizationPolicySpec } from '../../resources';
import { atPods, atWaypointOf, PolicyPlace, renderAllow, renderEverything } from '../../security/access';
import { AccessLine } from '../../security/access-policy';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/**
 * The ALLOW policies of a service. Without a waypoint they stand at the pods. With a waypoint they stand there, and the pods let in the
 * waypoint, and whoever may come for more than single requests: gateways and sidecars go past it.
 *
 * A dry-run belongs to a whole policy. What is tried out line by line stands in a second policy, together with all that is in force, so that
 * its counters tell how requests would fare if the lines were. A service that is tried out as a whole in a mesh that denies by default is opened
 * beside it, since the denial would hold.
 */
export class AllowedCalls {
  private readonly given: Permission[] = [];
  private tried = 0;
  private closed = false;

  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {}

  /** What is allowed, in the order in which it was said. */
  public get lines(): Permission[] {
    return [...this.given];
  }

  /**
   * Allows something.
   *
   * @returns whether it is the first of its kind: further ones change what policies say, and not which policies there are
   */
  public add(line: Permission): boolean {
    const before = line.options.dryRun ? this.tried : this.given.length - this.tried;
    this.given.push(line);
    if (line.options.dryRun) this.tried += 1;
    return before === 0;
  }

  /** Holds the service to what is allowed in every posture. */
  public close(): void {
    this.closed = true;
  }

  /** Whether a line is only tried out. */
  public isTried({ options }: Permission): boolean {
    return this.stance.dryRun || (options.dryRun ?? false);
  }

  /** Whether undeclared calls are denied, be it on trial. */
  public get isHeld(): boolean {
    return this.closed || this.stance.denial !== undefined;
  }

  /** The policies that this takes now. */
  public get policies(): WantedPolicy[] {
    const { dryRun, denial } = this.stance;
    const opened = dryRun && denial === Denial.ENFORCED;
    const tried = !dryRun && this.tried > 0;
    const inForce = this.given.length - (dryRun ? 0 : this.tried);
    // Where a policy above denies as this one would, one without rules adds nothing.
    const denied = denial === (dryRun ? Denial.DRY_RUN : Denial.ENFORCED);
    const held = this.isHeld && (inForce > 0 || this.linesAtWaypoint.length > 0 || !denied);
    const waypoint = this.waypointPrincipals.length > 0;
    return [
      { id: 'callers', suffix: 'callers', wanted: held, dryRun, render: () => this.callers(this.inForce) },
      { id: 'callers-on-trial', suffix: 'callers-dry-run', wanted: tried && this.isHeld, dryRun: true, render: () => this.callers(this.given) },
      { id: 'open', suffix: 'open', wanted: opened, dryRun: false, render: () => renderEverything(this.place) },
      {
        id: 'waypoint-access',
        suffix: 'waypoint',
        wanted: held && waypoint,
        dryRun: dryRun && !opened,
        render: () => (opened ? renderEverything(atPods(this.service.selector)) : this.atPodsBehindWaypoint(this.inForce)),
      },
    ];
  }

  /** The lines of the policy that counts: all of a service on trial, else those that are not tried out by themselves. */
  private get inForce(): Permission[] {
    return this.given.filter(({ options }) => this.stance.dryRun || !options.dryRun);
  }

  private get waypointPrincipals(): string[] {
    return this.service._dataPlane.serviceWaypoint?.principals ?? [];
  }

  /** What the namespace allows at the pods is said again at the waypoint, which does not heed it; there, ports of pods mean nothing. */
  private get linesAtWaypoint(): AccessLine[] {
    return this.waypointPrincipals.length > 0 ? this.stance.lines.filter(({ ports }) => ports === undefined) : [];
  }

  private get place(): PolicyPlace {
    return this.waypointPrincipals.length > 0 ? atWaypointOf(this.service.serviceName) : atPods(this.service.selector);
  }

  private callers(lines: readonly Permission[]): AuthorizationPolicySpec {
    const portsOf = this.waypointPrincipals.length > 0
      ? ({ ports }: Permission) => portsAtWaypoint(this.service, ports.map(({ number }) => number))
      : ({ ports }: Permission) => workloadPorts(this.service, ports);
    return renderAllow(this.place, [
      ...lines.map((line) => ({ callers: line.callers.callerAttributes, ports: portsOf(line), request: line.options })),
      ...this.linesAtWaypoint.map(ruleOfLine),
    ]);
  }

  /** What the pods behind a waypoint take: its connections, and those that only ports and identities are asked of. */
  private atPodsBehindWaypoint(lines: readonly Permission[]): AuthorizationPolicySpec {
    const ports = lines.some((one) => one.ports.length === 0) ? [] : workloadPorts(this.service, lines.flatMap((one) => one.ports));
    return renderAllow(atPods(this.service.selector), [
      { callers: [{ principals: this.waypointPrincipals }], ports },
      ...lines.filter((one) => !asksForRequests(one))
        .map((one) => ({ callers: one.callers.callerAttributes, ports: workloadPorts(this.service, one.ports) })),
    ]);
  }
}

/** A waypoint sees what is sent to the service alone, which has no ports but its own. */
export function portsAtWaypoint(service: MeshService, ports: readonly number[]): number[] {
  return ports.length < service.ports.length ? [...ports] : [];
}
