import { ApiObject, ApiObjectMetadata, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IngressGateway, IngressGatewayProps } from '../gateway';
import { injectionSettings, Installation, renderControlPlane, resolveInstall } from '../install';
import { merge } from '../install/values/tree';
import { checkName } from '../reference/label-name';
import { MutualTLSMode, PathNormalizationType, Telemetry } from '../resources';
import { Authorizers } from './access/authorizers';
import { ICallable } from './access/callable';
import { checkGatewayNamespaces } from './access/checks';
import { accessOf, meshStance } from './access/mesh-access';
import { addMeshPolicies } from './access/mesh-policies';
import { allowedPaths, DeclaredPath, MeshPaths } from './access/paths';
import { ServiceGroup } from './access/service-group';
import { AccessStance } from './access/stance';
import { CallSite } from './call-site';
import { EnrolledWorkload, Enrollment } from './data-plane/enrollment';
import { checkPods } from './data-plane/pod-checks';
import { enrollPods } from './data-plane/pods';
import { ProxyOptions } from './data-plane/proxy-options';
import { ProxyScope, proxyScopes, warnOfScopes } from './data-plane/proxy-scope';
import { addProxyConfig, ProxyConfigOptions } from './data-plane/proxy-start';
import { checkScoping, discoverySelectors, forgetGateways, MeshScoping, scopingSettings } from './data-plane/scoping';
import { checkWaitingPods } from './data-plane/waiting-pods';
import { DeclaredMeshConfig } from './declared-mesh-config';
import { ExternalService, ExternalServiceOptions } from './external/external-service';
import { checkGateways, gatewaysOf } from './gateway-checks';
import { edgesOf, MeshEdge, MeshEdges } from './mutual-tls/edges';
import { MutualTlsMigration } from './mutual-tls/migration';
import { checkMode, MutualTlsSetting } from './mutual-tls/modes';
import { checkTrust, renderTrust } from './mutual-tls/trust';
import { MeshNamespace, MeshNamespaceOptions } from './namespace';
import { checkPlainObjects } from './plain-objects';
import { checkDialects } from './routing/dialect-checks';
import { HostRegistry } from './routing/host-registry';
import { checkDefaults, TrafficDefaultsSetting } from './routing/traffic-defaults';
import { MeshService } from './service/service';
import { IServiceVisitor, ServiceAspects } from './service/service-aspects';
import { MeshContext } from '../gateway/mesh-context';
import { failure } from '../reference/fail';
import { JsonObject, Manifest } from '../reference/json';
import { sortChildren } from '../reference/sorted-children';
import { checks, suppressWith } from '../reference/suppressions';
import { rememberInSynthesis } from '../reference/synthesis';
import { validatedApp } from '../resources/validation/at-synthesis';
import { AccessPolicy } from '../security/access-policy';
import { CertificateAuthority } from '../security/certificate-authority';
import { Posture, PostureFields, postureFields } from '../security/posture';
import { renderTelemetry, TelemetryOptions } from '../telemetry/telemetry';
import { renderMeshDefaults, TrafficDefaults, TrafficOverride } from '../traffic/defaults';
import { RouteDialect } from '../traffic/route-dialect';

