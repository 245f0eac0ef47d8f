import { drawn, labels, port } from './common';
import { Draw } from '../draw';

const GROUP = 'gateway.networking.k8s.io';
const DNS_NAMES = ['web', 'api.example.com', 'a-b'];
const ODD_NAMES = ['', 'Web', '*.example.com', 'a_b', '-a', 'a..b', 'a'.repeat(254), '10.0.0.1', 'a.'];

const dnsName = (draw: Draw) => draw.value(DNS_NAMES, ODD_NAMES);
const routeHost = (draw: Draw) => draw.value([...DNS_NAMES, '*.example.com'], ['', '*', '*a.com', 'a.*.com', '*.*.com', ...ODD_NAMES, '10.0.0.1', '*.10.0.0.1', '1.2.3.4.5']);
const duration = (draw: Draw) => draw.value(['5s', '100ms', '1m30s', '0s', '1h'], ['', '5', '1.5s', '-1s', '1d', '100000s', '5s5', '1h1h1h1h1h', '10us', '1ms1s']);

function times<T>(draw: Draw, most: number, make: (index: number) => T): T[] {
  return draw.list(draw.chance(draw.oddness) ? 0 : 1, most, make);
}

function parents(draw: Draw): object[] {
  return draw.oddly(() => draw.pick([[{ name: 'a' }, { name: 'a' }], [{ name: 'a', sectionName: 'x' }, { name: 'a' }], [{ name: 'a', namespace: 'b' }, { name: 'a', namespace: 'b', port: 80 }], [{ name: 'a', sectionName: 'x' }, { name: 'a', sectionName: 'x' }]]))
    ?? draw.list(1, 2, (index) => ({
      group: draw.maybe(0.2, () => draw.value([GROUP], ['', 'Bad_Group'])),
      kind: draw.maybe(0.2, () => draw.value(['Gateway', 'Service'], ['', 'a b'])),
      name: `gateway-${index}`,
      namespace: draw.maybe(0.2, () => drawn(draw, 'namespace')),
      sectionName: draw.maybe(0.3, () => dnsName(draw)),
      port: draw.maybe(0.2, () => port(draw)),
    }));
}

function backend(draw: Draw): any {
  return draw.oddly(() => draw.pick([{ name: 'web' }, { name: '', port: 80 }, { name: 'web', kind: 'Secret' }, { port: 80 }, { name: 'web', group: 'a.b', kind: 'C' }]))
    ?? { name: 'web', kind: draw.maybe(0.2, () => 'Service'), namespace: draw.maybe(0.2, () => drawn(draw, 'namespace')), port: port(draw) };
}

const weightedBackend = (draw: Draw) => ({ ...backend(draw), weight: draw.maybe(0.5, () => draw.value([1, 50, 0], [-1, 1000001, 1000000])) });

function headers(draw: Draw): object {
  const pairs = () => draw.list(1, 2, (index) => ({ name: draw.oddly(() => draw.pick(['', 'x y', 'X-0', ':a', 'x-0'])) ?? `x-${index}`, value: draw.value(['a'], ['']) }));
  return draw.oddly(() => ({})) ?? { set: draw.maybe(0.5, pairs), add: draw.maybe(0.4, pairs), remove: draw.maybe(0.3, () => draw.value([['x-a'], ['x-a', 'x-b']], [['x', 'x'], []])) };
}

function pathModifier(draw: Draw): object {
  return draw.oddly(() => draw.pick([{ type: 'ReplaceFullPath' }, { type: 'ReplacePrefixMatch', replaceFullPath: '/' }, { type: 'ReplaceFullPath', replaceFullPath: '/', replacePrefixMatch: '/' }, { type: 'Other', replaceFullPath: '/' }]))
    ?? draw.pick([{ type: 'ReplaceFullPath', replaceFullPath: '/a' }, { type: 'ReplacePrefixMatch', replacePrefixMatch: '/b' }]);
}

