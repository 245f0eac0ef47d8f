import { ApiObjectMetadata, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IngressGateway } from '../gateway';
import { injectionSettings } from '../install';
import { checkName } from '../reference/label-name';
import { MutualTLSMode, Telemetry } from '../resources';
import { Authorizers } from './access/authorizers';
import { accessOf, meshStance } from './access/mesh-access';
import { addMeshPolicies } from './access/mesh-policies';
import { MeshPaths } from './access/paths';
import { ServiceGroup } from './access/service-group';
import { AccessStance } from './access/stance';
import { belongsTo } from './app-objects';
import { DeclaredWorkloads } from './data-plane/declared-workloads';
import { Enrollment } from './data-plane/enrollment';
import { enrollPods } from './data-plane/pods';
import { ProxyScope, proxyScopes } from './data-plane/proxy-scope';
import { addProxyConfig, ProxyConfigOptions } from './data-plane/proxy-start';
import { checkScoping, discoverySelectors, MeshScoping } from './data-plane/scoping';
import { DeclaredCalls } from './declared-calls';
import { DeclaredMeshConfig } from './declared-mesh-config';
import { ExternalService, ExternalServiceOptions } from './external/external-service';
import { installationOf, writeControlPlane } from './installing';
import { checkMesh } from './mesh-checks';
import { MeshIngressGatewayOptions, MeshProps } from './mesh-props';
import { edgesOf, MeshEdge, MeshEdges } from './mutual-tls/edges';
import { MutualTlsMigration } from './mutual-tls/migration';
import { checkMode, MutualTlsSetting } from './mutual-tls/modes';
import { checkTrust } from './mutual-tls/trust';
import { MeshNamespace } from './namespace';
import { MeshNamespaceOptions } from './namespace-options';
import { EXTERNAL_SERVICE, MESH, MESH_INGRESS_GATEWAY, NAMESPACE } from './option-kinds';
import { checkPlainObjects } from './plain-objects';
import { HostRegistry } from './routing/host-registry';
import { checkDefaults, TrafficDefaultsSetting } from './routing/traffic-defaults';
import { MeshService } from './service/service';
import { IServiceVisitor, ServiceAspects } from './service/service-aspects';
import { MeshContext } from '../gateway/mesh-context';
import { failure } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { checkOptions } from '../reference/option-kinds';
import { sortChildren } from '../reference/sorted-children';
import { checks, suppressWith } from '../reference/suppressions';
import { rememberInSynthesis } from '../reference/synthesis';
import { validatedApp } from '../resources/validation/at-synthesis';
import { Posture, PostureFields, postureFields } from '../security/posture';
import { renderTelemetry, TelemetryOptions } from '../telemetry/telemetry';
import { TrafficOverride } from '../traffic/defaults';
import { RouteDialect } from '../traffic/route-dialect';

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
  public readonly _workloads = new DeclaredWorkloads();
  /** @internal */
  public readonly _calls = new DeclaredCalls();
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
  private edgeFacts?: MeshEdges;
  private hostRegistry?: HostRegistry;

  /**
   * Installs a mesh. Writes a `CustomResourceDefinition` for each kind of Istio, istiod as a `Deployment` and the mesh configuration as a
   * `ConfigMap` (`data.mesh`), and, under `Posture.ZERO_TRUST`, what holds everywhere: a `PeerAuthentication` (`spec.mtls.mode`), an
   * `AuthorizationPolicy` that denies, and a `Sidecar` (`spec.egress[].hosts`) without services. Where `controlPlane` is false, the first two
   * are left out.
   *
   * @param scope the app
   * @param id name of the mesh, with which the names of its files begin
   * @param props how it is installed
   * @throws if the id is not a DNS label
   * @throws if a field of the mesh configuration does not exist or is of the wrong kind, or the tag is "latest"
   * @throws if a trust domain is none or is given twice, or SPIRE is the authority and the mesh names no trust domain, or is ambient
   * @throws if the secret of a plugged-in authority has another name than "cacerts", or is not in the namespace of the control plane
   * @throws if a line of `access` says what no policy for all pods can: notPorts, dryRun, or requests in ambient mode
   * @throws if `defaults` hold retries or a traffic policy that cannot be
   * @throws if `scoping` asks for what the posture does not have, or istiod is written elsewhere
   * @example
   * const staging = new Mesh(app, 'staging', { meshConfig: { accessLogFile: '/dev/stdout' }, trustDomain: 'staging.example.com' });
   * staging.addNamespace('checkout');
   */
  constructor(scope: Construct, id: string, props: MeshProps = {}) {
    super(scope, id);
    checkName(this, id, 'a mesh');
    checkOptions(this, 'The mesh', props, MESH);
    this.posture = props.posture ?? Posture.ZERO_TRUST;
    this._posture = accessOf(postureFields(this.posture), props);
    this._access = meshStance(this, this._posture, props.ambient ?? false, props.access);
    if (props.defaults) checkDefaults(this, props.defaults);
    checkTrust(this, props);
    const installation = installationOf(this, this._posture, props);
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
    belongsTo(this, crds, this.system);
    if (props.controlPlane ?? true) writeControlPlane(crds, this.system, installation, this._declaredConfig);
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
      if (process.stderr.isTTY) process.stderr.write(`[${this.node.path}] ${this.summary()}\n`);
      return checkMesh(this, injectionSettings(installation));
    }));
  }

  /**
   * Adds a namespace, whose pods become part of the mesh: a chart. Writes a `Namespace` with its labels (`metadata.labels`), those by which
   * pods are enrolled among them; nothing where `createNamespace` is false. A mode of mutual TLS of its own is a `PeerAuthentication`
   * "default" in it (`spec.mtls.mode`).
   *
   * @param name its name
   * @param options how it is set up
   * @throws if the name is not a DNS label, is that of the control plane's namespace, or is there already
   * @throws if the enrollment is one that the mesh does not have: ambient without `ambient: true`
   * @throws if the mode of mutual TLS is one that its pods could not heed
   * @throws if the defaults hold retries or a traffic policy that cannot be
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
    checkOptions(this, `addNamespace("${name}")`, options, NAMESPACE);
    const namespace = MeshNamespace._create(this, name, this.context, options);
    this.namespaceMap.set(name, namespace);
    return namespace;
  }

  /**
   * Declares something outside the mesh that services may call. Writes a `ServiceEntry` in the root namespace (`spec.hosts`, `spec.ports`,
   * `spec.resolution`), which the namespaces of its callers see (`spec.exportTo`). Where TLS is originated, there is a `DestinationRule` a host
   * (`trafficPolicy.tls`): beside it, or, with a credential, one for each caller, with a `Role` and a `RoleBinding` to read the secret.
   *
   * @param name a name for it, which its ServiceEntry gets
   * @param options its hosts and ports
   * @throws if the name is not a DNS label, or is there already
   * @throws if hosts, ports, addresses or endpoints are wrong by themselves, or do not go with the resolution
   * @throws if a TCP port has no address by which a proxy could tell its host from others
   * @throws if TLS is added on a port that is not there, or on which the application speaks it itself
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
    checkOptions(this, `addExternalService("${name}")`, options, EXTERNAL_SERVICE);
    return ExternalService._create(this.outside, this, name, options);
  }

  /**
   * Adds a way into the mesh, and the namespace for it where it is not there. Writes the proxies as a `Deployment` with a `ServiceAccount`, a
   * `Service` and a `HorizontalPodAutoscaler`; its `expose()` writes the rest.
   *
   * @param name name of the gateway
   * @param options where and how it is run
   * @throws if the name is not a DNS label, or is taken in its namespace
   * @throws if the type of Service, the number of trusted proxies, or HTTP/3 is one that cannot be
   * @throws if the certificates of the mesh come from SPIRE
   * @example mesh.addIngressGateway('partners', { namespace: 'partners-ingress' }).expose(web, { hosts: ['partners.example.com'] });
   */
  public addIngressGateway(name: string, options: MeshIngressGatewayOptions = {}): IngressGateway {
    checkName(this, name, 'a gateway');
    checkOptions(this, `addIngressGateway("${name}")`, options, MESH_INGRESS_GATEWAY);
    const { namespace: namespaceName = 'istio-ingress', ...props } = options;
    const namespace = this.namespaceMap.get(namespaceName) ?? this.addNamespace(namespaceName, { enrollment: Enrollment.NONE });
    if (namespace.node.tryFindChild(name)) {
      throw failure(this, `Namespace "${namespaceName}" has a "${name}" already`, 'Give the gateway another name');
    }
    return new IngressGateway(namespace, name, props);
  }

  /**
   * Says what all proxies of the mesh tell about their traffic, save where a namespace or a service says otherwise. Writes a `Telemetry`
   * "mesh-default" in the root namespace (`spec.accessLogging[]`, `spec.metrics[]`, `spec.tracing[]`).
   *
   * @param options access log, metrics and traces
   * @throws if it was said already
   * @throws if the percentage of traces is not from 0 to 100
   * @example
   * mesh.addTelemetry({
   *   accessLog: { filter: 'response.code >= 500' }, metrics: [{ metric: IstioMetric.REQUEST_SIZE, disabled: true }], tracingPercentage: 1,
   * });
   */
  public addTelemetry(options: TelemetryOptions): void {
    if (this.system.node.tryFindChild('telemetry')) {
      throw failure(this, 'The mesh has its telemetry already', 'Call addTelemetry() once, with everything');
    }
    new Telemetry(this.system, 'telemetry', { metadata: this.inSystem('mesh-default'), spec: renderTelemetry(this, options) });
  }

  /**
   * Says how all proxies of the mesh start, save where a namespace or a service says otherwise. Writes a `ProxyConfig` "mesh-default" in the
   * root namespace (`spec.concurrency`, `spec.environmentVariables`, `spec.image`). It counts for pods that are made after it.
   *
   * @param options their threads, environment and image
   * @throws if it was said already, or nothing is said
   * @example
   * mesh.addProxyConfig({
   *   concurrency: 2, environmentVariables: { ISTIO_META_IDLE_TIMEOUT: '600s' }, image: { imageType: 'distroless' },
   * });
   */
  public addProxyConfig(options: ProxyConfigOptions): void {
    addProxyConfig(this.system, this.inSystem('mesh-default'), options);
  }

  /**
   * Says the same of all services of the mesh with some labels: those that are there, and those that are added later. Labels of a service
   * are those that `addService()` is given, and those that `addNamespace()` is given of its namespace. Writes what the visitor says.
   *
   * @param labels the labels, all of which a service must have; none for every service
   * @param visitor what is said of each
   * @throws whatever the visitor throws
   * @example mesh.forEachService({}, { visit: (service) => service.addTelemetry({ tracingPercentage: 10 }) });
   */
  public forEachService(labels: { [name: string]: string }, visitor: IServiceVisitor): void {
    this._aspects.add(labels, visitor);
  }

  /**
   * How much each proxy of the mesh knows, and about how large its configuration is, sorted by name. Ambient workloads have no proxy.
   */
  public get scopes(): ProxyScope[] {
    return proxyScopes(this);
  }

  /**
   * Names services that are meant together, of any of its namespaces. Writes nothing: what is said of the group is said of each.
   *
   * @param name a name for it
   * @param services its services; more are added with `add()`
   * @throws if the name is not a DNS label, or is there already
   * @throws if a service is of another mesh, or is given twice
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
   * Makes a step of a migration to mutual TLS. Writes the `PeerAuthentication` objects that `migration.at(step)` gives (`spec.mtls.mode`). Call it
   * when all is declared.
   *
   * @param migration the plan of this mesh
   * @param step number of the step; 0 changes nothing
   * @throws if the plan is that of another mesh
   * @throws if there is no such step
   * @throws if something stands in the way of it or of one before it
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
    return MeshPaths._of(this, this._calls.internal, this._calls.external);
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
   * @example console.log(mesh.summary());
   */
  public summary(): string {
    return this.paths.matrix.summary;
  }

  /** @internal */
  public _namespace(name: string | undefined): MeshNamespace | undefined {
    return name === undefined ? undefined : this.namespaceMap.get(name);
  }

  private inSystem(name: string): ApiObjectMetadata {
    return { name, namespace: this.systemNamespace };
  }
}
