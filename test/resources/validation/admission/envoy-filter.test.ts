import { Case, Said, said } from './said';

const ALWAYS: Said = [
  'warning', 'spec', 'An EnvoyFilter depends on how istiod configures Envoy, which may change with each release',
  'Use another kind where one can say it, and try each upgrade before it is made',
];

/** What is said of a change; paths begin at the change. */
const CASES: readonly Case[] = [
  [
    'a cluster',
    { applyTo: 'CLUSTER', patch: { operation: 'MERGE', value: { connect_timeout: '5s' } } },
    [],
  ],
  [
    'a filter of HTTP',
    {
      applyTo: 'HTTP_FILTER',
      match: {
        listener: {
          filterChain: {
            filter: {
              name: 'envoy.filters.network.http_connection_manager',
              subFilter: { name: 'envoy.filters.http.router' },
            },
          },
        },
      },
      patch: {
        operation: 'INSERT_BEFORE',
        value: {
          name: 'lua',
          typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua', 'inlineCode': 'a' },
        },
      },
    },
    [],
  ],
  [
    'a removal',
    { applyTo: 'ROUTE_CONFIGURATION', match: { routeConfiguration: {} }, patch: { operation: 'REMOVE' } },
    [],
  ],
  [
    'whatever is for a waypoint',
    { match: { context: 'WAYPOINT' } },
    [],
  ],
  [
    'nothing to apply to',
    { patch: { operation: 'MERGE', value: {} } },
    [
      ['error', 'applyTo', 'It is not said what is patched', 'Use one of LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER, LISTENER_FILTER, ROUTE_CONFIGURATION, VIRTUAL_HOST, HTTP_ROUTE, CLUSTER, EXTENSION_CONFIG, BOOTSTRAP'],
    ],
  ],
  [
    'no patch',
    { applyTo: 'CLUSTER' },
    [
      ['error', 'patch', 'There is no patch', 'Give its operation and value'],
    ],
  ],
  [
    'a patch without an operation',
    { applyTo: 'CLUSTER', patch: { value: {} } },
    [
      ['error', 'patch.operation', 'The patch has no operation', 'Use MERGE, ADD, REMOVE, INSERT_BEFORE, INSERT_AFTER, INSERT_FIRST or REPLACE'],
    ],
  ],
  [
    'a patch without a value',
    { applyTo: 'CLUSTER', patch: { operation: 'MERGE' } },
    [
      ['error', 'patch.value', 'The patch has nothing to MERGE', 'Give a value, or use operation REMOVE'],
    ],
  ],
  [
    'a version of proxies',
    {
      applyTo: 'CLUSTER',
      match: { proxy: { proxyVersion: '^1\\.31.*' } },
      patch: { operation: 'MERGE', value: {} },
    },
    [],
  ],
  [
    'a version that is no expression',
    { applyTo: 'CLUSTER', match: { proxy: { proxyVersion: '1.31(' } }, patch: { operation: 'MERGE', value: {} } },
    [
      ['error', 'match.proxy.proxyVersion', '"1.31(" is not a regular expression of RE2: missing closing ): `1.31(`', 'Write one, such as ^1\\.31'],
    ],
  ],
  [
    'a listener matched for a cluster',
    { applyTo: 'CLUSTER', match: { listener: {} }, patch: { operation: 'MERGE', value: {} } },
    [
      ['error', 'match.listener', 'A listener is matched, and a CLUSTER is patched', 'Match a cluster, or leave the match out'],
    ],
  ],
  [
    'a cluster matched for a listener, whose value is not looked at then',
    { applyTo: 'LISTENER', match: { cluster: {} }, patch: { operation: 'MERGE', value: { strange: true } } },
    [
      ['error', 'match.cluster', 'A cluster is matched, and a LISTENER is patched', 'Match a listener, or leave the match out'],
    ],
  ],
  [
    'a listener matched for a route, whose value is looked at all the same',
    { applyTo: 'HTTP_ROUTE', match: { listener: {} }, patch: { operation: 'MERGE', value: { strange: true } } },
    [
      ['error', 'match.listener', 'A listener is matched, and a HTTP_ROUTE is patched', 'Match a routeConfiguration, or leave the match out'],
      ['warning', 'patch.value.strange', '"strange" is not a field of envoy.config.route.v3.Route', 'Remove it, unless your Envoy is newer than this Istio'],
    ],
  ],
  [
    'a filter matched for a listener',
    {
      applyTo: 'LISTENER',
      match: { listener: { filterChain: { filter: { name: 'a' } } } },
      patch: { operation: 'MERGE', value: {} },
    },
    [
      ['warning', 'match.listener.filterChain.filter', 'A filter is matched, which has no effect where a LISTENER is patched', 'Leave the filter out of the match, or patch a NETWORK_FILTER or HTTP_FILTER'],
    ],
  ],
  [
    'a filter matched without a name',
    {
      applyTo: 'NETWORK_FILTER',
      match: { listener: { filterChain: { filter: {} } } },
      patch: { operation: 'REMOVE' },
    },
    [
      ['error', 'match.listener.filterChain.filter.name', 'The filter that is matched has no name', 'Name it'],
    ],
  ],
  [
    'a filter of HTTP matched for a filter of the network',
    {
      applyTo: 'NETWORK_FILTER',
      match: {
        listener: {
          filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'a' } } },
        },
      },
      patch: { operation: 'REMOVE' },
    },
    [
      ['error', 'match.listener.filterChain.filter.subFilter', 'A filter of HTTP is matched, and a NETWORK_FILTER is patched', 'Patch a HTTP_FILTER, or leave the subFilter out'],
    ],
  ],
  [
    'a filter of HTTP matched in what holds none',
    {
      applyTo: 'HTTP_FILTER',
      match: { listener: { filterChain: { filter: { name: 'a', subFilter: { name: 'b' } } } } },
      patch: { operation: 'REMOVE' },
    },
    [
      ['error', 'match.listener.filterChain.filter.name', 'The filter "a" has no filters in it', 'Match envoy.filters.network.http_connection_manager, or leave the subFilter out'],
    ],
  ],
  [
    'a filter of HTTP matched without a name',
    {
      applyTo: 'HTTP_FILTER',
      match: {
        listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: {} } } },
      },
      patch: { operation: 'REMOVE' },
    },
    [
      ['error', 'match.listener.filterChain.filter.subFilter.name', 'The subFilter that is matched has no name', 'Name it'],
    ],
  ],
  [
    'old names of filters',
    {
      applyTo: 'HTTP_FILTER',
      match: {
        listener: {
          filterChain: { filter: { name: 'envoy.http_connection_manager', subFilter: { name: 'envoy.router' } } },
        },
      },
      patch: { operation: 'REMOVE' },
    },
    [
      ['warning', 'match.listener.filterChain.filter.name', '"envoy.http_connection_manager" is an old name of a filter', 'Write "envoy.filters.network.http_connection_manager"'],
      ['warning', 'match.listener.filterChain.filter.subFilter.name', '"envoy.router" is an old name of a filter', 'Write "envoy.filters.http.router"'],
    ],
  ],
  [
    'a message that Istio does not know',
    {
      applyTo: 'HTTP_FILTER',
      patch: {
        operation: 'MERGE',
        value: { typed_config: { '@type': 'type.googleapis.com/envoy.config.filter.http.lua.v2.Lua' } },
      },
    },
    [
      ['error', 'patch.value.typed_config["@type"]', '"type.googleapis.com/envoy.config.filter.http.lua.v2.Lua" is not a message that Istio knows', 'Write type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua or type.googleapis.com/envoy.extensions.string_matcher.lua.v3.Lua'],
    ],
  ],
  [
    'a message whose last name nobody has',
    { applyTo: 'HTTP_FILTER', patch: { operation: 'MERGE', value: { typed_config: { '@type': 'a.v2.B' } } } },
    [
      ['error', 'patch.value.typed_config["@type"]', '"a.v2.B" is not a message that Istio knows', 'Look for the message of version v3 that took its place'],
    ],
  ],
  [
    'what is configured without a type',
    { applyTo: 'HTTP_FILTER', patch: { operation: 'MERGE', value: { typed_config: {} } } },
    [
      ['error', 'patch.value.typed_config["@type"]', 'What is configured here has no @type', 'Name the message, such as "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua"'],
    ],
  ],
  [
    'a value of another type',
    {
      applyTo: 'CLUSTER',
      patch: { operation: 'MERGE', value: { connect_timeout: 5, load_assignment: { endpoints: {} } } },
    },
    [
      ['error', 'patch.value.connect_timeout', '5 stands where a duration such as "5s" is expected', 'Write a duration such as "5s"'],
      ['error', 'patch.value.load_assignment.endpoints', '{} stands where a list is expected', 'Write a list'],
    ],
  ],
  [
    'a word that an enum does not have',
    { applyTo: 'CLUSTER', patch: { operation: 'MERGE', value: { lb_policy: 'ROUND_ROBBIN' } } },
    [
      ['error', 'patch.value.lb_policy', '"ROUND_ROBBIN" is not a word of envoy.config.cluster.v3.Cluster.LbPolicy', 'Write ROUND_ROBIN'],
    ],
  ],
  [
    'fields that a message does not have',
    {
      applyTo: 'CLUSTER',
      patch: {
        operation: 'MERGE',
        value: {
          conect_timeout: '5s',
          typed_extension_protocol_options: { a: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua', 'zz': 1 } },
        },
      },
    },
    [
      ['warning', 'patch.value.conect_timeout', '"conect_timeout" is not a field of envoy.config.cluster.v3.Cluster (there are more such fields: spec.configPatches[0].patch.value.typed_extension_protocol_options.a.zz)', 'Write connect_timeout'],
    ],
  ],
  [
    'an extension without a configuration',
    { applyTo: 'HTTP_FILTER', patch: { operation: 'MERGE', value: { name: 'envoy.filters.http.lua' } } },
    [
      ['warning', 'patch.value', 'The extension "envoy.filters.http.lua" has no typed_config; Envoy will stop to find extensions by their names', 'Write its typed_config, with an "@type" where it has nothing else to say'],
    ],
  ],
  [
    'an extension that is fetched',
    {
      applyTo: 'HTTP_FILTER',
      patch: { operation: 'MERGE', value: { name: 'a', config_discovery: { type_urls: ['b'] } } },
    },
    [],
  ],
  [
    'an extension inside of a message, and not one inside of a list',
    {
      applyTo: 'CLUSTER',
      patch: { operation: 'MERGE', value: { transport_socket: { name: 'tls' }, filters: [{ name: 'a' }] } },
    },
    [
      ['warning', 'patch.value', 'The extension "tls" has no typed_config; Envoy will stop to find extensions by their names', 'Write its typed_config, with an "@type" where it has nothing else to say'],
    ],
  ],
];

