import { KubeObject } from './objects';

/** A part of a configuration that means one thing, such as the routes of one host, with a name by which its counterpart is found. */
export interface Meaning {
  readonly name: string;
  readonly value: unknown;
}

/** Kinds that say how traffic moves and who may send it. Everything else belongs to the applications. */
const KINDS = new Set([
  'VirtualService', 'DestinationRule', 'Gateway', 'ServiceEntry', 'Sidecar', 'AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication',
  'HTTPRoute', 'TCPRoute', 'TLSRoute',
]);

/**
 * What objects mean, whatever they are called: full host names, no default written out, no port where a service has one, no subset
 * that no route leads to.
 *
 * @param objects a whole configuration
 * @param surroundings objects that are there as well, of which only Services are looked at
 */
export function meaningsOf(objects: readonly KubeObject[], surroundings: readonly KubeObject[] = objects): Meaning[] {
  const scope = new Scope(surroundings);
  const routed = new Set(objects.filter(({ kind }) => kind === 'VirtualService').flatMap((object) => subsetsOf(object, scope)));
  return objects.filter(({ kind }) => KINDS.has(kind)).flatMap((object) => meaningOf(object, scope, routed));
}

function meaningOf(object: KubeObject, scope: Scope, routed: ReadonlySet<string>): Meaning[] {
  const { kind, spec, metadata } = object;
  const namespace = metadata.namespace ?? 'default';
  switch (kind) {
    case 'VirtualService': {
      const gateways: string[] = spec.gateways ?? ['mesh'];
      const where = gateways.length === 1 && gateways[0] === 'mesh' ? '' : gateways.includes('mesh') ? ' in the mesh and at a gateway' : ' at a gateway';
      const routes = plain({
        http: spec.http?.map((route: any) => httpRoute(route, namespace, scope)),
        tls: routesOf(spec.tls, namespace, scope),
        tcp: routesOf(spec.tcp, namespace, scope),
      });
      return (spec.hosts as string[]).map((host) => ({ name: `VirtualService ${scope.hostOf(host, namespace)}${where}`, value: routes }));
    }
    case 'DestinationRule': {
      const host = scope.hostOf(spec.host, namespace);
      const subsets = ((spec.subsets ?? []) as any[]).filter(({ name, trafficPolicy }) => trafficPolicy !== undefined || routed.has(`${host} ${name}`));
      const sorted = [...subsets].sort((a, b) => a.name.localeCompare(b.name));
      const value = plain({ trafficPolicy: spec.trafficPolicy, subsets: sorted.length > 0 ? sorted : undefined });
      return Object.keys(value as object).length > 0 ? [{ name: `DestinationRule ${host}`, value }] : [];
    }
    case 'Gateway':
      if (!object.apiVersion.startsWith('networking.istio.io/')) return listenersOf(spec);
      return (spec.servers as any[]).map(({ port, hosts, tls }) => ({
        name: `Gateway ${port.protocol} ${port.number} ${hosts.map(withoutNamespace).sort().join(' ')}`, value: plain({ tls }),
      }));
    case 'ServiceEntry': {
      const ports = spec.ports?.map(({ number, protocol, targetPort }: any) => ({ number, protocol: protocol.toUpperCase(), targetPort }));
      return [{ name: `ServiceEntry ${[...spec.hosts].sort().join(' ')}`, value: plain({ ...spec, exportTo: undefined, ports }) }];
    }
    case 'HTTPRoute':
    case 'TCPRoute':
    case 'TLSRoute': {
      const parents = (spec.parentRefs as any[]).map(({ kind: of = 'Gateway', name, port }) => (
        `${of} ${name}${port === undefined || scope.portsOf(scope.hostOf(name, namespace)) === 1 ? '' : ` ${port}`}`));
      const rules = (spec.rules as any[]).map(({ backendRefs = [], ...rule }) => plain({
        ...rule, backendRefs: backendRefs.map(({ weight, ...ref }: any) => ({ ...ref, weight: backendRefs.length === 1 ? undefined : weight })),
      }));
      return [{ name: `${kind} ${parents.join(' ')} ${(spec.hostnames ?? []).join(' ')}`.trim(), value: rules }];
    }
    default:
      return [{ name: `${kind} ${JSON.stringify(spec?.selector?.matchLabels ?? 'everywhere')} in ${namespace}${spec?.action ? ` ${spec.action}` : ''}`, value: plain({ ...spec, action: undefined, selector: undefined }) }];
  }
}

