import { ApiObject } from 'cdk8s';
import {
  ApplyTo, EnvoyConfigObjectMatch, EnvoyConfigObjectPatch, EnvoyFilter, IngressGateway, Mesh, MeshPort, MeshService, PatchContext, PatchOperation,
  StringMatch,
} from 'cdk8s-istio';
import { bookinfo, defaultNamespace, versioned } from '../samples';
import { meshOf, Task } from '../task';

const TYPES = 'type.googleapis.com/envoy.extensions.filters.http';

/** A filter before all others. Limits have no kind of Istio's own: they are said to Envoy. */
function httpFilter(context: PatchContext, name: string, config: object): EnvoyConfigObjectPatch {
  return {
    applyTo: ApplyTo.HTTP_FILTER,
    match: EnvoyConfigObjectMatch.listener(
      { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager' } } }, { context }),
    patch: { operation: PatchOperation.INSERT_FIRST, value: { name: `envoy.filters.http.${name}`, typed_config: config } },
  };
}

/** bookinfo behind a gateway that asks a server about each request: one a minute for the page, and a hundred for each other path. */
function countedByServer(mesh: Mesh): { gateway: IngressGateway; productpage: MeshService } {
  const { namespace, productpage } = bookinfo(mesh);
  const perMinute = (requests: number, value?: string): object => (
    { key: 'PATH', value, rate_limit: { unit: 'minute', requests_per_unit: requests } });
  new ApiObject(namespace, 'ratelimit-config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'ratelimit-config' },
    data: { 'config.yaml': JSON.stringify({ domain: 'ratelimit', descriptors: [perMinute(1, '/productpage'), perMinute(2, 'api'), perMinute(100)] }) },
  });
  const server = versioned(defaultNamespace(mesh), 'ratelimit', [MeshPort.grpc(8081)], []);
  const gateway = mesh.addIngressGateway('bookinfo-gateway');
  gateway.expose(productpage, { hosts: ['*'] });
  filter(gateway, 'ratelimit', httpFilter(PatchContext.GATEWAY, 'ratelimit', {
    '@type': `${TYPES}.ratelimit.v3.RateLimit`,
    'domain': 'ratelimit',
    'failure_mode_deny': true,
    'timeout': '10s',
    'rate_limit_service': {
      grpc_service: { envoy_grpc: { cluster_name: `outbound|8081||${server.host}`, authority: server.host } }, transport_api_version: 'V3',
    },
  }), {
    applyTo: ApplyTo.VIRTUAL_HOST,
    match: EnvoyConfigObjectMatch.routeConfiguration({}, { context: PatchContext.GATEWAY }),
    patch: {
      operation: PatchOperation.MERGE,
      value: { rate_limits: [{ actions: [{ request_headers: { header_name: ':path', descriptor_key: 'PATH' } }] }] },
    },
  });
  return { gateway, productpage };
}

function filter(of: IngressGateway | MeshService, name: string, ...configPatches: EnvoyConfigObjectPatch[]): void {
  new EnvoyFilter(of, name, { metadata: { name: `filter-${name}` }, spec: { workloadSelector: { labels: of.selector }, configPatches } });
}

/** So many requests a minute, counted by the proxy itself. */
function localLimit(tokens: number): object {
  const always = { default_value: { numerator: 100, denominator: 'HUNDRED' } };
  return {
    '@type': `${TYPES}.local_ratelimit.v3.LocalRateLimit`,
    'stat_prefix': 'http_local_rate_limiter',
    'token_bucket': { max_tokens: tokens, tokens_per_fill: tokens, fill_interval: '60s' },
    'filter_enabled': always,
    'filter_enforced': always,
    'response_headers_to_add': [{ append: false, header: { key: 'x-local-rate-limit', value: 'true' } }],
  };
}

export const rateLimit: Task = {
  page: 'tasks/policy-enforcement/rate-limit',
  steps: {
    'a server counts what comes through the gateway': (app) => {
      countedByServer(meshOf(app));
    },
    'and all that one route takes together': (app) => {
      const { gateway, productpage } = countedByServer(meshOf(app));
      productpage.route({ name: 'api', match: [{ path: StringMatch.prefix('/api/v1/products') }] });
      filter(gateway, 'ratelimit-api', {
        applyTo: ApplyTo.HTTP_ROUTE,
        match: EnvoyConfigObjectMatch.routeConfiguration({ vhost: { name: '*:80', route: { name: 'api' } } }, { context: PatchContext.GATEWAY }),
        patch: {
          operation: PatchOperation.MERGE,
          value: {
            route: {
              rate_limits: [{
                actions: [{
                  header_value_match: {
                    descriptor_key: 'PATH',
                    descriptor_value: 'api',
                    headers: [{ name: ':path', string_match: { safe_regex: { regex: '/api/v1/products/[1-9]{1,2}' } } }],
                  },
                }],
              }],
            },
          },
        },
      });
    },
    'a proxy counts for itself': (app) => {
      const { productpage } = bookinfo(meshOf(app));
      filter(productpage, 'local-ratelimit', httpFilter(PatchContext.SIDECAR_INBOUND, 'local_ratelimit', localLimit(4)));
    },
    'and for one port alone': (app) => {
      const { productpage } = bookinfo(meshOf(app));
      filter(
        productpage,
        'local-ratelimit',
        httpFilter(PatchContext.SIDECAR_INBOUND, 'local_ratelimit', {
          '@type': `${TYPES}.local_ratelimit.v3.LocalRateLimit`, 'stat_prefix': 'http_local_rate_limiter',
        }),
        {
          applyTo: ApplyTo.HTTP_ROUTE,
          match: EnvoyConfigObjectMatch.routeConfiguration(
            { vhost: { name: 'inbound|http|9080' } }, { context: PatchContext.SIDECAR_INBOUND }),
          patch: {
            operation: PatchOperation.MERGE, value: { typed_per_filter_config: { 'envoy.filters.http.local_ratelimit': localLimit(4) } },
          },
        },
      );
    },
  },
};
