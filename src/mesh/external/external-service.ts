import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { checkAddressless, checkOriginators, checkUniqueHosts } from './caller-checks';
import { checkOutside } from './checks';
import { ExternalOrigination } from './origination';
import { ExternalRouting } from './routing';
import { IForwardable } from '../../gateway';
import { failure, finding } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { sortChildren } from '../../reference/sorted-children';
import { checks } from '../../reference/suppressions';
import { ServiceEntry, ServiceEntryResolution } from '../../resources';
import { CallOptions, limitsOf } from '../../security/call-options';
import { Outside, outsideOf, renderServiceEntry } from '../../traffic/egress/service-entry';
import { TlsOrigination } from '../../traffic/egress/tls-origination';
import { HttpRouteOptions } from '../../traffic/http-route';
import { RouteDialect } from '../../traffic/route-dialect';
import { ICallable } from '../access/callable';
import { hasSidecar } from '../data-plane/enrollment';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';

/** What is outside. */
export interface ExternalServiceOptions {
  /** Host names (`hosts`); a leading `*.` stands for one or more labels. At least one. */
  readonly hosts: string[];
  /**
   * Ports, with what the application speaks on them (`ports`). At least one. A `target` is the port that is called outside
   * (`targetPort`).
   */
  readonly ports: MeshPort[];
  /**
   * How addresses are found (`resolution`).
   *
   * @default - STATIC with endpoints; NONE for a wildcard host or a range of addresses; else DNS
   */
  readonly resolution?: ServiceEntryResolution;
  /**
   * Addresses behind the hosts (`endpoints[].address`): IP addresses for STATIC, else host names too.
   *
   * @default - the hosts themselves
   */
  readonly endpoints?: string[];
  /**
   * Addresses under which applications call the hosts, as IP addresses or CIDR ranges (`addresses`). A TCP port is told from that of
   * another host by them alone; where there are none, the mesh needs `dnsCapture`, so that each host gets one.
   *
   * @default - for TCP ports with resolution STATIC the endpoints, else none
   */
  readonly addresses?: string[];
  /**
   * TLS that is added on the way out (`DestinationRule` `trafficPolicy.tls`): by the callers' sidecars, or by the egress gateway that the
   * traffic is forwarded at. Requests to port 80 then go to port 443 outside, unless the port has a target.
   *
   * @default - what the application sends leaves as it is
   */
  readonly originateTls?: TlsOrigination;
  /**
   * In which kinds its routes are written.
   *
   * @default - that of the mesh
   */
  readonly routeDialect?: RouteDialect;
}

