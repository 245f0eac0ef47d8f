import { PlannedMatch, PlannedPath, PlannedPort, PlannedRoute, PlannedService, speaksHttp } from './plan';
import { CALLS } from './words';
import { Draw } from '../generate/draw';

/** The ports of a service to which a match applies. */
type Ports = Pick<PlannedService, 'ports'>;

/** The match with what an HTTPRoute and a GRPCRoute have fields for: no prefix but in whole segments, and of gRPC its calls and headers. */
export function sayableMatch(draw: Draw, { path, method, headers, query, port }: PlannedMatch, { ports }: Ports): PlannedMatch {
  const kinds = kindsAt({ ports }, port);
  const rest = headers ?? { 'x-beta': { how: 'exact', value: 'yes' } };
  const at = port === undefined ? {} : { port };
  if (kinds.has('grpc')) {
    const call: PlannedPath = draw.pick([
      { how: 'exact', value: draw.pick(CALLS) }, { how: 'segments', value: '/shop.Cart' },
    ]);
    return kinds.has('http') || !path ? { headers: rest, ...at } : { path: call, ...(headers && { headers }), ...at };
  }
  const whole: PlannedPath | undefined = path?.how === 'prefix' ? { how: 'segments', value: path.value.replace(/\/$/, '') } : path;
  return { ...(whole && { path: whole }), ...(method !== undefined && { method }), ...(headers && { headers }), ...(query && { query }), ...at };
}

/** The route with what they have fields for. */
export function sayableRoute(
  { match, to, timeoutMs, rewrite, rewriteHost, redirect, setHeaders, addHeaders, removeHeaders, setAnswerHeaders, mirror }: PlannedRoute,
  ports: Ports,
): PlannedRoute {
  const isHttp = !kindsAt(ports, match[0]?.port).has('grpc');
  // Without a scheme, an HTTPRoute leads to the port on which the request came.
  if (isHttp && redirect) return { match, redirect: { ...redirect, ...(redirect.authority !== undefined && { scheme: redirect.scheme ?? 'http' }) } };
  return {
    match,
    ...(to && { to }),
    ...(isHttp && timeoutMs !== undefined && { timeoutMs }),
    ...(isHttp && rewrite !== undefined && match[0].path !== undefined && { rewrite }),
    ...(isHttp && rewriteHost !== undefined && { rewriteHost }),
    ...(setHeaders && { setHeaders }),
    ...(addHeaders && { addHeaders }),
    ...(removeHeaders && { removeHeaders }),
    ...(setAnswerHeaders && { setAnswerHeaders }),
    ...(mirror && { mirror }),
  };
}

function kindsAt({ ports }: Ports, number: number | undefined): ReadonlySet<'grpc' | 'http'> {
  const meant = ports.filter((port: PlannedPort) => speaksHttp(port) && (number ?? port.number) === port.number);
  return new Set(meant.map(({ kind }) => (kind === 'grpc' ? 'grpc' : 'http')));
}
