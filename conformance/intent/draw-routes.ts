import { sayableMatch, sayableRoute } from './draw-both';
import { drawShares } from './draw-shares';
import { PlannedMatch, PlannedPath, PlannedRoute, PlannedService, PlannedShare, PlannedText, speaksHttp } from './plan';
import { CALLS, HEADERS, METHODS, QUERIES, TIMEOUT_MS } from './words';
import { Draw } from '../generate/draw';

/** The paths that a route names. */
const ROUTED: readonly PlannedPath[] = [
  { how: 'exact', value: '/a' }, { how: 'exact', value: '/admin' }, { how: 'exact', value: CALLS[0] },
  { how: 'prefix', value: '/a' }, { how: 'prefix', value: '/a/b' }, { how: 'prefix', value: '/items/' }, { how: 'prefix', value: '/shop.Cart/' },
  { how: 'segments', value: '/a' }, { how: 'segments', value: '/a/b' }, { how: 'segments', value: '/items' },
  { how: 'regex', value: '/items/[0-9]+' },
];

/** Where redirects lead. */
const PLACES = [
  { uri: '/new' }, { authority: 'new.example.com' }, { uri: '/new', authority: 'new.example.com' },
  { scheme: 'https' }, { scheme: 'https', authority: 'new.example.com' }, { scheme: 'http', authority: 'new.example.com', uri: '/new' },
];

/** A service whose routes are not drawn yet. */
type Bare = Omit<PlannedService, 'routes' | 'connections'>;

/**
 * Routes of a service.
 *
 * @param services where else they may lead
 * @param bothSay whether they are to be such as both dialects can say
 */
export function drawRoutes(draw: Draw, service: Bare, services: readonly Bare[], bothSay: boolean): PlannedRoute[] {
  if (!service.ports.some(speaksHttp)) return [];
  const speaksGrpc = service.ports.some(({ kind }) => kind === 'grpc');
  const matches = new Map<string, PlannedMatch>();
  draw.list(1, 3, () => drawMatch(draw, service, services)).forEach((match) => {
    const said = bothSay ? sayableMatch(draw, match, service) : match;
    matches.set(askedFor(said), said);
  });
  const others = speaksGrpc ? [] : services.filter((one) => one !== service && takesFrom(one, service));
  const make = (match: readonly PlannedMatch[]): PlannedRoute => {
    const route = drawRoute(draw, match, service, others);
    return bothSay ? sayableRoute(route, service) : route;
  };
  const matched = withPriority(draw, [...matches.values()].map((match) => make([match])), bothSay);
  const rest = draw.maybe(0.3, () => make([]));
  return draw.shuffled([...matched, ...(rest ? [rest] : [])]);
}

/** Whether requests to the ports of one service can go on to another: to its only port, or to those of the same numbers. */
function takesFrom({ ports }: Bare, from: Bare): boolean {
  const plain = ports.filter(({ kind }) => kind === 'http' || kind === 'http2').map(({ number }) => number);
  return ports.length === 1 ? plain.length === 1 : from.ports.filter(speaksHttp).every(({ number }) => plain.includes(number));
}

/** What a match looks at: two that ask for other values of the same header could hide one another. */
function askedFor({ path, method, headers = {}, query = {}, withoutHeaders = {} }: PlannedMatch): string {
  return JSON.stringify([path, method, Object.keys(headers), Object.keys(query), Object.keys(withoutHeaders)]);
}

/** Puts a route before the others that its match does not hide: one for a header that no other asks for. */
function withPriority(draw: Draw, routes: readonly PlannedRoute[], bothSay: boolean): PlannedRoute[] {
  const asked = routes.map(({ match }) => Object.keys(match[0].headers ?? {}));
  const alone = routes.findIndex((_, at) => asked[at].length > 0 && asked.every((names, other) => other === at || !names.includes(asked[at][0])));
  if (bothSay || alone < 0 || draw.chance(0.5)) return [...routes];
  return routes.map((route, at) => (at === alone ? { ...route, priority: draw.int(1, 3) } : route));
}

