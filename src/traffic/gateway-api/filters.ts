import { renderBackend } from './backend';
import { Unsaid } from './unsaid';
import { isHost, isWildcard } from '../../reference/host';
import { Host } from '../../reference/host-name';
import { PortNumber } from '../../reference/port-number';
import { WeightedDestination } from '../../reference/weighted-destination';
import {
  HTTPCORSFilter, HTTPHeader, HTTPHeaderFilter, HTTPMethodWithWildcard, HTTPPathModifier, HTTPRequestMirrorFilter, HTTPRouteFilter,
} from '../../resources/gateway-api';
import { CorsPolicy, HeaderOperations, HTTPRedirect, HTTPRewrite, UnmatchedPreflights } from '../../resources/virtual-service.generated';
import { PathMatch } from '../request-match';
import { HttpRule } from '../service-routes';
import { textMatch } from '../text-match';

/** Where a filter stands. */
export interface FilterPlace {
  /** Namespace of the route. */
  readonly namespace: string;
  /** Port of the service on which requests come. */
  readonly port: number;
  /** Path that was matched. */
  readonly path?: PathMatch;
}

/** What is done to requests, in the form of filters of an HTTPRoute. */
export function renderFilters(rule: HttpRule, { namespace, port, path }: FilterPlace): HTTPRouteFilter[] {
  const { headers: { request, response } = {}, rewrite, redirect, mirrors, corsPolicy } = rule;
  return [
    ...(request ? [HTTPRouteFilter.requestHeaderModifier(headerFilter(request))] : []),
    ...(response ? [HTTPRouteFilter.responseHeaderModifier(headerFilter(response))] : []),
    ...(rewrite ? [renderRewrite(rewrite, path)] : []),
    ...(redirect ? [renderRedirect(redirect)] : []),
    ...mirrors.map((one) => HTTPRouteFilter.requestMirror(mirrorFilter(one, namespace, port))),
    ...(corsPolicy ? [HTTPRouteFilter.cors(corsFilter(corsPolicy))] : []),
  ];
}

/** What of it an HTTPRoute cannot say. */
export function filtersUnsaid({ rewrite, redirect, corsPolicy }: HttpRule, path: PathMatch | undefined, port: number): Unsaid[] {
  return [
    ...(rewrite ? rewriteUnsaid(rewrite, path) : []),
    ...(redirect ? redirectUnsaid(redirect, port) : []),
    ...(corsPolicy ? corsUnsaid(corsPolicy) : []),
  ];
}

/** Changes of headers, sorted by name. */
export function headerFilter({ set, add, remove }: HeaderOperations): HTTPHeaderFilter {
  return { ...(set && { set: named(set) }), ...(add && { add: named(add) }), ...(remove && { remove: [...remove].sort() }) };
}

/** Who gets copies of how many requests. */
export function mirrorFilter(one: WeightedDestination, namespace: string, port: number): HTTPRequestMirrorFilter {
  return { backendRef: renderBackend(one, namespace, port), ...(one.weight < 100 && { percent: one.weight }) };
}

/** Whether a prefix is replaced: the filter then asks for a rule with one match, by a prefix. */
export function replacesPrefix({ rewrite }: HttpRule, path: PathMatch | undefined): boolean {
  return rewrite?.uri !== undefined && path?.how === 'segments';
}

function named(values: { readonly [name: string]: string }): HTTPHeader[] {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => ({ name, value }));
}

function renderRewrite({ uri, authority }: HTTPRewrite, path: PathMatch | undefined): HTTPRouteFilter {
  return HTTPRouteFilter.urlRewrite({
    ...(authority !== undefined && { hostname: Host.of(authority) }),
    ...(uri !== undefined && { path: path?.how === 'segments' ? HTTPPathModifier.replacePrefixMatch(uri) : HTTPPathModifier.replaceFullPath(uri) }),
  });
}