/** How a mesh is installed and how strict it is. */
export interface MeshProps {
  /**
   * How strictly the workloads are held to what was declared.
   *
   * @default Posture.ZERO_TRUST
   */
  readonly posture?: Posture;
  /**
   * What workloads accept from their callers, where neither their namespace nor they say otherwise (`PeerAuthentication` `spec.mtls.mode`
   * in the root namespace).
   *
   * @default - as the posture says: STRICT in ZERO_TRUST, else PERMISSIVE, which is Istio's own
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  readonly mutualTls?: MutualTLSMode;
  /**
   * Name of the control plane's revision. Two revisions can run side by side.
   *
   * @default "default"
   */
  readonly revision?: string;
  /**
   * Registry and path of Istio's images.
   *
   * @default that of Istio's releases
   */
  readonly hub?: string;
  /**
   * Tag of Istio's images.
   *
   * @default the release of Istio 1.31 that this version of the library was made for
   */
  readonly tag?: string;
  /**
   * Fields of the mesh configuration (`meshConfig`), over those of the posture and of Istio's defaults.
   *
   * @default none
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  readonly meshConfig?: { readonly [field: string]: any };
  /**
   * How services are called that say nothing else themselves, nor their namespace. What the mesh configuration has fields for is written
   * there (`defaultHttpRetryPolicy`, `defaultTrafficPolicy`) and holds for all that proxies call; the rest, and all of it where
   * `controlPlane` is false, is written for each service. `overrides` tells where something else is said.
   *
   * @default - Istio's
   */
  readonly defaults?: TrafficDefaults;
  /**
   * Trust domain of the mesh's identities (`meshConfig.trustDomain`). Meshes that call each other share it, or name each other's as
   * aliases; their authorities have the same root.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
  /**
   * Further trust domains whose identities are let in, and which policies take for the mesh's own (`meshConfig.trustDomainAliases`).
   *
   * @default none
   */
  readonly trustDomainAliases?: string[];
  /**
   * Who signs the certificates of workloads.
   *
   * @default istiod, with an authority that it makes itself
   */
  readonly certificateAuthority?: CertificateAuthority;
  /**
   * Whether proxies answer what their applications ask of DNS (`ISTIO_META_DNS_CAPTURE` in `meshConfig.defaultConfig.proxyMetadata`).
   * External services without addresses then get one each, so that TCP ports of several can be told apart.
   *
   * @default false: as Istio; the proxies of nodes always do
   */
  readonly dnsCapture?: boolean;
  /**
   * Environment variables of istiod (`pilot.env` of the installation), for what it does only where it is told to, such as
   * `PILOT_ENABLE_QUIC_LISTENERS`.
   *
   * @default - those of the profile
   */
  readonly pilotEnv?: { readonly [name: string]: string };
  /**
   * Whether the mesh has ambient mode: the CNI plugin and ztunnel on every node, and an istiod that knows of them. Namespaces and
   * workloads are then enrolled with `Enrollment.AMBIENT`; those with sidecars go on beside them. Where `controlPlane` is false, it
   * says that whoever installs the control plane has it so.
   *
   * @default false
   */
  readonly ambient?: boolean;
  /**
   * Whether the CRDs and the control plane are written. Turn it off where another program installs them.
   *
   * @default true
   */
  readonly controlPlane?: boolean;
  /**
   * What is allowed in the whole mesh, beside the calls that are declared; ports are those of pods. `AccessPolicy.everything()` leaves out the
   * policies of the posture, and the rules of calls with them.
   *
   * @default AccessPolicy.nothing(); in Posture.OPEN, AccessPolicy.everything()
   */
  readonly access?: AccessPolicy;
  /**
   * Whether policies are tried out only (`istio.io/dry-run`): counted and logged, and without effect. A namespace or a service may say otherwise, so
   * that one after another is enforced.
   *
   * @default true in Posture.AUDIT, else false
   */
  readonly dryRun?: boolean;
  /**
   * How paths of requests are written before policies and routes look at them (`meshConfig.pathNormalization.normalization`). What is denied by
   * its path can be had by another spelling of it, such as `//admin` or `/%2Fadmin`, unless the proxies know all spellings that the application
   * takes for the same; `DECODE_AND_MERGE_SLASHES` knows these.
   *
   * @default BASE: `.` and `..` are resolved, `\` becomes `/`
   */
  readonly pathNormalization?: PathNormalizationType;
  /**
   * In which kinds the routes of services are written, save where a service says otherwise.
   *
   * @default RouteDialect.ISTIO
   */
  readonly routeDialect?: RouteDialect;
  /**
   * What else is narrowed to what is declared: who is shown which service, at which namespaces istiod looks, and what gateways know.
   *
   * @default - only sidecars are, as the posture says
   */
  readonly scoping?: MeshScoping;
}

