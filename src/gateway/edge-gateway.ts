import { Construct } from 'constructs';
import { EdgePolicies } from './edge-policies';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { Exposure } from './exposure';
import { Identity } from '../reference/identity';
import { ExternalAuthorizer } from '../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../security/jwt-provider';
import { RequestFilter } from '../security/request-filter';
import { RequireJwtOptions } from '../security/require-jwt';

/** What a gateway has let in, and writes for it. */
export interface EdgeContents {
  /** What was let in so far. */
  readonly all: Exposure[];
  /** Who may come in, by tokens of end users, and as another program decides. */
  readonly policies: EdgePolicies;
  /** Lets requests for some hosts reach a service. */
  add(service: IExposable, options: ExposeOptions): void;
}

/**
 * A gateway at the edge of the mesh, whichever its form: what it lets in, and for whom. Make an `IngressGateway`, an `InjectedGateway` or a
 * `KubernetesGateway`.
 */
export abstract class EdgeGateway extends Construct {
  /** Name of the gateway, and of its Gateway resource. */
  public abstract readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public abstract readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public abstract readonly identity: Identity;
  /** @internal */
  protected abstract readonly _edge: EdgeContents;

  /**
   * Lets traffic from outside reach a service. What is written: a server of the Gateway (`spec.servers`) for each port and setting of TLS;
   * one VirtualService for the hosts, with all services behind them and their routes, sorted by how specific they are (`spec.http`, `tls`,
   * `tcp`); ports that the gateway's Service does not have yet; and, where calls need to be allowed, rules of AuthorizationPolicies that
   * let these hosts in and let the gateway call the service.
   *
   * For a gateway of the Gateway API: listeners for the hosts (`spec.listeners` of its Gateway), and a route in the service's namespace
   * (HTTPRoute; TLSRoute where TLS is passed through, TCPRoute for bytes). A credential of another namespace gets a ReferenceGrant there.
   *
   * @param service the service
   * @param options under which names, with which certificate, and for whom
   * @throws an error for no host, a host that is none, and one that is given twice
   * @throws an error for a port that the service has not, and where it has several that may be meant
   * @throws an error for paths or hosts in a protocol that has none
   * @throws an error for TLS without a certificate, and for one that nobody is shown
   * @throws an error for a credential of another namespace (A10), unless the gateway is one of the Gateway API
   * @throws an error for addresses of clients that are none
   * @throws an error for settings of TLS that a gateway of the Gateway API does not have
   * @example
   * gateway.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * gateway.expose(cart, { hosts: ['shop.example.com'], credentialName: 'shop-tls', paths: ['/cart'] });
   * gateway.expose(db, { clientIpBlocks: ['192.0.2.0/24'] });
   * @example
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['modern.example.com'], credentialName: 'modern-tls' });
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    this._edge.add(service, options);
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
    this._edge.policies.acceptJwt(provider, options);
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
    this._edge.policies.requireJwt(provider, options);
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
    this._edge.policies.authorizeWith(authorizer, filter);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this._edge.all;
  }
}
