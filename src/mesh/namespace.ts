import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { IWaypoint, Waypoint, WaypointProps } from '../gateway';
import { checkName } from '../reference/label-name';
import { MutualTLSMode, Telemetry } from '../resources';
import { ICallable } from './access/callable';
import { NamespaceAccess } from './access/namespace-access';
import { belongsTo } from './app-objects';
import { Enrollment, podLabelsOf } from './data-plane/enrollment';
import { NamespaceDataPlane } from './data-plane/namespace-data-plane';
import { addProxyConfig, ProxyConfigOptions } from './data-plane/proxy-start';
import { checkEnrollment } from './data-plane/service-data-plane';
import { UseWaypointOptions } from './data-plane/waypoint-use';
import type { Mesh } from './mesh';
import { checkMode, MutualTlsSetting } from './mutual-tls/modes';
import { MeshNamespaceOptions } from './namespace-options';
import { RouteTable } from './routing/route-table';
import { checkDefaults, TrafficDefaultsSetting } from './routing/traffic-defaults';
import { SaidOfEach } from './said-of-each';
import { MeshService } from './service/service';
import { IServiceVisitor, ServiceAspects } from './service/service-aspects';
import { MeshServiceOptions } from './service/service-options';
import { Workload } from './service/workload';
import { MeshContext, provideMeshContext } from '../gateway/mesh-context';
import { CallerAttributes, ICallers } from '../reference/caller-attributes';
import { failure } from '../reference/fail';
import { sortChildren } from '../reference/sorted-children';
import { suppressWith } from '../reference/suppressions';
import { AccessPolicy } from '../security/access-policy';
import { CallOptions, requestOptionsOf } from '../security/call-options';
import { renderTelemetry, TelemetryOptions } from '../telemetry/telemetry';
import { IRouteSource } from '../traffic/route-source';

/**
 * A namespace of the mesh, which is a chart: what is created in it is written to its file. Made by `Mesh.addNamespace()`.
 */
export class MeshNamespace extends Chart implements ICallable, ICallers, IRouteSource {
  /** @internal */
  public static _create(mesh: Mesh, name: string, context: MeshContext, options: MeshNamespaceOptions): MeshNamespace {
    return new MeshNamespace(mesh, name, context, options);
  }

  /** The mesh that the namespace belongs to. */
  public readonly mesh: Mesh;
  /** Name of the namespace. */
  public readonly namespaceName: string;
  /** How pods become part of the mesh, save for those that were enrolled in another way. */
  public readonly enrollment: Enrollment;
  /** @internal */
  public readonly _services: Construct;
  /** @internal */
  public readonly _aspects: ServiceAspects;
  /** @internal */
  public readonly _ownLabels: Readonly<Record<string, string>>;
  /** @internal */
  public readonly _access: NamespaceAccess;
  /** @internal */
  public readonly _mutualTls: MutualTlsSetting;
  /** @internal */
  public readonly _defaults: TrafficDefaultsSetting;
  /** @internal */
  public readonly _dataPlane: NamespaceDataPlane;
  /** @internal */
  public readonly _each = new SaidOfEach(() => this.services);
  /** @internal */
  public readonly _isPlural = true;

