import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import type { ExposeOptions } from './ingress-gateway';
import { meshContextOf } from './mesh-context';
import { Exposure, renderGatewayAccess, renderServers } from './servers';
import { failure, listed } from '../reference/fail';
import { isHost } from '../reference/host';
import { Host } from '../reference/host-name';
import { Identity } from '../reference/identity';
import { MeshPort } from '../reference/port';
import { AuthorizationPolicy, Gateway, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';

/** A gateway that lets requests in. */
export interface ExposingGateway extends Construct {
  readonly gatewayName: string;
  readonly namespaceName: string;
  readonly identity: Identity;
  /** @internal */
  readonly _exposures: Exposure[];
}

/** Whether a construct is a gateway that lets requests in. */
export function isExposing(construct: object): construct is ExposingGateway {
  return '_exposures' in construct;
}

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
    this.checkHosts(service, options.hosts);
    const port = this.httpPort(service, options.port);
    const exposure: Exposure = {
      service: service.node.path,
      namespace: service.namespaceName,
      hosts: [...options.hosts],
      paths: this.checkPaths(options.paths),
      credentialName: this.credentialName(options),
      httpsRedirect: options.httpsRedirect ?? true,
    };
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

  private checkHosts(service: IExposable, hosts: string[] | undefined): void {
    if (!hosts || hosts.length === 0) {
      throw failure(this.gateway, `expose() of service "${service.node.id}" has no host`, 'Give the names that clients use, such as hosts: ["shop.example.com"], or ["*"] for any');
    }
    const wrong = hosts.find((host) => !isHost(host));
    if (wrong !== undefined) {
      throw failure(this.gateway, `"${wrong}" is not a host name`, 'Give a name such as "shop.example.com", "*.example.com" or "*", without a scheme, port or path');
    }
    const twice = hosts.find((host, at) => hosts.indexOf(host) !== at);
    if (twice !== undefined) {
      throw failure(this.gateway, `Host "${twice}" is given twice`, 'Give each host once');
    }
  }

  private checkPaths(paths: string[] | undefined): string[] | undefined {
    const wrong = paths?.find((path) => !/^\/[^\s?#*]*$/.test(path) || (path !== '/' && path.endsWith('/')));
    if (wrong !== undefined) {
      throw failure(this.gateway, `"${wrong}" is not a path prefix`, 'Give a path that begins with "/" and does not end with it, such as "/shop"');
    }
    if (paths?.length === 0) {
      throw failure(this.gateway, 'The list of paths is empty, which would expose nothing', 'Leave paths out for every path');
    }
    return paths === undefined || paths.includes('/') ? undefined : [...paths];
  }

  private httpPort(service: IExposable, number: number | undefined): MeshPort {
    const http = service.ports.filter((port) => port.isHttp);
    const chosen = number === undefined ? http : http.filter((port) => port.number === number);
    if (chosen.length !== 1) {
      const what = number === undefined
        ? `Service "${service.node.id}" has ${http.length} HTTP ports (${listed(http.map((port) => port.number))})`
        : `Service "${service.node.id}" has no HTTP port ${number}; it has ${listed(http.map((port) => port.number))}`;
      throw failure(this.gateway, what, 'Say which one with port: …; a port speaks HTTP when it is made with MeshPort.http, http2 or grpc');
    }
    return chosen[0];
  }

  private credentialName(options: ExposeOptions): string | undefined {
    const { credential } = options;
    if (!credential) return options.credentialName;
    const { namespaceName } = this.gateway;
    if (options.credentialName !== undefined && options.credentialName !== credential.name) {
      throw failure(this.gateway, `credentialName "${options.credentialName}" is not the name of credential "${credential.name}"`, 'Give one of them');
    }
    const namespace = ApiObject.isApiObject(credential.node.defaultChild)
      ? (credential.node.defaultChild as ApiObject).metadata.namespace
      : namespaceName;
    if (namespace !== namespaceName) {
      throw failure(
        this.gateway,
        `Secret "${credential.name}" is in namespace "${namespace ?? 'default'}", and the gateway runs in "${namespaceName}"`,
        'A gateway can read only the secrets of its own namespace: create the secret there',
      );
    }
    return credential.name;
  }
}