/** Filters by their type; the members of another type are odd. */
function filters(draw: Draw, types: readonly string[]): object[] {
  const makers: Record<string, () => object> = {
    RequestHeaderModifier: () => ({ requestHeaderModifier: headers(draw) }),
    ResponseHeaderModifier: () => ({ responseHeaderModifier: headers(draw) }),
    RequestMirror: () => ({
      requestMirror: {
        backendRef: backend(draw),
        ...draw.value<object>([{}, { percent: 10 }, { fraction: { numerator: 1, denominator: 10 } }], [
          { percent: 101 }, { percent: 1, fraction: { numerator: 1 } }, { fraction: { numerator: 11, denominator: 10 } },
          { fraction: { numerator: 1, denominator: 0 } }, { fraction: {} },
        ]),
      },
    }),
    RequestRedirect: () => ({ requestRedirect: { scheme: draw.maybe(0.4, () => draw.value(['https'], ['ftp', ''])), hostname: draw.maybe(0.4, () => dnsName(draw)), path: draw.maybe(0.3, () => pathModifier(draw)), port: draw.maybe(0.3, () => port(draw)), statusCode: draw.maybe(0.4, () => draw.value([301, 302, 308], [200, 304])) } }),
    URLRewrite: () => ({ urlRewrite: { hostname: draw.maybe(0.5, () => dnsName(draw)), path: draw.maybe(0.5, () => pathModifier(draw)) } }),
    ExtensionRef: () => ({ extensionRef: draw.oddly(() => draw.pick([{}, { name: 'a' }])) ?? { group: 'a.b', kind: 'C', name: 'd' } }),
    CORS: () => ({ cors: { allowOrigins: draw.maybe(0.7, () => draw.value([['https://a.example.com'], ['*'], ['http://*.example.com:8080']], [['*', 'https://a'], ['a.b'], ['ftp://a'], ['https://a', 'https://a'], ['']])), allowMethods: draw.maybe(0.5, () => draw.value([['GET'], ['*']], [['GET', '*'], ['get'], ['GET', 'GET']])), allowHeaders: draw.maybe(0.4, () => draw.value([['x-a'], ['*']], [['*', 'x-a'], ['']])), maxAge: draw.maybe(0.4, () => draw.value([5], [0, -1])), allowCredentials: draw.maybe(0.4, () => draw.chance(0.5)) } }),
  };
  const chosen = draw.oddly(() => [types[0], types[0]]) ?? draw.some(types).filter((type, _, all) => type !== 'URLRewrite' || !all.includes('RequestRedirect'));
  return chosen.map((type) => draw.oddly(() => draw.pick<object>([{ type }, { type: types[0], ...makers[types[1]]() }, { ...makers[type]() }, { type: 'Other' }])) ?? { type, ...makers[type]() });
}

function filteredBackends(draw: Draw, types: readonly string[]): object[] {
  return draw.list(1, 2, () => ({ ...weightedBackend(draw), filters: draw.maybe(0.1, () => filters(draw, types)) }));
}

const HTTP_FILTERS = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'URLRewrite', 'ExtensionRef', 'CORS'];
const GRPC_FILTERS = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'ExtensionRef'];

function httpMatch(draw: Draw): object {
  const named = (odd: readonly string[]) => draw.list(1, 2, (index) => ({
    name: draw.oddly(() => draw.pick(odd)) ?? `x-${index}`, type: draw.maybe(0.4, () => draw.value(['Exact', 'RegularExpression'], ['Prefix', ''])), value: draw.value(['a', 'v[0-9]+'], ['', '(', 'a'.repeat(1025)]),
  }));
  return draw.oddly(() => ({})) ?? {
    path: draw.maybe(0.7, () => ({
      type: draw.maybe(0.7, () => draw.value(['Exact', 'PathPrefix', 'RegularExpression'], ['exact', ''])),
      value: draw.value(['/', '/api', '/a/b'], ['', 'api', '/a//b', '/a/./b', '/a/../b', '/a%2fb', '/a%2Fb', '/a#b', '/a/..', '/a/.', '/a b', '/ü', '/a?b', '/a%zz', '/a*', '/[', '/a@b:c!$&\'()+,;=~_-', '/%41']),
    })),
    headers: draw.maybe(0.4, () => named(['', 'x y', 'x-0', ':a'])),
    queryParams: draw.maybe(0.3, () => named(['', 'q q', 'x-0'])),
    method: draw.maybe(0.3, () => draw.value(['GET', 'POST'], ['get', 'FOO', ''])),
  };
}

