import { AccessStance } from './access-stance';
import { portsAtWaypoint } from './allowed-calls';
import { asksForRequests, Permission } from './permission';
import type { MeshService } from './service';
import { WantedPolicy } from './wanted-policies';
import { workloadPorts } from './workload-ports';
import { CallerAttributes } from '../reference/caller-attributes';
import { withoutCallers } from '../reference/callers';
import { AuthorizationPolicySpec } from '../resources';
import { AccessRule, atPods, atWaypointOf, renderDeny } from '../security/access';

/**
 * The DENY policies of a service, which hold whatever else is allowed. What asks for requests stands at the waypoint, if there is one; what asks for
 * connections alone stands at the pods, too, where the waypoint itself is let through.
 */
export class DeniedCalls {
  private readonly given: Permission[] = [];

  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {}

  /** What is denied, in the order in which it was said. */
  public get lines(): Permission[] {
    return [...this.given];
  }

  /** Denies something. */
  public add(line: Permission): void {
    this.given.push(line);
  }

  /** Whether a denial is only tried out. */
  public isTried({ options }: Permission): boolean {
    return options.dryRun ?? this.stance.dryRun;
  }

  /** The policies that this takes now. */
  public get policies(): WantedPolicy[] {
    const waypoint = this.waypointPrincipals.length > 0;
    return [false, true].flatMap((dryRun) => {
      const lines = () => this.given.filter((line) => this.isTried(line) === dryRun);
      const connections = () => lines().filter((line) => !asksForRequests(line));
      const told = () => lines().filter((line) => asksForRequests(line) || !meansEverybody(line));
      const [id, suffix] = dryRun ? ['denials-on-trial', 'denials-dry-run'] : ['denials', 'denials'];
      return waypoint
        ? [
          { id, suffix, wanted: told().length > 0, dryRun, render: () => this.atWaypoint(told()) },
          { id: `${id}-at-pods`, suffix: `${suffix}-at-pods`, wanted: connections().length > 0, dryRun, render: () => this.atPodsBehindWaypoint(connections()) },
        ]
        : [
          { id, suffix, wanted: lines().length > 0, dryRun, render: () => this.atPods(lines()) },
          { id: `${id}-at-pods`, suffix: '', wanted: false, dryRun, render: () => this.atPods([]) },
        ];
    });
  }

  private get waypointPrincipals(): string[] {
    return this.service._dataPlane.serviceWaypoint?.principals ?? [];
  }

  private atPods(lines: readonly Permission[]): AuthorizationPolicySpec {
    return renderDeny(atPods(this.service.selector), lines.map((line) => this.rule(line, line.callers.callerAttributes)));
  }

  private atWaypoint(lines: readonly Permission[]): AuthorizationPolicySpec {
    return renderDeny(atWaypointOf(this.service.serviceName), lines.map(({ callers, ports, options }) => ({
      callers: callers.callerAttributes, ports: portsAtWaypoint(this.service, ports.map(({ number }) => number)), request: options,
    })));
  }

  /** Pods see whoever comes by the waypoint as the waypoint: it has decided already. Nobody comes through where everybody is denied. */
  private atPodsBehindWaypoint(lines: readonly Permission[]): AuthorizationPolicySpec {
    return renderDeny(atPods(this.service.selector), lines.map((line) => {
      const callers = line.callers.callerAttributes;
      return this.rule(line, meansEverybody(line) ? callers : withoutCallers(callers, [{ principals: this.waypointPrincipals }]));
    }));
  }

  private rule({ ports, options }: Permission, callers: CallerAttributes[]): AccessRule {
    return { callers, ports: workloadPorts(this.service, ports), request: options };
  }
}

/** Whether it is about everybody, with an identity or without. */
function meansEverybody({ callers }: Permission): boolean {
  return callers.callerAttributes.some((attributes) => Object.keys(attributes).length === 0);
}