/** How an ingress gateway of the mesh is run. */
export interface MeshIngressGatewayOptions extends IngressGatewayProps {
  /**
   * Name of the namespace in which the gateway runs. All gateways that do not say share one.
   *
   * @default "istio-ingress"
   */
  readonly namespace?: string;
}

/**
 * A mesh: the control plane, and the namespaces whose services it connects.
 *
 * It writes a chart for the CRDs, one for the control plane and the mesh-wide policies, and one a namespace; the names of their
 * files sort in the order in which they must be applied.
 */
export class Mesh extends Construct {
  /** How strictly the workloads are held to what was declared. */
  public readonly posture: Posture;
  /** Name of the control plane's revision. */
  public readonly revision: string;
  /** Namespace of the control plane, which is the root namespace of the mesh: what is configured there holds everywhere. */
  public readonly systemNamespace: string;
  /** Trust domain of the mesh's identities. */
  public readonly trustDomain: string;
  /** Domain of the cluster's Services. */
  public readonly clusterDomain: string;
  /** Whether the nodes can take the traffic of pods. */
  public readonly ambient: boolean;
  /** In which kinds the routes of services are written that do not say otherwise. */
  public readonly routeDialect: RouteDialect;
  /** @internal */
  public readonly _posture: PostureFields;
  /** @internal */
  public readonly _access: AccessStance;
  /** @internal */
  public readonly _mutualTls: MutualTlsSetting;
  /** @internal */
  public readonly _defaults: TrafficDefaultsSetting;
  /** @internal */
  public readonly _meshConfig: JsonObject;
  /** @internal */
  public readonly _scoping: MeshScoping;
  /** @internal */
  public readonly _aspects: ServiceAspects;
  /** @internal */
  public readonly _declaredConfig: DeclaredMeshConfig;
  /** @internal */
  public readonly _authorizers: Authorizers;
  /** @internal */
  public readonly _outsideNamespaces = new Set<string>();
  /** @internal */
  public readonly _ownCharts: readonly Chart[];
  /** @internal */
  public readonly _imported: Construct;
  private readonly context: MeshContext;
  private readonly system: Chart;
  private readonly outside: Construct;
  private readonly groups: Construct;
  private readonly namespaceMap = new Map<string, MeshNamespace>();
  private readonly internalEdges = new Map<string, DeclaredPath>();
  private readonly accounts = new WeakMap<ApiObject, string>();
  private readonly enrolled = new WeakMap<ApiObject, EnrolledWorkload>();
  private readonly proxies = new WeakMap<ApiObject, ProxyOptions>();
  private readonly externalEdges = new Map<string, DeclaredPath>();
  private edgeFacts?: MeshEdges;
  private hostRegistry?: HostRegistry;

