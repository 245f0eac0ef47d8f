const HTTP: ReadonlySet<string> = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);
const TLS: ReadonlySet<string> = new Set(['https', 'tls']);
const OPAQUE: ReadonlySet<string> = new Set(['tcp', 'mongo', 'redis', 'mysql']);

/** The protocols, for messages. */
export const PROTOCOLS = 'HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY';

function lower(protocol: string | null | undefined): string {
  return (protocol ?? '').toLowerCase();
}

/** Whether Istio knows the protocol, in whatever case it is written. */
export function isProtocol(protocol: string | null | undefined): boolean {
  return isHttp(protocol) || isTcp(protocol) || lower(protocol) === 'udp';
}

/** Whether requests of the protocol are seen as HTTP: not HTTPS, which is encrypted. */
export function isHttp(protocol: string | null | undefined): boolean {
  return HTTP.has(lower(protocol));
}

/** Whether the protocol is encrypted from its start. */
export function isTls(protocol: string | null | undefined): boolean {
  return TLS.has(lower(protocol));
}

/** Whether the protocol is routed by connection. */
export function isTcp(protocol: string | null | undefined): boolean {
  return isTls(protocol) || OPAQUE.has(lower(protocol));
}
