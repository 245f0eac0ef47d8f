import { ApiObject } from 'cdk8s';
import { PlainObject } from './plain-object';
import { ExposingGateway } from '../../gateway/exposing';
import { serviceHost } from '../../reference/host';
import { Labels, matches } from '../../reference/labels';
import { gatewaysOf, MeshGateways } from '../gateway-checks';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';

/** What plain objects are compared with: one another, and what the mesh declares. */
export class PlainWorld {
  private readonly byHost: ReadonlyMap<string, MeshService>;
  private found?: MeshGateways;

  constructor(public readonly mesh: Mesh, public readonly objects: readonly PlainObject[]) {
    const services = mesh.namespaces.flatMap((namespace) => namespace.services);
    this.byHost = new Map(services.map((service) => [service.host, service]));
  }

  /** The objects of a kind. */
  public of(kind: string, group: string = 'networking.istio.io'): PlainObject[] {
    return this.objects.filter((object) => object.kind === kind && object.group === group);
  }

  /** The service of the mesh that has a host. */
  public serviceAt(host: string): MeshService | undefined {
    return this.byHost.get(host);
  }

  /** The services of a namespace whose pods have labels; of all where there are no labels. */
  public servicesWith(namespace: string, labels: Labels = {}): MeshService[] {
    const everywhere = namespace === this.mesh.systemNamespace;
    return [...this.byHost.values()].filter((service) => (everywhere || service.namespaceName === namespace)
      && service._workloads.some((workload) => matches(labels, workload.labels)));
  }

  /** The full name of a host, as Istio reads it in an object of a namespace. */
  public fullHost(host: string, namespace: string): string {
    return isShort(host) ? serviceHost(host, namespace, this.mesh.clusterDomain) : host;
  }

  /** The gateways of the mesh that let requests in. */
  public get exposing(): readonly ExposingGateway[] {
    return this.gateways.exposing;
  }

  /** All gateways of the mesh. */
  public get gateways(): MeshGateways {
    return (this.found ??= gatewaysOf(this.mesh));
  }
}

/** Whether a host is read as one of the object's own namespace. */
export function isShort(host: string): boolean {
  return host !== '*' && !host.includes('.');
}

/** Whether a service of the mesh has written an object of a kind of Istio's networking for itself. */
export function writes(service: MeshService, kind: string): boolean {
  return service.node.children.some((child) => ApiObject.isApiObject(child) && child.kind === kind && child.apiGroup === 'networking.istio.io');
}

/** Kind, namespace and name, for messages. */
export function titleOf({ kind, namespace, name }: PlainObject): string {
  return `${kind} "${namespace}/${name}"`;
}

/** Whether two objects are seen from the same place, as their `exportTo` says. */
export function meet(one: PlainObject, other: PlainObject): boolean {
  const [a, b] = [one, other].map(({ spec, namespace }) => shownTo(spec.exportTo, namespace));
  return a === undefined || b === undefined || a.some((name) => b.includes(name));
}

/** To which namespaces an object is shown; to all where that is undefined. */
function shownTo(exportTo: readonly string[] | undefined, namespace: string): string[] | undefined {
  if (exportTo === undefined || exportTo.length === 0 || exportTo.includes('*')) return undefined;
  return exportTo.map((name) => (name === '.' ? namespace : name));
}

/** Each pair of a list, once. */
export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));
}
