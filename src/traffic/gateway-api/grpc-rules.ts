import { renderBackends } from './backend';
import { headerFilter } from './header-filters';
import { fieldsUnsaid } from './match';
import { GatewayApiRouting } from './routing';
import { textMatch, valueMatch, valueUnsaid } from './text-match';
import { Unsaid } from './unsaid';
import { MeshPort } from '../../reference/port';
import { StringMatch } from '../../resources';
import { GRPCHeaderMatchType, GRPCMethodMatch, GRPCRouteFilter, GRPCRouteMatch, GRPCRouteRule } from '../../resources/gateway-api';
import { HttpMatch } from '../http-match';
import { HttpRouteOptions } from '../http-route';

/** The options of a route that a GRPCRoute has fields for. */
const SAID: readonly string[] = ['name', 'match', 'to', 'headers'];

const AS_HTTP = 'Make the port with MeshPort.http2, whose routes are an HTTPRoute';

/** The routes to one port of a service as rules of a GRPCRoute, the one for the rest last. */
export function renderGrpcRules(routes: GatewayApiRouting, namespace: string, port: MeshPort): GRPCRouteRule[] {
  return [...routes.matched, routes.rest ?? {}].map((route) => {
    const matches = (route.match ?? []).map(renderGrpcMatch);
    const takesAll = matches.length === 0 || matches.some((match) => Object.keys(match).length === 0);
    const filters = renderFilters(route);
    return {
      ...(route.name !== undefined && { name: route.name }),
      ...(!takesAll && { matches }),
      ...(filters.length > 0 && { filters }),
      backendRefs: renderBackends(namespace, port.number, route.to ?? routes.split ?? [{ host: routes.host, weight: 1 }]),
    };
  });
}

/** What of a route a GRPCRoute cannot say. */
export function grpcRouteUnsaid(route: HttpRouteOptions): Unsaid[] {
  const options = Object.entries(route).filter(([option, value]) => value !== undefined && !SAID.includes(option));
  return [
    ...options.map(([option]) => ({ what: `A GRPCRoute of the Gateway API has no field for the option "${option}" of a route`, instead: AS_HTTP })),
    ...(route.match ?? []).flatMap(({ path, method, queryParams, headers, ...others }) => [
      ...fieldsUnsaid('A GRPCRoute', others),
      ...(path !== undefined && callOf(path) === undefined
        ? [{ what: `The path ${pathText(path)} is not that of a gRPC call ("/service/method", or the prefix "/service/")`, instead: AS_HTTP }]
        : []),
      ...(method !== undefined && !isPost(method) ? [{ what: 'A GRPCRoute has no methods of HTTP: gRPC always posts', instead: AS_HTTP }] : []),
      ...(queryParams !== undefined ? [{ what: 'A GRPCRoute has no parameters of a query: gRPC sends none', instead: AS_HTTP }] : []),
      ...Object.entries(headers ?? {}).flatMap(([name, one]) => valueUnsaid(`the header "${name}"`, one)),
    ]),
  ];
}

function renderFilters({ headers: { request, response } = {} }: HttpRouteOptions): GRPCRouteFilter[] {
  return [
    ...(request ? [GRPCRouteFilter.requestHeaderModifier(headerFilter(request))] : []),
    ...(response ? [GRPCRouteFilter.responseHeaderModifier(headerFilter(response))] : []),
  ];
}

function renderGrpcMatch({ path, headers }: HttpMatch): GRPCRouteMatch {
  const method = path && callOf(path);
  const entries = Object.entries(headers ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...(method && Object.keys(method).length > 0 && { method }),
    ...(entries.length > 0 && {
      headers: entries.map(([name, match]) => {
        const { isRegex, value } = valueMatch(match);
        return { name, ...(isRegex && { type: GRPCHeaderMatchType.REGULAR_EXPRESSION }), value };
      }),
    }),
  };
}

/** The call that a path means: a method of a service, or all of a service; an empty one for every call. */
function callOf(path: StringMatch): GRPCMethodMatch | undefined {
  const { how, value } = textMatch(path);
  if (how === undefined || (how === 'prefix' && value === '/')) return {};
  const [, service, method] = /^\/([A-Za-z_][\w.]*)\/([A-Za-z_]\w*)?$/.exec(value) ?? [];
  if (how === 'exact' && method !== undefined) return { service, method };
  return how === 'prefix' && service !== undefined && method === undefined ? { service } : undefined;
}

const isPost = (method: StringMatch): boolean => textMatch(method).how === 'exact' && textMatch(method).value === 'POST';

function pathText(path: StringMatch): string {
  const { how, value } = textMatch(path);
  return how === 'exact' ? `"${value}"` : `${how} "${value}"`;
}
