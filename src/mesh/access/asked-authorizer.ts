import { portsAtWaypoint } from './allowed-calls';
import { CallSite } from '../call-site';
import { calledPorts } from './called-ports';
import { httpOnly } from './denied-calls';
import { Permission } from './permission';
import { AccessStance } from './stance';
import { WantedPolicy } from './wanted-policies';
import { CallerAttributes, ICallers } from '../../reference/caller-attributes';
import { Callers } from '../../reference/callers';
import { failure } from '../../reference/fail';
import { AuthorizationPolicySpec } from '../../resources';
import { atPods, atWaypointOf, renderCustom } from '../../security/access';
import { limitsOf, requestOptionsOf } from '../../security/call-options';
import { ExternalAuthorizer } from '../../security/external-authorizer';
import { RequestFilter } from '../../security/request-filter';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/**
 * The CUSTOM policy of a service: which requests another program decides first. Istio takes one such program a workload. It has no dry-run: istiod makes of
 * a CUSTOM policy in dry-run one that denies what it is for; so a service that is tried out has none.
 */
export class AskedAuthorizer {
  private authorizer?: ExternalAuthorizer;
  private readonly given: Permission[] = [];

  constructor(private readonly service: MeshService, private readonly stance: AccessStance) {}

  /** What is asked about. */
  public get lines(): Permission[] {
    return [...this.given];
  }

  /** Has an authorizer asked about some requests. */
  public ask(authorizer: ExternalAuthorizer, filter: RequestFilter): void {
    const { service } = this;
    if (this.authorizer && this.authorizer !== authorizer) {
      throw failure(service, `It asks both authorizers "${this.authorizer.name}" and "${authorizer.name}", and Istio takes one a workload`,
        'Ask one, or let one of them ask the other');
    }
    const who = `authorizeWith("${authorizer.name}")`;
    const meant = requestOptionsOf(filter).length > 0 ? httpOnly(service, filter) : filter;
    const ports = limitsOf(filter).length === 0 ? [] : calledPorts(service, who, meant);
    service.mesh._authorizers.use(service, authorizer);
    this.authorizer = authorizer;
    this.given.push({ who, callers: Callers.everyone(), options: { ...filter }, ports, reason: `as "${authorizer.name}" decides`, site: CallSite.here() });
  }

  /** The policies that this takes now. */
  public get policies(): WantedPolicy[] {
    const { name } = this.authorizer ?? {};
    if (name === undefined) return [];
    return [{ id: 'authorizer', suffix: name, wanted: !this.stance.dryRun, dryRun: false, render: () => this.render(name) }];
  }

  private render(provider: string): AuthorizationPolicySpec {
    const { service } = this;
    const waypoint = service._dataPlane.serviceWaypoint !== undefined;
    return renderCustom(waypoint ? atWaypointOf(service.serviceName) : atPods(service.selector), provider, this.given.map(({ ports, options }) => ({
      callers: [{}],
      ports: waypoint ? portsAtWaypoint(service, ports.map(({ number }) => number)) : workloadPorts(service, ports),
      request: options,
    })));
  }
}

/** Who asks an authorizer about an ambient service: the waypoint, which may be chosen later. */
export class Asking implements ICallers {
  constructor(private readonly service: MeshService) {}

  public get callerAttributes(): CallerAttributes[] {
    const principals = this.service._dataPlane.serviceWaypoint?.principals ?? [];
    return principals.length === 0 ? this.service.callerAttributes : [{ principals }];
  }
}
