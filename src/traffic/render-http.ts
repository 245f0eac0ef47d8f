import { versionHost } from './gateway-api/backend';
import { entriesAt, PlacedEntry } from './narrowing';
import { covers, renderRequestMatch, RequestMatch } from './request-match';
import { renderRetries } from './resilience';
import { HttpEntry, passesOn, ServiceRoutes } from './service-routes';
import { MeshPort } from '../reference/port';
import { ProtoDuration } from '../reference/proto-duration';
import { WeightedDestination } from '../reference/weighted-destination';

/** The `http` part of a VirtualService for calls to the service from inside the mesh. */
export function renderMeshHttp(routes: ServiceRoutes): object[] {
  return routes.service.ports.filter((port) => port.isHttp).flatMap((port) => renderHttp(entriesAt(routes, port)));
}

/** An entry of a service, for one of its ports, or of a table of routes, which has no service. */
type PrintedEntry = HttpEntry & Partial<Pick<PlacedEntry, 'routes' | 'port'>>;

/** Entries of one service or of several, in the order in which they are tried, in the form of `spec.http` of a VirtualService. */
export function renderHttp(entries: readonly PrintedEntry[]): object[] {
  return grouped(entries.flatMap(withRewrite).flatMap(withoutTaken)).map((group) => {
    const [first] = group;
    const match = group.flatMap((entry) => renderRequestMatch(entry.match));
    const takesAll = match.some((one) => Object.keys(one).length === 0);
    return { ...(first.rule.name !== undefined && { name: first.rule.name }), ...(!takesAll && { match }), ...renderRule(first) };
  });
}

/** A prefix in whole segments is compared twice, and where it is replaced, each time by another text: "/shop" by "/x", "/shop/" by "/x/". */
function withRewrite(entry: PrintedEntry): PrintedEntry[] {
  const { rule, match } = entry;
  const base = rule.rewrite?.uri?.replace(/\/$/, '');
  if (match.path?.how !== 'segments' || !base) return [entry];
  const { value, ignoreCase } = match.path;
  return ([['exact', value, base], ['prefix', `${value}/`, `${base}/`]] as const).map(([how, path, uri]) => ({
    ...entry, rule: { ...rule, rewrite: { ...rule.rewrite, uri } }, match: { ...match, path: { how, value: path, ignoreCase } },
  }));
}

/** A prefix in whole segments is the path itself and what is below it; of the part that another entry has taken it says nothing. */
function withoutTaken(entry: PrintedEntry, index: number, all: readonly PrintedEntry[]): PrintedEntry[] {
  const { match, match: { path } } = entry;
  if (path === undefined || (path.how !== 'segments' && path.how !== 'exact')) return [entry];
  const itself: RequestMatch = { ...match, path: { ...path, how: 'exact' } };
  const below: RequestMatch = { ...match, path: { ...path, how: 'prefix', value: `${path.value}/` } };
  const parts = path.how === 'exact' ? [itself] : [itself, below];
  const left = parts.filter((part) => !all.slice(0, index).some((earlier) => covers(earlier.match, part)));
  return left.length === parts.length ? [entry] : left.map((part) => ({ ...entry, match: part }));
}

/** Matches of the same rule that stand next to each other are one route. */
function grouped(entries: readonly PrintedEntry[]): PrintedEntry[][] {
  const groups: PrintedEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].rule === entry.rule && last[0].port === entry.port) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function renderRule({ rule, routes, port }: PrintedEntry): Record<string, unknown> {
  return {
    ...(rule.fault && { fault: rule.fault._render() }),
    ...(rule.corsPolicy && { corsPolicy: rule.corsPolicy }),
    ...(rule.headers && { headers: rule.headers }),
    ...(rule.rewrite && { rewrite: rule.rewrite }),
    ...(rule.redirect && { redirect: rule.redirect }),
    ...(rule.directResponse && { directResponse: rule.directResponse }),
    ...(rule.mirrors.length > 0 && { mirrors: rule.mirrors.map((one) => renderMirror(one, port)) }),
    ...(rule.delegate && { delegate: { name: rule.delegate.routeTableName, namespace: rule.delegate.namespaceName } }),
    ...(passesOn(rule) && !rule.delegate && {
      route: rule.to ? renderShares(rule.to, port) : routes && port && renderDestinations(routes, port),
    }),
    // A timeout of zero is none, which is what holds where nothing is said.
    ...(rule.timeout && rule.timeout.toMilliseconds() > 0 && { timeout: ProtoDuration.of(rule.timeout).text }),
    ...(rule.retries && { retries: renderRetries(rule.retries) }),
  };
}

/** Where traffic of a port goes: to the service itself, or by weight. */
export function renderDestinations({ service }: ServiceRoutes, port: MeshPort, to?: readonly WeightedDestination[]): object[] {
  if (!to) return [{ destination: { host: service.host, ...portOf(service.ports, port.number, port) } }];
  return renderShares(to, port);
}

function renderShares(to: readonly WeightedDestination[], port?: MeshPort): object[] {
  return to.map((one) => ({
    destination: renderDestination(one, port),
    ...(to.length > 1 && { weight: one.weight }),
    ...(one._headers && { headers: one._headers }),
  }));
}

function renderMirror(one: WeightedDestination, port?: MeshPort): object {
  return { destination: renderDestination(one, port), ...(one.weight < 100 && { percentage: { value: one.weight } }) };
}

function renderDestination({ host, subset, port, _place: place }: WeightedDestination, from?: MeshPort): object {
  const number = place.ports.length === 1 ? place.ports[0].number : port ?? from?.number;
  const ports = number === undefined ? {} : portOf(place.ports, number, from);
  if (subset === undefined) return { host, ...ports };
  return place.versionsAreServices ? { host: versionHost(host, subset), ...ports } : { host, subset, ...ports };
}

/** The port of a destination. The only one that a service has needs no telling where it is also that on which the traffic came. */
function portOf(ports: readonly MeshPort[], number: number, from?: MeshPort): object {
  return ports.length === 1 && number === (from?.number ?? number) ? {} : { port: { number } };
}
