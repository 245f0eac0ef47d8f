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
  /** Who may come in. */
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
   * Lets traffic from outside reach a service. Writes a server of the `Gateway` for each port and setting of TLS (`spec.servers[].hosts`,
   * `spec.servers[].tls`); one `VirtualService` for the hosts, with all services behind them and their routes, sorted by how specific they are
   * (`spec.http[]`, or `spec.tls[]` and `spec.tcp[]`); ports that the gateway's `Service` does not have yet (`spec.ports[]`); and, where calls need
   * to be allowed, an `AuthorizationPolicy` that lets these hosts in (`spec.rules[]`) and the rule that lets the gateway call the service.
   *
   * For a gateway of the Gateway API, there are listeners for the hosts in place of servers. Writes them (`Gateway` `spec.listeners[].hostname`),
   * and a route in the service's namespace: an `HTTPRoute` (`spec.rules[].backendRefs[]`), a `TLSRoute` where TLS is passed through, a `TCPRoute` for
   * bytes. A credential of another namespace gets a ReferenceGrant there.
   *
   * @param service the service
   * @param options under which names, with which certificate, and for whom
   * @throws if there is no host, one that is none, or one twice
   * @throws if the service has not the port, or several that may be meant
   * @throws if the gateway's port is not from 1 to 65535
   * @throws if paths are given for what has none, or are no prefixes; if hosts are given for bytes without TLS
   * @throws if TLS is asked for without a certificate, a certificate is given in two ways, or nobody would be shown it
   * @throws if the service's port speaks TLS itself and the gateway would take it off, or the other way round
   * @throws if the credential is in another namespace than the gateway (A10), unless the gateway is one of the Gateway API
   * @throws if an address of clients is none, or their list is empty
   * @throws if two certificates of cert-manager have the same secretName
   * @throws if the gateway is one of the Gateway API, and a setting of TLS is one that it does not have
   * @example
   * const front = mesh.addIngressGateway('front', { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL });
   * front.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * front.expose(cart, { hosts: ['shop.example.com'], credentialName: 'shop-tls', paths: ['/cart'] });
   * front.expose(db, { clientIpBlocks: ['192.0.2.0/24'] });
   * const vault = shop.addService('vault', { ports: [MeshPort.tls(8443, { target: 8080 })], workload: pods('vault') });
   * front.expose(vault, { hosts: ['vault.example.com'] });
   *
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * modern.expose(db, { gatewayPort: 5432 });
   * modern.expose(vault, { hosts: ['vault.example.com'] });
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    this._edge.add(service, options);
  }

  /**
   * Lets the gateway know the tokens of a provider. Writes a rule of its `RequestAuthentication`, which has its name (`spec.jwtRules[].issuer`,
   * `spec.jwtRules[].outputClaimToHeaders`). A request with a token that is not valid is refused with 401; one without any is let through.
   * Routes at the gateway may then ask for claims. What stands behind sees the token where it is forwarded.
   *
   * @param provider who signs the tokens
   * @param options which claims go to headers, and whether the token is handed on
   * @throws if another provider of the same issuer is known already
   * @throws if a claim would go to two headers, or the token would be handed on and not
   * @example gateway.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { claimsToHeaders: { sub: 'x-user' } });
   */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions = {}): void {
    this._edge.policies.acceptJwt(provider, options);
  }

  /**
   * Denies requests without a token of a provider at the gateway; they are answered with 403. Writes what `acceptJwt()` does
   * (`RequestAuthentication` `spec.jwtRules[]`), and rules of the gateway's `AuthorizationPolicy` `<gateway>-denials`: one for requests without a
   * token (`spec.rules[].from[].source.notRequestPrincipals`), one for each claim (`spec.rules[].when[].notValues`). Of several providers that
   * are required for the same requests, any one will do.
   *
   * @param provider who signs the tokens
   * @param options which requests need one, and what its claims must be; ports are those of the gateway, by default all that speak HTTP
   * @throws the errors of `acceptJwt()`
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @throws if notPorts are given
   * @example
   * const accounts = JwtProvider.of({ issuer: 'https://accounts.example.com' });
   * gateway.requireJwt(accounts, { hosts: ['cart.example.com'], claims: { group: ['staff'] } });
   */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions = {}): void {
    this._edge.policies.requireJwt(provider, options);
  }

  /**
   * Has an external authorizer decide about requests before anything else does. Writes the gateway's `AuthorizationPolicy`
   * `<gateway>-<authorizer>` (`spec.action`, `spec.provider.name`, `spec.rules[]`), and a rule that lets the gateway call the authorizer. The
   * authorizer itself becomes an item of `meshConfig.extensionProviders`. Where the mesh is tried out, it is not asked.
   *
   * @param authorizer who decides
   * @param filter which requests; ports are those of the gateway, by default all that speak HTTP
   * @throws if the gateway asks another authorizer already
   * @throws if the mesh has another extension provider of the name, or, of a named one, none
   * @throws if a list is empty, or holds a method, path, host or header that no request has
   * @throws if notPorts are given
   * @example gateway.authorizeWith(ExternalAuthorizer.oauth2Proxy(web, { port: 80 }), { notPaths: ['/public/*'] });
   */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter = {}): void {
    this._edge.policies.authorizeWith(authorizer, filter);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this._edge.all;
  }
}