  /**
   * Installs a mesh.
   *
   * @param scope the app
   * @param id name of the mesh, with which the names of its files begin
   * @param props how it is installed
   */
  constructor(scope: Construct, id: string, props: MeshProps = {}) {
    super(scope, id);
    checkName(this, id, 'a mesh');
    this.posture = props.posture ?? Posture.ZERO_TRUST;
    this._posture = accessOf(postureFields(this.posture), props);
    this._access = meshStance(this, this._posture, props.ambient ?? false, props.access);
    if (props.defaults) checkDefaults(this, props.defaults);
    checkTrust(this, props);
    const installation = this.resolve(props);
    this._meshConfig = installation.meshConfig;
    this._defaults = TrafficDefaultsSetting.ofMesh(props.defaults ?? {}, props.controlPlane ?? true, installation.meshConfig);
    this.revision = installation.revision;
    this.systemNamespace = installation.namespace;
    this.trustDomain = String(installation.meshConfig.trustDomain ?? 'cluster.local');
    this.clusterDomain = 'cluster.local';
    this.ambient = props.ambient ?? false;
    this.routeDialect = props.routeDialect ?? RouteDialect.ISTIO;
    const { ambient, clusterDomain, trustDomain } = this;
    this.context = {
      installation,
      posture: this._posture,
      ambient,
      clusterDomain,
      trustDomain,
      certificateAuthority: props.certificateAuthority,
      useAuthorizer: (asking, authorizer) => this._authorizers.use(asking, authorizer),
    };

    this._scoping = { ...props.scoping };
    checkScoping(this, this._scoping, props);
    this._declaredConfig = new DeclaredMeshConfig(installation);
    this._authorizers = new Authorizers(this._declaredConfig);
    if (this._scoping.discoverySelectors) this._declaredConfig.provide('discoverySelectors', () => discoverySelectors(this));
    this._aspects = new ServiceAspects(this, () => this.namespaces.flatMap(({ services }) => services));

    const crds = new Chart(scope, `${id}-0-crds`);
    this.system = new Chart(scope, `${id}-1-control-plane`);
    this._ownCharts = [crds, this.system];
    if (props.controlPlane ?? true) {
      this.addControlPlane(installation, crds);
    }
    this.outside = new Construct(this.system, 'external');
    this.groups = new Construct(this, 'groups');
    this._imported = new Construct(this.system, 'imported');
    checkMode(this, props.mutualTls);
    this._mutualTls = new MutualTlsSetting({ scope: this.system, metadata: this.inSystem('default') }, props.mutualTls ?? this._posture.mtlsMode);
    sortChildren(this.outside);
    suppressWith(this.system, this);
    addMeshPolicies(this.system, this);
    App.of(this).resolvers.unshift(enrollPods(this, installation));
    validatedApp(this.node.root);
    checkPlainObjects(this);
    rememberInSynthesis(this.node.root);
    this.node.addValidation(checks(this, () => {
      this.edgeFacts = MeshEdges.read(this);
      this.hostRegistry = HostRegistry.read(this, this.externalServices);
      const settings = injectionSettings(installation);
      forgetGateways(this);
      warnOfScopes(this);
      if (process.stderr.isTTY) process.stderr.write(`[${this.node.path}] ${this.summary()}\n`);
      return [
        ...checkGateways(gatewaysOf(this)), ...checkGatewayNamespaces(this),
        ...checkPods(this, settings), ...checkWaitingPods(this, settings), ...checkDialects(this),
      ];
    }));
  }

  /**
   * Adds a namespace, whose pods become part of the mesh.
   *
   * @param name its name
   * @param options how it is set up
   * @throws if the name is none of Kubernetes, is that of the control plane's namespace, or is there already
   * @example mesh.addNamespace('billing', { labels: { team: 'money' } });
   */
  public addNamespace(name: string, options: MeshNamespaceOptions = {}): MeshNamespace {
    checkName(this, name, 'a namespace');
    if (name === this.systemNamespace) {
      throw failure(this, `"${name}" is the namespace of the control plane`, 'Put services into another namespace');
    }
    if (this.namespaceMap.has(name)) {
      throw failure(this, `Namespace "${name}" is there already`, 'Keep the object that the first addNamespace() returned');
    }
    const namespace = MeshNamespace._create(this, name, this.context, options);
    this.namespaceMap.set(name, namespace);
    return namespace;
  }

