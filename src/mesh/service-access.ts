import { Lazy } from 'cdk8s';
import type { MeshService } from './service';
import { failure, listed } from '../reference/fail';
import { MeshPort } from '../reference/port';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../resources';
import { AccessRule, CallOptions, DRY_RUN, impossible, renderAllow, renderDenyAll } from '../security/access';

/** Who may call a service: the rules of its AuthorizationPolicy, which is written with the first of them. */
export class ServiceAccess {
  private readonly rules: (() => AccessRule)[] = [];

  constructor(private readonly service: MeshService) {}

  /**
   * Adds a rule.
   *
   * @param who what is allowed, for messages
   * @param principal the caller; asked for when the rule is written
   * @param options what the caller may ask for
   */
  public allow(who: string, principal: () => string, options: CallOptions): void {
    const ports = this.calledPorts(who, options);
    if (!this.service.mesh._posture.policies) return;
    this.rules.push(() => ({
      principals: [principal()],
      methods: options.methods,
      paths: options.paths,
      workloadPorts: [...new Set(ports.flatMap((port) => this.workloadPorts(port)))],
    }));
    if (this.rules.length === 1) {
      this.addPolicy('callers', `${this.service.serviceName}-callers`,
        () => renderAllow(this.service.selector, this.rules.map((rule) => rule())));
    }
  }

  /** Denies every request, whatever the rules allow. */
  public denyAll(): void {
    if (this.service.node.tryFindChild('denial')) return;
    this.addPolicy('denial', `${this.service.serviceName}-deny-all`, () => renderDenyAll(this.service.selector));
  }

  private addPolicy(id: string, name: string, render: () => AuthorizationPolicySpec): void {
    new AuthorizationPolicy(this.service, id, {
      metadata: { name, ...(this.service.mesh._posture.dryRun && { annotations: DRY_RUN }) },
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

  /** Where connections to a port of the service arrive; the containers know it by a name. */
  private workloadPorts(port: MeshPort): number[] {
    if (port.target !== undefined) return [port.target];
    return this.service._workloads.flatMap((workload) => workload.containerPorts)
      .filter((declared) => declared.name === port.targetName)
      .map((declared) => declared.containerPort);
  }
}