  private constructor(mesh: Mesh, name: string, context: MeshContext, options: MeshNamespaceOptions) {
    // Files are applied in the order of their names: CRDs are 0, the control plane is 1.
    super(mesh.node.scope!, `${mesh.node.id}-2-${name}`, { namespace: name });
    provideMeshContext(this, context);
    belongsTo(mesh, this);
    this.mesh = mesh;
    this.namespaceName = name;
    this.enrollment = options.enrollment ?? Enrollment.SIDECAR;
    this._dataPlane = new NamespaceDataPlane(this, context.installation.revision, options);
    if (options.defaults) checkDefaults(this, options.defaults);
    this._defaults = mesh._defaults.within(name, options.defaults);
    checkEnrollment(this, this, this.enrollment);
    this._access = new NamespaceAccess(this, mesh._access, options.dryRun);
    checkMode(this, options.mutualTls, this.enrollment);
    this._mutualTls = new MutualTlsSetting({ scope: this, metadata: { name: 'default' }, wider: mesh._mutualTls }, options.mutualTls);
    if (options.createNamespace ?? true) this._dataPlane.write();
    // A room of their own: a service may have the name of a construct that the user makes in the namespace.
    this._services = new Construct(this, 'services');
    sortChildren(this._services);
    this._ownLabels = { ...options.labels };
    this._aspects = new ServiceAspects(this, () => this.services);
    sortChildren(this, 'namespace');
    suppressWith(this, mesh);
  }

  /**
   * Adds a service: a name that others call, and the workloads behind it. Writes a `Service` (`spec.selector`, `spec.ports[].appProtocol`), where
   * there are ports and `createService` is not false. Its pods get their proxies and, where `serviceAccount` is given, that account.
   *
   * @param name its name, under which others call it
   * @param options its ports and workload
   * @throws if the name is not a DNS label, or is there already
   * @throws if two ports have the same number or the same name
   * @throws if the workload holds no pod template, or several
   * @throws if the pods cannot be enrolled so in this namespace
   * @example shop.addService('search', { ports: [MeshPort.grpc(9000, { target: 8080 })], workload: pods('search') });
   */
  public addService(name: string, options: MeshServiceOptions = {}): MeshService {
    return new MeshService(this, name, options);
  }

  /** What its workloads accept from their callers, save where a service says otherwise. */
  public get mutualTls(): MutualTLSMode {
    return this._mutualTls.mode;
  }

  /** Services of the namespace, sorted by name. Add one with `addService()`. */
  public get services(): MeshService[] {
    return this._services.node.children as MeshService[];
  }

  /**
   * Adds a table of routes for a part of another team's service. Writes a `VirtualService` without hosts, in this namespace, whose routes
   * (`spec.http[]`) `RouteTable.route()` adds.
   *
   * @param name name of the table
   * @throws if the name is not a DNS label, or is there already
   * @example
   * const table = mesh.addNamespace('team-search').addRouteTable('search');
   * table.route({ to: [cart.weight(100)] });
   * web.route({ match: [{ path: StringMatch.prefix('/search/') }], delegate: table });
   */
  public addRouteTable(name: string): RouteTable {
    checkName(this, name, 'a route table');
    if (this.node.tryFindChild(`route-table-${name}`)) {
      throw failure(this, `Route table "${name}" is there already`, 'Keep the object that the first addRouteTable() returned');
    }
    return RouteTable._create(this, name);
  }

  /** The namespace, as a route tells callers apart. */
  public get sourceNamespace(): string {
    return this.namespaceName;
  }

  /** No labels: as a source of a route, a namespace means all of its pods. */
  public get sourceLabels(): { [name: string]: string } {
    return {};
  }

  /**
   * Enrolls a workload in another way than the namespace. For one that is part of a service, `addService()` takes the enrollment. Writes the labels
   * by which its pods are enrolled, such as `sidecar.istio.io/inject`, into the pod template: of a `Deployment` they are
   * `spec.template.metadata.labels`.
   *
   * @param workload a Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod of the namespace
   * @param enrollment how its pods become part of the mesh
   * @throws if the pods cannot be enrolled so in this namespace
   * @throws if the construct holds no pod template, or several
   * @example shop.enroll(pods('batch'), Enrollment.NONE);
   */
  public enroll(workload: IConstruct, enrollment: Enrollment): void {
    checkEnrollment(this, this, enrollment);
    const { _workloads: workloads, revision } = this.mesh;
    workloads.enroll(Workload.of(this, workload).object, { enrollment, podLabels: podLabelsOf(enrollment, this.enrollment, revision) });
  }

