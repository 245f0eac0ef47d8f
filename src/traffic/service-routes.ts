import { bothMatches } from './both-matches';
import { TcpRouteOptions, TlsRouteOptions } from './connection-route';
import { byConnection, ConnectionRule, connectionRules, connectionText } from './connection-rules';
import { TrafficDefaults } from './defaults';
import { HttpMatch } from './http-match';
import { HttpRouteOptions } from './http-route';
import { ANY_REQUEST, canonicalText, covers, RequestMatch, requestMatches } from './request-match';
import { bySpecificity, Ranked } from './specificity';
import { DestinationPlace, WeightedDestination } from '../reference/weighted-destination';

/** What was said of a service's routes, in any order. */
export interface DeclaredRoutes {
  readonly service: DestinationPlace;
  readonly http: readonly HttpRouteOptions[];
  readonly tcp?: readonly TcpRouteOptions[];
  readonly tls?: readonly TlsRouteOptions[];
  /** Where a route goes that does not say. */
  readonly split?: readonly WeightedDestination[];
  /** Who gets copies of the requests of routes that do not say. */
  readonly mirrors?: readonly WeightedDestination[];
  /** How requests are treated of which a route says nothing else. */
  readonly defaults?: Pick<TrafficDefaults, 'timeout' | 'retries'>;
  /** Requests of routes that do not say where they go, which go elsewhere. */
  readonly variants?: readonly RouteVariant[];
  /** Name of the route for all other requests, where nobody has declared one. */
  readonly restName?: string;
}

/** Some of the requests of each route that does not say where they go. */
export interface RouteVariant {
  /** What is added to the name of a route, or is its name. */
  readonly name: string;
  /** Which requests, any of them. */
  readonly match: readonly HttpMatch[];
  readonly to: readonly WeightedDestination[];
}

/** How requests are treated that have taken a route, with all that was said once for the service. */
export interface HttpRule extends Omit<HttpRouteOptions, 'match' | 'priority' | 'to' | 'mirrors'> {
  readonly priority: number;
  /** The service itself where it is undefined and there is no redirect and no answer. */
  readonly to?: readonly WeightedDestination[];
  readonly mirrors: readonly WeightedDestination[];
}

/** One match of a rule. A rule with several matches has an entry each, since others may stand between them. */
export interface HttpEntry extends Ranked {
  readonly rule: HttpRule;
}

/** The routes of one service as a value, in the order in which they are tried: what is printed, in whichever dialect. */
export interface ServiceRoutes {
  readonly service: DestinationPlace;
  /** The last one takes all requests that are left. */
  readonly http: readonly HttpEntry[];
  /** Where connections go of which nobody looks at the bytes. */
  readonly tcp: readonly ConnectionRule[];
  /** Where connections go whose TLS is passed on, by server name. */
  readonly tls: readonly ConnectionRule[];
}

/** The routes that follow from what was said, sorted. */
export function serviceRoutes(declared: DeclaredRoutes): ServiceRoutes {
  const { service, http, restName: name } = declared;
  const rest: HttpRouteOptions[] = http.some(takesAll) ? [] : [name === undefined ? {} : { name }];
  // What is for all other requests stands behind all others, unless it says itself where it stands.
  const last = Math.min(0, ...http.map(({ priority = 0 }) => priority));
  const all = [...http, ...rest].map((route): HttpRouteOptions => (takesAll(route) ? { priority: last, ...route } : route));
  return {
    service,
    http: all.flatMap((route) => [...entriesOf(route, declared), ...variantsOf(route, declared)]).sort(bySpecificity),
    tcp: connectionsOf('tcp', declared),
    tls: connectionsOf('tls', declared),
  };
}

/** The rules of connections of one kind, sorted; those of the split stand for what no route of a port takes. */
function connectionsOf(kind: 'tcp' | 'tls', { service: { host, ports }, split, ...declared }: DeclaredRoutes): ConnectionRule[] {
  const said = (declared[kind] ?? []).flatMap((route) => connectionRules(kind, host, ports, route));
  const rest = split === undefined ? [] : connectionRules(kind, host, ports, { to: [...split] });
  const known = new Set(said.map(connectionText));
  return [...said, ...rest.filter((rule) => !known.has(connectionText(rule)))].sort(byConnection);
}

/** Whether the route takes all requests that no other one takes; one that hands them on may get some of them back. */
export function takesAll(route: HttpRouteOptions): boolean {
  return route.delegate === undefined && matchesOf(route).some((match) => canonicalText(match) === canonicalText(ANY_REQUEST));
}

/** The match before an entry that takes all of its requests, so that it is never reached. */
export function coveredBy<T extends HttpEntry>(entries: readonly T[], index: number): T | undefined {
  return entries.slice(0, index).find((earlier) => earlier.rule.delegate === undefined && covers(earlier.match, entries[index].match));
}

/** The routes of a table, which have no service of their own to go to, in the order in which they are tried. */
export function tableRoutes(routes: readonly HttpRouteOptions[]): HttpEntry[] {
  return routes.flatMap((route) => entriesOf(route, {})).sort(bySpecificity);
}

/** Whether the requests of a route go on, and are not answered by the proxy. */
export function passesOn({ redirect, directResponse }: Pick<HttpRouteOptions, 'redirect' | 'directResponse'>): boolean {
  return redirect === undefined && directResponse === undefined;
}

/** The matches of a route as plain values; a route without one has that for every request. */
export function matchesOf({ match = [] }: HttpRouteOptions): RequestMatch[] {
  return match.length === 0 ? [ANY_REQUEST] : match.flatMap(requestMatches);
}

/** A match of a new route that one of the routes has already, or that it has twice itself. */
export function takenMatch(declared: readonly HttpRouteOptions[], route: HttpRouteOptions): RequestMatch | undefined {
  const known = new Set(declared.flatMap(matchesOf).map(canonicalText));
  return matchesOf(route).find((match) => {
    const text = canonicalText(match);
    return known.has(text) || !known.add(text);
  });
}

function entriesOf(route: HttpRouteOptions, { split, mirrors = [], defaults = {} }: Pick<DeclaredRoutes, 'split' | 'mirrors' | 'defaults'>): HttpEntry[] {
  const { match: _, priority = 0, to, mirrors: own, ...treatment } = route;
  const { timeout = defaults.timeout, retries = defaults.retries } = route;
  const rule: HttpRule = passesOn(route)
    ? { ...treatment, priority, to: route.delegate ? undefined : to ?? split, mirrors: own ?? mirrors, timeout, retries }
    : { ...treatment, priority, mirrors: [] };
  return matchesOf(route).map((match) => ({ match, priority, rule }));
}

function variantsOf(route: HttpRouteOptions, { variants = [], defaults }: DeclaredRoutes): HttpEntry[] {
  if (route.to !== undefined || !passesOn(route)) return [];
  return variants.flatMap(({ name, match, to }) => {
    const wanted = match.flatMap(requestMatches);
    const [{ rule, priority }] = entriesOf(route, { split: to, defaults });
    const varied: HttpRule = { ...rule, name: route.name === undefined ? name : `${route.name}-${name}` };
    return matchesOf(route)
      .flatMap((one) => wanted.flatMap((other) => bothMatches(one, other) ?? []))
      .map((both) => ({ match: both, priority, rule: varied }));
  });
}