  /**
   * Declares something outside the mesh that services may call. It writes a `ServiceEntry` in the root namespace, which the namespaces of
   * its callers see (`exportTo`), and, where TLS is originated, a `DestinationRule` a host (`trafficPolicy.tls`).
   *
   * @param name a name for it, which its ServiceEntry gets
   * @param options its hosts and ports
   * @throws if the name is none of Kubernetes, or is there already
   * @throws if hosts, ports, addresses or endpoints are wrong by themselves, or do not go with the resolution
   * @throws if a TCP port has no address by which a proxy could tell its host from others
   * @throws if TLS is added on a port on which the application speaks it itself
   * @example
   * const search = mesh.addExternalService('search', {
   *   hosts: ['search.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple(),
   * });
   * web.calls(search);
   */
  public addExternalService(name: string, options: ExternalServiceOptions): ExternalService {
    checkName(this, name, 'an external service');
    if (this.outside.node.tryFindChild(name)) {
      throw failure(this, `External service "${name}" is there already`, 'Give the second one another name');
    }
    return ExternalService._create(this.outside, this, name, options);
  }

  /**
   * Adds a way into the mesh.
   *
   * @param name name of the gateway
   * @param options where and how it is run
   * @throws if the name is none of Kubernetes, or is taken in its namespace
   * @example mesh.addIngressGateway('partners', { namespace: 'partners-ingress' }).expose(web, { hosts: ['partners.example.com'] });
   */
  public addIngressGateway(name: string, options: MeshIngressGatewayOptions = {}): IngressGateway {
    checkName(this, name, 'a gateway');
    const namespaceName = options.namespace ?? 'istio-ingress';
    const namespace = this.namespaceMap.get(namespaceName) ?? this.addNamespace(namespaceName, { enrollment: Enrollment.NONE });
    if (namespace.node.tryFindChild(name)) {
      throw failure(this, `Namespace "${namespaceName}" has a "${name}" already`, 'Give the gateway another name');
    }
    return new IngressGateway(namespace, name, options);
  }

  /**
   * Says what all proxies of the mesh tell about their traffic, save where a namespace or a service says otherwise.
   *
   * @param options access log, metrics and traces
   * @throws if it was said already
   * @example mesh.addTelemetry({ accessLog: { filter: 'response.code >= 500' }, tracingPercentage: 1 });
   */
  public addTelemetry(options: TelemetryOptions): void {
    if (this.system.node.tryFindChild('telemetry')) {
      throw failure(this, 'The mesh has its telemetry already', 'Call addTelemetry() once, with everything');
    }
    new Telemetry(this.system, 'telemetry', { metadata: this.inSystem('mesh-default'), spec: renderTelemetry(options) });
  }

  /**
   * Says how all proxies of the mesh start, save where a namespace or a service says otherwise: a `ProxyConfig` in the root namespace. It
   * counts for pods that are made after it.
   *
   * @param options their threads, environment and image
   * @throws if it was said already, or nothing is said
   * @example mesh.addProxyConfig({ concurrency: 2 });
   */
  public addProxyConfig(options: ProxyConfigOptions): void {
    addProxyConfig(this.system, this.inSystem('mesh-default'), options);
  }

  /**
   * Says the same of all services of the mesh with some labels: those that are there, and those that are added later. Labels of a service
   * are those that `addService()` is given, and those that `addNamespace()` is given of its namespace. It writes what the visitor says.
   *
   * @param labels the labels, all of which a service must have; none for every service
   * @param visitor what is said of each
   * @throws whatever the visitor throws
   * @example mesh.forEachService({}, { visit: (service) => service.addTelemetry({ tracingPercentage: 10 }) });
   */
  public forEachService(labels: { [name: string]: string }, visitor: IServiceVisitor): void {
    this._aspects.add(labels, visitor);
  }

  /** How much each proxy of the mesh knows, and about how large its configuration is, sorted by name. Ambient workloads have no proxy. */
  public get scopes(): ProxyScope[] {
    return proxyScopes(this);
  }

  /**
   * Names services that are meant together, of any of its namespaces. It writes nothing: what is said of the group is said of each.
   *
   * @param name a name for it
   * @param services its services; more are added with `add()`
   * @throws an error for a name that is none, or is there already
   * @throws an error for a service of another mesh, and for one that is given twice
   * @example mesh.addGroup('frontends', web).calls(cart);
   */
  public addGroup(name: string, ...services: MeshService[]): ServiceGroup {
    checkName(this, name, 'a group');
    if (this.groups.node.tryFindChild(name)) {
      throw failure(this, `Group "${name}" is there already`, 'Give the second one another name');
    }
    return ServiceGroup._create(this.groups, this, name, services);
  }