/** The listeners of a Gateway of the Gateway API, but for those of a waypoint, which are all alike. */
function listenersOf({ gatewayClassName, listeners }: any): Meaning[] {
  if (gatewayClassName.endsWith('-waypoint')) return [];
  return (listeners as any[]).map(({ protocol, port, hostname = '*', tls, allowedRoutes }) => (
    { name: `Gateway ${protocol} ${port} ${hostname}`, value: plain({ tls, allowedRoutes: routesAllowed(protocol, allowedRoutes) }) }));
}

/** Whose routes a listener takes, beside those of its own namespace and of the kind that goes with its protocol. */
function routesAllowed(protocol: string, { kinds = [], namespaces = {} }: any = {}): unknown {
  const others = (kinds as any[]).map(({ kind }) => kind).filter((kind) => kind !== `${protocol}Route`);
  const elsewhere = (namespaces.from ?? 'Same') === 'Same' ? undefined : namespaces;
  return others.length === 0 && elsewhere === undefined ? undefined : { ...(others.length > 0 && { kinds: others }), namespaces: elsewhere };
}

function httpRoute({ name: _, route, mirrors, ...rest }: any, namespace: string, scope: Scope): unknown {
  return plain({
    ...rest,
    route: route && destinations(route, namespace, scope),
    mirrors: mirrors?.map(({ destination, percentage }: any) => plain({ destination: destinationOf(destination, namespace, scope), percentage })),
  });
}

function routesOf(routes: any[] | undefined, namespace: string, scope: Scope): unknown {
  return routes?.map(({ match, route }) => plain({ match, route: destinations(route, namespace, scope) }));
}

function destinations(route: any[], namespace: string, scope: Scope): unknown[] {
  return route.map(({ destination, weight, ...rest }) => plain({
    ...rest, destination: destinationOf(destination, namespace, scope), weight: route.length === 1 ? undefined : weight,
  }));
}

function destinationOf({ host, subset, port }: any, namespace: string, scope: Scope): unknown {
  const full = scope.hostOf(host, namespace);
  return plain({ host: full, subset, port: scope.portsOf(full) === 1 ? undefined : port });
}

function subsetsOf({ spec, metadata }: KubeObject, scope: Scope): string[] {
  const routes = [...spec.http ?? [], ...spec.tcp ?? [], ...spec.tls ?? []];
  const targets = routes.flatMap(({ route = [], mirror, mirrors = [] }: any) => [...route, ...mirrors, ...(mirror ? [{ destination: mirror }] : [])]);
  return targets.filter(({ destination }) => destination.subset !== undefined)
    .map(({ destination: { host, subset } }) => `${scope.hostOf(host, metadata.namespace ?? 'default')} ${subset}`);
}

const withoutNamespace = (host: string): string => host.slice(host.indexOf('/') + 1);

/** The Services that hosts may mean. */
class Scope {
  private readonly ports: ReadonlyMap<string, number>;

  constructor(objects: readonly KubeObject[]) {
    this.ports = new Map(objects.filter(({ kind }) => kind === 'Service')
      .map(({ metadata: { name, namespace = 'default' }, spec }) => [`${name}.${namespace}.svc.cluster.local`, spec.ports?.length ?? 0]));
  }

  /** The full name of a Service; of other hosts, the name itself. */
  public hostOf(host: string, namespace: string): string {
    return host.includes('.') || host === '*' ? host : `${host}.${namespace}.svc.cluster.local`;
  }

  /** How many ports the Service has; none is known of other hosts. */
  public portsOf(host: string): number | undefined {
    return this.ports.get(host);
  }
}

/** A value without what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
