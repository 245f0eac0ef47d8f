import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { checkedExposure, ExposingGateway } from './exposing';
import { meshContextOf } from './mesh-context';
import { Exposure, renderGatewayAccess, renderServers } from './servers';
import { Host } from '../reference/host-name';
import { AuthorizationPolicy, Gateway, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';

/** What a gateway lets in: its Gateway resource and its policy, which are written with the first service, and a route for each. */
export class Exposures {
  private readonly exposed: Exposure[] = [];

  /**
   * @param gateway the construct that the objects belong to
   * @param selector labels of the gateway's pods
   */
  constructor(private readonly gateway: ExposingGateway, private readonly selector: Readonly<Record<string, string>>) {}

  /** What was let in so far. */
  public get all(): Exposure[] {
    return [...this.exposed];
  }

  /** Lets requests for some hosts reach a service. */
  public add(service: IExposable, options: ExposeOptions): void {
    const { gatewayName, namespaceName } = this.gateway;
    const { exposure, port } = checkedExposure(this.gateway, service, options);
    if (this.exposed.length === 0) {
      this.addServers();
      this.addAccess();
    }
    this.exposed.push(exposure);
    service.allowFrom(this.gateway.identity, { ports: [port.number] });

    const same = this.exposed.filter((other) => other.service === exposure.service).length;
    new VirtualService(service as Construct, `exposed-by-${this.gateway.node.path.replaceAll('/', '-')}-${same}`, {
      metadata: { name: `${service.node.id}-${gatewayName}${same > 1 ? `-${same}` : ''}` },
      spec: {
        hosts: options.hosts.map((host) => Host.of(host)),
        gateways: [`${namespaceName}/${gatewayName}`],
        http: Lazy.any({ produce: () => service.httpRoutesFor(port, exposure.paths) }),
      },
    });
  }

  private addServers(): void {
    new Gateway(this.gateway, 'Resource', {
      metadata: { name: this.gateway.gatewayName },
      spec: { selector: { ...this.selector }, servers: Lazy.any({ produce: () => renderServers(this.exposed) }) },
    });
  }

  private addAccess(): void {
    const { posture } = meshContextOf(this.gateway);
    if (!posture.policies) return;
    new AuthorizationPolicy(this.gateway, 'access', {
      metadata: { name: this.gateway.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderGatewayAccess(this.selector, this.exposed) }),
    });
  }
}
