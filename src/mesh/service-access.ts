import { Lazy } from 'cdk8s';
import type { MeshService } from './service';
import { workloadPorts } from './workload-ports';
import { failure, listed } from '../reference/fail';
import { MeshPort } from '../reference/port';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../resources';
import { AccessRule, atPods, atWaypointOf, CallOptions, DRY_RUN, impossible, renderAllow, renderDenyAll } from '../security/access';

/** A caller, and what it may ask for. */
export interface Permission {
  /** What is allowed, for messages. */
  readonly who: string;
  /** The service that calls; undefined for an identity that is not a service of this program. */
  readonly caller?: MeshService;
  /** The caller's identity; asked for when the rule is written. */
  readonly principal: () => string;
  readonly options: CallOptions;
  /** The ports of the service that it may call. */
  readonly ports: readonly MeshPort[];
}

/** Whether what is allowed is decided by requests, and not by who connects to which port alone. */
export function asksForRequests({ options }: Permission): boolean {
  return options.methods !== undefined || options.paths !== undefined;
}

/**
 * Who may call a service: the rules of its AuthorizationPolicies, which are written with the first of them. Without a waypoint there
 * is one, at the pods. With a waypoint the rules stand there, and the pods let in the waypoint, and whoever may come for more than
 * single requests: gateways and sidecars go past it.
 */
export class ServiceAccess {
  private readonly given: Permission[] = [];

  constructor(private readonly service: MeshService) {}

  /** What is allowed, in the order in which it was said. */
  public get permissions(): Permission[] {
    return [...this.given];
  }

  /** Allows somebody to call. */
  public allow(permission: Omit<Permission, 'ports'>): void {
    this.given.push({ ...permission, ports: this.calledPorts(permission.who, permission.options) });
    this.write();
  }

  /** Denies every request, whatever the rules allow. */
  public denyAll(): void {
    if (this.service.node.tryFindChild('denial')) return;
    this.addPolicy('denial', 'deny-all', () => renderDenyAll(this.service.selector));
  }

  /** Writes the policies that are needed now; called when somebody is allowed to call, and when a waypoint is chosen. */
  public write(): void {
    if (!this.service.mesh._posture.policies || this.given.length === 0) return;
    if (!this.service.node.tryFindChild('callers')) this.addPolicy('callers', 'callers', () => this.callers());
    const behindWaypoint = this.service.node.tryFindChild('waypoint-access') !== undefined;
    if (this.waypointPrincipals.length > 0 && !behindWaypoint) this.addPolicy('waypoint-access', 'waypoint', () => this.waypoint());
    if (this.waypointPrincipals.length === 0 && behindWaypoint) this.service.node.tryRemoveChild('waypoint-access');
  }

  private get waypointPrincipals(): string[] {
    return this.service._dataPlane.serviceWaypoint?.principals ?? [];
  }

  private callers(): AuthorizationPolicySpec {
    return this.waypointPrincipals.length > 0
      ? renderAllow(atWaypointOf(this.service.serviceName), this.given.map((one) => this.rule(one, one.options.ports ?? [])))
      : renderAllow(atPods(this.service.selector), this.given.map((one) => this.rule(one, this.workloadPorts(one.ports))));
  }

  /** What the pods behind a waypoint take: its connections, and those that only ports and identities are asked of. */
  private waypoint(): AuthorizationPolicySpec {
    const ports = this.workloadPorts(this.given.flatMap((one) => one.ports));
    return renderAllow(atPods(this.service.selector), [
      { principals: this.waypointPrincipals, ports },
      ...this.given.filter((one) => !asksForRequests(one)).map((one) => this.rule(one, this.workloadPorts(one.ports))),
    ]);
  }

  private rule({ principal, options: { methods, paths } }: Permission, ports: readonly number[]): AccessRule {
    return { principals: [principal()], methods, paths, ports };
  }

  private addPolicy(id: string, suffix: string, render: () => AuthorizationPolicySpec): void {
    new AuthorizationPolicy(this.service, id, {
      metadata: { name: `${this.service.serviceName}-${suffix}`, ...(this.service.mesh._posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: render }),
    });
  }

  /** The ports that the options mean, if what they ask for can be checked there. */
  private calledPorts(who: string, options: CallOptions): MeshPort[] {
    const { ports } = this.service;
    if (ports.length === 0) {
      throw failure(this.service, `${who}, but the service has no ports`, 'Give the service ports: [MeshPort.http(80)]');
    }
    for (const number of options.ports ?? []) {
      if (!ports.some((port) => port.number === number)) {
        throw failure(this.service, `${who} on port ${number}, but its ports are ${listed(ports.map((port) => port.number))}`,
          'Name ports of the called service');
      }
    }
    for (const [name, values] of Object.entries({ methods: options.methods, paths: options.paths, ports: options.ports })) {
      if (values?.length === 0) {
        throw failure(this.service, `${who} with an empty list of ${name}, which would allow nothing`, `Leave ${name} out for any of them`);
      }
    }
    const wrong = impossible(options);
    if (wrong) {
      throw failure(this.service, `${who} with the ${wrong.value}, which no request has`, wrong.fix);
    }
    const chosen = ports.filter((port) => options.ports?.includes(port.number) ?? true);
    const bytes = options.methods || options.paths ? chosen.find((port) => !port.isHttp) : undefined;
    if (bytes) {
      const what = options.methods ? 'methods' : 'paths';
      throw failure(this.service, `${who} with ${what}, but port ${bytes.number} speaks ${bytes.protocol}, in which there are none`,
        'Leave them out, or name the HTTP ports with ports: […]');
    }
    return chosen;
  }

  private workloadPorts(ports: readonly MeshPort[]): number[] {
    return workloadPorts(this.service, ports);
  }
}
