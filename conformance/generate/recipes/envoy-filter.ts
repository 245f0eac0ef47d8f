import { drawn, labels, port, reference } from './common';
import { Draw } from '../draw';

const LUA = { '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua', 'inlineCode': 'function envoy_on_request(handle) end' };
const PROXY = { '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy', 'stat_prefix': 'a', 'cluster': 'b' };

/** What a patch may write at each place: the first of each with a known type, the others with older or missing ones. */
const PATCHES: Readonly<Record<string, readonly object[]>> = {
  LISTENER: [{ per_connection_buffer_limit_bytes: 1000 }, { name: 'a', use_original_dst: true }],
  FILTER_CHAIN: [{ transport_socket_connect_timeout: '5s' }, { name: 'a' }],
  NETWORK_FILTER: [{ name: 'envoy.filters.network.tcp_proxy', typed_config: PROXY }, { name: 'envoy.ratelimit' }, { name: 'x', typed_config: { '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct', 'type_url': 'a.b', 'value': {} } }],
  HTTP_FILTER: [{ name: 'envoy.filters.http.lua', typed_config: LUA }, { name: 'envoy.lua', typed_config: LUA }, { name: 'istio.stats' }, { name: 'a', config_discovery: { type_urls: ['a'] } }, { name: 'envoy.filters.http.router' }],
  ROUTE_CONFIGURATION: [{ response_headers_to_remove: ['server'] }],
  VIRTUAL_HOST: [{ name: 'a', domains: ['b'] }, { include_request_attempt_count: true }],
  HTTP_ROUTE: [{ route: { timeout: '5s' } }, { typed_per_filter_config: { a: LUA } }],
  CLUSTER: [{ name: 'a', type: 'STATIC', connect_timeout: '1s' }, { http2_protocol_options: {} }, { lb_policy: 'ROUND_ROBIN' }],
  EXTENSION_CONFIG: [{ name: 'a', typed_config: LUA }, { name: 'a' }],
  BOOTSTRAP: [{ stats_flush_interval: '5s' }, { admin: { access_log_path: '/dev/null' } }],
  LISTENER_FILTER: [{ name: 'envoy.filters.listener.tls_inspector', typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector' } }, { name: 'envoy.listener.tls_inspector' }],
};

/** Patches of every place, with matches that fit it. */
export function envoyFilter(draw: Draw): object {
  const choice = draw.next();
  return {
    workloadSelector: choice < 0.6
      ? draw.oddly(() => draw.pick([{}, { labels: {} }])) ?? { labels: labels(draw) } : draw.oddly(() => ({ labels: labels(draw) })),
    targetRefs: choice > 0.8 ? draw.list(1, 2, () => reference(draw)) : undefined,
    priority: draw.maybe(0.3, () => draw.value([10, 0, -5], [2147483648])),
    configPatches: draw.oddly(() => draw.pick([undefined, [], [{}]])) ?? draw.list(1, 2, () => patch(draw)),
  };
}

function patch(draw: Draw): object {
  const applyTo = draw.value(Object.keys(PATCHES), ['INVALID', 'FOO']);
  const operation = draw.value(['MERGE', 'ADD', 'REMOVE', 'INSERT_BEFORE', 'INSERT_AFTER', 'INSERT_FIRST', 'REPLACE', 'MERGE_AND_REPLACE_LIST'], ['INVALID', 'merge']);
  return {
    applyTo: draw.oddly(() => draw.pick([undefined])) ?? applyTo,
    match: draw.maybe(0.8, () => objectMatch(draw, applyTo)),
    patch: draw.oddly(() => draw.pick([undefined, {}, { operation: 'MERGE' }, { operation: 'MERGE', value: {} }])) ?? {
      operation: draw.maybe(0.97, () => operation),
      value: operation === 'REMOVE' && draw.chance(0.7) ? undefined : draw.pick(PATCHES[applyTo] ?? PATCHES.LISTENER),
      filterClass: draw.maybe(0.1, () => draw.value(['AUTHN', 'AUTHZ', 'STATS', 'UNSPECIFIED'], ['NO'])),
    },
  };
}

function objectMatch(draw: Draw, applyTo: string): object {
  const of = draw.oddly(() => draw.pick(['listener', 'routeConfiguration', 'cluster', 'waypoint']))
    ?? (['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE'].includes(applyTo) ? 'routeConfiguration' : applyTo === 'CLUSTER' ? 'cluster' : applyTo.includes('FILTER') || applyTo === 'LISTENER' ? 'listener' : 'none');
  const waypoint = of === 'waypoint' || draw.chance(0.06);
  return draw.oddly(() => ({})) ?? {
    context: draw.maybe(0.8, () => waypoint ? 'WAYPOINT' : draw.value(['ANY', 'SIDECAR_INBOUND', 'SIDECAR_OUTBOUND', 'GATEWAY'], ['WAYPOINT', 'ALL'])),
    proxy: draw.maybe(0.25, () => ({
      proxyVersion: draw.maybe(0.8, () => draw.value(['^1\\.3.*', '1.31.0'], ['(', '', 'a'.repeat(1025), 'a{1001}', '(?=a)', 'a'.repeat(1024)])),
      metadata: draw.maybe(0.3, () => ({ ISTIO_VERSION: '1.31' })),
    })),
    listener: of === 'listener' && !waypoint ? listenerMatch(draw, applyTo) : undefined,
    routeConfiguration: of === 'routeConfiguration' && !waypoint ? {
      name: draw.maybe(0.4, () => 'http.80'),
      portNumber: draw.maybe(0.3, () => port(draw)),
      portName: draw.maybe(0.2, () => drawn(draw, 'portName')),
      gateway: draw.maybe(0.2, () => drawn(draw, 'gatewayName')),
      vhost: draw.maybe(0.5, () => ({
        name: draw.maybe(0.7, () => 'a:80'),
        domainName: draw.maybe(0.1, () => 'a'),
        route: draw.maybe(0.5, () => ({ name: draw.maybe(0.6, () => 'default'), action: draw.maybe(0.6, () => draw.value(['ANY', 'ROUTE', 'REDIRECT', 'DIRECT_RESPONSE'], ['NO'])) })),
      })),
    } : undefined,
    cluster: of === 'cluster' && !waypoint ? { service: draw.maybe(0.5, () => drawn(draw, 'host')), portNumber: draw.maybe(0.4, () => port(draw)), subset: draw.maybe(0.2, () => drawn(draw, 'name')), name: draw.maybe(0.2, () => 'a') } : undefined,
    waypoint: waypoint ? draw.oddly(() => ({})) ?? {
      portNumber: draw.maybe(0.4, () => port(draw)),
      filter: draw.maybe(0.5, () => ({ name: draw.maybe(0.9, () => 'a'), subFilter: draw.maybe(0.4, () => ({ name: draw.maybe(0.9, () => 'b') })) })),
      route: draw.maybe(0.3, () => ({ name: 'a' })),
    } : undefined,
  };
}

function listenerMatch(draw: Draw, applyTo: string): object {
  const filters = ['NETWORK_FILTER', 'HTTP_FILTER'].includes(applyTo) || draw.chance(draw.oddness);
  return {
    name: draw.maybe(0.2, () => draw.value(['virtualInbound', '0.0.0.0_80'], ['virtualInbound-blackhole', ''])),
    portNumber: draw.maybe(0.4, () => port(draw)),
    portName: draw.maybe(0.1, () => drawn(draw, 'portName')),
    listenerFilter: draw.maybe(applyTo === 'LISTENER_FILTER' ? 0.6 : 0.05, () => draw.value(['envoy.filters.listener.tls_inspector'], ['', 'envoy.listener.tls_inspector'])),
    filterChain: draw.maybe(0.7, () => ({
      name: draw.maybe(0.1, () => 'a'),
      sni: draw.maybe(0.2, () => drawn(draw, 'host')),
      destinationPort: draw.maybe(0.15, () => port(draw)),
      transportProtocol: draw.maybe(0.1, () => 'tls'),
      applicationProtocols: draw.maybe(0.1, () => 'h2'),
      filter: draw.maybe(filters ? 0.8 : 0.02, () => draw.oddly(() => ({})) ?? {
        name: draw.oddly(() => draw.pick(['envoy.http_connection_manager', 'envoy.tcp_proxy', ''])) ?? 'envoy.filters.network.http_connection_manager',
        subFilter: draw.maybe(applyTo === 'HTTP_FILTER' ? 0.6 : draw.oddness, () => draw.oddly(() => draw.pick([{}, { name: 'envoy.router' }, { name: 'envoy.lua' }])) ?? { name: 'envoy.filters.http.router' }),
      }),
    })),
  };
}
