import { renderBackends } from './backend';
import { headerFilter } from './header-filters';
import { fieldsUnsaid, methodUnsaid, renderHttpMatches } from './match';
import { pathUnsaid } from './path-match';
import { GatewayApiRouting } from './routing';
import { valueUnsaid } from './text-match';
import { Unsaid } from './unsaid';
import { MeshPort } from '../../reference/port';
import { PortNumber } from '../../reference/port-number';
import { GatewayDuration, HTTPRouteFilter, HTTPRouteRule, HTTPRouteSpec } from '../../resources/gateway-api';
import { HttpRouteOptions } from '../http-route';

/** The options of a route that an HTTPRoute has fields for. */
const SAID: readonly string[] = ['name', 'match', 'to', 'timeout', 'headers'];

/** What to do instead, where a part of an option can be had in another way. */
const INSTEAD: Readonly<Record<string, string>> = {
  retries: 'Leave them to the mesh configuration (defaultHttpRetryPolicy), which holds for HTTPRoutes too',
};

/** The routes to one port of a service as rules of an HTTPRoute, the one for the rest last. */
export function renderHttpRules(routes: GatewayApiRouting, namespace: string, port: MeshPort, pathPrefixes?: readonly string[]): HTTPRouteRule[] {
  return [...routes.matched, routes.rest ?? {}].flatMap((route) => {
    const matches = renderHttpMatches(route.match?.length ? route.match : [{}], pathPrefixes);
    // A route whose own paths all lie outside of what is exposed takes nothing there.
    if (matches.length === 0) return [];
    const takesAll = matches.some((match) => Object.keys(match).length === 0);
    const to = route.to ?? routes.split ?? [{ host: routes.host, weight: 1 }];
    const filters = renderFilters(route);
    return [{
      ...(route.name !== undefined && { name: route.name }),
      ...(!takesAll && { matches }),
      ...(filters.length > 0 && { filters }),
      backendRefs: renderBackends(namespace, port.number, to),
      ...(route.timeout && { timeouts: { request: GatewayDuration.of(route.timeout) } }),
    }];
  });
}

/** What of a route an HTTPRoute cannot say. */
export function httpRouteUnsaid(route: HttpRouteOptions, pathPrefixes?: readonly string[]): Unsaid[] {
  const options = Object.entries(route).filter(([option, value]) => value !== undefined && !SAID.includes(option));
  return [
    ...options.map(([option]) => ({ what: `An HTTPRoute of the Gateway API has no field for the option "${option}" of a route`, instead: INSTEAD[option] })),
    ...(route.match ?? []).flatMap((match) => [
      ...fieldsUnsaid('An HTTPRoute', match),
      ...pathUnsaid(match.path, pathPrefixes),
      ...methodUnsaid(match.method),
      ...Object.entries(match.headers ?? {}).flatMap(([name, one]) => valueUnsaid(`the header "${name}"`, one)),
      ...Object.entries(match.queryParams ?? {}).flatMap(([name, one]) => valueUnsaid(`the parameter "${name}"`, one)),
    ]),
  ];
}

/** The part of a route's spec that says which Service of the mesh it is about: one port of it, where it has several. */
export function meshParent(service: string, port: number | undefined): Pick<HTTPRouteSpec, 'parentRefs'> {
  return { parentRefs: [{ group: '', kind: 'Service', name: service, ...(port !== undefined && { port: PortNumber.of(port) }) }] };
}

function renderFilters({ headers: { request, response } = {} }: HttpRouteOptions): HTTPRouteFilter[] {
  return [
    ...(request ? [HTTPRouteFilter.requestHeaderModifier(headerFilter(request))] : []),
    ...(response ? [HTTPRouteFilter.responseHeaderModifier(headerFilter(response))] : []),
  ];
}
