/*
 * What a proxy does with a request, by the words of both dialects: the rules of Envoy, and of istiod that leads to them, as far as routes
 * of this library go. Both forms are plain objects, as they are written.
 */

/** A request, as far as routes look at it. Names of headers are in lower case. */
export interface SampleRequest {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly queryParams: Readonly<Record<string, string>>;
}

/** What becomes of a request. */
export interface Decision {
  /** Shares by "namespace/service" or "namespace/service/version" and port, without those that get nothing. */
  readonly to: Readonly<Record<string, number>>;
  /** Shares of copies, likewise. */
  readonly copies: Readonly<Record<string, number>>;
  readonly timeoutMillis?: number;
  /** Headers that are set, added and removed, in requests and answers. */
  readonly headers: object;
  readonly rewrite?: object;
  readonly redirect?: object;
}

type Match = Record<string, any>;

/** What a VirtualService decides: the first match in its order; nothing where there is none, which is a 404. */
export function byVirtualService(spec: any, namespace: string, request: SampleRequest): Decision | undefined {
  for (const route of spec.http ?? []) {
    const matches: Match[] = route.match ?? [{}];
    const taken = matches.find((match) => fitsMatch(match, request));
    if (taken === undefined) continue;
    return {
      to: shares((route.route ?? []).map((one: any) => [placeOfHost(one.destination, namespace, request.port), one.weight ?? 100])),
      copies: Object.fromEntries((route.mirrors ?? []).map((one: any) => (
        [placeOfHost(one.destination, namespace, request.port), one.percentage?.value ?? 100]))),
      ...(route.timeout && { timeoutMillis: millis(route.timeout) }),
      headers: headersOf(route.headers?.request, route.headers?.response),
      ...(route.rewrite && { rewrite: rewriteOf(route.rewrite, taken, request) }),
      ...(route.redirect && { redirect: redirectOf(route.redirect) }),
    };
  }
  return undefined;
}

function fitsMatch(match: Match, request: SampleRequest): boolean {
  return (match.port === undefined || match.port === request.port)
    && fits(match.uri, request.path) && fits(match.method, request.method)
    && Object.entries(match.headers ?? {}).every(([name, text]) => fitsNamed(text, request.headers[name.toLowerCase()]))
    && Object.entries(match.queryParams ?? {}).every(([name, text]) => fitsNamed(text, request.queryParams[name]));
}

function fits(match: Match | undefined, value: string): boolean {
  if (match === undefined) return true;
  if (match.exact !== undefined) return value === match.exact;
  if (match.prefix !== undefined) return value.startsWith(match.prefix);
  return match.regex === undefined || new RegExp(`^(?:${match.regex})$`).test(value);
}

function fitsNamed(match: unknown, value: string | undefined): boolean {
  return value !== undefined && fits(match as Match, value);
}

/** One match of a rule, with what istiod makes of what is not written. */
interface Ranked {
  readonly rule: any;
  readonly match: Match;
}

/** What the rules of an HTTPRoute decide. istiod tries matches in an order of its own, whatever that of the rules. */
export function byHttpRoute(rules: readonly any[], namespace: string, request: SampleRequest): Decision | undefined {
  const ranked = rules.flatMap((rule): Ranked[] => (rule.matches ?? [{}]).map((match: Match) => ({
    rule, match: { ...match, path: { type: 'PathPrefix', value: '/', ...match.path } },
  })));
  const sorted = ranked.map((one, at) => ({ one, at })).sort((a, b) => precedence(a.one.match, b.one.match) || a.at - b.at).map(({ one }) => one);
  const taken = reachable(sorted).find(({ match }) => fitsRule(match, request));
  if (taken === undefined) return undefined;
  const { rule, match } = taken;
  const filter = (type: string): any => (rule.filters ?? []).find((one: any) => one.type === type);
  const copies = (rule.filters ?? []).filter((one: any) => one.type === 'RequestMirror').map(({ requestMirror: one }: any) => [
    placeOfService(one.backendRef, namespace), one.fraction ? 100 * one.fraction.numerator / (one.fraction.denominator ?? 100) : one.percent ?? 100,
  ]);
  const timeout = rule.timeouts?.request;
  const rewrite = filter('URLRewrite')?.urlRewrite;
  const redirect = filter('RequestRedirect')?.requestRedirect;
  return {
    to: shares((rule.backendRefs ?? []).map((one: any) => [placeOfService(one, namespace), one.weight ?? 1])),
    copies: Object.fromEntries(copies),
    ...(timeout && { timeoutMillis: millis(timeout) }),
    headers: headersOf(mapped(filter('RequestHeaderModifier')?.requestHeaderModifier), mapped(filter('ResponseHeaderModifier')?.responseHeaderModifier)),
    ...(rewrite && { rewrite: rewriteOfFilter(rewrite, match, request) }),
    ...(redirect && { redirect: redirectOfFilter(redirect, request.port) }),
  };
}

