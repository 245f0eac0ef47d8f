import { TcpMatch, TcpRouteOptions, TlsMatch, TlsRouteOptions } from './connection-route';
import { HttpMatch } from './http-match';
import { HttpRouteOptions } from './http-route';
import { HttpRetries } from './resilience';
import { duration, flag, having, listOf, mapOf, number, OptionKinds, struct, structOf, text, texts } from '../reference/option-kinds';

const comparison = having('resolve', 'a comparison, such as StringMatch.exact("x")');
const sources = listOf(having('sourceNamespace', 'a caller that routes know, such as a service or a namespace'));
/** Shares of the traffic: a service or a version by itself has a member of every name but this one. */
export const shares = listOf(having('subset', 'a share, such as v1.weight(100)'));

export const RETRIES: OptionKinds<HttpRetries> = {
  attempts: number, perTryTimeout: duration, retryOn: texts, backoff: duration, retryRemoteLocalities: flag, retryIgnorePreviousHosts: flag,
};

const HTTP_MATCH: OptionKinds<HttpMatch> = {
  path: comparison,
  pathPrefix: text,
  ignoreUriCase: flag,
  method: comparison,
  headers: mapOf(comparison),
  withoutHeaders: mapOf(comparison),
  queryParams: mapOf(comparison),
  claims: mapOf(comparison),
  port: number,
  sources,
  scheme: comparison,
  authority: comparison,
};

export const HTTP_ROUTE: OptionKinds<HttpRouteOptions> = {
  name: text,
  match: listOf(structOf(HTTP_MATCH)),
  priority: number,
  to: shares,
  timeout: duration,
  retries: structOf(RETRIES),
  fault: having('_render', 'a fault, such as HttpFault.abort(503, 10)'),
  delegate: having('routeTableName', 'a table of routes, as addRouteTable() makes it'),
  rewrite: struct,
  redirect: struct,
  directResponse: struct,
  headers: struct,
  mirrors: shares,
  corsPolicy: struct,
};

const TCP_MATCH: OptionKinds<TcpMatch> = { port: number, destinationSubnets: texts, sources };
const TLS_MATCH: OptionKinds<TlsMatch> = { ...TCP_MATCH, sniHosts: texts };

export const TCP_ROUTE: OptionKinds<TcpRouteOptions> = { match: listOf(structOf(TCP_MATCH)), to: shares };
export const TLS_ROUTE: OptionKinds<TlsRouteOptions> = { match: listOf(structOf(TLS_MATCH)), to: shares };
