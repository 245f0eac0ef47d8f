import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { writeCertificate } from './cert-manager-certificate';
import { ClientAddressProps, sourceOf, topologyAnnotations } from './client-address';
import { checkCredentials } from './credential-checks';
import { Edge, renderEdgeAccess } from './edge-access';
import { EdgePolicies } from './edge-policies';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { checkedExposure } from './exposing';
import { Exposure, ExposureProtocol } from './exposure';
import { Exposed } from './host-routes';
import { checkListeners, unsaidOfTls } from './kubernetes-checks';
import { GatewayPlace, renderListeners } from './kubernetes-listeners';
import { GROUP, redirectedHosts, renderRedirect, renderRoute, renderTcpRoute, renderTlsRoute } from './kubernetes-routes';
import { meshContextOf } from './mesh-context';
import { checkServiceType } from './service-type';
import { gatewayFeatures, gatewayKind } from '../injection/gateway-class';
import { failure, finding, listed } from '../reference/fail';
import { Identity } from '../reference/identity';
import { checkName } from '../reference/label-name';
import { checks } from '../reference/suppressions';
import { AuthorizationPolicy } from '../resources';
import { Gateway, GatewayInfrastructure, HTTPRoute, ReferenceGrant, TCPRoute, TLSRoute } from '../resources/gateway-api';
import { DRY_RUN } from '../security/access';
import { ExternalAuthorizer } from '../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../security/jwt-provider';
import { RequestFilter } from '../security/request-filter';
import { RequireJwtOptions } from '../security/require-jwt';

/** Classes of Gateways that istiod deploys for what comes in. */
export enum KubernetesGatewayClass {
  /** Envoy, as everywhere in the mesh. */
  ISTIO = 'istio',
  /** The agentgateway; istiod runs it with `PILOT_ENABLE_AGENTGATEWAY` in its environment. */
  AGENTGATEWAY = 'istio-agentgateway',
}

/** How a gateway of the Gateway API is run. */
export interface KubernetesGatewayProps extends ClientAddressProps {
  /**
   * Its class, and with it what proxies are made for it (`spec.gatewayClassName`).
   *
   * @default KubernetesGatewayClass.ISTIO
   */
  readonly gatewayClass?: KubernetesGatewayClass;
  /**
   * The revision, or a tag of it, whose istiod runs it (the label `istio.io/rev`). It must be one of the mesh.
   *
   * @default - that of the mesh
   */
  readonly revision?: string;
  /**
   * How its Service is reached (the annotation `networking.istio.io/service-type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
  /**
   * Labels of the objects that istiod makes for it (`spec.infrastructure.labels`).
   *
   * @default - none
   */
  readonly infrastructureLabels?: { readonly [name: string]: string };
  /**
   * Annotations of the objects that istiod makes for it (`spec.infrastructure.annotations`).
   *
   * @default - none
   */
  readonly infrastructureAnnotations?: { readonly [name: string]: string };
  /**
   * Name of a ConfigMap in its namespace, with what is laid over the objects that istiod makes for it, by kind: `deployment`,
   * `service`, `horizontalPodAutoscaler` and so on (`spec.infrastructure.parametersRef`).
   *
   * @default - none
   */
  readonly parametersConfigMap?: string;
  /**
   * Hosts, wildcards mostly, that have one listener for all exposed hosts below them. Browsers take hosts with one certificate for one
   * server; with a listener each, requests that they send on the connection of another host get status 404.
   *
   * @default - a listener a host
   */
  readonly listenerHosts?: string[];
}

const SERVICE_TYPE = 'networking.istio.io/service-type';

/** What of its Gateway is known from the beginning. */
interface GatewaySettings {
  readonly gatewayClassName: KubernetesGatewayClass;
  readonly infrastructure: GatewayInfrastructure;
  readonly labels: { [name: string]: string };
  readonly annotations: { [name: string]: string };
}

