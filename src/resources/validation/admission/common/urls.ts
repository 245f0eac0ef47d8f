import { isIpAddress } from './addresses';

/** What Go finds in a URL. */
export interface Url {
  /** In lower case; empty for a path alone. */
  readonly scheme: string;
  /** The port as it is written; empty where there is none. */
  readonly port: string;
}

/** The characters that a host may have unescaped, beside letters, digits and what is beyond ASCII. */
const HOST = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\u0080-\u{10ffff}]*$/u;
const USER_INFO = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;

/**
 * Reads a URL as Go's `url.Parse` does; undefined for what it refuses. Node's own class follows another standard, which takes and
 * refuses other texts.
 */
export function parseUrl(text: string): Url | undefined {
  const hash = text.indexOf('#');
  const url = parse(hash < 0 ? text : text.slice(0, hash), false);
  return hash < 0 || isEscaped(text.slice(hash + 1)) ? url : undefined;
}

/** Reads a URL as Go's `url.ParseRequestURI` does: it is absolute or begins with a slash, and `#` is nothing special. */
export function parseRequestUri(text: string): Url | undefined {
  return parse(text, true);
}

function parse(text: string, request: boolean): Url | undefined {
  if (/[\x00-\x1f\x7f]/.test(text)) return undefined;
  if (text === '') return request ? undefined : { scheme: '', port: '' };
  if (text === '*') return { scheme: '', port: '' };
  if (text.startsWith(':')) return undefined;
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(text)?.[0] ?? '';
  const rest = (scheme === '' ? text : text.slice(scheme.length + 1)).split('?', 1)[0];
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { scheme: scheme.toLowerCase(), port: '' };
    if (request || rest.split('/', 1)[0].includes(':')) return undefined;
  }
  return hierarchy(scheme.toLowerCase(), rest, request);
}

/** The part after the scheme, with its host where it has one. */
function hierarchy(scheme: string, rest: string, request: boolean): Url | undefined {
  const hasHost = rest.startsWith('//') && (scheme !== '' || (!request && !rest.startsWith('///')));
  if (!hasHost) return isEscaped(rest) ? { scheme, port: '' } : undefined;
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at);
  const port = portOf(scheme, authority.slice(at + 1));
  const fits = port !== undefined && USER_INFO.test(user) && isEscaped(user) && isEscaped(slash < 0 ? '' : rest.slice(slash));
  return fits ? { scheme, port } : undefined;
}

/** The port of a host, empty where it has none; undefined for a host that is none. */
function portOf(scheme: string, host: string): string | undefined {
  const bracket = host.lastIndexOf('[');
  if (bracket > 0) return undefined;
  if (bracket === 0) return portAfterBracket(host);
  let colon = host.indexOf(':');
  // More than one colon is refused for the web alone.
  if (scheme !== 'http' && scheme !== 'https') colon = host.lastIndexOf(':');
  const port = colon < 0 ? '' : host.slice(colon);
  return /^(:\d*)?$/.test(port) && isHost(host) ? port.slice(1) : undefined;
}

function portAfterBracket(host: string): string | undefined {
  const [, inner, port] = /^\[(.*)\](?:|:(\d*))$/s.exec(host) ?? [];
  if (inner === undefined) return undefined;
  const zone = inner.indexOf('%25');
  const address = zone < 0 ? inner : inner.slice(0, zone);
  const fits = address.includes(':') && !address.includes('%') && isIpAddress(address) && (zone < 0 || (isZone(inner.slice(zone)) && inner.length > zone + 3));
  return fits ? port ?? '' : undefined;
}

/** In a host, only what is beyond ASCII, and the sign itself, may be escaped. */
function isHost(text: string): boolean {
  return HOST.test(text.replace(/%(25|[89A-Fa-f][0-9A-Fa-f])/g, ''));
}

/** In the zone of an address, whatever may stand in a host may be escaped too, and the space. */
function isZone(text: string): boolean {
  const plain = text.replace(/%([0-9A-Fa-f]{2})/g, (_, code) => {
    const letter = String.fromCharCode(parseInt(code, 16));
    return letter === '%' || letter === ' ' ? '' : letter;
  });
  return HOST.test(plain);
}

/** Whether each `%` begins an escape. */
function isEscaped(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}