/**
 * Something outside the mesh that services may call. It is visible in the namespaces of its callers alone. Made by `Mesh.addExternalService()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ExternalService extends Construct implements ICallable, IForwardable {
  /** @internal */
  public static _create(scope: Construct, mesh: Mesh, id: string, options: ExternalServiceOptions): ExternalService {
    return new ExternalService(scope, mesh, id, options);
  }

  /** Host names. */
  public readonly hosts: string[];
  /** The mesh from which it is called. */
  public readonly mesh: Mesh;
  /** In which kinds its routes are written. */
  public readonly routeDialect: RouteDialect;
  /** Name of the namespace of its ServiceEntry: that of the control plane. */
  public readonly namespaceName: string;
  private readonly portList: MeshPort[];
  private readonly callers = new Set<MeshService>();
  private readonly gateways = new Map<string, string>();
  private readonly outside: Outside;
  private readonly origination: ExternalOrigination;
  private readonly routing = new ExternalRouting(this);

  private constructor(scope: Construct, mesh: Mesh, id: string, options: ExternalServiceOptions) {
    super(scope, id);
    this.mesh = mesh;
    this.routeDialect = options.routeDialect ?? mesh.routeDialect;
    this.hosts = [...(options.hosts ?? [])];
    this.namespaceName = mesh.systemNamespace;
    this.portList = [...(options.ports ?? [])];
    const outside = outsideOf({ ...options, hosts: this.hosts, ports: this.portList, origination: options.originateTls });
    checkOutside(this, outside);
    this.outside = outside;
    new ServiceEntry(this, 'Resource', {
      metadata: { name: id, namespace: this.namespaceName },
      spec: { ...renderServiceEntry(outside), exportTo: Lazy.any({ produce: () => this.exportTo }) },
    });
    this.origination = new ExternalOrigination(this, this.namespaceName, outside);
    this.node.addValidation(checks(this, () => [
      ...this.checkCallers(), ...checkOriginators(this, outside), ...checkAddressless(this, outside), ...checkUniqueHosts(this),
      ...this.routing.findings(),
    ]));
    sortChildren(this);
  }

  /** Ports, with what the application speaks on them. */
  public get ports(): MeshPort[] {
    return [...this.portList];
  }

  /** Where it is found, as a Sidecar spells it: its hosts, and the gateways that its traffic leaves through. */
  public get egressHosts(): string[] {
    return [...this.hosts.map((host) => `${this.namespaceName}/${host}`), ...[...this.gateways].map(([host, namespace]) => `${namespace}/${host}`)];
  }

  /** How addresses are found. */
  public get resolution(): ServiceEntryResolution {
    return this.outside.resolution;
  }

  /** The TLS that is added on the way out; undefined where what the application sends leaves as it is. */
  public get originateTls(): TlsOrigination | undefined {
    return this.outside.origination;
  }

  /** Principals of the services that call it, as policies spell them. */
  public get callerPrincipals(): string[] {
    return [...new Set([...this.callers].map((caller) => caller.identity.principal))].sort();
  }

  /**
   * Says how some requests to it are treated on the way out. Writes a `VirtualService` for each of its hosts beside its ServiceEntry, with an item
   * of `spec.http[]`. In the dialect of the Gateway API it is an HTTPRoute or GRPCRoute of the ServiceEntry for each port.
   *
   * @param options which requests, and how long they may take, how often they are tried again, what is changed in them
   * @throws if no port speaks HTTP that proxies can read
   * @throws if a host is a wildcard
   * @throws if its traffic leaves through a gateway
   * @throws if another route has the same match
   * @throws if a match, a weight, the retries or the priority cannot be
   * @throws if a route that answers by itself says what only counts for requests that are passed on
   * @throws if its dialect cannot say it, such as a route of several hosts in that of the Gateway API
   * @example
   * const weather = mesh.addExternalService('weather', { hosts: ['api.weather.example.com'], ports: [MeshPort.http(80)] });
   * weather.route({ timeout: Duration.seconds(3), retries: { attempts: 1 } });
   */
  public route(options: HttpRouteOptions): void {
    this.routing.add(options);
  }

  /**
   * Makes room for a gateway between the callers and what is outside: for those who write gateways of their own; `EgressGateway.forward()` does
   * both sides. Writes the namespace of the gateway into its `ServiceEntry` (`spec.exportTo`), and the host into the `Sidecar` of each caller
   * (`spec.egress[].hosts`). The rules by which sidecars add TLS are taken back: that is then up to the gateway.
   *
   * @param gatewayHost full host name of the gateway's Service
   * @param gatewayNamespace namespace of the gateway
   * @throws if its traffic leaves through a gateway already
   * @throws if it has routes of its own
   * @example
   * // A gateway of another program, which also writes the VirtualService that leads there.
   * payments.leaveThrough('out.egress.svc.cluster.local', 'egress');
   * web.calls(payments);
   */
  public leaveThrough(gatewayHost: string, gatewayNamespace: string): void {
    if (this.gateways.size > 0) {
      throw failure(this, `Its traffic leaves through "${[...this.gateways.keys()][0]}" already`, 'Forward it at one gateway');
    }
    if (this.routing.isDeclared) {
      throw failure(this, 'It has routes of its own, and a gateway on its way would route it, too', 'Leave route() out, or forward()');
    }
    this.gateways.set(gatewayHost, gatewayNamespace);
    this.origination.leaveToGateway();
  }

  /**
   * Makes room for a caller. Call `calls()` on the caller instead: it does both sides. Writes the caller's namespace into its `ServiceEntry`
   * (`spec.exportTo`). Where TLS is originated with a credential, the caller gets a `DestinationRule` of its own, and a `Role` and a
   * `RoleBinding` to read the secret.
   *
   * @param caller who will call
   * @param options must be empty: what leaves the mesh is not looked into
   * @throws if there are options
   * @throws if the credential of its TLS is in another namespace than the caller
   * @example
   * class Billing extends Construct implements ICallable {
   *   public readonly mesh = mesh;
   *   public readonly egressHosts = payments.egressHosts;
   *   public acceptCaller(caller: MeshService, options: CallOptions): void { payments.acceptCaller(caller, options); }
   * }
   * web.calls(new Billing(shop, 'billing'));
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    const [limit] = limitsOf(options);
    if (limit !== undefined) {
      throw failure(this, `"${caller.node.path}" calls it with ${limit}, but nothing on the way out checks them`,
        `Leave ${limit} out; declare an external service of its own for each set of ports`);
    }
    this.callers.add(caller);
    if (this.gateways.size === 0) this.origination.accept(caller);
  }

  /** @internal */
  public get _callers(): MeshService[] {
    return [...this.callers];
  }

  /** @internal */
  public get _exportTo(): string[] {
    return this.exportTo;
  }

  /** @internal */
  public get _gatewayHost(): string | undefined {
    return [...this.gateways.keys()][0];
  }

  /** @internal */
  public get _leavesThroughGateway(): boolean {
    return this.gateways.size > 0;
  }

  /** Who may see it: callers and gateways, or else nobody in another namespace. */
  private get exportTo(): string[] {
    const namespaces = new Set([...[...this.callers].map((caller) => caller.namespaceName), ...this.gateways.values()]);
    return namespaces.size > 0 ? [...namespaces].sort() : ['.'];
  }

  /** Sidecars send to the gateway; nobody else does. */
  private checkCallers(): string[] {
    const [gateway] = this.gateways.keys();
    if (gateway === undefined) return [];
    return [...this.callers].filter((caller) => !hasSidecar(caller.enrollment)).map((caller) => finding(
      `"${caller.node.path}" calls it without a sidecar (enrollment ${caller.enrollment}), so that its traffic goes past the gateway "${gateway}"`,
      'Enroll the caller with Enrollment.SIDECAR, or leave forward() out',
    ));
  }
}