/**
 * A way into the mesh by the Gateway API: a Gateway with a listener a host, for which istiod runs the proxies, and an HTTPRoute for
 * each service that is exposed. The CRDs of the Gateway API must be in the cluster.
 *
 * The routes of a service hold at the gateway, too, in the words of an HTTPRoute, whichever dialect they have in the mesh: each of its
 * versions that gets traffic then has a Service of its own. What an HTTPRoute cannot say is found at synthesis; such a service is
 * exposed by an `InjectedGateway`.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export class KubernetesGateway extends Construct {
  /** Name of the gateway: of its Gateway. What istiod makes for it has the name of the class behind. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly place: GatewayPlace;
  private readonly policies = new EdgePolicies(this, () => this.edge);
  private readonly settings: GatewaySettings;
  private readonly client: ClientAddressProps;
  private readonly exposures: Exposed[] = [];

  /**
   * Adds a gateway.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: KubernetesGatewayProps = {}) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it in a namespace of a mesh: mesh.addNamespace("…")');
    }
    checkName(this, id, 'a gateway');
    checkServiceType(this, props.serviceType);
    const gatewayClassName = props.gatewayClass ?? KubernetesGatewayClass.ISTIO;
    const revision = this.revision(props.revision);
    this.gatewayName = id;
    this.namespaceName = namespace;
    this.place = { name: id, namespace, listenerHosts: [...props.listenerHosts ?? []] };
    this.identity = Identity.of(namespace, this.accountName(gatewayClassName), { trustDomain: meshContextOf(this).trustDomain });
    this.client = props;
    this.settings = {
      gatewayClassName,
      infrastructure: this.infrastructure(props),
      labels: revision === 'default' ? {} : { 'istio.io/rev': revision },
      annotations: props.serviceType === undefined ? {} : { [SERVICE_TYPE]: props.serviceType },
    };
    this.node.addValidation(checks(this, () => this.findings()));
  }

  /**
   * Lets traffic from outside reach a service: listeners for the hosts (`spec.listeners` of the Gateway), a route in the service's
   * namespace (HTTPRoute; TLSRoute where TLS is passed through, TCPRoute for bytes), and, where calls need to be allowed, rules that let
   * these hosts in and let the gateway call the service. A credential of another namespace gets a ReferenceGrant there.
   *
   * @param service the service
   * @param options under which names, and with which certificate
   * @throws the errors of `IngressGateway.expose()`
   * @throws an error for settings of TLS that a Gateway of the Gateway API does not have
   * @example
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['modern.example.com'], credentialName: 'modern-tls' });
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    const exposure = checkedExposure(this, service, options, true);
    const unsaid = unsaidOfTls(exposure);
    if (unsaid !== undefined) throw failure(this, unsaid.what, unsaid.fix);
    if (this.exposures.length === 0) {
      this.addGateway();
      if (meshContextOf(this).posture.policies) this.addAccess();
    }
    this.exposures.push({ exposure, service });
    if (options.certificate) writeCertificate(this, options.certificate, exposure.hosts);
    if (exposure.clientIpBlocks && !this.node.tryFindChild('access')) this.addAccess();
    if (redirectedHosts(this.place, [exposure]).length > 0) this.ensureRedirect();
    this.grant(exposure);
    service.allowFrom(this.identity, { ports: [exposure.port.number] });
    this.addRoute(exposure, service);
  }

  private addRoute(exposure: Exposure, service: IExposable): void {
    const { place } = this;
    const same = this.exposures.filter((other) => other.exposure.service === exposure.service).length;
    const [name] = service.host.split('.');
    const id = `exposed-by-${this.node.path.replaceAll('/', '-')}-${same}`;
    const metadata = { name: `${name}-${this.gatewayName}${same > 1 ? `-${same}` : ''}` };
    const scope = service as Construct;
    switch (exposure.protocol) {
      case ExposureProtocol.HTTP:
        new HTTPRoute(scope, id, { metadata, spec: renderRoute(place, exposure, service.httpRouteRulesFor(exposure.port, exposure.paths)) });
        return;
      case ExposureProtocol.TLS:
        new TLSRoute(scope, id, { metadata, spec: renderTlsRoute(place, exposure, service.backendRefsFor(exposure.port)) });
        return;
      default:
        new TCPRoute(scope, id, { metadata, spec: renderTcpRoute(place, exposure, service.backendRefsFor(exposure.port)) });
    }
  }

  /** Lets the gateway read a credential of another namespace. */
  private grant({ credentialName, credentialNamespace }: Exposure): void {
    if (credentialName === undefined || credentialNamespace === undefined || credentialNamespace === this.namespaceName) return;
    const id = `grant-${credentialNamespace}-${credentialName}`;
    if (this.node.tryFindChild(id)) return;
    new ReferenceGrant(this, id, {
      metadata: { name: `${this.namespaceName}-${this.gatewayName}-${credentialName}`, namespace: credentialNamespace },
      spec: {
        from: [{ group: GROUP, kind: 'Gateway', namespace: this.namespaceName }],
        to: [{ group: '', kind: 'Secret', name: credentialName }],
      },
    });
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
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * modern.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { claimsToHeaders: { sub: 'x-user' } });
   */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions = {}): void {
    this.policies.acceptJwt(provider, options);
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
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * modern.requireJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { notPaths: ['/login'], claims: { group: ['staff'] } });
   */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions = {}): void {
    this.policies.requireJwt(provider, options);
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
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern');
   * modern.expose(web, { hosts: ['shop.example.com'], credentialName: 'shop-tls' });
   * modern.authorizeWith(ExternalAuthorizer.oauth2Proxy(cart, { port: 80 }), { notPaths: ['/public/*'] });
   */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter = {}): void {
    this.policies.authorizeWith(authorizer, filter);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.map(({ exposure }) => exposure);
  }

  /** The Gateway is written with its first listener: without one it would be none. */
  private addGateway(): void {
    const { gatewayClassName, infrastructure, labels, annotations } = this.settings;
    new Gateway(this, 'Resource', {
      metadata: {
        name: this.gatewayName,
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
      spec: {
        gatewayClassName,
        ...(Object.keys(infrastructure).length > 0 && { infrastructure }),
        listeners: Lazy.any({ produce: () => renderListeners(this.place, this._exposures) }),
      },
    });
  }

  private addAccess(): void {
    const { posture } = meshContextOf(this);
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderEdgeAccess(this.edge, this._exposures) }),
    });
  }

  private get edge(): Edge {
    return {
      place: { targetRefs: [{ group: GROUP, kind: 'Gateway', name: this.gatewayName }] },
      listenerOf: (port) => port,
      sourceOf: (exposure) => sourceOf(this.client, exposure),
    };
  }

  private ensureRedirect(): void {
    if (this.node.tryFindChild('redirect')) return;
    new HTTPRoute(this, 'redirect', {
      metadata: { name: `${this.gatewayName}-redirect` },
      spec: Lazy.any({ produce: () => renderRedirect(this.place, this._exposures) }),
    });
  }

  private findings(): string[] {
    if (this.exposures.length === 0) return [finding('The gateway exposes nothing', 'Call expose() with a service, or leave the gateway out')];
    const own = this._exposures.filter(({ credentialNamespace = this.namespaceName }) => credentialNamespace === this.namespaceName);
    return [
      ...checkListeners(this, this.place, this.exposures),
      ...checkCredentials(this, this.namespaceName, own),
      ...this.exposures.filter(({ exposure }) => exposure.protocol === ExposureProtocol.HTTP).flatMap(({ service, exposure: { port, paths } }) => (
        service.httpRouteFindings(port, paths).map((one) => `Service "${service.node.path}": ${one}`))),
    ];
  }

  private revision(asked: string | undefined): string {
    const { installation } = meshContextOf(this);
    const known = [installation.revision, ...(installation.values.revisionTags ?? [])];
    if (asked === undefined || known.includes(asked)) return asked ?? installation.revision;
    throw failure(this, `There is no revision "${asked}" in this mesh, whose revision and tags are ${listed(known)}`, 'Name one of these, or leave the revision out');
  }

  /** Name of the account that istiod makes for the gateway. */
  private accountName(gatewayClass: KubernetesGatewayClass): string {
    const kind = gatewayKind(gatewayClass, [], gatewayFeatures(meshContextOf(this).installation.values.env));
    if (kind === undefined) {
      throw failure(this, `This mesh's istiod runs no Gateways of the class "${gatewayClass}"`, 'Set PILOT_ENABLE_AGENTGATEWAY in its environment, or use the class "istio"');
    }
    return kind.namedAfterClass ? `${this.gatewayName}-${gatewayClass}` : this.gatewayName;
  }

  private infrastructure(props: KubernetesGatewayProps): GatewayInfrastructure {
    const { infrastructureLabels: labels, infrastructureAnnotations, externalTrafficPolicy } = props;
    const annotations = { ...infrastructureAnnotations, ...topologyAnnotations(this, props, infrastructureAnnotations) };
    const name = externalTrafficPolicy === undefined ? props.parametersConfigMap : this.addParameters(props);
    return {
      ...(labels && { labels: { ...labels } }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ...(name !== undefined && { parametersRef: { group: '', kind: 'ConfigMap', name } }),
    };
  }

  /** The Service is istiod's; what is laid over it lies in a ConfigMap. */
  private addParameters({ externalTrafficPolicy, parametersConfigMap }: KubernetesGatewayProps): string {
    if (parametersConfigMap !== undefined) {
      throw failure(this, `The gateway has an externalTrafficPolicy, and its parameters in ConfigMap "${parametersConfigMap}"`,
        'Put the policy into the ConfigMap, under "service"');
    }
    const name = `${this.gatewayName}-parameters`;
    new ApiObject(this, 'parameters', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { service: `spec:\n  externalTrafficPolicy: ${externalTrafficPolicy}\n` },
    });
    return name;
  }
}
