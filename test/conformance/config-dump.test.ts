import { ConfigDump, routeText } from '../../conformance/lib/config-dump';

const PREFIX = 'type.googleapis.com/envoy.admin.v3.';

describe('reading a config dump', () => {
  const dump = new ConfigDump({
    configs: [
      {
        '@type': `${PREFIX}ClustersConfigDump`,
        'dynamic_active_clusters': ['outbound|80||b.shop.svc', 'outbound|81||b.shop.svc', 'outbound|80|v1|a.shop.svc', 'inbound|80||'].map((name) => ({ cluster: { name } })),
        'dynamic_warming_clusters': [{ cluster: { name: 'outbound|80||c.shop.svc' } }],
      },
      {
        '@type': `${PREFIX}ListenersConfigDump`,
        'dynamic_listeners': [
          { name: 'virtualInbound', active_state: { listener: { name: 'virtualInbound', filter_chains: [{ filter_chain_match: { destination_port: 80 } }, {}] } } },
          { name: 'bad', error_state: { details: 'unknown filter' } },
        ],
      },
      {
        '@type': `${PREFIX}RoutesConfigDump`,
        'dynamic_route_configs': [{ route_config: { virtual_hosts: [{ domains: ['a.shop.svc:80', 'a'], routes: [{ name: 'r' }] }, { domains: ['*'], routes: [{}] }] } }],
      },
    ],
  });

  test('the hosts are those of outbound clusters, each once', () => {
    expect(dump.outboundHosts).toEqual(['a.shop.svc', 'b.shop.svc']);
  });

  test('what warms and what was refused is told', () => {
    expect(dump.unsettled).toEqual(['cluster outbound|80||c.shop.svc is warming', 'listener bad was refused: unknown filter', 'bad was refused: unknown filter']);
  });

  test('routes are found by host, with and without the port', () => {
    expect(dump.routesOf('a.shop.svc')).toEqual([{ name: 'r' }]);
    expect(dump.routesOf('a')).toEqual([{ name: 'r' }]);
  });

  test('inbound chains are found by port', () => {
    expect(dump.inboundChains(80)).toEqual([{ filter_chain_match: { destination_port: 80 } }]);
  });
});

test('a route is told in one line', () => {
  expect(routeText({
    match: { prefix: '/', headers: [{ name: 'end-user', string_match: { exact: 'jason' } }] },
    route: {
      timeout: '3s',
      retry_policy: { num_retries: 2, per_try_timeout: '1s', retry_on: '5xx' },
      weighted_clusters: { clusters: [{ name: 'outbound|80|v1|web.shop.svc', weight: 80 }, { name: 'outbound|80|v2|web.shop.svc', weight: 20 }] },
    },
    typed_per_filter_config: { 'envoy.filters.http.fault': { delay: { fixed_delay: '7s' } } },
  })).toBe('/ end-user=jason | timeout 3s | 2 retries of 1s on 5xx | delay 7s | 80 web v1, 20 web v2');
});
