import { renderBackends } from './backend';
import { headerFilter, mirrorFilter } from './filters';
import { foreignUnsaid, namedUnsaid } from './match';
import { orderUnsaid } from './precedence';
import { ruleEntries } from './rules';
import { textValue } from './text-value';
import { Unsaid } from './unsaid';
import { WeightedDestination } from '../../reference/weighted-destination';
import { GRPCBackendRef, GRPCHeaderMatchType, GRPCMethodMatch, GRPCRouteFilter, GRPCRouteMatch, GRPCRouteRule } from '../../resources/gateway-api';
import { PlacedEntry } from '../narrowing';
import { PathMatch, RequestMatch } from '../request-match';
import { HttpRule } from '../service-routes';

/** What of a rule a GRPCRoute has no field for. */
const FOREIGN: readonly (keyof HttpRule)[] = ['delegate', 'timeout', 'retries', 'fault', 'rewrite', 'redirect', 'directResponse', 'corsPolicy'];

const AS_HTTP = 'Make the port with MeshPort.http2, whose routes are an HTTPRoute';

/** Entries in the order in which they are tried, as rules of a GRPCRoute in a namespace. */
export function renderGrpcRules(entries: readonly PlacedEntry[], namespace: string): GRPCRouteRule[] {
  return ruleEntries(entries).map(({ name, entries: group }) => {
    const [{ rule, port, routes: { service } }] = group;
    const matches = group.map(({ match }) => renderGrpcMatch(match));
    const filters = renderFilters(rule, namespace, port.number);
    return {
      ...(name !== undefined && { name }),
      ...(matches.every((match) => Object.keys(match).length > 0) && { matches }),
      ...(filters.length > 0 && { filters }),
      backendRefs: renderBackends(service, namespace, port.number, rule.to).map((one, at) => withHeaders(one, rule.to?.[at])),
    };
  });
}

/** What of the entries a GRPCRoute cannot say. */
export function grpcUnsaid(entries: readonly PlacedEntry[]): Unsaid[] {
  return [...entries.flatMap(({ rule, match }) => [
    ...FOREIGN.filter((option) => rule[option] !== undefined)
      .map((option) => ({ what: `A GRPCRoute of the Gateway API has no field for the option "${option}" of a route`, instead: AS_HTTP })),
    ...foreignUnsaid('A GRPCRoute', match),
    ...(match.path !== undefined && callOf(match.path) === undefined ? [{
      what: `The path ${match.path.how === 'exact' ? '' : `${match.path.how === 'segments' ? 'prefix' : match.path.how} `}"${match.path.value}" `
        + 'is not that of a gRPC call ("/service/method", or the prefix "/service")',
      instead: AS_HTTP,
    }] : []),
    ...(match.method !== undefined && !(match.method.how === 'exact' && match.method.value === 'POST')
      ? [{ what: 'A GRPCRoute has no methods of HTTP: gRPC always posts', instead: AS_HTTP }]
      : []),
    ...(match.queryParams.size > 0 ? [{ what: 'A GRPCRoute has no parameters of a query: gRPC sends none', instead: AS_HTTP }] : []),
    ...namedUnsaid('header', match.headers),
  ]), ...orderUnsaid(entries.map(asCompared), false)];
}

/** An entry as istiod compares it with others: all of a gRPC service is the prefix with a slash, however it was said. */
function asCompared(entry: PlacedEntry): PlacedEntry {
  const { path } = entry.match;
  const { service, method } = (path && callOf(path)) ?? {};
  return service === undefined || method !== undefined ? entry : { ...entry, match: { ...entry.match, path: { how: 'prefix', value: `/${service}/`, ignoreCase: false } } };
}

function withHeaders(backend: GRPCBackendRef, to: WeightedDestination | undefined): GRPCBackendRef {
  return to?._headers === undefined ? backend : { ...backend, filters: [GRPCRouteFilter.responseHeaderModifier(headerFilter(to._headers.response))] };
}

function renderFilters({ headers: { request, response } = {}, mirrors }: HttpRule, namespace: string, port: number): GRPCRouteFilter[] {
  return [
    ...(request ? [GRPCRouteFilter.requestHeaderModifier(headerFilter(request))] : []),
    ...(response ? [GRPCRouteFilter.responseHeaderModifier(headerFilter(response))] : []),
    ...mirrors.map((one) => GRPCRouteFilter.requestMirror(mirrorFilter(one, namespace, port))),
  ];
}

function renderGrpcMatch({ path, headers }: RequestMatch): GRPCRouteMatch {
  const method = path && callOf(path);
  return {
    ...(method && { method }),
    ...(headers.size > 0 && {
      headers: [...headers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, text]) => {
        const { isRegex, value } = textValue(text);
        return { name, ...(isRegex && { type: GRPCHeaderMatchType.REGULAR_EXPRESSION }), value };
      }),
    }),
  };
}

/** The call that a path means: a method of a service, or all of a service. */
function callOf({ how, value }: PathMatch): GRPCMethodMatch | undefined {
  const [, service, slash, method] = /^\/([A-Za-z_][\w.]*)(\/)?([A-Za-z_]\w*)?$/.exec(value) ?? [];
  if (service === undefined) return undefined;
  if (how === 'exact') return method === undefined ? undefined : { service, method };
  const isService = method === undefined && ((how === 'prefix' && slash !== undefined) || (how === 'segments' && slash === undefined));
  return isService ? { service } : undefined;
}
