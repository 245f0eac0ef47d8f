import { Construct } from 'constructs';
import { ImportedFacts, importedFacts, importedObjects, letsIn, servicesNamed } from './imported-manifest';
import type { Mesh } from '../mesh';
import type { MeshService } from './service';
import { checkDestinationPort } from './service-ports';
import { CallerAttributes, ICallers } from '../../reference/caller-attributes';
import { failure, finding, listed } from '../../reference/fail';
import { serviceHost } from '../../reference/host';
import { Identity } from '../../reference/identity';
import { checkName } from '../../reference/label-name';
import { MeshPort } from '../../reference/port';
import { warnOnce } from '../../reference/warn';
import { WeightedDestination } from '../../reference/weighted-destination';
import { CallOptions } from '../../security/access';
import { DestinationOptions } from '../../traffic/destination-options';
import { IRouteDestination } from '../../traffic/route-destination';
import { IRouteSource } from '../../traffic/route-source';
import { ICallable } from '../access/callable';

/** What is known of a service that another program declares. */
export interface ImportedServiceAttributes {
  /** Namespace of the service. */
  readonly namespace: string;
  /**
   * Ports under which it is called.
   *
   * @default - not known: calls may name no ports
   */
  readonly ports?: MeshPort[];
  /**
   * The service account that its workloads run as, by which it calls services of this program.
   *
   * @default - not known: it can be called, and cannot be let in
   */
  readonly serviceAccount?: string;
  /**
   * Labels of its pods, by which routes tell it apart from other callers.
   *
   * @default - all pods of its namespace
   */
  readonly podLabels?: { readonly [name: string]: string };
}

/**
 * A service of the same mesh that another program declares: another chart, app or repository. It is called with `calls()`, let in with
 * `allowFrom()`, and may be where a route leads. No object is written for it; so who calls it must also be allowed on the other side.
 * Made by `MeshService.fromServiceName()` and `MeshService.fromManifest()`.
 */
export class ImportedService extends Construct implements ICallable, ICallers, IRouteDestination, IRouteSource {
  /** @internal */
  public static _named(mesh: Mesh, name: string, { namespace, ...rest }: ImportedServiceAttributes): ImportedService {
    return new ImportedService(mesh, name, namespace, { ...rest, selector: rest.podLabels ?? {} });
  }

