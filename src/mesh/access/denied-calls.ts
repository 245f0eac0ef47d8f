import { portsAtWaypoint } from './allowed-calls';
import { calledPorts } from './called-ports';
import { asksForRequests, Permission } from './permission';
import { AccessStance } from './stance';
import { WantedPolicy } from './wanted-policies';
import { CallerAttributes } from '../../reference/caller-attributes';
import { Callers, withoutCallers } from '../../reference/callers';
import { AuthorizationPolicySpec } from '../../resources';
import { AccessRule, atPods, atWaypointOf, renderDeny } from '../../security/access';
import { JwtProvider } from '../../security/jwt-provider';
import { JwtRequirement, JwtRequirements, lacking, RequireJwtOptions } from '../../security/require-jwt';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/**
 * The DENY policies of a service, which hold whatever else is allowed. What asks for requests stands at the waypoint, if there is one; what asks for
 * connections alone stands at the pods, too, where the waypoint itself is let through.
 */
export class DeniedCalls {
  private readonly given: Permission[] = [];
  private readonly requirements = new JwtRequirements();

  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {}

  /** What is denied, in the order in which it was said, and then what lacks a token that is required. */
  public get lines(): Permission[] {
    return [...this.given, ...this.requirements.all.flatMap((requirement) => this.lacking(requirement))];
  }

  /** Denies something. */
  public add(line: Permission): void {
    this.given.push(line);
  }

  /** Denies what has no token of a provider, or of another one that is required for the same requests. */
  public require(provider: JwtProvider, options: RequireJwtOptions): void {
    this.requirements.add(provider, options);
  }

  /** Whether a denial is only tried out. */
  public isTried({ options }: Permission): boolean {
    return options.dryRun ?? this.stance.dryRun;
  }

  /** The policies that this takes now. */
  public get policies(): WantedPolicy[] {
    return [false, true].flatMap((dryRun) => {
      const id = dryRun ? 'denials-on-trial' : 'denials';
      const suffix = dryRun ? 'denials-dry-run' : 'denials';
      return [
        { id, suffix, wanted: this.told(dryRun).length > 0, dryRun, render: () => this.where(dryRun) },
        {
          id: `${id}-at-pods`,
          suffix: `${suffix}-at-pods`,
          wanted: this.hasWaypoint && this.connections(dryRun).length > 0,
          dryRun,
          render: () => this.atPodsBehindWaypoint(this.connections(dryRun)),
        },
      ];
    });
  }

  private of(dryRun: boolean): Permission[] {
    return this.lines.filter((line) => this.isTried(line) === dryRun);
  }

  private connections(dryRun: boolean): Permission[] {
    return this.of(dryRun).filter((line) => !asksForRequests(line));
  }

  /** What stands at the waypoint, if there is one: not what is denied to everybody, which the pods deny. */
  private told(dryRun: boolean): Permission[] {
    return this.of(dryRun).filter((line) => !this.hasWaypoint || asksForRequests(line) || !meansEverybody(line));
  }

  private where(dryRun: boolean): AuthorizationPolicySpec {
    return this.hasWaypoint ? this.atWaypoint(this.told(dryRun)) : this.atPods(this.told(dryRun));
  }

  private get hasWaypoint(): boolean {
    return this.waypointPrincipals.length > 0;
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

  private lacking(requirement: JwtRequirement): Permission[] {
    const issuers = [...requirement.providers].map(({ issuer }) => issuer).sort();
    const who = `requireJwt("${issuers.join('" or "')}")`;
    const { dryRun } = requirement.options;
    const ports = calledPorts(this.service, who, httpOnly(this.service, requirement.options));
    return lacking(requirement).map((request) => ({
      who, callers: Callers.everyone(), options: { ...request, dryRun }, ports, reason: `no token of ${issuers.join(' or ')}, or not the claims that are asked for`,
    }));
  }

  private rule({ ports, options }: Permission, callers: CallerAttributes[]): AccessRule {
    return { callers, ports: workloadPorts(this.service, ports), request: options };
  }
}

/** Options that say nothing of ports are meant for all that speak HTTP: elsewhere there are no tokens. */
export function httpOnly(service: MeshService, options: RequireJwtOptions): RequireJwtOptions {
  return { ...options, ports: options.ports ?? service.ports.filter(({ isHttp }) => isHttp).map(({ number }) => number) };
}

/** Whether it is about everybody, with an identity or without. */
function meansEverybody({ callers }: Permission): boolean {
  return callers.callerAttributes.some((attributes) => Object.keys(attributes).length === 0);
}
