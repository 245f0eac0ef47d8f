import { ApiObject, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ImportedService, ImportedServiceAttributes } from './imported-service';
import { ServiceCalls } from './service-calls';
import { checkService } from './service-checks';
import { ServiceIdentity } from './service-identity';
import { renderService } from './service-manifests';
import { MESH_SERVICE } from './service-option-kinds';
import { MeshServiceOptions } from './service-options';
import { checkDestinationPort, checkPorts } from './service-ports';
import { ServiceVersion, ServiceVersionOptions } from './service-version';
import { ServiceWorkloads } from './service-workloads';
import { Workload } from './workload';
import { IExposable, IWaypoint } from '../../gateway';
import { CallerAttributes, ICallers } from '../../reference/caller-attributes';
import { failure } from '../../reference/fail';
import { serviceHost } from '../../reference/host';
import { Identity } from '../../reference/identity';
import { checkName } from '../../reference/label-name';
import { checkArgument, checkOptions, having } from '../../reference/option-kinds';
import { MeshPort } from '../../reference/port';
import { sortChildren } from '../../reference/sorted-children';
import { checks } from '../../reference/suppressions';
import { lazily } from '../../reference/synthesis';
import { DestinationPlace, WeightedDestination } from '../../reference/weighted-destination';
import { writtenQuickly } from '../../reference/written-form';
import { MutualTLSMode, Telemetry } from '../../resources';
import { atPods, atWaypointOf, CallOptions } from '../../security/access';
import { AccessLine, AccessPolicy } from '../../security/access-policy';
import { ExternalAuthorizer } from '../../security/external-authorizer';
import { AcceptJwtOptions, JwtProvider } from '../../security/jwt-provider';
import { RequestFilter } from '../../security/request-filter';
import { RequireJwtOptions } from '../../security/require-jwt';
import { renderTelemetry, TelemetryOptions } from '../../telemetry/telemetry';
import { TcpRouteOptions, TlsRouteOptions } from '../../traffic/connection-route';
import { DestinationOptions } from '../../traffic/destination-options';
import { HttpRouteOptions } from '../../traffic/http-route';
import { PlacedEntry } from '../../traffic/narrowing';
import { ReleasePlan } from '../../traffic/release/plan';
import { renderHttp } from '../../traffic/render-http';
import { IRouteDestination } from '../../traffic/route-destination';
import { RouteDialect } from '../../traffic/route-dialect';
import { IRouteSource } from '../../traffic/route-source';
import { TrafficPolicyOptions } from '../../traffic/traffic-policy';
import { Asking } from '../access/asked-authorizer';
import { ICallable, isCallable } from '../access/callable';
import { checkAccess } from '../access/checks';
import { Permission } from '../access/permission';
import { ServiceAccess } from '../access/service-access';
import { stanceOf } from '../access/stance';
import { checkAmbientService } from '../data-plane/ambient-checks';
import { Enrollment } from '../data-plane/enrollment';
import { addProxyConfig, ProxyConfigOptions } from '../data-plane/proxy-start';
import { exportService } from '../data-plane/scoping';
import { ServiceDataPlane } from '../data-plane/service-data-plane';
import { UseWaypointOptions } from '../data-plane/waypoint-use';
import type { Mesh } from '../mesh';
import { checkMutualTls } from '../mutual-tls/checks';
import { MutualTlsOptions, ServiceMutualTls } from '../mutual-tls/service-mutual-tls';
import type { MeshNamespace } from '../namespace';
import { release, ReleaseOptions } from '../release/service-release';
import { RoutesAtGateways } from '../routing/routes-at-gateways';
import { ServiceRouting } from '../routing/service-routing';
import { ServiceTraffic } from '../routing/service-traffic';

/**
 * A service of the mesh: a name that others call, the workloads behind it, who may call it, and what it calls itself.
 * Made by `MeshNamespace.addService()`.
 */
export class MeshService extends Construct implements ICallable, ICallers, IExposable, IRouteDestination, IRouteSource {
  /**
   * A service of the same mesh that another program declares. It can be called and let in, and a route may lead to it. Writes nothing of it: the
   * scope of its callers (`Sidecar` `spec.egress[].hosts`) names it, and its own policies must let them in, which is up to the other program.
   *
   * @param mesh the mesh
   * @param name name of the service
   * @param attributes where it is, and what is known of it
   * @throws if a name is not a DNS label
   * @throws if this program declares the service itself, or has imported it already
   * @example web.calls(MeshService.fromServiceName(mesh, 'orders', { namespace: 'orders', ports: [MeshPort.http(80)] }));
   */
  public static fromServiceName(mesh: Mesh, name: string, attributes: ImportedServiceAttributes): ImportedService {
    return ImportedService._named(mesh, name, attributes);
  }

