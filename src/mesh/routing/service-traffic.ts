import { TrafficDefaultsSetting } from './traffic-defaults';
import { failure, finding } from '../../reference/fail';
import { Host } from '../../reference/host-name';
import { sortedBy } from '../../reference/sorted-children';
import { lazily } from '../../reference/synthesis';
import { DestinationRule, DestinationRuleSpec, Subset } from '../../resources';
import { callDefaults } from '../../traffic/defaults';
import { versionServiceName } from '../../traffic/gateway-api/backend';
import { checkTrafficPolicy } from '../../traffic/policy-checks';
import { mergedCalls, renderTrafficPolicy } from '../../traffic/render-traffic-policy';
import { RouteDialect } from '../../traffic/route-dialect';
import { CallPolicy, TrafficPolicyOptions } from '../../traffic/traffic-policy';
import { exportToOf } from '../data-plane/scoping';
import { withClientTls } from '../mutual-tls/client-tls';
import type { MeshService } from '../service/service';
import { ServiceVersion } from '../service/service-version';

/**
 * How a service is called: the one DestinationRule of its host, with its versions as subsets, which is written with the first version or
 * policy. Where versions have Services of their own, each of these hosts has a DestinationRule as well.
 */
export class ServiceTraffic {
  private declared?: TrafficPolicyOptions;
  private readonly routed = new Set<string>();
  private handedOver = false;

  constructor(private readonly service: MeshService, private readonly around: TrafficDefaultsSetting) {}

  /** Whether the service says how it is called. */
  public get isDeclared(): boolean {
    return this.declared !== undefined || this.service.versions.some((version) => version._trafficPolicy !== undefined);
  }

  /** Says how the service is called. */
  public declare(policy: TrafficPolicyOptions): void {
    if (this.declared) {
      throw failure(this.service, 'The service has its traffic policy already', 'Call trafficPolicy() once, with everything');
    }
    checkTrafficPolicy(this.service, policy, this.service.ports);
    this.declared = { ...policy };
    this.around.override(`${this.service.namespaceName}/${this.service.serviceName}`, policy);
    this.write();
  }

  /** To be called where a controller writes the rules itself, from `renderedPolicy`. */
  public handOver(): void {
    this.handedOver = true;
    this.service.node.tryRemoveChild('destination');
  }

  /** How the service is called, as a DestinationRule spells it. */
  public get renderedPolicy(): DestinationRuleSpec['trafficPolicy'] {
    return renderTrafficPolicy(this.policy);
  }

  /** Takes note that a route leads to a version. */
  public useVersion(version: string): void {
    this.routed.add(version);
    this.write();
  }

  /** Writes the rules that are needed now; called when something is said, and when a version gets a Service. */
  public write(): void {
    const { service } = this;
    if (this.handedOver) return;
    if (this.subsets.length > 0 || renderTrafficPolicy(this.policy) !== undefined) {
      this.ensure('destination', service.serviceName, () => this.renderService());
    } else {
      service.node.tryRemoveChild('destination');
    }
    for (const version of service.versions.filter(({ name }) => service.node.tryFindChild(`version-${name}`))) {
      if (this.renderVersion(version) !== undefined) {
        const name = versionServiceName(service.serviceName, version.name);
        const host = service.host.replace(service.serviceName, name);
        this.ensure(`version-${version.name}-destination`, name, () => ({ host: Host.of(host), trafficPolicy: this.renderVersion(version) }));
      }
    }
  }

  /** What would have no effect. */
  public check(): string[] {
    const { policy, service } = this;
    const all: [string, CallPolicy][] = [
      ['The service', policy],
      ...(policy.portLevelSettings ?? []).map((one): [string, CallPolicy] => [`Port ${one.port}`, mergedCalls(policy, one)]),
      ...service.versions.flatMap(({ name, _trafficPolicy: own }): [string, CallPolicy][] => (
        own === undefined ? [] : [[`Version "${name}"`, mergedCalls(policy, own)]])),
    ];
    if (this.around.outlierDetection) return [];
    return all.filter(([, { loadBalancer, outlierDetection }]) => loadBalancer?._needsOutlierDetection && !outlierDetection).map(([who]) => finding(
      `${who} fails over to other localities, and has no outlier detection, without which no endpoint is ever found ill`,
      'Give outlierDetection, for the service or as a default of the mesh',
    ));
  }

  /** What was said, over the defaults. */
  private get policy(): TrafficPolicyOptions {
    const declared = this.declared ?? {};
    const defaults = callDefaults(this.around.defaults, this.service.ports.some((port) => port.isHttp));
    return withClientTls(this.service, { ...declared, ...mergedCalls(defaults, declared) });
  }

  private renderService(): DestinationRuleSpec {
    const { service, policy, subsets } = this;
    const trafficPolicy = renderTrafficPolicy(policy);
    return {
      host: Host.of(service.host),
      ...(trafficPolicy && { trafficPolicy }),
      ...(subsets.length > 0 && { subsets: subsets.map((version) => this.renderSubset(version)) }),
    };
  }

  /** The versions that are called in another way than the rest, or to which a route leads; others are no business of callers. */
  private get subsets(): ServiceVersion[] {
    if (this.service.routeDialect !== RouteDialect.ISTIO) return [];
    const told = this.service.versions.filter(({ name, _trafficPolicy: own }) => this.routed.has(name) || own !== undefined);
    return sortedBy(told, ({ name }) => name);
  }

  private renderSubset({ name, labels, _trafficPolicy: own }: ServiceVersion): Subset {
    return { name, labels, ...(own && { trafficPolicy: renderTrafficPolicy(own, mergedCalls(this.policy, own)) }) };
  }

  /** The policy of a version's own Service, for which the host of the service says nothing. */
  private renderVersion({ _trafficPolicy: own = {} }: ServiceVersion): DestinationRuleSpec['trafficPolicy'] {
    const { policy } = this;
    return renderTrafficPolicy({ ...policy, ...own, ...mergedCalls(policy, own) });
  }

  private ensure(id: string, name: string, render: () => DestinationRuleSpec): void {
    if (this.service.node.tryFindChild(id)) return;
    const spec = lazily(() => ({ ...render(), exportTo: exportToOf(this.service) }));
    new DestinationRule(this.service, id, { metadata: { name }, spec });
  }
}
