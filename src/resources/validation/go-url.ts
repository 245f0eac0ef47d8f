import { isIPv6 } from 'node:net';

/** The parts of a URL as Go's `net/url` tells them apart. */
export interface GoUrl {
  readonly scheme: string;
  /** Name and port, without a user. */
  readonly host: string;
  /** As it was written, without escapes resolved. */
  readonly path: string;
  /** What stands after the question mark. */
  readonly query: string;
}

/**
 * Reads a URL as Go's `url.ParseRequestURI` does: it must be absolute, or a path from the root. It is stricter than a browser, and
 * laxer about what stands after the scheme. Nothing where Go would refuse it.
 */
export function parseRequestUrl(text: string): GoUrl | undefined {
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) return undefined;
  if (text === '*') return { scheme: '', host: '', path: '*', query: '' };
  if (text.startsWith(':')) return undefined;
  const [, written = '', afterScheme] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?([^]*)$/.exec(text)!;
  const scheme = written.toLowerCase();
  const mark = afterScheme.indexOf('?');
  const rest = mark < 0 ? afterScheme : afterScheme.slice(0, mark);
  const query = mark < 0 ? '' : afterScheme.slice(mark + 1);
  if (!rest.startsWith('/')) return scheme === '' ? undefined : { scheme, host: '', path: '', query };
  const [, authority = '', path] = scheme !== '' && rest.startsWith('//') ? /^\/\/([^/]*)([^]*)$/.exec(rest)! : [rest, '', rest];
  if (!areEscapes(path)) return undefined;
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !isUser(authority.slice(0, at))) return undefined;
  const host = hostOf(authority.slice(at + 1));
  return host === undefined ? undefined : { scheme, host, path, query };
}

function hostOf(written: string): string | undefined {
  const bracket = written.lastIndexOf('[');
  if (bracket > 0) return undefined;
  if (bracket === 0) return literalHost(written);
  const colon = written.lastIndexOf(':');
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
  if (!areEscapes(name) || name.length === 3) return undefined;
  return `[${plain}${decode(name)}]${port}`;
}

/** Go lets a host escape bytes beyond ASCII alone, and hold few marks as they are. */
function unescapeHost(text: string): string | undefined {
  if (!areEscapes(text)) return undefined;
  if (/%(?![89a-fA-F])/.test(text.replaceAll('%25', ''))) return undefined;
  if (/[ \\^`{|}#?/@]/.test(text)) return undefined;
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