function rewriteUnsaid({ uri, authority, uriRegexRewrite }: HTTPRewrite, path: PathMatch | undefined): Unsaid[] {
  return [
    ...(uriRegexRewrite ? [{ what: 'An HTTPRoute rewrites a path by no expression (uriRegexRewrite)' }] : []),
    ...(authority !== undefined && !isPrecise(authority) ? [{ what: `An HTTPRoute rewrites the host to a name alone, and "${authority}" is none` }] : []),
    // Of a prefix "/", istiod replaces the slash: "/cart" becomes "/newcart".
    ...(uri !== undefined && path === undefined
      ? [{ what: `A rewrite of every path to "${uri}" has no path that it could replace`, instead: 'Give the route a match by pathPrefix or path' }]
      : []),
  ];
}

function renderRedirect(redirect: HTTPRedirect): HTTPRouteFilter {
  const { uri, authority, scheme, redirectCode = 301, port } = redirect.resolve();
  return HTTPRouteFilter.requestRedirect({
    ...(scheme !== undefined && { scheme }),
    ...(authority !== undefined && { hostname: Host.of(authority) }),
    ...(port !== undefined && { port: PortNumber.of(Number(port)) }),
    ...(uri !== undefined && { path: HTTPPathModifier.replaceFullPath(uri) }),
    // Where nothing is said, it is 302 in an HTTPRoute.
    statusCode: redirectCode,
  });
}

function redirectUnsaid(redirect: HTTPRedirect, from: number): Unsaid[] {
  const { authority, prefixRewrite, derivePort, scheme, port } = redirect.resolve();
  return [
    ...(prefixRewrite !== undefined ? [{ what: 'A redirect with prefixRewrite depends on the match, which an HTTPRoute compares otherwise' }] : []),
    ...(derivePort !== undefined ? [{ what: 'An HTTPRoute has no field for "derivePort" of a redirect' }] : []),
    // Without a scheme, an HTTPRoute redirects to the port on which the request came.
    ...(authority !== undefined && scheme === undefined && port === undefined && from !== 80 && from !== 443
      ? [{ what: `A redirect to "${authority}" would lead to its port ${from} by an HTTPRoute, and to its usual one by a VirtualService`, instead: 'Give it a scheme or a port' }]
      : []),
    ...(authority !== undefined && !isPrecise(authority) ? [{ what: `An HTTPRoute redirects to a name alone, and "${authority}" is none` }] : []),
  ];
}

function corsFilter({ allowOrigins = [], allowMethods, allowHeaders, exposeHeaders, maxAge, allowCredentials }: CorsPolicy): HTTPCORSFilter {
  return {
    allowOrigins: allowOrigins.map((origin) => textMatch(origin).value),
    ...(allowMethods && { allowMethods: allowMethods.flatMap((name) => Object.values(HTTPMethodWithWildcard).find((one) => one === name) ?? []) }),
    ...(allowHeaders && { allowHeaders }),
    ...(exposeHeaders && { exposeHeaders }),
    ...(maxAge && { maxAge: maxAge.toMilliseconds() / 1000 }),
    ...(allowCredentials !== undefined && { allowCredentials }),
  };
}

function corsUnsaid({ allowOrigin, allowOrigins = [], allowMethods = [], maxAge, unmatchedPreflights }: CorsPolicy): Unsaid[] {
  const origin = allowOrigins.map(textMatch).find(({ how, value }) => how !== 'exact' || value.includes('*'));
  const method = allowMethods.find((name) => !Object.values<string>(HTTPMethodWithWildcard).includes(name));
  return [
    ...(allowOrigin ? [{ what: 'An HTTPRoute has no field for "allowOrigin"', instead: 'Use allowOrigins' }] : []),
    ...(origin ? [{ what: `An HTTPRoute compares origins exactly, and "${origin.value}" is compared by ${origin.how}` }] : []),
    ...(method !== undefined ? [{ what: `"${method}" is no method of the Gateway API` }] : []),
    ...(maxAge && maxAge.toMilliseconds() % 1000 !== 0 ? [{ what: `An HTTPRoute has whole seconds for maxAge, and ${maxAge.text} are none` }] : []),
    ...(unmatchedPreflights === UnmatchedPreflights.IGNORE
      ? []
      : [{ what: 'With an HTTPRoute, preflights of other origins are passed on to nobody', instead: 'Set unmatchedPreflights: UnmatchedPreflights.IGNORE' }]),
  ];
}

const isPrecise = (host: string): boolean => isHost(host) && !isWildcard(host);
