import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ICallable } from './callable';
import { hasSidecar } from './enrollment';
import type { Mesh } from './mesh';
import type { MeshService } from './service';
import { IForwardable } from '../gateway';
import { failure, finding, listed } from '../reference/fail';
import { isHost, isWildcard } from '../reference/host';
import { Host } from '../reference/host-name';
import { MeshPort } from '../reference/port';
import { PortNumber } from '../reference/port-number';
import { checks } from '../reference/suppressions';
import { ServiceEntry, ServiceEntryLocation, ServiceEntryResolution } from '../resources';
import { CallOptions, limitsOf } from '../security/call-options';

/** What is outside. */
export interface ExternalServiceOptions {
  /** Host names; a leading `*.` stands for one or more labels. At least one. */
  readonly hosts: string[];
  /** Ports, with what the application speaks on them. At least one. */
  readonly ports: MeshPort[];
  /**
   * How addresses are found (`resolution`).
   *
   * @default STATIC with endpoints, NONE for a wildcard host, else DNS
   */
  readonly resolution?: ServiceEntryResolution;
  /**
   * Addresses behind the hosts (`endpoints[].address`): IP addresses for STATIC, else host names too.
   *
   * @default the hosts themselves
   */
  readonly endpoints?: string[];
  /**
   * Virtual addresses of the hosts, as IP addresses or CIDR ranges. Without one, proxies tell a TCP port of this host from that of
   * another by its number alone; with resolution NONE they could not, so there a TCP port needs one.
   *
   * @default none
   */
  readonly addresses?: string[];
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
  /** Name of the namespace of its ServiceEntry: that of the control plane. */
  public readonly namespaceName: string;
  private readonly portList: MeshPort[];
  private readonly callers = new Set<MeshService>();
  private readonly gateways = new Map<string, string>();

  private constructor(scope: Construct, mesh: Mesh, id: string, options: ExternalServiceOptions) {
    super(scope, id);
    this.mesh = mesh;
    this.hosts = [...(options.hosts ?? [])];
    this.namespaceName = mesh.systemNamespace;
    this.portList = [...(options.ports ?? [])];
    const resolution = this.resolutionOf(options);
    this.check(options, resolution);
    new ServiceEntry(this, 'Resource', {
      metadata: { name: id, namespace: this.namespaceName },
      spec: {
        hosts: this.hosts.map((host) => Host.of(host)),
        ...(options.addresses && { addresses: [...options.addresses] }),
        ports: options.ports.map((port) => ({ number: PortNumber.of(port.number), name: port.name, protocol: port.protocol.toUpperCase() })),
        location: ServiceEntryLocation.MESH_EXTERNAL,
        resolution,
        ...(options.endpoints && { endpoints: options.endpoints.map((address) => ({ address })) }),
        exportTo: Lazy.any({ produce: () => this.exportTo }),
      },
    });
    this.node.addValidation(checks(this, () => this.checkCallers()));
  }

  /** Ports, with what the application speaks on them. */
  public get ports(): MeshPort[] {
    return [...this.portList];
  }

  /** Where it is found, as a Sidecar spells it: its hosts, and the gateways that its traffic leaves through. */
  public get egressHosts(): string[] {
    return [...this.hosts.map((host) => `${this.namespaceName}/${host}`), ...[...this.gateways].map(([host, namespace]) => `${namespace}/${host}`)];
  }

  /** Principals of the services that call it, as policies spell them. */
  public get callerPrincipals(): string[] {
    return [...new Set([...this.callers].map((caller) => caller.identity.principal))].sort();
  }

  /**
   * Makes room for a gateway between the callers and what is outside. Call `forward()` of the gateway instead: it does both sides.
   *
   * @param gatewayHost full host name of the gateway's Service
   * @param gatewayNamespace namespace of the gateway
   */
  public leaveThrough(gatewayHost: string, gatewayNamespace: string): void {
    if (this.gateways.size > 0) {
      throw failure(this, `Its traffic leaves through "${[...this.gateways.keys()][0]}" already`, 'Forward it at one gateway');
    }
    this.gateways.set(gatewayHost, gatewayNamespace);
  }

  /**
   * Makes room for a caller. Call `calls()` on the caller instead: it does both sides.
   *
   * @param caller who will call
   * @param options must be empty: what leaves the mesh is not looked into
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    const [limit] = limitsOf(options);
    if (limit !== undefined) {
      throw failure(this, `"${caller.node.path}" calls it with ${limit}, but nothing on the way out checks them`,
        `Leave ${limit} out; declare an external service of its own for each set of ports`);
    }
    this.callers.add(caller);
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

  private resolutionOf(options: ExternalServiceOptions): ServiceEntryResolution {
    if (options.resolution) return options.resolution;
    if (options.endpoints) return ServiceEntryResolution.STATIC;
    return this.hosts.some(isWildcard) ? ServiceEntryResolution.NONE : ServiceEntryResolution.DNS;
  }

  private check(options: ExternalServiceOptions, resolution: ServiceEntryResolution): void {
    if (this.hosts.length === 0) {
      throw failure(this, 'The external service has no host', 'Give its names, such as hosts: ["api.example.com"]');
    }
    if (!options.ports || options.ports.length === 0) {
      throw failure(this, 'The external service has no port', 'Give its ports, such as ports: [MeshPort.tls(443)]');
    }
    const wrong = this.hosts.find((host) => !isHost(host) || host === '*');
    if (wrong !== undefined) {
      throw failure(this, `"${wrong}" is not the name of an external host`, 'Give a name such as "api.example.com" or "*.example.com", without a scheme, port or path');
    }
    const wildcard = this.hosts.find(isWildcard);
    if (wildcard !== undefined && resolution !== ServiceEntryResolution.NONE) {
      throw failure(this, `Host "${wildcard}" is a wildcard, and resolution ${resolution} needs the address of one host`,
        'Use resolution NONE, or list the hosts one by one');
    }
    if (resolution === ServiceEntryResolution.STATIC && (options.endpoints ?? []).length === 0) {
      throw failure(this, 'Resolution STATIC has no endpoints', 'Give the addresses, such as endpoints: ["192.0.2.10"], or use resolution DNS');
    }
    if (resolution === ServiceEntryResolution.NONE && (options.endpoints ?? []).length > 0) {
      throw failure(this, `Resolution NONE goes to the address that the application asked for, and not to the endpoints ${listed(options.endpoints ?? [])}`,
        'Leave the endpoints out, or use resolution STATIC or DNS');
    }
    const bytes = options.ports.find((port) => !port.isHttp && !port.isTls);
    if (bytes && (options.addresses ?? []).length === 0 && resolution === ServiceEntryResolution.NONE) {
      throw failure(this, `TCP port ${bytes.number} has no address, so it would take every connection to port ${bytes.number}, whatever its host`,
        'Give addresses, or make the port with MeshPort.tls if clients send a server name');
    }
  }
}