function httpRoute(draw: Draw): object {
  return {
    parentRefs: draw.maybe(0.8, () => parents(draw)),
    hostnames: draw.maybe(0.6, () => draw.list(1, 2, () => routeHost(draw))),
    rules: draw.maybe(0.95, () => times(draw, 2, () => {
      const redirects = draw.chance(0.15);
      return {
        name: draw.maybe(0.15, () => dnsName(draw)),
        matches: draw.maybe(0.7, () => draw.list(1, 2, () => httpMatch(draw))),
        filters: draw.maybe(redirects ? 1 : 0.4, () => filters(draw, redirects ? ['RequestRedirect', 'RequestHeaderModifier'] : HTTP_FILTERS)),
        backendRefs: draw.maybe(redirects ? draw.oddness : 0.9, () => filteredBackends(draw, HTTP_FILTERS)),
        timeouts: draw.maybe(0.3, () => draw.oddly(() => draw.pick([{ request: '1s', backendRequest: '2s' }, { request: '0s', backendRequest: '2s' }, { request: '1000ms', backendRequest: '1s' }, { backendRequest: '1h' }])) ?? { request: duration(draw) }),
      };
    })),
  };
}

function grpcRoute(draw: Draw): object {
  return {
    parentRefs: draw.maybe(0.8, () => parents(draw)),
    hostnames: draw.maybe(0.5, () => draw.list(1, 2, () => routeHost(draw))),
    rules: draw.maybe(0.95, () => times(draw, 2, () => ({
      name: draw.maybe(0.15, () => dnsName(draw)),
      matches: draw.maybe(0.7, () => draw.list(1, 2, () => ({
        method: draw.maybe(0.8, () => draw.oddly(() => draw.pick([{}, { type: 'Exact' }, { service: '' }, { method: 'a/b' }, { service: 'a b' }, { service: '1a' }, { type: 'Prefix', method: 'a' }, { type: 'RegularExpression', service: 'a b(' }, { service: '.a.b' }, { service: 'A..b' }]))
          ?? { type: draw.maybe(0.4, () => draw.pick(['Exact', 'RegularExpression'])), service: draw.maybe(0.7, () => 'shop.Web'), method: 'List' }),
        headers: draw.maybe(0.3, () => [{ name: draw.value(['x-a'], ['', 'x y']), value: draw.value(['a'], ['']), type: draw.maybe(0.3, () => draw.value(['Exact'], ['x'])) }]),
      }))),
      filters: draw.maybe(0.3, () => filters(draw, GRPC_FILTERS)),
      backendRefs: draw.maybe(0.9, () => filteredBackends(draw, GRPC_FILTERS)),
    }))),
  };
}

function layer4Route(draw: Draw, hostnames: boolean): object {
  return {
    parentRefs: draw.maybe(0.8, () => parents(draw)),
    hostnames: hostnames ? draw.maybe(draw.chance(draw.oddness) ? 0 : 0.97, () => times(draw, 2, () => routeHost(draw))) : undefined,
    rules: times(draw, draw.chance(draw.oddness) ? 3 : 1, () => ({
      name: draw.maybe(0.2, () => dnsName(draw)),
      backendRefs: draw.oddly(() => draw.pick([undefined, []])) ?? draw.list(1, 2, () => weightedBackend(draw)),
    })),
  };
}

