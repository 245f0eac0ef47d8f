import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { topologyAnnotations } from './client-address';
import { checkHttp3, EdgeGatewayProps } from './edge-gateway-props';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { Exposure } from './exposure';
import { Exposures } from './exposures';
import { meshContextOf } from './mesh-context';
import { checkServiceType } from './service-type';
import { renderIngressGateway } from '../install';
import { failure, finding } from '../reference/fail';
import { Identity } from '../reference/identity';
import { Labels } from '../reference/labels';
import { checks } from '../reference/suppressions';
import { ExternalAuthorizer } from '../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../security/jwt-provider';
import { RequestFilter } from '../security/request-filter';
import { RequireJwtOptions } from '../security/require-jwt';

/** The port of health checks. Outside its own namespace, Istio asks for a protocol in the name of every port. */
const STATUS_PORT = { port: 15021, targetPort: 15021, name: 'http-status', protocol: 'TCP' };

/** How an ingress gateway is run. */
export interface IngressGatewayProps extends EdgeGatewayProps {
  /**
   * How the gateway's Service is reached from outside the cluster (`spec.type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
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
  private readonly labels: Labels;
  private readonly exposures: Exposures;

  /**
   * Adds a gateway for what comes in from outside.
   *
   * @param scope a namespace of a mesh, see `Mesh.addIngressGateway()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if the certificates of the mesh come from SPIRE
   */
  constructor(scope: Construct, id: string, props: IngressGatewayProps = {}) {
    super(scope, id);
    const { installation, trustDomain, certificateAuthority } = meshContextOf(this);
    if (certificateAuthority?._kind === 'spire') {
      throw failure(this, 'The gateway would ask istiod for its certificate, which workloads with one of SPIRE do not trust',
        'Use an InjectedGateway, whose pods get the socket of SPIRE');
    }
    checkHttp3(this, props);
    this.gatewayName = id;
    const labels = { app: id, istio: id };
    this.labels = labels;
    this.exposures = new Exposures(this, () => this.labels, 1024, props);

    checkServiceType(this, props.serviceType);
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it with mesh.addIngressGateway("…")');
    }
    this.namespaceName = namespace;

    const manifests = renderIngressGateway(installation, {
      name: id,
      namespace: this.namespaceName,
      labels,
      serviceType: props.serviceType,
      ports: [STATUS_PORT],
      externalTrafficPolicy: props.externalTrafficPolicy,
      podAnnotations: topologyAnnotations(this, props),
    });
    this.exposures.ports.write(this, manifests);
    const account = manifests.find((manifest) => manifest.kind === 'ServiceAccount');
    this.identity = Identity.of(this.namespaceName, account?.metadata.name ?? 'default', { trustDomain });
    this.node.addValidation(checks(this, () => (this.exposures.all.length > 0 ? [] : [finding(
      'The gateway exposes nothing',
      'Call expose() with a service, or leave the gateway out',
    )])));
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.labels };
  }

  /**
   * Lets traffic from outside reach a service. What is written: a server of the Gateway (`spec.servers`) for each port and setting of TLS;
   * one VirtualService for the hosts, with all services behind them and their routes, sorted by how specific they are (`spec.http`, `tls`,
   * `tcp`); ports that the gateway's Service does not have yet; and, where calls need to be allowed, rules of AuthorizationPolicies that
   * let these hosts in and let the gateway call the service.
   *
   * @param service the service
   * @param options under which names, with which certificate, and for whom
   * @throws an error for no host, a host that is none, and one that is given twice
   * @throws an error for a port that the service has not, and where it has several that may be meant
   * @throws an error for paths or hosts in a protocol that has none
   * @throws an error for TLS without a certificate, and for one that nobody is shown
   * @throws an error for a credential of another namespace (A10)
   * @throws an error for addresses of clients that are none
   * @example
   * gateway.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * gateway.expose(cart, { hosts: ['shop.example.com'], credentialName: 'shop-tls', paths: ['/cart'] });
   * gateway.expose(db, { clientIpBlocks: ['192.0.2.0/24'] });
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    this.exposures.add(service, options);
  }

  /**
   * Lets the gateway know the tokens of a provider: a rule of its RequestAuthentication (`jwtRules`), which has its name. A request with a token that
   * is not valid is refused with 401; one without any is let through. Routes at the gateway may then ask for claims. What stands behind
   * sees the token where it is forwarded.
   *
   * @param provider who signs the tokens
   * @param options which claims go to headers, and whether the token is handed on
   * @throws an error for another provider of the same issuer, and for a claim that goes to two headers
   * @example gateway.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { forwardOriginalToken: true });
   */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions = {}): void {
    this.exposures.policies.acceptJwt(provider, options);
  }

  /**
   * Denies requests without a token of a provider at the gateway, as `acceptJwt()` and a rule of its DENY policy (AuthorizationPolicy
   * `<gateway>-denials`); they are answered with 403. Of several providers that are required for the same requests, any one will do.
   *
   * @param provider who signs the tokens
   * @param options which requests need one, and what its claims must be; ports are those of the gateway
   * @throws the errors of `acceptJwt()`
   * @throws an error for an empty list, for methods, paths, hosts, headers or claims that no request has, and for notPorts
   * @example gateway.requireJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { hosts: ['admin.example.com'] });
   */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions = {}): void {
    this.exposures.policies.requireJwt(provider, options);
  }

  /**
   * Has an external authorizer decide about requests before anything else does: a CUSTOM policy of the gateway (AuthorizationPolicy
   * `<gateway>-<authorizer>`), the authorizer in `meshConfig.extensionProviders`, and a rule that lets the gateway call it. Where the mesh is tried
   * out, it is not asked.
   *
   * @param authorizer who decides
   * @param filter which requests; ports are those of the gateway
   * @throws an error for a second authorizer of the gateway
   * @throws an error for another extension provider of the same name, and for a named one that the mesh does not have
   * @throws an error for an empty list, for methods, paths, hosts or headers that no request has, and for notPorts
   * @example gateway.authorizeWith(ExternalAuthorizer.oauth2Proxy(web, { port: 80 }), { hosts: ['admin.example.com'] });
   */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter = {}): void {
    this.exposures.policies.authorizeWith(authorizer, filter);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.all;
  }
}
