import { IConstruct } from 'constructs';
import { checkMatch } from './http-match';
import { HttpRouteOptions } from './http-route';
import { checkRetries } from './resilience';
import { checkDestinationPorts, checkMirrors, checkWeights } from './weights';
import { failure, inSentence } from '../reference/fail';
import { MeshPort } from '../reference/port';

/** What only makes sense for requests that are passed on. */
const FORWARDING = ['to', 'rewrite', 'mirrors', 'timeout', 'retries', 'fault'] as const;

/** Refuses a route that is wrong by itself. */
export function checkRoute(scope: IConstruct, route: HttpRouteOptions, ports: readonly MeshPort[]): void {
  const http = ports.filter((port) => port.isHttp);
  if (route.priority !== undefined && !Number.isInteger(route.priority)) {
    throw failure(scope, `The priority ${route.priority} of a route is not a whole number`, 'Give a whole number; routes of a higher one are tried first');
  }
  route.match?.forEach((match) => checkMatch(scope, match, http.map(({ number }) => number)));
  checkAnswer(scope, route);
  if (route.to) {
    checkWeights(scope, route.to);
    checkDestinationPorts(scope, http, route.to, (port) => port.isHttp);
  }
  if (route.mirrors) {
    checkMirrors(scope, route.mirrors);
    checkDestinationPorts(scope, http, route.mirrors, (port) => port.isHttp);
  }
  if (route.retries) checkRetries(scope, route.retries);
}

function checkAnswer(scope: IConstruct, route: HttpRouteOptions): void {
  const answers = (['redirect', 'directResponse'] as const).filter((field) => route[field] !== undefined);
  if (answers.length === 2) {
    throw failure(scope, 'A route has a redirect and a direct response', 'Keep one of them, or give them to two routes');
  }
  const idle = answers.length === 0 ? [] : FORWARDING.filter((field) => route[field] !== undefined);
  if (idle.length > 0) {
    throw failure(scope, `A route that answers with a ${answers[0] === 'redirect' ? 'redirect' : 'direct response'} passes nothing on, and has ${inSentence(idle)}`,
      `Leave ${inSentence(idle)} out, or give them to another route`);
  }
}
