import { Exposure, ExposureProtocol, portsOf } from './exposure';
import { coversHost } from '../reference/host';
import { AuthorizationPolicySpec, Operation, Rule, RuleFrom, Source } from '../resources';
import { PolicyPlace } from '../security/access';

/** What a policy at the edge has to know of the gateway. */
export interface Edge {
  /** Where the policy holds. */
  readonly place: PolicyPlace;
  /** The port at which the proxies listen, by the port of the Service. */
  readonly listenerOf: (port: number) => number;
  /** Who may come to an exposure; nothing where everybody may. */
  readonly sourceOf: (exposure: Exposure) => Source;
}

/**
 * The policy of the gateway itself: what is exposed comes in, and nothing else. Requests are known by their host, behind which clients
 * may put the port; TLS that is passed through, and TLS around bytes, by its server name; bytes by the port.
 */
export function renderEdgeAccess(edge: Edge, exposures: readonly Exposure[]): AuthorizationPolicySpec {
  const groups = new Map<string, { readonly source: Source; readonly exposures: Exposure[] }>();
  for (const exposure of exposures) {
    const source = edge.sourceOf(exposure);
    const key = JSON.stringify(source);
    const group = groups.get(key) ?? { source, exposures: [] };
    group.exposures.push(exposure);
    groups.set(key, group);
  }
  const rules = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => {
    const from: RuleFrom[] = Object.keys(group.source).length === 0 ? [] : [{ source: group.source }];
    const others = exposures.filter((one) => !group.exposures.includes(one));
    return rulesOf(edge, group.exposures, others).map((rule): Rule => ({ ...(from.length > 0 && { from }), ...rule }));
  });
  return { ...edge.place, rules };
}

/** What it is that those may come to for whom the exposures are, and no others. */
function rulesOf({ listenerOf }: Edge, exposures: readonly Exposure[], others: readonly Exposure[]): Rule[] {
  const listeners = (some: readonly Exposure[]): string[] => distinct(some.flatMap(portsOf).map(listenerOf)).sort((a, b) => a - b).map(String);
  const requests = exposures.filter(({ protocol }) => protocol === ExposureProtocol.HTTP);
  const handshakes = exposures.filter(({ protocol, tls }) => protocol !== ExposureProtocol.HTTP && tls !== undefined);
  const bytes = exposures.filter(({ protocol, tls }) => protocol !== ExposureProtocol.HTTP && tls === undefined);
  const names = distinct(handshakes.flatMap((one) => one.hosts)).sort();
  const operations = requestOperations(requests, others.filter(({ protocol }) => protocol === ExposureProtocol.HTTP), listeners);
  const onlyRequests = requests.length === exposures.length && others.length === 0;
  return [
    ...operations.map((operation): Rule => (
      Object.keys(operation).length > 0 ? { to: [{ operation }] } : onlyRequests ? {} : { to: [{ operation: { ports: listeners(requests) } }] }
    )),
    ...(names.length === 0 ? [] : [
      names.includes('*') ? { to: [{ operation: { ports: listeners(handshakes) } }] } : { when: [{ key: 'connection.sni', values: names }] },
    ]),
    ...(bytes.length === 0 ? [] : [{ to: [{ operation: { ports: listeners(bytes) } }] }]),
  ];
}

/** The requests of exposures, host by host; hosts of which the same can be said stand together. */
function requestOperations(
  exposures: readonly Exposure[], others: readonly Exposure[], listeners: (some: readonly Exposure[]) => string[],
): Operation[] {
  const found = new Map<string, { readonly hosts: Set<string>; readonly rest: Operation }>();
  for (const exposure of exposures) {
    for (const host of exposure.hosts) {
      const rest = atHost(exposure, host, others, listeners);
      const key = JSON.stringify(rest);
      const same = found.get(key) ?? { hosts: new Set<string>(), rest };
      same.hosts.add(host);
      found.set(key, same);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { hosts, rest }]) => ({ ...(!hosts.has('*') && { hosts: withPorts([...hosts].sort()) }), ...rest }));
}

/**
 * What has to be said of requests for a host, where others may come to some of them: at which ports, below which paths, and without
 * what the others may come to: their paths below these, and their hosts below a wildcard.
 */
function atHost(exposure: Exposure, host: string, others: readonly Exposure[], listeners: (some: readonly Exposure[]) => string[]): Operation {
  const beside = others.filter((other) => other.hosts.includes(host));
  const hostsBelow = distinct(others.flatMap((other) => other.hosts).filter((other) => other !== host && coversHost(host, other))).sort();
  if (beside.length === 0 && hostsBelow.length === 0) return {};
  const { paths } = exposure;
  const samePort = beside.filter((other) => portsOf(other).some((port) => portsOf(exposure).includes(port)));
  const pathsBelow = distinct(samePort.flatMap((other) => other.paths ?? []))
    .filter((path) => paths === undefined || paths.some((own) => path.startsWith(`${own}/`))).sort();
  const apart = beside.some((other) => portsOf(other).join() !== portsOf(exposure).join());
  return {
    ...(hostsBelow.length > 0 && { notHosts: withPorts(hostsBelow) }),
    ...(apart && { ports: listeners([exposure]) }),
    ...(beside.length > 0 && paths && { paths: withBelow(paths) }),
    ...(pathsBelow.length > 0 && { notPaths: withBelow(pathsBelow) }),
  };
}

function withPorts(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => [host, `${host}:*`]);
}

function withBelow(paths: readonly string[]): string[] {
  return paths.flatMap((path) => [path, `${path}/*`]);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