  /** Namespaces of the mesh, in the order in which they were added. Add one with `addNamespace()`. */
  public get namespaces(): MeshNamespace[] {
    return [...this.namespaceMap.values()];
  }

  /**
   * Makes a step of a migration to mutual TLS: the `PeerAuthentication` objects are those that `migration.at(step)` gives. Call it when all
   * is declared.
   *
   * @param migration the plan of this mesh
   * @param step number of the step; 0 changes nothing
   * @throws if the plan is that of another mesh
   * @throws if there is no such step, or something stands in the way of it or of one before it
   * @example
   * const old = new Mesh(app, 'old', { mutualTls: MutualTLSMode.PERMISSIVE, controlPlane: false });
   * old.addNamespace('first');
   * old.migrateMutualTls(MutualTlsMigration.byNamespace(old), 1);
   */
  public migrateMutualTls(migration: MutualTlsMigration, step: number): void {
    migration._make(this, step);
  }

  /** What is outside the mesh and was declared, sorted by name. Add one with `addExternalService()`. */
  public get externalServices(): ExternalService[] {
    return this.outside.node.children as ExternalService[];
  }

  /** What workloads accept from their callers, where neither their namespace nor they say otherwise. */
  public get mutualTls(): MutualTLSMode {
    return this._mutualTls.mode;
  }

  /** Which of the n(n−1) paths between the services are allowed, and where in the program that was said. */
  public get paths(): MeshPaths {
    return MeshPaths._of(this, allowedPaths(this.internalEdges), allowedPaths(this.externalEdges));
  }

  /**
   * The declared calls, each with how it is secured: what follows from all `PeerAuthentication` and `DestinationRule` objects of the app,
   * whoever made them, from the proxies of both sides, and from `enableAutoMtls` of the mesh configuration. Calls of external services come
   * last: there, it tells what leaves.
   *
   * @example const inPlainText = mesh.edges.filter((edge) => edge.mutualTls.some((port) => !port.mutual));
   */
  public get edges(): MeshEdge[] {
    return edgesOf(this);
  }

  /**
   * How calls are secured, for the validations of one synthesis: the mesh is validated before its services.
   *
   * @internal
   */
  public get _edgeFacts(): MeshEdges {
    this.edgeFacts ??= MeshEdges.read(this);
    return this.edgeFacts;
  }

  /** Where something is said in place of a default of the mesh or of a namespace, sorted by who says it. */
  public get overrides(): TrafficOverride[] {
    return this._defaults.overrides;
  }

  /** @internal */
  public get _registry(): HostRegistry {
    this.hostRegistry ??= HostRegistry.read(this, this.externalServices);
    return this.hostRegistry;
  }

  /**
   * How many of the paths between services are allowed, in one sentence. Synthesis says it on a terminal.
   *
   * @example mesh.summary();
   */
  public summary(): string {
    return this.paths.matrix.summary;
  }

  /** @internal */
  public _namespace(name: string | undefined): MeshNamespace | undefined {
    return name === undefined ? undefined : this.namespaceMap.get(name);
  }

  /** @internal */
  public _runAs(workload: ApiObject, serviceAccount: string): void {
    this.accounts.set(workload, serviceAccount);
  }

  /** @internal */
  public _accountOf(workload: ApiObject): string | undefined {
    return this.accounts.get(workload);
  }

  /** @internal */
  public _enroll(workload: ApiObject, enrolled: EnrolledWorkload): void {
    this.enrolled.set(workload, enrolled);
  }