  /**
   * Adds a waypoint. Writes a `Gateway` of the class `istio-waypoint` (`spec.gatewayClassName`, `spec.listeners[]`), for which istiod runs the
   * proxies. What shall take it says so with `useWaypoint()`.
   *
   * @param name its name
   * @param props which traffic it takes
   * @throws if the name is not a DNS label, is "none", or is taken
   * @throws if the mesh has no ambient mode
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false }).addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * city.useWaypoint(city.addWaypoint('waypoint'));
   */
  public addWaypoint(name: string, props: WaypointProps = {}): Waypoint {
    if (this.node.tryFindChild(name)) {
      throw failure(this, `There is a "${name}" already`, 'Give the waypoint another name');
    }
    return new Waypoint(this, name, props);
  }

  /**
   * Sends what is sent to the services of the namespace, or to its pods, through a waypoint, as far as the waypoint takes it. Writes the label
   * `istio.io/use-waypoint` and what goes with it into the `Namespace` (`metadata.labels["istio.io/use-waypoint"]`). A service may choose another
   * waypoint, or none; workloads with a sidecar use none.
   *
   * @param waypoint the waypoint
   * @param options whether ingress gateways use it, too, and what is tried out beside it
   * @throws if the namespace is not in ambient mode, or uses a waypoint already
   * @throws if the waypoint, or its canary, takes no traffic
   * @throws if the canary is the waypoint itself or has no weight from 0 to 100, or if one of both is for workloads alone
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false }).addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * city.useWaypoint(city.addWaypoint('waypoint'));
   */
  public useWaypoint(waypoint: IWaypoint, options: UseWaypointOptions = {}): void {
    this._dataPlane.useWaypoint(waypoint, options);
    for (const service of this.services) service._followNamespace();
  }

  /**
   * Says what all proxies of the namespace tell about their traffic, save those of services with telemetry of their own. Writes a `Telemetry`
   * "default" (`spec.accessLogging[]`, `spec.metrics[]`, `spec.tracing[]`).
   *
   * @param options access log, metrics and traces
   * @throws if it was said already
   * @throws if the percentage of traces is not from 0 to 100
   * @example
   * shop.addTelemetry({
   *   accessLog: {}, metrics: [{ metric: IstioMetric.ALL_METRICS, removeTags: ['request_protocol'] }], tracingPercentage: 10,
   * });
   */
  public addTelemetry(options: TelemetryOptions): void {
    if (this.node.tryFindChild('telemetry')) {
      throw failure(this, 'The namespace has its telemetry already', 'Call addTelemetry() once, with everything');
    }
    new Telemetry(this, 'telemetry', { metadata: { name: 'default' }, spec: renderTelemetry(this, options) });
  }

  /**
   * Says how the proxies of the namespace start, save where a service says otherwise. Writes a `ProxyConfig` "default" without a selector
   * (`spec.concurrency`, `spec.environmentVariables`). It counts for pods that are made after it.
   *
   * @param options their threads, environment and image
   * @throws if it was said already, or nothing is said
   * @example shop.addProxyConfig({ concurrency: 1, environmentVariables: { ISTIO_META_DNS_CAPTURE: 'true' } });
   */
  public addProxyConfig(options: ProxyConfigOptions): void {
    addProxyConfig(this, { name: 'default' }, options);
  }

  /**
   * Says the same of all services of the namespace with some labels: those that are there, and those that are added later. Writes what the
   * visitor says.
   *
   * @param labels the labels, all of which a service must have; none for every service
   * @param visitor what is said of each
   * @throws whatever the visitor throws
   * @example shop.forEachService({}, { visit: (service) => service.allowFrom(Identity.of('monitoring', 'prometheus')) });
   */
  public forEachService(labels: { [name: string]: string }, visitor: IServiceVisitor): void {
    this._aspects.add(labels, visitor);
  }

