import { isIPv6 } from 'node:net';

/** The parts of a URL as Go's `net/url` tells them apart. */
export interface GoUrl {
  /** In lower case; empty where there is none. */
  readonly scheme: string;
  /** Name and port, without a user. */
  readonly host: string;
  /** As it was written, without escapes resolved. */
  readonly path: string;
  /** What stands after the question mark. */
  readonly query: string;
}

/** Reads a URL as Go's `url.Parse` does: it may be a path alone, and have a fragment. Nothing where Go would refuse it. */
export function parseUrl(text: string): GoUrl | undefined {
  const hash = text.indexOf('#');
  if (hash < 0) return parse(text, false);
  return areEscapes(text.slice(hash + 1)) ? parse(text.slice(0, hash), false) : undefined;
}

/**
 * Reads a URL as Go's `url.ParseRequestURI` does: it must be absolute, or a path from the root. It is stricter than a browser, and
 * laxer about what stands after the scheme. Nothing where Go would refuse it.
 */
export function parseRequestUrl(text: string): GoUrl | undefined {
  return text === '' ? undefined : parse(text, true);
}

/** The port of a URL as it is written; empty where it has none. */
export function portOf({ host }: GoUrl): string {
  return /:(\d*)$/.exec(host)?.[1] ?? '';
}

function parse(text: string, request: boolean): GoUrl | undefined {
  if (/[\u0000-\u001f\u007f]/.test(text)) return undefined;
  if (text === '*') return { scheme: '', host: '', path: '*', query: '' };
  if (text.startsWith(':')) return undefined;
  const [, written = '', afterScheme] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?([^]*)$/.exec(text)!;
  const scheme = written.toLowerCase();
  const mark = afterScheme.indexOf('?');
  const rest = mark < 0 ? afterScheme : afterScheme.slice(0, mark);
  const query = mark < 0 ? '' : afterScheme.slice(mark + 1);
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { scheme, host: '', path: '', query };
    if (request || rest.split('/', 1)[0].includes(':')) return undefined;
  }
  const hasHost = rest.startsWith('//') && (scheme !== '' || (!request && !rest.startsWith('///')));
  const [, authority = '', path] = hasHost ? /^\/\/([^/]*)([^]*)$/.exec(rest)! : [rest, '', rest];
  if (!areEscapes(path)) return undefined;
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !isUser(authority.slice(0, at))) return undefined;
  const host = hostOf(authority.slice(at + 1), scheme);
  return host === undefined ? undefined : { scheme, host, path, query };
}

function hostOf(written: string, scheme: string): string | undefined {
  const bracket = written.lastIndexOf('[');
  if (bracket > 0) return undefined;
  if (bracket === 0) return literalHost(written);
  // In addresses of the web, nothing but a port may follow a colon; elsewhere, several hosts with ports may be named.
  const colon = scheme === 'http' || scheme === 'https' ? written.indexOf(':') : written.lastIndexOf(':');
  if (colon >= 0 && !/^:\d*$/.test(written.slice(colon))) return undefined;
  return unescapeHost(written);
}

/** An IPv6 address in brackets, with a port or without. */
function literalHost(written: string): string | undefined {
  const [, inner, port] = /^\[([^]*)\]([^\]]*)$/.exec(written) ?? [];
  if (inner === undefined || !/^(?::\d*)?$/.test(port)) return undefined;
  const zone = inner.indexOf('%25');
  const address = zone < 0 ? inner : inner.slice(0, zone);
  const plain = unescapeHost(address);
  if (plain === undefined || plain.includes('%') || !isIPv6(plain)) return undefined;
  if (zone < 0) return `[${plain}]${port}`;
  const name = inner.slice(zone);
  return isZone(name) ? `[${plain}${decode(name)}]${port}` : undefined;
}

/** The zone of an address: only what a host may hold, or a space, may be escaped. */
function isZone(text: string): boolean {
  if (text.length === 3 || !areEscapes(text)) return false;
  const escaped = text.replaceAll('%25', '').match(/%../g) ?? [];
  return escaped.every((code) => /^[-A-Za-z0-9_.~!$&'()*+,;=:[\]<>" ]$/.test(String.fromCharCode(parseInt(code.slice(1), 16))))
    && !NOT_IN_HOSTS.test(text);
}

const NOT_IN_HOSTS = /[ \\^`{|}#?/@]/;

/** Go lets a host escape bytes beyond ASCII alone, and hold few marks as they are. */
function unescapeHost(text: string): string | undefined {
  if (!areEscapes(text)) return undefined;
  if (/%(?![89a-fA-F])/.test(text.replaceAll('%25', ''))) return undefined;
  if (NOT_IN_HOSTS.test(text)) return undefined;
  return decode(text);
}

function isUser(text: string): boolean {
  return /^[-A-Za-z0-9._:~!$&'()*+,;=%@]*$/.test(text) && areEscapes(text);
}

function areEscapes(text: string): boolean {
  return !text.includes('%') || !/%(?![0-9a-fA-F]{2})/.test(text);
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  return Buffer.from(text.replace(/%([0-9a-fA-F]{2})|([^%]+)/g, (_, hex: string | undefined, plain: string) =>
    hex ?? Buffer.from(plain, 'utf8').toString('hex')), 'hex').toString('utf8');
}