  /** @internal */
  public _runProxies(workload: ApiObject, options: ProxyOptions): void {
    this.proxies.set(workload, options);
  }

  /** @internal */
  public _proxyOf(workload: ApiObject): ProxyOptions | undefined {
    return this.proxies.get(workload);
  }

  /** @internal */
  public _enrollmentOf(workload: ApiObject): Enrollment | undefined {
    return this.enrolled.get(workload)?.enrollment ?? this._namespace(workload.metadata.namespace)?.enrollment;
  }

  /** @internal */
  public _isEnrolled(workload: ApiObject): boolean {
    return this.enrolled.has(workload);
  }

  /** @internal */
  public _podLabelsOf(workload: ApiObject): Record<string, string> {
    return this.enrolled.get(workload)?.podLabels ?? {};
  }

  /** @internal */
  public _addEdge(caller: MeshService, callee: ICallable): void {
    const internal = callee instanceof MeshService;
    const from = `${caller.namespaceName}/${caller.serviceName}`;
    const to = internal ? `${callee.namespaceName}/${callee.serviceName}` : callee.node.id;
    const edges = internal ? this.internalEdges : this.externalEdges;
    const key = `${from} ${to}`;
    if (from !== to && !edges.has(key)) {
      edges.set(key, { from, to, site: CallSite.here() });
    }
  }

  private resolve(props: MeshProps): Installation {
    const { outboundMode, policies, dryRun } = this._posture;
    try {
      if (props.tag === 'latest') throw new Error('The tag "latest" is a different image every day. Give the tag of a release, such as 1.31.4.');
      return resolveInstall({
        profile: props.ambient ? 'ambient' : 'minimal',
        revision: props.revision,
        values: merge(props.certificateAuthority?._values ?? {}, props.pilotEnv ? { pilot: { env: { ...props.pilotEnv } } } : {}),
        set: [
          ...scopingSettings(props.scoping ?? {}),
          ...(props.hub === undefined ? [] : [`hub=${props.hub}`]),
          ...(props.tag === undefined ? [] : [`tag=${props.tag}`]),
          // Without it, istiod keeps policies that are tried out from the proxies of nodes.
          ...(props.ambient && policies && dryRun ? ['values.pilot.env.AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY=true'] : []),
        ],
        meshConfig: {
          ...(outboundMode && { outboundTrafficPolicy: { mode: outboundMode } }),
          ...(props.pathNormalization && { pathNormalization: { normalization: props.pathNormalization } }),
          ...renderMeshDefaults(props.defaults ?? {}),
          ...renderTrust(props),
          ...withDnsCapture(props),
        },
      });
    } catch (error) {
      throw new Error(`[${this.node.path}] ${(error as Error).message}`);
    }
  }

  private addControlPlane(installation: Installation, crds: Chart): void {
    this.addManifest(this.system, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.systemNamespace } });
    for (const component of renderControlPlane(installation)) {
      for (const manifest of component.objects) {
        this.addManifest(manifest.kind === 'CustomResourceDefinition' ? crds : this.system, this._declaredConfig.inManifest(manifest));
      }
    }
  }

  private addManifest(chart: Chart, manifest: Manifest): void {
    new ApiObject(chart, `${manifest.kind}-${manifest.metadata.namespace ?? ''}-${manifest.metadata.name}`, manifest);
  }

  private inSystem(name: string): ApiObjectMetadata {
    return { name, namespace: this.systemNamespace };
  }
}

/** The mesh configuration that was asked for, in which proxies answer what is asked of DNS where that is wanted. */
function withDnsCapture({ meshConfig, dnsCapture }: MeshProps): JsonObject {
  if (!dnsCapture) return { ...meshConfig };
  const proxyMetadata = { ...meshConfig?.defaultConfig?.proxyMetadata, ISTIO_META_DNS_CAPTURE: 'true' };
  return { ...meshConfig, defaultConfig: { ...meshConfig?.defaultConfig, proxyMetadata } };
}
