import { bound, drawn, labels } from './common';
import { Draw } from '../draw';
import { JWKS } from '../values';

/** Rules of every action, over identities, requests and conditions. */
export function authorizationPolicy(draw: Draw): object {
  const action = draw.value(['ALLOW', 'DENY', 'AUDIT', 'CUSTOM'], ['allow', 'LOG']);
  const custom = action === 'CUSTOM';
  return {
    ...bound(draw),
    action: draw.maybe(action === 'ALLOW' ? 0.5 : 0.97, () => action),
    provider: draw.maybe(custom ? 0.95 : draw.oddness, () => draw.oddly(() => ({})) ?? { name: draw.value(['ext-authz'], ['']) }),
    rules: draw.maybe(draw.chance(draw.oddness) ? 0 : 0.95, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, 2, () => rule(draw, custom))),
  };
}

const EMPTY_RULES = [{}, { from: [] }, { to: [] }, { from: [{}] }, { to: [{}] }, { from: [{ source: {} }] }, { to: [{ operation: {} }] }];

function rule(draw: Draw, custom: boolean): object {
  return draw.oddly(() => draw.pick(EMPTY_RULES)) ?? {
    from: draw.maybe(custom ? 0.3 : 0.6, () => draw.list(1, 2, () => ({ source: source(draw, custom) }))),
    to: draw.maybe(0.6, () => draw.list(1, 2, () => ({ operation: operation(draw) }))),
    when: draw.maybe(0.4, () => draw.list(1, 2, () => condition(draw, custom))),
  };
}

function source(draw: Draw, custom: boolean): object {
  const all: Record<string, () => string> = {
    principals: () => drawn(draw, 'principal'),
    notPrincipals: () => drawn(draw, 'principal'),
    requestPrincipals: () => draw.value(['issuer.example.com/subject', '*', 'issuer/*'], ['', 'a*b', '/', 'a/', '/b', 'issuer']),
    notRequestPrincipals: () => draw.value(['issuer.example.com/subject', '*'], ['', 'a*b']),
    namespaces: () => draw.value(['shop', 'prod-*', '*-test'], ['', 'a*b', '*', 'A_B', 'a/b']),
    notNamespaces: () => draw.value(['shop'], ['', 'a*b']),
    ipBlocks: () => drawn(draw, 'cidr'),
    notIpBlocks: () => drawn(draw, 'cidr'),
    remoteIpBlocks: () => drawn(draw, 'cidr'),
    notRemoteIpBlocks: () => drawn(draw, 'cidr'),
    trustDomains: () => draw.value(['cluster.local', '*.example.com', 'td1', '*'], ['', 'a*b', 'a/b', 'Td_1', '-a', 'a..b', '*a*']),
    notTrustDomains: () => draw.value(['cluster.local'], ['', 'a*b']),
  };
  // Service accounts exclude principals and namespaces.
  if (draw.chance(0.2)) {
    return {
      serviceAccounts: draw.list(1, 2, () => draw.value(['shop/web', 'web'], ['', '/', 'a/', '/a', 'a/b/c', '*', 'ns/*', 'a'.repeat(321), 'shop/we*', 'A/B', '*/a'])),
      notServiceAccounts: draw.maybe(0.2, () => [draw.value(['shop/admin'], ['', 'a/b/c', '*'])]),
      principals: draw.oddly(() => ['a']),
      namespaces: draw.oddly(() => ['shop']),
      ipBlocks: draw.maybe(0.2, () => [drawn(draw, 'cidr')]),
    };
  }
  const usable = Object.keys(all).filter((name) => !custom || !/principals|namespaces|trustDomains/i.test(name) || draw.chance(draw.oddness));
  const chosen = draw.some(draw.shuffled(usable).slice(0, 4));
  return Object.fromEntries(chosen.map((name) => [name, draw.oddly(() => []) ?? draw.list(1, 2, all[name])]));
}

function operation(draw: Draw): object {
  const all: Record<string, () => string> = {
    hosts: () => draw.value(['web.example.com', '*.example.com', 'web.*', '*'], ['', 'a*b', ' ']),
    notHosts: () => draw.value(['web'], ['', 'a*b']),
    ports: () => draw.value(['80', '8080'], ['0', '65536', 'http', '', '-1', '08', '+80', '8 0', '80.0', '99999999999', '0x50', '*']),
    notPorts: () => draw.value(['80'], ['x', '0']),
    methods: () => draw.value(['GET', 'POST', '*', 'GE*'], ['', 'G*T', 'get']),
    notMethods: () => draw.value(['DELETE'], ['']),
    paths: () => draw.value(['/api/*', '/healthz', '*', '*/a', '/{*}/a', '/a/{**}', '/{**}', '/a/{*}'], ['', '/a/*/b', '/{**}/b', '/{a}', '/{*}{*}', '/a{*}', '/{*}a', '{*}', '/{**}/{*}', '/{*}/*', '/a/{', '/a/}', '/{*}/{**}', '/a/{***}', '*/{*}', '/**', '/{}', '/a b']),
    notPaths: () => draw.value(['/admin'], ['', '/{**}/b', '/{x}', '/a*b']),
  };
  const chosen = draw.some(draw.shuffled(Object.keys(all)).slice(0, 3));
  return Object.fromEntries(chosen.map((name) => [name, draw.oddly(() => []) ?? draw.list(1, 2, all[name])]));
}