  /**
   * A service of the same mesh, as the manifests of another program say: its ports, its identity and the labels of its pods. Where their policies
   * do not let a caller in, synthesis warns of it. Writes nothing of it, as `fromServiceName()`.
   *
   * @param mesh the mesh
   * @param manifest what the other program wrote: text of YAML, an object or a list of objects
   * @param name name of the service
   * @param namespace its namespace; it may be left out where the manifests have one service of the name
   * @throws if the manifest is no YAML
   * @throws if it does not hold the Service, or several
   * @throws if this program declares the service itself, or has imported it already
   * @example
   *   const orders = MeshService.fromManifest(mesh, [
   *     { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'orders' }, spec: { ports: [{ name: 'http', port: 80 }] } },
   *   ], 'orders');
   *   web.calls(orders);
   */
  public static fromManifest(mesh: Mesh, manifest: any, name: string, namespace?: string): ImportedService {
    return ImportedService._read(mesh, manifest, name, namespace);
  }

  /** The mesh that the service belongs to. */
  public readonly mesh: Mesh;
  /** Name of the service, and of its Kubernetes Service. */
  public readonly serviceName: string;
  /** Name of the namespace in which the service lives. */
  public readonly namespaceName: string;
  /** Full host name of the service, the same in the whole mesh. */
  public readonly host: string;
  /** In which kinds its routes are written. */
  public readonly routeDialect: RouteDialect;
  /** Labels of the service, over those that its namespace was given. */
  public readonly labels: { [name: string]: string };
  private readonly portList: MeshPort[];
  private readonly workloads: ServiceWorkloads;
  /** @internal */
  public readonly _dataPlane: ServiceDataPlane;
  /** @internal */
  public readonly _mutualTls: ServiceMutualTls;
  /** @internal */
  public readonly _traffic: ServiceTraffic;
  private readonly outgoing = new ServiceCalls(this);
  private readonly access: ServiceAccess;
  private readonly routing: ServiceRouting;
  private readonly atGateways: RoutesAtGateways;
  private readonly account = new ServiceIdentity(this);

