import { Construct } from 'constructs';
import { topologyAnnotations } from './client-address';
import { checkHttp3, EdgeGatewayProps } from './edge-gateway-props';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { Exposure } from './exposure';
import { Exposures } from './exposures';
import { addGatewayWorkload, GatewayWorkload } from './gateway-workload';
import { GatewayWorkloadProps } from './gateway-workload-props';
import { Identity } from '../reference/identity';
import { GatewayServicePortValues } from '../resources/install-values';
import { ExternalAuthorizer } from '../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../security/jwt-provider';
import { RequestFilter } from '../security/request-filter';
import { RequireJwtOptions } from '../security/require-jwt';

/** How a gateway is run whose pods are injected. */
export interface InjectedGatewayProps extends GatewayWorkloadProps, EdgeGatewayProps {
  /**
   * How the Service is reached (`service.type`): LoadBalancer, NodePort, ClusterIP, or None for no Service.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
  /**
   * Ports of the Service (`service.ports`). Names begin with what is spoken there.
   *
   * @default - 15021 for health, 80 and 443
   */
  readonly ports?: GatewayServicePortValues[];
}

/**
 * Proxies of their own at the edge of the mesh, in the form of Istio's chart `gateway`: pods that injection completes, with their
 * Service, identity, autoscaler and disruption budget. Their configuration is that of the mesh, so that they are upgraded with it.
 *
 * The namespace must be one whose pods are injected.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export class InjectedGateway extends Construct {
  /** Name of the gateway: of its Gateway resource, its workload and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Full host name of the gateway's Service. */
  public readonly host: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly exposures: Exposures;
  private readonly workload: GatewayWorkload;

  /**
   * Adds a gateway.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: InjectedGatewayProps = {}) {
    super(scope, id);
    checkHttp3(this, props);
    this.exposures = new Exposures(this, () => this.workload.selector, 1, props);
    this.workload = addGatewayWorkload(this, id, withTopology(this, props), this.exposures.ports);
    this.gatewayName = this.workload.name;
    this.namespaceName = this.workload.namespace;
    this.host = this.workload.host;
    this.identity = this.workload.identity;
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.workload.selector };
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
   * @example
   * const edge = new InjectedGateway(mesh.addNamespace('edge'), 'edge');
   * edge.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * edge.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { claimsToHeaders: { sub: 'x-user' } });
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
   * @example
   * const edge = new InjectedGateway(mesh.addNamespace('edge'), 'edge');
   * edge.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * edge.requireJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { notPaths: ['/login'], claims: { group: ['staff'] } });
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
   * @example
   * const edge = new InjectedGateway(mesh.addNamespace('edge'), 'edge');
   * edge.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * edge.authorizeWith(ExternalAuthorizer.oauth2Proxy(cart, { port: 80 }), { notPaths: ['/public/*'] });
   */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter = {}): void {
    this.exposures.policies.authorizeWith(authorizer, filter);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.all;
  }
}

/** The props, with the topology as an annotation of the pods. */
function withTopology(scope: Construct, props: InjectedGatewayProps): InjectedGatewayProps {
  const annotations = topologyAnnotations(scope, props, { ...props.values?.podAnnotations, ...props.podAnnotations });
  return Object.keys(annotations).length === 0 ? props : { ...props, podAnnotations: { ...props.podAnnotations, ...annotations } };
}
