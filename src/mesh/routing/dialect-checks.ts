import { ApiObject } from 'cdk8s';
import { finding } from '../../reference/fail';
import { serviceHost } from '../../reference/host';
import { objectsAround } from '../app-objects';
import type { Mesh } from '../mesh';

/** Kinds whose objects may be attached to a Service of the mesh. */
const ROUTES: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'];

/**
 * Hosts of the mesh with routes in both dialects: istiod does not put a VirtualService and a route of the Gateway API for the same host
 * together, and one of them would not count.
 */
export function checkDialects(mesh: Mesh): string[] {
  const objects = objectsAround(mesh);
  const routes = objects.filter(({ kind }) => ROUTES.includes(kind));
  const virtualServices = objects.filter(({ kind }) => kind === 'VirtualService');
  if (routes.length === 0 || virtualServices.length === 0) return [];
  const byHost = new Map(routes.flatMap((route) => routeHosts(mesh, route).map((host): [string, ApiObject] => [host, route])));
  if (byHost.size === 0) return [];
  return virtualServices.flatMap((one) => meshHosts(mesh, one).flatMap((host) => {
    const route = byHost.get(host);
    return route === undefined ? [] : [finding(
      `Host ${host} has routes in two dialects: VirtualService "${one.name}" (${one.node.path}) and ${route.kind} "${route.name}" (${route.node.path})`,
      'Write all of them in one; the service says which with routeDialect',
      'A7',
    )];
  }));
}

/** Hosts of the Services to which a route is attached. */
function routeHosts(mesh: Mesh, route: ApiObject): string[] {
  const { metadata, spec } = route.toJson();
  return (spec?.parentRefs ?? [])
    .filter(({ group, kind }: any) => group === '' && kind === 'Service')
    .map(({ name, namespace }: any) => serviceHost(name, namespace ?? metadata.namespace, mesh.clusterDomain));
}

/** Hosts of a VirtualService that holds inside the mesh. */
function meshHosts(mesh: Mesh, virtualService: ApiObject): string[] {
  const { metadata, spec } = virtualService.toJson();
  if (!(spec?.gateways ?? ['mesh']).includes('mesh')) return [];
  return (spec?.hosts ?? []).map((host: string) => (host.includes('.') ? host : serviceHost(host, metadata.namespace, mesh.clusterDomain)));
}
