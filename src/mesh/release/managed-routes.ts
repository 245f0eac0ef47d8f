import { ApiObject } from 'cdk8s';
import { sortedBy } from '../../reference/sorted-children';
import { versionHost, versionServiceName } from '../../traffic/gateway-api/backend';
import { MeshService } from '../service/service';

/** Routes of one object that share the traffic of a service out between two versions. */
export interface ManagedRoutes {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The field of its spec that has the routes. */
  readonly list: 'http' | 'tcp' | 'rules';
  readonly routes: readonly { readonly name?: string; readonly port?: number }[];
}

/** Kinds that share traffic out, with the fields that have routes. */
const LISTS: ReadonlyMap<string, readonly ('http' | 'tcp' | 'rules')[]> = new Map([
  ['VirtualService', ['http', 'tcp']], ['HTTPRoute', ['rules']], ['GRPCRoute', ['rules']], ['TCPRoute', ['rules']],
]);

/** All objects of the program with routes that lead to both versions, wherever they are: in the mesh and at gateways. */
export function findRoutes(service: MeshService, versions: readonly string[]): ManagedRoutes[] {
  const found = service.node.root.node.findAll().flatMap((construct) => {
    if (!ApiObject.isApiObject(construct)) return [];
    // What other services have of their own says nothing of this one.
    if (construct.node.scopes.some((scope) => scope instanceof MeshService && scope !== service)) return [];
    const lists = LISTS.get(construct.kind);
    return lists === undefined ? [] : lists.flatMap((list) => routesOf(construct, list, service, versions));
  });
  return sortedBy(found, ({ namespace, kind, name, list }) => `${namespace} ${kind} ${name} ${list}`);
}

function routesOf(object: ApiObject, list: 'http' | 'tcp' | 'rules', service: MeshService, versions: readonly string[]): ManagedRoutes[] {
  const { apiVersion, kind, metadata, spec } = object.toJson();
  const namespace = metadata.namespace ?? '';
  const leadsTo = (route: any, version: string): boolean => (list === 'rules'
    ? (route.backendRefs ?? []).some((one: any) => (
      one.name === versionServiceName(service.serviceName, version) && (one.namespace ?? namespace) === service.namespaceName))
    : (route.route ?? []).some(({ destination }: any) => (
      (destination.host === service.host && destination.subset === version) || destination.host === versionHost(service.host, version))));
  const routes = (spec[list] ?? []).filter((route: any) => versions.every((version) => leadsTo(route, version)));
  if (routes.length === 0) return [];
  return [{
    group: apiVersion.split('/')[0],
    kind,
    name: metadata.name,
    namespace,
    list,
    routes: routes.map((route: any) => ({ name: route.name, port: route.match?.[0]?.port })),
  }];
}