function listeners(draw: Draw): object[] {
  return draw.oddly(() => draw.pick([[], [{ name: 'a', port: 80, protocol: 'HTTP' }, { name: 'a', port: 81, protocol: 'HTTP' }], [{ name: 'a', port: 80, protocol: 'HTTP' }, { name: 'b', port: 80, protocol: 'HTTP' }], [{ name: 'a', port: 80, protocol: 'HTTP', hostname: 'a' }, { name: 'b', port: 80, protocol: 'HTTP', hostname: 'b' }]]))
    ?? draw.list(1, 3, (index) => {
      const protocol = draw.value(['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP', 'example.com/x'], ['', 'H_', 'http', 'a/', 'a/b/c']);
      const secure = protocol === 'HTTPS' || protocol === 'TLS';
      return {
        name: draw.oddly(() => draw.pick(ODD_NAMES)) ?? `l${index}`,
        port: draw.oddly(() => port(draw)) ?? 8000 + index,
        protocol,
        hostname: draw.maybe(protocol === 'TCP' || protocol === 'UDP' ? draw.oddness : 0.4, () => routeHost(draw)),
        tls: draw.maybe(secure ? 1 : draw.oddness, () => draw.oddly(() => draw.pick<any>([undefined, {}, { mode: 'Terminate' }, { mode: 'Passthrough', certificateRefs: [] }, { mode: 'Mutual' }]))
          ?? (protocol === 'TLS' && draw.chance(0.5) ? { mode: 'Passthrough' } : { mode: 'Terminate', certificateRefs: [{ name: 'cert', namespace: draw.maybe(0.2, () => 'shop'), kind: draw.maybe(0.1, () => 'Secret') }], options: draw.maybe(0.1, () => ({ 'a.b/c': 'd' })) })),
        allowedRoutes: draw.maybe(0.4, () => ({
          namespaces: draw.maybe(0.8, () => ({ from: draw.maybe(0.9, () => draw.value(['All', 'Same', 'Selector'], ['None', 'all'])), selector: draw.maybe(0.3, () => ({ matchLabels: labels(draw), matchExpressions: draw.maybe(0.3, () => [{ key: 'a', operator: 'In', values: ['b'] }]) })) })),
          kinds: draw.maybe(0.4, () => [{ kind: draw.value(['HTTPRoute'], ['', 'a b']), group: draw.maybe(0.3, () => GROUP) }]),
        })),
      };
    });
}

function gateway(draw: Draw): object {
  return {
    gatewayClassName: draw.value(['istio'], ['', undefined as unknown as string]),
    listeners: listeners(draw),
    addresses: draw.maybe(0.3, () => draw.list(1, 2, (index) => draw.oddly(() => draw.pick([{ value: '10.0.0.0' }, { type: 'IPAddress', value: 'x' }, { type: 'Hostname', value: 'a_b' }, { type: 'Hostname', value: '*.a' }, { type: 'foo', value: 'x' }, { type: 'a.b/c', value: '' }, { type: 'Hostname' }, { value: '10.0.0.01' }, { value: '::ffff:1.2.3.4' }]))
      ?? draw.pick([{ type: 'IPAddress', value: `10.0.0.${index}` }, { type: 'Hostname', value: `h${index}.example.com` }, { value: `2001:db8::${index}` }]))),
    infrastructure: draw.maybe(0.3, () => ({ labels: draw.maybe(0.6, () => labels(draw)), annotations: draw.maybe(0.4, () => labels(draw)), parametersRef: draw.maybe(0.2, () => ({ group: '', kind: 'ConfigMap', name: 'a' })) })),
    allowedListeners: draw.maybe(0.15, () => ({ namespaces: { from: draw.value(['All', 'Same', 'None', 'Selector'], ['x']) } })),
    tls: draw.maybe(0.15, () => ({
      backend: draw.maybe(0.5, () => ({ clientCertificateRef: draw.maybe(0.9, () => ({ name: 'a' })) })),
      frontend: draw.maybe(0.6, () => ({
        default: draw.oddly(() => draw.pick<any>([undefined, {}])) ?? { validation: { caCertificateRefs: draw.value<object[]>([[{ group: '', kind: 'ConfigMap', name: 'a' }]], [[]]), mode: draw.maybe(0.4, () => draw.value(['AllowValidOnly'], ['x'])) } },
        perPort: draw.maybe(0.3, () => draw.value([[{ port: 443, tls: {} }]], [[{ port: 443, tls: {} }, { port: 443, tls: {} }], [{ port: 443 }]])),
      })),
    })),
  };
}

