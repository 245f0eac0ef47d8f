import { renderBackends } from './backend';
import { filtersUnsaid, headerFilter, renderFilters, replacesPrefix } from './filters';
import { ANY_PATH, httpMatchUnsaid, renderHttpMatch } from './match';
import { orderUnsaid } from './precedence';
import { ruleEntries } from './rules';
import { Unsaid } from './unsaid';
import { PortNumber } from '../../reference/port-number';
import { WeightedDestination } from '../../reference/weighted-destination';
import { GatewayDuration, HTTPBackendRef, HTTPRouteFilter, HTTPRouteMatch, HTTPRouteRule, HTTPRouteSpec } from '../../resources/gateway-api';
import { PlacedEntry } from '../narrowing';
import { HttpRule } from '../service-routes';

/** What of a rule an HTTPRoute has no field for, and what to do instead. */
const FOREIGN: readonly (readonly [option: keyof HttpRule, instead?: string])[] = [
  ['retries', 'Leave them to the mesh configuration (defaultHttpRetryPolicy), which holds for HTTPRoutes too'],
  ['fault'],
  ['directResponse'],
  ['delegate'],
];

/** How many rules, and matches in all of them, one HTTPRoute may have. */
const MOST = { rules: 16, matches: 128 };

/** Entries in the order in which they are tried, as rules of an HTTPRoute in a namespace. */
export function renderHttpRules(entries: readonly PlacedEntry[], namespace: string): HTTPRouteRule[] {
  return grouped(entries).map(({ name, entries: group }) => {
    const [{ rule, match: { path }, port, routes: { service } }] = group;
    const matches = group.map((entry) => renderHttpMatch(entry.match, anyPath(entries)));
    const filters = renderFilters(rule, { namespace, port: port.number, path });
    const backends = renderBackends(service, namespace, port.number, rule.to);
    return {
      ...(name !== undefined && { name }),
      ...(!takesAll(matches) && { matches }),
      ...(filters.length > 0 && { filters }),
      ...(rule.redirect === undefined && { backendRefs: backends.map((one, at) => withHeaders(one, rule.to?.[at])) }),
      // A timeout of zero is none, which is what holds where nothing is said.
      ...(rule.timeout && rule.timeout.toMilliseconds() > 0 && { timeouts: { request: GatewayDuration.of(rule.timeout) } }),
    };
  });
}

/** What of the entries an HTTPRoute cannot say. */
export function httpUnsaid(entries: readonly PlacedEntry[]): Unsaid[] {
  const matches = entries.length;
  const rules = grouped(entries).length;
  return [
    ...entries.flatMap(({ rule, match, port }) => [
      ...FOREIGN.filter(([option]) => rule[option] !== undefined)
        .map(([option, instead]) => ({ what: `An HTTPRoute of the Gateway API has no field for the option "${option}" of a route`, instead })),
      ...httpMatchUnsaid(match),
      ...filtersUnsaid(rule, match.path, port.number),
    ]),
    ...orderUnsaid(entries, anyPath(entries) !== undefined),
    ...(rules > MOST.rules ? [{ what: `An HTTPRoute has at most ${MOST.rules} rules, and these routes make ${rules}` }] : []),
    ...(matches > MOST.matches ? [{ what: `An HTTPRoute has at most ${MOST.matches} matches, and these routes make ${matches}` }] : []),
  ];
}

/** The part of a route's spec that says which Service of the mesh it is about: one port of it, where it has several. */
export function meshParent(service: string, port: number | undefined): Pick<HTTPRouteSpec, 'parentRefs'> {
  return { parentRefs: [{ group: '', kind: 'Service', name: service, ...(port !== undefined && { port: PortNumber.of(port) }) }] };
}

/** The same for what is outside, by its ServiceEntry. */
export function outsideParent(serviceEntry: string, port: number | undefined): Pick<HTTPRouteSpec, 'parentRefs'> {
  return {
    parentRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: serviceEntry, ...(port !== undefined && { port: PortNumber.of(port) }) }],
  };
}

function withHeaders(backend: HTTPBackendRef, to: WeightedDestination | undefined): HTTPBackendRef {
  return to?._headers === undefined ? backend : { ...backend, filters: [HTTPRouteFilter.responseHeaderModifier(headerFilter(to._headers.response))] };
}

function grouped(entries: readonly PlacedEntry[]): ReturnType<typeof ruleEntries> {
  return ruleEntries(entries, ({ rule, match }) => replacesPrefix(rule, match.path));
}

/** istiod takes a path that is not written for the prefix "/", which it tries before all expressions: beside one, it is written as one. */
function anyPath(entries: readonly PlacedEntry[]): typeof ANY_PATH | undefined {
  return entries.some(({ match }) => match.path?.how === 'regex') ? ANY_PATH : undefined;
}

const takesAll = (matches: readonly HTTPRouteMatch[]): boolean => matches.some((match) => Object.keys(match).length === 0);
