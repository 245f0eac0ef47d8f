import { ApiObject, Chart, Lazy } from 'cdk8s';
import type { ISecret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import { meshContextOf } from './mesh-context';
import { Exposure, renderGatewayAccess, renderServers } from './servers';
import { renderIngressGateway } from '../install';
import { failure, finding, listed } from '../reference/fail';
import { isHost } from '../reference/host';
import { Host } from '../reference/host-name';
import { Identity } from '../reference/identity';
import { MeshPort } from '../reference/port';
import { AuthorizationPolicy, Gateway, VirtualService } from '../resources';
import { DRY_RUN } from '../security/access';

/** The port of health checks. Outside its own namespace, Istio asks for a protocol in the name of every port. */
const STATUS_PORT = { port: 15021, targetPort: 15021, name: 'http-status', protocol: 'TCP' };

const SERVICE_TYPES = ['LoadBalancer', 'NodePort', 'ClusterIP'];

/** How an ingress gateway is run. */
export interface IngressGatewayProps {
  /**
   * How the gateway's Service is reached from outside the cluster (`spec.type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
}

/** What of a service the outside sees, and under which names. */
export interface ExposeOptions {
  /** Names under which clients reach the service; `*` for any. At least one. */
  readonly hosts: string[];
  /**
   * The TLS secret with the certificate of the hosts. It must be in the gateway's namespace: nowhere else can the gateway read it.
   *
   * @default plain HTTP on port 80
   */
  readonly credential?: ISecret;
  /**
   * Name of a TLS secret in the gateway's namespace that this program does not make (`credentialName`).
   *
   * @default the name of `credential`
   */
  readonly credentialName?: string;
  /**
   * Number of the service's port.
   *
   * @default the service's only HTTP port
   */
  readonly port?: number;
  /**
   * What the path of a request must begin with, any of them; `/shop` takes `/shop` and `/shop/cart`, and not `/shopping`.
   *
   * @default every path
   */
  readonly paths?: string[];
  /**
   * Whether plain HTTP requests are answered with a redirect to HTTPS (`httpsRedirect`); only with a credential.
   *
   * @default true
   */
  readonly httpsRedirect?: boolean;
}

/**
 * The way into the mesh: proxies of their own at its edge, and what they let in.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class IngressGateway extends Construct {
  /** Name of the gateway: of its Gateway resource, its Deployment and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly exposures: Exposure[] = [];
  private readonly labels: Record<string, string>;

  /**
   * Adds a gateway for what comes in from outside.
   *
   * @param scope a namespace of a mesh, see `Mesh.addIngressGateway()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: IngressGatewayProps = {}) {
    super(scope, id);
    const { installation, trustDomain } = meshContextOf(this);
    this.gatewayName = id;
    this.labels = { app: id, istio: id };

    if (props.serviceType !== undefined && !SERVICE_TYPES.includes(props.serviceType)) {
      throw failure(this, `"${props.serviceType}" is not a type of Service`, `Use one of ${SERVICE_TYPES.join(', ')}`);
    }
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it with mesh.addIngressGateway("…")');
    }
    this.namespaceName = namespace;

    const manifests = renderIngressGateway(installation, {
      name: id,
      namespace: this.namespaceName,
      labels: this.labels,
      serviceType: props.serviceType,
      ports: [STATUS_PORT],
    });
    for (const manifest of manifests) {
      new ApiObject(this, `${manifest.kind}-${manifest.metadata.name}`, manifest);
    }
    const account = manifests.find((manifest) => manifest.kind === 'ServiceAccount');
    this.identity = Identity.of(this.namespaceName, account?.metadata.name ?? 'default', { trustDomain });
    this.node.addValidation({
      validate: () => (this.exposures.length > 0 ? [] : [finding(
        'The gateway exposes nothing',
        'Call expose() with a service, or leave the gateway out',
      )]),
    });
  }

  /**
   * Lets requests from outside reach a service: a server on this gateway, routes as the service has them, and, where calls
   * need to be allowed, rules that let these hosts in and let the gateway call the service.
   *
   * @param service the service
   * @param options under which names, and with which certificate
   */
  public expose(service: IExposable, options: ExposeOptions): void {
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
    if (this.exposures.length === 0) {
      this.addServers();
      this.addAccess();
    }
    this.exposures.push(exposure);
    service.allowFrom(this.identity, { ports: [port.number] });

    const same = this.exposures.filter((other) => other.service === exposure.service).length;
    new VirtualService(service as Construct, `exposed-by-${this.node.path.replaceAll('/', '-')}-${same}`, {
      metadata: { name: `${service.node.id}-${this.gatewayName}${same > 1 ? `-${same}` : ''}` },
      spec: {
        hosts: options.hosts.map((host) => Host.of(host)),
        gateways: [`${this.namespaceName}/${this.gatewayName}`],
        http: Lazy.any({ produce: () => service.httpRoutesFor(port, exposure.paths) }),
      },
    });
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return [...this.exposures];
  }

  private addServers(): void {
    new Gateway(this, 'Resource', {
      metadata: { name: this.gatewayName },
      spec: { selector: { ...this.labels }, servers: Lazy.any({ produce: () => renderServers(this.exposures) }) },
    });
  }

  private addAccess(): void {
    const { posture } = meshContextOf(this);
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderGatewayAccess(this.labels, this.exposures) }),
    });
  }

  private checkHosts(service: IExposable, hosts: string[] | undefined): void {
    if (!hosts || hosts.length === 0) {
      throw failure(this, `expose() of service "${service.node.id}" has no host`, 'Give the names that clients use, such as hosts: ["shop.example.com"], or ["*"] for any');
    }
    const wrong = hosts.find((host) => !isHost(host));
    if (wrong !== undefined) {
      throw failure(this, `"${wrong}" is not a host name`, 'Give a name such as "shop.example.com", "*.example.com" or "*", without a scheme, port or path');
    }
    const twice = hosts.find((host, at) => hosts.indexOf(host) !== at);
    if (twice !== undefined) {
      throw failure(this, `Host "${twice}" is given twice`, 'Give each host once');
    }
  }

  private checkPaths(paths: string[] | undefined): string[] | undefined {
    const wrong = paths?.find((path) => !/^\/[^\s?#*]*$/.test(path) || (path !== '/' && path.endsWith('/')));
    if (wrong !== undefined) {
      throw failure(this, `"${wrong}" is not a path prefix`, 'Give a path that begins with "/" and does not end with it, such as "/shop"');
    }
    if (paths?.length === 0) {
      throw failure(this, 'The list of paths is empty, which would expose nothing', 'Leave paths out for every path');
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
      throw failure(this, what, 'Say which one with port: …; a port speaks HTTP when it is made with MeshPort.http, http2 or grpc');
    }
    return chosen[0];
  }

  private credentialName(options: ExposeOptions): string | undefined {
    const { credential } = options;
    if (!credential) return options.credentialName;
    if (options.credentialName !== undefined && options.credentialName !== credential.name) {
      throw failure(this, `credentialName "${options.credentialName}" is not the name of credential "${credential.name}"`, 'Give one of them');
    }
    const namespace = ApiObject.isApiObject(credential.node.defaultChild)
      ? (credential.node.defaultChild as ApiObject).metadata.namespace
      : this.namespaceName;
    if (namespace !== this.namespaceName) {
      throw failure(
        this,
        `Secret "${credential.name}" is in namespace "${namespace ?? 'default'}", and the gateway runs in "${this.namespaceName}"`,
        'A gateway can read only the secrets of its own namespace: create the secret there',
      );
    }
    return credential.name;
  }
}