function drawRoute(draw: Draw, match: readonly PlannedMatch[], { versions, name }: Bare, others: readonly Bare[]): PlannedRoute {
  const headers = {
    ...(draw.chance(0.25) && { setHeaders: { 'x-from-route': draw.pick(['one', 'two']) } }),
    ...draw.pick([{}, {}, {}, {}, { removeHeaders: ['x-user'] }, { addHeaders: { 'x-user': 'added' } }]),
  };
  if (match.length > 0 && draw.chance(0.3)) return { match, ...drawAnswer(draw) };
  const own = (): PlannedShare[] => (versions.length > 0 ? drawShares(draw, versions) : [{ percent: 100 }]);
  const away = others.length > 0 ? draw.maybe(0.2, () => draw.pick(others).name) : undefined;
  const to = away !== undefined ? draw.pick([[{ service: away, percent: 100 }], [{ service: away, percent: 30 }, { percent: 70 }]])
    : versions.length > 0 ? draw.maybe(0.7, own) : undefined;
  const [named] = match;
  const copy = draw.maybe(0.15, () => (versions.length > 0 ? { version: draw.pick(versions) } : { service: others[0]?.name ?? name }));
  return {
    match,
    ...headers,
    ...(to && { to }),
    ...(draw.chance(0.25) && { timeoutMs: TIMEOUT_MS }),
    ...(draw.chance(0.15) && { setAnswerHeaders: { 'x-by-route': 'yes' } }),
    ...(named?.path && draw.chance(0.3) && { rewrite: drawRewrite(draw, named.path) }),
    ...(draw.chance(0.1) && { rewriteHost: 'inner.example.com' }),
    ...(draw.chance(0.1) && { abort: { status: 503, percent: 25 } }),
    ...(copy && { mirror: { ...copy, percent: draw.pick([50, 100]) } }),
  };
}

/** What takes the place of what is matched; of a prefix that ends with a slash, something that does so, too. */
function drawRewrite(draw: Draw, { how, value }: PlannedPath): string {
  if (how === 'prefix') return value.endsWith('/') ? '/admin/' : '/admin';
  return draw.pick(['/admin', '/admin', '/']);
}

/** What a proxy answers by itself. */
function drawAnswer(draw: Draw): Pick<PlannedRoute, 'abort' | 'redirect' | 'answer'> {
  return draw.way<Pick<PlannedRoute, 'abort' | 'redirect' | 'answer'>>(
    () => ({ abort: { status: draw.pick([418, 503]), percent: 100 } }),
    () => ({ answer: { status: draw.pick([200, 410]), body: 'from the proxy' } }),
    () => ({ redirect: { code: draw.pick([301, 302, 308]), ...draw.pick(PLACES) } }),
  );
}

function drawMatch(draw: Draw, { ports }: Bare, services: readonly Bare[]): PlannedMatch {
  const path = draw.maybe(0.7, () => draw.pick(ROUTED));
  const method = draw.maybe(0.25, () => draw.pick(METHODS));
  const [parameter, choices] = draw.pick(Object.entries(QUERIES));
  const http = ports.filter(speaksHttp);
  return {
    ...(path && { path }),
    ...(method !== undefined && { method }),
    ...((draw.chance(0.3) || (!path && method === undefined)) && { headers: drawHeader(draw) }),
    ...(draw.chance(0.15) && { query: { [parameter]: { how: 'exact', value: draw.pick(choices) } } }),
    ...(draw.chance(0.1) && { withoutHeaders: drawHeader(draw) }),
    ...(http.length > 1 && draw.chance(0.3) && { port: draw.pick(http).number }),
    ...(draw.chance(0.15) && { sources: draw.some(services).map(({ name }) => name) }),
  };
}

function drawHeader(draw: Draw): Readonly<Record<string, PlannedText>> {
  const [name, values] = draw.pick(Object.entries(HEADERS));
  const value = draw.pick(values);
  const start = value.slice(0, 2);
  return { [name]: draw.pick<PlannedText>([{ how: 'exact', value }, { how: 'prefix', value: start }, { how: 'regex', value: `${start}.*` }]) };
}