/** Keys of conditions, each with values that it may have. */
const CONDITIONS: [string, readonly string[], readonly string[]][] = [
  ['request.headers[x-a]', ['b', '*', 'b*'], ['', 'a*b']],
  ['source.ip', ['10.0.0.0/8', '10.0.0.1'], ['10.0.0', 'x', '', '10.0.0.0/33', '2001:db8::1']],
  ['remote.ip', ['10.0.0.0/8'], ['10.0.0', 'x']],
  ['source.namespace', ['shop', 'sh*'], ['', 'a*b']],
  ['source.principal', ['cluster.local/ns/a/sa/b'], ['', 'a*b']],
  ['source.serviceAccount', ['shop/web'], ['', 'a/b/c', '*', 'a/', 'web']],
  ['source.trustDomain', ['cluster.local'], ['']],
  ['request.auth.principal', ['issuer/sub', 'a/*'], ['']],
  ['request.auth.audiences', ['aud'], ['']],
  ['request.auth.presenter', ['p'], ['']],
  ['request.auth.claims[iss]', ['i'], ['']],
  ['request.auth.claims[a][b]', ['i'], ['']],
  ['destination.ip', ['10.0.0.1'], ['x', '10.0.0.1/64']],
  ['destination.port', ['80'], ['x', '0', '65536', '', '080']],
  ['connection.sni', ['www.example.com'], ['']],
  ['experimental.envoy.filters.a.b[c]', ['d', '[d]'], ['']],
];

const BROKEN_KEYS = ['', 'foo', 'request.headers', 'request.headers[', 'request.headers[]', 'request.headersx', 'request.headers[a', 'source.user', 'destination.labels[a]', 'request.auth.claims', 'request.auth.claims[]',
  'request.auth.claims[a]b', 'destination.name', 'destination.user', 'source.ip[a]', 'experimental.envoy.filters.', 'experimental.envoy.filters.a.b', 'Source.IP', 'request.auth.claims[a][', 'request.header[x]', ' source.ip',
  'experimental.envoy.filters.a[b', 'request.headers[a][b]', 'request.headers]a['];

function condition(draw: Draw, custom: boolean): object {
  const usable = custom ? CONDITIONS.filter(([key]) => !/principal|namespace|audiences|presenter|claims|trustDomain|serviceAccount/.test(key) || draw.chance(draw.oddness)) : CONDITIONS;
  const [key, good, odd] = draw.pick(usable);
  const values = () => draw.oddly(() => []) ?? draw.list(1, 2, () => draw.value<string>(good, odd));
  return {
    key: draw.oddly(() => draw.pick([undefined, ...BROKEN_KEYS])) ?? key,
    values: draw.maybe(0.8, values) ?? (draw.chance(draw.oddness) ? undefined : values()),
    notValues: draw.maybe(0.25, values),
  };
}

export function peerAuthentication(draw: Draw): object {
  const mode = () => ({ mode: draw.value(['STRICT', 'PERMISSIVE', 'DISABLE', 'UNSET'], ['strict', 'ON']) });
  const ports = draw.chance(0.4);
  return {
    selector: draw.maybe(ports && !draw.chance(draw.oddness) ? 1 : 0.5, () =>
      draw.oddly(() => draw.pick([{}, { matchLabels: {} }])) ?? { matchLabels: labels(draw) }),
    mtls: draw.maybe(0.7, () => draw.oddly(() => ({})) ?? mode()),
    portLevelMtls: ports ? draw.oddly(() => ({})) ?? Object.fromEntries(draw.list(1, 2, () => [draw.value(['80', '8080', '65535'], ['0', '65536', '-1', 'http', '', '4294967296', '08', '+1', '1.0', '99999999999999999999']), draw.oddly(() => ({})) ?? mode()])) : undefined,
  };
}

/** Tokens by issuer, with keys inline or by reference, and the places where they are looked for. */
export function requestAuthentication(draw: Draw): object {
  return {
    ...bound(draw),
    jwtRules: draw.maybe(0.95, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, 2, () => jwtRule(draw))),
  };
}

function jwtRule(draw: Draw): object {
  const inline = draw.chance(0.35);
  return {
    issuer: draw.maybe(0.9, () => draw.value(['https://issuer.example.com', 'issuer', 'a@example.com'], ['', ' '])),
    audiences: draw.maybe(0.4, () => draw.list(1, 2, () => draw.value(['web', 'api'], ['']))),
    jwksUri: draw.maybe(inline ? draw.oddness : 0.8, () => drawn(draw, 'url')),
    jwks: draw.maybe(inline ? 1 : draw.oddness, () => draw.value<string>(JWKS.good, JWKS.odd)),
    fromHeaders: draw.maybe(0.3, () => draw.list(1, 2, () => ({ name: draw.maybe(0.97, () => drawn(draw, 'header')), prefix: draw.maybe(0.5, () => draw.value(['Bearer '], [''])) }))),
    fromParams: draw.maybe(0.25, () => draw.list(1, 2, () => draw.value(['token'], ['', ' ']))),
    fromCookies: draw.maybe(0.2, () => draw.list(1, 2, () => draw.value(['token'], ['']))),
    outputPayloadToHeader: draw.maybe(0.2, () => drawn(draw, 'header')),
    outputClaimToHeaders: draw.maybe(0.25, () => draw.list(1, 2, () => ({ header: draw.maybe(0.97, () => drawn(draw, 'header')), claim: draw.maybe(0.97, () => draw.value(['sub', 'nested.key.group'], ['', ' '])) }))),
    forwardOriginalToken: draw.maybe(0.3, () => draw.chance(0.5)),
    spaceDelimitedClaims: draw.maybe(0.1, () => ['scope']),
    timeout: draw.maybe(0.25, () => drawn(draw, 'duration')),
  };
}