  /** @internal */
  public static _read(mesh: Mesh, manifest: unknown, name: string, namespace?: string): ImportedService {
    const objects = readable(mesh, manifest);
    const found = servicesNamed(objects, name, namespace);
    if (found.length !== 1 || found[0].metadata.namespace === undefined) {
      const known = objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => `${metadata?.namespace ?? ''}/${metadata?.name}`).sort();
      throw failure(mesh, `The manifest holds ${found.length} Services called "${name}" with a namespace; its Services are ${listed(known)}`,
        'Give the name and the namespace of one of them');
    }
    const [service] = found;
    const host = serviceHost(name, service.metadata.namespace, mesh.clusterDomain);
    return new ImportedService(mesh, name, service.metadata.namespace, importedFacts(objects, service, host));
  }

  /** The mesh that it is called from. */
  public readonly mesh: Mesh;
  /** Name of the service. */
  public readonly serviceName: string;
  /** Namespace of the service. */
  public readonly namespaceName: string;
  /** Full host name of the service. */
  public readonly host: string;

  private constructor(mesh: Mesh, name: string, namespace: string, private readonly facts: Partial<ImportedFacts>) {
    const id = `${name}.${namespace}`;
    checkName(mesh, namespace, 'a namespace');
    checkName(mesh, name, 'a service');
    if (mesh._namespace(namespace)?._services.node.tryFindChild(name)) {
      throw failure(mesh, `Service "${name}" of namespace "${namespace}" is declared by this program`, 'Use the object that addService() returned');
    }
    if (mesh._imported.node.tryFindChild(id)) {
      throw failure(mesh, `Service "${name}" of namespace "${namespace}" is imported already`, 'Keep the object that the first call returned');
    }
    super(mesh._imported, id);
    this.mesh = mesh;
    this.serviceName = name;
    this.namespaceName = namespace;
    this.host = serviceHost(name, namespace, mesh.clusterDomain);
    mesh._outsideNamespaces.add(namespace);
  }

  /** Ports under which it is called; empty where they are not known. */
  public get ports(): MeshPort[] {
    return [...this.facts.ports ?? []];
  }

  /** Where it is found, as a Sidecar spells it. */
  public get egressHosts(): string[] {
    return [`${this.namespaceName}/${this.host}`];
  }

  /**
   * Who its workloads are when they call.
   *
   * @throws if its service account is not known
   */
  public get identity(): Identity {
    if (this.facts.serviceAccount === undefined) {
      throw failure(this, 'Nobody knows the service account of its workloads, by which policies could name it', 'Give serviceAccount, or a manifest with its workloads');
    }
    return Identity.of(this.namespaceName, this.facts.serviceAccount, { trustDomain: this.mesh.trustDomain });
  }

  /**
   * The one way to be it, as policies ask for it: its identity.
   *
   * @throws if its service account is not known
   */
  public get callerAttributes(): CallerAttributes[] {
    return this.identity.callerAttributes;
  }

  /** Namespace of its pods, as a route tells callers apart. */
  public get sourceNamespace(): string {
    return this.namespaceName;
  }

  /** Labels of its pods, as a route tells callers apart. */
  public get sourceLabels(): { [name: string]: string } {
    return { ...this.facts.selector };
  }

  /**
   * Takes note of a caller. `MeshService.calls()` calls it. Writes nothing: its policies belong to the other program; where its manifest shows that
   * they do not let the caller in, synthesis warns of it.
   *
   * @param caller who will call
   * @param options what it may ask for, which the other side must allow, too
   * @throws if the options name a port that it does not have
   * @example
   * const orders = MeshService.fromServiceName(mesh, 'orders', { namespace: 'orders', ports: [MeshPort.http(80)] });
   * class Ordering extends Construct implements ICallable {
   *   public readonly mesh = mesh;
   *   public readonly egressHosts = orders.egressHosts;
   *   public acceptCaller(caller: MeshService, options: CallOptions): void { orders.acceptCaller(caller, options); }
   * }
   * web.calls(new Ordering(shop, 'ordering'), { ports: [80] });
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    const wrong = (options.ports ?? []).find((port) => !this.ports.some(({ number }) => number === port));
    if (wrong !== undefined) {
      throw failure(this, `"${caller.node.path}" calls it on port ${wrong}, but its ports are ${listed(this.ports.map(({ number }) => number))}`, 'Name ports of the called service');
    }
    const { allowing } = this.facts;
    if (allowing === undefined || !this.mesh._posture.policies) return;
    this.node.addValidation({
      validate: () => {
        const { principal } = caller.identity;
        if (!letsIn(allowing, principal)) {
          warnOnce(this, finding(`"${caller.node.path}" calls it, and no policy in its manifest lets ${principal} in`, 'Let its owners allow the identity, with allowFrom()'));
        }
        return [];
      },
    });
  }

  /**
   * It with its share of the traffic, for the `to` or the `mirrors` of a route. Writes its host into the `VirtualService` of the route
   * (`spec.http[].route[].destination.host`).
   *
   * @param percent the share, from 0 to 100
   * @param options the port to which the traffic goes
   * @throws if its ports are not known, or it has no such port
   * @example
   * const orders = MeshService.fromServiceName(mesh, 'orders', { namespace: 'orders', ports: [MeshPort.http(80)] });
   * web.route({ match: [{ pathPrefix: '/orders' }], to: [orders.weight(100)] });
   */
  public weight(percent: number, options: DestinationOptions = {}): WeightedDestination {
    if (this.ports.length === 0) throw failure(this, 'A route leads to it, and its ports are not known', 'Give fromServiceName() its ports');
    checkDestinationPort(this, this.ports, options.port);
    return WeightedDestination._of({
      host: this.host,
      serviceName: this.serviceName,
      namespaceName: this.namespaceName,
      ports: this.ports,
      versionsAreServices: false,
      useVersion: () => undefined,
      giveVersionService: () => undefined,
    }, percent, undefined, options.port);
  }
}

function readable(mesh: Mesh, manifest: unknown): ReturnType<typeof importedObjects> {
  try {
    return importedObjects(manifest);
  } catch (error) {
    throw failure(mesh, `The manifest is no YAML: ${(error as Error).message.split('\n')[0]}`, 'Give the text of a file that cdk8s or kubectl wrote, or its objects');
  }
}
