import { Duration } from 'cdk8s';
import {
  HTTPBody, HttpFault, HttpMatch, HTTPRedirect, HttpRouteOptions, MeshService, StringMatch, TcpMatch, WeightedDestination,
} from 'cdk8s-istio';
import {
  PlannedConnectionMatch, PlannedMatch, PlannedRedirect, PlannedRoute, PlannedService, PlannedShare, PlannedText,
} from '../intent/plan';

/** Declares the split of a service, and its routes. */
export function declareRoutes(
  service: MeshService, { split, routes, connections }: PlannedService, services: ReadonlyMap<string, MeshService>,
): void {
  const weight = ({ service: other, version, percent }: PlannedShare): WeightedDestination => {
    const place = other === undefined ? service : services.get(other)!;
    return (place.versions.find(({ name }) => name === version) ?? place).weight(percent);
  };
  if (split) service.split(...split.map(weight));
  for (const route of routes) service.route(declareRoute(route, weight, services));
  for (const { kind, match, to } of connections) {
    const route = { ...(match.length > 0 && { match: match.map((one) => declareConnection(one, services)) }), to: to.map(weight) };
    if (kind === 'tls') service.routeTls(route);
    else service.routeTcp(route);
  }
}

/** A route as one declares it. */
export function declareRoute(
  { match, priority, to, timeoutMs, abort, rewrite, rewriteHost, redirect, answer, mirror, ...changes }: PlannedRoute,
  weight: (share: PlannedShare) => WeightedDestination, services: ReadonlyMap<string, MeshService>,
): HttpRouteOptions {
  const { setHeaders, addHeaders, removeHeaders, setAnswerHeaders } = changes;
  const request = {
    ...(setHeaders && { set: setHeaders }), ...(addHeaders && { add: addHeaders }), ...(removeHeaders && { remove: [...removeHeaders] }),
  };
  const headers = { ...(Object.keys(request).length > 0 && { request }), ...(setAnswerHeaders && { response: { set: setAnswerHeaders } }) };
  return {
    ...(match.length > 0 && { match: match.map((one) => declareMatch(one, services)) }),
    ...(priority !== undefined && { priority }),
    ...(to && { to: to.map(weight) }),
    ...(timeoutMs !== undefined && { timeout: Duration.millis(timeoutMs) }),
    ...(abort !== undefined && { fault: HttpFault.abort(abort.status, abort.percent) }),
    ...((rewrite ?? rewriteHost) !== undefined && { rewrite: { uri: rewrite, authority: rewriteHost } }),
    ...(redirect && { redirect: declareRedirect(redirect) }),
    ...(answer && { directResponse: { status: answer.status, body: HTTPBody.string(answer.body) } }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mirror && { mirrors: [weight(mirror)] }),
  };
}

function declareRedirect({ uri, authority, scheme, code: redirectCode }: PlannedRedirect): HTTPRedirect {
  return HTTPRedirect.of({ uri, authority, scheme, redirectCode });
}

function declareMatch(match: PlannedMatch, services: ReadonlyMap<string, MeshService>): HttpMatch {
  const { path, method, headers, withoutHeaders, query, port, sources } = match;
  return {
    ...(path && (path.how === 'segments' ? { pathPrefix: path.value } : { path: declareText({ ...path, how: path.how }) })),
    ...(method !== undefined && { method: StringMatch.exact(method) }),
    ...(headers && { headers: declareTexts(headers) }),
    ...(withoutHeaders && { withoutHeaders: declareTexts(withoutHeaders) }),
    ...(query && { queryParams: declareTexts(query) }),
    ...(port !== undefined && { port }),
    ...(sources && { sources: sources.map((name) => services.get(name)!) }),
  };
}

function declareConnection({ port, subnet, sources }: PlannedConnectionMatch, services: ReadonlyMap<string, MeshService>): TcpMatch {
  return {
    ...(port !== undefined && { port }),
    ...(subnet !== undefined && { destinationSubnets: [subnet] }),
    ...(sources && { sources: sources.map((one) => services.get(one)!) }),
  };
}

function declareTexts(texts: Readonly<Record<string, PlannedText>>): Record<string, StringMatch> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, declareText(text)]));
}

function declareText({ how, value }: PlannedText): StringMatch {
  return StringMatch[how](value);
}
