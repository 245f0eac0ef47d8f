import { IConstruct } from 'constructs';
import { TcpRouteOptions, TlsMatch, TlsRouteOptions } from './connection-route';
import { carries } from './connection-rules';
import { checkMatch } from './http-match';
import { HttpRouteOptions } from './http-route';
import { matchTitle } from './match-title';
import { checkRetries } from './resilience';
import { HTTP_ROUTE, TCP_ROUTE, TLS_ROUTE } from './route-option-kinds';
import { takenMatch, takesAll } from './service-routes';
import { checkDestinationPorts, checkMirrors, checkWeights, titleOf } from './weights';
import { failure, inSentence, listed } from '../reference/fail';
import { checkOptions } from '../reference/option-kinds';
import { MeshPort } from '../reference/port';

/** What only makes sense for requests that are passed on. */
const FORWARDING = ['to', 'rewrite', 'mirrors', 'timeout', 'retries', 'fault'] as const;

/** Refuses a route that is wrong by itself. */
export function checkRoute(scope: IConstruct, route: HttpRouteOptions, ports: readonly MeshPort[]): void {
  checkOptions(scope, 'route()', route, HTTP_ROUTE);
  const http = ports.filter((port) => port.isHttp);
  route.match?.forEach((match) => checkMatch(scope, match, http.map(({ number }) => number)));
  checkTreatment(scope, route);
  for (const to of [route.to, route.mirrors]) {
    if (to) checkDestinationPorts(scope, http, to, (port) => port.isHttp);
  }
}

function checkTreatment(scope: IConstruct, route: HttpRouteOptions): void {
  if (route.priority !== undefined && !Number.isInteger(route.priority)) {
    throw failure(scope, `The priority ${route.priority} of a route is not a whole number`, 'Give a whole number; routes of a higher one are tried first');
  }
  checkAnswer(scope, route);
  if (route.to) checkWeights(scope, route.to);
  if (route.mirrors) checkMirrors(scope, route.mirrors);
  if (route.retries) checkRetries(scope, route.retries);
}

/** Refuses a route that asks for the same as another one, or twice for the same: which of them counts would depend on the order of the program. */
export function checkNewRoute(scope: IConstruct, declared: readonly HttpRouteOptions[], route: HttpRouteOptions): void {
  if (takesAll(route) && declared.some(takesAll)) {
    throw failure(scope, 'There is a route for all other requests already', 'Give this one a match, or put both into one route()');
  }
  const twice = takenMatch(declared, route);
  if (twice !== undefined) {
    throw failure(scope, `Two routes are for ${matchTitle(twice)}`, 'Put both into one route(), or ask for something else in one of them');
  }
}

/** Refuses a route of a table that is wrong by itself. */
export function checkTableRoute(scope: IConstruct, route: HttpRouteOptions): void {
  checkOptions(scope, 'route()', route, HTTP_ROUTE);
  if (route.delegate) {
    throw failure(scope, `A route of the table hands requests on to "${route.delegate.routeTableName}", and a table cannot delegate`,
      'Let the service delegate to both, each with its own match');
  }
  if (!route.to && !route.redirect && !route.directResponse) {
    throw failure(scope, 'A route of the table leads nowhere', 'Give to: […], or a redirect or a direct response');
  }
  const several = [...(route.to ?? []), ...(route.mirrors ?? [])].find(({ port, _place }) => port === undefined && _place.ports.length > 1);
  if (several !== undefined) {
    throw failure(scope, `A route of the table goes to ${titleOf(several)}, which has the ports ${listed(several._place.ports.map(({ number }) => number))}`,
      'Name one of them, such as other.weight(100, { port: 8080 })');
  }
  checkTreatment(scope, route);
  route.match?.forEach((match) => checkMatch(scope, match));
}

/** Refuses a route of connections that is wrong by itself. */
export function checkConnections(
  scope: IConstruct, kind: 'tcp' | 'tls', route: TcpRouteOptions | TlsRouteOptions, ports: readonly MeshPort[],
): void {
  if (kind === 'tls') checkOptions(scope, 'routeTls()', route, TLS_ROUTE);
  else checkOptions(scope, 'routeTcp()', route, TCP_ROUTE);
  const fitting = ports.filter(carries(kind));
  const numbers = fitting.map(({ number }) => number);
  if (fitting.length === 0) {
    throw failure(scope, `No port of the service carries ${kind === 'tls' ? 'TLS' : 'plain bytes'} (${listed(ports.map((port) => port.name))})`,
      kind === 'tls' ? 'Make the port with MeshPort.tls or https' : 'Make the port with MeshPort.tcp, or use route() or routeTls()');
  }
  const matches: TlsMatch[] = route.match ?? [];
  for (const match of matches) {
    if (match.port !== undefined && !numbers.includes(match.port)) {
      throw failure(scope, `A match is for port ${match.port}, and the ports of this kind are ${listed(numbers)}`, 'Name one of them');
    }
    for (const [what, list] of Object.entries({ sources: match.sources, destinationSubnets: match.destinationSubnets, sniHosts: match.sniHosts })) {
      if (list?.length === 0) throw failure(scope, `The list of ${what} is empty, so that no connection would match`, `Leave ${what} out for any`);
    }
  }
  checkWeights(scope, route.to);
  checkDestinationPorts(scope, fitting, route.to, carries(kind));
}

function checkAnswer(scope: IConstruct, route: HttpRouteOptions): void {
  const answers = (['redirect', 'directResponse'] as const).filter((field) => route[field] !== undefined);
  if (answers.length === 2) {
    throw failure(scope, 'A route has a redirect and a direct response', 'Keep one of them, or give them to two routes');
  }
  if (route.delegate && !route.match?.length) {
    throw failure(scope, `A route hands requests to the table "${route.delegate.routeTableName}", and has no match`,
      'Say which ones, such as match: [{ path: StringMatch.prefix("/blog/") }]');
  }
  const elsewhere = route.delegate && (['to', 'redirect', 'directResponse'] as const).find((field) => route[field] !== undefined);
  if (elsewhere !== undefined) {
    throw failure(scope, `A route hands requests to the table "${route.delegate?.routeTableName}", and has ${elsewhere}`,
      'Keep one of them: the routes of the table say where requests go');
  }
  const idle = answers.length === 0 ? [] : FORWARDING.filter((field) => route[field] !== undefined);
  if (idle.length > 0) {
    throw failure(scope, `A route that answers with a ${answers[0] === 'redirect' ? 'redirect' : 'direct response'} passes nothing on, and has ${inSentence(idle)}`,
      `Leave ${inSentence(idle)} out, or give them to another route`);
  }
}