  /**
   * Says what is allowed to all pods of the namespace, beside the calls that are declared: everything, nothing, or some lines, whose ports are
   * those of the pods. Writes an `AuthorizationPolicy` "namespace-access" without a selector (`spec.rules[]`), where it changes something. A
   * namespace that allows nothing, or these, is held to it in every posture, also in `Posture.OPEN`.
   *
   * @param policy what is allowed
   * @throws if a list is empty, or holds a method, path, host, header or claim that no request has
   * @throws if a line has notPorts or dryRun, which a policy for all pods cannot say
   * @throws if a line asks for what only HTTP has, and the namespace is in ambient mode
   * @example shop.allow(AccessPolicy.these({ callers: [Callers.namespaces('monitoring')], ports: [15020] }));
   */
  public allow(policy: AccessPolicy): void {
    this._access.apply(policy);
    for (const service of this.services) service._followNamespace();
  }

  /**
   * Declares that each service of the namespace calls another one, a group or namespace, or something outside: `MeshService.calls()` of each, also of
   * those that are added later. A service does not call itself. Writes what that writes: a `ServiceAccount` and a `Sidecar`
   * (`spec.egress[].hosts`) for each service, and rules at what is called.
   *
   * @param callee what is called
   * @param options what may be asked for
   * @throws the errors of `MeshService.calls()`
   * @example shop.calls(payments);
   */
  public calls(callee: ICallable, options: CallOptions = {}): void {
    this._each.say((member) => {
      if (callee !== member) member.calls(callee, options);
    });
  }

  /**
   * Allows callers to call each service of the namespace that has ports, also those that are added later: `MeshService.allowFrom()` of each, on
   * those of its ports that are meant. Options that only HTTP has are for ports that speak HTTP, and services without one are left out. Writes a
   * rule (`spec.rules[]`) of each service's `AuthorizationPolicy` `<service>-callers` (`spec.rules[].from`, `spec.rules[].to`).
   *
   * @param callers who may call
   * @param options what they may ask for
   * @throws the errors of `MeshService.allowFrom()`
   * @example shop.allowFrom(Callers.namespaces('monitoring'), { methods: ['GET'], paths: ['/metrics'] });
   */
  public allowFrom(callers: ICallers, options: CallOptions = {}): void {
    this._each.say((member) => withMeantPorts(member, options, (meant) => member.allowFrom(callers, meant)));
  }

  /** Whoever has an identity of the namespace, as policies ask for it: `namespaces`. */
  public get callerAttributes(): CallerAttributes[] {
    return [{ namespaces: [this.namespaceName] }];
  }

  /** Nowhere of its own: each of its services is called by itself. */
  public get egressHosts(): string[] {
    return [];
  }

  /**
   * Makes room for a caller of each service. Call `calls()` on the caller instead: it does both sides. Writes what that writes, for each service:
   * a rule of its `AuthorizationPolicy` (`spec.rules[]`), and its host in the caller's `Sidecar` (`spec.egress[].hosts`).
   *
   * @param caller who will call
   * @param options what it may ask for
   * @throws the errors of `MeshService.calls()`
   * @example shop.acceptCaller(web, {});
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    this._each.say((member) => {
      if (caller !== member) withMeantPorts(member, options, (meant) => caller.calls(member, meant));
    });
  }
}

/** Says something of the ports of a service that are meant by what is said of a whole namespace; nothing, if it has none. */
function withMeantPorts(service: MeshService, options: CallOptions, say: (meant: CallOptions) => void): void {
  const asksHttp = requestOptionsOf(options).length > 0;
  const meant = service.ports.filter(({ number, isHttp }) => (
    (options.ports?.includes(number) ?? true) && !options.notPorts?.includes(number) && (isHttp || !asksHttp)
  )).map(({ number }) => number);
  if (meant.length === 0) return;
  const { ports: _ports, notPorts: _notPorts, ...others } = options;
  say(meant.length === service.ports.length ? others : { ...others, ports: meant });
}