test.each(CASES)('%s', (_title, change, findings) => {
  const [first, ...others] = said('EnvoyFilter', { configPatches: [change] });
  expect(first).toEqual(ALWAYS);
  expect(others.map(([severity, path, ...words]) => [severity, path.replace('spec.configPatches[0].', ''), ...words])).toEqual(findings);
});

test('a selector without labels is warned of, and one with wildcards ends all further looking', () => {
  expect(said('EnvoyFilter', { workloadSelector: {} })).toEqual([
    ALWAYS,
    ['warning', 'spec.workloadSelector', 'The workloadSelector has no labels, so that it picks every workload of the namespace', 'Name labels, or leave the selector out'],
  ]);
  expect(said('EnvoyFilter', { workloadSelector: { labels: { app: '*' } }, configPatches: [{}] })).toEqual([
    ['error', 'spec.workloadSelector.labels.app', 'The label "app=*" of the selector has a wildcard', 'Write the label as the workloads have it; a selector has no patterns'],
  ]);
});

test('a version of proxies that is too long is warned of, and not read', () => {
  const change = (proxyVersion: string): any => ({ configPatches: [{ applyTo: 'CLUSTER', match: { proxy: { proxyVersion } }, patch: { operation: 'REMOVE' } }] });
  expect(said('EnvoyFilter', change('a'.repeat(1024)))).toEqual([ALWAYS]);
  expect(said('EnvoyFilter', change('('.repeat(1025)))).toEqual([
    ALWAYS,
    ['warning', 'spec.configPatches[0].match.proxy.proxyVersion', `The version "${'('.repeat(76)}... has 1025 bytes, so that it is not looked at`, 'Give an expression of at most 1024'],
  ]);
});

test('what can be patched is said where the number of an enum stands for nothing', () => {
  expect(said('EnvoyFilter', { configPatches: [{ applyTo: 99, patch: { operation: 'ADD', value: {} } }] })).toEqual([
    ALWAYS,
    ['error', 'spec.configPatches[0].patch.value', 'Nothing is known of 99, to which the patch applies',
      'Use one of LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER, LISTENER_FILTER, ROUTE_CONFIGURATION, VIRTUAL_HOST, HTTP_ROUTE, CLUSTER, EXTENSION_CONFIG, BOOTSTRAP'],
  ]);
});