/** The order of istiod: exact, prefix, regex; longer; with a method; more headers; more parameters. */
function precedence(one: Match, other: Match): number {
  const kinds = ['RegularExpression', 'PathPrefix', 'Exact'];
  const ranks = (match: Match): number[] => [
    kinds.indexOf(match.path.type), trimmed(match.path).length, match.method ? 1 : 0, (match.headers ?? []).length, (match.queryParams ?? []).length,
  ];
  const [mine, others] = [ranks(one), ranks(other)];
  const at = mine.findIndex((rank, index) => rank !== others[index]);
  return at < 0 ? 0 : others[at] - mine[at];
}

/** Behind a match that takes everything, istiod leaves all others out. */
function reachable(sorted: readonly Ranked[]): readonly Ranked[] {
  const last = sorted.findIndex(({ match }) => (
    ((match.path.type === 'PathPrefix' && match.path.value === '/') || (match.path.type === 'RegularExpression' && match.path.value === '.*'))
    && match.method === undefined && (match.headers ?? []).length === 0 && (match.queryParams ?? []).length === 0));
  return last < 0 ? sorted : sorted.slice(0, last + 1);
}

function fitsRule(match: Match, request: SampleRequest): boolean {
  return fitsPath(match.path, request.path)
    && (match.method === undefined || match.method === request.method)
    && (match.headers ?? []).every((one: any) => fitsTyped(one, request.headers[one.name.toLowerCase()]))
    && (match.queryParams ?? []).every((one: any) => fitsTyped(one, request.queryParams[one.name]));
}

function fitsPath(path: Match, value: string): boolean {
  switch (path.type) {
    case 'Exact': return value === path.value;
    case 'RegularExpression': return new RegExp(`^(?:${path.value})$`).test(value);
    default: return path.value === '/' || value === trimmed(path) || value.startsWith(`${trimmed(path)}/`);
  }
}

function trimmed({ type, value }: Match): string {
  return type === 'PathPrefix' && value !== '/' ? value.replace(/\/$/, '') : value;
}

function fitsTyped(match: Match, value: string | undefined): boolean {
  if (value === undefined) return false;
  return match.type === 'RegularExpression' ? new RegExp(`^(?:${match.value})$`).test(value) : value === match.value;
}

/** Shares in percent. */
function shares(weighted: readonly [string, number][]): Record<string, number> {
  const sum = weighted.reduce((total, [, weight]) => total + weight, 0);
  return Object.fromEntries(weighted.filter(([, weight]) => weight > 0).map(([place, weight]) => [place, Math.round(10_000 * weight / sum) / 100]));
}

/** A version is a subset here, and a Service of its own there: both are written "namespace/service-version". */
function placeOfHost({ host, subset, port }: any, namespace: string, asked: number): string {
  const [name, place = namespace] = host.split('.');
  return `${place}/${subset === undefined ? name : `${name}-${subset}`}:${port?.number ?? asked}`;
}

function placeOfService({ name, namespace, port }: any, own: string): string {
  return `${namespace ?? own}/${name}:${port}`;
}

function headersOf(request: any, response: any): object {
  const part = (one: any = {}): object => ({ set: one.set ?? {}, add: one.add ?? {}, remove: one.remove ?? [] });
  return { request: part(request), response: part(response) };
}

function mapped(filter: any): any {
  const map = (list: any[] | undefined): any => list && Object.fromEntries(list.map(({ name, value }) => [name, value]));
  return filter && { set: map(filter.set), add: map(filter.add), remove: filter.remove };
}

/** Envoy replaces what was matched: all of an exact path and of an expression, and the prefix. */
function rewriteOf(rewrite: any, match: Match, { path }: SampleRequest): object {
  const rest = match.uri?.prefix === undefined ? '' : path.slice(match.uri.prefix.length);
  return { path: rewrite.uri === undefined ? path : rewrite.uri + rest, ...(rewrite.authority && { host: rewrite.authority }) };
}

function rewriteOfFilter(rewrite: any, match: Match, { path }: SampleRequest): object {
  const { replacePrefixMatch: prefix, replaceFullPath: full } = rewrite.path ?? {};
  const rest = match.path.value === '/' ? path : path.slice(trimmed(match.path).length);
  const replaced = prefix === undefined ? full ?? path : prefix.replace(/\/$/, '') + rest || '/';
  return { path: replaced, ...(rewrite.hostname && { host: rewrite.hostname }) };
}

function redirectOf({ uri, authority, scheme, redirectCode, port }: any): object {
  return { uri, authority, scheme, code: redirectCode ?? 301, port };
}

function redirectOfFilter({ path, hostname, scheme, statusCode, port }: any, asked: number): object {
  // Without a scheme, it is the port on which the request came, which nobody writes where it is the scheme's own.
  const usual = scheme || asked === 80 ? undefined : asked;
  return { uri: path?.replaceFullPath, authority: hostname, scheme, code: statusCode ?? 302, port: port ?? usual };
}

/** Milliseconds of a duration, as either API writes it. */
function millis(text: string): number {
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  return Math.round([...text.matchAll(/([0-9.]+)(h|ms|m|s)/g)].reduce((sum, [, number, unit]) => sum + Number(number) * units[unit], 0));
}