/** For each kind of the Gateway API that Istio reads, a spec that means something. */
export const GATEWAY_API_RECIPES: Readonly<Record<string, (draw: Draw) => object>> = {
  GatewayClass: (draw) => ({
    controllerName: draw.value(['istio.io/gateway-controller'], ['', 'istio.io', 'Istio/x', 'a/b c', '/x']),
    description: draw.maybe(0.3, () => draw.value(['a'], ['a'.repeat(65), ''])),
    parametersRef: draw.maybe(0.3, () => ({ group: '', kind: 'ConfigMap', name: draw.value(['a'], ['']), namespace: draw.maybe(0.5, () => drawn(draw, 'namespace')) })),
  }),
  Gateway: gateway,
  HTTPRoute: httpRoute,
  GRPCRoute: grpcRoute,
  TCPRoute: (draw) => layer4Route(draw, false),
  TLSRoute: (draw) => layer4Route(draw, true),
  ReferenceGrant: (draw) => ({
    from: times(draw, 2, () => draw.oddly(() => ({})) ?? { group: GROUP, kind: draw.value(['HTTPRoute'], ['']), namespace: drawn(draw, 'namespace') }),
    to: times(draw, 2, () => draw.oddly(() => ({})) ?? { group: draw.value([''], ['A_b']), kind: 'Service', name: draw.maybe(0.5, () => draw.value(['web'], [''])) }),
  }),
  BackendTLSPolicy: (draw) => ({
    targetRefs: draw.oddly(() => draw.pick([[], [{ group: '', kind: 'Service', name: 'a' }, { group: '', kind: 'Service', name: 'a' }], [{ group: '', kind: 'Service', name: 'a', sectionName: 'x' }, { group: '', kind: 'Service', name: 'a' }]]))
      ?? draw.list(1, 2, (index) => ({ group: '', kind: 'Service', name: `s${index}`, sectionName: draw.maybe(0.3, () => dnsName(draw)) })),
    validation: {
      hostname: dnsName(draw),
      ...draw.oddly(() => draw.pick([{}, { wellKnownCACertificates: 'System', caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'a' }] }, { wellKnownCACertificates: '' }, { caCertificateRefs: [] }, { wellKnownCACertificates: 'Other' }]))
        ?? draw.pick<object>([{ wellKnownCACertificates: 'System' }, { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'a' }] }]),
      subjectAltNames: draw.maybe(0.3, () => draw.list(1, 2, () => draw.oddly(() => draw.pick([{ type: 'Hostname' }, { type: 'URI', hostname: 'a' }, { type: 'URI', uri: 'x' }, { type: 'URI', uri: '' }, { type: 'Hostname', hostname: 'a', uri: 'a://b' }, {}])) ?? draw.pick([{ type: 'Hostname', hostname: 'a.example.com' }, { type: 'URI', uri: 'spiffe://a/b' }]))),
    },
  }),
  ListenerSet: (draw) => ({ parentRef: draw.oddly(() => draw.pick<any>([undefined, {}])) ?? { name: 'public', namespace: draw.maybe(0.3, () => 'shop'), kind: draw.maybe(0.2, () => draw.value(['Gateway'], [''])) }, listeners: listeners(draw) }),
};