  /**
   * Adds a service; `MeshNamespace.addService()` does the same. Writes a `Service` (`spec.selector`, `spec.ports[].appProtocol`), where there are
   * ports and `createService` is not false.
   *
   * @param namespace the namespace in which the service lives
   * @param id name of the service
   * @param options what it is made of
   * @throws if the id is not a DNS label, or is there already
   * @throws if two ports have the same number or the same name
   * @throws if the workload holds no pod template, or several
   * @throws if the pods cannot be enrolled so in this namespace
   * @example new MeshService(shop, 'search', { ports: [MeshPort.http(80)], selector: { app: 'search' } });
   */
  constructor(namespace: MeshNamespace, id: string, options: MeshServiceOptions = {}) {
    checkName(namespace, id, 'a service');
    if (namespace._services.node.tryFindChild(id) !== undefined) {
      throw failure(namespace, `Service "${id}" is there already`, 'Give the second one another name, or keep the object that the first addService() returned');
    }
    checkOptions(namespace, `addService("${id}")`, options, MESH_SERVICE);
    super(namespace._services, id);
    this.mesh = namespace.mesh;
    this.serviceName = id;
    this.namespaceName = namespace.namespaceName;
    this.host = serviceHost(id, this.namespaceName, this.mesh.clusterDomain);
    this.routeDialect = options.routeDialect ?? this.mesh.routeDialect;
    this.labels = { ...namespace._ownLabels, ...options.labels };
    this.portList = [...(options.ports ?? [])];
    checkPorts(this, this.portList);
    this.workloads = new ServiceWorkloads(this, options);
    this._dataPlane = new ServiceDataPlane(this, namespace, options.enrollment);
    this._mutualTls = new ServiceMutualTls(this, namespace);
    this.access = new ServiceAccess(this, stanceOf(namespace._access, options.dryRun));
    this._traffic = new ServiceTraffic(this, namespace._defaults);
    this.routing = new ServiceRouting(this, namespace._defaults);
    this.atGateways = new RoutesAtGateways(this, this.routing);
    if (options.workload) this.workloads.addOwn(options.workload);
    if (options.serviceAccount) this.account.runAs(options.serviceAccount.name);
    if (this.portList.length > 0 && (options.createService ?? true)) {
      const resource = new ApiObject(this, 'Resource', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: id, labels: { ...options.labels } },
        spec: lazily(() => renderService(this.portList, this.selector)),
      });
      writtenQuickly(resource);
      exportService(this, resource);
    }
    this._dataPlane.follow();
    this._traffic.write();
    this.routing.writeDefaults();
    this.access.write();
    this.node.addValidation(checks(this, () => [
      ...checkService(this), ...this.routing.check(), ...this._traffic.check(), ...checkAccess(this), ...checkAmbientService(this),
      ...checkMutualTls(this),
    ]));
    sortChildren(this);
    namespace._each.meet(this);
    namespace._aspects.meet(this);
    this.mesh._aspects.meet(this);
  }

  /** Ports under which the service is called. */
  public get ports(): MeshPort[] {
    return [...this.portList];
  }

  /** Versions of the service, in the order in which they were added. Add one with `addVersion()`. */
  public get versions(): ServiceVersion[] {
    return [...this.workloads.versions];
  }

  /** Labels by which the service finds its pods. */
  public get selector(): { [name: string]: string } {
    return this.workloads.selector;
  }

  /** Who the service's workloads are when they call others. */
  public get identity(): Identity {
    return this.account.identity;
  }

  /** The one way to be the service, as policies ask for it: its identity. */
  public get callerAttributes(): CallerAttributes[] {
    return this.identity.callerAttributes;
  }

  /** Namespace of the service's pods, as a route tells callers apart. */
  public get sourceNamespace(): string {
    return this.namespaceName;
  }

  /** Labels of the service's pods, as a route tells callers apart. */
  public get sourceLabels(): { [name: string]: string } {
    return this.selector;
  }

  /** How the service's workloads are part of the mesh. */
  public get enrollment(): Enrollment {
    return this._dataPlane.enrollment;
  }

  /** Where the service is found, as a Sidecar spells it. */
  public get egressHosts(): string[] {
    return [`${this.namespaceName}/${this.host}`];
  }

  /**
   * Adds a version: a workload of its own whose pods the service's selector picks too. With the first route that leads to it, or a policy
   * of its own, it is a subset. Writes an item of `spec.subsets[]` of the service's `DestinationRule` then (`spec.subsets[].labels`,
   * `spec.subsets[].trafficPolicy`). In the dialect of the Gateway API it is a Service of its own.
   *
   * @param name name of the version and of its subset, such as "v2"
   * @param workload the workload, as in the options of the service
   * @param options what tells its pods from the others', and how they are called
   * @throws if the name is not a DNS label, or is there already
   * @throws if the service has a workload of its own
   * @throws if the workload holds no pod template, or several
   * @throws if the traffic policy says nothing, names a port that is not there, or asks for what its protocol does not have
   * @example
   *   const v3 = web.addVersion('v3', pods('web', 'v3'), { trafficPolicy: { loadBalancer: LoadBalancer.random() } });
   *   web.split(v1.weight(90), v3.weight(10));
   */
  public addVersion(name: string, workload: IConstruct, options: ServiceVersionOptions = {}): ServiceVersion {
    const version = this.workloads.addVersion(name, workload, options);
    this.account.apply();
    this._traffic.write();
    return version;
  }

  /**
   * Declares that this service calls another one, a group or a namespace, or something outside the mesh. What is not declared is denied, under
   * `Posture.ZERO_TRUST`. Writes an identity for the callers (a `ServiceAccount`, unless their pods name one), a rule that lets them in (the
   * `AuthorizationPolicy` `<service>-callers` of the called service, `spec.rules[]`), and the host in the scope of this service's proxies (a
   * `Sidecar`, `spec.egress[].hosts`). Under `Posture.OPEN` it is the identity alone; the scope is written under `Posture.ZERO_TRUST` alone.
   *
   * @param callee what is called
   * @param options what may be asked for; of several calls of the same service, any
   * @throws if it belongs to another mesh
   * @throws if the called service has no ports, or not those that are named
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @throws if the options ask for what only HTTP has, on a port that speaks something else
   * @throws if there are any options, and what is called is outside the mesh
   * @throws if dryRun is false, and the called service is tried out as a whole
   * @throws if the workloads of this service run as different service accounts
   * @example web.calls(cart, { methods: ['GET', 'POST'], paths: ['/cart/*', '/users/{*}/cart'] });
   */
  public calls(callee: ICallable, options: CallOptions = {}): void {
    this.outgoing.add(callee, options);
  }

  /**
   * Makes room for a caller. Call `calls()` on the caller instead: it does both sides. Writes a rule of the `AuthorizationPolicy`
   * `<service>-callers` (`spec.rules[]`), unless the posture is `Posture.OPEN`.
   *
   * @param caller who will call
   * @param options what it may ask for
   * @throws the errors of `calls()`
   * @example cart.acceptCaller(web, { methods: ['GET'] });
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    this.access.accept(caller, options);
  }

  /**
   * Allows callers to call the service that do not say so themselves: identities from outside this program, whole namespaces, or whatever
   * `Callers` tells apart. Writes a rule of the service's `AuthorizationPolicy` `<service>-callers` (`spec.rules[].from`, `spec.rules[].to`),
   * unless the posture is `Posture.OPEN`.
   *
   * @param callers who may call
   * @param options what they may ask for
   * @throws if the service has no ports, or not those that are named
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @throws if the options ask for what only HTTP has, on a port that speaks something else
   * @throws if dryRun is false, and the service is tried out as a whole
   * @example cart.allowFrom(Callers.namespaces('monitoring'), { methods: ['GET'], paths: ['/metrics'] });
   */
  public allowFrom(callers: ICallers, options: CallOptions = {}): void {
    this.access.allow(callers, options);
  }

  /**
   * Says what is allowed beside the calls that are declared: everything, nothing, or some lines. Writes the service's `AuthorizationPolicy`
   * `<service>-callers` with a rule a line (`spec.rules[]`). A service that allows nothing, or these, is held to it in every posture, also in
   * `Posture.OPEN`.
   *
   * @param policy what is allowed
   * @throws the errors of `allowFrom()`, for each line
   * @example cart.allow(AccessPolicy.these({ callers: [Callers.namespaces('batch')], methods: ['GET'] }));
   */
  public allow(policy: AccessPolicy): void {
    this.access.apply(policy);
  }

  /**
   * Denies what a line says, whatever else is allowed, in every posture. Writes a rule of the service's `AuthorizationPolicy` `<service>-denials`
   * (`spec.action`, `spec.rules[]`). Who calls without an identity is none of those named, and so is denied where exceptions are named. Without
   * ports and without anything that only HTTP has, it holds on all ports of the pods.
   *
   * @param reason why; it stands in the access matrix of the mesh
   * @param line who is denied what; nothing in it denies everything to everybody. `notCallers`, `notPaths` and the like are its exceptions
   * @throws if the reason is empty
   * @throws if the service has no ports, or not those that are named
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @throws if the line asks for what only HTTP has, on a port that speaks something else, where it would deny more than it says
   * @example cart.deny('only the shop window changes carts', { methods: ['PUT', 'DELETE'], notCallers: [web] });
   */
  public deny(reason: string, line: AccessLine = {}): void {
    this.access.deny(reason, line);
  }

  /**
   * Denies every request to the service, whatever else is allowed. Writes an empty rule into its `AuthorizationPolicy` `<service>-denials`
   * (`spec.action`, `spec.rules[]`). Where the service is tried out, as under `Posture.AUDIT`, it is counted and logged only.
   *
   * @param reason why; it stands in the access matrix of the mesh
   * @throws if the reason is empty
   * @example db.denyAll('under repair');
   */
  public denyAll(reason: string = 'denyAll()'): void {
    this.access.deny(reason, {});
  }

  /**
   * Lets the service know the tokens of a provider. Writes a rule of its `RequestAuthentication`, which has its name (`spec.jwtRules[].issuer`,
   * `spec.jwtRules[].outputClaimToHeaders`). A request with a token that is not valid is refused with 401; one without any is let through. What
   * end users may do is then said with `claims` and `requestPrincipals` of calls and denials.
   *
   * @param provider who signs the tokens
   * @param options which claims go to headers, and whether the token is handed on
   * @throws if the service has no port that speaks HTTP
   * @throws if another provider of the same issuer is known already
   * @throws if a claim would go to two headers, or the token would be handed on and not
   * @example cart.acceptJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { claimsToHeaders: { sub: 'x-user' } });
   */
  public acceptJwt(provider: JwtProvider, options: AcceptJwtOptions = {}): void {
    this.access.acceptJwt(provider, options);
  }

  /**
   * Denies requests without a token of a provider; they are answered with 403. Writes what `acceptJwt()` does (`RequestAuthentication`
   * `spec.jwtRules[]`), and rules of the service's `AuthorizationPolicy` `<service>-denials`: one for requests without a token
   * (`spec.rules[].from[].source.notRequestPrincipals`), one for each claim (`spec.rules[].when[].notValues`). Of several providers that are
   * required for the same requests, any one will do.
   *
   * @param provider who signs the tokens
   * @param options which requests need one, on all ports that speak HTTP where none are named, and what its claims must be
   * @throws the errors of `acceptJwt()`
   * @throws if the service has not the ports that are named
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @example cart.requireJwt(JwtProvider.of({ issuer: 'https://accounts.example.com' }), { notPaths: ['/healthz'], claims: { group: ['staff'] } });
   */
  public requireJwt(provider: JwtProvider, options: RequireJwtOptions = {}): void {
    this.access.requireJwt(provider, options);
  }

  /**
   * Has an external authorizer decide about requests before denials and rules do. Writes the service's `AuthorizationPolicy`
   * `<service>-<authorizer>` (`spec.action`, `spec.provider.name`, `spec.rules[]`), and what `calls()` writes for a call of the authorizer. The
   * authorizer itself becomes an item of `meshConfig.extensionProviders`. Where the service is tried out, as under `Posture.AUDIT`, it is not
   * asked: Istio has no dry-run of it.
   *
   * @param authorizer who decides
   * @param filter which requests, on all ports that speak HTTP where none are named; everything, where nothing is said
   * @throws if the service asks another authorizer already
   * @throws if the mesh has another extension provider of the name, or, of a named one, none
   * @throws if the service has not the ports that are named
   * @throws if a list is empty, or holds a method, path, host or header that no request has
   * @example web.authorizeWith(ExternalAuthorizer.opa(cart, { port: 80 }), { notPaths: ['/healthz'] });
   */
  public authorizeWith(authorizer: ExternalAuthorizer, filter: RequestFilter = {}): void {
    this.access.authorizeWith(authorizer, filter);
    const { server, port } = authorizer;
    if (server instanceof MeshService && this._dataPlane.isAmbient) server.allowFrom(new Asking(this), { ports: [port!] });
    else if (isCallable(server)) this.calls(server, server instanceof MeshService ? { ports: [port!] } : {});
  }

  /**
   * Sends what is sent to the service, or to its pods, through a waypoint, as far as the waypoint takes it. Rules with methods and
   * paths, routes and telemetry of an ambient service need one. Writes the label `istio.io/use-waypoint` and what goes with it into the
   * `Service` (`metadata.labels["istio.io/use-waypoint"]`); a waypoint for workloads, into the labels of the pods. Its policies then stand at
   * the waypoint (`AuthorizationPolicy` `spec.targetRefs[]`).
   *
   * @param waypoint the waypoint
   * @param options whether ingress gateways use it, too, and what is tried out beside it
   * @throws if the service is not in ambient mode
   * @throws if it has said already which waypoint it uses
   * @throws if this program writes no Service for it, and the waypoint is for services
   * @throws if the waypoint, or its canary, takes no traffic
   * @throws if the canary is the waypoint itself or has no weight from 0 to 100, or if one of both is for workloads alone
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false });
   * const town = city.addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * const hall = town.addService('hall', { ports: [MeshPort.http(80)], selector: { app: 'hall' } });
   * hall.allowFrom(Callers.namespaces('town'), { methods: ['GET'] });
   * hall.useWaypoint(town.addWaypoint('waypoint'));
   */
  public useWaypoint(waypoint: IWaypoint, options: UseWaypointOptions = {}): void {
    this._dataPlane.use(waypoint, options);
    this.access.write();
  }

  /**
   * Sends nothing of the service through a waypoint, whatever its namespace says. Writes the label `istio.io/use-waypoint: none` into the `Service`
   * (`metadata.labels["istio.io/use-waypoint"]`), and into those of its pods.
   *
   * @throws if the service has said already which waypoint it uses
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false });
   * const town = city.addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * const hall = town.addService('hall', { ports: [MeshPort.http(80)], selector: { app: 'hall' } });
   * town.useWaypoint(town.addWaypoint('waypoint'));
   * hall.useNoWaypoint();
   */
  public useNoWaypoint(): void {
    this._dataPlane.useNone();
    this.access.write();
  }

  /**
   * Says what the service's workloads accept from their callers, on all ports or on some: mutual TLS alone (STRICT), plain text too
   * (PERMISSIVE), or plain text alone (DISABLE). Writes a `PeerAuthentication` for the pods (`spec.selector`, and `spec.mtls.mode` or
   * `spec.portLevelMtls`, with the numbers of the containers' ports), where that is another thing than the namespace says.
   *
   * @param mode what is accepted
   * @param options on which ports
   * @throws if the mode is UNSET
   * @throws if the pods have no proxy, or if they are in ambient mode and the mode is DISABLE
   * @throws if a port is none of the service's, or something was said of it already
   * @example
   * cart.useMutualTls(MutualTLSMode.PERMISSIVE, { ports: cart.ports });
   * web.useMutualTls(MutualTLSMode.PERMISSIVE);
   */
  public useMutualTls(mode: MutualTLSMode, options: MutualTlsOptions = {}): void {
    this._mutualTls.use(mode, options);
    this._traffic.write();
  }

  /**
   * Splits the service's traffic between its versions: requests of routes that do not say where they go, and connections. Writes the shares into
   * the service's `VirtualService` (`spec.http[].route[].weight`, and so into its `tls` and `tcp` where it has such ports) and a subset a
   * version into its `DestinationRule` (`spec.subsets[]`). In the dialect of the Gateway API they are `backendRefs` of its routes, and each version
   * has a Service. On a TLS port, callers must then ask for the full host by SNI.
   *
   * @param to versions with their weights, which add up to 100
   * @throws if the weights are not whole numbers from 0 to 100, or do not add up to 100
   * @throws if a version is of another service, or is given twice
   * @throws if the traffic is split already
   * @example web.split(v1.weight(80), v2.weight(20));
   */
  public split(...to: WeightedDestination[]): void {
    this.routing.split(to);
  }

  /**
   * Makes one step of a release, from one version to another: the shares are a split, copies a mirror, a preview routes named "preview", and
   * where the plan keeps callers with their version by a cookie, there is a route named "sticky" and the header `Set-Cookie` in answers of the
   * new version. Writes items of `spec.http[]` of the service's `VirtualService` (`spec.http[].name`, `spec.http[].match[]`,
   * `spec.http[].route[].weight`, `spec.http[].route[].headers`, `spec.http[].mirrors[]`). In the dialect of the Gateway API they are `spec.rules` of
   * its routes. Connections follow the shares, too. Routes that say where they go are left alone.
   *
   * @param plan the steps
   * @param step number of the step, 0 for the one before the release
   * @param options between which versions
   * @throws if the plan has no such step
   * @throws if the service has other than two versions and the options do not say which
   * @throws if a version is of another service, or is to be released over itself
   * @throws if the traffic is split already
   * @throws if the service speaks no HTTP, and the step has a preview, a cookie or copies
   * @throws if the routes are written in the dialect of the Gateway API, and it has no field for something of the step
   * @example
   * const careful = ReleasePlan.canary({
   *   weights: [5, 50], stickiness: VersionCookie.named('web-version'), preview: [{ headers: { 'x-preview': StringMatch.exact('yes') } }],
   * });
   * web.release(careful, 1, { stable: v1, next: v2 });
   *
   * const search = shop.addService('search', { ports: [MeshPort.http(80, { target: 8080 })] });
   * search.addVersion('v1', pods('search', 'v1'));
   * search.addVersion('v2', pods('search', 'v2'));
   * search.release(ReleasePlan.darkLaunch({ percentages: [10] }), 1);
   */
  public release(plan: ReleasePlan, step: number, options: ReleaseOptions = {}): void {
    release(this, this.routing, plan, step, options);
  }

  /**
   * Adds a route: which requests, where to, and how they are treated. Writes an item of `spec.http[]` of the service's `VirtualService`
   * (`spec.http[].match[]`, `spec.http[].timeout`), which holds inside the mesh and at every gateway that exposes the service. In the dialect of the
   * Gateway API it is an item of `spec.rules` of its HTTPRoutes and GRPCRoutes. Routes are tried by how specific their matches are, and not in the
   * order of the program.
   *
   * @param options the route; without a match it is the one for all other requests
   * @throws if no port of the service speaks HTTP
   * @throws if another route has the same match
   * @throws if a match is empty, is for another port, or asks for what no request has
   * @throws if the weights do not add up to 100, or a destination has no such port
   * @throws if the priority or the number of retries is not a whole number, or a condition to retry on is none
   * @throws if a route that answers by itself says what only counts for requests that are passed on
   * @throws if a route that delegates has no match, or says where requests go
   * @throws if the routes are written in the dialect of the Gateway API, and it has no field for an option
   * @example web.route({ match: [{ path: StringMatch.prefix('/slow') }], timeout: Duration.seconds(10) });
   */
  public route(options: HttpRouteOptions): void {
    this.routing.add(options);
  }

  /**
   * Adds a route for connections to the service's TCP ports. Writes an item of `spec.tcp[]` of the service's `VirtualService`
   * (`spec.tcp[].match[]`, `spec.tcp[].route[]`), which holds inside the mesh. In the dialect of the Gateway API it is a TCPRoute.
   *
   * @param options the route; without a match it is the one for all other connections
   * @throws if no port of the service carries plain bytes, or a match names another port
   * @throws if a list of a match is empty
   * @throws if another route has the same match, or an address in common with it (`destinationSubnets`) for callers that may be the same
   * @throws if the weights do not add up to 100, or a destination has no such port
   * @throws if the routes are written in the dialect of the Gateway API, and it has no field for an option
   * @example
   *   const standby = shop.addService('standby', { ports: [MeshPort.tcp(5432)], selector: { app: 'standby' } });
   *   db.routeTcp({ match: [{ sources: [cart] }], to: [standby.weight(100)] });
   */
  public routeTcp(options: TcpRouteOptions): void {
    this.routing.addConnections('tcp', options);
  }

  /**
   * Adds a route for connections to the service's TLS ports, which are passed on as they are. Writes an item of `spec.tls[]` of the service's
   * `VirtualService` (`spec.tls[].match[].sniHosts`, `spec.tls[].route[]`). In the dialect of the Gateway API it is a TLSRoute. Callers must ask for
   * the full host of the service by SNI: under another name they then find no route on the port.
   *
   * @param options the route; without a match it is the one for all connections that ask for the host of the service
   * @throws if no port of the service carries TLS, or a match names another port
   * @throws if a list of a match is empty
   * @throws if another route has the same match
   * @throws if the weights do not add up to 100, or a destination has no such port
   * @throws if the routes are written in the dialect of the Gateway API, and it has no field for an option
   * @example
   *   const vault = shop.addService('vault', { ports: [MeshPort.tls(8200, { target: 8080 })] });
   *   const one = vault.addVersion('one', pods('vault', 'one')), two = vault.addVersion('two', pods('vault', 'two'));
   *   vault.routeTls({ to: [one.weight(90), two.weight(10)] });
   */
  public routeTls(options: TlsRouteOptions): void {
    this.routing.addConnections('tls', options);
  }

  /**
   * Copies requests to a version or another service, whose answers nobody waits for: those of all routes that name no mirrors themselves. Writes
   * an item of `mirrors` into each of these routes of the service's `VirtualService` (`spec.http[].mirrors[].destination`,
   * `spec.http[].mirrors[].percentage`). In the dialect of the Gateway API it is a filter `RequestMirror`.
   *
   * @param to who gets the copies
   * @param percentage of how many requests, above 0 and up to 100; 100 where it is not given
   * @throws if no port of the service speaks HTTP
   * @throws if the percentage is none, or the same receiver is named twice
   * @example
   *   web.split(v1.weight(100));
   *   web.mirror(v2, 10);
   */
  public mirror(to: IRouteDestination, percentage: number = 100): void {
    checkArgument(this, 'mirror()', 'to', to, having('weight', 'a version or a service'));
    this.routing.mirror(to.weight(percentage));
  }

  /**
   * The whole service with its share of the traffic, for the `to` or the `mirrors` of another service's route. Writes a destination into the
   * `VirtualService` of that route (`spec.http[].route[].destination.host`, and `port` where the service has several).
   *
   * @param percent the share, from 0 to 100
   * @param options the port to which the traffic goes
   * @throws if the service has no such port
   * @example web.route({ match: [{ path: StringMatch.prefix('/cart/') }], to: [cart.weight(100)] });
   */
  public weight(percent: number, options: DestinationOptions = {}): WeightedDestination {
    checkDestinationPort(this, this.portList, options.port);
    return WeightedDestination._of(this._place, percent, undefined, options.port);
  }

  /**
   * Says how the service is called, by whichever route: connection pools, outlier detection, load balancing, retry budgets. Writes
   * the service's `DestinationRule` (`spec.trafficPolicy.connectionPool`, `spec.trafficPolicy.outlierDetection`, and so on).
   *
   * @param options how it is called
   * @throws if it was said already, or nothing is said
   * @throws if a port is not the service's, or has two policies
   * @throws if something for requests is said of a service or a port that does not speak HTTP
   * @throws if a value would be read as none, or has no effect beside another
   * @example
   *   cart.trafficPolicy({
   *     connectionPool: { tcp: { maxConnections: 100 }, http: { http1MaxPendingRequests: 10 } },
   *     outlierDetection: { consecutive5xxErrors: 3, baseEjectionTime: ProtoDuration.seconds(60) },
   *   });
   */
  public trafficPolicy(options: TrafficPolicyOptions): void {
    this._traffic.declare(options);
  }

  /**
   * Says how the proxies of the service's pods start. Writes a `ProxyConfig` of the service's name for its pods (`spec.selector.matchLabels`,
   * `spec.concurrency`, `spec.environmentVariables`). It counts for pods that are made after it.
   *
   * @param options their threads, environment and image
   * @throws if it was said already, or nothing is said
   * @example cart.addProxyConfig({ concurrency: 4, environmentVariables: { ISTIO_META_IDLE_TIMEOUT: '30s' } });
   */
  public addProxyConfig(options: ProxyConfigOptions): void {
    addProxyConfig(this, { name: this.serviceName }, options, () => this.selector);
  }

  /**
   * Says what the service's proxies tell about its traffic. Writes a `Telemetry` of the service's name for its pods (`spec.selector`,
   * `spec.accessLogging[]`, `spec.metrics[].overrides[]`, `spec.tracing[]`). Behind a waypoint, it is for that (`targetRefs`).
   *
   * @param options access log, metrics and traces
   * @throws if it was said already
   * @throws if the percentage of traces is not from 0 to 100
   * @example
   * cart.addTelemetry({
   *   accessLog: { filter: 'response.code >= 400' },
   *   metrics: [{ metric: IstioMetric.REQUEST_COUNT, tags: { host: 'request.host' } }],
   *   tracingPercentage: 5,
   * });
   */
  public addTelemetry(options: TelemetryOptions): void {
    if (this.node.tryFindChild('telemetry')) {
      throw failure(this, 'The service has its telemetry already', 'Call addTelemetry() once, with everything');
    }
    const said = renderTelemetry(this, options);
    new Telemetry(this, 'telemetry', {
      metadata: { name: this.serviceName },
      spec: Lazy.any({ produce: () => ({ ...this._dataPlane.serviceWaypoint ? atWaypointOf(this.serviceName) : atPods(this.selector), ...said }) }),
    });
  }

  /**
   * The routes to one port of the service, in the form of `spec.http` of a VirtualService: for those who write gateways of their own. Routes that
   * are added later are not among them.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with, in whole segments, any of them; undefined for every path
   * @example
   * web.route({ timeout: Duration.seconds(5) });
   * new VirtualService(shop, 'corporate', {
   *   spec: { hosts: [Host.of('web.corp.example.com')], gateways: ['edge/corporate'], http: web.httpRoutesFor(web.ports[0]) },
   * });
   */
  public httpRoutesFor(port: MeshPort, pathPrefixes?: string[]): any[] {
    return renderHttp(this._entriesFor(port, pathPrefixes));
  }

  /**
   * The routes to one port of the service at gateways, in the order in which they are tried. Those of several services can be put
   * together, sorted by specificity and printed as one list.
   *
   * @internal
   */
  public _entriesFor(port: MeshPort, pathPrefixes?: readonly string[]): PlacedEntry[] {
    return this.atGateways.entries(port, pathPrefixes);
  }

  /** @internal */
  public get _place(): DestinationPlace {
    return {
      host: this.host,
      serviceName: this.serviceName,
      namespaceName: this.namespaceName,
      ports: this.ports,
      versionsAreServices: this.routeDialect === RouteDialect.GATEWAY_API,
      useVersion: (version) => this._traffic.useVersion(version),
      giveVersionService: (version) => this.routing.giveVersionService(version),
    };
  }

  /**
   * The routes to one port of the service, in the form of `spec.rules` of an HTTPRoute: for those who write gateways of their own. They are lazy,
   * so that routes may still be added. Each version that they name then has a Service of its own.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with, in whole segments, any of them; undefined for every path
   * @example
   * web.split(v1.weight(90), v2.weight(10));
   * new gatewayapi.HTTPRoute(shop, 'corporate', {
   *   spec: { parentRefs: [{ name: 'corporate', namespace: 'edge' }], rules: web.httpRouteRulesFor(web.ports[0]) },
   * });
   */
  public httpRouteRulesFor(port: MeshPort, pathPrefixes?: string[]): any {
    return this.atGateways.httpRouteRules(port, pathPrefixes);
  }

  /**
   * What of the service's routes an HTTPRoute at a gateway cannot say, a sentence each: for those who write gateways of their own, whose
   * validation reports it.
   *
   * @param port which port
   * @param pathPrefixes what the path of a request must begin with; undefined for every path
   * @example
   * web.route({ fault: HttpFault.abort(503, 1) });
   * for (const finding of web.httpRouteFindings(web.ports[0])) console.log(finding);
   */
  public httpRouteFindings(port: MeshPort, pathPrefixes?: string[]): string[] {
    return this.atGateways.httpRouteFindings(port, pathPrefixes);
  }

  /**
   * Where connections to one port of the service go, in the form of `route` of a VirtualService's `tcp` and `tls`: for those who write gateways of
   * their own.
   *
   * @param port which port
   * @example
   * new VirtualService(shop, 'corporate-db', {
   *   spec: {
   *     hosts: [Host.any()], gateways: ['edge/corporate'], tcp: [{ match: [{ port: PortNumber.of(5432) }], route: db.destinationsFor(db.ports[0]) }],
   *   },
   * });
   */
  public destinationsFor(port: MeshPort): any[] {
    return this.routing.destinationsFor(port);
  }

  /**
   * Where connections to one port of the service go, in the form of `backendRefs` of a TCPRoute and a TLSRoute: for those who write gateways of
   * their own. They are lazy, so that routes may still be added. Each version that they name then has a Service of its own.
   *
   * @param port which port
   * @example
   * new gatewayapi.TCPRoute(shop, 'corporate-db', {
   *   spec: { parentRefs: [{ name: 'corporate', namespace: 'edge' }], rules: [{ backendRefs: db.backendRefsFor(db.ports[0]) }] },
   * });
   */
  public backendRefsFor(port: MeshPort): any {
    return this.atGateways.backendRefs(port);
  }

  /** @internal */
  public get _knownHosts(): string[] {
    return this.outgoing.hosts;
  }

  /** @internal */
  public get _workloads(): Workload[] {
    return this.workloads.all;
  }

  /** @internal */
  public get _ownWorkload(): Workload | undefined {
    return this.workloads.own;
  }

  /** @internal */
  public get _writesService(): boolean {
    return this.node.tryFindChild('Resource') !== undefined;
  }

  /**
   * Versions of the service's own workload that a controller tells apart: it gives their pods a label, and writes it where it selects them.
   *
   * @internal
   */
  public _addManagedVersions(names: readonly string[]): ServiceVersion[] {
    const versions = this.workloads.addManaged(names);
    this._traffic.write();
    return versions;
  }

  /**
   * To be called where a controller writes the routes of the service itself.
   *
   * @returns what it has to know of a route
   * @internal
   */
  public _handOver(route: HttpRouteOptions): object {
    if (this.routeDialect === RouteDialect.ISTIO) this._traffic.handOver();
    return this.routing.handOver(route);
  }

  /** @internal */
  public get _hasRoutes(): boolean {
    return this.routing.routesRequests;
  }

  /** @internal */
  public _splitAs(restName: string, to: readonly WeightedDestination[]): void {
    this.routing.splitAs(restName, to);
  }

  /** @internal */
  public get _accountName(): string | undefined {
    return this.account.chosen;
  }

  /** @internal */
  public get _permissions(): Permission[] {
    return this.access.allowed.lines;
  }

  /** @internal */
  public get _access(): ServiceAccess {
    return this.access;
  }

  /** @internal */
  public get _isHeld(): boolean {
    return this.access.isHeld;
  }

  /** @internal */
  public _identify(): void {
    this.account.ensure();
  }

  /** @internal */
  public get _callees(): MeshService[] {
    return this.outgoing.all.filter((one): one is MeshService => one instanceof MeshService);
  }

  /** @internal */
  public get _routesRequests(): boolean {
    return this.routing.routesRequests || this._traffic.isDeclared;
  }

  /** @internal */
  public _followNamespace(): void {
    this._dataPlane.follow();
    this.access.write();
  }
}
