import { PlannedPort, PlannedService } from './plan';
import { Token } from './users';

/** Who sends a request, and on which way. */
export type Sender =
  /** A workload of the service, through its proxy. */
  | { readonly way: 'proxy'; readonly service: PlannedService }
  /** Somebody with the identity of the service's workloads who goes past every other proxy, straight to a workload of the callee. */
  | { readonly way: 'past'; readonly service: PlannedService }
  /** Somebody without an identity, in plain text, straight to a workload. */
  | { readonly way: 'plain' }
  /** Somebody outside the mesh, through the gateway. */
  | { readonly way: 'gateway' };

/** One request to a service of a mesh. */
export interface PlannedRequest {
  readonly sender: Sender;
  readonly callee: PlannedService;
  readonly port: PlannedPort;
  /** The version whose workload is asked, on the ways that lead straight to one. */
  readonly version?: string;
  /** The name under which the service is asked. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The end user's token. */
  readonly token?: Token;
  /** From outside, whether it comes over TLS, and whether the client shows a certificate that the mesh's authority has signed. */
  readonly tls?: 'anonymous' | 'identified';
  /** How long the application takes for it. */
  readonly waitMs?: number;
  /** How often it is sent: often enough to see proportions, or once. */
  readonly times: number;
}

/** A request in one line. */
export function requestText({ sender, callee, port, version, host, method, path, query, headers, token, tls, waitMs }: PlannedRequest): string {
  const who = 'service' in sender ? `${sender.service.name}.${sender.service.namespace}` : sender.way === 'plain' ? 'somebody in plain text' : 'the outside';
  const way = { proxy: 'through its proxy', past: 'past the proxies', plain: '', gateway: `through the gateway${tls === undefined ? '' : ` over TLS, ${tls},`}` }[sender.way];
  const what = port.kind === 'tcp' ? 'bytes' : port.kind === 'tls' ? `TLS for ${host}` : [port.kind, method, withQuery(path, query), `host ${host}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join(' ');
  return `${who} ${way} to ${callee.name}.${callee.namespace}${version === undefined ? '' : ` ${version}`} port ${port.number}: ${what}${token === undefined ? '' : `, token ${token}`}${waitMs === undefined ? '' : `, which takes ${waitMs} ms`}`;
}

/** Path and query as they stand in the first line of a request. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`).join('&');
  return parameters === '' ? path : `${path}?${parameters}`;
}
